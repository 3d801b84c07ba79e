"""Where a value stands in a file: what every message about bad input points at."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from operator import itemgetter
from typing import Self

Turn = tuple[int, "Place"]
"""An offset in a text, and the place of the character there: the text goes on from this place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A position in a text file.

    Attributes:
        file: Path as the user would type it.
        line: From 1; None when the file as a whole is meant.
        column: From 1, counted in characters; None when the line as a whole is meant.
    """

    file: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """Return the form that editors and terminals turn into a link: `brief.yaml:3:20`."""
        parts = (self.file, self.line, self.column)
        return ":".join(str(part) for part in parts if part is not None)


class Placed(str):
    """A text that remembers where it was written; equal to the plain text.

    Attributes:
        place: Position of the first character, or None when the text was made by a program.
        line_places: For texts of several lines, the place of each line, in order; else empty.
        turns: For texts that were quoted, escaped or folded, where they go on in the file, by
            rising offsets; else empty.
    """

    __slots__ = ("line_places", "place", "turns")

    place: Place | None
    line_places: tuple[Place, ...]
    turns: tuple[Turn, ...]

    def __new__(
        cls,
        text: str,
        place: Place | None = None,
        line_places: tuple[Place, ...] = (),
        turns: tuple[Turn, ...] = (),
    ) -> Self:
        """Make a text with its place."""
        self = super().__new__(cls, text)
        self.place = place
        self.line_places = line_places
        self.turns = turns
        return self

    @classmethod
    def like(cls, model: str, text: str) -> Self:
        """Return `text` with all that `model` knows of its place, if it is a placed text."""
        if isinstance(model, Placed):
            return cls(text, model.place, model.line_places, model.turns)
        return cls(text)

    def line_place(self, line: int) -> Place | None:
        """Return the place of line number `line` (from 0) of this text, as near as is known."""
        if 0 <= line < len(self.line_places):
            return self.line_places[line]
        return self.place


def place_at(text: str, offset: int) -> Place | None:
    """Return the place of the character at `offset` of `text`, as near as is known.

    None when `text` does not know where it was written.
    """
    if not isinstance(text, Placed):
        return None
    before = bisect_right(text.turns, offset, key=itemgetter(0)) - 1
    if before >= 0:
        start, place = text.turns[before]
        return _move(place, offset - start)
    line = text.count("\n", 0, offset)
    place = text.line_place(line)
    if place is None or place.column is None or (line and line >= len(text.line_places)):
        return place
    return _move(place, offset - (text.rfind("\n", 0, offset) + 1))


def _move(place: Place, columns: int) -> Place:
    return Place(file=place.file, line=place.line, column=(place.column or 1) + columns)
