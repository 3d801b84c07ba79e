"""How much text a box or a page holds: lines, and characters as English prose fills them. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from generator.inventory.deck import (
    LayoutInfo,
    LayoutRole,
    PlaceholderInfo,
    PlaceholderRole,
    ThemeInfo,
)
from generator.ooxml.metrics import LINE_PITCH, SAFE_SHARE, Span, wrap_lines
from generator.units import Box, Emu, Size, pt, to_pt

SAMPLE = (
    "Budget support was paid in four parts, and each of them came with terms that both sides had "
    "agreed on in the spring; the last one is due before the end of the year, if the reforms that "
    "were promised have passed. "
)
"""Prose of usual words; capacities are told as if boxes were filled with it."""

PAIR = 2
EDGE = pt(18)
"""Least distance of text from the edge of the slide."""

_NARROWEST_PT = 1.0
_MOST_LINES = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """What a box holds at one size of text.

    Attributes:
        size_pt: Size of the text, in points.
        lines: Full lines that fit, at the line pitch that we write.
        characters: Characters in these lines, spaces included.
    """

    size_pt: float
    lines: int
    characters: int

    @property
    def per_line(self) -> int:
        """Return the characters of one line."""
        return round(self.characters / self.lines) if self.lines else 0


@cache
def measure_capacity(
    size: tuple[float, float], font: str, size_pt: float, *, is_bold: bool = False
) -> Capacity:
    """Return what fits into a box whose text may be `size` wide and high, in points."""
    width, height = size
    lines = min(_MOST_LINES, int((height + 0.01) // (size_pt * LINE_PITCH)))
    if lines < 1 or width < _NARROWEST_PT:
        return Capacity(size_pt=size_pt, lines=0, characters=0)
    repeats = 1 + int(lines * width / (size_pt * 0.3)) // len(SAMPLE)
    span = Span(text=SAMPLE * repeats, font=font, size_pt=size_pt, is_bold=is_bold)
    filled = wrap_lines((span,), width * SAFE_SHARE)[:lines]
    return Capacity(
        size_pt=size_pt, lines=lines, characters=sum(len(line.text) + 1 for line in filled)
    )


def measure_placeholder(hole: PlaceholderInfo, font: str, size_pt: float | None = None) -> Capacity:
    """Return what a placeholder holds at `size_pt`; None = at its own size.

    Columns share its width, and text that is turned by a quarter runs along its height.
    """
    left, top, right, bottom = hole.insets
    width = to_pt(hole.box.width - left - right)
    height = to_pt(hole.box.height - top - bottom)
    if hole.is_turned:
        width, height = height, width
    columns = max(1, hole.columns)
    one = measure_capacity(
        (round(width / columns, 1), round(height, 1)),
        font,
        size_pt or hole.size_pt,
        is_bold=hole.is_bold,
    )
    return Capacity(
        size_pt=one.size_pt, lines=one.lines * columns, characters=one.characters * columns
    )


def measure_area(area: Box, font: str, size_pt: float) -> Capacity:
    """Return what the body area of a layout holds at `size_pt`."""
    width, height = round(to_pt(area.width), 1), round(to_pt(area.height), 1)
    return measure_capacity((width, height), font, size_pt)


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What a placeholder must hold at least, at the smallest size that its text may shrink to.

    Attributes:
        least_pt: That size in points, unless the placeholder's own is smaller.
    """

    lines: int
    characters: int
    least_pt: float


TITLE_LEAST_PT = 20.0
_TITLE = Need(lines=2, characters=80, least_pt=TITLE_LEAST_PT)
_LINE = Need(lines=1, characters=24, least_pt=9.0)

NEEDS: dict[LayoutRole, dict[PlaceholderRole, Need]] = {
    LayoutRole.COVER: {
        PlaceholderRole.TITLE: Need(lines=2, characters=60, least_pt=TITLE_LEAST_PT),
        PlaceholderRole.SUBTITLE: Need(lines=1, characters=60, least_pt=12.0),
        PlaceholderRole.BYLINE: Need(lines=1, characters=40, least_pt=10.0),
        PlaceholderRole.KICKER: Need(lines=1, characters=16, least_pt=10.0),
    },
    LayoutRole.SECTION: {
        PlaceholderRole.TITLE: Need(lines=1, characters=40, least_pt=TITLE_LEAST_PT),
        PlaceholderRole.BODY: Need(lines=3, characters=100, least_pt=12.0),
        PlaceholderRole.SUBTITLE: Need(lines=3, characters=100, least_pt=12.0),
    },
    LayoutRole.CONTENT: {PlaceholderRole.TITLE: _TITLE},
    LayoutRole.TWO_CONTENT: {
        PlaceholderRole.TITLE: _TITLE,
        PlaceholderRole.BODY: Need(lines=8, characters=200, least_pt=12.0),
    },
    LayoutRole.TITLE_ONLY: {PlaceholderRole.TITLE: _TITLE},
    LayoutRole.QUOTE: {
        PlaceholderRole.TITLE: _TITLE,
        PlaceholderRole.BODY: Need(lines=4, characters=160, least_pt=16.0),
        PlaceholderRole.BYLINE: Need(lines=1, characters=40, least_pt=10.0),
    },
    LayoutRole.CLOSING: {
        PlaceholderRole.TITLE: Need(lines=1, characters=16, least_pt=TITLE_LEAST_PT),
        PlaceholderRole.BODY: Need(lines=4, characters=120, least_pt=12.0),
    },
}
"""What the texts of a usual brief ask of the placeholders of each layout."""

_FURNITURE = {
    PlaceholderRole.TRACKER: _LINE,
    PlaceholderRole.FOOTER: _LINE,
    PlaceholderRole.SOURCE: Need(lines=1, characters=60, least_pt=9.0),
    PlaceholderRole.NUMBER: Need(lines=1, characters=3, least_pt=8.0),
}
"""What is asked of the small placeholders of every layout that has them."""

BODY_NEED = Need(lines=8, characters=350, least_pt=12.0)
"""What the body area of a content slide must hold: six points of a line or two."""


BYLINE_TOO = Need(lines=4, characters=160, least_pt=12.0)
"""What the subtitle of a cover must hold that has no place for the authors: them as well."""

DESIGNED = frozenset({LayoutRole.COVER, LayoutRole.SECTION, LayoutRole.CLOSING})
"""Layouts that stand for themselves, where text may run on below its placeholder."""


def find_needs(role: LayoutRole, layout: LayoutInfo) -> dict[PlaceholderRole, Need]:
    """Return what is asked of the placeholders of `layout`, which serves `role`."""
    needs = {**_FURNITURE, **NEEDS[role]}
    if role is LayoutRole.COVER and not layout.by_role.get(PlaceholderRole.BYLINE):
        needs[PlaceholderRole.SUBTITLE] = BYLINE_TOO
    return needs


def find_font(hole_role: PlaceholderRole, theme: ThemeInfo, own: str = "") -> str:
    """Return the font that a placeholder's text is measured in: its own, else the theme's."""
    return own or (theme.major if hole_role is PlaceholderRole.TITLE else theme.minor)


def find_short(hole: PlaceholderInfo, need: Need, font: str) -> Capacity | None:
    """Return what a placeholder holds if that is less than `need`; else None."""
    capacity = measure_placeholder(hole, font, min(hole.size_pt, need.least_pt))
    has_room = capacity.lines >= need.lines and capacity.characters >= need.characters
    # One line that is long enough does as well as two short ones.
    is_long = capacity.lines >= 1 and capacity.per_line >= need.characters and need.lines <= PAIR
    return None if has_room or is_long else capacity


def grow_down(hole: PlaceholderInfo, layout: LayoutInfo, slide: Size) -> PlaceholderInfo:
    """Return `hole` made as high as what stands below it allows: text may run on there."""
    box = hole.box
    below = [
        other.box.top
        for holes in layout.by_role.values()
        for other in holes
        if other.box.top >= box.bottom and other.box.left < box.right and box.left < other.box.right
    ]
    bottom = max(box.bottom, min([*below, Emu(slide.height - EDGE)]))
    return replace(hole, box=Box(box.left, box.top, box.width, Emu(bottom - box.top)))
