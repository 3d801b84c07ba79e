"""Labels at the ends of lines: their words, and their places apart from each other. Pure."""

from __future__ import annotations

from typing import NamedTuple

from generator.charts.categories.geometry import share
from generator.charts.frames import Frame
from generator.charts.plot import LabelPlace, Legend, Plot, PlotSeries
from generator.charts.spreading import spread
from generator.charts.style import ChartStyle
from generator.ooxml.metrics import LINE_PITCH


class EndLabel(NamedTuple):
    """A label at the end of a line.

    Attributes:
        point: Index of the line's last value.
        height: Where the label's middle stands, from the top of the chart.
        own: Where the line ends.
    """

    point: int
    text: str
    height: float
    own: float


def end_text(plot: Plot, series: PlotSeries) -> str:
    """Return what stands at the end of the line of `series`; empty if nothing does."""
    last = last_index(series)
    if last is None or series.is_context:
        return ""
    value = series.labels[last] if last < len(series.labels) else ""
    return f"{series.name} {value}" if plot.legend is Legend.DIRECT else value


def last_index(series: PlotSeries) -> int | None:
    """Return the index of the last value that is no gap."""
    known = [index for index, value in enumerate(series.values) if value is not None]
    return known[-1] if known else None


def plan_ends(plot: Plot, style: ChartStyle, inner: Frame) -> tuple[EndLabel | None, ...]:
    """Return the labels at the lines' ends, moved apart where they would meet."""
    found: dict[int, EndLabel] = {}
    for index, series in enumerate(plot.series):
        last = last_index(series)
        value = series.values[last] if last is not None else None
        if last is not None and value is not None and _is_labelled(plot, series):
            own = inner.top + (1 - share(plot, float(value))) * inner.height
            found[index] = EndLabel(last, end_text(plot, series), own, own)
    order = sorted(found, key=lambda index: found[index].own)
    least = style.text_pt * LINE_PITCH
    bounds = (least / 2, inner.top + inner.height)
    heights = spread([found[index].own for index in order], least, bounds)
    for index, height in zip(order, heights, strict=True):
        found[index] = found[index]._replace(height=height)
    return tuple(found.get(index) for index in range(len(plot.series)))


def _is_labelled(plot: Plot, series: PlotSeries) -> bool:
    place = plot.find_label_place(series)
    return plot.has_labels and place is LabelPlace.END and not series.is_context
