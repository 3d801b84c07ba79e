"""Data as it was read: maps and lists that remember where every key and value was written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from generator.errors import DataError, GeneratorError
from generator.places import Place, Placed

MAX_DEPTH = 50
"""Levels that maps and lists may be nested; a brief needs about ten."""

Key: TypeAlias = "str | int"
Path: TypeAlias = "tuple[Key, ...]"
"""Keys and list indices from the top: `("sections", 0, "exhibits", 1)`."""


class PlacedMap(dict[str, "Value"]):
    """A map in the order it was written.

    Attributes:
        place: Where it begins.
        key_places: Of each key, where it stands.
        value_places: Of each key, where its value stands.
    """

    __slots__ = ("key_places", "place", "value_places")

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.key_places: dict[str, Place] = {}
        self.value_places: dict[str, Place] = {}

    def add(self, key: str, key_place: Place, value: Value, place: Place) -> None:
        """Add an entry."""
        self[key] = value
        self.key_places[key] = key_place
        self.value_places[key] = place

    def drop(self, key: str) -> None:
        """Take an entry out, if it is there."""
        self.pop(key, None)
        self.key_places.pop(key, None)
        self.value_places.pop(key, None)


class PlacedList(list["Value"]):
    """A list.

    Attributes:
        place: Where it begins.
        places: Where each item stands.
    """

    __slots__ = ("place", "places")

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.places: list[Place] = []

    def add(self, value: Value, place: Place) -> None:
        """Add an item at the end."""
        self.append(value)
        self.places.append(place)

    def keep(self, indices: list[int]) -> None:
        """Keep the items at `indices` alone, in that order."""
        self[:] = [self[index] for index in indices]
        self.places = [self.places[index] for index in indices]


Value: TypeAlias = "bool | int | Decimal | Placed | PlacedList | PlacedMap | None"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """What a data file says, before anybody asked whether it is a brief.

    Attributes:
        errors: What is wrong in the writing, but did not keep the file from being read.
    """

    root: PlacedMap
    errors: tuple[GeneratorError, ...]


class Child(NamedTuple):
    """What a container holds under one key; in a list, the item is its own key."""

    value: Value
    place: Place
    key_place: Place


@dataclass(frozen=True, slots=True)
class Places:
    """Where the keys and values of a data file stand, by their paths."""

    root: PlacedMap

    def find_value(self, path: Path) -> Place:
        """Return where the value at `path` stands, or the nearest value around it."""
        last = self._find(path)
        return last.place if last else self.root.place

    def find_key(self, path: Path) -> Place:
        """Return where the last key of `path` stands, or the nearest one around it."""
        last = self._find(path)
        return last.key_place if last else self.root.place

    def _find(self, path: Path) -> Child | None:
        found = None
        value: Value = self.root
        for key in path:
            child = find_child(value, key)
            if child is None:
                break
            found, value = child, child.value
        return found


def find_child(value: Value, key: Key) -> Child | None:
    """Return what `value` holds under `key`, or None."""
    if isinstance(value, PlacedMap):
        if isinstance(key, str) and key in value:
            return Child(value[key], value.value_places[key], value.key_places[key])
    elif isinstance(value, PlacedList) and isinstance(key, int) and 0 <= key < len(value):
        return Child(value[key], value.places[key], value.places[key])
    return None


def find_path(root: PlacedMap, path: Path) -> tuple[Path, Value]:
    """Return the part of `path` that exists in `root`, and what stands there.

    Validators put names of their own into a path; keys that do not exist are skipped.
    """
    value: Value = root
    found: list[Key] = []
    for key in path:
        child = find_child(value, key)
        if child is not None:
            found.append(key)
            value = child.value
    return tuple(found), value


def walk_section_maps(above: PlacedMap) -> Iterator[PlacedMap]:
    """Yield every section and subsection in `above` that is a map, in reading order."""
    sections = above.get("sections")
    if isinstance(sections, PlacedList):
        for section in sections:
            if isinstance(section, PlacedMap):
                yield section
                yield from walk_section_maps(section)


def check_depth(depth: int, place: Place) -> None:
    """Refuse what is nested deeper than any brief.

    Raises:
        DataError: `depth` is over the limit.
    """
    if depth > MAX_DEPTH:
        raise DataError(
            f"this is nested more than {MAX_DEPTH} levels deep",
            place=place,
            hint="a brief needs about ten levels; a bracket may not be closed",
        )


def report_duplicate(key: str, place: Place, first: Place) -> DataError:
    """Return the error of a key that a map holds twice."""
    return DataError(
        f"the key '{key}' is given twice",
        place=place,
        hint=f"the first one is in line {first.line}; keep one of them",
    )


def require_map(value: Value, place: Place) -> PlacedMap:
    """Return `value`, which must be the map that a whole data file is.

    Raises:
        DataError: It is something else.
    """
    if isinstance(value, PlacedMap):
        return value
    kind = "a list" if isinstance(value, PlacedList) else "a single value"
    raise DataError(
        f"a brief is a group of keys, found {kind}",
        place=place,
        hint="give it the keys 'title' and 'date'",
    )
