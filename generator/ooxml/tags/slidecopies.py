"""Parting a rendered run of slides again: each slide with parts of its own.

The first slide that comes of one in the template keeps its part and all that belongs to it. Each
further one gets copies of its notes, charts with their workbooks, and diagrams; pictures, media,
layouts and the like are shared, comments stay with the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count

from generator.ooxml.opc import Element, Link, Package
from generator.ooxml.tags.diagrams import DATA, find_drawn, part_diagrams
from generator.ooxml.tags.dialect import R
from generator.ooxml.tags.slidefinishing import find_unseen, renew_marks, restore_names
from generator.ooxml.tags.slidesource import NOTES, PART, SLIDE
from generator.ooxml.tags.splitting import find_around

SHARED = frozenset(
    {"image", "audio", "video", "media", "font", "hyperlink", "slide", "slideLayout"}
    | {"slideMaster", "notesMaster", "theme", "customXml", "model3d", "svg"}
)
"""Kinds of the parts that copies have in common."""

DROPPED = frozenset({"comments"})
"""Kinds of the parts that only the first slide keeps."""

_CHARTS = (
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart",
    "{http://schemas.microsoft.com/office/drawing/2014/chartex}chart",
)
_STEM = re.compile(r"(.*?)(\d*)(\.[^./]*)?\Z", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """A slide of the result.

    Attributes:
        source: Name of the slide's part in the template.
        name: Name of its own part; the same for the first of those from one source.
    """

    source: str
    name: str


@dataclass(slots=True, kw_only=True)
class Parted:
    """What came of the run of slides.

    Attributes:
        slides: The slides, in order.
        roots: Name of each part that was rendered → its root element, and the name of the part
            of the template that it comes from.
    """

    slides: list[Slide] = field(default_factory=list[Slide])
    roots: dict[str, tuple[Element, str]] = field(default_factory=dict[str, tuple[Element, str]])


class Copier:
    """Gives the slides of a rendered deck their parts.

    Args:
        package: Parts and relationships are added to it.
    """

    def __init__(self, package: Package) -> None:
        self._package = package
        self._links = {name: tuple(links) for name, links in package.links.items()}
        self._taken = {name.casefold() for name in package.parts}
        self._numbers: dict[tuple[str, str], Iterator[int]] = {}
        self._used: set[str] = set()
        self._parted = Parted()

    def part(self, deck: Element) -> Parted:
        """Return what came of the rendered tree `deck`, which is taken apart."""
        for wrapper in deck.findall(SLIDE):
            source = wrapper.get("part")
            slide = Slide(source=source, name=self._name(source))
            self._parted.slides.append(slide)
            self._part_slide(wrapper, slide)
        return self._parted

    def _part_slide(self, wrapper: Element, slide: Slide) -> None:
        names = {slide.source: slide.name}
        root = next((child for child in wrapper if child.tag != PART), None)
        shown = sorted(wrapper.iter(PART), key=_count_around, reverse=True)
        for part in shown:
            if part.get("part") not in names:
                names[part.get("part")] = self._name(part.get("part"))
        if slide.name != slide.source or root is not None:
            self._settle(slide.source, slide.name, root, dict(names))
        for part in shown:
            self._part_inner(part, names, slide)
        if root is not None:
            self._keep(root, slide.name, slide.source, is_copy=slide.name != slide.source)

    def _part_inner(self, part: Element, names: dict[str, str], slide: Slide) -> None:
        """Take a part out of the one that shows it."""
        source, kind, id_ = part.get("part"), part.get("kind"), part.get("id")
        outer: Element = find_around(part.getparent(), (PART, SLIDE))
        owner = names[outer.get("part")]
        name = names[source]
        if name in self._parted.roots:  # a shape was repeated, and this is one of the others
            name = self._name(source)
            _forget_drawing(part[0])
            id_ = self._relate(owner, id_, name)
            for attribute, value in part.getparent().attrib.items():
                if attribute.startswith(R) and value == part.get("id"):
                    part.getparent().set(attribute, id_)
        root = part[0]
        self._settle(source, name, root, dict(names))
        part.getparent().remove(part)
        self._keep(root, name, source, is_copy=kind == NOTES and slide.name != slide.source)

    def _keep(self, root: Element, name: str, source: str, *, is_copy: bool) -> None:
        root = restore_names(root, self._package.read_xml(source))
        self._part_charts(root, name)
        part_diagrams(self._package, name, root)
        if is_copy:
            renew_marks(root, name)
        self._parted.roots[name] = (root, source)

    def _part_charts(self, root: Element, name: str) -> None:
        """Give the charts of shapes that were repeated parts of their own."""
        seen: set[str] = set()
        for chart in root.iter(*_CHARTS):
            id_ = chart.get(f"{R}id", "")
            target = next(
                (link.target for link in self._package.links.get(name, ()) if link.id == id_), ""
            )
            if id_ in seen and self._package.has(target):
                copy = self._make_name(target)
                self._settle(target, copy, None, {})
                chart.set(f"{R}id", self._relate(name, id_, copy))
            seen.add(id_)

    def _settle(self, source: str, name: str, root: Element | None, names: dict[str, str]) -> None:
        """Give the part `name` the type and the relationships of `source`.

        Args:
            source: Name of the part of the template.
            name: Name of the part that came of it.
            root: Its root element, what it shows still inside; None if it holds no tags.
            names: Parts of the template that this slide has for itself → their names; further
                ones are added.
        """
        unseen = (
            find_unseen(root, self._package.read_xml(source)) if root is not None else frozenset()
        )
        self._package.types[name] = self._package.types[source]
        links = [link for link in self._links.get(source, ()) if link.id not in unseen]
        if name == source:
            self._package.links[name] = links
            return
        if root is None:
            self._package.add_part(name, self._package.parts[source], self._package.types[source])
            self._renew(name)
        self._package.links[name] = [
            replace(link, target=self._find_target(link, names))
            for link in links
            if link.kind not in DROPPED
        ]

    def _renew(self, name: str) -> None:
        """Give an unrendered copy of a slide or of notes marks of its own."""
        data = self._package.parts[name]
        if name.endswith(".xml") and (b"creationId" in data or b"commentRel" in data):
            root = self._package.read_xml(name)
            renew_marks(root, name)
            self._package.write_xml(name, root)

    def _find_target(self, link: Link, names: dict[str, str]) -> str:
        """Return where a copied part's relationship leads; copies the part there if need be."""
        target = link.target
        if link.is_external or (target not in names and link.kind in SHARED):
            return target
        if target in names:
            return names[target]
        if not self._package.has(target):
            return target
        names[target] = self._make_name(target)
        self._settle(target, names[target], None, names)
        return names[target]

    def _relate(self, owner: str, id_: str, name: str) -> str:
        """Relate `owner` to one more part, as it is to another by `id_`; return the new id."""
        links = self._package.links[owner]
        model = next(link for link in links if link.id == id_)
        taken = {link.id for link in links}
        fresh = next(text for number in count(1) if (text := f"rId{number}") not in taken)
        links.append(replace(model, id=fresh, target=name))
        return fresh

    def _name(self, source: str) -> str:
        """Return the name of a part that comes of `source`: the first time, its own."""
        if source not in self._used:
            self._used.add(source)
            return source
        return self._make_name(source)

    def _make_name(self, source: str) -> str:
        found = _STEM.match(source)
        stem, _, suffix = found.groups("") if found else (source, "", "")
        numbers = self._numbers.setdefault((stem, suffix), count(1))
        name = next(
            each
            for number in numbers
            if (each := f"{stem}{number}{suffix}").casefold() not in self._taken
        )
        self._taken.add(name.casefold())
        return name


def _forget_drawing(root: Element) -> None:
    """Let Office draw a diagram anew, whose drawing is that of another."""
    drawn = find_drawn(root) if root.tag == DATA else None
    if drawn is not None:
        extension = drawn.getparent()
        extensions = extension.getparent()
        extensions.remove(extension)
        if len(extensions) == 0:
            extensions.getparent().remove(extensions)


def _count_around(part: Element) -> int:
    """Return how many other parts `part` stands in; those deepest inside are taken out first."""
    return sum(1 for _ in part.iterancestors(PART))
