"""Decks with slides of their own, as the tags of a template leave them: with marks in shapes."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from pptx import Presentation

from generator.compose.slots import Slot, SlotKind
from generator.compose.storyboard import ChartSlide, Slide, Storyboard, TableSlide
from generator.inventory import find_default_template, read_deck_template
from generator.inventory.deck import LayoutRole
from generator.ooxml.opening import open_package
from generator.slides import build_deck
from generator.units import Box, pt
from tests.slides.layouts import box
from tests.slides.samples import storyboard

FILE = find_default_template() / "deck.pptx"
TEMPLATE = open_package(FILE).to_bytes()
INVENTORY = read_deck_template(FILE)
BODY_BOX = box(60, 130, 800, 320)
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


class Marked:
    """A deck that is being drawn, and the slots whose marks stand in it.

    Attributes:
        deck: As python-pptx has it; the default template, with no slides at first.
        slots: In the order in which they were asked for.
    """

    def __init__(self, template: bytes = TEMPLATE) -> None:
        self.deck: Any = Presentation(io.BytesIO(template))
        listed = self.deck.slides._sldIdLst
        for entry in list(listed):
            self.deck.part.drop_rel(entry.rId)
            listed.remove(entry)
        self.slots: list[Slot] = []
        self._content: list[tuple[Slide, ...] | ChartSlide | TableSlide | None] = []

    def ask(
        self,
        content: tuple[Slide, ...] | ChartSlide | TableSlide,
        *,
        has_caption: bool = False,
    ) -> str:
        """Return the mark of a new slot: slides take the place of a slide, an exhibit a shape."""
        kind = SlotKind.BODY
        if isinstance(content, ChartSlide):
            kind = SlotKind.CHART
        elif isinstance(content, TableSlide):
            kind = SlotKind.TABLE
        slot = Slot(
            number=len(self.slots),
            kind=kind,
            place=f"slide {len(self.deck.slides)}",
            has_caption=has_caption,
        )
        self.slots.append(slot)
        self._content.append(content)
        return slot.mark

    def add_slide(
        self, title: str = "Of the template", role: LayoutRole = LayoutRole.TITLE_ONLY
    ) -> Any:
        """Return a new slide on the layout for `role`, with nothing on it but its title."""
        part_name = INVENTORY.layouts[role].part_name
        layouts = [layout for one in self.deck.slide_masters for layout in one.slide_layouts]
        layout = next(one for one in layouts if str(one.part.partname) == part_name)
        slide = self.deck.slides.add_slide(layout)
        for hole in list(slide.placeholders):
            if hole != slide.shapes.title and hole.placeholder_format.idx != 1:
                hole._element.getparent().remove(hole._element)
        slide.shapes.title.text_frame.text = title
        return slide

    def add_box(self, slide: Any, text: str, place: Box = BODY_BOX) -> Any:
        """Return a new text box on `slide`."""
        shape = slide.shapes.add_textbox(*place)
        shape.text_frame.text = text
        return shape

    def add_carrier(self, *slides: Slide, title: str = "Here follows the brief") -> Any:
        """Return a new slide that gives way to `slides`."""
        carrier = self.add_slide(title)
        self.add_box(carrier, self.ask(slides))
        return carrier

    @property
    def storyboard(self) -> Storyboard:
        """Return what fills the slots."""
        groups = [part if isinstance(part, tuple) else () for part in self._content]
        board = storyboard(*(slide for group in groups for slide in group))
        return replace(
            board,
            slides=tuple(slide for group in groups for slide in group),
            groups=tuple(map(len, groups)),
            exhibits=tuple(
                part if isinstance(part, ChartSlide | TableSlide) else None
                for part in self._content
            ),
        )

    def to_bytes(self) -> bytes:
        """Return the template's file."""
        target = io.BytesIO()
        self.deck.save(target)
        return target.getvalue()

    def build(self, **options: Any) -> bytes:
        """Return the deck that is built on it."""
        return build_deck(self.storyboard, self.to_bytes(), INVENTORY, slots=self.slots, **options)

    def open(self, **options: Any) -> Any:
        """Return the same, opened."""
        return Presentation(io.BytesIO(self.build(**options)))


def list_titles(deck: Any) -> list[str]:
    """Return the titles of all slides."""
    return [slide.shapes.title.text_frame.text for slide in deck.slides]


def find_shapes(slide: Any, kind: Callable[[Any], bool]) -> list[Any]:
    """Return the shapes of `slide` that are of a kind."""
    return [shape for shape in slide.shapes if kind(shape)]


def find_frame(slide: Any) -> Any:
    """Return the only chart or table of `slide`, in no group."""
    (frame,) = find_shapes(slide, lambda shape: shape.has_chart or shape.has_table)
    return frame


SMALL = Box(pt(60), pt(130), pt(40), pt(30))
