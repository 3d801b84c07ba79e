"""Bars and columns: single, in groups, in stacks."""

from __future__ import annotations

from decimal import Decimal

from generator.charts.planning.checks import check_one_series, check_one_sign, check_told_apart
from generator.charts.planning.draft import Draft
from generator.charts.planning.grid import sum_values
from generator.charts.planning.kind import Kind, Rows
from generator.charts.plot import CategoryForm, Stacking

_MOST_LABELLED = 9  # bars; of more, the axis is drawn instead
_MOST_LABELLED_ACROSS = 15  # rows of single bars, whose labels never meet
_MOST_LABELLED_STACKED = 30  # segments, which hold their labels
_WIDEST_LABELS = 48  # characters of all labels side by side above columns


def _count(draft: Draft) -> int:
    return len(draft.grid.values) * len(draft.grid.categories)


def _fit_beside_bars(draft: Draft) -> bool:
    most = _MOST_LABELLED_ACROSS if draft.is_single else _MOST_LABELLED
    return _count(draft) <= most


def _fit_above_columns(draft: Draft) -> bool:
    width = sum(len(label) + 1 for row in draft.grid.labels for label in row)
    return _count(draft) <= _MOST_LABELLED and width <= _WIDEST_LABELS


def _fit_in_stacks(draft: Draft) -> bool:
    return _count(draft) <= _MOST_LABELLED_STACKED


def _rank_by_total(rows: Rows) -> list[Decimal | None]:
    return [
        None if all(cell is None for cell in column) else sum_values(column)
        for column in zip(*rows, strict=True)
    ]


def _list_totals(rows: Rows) -> list[Decimal]:
    return [sum_values(column) for column in zip(*rows, strict=True)]


_LYING = CategoryForm(is_lying=True)
_STANDING = CategoryForm()

BAR = Kind(
    form=_LYING,
    checks=(check_one_series,),
    is_sorted=True,
    has_labels=_fit_beside_bars,
)
COLUMN = Kind(form=_STANDING, checks=(check_one_series,), has_labels=_fit_above_columns)
GROUPED_BAR = Kind(
    form=_LYING,
    checks=(check_told_apart,),
    is_sorted=True,
    has_labels=_fit_beside_bars,
)
GROUPED_COLUMN = Kind(form=_STANDING, checks=(check_told_apart,), has_labels=_fit_above_columns)
STACKED_BAR = Kind(
    form=CategoryForm(is_lying=True, stacking=Stacking.SUM),
    checks=(check_told_apart, check_one_sign),
    is_sorted=True,
    rank=_rank_by_total,
    has_labels=_fit_in_stacks,
    list_ends=_list_totals,
)
STACKED_COLUMN = Kind(
    form=CategoryForm(stacking=Stacking.SUM),
    checks=(check_told_apart, check_one_sign),
    rank=_rank_by_total,
    has_labels=_fit_in_stacks,
    list_ends=_list_totals,
)
