"""What stands on a slide, and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from tests.foreign.text import find_texts
from tests.foreign.written import A, P, Written

FURNITURE = ("dt", "ftr", "sldNum", "hdr")
"""Kinds of placeholders whose text is not the slide's own."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One shape of a slide, as it stands on the slide.

    Attributes:
        box: Left, top, width and height in EMU; None where nothing tells it.
        kind: Of its placeholder; `obj` for one without a type, empty for no placeholder.
        sizes: Font sizes set on its runs, in points.
    """

    name: str
    box: tuple[float, float, float, float] | None
    kind: str
    idx: str
    text: str
    sizes: tuple[float, ...]
    is_text: bool


_SHAPES = (f"{P}sp", f"{P}pic", f"{P}graphicFrame", f"{P}cxnSp")


def find_shapes(tree: Any) -> Iterator[Drawn]:
    """Yield all shapes of a slide, layout or master, groups resolved."""
    root = tree.find(f"{P}cSld/{P}spTree")
    if root is not None:
        yield from _find_in(root, (0.0, 0.0, 1.0, 1.0))


def _find_in(holder: Any, place: tuple[float, float, float, float]) -> Iterator[Drawn]:
    for shape in holder:
        if shape.tag == f"{P}grpSp":
            yield from _find_in(shape, _resolve_group(shape, place))
        elif shape.tag in _SHAPES:
            yield _read_shape(shape, place)


def _resolve_group(
    group: Any, place: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    """Return offset and scale by which coordinates inside a group become those of the slide."""
    frame = group.find(f"{P}grpSpPr/{A}xfrm")
    if frame is None or frame.find(f"{A}chExt") is None or frame.find(f"{A}ext") is None:
        return place
    left, top, width, height = _read_frame(frame, place) or (0, 0, 0, 0)
    inner = frame.find(f"{A}chOff")
    size = frame.find(f"{A}chExt")
    scale_x = width / (int(size.get("cx")) or 1)
    scale_y = height / (int(size.get("cy")) or 1)
    x = 0 if inner is None else int(inner.get("x"))
    y = 0 if inner is None else int(inner.get("y"))
    return left - x * scale_x, top - y * scale_y, scale_x, scale_y


def _read_frame(
    frame: Any, place: tuple[float, float, float, float]
) -> tuple[float, float, float, float] | None:
    offset, size = frame.find(f"{A}off"), frame.find(f"{A}ext")
    if offset is None or size is None:
        return None
    x, y, scale_x, scale_y = place
    return (
        x + int(offset.get("x")) * scale_x,
        y + int(offset.get("y")) * scale_y,
        int(size.get("cx")) * scale_x,
        int(size.get("cy")) * scale_y,
    )


def _read_shape(shape: Any, place: tuple[float, float, float, float]) -> Drawn:
    named = next(shape.iter(f"{P}cNvPr"), None)
    hole = shape.find(f"*/{P}nvPr/{P}ph")
    frame = shape.find(f"{P}spPr/{A}xfrm")
    frame = shape.find(f"{P}xfrm") if frame is None else frame
    runs = shape.iter(f"{A}rPr", f"{A}defRPr")
    return Drawn(
        name="" if named is None else named.get("name") or "",
        box=None if frame is None else _read_frame(frame, place),
        kind="" if hole is None else hole.get("type") or "obj",
        idx="" if hole is None else hole.get("idx") or "0",
        text=" ".join(find_texts(shape)),
        sizes=tuple(int(run.get("sz")) / 100 for run in runs if run.get("sz")),
        is_text=shape.tag == f"{P}sp",
    )


_MASTER_KINDS = {"ctrTitle": "title", "subTitle": "body", "obj": "body"}
"""Kind of a placeholder → that of the master's which it builds on, if it is another."""


def find_box(shape: Drawn, layout: list[Drawn], master: list[Drawn]) -> Drawn:
    """Return `shape`, or the placeholder of its layout or master that it takes its box from."""
    if shape.box or not shape.kind:
        return shape
    base = next((other for other in layout if _is_base(shape, other)), shape)
    if base.box:
        return base
    kind = _MASTER_KINDS.get(base.kind, base.kind)
    kind = kind if kind in {"title", *FURNITURE} else "body"
    return next((other for other in master if other.kind == kind and other.box), base)


def _is_base(shape: Drawn, other: Drawn) -> bool:
    """Return whether a placeholder of a slide builds on `other`, one of its layout.

    By `idx`, among those of its family: real layouts give the same to a date and a body.
    """
    families = [_find_family(one.kind) for one in (shape, other)]
    is_alone = families[0] in {"title", *FURNITURE}
    return bool(other.kind) and families[0] == families[1] and (is_alone or shape.idx == other.idx)


def _find_family(kind: str) -> str:
    kind = _MASTER_KINDS.get(kind, kind)
    return kind if kind in {"title", *FURNITURE} else "content"


def read_slide(written: Written, slide: str) -> tuple[list[Drawn], list[Drawn], list[Drawn]]:
    """Return the shapes of a slide, its layout and its master; boxes of placeholders resolved."""
    layout = written.find_linked(slide, "slideLayout")[0]
    master = written.find_linked(layout, "slideMaster")[0]
    below = [list(find_shapes(written.parse(name))) for name in (layout, master)]
    layout_shapes, master_shapes = below
    shapes = [
        replace(shape, box=find_box(shape, layout_shapes, master_shapes).box)
        for shape in find_shapes(written.parse(slide))
    ]
    return shapes, layout_shapes, master_shapes


def find_unsized(written: Written, slide: str) -> Iterator[str]:
    """Yield the names of placeholders with text whose size no level of inheritance tells."""
    layout = written.find_linked(slide, "slideLayout")[0]
    master = written.find_linked(layout, "slideMaster")[0]
    trees = [written.parse(name) for name in (slide, layout, master)]
    for shape in trees[0].iter(f"{P}sp"):
        hole = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        runs = list(shape.iter(f"{A}r"))
        if hole is None or not runs or hole.get("type") in FURNITURE:
            continue
        told = [run.find(f"{A}rPr") for run in runs]
        if all(one is not None and one.get("sz") for one in told):
            continue
        if not any(_tells_size(tree, hole) for tree in trees):
            yield next(shape.iter(f"{P}cNvPr")).get("name")


def _tells_size(tree: Any, hole: Any) -> bool:
    """Return whether a slide, layout or master tells the size of a placeholder's first level."""
    kind = _MASTER_KINDS.get(hole.get("type") or "obj", hole.get("type"))
    styles = [tree.find(f"{P}txStyles/{P}{'titleStyle' if kind == 'title' else 'bodyStyle'}")]
    for other in tree.iter(f"{P}ph"):
        found = _MASTER_KINDS.get(other.get("type") or "obj", other.get("type"))
        is_base = other.get("idx") == hole.get("idx") or tree.tag == f"{P}sldMaster"
        if found == kind and (is_base or kind == "title"):
            shape = other.getparent().getparent().getparent()
            styles.append(shape.find(f"{P}txBody/{A}lstStyle"))
    return any(
        level.get("sz")
        for style in styles
        if style is not None
        for level in style.iterfind(f"{A}lvl1pPr/{A}defRPr")
    )


_LOUD = {"cap": "none", "baseline": "0", "strike": "noStrike", "u": "none"}
"""What raises or decorates text → the value that does not."""


def find_loud(written: Written, slide: str) -> Iterator[str]:
    """Yield the names of drawn boxes whose text takes capitals and the like from the defaults."""
    level = written.parse(written.main).find(f"{P}defaultTextStyle/{A}lvl1pPr/{A}defRPr")
    wrong = [] if level is None else [k for k, v in _LOUD.items() if level.get(k, v) != v]
    for shape in written.parse(slide).iter(f"{P}sp"):
        if shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph") is not None:
            continue
        styles = list(shape.iterfind(f"{P}txBody/{A}lstStyle/*/{A}defRPr"))
        for run in shape.iter(f"{A}r"):
            said = [run.find(f"{A}rPr"), *styles]
            if any(all(one is None or one.get(key) is None for one in said) for key in wrong):
                yield next(shape.iter(f"{P}cNvPr")).get("name")
                break
