"""Marks in a rendered file: those that the builders fill, in order, and those that stand astray."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.compose.slots import Slot, SlotKind, find_number
from generator.context.marks import Request, Requests
from generator.errors import GeneratorError, TemplateError
from generator.ooxml.opc import Package
from generator.ooxml.tags.dialect import A, W
from generator.ooxml.tags.slidesource import list_slides
from generator.places import Place

_EDGE = Slot(number=0, kind=SlotKind.TEXT).mark[0]
_BYTES = (_EDGE.encode(), f"&#{ord(_EDGE)};".encode(), f"&#x{ord(_EDGE):x};".encode())
_NUMBER = re.compile(f"{_EDGE}([0-9]+){_EDGE}")
_NAMES = {
    SlotKind.BODY: "the body",
    SlotKind.SECTION: "the section '{name}'",
    SlotKind.CHART: "the chart '{name}'",
    SlotKind.TABLE: "the table '{name}'",
}


def check_unmarked(package: Package) -> None:
    """Refuse a template that holds the character which marks are made of.

    Raises:
        TemplateError: It does.
    """
    for name in package.names:
        if name.endswith(".xml") and _holds_marks(package, name):
            raise TemplateError(
                f"'{name}' holds the character U+{ord(_EDGE):04X}, which marks places in here",
                place=Place(file=str(package.path)),
                hint="take it out: it is a private character that no font shows",
            )


def list_marks(package: Package, *, is_word: bool) -> tuple[int, ...]:
    """Return the numbers of the marks that builders fill, in the order of the document."""
    parts = (package.main,) if is_word else list_slides(package)
    text = f"{W}t" if is_word else f"{A}t"
    return tuple(
        number
        for part in parts
        if _holds_marks(package, part)
        for element in package.read_xml(part).iter(text)
        if (number := find_number(element.text)) is not None
    )


def check_marks(
    package: Package, requests: Requests, numbers: tuple[int, ...], *, is_word: bool
) -> Iterator[GeneratorError]:
    """Yield an error for each mark that no builder will find, and what a report shows twice.

    Args:
        package: Rendered, with its native charts bound.
        requests: What was asked for.
        numbers: Of the marks that builders will fill.
        is_word: Whether it is a report; a deck may show a chart on several slides.
    """
    filled = set(numbers)
    for name in package.names:
        if name.endswith(".xml") and _holds_marks(package, name):
            for number in dict.fromkeys(_find_all(package, name)):
                if number not in filled:
                    yield _refuse(package, requests.asked[number], "cannot stand inside other text")
    if is_word:
        yield from _check_twice(package, [requests.asked[number] for number in numbers])


def _check_twice(package: Package, asked: Iterable[Request]) -> Iterator[GeneratorError]:
    first: dict[tuple[SlotKind, str], str] = {}
    for request in asked:
        key = (request.slot.kind, request.slot.name)
        if request.slot.kind in _NAMES and key in first:
            where = f"; it stands at: {first[key]}" if first[key] else ""
            yield _refuse(package, request, f"can stand in a report only once{where}")
        first.setdefault(key, request.slot.place)


def _refuse(package: Package, request: Request, reason: str) -> TemplateError:
    slot = request.slot
    what = _NAMES[slot.kind].format(name=slot.name)
    return TemplateError(
        f"{slot.place}: {what} {reason}" if slot.place else f"{what} {reason}",
        place=Place(file=str(package.path)),
        hint="write its tag once, alone in a paragraph, after '{{p'",
    )


def _find_all(package: Package, name: str) -> Iterator[int]:
    """Yield the number of each mark in a part, whatever stands around it."""
    for element in package.read_xml(name).iter("{*}*"):
        for text in (element.text or "", *element.attrib.values()):
            for found in _NUMBER.finditer(text) if _EDGE in text else ():
                yield int(found[1])


def _holds_marks(package: Package, name: str) -> bool:
    return any(sign in package.parts[name] for sign in _BYTES)
