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
    if plot.legend is not Legend.TOP:
        return LegendRoom()
    names = [(index, plot.series[index].name) for index in plot.named_series]
    return fill_rows(names, style, width, swatch_width(plot))


def find_middle(entry: Entry, style: ChartStyle) -> float:
    """Return the middle of an entry's row, in points from the top of the chart."""
    return style.text_pt * LINE_PITCH * _ROW_PITCH * (entry.row + 0.5)


def swatch_width(plot: Plot) -> float:
    """Return the width of the sample of colour before a legend entry."""
    marks = [plot.find_mark(plot.series[index]) for index in plot.named_series]
    return _LINE_SWATCH_PT if Mark.LINE in marks else SWATCH_PT


def fill_rows(
    names: Sequence[tuple[int, str]],
    style: ChartStyle,
    width: float,
    swatch: float = SWATCH_PT,
) -> LegendRoom:
    """Return the room of a legend whose entries fill row by row from the left.

    Args:
        names: What entries name, with its index in the plot.
        style: How they are written.
        width: Of the chart, in points.
        swatch: Width of the sample of colour before each name.
    """
    entries: list[Entry] = []
    left, row, widest = 0.0, 0, 0.0
    for index, name in names:
        need = swatch + GAP_PT + style.measure(name) * OFFICE_MARGIN
        if left and left + need > width:
            left, row = 0.0, row + 1
        entries.append(Entry(index, left, row))
        left += need + _ENTRY_GAP_PT
        widest = max(widest, left)
    if not entries:
        return LegendRoom()
    return LegendRoom(
        entries=tuple(entries),
        width=widest,
        height=((row + 1) * _ROW_PITCH + 0.5) * style.text_pt * LINE_PITCH,
    )
