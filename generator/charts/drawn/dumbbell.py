"""Dumbbells: two values of each category on one line, and the distance between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from generator.brief.exhibits import Chart
from generator.charts.canvas import Canvas
from generator.charts.drawn.measures import count_every, measure_widest
from generator.charts.drawn.pen import Pen
from generator.charts.drawn.tables import TableKind, as_drawn, plan_height, rank_with
from generator.charts.frames import GAP_PT, Extent, Frame
from generator.charts.marks import BASELINE_PT, GRID_PT
from generator.charts.naming import wrap_name
from generator.charts.ordering import is_sequence
from generator.charts.planning.colours import find_highlight
from generator.charts.planning.draft import Request
from generator.charts.planning.kind import Rows
from generator.charts.plot import DrawnForm, Plot
from generator.charts.style import ChartStyle, Ink
from generator.charts.values import Numbers, find_place
from generator.errors import DataError
from generator.ooxml.metrics import LINE_PITCH

MOST_ROWS = 40

_DOT_PT = 9.0
_BAR_PT = 2.5
_NAME_SHARE = 0.4  # of the width, for the names
_MOST_LABELLED = 16  # rows; of more, the axis is drawn instead
_TALLEST_LINES = 3.4  # height of a row


@dataclass(frozen=True, slots=True, kw_only=True)
class Dumbbell:
    """Two dots in each row; the first series is hollow, the second solid.

    Attributes:
        colours: Roles of the colours of the first and second series, for each row.
        has_labels: Whether each dot has its value beside it; else an axis is drawn.
    """

    colours: tuple[tuple[str, str], ...]
    has_labels: bool

    def draw(self, plot: Plot, canvas: Canvas) -> None:
        """Draw a line with two dots in each row, names at the left, the series' names above."""
        rooms = plan_rooms(plot, canvas.style, canvas.extent, has_labels=self.has_labels)
        pen = Pen(canvas)
        self._draw_axis(plot, pen, rooms)
        for row in range(len(rooms.names)):
            self._draw_row(plot, pen, rooms, row)
        for row, name in list(enumerate(rooms.names))[:: rooms.every]:
            x, y = rooms.plot.left - rooms.left_label, rooms.find_middle(row)
            canvas.write_lines(x, y, name, ha="right")
        self._write_heads(plot, pen, rooms)

    def _draw_row(self, plot: Plot, pen: Pen, rooms: DumbbellRooms, row: int) -> None:
        style, y = pen.canvas.style, rooms.find_middle(row)
        values = [series.values[row] for series in plot.series]
        places = [rooms.find_place(value) for value in values if value is not None]
        line = pen.canvas.rgb(style.shade(1.9))
        pen.rule([(place, y) for place in places], line, _BAR_PT)
        for index, (value, colour) in enumerate(zip(values, self.colours[row], strict=True)):
            if value is None:
                continue
            ink = style.find_ink(colour)
            place = rooms.find_place(value)
            pen.dot((place, y), pen.canvas.rgb(ink), _DOT_PT, is_hollow=index == 0)
        if self.has_labels:
            for label in place_labels(plot, rooms, row):
                pen.canvas.write(label.x, y, label.text, Ink("tx1"), ha=label.align)

    def _draw_axis(self, plot: Plot, pen: Pen, rooms: DumbbellRooms) -> None:
        style, frame = pen.canvas.style, rooms.plot
        bottom = frame.top + frame.height
        if rooms.low < 0 < rooms.high:
            zero = rooms.find_place(Decimal(0))
            pen.rule([(zero, frame.top), (zero, bottom)], pen.canvas.rgb(style.baseline), 0.75)
        if self.has_labels or plot.axis is None:
            return
        for at, label in enumerate(plot.axis.labels):
            x = rooms.find_place(plot.axis.minimum + plot.axis.major * at)
            pen.rule([(x, frame.top), (x, bottom)], pen.canvas.rgb(style.grid), GRID_PT, zorder=1)
            y = bottom + GAP_PT + style.text_pt * LINE_PITCH / 2
            pen.canvas.write(x, y, label, style.quiet, ha="center")
        pen.rule(
            [(frame.left, bottom), (frame.left + frame.width, bottom)],
            pen.canvas.rgb(style.grid),
            BASELINE_PT,
            zorder=1,
        )

    def _write_heads(self, plot: Plot, pen: Pen, rooms: DumbbellRooms) -> None:
        """Name the series: above the dots of the first row, or in a line where these are near."""
        canvas = pen.canvas
        y = canvas.style.text_pt * LINE_PITCH / 2
        for index, head in enumerate(place_heads(plot, canvas.style, rooms, canvas.extent)):
            ink = canvas.style.find_ink(_pick_head_colour(self.colours, index))
            canvas.write(head.x, y, head.text, canvas.style.text_like(ink), weight="bold")
            if head.has_dot:
                place = (head.x - GAP_PT - _DOT_PT / 2, y)
                pen.dot(place, canvas.rgb(ink), _DOT_PT, is_hollow=index == 0)


def _pick_head_colour(colours: tuple[tuple[str, str], ...], index: int) -> str:
    """Return the colour of a series: that of the row in focus, where one is."""
    found = [pair[index] for pair in colours]
    return next((colour for colour in found if not colour.startswith("muted")), found[0])


class DumbbellRooms(NamedTuple):
    """Where everything stands.

    Attributes:
        plot: What the dots' middles enclose, in points.
        names: Lines of each row's name.
        low: Value at the left of `plot`.
        high: Value at its right.
        left_label: From the left of `plot` to the names.
        every: Each so manieth row is named; 1 for all.
    """

    plot: Frame
    names: tuple[tuple[str, ...], ...]
    low: Decimal
    high: Decimal
    left_label: float
    every: int

    def find_middle(self, row: int) -> float:
        """Return the middle of a row, from the top of the chart."""
        return self.plot.top + self.plot.height * (row + 0.5) / len(self.names)

    def find_place(self, value: Decimal) -> float:
        """Return where a value stands, from the left of the chart."""
        return self.plot.left + self.plot.width * float((value - self.low) / (self.high - self.low))


class RowLabel(NamedTuple):
    """A value beside its dot: its place, and `ha` of its text."""

    text: str
    x: float
    align: str


class Head(NamedTuple):
    """The name of a series: its left end, and whether its dot is drawn before it."""

    text: str
    x: float
    has_dot: bool


def place_labels(plot: Plot, rooms: DumbbellRooms, row: int) -> Iterator[RowLabel]:
    """Yield the values of a row, each outside of its two dots; one, where both are the same."""
    known = [
        (value, series.labels[row])
        for series in plot.series
        if (value := series.values[row]) is not None
    ]
    if not known:
        return
    gap = _DOT_PT / 2 + GAP_PT
    low, high = min(known), max(known)
    if low[0] < high[0]:
        yield RowLabel(low[1], rooms.find_place(low[0]) - gap, "right")
    yield RowLabel(high[1], rooms.find_place(high[0]) + gap, "left")


def place_heads(
    plot: Plot, style: ChartStyle, rooms: DumbbellRooms, extent: Extent
) -> tuple[Head, ...]:
    """Return the names of both series above the first row's dots, or with dots in one line."""
    names = [series.name for series in plot.series]
    widths = [style.measure(name, is_bold=True) for name in names]
    values = [series.values[0] for series in plot.series]
    if values[0] is not None and values[1] is not None:
        wanted = [
            rooms.find_place(value) - width / 2
            for value, width in zip((values[0], values[1]), widths, strict=True)
        ]
        first = 0 if values[0] <= values[1] else 1
        left = max(wanted[first], 0.0)
        right = min(wanted[1 - first], extent.width - widths[1 - first])
        if left + widths[first] + 2 * GAP_PT <= right:
            places = (left, right) if first == 0 else (right, left)
            return tuple(Head(*pair, False) for pair in zip(names, places, strict=True))
    left = rooms.plot.left - rooms.left_label + 2 * GAP_PT + _DOT_PT
    left = max(0.0, min(left, extent.width - sum(widths) - _DOT_PT - 5 * GAP_PT))
    return (
        Head(names[0], left, True),
        Head(names[1], left + widths[0] + _DOT_PT + 5 * GAP_PT, True),
    )


def plan_rooms(plot: Plot, style: ChartStyle, extent: Extent, *, has_labels: bool) -> DumbbellRooms:
    """Return where everything stands in a chart of that size."""
    line = style.text_pt * LINE_PITCH
    count = len(plot.categories)
    top = line + GAP_PT
    bottom = 2.0 if has_labels else line + GAP_PT
    height = min(extent.height - top - bottom, count * line * _TALLEST_LINES)
    names_width = min(measure_widest(style, plot.categories), extent.width * _NAME_SHARE)
    lines = max(1, int(height / count / line))
    names = tuple(wrap_name(name, style, names_width + 1, lines) for name in plot.categories)
    low, high = _find_range(plot, has_labels=has_labels)
    left = names_width + 2 * GAP_PT
    every = count_every(line, height / count)
    rooms = DumbbellRooms(Frame(left, top, 1.0, height), names, low, high, 0.0, every)
    before, after = _plan_edges(plot, style, rooms, extent.width - left, has_labels=has_labels)
    inner = Frame(left + before, top, extent.width - left - before - after, height)
    return rooms._replace(plot=inner, left_label=before + 2 * GAP_PT)


def _find_range(plot: Plot, *, has_labels: bool) -> tuple[Decimal, Decimal]:
    """Return the values at both edges: those of the axis where one is drawn."""
    values = [value for series in plot.series for value in series.values if value is not None]
    if plot.axis is not None and not has_labels:
        return plot.axis.minimum, plot.axis.maximum
    low, high = min(values), max(values)
    return (low, high) if low < high else (low - 1, high + 1)


def _plan_edges(
    plot: Plot, style: ChartStyle, rooms: DumbbellRooms, width: float, *, has_labels: bool
) -> tuple[float, float]:
    """Return the room that labels need at the left and right of the dots' places."""
    least = _DOT_PT / 2 + 1
    if not has_labels:
        ends = plot.axis.labels if plot.axis else ("",)
        return least, max(least, style.measure(ends[-1]) / 2)
    before = after = least
    for _ in range(12):  # the less room for dots, the more of the labels stands beyond
        inner = rooms._replace(plot=Frame(0.0, 0.0, width - before - after, rooms.plot.height))
        labels = [
            label for row in range(len(rooms.names)) for label in place_labels(plot, inner, row)
        ]
        reach = [(label, measure_widest(style, [label.text])) for label in labels]
        left = max((size - at.x for at, size in reach if at.align == "right"), default=0.0)
        right = max((at.x + size for at, size in reach if at.align == "left"), default=0.0)
        before, after = max(least, left), max(least, right - inner.plot.width)
    return before, after


def plan(request: Request) -> Plot:
    """Return what is drawn of a dumbbell chart.

    Raises:
        DataError: There are other than two series, or too many rows.
    """
    plot = _TABLE.plan(request)
    chart = request.chart
    focus = find_highlight(chart, plot.categories) if chart.highlight is not None else None
    is_time = is_sequence([series.name for series in plot.series])
    pair = ("muted-2" if is_time else "accent2", "accent1")
    drawing = Dumbbell(
        colours=tuple(
            pair if focus in {None, name} else ("muted", "muted") for name in plot.categories
        ),
        has_labels=len(plot.categories) <= _MOST_LABELLED,
    )
    height = plan_height(len(plot.categories), 22.0, 1.8)
    return as_drawn(plot, DrawnForm(drawing=drawing, height=height))


def _rank(rows: Rows) -> list[Decimal | None]:
    """Return the later value, or the only one."""
    return [second if second is not None else first for first, second in zip(*rows, strict=True)]


def _check_pair(chart: Chart, numbers: Numbers) -> None:
    if len(numbers.cells) != 2:  # noqa: PLR2004 - the two ends of a dumbbell
        raise DataError(
            f"a dumbbell compares two series, not {len(numbers.cells)}",
            place=find_place(chart),
            hint="give each row two 'values' by name, or use 'kind: grouped-bar'",
        )
    if len(numbers.categories) > MOST_ROWS:
        raise DataError(
            f"a chart of {len(numbers.categories)} dumbbells cannot be read",
            place=find_place(chart),
            hint=f"show {MOST_ROWS} at most: the largest, or groups",
        )


_TABLE = TableKind(checks=(_check_pair,), is_sorted=True, kind=rank_with(_rank))
