"""What a style of the report template can say: the types that the specimen is written in."""

from __future__ import annotations

from dataclasses import dataclass

from generator.starter.theme import Shade
from generator.units import EMU_PER_CM, EMU_PER_TWIP

NUMBERED_HEADINGS = 3
"""How many levels of headings have a number."""

HEADINGS, BULLETS, NUMBERS, KEY_MESSAGES, RECOMMENDATIONS = range(1, 6)
"""Ids of the numbering definitions (`w:num`) that styles are linked to."""


def cm(length: float) -> int:
    """Return `length` centimetres in twips."""
    return round(length * EMU_PER_CM / EMU_PER_TWIP)


STEP = cm(0.6)
"""Indent of one level of a list, in twips."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A line along one side of a paragraph.

    Attributes:
        side: `top`, `left`, `bottom` or `right`.
        width: In eighths of a point.
        space: Between line and text, in points.
    """

    side: str
    colour: Shade
    width: int = 8
    space: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStyle:
    """A paragraph style. Sizes and spaces are in points, indents in twips; None is inherited.

    Attributes:
        line: Exact line spacing; negative for "at least".
        number: Numbering id and level from 0.
        tabs: Position, alignment and leader of each tab stop.
    """

    name: str
    id: str
    based_on: str = "Normal"
    next: str = ""
    size: float | None = None
    line: float | None = None
    before: float | None = None
    after: float | None = None
    left: int | None = None
    right: int | None = None
    hanging: int | None = None
    colour: Shade | None = None
    bold: bool | None = None
    italic: bool | None = None
    align: str = ""
    is_heading_font: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    outline: int | None = None
    number: tuple[int, int] | None = None
    tabs: tuple[tuple[int, str, str], ...] = ()
    edges: tuple[Edge, ...] = ()
    fill: Shade | None = None
    is_custom: bool = False
    priority: int = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class WordStyle:
    """A character style; None is inherited."""

    name: str
    id: str
    bold: bool | None = None
    italic: bool | None = None
    colour: Shade | None = None
    underline: bool = False
    is_raised: bool = False
    font: str = ""
    is_custom: bool = False
    priority: int = 22


@dataclass(frozen=True, slots=True, kw_only=True)
class GridStyle:
    """A table style. Widths of lines in eighths of a point, margins in twips.

    Attributes:
        lines: Side (as in `w:tblBorders`) → colour and width.
        margins: Top, left, bottom, right of each cell.
        head: Whether the first row and the last row have a look of their own.
    """

    name: str
    id: str
    lines: tuple[tuple[str, Shade, int], ...]
    margins: tuple[int, int, int, int]
    fill: Shade | None = None
    has_bands: bool = False
