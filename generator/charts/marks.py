"""The strength of lines and dots in charts, and which points of a line get a dot. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from generator.charts.plot import PlotSeries

LINE_PT = 2.25
BASELINE_PT = 0.75
GRID_PT = 0.5
EDGE_PT = 1.0
"""Line of the ground's colour between marks that touch."""

GUIDE_PT = 1.0
"""A line that points are compared with."""

OUTLINE_PT = 1.25
"""Line around what is outlined or hatched."""

DASHES = (0, (3, 1))
"""Dashes of a line in pictures, as multiples of its width: those of `sysDash`."""

DOT_PT = 6
"""Diameter of a dot (`c:size`)."""


def dotted_points(series: PlotSeries, *, has_start: bool = False) -> Iterator[int]:
    """Yield the last point of a line, and those between gaps, which no line would show.

    With `has_start` the first point as well.
    """
    values = series.values
    known = [index for index, value in enumerate(values) if value is not None]
    for index in known:
        before = values[index - 1] if index else None
        after = values[index + 1] if index + 1 < len(values) else None
        is_end = index == known[-1] or (has_start and index == known[0])
        if is_end or (before is None and after is None):
            yield index
