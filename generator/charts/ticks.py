"""The value axis: from where to where, and in which steps. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from generator.charts.plot import Axis
from generator.facts.locales import decimal_sign, write_number
from generator.facts.rounding import count_decimals, number_format, strip_zeros

MOST_TICKS = 6
_STEPS = tuple(Decimal(step) for step in ("1", "2", "2.5", "5", "10"))
_ZERO_REACH = Decimal("0.5")
"""A line whose lowest value is under this share of the highest is drawn from zero."""
_LABEL_ROOM = Decimal("0.12")
"""Share of the axis that is left free under negative bars, for their labels."""

_LOCALE_CODES = {
    "bg": "402",
    "cs": "405",
    "da": "406",
    "de": "407",
    "el": "408",
    "es": "C0A",
    "et": "425",
    "fi": "40B",
    "fr": "40C",
    "hr": "41A",
    "hu": "40E",
    "it": "410",
    "lt": "427",
    "lv": "426",
    "nb": "414",
    "nl": "413",
    "pl": "415",
    "pt": "816",
    "ro": "418",
    "ru": "419",
    "sk": "41B",
    "sl": "424",
    "sv": "41D",
    "tr": "41F",
    "uk": "422",
}
"""Language → LCID in hexadecimal, as number formats name it (MS-LCID)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """How the numbers of a chart are written.

    Attributes:
        language: BCP 47 tag.
        decimals: Of the data.
        sign: What follows each number, such as `%` with the space before it.
    """

    language: str
    decimals: int
    sign: str = ""

    def write(self, value: Decimal, decimals: int) -> str:
        """Return `value` as its label."""
        return write_number(value, self.language, decimals) + self.sign

    def number_format(self, decimals: int) -> str:
        """Return the Excel format code that writes the same.

        It names the locale where that writes a comma before decimals: LibreOffice follows it,
        while Office follows the machine it runs on.
        """
        has_comma = decimal_sign(self.language) != "."
        locale = find_locale_code(self.language) if has_comma else ""
        return locale + number_format(decimals) + (f'"{self.sign}"' if self.sign else "")


def find_locale_code(language: str) -> str:
    """Return what names a locale at the start of a format code; empty for one not known."""
    code = _LOCALE_CODES.get(language.partition("-")[0].casefold(), "")
    return f"[$-{code}]" if code else ""


def plan_axis(
    values: Sequence[Decimal], writing: Writing, *, from_zero: bool, is_shown: bool
) -> Axis:
    """Return an axis of round ticks, six at most, that holds all `values`.

    Args:
        values: At least one; for stacked bars their totals.
        writing: How ticks are written; whole numbers have whole ticks.
        from_zero: Whether zero must be on it, as for anything drawn with length.
        is_shown: Whether it is drawn; if not, negative bars get room for their labels.
    """
    low, high = _plan_range(values, from_zero)
    if low < 0 and from_zero and not is_shown:
        low -= _LABEL_ROOM * (high - low)
    step = _plan_step(low, high, writing.decimals)
    minimum = (low / step).to_integral_value(ROUND_FLOOR) * step
    maximum = (high / step).to_integral_value(ROUND_CEILING) * step
    places = max(0, count_decimals(strip_zeros(step)))
    count = int((maximum - minimum) / step)
    ticks = (minimum + step * index for index in range(count + 1))
    return Axis(
        minimum=strip_zeros(minimum),
        maximum=strip_zeros(maximum),
        major=strip_zeros(step),
        is_shown=is_shown,
        number_format=writing.number_format(places),
        labels=tuple(writing.write(tick, places) for tick in ticks),
    )


def find_step(least: Decimal) -> Decimal:
    """Return the smallest round step of at least `least`, which is above 0."""
    power = Decimal(1).scaleb(least.adjusted())
    return next(power * factor for factor in _STEPS if power * factor >= least)


def _plan_range(values: Sequence[Decimal], from_zero: bool) -> tuple[Decimal, Decimal]:
    low, high = min(values), max(values)
    if from_zero or 0 <= low <= high * _ZERO_REACH or low * _ZERO_REACH <= high <= 0:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    elif low < 0 < high:
        from_zero = True
    if low == high:
        # All values are equal: one step around them, or from zero to one when they are zero.
        return (low, high + 1) if low == 0 else (low - abs(low) / 10, high + abs(high) / 10)
    return low, high


def _plan_step(low: Decimal, high: Decimal, decimals: int) -> Decimal:
    """Return the smallest round step with which `MOST_TICKS` ticks reach from `low` to `high`."""
    power = Decimal(1).scaleb((high - low).adjusted() - 1)
    for step in (power * factor * scale for scale in (1, 10) for factor in _STEPS):
        if decimals == 0 and step != step.to_integral_value():
            continue
        first = (low / step).to_integral_value(ROUND_FLOOR)
        last = (high / step).to_integral_value(ROUND_CEILING)
        if last - first < MOST_TICKS:
            return step
    return max(power * 100, Decimal(1))
