"""Prose between its two readings: facts written, Markdown not yet parsed, every place kept.

What an expression wrote stands in the text as one private character, so that Markdown neither
sees nor changes it; the words are put back when runs are made.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from generator.places import Place, place_at

FIRST_MARK = 0xF0000
LAST_MARK = 0xFFFFD

MARK = re.compile("[\U000f0000-\U000ffffd]")
"""One character for each thing that an expression wrote (Supplementary Private Use Area A)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Insertion:
    """What one expression wrote.

    Attributes:
        text: May be empty.
        fact: Id of the fact whose number this is; None for other words.
    """

    text: str
    fact: str | None = None


@dataclass(frozen=True, kw_only=True)
class Expanded:
    """A text ready for Markdown.

    Attributes:
        text: With one private character for each of `insertions`, in their order.
        source: What the author wrote, with its place.
        anchors: Offsets in `text` where a new piece begins, each with its offset in `source`.
    """

    text: str
    source: str
    insertions: tuple[Insertion, ...] = ()
    anchors: tuple[tuple[int, int], ...] = field(default=((0, 0),))

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Return the lines of `text` without line feeds."""
        return tuple(self.text.split("\n"))

    def place(self, offset: int) -> Place | None:
        """Return where the author wrote the character at `offset` of `text`."""
        index = bisect_right(self.anchors, (offset, len(self.source))) - 1
        here, there = self.anchors[max(index, 0)]
        return place_at(self.source, there + max(offset - here, 0))

    def line_offset(self, line: int) -> int:
        """Return the offset of the first character of a line, counted from 0."""
        return sum(len(text) + 1 for text in self.lines[:line])

    def insertion(self, mark: str) -> Insertion:
        """Return what the expression wrote that `mark` stands for."""
        return self.insertions[ord(mark) - FIRST_MARK]

    def write_marks(self, text: str) -> str:
        """Return `text` with the words in place of the marks."""
        return MARK.sub(lambda match: self.insertion(match[0]).text, text)


class Expander:
    """Puts an `Expanded` together, piece by piece; the state is what was added so far."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._pieces: list[str] = []
        self._insertions: list[Insertion] = []
        self._anchors: list[tuple[int, int]] = []
        self._length = 0

    def add_text(self, text: str, offset: int) -> None:
        """Add words of the author, found at `offset` of the source."""
        if text:
            self._anchors.append((self._length, offset))
            self._pieces.append(text)
            self._length += len(text)

    def add_insertion(self, insertion: Insertion, offset: int) -> None:
        """Add what an expression at `offset` of the source wrote."""
        self.add_text(chr(FIRST_MARK + len(self._insertions)), offset)
        self._insertions.append(insertion)

    def build(self) -> Expanded:
        """Return what was added."""
        return Expanded(
            text="".join(self._pieces),
            source=self._source,
            insertions=tuple(self._insertions),
            anchors=tuple(self._anchors) or ((0, 0),),
        )
