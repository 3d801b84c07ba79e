"""How a total is built up: steps up and down from one sum to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from generator.brief.exhibits import Chart, ChartRow, Order
from generator.charts.planning.checks import check_one_series
from generator.charts.planning.draft import Draft, Request
from generator.charts.planning.floating import find_base, measure_above, measure_below
from generator.charts.planning.kind import Kind, always, name_nothing, resolve_rows
from generator.charts.plot import (
    CategoryForm,
    DataColumn,
    LabelPlace,
    Mark,
    PlotSeries,
    Stacking,
)
from generator.charts.style import MUTED, PALETTE
from generator.charts.values import Cell, Numbers, find_place
from generator.errors import DataError

_ZERO = Decimal(0)
_LINKS = 3
"""Series of lines between bars: two lines of one series must not touch."""


class _Step(NamedTuple):
    """One bar: where it starts and ends, and what is written over it."""

    start: Decimal
    end: Decimal
    is_total: bool
    label: str

    @property
    def is_up(self) -> bool:
        """Return whether the bar is a step that adds."""
        return not self.is_total and self.end >= self.start


def _resolve_steps(request: Request) -> Numbers:
    """Return the steps, and the sum so far for each total.

    Raises:
        DataError: A step has no number, or a total says another sum than its steps.
    """
    chart, numbers = request.chart, resolve_rows(request)
    check_one_series(chart, numbers)
    level = _ZERO
    cells: list[Cell] = []
    for at, (row, cell) in enumerate(zip(chart.data, numbers.cells[0], strict=True)):
        if row.total and at:
            _check_total(chart, row, cell, level)
            cells.append(replace(cell, value=level))
            continue
        if cell.value is None:
            raise DataError(
                f"the step '{row.label}' has no number",
                place=find_place(chart, row.label),
                hint="give its number, or say 'total: true' for the sum so far",
            )
        level += cell.value
        cells.append(cell)
    return replace(numbers, cells=(tuple(cells),))


def _check_total(chart: Chart, row: ChartRow, cell: Cell, level: Decimal) -> None:
    if cell.value not in {None, level}:
        raise DataError(
            f"'{row.label}' says {cell.value}, but the steps before it add up to {level}",
            place=find_place(chart, row.label),
            hint="leave its number out, since it is reckoned, or mend the steps",
        )


def _check_order(chart: Chart, _: Numbers) -> None:
    if chart.order not in {Order.AUTO, Order.DATA}:
        raise DataError(
            "the steps of a waterfall keep their order",
            place=find_place(chart),
            hint="leave 'order' out",
        )


def _plan_steps(draft: Draft) -> list[_Step]:
    """Return the bars; the first is where the way begins, and stands on zero as totals do."""
    steps: list[_Step] = []
    level = _ZERO
    for row, value in zip(draft.rows, draft.grid.values[0], strict=True):
        step, is_first = value or _ZERO, not steps
        if row.total and not is_first:
            steps.append(_Step(_ZERO, level, is_total=True, label=draft.write(level)))
            continue
        sign = "+" if step > 0 and not is_first else ""
        start, level = level, level + step
        steps.append(_Step(start, level, is_total=is_first, label=sign + draft.write(step)))
    return steps


def _plan_series(draft: Draft) -> tuple[PlotSeries, ...]:
    """Return what holds the bars up, the bars by kind, the lines between, and the labels.

    A bar that crosses zero stands on it with a part on either side.
    """
    steps = _plan_steps(draft)
    words = draft.words
    looks = (
        (words.total, MUTED[2], [step.is_total for step in steps]),
        (words.increase, PALETTE[0], [step.is_up for step in steps]),
        (words.decrease, PALETTE[1], [not step.is_up and not step.is_total for step in steps]),
    )
    bars: list[PlotSeries] = []
    for name, colour, is_meant in looks:
        bars += _plan_parts(name, colour, steps, is_meant)
    base = _make_helper(
        words.helper.format(words.base), [find_base((step.start, step.end)) for step in steps]
    )
    tops = [max(step.start, step.end) for step in steps]
    labels = PlotSeries(
        name=words.helper.format(words.label),
        values=tuple(tops),
        colour=PALETTE[0],
        labels=tuple(step.label for step in steps),
        mark=Mark.LINE,
        is_helper=True,
        place=LabelPlace.ABOVE,
        text_column=0,
    )
    return base, *bars, *_plan_links(draft, steps), labels


def _plan_parts(
    name: str, colour: str, steps: Sequence[_Step], is_meant: Sequence[bool]
) -> Iterator[PlotSeries]:
    """Yield the bars of one look: the parts above zero, and those below where there are any."""
    spans = [(step.start, step.end) for step in steps]
    above, below = measure_above(spans), measure_below(spans)
    for lengths, suffix in ((above, ""), (below, " < 0")):
        values = tuple(
            length if is_one and length else None
            for is_one, length in zip(is_meant, lengths, strict=True)
        )
        if any(value is not None for value in values):
            yield PlotSeries(
                name=name + suffix, values=values, colour=colour, place=LabelPlace.NONE
            )


def _make_helper(
    name: str, values: Sequence[Decimal | None], mark: Mark | None = None
) -> PlotSeries:
    return PlotSeries(
        name=name, values=tuple(values), colour=MUTED[0], mark=mark, is_helper=mark is None
    )


def _plan_links(draft: Draft, steps: Sequence[_Step]) -> Iterator[PlotSeries]:
    """Yield the lines from the end of each bar to the next."""
    count = len(steps)
    for turn in range(min(_LINKS, count - 1)):
        values: list[Decimal | None] = [None] * count
        for at in range(turn, count - 1, _LINKS):
            values[at] = values[at + 1] = steps[at].end
        name = draft.words.helper.format(f"{draft.words.link} {turn + 1}")
        yield _make_helper(name, values, Mark.RULE)


def _plan_columns(draft: Draft) -> tuple[DataColumn, ...]:
    """Return the numbers as the author gave them, totals as they were reckoned."""
    steps = _plan_steps(draft)
    plain = draft.grid.writing.number_format(draft.grid.writing.decimals)
    signed = f"+{plain};−{plain};{plain}"
    return (
        DataColumn(
            name=draft.words.change,
            values=tuple(step.end - step.start for step in steps),
            cell_formats=tuple(plain if step.is_total else signed for step in steps),
        ),
    )


WATERFALL = Kind(
    form=CategoryForm(stacking=Stacking.SUM, gap=0.35),
    resolve=_resolve_steps,
    checks=(_check_order,),
    has_labels=always,
    plan_series=_plan_series,
    plan_columns=_plan_columns,
    plan_legend=name_nothing,
)
