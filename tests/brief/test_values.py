"""The models alone refuse what cannot be right, without any file."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.brief import Brief, Column, Fact, Recommendation
from generator.brief.values import Prose, When, parse_number, parse_when
from generator.brief.wording import BadValueError, describe
from generator.places import Place, Placed


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-03-24", "2025-03-24", "2025-03-24"),
        ("2025-02-17/2025-02-22", "2025-02-17", "2025-02-22"),
        (2025, "2025-01-01", "2025-12-31"),
    ],
)
def test_a_date_covers_what_it_names(text: object, start: str, end: str) -> None:
    """A month ends on its last day, leap years counted."""
    found = parse_when(text)

    assert isinstance(found, When)
    assert (found.start.isoformat(), found.end.isoformat()) == (start, end)
    assert str(found) == str(text)


@pytest.mark.parametrize(
    "text", ["", "soon", "2025-00", "2025-02-30", "25", "2025/", "２０２５", True, None, 2.5]
)
def test_what_is_no_date_is_refused(text: object) -> None:
    """A wrong date in a brief is worse than none."""
    with pytest.raises(BadValueError):
        parse_when(text)


@pytest.mark.parametrize(
    "value",
    [
        True,
        "1",
        None,
        [1],
        Decimal("inf"),
        Decimal("nan"),
        Decimal("1e40"),
        Decimal("1e-41"),
        10**40,
    ],
)
def test_what_is_no_exact_number_is_refused(value: object) -> None:
    """An exponent of a billion would fill the memory once it is written out."""
    with pytest.raises(BadValueError):
        parse_number(value)


def test_a_number_keeps_its_digits() -> None:
    """Trailing zeros say how exactly something was measured."""
    assert str(parse_number(Decimal("2.10"))) == "2.10"


def test_prose_keeps_its_place_through_the_model() -> None:
    """The text stage points at it."""
    place = Place(file="brief.yaml", line=3, column=5)
    brief = Brief.model_validate(
        {"title": "T", "date": 2025, "about": Placed("x", place, (place,))}
    )

    assert isinstance(brief.about, Prose)
    assert (brief.about.place, brief.about.line_places) == (place, (place,))


def test_a_deadline_is_a_date_or_words() -> None:
    """Some recommendations have a day, others "before the next summit"."""
    base = {"title": "T", "who": "W", "what": "X"}

    assert isinstance(Recommendation.model_validate({**base, "by": "2027"}).by, When)
    assert Recommendation.model_validate({**base, "by": " the summit "}).by == "the summit"


def test_a_share_of_the_width_is_above_nothing() -> None:
    """A column of no width cannot be drawn."""
    with pytest.raises(ValueError, match="more than 0"):
        Column.model_validate({"label": "A", "width": 0})


def test_a_fact_needs_its_source() -> None:
    """No claim without its ground."""
    with pytest.raises(ValueError, match="needs a 'source'"):
        Fact.model_validate({"value": 1, "unit": "trees"})


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "nothing"),
        ("  ", "an empty text"),
        ("a\nb", "the text 'a b'"),
        ("x" * 50, f"the text '{'x' * 39}…'"),
        (Decimal("2.10"), "the number 2.10"),
        (True, "true"),
        ([], "a list"),
        ({}, "a group of keys"),
        (object(), "something else"),
    ],
)
def test_values_are_described_in_words(value: object, words: str) -> None:
    """A message names what was found without the words of Python."""
    assert describe(value) == words
