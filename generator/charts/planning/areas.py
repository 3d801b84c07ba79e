"""Areas over time, one upon the other, each named at its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from generator.brief.exhibits import Chart
from generator.charts.planning.checks import check_one_sign, check_told_apart, check_two_points
from generator.charts.planning.draft import Draft
from generator.charts.planning.kind import Kind, always
from generator.charts.planning.series import plan_series
from generator.charts.plot import (
    CategoryForm,
    LabelPlace,
    Legend,
    Mark,
    PlotSeries,
    Stacking,
)
from generator.charts.values import Numbers, find_place
from generator.errors import DataError


def _check_whole(chart: Chart, numbers: Numbers) -> None:
    if any(cell.value is None for row in numbers.cells for cell in row):
        raise DataError(
            "an area cannot show missing values: it would fall to zero there",
            place=find_place(chart),
            hint="use 'kind: line', which has gaps, or leave the category out",
        )


def _plan_areas(draft: Draft) -> tuple[PlotSeries, ...]:
    """Return the areas, and behind them a helper for each that holds its name in its place."""
    areas = plan_series(draft)
    if draft.is_single:
        return areas
    names: list[PlotSeries] = []
    below = Decimal(0)
    last = len(draft.grid.categories) - 1
    for index, area in enumerate(areas):
        height = area.values[-1] or Decimal(0)
        middle = below + height / 2
        below += height
        names.append(
            replace(
                area,
                name=draft.words.helper.format(f"{draft.words.label}: {area.name}"),
                values=(*(None for _ in range(last)), middle),
                mark=Mark.LINE,
                is_helper=True,
                place=LabelPlace.END,
                named_after=index,
                labels=(*("" for _ in range(last)), area.name),
                bounds=(),
            )
        )
    return (*areas, *names)


def _plan_legend(draft: Draft, _: Sequence[PlotSeries]) -> Legend:
    return Legend.NONE if draft.is_single else Legend.DIRECT


AREA = Kind(
    form=CategoryForm(mark=Mark.AREA, stacking=Stacking.SUM),
    checks=(check_told_apart, check_two_points, _check_whole, check_one_sign),
    has_labels=always,
    plan_series=_plan_areas,
    plan_legend=_plan_legend,
    shows_axis=always,
)
