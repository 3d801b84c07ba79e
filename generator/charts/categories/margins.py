"""Margins of a plot over categories: what names, numbers and labels need around it. Pure.

All lengths in points.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from generator.charts.categories.ends import end_text, start_text
from generator.charts.categories.geometry import is_axis_shown, is_labelled_outside, share
from generator.charts.frames import GAP_PT, OFFICE_MARGIN
from generator.charts.naming import is_cut, wrap_name
from generator.charts.plot import LabelPlace, Plot, PlotSeries
from generator.charts.style import ChartStyle
from generator.ooxml.metrics import LINE_PITCH

_EDGE = 2.0
_NAME_SHARES = (0.34, 0.42, 0.5)  # of the width, for the names of lying bars
_END_SHARE = 0.42  # of the width, for labels at the ends of lines
_SLOT_SHARE = 0.92  # of a column's pitch, for its name
_MOST_NAME_LINES = 4


class Margins(NamedTuple):
    """Room on the four sides of the plot, the wrapped names, and which of these are drawn.

    Attributes:
        names: Lines of each category's name.
        every: Only each so manieth name is drawn; 1 for all.
    """

    left: float
    right: float
    top: float
    bottom: float
    names: tuple[tuple[str, ...], ...]
    every: int = 1


def plan_margins(plot: Plot, style: ChartStyle, width: float, height: float) -> Margins:
    """Return the margins of `plot` in a chart of that size, its legend not counted."""
    plan = _plan_lying if plot.is_lying else _plan_standing
    return plan(plot, style, width, height)


def _wrap_lying(
    plot: Plot, style: ChartStyle, width: float, height: float
) -> tuple[tuple[str, ...], ...]:
    """Return the names of lying bars: on one line if they can, else as a bar's height holds."""
    rows = max(1, int(height / len(plot.categories) / (style.text_pt * LINE_PITCH)))
    names: tuple[tuple[str, ...], ...] = ()
    for most, share_of_width in ((1, _NAME_SHARES[1]), *((rows, each) for each in _NAME_SHARES)):
        room = width * share_of_width / OFFICE_MARGIN
        names = tuple(wrap_name(name, style, room, most) for name in plot.categories)
        if not any(is_cut(name) for name in names):
            break
    return names


def _plan_lying(plot: Plot, style: ChartStyle, width: float, height: float) -> Margins:
    """Return margins and names for bars that lie: names at the left, values at the ends."""
    names = _wrap_lying(plot, style, width, height)
    widest = max(style.measure(line) for name in names for line in name)
    left = widest * OFFICE_MARGIN + 2 * GAP_PT
    bottom, right = 2.0, 2.0
    if is_axis_shown(plot):
        bottom = style.text_pt * LINE_PITCH + GAP_PT
        right = max(right, _widest_tick(plot, style) / 2)
    if is_labelled_outside(plot):
        inner = min(_fit_length(plot, width - left, label) for label in _labels(plot, style))
        right = max(right, width - left - inner)
    return Margins(left, right, 2.0, bottom, names)


def _plan_standing(plot: Plot, style: ChartStyle, width: float, height: float) -> Margins:
    """Return margins and names for columns and lines: names below, numbers at the left."""
    line = style.text_pt * LINE_PITCH
    left, right = _EDGE, _EDGE
    if is_axis_shown(plot):
        left = _widest_tick(plot, style) * OFFICE_MARGIN + 2 * GAP_PT
    if plot.category_form.reaches_edges:
        left = max(left, _widest(plot, style, start_text, width))
        right = _widest(plot, style, end_text, width)
        halves = [style.measure(plot.categories[at]) / 2 for at in (0, -1)]
        half = (width - left - right) / len(plot.categories) / 2
        # Where no label stands at the end, nothing else keeps room for half of the last name.
        last = min(halves[1], half) if right > _EDGE else halves[1]
        left, right = max(left, min(halves[0], half)), max(right, last)
    pitch = (width - left - right) / _count_slots(plot)
    every = _plan_every(plot, style, pitch)
    room = pitch * every * _SLOT_SHARE
    names = tuple(wrap_name(name, style, room, _MOST_NAME_LINES) for name in plot.categories)
    if every > 1 and plot.category_form.reaches_edges:
        # Thinned names are wider than a slot, and half of the first stands before the axis.
        left = max(left, max(map(style.measure, names[0])) / 2)
    rows = max(len(name) for name in names[::every])
    bottom, top = rows * line + 2 * GAP_PT, line / 2
    if is_labelled_outside(plot):
        room = height - bottom
        label = line + GAP_PT / 2
        inner = min(_fit_length(plot, room, (label, value)) for _, value in _labels(plot, style))
        top = max(2.0, room - inner)
    return Margins(left, right, top, bottom, names, every)


def _widest(
    plot: Plot, style: ChartStyle, text: Callable[[Plot, PlotSeries], str], width: float
) -> float:
    """Return the room for labels at one end of lines."""
    widths = [style.measure(text(plot, series), is_bold=True) for series in plot.series]
    return min(max(widths) + 3 * GAP_PT, width * _END_SHARE) if max(widths) else _EDGE


def _count_slots(plot: Plot) -> int:
    """Return into how many parts the width is cut: a line's points stand at the edges too."""
    count = len(plot.categories)
    return max(1, count - 1) if plot.category_form.reaches_edges else count


def _plan_every(plot: Plot, style: ChartStyle, pitch: float) -> int:
    """Return 1 if all names are drawn; more for sequences such as years that would meet."""
    longest = max(
        style.measure(word) for name in plot.categories for word in (name.split() or [""])
    )
    every = 1
    while longest > pitch * every * _SLOT_SHARE and every < len(plot.categories):
        every += 1
    return every if _is_dense(plot) else 1


def _is_dense(plot: Plot) -> bool:
    """Return whether names may be left out: in lines, and where there are many columns."""
    return plot.category_form.reaches_edges or len(plot.categories) > 10  # noqa: PLR2004


def _labels(plot: Plot, style: ChartStyle) -> list[tuple[float, float]]:
    """Return length and place of each label beyond a bar, as shares of the axis from its minimum.

    A bar that only holds a label in its place has it at its start, any other at its end.
    """
    labels: list[tuple[float, float]] = []
    sums = [0.0] * len(plot.categories)
    for series in plot.series:
        place = plot.find_label_place(series)
        for at, (value, text) in enumerate(zip(series.values, series.labels, strict=False)):
            if value is None or value < 0:
                continue
            end = sums[at] if place is LabelPlace.BEYOND else float(value)
            if place in {LabelPlace.OUTSIDE, LabelPlace.ABOVE, LabelPlace.BEYOND}:
                labels.append((style.measure(text) + 2 * GAP_PT, share(plot, end)))
        for at, value in enumerate(series.values):
            sums[at] += float(value or 0)
    return labels or [(0.0, 1.0)]


def _fit_length(plot: Plot, room: float, label: tuple[float, float]) -> float:
    """Return the longest axis with which a bar and its label fit in `room`."""
    length, end = label
    return min(room, (room - length) / end) if end > 0 else room


def _widest_tick(plot: Plot, style: ChartStyle) -> float:
    labels = plot.axis.labels if plot.axis else ()
    return max(map(style.measure, labels), default=0.0)
