"""Native charts: the cache that Office draws, the workbook that it edits, and their looks."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils.datetime import to_excel
from pptx import Presentation
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from generator.brief.exhibits import ChartKind
from generator.charts import ChartStyle, NativeChart, Plot, make_native_chart
from generator.charts.planning.drawnkinds import DRAWN_KINDS
from generator.charts.planning.kinds import CATEGORY_KINDS
from generator.units import Size, inches
from tests.charts.samples import make_plot
from tests.office import find_errors

SIZE = Size(inches(6), inches(3))
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

KINDS = pytest.mark.parametrize("kind", [kind for kind in ChartKind if kind not in DRAWN_KINDS])


def make(plot: Plot) -> NativeChart:
    """Return the native chart of a plot in the default look."""
    return make_native_chart(plot, ChartStyle(), SIZE)


def parse(plot: Plot) -> Any:
    """Return the chart part of a plot, parsed."""
    return etree.fromstring(make(plot).xml)


def read_cache(root: Any, tag: str) -> dict[str, list[Any]]:
    """Return what is cached of each range that series name by `tag`: gaps are None."""
    cached: dict[str, list[Any]] = {}
    series = list(root.iter(f"{C}ser"))
    for range_ in (found for each in series for found in each.iterfind(f"{C}{tag}/*")):
        cache = range_[1]
        is_text = range_.tag == f"{C}strRef"
        points = {int(point.get("idx")): point.findtext(f"{C}v") for point in cache.iter(f"{C}pt")}
        count = int(cache.find(f"{C}ptCount").get("val"))
        cells = [points.get(at) for at in range(count)]
        numbers = [None if cell is None else float(cell) for cell in cells if not is_text]
        cached[range_.findtext(f"{C}f")] = cells if is_text else numbers
    return cached


def read_cells(data: bytes, ranges: Any) -> dict[str, list[Any]]:
    """Return the cells of the workbook in ranges such as `Data!$B$2:$B$4`."""
    (sheet,) = load_workbook(io.BytesIO(data)).worksheets
    found: dict[str, list[Any]] = {}
    for range_ in ranges:
        name, _, cells = range_.partition("!")
        assert name == sheet.title
        block: Any = sheet[cells.replace("$", "")]
        values = [cell.value for (cell,) in block] if ":" in cells else [block.value]
        found[range_] = [to_excel(each) if isinstance(each, datetime) else each for each in values]
    return found


TAGS = ("tx", "cat", "val", "xVal", "yVal", "bubbleSize")


@KINDS
def test_what_is_cached_stands_in_the_cells_that_are_named(kind: ChartKind) -> None:
    """Office draws one and edits the other; a reader must never see them differ."""
    native = make(make_plot(kind))
    root = etree.fromstring(native.xml)
    cached = {range_: cells for tag in TAGS for range_, cells in read_cache(root, tag).items()}

    assert len(cached) > 2
    assert read_cells(native.workbook, cached) == cached


@pytest.mark.parametrize("kind", list(CATEGORY_KINDS))
def test_the_cache_holds_what_the_plot_does(kind: ChartKind) -> None:
    """Nothing is reckoned again on the way into the file."""
    plot = make_plot(kind)
    cached = read_cache(etree.fromstring(make(plot).xml), "val")

    assert list(cached.values()) == [
        [None if value is None else float(value) for value in series.values]
        for series in plot.series
    ]


@KINDS
def test_every_column_of_the_workbook_has_a_head_of_its_own(kind: ChartKind) -> None:
    """Whoever edits the data must know which column is which, helpers too."""
    plot = make_plot(kind)
    (sheet,) = load_workbook(io.BytesIO(make(plot).workbook)).worksheets
    heads = [cell.value for cell in sheet[1]][1:]

    assert heads == [*(each.name for each in plot.columns), *(each.name for each in plot.series)]
    assert len(set(heads)) == len(heads)


def test_words_at_marks_stand_in_cells_of_the_workbook() -> None:
    """Office reads the labels of a waterfall from the column of its steps."""
    native = make(make_plot("waterfall"))
    root = etree.fromstring(native.xml)
    extension = "{http://schemas.microsoft.com/office/drawing/2012/chart}"
    (named,) = root.iter(f"{extension}datalabelsRange")
    cells = read_cells(native.workbook, [named.findtext(f"{extension}f")])

    assert list(cells.values()) == [[40, 12.5, -20, 32.5, -50, -17.5]]
    labels = [point.findtext(f"{C}v") for point in named.iter(f"{C}pt")]
    assert labels == ["40.0", "+12.5", "−20.0", "32.5", "−50.0", "−17.5"]


@KINDS
def test_colours_are_slots_of_the_theme(kind: ChartKind) -> None:
    """A change of theme recolours every chart."""
    root = parse(make_plot(kind))

    assert list(root.iter(f"{A}srgbClr")) == []
    assert {font.get("typeface")[0] for font in root.iter(f"{A}latin")} == {"+"}


@KINDS
def test_nothing_is_left_for_the_program_to_add(kind: ChartKind) -> None:
    """No automatic title, no curved line, no negative axis id, text of a fixed size."""
    root = parse(make_plot(kind))
    ids = [int(axis.get("val")) for axis in root.iter(f"{C}axId")]

    assert root.find(f"{C}chart/{C}autoTitleDeleted").get("val") == "1"
    assert {smooth.get("val") for smooth in root.iter(f"{C}smooth")} <= {"0"}
    assert all(0 <= id_ < 2**31 for id_ in ids)
    assert all(text.get("sz") for text in root.iter(f"{A}defRPr"))


def test_the_first_category_of_lying_bars_stands_on_top() -> None:
    """Office would draw it at the bottom."""
    axis = parse(make_plot("bar")).find(f".//{C}catAx")

    assert axis.find(f"{C}scaling/{C}orientation").get("val") == "maxMin"


def test_text_of_the_author_never_becomes_a_formula() -> None:
    """`=1+1` is a name; so are addresses and numbers in quotes."""
    names = ("=1+1", "+A1", "@x", "https://example.org", "007")
    plot = make_plot("bar", [(name, 1) for name in names], order="data")
    (sheet,) = load_workbook(io.BytesIO(make(plot).workbook)).worksheets
    cells = [sheet.cell(row, 1) for row in range(2, 7)]

    assert [cell.value for cell in cells] == list(names)
    assert {cell.data_type for cell in cells} == {"s"}


# A name of blanks alone, and the marks of expressions, are refused when a brief is read.
NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=60).filter(
    lambda name: name.strip() and not any(mark in name for mark in ("{{", "{%", "[@"))
)


@given(NAMES)
def test_any_name_comes_back_unchanged(name: str) -> None:
    """`<&>`, quotation marks, Arabic, emoji."""
    plot = make_plot("column", ((name, 1), ("other of them", 2)))
    (series,) = parse(plot).iter(f"{C}ser")
    cached = series.find(f"{C}cat/{C}strRef/{C}strCache/{C}pt/{C}v").text

    assert cached == plot.categories[0] == " ".join(name.split())


@KINDS
def test_the_same_plot_gives_the_same_bytes(kind: ChartKind) -> None:
    """Also of the workbook, which would bear the time of its making."""
    assert make(make_plot(kind)) == make(make_plot(kind))


@pytest.mark.slow
@KINDS
def test_microsofts_validator_accepts_it(kind: ChartKind, tmp_path: Path) -> None:
    """In a slide, with its workbook."""
    native = make(make_plot(kind))
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    package = slide.part.package
    types = "application/vnd.openxmlformats-officedocument."
    chart = Part(
        PackURI("/ppt/charts/chart1.xml"), f"{types}drawingml.chart+xml", package, native.xml
    )
    book = Part(
        PackURI("/ppt/embeddings/book1.xlsx"),
        f"{types}spreadsheetml.sheet",
        package,
        native.workbook,
    )
    rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    assert chart.relate_to(book, f"{rels}/package") == "rId1"
    slide.part.relate_to(chart, f"{rels}/chart")
    deck.save(str(tmp_path / "deck.pptx"))

    assert zipfile.is_zipfile(io.BytesIO(native.workbook))
    assert find_errors(tmp_path / "deck.pptx") == []
