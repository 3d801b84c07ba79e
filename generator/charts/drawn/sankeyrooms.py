"""Where the nodes, flows and names of a sankey diagram stand: measured. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.charts.drawn.measures import measure_widest
from generator.charts.drawn.network import Flow
from generator.charts.drawn.pen import Point
from generator.charts.frames import GAP_PT, OFFICE_MARGIN, Extent, Frame
from generator.charts.naming import wrap_name
from generator.charts.style import ChartStyle
from generator.ooxml.metrics import LINE_PITCH

_NODE_PT = 9.0
_NAME_SHARE = 0.28  # of the width, for the names at an edge
_GAP_LINES = 0.45  # between nodes of a layer
_MOST_LINES = 3
_STEPS = 40  # of the search for the scale


class Box(NamedTuple):
    """A node, and the lines beside it.

    Attributes:
        x: Where the lines are aligned.
        y: Their middle.
        align: `ha` of the text.
        is_veiled: Whether flows may pass behind it.
    """

    frame: Frame
    lines: tuple[str, ...]
    x: float
    y: float
    align: str
    is_veiled: bool


class Ribbon(NamedTuple):
    """A flow: the middle of its two ends, and its thickness."""

    start: Point
    end: Point
    thickness: float


class Rooms(NamedTuple):
    """The places of all nodes and flows, in the order of the drawing."""

    boxes: tuple[Box, ...]
    ribbons: tuple[Ribbon, ...]


class _Columns(NamedTuple):
    """The left edges of the layers, and the room that the names of each have."""

    lefts: tuple[float, ...]
    rooms: tuple[float, ...]


def plan_rooms(
    nodes: tuple[Sequence[str], Sequence[float]],
    layers: Sequence[Sequence[int]],
    flows: Sequence[Flow],
    where: tuple[ChartStyle, Extent],
) -> Rooms:
    """Return where everything stands in a diagram of a size.

    Names are wrapped where that leaves room for all of a layer; else they stand on one line.
    """
    texts, sizes = nodes
    style, extent = where
    columns = _plan_columns(texts, layers, style, extent)
    for most in (_MOST_LINES, 2, 1):
        lines = _wrap_all(texts, layers, columns, (style, most))
        scale = _find_scale(layers, sizes, lines, (style, extent.height))
        if scale > 0:
            break
    else:
        scale = extent.height * 0.3 / max(sum(sizes[node] for node in row) for row in layers)
    frames = _place_nodes(layers, sizes, lines, (style, extent, columns, scale))
    boxes = tuple(_name_box(node, frames[node], lines[node], layers) for node in range(len(texts)))
    return Rooms(boxes, _place_flows(flows, frames, scale))


def _plan_columns(
    texts: Sequence[str], layers: Sequence[Sequence[int]], style: ChartStyle, extent: Extent
) -> _Columns:
    """Return the layers' places: names of the first and last stand outside of the flows."""
    most = extent.width * _NAME_SHARE
    edges = [
        min(measure_widest(style, [texts[node] for node in layers[at]]), most) + GAP_PT
        for at in (0, -1)
    ]
    inner = extent.width - sum(edges) - _NODE_PT
    pitch = inner / (len(layers) - 1)
    lefts = tuple(edges[0] + pitch * at for at in range(len(layers)))
    between = pitch - _NODE_PT - 3 * GAP_PT
    rooms = (edges[0] - GAP_PT, *(between for _ in layers[1:-1]), edges[1] - GAP_PT)
    return _Columns(lefts, rooms)


def _wrap_all(
    texts: Sequence[str],
    layers: Sequence[Sequence[int]],
    columns: _Columns,
    how: tuple[ChartStyle, int],
) -> dict[int, tuple[str, ...]]:
    style, most = how
    return {
        node: wrap_name(texts[node], style, room / OFFICE_MARGIN + 1, most)
        for row, room in zip(layers, columns.rooms, strict=True)
        for node in row
    }


def _find_scale(
    layers: Sequence[Sequence[int]],
    sizes: Sequence[float],
    lines: dict[int, tuple[str, ...]],
    where: tuple[ChartStyle, float],
) -> float:
    """Return the most points to a unit with which all nodes and names fit; 0 if none do."""
    style, height = where
    tallest = max(sum(sizes[node] for node in row) for row in layers)
    low, high = 0.0, height / tallest
    if any(_find_height(row, sizes, lines, (style, 0.0)) > height for row in layers):
        return 0.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        fits = all(_find_height(row, sizes, lines, (style, middle)) <= height for row in layers)
        low, high = (middle, high) if fits else (low, middle)
    return low


def _find_height(
    row: Sequence[int],
    sizes: Sequence[float],
    lines: dict[int, tuple[str, ...]],
    how: tuple[ChartStyle, float],
) -> float:
    """Return the height of a layer: each node as tall as its amount or its name."""
    style, scale = how
    line = style.text_pt * LINE_PITCH
    needs = [max(sizes[node] * scale, len(lines[node]) * line) for node in row]
    return sum(needs) + line * _GAP_LINES * (len(row) - 1)


def _place_nodes(
    layers: Sequence[Sequence[int]],
    sizes: Sequence[float],
    lines: dict[int, tuple[str, ...]],
    how: tuple[ChartStyle, Extent, _Columns, float],
) -> dict[int, Frame]:
    """Return the frame of each node, its layer centred; gaps grow where there is room."""
    style, extent, columns, scale = how
    line = style.text_pt * LINE_PITCH
    frames: dict[int, Frame] = {}
    for row, left in zip(layers, columns.lefts, strict=True):
        needs = [max(sizes[node] * scale, len(lines[node]) * line) for node in row]
        spare = extent.height - sum(needs)
        gap = min(spare / max(1, len(row)), 3 * line) if len(row) > 1 else 0.0
        top = (extent.height - sum(needs) - gap * (len(row) - 1)) / 2
        for node, need in zip(row, needs, strict=True):
            height = max(sizes[node] * scale, 0.75)
            frames[node] = Frame(left, top + (need - height) / 2, _NODE_PT, height)
            top += need + gap
    return frames


def _name_box(
    node: int, frame: Frame, lines: tuple[str, ...], layers: Sequence[Sequence[int]]
) -> Box:
    """Return a node with its name: outside at the edges, else right of it upon the flows."""
    y = frame.top + frame.height / 2
    if node in layers[0]:
        return Box(frame, lines, frame.left - GAP_PT, y, "right", False)
    x = frame.left + frame.width + GAP_PT
    return Box(frame, lines, x, y, "left", node not in layers[-1])


def _place_flows(
    flows: Sequence[Flow], frames: dict[int, Frame], scale: float
) -> tuple[Ribbon, ...]:
    """Return the flows: at each node in the order of the other ends, from the top."""
    starts = _stack_ends(flows, frames, (0, scale))
    ends = _stack_ends(flows, frames, (1, scale))
    return tuple(
        Ribbon(
            (frames[flow.source].left + _NODE_PT, starts[at]),
            (frames[flow.target].left, ends[at]),
            max(float(flow.size) * scale, 0.5),
        )
        for at, flow in enumerate(flows)
    )


def _stack_ends(
    flows: Sequence[Flow], frames: dict[int, Frame], how: tuple[int, float]
) -> dict[int, float]:
    """Return the middle of each flow at its source (0) or its target (1)."""
    side, scale = how
    middles: dict[int, float] = {}
    for node, frame in frames.items():
        own = [at for at, flow in enumerate(flows) if _find_end(flow, side) == node]
        own.sort(key=lambda at: _middle(frames[_find_end(flows[at], 1 - side)]))
        top = frame.top
        for at in own:
            thickness = float(flows[at].size) * scale
            middles[at] = top + thickness / 2
            top += thickness
    return middles


def _find_end(flow: Flow, side: int) -> int:
    """Return the node at which a flow begins (0) or ends (1)."""
    return flow.target if side else flow.source


def _middle(frame: Frame) -> float:
    return frame.top + frame.height / 2
