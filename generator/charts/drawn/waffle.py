"""Waffles: a hundred squares, each one per cent of a whole."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from typing import NamedTuple

from generator.brief.exhibits import Chart
from generator.charts.canvas import Canvas
from generator.charts.drawn.measures import measure_widest
from generator.charts.drawn.pen import Pen
from generator.charts.drawn.shares import check_parts
from generator.charts.drawn.tables import TableKind, as_drawn
from generator.charts.drawn.words import find_phrases
from generator.charts.frames import GAP_PT, Extent, Frame
from generator.charts.naming import wrap_name
from generator.charts.planning.colours import find_highlight
from generator.charts.planning.draft import Request
from generator.charts.plot import DrawnForm, Plot
from generator.charts.spreading import spread
from generator.charts.style import MUTED, PALETTE, ChartStyle, Ink
from generator.charts.values import (
    Numbers,
    find_place,
    list_values,
    resolve_numbers,
    resolve_unit,
)
from generator.errors import DataError
from generator.facts.measures import Kind as UnitKind
from generator.facts.measures import parse_kind
from generator.ooxml.metrics import LINE_PITCH

MOST_PARTS = 5

_SIDE = 10
_SQUARES = _SIDE * _SIDE
_GAP_SHARE = 0.14  # of a square's pitch
_NAME_SHARE = 0.45  # of the width, for the names
_ALMOST = Decimal("0.5")
"""How far a sum of rounded shares may lie beside 100."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """A part of the whole.

    Attributes:
        count: Of its squares.
        label: Its value in words; empty for what is left over.
        colour: Role of its colour; empty for what is left over, which is drawn in outline.
    """

    name: str
    count: int
    label: str
    colour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Waffle:
    """A hundred squares, filled row by row from the top; their parts are named beside them."""

    slices: tuple[Slice, ...]

    def draw(self, plot: Plot, canvas: Canvas) -> None:
        """Draw the squares, then a name beside each part at the height of its middle."""
        rooms = plan_rooms(self, canvas.style, canvas.extent)
        pen, at = Pen(canvas), 0
        for part in self.slices:
            for index in range(at, at + part.count):
                self._draw_square(pen, rooms.find_square(index), part)
            at += part.count
        for part, label in zip(self.slices, rooms.labels, strict=True):
            _draw_label(pen, rooms, part, label)

    def _draw_square(self, pen: Pen, frame: Frame, part: Slice) -> None:
        canvas = pen.canvas
        if not part.colour:
            pen.fill(frame, f"#{canvas.style.ground}", edge=canvas.rgb(canvas.style.shade(1.7)))
            return
        pen.fill(frame, canvas.rgb(canvas.style.find_ink(part.colour)))


def _draw_label(pen: Pen, rooms: WaffleRooms, part: Slice, label: SliceLabel) -> None:
    """Write value and name, and draw a line to the part's squares."""
    canvas = pen.canvas
    right = rooms.left + rooms.pitch * _SIDE
    elbow = right + 2 * GAP_PT
    points = [(right + GAP_PT / 2, label.own), (elbow, label.own), (elbow + GAP_PT, label.y)]
    line = canvas.rgb(canvas.style.baseline)
    pen.rule([*points, (rooms.text_left - GAP_PT, label.y)], line, 0.75)
    pitch = canvas.style.text_pt * LINE_PITCH
    for at, text in enumerate(label.lines):
        y = label.y + (at - (len(label.lines) - 1) / 2) * pitch
        weight = "bold" if at == 0 and part.label else "normal"
        canvas.write(rooms.text_left, y, text, Ink("tx1"), weight=weight)


class SliceLabel(NamedTuple):
    """The lines beside a part: where their middle stands, and where the middle of the part does."""

    lines: tuple[str, ...]
    y: float
    own: float


class WaffleRooms(NamedTuple):
    """Where everything stands, in points.

    Attributes:
        left: Of the squares.
        top: Of the squares.
        pitch: From one square to the next.
        text_left: Of the names.
    """

    left: float
    top: float
    pitch: float
    text_left: float
    labels: tuple[SliceLabel, ...]

    def find_square(self, index: int) -> Frame:
        """Return a square: they are filled along each row from the left, rows from the top."""
        row, column = divmod(index, _SIDE)
        gap, side = self.pitch * _GAP_SHARE, self.pitch * (1 - _GAP_SHARE)
        left, top = self.left + column * self.pitch, self.top + row * self.pitch
        return Frame(left + gap / 2, top + gap / 2, side, side)


def plan_rooms(waffle: Waffle, style: ChartStyle, extent: Extent) -> WaffleRooms:
    """Return where everything stands in a chart of that size; squares and names are centred."""
    lead = 5 * GAP_PT
    texts = [_wrap(part, style, extent.width * _NAME_SHARE) for part in waffle.slices]
    widest = measure_widest(style, [line for text in texts for line in text], is_bold=True)
    side = min(extent.height, extent.width - widest - lead)
    left = max(0.0, (extent.width - side - lead - widest) / 2)
    top = (extent.height - side) / 2
    pitch = side / _SIDE
    owns, at = [], 0
    for part in waffle.slices:
        owns.append(top + (at + part.count / 2) / _SIDE * pitch)
        at += part.count
    line = style.text_pt * LINE_PITCH
    least = max(map(len, texts)) * line + GAP_PT
    bounds = (least / 2, extent.height - least / 2)
    heights = spread(owns, least, bounds)
    labels = tuple(
        SliceLabel(text, y, own) for text, y, own in zip(texts, heights, owns, strict=True)
    )
    return WaffleRooms(left, top, pitch, left + side + lead, labels)


def _wrap(part: Slice, style: ChartStyle, width: float) -> tuple[str, ...]:
    names = wrap_name(part.name, style, width, 2)
    return (part.label, *names) if part.label else names


def plan(request: Request) -> Plot:
    """Return what is drawn of a waffle.

    Raises:
        DataError: There are too many parts, one below zero, or more than a hundred per cent.
    """
    chart = request.chart
    plot = _TABLE.plan(request)
    series = plot.series[0]
    known = [
        (name, value, label)
        for name, value, label in zip(plot.categories, series.values, series.labels, strict=True)
        if value
    ]
    total = sum((value for _, value, _ in known), Decimal(0))
    is_percent = is_share(chart, resolve_numbers(chart, request.figures))
    whole = max(total, Decimal(_SQUARES)) if is_percent else total
    rest = whole - total if whole - total > _ALMOST else Decimal(0)
    counts = count_squares([*(value for _, value, _ in known), rest])
    colours = _plan_colours(chart, [name for name, _, _ in known])
    slices = [
        Slice(name=name, count=count, label=label, colour=colour)
        for (name, _, label), count, colour in zip(known, counts, colours, strict=False)
    ]
    if counts[-1]:
        name = find_phrases(request.language).rest
        slices.append(Slice(name=name, count=counts[-1], label="", colour=""))
    drawing = Waffle(slices=tuple(slices))
    return as_drawn(plot, DrawnForm(drawing=drawing, height=0.42))


def is_share(chart: Chart, numbers: Numbers) -> bool:
    """Return whether the numbers are per cent, so that what is missing to a hundred is the rest."""
    return parse_kind(resolve_unit(chart, numbers)) is UnitKind.PERCENT


def count_squares(values: list[Decimal]) -> list[int]:
    """Return how many of a hundred squares each value has: rounded so that their sum is right.

    The largest remainders are rounded up; what is above zero has one square at least, which a part
    gives that has the most beyond its share.
    """
    total = sum(values, Decimal(0))
    exact = [value * _SQUARES / total for value in values]
    counts = [int(share.to_integral_value(ROUND_FLOOR)) for share in exact]
    by_rest = sorted(range(len(values)), key=lambda at: (counts[at] - exact[at], at))
    for at in by_rest[: _SQUARES - sum(counts)]:
        counts[at] += 1
    for at, value in enumerate(values):
        if value > 0 and counts[at] == 0:
            beyond = [
                count - share if count > 1 else Decimal(-_SQUARES)
                for count, share in zip(counts, exact, strict=True)
            ]
            counts[beyond.index(max(beyond))] -= 1
            counts[at] = 1
    return counts


def _plan_colours(chart: Chart, names: list[str]) -> list[str]:
    if chart.highlight is None:
        return [PALETTE[at % len(PALETTE)] for at in range(len(names))]
    focus = find_highlight(chart, names)
    greys = iter([MUTED[at % len(MUTED)] for at in range(len(names))])
    return [PALETTE[0] if name == focus else next(greys) for name in names]


def _check_count(chart: Chart, numbers: Numbers) -> None:
    values = list_values(numbers.cells)
    if len(values) > MOST_PARTS:
        raise DataError(
            f"a waffle of {len(values)} parts cannot be read",
            place=find_place(chart),
            hint=f"join small parts until there are at most {MOST_PARTS}, or use 'kind: bar'",
        )
    if sum(values) > _SQUARES + _ALMOST and is_share(chart, numbers):
        raise DataError(
            f"the parts of the waffle make {sum(values)} per cent",
            place=find_place(chart),
            hint="parts of one whole make 100 at most; for other shares use 'kind: bar'",
        )


_TABLE = TableKind(checks=(check_parts, _check_count), is_sorted=True)
