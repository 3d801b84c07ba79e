"""Data that a chart cannot show: refused with a place and a way out, never drawn wrongly."""

from __future__ import annotations

from time import perf_counter
from typing import Any

import pytest

from generator.charts import ChartStyle, make_native_chart
from generator.errors import DataError
from generator.units import Size, inches
from tests.charts.samples import STEPS, make_plot

SIZE = Size(inches(6), inches(3))
TWO = {"A": 1, "B": 2}


@pytest.mark.parametrize(
    ("kind", "rows", "hint"),
    [
        ("bar", [("a", None), ("b", None)], "leave it out"),
        ("share-bar", [("a", {"A": 1, "B": -2})], "grouped-bar"),
        ("share-bar", [("a", {"A": 0, "B": 0}), ("b", TWO)], "leave the row out"),
        ("share-bar", [("a", 1)], "kind: bar"),
        ("stacked-column", [("a", {"A": 1, "B": -2})], "grouped-column"),
        ("area", [("a", TWO), ("b", {"A": 1, "B": None})], "kind: line"),
        ("area", [("a", TWO), ("b", {"A": 1, "B": -1})], "kind: line"),
        ("slope", [("a", TWO), ("b", TWO), ("c", TWO)], "kind: line"),
        ("combination", [("a", 1)], "kind: column"),
        ("waterfall", [("a", 1), ("b", None)], "total: true"),
        ("diverging-bar", [("a", {"A": 1})], "values"),
        ("pyramid", [("a", {"A": 1, "B": -1})], "grouped-bar"),
        ("pyramid", [("a", 1)], "values"),
        ("range", [("a", 1)], "period"),
        ("progress", [("a", 1)], "target"),
        ("scatter", [("a", 1)], "'x' and 'y'"),
        ("bubble", [{"label": "a", "x": 1, "y": 2, "size": 0}], "scatter"),
        ("doughnut", [(f"c{at}", 1) for at in range(200)], "kind: bar"),
    ],
)
def test_data_that_do_not_suit_the_kind_are_refused(kind: str, rows: Any, hint: str) -> None:
    """The author is told what to write instead."""
    with pytest.raises(DataError) as caught:
        make_plot(kind, rows)

    assert hint in str(caught.value.hint)


def test_a_total_that_its_steps_do_not_make_is_refused() -> None:
    """Two numbers for one sum cannot both be right."""
    rows = [*STEPS[:3], {"label": "2024", "value": 33, "total": True}]

    with pytest.raises(DataError, match=r"add up to 32\.5"):
        make_plot("waterfall", rows)


def test_a_forecast_begins_at_a_category_that_is_there() -> None:
    """A slip of the pen is told with what was meant."""
    with pytest.raises(DataError, match="2042") as caught:
        make_plot("line", [("2024", 1), ("2025", 2)], forecast_from="2042")

    assert caught.value.hint


def test_gaps_are_told_in_the_remarks() -> None:
    """A reader must not take what is missing for zero."""
    plot = make_plot("column", [("2022", 3), ("2023", None), ("2024", 4)])

    assert plot.remarks == ("No data: 2023.",)


@pytest.mark.parametrize("kind", ["line", "column", "scatter"])
def test_ten_thousand_points_stay_quick_and_small(kind: str) -> None:
    """A long series is no reason to wait, nor to send a heavy file."""
    rows: list[Any] = [(f"p{at}", at % 97) for at in range(10_000)]
    if kind == "scatter":
        rows = [{"label": f"p{at}", "x": at % 97, "y": at % 89} for at in range(10_000)]
    start = perf_counter()

    native = make_native_chart(make_plot(kind, rows), ChartStyle(), SIZE)

    assert perf_counter() - start < 10
    assert len(native.xml) < 2_000_000
    assert len(native.workbook) < 500_000
