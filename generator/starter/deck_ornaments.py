"""The ornaments of cover, section and closing, and how far text may reach beside them.

*Tiles*: squares and quarter discs at the right edge, one full disc. *Contours*: quarter discs
within each other about the lower right corner, as the lines of a map run around a height.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.ooxml.contrast import contrast
from generator.starter.brand import Ornament, SlideFormat
from generator.starter.deck_look import DeckLook
from generator.starter.deck_shapes import Drawn
from generator.starter.theme import Shade, calm
from generator.units import Box, Emu, inches

_Tile = tuple[int, int, str, int, Shade]
"""Column from the right edge, row from the top, figure, quarter turns, fill."""

_Fill = tuple[Shade, float]
"""A colour and its opacity, 0 to 1: a tint by opacity stays as quiet as its colour is."""

_ROWS = 4
_MOST_OF_BRIGHT = 6.0
_TURNS_TO_CORNER = 2
_DEEP = Shade(slot="accent1", darker=0.25)
_MID = Shade(slot="accent1", lighter=0.15)
_SOFT = Shade(slot="accent1", lighter=0.5)
_MAIN = Shade(slot="accent1")
_BRIGHT = Shade(slot="accent4")
"""Stands for the brightest that there is of the accents from the third on."""

_SIGNAL = Shade(slot="accent2")
_PANEL = Shade(slot="lt2")
_PAPER = Shade(slot="lt1")

_COVER_TILES: tuple[_Tile, ...] = (
    (2, 0, "rect", 0, _DEEP),
    (2, 0, "quarter", 0, _MID),
    (1, 0, "rect", 0, _MID),
    (1, 0, "quarter", 2, _SOFT),
    (2, 1, "rect", 0, _MID),
    (2, 1, "quarter", 1, _BRIGHT),
    (1, 1, "rect", 0, _DEEP),
    (1, 1, "quarter", 3, _MID),
    (2, 2, "rect", 0, _SOFT),
    (2, 2, "quarter", 3, _PANEL),
    (1, 2, "rect", 0, _MID),
    (1, 2, "quarter", 0, _DEEP),
    (3, 3, "quarter", 2, _MID),
    (2, 3, "rect", 0, _DEEP),
    (2, 3, "ellipse", 0, _SIGNAL),
    (1, 3, "rect", 0, _SOFT),
    (1, 3, "quarter", 2, _MID),
)
_NARROW_TILES: tuple[_Tile, ...] = (
    (1, 0, "rect", 0, _DEEP),
    (1, 0, "quarter", 0, _MID),
    (1, 1, "rect", 0, _MID),
    (1, 1, "quarter", 1, _BRIGHT),
    (1, 2, "rect", 0, _SOFT),
    (1, 2, "quarter", 3, _PANEL),
    (2, 3, "quarter", 2, _MID),
    (1, 3, "rect", 0, _DEEP),
    (1, 3, "ellipse", 0, _SIGNAL),
)
_CLOSING_TILES: tuple[_Tile, ...] = (
    (1, 0, "quarter", 1, _MID),
    (1, 1, "rect", 0, _MID),
    (1, 1, "quarter", 3, _BRIGHT),
    (1, 2, "rect", 0, _DEEP),
    (1, 2, "ellipse", 0, _SIGNAL),
    (2, 3, "quarter", 2, _MID),
    (1, 3, "rect", 0, _SOFT),
    (1, 3, "quarter", 0, _MID),
)
_SECTION_TILES: tuple[_Tile, ...] = (
    (1, 0, "rect", 0, _MAIN),
    (1, 0, "quarter", 2, _MID),
    (1, 1, "rect", 0, _MID),
    (1, 1, "quarter", 1, _SOFT),
    (1, 2, "rect", 0, _DEEP),
    (1, 2, "quarter", 0, _BRIGHT),
    (1, 3, "rect", 0, _MAIN),
    (1, 3, "quarter", 3, _MID),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Adornment:
    """What is drawn on the slides that the layout designs, and where their text must end.

    Edges are in inches from the left edge of the slide.

    Attributes:
        upper: Right edge of text in the upper half of the cover.
        middle: Of what stands under the title of the cover.
        lower: Of what stands at the foot of cover and closing.
        opener: Of a section's title.
        agenda: Of the text under it.
        contact: Of title and text of the closing slide.
        small_print: Of what stands at its foot.
    """

    cover: tuple[Drawn, ...] = ()
    section: tuple[Drawn, ...] = ()
    closing: tuple[Drawn, ...] = ()
    upper: float
    middle: float
    lower: float
    opener: float
    agenda: float
    contact: float
    small_print: float


def plan_adornment(look: DeckLook) -> Adornment:
    """Return the ornament that the brand asks for."""
    match look.brand.ornament:
        case Ornament.TILES:
            return _plan_tiles(look)
        case Ornament.CONTOURS:
            return _plan_contours(look)
        case Ornament.NONE:
            edge = look.width_in - 0.6
            near = min(edge, 10.0)
            return Adornment(
                upper=edge,
                middle=near,
                lower=near,
                opener=near,
                agenda=near,
                contact=near,
                small_print=near,
            )


def _plan_tiles(look: DeckLook) -> Adornment:
    is_wide = look.brand.slide is SlideFormat.WIDE
    side = look.size.height / _ROWS / inches(1)
    free = look.width_in - side - 0.35
    return Adornment(
        cover=_lay_tiles(_COVER_TILES if is_wide else _NARROW_TILES, look),
        section=_lay_tiles(_SECTION_TILES, look),
        closing=_lay_tiles(_CLOSING_TILES, look),
        upper=8.8 if is_wide else free,
        middle=8.8 if is_wide else free,
        lower=7.0 if is_wide else free - side,
        opener=10.0 if is_wide else free,
        agenda=9.2 if is_wide else free,
        contact=9.8 if is_wide else free,
        small_print=9.5 if is_wide else free - side,
    )


def _lay_tiles(pattern: Sequence[_Tile], look: DeckLook) -> tuple[Drawn, ...]:
    side = Emu(look.size.height // _ROWS)
    bright = _find_bright(look)
    return tuple(
        Drawn(
            name=f"Tile {number}",
            box=Box(Emu(look.size.width - column * side), Emu(row * side), side, side),
            fill=calm(bright if fill == _BRIGHT else fill, look.brand.colours),
            geometry=geometry,
            turns=turns,
        )
        for number, (column, row, geometry, turns, fill) in enumerate(pattern, 1)
    )


def _find_bright(look: DeckLook) -> Shade:
    """Return the first of some accents that does not vanish among dark tiles."""
    colours = look.brand.colours
    slots = ("accent4", "accent3", "accent5", "accent6")
    bright = [slot for slot in slots if contrast(colours[slot], colours["lt1"]) <= _MOST_OF_BRIGHT]
    return Shade(slot=bright[0] if bright else slots[0])


def _plan_contours(look: DeckLook) -> Adornment:
    """Return rings that keep clear of the text, which ends where the outermost one begins."""
    width = look.width_in
    is_wide = look.brand.slide is SlideFormat.WIDE
    large, small = (5.4, 3.4) if is_wide else (3.9, 3.0)
    ground = (look.ground.fill, 1.0)
    cover = [*_fade_in(_PAPER, (0.07, 0.12, 0.2), ground), (_SIGNAL, 1.0)]
    if look.ground.fill.slot == _PAPER.slot:
        cover = [*_fade_in(_MAIN, (0.08, 0.25, 0.6), ground), (_MAIN, 1.0), (_SIGNAL, 1.0)]
    opener = [*_fade_in(_MAIN, (0.25, 0.6), (_PANEL, 1.0)), (_MAIN, 1.0), (_SIGNAL, 1.0)]
    return Adornment(
        cover=_draw_rings(large, cover, look),
        section=_draw_rings(small, opener, look),
        closing=_draw_rings(small, cover, look),
        upper=min(width - 1.0, 10.4),
        middle=width - _reach(large, 7.5 - 4.92),
        lower=width - large - 0.2,
        opener=min(width - 0.6, 10.4),
        agenda=width - _reach(small, 7.5 - 5.4),
        contact=min(width - _reach(small, 7.5 - 4.8), 10.0),
        small_print=width - small - 0.2,
    )


def _reach(radius: float, height: float) -> float:
    """Return how far a circle about the corner reaches at a height, with some room, in inches."""
    return max(0.0, radius**2 - height**2) ** 0.5 + 0.2


def _fade_in(fill: Shade, shares: Sequence[float], gap: _Fill) -> Iterator[_Fill]:
    """Yield rings of one colour, ever denser towards the corner, with a gap within each."""
    for share in shares:
        yield fill, share
        yield gap


def _draw_rings(radius: float, fills: Sequence[_Fill], look: DeckLook) -> tuple[Drawn, ...]:
    """Return quarter discs about the lower right corner, the largest first; `radius` in inches."""
    step = radius / (len(fills) + 0.6)
    rings: list[Drawn] = []
    for number, (fill, alpha) in enumerate(fills):
        side = inches(radius - number * step)
        corner = Box(Emu(look.size.width - side), Emu(look.size.height - side), side, side)
        rings.append(
            Drawn(
                name=f"Contour {number + 1}",
                box=corner,
                fill=fill,
                geometry="quarter",
                turns=_TURNS_TO_CORNER,
                alpha=alpha,
            )
        )
    return tuple(rings)
