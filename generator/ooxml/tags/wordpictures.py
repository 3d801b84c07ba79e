"""A picture in a line of Word: `w:drawing` with `wp:inline` (dml-wordprocessingDrawing.xsd)."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no types

from generator.ooxml.opc import OFFICE, Element
from generator.ooxml.tags.blips import add_geometry, add_link, fill_blip
from generator.ooxml.tags.dialect import A, W
from generator.ooxml.tags.pictures import InlineImage
from generator.ooxml.tags.room import find_room
from generator.ooxml.tags.spot import Spot
from generator.units import Size

PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_NAMES = {"wp": WP[1:-1], "a": A[1:-1], "pic": PIC[1:-1], "r": OFFICE}
_NAME = "Picture"


def build_picture(image: InlineImage, spot: Spot) -> Sequence[Element]:
    """Return the run, or the paragraph, that shows `image` at `spot`."""
    if spot.dialect.name != "word":
        spot.report("a picture cannot stand in the text of a chart or a diagram", None)
        return ()
    run = spot.run.makeelement(f"{W}r", None, spot.run.nsmap)
    run.append(_draw(image, find_picture_size(image, spot), spot))
    if spot.level != "paragraph":
        return (run,)
    paragraph = spot.paragraph.makeelement(f"{W}p", None, spot.paragraph.nsmap)
    for properties in spot.paragraph.findall(f"{W}pPr"):
        paragraph.append(_copy_format(properties))
    paragraph.append(run)
    return (paragraph,)


def find_picture_size(image: InlineImage, spot: Spot) -> Size:
    """Return the size of a picture at `spot`, in EMU."""
    if image.width or image.height:
        return image.fit_in(image.image.size)
    return image.fit_in(find_room(spot))


def _copy_format(properties: Element) -> Element:
    """Return a paragraph's format for a picture: lines of an exact height would cut it off."""
    copy = deepcopy(properties)
    for section in copy.findall(f"{W}sectPr"):
        copy.remove(section)
    for spacing in copy.findall(f"{W}spacing"):
        if spacing.get(f"{W}lineRule") == "exact":
            del spacing.attrib[f"{W}lineRule"]
            spacing.attrib.pop(f"{W}line", None)
    return copy


def _draw(image: InlineImage, size: Size, spot: Spot) -> Element:
    drawing = spot.run.makeelement(f"{W}drawing", None, spot.run.nsmap)
    inline = etree.SubElement(drawing, f"{WP}inline", nsmap=_NAMES)
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    extent = {"cx": str(size.width), "cy": str(size.height)}
    etree.SubElement(inline, f"{WP}extent", extent)
    named = etree.SubElement(inline, f"{WP}docPr", {"id": "1", "name": _NAME})
    if image.alt:
        named.set("descr", image.alt)
    if image.link:
        add_link(named, image, spot)
    locks = etree.SubElement(inline, f"{WP}cNvGraphicFramePr")
    etree.SubElement(locks, f"{A}graphicFrameLocks", {"noChangeAspect": "1"})
    graphic = etree.SubElement(inline, f"{A}graphic")
    data = etree.SubElement(graphic, f"{A}graphicData", {"uri": PIC[1:-1]})
    data.append(_make_picture(image, size, spot))
    return drawing


def _make_picture(image: InlineImage, size: Size, spot: Spot) -> Element:
    """Return `pic:pic` (`CT_Picture`, dml-picture.xsd)."""
    picture = etree.Element(f"{PIC}pic", nsmap=_NAMES)
    unseen = etree.SubElement(picture, f"{PIC}nvPicPr")
    named = etree.SubElement(unseen, f"{PIC}cNvPr", {"id": "0", "name": _NAME})
    if image.alt:
        named.set("descr", image.alt)
    etree.SubElement(unseen, f"{PIC}cNvPicPr")
    fill = etree.SubElement(picture, f"{PIC}blipFill")
    fill_blip(etree.SubElement(fill, f"{A}blip"), image, spot.package, spot.part)
    etree.SubElement(etree.SubElement(fill, f"{A}stretch"), f"{A}fillRect")
    add_geometry(etree.SubElement(picture, f"{PIC}spPr"), size)
    return picture
