"""Bars and columns of 100 per cent: the parts of several wholes, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from generator.brief.exhibits import Chart
from generator.charts.planning.bars import fit_in_stacks, plan_bars
from generator.charts.planning.checks import check_told_apart
from generator.charts.planning.draft import Draft, Request
from generator.charts.planning.kind import Kind, resolve_rows
from generator.charts.plot import Axis, CategoryForm, PlotSeries, Stacking
from generator.charts.ticks import plan_axis
from generator.charts.values import Cell, Numbers, find_place, list_values
from generator.errors import DataError
from generator.facts.measures import CONTEXT

_WHOLE = Decimal(100)
_SLACK = Decimal("1.5")
"""Per cent by which rounded shares may miss the whole."""


def _adapt(chart: Chart) -> Chart:
    """Return the chart with whole per cent, unless its author wants more digits."""
    return chart if chart.decimals is not None else chart.model_copy(update={"decimals": 0})


def _resolve_shares(request: Request) -> Numbers:
    """Return each number as its share of its category, in per cent.

    Numbers that add up to about 100 in each category are shares already, and stay as they are.

    Raises:
        DataError: A number is negative, or a category adds up to nothing.
    """
    chart, numbers = request.chart, resolve_rows(request)
    if any(value < 0 for value in list_values(numbers.cells)):
        raise DataError(
            "a share of a whole cannot be negative",
            place=find_place(chart),
            hint="use 'kind: grouped-bar'",
        )
    columns = list(zip(*numbers.cells, strict=True))
    totals = [sum(list_values([column]), Decimal(0)) for column in columns]
    if all(abs(total - _WHOLE) <= _SLACK for total in totals):
        return numbers
    for label, total, column in zip(numbers.categories, totals, columns, strict=True):
        if total == 0 and list_values([column]):
            raise DataError(
                f"'{label}' adds up to 0, which has no parts",
                place=find_place(chart),
                hint="leave the row out",
            )
    return Numbers(
        categories=numbers.categories,
        names=numbers.names,
        cells=tuple(
            tuple(_divide(cell, total) for cell, total in zip(row, totals, strict=True))
            for row in numbers.cells
        ),
    )


def _divide(cell: Cell, total: Decimal) -> Cell:
    """Return a number as a share of `total`, exact to a tenth of a per cent."""
    if cell.value is None:
        return cell
    share = CONTEXT.divide(cell.value * _WHOLE, total).quantize(Decimal("0.1"))
    return Cell(value=share, fact=cell.fact)


def _check_parts(chart: Chart, numbers: Numbers) -> None:
    if len(numbers.cells) == 1:
        raise DataError(
            "a chart of shares needs two parts or more",
            place=find_place(chart),
            hint="give each row its parts under 'values', or use 'kind: bar'",
        )


def _plan_axis(draft: Draft, _: Sequence[PlotSeries], is_shown: bool) -> Axis:
    return plan_axis([Decimal(0), _WHOLE], draft.grid.writing, from_zero=True, is_shown=is_shown)


SHARE_COLUMN = Kind(
    form=CategoryForm(stacking=Stacking.SUM),
    checks=(_check_parts, check_told_apart),
    adapt=_adapt,
    resolve=_resolve_shares,
    unit="percent",
    has_labels=fit_in_stacks,
    plan_series=plan_bars,
    plan_axis=_plan_axis,
)
SHARE_BAR = replace(
    SHARE_COLUMN, form=CategoryForm(is_lying=True, stacking=Stacking.SUM), is_sorted=True
)
