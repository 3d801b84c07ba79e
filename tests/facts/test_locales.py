"""Digits as a locale sets them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.facts import decimal_sign, write_money, write_number, write_percent

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


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en-GB", ["€1,234,567.51", "−JP¥3", "US$3", "€0.13"]),
        ("de", ["1.234.567,51_€", "−3_¥", "3_$", "0,13_€"]),
        ("fr", ["1_234_567,51_€", "−3_JPY", "3_$US", "0,13_€"]),
        ("xx", ["€1,234,567.51", "−JP¥3", "US$3", "€0.13"]),
    ],
)
def test_money_has_the_decimals_of_its_currency_rounded_half_up(
    language: str, expected: list[str]
) -> None:
    """Yen have no decimals, and half a cent goes up, as in all our numbers."""
    found = [
        write_money(Decimal("1234567.505"), "EUR", language),
        write_money(Decimal(-3), "JPY", language),
        write_money(Decimal(3), "USD", language, 0),
        write_money(Decimal("0.125"), "EUR", language),
    ]

    assert found == [text.replace("_", "\u00a0") for text in expected]


def test_a_currency_that_there_is_not_is_refused() -> None:
    """`EURO` is no code."""
    with pytest.raises(ValueError, match="there is no currency 'EURO'"):
        write_money(Decimal(1), "EURO", "en")


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en-GB", ["70%", "−70.3%"]), ("de", ["70_%", "−70,3_%"]), ("uk", ["70%", "−70,3%"])],
)
def test_a_percentage_keeps_its_value(language: str, expected: list[str]) -> None:
    """70 is 70 per cent here, as in facts; it is the sign that the locale sets."""
    found = [
        write_percent(Decimal(70), language),
        write_percent(Decimal("-70.25"), language, 1),
    ]

    assert found == [text.replace("_", "\u00a0") for text in expected]
