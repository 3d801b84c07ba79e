"""Marks in a rendered file: those that builders fill, in order, and those that stand astray."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.compose.slots import Slot, SlotKind, find_number
from generator.context.marks import Requests
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


def list_marks(package: Package) -> tuple[int, ...]:
    """Return the numbers of the marks that builders fill, in the order of the document."""
    is_word = package.kind == "word"
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
    package: Package, requests: Requests, numbers: tuple[int, ...]
) -> Iterator[GeneratorError]:
    """Yield an error for each mark that no builder will find.

    Args:
        package: Rendered, with its native charts bound.
        requests: What was asked for.
        numbers: Of the marks that builders will fill.
    """
    filled = set(numbers)
    for name in package.names:
        if name.endswith(".xml") and _holds_marks(package, name):
            for number in dict.fromkeys(_find_all(package, name)):
                if number not in filled:
                    yield _refuse(package, requests.asked[number])


def _refuse(package: Package, slot: Slot) -> TemplateError:
    message = f"{_NAMES[slot.kind].format(name=slot.name)} cannot stand inside other text"
    return TemplateError(
        f"{slot.place}: {message}" if slot.place else message,
        place=Place(file=str(package.path)),
        hint="write its tag alone in a paragraph, after '{{p'",
    )


def _find_all(package: Package, name: str) -> Iterator[int]:
    """Yield the number of each mark in a part, whatever stands around it."""
    for element in package.read_xml(name).iter("{*}*"):
        for text in (element.text or "", *element.attrib.values()):
            for found in _NUMBER.finditer(text) if _EDGE in text else ():
                yield int(found[1])


def _holds_marks(package: Package, name: str) -> bool:
    return any(sign in package.parts[name] for sign in _BYTES)
