"""Lines that points are compared with: the author's own, and that of least squares. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.charts.planning.draft import Request
from generator.charts.plot import Axis, Guide, PlotPoint
from generator.charts.values import find_place
from generator.charts.words import find_words
from generator.errors import DataError
from generator.facts.measures import CONTEXT

_FEWEST = 3
"""Points that a trend needs."""

_DIGITS = Decimal("1e-9")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedGuide:
    """A line before the axes are known.

    Attributes:
        x: Value of an upright line.
        y: Value of a level line.
        start: One end of a line that leans.
        end: The other.
    """

    name: str
    start: tuple[Decimal, Decimal]
    end: tuple[Decimal, Decimal]
    is_level: bool = False
    is_upright: bool = False

    def stretch(self, x_axis: Axis, y_axis: Axis) -> Guide:
        """Return the line from one edge of the plot to the other, or as long as it is."""
        start, end = self.start, self.end
        if self.is_level:
            start, end = (x_axis.minimum, start[1]), (x_axis.maximum, end[1])
        if self.is_upright:
            start, end = (start[0], y_axis.minimum), (end[0], y_axis.maximum)
        is_dashed = self.is_level or self.is_upright
        return Guide(name=self.name, start=start, end=end, is_dashed=is_dashed)


def plan_guides(request: Request, points: Sequence[PlotPoint]) -> list[PlannedGuide]:
    """Return the lines of a chart; those of the author are in the scale that points are shown in.

    Raises:
        DataError: There are too few points for a trend, or they stand one over the other.
    """
    chart = request.chart
    guides: list[PlannedGuide] = []
    for number, each in enumerate(chart.references, start=1):
        x = each.x if each.x is not None else points[0].x
        y = each.y if each.y is not None else points[0].y
        guides.append(
            PlannedGuide(
                name=each.label or str(each.x if each.y is None else each.y) or str(number),
                start=(x, y),
                end=(x, y),
                is_level=each.y is not None,
                is_upright=each.x is not None,
            )
        )
    if chart.trend:
        guides.append(_plan_trend(request, points))
    return guides


def _plan_trend(request: Request, points: Sequence[PlotPoint]) -> PlannedGuide:
    """Return the line of least squares, from the first point to the last."""
    xs, ys = [point.x for point in points], [point.y for point in points]
    count = Decimal(len(points))
    mean_x, mean_y = sum(xs, Decimal(0)) / count, sum(ys, Decimal(0)) / count
    spread = sum(((x - mean_x) ** 2 for x in xs), Decimal(0))
    if len(points) < _FEWEST or spread == 0:
        raise DataError(
            "these points have no trend",
            place=find_place(request.chart),
            hint="leave 'trend' out",
        )
    both = sum(((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)), Decimal(0))
    slope = CONTEXT.divide(both, spread)
    first, last = min(xs), max(xs)
    heights = [(mean_y + slope * (x - mean_x)).quantize(_DIGITS) for x in (first, last)]
    name = find_words(request.language).trend
    return PlannedGuide(name=name, start=(first, heights[0]), end=(last, heights[1]))
