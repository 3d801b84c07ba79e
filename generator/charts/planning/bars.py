"""Bars and columns: single, in groups, in stacks."""

from __future__ import annotations

from decimal import Decimal

from generator.charts.planning.checks import check_one_series, check_one_sign, check_told_apart
from generator.charts.planning.draft import Draft
from generator.charts.planning.grid import sum_values
from generator.charts.planning.kind import Kind, Rows
from generator.charts.planning.scenarios import split_bars, texture_bars
from generator.charts.planning.series import plan_series
from generator.charts.plot import CategoryForm, PlotSeries, Stacking

_MOST_LABELLED = 9  # bars; of more, the axis is drawn instead
_MOST_LABELLED_ACROSS = 15  # rows of single bars, whose labels never meet
_MOST_LABELLED_STACKED = 30  # segments, which hold their labels
_WIDEST_LABELS = 48  # characters of all labels side by side above columns


def _count(draft: Draft) -> int:
    return len(draft.grid.values) * len(draft.grid.categories)


def _fit_beside_bars(draft: Draft) -> bool:
    most = _MOST_LABELLED_ACROSS if draft.is_single else _MOST_LABELLED
    return _count(draft) <= most


def fit_above_columns(draft: Draft) -> bool:
    """Return whether all labels stand side by side above their columns."""
    width = sum(len(label) + 1 for row in draft.grid.labels for label in row)
    return _count(draft) <= _MOST_LABELLED and width <= _WIDEST_LABELS


def fit_in_stacks(draft: Draft) -> bool:
    """Return whether there are few enough segments to hold their labels."""
    return _count(draft) <= _MOST_LABELLED_STACKED


def rank_by_total(rows: Rows) -> list[Decimal | None]:
    """Return the sums that categories are ranked by; None where there are gaps alone."""
    return [
        None if all(cell is None for cell in column) else sum_values(column)
        for column in zip(*rows, strict=True)
    ]


def plan_bars(draft: Draft) -> tuple[PlotSeries, ...]:
    """Return the series; what is planned or to come looks so."""
    series = plan_series(draft)
    if draft.is_single:
        return split_bars(draft, series[0])
    return texture_bars(draft, series)


_SINGLE = Stacking.OVERLAY  # a series for each scenario, all in the place of one

BAR = Kind(
    form=CategoryForm(is_lying=True, stacking=_SINGLE),
    checks=(check_one_series,),
    is_sorted=True,
    has_labels=_fit_beside_bars,
    plan_series=plan_bars,
)
COLUMN = Kind(
    form=CategoryForm(stacking=_SINGLE),
    checks=(check_one_series,),
    has_labels=fit_above_columns,
    plan_series=plan_bars,
)
GROUPED_BAR = Kind(
    form=CategoryForm(is_lying=True),
    checks=(check_told_apart,),
    is_sorted=True,
    has_labels=_fit_beside_bars,
    plan_series=plan_bars,
)
GROUPED_COLUMN = Kind(
    form=CategoryForm(),
    checks=(check_told_apart,),
    has_labels=fit_above_columns,
    plan_series=plan_bars,
)
STACKED_BAR = Kind(
    form=CategoryForm(is_lying=True, stacking=Stacking.SUM),
    checks=(check_told_apart, check_one_sign),
    is_sorted=True,
    rank=rank_by_total,
    has_labels=fit_in_stacks,
    plan_series=plan_bars,
)
STACKED_COLUMN = Kind(
    form=CategoryForm(stacking=Stacking.SUM),
    checks=(check_told_apart, check_one_sign),
    rank=rank_by_total,
    has_labels=fit_in_stacks,
    plan_series=plan_bars,
)
