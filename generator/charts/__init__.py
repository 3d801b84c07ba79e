"""Chart and data to plot, to native chart part or picture."""

from __future__ import annotations

from generator.charts.native import NativeChart, make_native_chart
from generator.charts.picture import ChartPicture, draw_picture
from generator.charts.planning import plan_plot
from generator.charts.plot import Plot
from generator.charts.style import ChartStyle

__all__ = [
    "ChartPicture",
    "ChartStyle",
    "NativeChart",
    "Plot",
    "draw_picture",
    "make_native_chart",
    "plan_plot",
]
