"""The legend of groups of points, above the plot. Pure."""

from __future__ import annotations

from generator.charts.legends import LegendRoom, fill_rows
from generator.charts.plot import Legend, Plot
from generator.charts.style import ChartStyle


def plan_group_legend(plot: Plot, style: ChartStyle, width: float) -> LegendRoom:
    """Return the room of the legend, if there are several groups."""
    if plot.legend is not Legend.TOP:
        return LegendRoom()
    names = [(index, group.name) for index, group in enumerate(plot.point_form.groups)]
    return fill_rows(names, style, width)
