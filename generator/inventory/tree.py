"""The shapes of a slide, layout or master with their places on the slide, groups resolved. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.inventory.colours import A
from generator.inventory.element import Element
from generator.inventory.numbers import parse_number
from generator.units import Box, Emu

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
DEEPEST_GROUP = 20
_SHAPES = tuple(f"{P}{name}" for name in ("sp", "pic", "graphicFrame", "cxnSp", "grpSp"))
_DEGREE = 60_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """How the inside of a group maps onto the slide: scale, then shift; in EMU.

    Attributes:
        scale: Across and down.
        shift: Across and down.
    """

    scale: tuple[float, float] = (1.0, 1.0)
    shift: tuple[float, float] = (0.0, 0.0)

    def place(self, box: Box) -> Box:
        """Return `box` on the slide."""
        return Box(
            Emu(round(box.left * self.scale[0] + self.shift[0])),
            Emu(round(box.top * self.scale[1] + self.shift[1])),
            Emu(round(box.width * self.scale[0])),
            Emu(round(box.height * self.scale[1])),
        )


def find_shapes(part: Element) -> Iterator[tuple[Element, Frame]]:
    """Yield each shape of `part`, from back to front, with the frame of the groups around it."""
    tree = part.find(f"{P}cSld/{P}spTree")
    if tree is not None:
        yield from _walk(tree, Frame(), DEEPEST_GROUP)


def find_hole(shape: Element) -> Element | None:
    """Return the `p:ph` of a shape that is a placeholder."""
    return shape.find(f"{{*}}*/{P}nvPr/{P}ph")


def find_box(shape: Element, frame: Frame) -> Box | None:
    """Return where `shape` stands on the slide; None if it does not say."""
    transform = _find_transform(shape)
    own = None if transform is None else _rectangle(transform, "off", "ext")
    return None if own is None else frame.place(own)


def find_turn(shape: Element) -> int | None:
    """Return by how many degrees `shape` is turned, from 0 to 359; None if it does not say."""
    transform = _find_transform(shape)
    if transform is None:
        return None
    return round(parse_number(transform.get("rot"), 0) / _DEGREE) % 360


def read_name(shape: Element) -> str:
    """Return the name that the Selection Pane of PowerPoint shows."""
    found = shape.find(f"{{*}}*/{P}cNvPr")
    return "" if found is None else found.get("name", "")


def is_hidden(shape: Element) -> bool:
    """Return whether `shape` is not shown at all."""
    found = shape.find(f"{{*}}*/{P}cNvPr")
    return found is not None and found.get("hidden") in {"1", "true"}


def _walk(tree: Element, frame: Frame, depth: int) -> Iterator[tuple[Element, Frame]]:
    for shape in tree.iterchildren(*_SHAPES):
        if shape.tag == f"{P}grpSp":
            if depth:
                yield from _walk(shape, _enter(shape, frame), depth - 1)
            continue
        yield shape, frame


def _enter(group: Element, frame: Frame) -> Frame:
    """Return the frame inside `group`, `CT_GroupTransform2D` (dml-main.xsd)."""
    transform = group.find(f"{P}grpSpPr/{A}xfrm")
    if transform is None:
        return frame
    outer, inner = _rectangle(transform, "off", "ext"), _rectangle(transform, "chOff", "chExt")
    if outer is None or inner is None or not (inner.width and inner.height):
        return frame
    placed = frame.place(outer)
    across, down = placed.width / inner.width, placed.height / inner.height
    return Frame(
        scale=(across, down),
        shift=(placed.left - inner.left * across, placed.top - inner.top * down),
    )


def _find_transform(shape: Element) -> Element | None:
    transform = shape.find(f"{P}spPr/{A}xfrm")
    return shape.find(f"{P}xfrm") if transform is None else transform


def _rectangle(transform: Element, offset: str, extent: str) -> Box | None:
    corner, size = transform.find(f"{A}{offset}"), transform.find(f"{A}{extent}")
    if corner is None or size is None:
        return None
    return Box(
        Emu(parse_number(corner.get("x"), 0)),
        Emu(parse_number(corner.get("y"), 0)),
        Emu(parse_number(size.get("cx"), 0)),
        Emu(parse_number(size.get("cy"), 0)),
    )
