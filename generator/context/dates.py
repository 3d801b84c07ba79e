"""Dates as values of a template: in words, with their parts."""

from __future__ import annotations

from typing import Self

from generator.brief.values import When
from generator.facts import write_when

_MONTH, _DAY = 2, 3


class DateText(str):
    """A date in the words of the brief's language.

    Attributes:
        iso: `2025-03-24`, `2025-03` or `2025`; of a span both ends, with a slash between.
        year: Number of the first year that is meant.
        month: Number of the first month; None where only the year is known.
        day: Number of the first day; None where it is not known.
    """

    __slots__ = ("_when",)

    def __new__(cls, when: When, language: str) -> Self:
        """Make the date `when` in the words of `language`."""
        self = super().__new__(cls, write_when(when, language))
        self._when = when
        return self

    @property
    def iso(self) -> str:
        """Return the date in digits, as data files have it."""
        return str(self._when)

    @property
    def year(self) -> int:
        """Return the first year."""
        return self._when.start.year

    @property
    def month(self) -> int | None:
        """Return the first month, from 1, if it is known."""
        return self._when.start.month if self._when.precision >= _MONTH else None

    @property
    def day(self) -> int | None:
        """Return the first day, from 1, if it is known."""
        return self._when.start.day if self._when.precision >= _DAY else None


def plan_date(when: When | None, language: str) -> str:
    """Return the date in words; an empty text for None."""
    return DateText(when, language) if when else ""
