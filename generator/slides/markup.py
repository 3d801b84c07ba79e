"""Building PresentationML: names, elements, colours, places. Knows nothing of slides."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeAlias

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no types

from generator.slides.page import Colour
from generator.units import Box

Element: TypeAlias = Any
"""An element of a part, `lxml.etree._Element`; lxml comes without types."""

NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "ahyp": "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor",
    "ep": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
}
_ROOT_PREFIXES = ("a", "p", "r")


@cache
def name(tag: str) -> str:
    """Return `a:rPr` in the form that lxml wants, the namespace written out."""
    prefix, _, local = tag.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def make(tag: str, attributes: Mapping[str, str] | None = None) -> Element:
    """Return an element that stands nowhere yet."""
    return etree.Element(name(tag), attributes)


def root(tag: str) -> Element:
    """Return a new root element with the prefixes a, p and r declared."""
    return etree.Element(name(tag), nsmap={key: NAMESPACES[key] for key in _ROOT_PREFIXES})


def add(parent: Element, tag: str, attributes: Mapping[str, object] | None = None) -> Element:
    """Append an element to `parent`; attributes that are None are left out."""
    prefix = tag.partition(":")[0]
    nsmap = None if prefix in _ROOT_PREFIXES else {prefix: NAMESPACES[prefix]}
    element = etree.SubElement(parent, name(tag), nsmap=nsmap)
    for key, value in (attributes or {}).items():
        if value is not None:
            element.set(name(key) if ":" in key else key, str(value))
    return element


def add_colour(parent: Element, colour: Colour) -> None:
    """Append `a:solidFill` with a colour of the theme (`CT_SchemeColor`, dml-main.xsd)."""
    if colour.rgb:
        add(add(parent, "a:solidFill"), "a:srgbClr", {"val": colour.rgb})
        return
    slot = add(add(parent, "a:solidFill"), "a:schemeClr", {"val": colour.slot})
    if colour.lum_mod != 100:  # noqa: PLR2004
        add(slot, "a:lumMod", {"val": colour.lum_mod * 1000})
    if colour.lum_off:
        add(slot, "a:lumOff", {"val": colour.lum_off * 1000})


def add_place(parent: Element, box: Box, tag: str = "a:xfrm") -> Element:
    """Append position and size (`CT_Transform2D`, dml-main.xsd), and return the element."""
    place = add(parent, tag)
    add(place, "a:off", {"x": int(box.left), "y": int(box.top)})
    add(place, "a:ext", {"cx": int(box.width), "cy": int(box.height)})
    return place


def to_bytes(element: Element) -> bytes:
    """Return the part's bytes, as Office writes them."""
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)
