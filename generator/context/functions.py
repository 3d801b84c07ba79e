"""The functions of a template: `chart`, `table`, `section`, `image`, and the value `body`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from inspect import signature
from pathlib import Path

from generator.brief.parts import DECK_PARTS, REPORT_PARTS
from generator.compose.material import Material, can_show
from generator.compose.slots import SlotKind
from generator.context.marks import BodyMark, Mark, Requests
from generator.context.pictures import PictureFolder
from generator.errors import DataError, suggest

_SHOWN = 8


def plan_functions(
    material: Material, requests: Requests, folder: Path, *, is_word: bool
) -> dict[str, object]:
    """Return the functions by their names.

    Args:
        material: The brief, whose ids they take.
        requests: Told what is asked for.
        folder: Of the brief; pictures are read from it and from nowhere else.
        is_word: Whether it is a report; else a deck.
    """
    brief = material.brief
    charts = tuple(id_ for id_ in brief.charts if can_show(material, id_))
    tables = tuple(brief.tables)
    parts = REPORT_PARTS if is_word else DECK_PARTS
    sections = (*material.section_ids.values(), *parts)
    functions: dict[str, Callable[..., object]] = {
        "chart": _plan_exhibit(requests, SlotKind.CHART, charts, tables),
        "table": _plan_exhibit(requests, SlotKind.TABLE, tables, charts),
        "section": _plan_section(requests, sections),
        "image": PictureFolder(folder).find_picture,
    }
    guarded = {name: _guard(name, function) for name, function in functions.items()}
    return {**guarded, "body": BodyMark(requests)}


_USAGE = {
    "chart": "write chart('its-id'); also caption=false or caption=true",
    "table": "write table('its-id'); also caption=false or caption=true",
    "section": "write section('its-id')",
    "image": "write image('logo.png', width=40); also height, alt, link and fit",
}


def _guard(name: str, function: Callable[..., object]) -> Callable[..., object]:
    """Return `function`, which tells in a template's words what it cannot be called with."""
    shape = signature(function)

    def call(*args: object, **options: object) -> object:
        try:
            shape.bind(*args, **options)
        except TypeError as error:
            raise DataError(f"'{name}' cannot take this: {error}", hint=_USAGE[name]) from error
        return function(*args, **options)

    return call


def _plan_exhibit(
    requests: Requests, kind: SlotKind, known: tuple[str, ...], others: tuple[str, ...]
) -> Callable[..., Mark]:
    def ask(id: object, caption: object = None) -> Mark:  # noqa: A002 - what templates write
        name = str(id)
        if name in others:
            other = "table" if kind is SlotKind.CHART else "chart"
            raise DataError(f"'{name}' is a {other}", hint=f"write {other}('{name}')")
        _check_name(name, kind.value, known)
        return Mark(requests, kind, name, has_caption=None if caption is None else bool(caption))

    return ask


def _plan_section(requests: Requests, known: tuple[str, ...]) -> Callable[..., Mark]:
    def ask(id: object) -> Mark:  # noqa: A002 - what templates write
        _check_name(str(id), "section", known)
        return Mark(requests, SlotKind.SECTION, str(id))

    return ask


def _check_name(name: str, what: str, known: Iterable[str]) -> None:
    """Refuse an id that the brief does not have.

    Raises:
        DataError: It is none of `known`.
    """
    ids = tuple(known)
    if name in ids:
        return
    listed = ", ".join(ids[:_SHOWN]) + (", …" if len(ids) > _SHOWN else "")
    hint = suggest(name, ids) or (f"it has {listed}" if ids else f"it has no {what}s")
    raise DataError(f"the brief has no {what} '{name}'", hint=hint)
