"""Small charts of one kind side by side, one for each series, all on one scale. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from generator.brief.exhibits import Chart, ChartRow, Order
from generator.charts.alt import Described, describe_chart
from generator.charts.planning.colours import find_highlight
from generator.charts.planning.draft import Request
from generator.charts.planning.grid import plan_writing
from generator.charts.planning.kind import Kind
from generator.charts.plot import CategoryForm, Legend, Mark, PanelForm, Plot, PlotSeries
from generator.charts.style import MUTED, PALETTE
from generator.charts.ticks import Writing, plan_axis
from generator.charts.values import (
    Numbers,
    find_place,
    resolve_numbers,
    resolve_unit,
    scale_numbers,
)
from generator.errors import DataError

_MOST_PANELS = 12
_SQUARES = {2: 2, 4: 2, 7: 4, 8: 4}
"""Panels → columns, where neither three nor four are the rule."""

_THREE, _FOUR = 3, 4
_MOST_OF_THREE = 9


def plan_multiples(kind: Kind, request: Request) -> Plot:
    """Return a plot made of one small chart for each series.

    Raises:
        DataError: The kind has no small charts, there is one series, or there are too many.
    """
    chart = request.chart
    numbers = resolve_numbers(chart, request.figures)
    _check(kind, chart, numbers)
    unit = resolve_unit(chart, numbers)
    scale, scaled = scale_numbers(chart, numbers, unit)
    writing = plan_writing(chart, scaled, unit, request.language)
    order = Order.DATA if chart.order is Order.AUTO else chart.order
    update: dict[str, object] = {"scale": scale, "decimals": writing.decimals, "order": order}
    same = chart.model_copy(update=update)
    panels = [
        kind.plan(replace(request, chart=_take_series(same, chart, index)))
        for index in range(len(numbers.names))
    ]
    return _join(request, kind, panels, (numbers, writing))


def _check(kind: Kind, chart: Chart, numbers: Numbers) -> None:
    place, form = find_place(chart), kind.form
    if not isinstance(form, CategoryForm):
        raise DataError(
            f"a {chart.kind} chart has no small multiples",
            place=place,
            hint="use 'line', 'area', 'column' or 'bar'",
        )
    if not 1 < len(numbers.names) <= _MOST_PANELS:
        raise DataError(
            f"small multiples show 2 to {_MOST_PANELS} series, not {max(1, len(numbers.names))}",
            place=place,
            hint="give each row its numbers under 'values', by name of the series",
        )


def _take_series(same: Chart, chart: Chart, index: int) -> Chart:
    """Return the chart of one series alone."""
    names = list(dict.fromkeys(name for row in chart.data for name in row.values or {}))
    rows: list[ChartRow] = []
    for row in chart.data:
        point = (row.values or {}).get(names[index])
        is_fact = isinstance(point, str)
        taken: dict[str, object] = {
            "values": None,
            "fact": point if is_fact else None,
            "value": None if is_fact else point,
        }
        rows.append(row.model_copy(update=taken))
    update: dict[str, object] = {"data": tuple(rows), "highlight": None, "alt": None}
    return same.model_copy(update=update)


def _join(
    request: Request, kind: Kind, panels: Sequence[Plot], whole: tuple[Numbers, Writing]
) -> Plot:
    chart, (numbers, writing) = request.chart, whole
    focus = find_highlight(chart, numbers.names) if chart.highlight else None
    has_labels = all(panel.has_labels for panel in panels)
    is_line = isinstance(kind.form, CategoryForm) and kind.form.mark is Mark.LINE
    ends = [value for panel in panels for each in panel.series for value in each.values]
    axis = plan_axis(
        [value for value in ends if value is not None] or [Decimal(0)],
        writing,
        from_zero=not is_line,
        is_shown=any(panel.axis and panel.axis.is_shown for panel in panels) or not has_labels,
    )
    drawn = tuple(
        replace(
            panel,
            axis=axis,
            has_labels=has_labels,
            heading=name,
            legend=Legend.NONE,
            remarks=(),
            series=tuple(_colour(each, focus in {name, None}) for each in panel.series),
        )
        for name, panel in zip(numbers.names, panels, strict=True)
    )
    first = panels[0]
    series = tuple(
        replace(panel.series[0], name=name)
        for name, panel in zip(numbers.names, panels, strict=True)
    )
    described = Described(
        kind=chart.kind,
        categories=first.categories,
        series=series,
        unit=first.unit,
        language=request.language,
        is_course=is_line,
    )
    count = len(drawn)
    columns = _SQUARES.get(count, _THREE if count <= _MOST_OF_THREE else _FOUR)
    return replace(
        first,
        form=PanelForm(panels=drawn, columns=columns),
        series=series,
        legend=Legend.NONE,
        axis=None,
        alt=chart.alt or describe_chart(described),
        facts=numbers.facts,
        remarks=tuple(dict.fromkeys(text for panel in panels for text in panel.remarks)),
    )


def _colour(series: PlotSeries, is_focus: bool) -> PlotSeries:
    """Return a series in the colour of what is in focus, or grey."""
    return replace(series, colour=PALETTE[0] if is_focus else MUTED[0])
