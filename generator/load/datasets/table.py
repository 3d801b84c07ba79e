"""What a data set is once it was read: columns and rows that facts, charts and tables share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from generator.places import Place

Cell: TypeAlias = "Decimal | str | date | None"
"""What stands in a row: an exact number, a text, the first day of a date, or nothing."""


class Kind(StrEnum):
    """What a column holds."""

    NUMBER = "number"
    TEXT = "text"
    DATE = "date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a data set.

    Attributes:
        unit: Of its numbers, if it is known.
        precision: Of its dates: 1 year, 2 month, 3 day.
        stray: For a column of text that looks like one of numbers: what is no number in it, and
            where; else None.
    """

    kind: Kind
    unit: str | None = None
    precision: int = 3
    stray: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where the rows of a data set come from.

    Attributes:
        origin: The file as the brief names it, with its sheet; or the variable of a database.
        steps: What was done to the rows, in words and in order.
        notes: What was passed over while reading: prefaces, footnotes, footers.
    """

    origin: str
    steps: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DataTable:
    """A data set, read whole.

    Attributes:
        columns: By name, in order.
        rows: In order; each has one cell for each column.
    """

    id: str
    columns: Mapping[str, Column]
    rows: tuple[tuple[Cell, ...], ...]
    provenance: Provenance

    def list_values(self, name: str) -> list[Cell]:
        """Return the cells of the column `name`."""
        index = list(self.columns).index(name)
        return [row[index] for row in self.rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where one cell of a source stands.

    Attributes:
        place: Of text files; else the file alone.
        words: What the place cannot say: `cell C14 of sheet 'Data'`; empty for text files.
    """

    place: Place
    words: str = ""


Locate: TypeAlias = Callable[[int, int], Spot]
"""Tells where the cell of a row and a column stands, both from 0; row -1 is the head."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """Cells as a source gives them, before anybody asked for their types.

    Attributes:
        names: Heads of the columns.
        columns: Cells, column by column: text, numbers, dates, truth values, or None.
        notes: What was passed over.
    """

    names: tuple[str, ...]
    columns: tuple[Sequence[object], ...]
    locate: Locate
    notes: tuple[str, ...] = ()
