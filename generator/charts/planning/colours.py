"""Which colour each series and point has: one in focus and greys, or the palette. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from generator.brief.exhibits import Chart
from generator.charts.planning.draft import Draft
from generator.charts.plot import RingForm
from generator.charts.style import MUTED, PALETTE
from generator.charts.values import find_place
from generator.errors import DataError, suggest


def plan_colours(draft: Draft) -> list[str]:
    """Return the colour of each series: one in focus and greys, or the palette."""
    if draft.is_single:
        return [_plan_rest(draft)]
    if draft.chart.highlight is None:
        return [PALETTE[index % len(PALETTE)] for index in range(len(draft.names))]
    focus = find_highlight(draft.chart, draft.names)
    greys = MUTED[:1] if draft.is_lines else MUTED
    others = iter(greys[index % len(greys)] for index in range(len(draft.names)))
    return [PALETTE[0] if name == focus else next(others) for name in draft.names]


def _plan_rest(draft: Draft) -> str:
    """Return the colour of the points of a single series that are not in focus."""
    return PALETTE[0] if draft.chart.highlight is None or draft.is_lines else MUTED[0]


def plan_points(draft: Draft) -> dict[int, str]:
    """Return the colours of the points of a single series that differ from the rest.

    Raises:
        DataError: What is to be highlighted is not there.
    """
    chart, categories = draft.chart, draft.grid.categories
    is_ring = isinstance(draft.form, RingForm)
    if chart.highlight is None:
        return {at: PALETTE[at] for at in range(1, len(categories))} if is_ring else {}
    focus = categories.index(find_highlight(chart, categories))
    if draft.is_lines:
        return {}
    greys: dict[int, str] = {}
    if is_ring:
        others = [index for index in range(len(categories)) if index != focus]
        greys = {index: MUTED[at % len(MUTED)] for at, index in enumerate(others)}
    return {focus: PALETTE[0], **greys}


def find_highlight(chart: Chart, known: Sequence[str]) -> str:
    """Return which of `known` the author wants in focus.

    Raises:
        DataError: None of them is.
    """
    wanted = " ".join((chart.highlight or "").split())
    if wanted in known:
        return wanted
    raise DataError(
        f"the chart has nothing named '{wanted}' to highlight",
        place=find_place(chart, chart.highlight),
        hint=suggest(wanted, known) or f"one of: {', '.join(known[:8])}",
    )
