"""Colours as brand files write them, and how they stand out from each other. Pure.

An RGB value is a text of six upper-case hex digits throughout.
"""

from __future__ import annotations

import colorsys
import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from generator.ooxml.contrast import contrast, luminance
from generator.starter.css_names import CSS_COLOURS

TEXT_CONTRAST = 4.5
"""Least contrast of text with its ground (WCAG 1.4.3)."""

MARK_CONTRAST = 3.0
"""Least contrast of what a chart draws with its ground (WCAG 1.4.11)."""

_HEX = re.compile(r"#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})\Z")
_HEX_WITH_ALPHA = re.compile(r"#([0-9A-Fa-f]{4}|[0-9A-Fa-f]{8})\Z")
_CALL = re.compile(r"(rgb|hsl)a?\(([^()]*)\)\Z", re.IGNORECASE)
_NUMBER = re.compile(r"([+-]?\d+(?:\.\d+)?)(%|deg)?\Z")
_SEPARATORS = re.compile(r"\s*[,/]\s*|\s+")
_DARK_GROUND = 0.18
"""Luminance below which white stands out better than black."""

_LIMIT = 255
_WHOLE = 100
_NEAR_BLACK = 0.04045
"""Value of a channel up to which sRGB is linear."""
_TURN = 360.0
_REMEMBERED = 4096
_STEPS = 14
"""Halvings of the way to black or white: finer than a colour of eight bits tells apart."""


def parse_colour(written: str) -> str | None:
    """Return the RGB value of a colour as CSS writes it; None if it is not one.

    Three or six hex digits, with `#` or without; `rgb()` and `hsl()`; a name of CSS. What is not
    opaque is no colour here, since a theme holds none.
    """
    text = written.strip()
    if match := _HEX.match(text):
        digits = match[1]
        return (digits if len(digits) == len("RRGGBB") else "".join(2 * d for d in digits)).upper()
    if match := _CALL.match(text):
        return _parse_call(match[1].lower(), match[2])
    return CSS_COLOURS.get(text.lower())


def is_translucent(written: str) -> bool:
    """Return whether `written` is a colour of CSS that lets something through."""
    text = written.strip().lower()
    if text == "transparent" or _HEX_WITH_ALPHA.match(text):
        return True
    match = _CALL.match(text)
    return match is not None and len(_SEPARATORS.split(match[2].strip())) > len("rgb")


def _parse_call(kind: str, inside: str) -> str | None:
    numbers = [_NUMBER.match(part) for part in _SEPARATORS.split(inside.strip())]
    if len(numbers) != len("rgb") or not all(numbers):
        return None
    parts = [(float(number[1]), number[2]) for number in numbers if number]
    return _from_rgb(parts) if kind == "rgb" else _from_hsl(parts)


def _from_rgb(parts: list[tuple[float, str | None]]) -> str | None:
    channels = [value * _LIMIT / 100 if unit == "%" else value for value, unit in parts]
    if any(unit == "deg" for _, unit in parts) or not all(0 <= c <= _LIMIT for c in channels):
        return None
    return _to_hex(*(channel / _LIMIT for channel in channels))


def _from_hsl(parts: list[tuple[float, str | None]]) -> str | None:
    (hue, hue_unit), *shares = parts
    if hue_unit == "%" or any(unit != "%" or not 0 <= value <= _WHOLE for value, unit in shares):
        return None
    saturation, light = (value / 100 for value, _ in shares)
    return _to_hex(*colorsys.hls_to_rgb(hue % _TURN / _TURN, light, saturation))


def _to_hex(*channels: float) -> str:
    return "".join(f"{round(min(1.0, max(0.0, channel)) * _LIMIT):02X}" for channel in channels)


def _channels(rgb: str) -> tuple[float, float, float]:
    red, green, blue = (int(rgb[at : at + 2], 16) / _LIMIT for at in (0, 2, 4))
    return red, green, blue


def _to_linear(channel: float) -> float:
    return channel / 12.92 if channel <= _NEAR_BLACK else ((channel + 0.055) / 1.055) ** 2.4


def is_dark(rgb: str) -> bool:
    """Return whether white stands out from a ground of this colour better than black."""
    return luminance(rgb) < _DARK_GROUND


def shade(rgb: str, *, lighter: float = 0.0, darker: float = 0.0, saturation: float = 1.0) -> str:
    """Return a colour made lighter or darker as Office does: by its lightness in HSL.

    Args:
        rgb: The colour.
        lighter: Share of the way to white, 0 to 1.
        darker: Share of the way to black, 0 to 1.
        saturation: Factor on the saturation in HSL.
    """
    if not (lighter or darker or saturation != 1):
        return rgb
    hue, light, colourful = colorsys.rgb_to_hls(*_channels(rgb))
    light = (light * (1 - lighter) + lighter) * (1 - darker)
    return _to_hex(*colorsys.hls_to_rgb(hue, light, colourful * saturation))


def chroma(rgb: str) -> float:
    """Return how colourful a colour looks: its distance from grey in Oklab, 0 to about 0.32."""
    _, green_red, blue_yellow = _to_oklab(rgb)
    return (green_red**2 + blue_yellow**2) ** 0.5


def mix(one: str, other: str, share: float) -> str:
    """Return the colour that is `share` of the way from `one` to `other`, 0 to 1."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return _to_hex(*(first + (second - first) * share for first, second in pairs))


def turn(rgb: str, degrees: float, *, light: float, least_saturation: float = 0.0) -> str:
    """Return a colour of another hue and lightness.

    Args:
        rgb: Gives hue and saturation.
        degrees: How far the hue is turned.
        light: Lightness in HSL, 0 to 1.
        least_saturation: In HSL, 0 to 1; a greyer `rgb` is made this colourful.
    """
    hue, _, saturation = colorsys.rgb_to_hls(*_channels(rgb))
    turned = (hue + degrees / _TURN) % 1.0
    return _to_hex(*colorsys.hls_to_rgb(turned, light, max(saturation, least_saturation)))


def deepen(rgb: str, suits: Callable[[str], bool], *, to_white: bool = False) -> str:
    """Return the colour nearest to `rgb` that `suits`, on the way to black or white.

    Hue stays. Black or white itself is returned where nothing before it suits.
    """
    if suits(rgb):
        return rgb
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if suits(_shift(rgb, middle, to_white=to_white)):
            high = middle
        else:
            low = middle
    return _shift(rgb, high, to_white=to_white)


def _shift(rgb: str, share: float, *, to_white: bool) -> str:
    return shade(rgb, lighter=share) if to_white else shade(rgb, darker=share)


def stands_out(rgb: str, grounds: Iterable[str], least: float) -> bool:
    """Return whether `rgb` has a contrast of `least` with each of `grounds`."""
    return all(contrast(rgb, ground) >= least for ground in grounds)


def distance(one: str, other: str) -> float:
    """Return how different two colours look: their distance in Oklab, 0 to about 1."""
    pairs = zip(_to_oklab(one), _to_oklab(other), strict=True)
    return sum((first - second) ** 2 for first, second in pairs) ** 0.5


@lru_cache(maxsize=_REMEMBERED)
def _to_oklab(rgb: str) -> tuple[float, float, float]:
    """Return lightness and both colour axes (Björn Ottosson, 2020)."""
    red, green, blue = map(_to_linear, _channels(rgb))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )
