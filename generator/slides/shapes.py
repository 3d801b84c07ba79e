"""Text boxes, filled placeholders, plain shapes and groups: `p:sp` and `p:grpSp`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import assert_never

from generator.inventory.deck import PlaceholderInfo
from generator.slides.markup import Element, add, add_colour, add_place
from generator.slides.page import GroupItem, NumberItem, ShapeItem, TextItem
from generator.slides.palette import Palette
from generator.slides.paragraphs import Writer, add_paragraph
from generator.slides.scripts import find_alternative
from generator.slides.text import clean
from generator.units import Box

_DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
"""Extension of `a:extLst` that marks a drawing as decorative; written by PowerPoint since 2019."""

_FIELD_ID = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
"""Id of the slide number's field. It need not differ between slides."""


def count_ids() -> Iterator[int]:
    """Return the ids of a slide's shapes, in order; 1 is the tree's own."""
    return count(2)


def add_properties(parent: Element, ids: Iterator[int], name: str, alt: str = "") -> Element:
    """Append `p:cNvPr` (`CT_NonVisualDrawingProps`) with the next id, and return it."""
    return add(
        parent,
        "p:cNvPr",
        {"id": next(ids), "name": clean(name), "descr": clean(alt) or None},
    )


def mark_decorative(properties: Element) -> None:
    """Say in `p:cNvPr` that the shape means nothing, so that screen readers pass over it."""
    extension = add(add(properties, "a:extLst"), "a:ext", {"uri": _DECORATIVE})
    add(extension, "adec:decorative", {"val": "1"})


def add_text(tree: Element, item: TextItem, ids: Iterator[int], writer: Writer) -> None:
    """Append a text box, or the slide's own filling of a placeholder, to `tree`."""
    hole = item.placeholder
    shape = add(tree, "p:sp")
    head = add(shape, "p:nvSpPr")
    add_properties(head, ids, item.name)
    _add_kind(head, hole)
    look = add(shape, "p:spPr")
    if hole is None or item.box != hole.box or not hole.is_unique:
        add_place(look, item.box)
    if hole is None:
        add(add(look, "a:prstGeom", {"prst": "rect"}), "a:avLst")
    if item.fill:
        add_colour(look, writer.palette.find(item.fill))
    elif hole is None:
        add(look, "a:noFill")
    body = add(shape, "p:txBody")
    _add_body_properties(body, item)
    add(body, "a:lstStyle")
    for para in item.paras:
        add_paragraph(body, para, writer, hole)


def _add_kind(head: Element, hole: PlaceholderInfo | None) -> None:
    """Append what the shape is: a text box, or the filling of a placeholder."""
    if hole is None:
        add(head, "p:cNvSpPr", {"txBox": "1"})
        add(head, "p:nvPr")
        return
    add(add(head, "p:cNvSpPr"), "a:spLocks", {"noGrp": "1"})
    add_hole(add(head, "p:nvPr"), hole)


def add_hole(properties: Element, hole: PlaceholderInfo) -> None:
    """Append `p:ph` (`CT_Placeholder`, pml.xsd), which ties the shape to the layout's."""
    kind = None if hole.kind == "obj" else hole.kind
    add(properties, "p:ph", {"type": kind, "idx": hole.idx or None})


def _add_body_properties(body: Element, item: TextItem) -> None:
    """Append `a:bodyPr`: insets and anchor where they are ours, and no autofit ever."""
    hole = item.placeholder
    attributes: dict[str, object] = {}
    if hole is None:
        attributes["wrap"] = "square"
    if hole is None or item.insets != hole.insets:
        keys = ("lIns", "tIns", "rIns", "bIns")
        attributes |= dict(zip(keys, map(int, item.insets), strict=True))
    if hole is None:
        attributes["rtlCol"] = "0"
    attributes["anchor"] = item.anchor
    add(add(body, "a:bodyPr", attributes), "a:noAutofit")


def add_number(
    tree: Element, item: NumberItem, ids: Iterator[int], language: str, number: int
) -> None:
    """Append the slide's number as a field; `number` is what it shows until it is counted."""
    shape = add(tree, "p:sp")
    head = add(shape, "p:nvSpPr")
    add_properties(head, ids, item.name)
    _add_kind(head, item.placeholder)
    add(shape, "p:spPr")
    body = add(shape, "p:txBody")
    add(body, "a:bodyPr")
    add(body, "a:lstStyle")
    paragraph = add(body, "a:p")
    spoken = {"lang": language, "altLang": find_alternative(language)}
    field = add(paragraph, "a:fld", {"id": _FIELD_ID, "type": "slidenum"})
    add(field, "a:rPr", spoken)
    add(field, "a:t").text = str(number)
    add(paragraph, "a:endParaRPr", spoken)


def add_shape(tree: Element, item: ShapeItem, ids: Iterator[int], palette: Palette) -> None:
    """Append a rule, panel or marker, marked as decorative."""
    shape = add(tree, "p:sp")
    head = add(shape, "p:nvSpPr")
    mark_decorative(add_properties(head, ids, item.name))
    add(head, "p:cNvSpPr")
    add(head, "p:nvPr")
    look = add(shape, "p:spPr")
    add_place(look, item.box)
    add(add(look, "a:prstGeom", {"prst": item.figure}), "a:avLst")
    add_colour(look, palette.find(item.fill))
    add(add(look, "a:ln"), "a:noFill")


def add_group(tree: Element, item: GroupItem, ids: Iterator[int], writer: Writer) -> None:
    """Append a group; the places inside it are those on the slide."""
    group = add(tree, "p:grpSp")
    head = add(group, "p:nvGrpSpPr")
    add_properties(head, ids, item.name, item.alt)
    add(head, "p:cNvGrpSpPr")
    add(head, "p:nvPr")
    bounds = _find_bounds(item)
    place = add_place(add(group, "p:grpSpPr"), bounds)
    add(place, "a:chOff", {"x": int(bounds.left), "y": int(bounds.top)})
    add(place, "a:chExt", {"cx": int(bounds.width), "cy": int(bounds.height)})
    for inner in item.items:
        match inner:
            case TextItem():
                add_text(group, inner, ids, writer)
            case ShapeItem():
                add_shape(group, inner, ids, writer.palette)
            case _:
                assert_never(inner)


def _find_bounds(group: GroupItem) -> Box:
    boxes = [item.box for item in group.items] or [group.box]
    left, top = min(box.left for box in boxes), min(box.top for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return Box(left, top, type(left)(right - left), type(left)(bottom - top))
