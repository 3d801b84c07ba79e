"""Where marks stand along and across the axes of a plot over categories. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from generator.charts.frames import Frame
from generator.charts.plot import LabelPlace, Mark, Plot, PlotSeries

TWIN_GAP_SHARE = 0.1
"""Room between the bars of one group, as a share of a bar (`c:overlap`)."""

_CLOSE = 0.1  # gaps that can hardly be seen


def share(plot: Plot, value: float) -> float:
    """Return where `value` lies on the axis, 0 for its minimum and 1 for its maximum."""
    if plot.axis is None:
        return 0.0
    low, high = float(plot.axis.minimum), float(plot.axis.maximum)
    return (value - low) / (high - low)


def find_along(plot: Plot, frame: Frame, value: float) -> float:
    """Return where `value` stands along its axis, in points from the left or top of `frame`."""
    part = share(plot, value)
    return part * frame.width if plot.is_lying else (1 - part) * frame.height


def find_across(plot: Plot, frame: Frame, index: int) -> float:
    """Return the middle of a category, in points from the top or left of `frame`."""
    count = len(plot.categories)
    if plot.category_form.reaches_edges:
        return frame.width * index / max(1, count - 1)
    return (frame.height if plot.is_lying else frame.width) * (index + 0.5) / count


def is_axis_shown(plot: Plot) -> bool:
    """Return whether numbers are drawn along the axis of values."""
    return plot.axis is not None and plot.axis.is_shown and bool(plot.axis.labels)


def find_bars(plot: Plot) -> Sequence[PlotSeries]:
    """Return the series drawn as bars."""
    return [series for series in plot.series if plot.find_mark(series) is Mark.BAR]


def has_edges(plot: Plot) -> bool:
    """Return whether marks touch, and need a thin line of the ground between them."""
    form = plot.category_form
    return form.is_stacked or form.gap < _CLOSE


def is_labelled_outside(plot: Plot) -> bool:
    """Return whether labels stand beyond the ends of bars."""
    outside = {LabelPlace.OUTSIDE, LabelPlace.ABOVE, LabelPlace.BEYOND}
    return any(plot.find_label_place(series) in outside for series in plot.series)


def bar_thickness(plot: Plot, frame: Frame) -> float:
    """Return the thickness of one bar, in points, in a plot that fills `frame`."""
    form = plot.category_form
    across = frame.height if form.is_lying else frame.width
    pitch = across / len(plot.categories)
    bars = 1 if form.is_together else len(find_bars(plot))
    return pitch / (bars + (bars - 1) * TWIN_GAP_SHARE + form.gap)
