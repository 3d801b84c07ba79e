"""The series of a plot, as most kinds draw them. Pure."""

from __future__ import annotations

from generator.charts.planning.colours import plan_colours, plan_points
from generator.charts.planning.draft import Draft
from generator.charts.plot import EXACT, PlotSeries


def plan_series(draft: Draft) -> tuple[PlotSeries, ...]:
    """Return one series for each row of the grid, with its colours and labels.

    Raises:
        DataError: What is to be highlighted is not there.
    """
    grid = draft.grid
    points = plan_points(draft) if draft.is_single else {}
    return tuple(
        PlotSeries(
            name=name,
            values=values,
            labels=labels,
            bounds=bounds if any(bound != EXACT for bound in bounds) else (),
            colour=colour,
            point_colours=points,
        )
        for name, values, labels, bounds, colour in zip(
            draft.names, grid.values, grid.labels, grid.bounds, plan_colours(draft), strict=True
        )
    )
