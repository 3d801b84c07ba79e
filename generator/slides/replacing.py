"""Marked shapes give way to charts and tables, in their place among the slide's shapes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import count

from generator.inventory.numbers import parse_number
from generator.inventory.tree import Frame, find_hole, read_name
from generator.slides.marks import Mark, read_root
from generator.slides.markup import Element, make, name
from generator.slides.page import ChartItem, Item, TableItem
from generator.slides.placed import Spot
from generator.slides.writing import PageWriter

_HOLES = {
    "graphicFrame": frozenset({None, "chart", "tbl"}),
    "pic": frozenset({None, "pic"}),
}
"""Kinds of placeholder that may hold a graphic frame or a picture; None is content of any kind."""

_GROUP = name("p:grpSp")


def replace_shape(mark: Mark, items: Sequence[Item], spot: Spot, writer: PageWriter) -> None:
    """Put `items` in the place of the marked shape.

    The chart or table keeps the shape's name, id and place in the order of drawing, its texts right
    before and after it. Fill and outline go with the shape: a card for a chart is drawn behind it.
    A table leaves the group that its shape stood in, since PowerPoint has none in groups, and
    stands in front of that.

    Args:
        mark: The shape; it is taken out.
        items: What `plan_exhibit` planned.
        spot: The same shape, as it was planned for.
        writer: Of the open file.
    """
    root = read_root(mark.slide)
    tree = make("p:spTree")
    pens = (_count_ids(root), writer.open_writer(mark.slide, spot.palette))
    frame = mark.frame
    before = mark.shape
    if any(isinstance(item, TableItem) for item in items):
        before, frame = _leave_groups(mark.shape), Frame()
    for item in items:
        writer.add_item(tree, item, pens, (mark.slide, 1))
        element = tree[-1]
        if isinstance(item, ChartItem | TableItem):
            _take_over(element, mark.shape)
        _enter(element, frame)
        if before is mark.shape:
            before.addprevious(element)
        else:
            before.addnext(element)
            before = element
    _mend_effects(root, mark.shape)
    _remove(mark.shape)


def _count_ids(root: Element) -> Iterator[int]:
    """Return ids of shapes that a slide does not use yet."""
    used = (parse_number(each.get("id"), 0) for each in root.iter(name("p:cNvPr")))
    return count(max(used, default=1) + 1)


def _take_over(element: Element, shape: Element) -> None:
    """Give a frame or picture the id, the name and, if it can have one, the placeholder."""
    own, old = (next(each.iter(name("p:cNvPr"))) for each in (element, shape))
    own.set("id", old.get("id"))
    own.set("name", read_name(shape) or own.get("name"))
    hole = find_hole(shape)
    kinds = _HOLES.get(element.tag.rpartition("}")[2], frozenset())
    if hole is not None and hole.get("type") in kinds | ({"obj"} if None in kinds else set()):
        element.find(f"*/{name('p:nvPr')}").insert(0, deepcopy(hole))


def _leave_groups(shape: Element) -> Element:
    """Return the outermost group around `shape`, or the shape itself."""
    outermost = shape
    while outermost.getparent().tag == _GROUP:
        outermost = outermost.getparent()
    return outermost


def _enter(element: Element, frame: Frame) -> None:
    """Write the place of `element`, which is that on the slide, as the groups around it count."""
    place = element.find(name("p:xfrm"))
    if place is None:
        place = element.find(f"{name('p:spPr')}/{name('a:xfrm')}")
    (across, down), (right, below) = frame.scale, frame.shift
    if place is None or frame == Frame() or not (across and down):
        return
    corner, size = place.find(name("a:off")), place.find(name("a:ext"))
    corner.set("x", str(round((int(corner.get("x")) - right) / across)))
    corner.set("y", str(round((int(corner.get("y")) - below) / down)))
    size.set("cx", str(round(int(size.get("cx")) / across)))
    size.set("cy", str(round(int(size.get("cy")) / down)))


def _mend_effects(root: Element, shape: Element) -> None:
    """Let animations of the shape's text be those of what takes its place, which has none.

    `CT_BuildList` and `CT_TLShapeTargetElement` in pml.xsd.
    """
    id_ = next(shape.iter(name("p:cNvPr"))).get("id")
    for build in list(root.iter(name("p:bldP"))):
        if build.get("spid") == id_:
            listed = build.getparent()
            listed.remove(build)
            if not len(listed):
                listed.getparent().remove(listed)
    for target in root.iter(name("p:spTgt")):
        if target.get("spid") == id_:
            for child in list(target):
                target.remove(child)
            for around in target.iterancestors(name("p:cTn")):
                around.attrib.pop("grpId", None)


def _remove(shape: Element) -> None:
    """Take out `shape`, and the groups that hold nothing without it."""
    parent = shape.getparent()
    parent.remove(shape)
    kinds = tuple(name(f"p:{kind}") for kind in ("sp", "pic", "graphicFrame", "cxnSp", "grpSp"))
    while parent.tag == _GROUP and next(parent.iterchildren(*kinds), None) is None:
        outer = parent.getparent()
        outer.remove(parent)
        parent = outer
