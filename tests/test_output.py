"""The documents made of the samples: whole, valid, and true to the data."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openpyxl import load_workbook
from pptx import Presentation
from pypdf import PdfReader

import generator
from tests.office import find_errors, render_pdf

DATA = Path(__file__).parents[1] / "data"
SAMPLES = ("japan-ukraine", "starter", "support-tracker")

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"

_DRAWINGS = (f"{P}nvGraphicFramePr", f"{P}nvPicPr", f"{WP}inline", f"{WP}anchor")


@pytest.fixture(scope="module", params=SAMPLES)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with both documents of each sample in turn."""
    folder = tmp_path_factory.mktemp(request.param)
    result = generator.build(DATA / request.param / "brief.yaml", out=folder)
    assert result.findings == ()
    return folder


def read_parts(path: Path) -> dict[str, bytes]:
    """Return the parts of a package by name."""
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def read_trees(path: Path) -> dict[str, Any]:
    """Return the XML parts of a package, parsed."""
    parts = read_parts(path)
    return {
        name: etree.fromstring(data)
        for name, data in parts.items()
        if name.endswith((".xml", ".rels"))
    }


@pytest.fixture(params=["report.docx", "deck.pptx"])
def document(request: pytest.FixtureRequest, built: Path) -> Path:
    """Return each document of each sample in turn."""
    return built / request.param


def test_nothing_of_the_making_is_left_in_the_text(document: Path) -> None:
    """No tag, no prompt text, no mark of a fact, no path."""
    text = b"\n".join(
        data for name, data in read_parts(document).items() if name.endswith(".xml")
    ).decode()
    found = re.findall(r"\{\{|\}\}|Click to|lorem ipsum|TODO|[\ue000-\uf8ff]|/home/|/tmp/", text)

    assert found == []


def test_every_relationship_leads_to_a_part_that_is_there(document: Path) -> None:
    """A dangling relationship makes Office offer a repair."""
    parts = read_parts(document)
    lost = [
        (name, target)
        for name, tree in read_trees(document).items()
        if name.endswith(".rels")
        for relation in tree
        if relation.get("TargetMode") != "External"
        and (target := resolve(name, relation.get("Target") or "")) not in parts
    ]

    assert lost == []


def resolve(rels: str, target: str) -> str:
    """Return the part that a relationship of `rels` leads to."""
    if target.startswith("/"):
        return target[1:]
    base = rels.replace("_rels/", "").rpartition("/")[0].split("/")
    parts = [part for part in base if part]
    for step in target.split("/"):
        if step == "..":
            parts.pop()
        elif step != ".":
            parts.append(step)
    return "/".join(parts)


def test_ids_are_unique_where_office_wants_them_so(document: Path) -> None:
    """Shapes on one slide, drawings and bookmarks in one document."""
    doubled = {}
    for name, tree in read_trees(document).items():
        shapes = Counter(shape.get("id") for shape in tree.iter(f"{P}cNvPr", f"{WP}docPr"))
        marks = Counter(mark.get(f"{W}id") for mark in tree.iter(f"{W}bookmarkStart"))
        doubled[name] = [id_ for ids in (shapes, marks) for id_, count in ids.items() if count > 1]

    assert {name: ids for name, ids in doubled.items() if ids} == {}


def test_cached_values_of_charts_equal_their_workbooks(document: Path) -> None:
    """Office draws the cache and edits the workbook; a reader must never see them differ."""
    trees, parts = read_trees(document), read_parts(document)
    charts = {name for name in trees if re.search(r"charts/chart[^/]*\.xml$", name)}
    assert charts
    for name in charts:
        rels = trees[re.sub(r"([^/]+)$", r"_rels/\1.rels", name)]
        book = resolve(re.sub(r"([^/]+)$", r"_rels/\1.rels", name), rels[0].get("Target") or "")
        sheet = load_workbook(io.BytesIO(parts[book]))["Data"]
        for series in trees[name].iter(f"{C}ser"):
            reference = series.find(f"{C}val/{C}numRef")
            cached = {
                int(point.get("idx") or 0): float(point.findtext(f"{C}v") or "nan")
                for point in reference.iterfind(f"{C}numCache/{C}pt")
            }
            area = (reference.findtext(f"{C}f") or "").rpartition("!")[2].replace("$", "")
            cells = {
                row: cell.value for row, (cell,) in enumerate(sheet[area]) if cell.value is not None
            }
            assert cached == cells


def test_every_drawing_has_an_alternative_text_or_is_marked_decorative(document: Path) -> None:
    """A listener learns what a picture shows."""
    for name, tree in read_trees(document).items():
        if not re.match(r"(word/document|ppt/slides/)", name):
            continue
        frames = [
            properties
            for properties in tree.iter(f"{P}cNvPr", f"{WP}docPr")
            if (holder := properties.getparent()) is not None and holder.tag in _DRAWINGS
        ]
        assert [frame.get("name") for frame in frames if not frame.get("descr")] == []


def test_no_placeholder_is_empty_and_every_slide_has_a_title(built: Path) -> None:
    """Nobody wants to see 'Click to add text' on a wall."""
    slides = list(Presentation(str(built / "deck.pptx")).slides)
    empty = [
        (number, shape.name)
        for number, slide in enumerate(slides, start=1)
        for shape in slide.placeholders
        if shape.has_text_frame and not getattr(shape, "text_frame").text.strip()  # noqa: B009
    ]

    assert empty == []
    assert [slide for slide in slides if not (slide.shapes.title and slide.shapes.title.text)] == []


def test_every_run_of_the_deck_says_its_language(built: Path) -> None:
    """The spell-checker and the screen reader need it."""
    runs = [
        run
        for name, tree in read_trees(built / "deck.pptx").items()
        if name.startswith("ppt/slides/slide")
        for run in tree.iter(f"{A}r")
    ]

    assert runs
    assert [run for run in runs if (run.find(f"{A}rPr") is None)] == []
    assert [run for run in runs if not (run.find(f"{A}rPr").get("lang"))] == []  # type: ignore[union-attr]


def test_notes_of_figures_name_their_source(built: Path) -> None:
    """The speaker can defend every slide that shows a chart."""
    deck = Presentation(str(built / "deck.pptx"))
    charts = [slide for slide in deck.slides if any(shape.has_chart for shape in slide.shapes)]

    assert charts
    for slide in charts:
        notes = slide.notes_slide.notes_text_frame
        assert notes is not None
        assert "Source:" in notes.text


@pytest.mark.slow
def test_microsofts_validator_finds_no_error(document: Path) -> None:
    """The same rules by which Word and PowerPoint decide whether a file is broken."""
    assert find_errors(document) == []


@pytest.mark.slow
def test_libreoffice_opens_the_deck_slide_by_slide(built: Path, tmp_path: Path) -> None:
    """Each slide is a page; none is lost."""
    pages = len(PdfReader(render_pdf(built / "deck.pptx", tmp_path)).pages)

    assert pages == len(Presentation(str(built / "deck.pptx")).slides)


@pytest.mark.slow
def test_libreoffice_opens_the_report_with_the_key_messages_on_page_1(
    built: Path, tmp_path: Path
) -> None:
    """A minister reads one page."""
    reader = PdfReader(render_pdf(built / "report.docx", tmp_path))

    assert "Key messages" in reader.pages[0].extract_text()
    assert 3 <= len(reader.pages) <= 30
