"""Colours of DrawingML as six hex digits: theme slots through the colour map, then the changes.

Pure. `EG_ColorChoice` and `EG_ColorTransform` in dml-main.xsd (ISO/IEC 29500).
"""

from __future__ import annotations

import colorsys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from generator.inventory.element import Element
from generator.inventory.numbers import parse_number

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
DEFAULT_MAP: Mapping[str, str] = {
    "bg1": "lt1",
    "tx1": "dk1",
    "bg2": "lt2",
    "tx2": "dk2",
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
    "hlink": "hlink",
    "folHlink": "folHlink",
}
"""Name of a colour → slot of the theme, where a master says nothing else (`CT_ColorMapping`)."""

PRESET: Mapping[str, str] = {
    "black": "000000",
    "white": "FFFFFF",
    "red": "FF0000",
    "green": "008000",
    "lime": "00FF00",
    "blue": "0000FF",
    "navy": "000080",
    "yellow": "FFFF00",
    "orange": "FFA500",
    "purple": "800080",
    "teal": "008080",
    "cyan": "00FFFF",
    "magenta": "FF00FF",
    "maroon": "800000",
    "gray": "808080",
    "grey": "808080",
    "dkGray": "A9A9A9",
    "ltGray": "D3D3D3",
    "silver": "C0C0C0",
    "whiteSmoke": "F5F5F5",
    "dkBlue": "00008B",
    "dkGreen": "006400",
    "dkRed": "8B0000",
}
"""The names of `ST_PresetColorVal` that templates were seen to use; others are unknown here."""

_WHOLE = 100_000
_CHOICES = ("srgbClr", "schemeClr", "sysClr", "prstClr", "scrgbClr", "hslClr")
_FULL_TURN = 21_600_000

Channels = tuple[float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """The colours of a theme under the colour map of a master or layout.

    Attributes:
        slots: Slot of the theme → RGB in six hex digits.
        mapping: Name of a colour on slides → slot.
    """

    slots: Mapping[str, str]
    mapping: Mapping[str, str] = field(default_factory=lambda: DEFAULT_MAP)

    def find(self, name: str, placeholder: str = "") -> str:
        """Return the RGB of a colour by its name in the file; empty if there is none.

        Args:
            name: `ST_SchemeColorVal`: `tx1`, `dk1`, `accent1`, `phClr`, …
            placeholder: What `phClr` stands for.
        """
        if name == "phClr":
            return placeholder
        return self.slots.get(self.mapping.get(name, name), "")

    def list_names(self) -> dict[str, str]:
        """Return the RGB of every name that slides may use, those of the theme's slots too."""
        named = {name: self.find(name) for name in (*self.mapping, *self.slots)}
        return {name: rgb for name, rgb in named.items() if rgb}

    def resolve(self, parent: Element | None, placeholder: str = "") -> str:
        """Return the RGB of the colour that `parent` holds, its changes applied; empty if none.

        Args:
            parent: Such as `a:solidFill`, `a:gs` or `p:bgRef`.
            placeholder: What `phClr` stands for.
        """
        choice = find_choice(parent)
        if choice is None:
            return ""
        rgb = self._read(choice, placeholder)
        return _change(rgb, choice) if rgb else ""

    def _read(self, choice: Element, placeholder: str) -> str:
        value = choice.get("val", "")
        match choice.tag.rpartition("}")[2]:
            case "srgbClr":
                return value.upper() if _is_hex(value) else ""
            case "schemeClr":
                return self.find(value, placeholder)
            case "sysClr":
                last = choice.get("lastClr", "FFFFFF" if value == "window" else "000000")
                return last.upper() if _is_hex(last) else ""
            case "prstClr":
                return PRESET.get(value, "")
            case _:
                return _read_numbers(choice)


def read_map(element: Element | None) -> Mapping[str, str]:
    """Return the colour map in the attributes of `p:clrMap` or `a:overrideClrMapping`."""
    if element is None:
        return DEFAULT_MAP
    return {name: element.get(name, slot) for name, slot in DEFAULT_MAP.items()}


def find_choice(parent: Element | None) -> Element | None:
    """Return the colour in `parent`."""
    if parent is None:
        return None
    return next(parent.iterchildren(*(f"{A}{name}" for name in _CHOICES)), None)


def find_opacity(parent: Element | None) -> float:
    """Return how much the colour in `parent` covers what is behind it, from 0 to 1."""
    choice = find_choice(parent)
    alpha = None if choice is None else choice.find(f"{A}alpha")
    if alpha is None:
        return 1.0
    return min(1.0, max(0.0, _share(alpha)))


def blend(rgb: str, under: str, opacity: float) -> str:
    """Return what is seen of `rgb` over `under`; empty where that cannot be told."""
    if opacity >= 1.0 or not rgb:
        return rgb
    if not under:
        return ""
    mixed = (
        top * opacity + ground * (1 - opacity)
        for top, ground in zip(to_channels(rgb), to_channels(under), strict=True)
    )
    return _to_hex((next(mixed), next(mixed), next(mixed)))


def mix(colours: Mapping[float, str]) -> str:
    """Return the mean of the stops of a gradient, place (0 to 1) → RGB; empty if one is unknown."""
    stops = sorted(colours.items())
    if not stops or not all(rgb for _, rgb in stops):
        return ""
    ends = [(0.0, stops[0][1]), *stops, (1.0, stops[-1][1])]
    total = [0.0, 0.0, 0.0]
    for (start, first), (stop, second) in pairwise(ends):
        for index, pair in enumerate(zip(to_channels(first), to_channels(second), strict=True)):
            total[index] += (stop - start) * sum(pair) / 2
    return _to_hex((total[0], total[1], total[2]))


def to_channels(rgb: str) -> Channels:
    """Return red, green and blue of six hex digits, from 0 to 1."""
    red, green, blue = (int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def _to_hex(channels: Channels) -> str:
    return "".join(f"{round(min(1.0, max(0.0, one)) * 255):02X}" for one in channels)


def _is_hex(value: str) -> bool:
    return len(value) == len("RRGGBB") and all(one in "0123456789abcdefABCDEF" for one in value)


def _share(element: Element) -> float:
    """Return `@val`, a `ST_Percentage`: thousandths of a per cent or, in strict files, `50%`."""
    value = element.get("val", "")
    if value.endswith("%"):
        try:
            return float(value[:-1]) / 100
        except ValueError:
            return 1.0
    return parse_number(value, _WHOLE) / _WHOLE


def _read_numbers(choice: Element) -> str:
    """Return the colour of `a:scrgbClr`, whose channels are linear, or `a:hslClr`."""
    if choice.tag == f"{A}scrgbClr":
        red, green, blue = (parse_number(choice.get(one), 0) / _WHOLE for one in "rgb")
        return _to_hex((_to_gamma(red), _to_gamma(green), _to_gamma(blue)))
    hue = parse_number(choice.get("hue"), 0) / _FULL_TURN
    light, saturation = (parse_number(choice.get(one), 0) / _WHOLE for one in ("lum", "sat"))
    return _to_hex(colorsys.hls_to_rgb(hue % 1.0, light, saturation))


def _change(rgb: str, choice: Element) -> str:
    """Return `rgb` after the transforms that stand in `choice`, in their order."""
    channels = to_channels(rgb)
    for transform in choice.iterchildren("{*}*"):
        change = _CHANGES.get(transform.tag.rpartition("}")[2])
        if change:
            channels = change(channels, _share(transform))
    return _to_hex(channels)


def _in_hls(change: Callable[[Channels], Channels]) -> Callable[[Channels], Channels]:
    def changed(channels: Channels) -> Channels:
        hue, light, saturation = change(colorsys.rgb_to_hls(*channels))
        clamped = (min(1.0, max(0.0, light)), min(1.0, max(0.0, saturation)))
        return colorsys.hls_to_rgb(hue % 1.0, *clamped)

    return changed


def _lum_mod(channels: Channels, share: float) -> Channels:
    return _in_hls(lambda hls: (hls[0], hls[1] * share, hls[2]))(channels)


def _lum_off(channels: Channels, share: float) -> Channels:
    return _in_hls(lambda hls: (hls[0], hls[1] + share, hls[2]))(channels)


def _sat_mod(channels: Channels, share: float) -> Channels:
    return _in_hls(lambda hls: (hls[0], hls[1], hls[2] * share))(channels)


def _tint(channels: Channels, share: float) -> Channels:
    """Mix with white in linear light, as PowerPoint does; `share` of the colour is kept."""
    red, green, blue = (_to_gamma(_to_linear(one) * share + 1 - share) for one in channels)
    return red, green, blue


def _shade(channels: Channels, share: float) -> Channels:
    """Mix with black in linear light; `share` of the colour is kept."""
    red, green, blue = (_to_gamma(_to_linear(one) * share) for one in channels)
    return red, green, blue


_CHANGES: Mapping[str, Callable[[Channels, float], Channels]] = {
    "lumMod": _lum_mod,
    "lumOff": _lum_off,
    "satMod": _sat_mod,
    "tint": _tint,
    "shade": _shade,
}


def _to_linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB


def _to_gamma(channel: float) -> float:
    channel = min(1.0, max(0.0, channel))
    return channel * 12.92 if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055  # noqa: PLR2004 - sRGB
