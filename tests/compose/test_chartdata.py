"""The data of charts that are pictures: tables in the report, notes in the deck."""

from __future__ import annotations

from typing import Any

from generator.compose import compose_report, compose_storyboard
from generator.compose.report import Heading
from generator.compose.storyboard import ChartSlide
from generator.text.blocks import Subheading, TextTable, to_plain
from tests.material import CHART, make_material

HEAT = {
    "kind": "heat-map",
    "title": "Trust rose",
    "unit": "percent",
    "data": [
        {"label": "Kyiv", "values": {"2023": 40, "2024": 55}},
        {"label": "Lviv", "values": {"2023": 48, "2024": None}},
    ],
}


def make(**charts: Any) -> Any:
    """Return the material of a brief whose one section shows `charts`."""
    names = list(charts)
    mentions = " ".join(f"@{name}" for name in names)
    section = {"heading": "Trust", "text": f"See {mentions}.", "exhibits": names}
    return make_material(charts=charts, sections=[section])


def list_tables(material: Any) -> list[tuple[str, list[list[str]]]]:
    """Return the title and the cells of each table under *Data of the charts*."""
    blocks = compose_report(material).blocks
    heads = [
        at
        for at, block in enumerate(blocks)
        if isinstance(block, Heading) and block.id == "chart-data"
    ]
    found: list[tuple[str, list[list[str]]]] = []
    title = ""
    for block in blocks[heads[0] :] if heads else ():
        if isinstance(block, Subheading):
            title = to_plain(block.inlines)
        if isinstance(block, TextTable):
            head = [to_plain(column.head) for column in block.grid.columns]
            rows = [[to_plain(cell) for cell in row] for row in block.grid.rows]
            found.append((title, [head, *rows]))
    return found


def test_a_drawn_chart_has_its_numbers_in_a_table_at_the_end() -> None:
    """Who cannot see the picture can read what it shows."""
    assert list_tables(make(**{"fig-heat": HEAT})) == [
        (
            "Trust rose (per cent)",
            [["", "2023", "2024"], ["Kyiv", "40%", "55%"], ["Lviv", "48%", "–"]],
        )
    ]


def test_a_native_chart_brings_its_workbook_and_needs_no_table() -> None:
    """The same numbers twice would be one place more to read."""
    assert list_tables(make(**{"fig-bar": CHART})) == []


def test_a_native_kind_that_is_drawn_on_request_has_a_table_as_well() -> None:
    """A picture has no workbook, whatever its kind."""
    tables = list_tables(make(**{"fig-bar": {**CHART, "render": "picture"}}))

    assert [title for title, _ in tables] == ["Budget support is the larger part (US$ billion)"]


def test_a_wide_chart_goes_on_in_another_table() -> None:
    """A page has room for some columns, not for twenty."""
    values = {str(year): year - 2000 for year in range(2005, 2020)}
    tables = list_tables(
        make(**{"fig-heat": {**HEAT, "data": [{"label": "Kyiv", "values": values}]}})
    )

    assert [len(cells[0]) for _, cells in tables] == [8, 8, 2]
    assert {title for title, _ in tables} == {"Trust rose (per cent)"}


def test_a_chart_that_the_report_leaves_out_has_no_table() -> None:
    """A table of what is not shown would puzzle readers."""
    material = make(**{"fig-heat": HEAT})
    report = material.brief.report.model_copy(update={"leave_out": ("fig-heat",)})
    hidden = make_material(
        charts={"fig-heat": HEAT},
        sections=[{"heading": "Trust", "text": "Much.", "exhibits": ["fig-heat"]}],
        report={"leave_out": list(report.leave_out)},
    )

    assert list_tables(hidden) == []


def test_the_notes_of_its_slide_tell_its_numbers() -> None:
    """Speaker notes are read aloud by screen readers, and by speakers."""
    slides = compose_storyboard(make(**{"fig-heat": HEAT})).slides
    (slide,) = [slide for slide in slides if isinstance(slide, ChartSlide)]

    assert slide.frame.notes[-3:] == (
        "Data of the charts: Trust rose, per cent",
        "Kyiv\N{NO-BREAK SPACE}– 2023 40%, 2024 55%",
        "Lviv\N{NO-BREAK SPACE}– 2023 48%, 2024 –",
    )
