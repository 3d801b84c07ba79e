"""Small templates with tags, made by the libraries that designers' files come near to."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as DocxDocument
from pptx import Presentation
from pptx.presentation import Presentation as PptxPresentation
from pptx.util import Cm

from generator.compose import Material
from generator.context import Filled, fill_deck, fill_report
from generator.ooxml.opc import Package
from generator.ooxml.opening import open_package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def save_report(
    path: Path, *paragraphs: str, change: Callable[[DocxDocument], object] | None = None
) -> Path:
    """Write a Word template with `paragraphs`, changed by `change` at last."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if change:
        change(document)
    document.save(str(path))
    return path


def save_deck(
    path: Path,
    *slides: tuple[str, str],
    change: Callable[[PptxPresentation], object] | None = None,
) -> Path:
    """Write a deck with a slide for each title and body, changed by `change` at last."""
    deck = Presentation()
    for title, body in slides:
        slide: Any = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = title
        slide.placeholders[1].text = body
    if change:
        change(deck)
    deck.save(str(path))
    return path


def add_box(slide: Any, text: str) -> Any:
    """Add a text box, which is no placeholder, to a slide."""
    box = slide.shapes.add_textbox(Cm(2), Cm(2), Cm(10), Cm(5))
    box.text_frame.text = text
    return box


def fill(path: Path, material: Material) -> Filled:
    """Render the tags of the template at `path`."""
    package = open_package(path, has_tags=True)
    render = fill_deck if package.kind == "slides" else fill_report
    return render(package, material, path.parent)


def fill_lines(path: Path, material: Material, *paragraphs: str) -> Filled:
    """Render a Word template of `paragraphs`."""
    return fill(save_report(path / "report.docx", *paragraphs), material)


def read_report(package: Package) -> list[str]:
    """Return the text of each paragraph in the main text."""
    return list(_read_paragraphs(package, package.main, W))


def read_deck(package: Package) -> list[str]:
    """Return the text of each paragraph of all slides, in the order of their parts."""
    slides = [name for name in package.names if "slides/slide" in name]
    return [text for name in slides for text in _read_paragraphs(package, name, A)]


def _read_paragraphs(package: Package, part: str, namespace: str) -> Iterable[str]:
    for paragraph in package.read_xml(part).iter(f"{namespace}p"):
        yield "".join(text.text or "" for text in paragraph.iter(f"{namespace}t"))


def open_report(filled: Filled) -> DocxDocument:
    """Open what a Word template was rendered to."""
    return Document(io.BytesIO(filled.package.to_bytes()))


def open_deck(filled: Filled) -> PptxPresentation:
    """Open what a deck was rendered to."""
    return Presentation(io.BytesIO(filled.package.to_bytes()))
