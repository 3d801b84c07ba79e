"""The order in which charts take the accent colours of a theme, where its owner gives none."""

from __future__ import annotations

from generator.inventory.deck import ThemeInfo
from generator.inventory.settings import SLOTS
from generator.ooxml.contrast import contrast

LEAST_CONTRAST = 3.0
"""Of a graphical object with its ground (WCAG 2.2, criterion 1.4.11)."""

_DEFAULT_GROUND = "FFFFFF"


def order_palette(theme: ThemeInfo, ground: str = "") -> tuple[str, ...]:
    """Return all accents: those that stand out from the ground and from each other come first.

    Many themes end in tints, meant for areas; lines and bars in them would hardly be seen.

    Args:
        theme: Gives the colours.
        ground: RRGGBB of what charts stand on; empty for the theme's own ground.
    """
    ground = ground or theme.colours.get("lt1", _DEFAULT_GROUND)
    strong: list[str] = []
    for slot in SLOTS:
        colour = theme.colours.get(slot, ground)
        is_new = all(colour != theme.colours[other] for other in strong)
        if is_new and contrast(colour, ground) >= LEAST_CONTRAST:
            strong.append(slot)
    return (*strong, *(slot for slot in SLOTS if slot not in strong))
