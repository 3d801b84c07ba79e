"""Diagrams (SmartArt): what one says, and how Office drew it last, are parts of their own.

In a Word document both are rendered where the diagram stands, so that in a loop there is one for
each round. A diagram that was repeated gets copies of all its parts, in either format.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from itertools import count

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no types

from generator.ooxml.opc import Element, Package
from generator.ooxml.tags.charts import copy_part
from generator.ooxml.tags.dialect import R
from generator.ooxml.tags.tag import Draft

DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_DSP = "{http://schemas.microsoft.com/office/drawing/2008/diagram}"
FRAME, DATA, DRAWING = f"{DGM}relIds", f"{DGM}dataModel", f"{_DSP}drawing"
"""What shows a diagram (`CT_RelIds`, dml-diagram.xsd); roots of its data and of its drawing."""

_DATA_ID = f"{R}dm"
_DRAWN = f"{_DSP}dataModelExt"
"""In the data: names the relationship, of the part that shows the diagram, to its drawing."""


def find_drawn(data: Element) -> Element | None:
    """Return what in a diagram's data names its drawing; None if nothing does."""
    return next(data.iter(_DRAWN), None)


def take_in_diagrams(package: Package, draft: Draft) -> set[str]:
    """Put the diagrams that may hold tags into their frames; return the names of their parts."""
    targets = {link.id: link.target for link in package.find_links(draft.name)}
    taken: set[str] = set()
    for frame in list(draft.root.iter(FRAME)):
        names = [name for name in _list_parts(package, targets, frame) if name]
        roots = [package.read_xml(name) for name in names]
        if any("{" in said for root in roots for said in root.itertext()):
            frame.extend(deepcopy(root) for root in roots)
            taken.update(names)
    return taken


def _list_parts(package: Package, targets: dict[str, str], frame: Element) -> Iterator[str]:
    """Yield the names of the parts of a diagram's data and drawing, where they are there."""
    data = targets.get(frame.get(_DATA_ID, ""), "")
    if package.has(data) and package.read_xml(data).tag == DATA:
        yield data
        drawn = find_drawn(package.read_xml(data))
        drawing = "" if drawn is None else targets.get(drawn.get("relId", ""), "")
        if package.has(drawing) and package.read_xml(drawing).tag == DRAWING:
            yield drawing


def give_back_diagrams(package: Package, part: str, text: Element) -> Iterator[tuple[str, Element]]:
    """Take the diagrams out of a rendered text; yield their parts with their roots.

    Args:
        package: Gets parts for each diagram that was repeated.
        part: Name of the part that `text` is the root of.
        text: Changed in place.
    """
    targets = {link.id: link.target for link in package.find_links(part)}
    seen: set[str] = set()
    for frame in list(text.iter(FRAME)):
        names = list(_list_parts(package, targets, frame))
        is_taken = len(frame) > 0
        roots = [_take_out(frame, package.read_xml(name)) for name in names]
        id_ = frame.get(_DATA_ID, "")
        if id_ in seen and names:
            drawn = find_drawn(roots[0])
            names[0] = _copy(package, part, frame, _DATA_ID)
            for attribute in [name for name in frame.attrib if name != _DATA_ID]:
                _copy(package, part, frame, attribute)
            if len(names) > 1 and drawn is not None:
                names[1] = _copy(package, part, drawn, "relId")
            is_taken = True
        if is_taken:
            yield from zip(names, roots, strict=True)
        seen.add(id_)


def _take_out(frame: Element, original: Element) -> Element:
    """Take what was put into a frame out again; a copy of `original` if nothing was.

    It keeps the prefixes of its part, some of which are named in values of attributes alone.
    """
    root = frame.find(original.tag)
    if root is None:
        return deepcopy(original)
    made = etree.Element(root.tag, dict(root.attrib), original.nsmap)
    made.extend(list(root))
    frame.remove(root)
    return made


def _copy(package: Package, part: str, element: Element, attribute: str) -> str:
    """Let an attribute that names a part of a diagram name a copy of it; return the copy's name."""
    links = package.links.get(part, [])
    link = next((each for each in links if each.id == element.get(attribute)), None)
    if link is None or link.is_external or not package.has(link.target):
        return ""
    name = copy_part(package, link.target)
    taken = {each.id for each in links}
    fresh = next(id_ for number in count(1) if (id_ := f"rId{number}") not in taken)
    links.append(replace(link, id=fresh, target=name))
    element.set(attribute, fresh)
    return name


def part_diagrams(package: Package, part: str, root: Element) -> None:
    """Give the diagrams of shapes that were repeated parts of their own, on a slide.

    Args:
        package: Gets the parts.
        part: Name of the slide's part.
        root: Its root element, changed in place; nothing of the diagrams is in it.
    """
    for name, data in give_back_diagrams(package, part, root):
        package.write_xml(name, data)
