"""Units of measure and the arithmetic of facts: exact values that carry a unit and a bound.

Pure: no text, no locale.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Context, Decimal, DecimalException
from enum import Enum
from functools import cache
from typing import TypeAlias

from generator.brief.facts import Bound
from generator.errors import DataError

CONTEXT = Context(prec=60)
"""All arithmetic of facts: 60 digits, so that no rounding shows in what is written."""

HIGHEST = Decimal("1e40")
"""No fact is larger; a longer number has no words in any language."""

LOWER = frozenset({Bound.MORE_THAN, Bound.AT_LEAST})
"""Bounds that the true value lies above."""

UPPER = frozenset({Bound.LESS_THAN, Bound.UP_TO})
"""Bounds that the true value lies below."""

_FLIPPED = {
    Bound.MORE_THAN: Bound.LESS_THAN,
    Bound.LESS_THAN: Bound.MORE_THAN,
    Bound.AT_LEAST: Bound.UP_TO,
    Bound.UP_TO: Bound.AT_LEAST,
}
_WEAKENED = {Bound.MORE_THAN: Bound.AT_LEAST, Bound.LESS_THAN: Bound.UP_TO}
_CURRENCY_LENGTH = 3

Dimension: TypeAlias = tuple[tuple[str, int], ...]
"""What a value is made of, as powers: `(("USD", 1),)`; empty for a plain number."""

PLAIN: Dimension = ()
SHARE: Dimension = (("percent", 1),)
COUNT = "count"


class Kind(Enum):
    """The kinds of unit that are written in ways of their own."""

    PERCENT = "percent"
    POINTS = "percentage points"
    CURRENCY = "currency"
    COUNTED = "counted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A value inside an expression.

    Attributes:
        value: In units of `dimension`; 70 per cent is 70.
        bound: How the true value lies to `value`.
    """

    value: Decimal
    dimension: Dimension = PLAIN
    bound: Bound = Bound.EXACTLY


@cache
def currency_codes() -> frozenset[str]:
    """Return the ISO 4217 codes of all currencies, past and present."""
    from babel.core import get_global

    return frozenset(get_global("all_currencies"))


def parse_kind(unit: str) -> Kind:
    """Return the kind of a unit; whatever is no percentage and no currency is counted."""
    if unit in {"percent", "per cent", "%"}:
        return Kind.PERCENT
    if unit in {"percentage points", "percentage point"}:
        return Kind.POINTS
    is_code = len(unit) == _CURRENCY_LENGTH and unit.isascii() and unit.isupper()
    return Kind.CURRENCY if is_code and unit in currency_codes() else Kind.COUNTED


def parse_dimension(unit: str) -> Dimension:
    """Return what a unit is made of. All counted things are one: adding women to men is fine.

    `USD per person` is `USD` over a count.
    """
    powers: dict[str, int] = {}
    for index, part in enumerate(unit.split(" per ")):
        kind = parse_kind(part.strip())
        base = {Kind.CURRENCY: part.strip(), Kind.COUNTED: COUNT}.get(kind, "percent")
        powers[base] = powers.get(base, 0) + (1 if index == 0 else -1)
    return _dimension(powers)


def describe(dimension: Dimension) -> str:
    """Return a dimension in words for an error: `USD per count`, `a plain number`."""
    if dimension == PLAIN:
        return "a plain number"
    above = " × ".join(base for base, power in dimension if power > 0)
    below = "".join(f" per {base}" for base, power in dimension if power < 0)
    return (above or "1") + below


def add_quantities(left: Quantity, right: Quantity) -> Quantity:
    """Return the sum; a plain number takes the unit of the other side, as in `100 - share`.

    Raises:
        DataError: the units differ.
    """
    if PLAIN not in {left.dimension, right.dimension} and left.dimension != right.dimension:
        raise DataError(
            f"cannot add {describe(left.dimension)} and {describe(right.dimension)}",
            hint="bring both to one unit first, with a fact for the rate",
        )
    return Quantity(
        value=CONTEXT.add(left.value, right.value),
        dimension=left.dimension or right.dimension,
        bound=join_bounds((left.bound, right.bound)),
    )


def negate(quantity: Quantity) -> Quantity:
    """Return the negative; `more than 5` becomes `less than -5`."""
    return Quantity(
        value=CONTEXT.minus(quantity.value),
        dimension=quantity.dimension,
        bound=_flip(quantity.bound),
    )


def multiply(left: Quantity, right: Quantity) -> Quantity:
    """Return the product. A percentage of something is that part of it: 70 percent × 10 = 7."""
    if right.dimension != PLAIN:
        left = _as_ratio(left)
    if left.dimension != PLAIN:
        right = _as_ratio(right)
    bounds = (
        _orient(left.bound, right.value),
        _orient(right.bound, left.value),
    )
    return Quantity(
        value=CONTEXT.multiply(left.value, right.value),
        dimension=_combine(left.dimension, right.dimension, 1),
        bound=join_bounds(bounds),
    )


def divide(left: Quantity, right: Quantity) -> Quantity:
    """Return the quotient; units that are the same cancel out.

    Raises:
        DataError: `right` is zero.
    """
    if not right.value:
        raise DataError("division by zero", hint="the fact that it divides by is 0")
    if right.dimension != PLAIN:
        left = _as_ratio(left)
    right = _as_ratio(right)
    bounds = (
        _orient(left.bound, right.value),
        _orient(_flip(right.bound), left.value),
    )
    return Quantity(
        value=CONTEXT.divide(left.value, right.value),
        dimension=_combine(left.dimension, right.dimension, -1),
        bound=join_bounds(bounds),
    )


def pick(quantities: Sequence[Quantity], *, largest: bool) -> Quantity:
    """Return the largest or the smallest of one or more quantities of one unit.

    Raises:
        DataError: the units differ.
    """
    total = quantities[0]
    for quantity in quantities[1:]:
        total = add_quantities(total, quantity)
    choose = max if largest else min
    bound = total.bound if len(quantities) == 1 else _WEAKENED.get(total.bound, total.bound)
    return Quantity(
        value=choose(quantity.value for quantity in quantities),
        dimension=total.dimension,
        bound=bound,
    )


def join_bounds(bounds: Sequence[Bound]) -> Bound:
    """Return the bound of a value that grows with all of several values.

    Two lower bounds make a lower bound; a lower and an upper one leave nothing but `about`.
    """
    loose = {bound for bound in bounds if bound is not Bound.EXACTLY}
    if not loose:
        return Bound.EXACTLY
    if loose <= LOWER:
        return Bound.MORE_THAN if Bound.MORE_THAN in loose else Bound.AT_LEAST
    if loose <= UPPER:
        return Bound.LESS_THAN if Bound.LESS_THAN in loose else Bound.UP_TO
    return Bound.ABOUT


def convert(quantity: Quantity, unit: str) -> Quantity:
    """Return `quantity` in the unit that a derived fact is declared in.

    A ratio declared in per cent is multiplied by 100. Counted things are not told apart.

    Raises:
        DataError: the expression gives another unit.
    """
    target = parse_dimension(unit)
    if target == SHARE and quantity.dimension == PLAIN:
        return Quantity(
            value=quantity.value.scaleb(2, CONTEXT), dimension=SHARE, bound=quantity.bound
        )
    if _checked(target) != _checked(quantity.dimension):
        raise DataError(
            f"the expression gives {describe(quantity.dimension)}, but the unit is '{unit}'",
            hint="divide amounts of one unit to get a ratio"
            if target == SHARE
            else f"declare the unit that comes out, or change the expression to give '{unit}'",
        )
    return quantity


def check_size(value: Decimal) -> None:
    """Refuse a number that no text can hold.

    Raises:
        DataError: `value` has more than 40 digits before the decimal sign.
    """
    if value.copy_abs() >= HIGHEST:
        raise DataError(
            "the result is too large to be a fact: more than 40 digits",
            hint="see whether the expression says what is meant",
        )


def calculation_error(error: DecimalException) -> DataError:
    """Return the error that a failed calculation is reported as."""
    return DataError(
        f"the expression cannot be computed: {type(error).__name__}",
        hint="see whether the expression says what is meant",
    )


def _dimension(powers: dict[str, int]) -> Dimension:
    return tuple(sorted((base, power) for base, power in powers.items() if power))


def _combine(left: Dimension, right: Dimension, sign: int) -> Dimension:
    powers = dict(left)
    for base, power in right:
        powers[base] = powers.get(base, 0) + sign * power
    return _dimension(powers)


def _checked(dimension: Dimension) -> Dimension:
    return tuple((base, power) for base, power in dimension if base != COUNT)


def _as_ratio(quantity: Quantity) -> Quantity:
    if quantity.dimension != SHARE:
        return quantity
    return Quantity(value=quantity.value.scaleb(-2, CONTEXT), bound=quantity.bound)


def _flip(bound: Bound) -> Bound:
    return _FLIPPED.get(bound, bound)


def _orient(bound: Bound, factor: Decimal) -> Bound:
    """Return what `bound` becomes when its value is multiplied by one of the sign of `factor`."""
    if bound is Bound.EXACTLY or factor > 0:
        return bound
    return _flip(bound) if factor < 0 else Bound.ABOUT
