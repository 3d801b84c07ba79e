"""Digits are dropped half up, and never past what a bound allows."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.brief.exhibits import Scale
from generator.brief.facts import Bound
from generator.facts import choose_scale, number_format, scale_value
from generator.facts.measures import LOWER, UPPER
from generator.facts.rounding import round_digits, round_to, strip_zeros


@pytest.mark.parametrize(
    ("value", "decimals", "rounded"),
    [
        ("0.25", 1, "0.3"),
        ("2.45", 1, "2.5"),
        ("-0.25", 1, "-0.3"),
        ("2.44", 1, "2.4"),
        ("5", 2, "5.00"),
    ],
)
def test_halves_are_rounded_up(value: str, decimals: int, rounded: str) -> None:
    """Banker's rounding, the default of the libraries, surprises readers: 0.25 is 0.3."""
    assert str(round_to(Decimal(value), decimals)) == rounded


@given(
    st.decimals(-(10**15), 10**15, allow_nan=False, allow_infinity=False, places=4),
    st.integers(1, 6),
    st.sampled_from(Bound),
)
def test_a_rounded_bound_is_still_true(value: Decimal, digits: int, bound: Bound) -> None:
    """More than 12.96 is more than 12.9, and not known to be more than 13."""
    rounded = round_digits(value, digits, bound)

    if bound in LOWER:
        assert rounded <= value
    if bound in UPPER:
        assert rounded >= value
    assert abs(rounded - value) < abs(value) * Decimal(10) ** (1 - digits) or rounded == value


@given(st.decimals(-(10**20), 10**20, allow_nan=False, allow_infinity=False, places=6))
def test_stripping_zeros_changes_no_value(value: Decimal) -> None:
    """12.50 is 12.5, and 100 stays 100 and not 1E+2."""
    stripped = strip_zeros(value)

    assert stripped == value
    assert "E" not in str(stripped)


@pytest.mark.parametrize(
    ("values", "scale"),
    [
        ((), Scale.ONE),
        (("0",), Scale.ONE),
        (("9999",), Scale.ONE),
        (("12000", "3"), Scale.THOUSAND),
        (("-4.2e9", "37e6"), Scale.BILLION),
        (("999949",), Scale.MILLION),
        (("999449",), Scale.THOUSAND),
        (("5e12",), Scale.TRILLION),
    ],
)
def test_the_scale_fits_the_largest_number(values: tuple[str, ...], scale: Scale) -> None:
    """A chart of billions is labelled in billions, whatever its smallest bar."""
    assert choose_scale(Decimal(value) for value in values) is scale


@given(st.decimals(-(10**20), 10**20, allow_nan=False, allow_infinity=False, places=6))
def test_scaling_is_exact(value: Decimal) -> None:
    """What a chart draws times its scale is the fact again."""
    assert scale_value(value, Scale.BILLION) * 10**9 == value


def test_the_excel_format_has_the_decimals() -> None:
    """The numbers in the workbook look as those in the chart."""
    assert [number_format(decimals) for decimals in (0, 1, 3)] == ["#,##0", "#,##0.0", "#,##0.000"]
