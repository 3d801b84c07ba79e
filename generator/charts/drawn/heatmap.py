"""Heat maps: a table of numbers upon tints, so that the eye finds the high and the low."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from generator.brief.exhibits import Chart
from generator.charts.alt import introduce, tell_extremes
from generator.charts.canvas import Canvas
from generator.charts.drawn.measures import count_every, measure_widest
from generator.charts.drawn.pen import Pen
from generator.charts.drawn.tables import (
    TableKind,
    as_drawn,
    describe_table,
    plan_height,
    rank_with,
)
from generator.charts.drawn.tints import find_tint, text_upon
from generator.charts.drawn.words import find_phrases
from generator.charts.frames import GAP_PT, Extent, Frame
from generator.charts.naming import wrap_name
from generator.charts.planning.colours import find_highlight
from generator.charts.planning.draft import Request
from generator.charts.planning.kind import Rows
from generator.charts.plot import DrawnForm, Plot
from generator.charts.style import ChartStyle, Ink
from generator.charts.values import Numbers, find_place
from generator.errors import DataError
from generator.ooxml.metrics import LINE_PITCH

MOST_ROWS = 40
MOST_COLUMNS = 24

_EDGE_PT = 1.5  # of the ground, between cells
_NAME_SHARE = 0.36  # of the width, for the names of rows
_MOST_HEAD_LINES = 3
_TALLEST_LINES = 4.5  # height of a cell
_BAR_PT = 7.0
_BAR_STEPS = 24
_GAP_MARK = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatMap:
    """A heat map whose numbers are in the plot: categories are rows, series are columns.

    Attributes:
        shares: For each series and value how strong its tint is, from -1 to 1; below zero is the
            second colour. None for a gap.
        colours: Roles of the colours of numbers above and below zero.
        ends: Labels of the least and the greatest value, for a scale where numbers have no room.
        is_diverging: Whether there are numbers on both sides of zero.
        focus: Name of the row or column in focus, if there is one.
    """

    shares: tuple[tuple[float | None, ...], ...]
    colours: tuple[str, str]
    ends: tuple[str, str]
    is_diverging: bool
    focus: str = ""

    def draw(self, plot: Plot, canvas: Canvas) -> None:
        """Draw the cells with their numbers, the names of rows at the left and of columns above."""
        rooms = plan_rooms(plot, canvas.style, canvas.extent)
        pen = Pen(canvas)
        for column, series in enumerate(plot.series):
            for row, label in enumerate(series.labels):
                self._draw_cell(pen, rooms.find_cell(row, column), self.shares[column][row])
                if rooms.has_numbers:
                    self._write_cell(canvas, rooms.find_cell(row, column), label, (row, column))
        self._write_names(plot, canvas, rooms)
        if not rooms.has_numbers:
            self._draw_scale(canvas, pen, rooms)

    def find_colour(self, style: ChartStyle, share: float | None) -> str:
        """Return the fill of a cell."""
        if share is None:
            return f"#{style.ground}"
        return find_tint(style, self.colours[share < 0], abs(share))

    def _draw_cell(self, pen: Pen, cell: Frame, share: float | None) -> None:
        style = pen.canvas.style
        edge = f"#{style.find_rgb(style.grid)}" if share is None else "none"
        pen.fill(cell, self.find_colour(style, share), edge=edge)

    def _write_cell(self, canvas: Canvas, cell: Frame, label: str, index: tuple[int, int]) -> None:
        share = self.shares[index[1]][index[0]]
        ink = text_upon(canvas.style, self.find_colour(canvas.style, share))
        x, y = cell.left + cell.width / 2, cell.top + cell.height / 2
        canvas.write(x, y, label or _GAP_MARK, ink, ha="center")

    def _write_names(self, plot: Plot, canvas: Canvas, rooms: HeatRooms) -> None:
        line = canvas.style.text_pt * LINE_PITCH
        for row, lines in list(enumerate(rooms.rows))[:: rooms.every[0]]:
            cell = rooms.find_cell(row, 0)
            how = self._weigh(plot.categories[row])
            canvas.write_lines(
                cell.left - 2 * GAP_PT, cell.top + cell.height / 2, lines, ha="right", **how
            )
        for column, lines in list(enumerate(rooms.heads))[:: rooms.every[1]]:
            cell = rooms.find_cell(0, column)
            y = cell.top - GAP_PT - line * len(lines) / 2
            how = self._weigh(plot.series[column].name)
            canvas.write_lines(cell.left + cell.width / 2, y, lines, ha="center", **how)

    def _weigh(self, name: str) -> dict[str, str]:
        return {"weight": "bold"} if name == self.focus else {}

    def _draw_scale(self, canvas: Canvas, pen: Pen, rooms: HeatRooms) -> None:
        """Draw a scale of the tints under the cells, from the least to the greatest value."""
        frame, style = rooms.cells, canvas.style
        y = canvas.extent.height - style.text_pt * LINE_PITCH / 2
        left = frame.left + style.measure(self.ends[0]) + GAP_PT
        right = frame.left + frame.width - style.measure(self.ends[1]) - GAP_PT
        low = -1.0 if self.is_diverging else 0.0
        step = (right - left) / _BAR_STEPS
        for at in range(_BAR_STEPS):
            share = low + (1 - low) * (at + 0.5) / _BAR_STEPS
            box = Frame(left + at * step, y - _BAR_PT / 2, step, _BAR_PT)
            pen.fill(box, self.find_colour(style, share))
        canvas.write(left - GAP_PT, y, self.ends[0], Ink("tx1"), ha="right")
        canvas.write(right + GAP_PT, y, self.ends[1], Ink("tx1"))


class HeatRooms(NamedTuple):
    """Where the cells of a heat map stand, and the lines of its names.

    Attributes:
        cells: What all cells enclose, in points.
        rows: Lines of the name of each row.
        heads: Lines of the name of each column.
        every: Each so manieth row and column is named; 1 for all.
        has_numbers: Whether the numbers have room in all cells.
    """

    cells: Frame
    rows: tuple[tuple[str, ...], ...]
    heads: tuple[tuple[str, ...], ...]
    every: tuple[int, int]
    has_numbers: bool

    def find_cell(self, row: int, column: int) -> Frame:
        """Return the rectangle of a cell, the ground around it left out."""
        width = self.cells.width / len(self.heads)
        height = self.cells.height / len(self.rows)
        left, top = self.cells.left + column * width, self.cells.top + row * height
        return Frame(left, top, width - _EDGE_PT, height - _EDGE_PT)


def plan_rooms(plot: Plot, style: ChartStyle, extent: Extent) -> HeatRooms:
    """Return where everything stands in a heat map of that size."""
    line = style.text_pt * LINE_PITCH
    widest = extent.width * _NAME_SHARE
    names_width = min(widest, measure_widest(style, plot.categories, is_bold=True))
    left = names_width + 2 * GAP_PT
    pitch = (extent.width - left) / len(plot.series)
    names = [series.name for series in plot.series]
    every = count_every(max(style.measure(word) for name in names for word in name.split()), pitch)
    heads = tuple(
        wrap_name(name, style, pitch * every - GAP_PT, _MOST_HEAD_LINES) for name in names
    )
    top = max(map(len, heads)) * line + GAP_PT
    count = len(plot.categories)
    height = min(extent.height - top, count * line * _TALLEST_LINES)
    wide = max(style.measure(label) for series in plot.series for label in series.labels)
    has_numbers = wide + GAP_PT <= pitch - _EDGE_PT and line <= height / count - _EDGE_PT
    if not has_numbers:
        height = min(height, extent.height - top - 2 * line)
    lines = max(1, int(height / count / line))
    rows = tuple(wrap_name(name, style, names_width + 1, lines) for name in plot.categories)
    steps = (count_every(line, height / count), every)
    return HeatRooms(Frame(left, top, extent.width - left, height), rows, heads, steps, has_numbers)


def plan(request: Request) -> Plot:
    """Return what is drawn of a heat map.

    Raises:
        DataError: There are too many cells, a single one, or no numbers.
    """
    plot = _TABLE.plan(request)
    values = [value for series in plot.series for value in series.values if value is not None]
    low, high = min(values), max(values)
    is_diverging = low < 0 < high
    names = (*plot.categories, *(series.name for series in plot.series))
    chart = request.chart
    drawing = HeatMap(
        shares=tuple(
            tuple(_find_share(value, low, high) for value in series.values)
            for series in plot.series
        ),
        colours=("accent1", "accent2"),
        ends=(_label(plot, low), _label(plot, high)),
        is_diverging=is_diverging,
        focus=find_highlight(chart, names) if chart.highlight is not None else "",
    )
    height = plan_height(len(plot.categories), 30.0)
    return as_drawn(plot, DrawnForm(drawing=drawing, height=height), chart.alt or _describe(plot))


def _describe(plot: Plot) -> str:
    """Return how many rows and columns there are, and the extremes."""
    described = describe_table(plot)
    told = find_phrases(plot.language).matrix.format(
        rows=len(plot.categories),
        first=plot.categories[0],
        last=plot.categories[-1],
        columns=len(plot.series),
        start=plot.series[0].name,
        end=plot.series[-1].name,
    )
    return introduce(described, told) + tell_extremes(described)


def _label(plot: Plot, value: Decimal) -> str:
    return next(
        label
        for series in plot.series
        for found, label in zip(series.values, series.labels, strict=True)
        if found == value
    )


def _find_share(value: Decimal | None, low: Decimal, high: Decimal) -> float | None:
    """Return how strong a tint is; numbers on both sides of zero are counted from zero."""
    if value is None:
        return None
    if low < 0 < high:
        return float(value / max(high, -low))
    if low == high:
        return 0.5
    return float((value - low) / (high - low))


def _rank(rows: Rows) -> list[Decimal | None]:
    """Return the mean of each row, gaps left out."""
    ranks: list[Decimal | None] = []
    for column in zip(*rows, strict=True):
        known = [value for value in column if value is not None]
        ranks.append(sum(known, Decimal(0)) / len(known) if known else None)
    return ranks


def _check_size(chart: Chart, numbers: Numbers) -> None:
    rows, columns = len(numbers.categories), len(numbers.cells)
    if rows * columns == 1:
        raise DataError(
            "a heat map of one cell shows nothing",
            place=find_place(chart),
            hint="write the number in the text",
        )
    if rows > MOST_ROWS or columns > MOST_COLUMNS:
        raise DataError(
            f"a heat map of {rows} rows and {columns} columns cannot be read",
            place=find_place(chart),
            hint=f"show {MOST_ROWS} rows and {MOST_COLUMNS} columns at most: group or select",
        )


_TABLE = TableKind(checks=(_check_size,), kind=rank_with(_rank))
