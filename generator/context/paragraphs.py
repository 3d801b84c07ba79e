"""Blocks of prose as paragraphs at once, where no builder comes by: on slides, in headers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from generator.compose.slidetext import speak
from generator.context.spots import find_shape
from generator.ooxml.opc import Element
from generator.ooxml.tags.dialect import A, P
from generator.ooxml.tags.richruns import build_paragraph
from generator.ooxml.tags.spot import Spot
from generator.ooxml.tags.values import Piece
from generator.text.blocks import (
    Block,
    Inlines,
    LineBreak,
    ListBlock,
    Paragraph,
    QuoteBlock,
    Run,
    Subheading,
    TextTable,
    to_plain,
)

_INDENT = 228_600
"""EMU that a bullet hangs where the template gives it no room: a quarter of an inch."""

_MOST_LEVELS = 8
_BULLETS = frozenset({f"{A}{name}" for name in ("buNone", "buAutoNum", "buChar", "buBlip")})
_AFTER_BULLET = frozenset({f"{A}{name}" for name in ("tabLst", "defRPr", "extLst")})
_OF_TEXT = frozenset({"", "body", "obj"})
"""Types of placeholders that bring their bullets with them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One paragraph.

    Attributes:
        depth: Of a list, from 1; 0 outside lists.
        marker: `•`, or a number with a full stop; empty outside lists, and for what goes on.
    """

    inlines: Inlines
    depth: int = 0
    marker: str = ""
    is_bold: bool = False


def build_lines(blocks: tuple[Block, ...], spot: Spot) -> list[Element]:
    """Return `blocks` as paragraphs in the format of the paragraph at `spot`."""
    build = _build_drawn if spot.dialect.paragraph == f"{A}p" else _build_written
    return [build(line, spot) for line in _list_lines(blocks)]


def _list_lines(blocks: tuple[Block, ...], depth: int = 0) -> Iterator[_Line]:
    for block in blocks:
        yield from _list_block(block, depth)


def _list_block(block: Block, depth: int) -> Iterator[_Line]:
    match block:
        case Paragraph():
            yield _Line(inlines=speak(block.inlines), depth=depth)
        case Subheading():
            yield _Line(inlines=speak(block.inlines), is_bold=True)
        case ListBlock():
            yield from _list_items(block, depth + 1)
        case QuoteBlock():
            yield from _list_lines(block.blocks, depth)
            if block.attribution:
                yield _Line(inlines=speak(block.attribution), depth=depth)
        case TextTable():
            for row in block.grid.rows:
                said = " | ".join(to_plain(speak(cell)) for cell in row)
                yield _Line(inlines=(Run(text=said),), depth=depth)
        case _:
            assert_never(block)


def _list_items(block: ListBlock, depth: int) -> Iterator[_Line]:
    for number, item in enumerate(block.items, start=block.start):
        marker = f"{number}." if block.ordered else "•"
        for line in _list_lines(item, depth):
            is_first = line.depth == depth and bool(marker) and not line.marker
            if is_first:
                yield _Line(inlines=line.inlines, depth=depth, marker=marker)
                marker = ""
            else:
                yield line


def _list_pieces(line: _Line) -> Iterator[Piece]:
    for inline in line.inlines:
        if isinstance(inline, Run):
            yield Piece(
                text=inline.text,
                bold=inline.bold or line.is_bold,
                italic=inline.italic,
                link=inline.link or "",
            )
        elif isinstance(inline, LineBreak):
            yield Piece(text="\n")


def _build_written(line: _Line, spot: Spot) -> Element:
    """Return a paragraph of Word; a list has its markers written out."""
    marker = [Piece(text=f"{line.marker}\N{NO-BREAK SPACE}")] if line.marker else []
    return build_paragraph([*marker, *_list_pieces(line)], "", spot)


def _build_drawn(line: _Line, spot: Spot) -> Element:
    """Return a paragraph of DrawingML (`CT_TextParagraph`, dml-main.xsd), on its level."""
    paragraph = build_paragraph(list(_list_pieces(line)), "", spot)
    if not line.depth:
        return paragraph
    properties = paragraph.find(f"{A}pPr")
    if properties is None:
        properties = paragraph.makeelement(f"{A}pPr", None, paragraph.nsmap)
        paragraph.insert(0, properties)
    level = min(int(properties.get("lvl", "0")) + line.depth - 1, _MOST_LEVELS)
    if level:
        properties.set("lvl", str(level))
    if not _has_bullets(spot):
        _add_bullet(properties, line, level)
    return paragraph


def _has_bullets(spot: Spot) -> bool:
    """Return whether the levels of the shape have bullets of the template's own."""
    shape = find_shape(spot.paragraph)
    hole = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph") if shape is not None else None
    return hole is not None and hole.get("type", "") in _OF_TEXT


def _add_bullet(properties: Element, line: _Line, level: int) -> None:
    """Hang a bullet or number before a paragraph, or only its indent where the item goes on."""
    properties.set("marL", str(_INDENT * (level + 1)))
    properties.set("indent", str(-_INDENT if line.marker else 0))
    for old in [child for child in properties if child.tag in _BULLETS]:
        properties.remove(old)
    if line.marker == "•":
        name, attributes = "buChar", {"char": "•"}
    elif line.marker:
        start = line.marker.rstrip(".")
        name, attributes = "buAutoNum", {"type": "arabicPeriod", "startAt": start}
    else:
        name, attributes = "buNone", {}
    position = sum(child.tag not in _AFTER_BULLET for child in properties)
    properties.insert(position, properties.makeelement(f"{A}{name}", attributes, properties.nsmap))
