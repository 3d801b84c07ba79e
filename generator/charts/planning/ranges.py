"""From when to when, or from how much to how much: bars that float between two ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal

from generator.brief.exhibits import Chart, ChartRow, Scale
from generator.brief.values import When
from generator.charts.planning.dateaxis import count_days, plan_date_axis
from generator.charts.planning.draft import Draft, Request
from generator.charts.planning.floating import find_base, measure_above, measure_below
from generator.charts.planning.kind import Kind, always, name_nothing, resolve_rows
from generator.charts.planning.remarks import describe_list
from generator.charts.plot import (
    Axis,
    CategoryForm,
    DataColumn,
    LabelPlace,
    PlotSeries,
    Stacking,
)
from generator.charts.style import MUTED, PALETTE
from generator.charts.ticks import plan_axis
from generator.charts.values import Cell, Numbers, find_place, resolve_point
from generator.charts.words import find_words
from generator.errors import DataError
from generator.facts.dates import write_when

_MOST_LABELLED = 15  # rows
_DATE_CODE = "yyyy-mm-dd"


def _has_dates(chart: Chart) -> bool:
    return any(row.period is not None for row in chart.data)


def _adapt(chart: Chart) -> Chart:
    """Return the chart without scale and digits where it shows dates."""
    return (
        chart.model_copy(update={"scale": Scale.ONE, "decimals": 0}) if _has_dates(chart) else chart
    )


def _describe(draft: Draft) -> str:
    ranges = zip(draft.grid.categories, _write_ranges(draft), strict=True)
    return describe_list(draft, list(ranges))


def _resolve_ranges(request: Request) -> Numbers:
    """Return starts and ends; those of periods in days, the last day included.

    Raises:
        DataError: A row has no range, or one that ends before it starts; periods and numbers are
            mixed.
    """
    chart = request.chart
    words = find_words(request.language)
    pairs = [_resolve_row(request, row) for row in chart.data]
    numbers = resolve_rows(request)
    return Numbers(
        categories=numbers.categories,
        names=(words.start, words.end),
        cells=(tuple(start for start, _ in pairs), tuple(end for _, end in pairs)),
    )


def _resolve_row(request: Request, row: ChartRow) -> tuple[Cell, Cell]:
    chart = request.chart
    if row.period is not None:
        end = row.period.end + timedelta(days=1)
        return Cell(value=count_days(row.period.start)), Cell(value=count_days(end))
    start = resolve_point(chart, row.start, request.figures)
    end = resolve_point(chart, row.end, request.figures)
    place = find_place(chart, row.label)
    if _has_dates(chart) or start.value is None or end.value is None:
        raise DataError(
            f"'{row.label}' has no range",
            place=place,
            hint="give each row a 'period' such as 2024-03/2025-06, or each 'start' and 'end'",
        )
    if end.value < start.value:
        raise DataError(
            f"'{row.label}' ends before it starts", place=place, hint="swap 'start' and 'end'"
        )
    return start, end


def _list_spans(draft: Draft) -> list[tuple[Decimal, Decimal]]:
    starts, ends = draft.grid.values
    zero = Decimal(0)
    return [(start or zero, end or zero) for start, end in zip(starts, ends, strict=True)]


def _write_ranges(draft: Draft) -> tuple[str, ...]:
    starts, ends = draft.grid.labels
    return tuple(
        f"{start}–{end}" if row.period is None else write_when(row.period, draft.language)
        for row, start, end in zip(draft.rows, starts, ends, strict=True)
    )


def _plan_series(draft: Draft) -> tuple[PlotSeries, ...]:
    """Return what holds the bars up, the bars, and what holds the labels beyond them."""
    return tuple(_list_series(draft))


def _list_series(draft: Draft) -> Iterator[PlotSeries]:
    words, spans = draft.words, _list_spans(draft)
    yield PlotSeries(
        name=words.helper.format(words.base),
        values=tuple(find_base(span) for span in spans),
        colour=MUTED[0],
        is_helper=True,
        number_format=_find_code(draft),
    )
    below = measure_below(spans)
    lengths = ((words.length, measure_above(spans)), (f"{words.length} < 0", below))
    for name, values in lengths if any(below) else lengths[:1]:
        yield PlotSeries(
            name=name,
            values=tuple(values),
            colour=PALETTE[0] if draft.chart.highlight is None else MUTED[0],
            point_colours=_find_focus(draft),
            place=LabelPlace.NONE,
            number_format="0" if _has_dates(draft.chart) else "",
        )
    reach = max(max(span) for span in spans) - min(min(span) for span in spans)
    yield PlotSeries(
        name=words.helper.format(words.label),
        values=(reach or Decimal(1),) * len(spans),
        colour=MUTED[0],
        labels=_write_ranges(draft),
        is_helper=True,
        place=LabelPlace.BEYOND,
        text_column=2,
        number_format="0" if _has_dates(draft.chart) else "",
    )


def _find_focus(draft: Draft) -> dict[int, str]:
    wanted = " ".join((draft.chart.highlight or "").split())
    return {at: PALETTE[0] for at, name in enumerate(draft.grid.categories) if name == wanted}


def _find_code(draft: Draft) -> str:
    return _DATE_CODE if _has_dates(draft.chart) else ""


def _plan_columns(draft: Draft) -> tuple[DataColumn, ...]:
    """Return starts and ends as the author gave them, and what the labels say."""
    words = draft.words
    if _has_dates(draft.chart):
        periods = [row.period for row in draft.rows if row.period]
        ends = (tuple(each.start for each in periods), tuple(each.end for each in periods))
    else:
        ends = draft.grid.values
    return (
        DataColumn(name=words.start, values=ends[0], number_format=_find_code(draft)),
        DataColumn(name=words.end, values=ends[1], number_format=_find_code(draft)),
        DataColumn(name=words.label, values=_write_ranges(draft)),
    )


def _plan_axis(draft: Draft, _: Sequence[PlotSeries], is_shown: bool) -> Axis:
    ends = [value for row in draft.grid.values for value in row if value is not None]
    if not _has_dates(draft.chart):
        return plan_axis(ends, draft.grid.writing, from_zero=False, is_shown=is_shown)
    periods: list[When] = [row.period for row in draft.rows if row.period]
    first = min(each.start for each in periods)
    return plan_date_axis(first, max(each.end for each in periods), draft.language)


def _fit_labels(draft: Draft) -> bool:
    lows = [low for low, _ in _list_spans(draft)]
    return min(lows) >= 0 and len(lows) <= _MOST_LABELLED


RANGE = Kind(
    form=CategoryForm(is_lying=True, stacking=Stacking.SUM),
    adapt=_adapt,
    resolve=_resolve_ranges,
    has_labels=_fit_labels,
    plan_series=_plan_series,
    plan_columns=_plan_columns,
    plan_legend=name_nothing,
    plan_axis=_plan_axis,
    shows_axis=always,
    describe=_describe,
)
