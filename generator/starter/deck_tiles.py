"""The ornament of cover, section and closing: square tiles, quarter discs, one full disc."""

from __future__ import annotations

from generator.starter.deck_grid import SLIDE, TILE
from generator.starter.deck_shapes import Drawn
from generator.starter.theme import PANEL, SIGNAL, Shade
from generator.units import Box, Emu


def _tiles(pattern: tuple[tuple[int, int, str, int, Shade], ...]) -> tuple[Drawn, ...]:
    """Return square tiles, counted in columns from the right edge and rows from the top."""
    return tuple(
        Drawn(
            name=f"Tile {number}",
            box=Box(Emu(SLIDE.width - column * TILE), Emu(row * TILE), TILE, TILE),
            fill=fill,
            geometry=geometry,
            turns=turns,
        )
        for number, (column, row, geometry, turns, fill) in enumerate(pattern, 1)
    )


DEEP = Shade(slot="accent1", darker=0.25)
MID = Shade(slot="accent1", lighter=0.15)
SOFT = Shade(slot="accent1", lighter=0.5)
TEAL = Shade(slot="accent4")

COVER_TILES = _tiles(
    (
        (2, 0, "rect", 0, DEEP),
        (2, 0, "quarter", 0, MID),
        (1, 0, "rect", 0, MID),
        (1, 0, "quarter", 2, SOFT),
        (2, 1, "rect", 0, MID),
        (2, 1, "quarter", 1, TEAL),
        (1, 1, "rect", 0, DEEP),
        (1, 1, "quarter", 3, MID),
        (2, 2, "rect", 0, SOFT),
        (2, 2, "quarter", 3, PANEL),
        (1, 2, "rect", 0, MID),
        (1, 2, "quarter", 0, DEEP),
        (3, 3, "quarter", 2, MID),
        (2, 3, "rect", 0, DEEP),
        (2, 3, "ellipse", 0, SIGNAL),
        (1, 3, "rect", 0, SOFT),
        (1, 3, "quarter", 2, MID),
    )
)
CLOSING_TILES = _tiles(
    (
        (1, 0, "quarter", 1, MID),
        (1, 1, "rect", 0, MID),
        (1, 1, "quarter", 3, TEAL),
        (1, 2, "rect", 0, DEEP),
        (1, 2, "ellipse", 0, SIGNAL),
        (2, 3, "quarter", 2, MID),
        (1, 3, "rect", 0, SOFT),
        (1, 3, "quarter", 0, MID),
    )
)
SECTION_TILES = _tiles(
    (
        (1, 0, "rect", 0, Shade(slot="accent1")),
        (1, 0, "quarter", 2, MID),
        (1, 1, "rect", 0, MID),
        (1, 1, "quarter", 1, SOFT),
        (1, 2, "rect", 0, DEEP),
        (1, 2, "quarter", 0, TEAL),
        (1, 3, "rect", 0, Shade(slot="accent1")),
        (1, 3, "quarter", 3, MID),
    )
)
