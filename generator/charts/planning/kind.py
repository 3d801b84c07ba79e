"""What is particular to a kind of chart, and how a chart of such a kind is planned. Pure.

Planning goes the same way for all: numbers are resolved, checked, scaled, ordered and rounded;
then series, labels, axis and legend are planned. Each step that differs by kind is a function in
its `Kind`; a new kind of chart is one more `Kind`, whatever the drawings may be.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Protocol

from generator.brief.exhibits import Chart, Order
from generator.charts.ordering import order_categories
from generator.charts.planning.checks import Check, check_any_number
from generator.charts.planning.draft import Draft, Request
from generator.charts.planning.grid import Grid, plan_grid, plan_writing, round_rows, sum_values
from generator.charts.planning.remarks import describe_draft, list_remarks
from generator.charts.planning.series import plan_series
from generator.charts.plot import (
    Axis,
    CategoryForm,
    DataColumn,
    Form,
    Legend,
    Mark,
    Plot,
    PlotSeries,
    RingForm,
)
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


def _keep(chart: Chart) -> Chart:
    return chart


def resolve_rows(request: Request) -> Numbers:
    """Return the numbers as the rows of the brief give them."""
    return resolve_numbers(request.chart, request.figures)


def rank_by_first(rows: Rows) -> list[Decimal | None]:
    """Return what categories are ranked by: the first series."""
    return list(rows[0])


def name_nothing(_: Draft, __: Sequence[PlotSeries]) -> Legend:
    """Return that no names of series are drawn."""
    return Legend.NONE


def name_directly(_: Draft, __: Sequence[PlotSeries]) -> Legend:
    """Return that names stand beside the marks."""
    return Legend.DIRECT


def always(_: Draft, __: object = None) -> bool:
    """Return that something is drawn, whatever the data."""
    return True


def never(_: Draft, __: object = None) -> bool:
    """Return that something is not drawn, whatever the data."""
    return False


def plan_simple_legend(draft: Draft, series: Sequence[PlotSeries]) -> Legend:
    """Return a legend above the plot, unless one series alone is named in it."""
    named = [each for each in series if not each.is_helper and each.mark is not Mark.RULE]
    return Legend.TOP if len(named) > 1 and draft.names else Legend.NONE


def list_ends(form: CategoryForm, series: Sequence[PlotSeries]) -> list[Decimal]:
    """Return the values that an axis must hold: for what is stacked its sums on either side."""
    ends = [Decimal(0)] if form.is_stacked else []
    marks = {Mark.BAR, Mark.AREA}
    stacked = [each for each in series if form.is_stacked and (each.mark or form.mark) in marks]
    for column in zip(*(each.values for each in stacked), strict=True):
        ends.append(sum_values([value for value in column if value is not None and value > 0]))
        ends.append(sum_values([value for value in column if value is not None and value < 0]))
    others = [each for each in series if each not in stacked]
    return ends + [value for each in others for value in each.values if value is not None]


def plan_value_axis(draft: Draft, series: Sequence[PlotSeries], is_shown: bool) -> Axis | None:
    """Return the axis of values, from zero unless the form is that of lines; None for a ring."""
    return _plan_axis(draft, series, is_shown, not draft.is_lines)


def plan_free_axis(draft: Draft, series: Sequence[PlotSeries], is_shown: bool) -> Axis | None:
    """Return the axis of values of what has no length, and so need not begin at zero."""
    return _plan_axis(draft, series, is_shown, from_zero=False)


def _plan_axis(
    draft: Draft, series: Sequence[PlotSeries], is_shown: bool, from_zero: bool
) -> Axis | None:
    if not isinstance(draft.form, CategoryForm):
        return None
    ends = list_ends(draft.form, series)
    return plan_axis(ends, draft.grid.writing, from_zero=from_zero, is_shown=is_shown)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What is particular to one kind of chart.

    Attributes:
        form: What it is drawn as.
        has_labels: Whether values are written at the marks, given the numbers.
        checks: What the data must be, from the worst mistake to the least.
        adapt: The chart with what its kind decides, such as that dates have no scale.
        resolve: The numbers of the chart.
        unit: The unit that `resolve` gives the numbers, where it changes them.
        is_sorted: Whether categories without an order of their own are ranked by size.
        rank: What each category is ranked by, given rows of series.
        arrange: The order of categories, where neither rank nor data decide.
        plan_series: The series that are drawn: areas before bars before lines.
        plan_columns: Data that helpers are made from.
        plan_legend: How series are told apart.
        plan_axis: The axis of values, given the series and whether it is shown.
        shows_axis: Whether it is, given whether values are labelled.
        describe: The alternative text, where the author gives none.
    """

    form: Form
    has_labels: Callable[[Draft], bool]
    checks: tuple[Check, ...] = ()
    adapt: Callable[[Chart], Chart] = _keep
    resolve: Callable[[Request], Numbers] = resolve_rows
    unit: str | None = None
    is_sorted: bool = False
    rank: Callable[[Rows], list[Decimal | None]] = rank_by_first
    arrange: Callable[[Chart, Numbers], list[int]] | None = None
    plan_series: Callable[[Draft], tuple[PlotSeries, ...]] = plan_series
    plan_columns: Callable[[Draft], tuple[DataColumn, ...]] = lambda _: ()
    plan_legend: Callable[[Draft, Sequence[PlotSeries]], Legend] = plan_simple_legend
    plan_axis: Callable[[Draft, Sequence[PlotSeries], bool], Axis | None] = plan_value_axis
    shows_axis: Callable[[Draft, bool], bool] = lambda draft, has_labels: (
        draft.is_lines or not has_labels
    )
    describe: Callable[[Draft], str] = describe_draft

    def plan(self, request: Request) -> Plot:
        """Return what is drawn of a chart of this kind.

        Raises:
            DataError: The data do not suit the kind of chart, a fact is missing, units differ, or
                what is to be highlighted is not there.
        """
        request = replace(request, chart=self.adapt(request.chart))
        chart, language = request.chart, request.language
        numbers = self.resolve(request)
        unit = resolve_unit(chart, numbers)
        unit = unit if self.unit is None else self.unit
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
            language=language,
        )
        return self._finish(request, draft, numbers.facts)

    def _plan_grid(self, request: Request, numbers: Numbers, unit: str) -> Grid:
        """Order and round the numbers. A ring leaves out its gaps."""
        chart = request.chart
        writing = plan_writing(chart, numbers, unit, request.language)
        rows = round_rows(numbers, writing)
        if self.arrange is not None and chart.order is Order.AUTO:
            order = self.arrange(chart, numbers)
        else:
            sizes = self.rank(rows)
            order = order_categories(
                numbers.categories, sizes, chart.order, is_sorted=self.is_sorted
            )
        if isinstance(self.form, RingForm):
            order = [index for index in order if rows[0][index] is not None]
        return plan_grid(numbers, rows, order, writing)

    def _finish(self, request: Request, draft: Draft, facts: tuple[str, ...]) -> Plot:
        grid, chart = draft.grid, request.chart
        series = self.plan_series(draft)
        has_labels = self.has_labels(draft)
        return Plot(
            id=request.id,
            kind=chart.kind,
            form=self.form,
            categories=grid.categories,
            series=series,
            unit=draft.unit,
            number_format=grid.writing.number_format(grid.writing.decimals),
            has_labels=has_labels,
            legend=self.plan_legend(draft, series),
            axis=self.plan_axis(draft, series, self.shows_axis(draft, has_labels)),
            alt=chart.alt or self.describe(draft),
            facts=facts,
            language=request.language,
            decimal_sign=decimal_sign(request.language),
            columns=self.plan_columns(draft),
            remarks=tuple(list_remarks(draft, series)),
        )
