"""Styles of a Word document that is merged into another: matched by name, or taken along."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from itertools import count

from generator.ooxml.opc import Element, Package
from generator.ooxml.tags.dialect import W

_USES = {
    f"{W}pStyle": "paragraph",
    f"{W}rStyle": "character",
    f"{W}tblStyle": "table",
}
"""Element that names a style → type of the style."""

_RELATED = (f"{W}basedOn", f"{W}next", f"{W}link")


class Styles:
    """The styles of two documents.

    Attributes:
        number: Returns the id, in the document that is merged into, of a list that a style uses.

    Args:
        source: The document that is merged; left as it is.
        package: That which it is merged into; changed by `write` alone.
    """

    def __init__(self, source: Package, package: Package) -> None:
        self._package = package
        self._part = _find_part(package)
        self._root: Element = deepcopy(package.read_xml(self._part))
        own = source.read_xml(_find_part(source))
        self._theirs = {each.get(f"{W}styleId", ""): each for each in own.iterfind(f"{W}style")}
        self._ours: dict[tuple[str, str], str] = {}
        self._taken: set[str] = set()
        for each in self._root.iterfind(f"{W}style"):
            self._ours.setdefault(_name(each), each.get(f"{W}styleId", ""))
            self._taken.add(each.get(f"{W}styleId", "").casefold())
        self._ids: dict[str, str] = {}
        self._new: set[str] = set()
        self.number: Callable[[str], str] = lambda id_: id_

    def settle(self, root: Element) -> None:
        """Let all that `root` names as its style mean the same; changes `root` in place."""
        for element in list(root.iter(*_USES)):
            id_ = element.get(f"{W}val", "")
            if id_ in self._theirs:
                element.set(f"{W}val", self.find(id_))
            else:
                element.getparent().remove(element)

    def find(self, id_: str) -> str:
        """Return the id that the style `id_` of the merged document has in the other."""
        if id_ in self._ids:
            return self._ids[id_]
        style = self._theirs[id_]
        known = self._ours.get(_name(style))
        self._ids[id_] = known if known is not None else self._take(style, id_)
        return self._ids[id_]

    def is_new(self, id_: str) -> bool:
        """Return whether a style, by its new id, came along with the merged document."""
        return id_ in self._new

    def find_list(self, id_: str) -> str:
        """Return the number of the list that a style of the merged document stands for."""
        style = self._theirs.get(id_)
        number = None if style is None else style.find(f"{W}pPr/{W}numPr/{W}numId")
        return "" if number is None else number.get(f"{W}val", "")

    def write(self) -> None:
        """Put the styles that came along into the package."""
        if self._new:
            self._package.write_xml(self._part, self._root)

    def _take(self, style: Element, id_: str) -> str:
        new = id_
        if new.casefold() in self._taken or not new:
            fresh = (f"{id_}{number}" for number in count(2))
            new = next(each for each in fresh if each.casefold() not in self._taken)
        self._taken.add(new.casefold())
        self._new.add(new)
        self._ids[id_] = new
        self._ours[_name(style)] = new
        copy = deepcopy(style)
        copy.set(f"{W}styleId", new)
        copy.attrib.pop(f"{W}default", None)
        for related in list(copy.iterchildren(*_RELATED)):
            target = related.get(f"{W}val", "")
            if target in self._theirs:
                related.set(f"{W}val", self.find(target))
            else:
                copy.remove(related)
        for number in copy.iter(f"{W}numId"):
            number.set(f"{W}val", self.number(number.get(f"{W}val", "")))
        self._root.append(copy)
        return new


def _find_part(package: Package) -> str:
    return package.find_part("styles", package.main, wanted="its styles")


def _name(style: Element) -> tuple[str, str]:
    """Return the type and name of a style; names are the same in all languages of Word."""
    name = style.find(f"{W}name")
    said = style.get(f"{W}styleId", "") if name is None else name.get(f"{W}val", "")
    return style.get(f"{W}type", "paragraph"), said.casefold()
