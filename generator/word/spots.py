"""Where the marks of slots stand in the text of a template that is kept, and with what room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from docx.document import Document as DocxDocument

from generator.compose.slots import Slot, SlotKind, find_number
from generator.inventory.page import read_page
from generator.inventory.report import PageInfo
from generator.word.markup import Element, W, local_name
from generator.word.rooms import Room, find_room, measure_room, read_column
from generator.word.stylesheet import Stylesheet

_SECTION, _TEXT = f"{W}sectPr", f"{W}t"


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkSpot:
    """One mark.

    Attributes:
        target: What is replaced: `w:r` for words, `w:p` for blocks.
        mark: The run that holds the mark.
        is_first: Whether nothing stands before it in the document.
    """

    slot: Slot
    target: Element
    mark: Element
    room: Room
    is_first: bool


def find_spots(
    document: DocxDocument, slots: Mapping[int, Slot], styles: Stylesheet, ground: str
) -> dict[int, MarkSpot]:
    """Return the spot of each slot by its number, in the order of the document.

    Args:
        document: Its text is not changed.
        slots: By their numbers.
        styles: For the margins of cells.
        ground: Colour of the page.
    """
    body = document.element.find(f"{W}body")
    settings: Element = document.settings.element
    pages: dict[Element | None, PageInfo] = {}
    found: dict[int, MarkSpot] = {}
    for text, section in list(find_sections(body)):
        number = find_number(text.text)
        slot = None if number is None else slots.get(number)
        if slot is None or number is None:
            continue
        if section not in pages:
            pages[section] = read_column(read_page(section, settings, ground), section)
        mark = text.getparent()
        is_inline = slot.kind is SlotKind.TEXT
        target = mark if is_inline else next(mark.iterancestors(f"{W}p"))
        measure = find_room if is_inline else partial(measure_room, styles=styles)
        found[number] = MarkSpot(
            slot=slot,
            target=target,
            mark=mark,
            room=measure(target, pages[section]),
            is_first=_is_first(target, body),
        )
    return found


def find_sections(body: Element) -> Iterator[tuple[Element, Element | None]]:
    """Yield each `w:t` that is a mark with the `w:sectPr` of its page section."""
    waiting: list[Element] = []
    closing: Element | None = None
    for element in body.iter(_SECTION, _TEXT):
        if element.tag == _TEXT:
            if find_number(element.text) is None:
                continue
            if closing is not None and _holds(closing, element):
                yield element, closing
            else:
                waiting.append(element)
        elif local_name(element.getparent()) in {"pPr", "body"}:
            yield from ((each, element) for each in waiting)
            waiting, closing = [], element
    yield from ((each, None) for each in waiting)


def _holds(section: Element, element: Element) -> bool:
    """Return whether the paragraph that a page section ends with holds `element`."""
    paragraph = section.getparent().getparent()
    return any(around is paragraph for around in element.iterancestors(f"{W}p"))


def _is_first(target: Element, body: Element) -> bool:
    first = next(body.iterchildren("*"), None)
    return target is first


_TYPES = ("text", "date", "dropDownList", "comboBox", "citation", "equation", "picture", "checkBox")
"""Kinds of content controls that hold no more than plain words (`CT_SdtPr` in wml.xsd)."""


def free_controls(spots: Iterable[MarkSpot]) -> None:
    """Let content controls hold what is put into them, and Word not write other words over it.

    A control that is bound to data shows these data again when the file is opened.
    """
    for spot in spots:
        for control in spot.target.iterancestors(f"{W}sdt"):
            for child in list(control.iterfind(f"{W}sdtPr/*")):
                if local_name(child) in {"dataBinding", "showingPlcHdr", *_TYPES}:
                    child.getparent().remove(child)
