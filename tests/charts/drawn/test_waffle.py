"""Waffles: a hundred squares, each one per cent of a whole."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.charts.drawn.waffle import Waffle, count_squares
from generator.charts.plot import DrawnForm, Plot
from generator.errors import DataError
from tests.charts.drawn.figures import list_words
from tests.charts.samples import make_plot

ANSWERS = (("For", 41.2), ("Against", 28), ("Unsure", 0.2))


def slices(plot: Plot) -> list[tuple[str, int, str]]:
    """Return the parts of a waffle: name, squares, colour."""
    assert isinstance(plot.form, DrawnForm)
    assert isinstance(plot.form.drawing, Waffle)
    return [(part.name, part.count, part.colour) for part in plot.form.drawing.slices]


def test_what_is_missing_to_a_hundred_per_cent_is_the_rest() -> None:
    """The whole is a hundred, whether all parts are told or not."""
    assert slices(make_plot("waffle", ANSWERS, unit="percent")) == [
        ("For", 41, "accent1"),
        ("Against", 28, "accent2"),
        ("Unsure", 1, "accent3"),
        ("Rest", 30, ""),
    ]


def test_amounts_are_parts_of_their_sum() -> None:
    """Money has no hundred per cent but its total."""
    assert slices(make_plot("waffle", (("Loans", 30), ("Grants", 10)), highlight="Grants")) == [
        ("Loans", 75, "muted"),
        ("Grants", 25, "accent1"),
    ]


def test_each_part_is_named_with_its_exact_value() -> None:
    """Squares are rounded; words are not."""
    assert {"41.2%", "For", "0.2%", "Rest"} <= set(
        list_words(make_plot("waffle", ANSWERS, unit="percent"))
    )


@given(
    st.lists(st.decimals(0, 1000, places=2), min_size=1, max_size=6).filter(lambda all_: any(all_))
)
def test_there_are_always_a_hundred_squares(values: list[Decimal]) -> None:
    """Rounding each share alone gives 99 or 101; no part that is there may vanish."""
    counts = count_squares(values)

    assert sum(counts) == 100
    assert all((count > 0) == (value > 0) for count, value in zip(counts, values, strict=True))


@pytest.mark.parametrize(
    ("data", "unit", "message"),
    [
        ((("A", 60), ("B", 55)), "percent", "make 115 per cent"),
        ((("A", 60), ("B", -5)), None, "negative"),
        ((("A", 0), ("B", 0)), None, "zero"),
        (tuple((f"p{at}", 1) for at in range(6)), None, "6 parts"),
    ],
)
def test_what_makes_no_whole_is_refused(data: Any, unit: str | None, message: str) -> None:
    """A hundred and fifteen of a hundred people is a question with several answers."""
    with pytest.raises(DataError, match=message):
        make_plot("waffle", data, unit=unit)
