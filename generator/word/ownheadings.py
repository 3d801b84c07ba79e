"""The headings of a template's own text, for the contents and for the numbers of all headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from generator.compose.report import Report
from generator.compose.slots import Slot, find_number
from generator.inventory.styles import OUTLINE_LEVELS
from generator.text.blocks import CrossReference, Inlines, Run, to_plain
from generator.word.counters import HeadingCounter
from generator.word.listlevel import ListLevel
from generator.word.markup import Element, W, Xml, parse_pieces, tag
from generator.word.numbering import Numbering
from generator.word.outline import FIRST_BOOKMARK, OwnHeading
from generator.word.stylesheet import Stylesheet

_LISTED = re.compile(r"_(?:Toc|Ref)([0-9]{1,9})\Z")
_BOX = f"{W}txbxContent"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundHeading:
    """A heading, and the paragraph that it is."""

    line: Element
    heading: OwnHeading


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingReader:
    """Reads the headings of a kept text.

    Attributes:
        slots: By their numbers.
        ends: Index after the last block of each slot of blocks, by its number.
        free_bookmark: From this number on no bookmark of the template has one.
    """

    report: Report
    slots: Mapping[int, Slot]
    ends: Mapping[int, int]
    styles: Stylesheet
    numbering: Numbering
    counter: HeadingCounter
    free_bookmark: int

    def read(self, body: Element) -> Iterator[FoundHeading]:
        """Yield the headings of `body` in order; those in text boxes are no part of the outline."""
        before = count = 0
        for line in body.iter(f"{W}p"):
            before = self._find_end(line, before)
            level = self._find_level(line)
            if level is None or next(line.iterancestors(_BOX), None) is not None:
                continue
            words = self._read_words(line)
            if words:
                number = self.free_bookmark + len(self.report.blocks) + count
                count += 1
                heading = OwnHeading(
                    before=before,
                    level=level,
                    inlines=(Run(text=words),),
                    number_next=partial(self._count, self._find_place(line)),
                    bookmark=_find_bookmark(line) or f"_Toc{number}",
                )
                yield FoundHeading(line=line, heading=heading)

    def _find_end(self, line: Element, before: int) -> int:
        """Return the index after the blocks that `line` makes room for; else `before`."""
        texts = line.iterfind(f"{W}r/{W}t")
        numbers = (find_number(text.text) for text in texts)
        ends = (self.ends.get(number, before) for number in numbers if number is not None)
        return max(ends, default=before)

    def _find_level(self, line: Element) -> int | None:
        direct = line.find(f"{W}pPr/{W}outlineLvl")
        if direct is not None:
            value = direct.get(f"{W}val")
            return int(value) + 1 if value in OUTLINE_LEVELS else None
        style = _find_style(line)
        return self.styles.outline_of(style) if style else None

    def _find_place(self, line: Element) -> ListLevel | None:
        """Return the level of numbering that a heading is counted by."""
        direct = line.find(f"{W}pPr/{W}numPr/{W}numId")
        if direct is not None and direct.get(f"{W}val") == "0":
            return None
        style = _find_style(line)
        return self.numbering.level_of_style(style) if style else None

    def _count(self, place: ListLevel | None) -> str:
        return self.counter.count(place) if place else ""

    def _read_words(self, line: Element) -> str:
        """Return the words of a heading, those of its slots among them."""
        words: list[str] = []
        for mark in line.iter(f"{W}t", f"{W}tab", f"{W}br"):
            if mark.tag != f"{W}t":
                words.append(" " if mark.getparent().tag == f"{W}r" else "")
                continue
            number = find_number(mark.text)
            slot = None if number is None else self.slots.get(number)
            words.append(self._write(slot.inlines) if slot else mark.text or "")
        return " ".join("".join(words).split())

    def _write(self, inlines: Inlines) -> str:
        return "".join(
            self.report.labels.get(inline.exhibit, "")
            if isinstance(inline, CrossReference)
            else to_plain((inline,))
            for inline in inlines
        )


def _find_style(line: Element) -> str:
    style = line.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(f"{W}val", "")


def _find_bookmark(line: Element) -> str:
    """Return the bookmark that a contents of Word leads to; empty if there is none."""
    names = (mark.get(f"{W}name", "") for mark in line.iterchildren(f"{W}bookmarkStart"))
    return next((name for name in names if name.startswith("_Toc")), "")


def find_free_bookmark(roots: Iterable[Element], needed: int) -> int:
    """Return a number from which on `needed` names of bookmarks are free.

    Args:
        roots: Of the parts that may hold bookmarks.
        needed: How many.
    """
    names = (mark.get(f"{W}name", "") for root in roots for mark in root.iter(f"{W}bookmarkStart"))
    used = sorted({int(match[1]) for name in names if (match := _LISTED.match(name))})
    first = FIRST_BOOKMARK
    for number in used:
        if number >= first + needed:
            break
        first = max(first, number + 1)
    return first


def mark_headings(found: Iterable[FoundHeading], ids: Iterator[int]) -> None:
    """Put bookmarks around the headings that the template has none for; changes their lines."""
    for each in found:
        if _find_bookmark(each.line) == each.heading.bookmark:
            continue
        number = next(ids)
        start, end = parse_pieces(
            Xml(
                tag("w:bookmarkStart", {"w:id": number, "w:name": each.heading.bookmark})
                + tag("w:bookmarkEnd", {"w:id": number})
            )
        )
        has_properties = each.line.find(f"{W}pPr") is not None
        each.line.insert(1 if has_properties else 0, start)
        each.line.append(end)
