"""What the data of a chart must be for its kind; each check raises what is wrong. Pure."""

from __future__ import annotations

from collections.abc import Callable

from generator.brief.exhibits import Chart, ChartKind
from generator.charts.style import PALETTE
from generator.charts.values import Numbers, find_place, list_values
from generator.errors import DataError

Check = Callable[[Chart, Numbers], None]

_SEVERAL = {ChartKind.BAR: ChartKind.GROUPED_BAR, ChartKind.COLUMN: ChartKind.GROUPED_COLUMN}


def check_any_number(chart: Chart, numbers: Numbers) -> None:
    """Check that there is something to draw.

    Raises:
        DataError: All values are gaps.
    """
    if not list_values(numbers.cells):
        raise DataError(
            "the chart has no numbers", place=find_place(chart), hint="leave it out, or fill a row"
        )


def check_one_series(chart: Chart, numbers: Numbers) -> None:
    """Check that there is one series.

    Raises:
        DataError: There are several.
    """
    if len(numbers.cells) > 1:
        kind = _SEVERAL.get(chart.kind, ChartKind.STACKED_BAR)
        raise DataError(
            f"a {chart.kind} chart shows one series, not {len(numbers.cells)}",
            place=find_place(chart),
            hint=f"use 'kind: {kind}'",
        )


def check_told_apart(chart: Chart, numbers: Numbers) -> None:
    """Check that there is a colour for each series.

    Raises:
        DataError: There are more series than colours, and none is in focus.
    """
    if len(numbers.cells) > len(PALETTE) and chart.highlight is None:
        raise DataError(
            f"{len(numbers.cells)} series cannot be told apart",
            place=find_place(chart),
            hint=f"show {len(PALETTE)} at most, or 'highlight' one of them",
        )


def check_one_sign(chart: Chart, numbers: Numbers) -> None:
    """Check that no stack holds positive and negative numbers.

    Raises:
        DataError: One does.
    """
    values = list_values(numbers.cells)
    is_area = chart.kind is ChartKind.AREA
    better = ChartKind.LINE if is_area else str(chart.kind).replace("stacked", "grouped")
    if min(values) < 0 < max(values):
        raise DataError(
            "a stacked chart cannot show positive and negative numbers in one bar",
            place=find_place(chart),
            hint=f"use 'kind: {better}'",
        )


def check_two_points(chart: Chart, numbers: Numbers) -> None:
    """Check that there is a way from one point to another.

    Raises:
        DataError: There is one category alone.
    """
    if len(numbers.categories) == 1:
        raise DataError(
            "a line needs two points or more",
            place=find_place(chart),
            hint="use 'kind: column'",
        )
