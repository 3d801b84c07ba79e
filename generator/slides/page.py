"""A slide as planned: boxes on a page with their texts, in reading order. Pure data.

What stands here is decided: sizes, places, line breaks counted. Writing adds nothing to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from generator.compose.storyboard import ChartPanel
from generator.inventory.deck import LayoutRole, PlaceholderInfo
from generator.ooxml.metrics import LINE_PITCH
from generator.text.blocks import LineBreak, Run
from generator.units import Box

Words: TypeAlias = tuple[Run | LineBreak, ...]
"""Inlines that a slide can show: no citations, notes or cross-references."""


class Align(StrEnum):
    """Where lines stand; the values are those of `ST_TextAlignType` in `dml-main.xsd`."""

    LEFT = "l"
    RIGHT = "r"
    CENTRE = "ctr"


class Anchor(StrEnum):
    """Where text stands in its box; the values are those of `ST_TextAnchoringType`."""

    TOP = "t"
    MIDDLE = "ctr"
    BOTTOM = "b"


@dataclass(frozen=True, slots=True, kw_only=True)
class Colour:
    """A colour of the theme, so that a change of theme changes it too.

    Attributes:
        rgb: Six hex digits of a colour that the template has outside its theme; empty for none.
        slot: As in `ST_SchemeColorVal`: `tx1`, `bg1`, `accent1`, …
        lum_mod: Share of the luminance that is kept, in per cent.
        lum_off: Luminance that is added, in per cent.
    """

    slot: str
    lum_mod: int = 100
    lum_off: int = 0
    rgb: str = ""


class Tone(StrEnum):
    """What a colour is for; which one it is depends on the layout."""

    INK = "ink"
    MUTED = "muted"
    PAPER = "paper"
    PANEL = "panel"
    RULE = "rule"
    ACCENT = "accent"
    SHEET = "sheet"  # the ground that the theme's colours are made for


INK, MUTED, PAPER = Tone.INK, Tone.MUTED, Tone.PAPER
PANEL, RULE, ACCENT, SHEET = Tone.PANEL, Tone.RULE, Tone.ACCENT, Tone.SHEET


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a paragraph's letters look.

    Attributes:
        colour: None inside a placeholder that keeps its own.
        is_heading: Whether they are set in the theme's heading font.
        pitch: Distance of lines as a multiple of the size.
        font: What a placeholder sets them in, if not one of the theme's fonts.
        is_caps: Whether a placeholder shows them as capitals.
    """

    size_pt: float
    is_bold: bool = False
    is_italic: bool = False
    colour: Tone | None = INK
    is_heading: bool = False
    pitch: float = LINE_PITCH
    font: str = ""
    is_caps: bool = False

    @property
    def line_pt(self) -> float:
        """Return the distance of lines in points, to a tenth."""
        return round(self.size_pt * self.pitch, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Para:
    """One paragraph.

    Attributes:
        align: None keeps the placeholder's own.
        bullet: Sign before the first line; empty for none.
        indent_pt: Where the text starts, and where its further lines do.
        hang_pt: How far before `indent_pt` the bullet stands.
        before_pt: Space above; the first paragraph of a box has none.
        level: Depth in a list, from 0.
    """

    words: Words
    look: Look
    align: Align | None = Align.LEFT
    bullet: str = ""
    indent_pt: float = 0.0
    hang_pt: float = 0.0
    before_pt: float = 0.0
    level: int = 0


Insets: TypeAlias = tuple[int, int, int, int]
"""Left, top, right, bottom, in EMU."""

NO_INSETS: Insets = (0, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextItem:
    """Text in a box, or in a placeholder of the layout.

    Attributes:
        placeholder: The layout's placeholder that the text fills; None for a text box.
        anchor: None keeps the placeholder's own.
        fill: None for no fill.
    """

    name: str
    box: Box
    paras: tuple[Para, ...]
    placeholder: PlaceholderInfo | None = None
    anchor: Anchor | None = Anchor.TOP
    insets: Insets = NO_INSETS
    fill: Tone | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberItem:
    """The slide's number, a field in the layout's placeholder for it."""

    name: str
    box: Box
    placeholder: PlaceholderInfo


class Figure(StrEnum):
    """The plain figures that slides are drawn with; values of `ST_ShapeType`."""

    RECTANGLE = "rect"
    CIRCLE = "ellipse"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapeItem:
    """A rule, panel or marker that says nothing by itself: decorative."""

    name: str
    box: Box
    fill: Tone
    figure: Figure = Figure.RECTANGLE


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartItem:
    """A chart; what it shows and how is in its panel.

    Attributes:
        alt: Never empty.
        text_pt: Size of all text in the chart, in points.
    """

    name: str
    box: Box
    panel: ChartPanel
    alt: str
    text_pt: float = 12.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a table.

    Attributes:
        below: Width of the rule under the cell in points; 0 for none.
        rule: Its colour.
    """

    paras: tuple[Para, ...]
    insets: Insets
    anchor: Anchor = Anchor.MIDDLE
    below: float = 0.0
    rule: Tone = RULE


@dataclass(frozen=True, slots=True, kw_only=True)
class TableItem:
    """A native table. Widths and heights in EMU; the first row is the header row."""

    name: str
    box: Box
    widths: tuple[int, ...]
    heights: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]
    alt: str
    has_total: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupItem:
    """Items that belong together, such as a card or a timeline. `alt` is never empty."""

    name: str
    box: Box
    items: tuple[TextItem | ShapeItem, ...]
    alt: str


Item: TypeAlias = TextItem | NumberItem | ShapeItem | ChartItem | TableItem | GroupItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One slide of the file.

    Attributes:
        id: The storyboard slide's id; a continued part adds `-2`, `-3`, …
        section: Name of the section in PowerPoint's list of slides.
        items: In reading order.
        notes: Speaker notes, one paragraph an item.
    """

    id: str
    layout: LayoutRole
    section: str
    items: tuple[Item, ...]
    notes: tuple[str, ...] = ()
