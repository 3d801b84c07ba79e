"""Footnotes, endnotes and comments: each is rendered where it is referred to.

A note stands in a part of its own, but belongs to a place in the text: in a loop there is one for
each round, with the values of that round. So a note is put into its reference before its tags are
read, and taken out again, under an id of its own, when they have been rendered.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import count
from typing import NamedTuple

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no types

from generator.ooxml.opc import Element, Package
from generator.ooxml.tags.dialect import W
from generator.ooxml.tags.tag import Draft

_ID = f"{W}id"


class Names(NamedTuple):
    """The element of a note, and of what refers to it."""

    note: str
    reference: str


NOTES = {
    "footnotes": Names(f"{W}footnote", f"{W}footnoteReference"),
    "endnotes": Names(f"{W}endnote", f"{W}endnoteReference"),
    "comments": Names(f"{W}comment", f"{W}commentReference"),
}
"""Kind of part → the names of its elements."""

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_SEPARATORS = {"-1": "separator", "0": "continuationSeparator"}
"""Ids of the notes that every such part must hold → what they are."""

_RANGES = (f"{W}commentRangeStart", f"{W}commentRangeEnd")


@dataclass(slots=True, kw_only=True)
class Notes:
    """The notes of one kind while the text that refers to them is rendered.

    Attributes:
        part: Name of their part.
        root: Root element of it, a copy; those with a reference are taken out of it.
        note: Name of a note's element.
        reference: Name of the element that refers to one.
    """

    part: str
    root: Element
    note: str
    reference: str
    _known: dict[str, Element] = field(default_factory=dict[str, Element])
    _taken: dict[str, Element] = field(default_factory=dict[str, Element])
    _has_dropped: bool = False

    def take_in(self, text: Element) -> None:
        """Put each note that may hold tags into its reference in `text`.

        Notes that nothing refers to are seen by nobody; those with tags go, as deleted text would.
        """
        self._known = {note.get(_ID, ""): note for note in self.root.iterfind(self.note)}
        for reference in text.iter(self.reference):
            id_ = reference.get(_ID, "")
            note = self._known.get(id_)
            if note is not None and any("{" in said for said in note.itertext()):
                reference.append(deepcopy(note))
                self._taken[id_] = note
        if self.note != NOTES["comments"].note:
            referred = {reference.get(_ID, "") for reference in text.iter(self.reference)}
            for id_ in sorted(self._known.keys() - referred):
                self._drop_unseen(id_)

    def _drop_unseen(self, id_: str) -> None:
        note = self._known[id_]
        if note.get(f"{W}type") is None and any("{" in said for said in note.itertext()):
            self.root.remove(self._known.pop(id_))
            self._has_dropped = True

    def give_back(self, text: Element) -> bool:
        """Put the notes in `text` back into their part; return whether that changed.

        A note that is referred to again becomes another, with an id of its own; one that is not
        referred to any more is gone.
        """
        fresh = count(1 + max((int(id_) for id_ in self._known if id_.isdecimal()), default=0))
        before = dict(self._taken)
        seen: set[str] = set()
        is_changed = bool(before) or self._has_dropped
        for reference in list(text.iter(self.reference)):
            id_ = reference.get(_ID, "")
            note = reference.find(self.note)
            if note is None and id_ in seen and id_ in self._known:
                note = deepcopy(self._known[id_])
            if note is None:
                pass
            elif id_ in before:
                self.root.replace(before.pop(id_), note)
            else:
                new = str(next(fresh))
                _renumber(text, reference, id_, new)
                note.set(_ID, new)
                self.root.append(note)
                is_changed = True
            seen.add(id_)
        for note in before.values():
            self.root.remove(note)
        return is_changed


def take_in_notes(package: Package, draft: Draft) -> list[Notes]:
    """Put the notes of a document into the text of `draft`, before its tags are read."""
    taken: list[Notes] = []
    for link in package.find_links(draft.name):
        names = NOTES.get(link.kind)
        if names is None or not package.has(link.target):
            continue
        root = deepcopy(package.read_xml(link.target))
        notes = Notes(part=link.target, root=root, note=names.note, reference=names.reference)
        notes.take_in(draft.root)
        draft.parts[notes.note] = notes.part
        taken.append(notes)
    return taken


def give_back_notes(notes: list[Notes], text: Element) -> Iterator[tuple[str, Element]]:
    """Take the notes out of a rendered text; yield the parts that changed with their roots."""
    for each in notes:
        if each.give_back(text):
            yield each.part, each.root


def find_notes_part(package: Package, kind: str) -> str:
    """Return the name of the part of the notes of `kind`, or the one that it is to have."""
    for link in package.find_links(package.main):
        if link.kind == kind and package.has(link.target):
            return link.target
    return f"{package.main.rpartition('/')[0]}/{kind}.xml"


def start_notes(package: Package, text: Element) -> Iterator[Notes]:
    """Add a part for each kind of notes that stand in a rendered text and have none; yield them."""
    for kind, names in NOTES.items():
        name = find_notes_part(package, kind)
        is_needed = any(len(reference) for reference in text.iter(names.reference))
        if not is_needed or package.has(name):
            continue
        root = etree.Element(f"{W}{kind}", nsmap={"w": W[1:-1]})
        for id_, type_ in _SEPARATORS.items():
            note = etree.SubElement(root, names.note, {f"{W}type": type_, _ID: id_})
            run = etree.SubElement(etree.SubElement(note, f"{W}p"), f"{W}r")
            etree.SubElement(run, f"{W}{type_}")
        links = package.links.get(name, [])
        package.add_part(name, b"", _TYPE.format(kind))
        package.links[name] = links
        package.relate(package.main, kind, name)
        yield Notes(part=name, root=root, note=names.note, reference=names.reference)


def _renumber(text: Element, reference: Element, old: str, new: str) -> None:
    """Give a reference, and the range of text that a comment is about, another id."""
    reference.set(_ID, new)
    if reference.tag == f"{W}commentReference":
        for name in _RANGES:
            ends = [end for end in text.iter(name) if end.get(_ID) == old]
            if len(ends) > 1:
                # The first belongs to the note that keeps the id; those before have theirs.
                ends[1].set(_ID, new)
