"""The value axis: where it begins and ends, and which round numbers it shows. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from generator.charts.plot import Axis

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_MOST_INTERVALS = 5
_NARROW = Decimal("0.6")
"""A line whose lowest value is so large a part of its highest need not begin at zero."""


def plan_axis(values: Sequence[Decimal], *, may_leave_zero: bool, is_shown: bool) -> Axis:
    """Return an axis for `values` with 3 to 6 round ticks.

    Args:
        values: At least one, in the scale of the plot.
        may_leave_zero: Whether the axis may begin elsewhere than at zero: for lines alone, since
            the length of a bar is read from zero.
        is_shown: Whether numbers and gridlines are drawn.
    """
    low, high = min(values), max(values)
    if not (may_leave_zero and _is_far_from_zero(low, high)):
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    if low == high:
        high = low + 1
    step = _find_step(low, high)
    return Axis(
        minimum=_round_to_step(low, step, ROUND_FLOOR),
        maximum=_round_to_step(high, step, ROUND_CEILING),
        major=step,
        is_shown=is_shown,
    )


def _is_far_from_zero(low: Decimal, high: Decimal) -> bool:
    near, far = sorted((abs(low), abs(high)))
    return low * high > 0 and near >= far * _NARROW


def _find_step(low: Decimal, high: Decimal) -> Decimal:
    """Return the smallest round step that covers `low` to `high` in few intervals."""
    rough = (high - low) / _MOST_INTERVALS
    power = Decimal(1).scaleb(rough.adjusted())
    for factor in _STEPS:
        step = factor * power
        start = _round_to_step(low, step, ROUND_FLOOR)
        end = _round_to_step(high, step, ROUND_CEILING)
        if (end - start) / step <= _MOST_INTERVALS:
            return step.normalize()
    return (10 * power).normalize()


def _round_to_step(value: Decimal, step: Decimal, rounding: str) -> Decimal:
    steps = (value / step).to_integral_value(rounding=rounding)
    return steps * step
