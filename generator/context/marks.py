"""Marks: what stands in a rendered template where a builder is to put something.

`Requests` keeps what the tags of one file have asked for. A value that a builder must write asks
when it is put into the text, and leaves the number that it was given.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from generator.compose.slots import Slot, SlotKind
from generator.context.spots import Room, find_room
from generator.errors import DataError
from generator.ooxml.opc import Element
from generator.ooxml.tags.richruns import build_paragraph, build_runs
from generator.ooxml.tags.spot import Spot
from generator.ooxml.tags.values import Piece

_NAMES = {
    SlotKind.BODY: "the body",
    SlotKind.SECTION: "a section",
    SlotKind.CHART: "a chart",
    SlotKind.TABLE: "a table",
}


@dataclass(slots=True, kw_only=True)
class Requests:
    """What the tags of one file have asked for, and what they have written by themselves.

    Attributes:
        asked: Slots by their numbers, without what they are to leave out, which is known at the
            end.
        written: Ids of the parts, sections and exhibits that tags have placed.
        facts: Ids of the facts that tags have used.
        has_captions: Whether exhibits come with their captions where tags say nothing of it: in
            text they do; on a slide they fill a shape, and the designer has places for the words.
    """

    asked: list[Slot] = field(default_factory=list[Slot])
    written: set[str] = field(default_factory=set[str])
    facts: set[str] = field(default_factory=set[str])
    has_captions: bool = True

    def ask(self, slot: Slot) -> Slot:
        """Return the slot to fill, with its number."""
        self.asked.append(slot)
        return slot

    def note(self, owner: str, room: Room) -> None:
        """Note that a tag writes what belongs to the part, section or exhibit `owner`."""
        if owner and room.is_main:
            self.written.add(owner)

    def note_present(self, numbers: Iterable[int]) -> None:
        """Note what the marks with `numbers` place, which stand in the document."""
        self.written.update(name for number in numbers if (name := self.asked[number].name))

    def note_place(self, number: int, place: str) -> None:
        """Note where the mark `number` stands, which could not tell when it was asked for."""
        self.asked[number] = replace(self.asked[number], place=place)

    @property
    def next_number(self) -> int:
        """Return the number of what is asked for next."""
        return len(self.asked)


class Mark:
    """A section, a chart, a table or the whole body, for a builder to write: `{{p … }}`."""

    __slots__ = ("_has_caption", "_kind", "_name", "_requests")

    def __init__(
        self, requests: Requests, kind: SlotKind, name: str = "", *, has_caption: bool | None = None
    ) -> None:
        """Make a mark; `has_caption` is None where the tag leaves it to the document."""
        self._requests = requests
        self._kind = kind
        self._name = name
        self._has_caption = requests.has_captions if has_caption is None else has_caption

    def __str__(self) -> str:
        """Return the mark of a chart, for alternative text and titles: it is bound there.

        Raises:
            DataError: It is no chart.
        """
        if self._kind is not SlotKind.CHART:
            raise DataError(
                f"{_NAMES[self._kind]} cannot stand inside other text",
                hint="write it alone in a paragraph, after '{{p'",
            )
        return self._ask("").mark

    def build_at(self, spot: Spot) -> Sequence[Element]:
        """Return a paragraph, on slides a run, that holds the mark and nothing else."""
        match find_room(spot):
            case Room.TEXT | Room.BOX:
                slot = self._ask(spot.place)
                return [build_paragraph([Piece(text=slot.mark)], "", spot)]
            case Room.SLIDE:
                return build_mark(self._ask(spot.place), spot)
            case Room.TITLE if self._kind is SlotKind.CHART:
                return build_mark(self._ask(spot.place), spot)
            case Room.FALLBACK:
                return [build_paragraph([], "", spot)]
            case _:
                spot.report(
                    f"{_NAMES[self._kind]} cannot stand here", "put it into the text or on a slide"
                )
                return ()

    def _ask(self, place: str) -> Slot:
        return self._requests.ask(
            Slot(
                number=self._requests.next_number,
                kind=self._kind,
                name=self._name,
                place=place,
                has_caption=self._has_caption,
            )
        )


class BodyMark(Mark):
    """The body; `{{p body }}` and `{{p body() }}` are the same."""

    __slots__ = ()

    def __init__(self, requests: Requests) -> None:
        super().__init__(requests, SlotKind.BODY)

    def __call__(self) -> BodyMark:
        """Return itself."""
        return self


def build_mark(slot: Slot, spot: Spot) -> Sequence[Element]:
    """Return the mark of `slot` as a run, or as a paragraph where one is asked for."""
    pieces = [Piece(text=slot.mark)]
    if spot.level == "paragraph":
        return [build_paragraph(pieces, "", spot)]
    return build_runs(pieces, spot)
