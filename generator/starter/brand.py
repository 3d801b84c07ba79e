"""The brand: colours and fonts, read from a `_brand.yml` (the brand.yml convention).

Our extras stand under `defaults.briefing`: which colour goes into which slot of the theme, and the
fonts of scripts that the brand's own fonts do not hold.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from generator.errors import MissingError, TemplateError, suggest
from generator.inventory.settings import check_depth
from generator.places import Place

SLOTS = (
    "dk1",
    "lt1",
    "dk2",
    "lt2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
)
"""The colour slots of a theme, in the order of `CT_ColorScheme` (dml-main.xsd)."""

FALLBACKS = {
    "dk1": "foreground",
    "lt1": "background",
    "dk2": "primary",
    "lt2": "light",
    "accent1": "primary",
    "accent2": "secondary",
    "accent3": "tertiary",
    "accent4": "success",
    "accent5": "dark",
    "accent6": "info",
    "hlink": "link",
    "folHlink": "dark",
}
"""The name in brand.yml's `color` that fills a slot which `defaults.briefing.theme` leaves out."""

DEFAULT_FONT = "Calibri"
"""A font that Office has everywhere, and whose widths are known."""

HEX = re.compile(r"#?([0-9A-Fa-f]{6})\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand:
    """What a template pair is made from.

    Attributes:
        name: Name of the theme.
        colours: Slot → RGB in six upper-case hex digits, all of `SLOTS`.
        headings: Latin font of headings.
        base: Latin font of the text.
        scripts: ISO 15924 code → font, such as `Jpan` → `Yu Gothic`.
        language: BCP 47 tag of the template's own text.
    """

    name: str
    colours: Mapping[str, str]
    headings: str
    base: str
    scripts: Mapping[str, str]
    language: str = "en-GB"


def read_brand(path: Path) -> Brand:
    """Read the brand file at `path`.

    Raises:
        MissingError: The file is not there or cannot be read.
        TemplateError: It is not YAML, or a colour is missing or not a colour.
    """
    try:
        content = path.read_text(encoding="utf-8")
    except OSError as error:
        raise MissingError(f"cannot read the brand file '{path}': {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise TemplateError(
            "the brand file is not UTF-8", place=Place(file=str(path)), hint="save it as UTF-8"
        ) from error
    return _parse_brand(content, Place(file=str(path)))


def _parse_brand(content: str, place: Place) -> Brand:
    check_depth(content, place)
    try:
        loaded: object = YAML(typ="safe", pure=True).load(content)
    except MarkedYAMLError as error:
        mark = error.problem_mark
        at = Place(file=place.file, line=mark.line + 1, column=mark.column + 1) if mark else place
        raise TemplateError(
            f"not YAML: {error.problem or 'it cannot be parsed'}", place=at
        ) from error
    except (YAMLError, RecursionError, ValueError) as error:
        raise TemplateError("not YAML that can be read", place=place) from error
    data = _mapping(loaded)
    extras = _mapping(_mapping(data.get("defaults")).get("briefing"))
    typography = _mapping(data.get("typography"))
    base = _family(typography.get("base")) or DEFAULT_FONT
    return Brand(
        name=str(_mapping(data.get("meta")).get("name") or "Policy"),
        colours=_resolve_colours(_mapping(data.get("color")), _mapping(extras.get("theme")), place),
        headings=_family(typography.get("headings")) or base,
        base=base,
        scripts={str(key): str(font) for key, font in _mapping(extras.get("scripts")).items()},
        language=str(extras.get("language") or "en-GB"),
    )


def _mapping(value: object) -> dict[str, Any]:
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def _family(value: object) -> str:
    """Return the font's name; brand.yml allows a bare name or a mapping with `family`."""
    if isinstance(value, str):
        return value
    return str(_mapping(value).get("family") or "")


def _resolve_colours(colour: dict[str, Any], slots: dict[str, Any], place: Place) -> dict[str, str]:
    palette = _mapping(colour.get("palette"))
    for slot in slots:
        if slot not in SLOTS:
            raise TemplateError(
                f"'{slot}' is not a colour slot of a theme",
                place=place,
                hint=suggest(slot, SLOTS) or f"the slots are {', '.join(SLOTS)}",
            )
    return {
        slot: _resolve_colour(slots.get(slot, FALLBACKS[slot]), colour, palette, place)
        for slot in SLOTS
    }


def _resolve_colour(
    value: object, colour: dict[str, Any], palette: dict[str, Any], place: Place
) -> str:
    """Follow names through `color` and `color.palette` until an RGB value is met."""
    seen: list[str] = []
    while isinstance(value, str) and value not in seen:
        match = HEX.match(value)
        if match:
            return match[1].upper()
        seen.append(value)
        value = palette.get(value, colour.get(value))
    raise TemplateError(
        f"no colour is given for '{seen[-1] if seen else value}'",
        place=place,
        hint="write it as '#12436D' in quotes, or name a colour of color.palette",
    )
