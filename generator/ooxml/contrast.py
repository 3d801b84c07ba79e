"""How well one colour can be told from another (WCAG 2.2)."""

from __future__ import annotations

from functools import lru_cache

_LINEAR_UP_TO = 0.04045
_REMEMBERED = 4_096


@lru_cache(maxsize=_REMEMBERED)
def luminance(rgb: str) -> float:
    """Return the relative luminance of a colour, from 0 to 1; `rgb` is RRGGBB."""
    red, green, blue = (_linear(int(rgb[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours, from 1 to 21; both are RRGGBB."""
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _linear(channel: float) -> float:
    """Return a channel of sRGB, from 0 to 1, as a share of light."""
    return channel / 12.92 if channel <= _LINEAR_UP_TO else ((channel + 0.055) / 1.055) ** 2.4
