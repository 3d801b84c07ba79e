"""A chart of the brief to a plot: every number, order, colour and label decided. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.brief.exhibits import Chart, ChartKind
from generator.charts.alt import Described, describe_chart
from generator.charts.kinds import BARS, STACKED
from generator.charts.ordering import order_categories
from generator.charts.plot import EXACT, Axis, Legend, Plot, PlotSeries
from generator.charts.style import MUTED, PALETTE
from generator.charts.ticks import Writing, plan_axis
from generator.charts.values import (
    Numbers,
    choose_decimals,
    find_place,
    list_values,
    resolve_numbers,
    resolve_unit,
    round_cells,
    scale_numbers,
)
from generator.errors import DataError, suggest
from generator.facts import Figure, decimal_sign, unit_label
from generator.facts.languages import resolve_wording
from generator.facts.measures import Kind, parse_kind

SINGLE = frozenset({ChartKind.BAR, ChartKind.COLUMN, ChartKind.DOUGHNUT})
"""Kinds that show one series."""

MOST_SLICES = 5
MOST_DIRECT = 4
"""Up to so many lines are named at their ends."""

_LONGEST_DIRECT = 26  # characters of a name that has room beside the plot
_MOST_LABELLED = 9  # bars; of more, the axis is drawn instead
_MOST_LABELLED_ACROSS = 15  # rows of single bars, whose labels never meet
_MOST_LABELLED_STACKED = 30  # segments, which hold their labels
_WIDEST_LABELS = 48  # characters of all labels side by side above columns
_SEVERAL = {ChartKind.BAR: ChartKind.GROUPED_BAR, ChartKind.COLUMN: ChartKind.GROUPED_COLUMN}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Grid:
    """The values to draw, ordered and rounded, with their labels and the bounds in them."""

    categories: tuple[str, ...]
    values: tuple[tuple[Decimal | None, ...], ...]
    labels: tuple[tuple[str, ...], ...]
    bounds: tuple[tuple[str, ...], ...]
    writing: Writing


def plan_plot(chart_id: str, chart: Chart, figures: Mapping[str, Figure], language: str) -> Plot:
    """Return what is drawn of `chart`.

    Args:
        chart_id: The chart's key in the brief.
        chart: Its kind, data and wishes.
        figures: All facts, by id, with their exact values.
        language: BCP 47 tag that numbers and the alternative text are written in.

    Raises:
        DataError: The data do not suit the kind of chart, a fact is missing, units differ, or
            what is to be highlighted is not there.
    """
    numbers = resolve_numbers(chart, figures)
    unit = resolve_unit(chart, numbers)
    _check_data(chart, numbers)
    scale, numbers = scale_numbers(chart, numbers, unit)
    grid = _plan_grid(chart, numbers, _plan_writing(chart, numbers, unit, language))
    label = unit_label(unit, scale, language)
    names = numbers.names or (label or chart_id,)
    series = _plan_series(chart, grid, names)
    has_labels = _has_labels(chart.kind, grid)
    described = Described(
        kind=chart.kind, categories=grid.categories, series=series, unit=label, language=language
    )
    return Plot(
        id=chart_id,
        kind=chart.kind,
        categories=grid.categories,
        series=series,
        unit=label,
        number_format=grid.writing.number_format(grid.writing.decimals),
        has_labels=has_labels,
        legend=_plan_legend(chart, names),
        axis=_plan_axis(chart.kind, grid, has_labels),
        alt=chart.alt or describe_chart(described),
        facts=numbers.facts,
        language=language,
        decimal_sign=decimal_sign(language),
    )


def _check_data(chart: Chart, numbers: Numbers) -> None:
    """Check that the data suit the kind of chart."""
    values = list_values(numbers.cells)
    if not values:
        raise DataError(
            "the chart has no numbers", place=find_place(chart), hint="leave it out, or fill a row"
        )
    if chart.kind in SINGLE and len(numbers.cells) > 1:
        kind = _SEVERAL.get(chart.kind, ChartKind.STACKED_BAR)
        raise DataError(
            f"a {chart.kind} chart shows one series, not {len(numbers.cells)}",
            place=find_place(chart),
            hint=f"use 'kind: {kind}'",
        )
    if len(numbers.cells) > len(PALETTE) and chart.highlight is None:
        raise DataError(
            f"{len(numbers.cells)} series cannot be told apart",
            place=find_place(chart),
            hint=f"show {len(PALETTE)} at most, or 'highlight' one of them",
        )
    if chart.kind is ChartKind.DOUGHNUT:
        _check_doughnut(chart, values)
    if chart.kind in STACKED and min(values) < 0 < max(values):
        raise DataError(
            "a stacked chart cannot show positive and negative numbers in one bar",
            place=find_place(chart),
            hint=f"use 'kind: {str(chart.kind).replace('stacked', 'grouped')}'",
        )
    if chart.kind is ChartKind.LINE and len(numbers.categories) == 1:
        raise DataError(
            "a line needs two points or more",
            place=find_place(chart),
            hint="use 'kind: column'",
        )


def _check_doughnut(chart: Chart, values: Sequence[Decimal]) -> None:
    hint = "use 'kind: bar', which reads well with many or negative numbers"
    if min(values) < 0:
        raise DataError(
            "a doughnut cannot show negative numbers", place=find_place(chart), hint=hint
        )
    if len(values) > MOST_SLICES:
        raise DataError(
            f"a doughnut of {len(values)} slices cannot be read; two or three are best",
            place=find_place(chart),
            hint=f"join small slices until there are at most {MOST_SLICES}, or use 'kind: bar'",
        )
    if max(values) == 0:
        raise DataError(
            "all slices of the doughnut are zero", place=find_place(chart), hint="leave it out"
        )


def _plan_writing(chart: Chart, numbers: Numbers, unit: str, language: str) -> Writing:
    """Return how the numbers are written: those of a share carry its sign, others are bare."""
    decimals = chart.decimals
    if decimals is None:
        decimals = choose_decimals(list_values(numbers.cells))
    is_share = parse_kind(unit) is Kind.PERCENT
    sign = resolve_wording(language).percent_short if is_share else ""
    return Writing(language=language, decimals=decimals, sign=sign)


def _plan_grid(chart: Chart, numbers: Numbers, writing: Writing) -> _Grid:
    """Order and round the numbers, and write their labels. A doughnut leaves out its gaps."""
    drawn = [tuple(round_cells(row, writing.decimals)) for row in numbers.cells]
    order = order_categories(chart.kind, chart.order, numbers.categories, _rank(chart.kind, drawn))
    if chart.kind is ChartKind.DOUGHNUT:
        order = [index for index in order if drawn[0][index] is not None]
    ordered = tuple(tuple(row[index] for index in order) for row in drawn)
    signs = resolve_wording(writing.language).bounds_short
    bounds = tuple(tuple(signs[row[index].bound] for index in order) for row in numbers.cells)
    return _Grid(
        categories=tuple(numbers.categories[index] for index in order),
        values=ordered,
        labels=tuple(
            tuple(_write(*cell, writing) for cell in zip(row, told, strict=True))
            for row, told in zip(ordered, bounds, strict=True)
        ),
        bounds=bounds,
        writing=writing,
    )


def _write(value: Decimal | None, bound: str, writing: Writing) -> str:
    return "" if value is None else bound.format(writing.write(value, writing.decimals))


def _rank(kind: ChartKind, rows: Sequence[Sequence[Decimal | None]]) -> list[Decimal | None]:
    """Return what each category is ranked by: the total of a stack, else the first series."""
    if kind not in STACKED:
        return list(rows[0])
    return [
        None if all(cell is None for cell in column) else sum_values(column)
        for column in zip(*rows, strict=True)
    ]


def sum_values(values: Sequence[Decimal | None]) -> Decimal:
    """Return the sum, gaps left out."""
    return sum((value for value in values if value is not None), Decimal(0))


def _plan_series(chart: Chart, grid: _Grid, names: Sequence[str]) -> tuple[PlotSeries, ...]:
    colours = _plan_colours(chart, names if len(grid.values) > 1 else ())
    has_context = _has_context(chart, names)
    points = _plan_points(chart, grid) if len(grid.values) == 1 else ({}, colours[0])
    return tuple(
        PlotSeries(
            name=name,
            values=values,
            labels=labels,
            bounds=bounds if any(bound != EXACT for bound in bounds) else (),
            colour=points[1] if len(grid.values) == 1 else colour,
            point_colours=points[0],
            is_context=has_context and colour in MUTED,
        )
        for name, values, labels, bounds, colour in zip(
            names, grid.values, grid.labels, grid.bounds, colours, strict=True
        )
    )


def _plan_colours(chart: Chart, names: Sequence[str]) -> list[str]:
    """Return the colour of each of several series: one in focus and greys, or the palette."""
    if not names:
        return [PALETTE[0]]
    if chart.highlight is None:
        return [PALETTE[index % len(PALETTE)] for index in range(len(names))]
    focus = _find_highlight(chart, names)
    greys = MUTED[:1] if chart.kind is ChartKind.LINE else MUTED
    others = iter(greys[index % len(greys)] for index in range(len(names)))
    return [PALETTE[0] if name == focus else next(others) for name in names]


def _plan_points(chart: Chart, grid: _Grid) -> tuple[dict[int, str], str]:
    """Return the colours of the points of a single series that differ, and that of the rest."""
    count = len(grid.categories)
    if chart.highlight is None or chart.kind is ChartKind.LINE:
        if chart.highlight is not None:
            _find_highlight(chart, grid.categories)
        is_ring = chart.kind is ChartKind.DOUGHNUT
        return ({index: PALETTE[index] for index in range(1, count)} if is_ring else {}), PALETTE[0]
    focus = grid.categories.index(_find_highlight(chart, grid.categories))
    if chart.kind is ChartKind.DOUGHNUT:
        others = [index for index in range(count) if index != focus]
        greys = {index: MUTED[at % len(MUTED)] for at, index in enumerate(others)}
        return {focus: PALETTE[0], **greys}, MUTED[0]
    return {focus: PALETTE[0]}, MUTED[0]


def _find_highlight(chart: Chart, known: Sequence[str]) -> str:
    wanted = " ".join((chart.highlight or "").split())
    if wanted in known:
        return wanted
    raise DataError(
        f"the chart has nothing named '{wanted}' to highlight",
        place=find_place(chart, chart.highlight),
        hint=suggest(wanted, known) or f"one of: {', '.join(known[:8])}",
    )


def _has_labels(kind: ChartKind, grid: _Grid) -> bool:
    """Return whether values are written at the marks; a line has its last value written."""
    count = len(grid.values) * len(grid.categories)
    if kind in {ChartKind.LINE, ChartKind.DOUGHNUT}:
        return True
    if kind in STACKED:
        return count <= _MOST_LABELLED_STACKED
    if kind in BARS:
        return count <= (_MOST_LABELLED_ACROSS if len(grid.values) == 1 else _MOST_LABELLED)
    width = sum(len(label) + 1 for row in grid.labels for label in row)
    return count <= _MOST_LABELLED and width <= _WIDEST_LABELS


def _has_context(chart: Chart, names: Sequence[str]) -> bool:
    """Return whether all lines but the one in focus go without a name: they have one grey."""
    is_crowd = chart.kind is ChartKind.LINE and len(names) > MOST_DIRECT
    return is_crowd and 0 < len(chart.highlight or "") <= _LONGEST_DIRECT


def _plan_legend(chart: Chart, names: Sequence[str]) -> Legend:
    kind = chart.kind
    if _has_context(chart, names):
        return Legend.DIRECT
    if kind is ChartKind.DOUGHNUT:
        return Legend.DIRECT
    if len(names) == 1:
        return Legend.NONE
    is_short = max(map(len, names)) <= _LONGEST_DIRECT
    if kind is ChartKind.LINE and len(names) <= MOST_DIRECT and is_short:
        return Legend.DIRECT
    return Legend.TOP


def _plan_axis(kind: ChartKind, grid: _Grid, has_labels: bool) -> Axis | None:
    if kind is ChartKind.DOUGHNUT:
        return None
    if kind in STACKED:
        values = [sum_values(column) for column in zip(*grid.values, strict=True)]
    else:
        values = [value for row in grid.values for value in row if value is not None]
    is_line = kind is ChartKind.LINE
    return plan_axis(
        values, grid.writing, from_zero=not is_line, is_shown=is_line or not has_labels
    )
