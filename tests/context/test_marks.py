"""Marks: what a template leaves for the builders, and where it cannot."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.util import Cm

from generator.compose.slots import SlotKind, find_number
from generator.errors import TagsError, TemplateError
from tests.context.templates import (
    A,
    W,
    add_box,
    fill,
    fill_lines,
    read_deck,
    read_report,
    save_deck,
    save_report,
)
from tests.material import CHART, TABLE, make_material

BRIEF: dict[str, Any] = {
    "charts": {"fig": CHART},
    "tables": {"tab": TABLE},
    "sections": [{"heading": "Support", "exhibits": ["fig", "tab"]}, {"heading": "Outlook"}],
    "recommendations": [{"title": "Go on", "who": "All", "what": "Do."}],
}
BLOCKS = {
    "{{p chart('fig') }}": (SlotKind.CHART, "fig"),
    "{{ table('tab') }}": (SlotKind.TABLE, "tab"),
    "{{p section('outlook') }}": (SlotKind.SECTION, "outlook"),
    "{{p section('recommendations') }}": (SlotKind.SECTION, "recommendations"),
    "{{p body }}": (SlotKind.BODY, ""),
    "{{p body() }}": (SlotKind.BODY, ""),
    "{{p charts.fig }}": (SlotKind.CHART, "fig"),
    "{{p sections[0].exhibits[1] }}": (SlotKind.TABLE, "tab"),
}


@pytest.mark.parametrize("said", BLOCKS)
def test_a_block_in_a_report_is_a_paragraph_with_one_run_that_is_the_mark(
    tmp_path: Path, said: str
) -> None:
    """The builder finds the place by it, and takes the format of the paragraph."""
    path = save_report(tmp_path / "r.docx", "Before", said, "After")

    filled = fill(path, make_material(**BRIEF))

    (slot,) = filled.slots
    paragraph = list(filled.package.read_xml(filled.package.main).iter(f"{W}p"))[1]
    (run,) = paragraph.findall(f"{W}r")
    assert [child.tag for child in run if child.tag != f"{W}rPr"] == [f"{W}t"]
    assert run.find(f"{W}t").text == slot.mark
    assert (slot.kind, slot.name) == BLOCKS[said]
    assert read_report(filled.package) == ["Before", slot.mark, "After"]


def test_a_block_inside_a_paragraph_parts_it(tmp_path: Path) -> None:
    """What stands around the tag is kept, before and after the chart."""
    filled = fill_lines(tmp_path, make_material(**BRIEF), "See {{ chart('fig') }} above.")

    assert read_report(filled.package) == ["See ", filled.slots[0].mark, " above."]


@pytest.mark.parametrize("said", BLOCKS)
def test_on_a_slide_the_mark_is_all_of_a_run(tmp_path: Path, said: str) -> None:
    """The shape around it gives the room."""
    filled = fill(save_deck(tmp_path / "d.pptx", ("T", said)), make_material(**BRIEF))

    (slot,) = filled.slots
    slide = next(name for name in filled.package.names if "slides/slide" in name)
    marks = [
        text
        for text in filled.package.read_xml(slide).iter(f"{A}t")
        if find_number(text.text) is not None
    ]
    assert [mark.text for mark in marks] == [slot.mark]
    assert (slot.kind, slot.name) == BLOCKS[said]


def test_slots_come_in_the_order_of_the_document(tmp_path: Path) -> None:
    """Exhibits are numbered in that order, whatever the order of evaluation was."""
    lines = (
        "{% set late = table('tab') %}{{ chart('fig') }}",
        "{%p for s in sections %}",
        "{{p section(s.id) }}",
        "{%p endfor %}",
        "{{p late }}",
        "{{p body }}",
    )

    filled = fill_lines(tmp_path, make_material(**BRIEF), *lines)

    assert [slot.name for slot in filled.slots] == ["fig", "support", "outlook", "tab", ""]
    assert [slot.mark for slot in filled.slots] == [
        text for text in read_report(filled.package) if text
    ]


def test_slides_in_a_loop_have_a_mark_each(tmp_path: Path) -> None:
    """A slide for each chart is what a loop over slides is for."""

    def change(deck: Any) -> None:
        add_box(deck.slides[0], "{%slide endfor %}")

    title = "{%slide for id, one in charts.items() %}{{ one.title }}"
    path = save_deck(tmp_path / "d.pptx", (title, "{{ chart(id) }}"), change=change)
    charts = {"charts": {"fig": CHART, "second": CHART, "third": CHART}}

    filled = fill(path, make_material(**charts))

    assert [slot.name for slot in filled.slots] == ["fig", "second", "third"]
    assert sum(find_number(text) is not None for text in read_deck(filled.package)) == 3


def test_a_caption_can_be_left_to_the_template(tmp_path: Path) -> None:
    """Some designers set title and source by hand."""
    filled = fill_lines(tmp_path, make_material(**BRIEF), "{{p chart('fig', caption=false) }}")

    assert [slot.has_caption for slot in filled.slots] == [False]


@pytest.mark.parametrize("said", ["chart('fig'{})", "table('tab'{})"])
@pytest.mark.parametrize(
    ("option", "report", "deck"),
    [("", True, False), (", caption=false", False, False), (", caption=true", True, True)],
)
def test_captions_come_by_themselves_in_text_and_not_on_slides(
    tmp_path: Path, said: str, option: str, *, report: bool, deck: bool
) -> None:
    """In text an exhibit needs its number; on a slide it fills the shape that is there for it."""
    tag = f"{{{{ {said.format(option)} }}}}"
    paths = (save_report(tmp_path / "r.docx", tag), save_deck(tmp_path / "d.pptx", ("T", tag)))

    slots = [fill(path, make_material(**BRIEF)).slots[0] for path in paths]

    assert [slot.has_caption for slot in slots] == [report, deck]


def test_an_exhibit_of_a_loop_on_a_slide_comes_without_caption_too(tmp_path: Path) -> None:
    """`{{ shown }}` and `{{ chart(shown.id) }}` are the same."""
    path = save_deck(tmp_path / "d.pptx", ("T", "{{ charts.fig }}"))

    assert [slot.has_caption for slot in fill(path, make_material(**BRIEF)).slots] == [False]


def test_a_slot_from_the_alt_text_of_a_shape_knows_its_place(tmp_path: Path) -> None:
    """A builder that finds no room there must say where."""

    def change(deck: Any) -> None:
        box = add_box(deck.slides[1], "")
        box._element.nvSpPr.cNvPr.set("descr", "{{ chart('fig') }}")

    path = save_deck(tmp_path / "d.pptx", ("T", "x"), ("T", "y"), change=change)

    (slot,) = fill(path, make_material(**BRIEF)).slots

    assert slot.place.startswith("slide 2, shape 'TextBox")


@pytest.mark.parametrize(
    ("said", "message", "hint"),
    [
        ("{{p chart('figg') }}", "the brief has no chart 'figg'", "did you mean 'fig'?"),
        ("{{p chart('tab') }}", "'tab' is a table", "write table('tab')"),
        ("{{p table('zzz') }}", "the brief has no table 'zzz'", "it has tab"),
        ("{{p section('suport') }}", "the brief has no section 'suport'", "'support'"),
        ("{{p chart() }}", "'chart' cannot take this", "write chart('its-id')"),
        ("{{p chart('fig', size=3) }}", "'chart' cannot take this", "caption=false"),
        ("{{p 'x' ~ table('tab') }}", "a table cannot stand inside other text", "'{{p'"),
        ("{{ body | upper }}", "the body cannot stand inside other text", "'{{p'"),
        ("{{ 'x' ~ chart('fig') }}", "the chart 'fig' cannot stand inside other text", "'{{p'"),
    ],
)
def test_what_cannot_be_placed_is_told(tmp_path: Path, said: str, message: str, hint: str) -> None:
    """Ids change; the designer must find the tag that names one which is gone."""
    with pytest.raises(TagsError) as caught:
        fill_lines(tmp_path, make_material(**BRIEF), said)

    (error,) = caught.value.errors
    assert message in error.message
    assert hint in (error.hint or "")
    assert error.place is not None
    assert error.place.file.endswith("report.docx")


@pytest.mark.parametrize("said", ["{{p body }}", "{{ chart('fig') }}", "{{p section('support') }}"])
def test_a_header_holds_no_blocks(tmp_path: Path, said: str) -> None:
    """Nobody means a chart there, and Word would repeat it on every page."""

    def change(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = said

    path = save_report(tmp_path / "r.docx", "x", change=change)

    with pytest.raises(TagsError) as caught:
        fill(path, make_material(**BRIEF))

    (error,) = caught.value.errors
    assert "cannot stand here" in error.message
    assert "header" in error.message


def test_a_template_with_the_sign_of_marks_is_refused(tmp_path: Path) -> None:
    """Else its text could be taken for a place to fill."""
    with pytest.raises(TemplateError, match=r"U\+10FFFD"):
        fill_lines(tmp_path, make_material(**BRIEF), "\U0010fffd0\U0010fffd {{ title }}")


def _draw_chart(deck: Any) -> None:
    data = CategoryChartData()
    data.categories = ["Old A", "Old B"]
    data.add_series("Old", (1, 2))
    frame = deck.slides[0].shapes.add_chart(
        XL_CHART_TYPE.BAR_CLUSTERED, Cm(2), Cm(2), Cm(10), Cm(5), data
    )
    frame._element.nvGraphicFramePr.cNvPr.set("descr", "{{ chart('fig') }}")


def test_a_native_chart_whose_alt_text_names_a_chart_shows_its_data(tmp_path: Path) -> None:
    """The designer's chart keeps its looks; the body does not bring it again."""
    path = save_deck(tmp_path / "d.pptx", ("T", "{{ body }}"), change=_draw_chart)

    filled = fill(path, make_material(**BRIEF))

    (slot,) = filled.slots
    chart = next(data for name, data in filled.package.parts.items() if "charts/chart" in name)
    assert "fig" in slot.leave_out
    assert b"Budget" in chart
    assert b"Old A" not in chart
    assert filled.material.named == {"fig": "“Budget support is the larger part”"}


def test_a_chart_that_cannot_be_bound_is_told_with_its_place(tmp_path: Path) -> None:
    """A line is no chart, and has no text that could give way to one."""

    def change(deck: Any) -> None:
        ends = (Cm(1), Cm(1), Cm(5), Cm(5))
        line = deck.slides[0].shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends)
        line._element.nvCxnSpPr.cNvPr.set("descr", "{{ chart('fig') }}")

    path = save_deck(tmp_path / "d.pptx", ("T", "x"), change=change)

    with pytest.raises(TagsError) as caught:
        fill(path, make_material(**BRIEF))

    (error,) = caught.value.errors
    assert "slide 1" in error.message
    assert "no native chart" in error.message
