"""Chart and data to plot, to native chart part or picture."""

from __future__ import annotations

from generator.charts.native import NativeChart, make_native_chart
from generator.charts.panels import PanelPlace, place_panels
from generator.charts.picture import ChartPicture, draw_picture
from generator.charts.planning import plan_plot
from generator.charts.plot import Plot
from generator.charts.sizing import plan_height
from generator.charts.style import ChartStyle

__all__ = [
    "ChartPicture",
    "ChartStyle",
    "NativeChart",
    "PanelPlace",
    "Plot",
    "draw_picture",
    "make_native_chart",
    "place_panels",
    "plan_height",
    "plan_plot",
]
