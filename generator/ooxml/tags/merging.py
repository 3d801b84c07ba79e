"""Merging a Word document into another: its blocks, with all that they refer to.

What a block names by an id means something in its own package alone: styles, lists, pictures,
charts, addresses, notes. Each of these is given its like in the other package, or taken there.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from hashlib import sha256
from itertools import count

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no types

from generator.ooxml.opc import OFFICE, Element, Link, Package
from generator.ooxml.references import remove_reference
from generator.ooxml.tags.dialect import W
from generator.ooxml.tags.links import relate_address
from generator.ooxml.tags.mergedlists import Lists
from generator.ooxml.tags.mergedstyles import Styles
from generator.ooxml.tags.notes import NOTES, find_notes_part
from generator.ooxml.tags.spot import Spot

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RELID = "{urn:schemas-microsoft-com:office:office}relid"
_BLOCKS = frozenset({f"{W}p", f"{W}tbl", f"{W}sdt"})
_STARTS, _ENDS = frozenset({f"{W}bookmarkStart"}), frozenset({f"{W}bookmarkEnd"})
_UNWRAPPED = frozenset({f"{W}customXml", f"{W}ins", f"{W}moveTo"})
_DROPPED = (
    *("sectPr", "dataBinding", "commentRangeStart", "commentRangeEnd", "commentReference"),
    *("proofErr", "permStart", "permEnd", "lastRenderedPageBreak"),
)
"""Elements that mean something in their own document alone."""

_UNNUMBERED = "merged"
"""Id of a note until the engine gives it one of the document's."""


def merge_document(source: Package, spot: Spot) -> list[Element]:
    """Return the blocks of `source` for the package at `spot`, which gets what they refer to."""
    return _Merger(source, spot).merge()


class _Merger:
    """One document on its way into another.

    Args:
        source: Left as it is.
        spot: Where it is inserted.
    """

    def __init__(self, source: Package, spot: Spot) -> None:
        self._source = source
        self._package = spot.package
        self._part = spot.part
        self._styles = Styles(source, spot.package)
        self._lists = Lists(source, spot.package, self._styles)
        self._styles.number = self._lists.number
        self._copied: dict[str, str] = {}

    def merge(self) -> list[Element]:
        body = deepcopy(self._source.read_xml(self._source.main).find(f"{W}body"))
        blocks = list(_list_blocks(body)) if body is not None else []
        for block in blocks:
            self._settle(block, self._source.main, self._part)
        self._styles.write()
        self._lists.write()
        return blocks

    def _settle(self, root: Element, source: str, part: str) -> None:
        """Let all that `root` names mean the same in the other package.

        Args:
            root: Taken from the part `source`; changed in place.
            source: Name of a part.
            part: Name of the part that it will stand in.
        """
        _drop(root)
        self._take_notes(root, part)
        links = {link.id: link for link in self._source.links.get(source, ())}
        for element in list(root.iter("*")):
            for name, value in list(element.attrib.items()):
                if (name.startswith(f"{{{OFFICE}}}") or name == _RELID) and value in links:
                    self._relate(element, name, links[value], part)
        self._styles.settle(root)
        self._lists.settle(root)
        _keep_prefixes(root)

    def _relate(self, element: Element, name: str, link: Link, part: str) -> None:
        if link.is_external:
            if link.kind == "hyperlink":
                element.set(name, relate_address(self._package, part, link.target))
            return
        if not self._source.has(link.target):
            remove_reference(element, {link.id})
            return
        target = self._copy(link.target)
        for other in self._package.links.get(part, ()):
            if other.target == target and other.type == link.type:
                element.set(name, other.id)
                return
        id_ = self._package.relate(part, link.kind, target)
        links = self._package.links[part]
        links[-1] = replace(links[-1], type=link.type)
        element.set(name, id_)

    def _copy(self, name: str) -> str:
        """Copy a part with what it leads to, and return the name of the copy; once for each."""
        if name in self._copied:
            return self._copied[name]
        data, type_ = self._source.parts[name], self._source.types[name]
        is_picture = type_.startswith("image/")
        self._copied[name] = copy = (
            _name_picture(self._package, name, data)
            if is_picture
            else _name_part(self._package, name)
        )
        if not self._package.has(copy):
            self._package.add_part(copy, data, type_)
            self._package.links[copy] = [
                link if link.is_external else replace(link, target=self._copy(link.target))
                for link in self._source.links.get(name, ())
                if link.is_external or self._source.has(link.target)
            ]
        return copy

    def _take_notes(self, root: Element, part: str) -> None:
        """Put the notes of `root` into their references, whence the engine puts them in place."""
        for kind, names in NOTES.items():
            for reference in list(root.iter(names.reference)):
                note = self._find_note(kind, reference.get(f"{W}id", ""))
                if note is None or part != self._package.main:
                    reference.getparent().remove(reference)
                    continue
                reference.set(f"{W}id", _UNNUMBERED)
                place = find_notes_part(self._package, kind)
                self._settle(note, find_notes_part(self._source, kind), place)
                reference.append(note)

    def _find_note(self, kind: str, id_: str) -> Element | None:
        name = find_notes_part(self._source, kind)
        if kind == "comments" or not self._source.has(name):
            return None
        for note in self._source.read_xml(name).iterfind(NOTES[kind].note):
            if note.get(f"{W}id") == id_:
                return deepcopy(note)
        return None


def _list_blocks(body: Element) -> Iterator[Element]:
    """Yield paragraphs, tables and content controls; ranges between them move into paragraphs."""
    for wrapper in [each for each in body.iter(*_UNWRAPPED) if each.getparent() is body]:
        for child in list(wrapper):
            wrapper.addprevious(child)
        body.remove(wrapper)
    starts: list[Element] = []
    last: Element | None = None
    for child in list(body):
        if child.tag in _BLOCKS:
            if child.tag == f"{W}p":
                position = 1 if child.find(f"{W}pPr") is not None else 0
                child[position:position] = starts
                starts, last = [], child
            yield child
        elif child.tag in _STARTS:
            starts.append(child)
        elif child.tag in _ENDS and last is not None:
            last.append(child)


def _drop(root: Element) -> None:
    for element in list(root.iter(*(f"{W}{name}" for name in _DROPPED))):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)


def _keep_prefixes(root: Element) -> None:
    """Let what names a prefix in its value have it declared: `mc:Choice Requires="wps"`."""
    for choice in list(root.iter(f"{_MC}Choice")):
        wanted = choice.get("Requires", "").split()
        names = {prefix: uri for prefix, uri in choice.nsmap.items() if prefix in wanted}
        made = etree.Element(choice.tag, dict(choice.attrib), nsmap=names)
        made.extend(list(choice))
        choice.getparent().replace(choice, made)


def _name_picture(package: Package, name: str, data: bytes) -> str:
    folder = package.main.rpartition("/")[0]
    digest = sha256(data).hexdigest()[:16]
    return f"{folder}/media/picture-{digest}.{name.rpartition('.')[2].lower()}"


def _name_part(package: Package, name: str) -> str:
    """Return a free name like that of a part of another package."""
    stem, dot, suffix = name.rpartition(".")
    stem = stem.rstrip("0123456789")
    taken = {each.casefold() for each in package.parts}
    return next(
        each
        for number in count(1)
        if (each := f"{stem}{number}{dot}{suffix}").casefold() not in taken
    )
