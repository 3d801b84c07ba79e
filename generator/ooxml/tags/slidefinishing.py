"""Finishing the rendered part of a deck: what loops and conditions leave is made whole again."""

from __future__ import annotations

from collections import Counter
from itertools import count
from uuid import NAMESPACE_URL, uuid5

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no types

from generator.ooxml.opc import Element
from generator.ooxml.tags.dialect import DRAWING, A, P
from generator.ooxml.tags.slidesource import map_references
from generator.ooxml.tags.slidetables import mend_tables
from generator.ooxml.tags.splitting import find_around

_A16 = "{http://schemas.microsoft.com/office/drawing/2014/main}"
_P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
_P188 = "{http://schemas.microsoft.com/office/powerpoint/2018/8/main}"
_FRAMES = frozenset({f"{P}nvGrpSpPr", f"{P}grpSpPr", f"{P}extLst"})
_CREATION = (1 << 32) - 1
"""Bits of a slide's `p14:creationId`."""


def finish_part(root: Element, original: Element) -> None:
    """Make a rendered part whole; changes `root` in place.

    Args:
        root: Root element of the part.
        original: The same of the template; what was doubtful there already stays as it was.
    """
    mend_tables(root)
    for format_ in root.iter(f"{A}bodyPr"):
        body = format_.getparent()
        if body.find(DRAWING.paragraph) is None:
            etree.SubElement(body, DRAWING.paragraph)
    for group in reversed(list(root.iter(f"{P}grpSp"))):
        if all(child.tag in _FRAMES for child in group):
            group.getparent().remove(group)
    _number_shapes(root, original)
    _part_marks(root, original)
    _drop_effects(root, original)


def restore_names(root: Element, original: Element) -> Element:
    """Return a root element with the content of `root` and the prefixes that the template has.

    An attribute, such as `mc:Ignorable`, may name a prefix that no element has.
    """
    whole = etree.Element(root.tag, dict(root.attrib), nsmap=original.nsmap)
    whole.text = root.text
    whole.extend(list(root))
    return whole


def _number_shapes(root: Element, original: Element) -> None:
    """Give the shapes that were repeated ids of their own."""
    allowed = Counter(each.get("id", "") for each in original.iter(f"{P}cNvPr"))
    shapes = list(root.iter(f"{P}cNvPr"))
    known = {each.get("id", "") for each in shapes} | set(allowed)
    fresh = (text for number in count(2) if (text := str(number)) not in known)
    seen: Counter[str] = Counter()
    for each in shapes:
        id_ = each.get("id", "")
        if seen[id_] >= max(1, allowed[id_]):
            each.set("id", next(fresh))
        seen[id_] += 1


def _part_marks(root: Element, original: Element) -> None:
    """Give the shapes that were repeated marks of their own (`a16:creationId`)."""
    allowed = Counter(each.get("id", "") for each in original.iter(f"{_A16}creationId"))
    seen: Counter[str] = Counter()
    for each in root.iter(f"{_A16}creationId"):
        id_ = each.get("id", "")
        if seen[id_] >= max(1, allowed[id_]):
            each.set("id", _make_guid(f"{id_}#{seen[id_]}"))
        seen[id_] += 1


def renew_marks(root: Element, name: str) -> None:
    """Give a copied slide, and the shapes on it, marks of their own; comments are not copied.

    Args:
        root: Root element of the slide or its notes, changed in place.
        name: Name of the part; the same name gives the same marks.
    """
    for each in root.iter(f"{_P14}creationId"):
        made = uuid5(NAMESPACE_URL, f"{name}#{each.get('val', '')}")
        each.set("val", str(made.int & _CREATION))
    for each in root.iter(f"{_A16}creationId"):
        each.set("id", _make_guid(f"{name}#{each.get('id', '')}"))
    for each in list(root.iter(f"{_P188}commentRel")):
        extension = each.getparent()
        extension.getparent().remove(extension)


def _make_guid(text: str) -> str:
    return f"{{{str(uuid5(NAMESPACE_URL, text)).upper()}}}"


def _drop_effects(root: Element, original: Element) -> None:
    """Remove the animations of shapes that are gone."""
    timing = root.find(f"{P}timing")
    if timing is None:
        return
    shapes = {each.get("id", "") for each in root.iter(f"{P}cNvPr")}
    gone = {each.get("id", "") for each in original.iter(f"{P}cNvPr")} - shapes
    for target in list(timing.iter(f"{P}spTgt")):
        if target.get("spid") in gone:
            _drop_effect(target)
    for build in list(timing.iterfind(f"{P}bldLst/*")):
        if build.get("spid") in gone:
            build.getparent().remove(build)
    builds = timing.find(f"{P}bldLst")
    if builds is not None and len(builds) == 0:
        timing.remove(builds)
    if not gone.isdisjoint(target.get("spid") for target in timing.iter(f"{P}spTgt")) or (
        next(timing.iter(f"{P}tnLst"), None) is None
    ):
        root.remove(timing)


def _drop_effect(target: Element) -> None:
    """Remove the effect on a shape, and whatever holds nothing else."""
    node = next(
        (
            each
            for each in target.iterancestors(f"{P}par")
            if each.find(f"{P}cTn[@presetClass]") is not None
        ),
        None,
    )
    if node is None:
        node = next(target.iterancestors(f"{P}par", f"{P}audio", f"{P}video"), None)
    while node is not None:
        parent = node.getparent()
        parent.remove(node)
        if len(parent):
            return
        # An empty list of nodes is not allowed, nor is what stands around it without one.
        node = find_around(parent, (f"{P}par", f"{P}seq", f"{P}tnLst"), f"{P}timing")


def find_unseen(root: Element, original: Element) -> set[str]:
    """Return the ids of relationships that the template's part names and `root` does not."""
    return set(map_references(original)) - set(map_references(root))
