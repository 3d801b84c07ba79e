"""Five numbers that tell how values are spread: the ends, the median, the quartiles. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from generator.facts.measures import CONTEXT

FIVE = ("min", "q1", "median", "q3", "max")
"""Keys by which a brief gives them."""


def find_five(values: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Return lowest, lower quartile, median, upper quartile and highest of one value or more.

    Between two values a quartile is interpolated, as `QUARTILE.INC` of spreadsheets does.
    """
    ordered = sorted(values)
    return tuple(_find_quantile(ordered, part) for part in range(5))


def _find_quantile(ordered: Sequence[Decimal], quarters: int) -> Decimal:
    place = (len(ordered) - 1) * quarters
    at, rest = divmod(place, 4)
    if not rest:
        return ordered[at]
    step = CONTEXT.subtract(ordered[at + 1], ordered[at])
    return CONTEXT.add(ordered[at], CONTEXT.divide(CONTEXT.multiply(step, rest), Decimal(4)))
