"""Fields: further values of a brief for the tags of a template."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.brief.fields import TAG_NAMES, explain_field_name, parse_field
from generator.brief.values import parse_when
from generator.brief.wording import BadValueError
from generator.places import Place, Placed


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        ("ACME", "ACME"),
        ("several\nlines, {{ braces }}", "several\nlines, {{ braces }}"),
        (3, 3),
        (Decimal("2.10"), Decimal("2.10")),
        (Decimal("1.5E+9"), 1_500_000_000),
        (True, True),
        (None, None),
        ("2025-03-24", parse_when("2025-03-24")),
        ("2025-02-30", "2025-02-30"),
        ("2025", "2025"),
        ([1, ["a"]], (1, ("a",))),
        ({"name": "A", "n": [{"x": 1}]}, {"name": "A", "n": ({"x": 1},)}),
    ],
)
def test_a_field_is_plain_data(given_: Any, expected: object) -> None:
    """What the data file says is what the template gets; a day is a date."""
    found = parse_field(given_)

    assert found == expected
    assert type(found) is type(expected)


def test_a_text_forgets_where_it_was_written() -> None:
    """A template must not learn the path of the data file."""
    assert type(parse_field(Placed("ACME", Place(file="secret.yaml", line=1)))) is str


@pytest.mark.parametrize(
    ("given_", "message"),
    [
        ([[[[[[[[[[1]]]]]]]]]], "nested more than 8 levels"),
        (float("nan"), "expected a number, found nan"),
        (Decimal(10) ** 50, "at most 40 digits"),
        (object(), "a field cannot be something else"),
    ],
)
def test_what_is_no_plain_data_is_refused(given_: object, message: str) -> None:
    """A template must be able to count on plain values."""
    with pytest.raises(BadValueError) as caught:
        parse_field(given_)

    assert message in caught.value.message
    assert caught.value.hint


@given(st.integers(min_value=-(10**38), max_value=10**38))
def test_whole_numbers_stay_whole(number: int) -> None:
    """A loop counts with them: `range(count)`."""
    assert parse_field(number) == number
    assert type(parse_field(number)) is int


@pytest.mark.parametrize("name", [*sorted(TAG_NAMES), "range", "loop", "not", "true"])
def test_names_of_templates_are_taken(name: str) -> None:
    """A field called `title` would hide the title, or be hidden by it."""
    assert explain_field_name(name)


def test_other_names_are_free() -> None:
    """Whatever a client is called."""
    assert explain_field_name("client") is None
