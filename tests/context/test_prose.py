"""Prose as values: formats kept where they can be, places left where a builder is needed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.compose.slots import SlotKind, find_number
from generator.text.blocks import Citation, CrossReference
from tests.context.templates import (
    W,
    add_box,
    fill,
    fill_lines,
    open_deck,
    open_report,
    read_deck,
    read_report,
    save_deck,
    save_report,
)
from tests.material import CHART, make_material

SECTION = {
    "heading": "Support",
    "text": "First **bold** [@nec].\n\n- one\n  - deeper\n- two\n\n1. a\n2. b\n",
    "points": ["A *point* [@nec].", "Plain"],
    "exhibits": ["fig"],
}
BRIEF: dict[str, Any] = {
    "sections": [SECTION],
    "charts": {"fig": CHART},
    "summary": ["Plain words.", "With **bold** and a [link](https://nec.example) [@nec, p. 3]."],
}
PLAIN = "With bold and a link."


def test_plain_words_are_written_at_once_in_the_format_of_the_tag(tmp_path: Path) -> None:
    """Nothing is left for a builder where there is nothing but text."""

    def make_italic(document: Any) -> None:
        document.paragraphs[0].runs[0].italic = True

    path = save_report(tmp_path / "r.docx", "{{ summary[0] }}", change=make_italic)

    filled = fill(path, make_material(**BRIEF))

    (run,) = open_report(filled).paragraphs[0].runs
    assert (run.text, run.italic) == ("Plain words.", True)
    assert filled.slots == ()


def test_words_with_citations_leave_a_slot_in_the_main_text(tmp_path: Path) -> None:
    """The builder makes the citation a footnote, which the engine knows nothing of."""
    filled = fill_lines(tmp_path, make_material(**BRIEF), "See {{ summary[1] }} Indeed.")

    (slot,) = filled.slots
    runs = [run.text for run in open_report(filled).paragraphs[0].runs]
    assert slot.kind is SlotKind.TEXT
    assert slot.mark in runs
    assert any(isinstance(inline, Citation) for inline in slot.inlines)
    assert "paragraph 'See {{ summary[1] }} Indeed.'" in slot.place


def test_a_list_of_prose_becomes_a_paragraph_each(tmp_path: Path) -> None:
    """`{{p summary }}` is the shortest way to key messages."""
    filled = fill_lines(tmp_path, make_material(**BRIEF), "{{p summary }}")

    first, second = read_report(filled.package)
    assert first == "Plain words."
    assert find_number(second) == filled.slots[0].number


def test_a_text_of_blocks_leaves_one_paragraph_with_a_mark(tmp_path: Path) -> None:
    """Lists and headings need the template's styles, which the builder knows."""
    filled = fill_lines(tmp_path, make_material(**BRIEF), "{{p sections[0].text }}")

    (slot,) = filled.slots
    assert read_report(filled.package) == [slot.mark]
    assert slot.kind is SlotKind.BLOCKS
    assert len(slot.blocks) == 3


@pytest.mark.parametrize("where", ["header", "text box"])
def test_elsewhere_bold_stays_and_citations_go(tmp_path: Path, where: str) -> None:
    """No footnote may stand in a header or a text box."""
    box = (
        '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox><w:txbxContent><w:p>'
        "<w:r><w:t>{{ summary[1] }}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape>"
        "</w:pict></w:r>"
    )

    def change(document: Any) -> None:
        from lxml import etree  # type: ignore[attr-defined]

        if where == "header":
            document.sections[0].header.paragraphs[0].text = "{{ summary[1] }}"
        else:
            document.paragraphs[0]._p.append(etree.fromstring(box))

    filled = fill(save_report(tmp_path / "r.docx", "x", change=change), make_material(**BRIEF))

    root = filled.package.read_xml("word/header1.xml" if where == "header" else "word/document.xml")
    runs = [run for run in root.iter(f"{W}r") if run.find(f"{W}t") is not None]
    words = {"".join(t.text or "" for t in run.iter(f"{W}t")): run for run in runs[-4:]}
    assert filled.slots == ()
    assert "".join(t.text or "" for t in root.iter(f"{W}t")).endswith(PLAIN)
    assert words["bold"].find(f"{W}rPr/{W}b") is not None
    assert words["link"].getparent().tag == f"{W}hyperlink"


def test_points_on_a_slide_are_paragraphs_without_citations(tmp_path: Path) -> None:
    """A slide has its sources in the source line."""
    filled = fill(
        save_deck(tmp_path / "d.pptx", ("{{ sections[0].heading }}", "{{p sections[0].points }}")),
        make_material(**BRIEF),
    )

    assert read_deck(filled.package) == ["Support", "A point.", "Plain"]
    body: Any = open_deck(filled).slides[0].placeholders[1]
    assert [run.font.italic for run in body.text_frame.paragraphs[0].runs] == [None, True, None]


def test_lists_on_a_slide_take_the_levels_of_their_placeholder(tmp_path: Path) -> None:
    """The template says how each level looks."""
    filled = fill(
        save_deck(tmp_path / "d.pptx", ("T", "{{p sections[0].text }}")), make_material(**BRIEF)
    )

    body: Any = open_deck(filled).slides[0].placeholders[1]
    assert [(p.text, p.level) for p in body.text_frame.paragraphs] == [
        ("First bold.", 0),
        ("one", 0),
        ("deeper", 1),
        ("two", 0),
        ("a", 0),
        ("b", 0),
    ]
    assert "buChar" not in body._element.xml


def test_lists_in_a_text_box_bring_their_bullets(tmp_path: Path) -> None:
    """A text box has none of its own, and a list would look like paragraphs."""

    def change(deck: Any) -> None:
        add_box(deck.slides[0], "{{p sections[0].text }}")

    path = save_deck(tmp_path / "d.pptx", ("T", "x"), change=change)

    filled = fill(path, make_material(**BRIEF))

    xml = filled.package.parts["ppt/slides/slide1.xml"].decode()
    assert xml.count('<a:buChar char="•"/>') == 3
    assert 'type="arabicPeriod" startAt="2"' in xml


def test_the_label_of_an_exhibit_is_a_reference_in_the_text(tmp_path: Path) -> None:
    """Its number is known once the report is built."""
    filled = fill_lines(tmp_path, make_material(**BRIEF), "See {{ charts.fig.label }}.")

    (slot,) = filled.slots
    assert slot.inlines == (CrossReference(exhibit="fig"),)


def test_on_a_slide_a_label_has_no_number(tmp_path: Path) -> None:
    """Decks do not number their exhibits."""
    path = save_deck(tmp_path / "d.pptx", ("{{ charts.fig.label }}", "x"))

    assert read_deck(fill(path, make_material(**BRIEF)).package)[0] == "Figure"
