"""The numbers of a drawn chart: resolved, scaled, ordered and written as those of any chart. Pure.

They make a plot over categories, which is the table of what is drawn: rows are categories and
columns are series. A kind adds what it draws of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from generator.brief.exhibits import Chart, ChartRow
from generator.charts.alt import Described
from generator.charts.planning.checks import Check
from generator.charts.planning.draft import Draft, Request
from generator.charts.planning.kind import (
    Kind,
    Rows,
    always,
    name_nothing,
    plan_free_axis,
    rank_by_first,
)
from generator.charts.plot import CategoryForm, DrawnForm, Plot, PlotSeries
from generator.charts.values import find_place
from generator.errors import DataError

STEADY_WIDTH_PT = 454.0
"""Width of a usual column of text, by which the height of a drawing that has rows is chosen."""

STEADY_LINE_PT = 11.0
"""Height of a line of its labels."""


def _plan_plain(draft: Draft) -> tuple[PlotSeries, ...]:
    """Return the series without colours, which each kind gives in a way of its own."""
    grid = draft.grid
    return tuple(
        PlotSeries(name=name, values=values, labels=labels, colour="accent1")
        for name, values, labels in zip(draft.names, grid.values, grid.labels, strict=True)
    )


_TABLE = Kind(
    form=CategoryForm(),
    has_labels=always,
    plan_series=_plan_plain,
    plan_legend=name_nothing,
    rank=rank_by_first,
    plan_axis=plan_free_axis,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableKind:
    """What is particular to the numbers of one kind of drawn chart.

    Attributes:
        checks: What the data must be, from the worst mistake to the least.
        is_sorted: Whether categories without an order of their own are ranked by size.
        kind: How numbers are planned; for kinds that need another rank or axis.
    """

    checks: tuple[Check, ...] = ()
    is_sorted: bool = False
    kind: Kind = field(default=_TABLE)

    def plan(self, request: Request, rows: Sequence[ChartRow] | None = None) -> Plot:
        """Return the table of what is drawn.

        Args:
            request: The chart.
            rows: Its data, where they are not the rows of the brief.

        Raises:
            DataError: The chart is asked for as a native one, or its data do not suit it.
        """
        check_render(request.chart)
        changed: dict[str, object] = {} if rows is None else {"data": tuple(rows)}
        chart = request.chart.model_copy(update=changed)
        kind = replace(self.kind, checks=self.checks, is_sorted=self.is_sorted)
        return kind.plan(replace(request, chart=chart))


def rank_with(rank: Callable[[Rows], list[Decimal | None]]) -> Kind:
    """Return how numbers are planned whose categories are ranked by `rank`."""
    return replace(_TABLE, rank=rank)


def check_render(chart: Chart) -> None:
    """Check that nobody waits for an editable chart.

    Raises:
        DataError: `render: native` was written.
    """
    if "render" in chart.model_fields_set and chart.render.value == "native":
        raise DataError(
            f"no office program has a chart of the kind '{chart.kind}'",
            place=find_place(chart),
            hint="leave 'render' out: it is drawn as a picture, with its data in a table",
        )


def as_drawn(plot: Plot, form: DrawnForm, alt: str | None = None) -> Plot:
    """Return the plot of a drawn chart from the table of its numbers."""
    return replace(plot, form=form, alt=alt or plot.alt)


def describe_table(plot: Plot, series: Sequence[PlotSeries] | None = None) -> Described:
    """Return what the alternative text of a drawn chart is made from.

    Args:
        plot: The table of what is drawn.
        series: Those that are told; None for all.
    """
    return Described(
        kind=plot.kind,
        categories=plot.categories,
        series=plot.series if series is None else series,
        unit=plot.unit,
        language=plot.language,
    )


def plan_height(rows: float, extra_pt: float, pitch_lines: float = 1.9) -> float:
    """Return the height for its width of a drawing of `rows` rows.

    Args:
        rows: How many there are.
        extra_pt: What heads and edges need, in points.
        pitch_lines: Height of a row in lines of text.
    """
    height = rows * pitch_lines * STEADY_LINE_PT + extra_pt
    return min(max(height / STEADY_WIDTH_PT, 0.15), 1.3)
