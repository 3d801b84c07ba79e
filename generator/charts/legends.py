"""A legend above the plot: entries in rows, in the order of the series. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.charts.frames import GAP_PT, OFFICE_MARGIN
from generator.charts.plot import Legend, Mark, Plot
from generator.charts.style import ChartStyle
from generator.ooxml.metrics import LINE_PITCH

SWATCH_PT = 7.0
_LINE_SWATCH_PT = 26.0  # office programs draw a stretch of the line
_ENTRY_GAP_PT = 14.0
_ROW_PITCH = 1.25  # lines


class Entry(NamedTuple):
    """A legend entry: index of its series, and the left end of its baseline row."""

    series: int
    left: float
    row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendRoom:
    """Where a legend's entries stand, in points.

    Attributes:
        width: Of its widest row.
        height: Of all its rows; zero where there is no legend.
    """

    entries: tuple[Entry, ...] = ()
    width: float = 0.0
    height: float = 0.0


def plan_legend(plot: Plot, style: ChartStyle, width: float) -> LegendRoom:
    """Return the room of the legend, if `plot` has one, in a chart that is `width` points wide."""
    entries = _fill_rows(plot, style, width) if plot.legend is Legend.TOP else []
    if not entries:
        return LegendRoom()
    rows = entries[-1].row + 1
    return LegendRoom(
        entries=tuple(entries),
        width=max(_find_end(plot, style, entry) for entry in entries),
        height=(rows * _ROW_PITCH + 0.5) * style.text_pt * LINE_PITCH,
    )


def find_middle(entry: Entry, style: ChartStyle) -> float:
    """Return the middle of an entry's row, in points from the top of the chart."""
    return style.text_pt * LINE_PITCH * _ROW_PITCH * (entry.row + 0.5)


def swatch_width(plot: Plot) -> float:
    """Return the width of the sample of colour before a legend entry."""
    marks = [plot.find_mark(plot.series[index]) for index in plot.named_series]
    return _LINE_SWATCH_PT if Mark.LINE in marks else SWATCH_PT


def _fill_rows(plot: Plot, style: ChartStyle, width: float) -> Sequence[Entry]:
    """Return the places of the entries, filled row by row from the left."""
    entries: list[Entry] = []
    left, row = 0.0, 0
    for index in plot.named_series:
        series = plot.series[index]
        need = swatch_width(plot) + GAP_PT + style.measure(series.name) * OFFICE_MARGIN
        if left and left + need > width:
            left, row = 0.0, row + 1
        entries.append(Entry(index, left, row))
        left += need + _ENTRY_GAP_PT
    return entries


def _find_end(plot: Plot, style: ChartStyle, entry: Entry) -> float:
    name = style.measure(plot.series[entry.series].name) * OFFICE_MARGIN
    return entry.left + swatch_width(plot) + GAP_PT + name + _ENTRY_GAP_PT
