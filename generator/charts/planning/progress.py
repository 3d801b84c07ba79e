"""How far things have come to their targets: bars, each in the outline of what is to be reached."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from generator.brief.exhibits import Chart
from generator.charts.planning.checks import check_one_series
from generator.charts.planning.draft import Draft, Request
from generator.charts.planning.kind import Kind, always, resolve_rows
from generator.charts.planning.series import plan_series
from generator.charts.plot import (
    CategoryForm,
    DataColumn,
    PlotSeries,
    Stacking,
    Texture,
)
from generator.charts.style import MUTED, PALETTE
from generator.charts.values import Numbers, find_place, list_values, resolve_point
from generator.charts.words import find_words
from generator.errors import DataError

NO_VALUE = "–"


def _resolve_targets(request: Request) -> Numbers:
    """Return two series: what is, and what is to be reached."""
    chart, numbers = request.chart, resolve_rows(request)
    check_one_series(chart, numbers)
    words = find_words(request.language)
    actual = words.scenarios[next(iter(words.scenarios))]
    targets = tuple(resolve_point(chart, row.target, request.figures) for row in chart.data)
    return replace(
        numbers,
        names=(*(numbers.names or (actual,)), words.target),
        cells=(*numbers.cells, targets),
    )


def _check_targets(chart: Chart, numbers: Numbers) -> None:
    for row, cell in zip(chart.data, numbers.cells[1], strict=True):
        if cell.value is None:
            raise DataError(
                f"'{row.label}' has no target",
                place=find_place(chart, row.label),
                hint="give its 'target', or use 'kind: bar'",
            )
    if min(list_values(numbers.cells)) < 0:
        raise DataError(
            "progress cannot be negative",
            place=find_place(chart),
            hint="use 'kind: bar', which reads well with negative numbers",
        )


def _plan_series(draft: Draft) -> tuple[PlotSeries, ...]:
    """Return the bars and the outlines over them; the longer of both bears the label."""
    actual, target = plan_series(replace(draft, chart=_leave_focus(draft.chart)))
    labels = _write_labels(draft)
    is_reached = [
        (value or Decimal(0)) > (aim or Decimal(0))
        for value, aim in zip(actual.values, target.values, strict=True)
    ]
    focus = {
        at: PALETTE[0]
        for at, name in enumerate(draft.grid.categories)
        if name == " ".join((draft.chart.highlight or "").split())
    }
    return (
        replace(
            actual,
            colour=MUTED[0] if focus else PALETTE[0],
            point_colours=focus,
            labels=tuple(
                text if is_over else "" for text, is_over in zip(labels, is_reached, strict=True)
            ),
            text_column=0,
        ),
        replace(
            target,
            colour="tx1",
            texture=Texture.OUTLINED,
            labels=tuple(
                "" if is_over else text for text, is_over in zip(labels, is_reached, strict=True)
            ),
            text_column=0,
        ),
    )


def _leave_focus(chart: Chart) -> Chart:
    """Return `chart` without a focus, which is one of its rows and none of its series."""
    return chart.model_copy(update={"highlight": None})


def _write_labels(draft: Draft) -> tuple[str, ...]:
    actual, target = draft.grid.labels
    return tuple(
        draft.words.reached.format(value or NO_VALUE, aim)
        for value, aim in zip(actual, target, strict=True)
    )


def _plan_columns(draft: Draft) -> tuple[DataColumn, ...]:
    return (DataColumn(name=draft.words.label, values=_write_labels(draft)),)


PROGRESS = Kind(
    form=CategoryForm(is_lying=True, stacking=Stacking.OVERLAY),
    checks=(_check_targets,),
    resolve=_resolve_targets,
    has_labels=always,
    plan_series=_plan_series,
    plan_columns=_plan_columns,
)
