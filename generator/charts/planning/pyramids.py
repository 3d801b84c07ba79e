"""Two groups by age, back to back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.brief.exhibits import Chart
from generator.charts.ordering import is_ascending
from generator.charts.planning.draft import Draft
from generator.charts.planning.kind import Kind, plan_value_axis
from generator.charts.planning.series import plan_series
from generator.charts.plot import Axis, CategoryForm, PlotSeries, Stacking
from generator.charts.values import Numbers, find_place, list_values
from generator.errors import DataError

_MOST_LABELLED = 15  # rows


def _check_sides(chart: Chart, numbers: Numbers) -> None:
    if len(numbers.cells) != 2:  # noqa: PLR2004 - left and right
        raise DataError(
            f"a pyramid has two sides, not {len(numbers.cells)}",
            place=find_place(chart),
            hint="give each row two numbers under 'values', or use 'kind: grouped-bar'",
        )
    if min(list_values(numbers.cells)) < 0:
        raise DataError(
            "a pyramid cannot show negative numbers",
            place=find_place(chart),
            hint="use 'kind: grouped-bar'",
        )


def _arrange(_: Chart, numbers: Numbers) -> list[int]:
    """Return the categories with the oldest on top, whichever way the data go."""
    order = list(range(len(numbers.categories)))
    return order[::-1] if is_ascending(numbers.categories) else order


def _plan_series(draft: Draft) -> tuple[PlotSeries, ...]:
    """Return both sides; the left one is negative, and written without its sign."""
    left, right = plan_series(draft)
    code = draft.grid.writing.number_format(draft.grid.writing.decimals)
    plain = f"{code};{code}"
    values = tuple(None if value is None else -value for value in left.values)
    return (
        replace(left, values=values, number_format=plain),
        replace(right, number_format=plain),
    )


def _plan_axis(draft: Draft, series: Sequence[PlotSeries], is_shown: bool) -> Axis | None:
    """Return an axis as long to the left as to the right, its numbers without signs."""
    ends = [abs(value) for each in series for value in each.values if value is not None]
    most = max(ends)
    both = [replace(series[0], values=(-most, most))]
    axis = plan_value_axis(draft, both, is_shown)
    if axis is None:
        return None
    reach = max(axis.maximum, -axis.minimum)
    count = int(2 * reach / axis.major)
    ticks = [abs(axis.major * at - reach) for at in range(count + 1)]
    places = max(0, -int(axis.major.normalize().as_tuple().exponent))
    return replace(
        axis,
        minimum=-reach,
        maximum=reach,
        number_format=f"{axis.number_format};{axis.number_format}",
        labels=tuple(draft.grid.writing.write(tick, places) for tick in ticks),
    )


def _fit_labels(draft: Draft) -> bool:
    return len(draft.grid.categories) <= _MOST_LABELLED


PYRAMID = Kind(
    form=CategoryForm(is_lying=True, stacking=Stacking.OVERLAY, gap=0.2),
    checks=(_check_sides,),
    arrange=_arrange,
    has_labels=_fit_labels,
    plan_series=_plan_series,
    plan_axis=_plan_axis,
)
