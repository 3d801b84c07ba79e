"""Lines over time, named at their ends; slopes between two moments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.brief.exhibits import Chart
from generator.charts.planning.checks import check_told_apart, check_two_points
from generator.charts.planning.draft import Draft
from generator.charts.planning.kind import Kind, always, name_directly, never
from generator.charts.planning.scenarios import split_line
from generator.charts.planning.series import plan_series
from generator.charts.plot import CategoryForm, LabelPlace, Legend, Mark, PlotSeries, Texture
from generator.charts.style import MUTED, PALETTE
from generator.charts.values import Numbers, find_place
from generator.errors import DataError

MOST_DIRECT = 4
"""Up to so many lines are named at their ends."""

_LONGEST_DIRECT = 26  # characters of a name that has room beside the plot
_MOST_SLOPES = 12  # lines whose names have room one under the other


def _plan_lines(draft: Draft) -> tuple[PlotSeries, ...]:
    """Return the series; of many lines all but the one in focus are context.

    A forecast goes on as a series of its own, which bears the name and the last value.
    """
    series = plan_series(draft)
    if _has_context(draft):
        series = tuple(replace(each, is_context=each.colour in MUTED) for each in series)
    parts: list[PlotSeries] = []
    for each in series:
        split = split_line(draft, each)
        parts += (replace(part, place=LabelPlace.NONE) for part in split[:-1])
        parts.append(split[-1])
    return tuple(parts)


def _has_context(draft: Draft) -> bool:
    """Return whether all lines but the one in focus go without a name: they have one grey."""
    is_crowd = len(draft.names) > MOST_DIRECT
    return is_crowd and 0 < len(draft.chart.highlight or "") <= _LONGEST_DIRECT


def _plan_legend(draft: Draft, series: Sequence[PlotSeries]) -> Legend:
    if _has_context(draft):
        return Legend.DIRECT
    if draft.is_single:
        is_split = any(each.texture is Texture.HATCHED for each in series)
        return Legend.DIRECT if is_split else Legend.NONE
    is_short = max(map(len, draft.names)) <= _LONGEST_DIRECT
    return Legend.DIRECT if len(draft.names) <= MOST_DIRECT and is_short else Legend.TOP


def _check_slope(chart: Chart, numbers: Numbers) -> None:
    if len(numbers.categories) != 2:  # noqa: PLR2004 - before and after
        raise DataError(
            f"a slope chart compares two moments, not {len(numbers.categories)}",
            place=find_place(chart),
            hint="use 'kind: line'",
        )
    if len(numbers.cells) > _MOST_SLOPES:
        raise DataError(
            f"{len(numbers.cells)} slopes cannot be read",
            place=find_place(chart),
            hint=f"show {_MOST_SLOPES} at most",
        )


def _plan_slopes(draft: Draft) -> tuple[PlotSeries, ...]:
    """Return the series with values at both ends; what falls has another colour than what rises."""
    return tuple(
        replace(
            each,
            place=LabelPlace.ENDS,
            colour=each.colour if draft.chart.highlight else _find_slope_colour(each),
        )
        for each in plan_series(draft)
    )


def _find_slope_colour(series: PlotSeries) -> str:
    start, end = series.values[0], series.values[-1]
    is_falling = start is not None and end is not None and end < start
    return PALETTE[1] if is_falling else PALETTE[0]


_FORM = CategoryForm(mark=Mark.LINE)

LINE = Kind(
    form=_FORM,
    checks=(check_told_apart, check_two_points),
    has_labels=always,
    plan_series=_plan_lines,
    plan_legend=_plan_legend,
)
SLOPE = Kind(
    form=_FORM,
    checks=(_check_slope,),
    has_labels=always,
    plan_series=_plan_slopes,
    plan_legend=name_directly,
    shows_axis=never,
)
