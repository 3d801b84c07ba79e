"""Columns with lines over them, on one axis."""

from __future__ import annotations

from dataclasses import replace

from generator.brief.exhibits import Chart
from generator.charts.planning.checks import check_told_apart
from generator.charts.planning.draft import Draft
from generator.charts.planning.kind import Kind, never
from generator.charts.planning.scenarios import texture_bars
from generator.charts.planning.series import plan_series
from generator.charts.plot import CategoryForm, LabelPlace, Mark, PlotSeries
from generator.charts.values import Numbers, find_place
from generator.errors import DataError, suggest


def _find_lines(chart: Chart, names: tuple[str, ...]) -> frozenset[str]:
    """Return the series drawn as lines: the last one, when the author names none."""
    wanted = frozenset(" ".join(name.split()) for name in chart.lines)
    return wanted or frozenset(names[-1:])


def _check_lines(chart: Chart, numbers: Numbers) -> None:
    if len(numbers.cells) == 1:
        raise DataError(
            "a combination needs columns and a line: two series or more",
            place=find_place(chart),
            hint="give each row its numbers under 'values', or use 'kind: column'",
        )
    lines = _find_lines(chart, numbers.names)
    unknown = sorted(lines - set(numbers.names))
    if unknown:
        raise DataError(
            f"the chart has no series '{unknown[0]}' to draw as a line",
            place=find_place(chart),
            hint=suggest(unknown[0], numbers.names) or f"one of: {', '.join(numbers.names[:8])}",
        )
    if len(lines) == len(numbers.names):
        raise DataError("all series are lines", place=find_place(chart), hint="use 'kind: line'")


def _plan_series(draft: Draft) -> tuple[PlotSeries, ...]:
    """Return the columns, then the lines, which are drawn over them."""
    lines = _find_lines(draft.chart, draft.names)
    series = plan_series(draft)
    bars = texture_bars(draft, [each for each in series if each.name not in lines])
    return *bars, *(
        replace(each, mark=Mark.LINE, place=LabelPlace.NONE)
        for each in series
        if each.name in lines
    )


COMBINATION = Kind(
    form=CategoryForm(),
    checks=(_check_lines, check_told_apart),
    has_labels=never,
    plan_series=_plan_series,
)
