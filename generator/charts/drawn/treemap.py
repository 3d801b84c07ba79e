"""Treemaps: parts of a whole as areas, alone or in groups."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from generator.brief.exhibits import Chart, ChartRow
from generator.charts.canvas import Canvas
from generator.charts.drawn.packing import pack
from generator.charts.drawn.pen import Pen
from generator.charts.drawn.shares import check_parts, check_several
from generator.charts.drawn.tables import TableKind, as_drawn
from generator.charts.drawn.tints import find_tint, text_upon
from generator.charts.frames import GAP_PT, OFFICE_MARGIN, Extent, Frame
from generator.charts.naming import is_cut, wrap_name
from generator.charts.planning.colours import find_highlight
from generator.charts.planning.draft import Request
from generator.charts.plot import DrawnForm, Plot
from generator.charts.style import MUTED, PALETTE, ChartStyle, Ink
from generator.charts.values import Numbers, find_place
from generator.errors import DataError
from generator.ooxml.metrics import LINE_PITCH

MOST_PARTS = 60
MOST_GROUPS = len(PALETTE)
BETWEEN = " – "
"""Between a group and its part, in the table of the data."""

_EDGE_PT = 1.5  # of the ground, around parts
_GROUP_EDGE_PT = 4.0
_MOST_LINES = 3
_PAD_PT = 3.5
_QUIET_STRENGTH = 0.45  # of the grey of what is not in focus


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the whole.

    Attributes:
        size: Its value, above zero.
        label: The value in words.
        colour: Role of its colour.
    """

    name: str
    size: Decimal
    label: str
    colour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Parts that stand together, the largest first; a name of its own is written above them."""

    name: str
    parts: tuple[Part, ...]

    @property
    def size(self) -> Decimal:
        """Return the sum of its parts."""
        return sum((part.size for part in self.parts), Decimal(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Treemap:
    """A treemap: groups, the largest first; parts without groups are one group without a name."""

    groups: tuple[Group, ...]

    def draw(self, plot: Plot, canvas: Canvas) -> None:
        """Draw the parts with name and value where these have room, and the groups' names."""
        pen = Pen(canvas)
        for heading in place_groups(self, canvas.style, canvas.extent):
            if heading.name:
                y = heading.frame.top + canvas.style.text_pt * LINE_PITCH / 2
                canvas.write(heading.frame.left, y, heading.name, Ink("tx1"), weight="bold")
            for tile in heading.tiles:
                _draw_tile(pen, tile)


def _draw_tile(pen: Pen, tile: Tile) -> None:
    style = pen.canvas.style
    strength = _QUIET_STRENGTH if tile.part.colour in MUTED else 1.0
    colour = find_tint(style, tile.part.colour, strength)
    pen.fill(tile.frame, colour)
    ink, pitch = text_upon(style, colour), style.text_pt * LINE_PITCH
    for at, line in enumerate(tile.lines):
        y = tile.frame.top + _PAD_PT + pitch * (at + 0.5)
        weight = "bold" if at == len(tile.lines) - 1 else "normal"
        pen.canvas.write(tile.frame.left + _PAD_PT, y, line, ink, weight=weight)


class Tile(NamedTuple):
    """The rectangle of a part, in points, and the lines in it: name, then value; or none."""

    part: Part
    frame: Frame
    lines: tuple[str, ...]


class Heading(NamedTuple):
    """The rectangle of a group, its name if it has room, and its tiles."""

    name: str
    frame: Frame
    tiles: tuple[Tile, ...]


def place_groups(treemap: Treemap, style: ChartStyle, extent: Extent) -> tuple[Heading, ...]:
    """Return where groups and parts stand in a chart of that size.

    The smallest groups are stacked in one column where that lets more names be written.
    """
    whole = Frame(0.0, 0.0, extent.width, extent.height)
    sizes = [float(group.size) for group in treemap.groups]
    layouts = [
        tuple(
            _place_group(group, _shrink(frame, whole, _GROUP_EDGE_PT), style)
            for group, frame in zip(
                treemap.groups, _pack_groups(sizes, stacked, whole), strict=True
            )
        )
        for stacked in range(1, max(2, len(sizes)))
    ]
    return max(layouts, key=_count_names)


def _pack_groups(sizes: list[float], stacked: int, whole: Frame) -> list[Frame]:
    """Return a frame for each of `sizes`, the last `stacked` of them one upon the other."""
    first, last = sizes[:-stacked], sizes[-stacked:]
    blocks = [*first, sum(last)]
    order = sorted(range(len(blocks)), key=lambda at: -blocks[at])
    packed = dict(zip(order, pack([blocks[at] for at in order], whole), strict=True))
    column = packed[len(first)]
    frames = [packed[at] for at in range(len(first))]
    top = column.top
    for size in last:
        height = column.height * size / blocks[-1]
        frames.append(Frame(column.left, top, column.width, height))
        top += height
    return frames


def _count_names(layout: tuple[Heading, ...]) -> int:
    """Return how many parts are named; a group whose name is cut weighs as many as all others."""
    cut = sum(heading.name.endswith("…") for heading in layout)
    named = sum(bool(tile.lines) for heading in layout for tile in heading.tiles)
    return named - cut * MOST_PARTS


def _place_group(group: Group, frame: Frame, style: ChartStyle) -> Heading:
    head = style.text_pt * LINE_PITCH + GAP_PT / 2 if group.name else 0.0
    name = group.name
    if name and (head > frame.height / 2 or frame.width < 2 * style.text_pt):
        name, head = "", 0.0
    elif name:
        name = wrap_name(name, style, frame.width / OFFICE_MARGIN / 1.05, 1)[0]
    inner = Frame(frame.left, frame.top + head, frame.width, frame.height - head)
    frames = pack([float(part.size) for part in group.parts], inner)
    tiles = tuple(
        _place_tile(part, _shrink(each, inner, _EDGE_PT), style)
        for part, each in zip(group.parts, frames, strict=True)
    )
    return Heading(name, frame, tiles)


def _shrink(frame: Frame, whole: Frame, edge: float) -> Frame:
    """Return `frame` with a gap of `edge` to its neighbours, but none at the rim of `whole`."""
    right = 0.0 if frame.left + frame.width >= whole.left + whole.width - 0.01 else edge
    bottom = 0.0 if frame.top + frame.height >= whole.top + whole.height - 0.01 else edge
    width, height = max(frame.width - right, 0.5), max(frame.height - bottom, 0.5)
    return Frame(frame.left, frame.top, width, height)


def _place_tile(part: Part, frame: Frame, style: ChartStyle) -> Tile:
    """Return a tile with name and value, with the name alone, or with nothing: what has room."""
    line = style.text_pt * LINE_PITCH
    room = frame.width - 2 * _PAD_PT
    rows = int((frame.height - 2 * _PAD_PT + 2) / line)
    words = part.name.split()
    if room <= 0 or rows < 1 or max(map(style.measure, words)) * OFFICE_MARGIN > room:
        return Tile(part, frame, ())
    if style.measure(part.label, is_bold=True) * OFFICE_MARGIN > room:
        return Tile(part, frame, ())
    one_line = f"{part.name} {part.label}"
    if rows == 1:
        fits = style.measure(one_line, is_bold=True) * OFFICE_MARGIN <= room
        return Tile(part, frame, (one_line,) if fits else ())
    lines = wrap_name(part.name, style, room / OFFICE_MARGIN, min(rows - 1, _MOST_LINES))
    return Tile(part, frame, () if is_cut(lines) else (*lines, part.label))


def plan(request: Request) -> Plot:
    """Return what is drawn of a treemap.

    Raises:
        DataError: There are too many parts or groups, one alone, or one below zero.
    """
    chart = request.chart
    rows = [row.model_copy(update={"label": name_part(row), "group": None}) for row in chart.data]
    plot = _TABLE.plan(request, rows)
    groups = _list_groups(chart)
    if len(groups) > MOST_GROUPS:
        raise DataError(
            f"{len(groups)} groups cannot be told apart",
            place=find_place(chart),
            hint=f"show {MOST_GROUPS} at most: join the small ones",
        )
    drawing = Treemap(groups=_plan_groups(chart, plot, groups))
    return as_drawn(plot, DrawnForm(drawing=drawing, height=0.56))


def name_part(row: ChartRow) -> str:
    """Return the name of a part in the table of the data, after that of its group."""
    return f"{row.group}{BETWEEN}{row.label}" if row.group else row.label


def _list_groups(chart: Chart) -> tuple[str, ...]:
    """Return the names of the groups in the order of the data; an empty one for none."""
    return tuple(dict.fromkeys(row.group or "" for row in chart.data))


def _plan_groups(chart: Chart, plot: Plot, names: tuple[str, ...]) -> tuple[Group, ...]:
    known = {" ".join(name_part(row).split()): row for row in chart.data}
    focus = _find_focus(chart, names)
    found: dict[str, list[Part]] = {name: [] for name in names}
    series = plot.series[0]
    for category, value, label in zip(plot.categories, series.values, series.labels, strict=True):
        row = known[category]
        if value:
            colour = _pick_colour(row, focus, names)
            part = Part(name=row.label, size=value, label=label, colour=colour)
            found[row.group or ""].append(part)
    groups = [Group(name=name, parts=_sort(parts)) for name, parts in found.items() if parts]
    return tuple(sorted(groups, key=lambda group: -group.size))


def _sort(parts: list[Part]) -> tuple[Part, ...]:
    return tuple(sorted(parts, key=lambda part: -part.size))


def _find_focus(chart: Chart, groups: tuple[str, ...]) -> str:
    if chart.highlight is None:
        return ""
    return find_highlight(chart, (*(row.label for row in chart.data), *filter(None, groups)))


def _pick_colour(row: ChartRow, focus: str, names: tuple[str, ...]) -> str:
    """Return one colour for each group; with a focus that of the focus, and grey."""
    if focus:
        return PALETTE[0] if focus in {row.label, row.group} else "muted"
    return PALETTE[names.index(row.group or "")]


def _check_count(chart: Chart, numbers: Numbers) -> None:
    if len(numbers.categories) > MOST_PARTS:
        raise DataError(
            f"a treemap of {len(numbers.categories)} parts cannot be read",
            place=find_place(chart),
            hint=f"show {MOST_PARTS} at most: join the small ones",
        )


_TABLE = TableKind(checks=(check_parts, check_several, _check_count), is_sorted=True)
