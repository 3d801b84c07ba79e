"""Where a value stands in a file: what every message about bad input points at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self


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
    """

    __slots__ = ("line_places", "place")

    place: Place | None
    line_places: tuple[Place, ...]

    def __new__(
        cls, text: str, place: Place | None = None, line_places: tuple[Place, ...] = ()
    ) -> Self:
        """Make a text with its place."""
        self = super().__new__(cls, text)
        self.place = place
        self.line_places = line_places
        return self

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
    line = text.count("\n", 0, offset)
    place = text.line_place(line)
    if place is None or place.column is None or (line and line >= len(text.line_places)):
        return place
    column = offset - (text.rfind("\n", 0, offset) + 1)
    return Place(file=place.file, line=place.line, column=place.column + column)
