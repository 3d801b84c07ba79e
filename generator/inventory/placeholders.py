"""The placeholders of a layout with all that they inherit: place, size of text, insets.

A placeholder takes what it does not say itself from the master's placeholder of its kind, then
from the master's text styles, then from the presentation's defaults.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.inventory.deck import PlaceholderInfo
from generator.inventory.element import Element
from generator.inventory.theme import A
from generator.units import Box, Emu

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
DEFAULT_SIZE_PT = 18.0
DEFAULT_INSETS = (91_440, 45_720, 91_440, 45_720)
NOWHERE = Box(Emu(0), Emu(0), Emu(0), Emu(0))
DEEPEST_GROUP = 20

MASTER_KINDS = {
    "title": "title",
    "ctrTitle": "title",
    "dt": "dt",
    "ftr": "ftr",
    "sldNum": "sldNum",
    "hdr": "hdr",
}
"""Kind of a layout's placeholder → kind of the master's that it inherits from; else `body`."""

TEXT_STYLES = {"title": "titleStyle", "body": "bodyStyle"}
"""Kind of a master's placeholder → element of `p:txStyles`; else `otherStyle`."""


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


class MasterText:
    """What a master hands down to the placeholders of its layouts."""

    def __init__(self, master: Element, presentation: Element) -> None:
        self._holes: dict[str, tuple[Element, Frame]] = {}
        for shape, hole, frame in _find_holes(master):
            self._holes.setdefault(_master_kind(hole.get("type", "obj")), (shape, frame))
        self._styles = master.find(f"{P}txStyles")
        self._defaults = presentation.find(f"{P}defaultTextStyle")

    def read_placeholders(self, layout: Element) -> tuple[PlaceholderInfo, ...]:
        """Return all placeholders of `layout`, in the order of the file."""
        return tuple(self._read(shape, hole, frame) for shape, hole, frame in _find_holes(layout))

    def find_body(self) -> Box | None:
        """Return the box of the master's own body placeholder."""
        shape, frame = self._holes.get("body", (None, Frame()))
        return None if shape is None else _box(shape, frame)

    def _read(self, shape: Element, hole: Element, frame: Frame) -> PlaceholderInfo:
        kind = hole.get("type", "obj")
        master_kind = _master_kind(kind)
        parent, parent_frame = self._holes.get(master_kind, (None, Frame()))
        box = _box(shape, frame)
        if box is None and parent is not None:
            box = _box(parent, parent_frame)
        size, bold = self._look(master_kind, shape, parent)
        return PlaceholderInfo(
            idx=parse_number(hole.get("idx"), 0),
            kind=kind,
            name=_name(shape),
            box=box or NOWHERE,
            size_pt=size,
            insets=_insets(shape, parent),
            is_bold=bold,
        )

    def _look(self, master_kind: str, shape: Element, parent: Element | None) -> tuple[float, bool]:
        """Return the size in points and the weight of the first level."""
        style = TEXT_STYLES.get(master_kind, "otherStyle")
        levels = (
            _first_level(shape.find(f"{P}txBody/{A}lstStyle")),
            None if parent is None else _first_level(parent.find(f"{P}txBody/{A}lstStyle")),
            None if self._styles is None else _first_level(self._styles.find(f"{P}{style}")),
            _first_level(self._defaults),
        )
        found = [level for level in levels if level is not None]
        size = next((level.get("sz") for level in found if level.get("sz")), None)
        bold = next((level.get("b") for level in found if level.get("b")), "0")
        points = parse_number(size, 0) / 100
        return points or DEFAULT_SIZE_PT, bold in {"1", "true"}


def _master_kind(kind: str) -> str:
    return MASTER_KINDS.get(kind, "body")


def _first_level(style: Element | None) -> Element | None:
    return None if style is None else style.find(f"{A}lvl1pPr/{A}defRPr")


def _find_holes(
    part: Element,
) -> Iterator[tuple[Element, Element, Frame]]:
    """Yield each shape that is a placeholder, its `p:ph`, and the frame of its groups."""
    tree = part.find(f"{P}cSld/{P}spTree")
    if tree is not None:
        yield from _walk(tree, Frame(), DEEPEST_GROUP)


def _walk(tree: Element, frame: Frame, depth: int) -> Iterator[tuple[Element, Element, Frame]]:
    for shape in tree.iterchildren(f"{P}sp", f"{P}pic", f"{P}graphicFrame", f"{P}grpSp"):
        if shape.tag == f"{P}grpSp":
            if depth:
                yield from _walk(shape, _enter(shape, frame), depth - 1)
            continue
        hole = shape.find(f"{{*}}*/{P}nvPr/{P}ph")
        if hole is not None:
            yield shape, hole, frame


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


def _box(shape: Element, frame: Frame) -> Box | None:
    transform = shape.find(f"{P}spPr/{A}xfrm")
    if transform is None:
        transform = shape.find(f"{P}xfrm")
    own = None if transform is None else _rectangle(transform, "off", "ext")
    return None if own is None else frame.place(own)


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


def _insets(shape: Element, parent: Element | None) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom inset: the shape's own, the master's, or Office's."""
    bodies = [
        body
        for owner in (shape, parent)
        if owner is not None and (body := owner.find(f"{P}txBody/{A}bodyPr")) is not None
    ]
    left, top, right, bottom = (
        next((parse_number(body.get(side), 0) for body in bodies if body.get(side)), default)
        for side, default in zip(("lIns", "tIns", "rIns", "bIns"), DEFAULT_INSETS, strict=True)
    )
    return left, top, right, bottom


def _name(shape: Element) -> str:
    found = shape.find(f"{{*}}*/{P}cNvPr")
    return "" if found is None else found.get("name", "")


def parse_number(value: str | None, default: int) -> int:
    """Return a whole number of the file, `default` where it is none."""
    try:
        return int(value) if value else default
    except ValueError:
        return default
