"""Where the plot stands in its frame: room for names, labels and legend, measured. Pure.

Native charts and pictures share these boxes, so that both look alike, and so that labels beyond
the ends of bars and lines have their room in every office program.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.brief.exhibits import ChartKind
from generator.charts.planning import BARS
from generator.charts.plot import Legend, Plot, PlotSeries
from generator.charts.style import ChartStyle
from generator.ooxml.metrics import LINE_PITCH, Span, count_lines
from generator.units import Size, to_pt

GAP_PT = 5.0
"""Between a mark and its label."""

_MOST_NAMES = 0.42
"""Share of the width that names of lying bars may take; longer ones go on to a second line."""

_MOST_END_LABELS = 0.36
_SWATCH_PT = 20.0
_LEGEND_GAP_PT = 14.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rooms:
    """The inner plot area, as shares of the frame, from its top left corner.

    Attributes:
        legend_height: Share of the height that the legend takes at the top; 0 without one.
        legend_width: Share of the width that it takes, from the left.
        end_labels: For each series its label at the line's end, with its place as a share of the
            plot's height from the top; empty unless the legend is direct.
    """

    left: float
    top: float
    width: float
    height: float
    legend_height: float = 0.0
    legend_width: float = 0.0
    end_labels: tuple[tuple[str, float], ...] = ()


def plan_rooms(plot: Plot, style: ChartStyle, size: Size) -> Rooms:
    """Return where the plot stands in a frame of `size` (EMU)."""
    width, height = to_pt(size.width), to_pt(size.height)
    line = style.text_pt * LINE_PITCH
    legend = _legend_rows(plot, style, width) * line * 1.25 if plot.legend is Legend.TOP else 0.0
    if plot.kind is ChartKind.DOUGHNUT:
        return _plan_ring(plot, style, width, height)
    if plot.kind in BARS:
        left, right, top, bottom = _plan_lying(plot, style, width, line)
    else:
        left, right, top, bottom = _plan_standing(plot, style, width, line)
    top += legend
    inner_height = max(height - top - bottom, height * 0.3)
    return Rooms(
        left=left / width,
        top=top / height,
        width=max(width - left - right, width * 0.25) / width,
        height=inner_height / height,
        legend_height=legend / height,
        legend_width=min(_legend_width(plot, style) / width, 1.0),
        end_labels=tuple(_plan_end_labels(plot, line / inner_height)),
    )


def _plan_lying(
    plot: Plot, style: ChartStyle, width: float, line: float
) -> tuple[float, float, float, float]:
    """Return the margins left, right, top, bottom for bars that lie, in points."""
    widest = max(style.measure(name) for name in plot.categories)
    left = min(widest, width * _MOST_NAMES) + 2 * GAP_PT
    is_outside = plot.has_labels and plot.kind is not ChartKind.STACKED_BAR
    right = _widest_label(plot, style) + 2 * GAP_PT if is_outside else 2 * GAP_PT
    is_shown = plot.axis is not None and plot.axis.is_shown
    return left, right, 2.0, line + GAP_PT if is_shown else 2.0


def _plan_standing(
    plot: Plot, style: ChartStyle, width: float, line: float
) -> tuple[float, float, float, float]:
    """Return the margins left, right, top, bottom for columns and lines, in points."""
    is_shown = plot.axis is not None and plot.axis.is_shown
    left = _widest_tick(plot, style) + 2 * GAP_PT if is_shown else 2.0
    right = GAP_PT
    if plot.kind is ChartKind.LINE and plot.has_labels:
        widest = max(style.measure(label, is_bold=True) for label in end_texts(plot))
        right = min(widest + 3 * GAP_PT, width * _MOST_END_LABELS)
    slot = max((width - left - right) / len(plot.categories) * 0.92, 1.0)
    rows = max(
        count_lines([Span(name, style.font, style.text_pt)], slot) for name in plot.categories
    )
    is_outside = plot.has_labels and plot.kind not in (ChartKind.STACKED_COLUMN, ChartKind.LINE)
    top = line + GAP_PT if is_outside else line / 2
    return left, right, top, min(rows, 3) * line + 2 * GAP_PT


def _plan_ring(plot: Plot, style: ChartStyle, width: float, height: float) -> Rooms:
    """Return the largest square at the left that leaves room for the names at the right."""
    names = max(style.measure(name) for name in plot.categories) + _SWATCH_PT + 3 * GAP_PT
    side = min(height * 0.96, max(width - min(names, width * 0.55), width * 0.35))
    left = max((width - side - names) / 2, 0.0)
    return Rooms(
        left=left / width,
        top=(height - side) / 2 / height,
        width=side / width,
        height=side / height,
    )


def _legend_width(plot: Plot, style: ChartStyle) -> float:
    """Return the length of the legend in one row, in points."""
    return sum(style.measure(series.name) + _SWATCH_PT + _LEGEND_GAP_PT for series in plot.series)


def _legend_rows(plot: Plot, style: ChartStyle, width: float) -> int:
    """Return how many rows the entries of the legend need."""
    rows, used = 1, 0.0
    for series in plot.series:
        need = style.measure(series.name) + _SWATCH_PT + _LEGEND_GAP_PT
        if used and used + need > width:
            rows, used = rows + 1, 0.0
        used += need
    return rows


def _widest_label(plot: Plot, style: ChartStyle) -> float:
    return max(
        (style.measure(label) for series in plot.series for label in series.labels), default=0
    )


def _widest_tick(plot: Plot, style: ChartStyle) -> float:
    return max(style.measure(text) for text in tick_texts(plot))


def tick_values(plot: Plot) -> tuple[Decimal, ...]:
    """Return the values of the axis that are written."""
    axis = plot.axis
    if axis is None:
        return ()
    steps = int((axis.maximum - axis.minimum) / axis.major)
    return tuple(axis.minimum + axis.major * step for step in range(steps + 1))


def tick_texts(plot: Plot) -> tuple[str, ...]:
    """Return the numbers at the axis, with the decimals of the step."""
    if plot.axis is None:
        return ()
    exponent = plot.axis.major.normalize().as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    suffix = "%" if plot.number_format.endswith('"%"') else ""
    return tuple(f"{value:,.{decimals}f}{suffix}" for value in tick_values(plot))


def end_texts(plot: Plot) -> tuple[str, ...]:
    """Return what stands at the end of each line: name and value, or the value alone."""
    return tuple(end_text(plot, series) for series in plot.series)


def end_text(plot: Plot, series: PlotSeries) -> str:
    """Return what stands at the end of the line of `series`; empty if it has no value."""
    last = last_index(series)
    if last is None:
        return ""
    value = series.labels[last] if last < len(series.labels) else ""
    return f"{series.name} {value}" if plot.legend is Legend.DIRECT else value


def last_index(series: PlotSeries) -> int | None:
    """Return the index of the last value that is no gap."""
    known = [index for index, value in enumerate(series.values) if value is not None]
    return known[-1] if known else None


def _plan_end_labels(plot: Plot, least: float) -> Iterator[tuple[str, float]]:
    """Yield the end labels with their heights, moved apart by `least` (share of the height)."""
    if plot.kind is not ChartKind.LINE or plot.axis is None or not plot.has_labels:
        return
    span = plot.axis.maximum - plot.axis.minimum
    wanted: list[tuple[float, int]] = []
    for index, series in enumerate(plot.series):
        last = last_index(series)
        value = series.values[last] if last is not None else None
        if value is not None:
            wanted.append((float((plot.axis.maximum - value) / span), index))
    placed = _move_apart(sorted(wanted), least)
    for index, series in enumerate(plot.series):
        yield end_text(plot, series), placed.get(index, 0.0)


def _move_apart(wanted: list[tuple[float, int]], least: float) -> dict[int, float]:
    """Return heights at least `least` apart, in the order of `wanted`, and inside 0 to 1."""
    placed: dict[int, float] = {}
    floor = 0.0
    for height, index in wanted:
        placed[index] = floor = max(height, floor)
        floor += least
    ceiling = 1.0
    for _, index in reversed(wanted):
        placed[index] = min(placed[index], ceiling)
        ceiling = placed[index] - least
    return placed
