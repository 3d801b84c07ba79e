"""The synthetic brief as a script of one's own: python-docx, python-pptx and matplotlib pictures.

python -m tests.bench.by_hand SECTIONS FOLDER
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from docx import Document
from docx.shared import Inches as DocxInches
from matplotlib.figure import Figure
from pptx import Presentation
from pptx.util import Inches, Pt

from tests.bench.synthetic import SyntheticSection, make_sections


def draw_chart(section: SyntheticSection) -> bytes:
    """Return a bar chart as PNG."""
    figure = Figure(figsize=(6.3, 3.2), dpi=200)
    axes = figure.subplots()
    bars = axes.barh([name for name, _ in section.bars], [value for _, value in section.bars])
    axes.bar_label(bars)
    axes.spines[["top", "right"]].set_visible(False)
    figure.tight_layout()
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png")
    return buffer.getvalue()


def write_report(sections: tuple[SyntheticSection, ...], pictures: list[bytes], path: Path) -> None:
    """Write the Word file, cells one by one, as the documentation of python-docx shows."""
    document = Document()
    document.add_heading("A synthetic brief", 0)
    for section, picture in zip(sections, pictures, strict=True):
        document.add_heading(section.heading, 1)
        for paragraph in section.paragraphs:
            document.add_paragraph(paragraph)
        document.add_picture(io.BytesIO(picture), width=DocxInches(6.3))
        document.add_paragraph(f"Chart of part {section.number}", style="Caption")
        table = document.add_table(rows=1, cols=4, style="Light List")
        for cell, head in zip(
            table.rows[0].cells, ("Item", "First", "Second", "Third"), strict=True
        ):
            cell.text = head
        for row in section.rows:
            for cell, value in zip(table.add_row().cells, row, strict=True):
                cell.text = str(value)
    document.save(str(path))


def write_deck(sections: tuple[SyntheticSection, ...], pictures: list[bytes], path: Path) -> None:
    """Write the PowerPoint file: bullets, chart and table of each section."""
    deck = Presentation()
    cover = deck.slides.add_slide(deck.slide_layouts[0])
    cover.shapes.title.text = "A synthetic brief"  # type: ignore[union-attr]
    for section, picture in zip(sections, pictures, strict=True):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = section.message  # type: ignore[union-attr]
        slide.placeholders[1].text_frame.text = "\n".join(section.bullets)  # type: ignore[attr-defined]
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = f"Chart of part {section.number}"  # type: ignore[union-attr]
        slide.shapes.add_picture(io.BytesIO(picture), Inches(1), Inches(1.6), width=Inches(8))
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = f"Table of part {section.number}"  # type: ignore[union-attr]
        frame = slide.shapes.add_table(
            len(section.rows) + 1, 4, Inches(1), Inches(1.6), Inches(8), Inches(5)
        )
        for column, head in enumerate(("Item", "First", "Second", "Third")):
            frame.table.cell(0, column).text = head
        for index, row in enumerate(section.rows, start=1):
            for column, value in enumerate(row):
                cell = frame.table.cell(index, column)
                cell.text = str(value)
                cell.text_frame.paragraphs[0].font.size = Pt(12)
    deck.save(str(path))


def main() -> None:
    """Build both files."""
    sections = make_sections(int(sys.argv[1]))
    folder = Path(sys.argv[2])
    pictures = [draw_chart(section) for section in sections]
    write_report(sections, pictures, folder / "report.docx")
    write_deck(sections, pictures, folder / "deck.pptx")


if __name__ == "__main__":
    main()
