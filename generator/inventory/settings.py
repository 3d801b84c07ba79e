"""Reads `template.yml`: what the owner of a template says about it. Every value has its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from ruamel.yaml.nodes import Node, SequenceNode

from generator.errors import suggest
from generator.inventory.deck import LayoutRole
from generator.inventory.picture_files import PictureFolder
from generator.inventory.pictures import Picture
from generator.inventory.placed_yaml import Reader, is_mapping, is_null
from generator.inventory.report import StyleRole
from generator.places import Place, Placed
from generator.units import Emu, cm

SLOTS = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
MINIMUM: Mapping[str, float] = {"body": 12.0, "table": 10.0, "source": 9.0, "chart": 9.0}
"""Least sizes of text on slides that are read, in points."""

SIZES_PT = (4.0, 96.0)
FARTHEST_CM = 100.0
LOGO_HEIGHTS_CM = (0.2, 20.0)
LOGO_HEIGHT_CM = 1.2
_NAME = "the name of a style or layout"
_SIDES = ("left", "top", "right", "bottom")

Role = TypeVar("Role", StyleRole, LayoutRole)


class Corner(StrEnum):
    """Where a logo stands."""

    TOP_LEFT = "top-left"
    TOP_RIGHT = "top-right"
    BOTTOM_LEFT = "bottom-left"
    BOTTOM_RIGHT = "bottom-right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Margins:
    """How far the area for content stays from each edge of the slide, in EMU.

    Attributes:
        place: Where the settings say so.
    """

    left: Emu
    top: Emu
    right: Emu
    bottom: Emu
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class LogoSettings:
    """A logo that the Office files do not have.

    Attributes:
        height: As it is shown, in EMU.
        is_everywhere: Whether it stands on each slide and page, and not on the first alone.
    """

    picture: Picture
    corner: Corner = Corner.TOP_RIGHT
    height: Emu = field(default_factory=lambda: cm(LOGO_HEIGHT_CM))
    is_everywhere: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateSettings:
    """What `template.yml` says.

    Attributes:
        styles: Role → stored name of the style that serves it.
        layouts: Role → name of the layout that serves it.
        palette: Theme slots of chart series, in order; empty where nothing is said.
        minimum: `body`, `table`, `source`, `chart` → least size in points.
        body: Role of a layout → its area for content.
    """

    styles: Mapping[StyleRole, Placed] = field(default_factory=dict)
    layouts: Mapping[LayoutRole, Placed] = field(default_factory=dict)
    palette: tuple[str, ...] = ()
    minimum: Mapping[str, float] = field(default_factory=lambda: dict(MINIMUM))
    body: Mapping[LayoutRole, Margins] = field(default_factory=dict)
    logo: LogoSettings | None = None


def read_settings(path: Path) -> TemplateSettings:
    """Read the settings at `path`; a file that is not there says nothing.

    Raises:
        MissingError: It cannot be read.
        TemplateError: It is not YAML, or has an unknown key or a wrong value; a `SettingsError` if
            there are several.
    """
    if not path.exists():
        return TemplateSettings()
    reader = Reader(path, f"'{path.name}'")
    values = reader.mapping(
        reader.root, ("styles", "layouts", "palette", "minimum", "body", "logo")
    )
    settings = TemplateSettings(
        styles=_read_names(values.get("styles"), reader, StyleRole),
        layouts=_read_names(values.get("layouts"), reader, LayoutRole),
        palette=_read_palette(values.get("palette"), reader),
        minimum=_read_minimum(values.get("minimum"), reader),
        body=_read_body(values.get("body"), reader),
        logo=_read_logo(values.get("logo"), reader),
    )
    reader.check()
    return settings


def _read_names(node: Node | None, reader: Reader, roles: type[Role]) -> dict[Role, Placed]:
    known = tuple(role.value for role in roles)
    found = {
        roles(key): reader.text(value, _NAME) for key, value in reader.mapping(node, known).items()
    }
    return {role: name for role, name in found.items() if name is not None}


def _read_palette(node: Node | None, reader: Reader) -> tuple[str, ...]:
    if node is None or is_null(node):
        return ()
    slots = [_read_slot(item, reader) for item in reader.items(node)]
    if isinstance(node, SequenceNode) and not slots:
        reader.refuse("the palette has no colours", node, f"such as [{', '.join(SLOTS[:2])}]")
    return tuple(slot for slot in slots if slot)


def _read_slot(node: Node, reader: Reader) -> str:
    slot = reader.text(node, "a theme slot")
    if slot is None or slot in SLOTS:
        return str(slot or "")
    reader.refuse(
        f"'{slot}' is not a theme slot for charts",
        slot.place,
        suggest(slot, SLOTS) or f"the slots are {', '.join(SLOTS)}",
    )
    return ""


def _read_minimum(node: Node | None, reader: Reader) -> Mapping[str, float]:
    pairs = reader.mapping(node, tuple(MINIMUM)).items()
    sizes = {key: reader.number(value, *SIZES_PT) for key, value in pairs}
    return {**MINIMUM, **{key: size for key, size in sizes.items() if size is not None}}


def _read_body(node: Node | None, reader: Reader) -> dict[LayoutRole, Margins]:
    """Return the areas for content: one for all layouts that have one, or by role."""
    if node is None or is_null(node):
        return {}
    roles = tuple(role.value for role in _WITH_BODY)
    values = reader.mapping(node, (*_SIDES, *roles))
    common = _read_margins({key: values[key] for key in values if key in _SIDES}, node, reader)
    areas = {role: common for role in _WITH_BODY if common is not None}
    for role in _WITH_BODY:
        if role.value in values:
            own = reader.mapping(values[role.value], _SIDES)
            margins = _read_margins(own, values[role.value], reader)
            areas |= {role: margins} if margins else {}
    return areas


_WITH_BODY = (LayoutRole.CONTENT, LayoutRole.TWO_CONTENT, LayoutRole.TITLE_ONLY)


def _read_margins(values: Mapping[str, Node], node: Node, reader: Reader) -> Margins | None:
    """Return distances from the edges, which are given in centimetres; all four or none."""
    if not values:
        return None
    missing = [side for side in _SIDES if side not in values]
    if missing:
        reader.refuse(
            f"the area for content lacks {', '.join(missing)}",
            node,
            "give left, top, right and bottom: the distance from each edge in centimetres",
        )
        return None
    found = [reader.number(values[side], 0.0, FARTHEST_CM) for side in _SIDES]
    left, top, right, bottom = (cm(distance or 0.0) for distance in found)
    return Margins(left=left, top=top, right=right, bottom=bottom, place=reader.place(node))


def _read_logo(node: Node | None, reader: Reader) -> LogoSettings | None:
    if node is None or is_null(node):
        return None
    values = reader.mapping(node, ("file", "alt", "corner", "height", "everywhere"))
    if is_mapping(node) and "file" not in values:
        reader.refuse("the logo has no 'file'", node, "such as 'file: logo.png'")
        return None
    file = reader.text(values.get("file"), "the path of a picture")
    alt = reader.text(values.get("alt"), "a text")
    corner = reader.choice(values.get("corner"), tuple(Corner), Corner.TOP_RIGHT)
    height = reader.number(values.get("height"), *LOGO_HEIGHTS_CM)
    everywhere = reader.switch(values.get("everywhere"), default=False)
    picture = PictureFolder(reader).read(file, str(alt or "Logo")) if file else None
    if picture is None:
        return None
    return LogoSettings(
        picture=picture,
        corner=Corner(corner),
        height=cm(height or LOGO_HEIGHT_CM),
        is_everywhere=everywhere,
    )
