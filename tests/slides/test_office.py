"""What Office's own validator and LibreOffice make of a deck. Slow: run with `-m slow`."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.brief.exhibits import Render
from generator.compose.storyboard import ChartSlide, TableSlide
from generator.inventory import find_default_template, read_deck_template
from generator.inventory.deck import LayoutRole
from generator.ooxml.opening import open_package
from generator.slides import build_deck, plan_deck
from generator.slides.fit import Faces, count_para_lines
from generator.slides.page import TextItem
from generator.units import to_pt
from tests.office import find_errors, render_pdf
from tests.slides.marked import BODY_BOX, Marked
from tests.slides.samples import SLIDES, frame, panel, storyboard

pytestmark = pytest.mark.slow

TEMPLATE = find_default_template() / "deck.pptx"
INVENTORY = read_deck_template(TEMPLATE)
DATA = open_package(TEMPLATE).to_bytes()
PICTURE = ChartSlide(
    frame=frame("picture", "A chart can be a picture"), panels=(panel(render=Render.PICTURE),)
)
BOARD = storyboard(*SLIDES, PICTURE)
PDFTOTEXT = shutil.which("pdftotext")

needs_poppler = pytest.mark.skipif(PDFTOTEXT is None, reason="Poppler is not installed")


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A deck with every kind of slide, written to a file."""
    path = tmp_path_factory.mktemp("deck") / "deck.pptx"
    path.write_bytes(build_deck(BOARD, DATA, INVENTORY))
    return path


def test_the_validator_of_the_open_xml_sdk_finds_nothing(deck: Path) -> None:
    """What it finds, PowerPoint may offer to repair."""
    assert find_errors(deck) == []


def test_the_validator_finds_nothing_in_a_deck_whose_own_slides_are_kept(tmp_path: Path) -> None:
    """Every kind of slide, chart and table, in every kind of shape that a mark may stand in."""
    deck = Marked()
    chart = ChartSlide(frame=frame("fig", ""), panels=(panel(heading="Support by channel"),))
    table = next(slide for slide in SLIDES if isinstance(slide, TableSlide))
    for exhibit in (chart, PICTURE, table):
        hole = deck.add_slide(role=LayoutRole.CONTENT).placeholders[1]
        hole.text_frame.text = deck.ask(exhibit)
        drawn = deck.add_slide()
        deck.add_box(drawn, deck.ask(exhibit, has_caption=True))
        grouped = deck.add_slide()
        card = grouped.shapes.add_shape(1, *BODY_BOX)
        grouped.shapes.add_group_shape([card, deck.add_box(grouped, deck.ask(exhibit))])
    deck.add_carrier(*SLIDES)
    deck.add_carrier()
    path = tmp_path / "deck.pptx"
    path.write_bytes(deck.build())

    assert find_errors(path) == []


@pytest.fixture(scope="module")
def pdf(deck: Path) -> Path:
    """The same deck as LibreOffice prints it."""
    return render_pdf(deck, deck.parent)


def read_pages(pdf: Path) -> list[str]:
    """Return the word boxes of each page, as `pdftotext -bbox` writes them."""
    assert PDFTOTEXT is not None
    done = subprocess.run(
        [PDFTOTEXT, "-bbox-layout", str(pdf), "-"], capture_output=True, check=True, text=True
    )
    return re.split(r"<page ", done.stdout)[1:]


def find_boxes(page: str, tag: str) -> Iterator[tuple[float, float, float, float]]:
    """Yield the boxes of all words or lines of a page, in points."""
    form = rf'<{tag} xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)"'
    for found in re.finditer(form, page):
        left, top, right, bottom = map(float, found.groups())
        yield left, top, right, bottom


@needs_poppler
def test_libreoffice_shows_every_slide_with_all_words_inside(pdf: Path) -> None:
    """A slide lost or a word cut off would be seen first by the audience."""
    pages = read_pages(pdf)

    assert len(pages) == len(plan_deck(BOARD, INVENTORY))
    width, height = to_pt(INVENTORY.size.width), to_pt(INVENTORY.size.height)
    for page in pages:
        for left, top, right, bottom in find_boxes(page, "word"):
            assert left >= 0
            assert top >= 0
            assert right <= width
            assert bottom <= height


@needs_poppler
def test_titles_take_the_lines_that_were_counted(pdf: Path) -> None:
    """The measure on which all fitting rests must not count too few."""
    faces = Faces(body=INVENTORY.theme.minor, heading=INVENTORY.theme.major)
    for shown, page in zip(read_pages(pdf), plan_deck(BOARD, INVENTORY), strict=True):
        title = next(i for i in page.items if isinstance(i, TextItem) and i.name == "Title")
        counted = count_para_lines(title.paras[0], title.box.width, faces)
        left, right = to_pt(title.box.left), to_pt(title.box.right)
        top, bottom = to_pt(title.box.top), to_pt(title.box.bottom)
        lines = [
            box
            for box in find_boxes(shown, "line")
            if left - 1 <= box[0] <= right and top - 1 <= (box[1] + box[3]) / 2 <= bottom + 1
        ]
        assert 1 <= len(lines) <= counted, page.id
