"""The shape that an exhibit stands in: its box, what stands behind it, what stands around."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.oxml import parse_xml

from generator.compose.slots import Slot
from generator.inventory.backdrop import Backdrop, Painter
from generator.inventory.colours import Scheme, read_map
from generator.inventory.deck import (
    DeckTemplate,
    LayoutInfo,
    LayoutRole,
    PlaceholderInfo,
    ThemeInfo,
)
from generator.inventory.tree import find_box, find_hole, find_shapes, find_turn
from generator.slides.marks import Mark, read_root, read_text
from generator.slides.markup import Element, make, name
from generator.slides.palette import Palette, choose_palette, find_text_colour
from generator.slides.placed import Spot
from generator.units import Box, Emu

_DEFAULT_INSET = 91_440
_QUARTERS = (90, 270)
_HIDDEN = frozenset({"0", "false"})
_OVERRIDE = f"{name('p:clrMapOvr')}/{name('a:overrideClrMapping')}"


def find_spot(mark: Mark, slot: Slot, inventory: DeckTemplate) -> Spot | None:
    """Return the spot of a marked shape; None if nothing says where it stands and how large it is.

    The place is the shape's own or, for a placeholder without one, that of its layout. A shape
    that is turned by a quarter counts as the room that it takes: charts and tables stand upright.
    """
    layout, theme = _find_layout(mark.slide, inventory)
    hole = _find_inherited(mark.shape, layout)
    box = find_box(mark.shape, mark.frame) or (hole.box if hole else None)
    if box is None or box.width <= 0 or box.height <= 0:
        return None
    if find_turn(mark.shape) in _QUARTERS:
        box = _turn(box)
    return Spot(
        place=slot.place,
        box=box,
        edges=_find_edges(mark, hole),
        palette=_find_palette(mark, box, (layout, theme), inventory),
        said=_list_said(mark),
        has_caption=slot.has_caption,
    )


def _find_layout(slide: Part, inventory: DeckTemplate) -> tuple[LayoutInfo, ThemeInfo]:
    """Return the layout of a slide, and the theme of its master."""
    part = slide.part_related_by(RELATIONSHIP_TYPE.SLIDE_LAYOUT)
    for master in inventory.masters:
        for layout in master.layouts:
            if layout.part_name == str(part.partname):
                return layout, master.theme
    return inventory.layouts[LayoutRole.TITLE_ONLY], inventory.theme


def _find_inherited(shape: Element, layout: LayoutInfo) -> PlaceholderInfo | None:
    """Return the layout's placeholder that a placeholder takes its place from, if it is one.

    PowerPoint goes by the index, and by the kind where the layout has no such index.
    """
    own = find_hole(shape)
    if own is None:
        return None
    kind, idx = own.get("type", "obj"), own.get("idx", "0")
    by_kind = [hole for hole in layout.placeholders if hole.kind == kind]
    by_idx = [hole for hole in layout.placeholders if str(hole.idx) == idx]
    both = [hole for hole in by_kind if hole in by_idx]
    return next(iter((*both, *by_idx, *by_kind)), None)


def _turn(box: Box) -> Box:
    left = box.left + (box.width - box.height) // 2
    top = box.top + (box.height - box.width) // 2
    return Box(Emu(left), Emu(top), Emu(box.height), Emu(box.width))


def _find_edges(mark: Mark, hole: PlaceholderInfo | None) -> tuple[int, int]:
    body = mark.shape.find(f"{name('p:txBody')}/{name('a:bodyPr')}")
    inherited = (hole.insets[0], hole.insets[2]) if hole else (_DEFAULT_INSET, _DEFAULT_INSET)
    found = [None if body is None else body.get(key) for key in ("lIns", "rIns")]
    left, right = (
        int(own) if own is not None and own.isdecimal() else other
        for own, other in zip(found, inherited, strict=True)
    )
    return left, right


def _list_said(mark: Mark) -> frozenset[str]:
    """Return the texts of the other shapes on the slide."""
    shapes = find_shapes(read_root(mark.slide))
    return frozenset(" ".join(read_text(shape).split()) for shape, _ in shapes)


def _find_palette(
    mark: Mark, box: Box, ground: tuple[LayoutInfo, ThemeInfo], inventory: DeckTemplate
) -> Palette:
    """Return the colours that read well on what stands behind `box`."""
    layout, theme = ground
    parts = [mark.slide.part_related_by(RELATIONSHIP_TYPE.SLIDE_LAYOUT)]
    parts.append(parts[0].part_related_by(RELATIONSHIP_TYPE.SLIDE_MASTER))
    slide, sheet, master = map(read_root, (mark.slide, *parts))
    overrides = (part.find(_OVERRIDE) for part in (slide, sheet))
    mapped = next((each for each in overrides if each is not None), master.find(name("p:clrMap")))
    scheme = Scheme(slots=theme.colours, mapping=read_map(mapped))
    style: Element = parse_xml(parts[1].part_related_by(RELATIONSHIP_TYPE.THEME).blob)
    painter = Painter(scheme=scheme, theme=style)
    behind = _read_backdrop(painter, mark, (slide, sheet, master)).find_behind(box)
    shown = replace(layout, background=behind, colours=scheme.list_names())
    text = find_text_colour(inventory.layouts[LayoutRole.CONTENT])
    return choose_palette(shown, theme, text)


def _read_backdrop(
    painter: Painter, mark: Mark, parts: tuple[Element, Element, Element]
) -> Backdrop:
    """Return what stands behind the marked shape: layout and master, then the slide's own shapes.

    A slide has its own background or that of its layout, and may hide what these draw.
    """
    slide, layout, master = parts
    before = _cut(slide, mark.shape)
    own = painter.read_backdrop(before, make("p:sldLayout"))
    under = painter.read_backdrop(layout, master)
    has_ground = slide.find(f"{name('p:cSld')}/{name('p:bg')}") is not None
    layers = () if slide.get("showMasterSp") in _HIDDEN else under.layers
    return Backdrop(
        ground=own.ground if has_ground else under.ground, layers=(*layers, *own.layers)
    )


def _cut(slide: Element, shape: Element) -> Element:
    """Return a copy of `slide` without `shape` and all that is drawn over it."""
    shapes = [each for each, _ in find_shapes(slide)]
    copy = deepcopy(slide)
    copies: list[Element] = [each for each, _ in find_shapes(copy)]
    for each in copies[shapes.index(shape) :]:
        each.getparent().remove(each)
    return copy
