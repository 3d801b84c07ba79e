"""The theme of a template: colour slots, fonts for each script, and plain effects.

`CT_OfficeStyleSheet` in dml-main.xsd (ISO/IEC 29500).
"""

from __future__ import annotations

import colorsys
from dataclasses import dataclass

from generator.starter.brand import SLOTS, Brand
from generator.starter.markup import SLIDE_NAMESPACES, document, tag

WORD_SLOTS = {
    "dk1": "text1",
    "lt1": "background1",
    "dk2": "text2",
    "lt2": "background2",
    "hlink": "hyperlink",
    "folHlink": "followedHyperlink",
}
"""Theme slot → `ST_ThemeColor` (wml.xsd), where the two differ."""

SLIDE_SLOTS = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
"""Theme slot → `ST_SchemeColorVal` (dml-main.xsd) through the master's colour map."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shade:
    """A theme colour, as it is or made lighter or darker.

    Attributes:
        slot: Such as `accent1`.
        lighter: Share of the way to white, 0 to 1.
        darker: Share of the way to black, 0 to 1.
    """

    slot: str
    lighter: float = 0.0
    darker: float = 0.0


TEXT = Shade(slot="dk1")
MUTED = Shade(slot="dk1", lighter=0.25)
HEADING = Shade(slot="dk2")
WHITE = Shade(slot="lt1")
PANEL = Shade(slot="lt2")
RULE = Shade(slot="lt1", darker=0.15)
PRIMARY = Shade(slot="accent1")
SIGNAL = Shade(slot="accent2")


def resolve_rgb(shade: Shade, brand: Brand) -> str:
    """Return the colour as six upper-case hex digits, as Office computes it (luminance in HSL)."""
    rgb = brand.colours[shade.slot]
    if not (shade.lighter or shade.darker):
        return rgb
    red, green, blue = (int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = light * (1 - shade.lighter) + shade.lighter
    light *= 1 - shade.darker
    mixed = colorsys.hls_to_rgb(hue, light, saturation)
    return "".join(f"{round(channel * 255):02X}" for channel in mixed)


def word_colour(shade: Shade, brand: Brand, *, prefix: str = "") -> dict[str, str]:
    """Return the attributes that name `shade` in WordprocessingML.

    Args:
        shade: The colour.
        brand: Gives the RGB value for readers that do not know themes.
        prefix: `fill` for the background of `w:shd`; else the colour of `w:color` and borders.
    """
    slot = WORD_SLOTS.get(shade.slot, shade.slot)
    plain = {"fill": "w:fill", "border": "w:color"}.get(prefix, "w:val")
    themed = ("w:themeFill", "w:themeFillTint", "w:themeFillShade")
    if prefix != "fill":
        themed = ("w:themeColor", "w:themeTint", "w:themeShade")
    attributes = {plain: resolve_rgb(shade, brand), themed[0]: slot}
    if shade.lighter:
        attributes[themed[1]] = f"{round(255 * (1 - shade.lighter)):02X}"
    if shade.darker:
        attributes[themed[2]] = f"{round(255 * (1 - shade.darker)):02X}"
    return attributes


def slide_colour(shade: Shade, *, alpha: float = 1.0) -> str:
    """Return `shade` as `a:schemeClr`; `alpha` is its opacity, 0 to 1."""
    changes: list[str] = []
    if shade.lighter:
        changes.append(tag("a:lumMod", {"val": round(100_000 * (1 - shade.lighter))}))
        changes.append(tag("a:lumOff", {"val": round(100_000 * shade.lighter)}))
    if shade.darker:
        changes.append(tag("a:lumMod", {"val": round(100_000 * (1 - shade.darker))}))
    if alpha < 1:
        changes.append(tag("a:alpha", {"val": round(100_000 * alpha)}))
    return tag("a:schemeClr", {"val": SLIDE_SLOTS.get(shade.slot, shade.slot)}, *changes)


def solid(shade: Shade, *, alpha: float = 1.0) -> str:
    """Return a solid fill."""
    return tag("a:solidFill", None, slide_colour(shade, alpha=alpha))


def write_theme(brand: Brand) -> bytes:
    """Return the theme part of `brand`."""
    return document(
        tag(
            "a:theme",
            {"xmlns:a": SLIDE_NAMESPACES["xmlns:a"], "name": brand.name},
            tag("a:themeElements", None, _colours(brand), _fonts(brand), _formats(brand)),
            tag("a:objectDefaults"),
            tag("a:extraClrSchemeLst"),
        )
    )


def _colours(brand: Brand) -> str:
    return tag(
        "a:clrScheme",
        {"name": brand.name},
        *(tag(f"a:{slot}", None, tag("a:srgbClr", {"val": brand.colours[slot]})) for slot in SLOTS),
    )


def _fonts(brand: Brand) -> str:
    return tag(
        "a:fontScheme",
        {"name": brand.name},
        tag("a:majorFont", None, *_font_slots(brand.headings, brand)),
        tag("a:minorFont", None, *_font_slots(brand.base, brand)),
    )


def _font_slots(latin: str, brand: Brand) -> list[str]:
    """Return the slots of one font; `a:ea` stays empty, so that the text's language chooses."""
    return [
        tag("a:latin", {"typeface": latin}),
        tag("a:ea", {"typeface": ""}),
        tag("a:cs", {"typeface": ""}),
        *(
            tag("a:font", {"script": script, "typeface": font})
            for script, font in brand.scripts.items()
        ),
    ]


def _formats(brand: Brand) -> str:
    """Return three flat fills, three lines and no effects: nothing shines or throws a shadow."""
    fill = tag("a:solidFill", None, tag("a:schemeClr", {"val": "phClr"}))
    lines = [
        tag(
            "a:ln",
            {"w": width, "cap": "flat", "cmpd": "sng", "algn": "ctr"},
            fill,
            tag("a:prstDash", {"val": "solid"}),
            tag("a:miter", {"lim": 800_000}),
        )
        for width in (9_525, 12_700, 19_050)
    ]
    effect = tag("a:effectStyle", None, tag("a:effectLst"))
    return tag(
        "a:fmtScheme",
        {"name": brand.name},
        tag("a:fillStyleLst", None, fill * 3),
        tag("a:lnStyleLst", None, *lines),
        tag("a:effectStyleLst", None, effect * 3),
        tag("a:bgFillStyleLst", None, fill * 3),
    )
