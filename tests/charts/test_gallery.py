"""The gallery: every kind of chart in both files, read back as a reader's programs would."""

from __future__ import annotations

import io
import posixpath
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils.datetime import to_excel
from pptx import Presentation

import generator
from generator.brief.exhibits import ChartKind
from generator.load import read_brief
from tests.office import find_errors

GALLERY = Path(__file__).parents[2] / "data" / "gallery" / "brief.yaml"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with both documents."""
    out = tmp_path_factory.mktemp("gallery")
    assert generator.build(GALLERY, out=out).findings == ()
    return out


def list_charts(path: Path) -> list[tuple[Any, bytes]]:
    """Return each native chart of a document with its workbook."""
    with zipfile.ZipFile(path) as file:
        names = [
            name for name in file.namelist() if "/charts/chart" in name and name.endswith(".xml")
        ]
        found: list[tuple[Any, bytes]] = []
        for name in sorted(names):
            folder, _, base = name.rpartition("/")
            rels = etree.fromstring(file.read(f"{folder}/_rels/{base}.rels"))
            (target,) = (str(each.get("Target")) for each in rels.iter(RELATIONSHIP))
            book = posixpath.normpath(posixpath.join(f"/{folder}", target)).lstrip("/")
            found.append((etree.fromstring(file.read(name)), file.read(book)))
    return found


def read_range(sheet: Any, range_: str) -> list[Any]:
    """Return the cells of a range such as `Data!$B$2:$B$4`; days as their count, no None at all."""
    block = sheet[range_.partition("!")[2].replace("$", "")]
    cells = [cell for row in block for cell in row] if isinstance(block, tuple) else [block]
    return [to_excel(cell.value) if cell.is_date else cell.value for cell in cells]


def test_the_gallery_has_every_kind() -> None:
    """Whoever chooses a chart sees all there are."""
    brief = read_brief(GALLERY).brief

    assert brief is not None
    assert {chart.kind for chart in brief.charts.values()} == set(ChartKind)


@pytest.mark.parametrize("name", ["report.docx", "deck.pptx"])
def test_what_charts_cache_is_what_their_workbooks_hold(folder: Path, name: str) -> None:
    """A reader who edits the data finds the numbers that are drawn."""
    charts = list_charts(folder / name)

    assert len(charts) > 30
    for root, book in charts:
        (sheet,) = load_workbook(io.BytesIO(book)).worksheets
        for formula in root.iter(f"{C}f"):
            cache = formula.getnext()
            points = {int(each.get("idx")): each.findtext(f"{C}v") for each in cache.iter(f"{C}pt")}
            held = read_range(sheet, formula.text)
            assert int(cache.find(f"{C}ptCount").get("val")) == len(held)
            for at, cell in enumerate(held):
                cached = points.get(at)
                same = cached if cached is None or isinstance(cell, str) else float(cached)
                assert same == cell


def test_python_pptx_reads_every_chart_of_the_deck(folder: Path) -> None:
    """Tools that mend decks afterwards must be able to."""
    deck = Presentation(str(folder / "deck.pptx"))
    shapes: list[Any] = [shape for slide in deck.slides for shape in slide.shapes]
    charts = [shape.chart for shape in shapes if shape.has_chart]

    assert len(charts) > 30
    assert all(len(list(chart.plots)) >= 1 for chart in charts)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["report.docx", "deck.pptx"])
def test_microsofts_validator_finds_no_error_in_the_gallery(folder: Path, name: str) -> None:
    """Every kind opens without repair."""
    assert find_errors(folder / name) == []
