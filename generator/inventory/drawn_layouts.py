"""Layouts that a template lacks, drawn on its own master: as markup of a layout's part.

A layout is drawn upon the nearest one that the template has, whose art, furniture and colours it
keeps, or upon the bare master. Pure: elements in, elements out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, TypeAlias
from xml.sax.saxutils import escape, quoteattr

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no types

from generator.inventory.deck import LayoutRole
from generator.inventory.holes import NAMED
from generator.inventory.numbers import parse_number
from generator.inventory.tree import P, find_hole, read_name
from generator.units import Box, Emu, Size

Root: TypeAlias = Any
"""An element that is changed, `lxml.etree._Element`; lxml comes without types."""

NAMES: Mapping[LayoutRole, tuple[str, str]] = {
    LayoutRole.COVER: ("Cover", "title"),
    LayoutRole.SECTION: ("Section", "secHead"),
    LayoutRole.CONTENT: ("Title and content", "obj"),
    LayoutRole.TWO_CONTENT: ("Two contents", "twoObj"),
    LayoutRole.TITLE_ONLY: ("Title only", "titleOnly"),
}
"""Roles that layouts are drawn for → name and `ST_SlideLayoutType` (pml.xsd)."""

FURNITURE: Mapping[str, tuple[int, str]] = {
    "dt": (10, "Date Placeholder"),
    "ftr": (11, "Footer Placeholder"),
    "sldNum": (12, "Slide Number Placeholder"),
}
"""Kind → idx and name of placeholders that a layout has from its master."""

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NUMBER_FIELD = "{7A5F3C1E-2D64-4B0B-9C58-6E1B0A9D4F27}"
_TITLES = frozenset({"title", "ctrTitle"})
_PROMPTS = {
    "title": "Click to edit title",
    "ctrTitle": "Click to edit title",
    "subTitle": "Click to edit subtitle",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnHole:
    """A placeholder to be drawn.

    Attributes:
        kind: `ST_PlaceholderType`.
        box: None for the place of the master's.
        size_pt: Of its text; 0 for the master's.
        colour: Slot of the theme for its text; empty for the master's.
        anchor: `ST_TextAnchoringType`; empty for the master's.
        align: `ST_TextAlignType`; empty for the master's.
    """

    kind: str
    idx: int
    name: str
    box: Box | None = None
    size_pt: float = 0.0
    colour: str = ""
    anchor: str = ""
    align: str = ""


def draw_layout(
    role: LayoutRole, holes: Sequence[DrawnHole], base: Root | None = None, name: str = ""
) -> Root:
    """Return the root of a new layout for `role`.

    Args:
        role: One of `NAMES`.
        holes: Its placeholders; they take the place of those that `base` has of the same kind, and
            of all its holes for content.
        base: Root of the layout to draw upon, which is left as it is; None for the bare master.
        name: Of the layout, if another than that of `NAMES`.
    """
    usual, kind = NAMES[role]
    root: Root = etree.fromstring(_write_empty()) if base is None else deepcopy(base)
    root.set("type", kind)
    root.set("preserve", "1")
    root.set("userDrawn", "1")
    root.attrib.pop("matchingName", None)
    slide = root.find(f"{P}cSld")
    slide.set("name", name or usual)
    tree = slide.find(f"{P}spTree")
    _clear(tree, {hole.kind for hole in holes})
    taken = [parse_number(one.get("id"), 0) for one in root.iter(f"{P}cNvPr")]
    end = tree.find(f"{P}extLst")
    for id_, hole in enumerate(holes, start=max(taken, default=1) + 1):
        shape = etree.fromstring(_write_hole(hole, id_))
        if end is None:
            tree.append(shape)
        else:
            end.addprevious(shape)
    return root


def list_layout(master: Root, id_: int, rel_id: str) -> None:
    """List a layout in `p:sldLayoutIdLst` of `master` (`CT_SlideMaster`, pml.xsd).

    Args:
        master: Root of the part; changed in place.
        id_: `ST_SlideLayoutId`, which no other layout and no master of the file has.
        rel_id: Id of the relationship to the layout.
    """
    listed = master.find(f"{P}sldLayoutIdLst")
    if listed is None:
        listed = etree.Element(f"{P}sldLayoutIdLst")
        before = master.find(f"{P}clrMap")
        if before is None:
            before = master.find(f"{P}cSld")
        before.addnext(listed)
    entry = etree.SubElement(listed, f"{P}sldLayoutId")
    entry.set("id", str(id_))
    entry.set(f"{{{_R}}}id", rel_id)


def _clear(tree: Root, replaced: set[str]) -> None:
    """Take out all placeholders but furniture and named lines; the title if it is `replaced`."""
    has_title = bool(replaced & _TITLES)
    kept = {*FURNITURE} if has_title else {*FURNITURE, "title"}
    for shape in list(tree.iter(f"{P}sp", f"{P}pic", f"{P}graphicFrame")):
        hole = find_hole(shape)
        if hole is None or hole.get("type", "obj") in kept - replaced:
            continue
        if has_title or not NAMED.match(read_name(shape).strip()):
            shape.getparent().remove(shape)


def _write_empty() -> str:
    return (
        f'<p:sldLayout xmlns:a="{_A}" xmlns:r="{_R}" xmlns:p="{_P}"><p:cSld name=""><p:spTree>'
        '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
        '<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr></p:spTree></p:cSld>'
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _write_hole(hole: DrawnHole, id_: int) -> str:
    kind = "" if hole.kind == "obj" else f' type="{hole.kind}"'
    idx = f' idx="{hole.idx}"' if hole.idx else ""
    size = ' sz="quarter"' if hole.kind in FURNITURE else ""
    anchor = f' anchor="{hole.anchor}"' if hole.anchor else ""
    return (
        f'<p:sp xmlns:a="{_A}" xmlns:p="{_P}"><p:nvSpPr>'
        f'<p:cNvPr id="{id_}" name={quoteattr(hole.name)}/>'
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph{kind}{size}{idx}/></p:nvPr></p:nvSpPr>{_write_place(hole.box)}"
        f'<p:txBody><a:bodyPr vert="horz"{anchor}><a:normAutofit/></a:bodyPr>{_write_style(hole)}'
        f"{_write_prompt(hole)}</p:txBody></p:sp>"
    )


def _write_place(box: Box | None) -> str:
    if box is None:
        return "<p:spPr/>"
    left, top, width, height = box
    return (
        f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/>'
        "</a:xfrm></p:spPr>"
    )


def _write_style(hole: DrawnHole) -> str:
    """Return `a:lstStyle` with what the first level does not take from the master."""
    size = f' sz="{round(hole.size_pt * 100)}"' if hole.size_pt else ""
    fill = f'<a:solidFill><a:schemeClr val="{hole.colour}"/></a:solidFill>' if hole.colour else ""
    face = '<a:latin typeface="+mj-lt"/>' if hole.kind in _TITLES and size else ""
    if not (size or fill):
        return "<a:lstStyle/>"
    is_plain = hole.kind in _PROMPTS or hole.align
    plain = ' marL="0" indent="0"' if is_plain else ""
    plain += f' algn="{hole.align}"' if hole.align else ""
    bullet = "<a:buNone/>" if is_plain else ""
    return (
        f"<a:lstStyle><a:lvl1pPr{plain}>{bullet}<a:defRPr{size}>{fill}{face}</a:defRPr>"
        "</a:lvl1pPr></a:lstStyle>"
    )


def _write_prompt(hole: DrawnHole) -> str:
    """Return the paragraph that shows in the editor while the placeholder is empty."""
    if hole.kind == "sldNum":
        return (
            f'<a:p><a:fld id="{_NUMBER_FIELD}" type="slidenum"><a:rPr lang="en-GB"/>'
            '<a:t>‹#›</a:t></a:fld><a:endParaRPr lang="en-GB"/></a:p>'
        )
    if hole.kind in FURNITURE:
        return '<a:p><a:endParaRPr lang="en-GB"/></a:p>'
    prompt = escape(_PROMPTS.get(hole.kind, "Click to edit text"))
    return f'<a:p><a:r><a:rPr lang="en-GB"/><a:t>{prompt}</a:t></a:r></a:p>'


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What a layout is drawn by.

    Attributes:
        size: Of the slide.
        title: Where titles of the master or of the nearest layout stand; None if nowhere fit.
        title_pt: Size of those titles; 0 if it does not suit the slide.
        body: Room for content.
        furniture: Kinds of `FURNITURE` that the master has, and the nearest layout has not.
        ink: Slot for text where the master's own cannot be read; empty to keep that.
    """

    size: Size
    title: Box | None
    title_pt: float
    body: Box
    furniture: tuple[str, ...] = ()
    ink: str = ""


_GAP_SHARE = 0.025
_TITLE_SHARE = 0.05  # of the slide's height, size of a title
_COVER_SHARE = 0.075
_TEXT_SHARE = 0.035
_TITLE_HEIGHT = 0.15


def plan_holes(role: LayoutRole, grounds: Grounds) -> Iterator[DrawnHole]:
    """Yield the placeholders of a layout to be drawn for `role`, in reading order."""
    match role:
        case LayoutRole.COVER | LayoutRole.SECTION:
            yield from _plan_opener(role, grounds)
        case _:
            yield from _plan_content(role, grounds)
    for kind in grounds.furniture:
        idx, name = FURNITURE[kind]
        yield DrawnHole(kind=kind, idx=idx, name=name)


def _plan_opener(role: LayoutRole, grounds: Grounds) -> Iterator[DrawnHole]:
    """Yield a large title on the middle of the body area, and a line of text under it."""
    body, share = grounds.body, _COVER_SHARE
    upper = Emu(round(body.height * 0.55))
    is_cover = role is LayoutRole.COVER
    yield DrawnHole(
        kind="ctrTitle" if is_cover else "title",
        idx=0,
        name="Title",
        box=Box(body.left, body.top, body.width, upper),
        size_pt=_size(grounds, share),
        colour=grounds.ink,
        anchor="b",
        align="l",
    )
    gap = Emu(round(grounds.size.height * _GAP_SHARE))
    yield DrawnHole(
        kind="subTitle" if is_cover else "body",
        idx=1,
        name="Subtitle" if is_cover else "Text",
        box=Box(
            body.left,
            Emu(body.top + upper + gap),
            body.width,
            Emu(body.height - upper - gap),
        ),
        size_pt=_size(grounds, _TEXT_SHARE),
        colour=grounds.ink,
        anchor="t",
        align="l",
    )


def _plan_content(role: LayoutRole, grounds: Grounds) -> Iterator[DrawnHole]:
    body = grounds.body
    if grounds.title is not None:
        yield DrawnHole(
            kind="title",
            idx=0,
            name="Title",
            box=grounds.title,
            size_pt=0.0 if grounds.title_pt else _size(grounds, _TITLE_SHARE),
            colour=grounds.ink,
        )
    size = _size(grounds, _TEXT_SHARE)
    if role is LayoutRole.CONTENT:
        yield DrawnHole(
            kind="obj", idx=1, name="Content", box=body, size_pt=size, colour=grounds.ink
        )
    if role is LayoutRole.TWO_CONTENT:
        gap = round(grounds.size.width * _GAP_SHARE)
        half = (body.width - gap) // 2
        for idx, left in ((1, body.left), (2, body.right - half)):
            box = Box(Emu(left), body.top, Emu(half), body.height)
            yield DrawnHole(
                kind="obj",
                idx=idx,
                name=f"Content {idx}",
                box=box,
                size_pt=size,
                colour=grounds.ink,
            )


def _size(grounds: Grounds, share: float) -> float:
    """Return a size in whole points that suits the slide's shorter side."""
    side = min(grounds.size.height, round(grounds.size.width * 0.75))
    return max(1.0, float(round(side * share / 12_700)))


def find_title_room(size: Size) -> Box:
    """Return where a title stands on a slide whose master says nothing of it."""
    margin = Emu(size.width // 20)
    top = Emu(size.height // 20)
    return Box(margin, top, Emu(size.width - 2 * margin), Emu(round(size.height * _TITLE_HEIGHT)))
