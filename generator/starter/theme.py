"""The theme of a template: colour slots, fonts for each script, and plain effects.

`CT_OfficeStyleSheet` in dml-main.xsd (ISO/IEC 29500).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.ooxml import theme
from generator.starter.brand import Brand
from generator.starter.colours import TEXT_CONTRAST, chroma, is_dark, shade, stands_out
from generator.starter.markup import tag
from generator.starter.palette import PALE_SHARE

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
        saturation: Factor on the saturation, which WordprocessingML cannot say.
    """

    slot: str
    lighter: float = 0.0
    darker: float = 0.0
    saturation: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shades:
    """What colours are for, as slots of one theme.

    Attributes:
        muted: Quiet text on the paper and on panels.
        quiet: Quiet text on a ground of the colour of headings.
        signal: Small marks that catch the eye.
    """

    text: Shade
    muted: Shade
    heading: Shade
    paper: Shade
    panel: Shade
    rule: Shade
    quiet: Shade
    primary: Shade
    signal: Shade


_FADES = (0.25, 0.2, 0.15, 0.1, 0.05)
"""How far quiet text may fade, most first; it is what keeps its contrast that is taken."""

_SATURATIONS = (1.0, 0.85, 0.7, 0.55, 0.4)
_GLARE = 0.125
"""Chroma from which large areas, and quiet text, are too loud."""


def plan_shades(colours: Mapping[str, str]) -> Shades:
    """Return the shades of a theme with these `colours`, on a light or a dark ground."""
    paper, panel = colours["lt1"], colours["lt2"]
    on_dark = is_dark(paper)
    moved = {share: _move(colours["dk1"], share, on_dark) for share in _FADES}
    faded = next(
        (
            share
            for share, rgb in moved.items()
            if stands_out(rgb, (paper, panel), TEXT_CONTRAST) and chroma(rgb) <= _GLARE
        ),
        0.0,
    )
    text, ground = Shade(slot="dk1"), Shade(slot="lt1")
    return Shades(
        text=text,
        muted=replace(text, **_fade(faded, on_dark)),
        heading=Shade(slot="dk2"),
        paper=ground,
        panel=Shade(slot="lt2"),
        rule=replace(ground, **_fade(PALE_SHARE, not on_dark)),
        quiet=replace(ground, **_fade(PALE_SHARE, not on_dark)),
        primary=Shade(slot="accent1"),
        signal=Shade(slot="accent2"),
    )


def _fade(share: float, is_darker: bool) -> dict[str, float]:
    return {"darker" if is_darker else "lighter": share}


def _move(rgb: str, share: float, is_darker: bool) -> str:
    return shade(rgb, **_fade(share, is_darker))


def resolve_rgb(colour: Shade, brand: Brand) -> str:
    """Return the colour as six upper-case hex digits, as Office computes it (luminance in HSL)."""
    return _resolve(colour, brand.colours)


def _resolve(colour: Shade, colours: Mapping[str, str]) -> str:
    return shade(
        colours[colour.slot],
        lighter=colour.lighter,
        darker=colour.darker,
        saturation=colour.saturation,
    )


def calm(colour: Shade, colours: Mapping[str, str]) -> Shade:
    """Return a tint with as much of its saturation as does not glare, as a tint of green may.

    A colour that is not made lighter is the brand's own, and stays.
    """
    if not colour.lighter:
        return colour
    calmer = [replace(colour, saturation=share) for share in _SATURATIONS]
    return next((each for each in calmer if chroma(_resolve(each, colours)) <= _GLARE), calmer[-1])


def word_colour(colour: Shade, brand: Brand, *, prefix: str = "") -> dict[str, str]:
    """Return the attributes that name `colour` in WordprocessingML.

    Args:
        colour: The shade.
        brand: Gives the RGB value for readers that do not know themes.
        prefix: `fill` for the background of `w:shd`; else the colour of `w:color` and borders.
    """
    slot = WORD_SLOTS.get(colour.slot, colour.slot)
    plain = {"fill": "w:fill", "border": "w:color"}.get(prefix, "w:val")
    themed = ("w:themeFill", "w:themeFillTint", "w:themeFillShade")
    if prefix != "fill":
        themed = ("w:themeColor", "w:themeTint", "w:themeShade")
    attributes = {plain: resolve_rgb(colour, brand), themed[0]: slot}
    if colour.lighter:
        attributes[themed[1]] = f"{round(255 * (1 - colour.lighter)):02X}"
    if colour.darker:
        attributes[themed[2]] = f"{round(255 * (1 - colour.darker)):02X}"
    return attributes


def slide_colour(colour: Shade, *, alpha: float = 1.0) -> str:
    """Return `colour` as `a:schemeClr`; `alpha` is its opacity, 0 to 1."""
    changes: list[str] = []
    if colour.lighter:
        changes.append(tag("a:lumMod", {"val": round(100_000 * (1 - colour.lighter))}))
        changes.append(tag("a:lumOff", {"val": round(100_000 * colour.lighter)}))
    if colour.darker:
        changes.append(tag("a:lumMod", {"val": round(100_000 * (1 - colour.darker))}))
    if colour.saturation < 1:
        changes.append(tag("a:satMod", {"val": round(100_000 * colour.saturation)}))
    if alpha < 1:
        changes.append(tag("a:alpha", {"val": round(100_000 * alpha)}))
    return tag("a:schemeClr", {"val": SLIDE_SLOTS.get(colour.slot, colour.slot)}, *changes)


def solid(colour: Shade, *, alpha: float = 1.0) -> str:
    """Return a solid fill."""
    return tag("a:solidFill", None, slide_colour(colour, alpha=alpha))


def write_theme(brand: Brand) -> bytes:
    """Return the theme part of `brand`."""
    return theme.write_theme(brand.name, brand.colours, (brand.headings, brand.base), brand.scripts)
