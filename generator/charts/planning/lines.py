"""Lines over time, named at their ends."""

from __future__ import annotations

from dataclasses import replace

from generator.charts.planning.checks import check_told_apart, check_two_points
from generator.charts.planning.draft import Draft
from generator.charts.planning.kind import Kind
from generator.charts.planning.series import plan_series
from generator.charts.plot import CategoryForm, Legend, Mark, PlotSeries
from generator.charts.style import MUTED

MOST_DIRECT = 4
"""Up to so many lines are named at their ends."""

_LONGEST_DIRECT = 26  # characters of a name that has room beside the plot


def _plan_lines(draft: Draft) -> tuple[PlotSeries, ...]:
    """Return the series; of many lines all but the one in focus are context."""
    series = plan_series(draft)
    if not _has_context(draft):
        return series
    return tuple(replace(each, is_context=each.colour in MUTED) for each in series)


def _has_context(draft: Draft) -> bool:
    """Return whether all lines but the one in focus go without a name: they have one grey."""
    is_crowd = len(draft.names) > MOST_DIRECT
    return is_crowd and 0 < len(draft.chart.highlight or "") <= _LONGEST_DIRECT


def _plan_legend(draft: Draft) -> Legend:
    if _has_context(draft):
        return Legend.DIRECT
    if len(draft.names) == 1:
        return Legend.NONE
    is_short = max(map(len, draft.names)) <= _LONGEST_DIRECT
    return Legend.DIRECT if len(draft.names) <= MOST_DIRECT and is_short else Legend.TOP


LINE = Kind(
    form=CategoryForm(mark=Mark.LINE),
    checks=(check_told_apart, check_two_points),
    has_labels=lambda _: True,
    plan_series=_plan_lines,
    plan_legend=_plan_legend,
    starts_at_zero=False,
)
