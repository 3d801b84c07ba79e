"""Tints of a theme's colours that tell how much, and text that reads well upon them. Pure."""

from __future__ import annotations

from generator.charts.style import TEXT_CONTRAST, ChartStyle, Ink
from generator.ooxml.contrast import contrast

_FAINTEST = 0.10
"""Share of the colour in the tint of the least value: seen on the ground as a surface."""

_STEP = 0.03
_SIGN = "#"


def find_tint(style: ChartStyle, colour: str, share: float) -> str:
    """Return the tint of a role of colour, `#RRGGBB`; 1 is the colour itself, 0 the faintest.

    A tint that neither light nor dark text would read well upon is made paler until one does.
    """
    full = style.find_rgb(style.find_ink(colour))
    part = _FAINTEST + (1 - _FAINTEST) * min(max(share, 0.0), 1.0)
    while True:
        tint = mix(style.ground, full, part)
        if part <= _STEP or _best_contrast(style, tint) >= TEXT_CONTRAST:
            return _SIGN + tint
        part -= _STEP


def text_upon(style: ChartStyle, colour: str) -> Ink:
    """Return the ink for text upon a fill, `#RRGGBB`: the ground's or the text's."""
    rgb = colour.removeprefix(_SIGN)
    inks = (Ink("bg1"), Ink("tx1"))
    return max(inks, key=lambda ink: contrast(style.find_rgb(ink), rgb))


def mix(ground: str, colour: str, share: float) -> str:
    """Return `share` of `colour` upon `ground`, all RRGGBB."""
    pairs = ((int(ground[at : at + 2], 16), int(colour[at : at + 2], 16)) for at in (0, 2, 4))
    return "".join(f"{round(low + (high - low) * share):02X}" for low, high in pairs)


def _best_contrast(style: ChartStyle, rgb: str) -> float:
    return max(contrast(style.find_rgb(Ink(slot)), rgb) for slot in ("bg1", "tx1"))
