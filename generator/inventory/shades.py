"""Colours as WordprocessingML names them: plain, or a slot of the theme made lighter or darker."""

from __future__ import annotations

import colorsys
import re

from generator.inventory.deck import ThemeInfo
from generator.inventory.element import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SLOTS = {
    "dark1": "dk1",
    "text1": "dk1",
    "light1": "lt1",
    "background1": "lt1",
    "dark2": "dk2",
    "text2": "dk2",
    "light2": "lt2",
    "background2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
"""`ST_ThemeColor` (wml.xsd) → slot of the theme, where the two differ."""

PLAIN = re.compile(r"[0-9A-Fa-f]{6}\Z")
NO_FILL = frozenset({"", "nil"})
SOLID = "solid"


def resolve_text_colour(element: Element | None, theme: ThemeInfo, *, plain: str = "val") -> str:
    """Return the colour of `w:color` (`CT_Color` in wml.xsd) as RRGGBB; empty for automatic.

    Args:
        element: `w:color`, or another element that names a colour in the same way.
        theme: Gives the colours of its slots.
        plain: Attribute that holds the colour itself.
    """
    if element is None:
        return ""
    return _resolve(element, theme, (plain, "themeColor", "themeTint", "themeShade"))


def resolve_fill(element: Element | None, theme: ThemeInfo) -> str:
    """Return the colour of `w:shd` (`CT_Shd` in wml.xsd) as RRGGBB; empty for none.

    A pattern counts as the ground that it is drawn on.
    """
    if element is None or element.get(f"{W}val", "") in NO_FILL:
        return ""
    if element.get(f"{W}val") == SOLID:
        return _resolve(element, theme, ("color", "themeColor", "themeTint", "themeShade"))
    return _resolve(element, theme, ("fill", "themeFill", "themeFillTint", "themeFillShade"))


def _resolve(element: Element, theme: ThemeInfo, names: tuple[str, str, str, str]) -> str:
    """Return the colour that the attributes `names` give; a known slot wins over the plain one."""
    plain, slot, tint, shade = (element.get(f"{W}{name}", "") for name in names)
    themed = theme.colours.get(SLOTS.get(slot, slot), "")
    if PLAIN.match(themed):
        return vary(themed.upper(), _share(tint), _share(shade))
    return plain.upper() if PLAIN.match(plain) else ""


def _share(digits: str) -> float:
    """Return what two hex digits say of 255; all of it when they say nothing."""
    try:
        return int(digits, 16) / 255 if digits else 1.0
    except ValueError:
        return 1.0


def vary(rgb: str, tint: float, shade: float) -> str:
    """Return `rgb` with its luminance in HSL brought towards white by `tint`, black by `shade`."""
    if tint == shade == 1.0:
        return rgb
    red, green, blue = (int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = min(1.0, (light * tint + 1 - tint) * shade)
    return "".join(
        f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, light, saturation)
    )
