"""Exhibits: live numbers, references to them, alternative text, a source under each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.brief.exhibits import ChartKind, Render
from generator.compose.report import ChartExhibit, TableExhibit
from generator.errors import DataError
from generator.inventory.report import PageInfo
from generator.text.blocks import CrossReference
from generator.units import Size, inches
from generator.word.drawings import plan_size
from tests.word.reading import Built, R, W, build, text_of
from tests.word.samples import NBSP, make_caption, make_grid, make_plot, make_report, said

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
TITLE = "Four cities hold most of the homes that lost their heat"
CHART = ChartExhibit(caption=make_caption("fig-a"), plot=make_plot(), render=Render.NATIVE)
TABLE = TableExhibit(caption=make_caption("tab-a", 1, "Table"), grid=make_grid(3), alt="Cities.")


def _instructions(built: Built) -> list[str]:
    return [(code.text or "").strip() for code in built.body.iter(f"{W}instrText")]


def test_a_caption_counts_by_itself() -> None:
    """When an editor moves a figure, Word numbers anew."""
    built = build(CHART, TABLE)

    assert _instructions(built) == ["SEQ Figure \\* ARABIC", "SEQ Table \\* ARABIC"]
    assert built.texts("Caption")[0].startswith(f"Figure{NBSP}1\N{EN SPACE}Four cities")


def test_a_reference_shows_what_its_bookmark_holds() -> None:
    """The stored text is what Word will put there, so updating changes nothing."""
    built = build(said("See ", CrossReference(exhibit="fig-a"), "."), CHART)
    (caption,) = built.paragraphs("Caption")
    start = caption.find(f"{W}bookmarkStart")
    name = start.get(f"{W}name")
    held = ""
    for element in start.itersiblings():
        if element.tag == f"{W}bookmarkEnd":
            break
        held += text_of(element)

    assert built.texts("BodyText") == [f"See Figure{NBSP}1."]
    assert held == f"Figure{NBSP}1"
    assert f"REF {name} \\h" in _instructions(built)


def test_a_label_without_a_space_is_kept() -> None:
    """Japanese writes the number close to the word."""
    labelled = replace(make_report(CHART), labels={"fig-a": "図1"})

    assert Built(labelled).texts("Caption")[0].startswith("図1\N{EN SPACE}")


def test_a_reference_to_nothing_is_an_error_with_a_hint() -> None:
    """A report must not say "Figure ?"."""
    with pytest.raises(DataError, match="'fig-b'") as caught:
        build(said(CrossReference(exhibit="fig-b")), CHART)

    assert caught.value.hint == "did you mean 'fig-a'?"


def test_a_native_chart_comes_with_its_workbook() -> None:
    """Without the workbook the chart cannot be edited."""
    built = build(CHART, CHART_2)
    (first, second) = built.body.iter("{*}chart")
    rels = built.open().part.rels
    chart = rels[first.get(f"{R}id")].target_part

    assert chart.partname == "/word/charts/chart1.xml"
    assert rels[second.get(f"{R}id")].target_part.partname == "/word/charts/chart2.xml"
    assert chart.rels["rId1"].target_part.partname.endswith("Worksheet1.xlsx")
    assert chart.rels["rId1"].target_part.blob[:2] == b"PK"


CHART_2 = ChartExhibit(caption=make_caption("fig-b", 2), plot=make_plot(), render=Render.NATIVE)


def test_a_picture_is_embedded_as_png() -> None:
    """Kinds that Office cannot draw are pictures."""
    picture = ChartExhibit(caption=make_caption("fig-a"), plot=make_plot(), render=Render.PICTURE)
    built = build(picture)

    assert built.parts["word/media/chart1.png"].startswith(b"\x89PNG")
    assert len(built.open().inline_shapes) == 1


@pytest.mark.parametrize("render", list(Render))
def test_every_drawing_has_alternative_text_and_an_id_of_its_own(render: Render) -> None:
    """A reader who cannot see the chart hears its message."""
    blocks = [
        ChartExhibit(caption=make_caption(f"fig-{n}", n), plot=make_plot(), render=render)
        for n in (1, 2, 3)
    ]
    properties = [*build(*blocks).body.iter(f"{WP}docPr")]

    assert [item.get("descr") for item in properties] == [make_plot().alt] * 3
    assert len({item.get("id") for item in properties}) == 3


def test_caption_exhibit_note_and_source_stay_on_one_page() -> None:
    """A chart without its source, or a caption without its chart, is of no use."""
    lines = [line for line in build(CHART).body if line.tag == f"{W}p"]
    kept = [line.find(f"{W}pPr/{W}keepNext") is not None for line in lines]

    assert kept == [True, True, True, True, False]
    assert text_of(lines[3]).startswith("Note: ")
    assert text_of(lines[4]).startswith("Source: ")


def test_a_table_tells_a_screen_reader_what_it_shows() -> None:
    """Title and description stand in the table's own properties."""
    built = build(TABLE)

    assert built.values("w:tblCaption") == [TITLE]
    assert built.values("w:tblDescription") == ["Cities."]


def test_an_exhibit_without_subtitle_note_and_source_leaves_no_empty_line() -> None:
    """Empty parts are left out."""
    bare = replace(make_caption("fig-a"), subtitle=(), note=(), source=())
    built = build(ChartExhibit(caption=bare, plot=make_plot(), render=Render.NATIVE))

    assert built.texts() == [f"Figure{NBSP}1\N{EN SPACE}{TITLE}", ""]  # the second holds the chart


def _page(width: float, height: float) -> PageInfo:
    """Return a page that leaves `width` × `height` inches to text."""
    edge = inches(1)
    size = Size(inches(width + 2), inches(height + 2))
    return PageInfo(size=size, left=edge, right=edge, top=edge, bottom=edge)


def test_lying_bars_grow_with_their_number_within_the_page() -> None:
    """Three bars need no half page, and thirty must still fit on one."""
    page = _page(6, 9.7)
    few, many, most = (
        plan_size(make_plot(tuple(f"c{n}" for n in range(count))), page).height
        for count in (3, 10, 60)
    )

    assert few < many < most <= inches(6.5)
    assert plan_size(make_plot(kind=ChartKind.LINE), page).height == inches(3)


def test_a_chart_on_a_page_on_its_side_leaves_room_for_its_caption() -> None:
    """A landscape page is wide, and a chart of half its width would be as tall as the page."""
    page = _page(11, 5)

    assert plan_size(make_plot(kind=ChartKind.LINE), page).height == inches(3.5)
