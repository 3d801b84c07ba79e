"""Planning a chart: order, scale, digits, colours, labels and axis, decided without a file."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.charts.plot import Legend
from generator.errors import DataError
from tests.charts.samples import ONE, TWO, make_plot


def test_bars_are_sorted_by_size_unless_the_names_have_an_order() -> None:
    """A ranking reads from the top; ages, years and months keep their order."""
    ages = (("65+", 9), ("18-24", 1), ("25-64", 5))

    assert make_plot("bar").categories == ("Germany", "Poland", "France")
    assert make_plot("bar", (("2022", 1), ("2023", 9))).categories == ("2022", "2023")
    assert make_plot("bar", ages, order="data").categories == ("65+", "18-24", "25-64")


@pytest.mark.parametrize(
    ("order", "names"),
    [
        ("data", ("Germany", "France", "Poland")),
        ("ascending", ("France", "Poland", "Germany")),
        ("descending", ("Germany", "Poland", "France")),
    ],
)
def test_the_author_can_choose_the_order(order: str, names: tuple[str, ...]) -> None:
    """The author knows best."""
    assert make_plot("bar", order=order).categories == names


def test_columns_keep_the_order_of_the_data() -> None:
    """Time runs from left to right, whatever the sizes."""
    assert make_plot("column").categories == ("Germany", "France", "Poland")


def test_numbers_are_shown_in_a_scale_that_reads_well() -> None:
    """Nobody counts the zeros of 12,100,000,000."""
    plot = make_plot("bar", (("All", 12_100_000_000), ("Part", 4_200_000_000)), unit="USD")

    assert plot.series[0].values == (Decimal("12.1"), Decimal("4.2"))
    assert (plot.unit, plot.series[0].labels) == ("US$ billion", ("12.1", "4.2"))


def test_all_labels_have_the_same_digits() -> None:
    """4 beside 12.4 would look like another kind of number."""
    assert make_plot("bar").series[0].labels == ("12.4", "8.1", "4.0")


def test_labels_follow_the_language() -> None:
    """A German reader would read 12.4 as a date."""
    assert make_plot("bar", language="de").series[0].labels == ("12,4", "8,1", "4,0")


def test_a_share_bears_its_sign() -> None:
    """70 alone could be anything."""
    plot = make_plot("doughnut", (("Yes", 70), ("No", 30)), unit="percent")

    assert plot.series[0].labels == ("70%", "30%")
    assert plot.number_format.endswith('"%"')


def test_a_highlighted_category_is_in_colour_and_the_rest_is_grey() -> None:
    """The eye goes where the message is."""
    (series,) = make_plot("bar", highlight="Poland").series

    assert series.colour == "muted"
    assert series.point_colours == {1: "accent1"}


def test_a_highlighted_series_is_in_colour_and_the_rest_is_grey() -> None:
    """The same with lines."""
    women, men = make_plot("line", highlight="Men").series

    assert (women.colour, men.colour) == ("muted", "accent1")


def test_a_highlight_of_nothing_is_an_error_with_a_hint() -> None:
    """A slip in the name would leave the chart grey."""
    with pytest.raises(DataError, match="nothing named 'Polnd'") as caught:
        make_plot("bar", highlight="Polnd")

    assert caught.value.hint == "did you mean 'Poland'?"


def test_few_bars_have_labels_instead_of_an_axis() -> None:
    """An axis beside labelled bars is said twice."""
    few = make_plot("bar")
    many = make_plot("column", [(str(year), year) for year in range(1990, 2024)])

    assert few.axis is not None
    assert not few.axis.is_shown
    assert few.has_labels
    assert many.axis is not None
    assert many.axis.is_shown
    assert not many.has_labels


def test_series_are_told_apart_directly_where_that_fits() -> None:
    """A legend makes the reader look to and fro."""
    assert make_plot("bar").legend is Legend.NONE
    assert make_plot("line").legend is Legend.DIRECT
    assert make_plot("grouped-bar").legend is Legend.TOP


def test_a_missing_value_is_a_gap() -> None:
    """Not a zero: nobody knows it."""
    men = make_plot("line").series[1]

    assert men.values == (Decimal(44), None)
    assert men.labels[1] == ""


@given(
    st.lists(
        st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False, places=2),
        min_size=2,
        max_size=30,
    ),
    st.sampled_from(["bar", "column", "line"]),
)
def test_the_axis_holds_all_values_with_few_round_ticks(values: list[Decimal], kind: str) -> None:
    """Bars begin at zero; nothing sticks out; a reader can count the ticks."""
    plot = make_plot(kind, [(f"n{index}", value) for index, value in enumerate(values)])
    axis = plot.axis
    drawn = [value for value in plot.series[0].values if value is not None]

    assert axis is not None
    assert axis.minimum <= min(drawn)
    assert max(drawn) <= axis.maximum
    assert (axis.maximum - axis.minimum) % axis.major == 0
    assert 1 <= (axis.maximum - axis.minimum) / axis.major <= 7
    if kind != "line":
        assert axis.minimum <= 0 <= axis.maximum


@pytest.mark.parametrize(
    ("kind", "data", "message"),
    [
        ("doughnut", (("A", -1), ("B", 2)), "cannot show negative numbers"),
        ("doughnut", [(str(n), n) for n in range(1, 8)], "a doughnut of 7 slices"),
        ("doughnut", (("A", 0), ("B", 0)), "all slices of the doughnut are zero"),
        ("stacked-bar", (("A", {"x": 1, "y": -1}), ("B", {"x": 1, "y": 1})), "positive and neg"),
        ("bar", TWO, "shows one series, not 2"),
        ("bar", (("A", None), ("B", None)), "the chart has no numbers"),
        ("line", (("A", 1),), "a line needs two points"),
    ],
)
def test_what_cannot_be_drawn_honestly_is_refused(kind: str, data: Any, message: str) -> None:
    """The error names a better kind."""
    with pytest.raises(DataError, match=message) as caught:
        make_plot(kind, data)

    assert caught.value.hint


def test_the_alternative_text_tells_kind_unit_and_values() -> None:
    """Whoever cannot see the chart hears what it says; the author's words win."""
    told = make_plot("bar", unit="EUR").alt

    assert all(part in told for part in ("Germany", "12.4", "France", "4.0"))
    assert make_plot("bar", alt="Germany leads.").alt == "Germany leads."


def test_one_plot_is_planned_the_same_each_time() -> None:
    """Nothing random decides a colour or an order."""
    assert make_plot("bar", ONE) == make_plot("bar", ONE)
