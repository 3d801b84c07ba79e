"""The native chart of a plot over categories (``dml-chart.xsd``, ISO/IEC 29500)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.charts.categories.axes import AXES, write_axes
from generator.charts.categories.geometry import TWIN_GAP_SHARE, find_bars
from generator.charts.categories.labels import write_labels
from generator.charts.categories.looks import write_look
from generator.charts.categories.rooms import Rooms, plan_rooms
from generator.charts.frames import Extent
from generator.charts.markup import Area, place_area, write_caches, write_legend, write_title
from generator.charts.plot import Mark, Plot
from generator.charts.style import ChartStyle


def write_area(plot: Plot, style: ChartStyle, extent: Extent) -> Area:
    """Return the plot area and the legend: one chart element for each kind of mark, and axes."""
    rooms = plan_rooms(plot, style, extent)
    charts = "".join(_write_charts(plot, style, rooms))
    title = ""
    if plot.heading:
        title = write_title((plot, style), plot.heading, extent, (0.0, 0.0), is_bold=True)
    return Area(
        title=title,
        plot=f"{place_area(extent, rooms.plot)}{charts}{write_axes(plot, style, rooms)}",
        legend=write_legend(plot, style, extent, rooms.legend),
    )


def _write_charts(plot: Plot, style: ChartStyle, rooms: Rooms) -> Iterator[str]:
    """Yield the chart element of each kind of mark with its series; the last is drawn on top.

    Series are in the same order in the plot, since legends count them by chart elements.
    """
    groups = (
        ({Mark.AREA}, _wrap_areas),
        ({Mark.BAR}, _wrap_bars),
        ({Mark.LINE, Mark.RULE}, _wrap_lines),
    )
    for marks, wrap in groups:
        series = "".join(
            _write_series(plot, style, rooms, index)
            for index, each in enumerate(plot.series)
            if plot.find_mark(each) in marks
        )
        if series:
            yield wrap(plot, series)


def _wrap_areas(plot: Plot, series: str) -> str:
    """Return ``CT_AreaChart``."""
    return (
        f'<c:areaChart><c:grouping val="stacked"/><c:varyColors val="0"/>{series}'
        f"{AXES}</c:areaChart>"
    )


def _wrap_lines(plot: Plot, series: str) -> str:
    """Return ``CT_LineChart``, on the axes of the bars where there are any."""
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}'
        f'<c:marker val="1"/>{AXES}</c:lineChart>'
    )


def _wrap_bars(plot: Plot, series: str) -> str:
    """Return ``CT_BarChart``."""
    form = plot.category_form
    overlap = 100 if form.is_together else -round(TWIN_GAP_SHARE * 100)
    together = f'<c:overlap val="{overlap}"/>' if len(find_bars(plot)) > 1 else ""
    return (
        f'<c:barChart><c:barDir val="{"bar" if form.is_lying else "col"}"/>'
        f'<c:grouping val="{"stacked" if form.is_stacked else "clustered"}"/>'
        f'<c:varyColors val="0"/>{series}<c:gapWidth val="{round(form.gap * 100)}"/>'
        f"{together}{AXES}</c:barChart>"
    )


def _write_series(plot: Plot, style: ChartStyle, rooms: Rooms, index: int) -> str:
    """Return a series: name, look, points of their own look, labels, cached values."""
    series = plot.series[index]
    mark = plot.find_mark(series)
    name, categories, values = write_caches(plot, index)
    labels = write_labels(plot, style, rooms, index)
    straight = '<c:smooth val="0"/>' if mark in {Mark.LINE, Mark.RULE} else ""
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>{name}'
        f"{write_look(plot, style, series)}{labels.labels}"
        f"{categories}{values}{straight}{labels.extension}</c:ser>"
    )
