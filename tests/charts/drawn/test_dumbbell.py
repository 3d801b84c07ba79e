"""Dumbbells: two values of each category on one line."""

from __future__ import annotations

from typing import Any

import pytest

from generator.charts import ChartStyle
from generator.charts.drawn.dumbbell import Dumbbell, place_heads, place_labels, plan_rooms
from generator.charts.plot import DrawnForm, Plot
from generator.errors import DataError
from tests.charts.drawn.figures import REPORT, list_words
from tests.charts.samples import make_plot

ROWS = (
    ("Spain", {"2014": 0.9, "2024": 1.3}),
    ("Poland", {"2014": 1.9, "2024": 4.1}),
    ("Iceland", {"2014": None, "2024": 0.4}),
)


def drawing(plot: Plot) -> Dumbbell:
    """Return what is drawn of a dumbbell chart."""
    assert isinstance(plot.form, DrawnForm)
    assert isinstance(plot.form.drawing, Dumbbell)
    return plot.form.drawing


def test_rows_are_ranked_by_the_later_value() -> None:
    """Readers look for who is ahead now."""
    assert make_plot("dumbbell", ROWS).categories == ("Poland", "Spain", "Iceland")


def test_years_are_grey_then_coloured_and_other_pairs_have_two_colours() -> None:
    """What was is quieter than what is; women and men are not."""
    others = (("North", {"Women": 3, "Men": 4}),)

    assert drawing(make_plot("dumbbell", ROWS)).colours[0] == ("muted-2", "accent1")
    assert drawing(make_plot("dumbbell", others)).colours[0] == ("accent2", "accent1")


def test_all_but_the_row_in_focus_are_grey() -> None:
    """One row is what the title speaks of."""
    colours = drawing(make_plot("dumbbell", ROWS, highlight="Spain")).colours

    assert colours == (("muted", "muted"), ("muted-2", "accent1"), ("muted", "muted"))


def test_values_stand_outside_of_their_dots() -> None:
    """The smaller at the left, the larger at the right, whichever series has it."""
    plot = make_plot("dumbbell", (("Up", {"a": 1, "b": 5}), ("Down", {"a": 6, "b": 2})))
    rooms = plan_rooms(plot, ChartStyle(), REPORT, has_labels=True)
    labels = {
        name: [(label.text, label.align) for label in place_labels(plot, rooms, row)]
        for row, name in enumerate(plot.categories)
    }

    assert labels == {
        "Up": [("1", "right"), ("5", "left")],
        "Down": [("2", "right"), ("6", "left")],
    }


def test_equal_values_are_written_once() -> None:
    """Two labels upon each other are none."""
    plot = make_plot("dumbbell", (("A", {"a": 3, "b": 3}), ("B", {"a": 1, "b": 2})))

    assert list_words(plot).count("3") == 1


def test_series_are_named_above_the_first_row_or_beside_dots_of_their_own() -> None:
    """Names that would meet above near dots move into a line with a key."""
    far = make_plot("dumbbell", (("A", {"2014": 1, "2024": 9}),))
    near = make_plot("dumbbell", (("A", {"2014": 5, "2024": 5.01}), ("B", {"2014": 1, "2024": 2})))
    heads = [
        place_heads(
            plot, ChartStyle(), plan_rooms(plot, ChartStyle(), REPORT, has_labels=True), REPORT
        )
        for plot in (far, near)
    ]

    assert [head.has_dot for head in heads[0]] == [False, False]
    assert [head.has_dot for head in heads[1]] == [True, True]


def test_many_rows_have_an_axis_instead_of_numbers() -> None:
    """Sixty numbers in one chart are a table."""
    rows = [(f"C{at}", {"2014": at, "2024": at * 2 + 1}) for at in range(30)]
    plot = make_plot("dumbbell", rows)

    assert not drawing(plot).has_labels
    assert {"0", "20", "60"} <= set(list_words(plot))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ((("A", {"x": 1, "y": 2, "z": 3}),), "compares two series, not 3"),
        ((("A", 1),), "compares two series, not 1"),
        (tuple((f"r{at}", {"a": 1, "b": 2}) for at in range(41)), "41 dumbbells"),
    ],
)
def test_what_is_no_pair_is_refused(data: Any, message: str) -> None:
    """Three dots on a line are another chart."""
    with pytest.raises(DataError, match=message):
        make_plot("dumbbell", data)
