"""Draw the pictures of the README anew: pages and slides of the sample on each of our templates.

    python -m tests.pictures [TEMPLATE …] [gallery]

Needs LibreOffice and Poppler; run it when the looks have changed.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

import generator
from tests.office import render_pdf

ROOT = Path(__file__).parents[1]
TEMPLATES = ROOT / "templates"
_GAP, _GROUND = 12, "#8A94A0"
_PAGES: dict[str, tuple[int, ...]] = {
    "policy": (1, 3, 9, 10),
    "atlas": (1, 3, 9, 11),
    "memo": (1, 3),
}
"""Template → pages of the report that are shown; pages of another size break elsewhere."""

_SLIDES = (1, 2, 3, 5, 7, 10, 13, 19)
_OWN: dict[str, tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]] = {
    "memo": ((1, 2), (1, 2, 3, 4), (1, 2, 7, 8)),
}
"""Template with tags → its own pages and slides that are shown, and those of a deck."""

_GALLERY = "gallery"
_CHARTS = (2, 4, 5, 8, 9, 11, 13, 14, 15, 16, 19, 20)
"""Slides of the gallery that are shown."""


def main(names: list[str]) -> None:
    """Build the sample on each template and draw some pages and slides; the gallery likewise."""
    for name in names or (*_PAGES, _GALLERY):
        if name == _GALLERY:
            draw_gallery()
        else:
            draw_template(TEMPLATES / name)


def draw_gallery() -> None:
    """Draw slides of the gallery of charts, beside its data file."""
    brief = ROOT / "data" / _GALLERY / "brief.yaml"
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        (deck,) = generator.build(brief, out=folder, only="deck").files
        pdf = render_pdf(deck, folder)
        slides = [draw_page(pdf, number, 480) for number in _CHARTS]
        join_pages(slides, 3).save(brief.with_name("preview.png"), optimize=True)


def draw_template(template: Path) -> None:
    """Draw the pictures in the folder `preview` of `template`: of the sample, and of its own."""
    own_pages, own_slides, slides = _OWN.get(template.name, ((), (), _SLIDES))
    target = template / "preview"
    target.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        brief = ROOT / "data" / "japan-ukraine" / "brief.yaml"
        files = generator.build(brief, out=folder, template=template).files
        drawn = [
            (files[0], "report", _PAGES[template.name], 420),
            (files[1], "deck", slides, 500),
            (template / "report.docx", "own-report", own_pages, 420),
            (template / "deck.pptx", "own-deck", own_slides, 500),
        ]
        for path, name, numbers, width in drawn:
            if numbers:
                pdf = render_pdf(path, folder)
                pages = [draw_page(pdf, number, width) for number in numbers]
                join_pages(pages, 2).save(target / f"{name}.png", optimize=True)


def draw_page(pdf: Path, number: int, width: int) -> Image.Image:
    """Return one page of a PDF, `width` pixels wide."""
    stem = pdf.with_name(f"{pdf.stem}-{number}")
    subprocess.run(
        [
            *("pdftoppm", "-r", "200", "-f", str(number), "-l", str(number)),
            *("-png", "-singlefile", str(pdf), str(stem)),
        ],
        check=True,
    )
    page = Image.open(stem.with_suffix(".png")).convert("RGB")
    return page.resize((width, round(page.height * width / page.width)), Image.Resampling.LANCZOS)


def join_pages(pages: list[Image.Image], columns: int) -> Image.Image:
    """Return `pages` on one sheet, row by row, in few colours so that the file stays small."""
    width, height = pages[0].size
    rows = -(-len(pages) // columns)
    size = (columns * (width + _GAP) + _GAP, rows * (height + _GAP) + _GAP)
    sheet = Image.new("RGB", size, _GROUND)
    for index, page in enumerate(pages):
        place = (index % columns, index // columns)
        sheet.paste(page, (_GAP + place[0] * (width + _GAP), _GAP + place[1] * (height + _GAP)))
    return sheet.quantize(224)


if __name__ == "__main__":
    main(sys.argv[1:])
