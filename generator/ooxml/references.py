"""Taking out what refers to a relationship that goes away, so that the part stays whole."""

from __future__ import annotations

from collections.abc import Collection

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no types

from generator.ooxml.opc import OFFICE, Element, Package

_IDS = etree.XPath(
    "//@r:* | //@o:relid", namespaces={"r": OFFICE, "o": "urn:schemas-microsoft-com:office:office"}
)
"""The attributes that refer to relationships; VML has one of its own."""

_UNWRAPPED = frozenset({"hyperlink", "smartTag", "customXml"})
"""Elements that give way to their content."""

_SHOWING = frozenset(
    {"chart", "relIds", "oleObj", "OLEObject", "control", "contentPart", "blip", "imagedata"}
)
"""Elements that show what they refer to, and nothing else."""

_WHOLE = frozenset({"drawing", "pict", "object", "graphicFrame", "pic"})
"""Elements that go as a whole if what they show goes."""

_EMPTIED = frozenset(
    {"controls", "AlternateContent", "Choice", "Fallback", "custDataLst", "r", "hyperlink"}
)
"""Elements that go when nothing is left in them."""


def remove_links(package: Package, source: str, ids: Collection[str]) -> None:
    """Remove the relationships `ids` of `source`, and all that refers to them in it."""
    package.links[source] = [link for link in package.links[source] if link.id not in ids]
    if source and _is_xml(package, source):
        _remove_references(package, source, ids)


def _remove_references(package: Package, source: str, ids: Collection[str]) -> None:
    root = package.read_xml(source)
    referring = [value.getparent() for value in _IDS(root) if str(value) in ids]
    for element in referring:
        remove_reference(element, ids)
    if referring:
        package.write_xml(source, root)


def find_ids(root: Element) -> set[str]:
    """Return the ids of all relationships that a part refers to."""
    return {str(value) for value in _IDS(root)} - {""}


def remove_dangling(package: Package, source: str) -> bool:
    """Remove what refers to relationships that `source` does not have; tell if there was any."""
    unknown = find_ids(package.read_xml(source)) - {
        link.id for link in package.links.get(source, ())
    }
    if unknown:
        _remove_references(package, source, unknown)
    return bool(unknown)


def remove_reference(element: Element, ids: Collection[str] = ()) -> None:
    """Remove `element`, and what stands for nothing without it; a hyperlink leaves its text.

    Args:
        element: What refers to a relationship that goes.
        ids: Of a picture's fill or link, whose other attributes stay, the ids that go.
    """
    name = _local(element)
    if name in _UNWRAPPED:
        for key in [key for key, value in element.attrib.items() if value in ids]:
            del element.attrib[key]
        unwrap(element)
        return
    drop(_find_whole(element) if name in _SHOWING else element)


def unwrap(element: Element) -> None:
    """Put the children of `element` in its place."""
    parent = element.getparent()
    if parent is None:
        return
    place = parent.index(element)
    for child in reversed(list(element)):
        parent.insert(place, child)
    parent.remove(element)


def drop(element: Element) -> None:
    """Remove `element`, then each ancestor that only held it and is nothing when empty."""
    parent = element.getparent()
    if parent is None:
        return
    parent.remove(element)
    if _local(parent) in _EMPTIED and not _holds_anything(parent):
        drop(parent)


def _holds_anything(element: Element) -> bool:
    return any(_local(child) not in {"rPr", "Fallback"} for child in element)


def _find_whole(element: Element) -> Element:
    """Return the outermost frame around `element`, else itself."""
    found = element
    for ancestor in element.iterancestors():
        if _local(ancestor) in _WHOLE:
            found = ancestor
    return found


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _is_xml(package: Package, name: str) -> bool:
    return name.endswith(".xml") or package.types.get(name, "").endswith("xml")
