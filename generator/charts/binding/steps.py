"""How far apart the ticks of a drawn axis stand, as Office would choose by itself. Pure."""

from __future__ import annotations

from decimal import Decimal
from math import floor, log10

from generator.charts.binding.names import C, read_number, read_value
from generator.charts.binding.reaches import Reach
from generator.ooxml.opc import Element

DISPLAY_UNITS = {
    "hundreds": 100,
    "thousands": 1000,
    "tenThousands": 10_000,
    "hundredThousands": 100_000,
    "millions": 1_000_000,
    "tenMillions": 10_000_000,
    "hundredMillions": 100_000_000,
    "billions": 1_000_000_000,
    "trillions": 1_000_000_000_000,
}
_MOST_STEPS = 10
_HEADROOM = 1.05
_FLAT = 5 / 6
"""Share of the highest above which all numbers must lie for an axis not to begin at zero."""

_MOST_DECIMALS = 6


def find_display_unit(axis: Element) -> float | None:
    """Return what the numbers of an axis are divided by; None if they are not."""
    units = axis.find(f"{C}dispUnits")
    if units is None:
        return None
    return DISPLAY_UNITS.get(read_value(units, "builtInUnit")) or read_number(units, "custUnit")


def measure_span(axis: Element, reach: Reach) -> float:
    """Return how far the scale of an axis goes: between its fixed ends, else from zero."""
    low, high = _find_ends(axis)
    return (max(reach.high, 0) if high is None else high) - (
        min(reach.low, 0) if low is None else low
    )


def count_tick_decimals(axis: Element, reach: Reach) -> int:
    """Return how many decimals tell the ticks of an axis apart.

    Office has ten steps at most between the ends of the numbers and a little room, each of 1, 2 or
    5 at its place; a scale of powers begins at the last power below the least number.
    """
    unit = find_display_unit(axis) or 1
    scaling = axis.find(f"{C}scaling")
    if scaling is not None and scaling.find(f"{C}logBase") is not None:
        least = min((value for value in reach.values if value > 0), default=1)
        return _count(10 ** floor(log10(least / unit)))
    fixed = read_number(axis, "majorUnit")
    if fixed:
        return _count(fixed / unit)
    span = measure_span(axis, reach)
    if _find_ends(axis) == (None, None) and reach.high > reach.low > reach.high * _FLAT:
        span = reach.high - reach.low
    step = span * _HEADROOM / _MOST_STEPS / unit
    if step <= 0:
        return 0
    power = 10.0 ** floor(log10(step))
    return _count(next(power * size for size in (1, 2, 5, 10) if power * size >= step * (1 - 1e-9)))


def _find_ends(axis: Element) -> tuple[float | None, float | None]:
    """Return the fixed ends of an axis: the least and the greatest."""
    scaling = axis.find(f"{C}scaling")
    if scaling is None:
        return None, None
    return read_number(scaling, "min"), read_number(scaling, "max")


def _count(step: float) -> int:
    """Return the decimals of `step`."""
    exponent = Decimal(f"{step:.6g}").normalize().as_tuple().exponent
    return min(max(0, -int(exponent)), _MOST_DECIMALS)
