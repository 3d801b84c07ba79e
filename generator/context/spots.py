"""Where in a file a value lands, and so what may stand there."""

from __future__ import annotations

from enum import StrEnum

from generator.ooxml.opc import Element, Package
from generator.ooxml.tags.dialect import W
from generator.ooxml.tags.spot import Spot

_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_BOX = f"{W}txbxContent"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SLIDE = ".presentationml.slide+xml"


class Room(StrEnum):
    """Kinds of places in a file."""

    TEXT = "text"  # the main text of a Word document, its tables and content controls
    BOX = "text box"  # a text box in that text, where no footnote may stand
    SLIDE = "slide"
    TITLE = "chart title"
    FALLBACK = "fallback"  # the copy of a text box for programs that do not know such boxes
    OTHER = "other"  # a header, a note, a comment, a layout, a diagram

    @property
    def is_main(self) -> bool:
        """Return whether it is part of what a document says, and not of what is around."""
        return self in {Room.TEXT, Room.BOX, Room.SLIDE}


def find_room(spot: Spot) -> Room:
    """Return what kind of place `spot` is."""
    around = {str(element.tag) for element in spot.paragraph.iterancestors("*")}
    if any(tag.startswith(_CHART) for tag in around):
        return Room.TITLE
    if _FALLBACK in around:
        return Room.FALLBACK
    if is_slide(spot.package, spot.part):
        return Room.SLIDE
    if spot.part != spot.package.main or spot.dialect.name != "word":
        return Room.OTHER
    return Room.BOX if _BOX in around else Room.TEXT


def is_slide(package: Package, part: str) -> bool:
    """Return whether `part` is a slide."""
    return package.types.get(part, "").endswith(_SLIDE)


def find_shape(paragraph: Element) -> Element | None:
    """Return the shape of a slide that `paragraph` stands in; None if it is in none."""
    return next(paragraph.iterancestors("{*}sp"), None)
