"""Templates with native charts that a designer has drawn, and tags that name them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import openpyxl
from docx import Document
from lxml import etree
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Cm

from generator.ooxml.opc import Element, Package
from generator.ooxml.opening import open_package
from tests.charts.drawings import A, C

WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_BOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def add_drawn(slide: Any, alt: str) -> Any:
    """Draw a bar chart with old numbers on a slide; return its frame."""
    data = CategoryChartData(number_format="0")
    data.categories = ["Old A", "Old B"]
    data.add_series("Old", (1, 2))
    box = (Cm(2), Cm(2), Cm(10), Cm(8))
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *box, data)
    frame.chart.plots[0].has_data_labels = True
    for axis in frame.chart._chartSpace.iter(f"{C}axId", f"{C}crossAx"):
        axis.set("val", axis.get("val").lstrip("-"))  # python-pptx writes what no schema allows
    frame._element.nvGraphicFramePr.cNvPr.set("descr", alt)
    return frame


def save_drawn_report(
    path: Path, alt: str, *, around: tuple[str, str] = ("", ""), in_header: bool = False
) -> Path:
    """Write a Word template with a chart, in the text between two paragraphs or in the header."""
    document: Any = Document()
    document.add_paragraph("{{ title }}")
    holder: Any = document.sections[0].header if in_header else document
    for text in (around[0], "drawn", around[1]):
        holder.add_paragraph(text)
    document.save(str(path))
    package = open_package(path, has_tags=True)
    part = next((name for name in package.names if in_header and "header" in name), package.main)
    root = package.read_xml(part)
    text = next(each for each in root.iter(f"{{{W}}}t") if each.text == "drawn")
    run = text.getparent()
    run.replace(text, _draw(package.relate(part, "chart", _add_chart(package)), alt))
    package.write_xml(part, root)
    path.write_bytes(package.to_bytes())
    return path


def _add_chart(package: Package) -> str:
    """Add a chart with its workbook, as PowerPoint's are."""
    deck: Any = Presentation()
    chart = add_drawn(deck.slides.add_slide(deck.slide_layouts[6]), "").chart
    name, book = "word/charts/chart1.xml", "word/embeddings/book1.xlsx"
    root: Any = etree.fromstring(etree.tostring(chart._chartSpace))
    package.add_part(book, chart.part.chart_workbook.xlsx_part.blob, _BOOK)
    package.add_part(name, b"", _TYPE)
    root.find(f"{C}externalData").set(f"{{{R}}}id", package.relate(name, "package", book))
    package.write_xml(name, root)
    return name


def _draw(id_: str, alt: str) -> Element:
    """Return `w:drawing` in the line of the text."""
    drawing: Any = etree.fromstring(
        f'<w:drawing xmlns:w="{W}" xmlns:wp="{WP}" xmlns:a="{A[1:-1]}" xmlns:r="{R}"><wp:inline>'
        '<wp:extent cx="3600000" cy="2400000"/><wp:docPr id="71" name="Chart"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{C[1:-1]}">'
        f'<c:chart xmlns:c="{C[1:-1]}" r:id="{id_}"/></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing>"
    )
    drawing.find(f".//{{{WP}}}docPr").set("descr", alt)
    return drawing


def read_drawn_charts(package: Package) -> list[tuple[str, str, list[list[Any]], list[str]]]:
    """Return for each frame with a chart: chart part, workbook part, its cells, and the cache."""
    found: list[tuple[str, str, list[list[Any]], list[str]]] = []
    for source, links in package.links.items():
        for link in links:
            if link.kind != "chart" or not _is_shown(package, source, link.id):
                continue
            root = package.read_xml(link.target)
            id_ = root.find(f"{C}externalData").get(f"{{{R}}}id")
            (book,) = [each.target for each in package.links[link.target] if each.id == id_]
            sheet: Any = openpyxl.load_workbook(io.BytesIO(package.parts[book])).worksheets[0]
            rows = [list(row) for row in sheet.iter_rows(values_only=True)]
            found.append((link.target, book, rows, [v.text or "" for v in root.iter(f"{C}v")]))
    return found


def _is_shown(package: Package, part: str, id_: str) -> bool:
    frames = package.read_xml(part).iter(f"{C}chart")
    return sum(frame.get(f"{{{R}}}id") == id_ for frame in frames) == 1
