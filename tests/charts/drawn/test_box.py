"""Box plots, and the five numbers that they are made of."""

from __future__ import annotations

from decimal import Decimal
from statistics import quantiles
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.charts.drawn.quartiles import find_five
from generator.errors import DataError
from tests.charts.drawn.figures import SLIDE, list_words
from tests.charts.samples import make_plot

FIVE = {"min": 1, "q1": 2, "median": 4, "q3": 7, "max": 9}


@given(st.lists(st.integers(-1000, 1000), min_size=2, max_size=60))
def test_quartiles_are_those_of_spreadsheets(values: list[int]) -> None:
    """An analyst checks them with QUARTILE.INC."""
    found = find_five([Decimal(value) for value in values])
    expected = [min(values), *quantiles(values, n=4, method="inclusive"), max(values)]

    assert [float(each) for each in found] == pytest.approx(expected)


def test_a_single_value_is_all_five() -> None:
    """Nothing is made up between values that are not there."""
    assert set(find_five([Decimal(3)])) == {Decimal(3)}


def test_rows_are_ranked_by_their_medians() -> None:
    """The box that lies highest comes first."""
    low = {**FIVE, "median": 3}

    assert make_plot("box", (("Low", low), ("High", FIVE))).categories == ("High", "Low")


def test_numbers_become_the_five_of_their_row() -> None:
    """The table has what the picture shows, by name."""
    plot = make_plot("box", (("A", {"numbers": [1, 2, 3, 4, 10]}),))

    assert [series.name for series in plot.series] == [
        "Lowest",
        "Lower quartile",
        "Median",
        "Upper quartile",
        "Highest",
    ]
    assert [series.labels[0] for series in plot.series] == ["1", "2", "3", "4", "10"]


def test_a_key_tells_the_parts_and_the_median_is_written() -> None:
    """Most readers have never been told what a box is."""
    words = list_words(make_plot("box", (("A", FIVE), ("B", FIVE))), SLIDE, 14)

    assert {"Lowest", "Median", "Middle half", "Highest", "4"} <= set(words)


def test_the_alternative_text_tells_medians_and_the_widest_range() -> None:
    """Five numbers of each row are for the table."""
    assert make_plot("box", (("A", FIVE), ("B", {**FIVE, "max": 12}))).alt == (
        "Box plot: A 4, B 4. The values told are medians; B ranges widest, from 1 to 12."
    )


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"min": 1, "max": 2}, "no five numbers"),
        ({**FIVE, "median": None}, "no five numbers"),
        ({**FIVE, "mean": 3}, "no five numbers"),
        ({**FIVE, "q1": 5}, "do not ascend"),
        ({"numbers": [1, 2, 3, 4]}, "4 numbers, too few"),
        (7, "no five numbers"),
    ],
)
def test_what_makes_no_box_is_refused(given: Any, message: str) -> None:
    """A box of three numbers, or of numbers out of order, would be drawn wrong."""
    with pytest.raises(DataError, match=message):
        make_plot("box", (("A", given),))


def test_too_many_rows_are_refused() -> None:
    """A page of boxes is read by nobody."""
    with pytest.raises(DataError, match="25 box plots"):
        make_plot("box", [(f"r{at}", FIVE) for at in range(25)])
