"""Numbers in a few classes with round limits. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from generator.charts.ticks import Writing, plan_axis
from generator.facts.rounding import round_digits, strip_zeros

MOST_CLASSES = 6

_USUAL = 5
_CROWD = 0.6  # share of all values that makes one class of many useless
_FEWEST = 8  # values of which a crowd can be told


def plan_breaks(values: Sequence[Decimal], writing: Writing) -> tuple[Decimal, ...]:
    """Return the limits between classes, ascending: at even and round steps.

    Where most values would fall into one class, the limits part them into equal numbers instead,
    rounded to two digits. None are needed for values that are all the same.
    """
    if min(values) == max(values):
        return ()
    axis = plan_axis(values, writing, from_zero=False, is_shown=True)
    count = int((axis.maximum - axis.minimum) / axis.major)
    even = tuple(strip_zeros(axis.minimum + axis.major * at) for at in range(1, count))
    counts = [0] * (len(even) + 1)
    for value in values:
        counts[find_class(value, even)] += 1
    if len(values) < _FEWEST or max(counts) <= _CROWD * len(values):
        return tuple(limit for limit in even if min(values) < limit <= max(values))
    return _plan_quantiles(values)


def _plan_quantiles(values: Sequence[Decimal]) -> tuple[Decimal, ...]:
    ordered = sorted(values)
    places = [len(ordered) * part // _USUAL for part in range(1, _USUAL)]
    limits = {strip_zeros(round_digits(ordered[place], 2)) for place in places}
    return tuple(sorted(limit for limit in limits if ordered[0] < limit <= ordered[-1]))


def find_class(value: Decimal, breaks: Sequence[Decimal]) -> int:
    """Return the class of a value: a limit belongs to the class above it."""
    return sum(value >= limit for limit in breaks)


def plan_shares(count: int, breaks: Sequence[Decimal]) -> tuple[float, ...]:
    """Return how strong the tint of each class is, from -1 to 1; below zero the second colour.

    Classes on both sides of a limit of zero are counted from it.
    """
    below = sum(limit <= 0 for limit in breaks) if Decimal(0) in breaks else 0
    above = count - below
    if not below or not above:
        return tuple(at / max(1, count - 1) if count > 1 else 0.6 for at in range(count))
    steps = max(below, above)
    lower = tuple(-(below - at - 0.5) / steps for at in range(below))
    return (*lower, *((at + 0.5) / steps for at in range(above)))
