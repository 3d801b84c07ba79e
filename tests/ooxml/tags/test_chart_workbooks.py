"""Names of charts that are tags: rendered in what is shown, and in the cells behind it."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.table import Table
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from generator import render_pptx

SERIES = "{{ name }}"
CATEGORY = "{{ year }}"


def write_deck(
    path: Path, *, workbook: bytes | None = None, tags: tuple[str, str] = ("", "")
) -> bytes:
    """Write a deck of one slide with a chart whose names are tags, repeated if `tags` say so."""
    deck: Any = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    data = CategoryChartData()
    data.categories = [CATEGORY, "{{ year }}b", "plain"]
    data.add_series(SERIES, (1, 2, 3))
    data.add_series("plain", (4, 5, 6))
    frame = slide.shapes.add_chart(
        XL_CHART_TYPE.COLUMN_CLUSTERED, 0, Inches(1), Inches(6), Inches(4), data
    )
    if workbook is not None:
        frame.chart.part.chart_workbook.update_from_xlsx_blob(workbook)
    box = slide.shapes.add_textbox(0, 0, Inches(6), Inches(1))
    box.text_frame.text = tags[0] + tags[1]
    deck.save(path)
    return frame.chart.part.chart_workbook.xlsx_part.blob


def read_charts(path: Path) -> list[tuple[list[str], list[str], list[list[Any]]]]:
    """Return for each chart its names of series and categories, and the rows of its workbook."""
    found: list[tuple[list[str], list[str], list[list[Any]]]] = []
    deck: Any = Presentation(str(path))
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_chart:
                chart = shape.chart
                blob = chart.part.chart_workbook.xlsx_part.blob
                rows = openpyxl.load_workbook(io.BytesIO(blob)).worksheets[0].iter_rows()
                found.append(
                    (
                        [series.name for series in chart.plots[0].series],
                        list(chart.plots[0].categories),
                        [[cell.value for cell in row] for row in rows],
                    )
                )
    return found


def test_cells_hold_what_the_chart_shows(tmp_path: Path) -> None:
    """Whoever edits the data in Office must not see tags come back."""
    write_deck(tmp_path / "t.pptx")

    render_pptx(tmp_path / "t.pptx", {"name": "Aid & more", "year": "2024"}, tmp_path / "o.pptx")

    ((names, categories, rows),) = read_charts(tmp_path / "o.pptx")
    assert names == ["Aid & more", "plain"]
    assert categories == ["2024", "2024b", "plain"]
    assert rows == [
        [None, "Aid & more", "plain"],
        ["2024", 1, 4],
        ["2024b", 2, 5],
        ["plain", 3, 6],
    ]


def test_each_copy_of_a_chart_has_cells_of_its_own(tmp_path: Path) -> None:
    """A slide for each country: the data behind each chart are named after that country."""
    write_deck(
        tmp_path / "t.pptx",
        tags=("{%slide for name in many %}", "{%slide endfor %}"),
    )
    many = [f"Country {number}" for number in range(5)]

    render_pptx(tmp_path / "t.pptx", {"many": many, "year": "2024"}, tmp_path / "o.pptx")

    charts = read_charts(tmp_path / "o.pptx")
    assert [names[0] for names, _, _ in charts] == many
    assert [rows[0][1] for _, _, rows in charts] == many


def test_the_heads_of_a_table_stay_the_names_of_its_columns(tmp_path: Path) -> None:
    """Excel repairs a workbook where they differ, and Office puts the data into a table."""
    blob = write_deck(tmp_path / "t.pptx")
    book = openpyxl.load_workbook(io.BytesIO(blob))
    sheet: Any = book.worksheets[0]
    sheet["A1"] = "Names"
    sheet.add_table(Table(displayName="Data", ref="A1:C4"))
    target = io.BytesIO()
    book.save(target)
    write_deck(tmp_path / "t.pptx", workbook=target.getvalue())

    render_pptx(tmp_path / "t.pptx", {"name": "Aid", "year": "2024"}, tmp_path / "o.pptx")

    deck: Any = Presentation(str(tmp_path / "o.pptx"))
    chart = next(shape.chart for shape in deck.slides[0].shapes if shape.has_chart)
    blob = chart.part.chart_workbook.xlsx_part.blob
    made: Any = openpyxl.load_workbook(io.BytesIO(blob)).worksheets[0]
    columns = [column.name for column in made.tables["Data"].tableColumns]
    assert columns == [cell.value for cell in made[1]] == ["Names", "Aid", "plain"]


def test_a_table_whose_columns_would_be_named_alike_becomes_cells(tmp_path: Path) -> None:
    """Two columns of one name are not allowed in a table, though they are in a chart."""
    blob = write_deck(tmp_path / "t.pptx")
    book = openpyxl.load_workbook(io.BytesIO(blob))
    sheet: Any = book.worksheets[0]
    sheet["A1"] = "Names"
    sheet.add_table(Table(displayName="Data", ref="A1:C4"))
    target = io.BytesIO()
    book.save(target)
    write_deck(tmp_path / "t.pptx", workbook=target.getvalue())

    render_pptx(tmp_path / "t.pptx", {"name": "Plain", "year": "2024"}, tmp_path / "o.pptx")

    deck: Any = Presentation(str(tmp_path / "o.pptx"))
    chart = next(shape.chart for shape in deck.slides[0].shapes if shape.has_chart)
    blob = chart.part.chart_workbook.xlsx_part.blob
    made: Any = openpyxl.load_workbook(io.BytesIO(blob)).worksheets[0]
    assert not made.tables
    assert [cell.value for cell in made[1]] == ["Names", "Plain", "plain"]


@pytest.mark.parametrize("broken", [b"", b"PK nothing", b"no zip at all"])
def test_a_broken_workbook_stays_as_it_is(tmp_path: Path, broken: bytes) -> None:
    """The chart is right all the same; what is broken in the template is not ours to mend."""
    write_deck(tmp_path / "t.pptx", workbook=broken)

    render_pptx(tmp_path / "t.pptx", {"name": "Aid", "year": "2024"}, tmp_path / "o.pptx")

    deck: Any = Presentation(str(tmp_path / "o.pptx"))
    chart = next(shape.chart for shape in deck.slides[0].shapes if shape.has_chart)
    assert chart.part.chart_workbook.xlsx_part.blob == broken
    assert [series.name for series in chart.plots[0].series] == ["Aid", "plain"]
