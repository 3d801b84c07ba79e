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
        point: Index of the line's last value, or of its first.
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
    if last is None or not _is_labelled(plot, series):
        return ""
    if series.named_after is not None:
        return plot.series[series.named_after].name
    value = series.labels[last] if last < len(series.labels) else ""
    return f"{series.name} {value}" if plot.legend is Legend.DIRECT else value


def start_text(plot: Plot, series: PlotSeries) -> str:
    """Return what stands at the start of the line of `series`; empty if nothing does."""
    first = first_index(series)
    if first is None or plot.find_label_place(series) is not LabelPlace.ENDS:
        return ""
    return series.labels[first]


def last_index(series: PlotSeries) -> int | None:
    """Return the index of the last value that is no gap."""
    known = [index for index, value in enumerate(series.values) if value is not None]
    return known[-1] if known else None


def first_index(series: PlotSeries) -> int | None:
    """Return the index of the first value that is no gap."""
    return next((index for index, value in enumerate(series.values) if value is not None), None)


def plan_ends(plot: Plot, style: ChartStyle, inner: Frame) -> tuple[EndLabel | None, ...]:
    """Return the labels at the lines' ends, moved apart where they would meet."""
    found: dict[int, EndLabel] = {}
    for index, series in enumerate(plot.series):
        last = last_index(series)
        if last is not None and _is_labelled(plot, series):
            own = _find_height(plot, inner, series, last)
            found[index] = EndLabel(last, end_text(plot, series), own, own)
    return _spread(plot, style, inner, found)


def plan_starts(plot: Plot, style: ChartStyle, inner: Frame) -> tuple[EndLabel | None, ...]:
    """Return the labels at the lines' starts, moved apart where they would meet."""
    found: dict[int, EndLabel] = {}
    for index, series in enumerate(plot.series):
        first, text = first_index(series), start_text(plot, series)
        if first is not None and text:
            own = _find_height(plot, inner, series, first)
            found[index] = EndLabel(first, text, own, own)
    return _spread(plot, style, inner, found)


def _find_height(plot: Plot, inner: Frame, series: PlotSeries, point: int) -> float:
    return inner.top + (1 - share(plot, float(series.values[point] or 0))) * inner.height


def _spread(
    plot: Plot, style: ChartStyle, inner: Frame, found: dict[int, EndLabel]
) -> tuple[EndLabel | None, ...]:
    """Return the labels moved apart, with None for series that have none."""
    order = sorted(found, key=lambda index: found[index].own)
    least = style.text_pt * LINE_PITCH
    bounds = (least / 2, inner.top + inner.height)
    heights = spread([found[index].own for index in order], least, bounds)
    for index, height in zip(order, heights, strict=True):
        found[index] = found[index]._replace(height=height)
    return tuple(found.get(index) for index in range(len(plot.series)))


def _is_labelled(plot: Plot, series: PlotSeries) -> bool:
    is_at_end = plot.find_label_place(series) in {LabelPlace.END, LabelPlace.ENDS}
    return is_at_end and not series.is_context
