"""A picture on a slide: it takes the place of the shape whose only text is its tag."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no types

from generator.ooxml.opc import OFFICE, Element
from generator.ooxml.tags.blips import add_link, cut_to, fill_blip
from generator.ooxml.tags.dialect import DRAWING, A, P
from generator.ooxml.tags.pictures import InlineImage
from generator.ooxml.tags.splitting import find_around
from generator.ooxml.tags.spot import Spot
from generator.units import Box, Emu, Size

_HOLDERS = frozenset({"", "obj", "pic", "body", "clipArt", "media", "chart", "dgm", "tbl"})
"""Types of placeholders that can hold a picture; of a `body` the picture is free."""

_FREE = frozenset({"body"})
_MASTER_TYPES = {"ctrTitle": "title", "subTitle": "body", "": "body", "obj": "body"}
_KEPT = ("custGeom", "prstGeom", "ln", "effectLst", "effectDag", "scene3d", "sp3d")
"""Parts of a shape's looks (`CT_ShapeProperties`, dml-main.xsd) that the picture takes over."""

_OWN_TEXT = (f"{A}r", f"{A}fld", f"{A}br", f"{A}m")
_ALONE = "let the tag be the only text of its shape, which the picture then takes the place of"


def replace_shape(image: InlineImage, spot: Spot) -> None:
    """Put `image` in the place of the shape around `spot`, in its middle; reports if it cannot."""
    shape = find_around(spot.paragraph, (f"{P}sp", DRAWING.cell, f"{P}notes"))
    if shape is None or shape.tag != f"{P}sp" or _is_notes(shape):
        where = "the cell of a table" if shape is not None and shape.tag == DRAWING.cell else "here"
        spot.report(f"a picture cannot stand {where}, only in the place of a shape", _ALONE)
    elif not _is_alone(spot):
        spot.report("a picture cannot stand in the middle of a text on a slide", _ALONE)
    elif (box := find_box(shape, spot)) is None:
        spot.report("the shape for the picture has no size, nor has its layout", None)
    else:
        shape.getparent().replace(shape, _make_picture(image, shape, box, spot))


def _is_notes(shape: Element) -> bool:
    return shape.getroottree().getroot().tag == f"{P}notes"


def _is_alone(spot: Spot) -> bool:
    """Return whether the run at `spot` holds all that is said in its shape."""
    body = spot.paragraph.getparent()
    said = [text for text in body.iter(DRAWING.text) if len(text) or (text.text or "").strip()]
    return len(said) == 1 and len(said[0]) == 1 and not "".join(said[0].itertext()).strip()


def find_box(shape: Element, spot: Spot) -> Box | None:
    """Return the place of a shape; of a placeholder without one, that in its layout or master."""
    for each in (shape, *_find_models(shape, spot)):
        place = each.find(f"{P}spPr/{A}xfrm")
        if place is not None and place.find(f"{A}ext") is not None:
            return _read_box(place)
    return None


def _read_box(place: Element) -> Box:
    offset, extent = place.find(f"{A}off"), place.find(f"{A}ext")
    start = {"x": "0", "y": "0"} if offset is None else offset.attrib
    return Box(
        *(
            Emu(int(values.get(name, "0")))
            for values, name in ((start, "x"), (start, "y"), (extent, "cx"), (extent, "cy"))
        )
    )


def _find_models(shape: Element, spot: Spot) -> Iterator[Element]:
    """Yield the placeholders that one inherits from: of its layout, then of its master."""
    part = spot.part
    for kind in ("slideLayout", "slideMaster"):
        part = next(
            (link.target for link in spot.package.find_links(part) if link.kind == kind), part
        )
        if not spot.package.has(part):
            return
        own = _read_placeholder(shape)
        if own is None or part == spot.part:
            continue
        for other in spot.package.read_xml(part).iter(f"{P}sp"):
            theirs = _read_placeholder(other)
            if theirs is not None and _match(own, theirs, kind):
                yield other
                shape = other
                break


def _read_placeholder(shape: Element) -> tuple[str, str] | None:
    """Return type and index of a placeholder (`CT_Placeholder`, pml.xsd)."""
    placeholder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    if placeholder is None:
        return None
    return placeholder.get("type", ""), placeholder.get("idx", "0")


def _match(own: tuple[str, str], theirs: tuple[str, str], kind: str) -> bool:
    if kind == "slideLayout":
        return own == theirs or (own[1] == theirs[1] != "0")
    return _MASTER_TYPES.get(own[0], own[0]) == _MASTER_TYPES.get(theirs[0], theirs[0])


def _make_picture(image: InlineImage, shape: Element, box: Box, spot: Spot) -> Element:
    """Return the `p:pic` (`CT_Picture`, pml.xsd) that takes the place of `shape`."""
    picture = shape.makeelement(f"{P}pic", None, {**shape.nsmap, "r": OFFICE})
    picture.append(_name(image, shape, spot))
    fill = etree.SubElement(picture, f"{P}blipFill")
    fill_blip(etree.SubElement(fill, f"{A}blip"), image, spot.package, spot.part)
    covers = image.fit == "cover"
    cut = cut_to(image, box.size) if covers else {}
    if cut:
        etree.SubElement(fill, f"{A}srcRect", cut)
    etree.SubElement(etree.SubElement(fill, f"{A}stretch"), f"{A}fillRect")
    place = box if covers else _fit(image, box, _find_scale(shape))
    picture.append(_shape(shape, place))
    for style in shape.findall(f"{P}style"):
        picture.append(deepcopy(style))
    return picture


def _fit(image: InlineImage, box: Box, scale: tuple[float, float]) -> Box:
    """Return where a picture stands whole, in the middle of `box`, in the units of its group."""
    across, down = scale
    room = Size(Emu(int(box.width * across)), Emu(int(box.height * down)))
    is_sized = bool(image.width or image.height)
    wanted = image.fit_in(room) if is_sized else image.image.size
    share = min(room.width / wanted.width, room.height / wanted.height)
    if is_sized:
        share = min(1.0, share)
    width, height = (
        Emu(max(1, int(wanted.width * share / across))),
        Emu(max(1, int(wanted.height * share / down))),
    )
    return Box(
        Emu(box.left + (box.width - width) // 2),
        Emu(box.top + (box.height - height) // 2),
        width,
        height,
    )


def _find_scale(shape: Element) -> tuple[float, float]:
    """Return how much the groups around `shape` stretch it, across and down."""
    across = down = 1.0
    for group in shape.iterancestors(f"{P}grpSp"):
        place = group.find(f"{P}grpSpPr/{A}xfrm")
        outer, inner = (
            (None, None) if place is None else (place.find(f"{A}ext"), place.find(f"{A}chExt"))
        )
        if outer is not None and inner is not None:
            across *= _divide(outer.get("cx", ""), inner.get("cx", ""))
            down *= _divide(outer.get("cy", ""), inner.get("cy", ""))
    return across, down


def _divide(above: str, below: str) -> float:
    try:
        return int(above) / int(below) or 1.0
    except (ValueError, ZeroDivisionError):
        return 1.0


def _name(image: InlineImage, shape: Element, spot: Spot) -> Element:
    """Return `p:nvPicPr`: the id and name of the shape, so that its animations stay."""
    unseen = shape.makeelement(f"{P}nvPicPr", None, shape.nsmap)
    named = deepcopy(shape.find(f"{P}nvSpPr/{P}cNvPr"))
    for name in ("descr", "title"):
        named.attrib.pop(name, None)
    if image.alt:
        named.set("descr", image.alt)
    unseen.append(named)
    if image.link:
        add_link(named, image, spot)
    locks = etree.SubElement(etree.SubElement(unseen, f"{P}cNvPicPr"), f"{A}picLocks")
    locks.set("noChangeAspect", "1")
    own = deepcopy(shape.find(f"{P}nvSpPr/{P}nvPr"))
    placeholder = own.find(f"{P}ph")
    if placeholder is not None:
        kind = placeholder.get("type", "")
        if kind not in _HOLDERS - _FREE:
            own.remove(placeholder)
    unseen.append(own)
    return unseen


def _shape(shape: Element, box: Box) -> Element:
    """Return `p:spPr` for a picture at `box`, with the outline and effects of `shape`."""
    properties = shape.makeelement(f"{P}spPr", None, shape.nsmap)
    before = shape.find(f"{P}spPr")
    place = etree.SubElement(properties, f"{A}xfrm")
    old = None if before is None else before.find(f"{A}xfrm")
    for name in ("rot", "flipH", "flipV"):
        if old is not None and old.get(name) is not None:
            place.set(name, old.get(name))
    etree.SubElement(place, f"{A}off", {"x": str(box.left), "y": str(box.top)})
    etree.SubElement(place, f"{A}ext", {"cx": str(box.width), "cy": str(box.height)})
    kept = [] if before is None else [each for each in before if _is_kept(each)]
    properties.extend(deepcopy(kept))
    if not any(each.tag in {f"{A}custGeom", f"{A}prstGeom"} for each in kept):
        made = etree.Element(f"{A}prstGeom", {"prst": "rect"})
        etree.SubElement(made, f"{A}avLst")
        place.addnext(made)
    return properties


def _is_kept(element: Element) -> bool:
    return element.tag.startswith(A) and element.tag.removeprefix(A) in _KEPT
