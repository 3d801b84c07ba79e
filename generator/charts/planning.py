"""Chart and figures to plot: every number, order, colour and label decided. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.brief.exhibits import Chart, ChartKind, ChartRow, Order, Scale
from generator.charts.axes import plan_axis
from generator.charts.describing import describe
from generator.charts.order import is_ordered
from generator.charts.plot import Axis, Legend, Plot, PlotSeries
from generator.charts.style import MUTED, PALETTE
from generator.errors import DataError, suggest
from generator.facts import (
    Figure,
    choose_scale,
    decimal_sign,
    number_format,
    scale_value,
    unit_label,
    write_number,
)

BARS = frozenset({ChartKind.BAR, ChartKind.GROUPED_BAR, ChartKind.STACKED_BAR})
"""Kinds whose bars lie."""

STACKED = frozenset({ChartKind.STACKED_BAR, ChartKind.STACKED_COLUMN})

PERCENT = "percent"

_DIGITS_SHOWN = 3
_MOST_DECIMALS = 3
_MOST_SLICES = 5
_MOST_DIRECT_LINES = 4
_MOST_LABELLED = {ChartKind.BAR: 12, ChartKind.COLUMN: 9}
_MOST_LABELLED_TOGETHER = 12

Values = tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Data:
    """The numbers of a chart as the brief gives them, unscaled.

    Attributes:
        series: Name and values of each series, in order; one value for each category.
        unit: Of all numbers; empty if none is given.
        facts: Ids of the facts that gave numbers, each once.
    """

    categories: tuple[str, ...]
    series: tuple[tuple[str, Values], ...]
    unit: str
    facts: tuple[str, ...]

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """Return all numbers, gaps left out."""
        return tuple(value for _, values in self.series for value in values if value is not None)


def plan_plot(chart_id: str, chart: Chart, figures: Mapping[str, Figure], language: str) -> Plot:
    """Return what is drawn for `chart`.

    Args:
        chart_id: Key of the chart in the brief.
        chart: The chart as the brief has it.
        figures: Where the numbers of its facts come from.
        language: BCP 47 tag, for numbers and units.

    Raises:
        DataError: The numbers are of several units, all missing, or cannot be drawn this way.
    """
    data = _sort(chart, _read(chart_id, chart, figures))
    _check(chart_id, chart.kind, data)
    scale = choose_scale(data.numbers) if chart.scale is Scale.AUTO else chart.scale
    scaled = tuple(
        (name, tuple(None if value is None else scale_value(value, scale) for value in values))
        for name, values in data.series
    )
    decimals = _plan_decimals(chart, scaled)
    is_percent = data.unit == PERCENT
    unit = unit_label(data.unit, scale, language) if data.unit else unit_label("", scale, language)
    has_labels = _has_labels(chart.kind, len(data.categories), len(scaled))
    axis = _plan_axis(chart.kind, [values for _, values in scaled], has_labels=has_labels)
    series = tuple(
        _plan_series(
            (name or unit or chart_id, values),
            (index, len(scaled)),
            chart,
            data.categories,
            tuple(_label(value, language, decimals, is_percent=is_percent) for value in values),
        )
        for index, (name, values) in enumerate(scaled)
    )
    plot = Plot(
        id=chart_id,
        kind=chart.kind,
        categories=data.categories,
        series=series,
        unit=unit,
        number_format=number_format(decimals) + ('"%"' if is_percent else ""),
        has_labels=has_labels,
        legend=_plan_legend(chart.kind, len(series)),
        axis=axis,
        alt="",
        facts=data.facts,
        language=language,
        decimal_sign=decimal_sign(language),
    )
    return describe(plot, chart)


def _read(chart_id: str, chart: Chart, figures: Mapping[str, Figure]) -> _Data:
    """Return the numbers of all rows; facts looked up."""
    names = next((tuple(row.values) for row in chart.data if row.values), ("",))
    facts: dict[str, Figure] = {}
    columns: list[list[Decimal | None]] = [[] for _ in names]
    for row in chart.data:
        for column, cell in zip(columns, _cells(row, names), strict=True):
            if isinstance(cell, str):
                facts[str(cell)] = _find_figure(chart_id, cell, figures)
                cell = facts[str(cell)].value
            column.append(cell)
    return _Data(
        categories=tuple(row.label for row in chart.data),
        series=tuple((name, tuple(column)) for name, column in zip(names, columns, strict=True)),
        unit=_find_unit(chart_id, chart, tuple(facts.values())),
        facts=tuple(facts),
    )


def _cells(row: ChartRow, names: Sequence[str]) -> tuple[Decimal | str | None, ...]:
    if row.values is not None:
        return tuple(row.values.get(name) for name in names)
    given: Decimal | str | None = row.fact if row.fact is not None else row.value
    return (given, *(None for _ in names[1:]))


def _find_figure(chart_id: str, name: str, figures: Mapping[str, Figure]) -> Figure:
    try:
        return figures[name]
    except KeyError:
        raise DataError(
            f"chart '{chart_id}' shows '{name}', which is no fact that has a value",
            place=getattr(name, "place", None),
            hint=suggest(name, figures),
        ) from None


def _find_unit(chart_id: str, chart: Chart, figures: Sequence[Figure]) -> str:
    units = dict.fromkeys(figure.fact.unit for figure in figures)
    if chart.unit is not None:
        units = dict.fromkeys((*units, chart.unit))
    if len(units) > 1:
        raise DataError(
            f"chart '{chart_id}' mixes units: {', '.join(units)}",
            hint="one chart shows one unit; make a chart of each",
        )
    return next(iter(units), "")


def _check(chart_id: str, kind: ChartKind, data: _Data) -> None:
    """Refuse what cannot be drawn honestly."""
    numbers = data.numbers
    if not numbers:
        raise DataError(f"chart '{chart_id}' has no number", hint="give its rows values or facts")
    if kind is ChartKind.DOUGHNUT:
        _check_doughnut(chart_id, data)
    elif kind in STACKED and min(numbers) < 0 < max(numbers):
        raise DataError(
            f"chart '{chart_id}' stacks positive and negative numbers",
            hint="use 'grouped-bar' or 'grouped-column', which show both",
        )
    elif kind in (ChartKind.BAR, ChartKind.COLUMN) and len(data.series) > 1:
        raise DataError(
            f"chart '{chart_id}' has {len(data.series)} series but is a '{kind}'",
            hint=f"use 'grouped-{kind}' or 'stacked-{kind}'",
        )


def _check_doughnut(chart_id: str, data: _Data) -> None:
    if len(data.series) > 1:
        raise DataError(
            f"chart '{chart_id}' is a doughnut with {len(data.series)} series",
            hint="a doughnut shows the parts of one whole; use 'stacked-bar'",
        )
    if min(data.numbers) < 0 or not any(data.numbers):
        raise DataError(
            f"chart '{chart_id}' is a doughnut of numbers below zero, or of nothing but zeros",
            hint="parts of a whole are above zero; use 'bar'",
        )
    if len(data.numbers) > _MOST_SLICES:
        raise DataError(
            f"chart '{chart_id}' is a doughnut of {len(data.numbers)} parts",
            hint="readers can compare two or three; use 'bar'",
        )


def _sort(chart: Chart, data: _Data) -> _Data:
    """Return `data` with its categories in the order wanted.

    By itself a bar chart is sorted by size, largest first, unless its categories have an order of
    their own; columns, lines and parts keep the order of the data.
    """
    order = chart.order
    if order is Order.AUTO:
        is_by_size = chart.kind in BARS and not is_ordered(data.categories)
        order = Order.DESCENDING if is_by_size else Order.DATA
    if order is Order.DATA:
        return data
    totals = [
        sum((values[index] or Decimal(0) for _, values in data.series), Decimal(0))
        for index in range(len(data.categories))
    ]
    sign = -1 if order is Order.DESCENDING else 1
    ranked = sorted(range(len(totals)), key=lambda index: sign * totals[index])
    return _Data(
        categories=tuple(data.categories[index] for index in ranked),
        series=tuple(
            (name, tuple(values[index] for index in ranked)) for name, values in data.series
        ),
        unit=data.unit,
        facts=data.facts,
    )


def _plan_decimals(chart: Chart, series: Sequence[tuple[str, Values]]) -> int:
    """Return how many decimals all numbers of the chart get.

    As many as the finest number has, but no more than three digits for the largest, unless the
    smallest would then read as zero.
    """
    if chart.decimals is not None:
        return chart.decimals
    numbers = [abs(value) for _, values in series for value in values if value]
    if not numbers:
        return 0
    exact = max(_count_decimals(number) for number in numbers)
    fit = max(0, _DIGITS_SHOWN - 1 - max(numbers).adjusted())
    least = max(0, -min(numbers).adjusted())
    return min(exact, max(fit, least), _MOST_DECIMALS)


def _count_decimals(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _has_labels(kind: ChartKind, categories: int, series: int) -> bool:
    """Return whether values are written at the marks: at few bars, at all slices, at line ends."""
    match kind:
        case ChartKind.BAR | ChartKind.COLUMN:
            return categories <= _MOST_LABELLED[kind]
        case ChartKind.LINE | ChartKind.DOUGHNUT:
            return True
        case _:
            return categories * series <= _MOST_LABELLED_TOGETHER


def _plan_axis(kind: ChartKind, series: Sequence[Values], *, has_labels: bool) -> Axis | None:
    if kind is ChartKind.DOUGHNUT:
        return None
    if kind in STACKED:
        ends = [
            sum((value or Decimal(0) for value in stack), Decimal(0))
            for stack in zip(*series, strict=True)
        ]
    else:
        ends = [value for values in series for value in values if value is not None]
    is_line = kind is ChartKind.LINE
    return plan_axis(ends, may_leave_zero=is_line, is_shown=is_line or not has_labels)


def _plan_legend(kind: ChartKind, series: int) -> Legend:
    if series == 1:
        return Legend.NONE
    if kind is ChartKind.LINE and series <= _MOST_DIRECT_LINES:
        return Legend.DIRECT
    return Legend.TOP


def _plan_series(
    named: tuple[str, Values],
    place: tuple[int, int],
    chart: Chart,
    categories: tuple[str, ...],
    labels: tuple[str, ...],
) -> PlotSeries:
    """Return one series with its colours: what is in focus in the first accent, the rest muted."""
    name, values = named
    index, count = place
    colour = PALETTE[index % len(PALETTE)]
    points: dict[int, str] = {}
    if chart.highlight is not None:
        if count > 1 and chart.highlight not in categories:
            colour = PALETTE[0] if name == chart.highlight else MUTED
        elif chart.highlight in categories and count == 1:
            colour = MUTED
            points = {categories.index(chart.highlight): PALETTE[0]}
    elif chart.kind is ChartKind.DOUGHNUT:
        points = {at: PALETTE[at % len(PALETTE)] for at in range(1, len(categories))}
    return PlotSeries(name=name, values=values, colour=colour, point_colours=points, labels=labels)


def _label(value: Decimal | None, language: str, decimals: int, *, is_percent: bool) -> str:
    if value is None:
        return ""
    return write_number(value, language, decimals) + ("%" if is_percent else "")
