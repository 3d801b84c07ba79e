"""Box plots: how the values of each group are spread, from the lowest to the highest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from generator.brief.exhibits import Chart, ChartRow
from generator.charts.alt import describe_chart
from generator.charts.canvas import Canvas
from generator.charts.drawn.boxkey import Key, plan_key
from generator.charts.drawn.measures import measure_widest
from generator.charts.drawn.pen import Pen
from generator.charts.drawn.quartiles import FIVE, find_five
from generator.charts.drawn.tables import (
    TableKind,
    as_drawn,
    describe_table,
    plan_height,
    rank_with,
)
from generator.charts.drawn.words import find_phrases
from generator.charts.frames import GAP_PT, Extent, Frame
from generator.charts.marks import GRID_PT
from generator.charts.naming import wrap_name
from generator.charts.planning.colours import find_highlight
from generator.charts.planning.draft import Request
from generator.charts.planning.kind import Rows, never
from generator.charts.plot import DrawnForm, Plot
from generator.charts.style import ChartStyle, Ink
from generator.charts.values import Numbers, find_place
from generator.errors import DataError
from generator.ooxml.metrics import LINE_PITCH

MOST_ROWS = 24
FEWEST_NUMBERS = 5
"""Of fewer numbers five cannot be made that tell more than they do themselves."""

_NAME_SHARE = 0.36  # of the width, for the names
_PITCH_LINES = 2.5  # height of a row: the box, and its median above it
_TALLEST_LINES = 4.0
_WHISKER_PT = 1.25
_MEDIAN_PT = 2.5


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxPlot:
    """A row for each group; the plot's five series are the five numbers.

    Attributes:
        colours: Role of the colour of each row.
    """

    colours: tuple[str, ...]

    def draw(self, plot: Plot, canvas: Canvas) -> None:
        """Draw a key, the axis, and in each row whiskers, box and median with its value."""
        rooms = plan_rooms(plot, canvas.style, canvas.extent)
        pen = Pen(canvas)
        _draw_axis(plot, pen, rooms)
        for row, name in enumerate(rooms.names):
            x, y = rooms.plot.left - 2 * GAP_PT, rooms.find_middle(row)
            canvas.write_lines(x, y, name, ha="right")
            self._draw_row(plot, pen, rooms, row)
        if rooms.key is not None:
            _draw_key(pen, rooms.key)

    def _draw_row(self, plot: Plot, pen: Pen, rooms: BoxRooms, row: int) -> None:
        places = [rooms.find_place(series.values[row] or Decimal(0)) for series in plot.series]
        y = rooms.find_middle(row)
        _draw_box(pen, (places, y), rooms.thickness, self.colours[row])
        style, label = pen.canvas.style, plot.series[2].labels[row]
        above = y - rooms.thickness / 2 - style.text_pt * LINE_PITCH / 2
        pen.canvas.write(places[2], above, label, Ink("tx1"), ha="center", weight="bold")


def _draw_box(pen: Pen, where: tuple[list[float], float], thickness: float, colour: str) -> None:
    """Draw whiskers, box and median at five places along a line at a height."""
    (low, lower, median, upper, high), y = where
    canvas = pen.canvas
    line = canvas.rgb(canvas.style.shade(4.5))
    fill = canvas.rgb(canvas.style.find_ink(colour))
    half = thickness / 4
    for start, end in ((low, lower), (upper, high)):
        pen.rule([(start, y), (end, y)], line, _WHISKER_PT, zorder=1)
    for end in (low, high):
        pen.rule([(end, y - half), (end, y + half)], line, _WHISKER_PT)
    pen.fill(Frame(lower, y - thickness / 2, max(upper - lower, 1.0), thickness), fill)
    ground = f"#{canvas.style.ground}"
    pen.rule([(median, y - thickness / 2), (median, y + thickness / 2)], ground, _MEDIAN_PT)


def _draw_axis(plot: Plot, pen: Pen, rooms: BoxRooms) -> None:
    axis, frame, style = plot.axis, rooms.plot, pen.canvas.style
    if axis is None:
        return
    bottom = frame.top + frame.height
    for at, label in enumerate(axis.labels):
        value = axis.minimum + axis.major * at
        x = rooms.find_place(value)
        ink = style.baseline if value == 0 else style.grid
        pen.rule([(x, frame.top), (x, bottom)], pen.canvas.rgb(ink), GRID_PT, zorder=0.5)
        y = bottom + GAP_PT + style.text_pt * LINE_PITCH / 2
        pen.canvas.write(x, y, label, style.quiet, ha="center")


def _draw_key(pen: Pen, key: Key) -> None:
    """Draw a small box of its own above the rows, with what each of its parts means."""
    _draw_box(pen, (list(key.places), key.middle), key.thickness, "muted")
    for label in key.labels:
        if label.leader:
            pen.rule(label.leader, pen.canvas.rgb(pen.canvas.style.baseline), 0.5)
        pen.canvas.write(label.x, label.y, label.text, pen.canvas.style.quiet, ha=label.align)


class BoxRooms(NamedTuple):
    """Where everything stands, in points.

    Attributes:
        plot: What the axis encloses.
        names: Lines of each row's name.
        low: Value at the left of `plot`.
        high: Value at its right.
        thickness: Of a box.
        key: What tells the parts of a box; None where there is no room for it.
    """

    plot: Frame
    names: tuple[tuple[str, ...], ...]
    low: Decimal
    high: Decimal
    thickness: float
    key: Key | None

    def find_middle(self, row: int) -> float:
        """Return the middle of a box, which stands in the lower part of its row."""
        pitch = self.plot.height / len(self.names)
        return self.plot.top + pitch * (row + 1) - self.thickness / 2 - pitch * 0.12

    def find_place(self, value: Decimal) -> float:
        """Return where a value stands, from the left of the chart."""
        share = float((value - self.low) / (self.high - self.low))
        return self.plot.left + self.plot.width * share


def plan_rooms(plot: Plot, style: ChartStyle, extent: Extent) -> BoxRooms:
    """Return where everything stands in a chart of that size."""
    line = style.text_pt * LINE_PITCH
    count = len(plot.categories)
    key = plan_key(find_phrases(plot.language), style, extent.width)
    rest = extent.height - line - 2 * GAP_PT
    if key is not None and rest - key.height < count * line * 1.9:
        key = None
    top = key.height if key else 2.0
    height = min(rest - top, count * line * _TALLEST_LINES)
    names_width = min(measure_widest(style, plot.categories), extent.width * _NAME_SHARE)
    pitch = height / count
    lines = max(1, int(pitch / line))
    names = tuple(wrap_name(name, style, names_width + 1, lines) for name in plot.categories)
    axis = plot.axis
    edge = style.measure(axis.labels[-1]) / 2 + 1 if axis else 1.0
    medians = measure_widest(style, plot.series[2].labels, is_bold=True) / 2
    left = names_width + 2 * GAP_PT
    inner = Frame(left, top, extent.width - left - max(edge, medians), height)
    low, high = (axis.minimum, axis.maximum) if axis else (Decimal(0), Decimal(1))
    thickness = max(3.0, min(line * 1.2, pitch - line - GAP_PT))
    return BoxRooms(inner, names, low, high, thickness, key)


def plan(request: Request) -> Plot:
    """Return what is drawn of a box plot.

    Raises:
        DataError: A row has neither five numbers in their order nor enough numbers to make them
            of, or there are too many rows.
    """
    chart = request.chart
    words = find_phrases(request.language).five
    rows = [_make_row(chart, row, words) for row in chart.data]
    plot = _TABLE.plan(request, rows)
    _check_ordered(chart, plot)
    focus = find_highlight(chart, plot.categories) if chart.highlight is not None else None
    colours = tuple("accent1" if focus in {None, name} else "muted" for name in plot.categories)
    height = plan_height(len(plot.categories), 58.0, _PITCH_LINES)
    form = DrawnForm(drawing=BoxPlot(colours=colours), height=height)
    return as_drawn(plot, form, chart.alt or _describe(plot))


def _make_row(chart: Chart, row: ChartRow, words: tuple[str, ...]) -> ChartRow:
    """Return a row with its five numbers as series."""
    if row.numbers is not None:
        if len(row.numbers) < FEWEST_NUMBERS:
            raise DataError(
                f"'{row.label}' has {len(row.numbers)} numbers, too few for a box",
                place=find_place(chart, row.label),
                hint=f"give {FEWEST_NUMBERS} or more, or show them one by one with 'kind: bar'",
            )
        values = dict(zip(words, find_five(row.numbers), strict=True))
        return row.model_copy(update={"numbers": None, "values": values})
    given = row.values or {}
    if set(given) != set(FIVE) or any(given[key] is None for key in given):
        raise DataError(
            f"'{row.label}' has no five numbers for its box",
            place=find_place(chart, row.label),
            hint=f"give it 'values' with {', '.join(FIVE)}, or all its 'numbers'",
        )
    ordered = {word: given[key] for word, key in zip(words, FIVE, strict=True)}
    return row.model_copy(update={"values": ordered})


def _check_ordered(chart: Chart, plot: Plot) -> None:
    for at, name in enumerate(plot.categories):
        five = [series.values[at] or Decimal(0) for series in plot.series]
        if five != sorted(five):
            raise DataError(
                f"the five numbers of '{name}' do not ascend",
                place=find_place(chart, name),
                hint=f"their order is {' ≤ '.join(FIVE)}",
            )


def _describe(plot: Plot) -> str:
    """Return the medians in the usual words, and which row ranges widest."""
    phrases = find_phrases(plot.language)
    described = describe_table(plot, plot.series[2:3])
    ends = zip(plot.series[0].values, plot.series[4].values, strict=True)
    spans = [(high or Decimal(0)) - (low or Decimal(0)) for low, high in ends]
    at = spans.index(max(spans))
    told = phrases.medians.format(
        name=plot.categories[at], low=plot.series[0].labels[at], high=plot.series[4].labels[at]
    )
    return describe_chart(described) + phrases.space + told


def _rank(rows: Rows) -> list[Decimal | None]:
    return list(rows[2])


def _check_rows(chart: Chart, numbers: Numbers) -> None:
    if len(numbers.categories) > MOST_ROWS:
        raise DataError(
            f"{len(numbers.categories)} box plots cannot be read together",
            place=find_place(chart),
            hint=f"show {MOST_ROWS} at most",
        )


_TABLE = TableKind(
    checks=(_check_rows,),
    is_sorted=True,
    kind=replace(rank_with(_rank), has_labels=never),
)
