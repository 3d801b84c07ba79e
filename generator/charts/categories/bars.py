"""The bars of a plot over categories as rectangles. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.charts.categories.geometry import (
    TWIN_GAP_SHARE,
    bar_thickness,
    find_across,
    find_along,
)
from generator.charts.frames import Frame
from generator.charts.plot import Mark, Plot


class Bar(NamedTuple):
    """One bar.

    Attributes:
        series: Index of its series in the plot.
        point: Index of its category.
        start: Where it begins, in the plot's scale.
        end: Where it ends.
        frame: The rectangle, in points from the corner of the plot's axes.
    """

    series: int
    point: int
    start: float
    end: float
    frame: Frame


def plan_bars(plot: Plot, frame: Frame) -> Iterator[Bar]:
    """Yield the bars of `plot`, whose axes enclose `frame`, series by series."""
    is_stacked = plot.category_form.is_stacked
    drawn = [at for at, each in enumerate(plot.series) if plot.find_mark(each) is Mark.BAR]
    is_together = plot.category_form.is_together
    step = 0.0 if is_together else bar_thickness(plot, frame) * (1 + TWIN_GAP_SHARE)
    # What stands upon each other does so on its own side of zero.
    ends = {(point, sign): 0.0 for point in range(len(plot.categories)) for sign in (False, True)}
    for place, index in enumerate(drawn):
        offset = step * (place - (len(drawn) - 1) / 2)
        for point, value in enumerate(plot.series[index].values):
            if value is None:
                continue
            start = ends[point, value < 0] if is_stacked else 0.0
            end = ends[point, value < 0] = start + float(value)
            yield Bar(
                index, point, start, end, _enclose(plot, frame, (point, offset), (start, end))
            )


def _enclose(
    plot: Plot, frame: Frame, across: tuple[int, float], along: tuple[float, float]
) -> Frame:
    """Return the rectangle of a bar."""
    thickness = bar_thickness(plot, frame)
    low, high = sorted(find_along(plot, frame, value) for value in along)
    edge = find_across(plot, frame, across[0]) + across[1] - thickness / 2
    if plot.is_lying:
        return Frame(low, edge, high - low, thickness)
    return Frame(edge, low, thickness, high - low)
