"""Styles by role, and what they come to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.errors import TemplateError
from generator.inventory import find_default_template, read_word_template
from generator.inventory.report import StyleRole, WordTemplate
from generator.inventory.styles import parse_measure
from generator.ooxml.contrast import luminance
from generator.places import Place, Placed
from generator.units import EMU_PER_CM, cm, pt, to_inches
from tests.inventory.packages import Change, copy_changed
from tests.word.foreign import style, write_template

REPORT = find_default_template() / "report.docx"
CHARACTERS_PER_INCH = 15.8
"""Of Calibri 11, as measured."""


def _read(tmp_path: Path, change: Change) -> WordTemplate:
    path = copy_changed(REPORT, tmp_path / "report.docx", {"word/styles.xml": change})
    return read_word_template(path)


def test_the_default_template_has_a_style_for_every_role() -> None:
    """Nothing is left to the builder's fallbacks."""
    template = read_word_template(REPORT)

    assert template.missing == ()
    assert set(template.styles) == set(StyleRole)


def test_styles_are_found_by_name_when_ids_are_in_another_language(tmp_path: Path) -> None:
    """Word in German writes 'berschrift1' as the id of heading 1, and keeps the name."""
    template = _read(tmp_path, lambda text: text.replace('"Heading1"', '"berschrift1"'))

    assert template.styles[StyleRole.HEADING_1].id == "berschrift1"
    assert template.missing == ()


def test_the_case_of_a_style_name_does_not_count(tmp_path: Path) -> None:
    """LibreOffice writes 'Heading 1' where Word writes 'heading 1'."""
    template = _read(tmp_path, lambda text: text.replace('"heading 1"', '"Heading 1"'))

    assert template.styles[StyleRole.HEADING_1].name == "Heading 1"


def test_an_alias_of_a_style_counts_as_its_name(tmp_path: Path) -> None:
    """Word lets a style have further names, which designers use for shortcuts."""
    named = '<w:name w:val="Callout"/>'
    aliased = '<w:name w:val="Side remark"/><w:aliases w:val="Box,Callout"/>'
    template = _read(tmp_path, lambda text: text.replace(named, aliased))

    assert template.styles[StyleRole.CALLOUT].name == "Side remark"


def test_a_style_of_another_kind_does_not_serve(tmp_path: Path) -> None:
    """A table style 'Source' cannot be put on a paragraph."""
    pattern = r'w:type="paragraph"( w:customStyle="1" w:styleId="Source")'
    template = _read(tmp_path, lambda text: re.sub(pattern, r'w:type="table"\1', text))

    assert template.missing == (StyleRole.SOURCE,)
    assert template.reasons[StyleRole.SOURCE] == "no paragraph style is named 'Source'"


def test_size_and_font_come_through_inheritance_and_theme() -> None:
    """A list has its size from the defaults, its font from the theme."""
    bullet = read_word_template(REPORT).styles[StyleRole.BULLET_2]

    assert (bullet.font, bullet.size_pt, bullet.is_bold) == ("Calibri", 11.0, False)


def test_a_changed_theme_font_reaches_every_style(tmp_path: Path) -> None:
    """The house font is set in one place."""
    path = copy_changed(
        REPORT,
        tmp_path / "report.docx",
        {"word/theme/theme1.xml": lambda text: text.replace("Calibri", "Georgia")},
    )

    template = read_word_template(path)

    assert template.styles[StyleRole.HEADING_1].font == "Georgia"
    assert template.styles[StyleRole.BODY].font == "Georgia"


def test_a_circle_of_styles_ends(tmp_path: Path) -> None:
    """A style based on itself through another one must not hang the build."""
    normal = '<w:name w:val="Normal"/>'
    template = _read(
        tmp_path,
        lambda text: text.replace(normal, normal + '<w:basedOn w:val="BodyText"/>'),
    )

    assert template.styles[StyleRole.BODY].size_pt == 11.0


def test_headings_tell_their_outline_level() -> None:
    """The table of contents and the reader's navigation pane live on it."""
    styles = read_word_template(REPORT).styles

    levels = [styles[role].outline_level for role in (StyleRole.HEADING_1, StyleRole.HEADING_3)]

    assert levels == [0, 2]
    assert styles[StyleRole.UNNUMBERED_HEADING].outline_level == 0
    assert styles[StyleRole.BODY].outline_level is None


def test_running_text_is_65_to_80_characters_wide() -> None:
    """Longer lines are hard to read; the full width of the page would hold a hundred."""
    template = read_word_template(REPORT)
    body = template.styles[StyleRole.BODY]

    measure = template.page.text_width - body.left - body.right

    assert 65 <= to_inches(measure) * CHARACTERS_PER_INCH <= 80


def test_the_page_is_a4_with_its_margins() -> None:
    """The builder sizes charts and tables by it."""
    page = read_word_template(REPORT).page

    assert abs(page.size.width - cm(21)) < EMU_PER_CM / 100
    assert abs(page.size.height - cm(29.7)) < EMU_PER_CM / 100
    assert abs(page.text_width - cm(16)) < EMU_PER_CM / 50


@pytest.mark.parametrize(
    ("written", "emu"),
    [("240", pt(12)), ("12pt", pt(12)), ("2.5cm", cm(2.5)), ("-240", -pt(12)), ("", 0), ("x", 0)],
)
def test_lengths_are_read_with_and_without_unit(written: str, emu: int) -> None:
    """The standard allows both, and other programs write units."""
    assert parse_measure(written) == emu


def test_a_chosen_style_serves_the_role() -> None:
    """The owner's word in template.yml goes before the name."""
    template = read_word_template(REPORT, {StyleRole.CALLOUT: "table text"})

    assert template.styles[StyleRole.CALLOUT].name == "Table Text"
    assert template.reasons[StyleRole.CALLOUT] == "template.yml names 'table text'"


def test_a_chosen_style_that_is_not_there_is_refused_with_its_place() -> None:
    """A slip in template.yml must not end as a silent fallback."""
    place = Place(file="template.yml", line=3, column=12)

    with pytest.raises(TemplateError) as caught:
        read_word_template(REPORT, {StyleRole.CALLOUT: Placed("Calout", place)})

    assert caught.value.message == "'report.docx' has no paragraph style 'Calout'"
    assert caught.value.place == place
    assert caught.value.hint == "did you mean 'Callout'?"


def test_all_styles_are_told_with_their_colours_and_what_they_build_on(tmp_path: Path) -> None:
    """A designer sees in one table what the file holds."""
    tinted = '<w:rPr><w:color w:val="000000" w:themeColor="accent1" w:themeTint="80"/></w:rPr>'
    filled = '<w:pPr><w:shd w:val="clear" w:fill="DDEEFF"/></w:pPr>'
    path = write_template(
        tmp_path / "own.docx",
        styles=style("Pale", tinted) + style("Panel", filled, base="Pale"),
    )
    template = read_word_template(path)
    pale, panel = template.everything[1:]
    accent = template.theme.colours["accent1"]

    assert [info.name for info in template.everything] == ["Normal", "Pale", "Panel"]
    assert (pale.based_on, panel.based_on) == ("Normal", "Pale")
    assert pale.colour == panel.colour != accent
    assert luminance(accent) < luminance(pale.colour)
    assert (pale.shading, panel.shading) == ("", "DDEEFF")


def test_furniture_is_told_by_place_and_words() -> None:
    """The first page of our template is not like the others."""
    furniture = read_word_template(REPORT).furniture
    kinds = {(item.kind.value, item.variant.value) for item in furniture}

    assert {("header", "first"), ("footer", "default")} <= kinds
    assert any("Page" in item.text for item in furniture)
