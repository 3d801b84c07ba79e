"""Answers on a scale: shares that stand left and right of a centre."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from generator.brief.exhibits import Chart
from generator.charts.planning.bars import fit_in_stacks
from generator.charts.planning.draft import Draft
from generator.charts.planning.grid import sum_values
from generator.charts.planning.kind import Kind
from generator.charts.planning.series import plan_series
from generator.charts.plot import Axis, CategoryForm, PlotSeries, Stacking
from generator.charts.style import MUTED, PALETTE
from generator.charts.values import Numbers, find_place, list_values
from generator.errors import DataError, suggest

_MOST_STEPS = 7


def _check_scale(chart: Chart, numbers: Numbers) -> None:
    place = find_place(chart)
    if not 2 <= len(numbers.cells) <= _MOST_STEPS:  # noqa: PLR2004 - left and right
        raise DataError(
            f"a diverging bar shows 2 to {_MOST_STEPS} answers, not {len(numbers.cells)}",
            place=place,
            hint="give each row its answers under 'values', from the one end to the other",
        )
    if min(list_values(numbers.cells)) < 0:
        raise DataError(
            "a share of the answers cannot be negative",
            place=place,
            hint="for gains and losses use 'kind: bar'",
        )
    centre = " ".join((chart.centre or "").split())
    if centre and centre not in numbers.names:
        raise DataError(
            f"the chart has no answer '{centre}' for its centre",
            place=find_place(chart, chart.centre),
            hint=suggest(centre, numbers.names) or f"one of: {', '.join(numbers.names)}",
        )


def _find_centre(draft: Draft) -> Decimal:
    """Return where the centre lies among the answers: 2 after the second, 2.5 within the third."""
    if draft.chart.centre:
        wanted = " ".join(draft.chart.centre.split())
        return Decimal(draft.names.index(wanted)) + Decimal("0.5")
    return Decimal(len(draft.names)) / 2


def _list_lefts(draft: Draft) -> list[Decimal]:
    """Return what stands left of the centre in each category."""
    centre = _find_centre(draft)
    whole, half = int(centre), centre % 1
    rows = draft.grid.values
    return [
        sum_values([row[at] for row in rows[:whole]])
        + (half * (rows[whole][at] or 0) if half else Decimal(0))
        for at in range(len(draft.grid.categories))
    ]


def _find_reach(draft: Draft) -> Decimal:
    """Return the farthest that any category reaches from the centre."""
    totals = [sum_values(column) for column in zip(*draft.grid.values, strict=True)]
    lefts = _list_lefts(draft)
    return max(max(left, total - left) for left, total in zip(lefts, totals, strict=True))


def _plan_series(draft: Draft) -> tuple[PlotSeries, ...]:
    """Return the answers from one end to the other, and the room at their left and right.

    The room at the left moves each bar to the centre. That at the right is there for legends:
    LibreOffice 7.4 counts the entries that are not to be shown from the other end. Seen 2026-11.
    """
    reach, centre = _find_reach(draft), _find_centre(draft)
    totals = [sum_values(column) for column in zip(*draft.grid.values, strict=True)]
    lefts = [reach - left for left in _list_lefts(draft)]
    rights = [2 * reach - left - total for left, total in zip(lefts, totals, strict=True)]
    answers = (
        replace(each, colour=_find_colour(index, centre, len(draft.names)))
        for index, each in enumerate(plan_series(_leave_focus(draft)))
    )
    return _make_room(draft, 1, lefts), *answers, _make_room(draft, 2, rights)


def _make_room(draft: Draft, number: int, values: Sequence[Decimal]) -> PlotSeries:
    return PlotSeries(
        name=draft.words.helper.format(f"{draft.words.offset} {number}"),
        values=tuple(values),
        colour=MUTED[0],
        is_helper=True,
    )


def _leave_focus(draft: Draft) -> Draft:
    """Return `draft` without a focus: the colours of a scale have a meaning of their own."""
    return replace(draft, chart=draft.chart.model_copy(update={"highlight": None}))


def _find_colour(index: int, centre: Decimal, count: int) -> str:
    """Return the colour of an answer: strong at the ends, pale inwards, grey in the middle."""
    if index < centre < index + 1:
        return MUTED[0]
    is_left = index < centre
    base = PALETTE[1] if is_left else PALETTE[0]
    distance = index if is_left else count - 1 - index
    return base if distance == 0 else f"{base}-light"


def _plan_axis(draft: Draft, _: Sequence[PlotSeries], __: bool) -> Axis:
    """Return an axis that shows nothing but the centre, which bars stand left and right of."""
    reach = _find_reach(draft)
    return Axis(
        minimum=Decimal(0),
        maximum=2 * reach,
        major=reach,
        is_shown=True,
        has_baseline=False,
    )


DIVERGING_BAR = Kind(
    form=CategoryForm(is_lying=True, stacking=Stacking.SUM),
    checks=(_check_scale,),
    has_labels=fit_in_stacks,
    plan_series=_plan_series,
    plan_axis=_plan_axis,
)
