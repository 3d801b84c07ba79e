"""Facts as values of a template: written as prose writes them, compared as numbers."""

from __future__ import annotations

from decimal import Decimal
from functools import total_ordering

from generator.brief.exhibits import Scale
from generator.context.dates import plan_date
from generator.facts import Figure, Precision, unit_label, write_bound, write_figure


class ExactNumber(Decimal):
    """A number that is written in plain digits, without an exponent."""

    __slots__ = ()

    def __str__(self) -> str:
        """Return the digits, with a point before decimals."""
        return f"{self:f}"


@total_ordering
class FactValue:
    """One fact: its words in running text, `{{ total_support }}`, and what is known of it.

    Attributes:
        id: Its key in the brief.
        amount: The exact number.
        value: As running text has it, without the word of its bound.
        unit: In words.
        bound: Such as `more than`; empty for an exact number.
        counts: What it counts.
        basis: Such as `allocated`.
        as_of: The date that it holds for.
        period: The time that it adds up over.
    """

    __slots__ = ("_figure", "_language", "_used")

    def __init__(self, figure: Figure, language: str, used: set[str]) -> None:
        """Make a value of `figure`; its id is added to `used` once a template makes use of it."""
        self._figure = figure
        self._language = language
        self._used = used

    def __str__(self) -> str:
        """Return the fact as running text has it."""
        return self.write(Precision.TEXT)

    def write(self, precision: str) -> str:
        """Return the fact in words; `precision` is one of `Precision`."""
        self._used.add(self._figure.id)
        return write_figure(self._figure, self._language, Precision(precision))

    @property
    def id(self) -> str:
        """Return the key in the brief."""
        return self._figure.id

    @property
    def amount(self) -> Decimal:
        """Return the exact number."""
        self._used.add(self._figure.id)
        return ExactNumber(self._figure.value)

    @property
    def value(self) -> str:
        """Return the number with its unit, without the word of its bound."""
        return self.write(Precision.VALUE)

    @property
    def unit(self) -> str:
        """Return the unit in words."""
        return unit_label(self._figure.fact.unit, Scale.ONE, self._language)

    @property
    def unit_code(self) -> str:
        """Return the unit as the brief has it, such as `USD`."""
        return str(self._figure.fact.unit)

    @property
    def bound(self) -> str:
        """Return the word of the bound; empty for an exact number."""
        return write_bound(self._figure.fact.bound, self._language)

    @property
    def counts(self) -> str:
        """Return what is counted; may be empty."""
        return str(self._figure.fact.counts or "")

    @property
    def basis(self) -> str:
        """Return the basis; may be empty."""
        return str(self._figure.fact.basis or "")

    @property
    def as_of(self) -> str:
        """Return the date that it holds for; may be empty."""
        return plan_date(self._figure.fact.as_of, self._language)

    @property
    def period(self) -> str:
        """Return the time that it adds up over; may be empty."""
        return plan_date(self._figure.fact.period, self._language)

    def __eq__(self, other: object) -> bool:
        """Return whether the number is that of `other`, or the words are."""
        if isinstance(other, str):
            return str(self) == other
        number = read_number(other)
        return number is not None and self.amount == number

    def __lt__(self, other: object) -> bool:
        """Return whether the number is less than `other`."""
        number = read_number(other)
        return NotImplemented if number is None else self.amount < number

    def __hash__(self) -> int:
        return hash(self.amount)

    def __float__(self) -> float:
        """Return the number, for filters that compute."""
        return float(self.amount)


def read_number(value: object) -> Decimal | None:
    """Return `value` as an exact number; None if it is none."""
    if isinstance(value, FactValue):
        return value.amount
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    return number if number.is_finite() else None
