"""Draw the pictures of the README anew: pages and slides of the sample.

    python -m tests.pictures

Needs LibreOffice and Poppler; run it when the looks have changed.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from PIL import Image

import generator
from tests.office import render_pdf

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "templates" / "policy" / "preview"
_GAP, _GROUND = 12, "#8A94A0"
_PAGES = (1, 3, 9, 10)
_SLIDES = (1, 2, 3, 5, 7, 10, 13, 19)


def main() -> None:
    """Build the sample, and draw some pages of the report and slides of the deck."""
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = generator.build(ROOT / "data" / "japan-ukraine" / "brief.yaml", out=folder).files
        for path, wanted, width, columns in zip(
            files, (_PAGES, _SLIDES), (420, 500), (2, 2), strict=True
        ):
            pdf = render_pdf(path, folder)
            pages = [draw_page(pdf, number, width) for number in wanted]
            join_pages(pages, columns).save(TARGET / f"{path.stem}.png", optimize=True)


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
    main()
