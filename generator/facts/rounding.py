"""How many digits a number keeps: half-up, last of all, and never past what its bound allows.

Pure: no language.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import (
    ROUND_CEILING,
    ROUND_FLOOR,
    ROUND_HALF_UP,
    Context,
    Decimal,
)

from generator.brief.exhibits import Scale
from generator.brief.facts import Bound
from generator.facts.measures import LOWER, UPPER

POWERS = {
    Scale.AUTO: 0,
    Scale.ONE: 0,
    Scale.THOUSAND: 3,
    Scale.MILLION: 6,
    Scale.BILLION: 9,
    Scale.TRILLION: 12,
}
"""Power of ten of each scale; `auto` that nobody has decided counts as `one`."""

MAX_DECIMALS = 6
"""Decimals that a quotient without end is written with when all digits are wanted."""

_CONTEXT = Context(prec=120)
_DIGITS_SHOWN = 3
_THOUSANDS_FROM = Decimal(10_000)


def round_to(value: Decimal, decimals: int, bound: Bound = Bound.EXACTLY) -> Decimal:
    """Return `value` with exactly `decimals` digits after the sign; negative ones round tens.

    Rounds half up (away from zero). A value that the true one lies above is rounded down, and one
    that it lies below is rounded up, so that `more than 12.96` never becomes `more than 13`.
    """
    if bound in LOWER:
        rounding = ROUND_FLOOR
    elif bound in UPPER:
        rounding = ROUND_CEILING
    else:
        rounding = ROUND_HALF_UP
    step = Decimal((0, (1,), -decimals))
    return value.quantize(step, rounding=rounding, context=_CONTEXT)


def round_digits(
    value: Decimal, digits: int, bound: Bound = Bound.EXACTLY, whole_below: int = 0
) -> Decimal:
    """Return `value` with at most `digits` significant digits.

    Args:
        value: Any finite number.
        digits: At least 1. Fewer are kept when the value has fewer.
        bound: How the true value lies to `value`; see `round_to`.
        whole_below: Below this number no digit before the decimal sign is given up.
    """
    decimals = digits - 1 - value.adjusted()
    if value.copy_abs() < whole_below:
        decimals = max(decimals, 0)
    if decimals >= count_decimals(value):
        return value
    return round_to(value, decimals, bound)


def count_decimals(value: Decimal) -> int:
    """Return the digits after the decimal sign as `value` was written: 2 for 2.10, -8 for 12e8."""
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def strip_zeros(value: Decimal) -> Decimal:
    """Return `value` without zeros at the end of its decimals, and never with an exponent."""
    plain = value.normalize(_CONTEXT)
    return plain.quantize(Decimal(1), context=_CONTEXT) if count_decimals(plain) < 0 else plain


def choose_scale(values: Iterable[Decimal]) -> Scale:
    """Return the scale in which the largest of `values` has one to three digits before the sign.

    Numbers below 10,000 are shown as they are.
    """
    largest = max((value.copy_abs() for value in values), default=Decimal(0))
    shown = round_digits(largest, _DIGITS_SHOWN)
    for scale in (Scale.TRILLION, Scale.BILLION, Scale.MILLION):
        if shown >= Decimal(1).scaleb(POWERS[scale]):
            return scale
    return Scale.THOUSAND if largest >= _THOUSANDS_FROM else Scale.ONE


def scale_value(value: Decimal, scale: Scale) -> Decimal:
    """Return `value` in units of `scale`, exact: 12.1 for 12,100,000,000 in billions."""
    return shift_power(value, -POWERS[scale])


def shift_power(value: Decimal, power: int) -> Decimal:
    """Return `value` times ten to the `power`, exact."""
    return value.scaleb(power, _CONTEXT)


def number_format(decimals: int) -> str:
    """Return the Excel format code for a number with `decimals` digits: `#,##0.0`."""
    return "#,##0" + ("." + "0" * decimals if decimals > 0 else "")
