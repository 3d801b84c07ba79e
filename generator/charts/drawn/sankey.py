"""Sankey diagrams: how amounts flow from one stage to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.brief.exhibits import Chart, ChartRow
from generator.charts.alt import introduce
from generator.charts.canvas import Canvas
from generator.charts.drawn.network import Flow, find_cycle, order_layers, plan_layers
from generator.charts.drawn.pen import Pen
from generator.charts.drawn.sankeyrooms import Box, Ribbon, plan_rooms
from generator.charts.drawn.shares import check_parts
from generator.charts.drawn.tables import TableKind, as_drawn, describe_table, plan_height
from generator.charts.drawn.words import find_phrases
from generator.charts.planning.colours import find_highlight
from generator.charts.planning.draft import Request
from generator.charts.planning.grid import plan_writing, sum_values
from generator.charts.plot import DrawnForm, Plot
from generator.charts.style import PALETTE, Ink
from generator.charts.values import (
    find_place,
    resolve_numbers,
    resolve_unit,
    scale_numbers,
)
from generator.errors import DataError
from generator.ooxml.metrics import LINE_PITCH

MOST_FLOWS = 80
MOST_IN_LAYER = 16
MOST_LAYERS = 6
ARROW = " → "
"""Between the ends of a flow, in the table of the data."""

_STRENGTH = 0.45  # opacity of a flow, through which others are seen
_QUIET_STRENGTH = 0.3
_VEIL = 0.8  # opacity of the ground behind a name upon flows


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Where flows begin, meet or end.

    Attributes:
        label: What flows through it, in words.
        size: The same as a number: the larger of what comes in and what goes out.
        colour: Role of its colour.
    """

    name: str
    label: str
    size: Decimal
    colour: str

    @property
    def text(self) -> str:
        """Return what is written beside it."""
        return f"{self.name} {self.label}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sankey:
    """Nodes in layers from left to right, and the flows between them.

    Attributes:
        layers: Indexes of the nodes of each layer, from top to bottom.
        colours: Role of the colour of each flow.
    """

    nodes: tuple[Node, ...]
    layers: tuple[tuple[int, ...], ...]
    flows: tuple[Flow, ...]
    colours: tuple[str, ...]

    def draw(self, plot: Plot, canvas: Canvas) -> None:
        """Draw the flows, the nodes upon them, and a name with its amount beside each node."""
        texts = [node.text for node in self.nodes]
        sizes = [float(node.size) for node in self.nodes]
        rooms = plan_rooms((texts, sizes), self.layers, self.flows, (canvas.style, canvas.extent))
        pen = Pen(canvas)
        ribbons = list(zip(rooms.ribbons, self.colours, strict=True))
        # What is in focus is drawn upon the rest.
        for ribbon, colour in sorted(ribbons, key=lambda each: not _is_quiet(each[1])):
            _draw_ribbon(pen, ribbon, colour)
        for box, node in zip(rooms.boxes, self.nodes, strict=True):
            pen.fill(box.frame, canvas.rgb(canvas.style.find_ink(node.colour)))
            _write_name(canvas, box)


def _is_quiet(colour: str) -> bool:
    return colour.startswith("muted")


def _draw_ribbon(pen: Pen, ribbon: Ribbon, colour: str) -> None:
    """Fill the band between two curves that leave and reach their nodes level."""
    strength = _QUIET_STRENGTH if _is_quiet(colour) else _STRENGTH
    ink = pen.canvas.rgb(pen.canvas.style.find_ink(colour))
    pen.band(ribbon.start, ribbon.end, ribbon.thickness, ink, alpha=strength)


def _write_name(canvas: Canvas, box: Box) -> None:
    how: dict[str, object] = {"ha": box.align}
    if box.is_veiled:
        ground = f"#{canvas.style.ground}"
        how["bbox"] = {"facecolor": ground, "alpha": _VEIL, "pad": 0.8, "linewidth": 0}
    pitch = canvas.style.text_pt * LINE_PITCH
    for at, line in enumerate(box.lines):
        y = box.y + (at - (len(box.lines) - 1) / 2) * pitch
        canvas.write(box.x, y, line, Ink("tx1"), **how)


def plan(request: Request) -> Plot:
    """Return what is drawn of a sankey diagram.

    Raises:
        DataError: A row says not where its flow goes, flows go in a circle, an amount is below
            zero, or there are too many flows or nodes.
    """
    chart = request.chart
    _check_rows(chart)
    rows = [row.model_copy(update={"label": name_flow(row), "to": None}) for row in chart.data]
    plot = _TABLE.plan(replace(request, chart=chart.model_copy(update={"highlight": None})), rows)
    ends = [(" ".join(row.label.split()), " ".join((row.to or "").split())) for row in chart.data]
    names = tuple(dict.fromkeys(name for pair in ends for name in pair))
    values = resolve_scaled(request, rows)
    flows = tuple(
        Flow(names.index(source), names.index(target), value)
        for (source, target), value in zip(ends, values, strict=True)
        if value
    )
    _check_flows(chart, flows, names)
    write = _find_writing(request, rows)
    drawing = _plan_drawing(chart, flows, names, write)
    height = plan_height(max(map(len, drawing.layers)), 60.0, 2.4)
    form = DrawnForm(drawing=drawing, height=min(max(height, 0.42), 0.9))
    return as_drawn(plot, form, chart.alt or _describe(plot, len(names)))


def name_flow(row: ChartRow) -> str:
    """Return the name of a flow in the table of the data."""
    return f"{row.label}{ARROW}{row.to}"


def resolve_scaled(request: Request, rows: Sequence[ChartRow]) -> list[Decimal | None]:
    """Return the exact amount of each row, in the scale that labels are written in."""
    chart = request.chart.model_copy(update={"data": tuple(rows)})
    numbers = resolve_numbers(chart, request.figures)
    _, scaled = scale_numbers(chart, numbers, resolve_unit(chart, numbers))
    return [cell.value for cell in scaled.cells[0]]


def _find_writing(request: Request, rows: Sequence[ChartRow]) -> Callable[[Decimal], str]:
    """Return how amounts are written: as those of single flows."""
    chart = request.chart.model_copy(update={"data": tuple(rows)})
    numbers = resolve_numbers(chart, request.figures)
    unit = resolve_unit(chart, numbers)
    _, scaled = scale_numbers(chart, numbers, unit)
    writing = plan_writing(chart, scaled, unit, request.language)
    return lambda value: writing.write(value, writing.decimals)


def _plan_drawing(
    chart: Chart,
    flows: tuple[Flow, ...],
    names: tuple[str, ...],
    write: Callable[[Decimal], str],
) -> Sankey:
    sizes = [_find_size(flows, node) for node in range(len(names))]
    layers = order_layers(flows, plan_layers(flows, len(names)), sizes)
    _check_layers(chart, layers)
    focus = find_highlight(chart, names) if chart.highlight is not None else None
    colours = _plan_colours(layers, names, focus)
    nodes = tuple(
        Node(name=name, label=write(size), size=size, colour=colour)
        for name, size, colour in zip(names, sizes, colours, strict=True)
    )
    return Sankey(
        nodes=nodes,
        layers=tuple(map(tuple, layers)),
        flows=flows,
        colours=tuple(_pick_colour(flow, colours, names, focus) for flow in flows),
    )


def _find_size(flows: Sequence[Flow], node: int) -> Decimal:
    out = sum_values([flow.size for flow in flows if flow.source == node])
    into = sum_values([flow.size for flow in flows if flow.target == node])
    return max(out, into)


def _plan_colours(
    layers: Sequence[Sequence[int]], names: Sequence[str], focus: str | None
) -> list[str]:
    """Return the colour of each node: the palette for the first layer, or for the focus alone."""
    colours = ["muted-3"] * len(names)
    if focus is not None:
        colours[names.index(focus)] = PALETTE[0]
        return colours
    is_told_apart = len(layers[0]) <= len(PALETTE)
    for at, node in enumerate(layers[0]):
        colours[node] = PALETTE[at] if is_told_apart else PALETTE[0]
    return colours


def _pick_colour(
    flow: Flow, colours: Sequence[str], names: Sequence[str], focus: str | None
) -> str:
    """Return the colour of where a flow comes from; those that touch the focus have its own."""
    if focus is not None:
        touches = focus in {names[flow.source], names[flow.target]}
        return PALETTE[0] if touches else "muted"
    return colours[flow.source]


def _check_rows(chart: Chart) -> None:
    for row in chart.data:
        if row.to is None:
            raise DataError(
                f"the flow from '{row.label}' goes nowhere",
                place=find_place(chart, row.label),
                hint="say where with 'to'",
            )
    if len(chart.data) > MOST_FLOWS:
        raise DataError(
            f"{len(chart.data)} flows cannot be told apart",
            place=find_place(chart),
            hint=f"show {MOST_FLOWS} at most: join the small ones",
        )


def _check_flows(chart: Chart, flows: Sequence[Flow], names: Sequence[str]) -> None:
    cycle = find_cycle(flows, len(names))
    if cycle:
        raise DataError(
            f"flows go in a circle: {ARROW.join(names[node] for node in cycle)}",
            place=find_place(chart),
            hint="name what comes back as a node of its own, such as 'Returned'",
        )


def _check_layers(chart: Chart, layers: Sequence[Sequence[int]]) -> None:
    if len(layers) > MOST_LAYERS or max(map(len, layers)) > MOST_IN_LAYER:
        raise DataError(
            f"a sankey diagram of {len(layers)} stages with up to "
            f"{max(map(len, layers))} names cannot be read",
            place=find_place(chart),
            hint=f"show {MOST_LAYERS} stages with {MOST_IN_LAYER} names at most",
        )


def _describe(plot: Plot, nodes: int) -> str:
    """Return how many flows there are, and the largest of them."""
    series = plot.series[0]
    values = [value or Decimal(0) for value in series.values]
    at = values.index(max(values))
    described = describe_table(plot)
    told = find_phrases(plot.language).flows.format(
        count=sum(bool(value) for value in values),
        nodes=nodes,
        name=plot.categories[at],
        value=series.labels[at],
    )
    return introduce(described, told)


_TABLE = TableKind(checks=(check_parts,), is_sorted=True)
