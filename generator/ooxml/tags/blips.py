"""Drawing a picture in DrawingML, in either format: its data, what is cut off, its frame."""

from __future__ import annotations

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no types

from generator.ooxml.images import Image
from generator.ooxml.opc import OFFICE, Element, Package
from generator.ooxml.tags.dialect import A, R
from generator.ooxml.tags.links import is_address, refuse_address, relate_address
from generator.ooxml.tags.pictures import InlineImage, relate_image
from generator.ooxml.tags.spot import Spot
from generator.units import Size

_SVG_NAMESPACE = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG = f"{{{_SVG_NAMESPACE}}}svgBlip"
_SVG_URI = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_LAYER = "{http://schemas.microsoft.com/office/drawing/2010/main}imgProps"
_WHOLE = 100_000
"""Parts of a side that `a:srcRect` counts in."""

_SLIGHT = 50
"""Parts that are not worth cutting off: they come of rounding."""


def fill_blip(blip: Element, image: InlineImage, package: Package, part: str) -> None:
    """Let `blip` (`CT_Blip`, dml-main.xsd) show `image`; its effects stay."""
    shown: Image = image.fallback or image.image
    blip.attrib.pop(f"{R}link", None)
    blip.set(f"{R}embed", relate_image(package, part, shown))
    for extension in list(blip.iterfind(f"{A}extLst/{A}ext")):
        if extension.find(_SVG) is not None or extension.find(_LAYER) is not None:
            extension.getparent().remove(extension)
    extensions = blip.find(f"{A}extLst")
    if image.fallback is not None:
        if extensions is None:
            extensions = etree.SubElement(blip, f"{A}extLst")
        extension = etree.SubElement(extensions, f"{A}ext", {"uri": _SVG_URI})
        made = etree.SubElement(extension, _SVG, nsmap={"asvg": _SVG_NAMESPACE, "r": OFFICE})
        made.set(f"{R}embed", relate_image(package, part, image.image))
    elif extensions is not None and len(extensions) == 0:
        blip.remove(extensions)


def fill_frame(fill: Element, image: InlineImage, size: Size | None) -> None:
    """Cut off so much that the picture fits its frame without being distorted.

    Args:
        fill: `p:blipFill`, `pic:blipFill` or `a:blipFill` (`CT_BlipFillProperties`), changed.
        image: What it shows now.
        size: Of the frame; None if it is not known.
    """
    for old in fill.findall(f"{A}srcRect"):
        fill.remove(old)
    cut = cut_to(image, size) if size is not None and min(size) > 0 else {}
    if cut:
        blip = fill.find(f"{A}blip")
        blip.addnext(fill.makeelement(f"{A}srcRect", cut, fill.nsmap))


def cut_to(image: InlineImage, size: Size) -> dict[str, str]:
    """Return the attributes of the `a:srcRect` with which `image` fits a frame of `size`.

    What is to be shown whole gets negative ones: the picture is then smaller than its frame.
    """
    own = image.image.size
    fit = image.fit or ("contain" if image.image.is_cut_out else "cover")
    across = size.width * own.height / (size.height * own.width)
    """Width of the frame, where that of the picture is 1 and their heights are the same."""
    names, share = (("l", "r"), across) if across < 1 else (("t", "b"), 1 / across)
    if fit == "contain":
        names = ("t", "b") if names == ("l", "r") else ("l", "r")
        share = 1 / share
    cut = round((1 - share) / 2 * _WHOLE)
    return dict.fromkeys(names, str(cut)) if abs(cut) > _SLIGHT else {}


def add_geometry(properties: Element, size: Size) -> None:
    """Add a rectangle of `size` at the origin to `properties` (`CT_ShapeProperties`)."""
    place = etree.SubElement(properties, f"{A}xfrm")
    etree.SubElement(place, f"{A}off", {"x": "0", "y": "0"})
    etree.SubElement(place, f"{A}ext", {"cx": str(size.width), "cy": str(size.height)})
    shape = etree.SubElement(properties, f"{A}prstGeom", {"prst": "rect"})
    etree.SubElement(shape, f"{A}avLst")


def add_link(named: Element, image: InlineImage, spot: Spot) -> None:
    """Let a click on what `named` names lead to the address of `image`; reports one that is none.

    `CT_Hyperlink` in dml-main.xsd, of `p:cNvPr` or `wp:docPr`.
    """
    if not is_address(image.link):
        refuse_address(image.link, spot)
        return
    for old in named.findall(f"{A}hlinkClick"):
        named.remove(old)
    click = named.makeelement(f"{A}hlinkClick", None, {**named.nsmap, "r": OFFICE})
    click.set(f"{R}id", relate_address(spot.package, spot.part, image.link))
    named.insert(0, click)
