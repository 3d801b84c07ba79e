"""Fans: a line with bands around it, the wider the less certain."""

from __future__ import annotations

from typing import Any

import pytest

from generator.charts.drawn.fan import Fan
from generator.charts.plot import DrawnForm, Plot
from generator.errors import DataError
from tests.charts.drawn.figures import list_words
from tests.charts.samples import make_plot

KNOWN = (("2023", 3), ("2024", 4))
BANDS = {"50 %": [4, 6], "90 %": [2, 9]}
ROWS = (*KNOWN, ("2025", {"value": 5, "ranges": BANDS}))


def drawing(plot: Plot) -> Fan:
    """Return what is drawn of a fan."""
    assert isinstance(plot.form, DrawnForm)
    assert isinstance(plot.form.drawing, Fan)
    return plot.form.drawing


def test_the_widest_band_comes_first_and_all_start_from_the_last_known_value() -> None:
    """Narrow bands are drawn upon wide ones; a fan opens from a point."""
    fan = drawing(make_plot("fan", ROWS))

    assert fan.bands == ("90 %", "50 %")
    assert fan.opening == 1


def test_the_table_has_both_ends_of_each_band() -> None:
    """Whoever cannot see the bands reads their ends."""
    plot = make_plot("fan", ROWS, unit="percent")

    assert [series.name for series in plot.series] == [
        "Per cent",
        "90 %, lower end",
        "90 %, upper end",
        "50 %, lower end",
        "50 %, upper end",
    ]
    assert [series.labels[2] for series in plot.series] == ["5%", "2%", "9%", "4%", "6%"]


def test_the_axis_holds_the_bands() -> None:
    """A band that leaves the chart says less than is known."""
    axis = make_plot("fan", ROWS).axis

    assert axis is not None
    assert axis.maximum >= 9


def test_bands_are_named_at_their_ends() -> None:
    """No legend, and no guess at what a shade means."""
    assert {"90 %", "50 %", "5"} <= set(list_words(make_plot("fan", ROWS)))


def test_what_was_known_is_no_gap() -> None:
    """Years without bands are certain; nothing is missing."""
    assert make_plot("fan", ROWS).remarks == ()


def test_the_alternative_text_tells_the_course_and_the_last_range() -> None:
    """The spread is the message of a fan."""
    assert make_plot("fan", ROWS).alt == (
        "Fan chart: rises from 3 (2023) to 5 (2025). "
        "Range at 2025: 90 % from 2 to 9, 50 % from 4 to 6."
    )


def row(**keys: Any) -> tuple[Any, ...]:
    """Return known years and one uncertain one."""
    return (*KNOWN, ("2025", {"value": 5, **keys}))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (KNOWN, "no row has 'ranges'"),
        (row(ranges={"90 %": [9, 2]}), "'90 %' of '2025' does not hold its 'value'"),
        (row(ranges={"90 %": [6, 9]}), "does not hold its 'value'"),
        (row(ranges={"50 %": [1, 6], "90 %": [2, 19]}), "does not hold its '50 %'"),
        (row(ranges={"90 %": [2]}), "has 1 ends"),
        (row(ranges={"90 %": [2, None]}), "both ends"),
        (row(ranges={f"{at} %": [5 - at, 5 + at] for at in range(1, 6)}), "5 bands"),
        ((*ROWS, ("2026", 5), ("2027", {"value": 5, "ranges": BANDS})), "have a gap"),
        ((*KNOWN, ("2025", {"a": 5, "b": 6}), ROWS[2]), "several series"),
    ],
)
def test_bands_that_make_no_fan_are_refused(data: Any, message: str) -> None:
    """A band that is upside down would be drawn as if it were not."""
    with pytest.raises(DataError, match=message):
        make_plot("fan", data)
