"""A sheet: what is printed as a table, on a terminal or in plain columns."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table to be printed.

    Attributes:
        title: One line.
        heads: Of the columns; empty for a list of names and values.
        rows: As many cells as heads.
        notes: Lines under the table.
    """

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
