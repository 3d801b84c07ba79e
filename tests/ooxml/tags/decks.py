"""Decks of a few slides for the tests of tags, and what is read back from them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PIL import Image
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from generator.rendering import render_pptx

Deck = Any
"""A presentation of python-pptx, which is annotated in part only."""


def start_deck() -> Deck:
    """Return a deck without slides."""
    return Presentation()


def add_slide(deck: Deck, title: str, *texts: str, notes: str = "") -> Any:
    """Add a slide with a title and a text box for each of `texts`; return it."""
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text_frame.paragraphs[0].add_run().text = title
    for text in texts:
        add_box(slide, text)
    if notes:
        slide.notes_slide.notes_text_frame.text = notes
    return slide


def add_box(slide: Any, *paragraphs: str) -> Any:
    """Add a text box with a paragraph for each of `paragraphs`; return it."""
    box = slide.shapes.add_textbox(Inches(1), Inches(2), Inches(4), Inches(1))
    frame = box.text_frame
    for number, text in enumerate(paragraphs):
        paragraph = frame.add_paragraph() if number else frame.paragraphs[0]
        paragraph.add_run().text = text
    return box


def add_table(slide: Any, *rows: list[str], name: str = "Costs") -> Any:
    """Add a table of the texts of cells; return it."""
    shape = slide.shapes.add_table(
        len(rows), len(rows[0]), Inches(1), Inches(3), Inches(6), Inches(2)
    )
    shape.name = name
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            shape.table.cell(row, column).text = text
    return shape.table


def add_chart(slide: Any, title: str) -> Any:
    """Add a column chart with a title; return it."""
    data = CategoryChartData()
    data.categories = ["2024", "2025"]
    data.add_series("Aid", (1, 2))
    frame = slide.shapes.add_chart(
        XL_CHART_TYPE.COLUMN_CLUSTERED, Inches(1), Inches(2), Inches(5), Inches(3), data
    )
    frame.chart.has_title = True
    frame.chart.chart_title.text_frame.text = title
    for element in frame.chart.element.iter():
        value = element.get("val", "")
        if value.startswith("-") and element.tag.endswith(("axId", "crossAx")):
            element.set("val", value[1:])  # the schema has no negative ids
    return frame.chart


def add_picture(slide: Any, alt_text: str) -> Any:
    """Add a picture of one colour; return it."""
    file = io.BytesIO()
    Image.new("RGB", (8, 8), "teal").save(file, "PNG")
    picture = slide.shapes.add_picture(file, Inches(1), Inches(1))
    picture.name = "Logo"
    picture._element.nvPicPr.cNvPr.set("descr", alt_text)
    return picture


def render(folder: Path, deck: Deck, context: Mapping[str, object]) -> Deck:
    """Render `deck` in `folder`; return the deck that it comes out as."""
    deck.save(folder / "template.pptx")
    render_pptx(folder / "template.pptx", context, folder / "out.pptx")
    return Presentation(str(folder / "out.pptx"))


def read_titles(deck: Deck) -> list[str]:
    """Return the titles of the slides in order; of a slide without one, an empty text."""
    return [
        slide.shapes.title.text_frame.text if slide.shapes.title is not None else ""
        for slide in deck.slides
    ]


def read_notes(deck: Deck) -> list[str]:
    """Return the notes of the slides in order."""
    return [
        slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""
        for slide in deck.slides
    ]


def read_boxes(slide: Any) -> list[str]:
    """Return the texts of a slide's shapes, but of its title."""
    return [
        shape.text_frame.text
        for shape in slide.shapes
        if shape.has_text_frame and shape != slide.shapes.title
    ]


def read_rows(slide: Any) -> list[list[str]]:
    """Return the texts of the cells of the slide's tables, row by row."""
    return [
        [cell.text for cell in row.cells]
        for shape in slide.shapes
        if shape.has_table
        for row in shape.table.rows
    ]


def read_charts(deck: Deck) -> list[Any]:
    """Return the charts of all slides in order."""
    return [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]


def read_parts(path: Path) -> dict[str, bytes]:
    """Return the entries of a file."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
