"""Native charts of a Word document: each is rendered where it stands.

A chart is a part of its own, with a workbook. In a loop there is one for each round, with the
title of that round; so a chart with tags is put into its frame before they are read, and taken out
again when they have been rendered. A frame that was repeated gets copies of all that is the
chart's own, so that no two charts in a document share their data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from itertools import count

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no types

from generator.ooxml.opc import Element, Package
from generator.ooxml.tags.dialect import R
from generator.ooxml.tags.tag import Draft

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_FRAME, CHART = f"{_C}chart", f"{_C}chartSpace"
_ID = f"{R}id"
_OWN = frozenset({"package", "chartStyle", "chartColorStyle", "chartUserShapes", "themeOverride"})
"""Kinds of the parts that belong to one chart alone."""

_NUMBERED = re.compile(r"(.*?)\d*(\.[^./]*)\Z", re.DOTALL)


def take_in_charts(package: Package, draft: Draft) -> set[str]:
    """Put the charts that may hold tags into their frames; return the names of their parts."""
    targets = {link.id: link.target for link in package.find_links(draft.name)}
    taken: set[str] = set()
    for frame in list(draft.root.iter(_FRAME)):
        name = targets.get(frame.get(_ID, ""), "")
        if not package.has(name):
            continue
        root = package.read_xml(name)
        if root.tag == CHART and any("{" in said for said in root.itertext()):
            frame.append(deepcopy(root))
            taken.add(name)
    return taken


def give_back_charts(package: Package, part: str, text: Element) -> Iterator[tuple[str, Element]]:
    """Take the charts out of a rendered text; yield their parts with their roots.

    Args:
        package: Gets a part for each chart that was repeated.
        part: Name of the part that `text` is the root of.
        text: Changed in place.
    """
    targets = {link.id: link.target for link in package.find_links(part)}
    seen: set[str] = set()
    for frame in list(text.iter(_FRAME)):
        id_ = frame.get(_ID, "")
        name, root = targets.get(id_, ""), frame.find(CHART)
        if not package.has(name):
            continue
        if id_ in seen:
            name = copy_part(package, name)
            frame.set(_ID, package.relate(part, "chart", name))
        seen.add(id_)
        if root is not None:
            yield name, _take_out(root, package.read_xml(targets[id_]))


def _take_out(root: Element, original: Element) -> Element:
    """Take a chart out of its frame; return it with the names of spaces that it came with.

    Some are named in values of attributes alone, where they must still mean something.
    """
    made = etree.Element(root.tag, dict(root.attrib), original.nsmap)
    made.extend(list(root))
    root.getparent().remove(root)
    return made


def copy_part(package: Package, name: str) -> str:
    """Copy the part `name`, with what belongs to it alone; return the name of the copy."""
    found = _NUMBERED.match(name)
    stem, suffix = found.groups() if found else (name, "")
    taken = {each.casefold() for each in package.parts}
    copy = next(
        each for number in count(1) if (each := f"{stem}{number}{suffix}").casefold() not in taken
    )
    package.add_part(copy, package.parts[name], package.types[name])
    package.links[copy] = [
        replace(link, target=copy_part(package, link.target))
        if link.kind in _OWN and not link.is_external and package.has(link.target)
        else link
        for link in package.links.get(name, ())
    ]
    return copy
