"""Where a tag stands, in the words of a person who has the document open in Word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.ooxml.opc import Element, Package
from generator.ooxml.tags.charts import CHART
from generator.ooxml.tags.diagrams import DATA, DRAWING
from generator.ooxml.tags.dialect import DIALECTS, WORD, W

_KINDS = {
    "header": "header",
    "footer": "footer",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "chart": "chart",
    "diagramData": "diagram",
    "core-properties": "document properties",
    "extended-properties": "document properties",
    "custom-properties": "document properties",
}
_NOTES = {
    f"{W}footnote": "footnote",
    f"{W}endnote": "endnote",
    f"{W}comment": "comment",
    CHART: "chart",
    DATA: "diagram",
    DRAWING: "diagram",
}
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_CHART_USED = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_HEADING = re.compile(r"(?:heading|title)\s*\d*\Z", re.IGNORECASE)
_NUMBER = re.compile(r"(\d+)\.xml\Z")
_LONGEST = 40
_PARAGRAPHS = tuple(dialect.paragraph for dialect in DIALECTS)
_TEXTS = tuple(dialect.text for dialect in DIALECTS)


def name_part(part: str, kind: str) -> str:
    """Return what a person calls a part: `header 1`; empty for the body of a document."""
    label = _KINDS.get(kind, "")
    number = _NUMBER.search(part)
    return f"{label} {number[1]}" if label and number else label


class Locator:
    """Says where in a part an element stands, while its paragraph still holds its text.

    Args:
        root: Root element of the part.
        label: What the part is called; empty for the body.
        headings: Ids of the styles that are headings.
    """

    def __init__(self, root: Element, label: str, headings: frozenset[str]) -> None:
        self._label = label
        self._headings = headings
        self._texts: dict[Element, str] = {}
        self._rows: dict[Element, int] = {}
        self._blocks: dict[Element, tuple[str, int, int]] = {}
        body = root.find(f"{W}body")
        self._read(body if body is not None else root)

    def locate(self, element: Element) -> str:
        """Return the place of `element`: `page section 2, under 'Costs', table 1, row 3`."""
        parts = [self._label] if self._label else []
        for around in (element, *element.iterancestors()):
            if around in self._blocks:
                parts.extend(self._name_block(around))
                break
        parts.extend(self._name_inner(element))
        return ", ".join(dict.fromkeys(part for part in parts if part)) or "document"

    def _read(self, body: Element) -> None:
        """Note for each block of the body the heading over it, its page section and table."""
        heading, section, table = "", 1, 0
        for block in body:
            if block.tag == WORD.table:
                table += 1
            self._blocks[block] = (heading, section, table)
            if block.tag != WORD.paragraph:
                continue
            style = block.find(f"{W}pPr/{W}pStyle")
            if style is not None and style.get(f"{W}val") in self._headings:
                heading = _read_text(block) or heading
            if block.find(f"{W}pPr/{W}sectPr") is not None:
                section += 1
        self._sections = section

    def _name_block(self, block: Element) -> Iterator[str]:
        heading, section, table = self._blocks[block]
        if self._sections > 1:
            yield f"page section {section}"
        if heading:
            yield f"under '{_shorten(heading)}'"
        if block.tag == WORD.table:
            yield f"table {table}"

    def _name_inner(self, element: Element) -> Iterator[str]:
        """Yield the row, the note, the text box and the paragraph around `element`."""
        row = next(element.iterancestors(WORD.row), None)
        if row is not None:
            yield f"row {self._find_row(row)}"
        for around in element.iterancestors():
            if around.tag in _NOTES:
                yield f"{_NOTES[around.tag]} {around.get(f'{W}id', '')}".strip()
            elif around.tag == f"{W}txbxContent":
                yield "text box"
        if element.tag == _DRAWN:
            chart = next(element.getparent().iter(_CHART_USED), None)
            yield f"{'drawing' if chart is None else 'chart'} '{element.get('name', '')}'"
            yield "alt text"
            return
        paragraph = next(
            (each for each in (element, *element.iterancestors()) if each.tag in _PARAGRAPHS), None
        )
        if paragraph is not None:
            if paragraph not in self._texts:
                self._texts[paragraph] = _shorten(_read_text(paragraph))
            yield f"paragraph '{self._texts[paragraph]}'"

    def _find_row(self, row: Element) -> int:
        if row not in self._rows:
            table = next(row.iterancestors(WORD.table))
            self._rows.update({each: n for n, each in enumerate(table.iter(WORD.row), 1)})
        return self._rows[row]


def find_headings(package: Package) -> frozenset[str]:
    """Return the ids of the styles that are headings or titles, by their stored names."""
    found: set[str] = set()
    for link in package.find_links(package.main):
        if link.kind == "styles" and package.has(link.target):
            for style in package.read_xml(link.target).iterfind(f"{W}style"):
                name = style.find(f"{W}name")
                if name is not None and _HEADING.match(name.get(f"{W}val", "")):
                    found.add(style.get(f"{W}styleId", ""))
    return frozenset(found)


def _read_text(paragraph: Element) -> str:
    """Return the text of a paragraph, without that of notes and text boxes in it."""
    texts = paragraph.iter(*_TEXTS)
    own = (text for text in texts if next(text.iterancestors(*_PARAGRAPHS)) is paragraph)
    return "".join(text.text or "" for text in own).strip()


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
