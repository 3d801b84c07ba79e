"""The look of charts: text size, font, and colours as theme slots with their contrast. Pure."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from generator.ooxml.contrast import contrast, luminance
from generator.ooxml.metrics import measure_width

PALETTE = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
MUTED = ("muted", "muted-2", "muted-3")
"""Names in a `Plot` for greys of what is not in focus, ever darker; they are no theme slots."""

TEXT_CONTRAST = 4.5  # WCAG 1.4.3
MARK_CONTRAST = 3.0  # WCAG 1.4.11
_MUTED_CONTRAST = (MARK_CONTRAST, 5.0, 8.5)

_LIGHT = (60, 40)
"""`a:lumMod` and `a:lumOff` of a paler tone: "Lighter 40%" in Office."""

_ALIASES = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
_DEFAULT_COLOURS = MappingProxyType(
    {
        "dk1": "1A1A1A",
        "lt1": "FFFFFF",
        "dk2": "12436D",
        "lt2": "F2F2F2",
        "accent1": "12436D",
        "accent2": "F46A25",
        "accent3": "801650",
        "accent4": "28A197",
        "accent5": "3D3D3D",
        "accent6": "A285D1",
    }
)


class Ink(NamedTuple):
    """A theme colour, lightened or darkened: `a:schemeClr` with `a:lumMod` and `a:lumOff`.

    Attributes:
        slot: `ST_SchemeColorVal`: `tx1`, `bg1`, `accent1`, …
        mod: Factor of the luminance in per cent.
        off: What is added to the luminance, in per cent.
    """

    slot: str
    mod: int = 100
    off: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartStyle:
    """How charts look in one document.

    Attributes:
        text_pt: Size of all text in a chart, in points.
        font: Latin font of the theme's body text; text is measured in it.
        colours: Theme slot (`dk1`, `lt1`, `accent1`, …) → RGB in six hex digits. Native charts
            name the slots alone; the values decide contrast, and are drawn in pictures.
        palette: Slots of the series, in order.
        east_asian_font: Font of the theme for East Asian text; pictures look for it first.
    """

    text_pt: float = 9.0
    font: str = "Calibri"
    colours: Mapping[str, str] = field(default_factory=lambda: _DEFAULT_COLOURS)
    palette: tuple[str, ...] = PALETTE
    east_asian_font: str = ""

    def measure(self, text: str, *, is_bold: bool = False) -> float:
        """Return the width of `text` in points."""
        return measure_width(text, self.font, self.text_pt, is_bold=is_bold)

    def find_rgb(self, ink: Ink) -> str:
        """Return the colour that an office program makes of `ink`, in six hex digits."""
        name = _ALIASES.get(ink.slot, ink.slot)
        rgb = self.colours.get(name) or _DEFAULT_COLOURS.get(name, "000000")
        return _shift(rgb.upper(), ink.mod, ink.off)

    def find_ink(self, colour: str) -> Ink:
        """Return the ink of a plot's colour: a palette slot by its place, `muted`, or a slot.

        One that ends in `-light` is paler.
        """
        if colour in MUTED:
            return self.shade(_MUTED_CONTRAST[MUTED.index(colour)])
        base, _, tone = colour.partition("-")
        mod, off = _LIGHT if tone == "light" else (100, 0)
        if base in PALETTE:
            return Ink(self.palette[PALETTE.index(base) % len(self.palette)], mod, off)
        return Ink(base, mod, off)

    @property
    def ground(self) -> str:
        """Return the colour that charts stand on."""
        return self.find_rgb(Ink("bg1"))

    def shade(self, least: float) -> Ink:
        """Return the text colour, faded as far as its contrast to the ground stays `least`."""
        return Ink("tx1", *_fade(self.find_rgb(Ink("tx1")), self.ground, least))

    def text_on(self, ink: Ink) -> Ink:
        """Return the ink for text upon `ink`: the ground's or the text's, which reads better."""
        rgb = self.find_rgb(ink)
        inks = (Ink("bg1"), Ink("tx1"))
        return max(inks, key=lambda text: contrast(self.find_rgb(text), rgb))

    def text_like(self, ink: Ink) -> Ink:
        """Return `ink` for text on the ground if it reads well, else the text's own."""
        if contrast(self.find_rgb(ink), self.ground) >= TEXT_CONTRAST:
            return ink
        return Ink("tx1")

    @property
    def quiet(self) -> Ink:
        """Return the ink of numbers at the axis: greyer than text, but easy to read."""
        return self.shade(5.2)

    @property
    def grid(self) -> Ink:
        """Return the ink of gridlines."""
        return self.shade(1.35)

    @property
    def baseline(self) -> Ink:
        """Return the ink of the line that values are counted from."""
        return self.shade(3.5)


@cache
def _fade(text: str, ground: str, least: float) -> tuple[int, int]:
    """Return `a:lumMod` and `a:lumOff` that bring `text` nearest to `ground`, in per cent."""
    is_light = luminance(ground) > luminance(text)
    for share in range(90, 0, -1):
        mod, off = 100 - share, share if is_light else 0
        if contrast(_shift(text, mod, off), ground) >= least:
            return mod, off
    return 100, 0


def _shift(rgb: str, mod: int, off: int) -> str:
    """Return `rgb` with `a:lumMod` and `a:lumOff` applied to its luminance in HSL."""
    if (mod, off) == (100, 0):
        return rgb
    red, green, blue = (int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = min(1.0, max(0.0, light * mod / 100 + off / 100))
    shifted = colorsys.hls_to_rgb(hue, light, saturation)
    return "".join(f"{round(channel * 255):02X}" for channel in shifted)
