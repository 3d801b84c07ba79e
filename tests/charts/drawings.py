"""Decks with native charts that a designer has drawn, for the tests of binding."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
from lxml import etree
from pptx import Presentation
from pptx.chart.data import BubbleChartData, CategoryChartData, XyChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from generator.ooxml.opc import Element, Package
from generator.ooxml.opening import open_package

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MARK = "\U0010fffd{}\U0010fffd"
PART = "ppt/charts/{}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a chart shows and what its workbook holds.

    Attributes:
        series: Name → values, from the caches.
        cells: The same from the cells that the formulas name.
    """

    categories: tuple[str, ...]
    series: dict[str, tuple[float | None, ...]]
    cells: dict[str, tuple[float | None, ...]]


def parse(markup: str) -> Element:
    """Return an element of a chart part."""
    spaces = f'xmlns:c="{C[1:-1]}" xmlns:a="{A[1:-1]}"'
    return etree.fromstring(f"<r {spaces}>{markup}</r>")[0]


def plan_chart_data(kind: XL_CHART_TYPE, series: int, points: int) -> Any:
    """Return data of `series` rows of `points` numbers, as `kind` takes them."""
    if kind.name.startswith("XY"):
        data: Any = XyChartData(number_format="0.0")
    elif kind.name.startswith("BUBBLE"):
        data = BubbleChartData(number_format="0.0")
    else:
        data = CategoryChartData(number_format="0.0")
        data.categories = [f"Old {number}" for number in range(points)]
        for number in range(series):
            data.add_series(f"Was {number}", [number + at + 1 for at in range(points)])
        return data
    for number in range(series):
        row = data.add_series(f"Was {number}")
        for at in range(points):
            sizes = (at + 1,) if kind.name.startswith("BUBBLE") else ()
            row.add_data_point(at, at + number, *sizes)
    return data


def write_deck(path: Path, *kinds: XL_CHART_TYPE, series: int = 2, points: int = 4) -> Any:
    """Write a deck with a slide for each of `kinds`; return the open presentation."""
    deck: Any = Presentation()
    for number, kind in enumerate(kinds):
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        frame = slide.shapes.add_chart(
            kind, 0, Inches(1), Inches(6), Inches(4), plan_chart_data(kind, series, points)
        )
        frame.chart.has_legend = True
        _mend(frame.chart._chartSpace)
        frame._element.nvGraphicFramePr.cNvPr.set("descr", MARK.format(number))
    deck.save(path)
    return deck


def _mend(root: Any) -> None:
    """Mend what python-pptx writes and no schema allows."""
    for axis in root.iter(f"{C}axId", f"{C}crossAx"):
        axis.set("val", axis.get("val").lstrip("-"))
    for smooth in root.findall(f".//{C}radarChart/{C}ser/{C}smooth"):
        smooth.getparent().remove(smooth)


def open_chart(
    folder: Path, kind: XL_CHART_TYPE, *, series: int = 2, points: int = 4
) -> tuple[Package, str, Element]:
    """Return a package with one chart, the name of its part, and the root of that."""
    path = folder / "drawn.pptx"
    write_deck(path, kind, series=series, points=points)
    package = open_package(path)
    (name,) = [name for name in package.names if "charts/chart" in name]
    return package, name, package.read_xml(name)


def read_shown(package: Package, part: str) -> Shown:
    """Return what the chart `part` shows, with all three accounts of it."""
    root = package.read_xml(part)
    (link,) = [link for link in package.links[part] if link.kind == "package"]
    sheet: Any = openpyxl.load_workbook(io.BytesIO(package.parts[link.target])).worksheets[0]
    series: dict[str, tuple[float | None, ...]] = {}
    cells: dict[str, tuple[float | None, ...]] = {}
    categories: tuple[str, ...] = ()
    for each in root.iter(f"{C}ser"):
        name = each.findtext(f"{C}tx/{C}strRef/{C}strCache/{C}pt/{C}v") or ""
        values = each.find(f"{C}val") if each.find(f"{C}val") is not None else each.find(f"{C}yVal")
        series[name] = _read_cache(values)
        head = sheet[_find_cells(each.find(f"{C}tx"))].value
        cells[head] = tuple(cell[0].value for cell in sheet[_find_cells(values)])
        categories = tuple(v.text or "" for v in each.iterfind(f"{C}cat//{C}v")) or categories
    return Shown(categories=categories, series=series, cells=cells)


def _read_cache(values: Element) -> tuple[float | None, ...]:
    count = int(values.find(f".//{C}ptCount").get("val"))
    points = {int(p.get("idx")): float(p.findtext(f"{C}v")) for p in values.iter(f"{C}pt")}
    return tuple(points.get(at) for at in range(count))


def _find_cells(source: Element) -> str:
    found = re.fullmatch(r"Data!(.+)", source.findtext(f".//{C}f"))
    assert found
    return found[1].replace("$", "")
