"""A deck's run of slides as one tree: slides in order, their notes, charts and diagrams inside.

So what a loop over slides names is known in the whole of each slide. Every part that a slide shows
is put right where the slide refers to it; what holds no tags is represented by its name alone.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no types

from generator.ooxml.opc import Element, Link, Package
from generator.ooxml.tags.dialect import P, R
from generator.ooxml.tags.drafting import may_hold_tags

T = "{urn:generator:tags}"
"""Namespace of what is put into a tree while it is rendered; none of it reaches the output."""

SLIDE, PART = f"{T}slide", f"{T}part"
NOTES, COMMENTS = "notesSlide", "comments"
EMBEDDED = frozenset(
    {NOTES, "chart", "chartEx", "chartUserShapes", "diagramData", "diagramDrawing", COMMENTS}
)
"""Kinds of the parts that a slide shows, and that may hold tags."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """The slides of a template.

    Attributes:
        root: A `SLIDE` for each slide, with attributes `part` and `number`; in it the slide's root
            element and a `PART` for the notes. Each `PART` has the attributes `part`, `id` (of
            the relationship) and `kind`.
        slides: Names of the slides in order.
        parts: Names of all parts in the tree.
    """

    root: Element
    slides: tuple[str, ...]
    parts: frozenset[str]


def read_deck(package: Package) -> Deck:
    """Return the slides of `package`; the tree is a copy."""
    root = etree.Element(f"{T}deck", nsmap={"t": T[1:-1]})
    slides = list_slides(package)
    seen: set[str] = set()
    for number, name in enumerate(slides, 1):
        slide = etree.SubElement(root, SLIDE, {"part": name, "number": str(number)})
        _embed(package, name, slide, seen)
    return Deck(root=root, slides=slides, parts=frozenset(seen))


def list_slides(package: Package) -> tuple[str, ...]:
    """Return the names of the slides in their order."""
    targets = {
        link.id: link.target for link in package.find_links(package.main) if link.kind == "slide"
    }
    entries = package.read_xml(package.main).iterfind(f"{P}sldIdLst/{P}sldId")
    names = (targets.get(entry.get(f"{R}id", "")) for entry in entries)
    return tuple(dict.fromkeys(name for name in names if name and package.has(name)))


def _embed(package: Package, name: str, wrapper: Element, seen: set[str]) -> bool:
    """Put the part `name` into `wrapper`, if it or a part that it shows may hold tags."""
    root = deepcopy(package.read_xml(name))
    places = map_references(root)
    is_needed = holds_tags(package, name)
    for link in package.find_links(name):
        if _is_shown(link, package) and link.target not in seen:
            part = wrapper.makeelement(
                PART, {"part": link.target, "id": link.id, "kind": link.kind}, wrapper.nsmap
            )
            if _embed(package, link.target, part, seen):
                found = places.get(link.id)
                (wrapper if found is None else found[0]).append(part)
                is_needed = is_needed or found is not None
    if is_needed:
        seen.add(name)
        wrapper.insert(0, root)
    return is_needed or len(wrapper) > 0


def holds_tags(package: Package, name: str) -> bool:
    """Return whether a part, or an address that it leads to, may hold tags."""
    return may_hold_tags(package.parts[name]) or any(
        link.is_external and may_hold_tags(unquote(link.target).encode())
        for link in package.links.get(name, ())
    )


def _is_shown(link: Link, package: Package) -> bool:
    return link.kind in EMBEDDED and package.has(link.target) and link.target.endswith(".xml")


def map_references(root: Element) -> dict[str, list[Element]]:
    """Return the ids of relationships that `root` names → the elements that do so."""
    found: dict[str, list[Element]] = {}
    for element in root.iter("*"):
        for name, value in element.attrib.items():
            if name.startswith(R):
                found.setdefault(value, []).append(element)
    return found
