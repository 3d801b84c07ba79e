"""Text is measured alike everywhere, so that what fits here fits on the reader's machine."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ooxml import metrics
from generator.ooxml.linebreaks import find_breaks
from generator.ooxml.metrics import (
    Span,
    count_lines,
    is_known,
    measure_width,
    safe_line_count,
    wrap_lines,
)

TWINS = Path("/usr/share/fonts/truetype")


def wrap(text: str, width_pt: float, font: str = "Calibri") -> list[str]:
    """Return the lines of `text` at 10 pt."""
    span = Span(text=text, font=font, size_pt=10)
    return [line.text for line in wrap_lines([span], width_pt)]


def test_widths_are_those_of_the_metric_twins() -> None:
    """Calibri's digits are 1038 of 2048 units wide; Arial's A is 1366."""
    assert measure_width("2024", "Calibri", 10) == pytest.approx(4 * 1038 / 2048 * 10)
    assert measure_width("A", "Arial", 12) == pytest.approx(1366 / 2048 * 12)


def test_bold_is_measured_with_the_bold_face() -> None:
    """A bold title takes more room than its regular twin."""
    text = "Support for Ukraine"

    assert measure_width(text, "Calibri", 10, is_bold=True) > measure_width(text, "Calibri", 10)


@pytest.mark.parametrize(
    ("text", "ems"),
    [
        ("日本", 2.0),
        ("カナ", 2.0),
        ("ｶﾅ", 1.0),
        ("\uff21", 1.0),
        ("한", 1.0),
        ("👍", 1.3),
        ("⌚", 1.3),
    ],
)
def test_east_asian_characters_fill_their_square(text: str, ems: float) -> None:
    """Fonts for Japanese and Korean draw on a square grid, so no table is needed."""
    assert measure_width(text, "Calibri", 10) == pytest.approx(ems * 10)


def test_a_gap_stands_between_kanji_and_latin_letters() -> None:
    """Word sets a quarter of an em there by default, and LibreOffice does as well."""
    parts = measure_width("支援", "Calibri", 10) + measure_width("GDP", "Calibri", 10)

    assert measure_width("支援GDP", "Calibri", 10) == pytest.approx(parts + 2.5)
    assert wrap_lines([Span(text="支援GDP", font="Calibri", size_pt=10)], 99)[0].width_pt == (
        pytest.approx(parts + 2.5)
    )


@pytest.mark.parametrize("font", ["Calibri", "Arial", "Times New Roman", "Aptos"])
def test_marks_and_joiners_take_no_room(font: str) -> None:
    """A decomposed accent, a soft hyphen and a joiner stand on their neighbours."""
    assert measure_width("\u0301\u00ad\u200d\ufe0f", font, 10) == 0


def test_ukrainian_is_measured_by_its_own_letters() -> None:
    """Cyrillic is in the table: no letter falls back to the width of unknown scripts."""
    assert measure_width("\u0456", "Calibri", 10) == pytest.approx(470 / 2048 * 10)


def test_an_unknown_font_is_measured_wider_than_all_known_ones() -> None:
    """Text set in a font that we cannot measure must still fit."""
    text = "Міністерство фінансів Ministry of Finance 12.1"

    stand_in = measure_width(text, "Some House Font", 10)

    assert not is_known("Some House Font")
    assert all(is_known(font) for font in ("Calibri", "arial", "Times New Roman", "Courier New"))
    assert stand_in > max(
        measure_width(text, font, 10) for font in ("Calibri", "Arial", "Times New Roman")
    )


def test_lines_break_at_spaces_which_hang_over_the_edge() -> None:
    """The space at a line's end takes no room and is not part of the line."""
    assert wrap("one two   three", measure_width("one two", "Calibri", 10)) == ["one two", "three"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("long-term", ["long-", "term"]),
        ("2022–2025", ["2022–", "2025"]),
        ("well F-16", ["well", "F-16"]),
        ("a 12\u00a0km", ["a", "12\u00a0km"]),
    ],
)
def test_words_break_after_hyphens_but_numbers_keep_their_units(
    text: str, lines: list[str]
) -> None:
    """A no-break space and a hyphen before a digit hold together what is read together."""
    width = max(measure_width(line, "Calibri", 10) for line in lines)

    assert wrap(text, width) == lines


def test_japanese_breaks_anywhere_but_not_before_a_full_stop_or_after_a_bracket() -> None:
    """Kinsoku: a line neither starts with 。 or ッ nor ends with 「."""
    assert wrap("日本は支援。過去", 50) == ["日本は支", "援。過去"]
    assert wrap("日本は「過去」", 40) == ["日本は", "「過去」"]
    assert wrap("財政支援ー覧ッと", 40) == ["財政支", "援ー覧ッ", "と"]


def test_japanese_and_latin_words_part_where_they_meet() -> None:
    """A Latin word stays whole between kanji."""
    assert wrap("支援GDP比率", 25) == ["支援", "GDP", "比率"]


def test_a_word_wider_than_the_line_is_broken_between_letters() -> None:
    """A long address must not run off the slide."""
    lines = wrap("see https://example.org/a/very/long/path", 60)

    assert lines[0] == "see"
    assert "".join(lines[1:]) == "https://example.org/a/very/long/path"


def test_line_breaks_in_the_text_are_kept() -> None:
    """A forced break starts a line, an empty one too; empty text takes one line."""
    assert wrap("a\n\nb\vc", 100) == ["a", "", "b", "c"]
    assert wrap("", 100) == [""]


def test_the_first_line_may_be_narrower() -> None:
    """An indent or a number before the text leaves less room on the first line."""
    span = Span(text="one two three", font="Calibri", size_pt=10)

    lines = wrap_lines([span], 100, first_width_pt=20)

    assert [line.text for line in lines] == ["one", "two three"]


def test_spans_of_several_fonts_fill_one_paragraph() -> None:
    """A bold lead-in and the text after it share their line, even inside a word."""
    spans = [
        Span(text="Bold", font="Calibri", size_pt=10, is_bold=True),
        Span(text="er words follow", font="Arial", size_pt=12),
    ]

    lines = wrap_lines(spans, 60)

    assert [line.text for line in lines] == ["Bolder", "words", "follow"]
    assert lines[0].width_pt == pytest.approx(
        measure_width("Bold", "Calibri", 10, is_bold=True) + measure_width("er", "Arial", 12)
    )


def test_a_safe_count_is_at_most_one_line_more() -> None:
    """A line filled to the last hundredth may break earlier in another program."""
    text = "one two three"
    exact = measure_width(text, "Calibri", 10) + 0.01
    span = Span(text=text, font="Calibri", size_pt=10)

    assert count_lines([span], exact) == 1
    assert safe_line_count([span], exact) == 2
    assert safe_line_count([span], exact * 1.1) == 1


def drop_spaces(text: str) -> str:
    """Return `text` without white space and without the space of no width."""
    return "".join(text.replace("\u200b", "").split())


@given(text=st.text(max_size=80), width=st.floats(min_value=1, max_value=300))
def test_no_letter_is_lost_and_no_line_is_too_wide(text: str, width: float) -> None:
    """Whatever is written, all of it stands on some line, and only a single glyph sticks out.

    Spaces at the end of a line are not drawn; that of no width is one of them.
    """
    lines = wrap_lines([Span(text=text, font="Calibri", size_pt=10)], width)

    drawn = "".join(line.text for line in lines)
    assert drop_spaces(drawn) == drop_spaces(text)
    widest = max(measure_width(character, "Calibri", 10) for character in text or " ") + 2.5
    assert all(line.width_pt <= max(width, widest) + 0.001 for line in lines)


@given(text=st.text(max_size=60))
def test_breaks_lie_inside_the_text_in_order(text: str) -> None:
    """What fills lines can trust the offsets."""
    breaks = find_breaks(text)

    assert breaks == sorted(set(breaks))
    assert all(0 < at < len(text) for at in breaks)


def test_the_table_is_read_only_when_text_is_measured() -> None:
    """A command that measures nothing must not pay for the table."""
    code = (
        "from generator.ooxml import metrics as m; "
        "print(m._read_table.cache_info().currsize, end=' '); m.measure_width('a', 'Arial', 9); "
        "print(m._read_table.cache_info().currsize, m._read_face.cache_info().currsize)"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["0", "1", "1"]


@pytest.mark.skipif(
    not (TWINS / "crosextra").is_dir() or shutil.which("fc-list") is None,
    reason="the metric twins are not installed",
)
def test_the_table_is_what_the_fonts_say(tmp_path: Path) -> None:
    """The table in the package can be made again from the fonts."""
    pytest.importorskip("fontTools")
    extract = pytest.importorskip("tests.ooxml.extract_advances")

    extract.write_advances(TWINS, tmp_path / "advances.json")

    written = json.loads((tmp_path / "advances.json").read_text())
    assert written == json.loads(Path(metrics.__file__).with_name("advances.json").read_text())
