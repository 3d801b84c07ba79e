"""What is particular to a kind of chart, and how a chart of such a kind is planned. Pure.

Planning goes the same way for all: numbers are resolved, checked, scaled, ordered and rounded;
then series, labels, axis and legend are planned. Each step that differs by kind is a function in
its `Kind`; a new kind of chart is one more `Kind`, whatever the drawings may be.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from generator.charts.alt import Described, describe_chart
from generator.charts.ordering import order_categories
from generator.charts.planning.checks import Check, check_any_number
from generator.charts.planning.draft import Draft, Request
from generator.charts.planning.grid import Grid, plan_grid, plan_writing, round_rows
from generator.charts.planning.series import plan_series
from generator.charts.plot import Axis, CategoryForm, Form, Legend, Plot, PlotSeries, RingForm
from generator.charts.ticks import plan_axis
from generator.charts.values import Numbers, resolve_numbers, resolve_unit, scale_numbers
from generator.facts import decimal_sign, unit_label


class Planner(Protocol):
    """What makes a plot of a chart: a `Kind`, or what plans in a way of its own."""

    def plan(self, request: Request) -> Plot:
        """Return what is drawn.

        Raises:
            DataError: The data do not suit the kind of chart.
        """
        ...


Rows = Sequence[Sequence[Decimal | None]]


def rank_by_first(rows: Rows) -> list[Decimal | None]:
    """Return what categories are ranked by: the first series."""
    return list(rows[0])


def plan_simple_legend(draft: Draft) -> Legend:
    """Return a legend above the plot, unless there is one series alone."""
    return Legend.NONE if draft.is_single else Legend.TOP


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What is particular to one kind of chart.

    Attributes:
        form: What it is drawn as.
        has_labels: Whether values are written at the marks, given the numbers.
        checks: What the data must be, from the worst mistake to the least.
        is_sorted: Whether categories without an order of their own are ranked by size.
        rank: What each category is ranked by, given rows of series.
        plan_series: The series that are drawn.
        plan_legend: How series are told apart.
        list_ends: The values that the axis must hold.
        starts_at_zero: Whether the axis does, as for anything drawn with length.
    """

    form: Form
    has_labels: Callable[[Draft], bool]
    checks: tuple[Check, ...] = ()
    is_sorted: bool = False
    rank: Callable[[Rows], list[Decimal | None]] = rank_by_first
    plan_series: Callable[[Draft], tuple[PlotSeries, ...]] = plan_series
    plan_legend: Callable[[Draft], Legend] = plan_simple_legend
    list_ends: Callable[[Rows], list[Decimal]] = lambda rows: [
        value for row in rows for value in row if value is not None
    ]
    starts_at_zero: bool = True

    def plan(self, request: Request) -> Plot:
        """Return what is drawn of a chart of this kind.

        Raises:
            DataError: The data do not suit the kind of chart, a fact is missing, units differ, or
                what is to be highlighted is not there.
        """
        chart, language = request.chart, request.language
        numbers = resolve_numbers(chart, request.figures)
        unit = resolve_unit(chart, numbers)
        for check in (check_any_number, *self.checks):
            check(chart, numbers)
        scale, numbers = scale_numbers(chart, numbers, unit)
        label = unit_label(unit, scale, language)
        draft = Draft(
            chart=chart,
            form=self.form,
            names=numbers.names or (label or request.id,),
            grid=self._plan_grid(request, numbers, unit),
            unit=label,
        )
        return self._finish(request, draft, numbers.facts)

    def _plan_grid(self, request: Request, numbers: Numbers, unit: str) -> Grid:
        """Order and round the numbers. A ring leaves out its gaps."""
        chart = request.chart
        writing = plan_writing(chart, numbers, unit, request.language)
        rows = round_rows(numbers, writing)
        sizes = self.rank(rows)
        order = order_categories(numbers.categories, sizes, chart.order, is_sorted=self.is_sorted)
        if isinstance(self.form, RingForm):
            order = [index for index in order if rows[0][index] is not None]
        return plan_grid(numbers, rows, order, writing)

    def _finish(self, request: Request, draft: Draft, facts: tuple[str, ...]) -> Plot:
        grid, chart = draft.grid, request.chart
        series = self.plan_series(draft)
        has_labels = self.has_labels(draft)
        described = Described(
            kind=chart.kind,
            categories=grid.categories,
            series=series,
            unit=draft.unit,
            language=request.language,
        )
        return Plot(
            id=request.id,
            kind=chart.kind,
            form=self.form,
            categories=grid.categories,
            series=series,
            unit=draft.unit,
            number_format=grid.writing.number_format(grid.writing.decimals),
            has_labels=has_labels,
            legend=self.plan_legend(draft),
            axis=self._plan_axis(draft, has_labels),
            alt=chart.alt or describe_chart(described),
            facts=facts,
            language=request.language,
            decimal_sign=decimal_sign(request.language),
        )

    def _plan_axis(self, draft: Draft, has_labels: bool) -> Axis | None:
        if not isinstance(self.form, CategoryForm):
            return None
        return plan_axis(
            self.list_ends(draft.grid.values),
            draft.grid.writing,
            from_zero=self.starts_at_zero,
            is_shown=draft.is_lines or not has_labels,
        )
