"""Lists of a Word document that is merged into another: each comes along, numbered anew."""

from __future__ import annotations

from copy import deepcopy
from hashlib import sha256

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no types

from generator.ooxml.opc import Element, Package
from generator.ooxml.tags.dialect import W
from generator.ooxml.tags.mergedstyles import Styles

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_NONE = "0"
"""Number of the list that says: no list."""


class Lists:
    """The lists of two documents (`CT_Numbering`, wml.xsd).

    Args:
        source: The document that is merged; left as it is.
        package: That which it is merged into; changed by `write` alone.
        styles: The styles of both.
    """

    def __init__(self, source: Package, package: Package, styles: Styles) -> None:
        self._package = package
        self._styles = styles
        self._theirs = _read(source)
        self._part = _find_part(package)
        own = _read(package)
        self._root: Element = (
            deepcopy(own)
            if own is not None
            else etree.Element(f"{W}numbering", nsmap={"w": W[1:-1]})
        )
        self._ids: dict[str, str] = {}

    def settle(self, root: Element) -> None:
        """Let all that `root` names as its list mean the same; changes `root` in place."""
        for element in list(root.iter(f"{W}numId")):
            element.set(f"{W}val", self.number(element.get(f"{W}val", "")))

    def number(self, id_: str) -> str:
        """Return the number that the list `id_` of the merged document has in the other."""
        if id_ not in self._ids:
            number = self._find("num", "numId", id_)
            self._ids[id_] = _NONE if number is None or id_ == _NONE else self._take(number)
        return self._ids[id_]

    def write(self) -> None:
        """Put the lists that came along into the package."""
        if any(id_ != _NONE for id_ in self._ids.values()):
            if not self._package.has(self._part):
                self._package.add_part(self._part, b"", _TYPE)
                self._package.relate(self._package.main, "numbering", self._part)
            self._package.write_xml(self._part, self._root)

    def _find(self, tag: str, name: str, id_: str) -> Element | None:
        if self._theirs is None:
            return None
        found = (
            each for each in self._theirs.iterfind(f"{W}{tag}") if each.get(f"{W}{name}") == id_
        )
        return next(found, None)

    def _take(self, number: Element) -> str:
        abstract = self._resolve(number)
        if abstract is None:
            return _NONE
        made = deepcopy(abstract)
        id_ = self._count("abstractNum", "abstractNumId")
        made.set(f"{W}abstractNumId", id_)
        self._mark(made, id_)
        for name in ("styleLink", "numStyleLink"):
            for link in made.findall(f"{W}{name}"):
                made.remove(link)
        for level in made.iterfind(f"{W}lvl"):
            self._settle_level(level)
        first = self._root.find(f"{W}num")
        last = self._root.find(f"{W}numIdMacAtCleanup")
        place = first if first is not None else last
        self._root.append(made) if place is None else place.addprevious(made)
        return self._add(number, id_, last)

    def _add(self, number: Element, abstract: str, last: Element | None) -> str:
        copy = deepcopy(number)
        id_ = self._count("num", "numId")
        copy.set(f"{W}numId", id_)
        copy.find(f"{W}abstractNumId").set(f"{W}val", abstract)
        for level in copy.iterfind(f"{W}lvlOverride/{W}lvl"):
            self._settle_level(level)
        self._root.append(copy) if last is None else last.addprevious(copy)
        return id_

    def _resolve(self, number: Element) -> Element | None:
        """Return what a list looks like; where that is said by a style, of the style's list."""
        for _ in range(3):
            said = number.find(f"{W}abstractNumId")
            id_ = "" if said is None else said.get(f"{W}val", "")
            abstract = self._find("abstractNum", "abstractNumId", id_)
            link = None if abstract is None else abstract.find(f"{W}numStyleLink")
            if link is None:
                return abstract
            other = self._find("num", "numId", self._styles.find_list(link.get(f"{W}val", "")))
            if other is None:
                return abstract
            number = other
        return None

    def _settle_level(self, level: Element) -> None:
        """Let a level name a style that came along; the template's styles have their own lists."""
        for picture in level.findall(f"{W}lvlPicBulletId"):
            level.remove(picture)
        self._styles.settle(level)
        for style in level.findall(f"{W}pStyle"):
            if not self._styles.is_new(style.get(f"{W}val", "")):
                level.remove(style)

    def _mark(self, abstract: Element, id_: str) -> None:
        """Give a list a mark of its own, by which Word tells lists apart."""
        digest = sha256(f"{id_}#{len(self._ids)}".encode()).hexdigest()[:8].upper()
        for mark in abstract.findall(f"{W}nsid"):
            mark.set(f"{W}val", digest)

    def _count(self, tag: str, name: str) -> str:
        """Return a number that no element of that name has yet."""
        taken = [each.get(f"{W}{name}", "") for each in self._root.iterfind(f"{W}{tag}")]
        return str(1 + max((int(each) for each in taken if each.isdecimal()), default=0))


def _find_part(package: Package) -> str:
    for link in package.find_links(package.main):
        if link.kind == "numbering" and package.has(link.target):
            return link.target
    return f"{package.main.rpartition('/')[0]}/numbering.xml"


def _read(package: Package) -> Element | None:
    part = _find_part(package)
    return package.read_xml(part) if package.has(part) else None
