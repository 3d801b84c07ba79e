"""An axis of dates: days as spreadsheets count them, and ticks at the starts of months. Pure."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from generator.brief.values import When
from generator.charts.plot import Axis
from generator.charts.ticks import find_locale_code
from generator.facts.dates import write_date

_EPOCH = date(1899, 12, 30)
"""Day 0 of spreadsheets (ECMA-376, date base 1900, as from March 1900 on)."""

_MONTH = Decimal("30.4375")
"""Mean length of a month in days."""

_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
"""Months from tick to tick."""

_MOST_STEPS = 6
_SHIFT = 1
"""Days that ticks stand after the start of their month, so that none falls into the one before."""


def count_days(day: date) -> Decimal:
    """Return a day as spreadsheets count it."""
    return Decimal((day - _EPOCH).days)


def plan_date_axis(first: date, last: date, language: str) -> Axis:
    """Return an axis from the start of a month to that of another, with six steps at most.

    Ticks are equally far apart, as office programs draw them, and so up to three days off.
    """
    span = _count_months(last) - _count_months(first) + 1
    step = next((step for step in _STEPS if span / step <= _MOST_STEPS - 1), _STEPS[-1])
    start = _count_months(first) // step * step
    count = -((start - _count_months(last) - 1) // step)
    minimum = count_days(_find_month(start)) + _SHIFT
    is_yearly = step % 12 == 0
    locale = find_locale_code(language)
    return Axis(
        minimum=minimum,
        maximum=minimum + _MONTH * step * count,
        major=_MONTH * step,
        is_shown=True,
        number_format=locale + ("yyyy" if is_yearly else "mmm yyyy"),
        labels=tuple(
            _write(_find_month(start + step * at), is_yearly, language) for at in range(count + 1)
        ),
    )


def _write(day: date, is_yearly: bool, language: str) -> str:
    when = When(start=day, end=day + timedelta(days=27), precision=2)
    return write_date(when, "y" if is_yearly else "LLL y", language)


def _count_months(day: date) -> int:
    return day.year * 12 + day.month - 1


def _find_month(count: int) -> date:
    return date(count // 12, count % 12 + 1, 1)
