"""The brief's prose as values of a template: texts that keep their formats where they can."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Self

from generator.compose.slidetext import plain_paragraphs, speak
from generator.compose.slots import Slot, SlotKind
from generator.context.marks import Requests, build_mark
from generator.context.paragraphs import build_lines
from generator.context.spots import Room, find_room
from generator.ooxml.opc import Element
from generator.ooxml.tags.richruns import build_paragraph, build_runs
from generator.ooxml.tags.spot import Spot
from generator.ooxml.tags.values import Piece
from generator.text.blocks import Block, Inlines, LineBreak, Run, to_plain


class InlineText(str):
    """Words of one paragraph.

    In filters, comparisons and alternative text it is its plain words. In the main text of a Word
    document it leaves a place for the builder, which writes citations as footnotes; elsewhere bold,
    italics and links are kept, and citations are dropped.
    """

    __slots__ = ("_inlines", "_owner", "_requests")

    def __new__(cls, inlines: Inlines, requests: Requests, owner: str = "") -> Self:
        """Make a text.

        Args:
            inlines: The words.
            requests: Told when the text is written.
            owner: Id of the part, section or exhibit that it belongs to; empty if to none.
        """
        self = super().__new__(cls, to_plain(speak(inlines)))
        self._inlines = inlines
        self._requests = requests
        self._owner = owner
        return self

    def build_at(self, spot: Spot) -> Sequence[Element]:
        """Return runs, or a paragraph of them where one is asked for."""
        room = find_room(spot)
        self._requests.note(self._owner, room)
        if room is Room.TEXT and not is_plain(self._inlines):
            slot = Slot(
                number=self._requests.next_number,
                kind=SlotKind.TEXT,
                place=spot.place,
                inlines=self._inlines,
            )
            return build_mark(self._requests.ask(slot), spot)
        pieces = list(list_pieces(speak(self._inlines)))
        if spot.level == "paragraph":
            return [build_paragraph(pieces, "", spot)]
        return build_runs(pieces, spot)


class BlockText(str):
    """Text of several paragraphs: `{{p name }}`; as plain words it has a line for each."""

    __slots__ = ("_blocks", "_owner", "_requests")

    def __new__(cls, blocks: tuple[Block, ...], requests: Requests, owner: str = "") -> Self:
        """Make a text; the arguments are those of `InlineText`."""
        self = super().__new__(cls, "\n".join(plain_paragraphs(blocks)))
        self._blocks = blocks
        self._requests = requests
        self._owner = owner
        return self

    def build_at(self, spot: Spot) -> Sequence[Element]:
        """Return the paragraphs, or one with a mark in the main text of a Word document."""
        room = find_room(spot)
        self._requests.note(self._owner, room)
        if not self._blocks:
            return ()
        if room is not Room.TEXT:
            return build_lines(self._blocks, spot)
        slot = Slot(
            number=self._requests.next_number,
            kind=SlotKind.BLOCKS,
            place=spot.place,
            blocks=self._blocks,
        )
        return [build_paragraph([Piece(text=self._requests.ask(slot).mark)], "", spot)]


def is_plain(inlines: Inlines) -> bool:
    """Return whether `inlines` are words without any format, link, note or citation."""
    return all(
        isinstance(inline, Run) and not (inline.bold or inline.italic or inline.code or inline.link)
        for inline in inlines
    )


def list_pieces(inlines: Inlines) -> Iterator[Piece]:
    """Yield the runs of `inlines` as pieces of rich text; what is no word is passed over."""
    for inline in inlines:
        if isinstance(inline, Run):
            yield Piece(
                text=inline.text,
                bold=inline.bold,
                italic=inline.italic,
                link=inline.link or "",
            )
        elif isinstance(inline, LineBreak):
            yield Piece(text="\n")
