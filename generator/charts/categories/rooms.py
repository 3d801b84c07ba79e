"""Where everything stands in a plot over categories: names, labels, legend; measured. Pure.

Native charts and pictures share these places, so that both look alike, and so that labels beyond
the ends of bars and lines have their room in every office program. All lengths in points.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.charts.categories.ends import EndLabel, plan_ends, plan_starts
from generator.charts.categories.geometry import bar_thickness
from generator.charts.categories.margins import plan_margins
from generator.charts.frames import GAP_PT, Extent, Frame
from generator.charts.legends import LegendRoom, plan_legend
from generator.charts.plot import LabelPlace, Plot, PlotSeries
from generator.charts.style import ChartStyle
from generator.ooxml.metrics import LINE_PITCH

HEADING_PITCH = 1.5
"""Lines that a heading needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rooms:
    """The places in a chart of one size.

    Attributes:
        extent: Of the whole chart.
        plot: What the axes enclose.
        names: Lines of each category's name.
        every: Only each so manieth name is drawn; 1 for all.
        fits: For each series and value, whether its label is drawn.
        ends: For each series its label at the line's end, or None.
        starts: The same at the line's start.
    """

    extent: Extent
    plot: Frame
    names: tuple[tuple[str, ...], ...]
    every: int
    legend: LegendRoom
    fits: tuple[tuple[bool, ...], ...]
    ends: tuple[EndLabel | None, ...]
    starts: tuple[EndLabel | None, ...]


def plan_rooms(plot: Plot, style: ChartStyle, extent: Extent) -> Rooms:
    """Return where everything stands in a chart of that size."""
    width, height = extent
    legend = plan_legend(plot, style, width)
    above = legend.height
    if plot.heading:
        above += style.text_pt * LINE_PITCH * HEADING_PITCH
    margins = plan_margins(plot, style, width, height - above)
    top = margins.top + above
    inner = Frame(
        margins.left,
        top,
        max(width - margins.left - margins.right, width * 0.2),
        max(height - top - margins.bottom, height * 0.2),
    )
    return Rooms(
        extent=extent,
        plot=inner,
        names=margins.names,
        every=margins.every,
        legend=legend,
        fits=tuple(_plan_fits(plot, style, inner, series) for series in plot.series),
        ends=plan_ends(plot, style, inner),
        starts=plan_starts(plot, style, inner),
    )


def _plan_fits(plot: Plot, style: ChartStyle, inner: Frame, series: PlotSeries) -> tuple[bool, ...]:
    """Return for each value whether its label is drawn: within a stack, only where it has room."""
    place = plot.find_label_place(series)
    if plot.axis is None or place is LabelPlace.NONE:
        return tuple(False for _ in series.values)
    if place is not LabelPlace.CENTRE:
        return tuple(value is not None for value in series.values)
    is_lying = plot.is_lying
    length = inner.width if is_lying else inner.height
    unit = length / float(plot.axis.maximum - plot.axis.minimum)
    thickness = bar_thickness(plot, inner)
    line = style.text_pt * LINE_PITCH
    fits: list[bool] = []
    for value, label in zip(series.values, series.labels, strict=True):
        extent = abs(float(value or 0)) * unit
        wide = style.measure(label) + GAP_PT
        along, across = (wide, line) if is_lying else (line, wide)
        fits.append(value is not None and along <= extent and across <= thickness + GAP_PT)
    return tuple(fits)
