"""Digits as a locale sets them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.facts import decimal_sign, write_number

VALUE = Decimal("-1234567.895")


@pytest.mark.parametrize(
    ("language", "digits", "sign"),
    [
        ("en-GB", "−1,234,567.90", "."),
        ("en-US", "−1,234,567.90", "."),
        ("uk", "−1_234_567,90", ","),
        ("ja", "−1,234,567.90", "."),
        ("de", "−1.234.567,90", ","),
        ("fr", "−1_234_567,90", ","),
        ("de-CH", "−1’234’567.90", "."),
        ("hi", "−12,34,567.90", "."),
        ("xx", "−1,234,567.90", "."),
    ],
)
def test_a_number_in_digits(language: str, digits: str, sign: str) -> None:
    """Group, point and a true minus; a group never breaks at the end of a line."""
    assert write_number(VALUE, language, 2).replace("\u00a0", "_") == digits
    assert decimal_sign(language) == sign


def test_decimals_are_kept_when_none_are_asked_for() -> None:
    """2.10 prints as 2.10."""
    assert write_number(Decimal("2.10"), "en-GB") == "2.10"
    assert write_number(Decimal("12e3"), "en-GB") == "12,000"
    assert write_number(Decimal("-0.4"), "en-GB", 0) == "0"
    assert write_number(Decimal("1234"), "en-GB", 0, grouping=False) == "1234"


@given(st.decimals(-(10**38), 10**38, allow_nan=False, allow_infinity=False, places=2))
def test_digits_read_back_as_the_number(value: Decimal) -> None:
    """No digit is lost on the way, not in forty."""
    text = write_number(value, "en-GB", 2)

    assert Decimal(text.replace(",", "").replace("−", "-")) == value
