"""Reads `template.yml`: what the owner of a template says about it. Every value has its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.errors import TemplateError, suggest
from generator.inventory.deck import LayoutRole
from generator.inventory.report import StyleRole
from generator.places import Place, Placed

LARGEST = 256 * 2**10
SLOTS = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
MINIMUM: Mapping[str, float] = {"body": 12.0, "table": 10.0, "source": 9.0, "chart": 9.0}
"""Least sizes of text on slides that are read, in points."""

DEEPEST = 40
"""Brackets within brackets; settings need two."""

SIZES_PT = (4.0, 96.0)
BRACKETS = re.compile(r"[\[\]{}]")
NULL = "tag:yaml.org,2002:null"

Role = TypeVar("Role", StyleRole, LayoutRole)


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateSettings:
    """What `template.yml` says.

    Attributes:
        styles: Role → stored name of the style that serves it.
        layouts: Role → name of the layout that serves it.
        palette: Theme slots of chart series, in order.
        minimum: `body`, `table`, `source`, `chart` → least size in points.
    """

    styles: Mapping[StyleRole, Placed] = field(default_factory=dict)
    layouts: Mapping[LayoutRole, Placed] = field(default_factory=dict)
    palette: tuple[str, ...] = SLOTS
    minimum: Mapping[str, float] = field(default_factory=lambda: dict(MINIMUM))


def read_settings(path: Path) -> TemplateSettings:
    """Read the settings at `path`; a file that is not there says nothing.

    Raises:
        TemplateError: It cannot be read, is not YAML, or has an unknown key or a wrong value.
    """
    place = Place(file=str(path))
    try:
        if not path.exists():
            return TemplateSettings()
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise TemplateError(f"'{path.name}' is too large for settings", place=place)
        return _parse_settings(data.decode("utf-8-sig"), place)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise TemplateError(f"cannot read '{path.name}': {reason}", place=place) from error
    except UnicodeDecodeError as error:
        raise TemplateError(
            f"'{path.name}' is not UTF-8", place=place, hint="save it as UTF-8"
        ) from error


def _parse_settings(text: str, place: Place) -> TemplateSettings:
    root = _compose(text, place)
    if root is None or root.tag == NULL:
        return TemplateSettings()
    values = dict(_pairs(root, place, tuple(PARSERS)))
    given = {key: node for key, node in values.items() if node.tag != NULL}
    said = TemplateSettings()
    for key, node in given.items():
        said = PARSERS[key](said, node, place)
    return said


def check_depth(text: str, place: Place) -> None:
    """Refuse YAML whose brackets nest deeper than any settings: ruamel.yaml takes seconds on it.

    Raises:
        TemplateError: They do.
    """
    depth = 0
    for bracket in BRACKETS.findall(text):
        depth += 1 if bracket in "[{" else -1
        if depth > DEEPEST:
            raise TemplateError("not YAML: its brackets nest too deep", place=place)


def _compose(text: str, place: Place) -> Node | None:
    check_depth(text, place)
    try:
        return YAML(typ="rt", pure=True).compose(text)  # pyright: ignore[reportReturnType]
    except MarkedYAMLError as error:
        raise TemplateError(
            f"not YAML: {error.problem or 'it cannot be parsed'}",
            place=_at(error.problem_mark, place) if error.problem_mark else place,
        ) from error
    except (YAMLError, RecursionError, ValueError) as error:
        raise TemplateError("not YAML that can be read", place=place) from error


def _at(mark: object, place: Place) -> Place:
    line, column = getattr(mark, "line", 0), getattr(mark, "column", 0)
    return Place(file=place.file, line=line + 1, column=column + 1)


def _pairs(node: Node, place: Place, known: tuple[str, ...]) -> Iterator[tuple[str, Node]]:
    """Yield the keys and values of a mapping, each known and each once."""
    if not isinstance(node, MappingNode):
        raise TemplateError(
            "expected keys with values", place=_at(node.start_mark, place), hint="such as 'a: b'"
        )
    seen: set[str] = set()
    for key_node, value in node.value:
        key, where = str(key_node.value), _at(key_node.start_mark, place)
        if key not in known:
            raise TemplateError(
                f"unknown key '{key}'",
                place=where,
                hint=suggest(key, known) or f"known are {', '.join(known)}",
            )
        if key in seen:
            raise TemplateError(f"'{key}' stands here twice", place=where, hint="keep one of them")
        seen.add(key)
        yield key, value


def _parse_text(node: Node, place: Place, wanted: str) -> Placed:
    where = _at(node.start_mark, place)
    if not isinstance(node, ScalarNode) or node.tag == NULL or not str(node.value).strip():
        raise TemplateError(f"expected {wanted}", place=where)
    return Placed(str(node.value).strip(), where)


def _parse_names(node: Node, place: Place, roles: type[Role]) -> dict[Role, Placed]:
    known = tuple(role.value for role in roles)
    return {
        roles(key): _parse_text(value, place, "the name of a style or layout")
        for key, value in _pairs(node, place, known)
    }


def _with_styles(said: TemplateSettings, node: Node, place: Place) -> TemplateSettings:
    return replace(said, styles=_parse_names(node, place, StyleRole))


def _with_layouts(said: TemplateSettings, node: Node, place: Place) -> TemplateSettings:
    return replace(said, layouts=_parse_names(node, place, LayoutRole))


def _with_palette(said: TemplateSettings, node: Node, place: Place) -> TemplateSettings:
    if not isinstance(node, SequenceNode) or not node.value:
        raise TemplateError(
            "expected a list of theme slots",
            place=_at(node.start_mark, place),
            hint=f"such as [{', '.join(SLOTS[:2])}]",
        )
    return replace(said, palette=tuple(_parse_slot(item, place) for item in node.value))


def _parse_slot(node: Node, place: Place) -> str:
    slot = _parse_text(node, place, "a theme slot")
    if slot not in SLOTS:
        raise TemplateError(
            f"'{slot}' is not a theme slot for charts",
            place=slot.place,
            hint=suggest(slot, SLOTS) or f"the slots are {', '.join(SLOTS)}",
        )
    return str(slot)


def _with_minimum(said: TemplateSettings, node: Node, place: Place) -> TemplateSettings:
    pairs = _pairs(node, place, tuple(MINIMUM))
    sizes = {key: _parse_size(value, place) for key, value in pairs}
    return replace(said, minimum={**MINIMUM, **sizes})


def _parse_size(node: Node, place: Place) -> float:
    written = _parse_text(node, place, "a size in points")
    try:
        size = float(written)
    except ValueError:
        size = 0.0
    least, most = SIZES_PT
    if not least <= size <= most:
        raise TemplateError(
            f"expected a size in points, found '{written}'",
            place=written.place,
            hint=f"a number from {least:g} to {most:g}",
        )
    return size


PARSERS: Mapping[str, Callable[[TemplateSettings, Node, Place], TemplateSettings]] = {
    "styles": _with_styles,
    "layouts": _with_layouts,
    "palette": _with_palette,
    "minimum": _with_minimum,
}
