"""Where everything stands in a chart's frame: plot, names, labels, legend; measured. Pure.

Native charts and pictures share these places, so that both look alike, and so that labels beyond
the ends of bars and lines have their room in every office program. All lengths in points.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from generator.brief.exhibits import ChartKind
from generator.charts.kinds import BARS, STACKED
from generator.charts.plot import Legend, Plot, PlotSeries
from generator.charts.rings import Ring, plan_ring
from generator.charts.spreading import spread
from generator.charts.style import ChartStyle
from generator.ooxml.metrics import LINE_PITCH, Span, wrap_lines
from generator.units import Size, to_pt

GAP_PT = 4.0
"""Between a mark and its label."""

GAP_SHARE = 0.5
"""Room between bars or groups of them, as a share of a bar (`c:gapWidth`)."""

TWIN_GAP_SHARE = 0.1
"""Room between the bars of one group, as a share of a bar (`c:overlap`)."""

SWATCH_PT = 7.0
_LINE_SWATCH_PT = 26.0  # office programs draw a stretch of the line
_ENTRY_GAP_PT = 14.0
_NAME_SHARES = (0.34, 0.42, 0.5)  # of the width, for the names of lying bars
_END_SHARE = 0.42  # of the width, for labels at the ends of lines
_SLOT_SHARE = 0.92  # of a column's pitch, for its name
_MOST_NAME_LINES = 4
_CUT = "…"
_OFFICE_MARGIN = 1.04  # office programs wrap names a little earlier than they need to


class Frame(NamedTuple):
    """A rectangle, in points from the top left corner of the chart."""

    left: float
    top: float
    width: float
    height: float


class Entry(NamedTuple):
    """A legend entry: index of its series, and the left end of its baseline row."""

    series: int
    left: float
    row: int


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Rooms:
    """The places in a chart of one size.

    Attributes:
        width: Of the whole chart.
        height: Of the whole chart.
        plot: What the axes enclose; for a doughnut the square of its ring.
        names: Lines of each category's name.
        every: Only each so manieth name is drawn; 1 for all.
        legend: Entries of a legend above the plot.
        legend_width: Of its widest row.
        legend_height: Of all its rows.
        fits: For each series and value, whether its label is drawn.
        ends: For each series its label at the line's end, or None.
        ring: Labels of a doughnut.
    """

    width: float
    height: float
    plot: Frame
    names: tuple[tuple[str, ...], ...]
    every: int = 1
    legend: tuple[Entry, ...] = ()
    legend_width: float = 0.0
    legend_height: float = 0.0
    fits: tuple[tuple[bool, ...], ...] = ()
    ends: tuple[EndLabel | None, ...] = ()
    ring: Ring | None = None


class _Margins(NamedTuple):
    left: float
    right: float
    top: float
    bottom: float


def plan_rooms(plot: Plot, style: ChartStyle, size: Size) -> Rooms:
    """Return where everything stands in a chart of `size` (EMU)."""
    width, height = to_pt(size.width), to_pt(size.height)
    if plot.kind is ChartKind.DOUGHNUT:
        ring = plan_ring(plot, style, width, height)
        square = Frame(ring.left, ring.top, ring.side, ring.side)
        fits = tuple(tuple(map(bool, series.labels)) for series in plot.series)
        return Rooms(width=width, height=height, plot=square, names=(), fits=fits, ring=ring)
    legend = plan_legend(plot, style, width) if plot.legend is Legend.TOP else ()
    rows = legend[-1].row + 1 if legend else 0
    legend_height = (rows * 1.25 + 0.5) * style.text_pt * LINE_PITCH if rows else 0.0
    is_lying = plot.kind in BARS
    plan_margins = _plan_lying if is_lying else _plan_standing
    margins, names, every = plan_margins(plot, style, width, height - legend_height)
    top = margins.top + legend_height
    inner = Frame(
        margins.left,
        top,
        max(width - margins.left - margins.right, width * 0.2),
        max(height - top - margins.bottom, height * 0.2),
    )
    return Rooms(
        width=width,
        height=height,
        plot=inner,
        names=names,
        every=every,
        legend=legend,
        legend_width=max((_entry_end(plot, style, entry) for entry in legend), default=0.0),
        legend_height=legend_height,
        fits=tuple(_plan_fits(plot, style, inner, series) for series in plot.series),
        ends=_plan_ends(plot, style, inner),
    )


def wrap_name(text: str, style: ChartStyle, width: float, rows: int) -> tuple[str, ...]:
    """Return `text` in at most `rows` lines of `width`; more are cut with an ellipsis."""
    span = Span(text=text, font=style.font, size_pt=style.text_pt)
    lines = [line.text for line in wrap_lines([span], width)]
    if len(lines) > rows:
        last = lines[rows - 1].rstrip(" .,")
        while last and style.measure(last + _CUT) > width:
            last = last[:-1].rstrip()
        lines = [*lines[: rows - 1], last + _CUT]
    return tuple(lines)


def _wrap_lying(
    plot: Plot, style: ChartStyle, width: float, height: float
) -> tuple[tuple[str, ...], ...]:
    """Return the names of lying bars: on one line if they can, else as a bar's height holds."""
    rows = max(1, int(height / len(plot.categories) / (style.text_pt * LINE_PITCH)))
    names: tuple[tuple[str, ...], ...] = ()
    for most, share_of_width in ((1, _NAME_SHARES[1]), *((rows, each) for each in _NAME_SHARES)):
        room = width * share_of_width / _OFFICE_MARGIN
        names = tuple(wrap_name(name, style, room, most) for name in plot.categories)
        if not any(_is_cut(name) for name in names):
            break
    return names


def _is_cut(lines: tuple[str, ...]) -> bool:
    return lines[-1].endswith(_CUT)


def _plan_lying(
    plot: Plot, style: ChartStyle, width: float, height: float
) -> tuple[_Margins, tuple[tuple[str, ...], ...], int]:
    """Return margins and names for bars that lie: names at the left, values at the ends."""
    names = _wrap_lying(plot, style, width, height)
    widest = max(style.measure(line) for name in names for line in name)
    left = widest * _OFFICE_MARGIN + 2 * GAP_PT
    bottom, right = 2.0, 2.0
    if _is_axis_shown(plot):
        bottom = style.text_pt * LINE_PITCH + GAP_PT
        right = max(right, _widest_tick(plot, style) / 2)
    if is_labelled_outside(plot):
        inner = min(_fit_length(plot, width - left, label) for label in _labels(plot, style))
        right = max(right, width - left - inner)
    return _Margins(left, right, 2.0, bottom), names, 1


def _plan_standing(
    plot: Plot, style: ChartStyle, width: float, height: float
) -> tuple[_Margins, tuple[tuple[str, ...], ...], int]:
    """Return margins and names for columns and lines: names below, numbers at the left."""
    line = style.text_pt * LINE_PITCH
    left, right = 2.0, 2.0
    if _is_axis_shown(plot):
        left = _widest_tick(plot, style) * _OFFICE_MARGIN + 2 * GAP_PT
    if plot.kind is ChartKind.LINE:
        ends = [style.measure(end_text(plot, series), is_bold=True) for series in plot.series]
        right = min(max(ends) + 3 * GAP_PT, width * _END_SHARE)
        halves = [style.measure(plot.categories[at]) / 2 for at in (0, -1)]
        half = (width - left - right) / len(plot.categories) / 2
        left, right = max(left, min(halves[0], half)), max(right, min(halves[1], half))
    pitch = (width - left - right) / _count_slots(plot)
    every = _plan_every(plot, style, pitch)
    room = pitch * every * _SLOT_SHARE
    names = tuple(wrap_name(name, style, room, _MOST_NAME_LINES) for name in plot.categories)
    rows = max(len(name) for name in names[::every])
    bottom, top = rows * line + 2 * GAP_PT, line / 2
    if is_labelled_outside(plot):
        room = height - bottom
        label = line + GAP_PT / 2
        inner = min(_fit_length(plot, room, (label, value)) for _, value in _labels(plot, style))
        top = max(2.0, room - inner)
    return _Margins(left, right, top, bottom), names, every


def _count_slots(plot: Plot) -> int:
    """Return into how many parts the width is cut: a line's points stand at the edges too."""
    count = len(plot.categories)
    return max(1, count - 1) if plot.kind is ChartKind.LINE else count


def _plan_every(plot: Plot, style: ChartStyle, pitch: float) -> int:
    """Return 1 if all names are drawn; more for sequences such as years that would meet."""
    longest = max(
        style.measure(word) for name in plot.categories for word in (name.split() or [""])
    )
    every = 1
    while longest > pitch * every * _SLOT_SHARE and every < len(plot.categories):
        every += 1
    return every if _is_dense(plot) else 1


def _is_dense(plot: Plot) -> bool:
    """Return whether names may be left out: in lines, and where there are many columns."""
    return plot.kind is ChartKind.LINE or len(plot.categories) > 10  # noqa: PLR2004


def _is_axis_shown(plot: Plot) -> bool:
    return plot.axis is not None and plot.axis.is_shown


def is_labelled_outside(plot: Plot) -> bool:
    """Return whether values stand beyond the ends of bars."""
    return (
        plot.has_labels
        and plot.kind not in STACKED
        and plot.kind not in {ChartKind.LINE, ChartKind.DOUGHNUT}
    )


def _labels(plot: Plot, style: ChartStyle) -> list[tuple[float, float]]:
    """Return length and value of each label; values as shares of the axis from its minimum."""
    labels: list[tuple[float, float]] = []
    for series in plot.series:
        for value, text in zip(series.values, series.labels, strict=True):
            if value is not None and value >= 0:
                labels.append((style.measure(text) + 2 * GAP_PT, share(plot, float(value))))
    return labels or [(0.0, 1.0)]


def share(plot: Plot, value: float) -> float:
    """Return where `value` lies on the axis, 0 for its minimum and 1 for its maximum."""
    if plot.axis is None:
        return 0.0
    low, high = float(plot.axis.minimum), float(plot.axis.maximum)
    return (value - low) / (high - low)


def _fit_length(plot: Plot, room: float, label: tuple[float, float]) -> float:
    """Return the longest axis with which a bar and its label fit in `room`."""
    length, end = label
    return min(room, (room - length) / end) if end > 0 else room


def _widest_tick(plot: Plot, style: ChartStyle) -> float:
    labels = plot.axis.labels if plot.axis else ()
    return max(map(style.measure, labels), default=0.0)


def plan_legend(plot: Plot, style: ChartStyle, width: float) -> tuple[Entry, ...]:
    """Return the places of the legend's entries, filled row by row from the left."""
    entries: list[Entry] = []
    left, row = 0.0, 0
    for index, series in enumerate(plot.series):
        need = swatch_width(plot) + GAP_PT + style.measure(series.name) * _OFFICE_MARGIN
        if left and left + need > width:
            left, row = 0.0, row + 1
        entries.append(Entry(index, left, row))
        left += need + _ENTRY_GAP_PT
    return tuple(entries)


def _entry_end(plot: Plot, style: ChartStyle, entry: Entry) -> float:
    name = style.measure(plot.series[entry.series].name) * _OFFICE_MARGIN
    return entry.left + swatch_width(plot) + GAP_PT + name + _ENTRY_GAP_PT


def swatch_width(plot: Plot) -> float:
    """Return the width of the sample of colour before a legend entry."""
    return _LINE_SWATCH_PT if plot.kind is ChartKind.LINE else SWATCH_PT


def bar_thickness(plot: Plot, plot_frame: Frame) -> float:
    """Return the thickness of one bar."""
    across = plot_frame.height if plot.kind in BARS else plot_frame.width
    pitch = across / len(plot.categories)
    bars = 1 if plot.kind in STACKED else len(plot.series)
    return pitch / (bars + (bars - 1) * TWIN_GAP_SHARE + GAP_SHARE)


def _plan_fits(plot: Plot, style: ChartStyle, inner: Frame, series: PlotSeries) -> tuple[bool, ...]:
    """Return for each value whether its label is drawn: within a stack, only where it has room."""
    if not plot.has_labels or plot.axis is None:
        return tuple(False for _ in series.values)
    if plot.kind not in STACKED:
        return tuple(value is not None for value in series.values)
    is_lying = plot.kind in BARS
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


def _plan_ends(plot: Plot, style: ChartStyle, inner: Frame) -> tuple[EndLabel | None, ...]:
    """Return the labels at the lines' ends, moved apart where they would meet."""
    if plot.kind is not ChartKind.LINE or not plot.has_labels:
        return tuple(None for _ in plot.series)
    found: dict[int, EndLabel] = {}
    for index, series in enumerate(plot.series):
        last = last_index(series)
        value = series.values[last] if last is not None else None
        if last is not None and value is not None and not series.is_context:
            own = inner.top + (1 - share(plot, float(value))) * inner.height
            found[index] = EndLabel(last, end_text(plot, series), own, own)
    order = sorted(found, key=lambda index: found[index].own)
    least = style.text_pt * LINE_PITCH
    bounds = (least / 2, inner.top + inner.height)
    heights = spread([found[index].own for index in order], least, bounds)
    for index, height in zip(order, heights, strict=True):
        found[index] = found[index]._replace(height=height)
    return tuple(found.get(index) for index in range(len(plot.series)))
