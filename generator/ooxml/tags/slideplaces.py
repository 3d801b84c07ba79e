"""Where a tag stands, in the words of a person who has the deck open in PowerPoint."""

from __future__ import annotations

from collections.abc import Iterator

from generator.ooxml.opc import Element
from generator.ooxml.tags.dialect import DRAWING, A, P
from generator.ooxml.tags.slidesource import COMMENTS, NOTES, PART, SLIDE
from generator.ooxml.tags.splitting import find_around

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_SHAPES = DRAWING.levels["shape"]
_WORDS = {
    f"{P}sp": "shape",
    f"{P}pic": "picture",
    f"{P}graphicFrame": "object",
    f"{P}grpSp": "group",
    f"{P}cxnSp": "line",
}
_TITLES = frozenset({"title", "ctrTitle"})


class SlideLocator:
    """Says where an element of a deck's source stands, while the source is as the template has it.

    Args:
        label: What the part is called that is no slide: `layout 'Title'`; empty for slides.
    """

    def __init__(self, label: str = "") -> None:
        self._label = label
        self._ranks: dict[Element, int] = {}

    def locate(self, element: Element) -> str:
        """Return the place of `element`: `slide 4, table 'Costs', row 2`."""
        return ", ".join(part for part in self._name(element) if part) or "presentation"

    def _name(self, element: Element) -> Iterator[str]:
        slide = find_around(element, (SLIDE,))
        yield f"slide {slide.get('number')}" if slide is not None else self._label
        part = find_around(element, (PART,))
        if part is not None and part.get("kind") == NOTES:
            yield "notes"
            yield self._name_paragraph(element)
            return
        if part is not None and part.get("kind") == COMMENTS:
            yield "comments"
            return
        shape = find_around(element, _SHAPES)
        if shape is not None:
            yield _name_shape(shape)
        if element.tag == f"{P}cNvPr":
            yield "alt text"
            return
        row = find_around(element, (DRAWING.row,))
        yield f"row {self._rank(row)}" if row is not None else self._name_paragraph(element)

    def _name_paragraph(self, element: Element) -> str:
        """Return the number of the paragraph around, where there are several."""
        paragraph = find_around(element, (DRAWING.paragraph,))
        if paragraph is None or len(paragraph.getparent().findall(DRAWING.paragraph)) == 1:
            return ""
        return f"paragraph {self._rank(paragraph)}"

    def _rank(self, element: Element) -> int:
        """Return the number of `element` among its siblings of the same kind."""
        if element not in self._ranks:
            siblings = element.getparent().findall(element.tag)
            self._ranks.update({each: number for number, each in enumerate(siblings, 1)})
        return self._ranks[element]


def _name_shape(shape: Element) -> str:
    placeholder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    if placeholder is not None and placeholder.get("type") in _TITLES:
        return "title"
    word = _WORDS[shape.tag]
    if next(shape.iter(f"{A}tbl"), None) is not None:
        word = "table"
    elif next(shape.iter(f"{_C}chart"), None) is not None and shape.tag == f"{P}graphicFrame":
        word = "chart"
    named = shape.find(f"*/{P}cNvPr")
    name = named.get("name", "") if named is not None else ""
    return f"{word} '{name}'" if name else word


def name_part(kind: str, root: Element, number: int) -> str:
    """Return what a person calls a part that is no slide.

    Args:
        kind: Last part of its relationship's type.
        root: Its root element.
        number: Which of its kind it is, from 1.
    """
    words = {
        "slideMaster": "slide master",
        "slideLayout": "layout",
        "notesMaster": "notes master",
        "handoutMaster": "handout master",
        "chart": "chart",
        "diagramData": "diagram",
    }
    word = words.get(kind, "document properties")
    named = root.find(f"{P}cSld")
    name = named.get("name", "") if named is not None else ""
    if name:
        return f"{word} '{name}'"
    return f"{word} {number}" if kind in words else word
