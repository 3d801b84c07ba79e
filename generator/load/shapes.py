"""What the models of a brief expect at a path: the types, and the models among them."""

from __future__ import annotations

import types
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.brief import Brief
from generator.brief.values import Model, Name, Prose, When
from generator.load.characters import STAND_IN
from generator.load.tree import Key, Path

_UNIONS = (Union, types.UnionType)


def find_types(path: Path) -> tuple[object, ...]:
    """Return the types that may stand at `path`, unions taken apart; empty if none is known."""
    found: tuple[object, ...] = (Brief,)
    for key in path:
        found = tuple(kind for above in found for kind in _step(above, key))
    return found


def find_models(path: Path) -> tuple[type[Model], ...]:
    """Return the models that may stand at `path`, alone or as the one entry of a list."""
    kinds = find_types(path)
    items = (get_args(kind)[0] for kind in kinds if get_origin(kind) is tuple)
    found = (*kinds, *(kind for item in items for kind in _take_apart(item)))
    return tuple(kind for kind in found if isinstance(kind, type) and issubclass(kind, Model))


def find_field(path: Path) -> FieldInfo | None:
    """Return the field of a model that `path` leads to, or None if it leads to something else."""
    key = path[-1] if path else None
    for model in find_models(path[:-1]):
        if isinstance(key, str) and key in model.model_fields:
            return model.model_fields[key]
    return None


def plan_stand_in(path: Path) -> str | None:
    """Return a text that the model accepts at `path`, or None where nothing neutral exists."""
    for kind in find_types(path):
        if not isinstance(kind, type) or issubclass(kind, Name):
            continue
        if issubclass(kind, When):
            return "2000"
        if issubclass(kind, StrEnum):
            return next(iter(kind)).value
        if issubclass(kind, Prose) or kind is str:
            return STAND_IN
    return None


def allows_nothing(path: Path) -> bool:
    """Return whether the value at `path` may be nothing."""
    return type(None) in find_types(path)


def _step(above: object, key: Key) -> Iterator[object]:
    if isinstance(above, type) and issubclass(above, Model):
        field = above.model_fields.get(str(key))
        if field is not None:
            yield from _take_apart(field.annotation)
        return
    below: tuple[Any, ...] = get_args(above)
    if get_origin(above) is dict and isinstance(key, str):
        yield from _take_apart(below[1])
    elif get_origin(above) is tuple:
        items = tuple(_take_apart(below[0]))
        if isinstance(key, int):
            yield from items
        else:
            # One entry may stand without its list, so that its keys follow at once.
            for item in items:
                yield from _step(item, key)


def _take_apart(annotation: object) -> Iterator[object]:
    """Yield the members of a union; an annotated type is its type."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _take_apart(get_args(annotation)[0])
    elif origin in _UNIONS:
        for member in get_args(annotation):
            yield from _take_apart(member)
    else:
        yield annotation
