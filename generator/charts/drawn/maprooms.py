"""Where a map, the values upon it and its legend stand: measured. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.charts.drawn.measures import measure_widest
from generator.charts.drawn.pen import Point
from generator.charts.frames import GAP_PT, OFFICE_MARGIN, Extent, Frame
from generator.charts.legends import SWATCH_PT
from generator.charts.style import ChartStyle
from generator.ooxml.metrics import LINE_PITCH

Shape = tuple[str, str, Sequence[Sequence[Point]]]
"""Name, value in words and outlines of an area; outlines from 0 to 1 in the map's width."""

_LEVELS = 11  # heights at which the widest place of an area is looked for
_PAD_PT = 1.5
_ROW_PITCH = 1.4  # lines
_ENTRY_GAP_PT = 12.0


class RegionLabel(NamedTuple):
    """Lines upon an area: the middle of all, and the height and words of each."""

    x: float
    lines: tuple[tuple[float, str], ...]


class Legend(NamedTuple):
    """Entries with the left end and the middle of their swatches."""

    entries: tuple[tuple[str, Point], ...]


class MapRooms(NamedTuple):
    """The places of everything, in points.

    Attributes:
        shapes: Outlines of each area.
        labels: What is written upon each; None where nothing has room.
    """

    shapes: tuple[tuple[tuple[Point, ...], ...], ...]
    labels: tuple[RegionLabel | None, ...]
    legend: Legend


def plan_rooms(
    shapes: Sequence[Shape],
    what: tuple[float, Sequence[str]],
    style: ChartStyle,
    extent: Extent,
) -> MapRooms:
    """Return where everything stands: the legend right of the map or below, by what leaves more.

    Args:
        shapes: The areas.
        what: Height of the map for its width, and the names of the legend from top to bottom.
        style: How it looks.
        extent: Of the chart.
    """
    aspect, names = what
    beside, below = _plan_beside(names, style, extent), _plan_below(names, style, extent)
    frames = [_fit(aspect, room) for room, _ in (beside, below)]
    is_beside = frames[0].width >= frames[1].width
    frame = frames[0] if is_beside else frames[1]
    placed = tuple(
        tuple(
            tuple((frame.left + x * frame.width, frame.top + y * frame.width) for x, y in ring)
            for ring in rings
        )
        for _, _, rings in shapes
    )
    labels = tuple(
        _place_label(rings, (name, label), style)
        for (name, label, _), rings in zip(shapes, placed, strict=True)
    )
    legend = (beside if is_beside else below)[1]
    return MapRooms(placed, labels, _shift(legend, frame, extent) if is_beside else legend)


def _fit(aspect: float, room: Frame) -> Frame:
    """Return the largest frame of a map in `room`, in its middle."""
    width = min(room.width, room.height / aspect)
    height = width * aspect
    left, top = room.left + (room.width - width) / 2, room.top + (room.height - height) / 2
    return Frame(left, top, width, height)


def _plan_beside(names: Sequence[str], style: ChartStyle, extent: Extent) -> tuple[Frame, Legend]:
    """Return the room of the map left of a legend, and the legend at its right edge."""
    width = _entry_width(style, names) + 2 * GAP_PT
    pitch = style.text_pt * LINE_PITCH * _ROW_PITCH
    left, top = extent.width - width + 2 * GAP_PT, (extent.height - pitch * len(names)) / 2
    entries = tuple((name, (left, top + pitch * (at + 0.5))) for at, name in enumerate(names))
    room = Frame(0.0, 0.0, max(extent.width - width, 1.0), extent.height)
    return room, Legend(entries)


def _shift(legend: Legend, frame: Frame, extent: Extent) -> Legend:
    """Return a legend brought near to a map that leaves room on both sides."""
    spare = frame.left
    by = max(0.0, min(spare, extent.width - frame.left - frame.width) - 6 * GAP_PT) * 0.6
    return Legend(tuple((name, (x - by, y)) for name, (x, y) in legend.entries))


def _plan_below(names: Sequence[str], style: ChartStyle, extent: Extent) -> tuple[Frame, Legend]:
    """Return the room of the map above a legend in rows, and the legend."""
    pitch = style.text_pt * LINE_PITCH * _ROW_PITCH
    rows = list(_fill_rows(names, style, extent.width))
    count = rows[-1][1] + 1
    top = extent.height - pitch * count
    entries = tuple(
        (name, (left, top + pitch * (row + 0.5)))
        for name, (left, row) in zip(names, rows, strict=True)
    )
    return Frame(0.0, 0.0, extent.width, max(top - GAP_PT, 1.0)), Legend(entries)


def _fill_rows(
    names: Sequence[str], style: ChartStyle, width: float
) -> Iterator[tuple[float, int]]:
    """Yield the left end and the row of each entry."""
    left, row = 0.0, 0
    for name in names:
        need = _entry_width(style, [name])
        if left and left + need > width:
            left, row = 0.0, row + 1
        yield left, row
        left += need + _ENTRY_GAP_PT


def _entry_width(style: ChartStyle, names: Sequence[str]) -> float:
    return SWATCH_PT * 1.6 + GAP_PT + measure_widest(style, names)


def _place_label(
    rings: Sequence[Sequence[Point]], texts: tuple[str, str], style: ChartStyle
) -> RegionLabel | None:
    """Return name and value upon an area if they have room, else the value, else nothing."""
    name, label = texts
    if not label:
        return None
    line = style.text_pt * LINE_PITCH
    largest = max(rings, key=_measure_area)
    for lines in ((name, label), (label,)):
        width = max(map(style.measure, lines)) * OFFICE_MARGIN + 2 * _PAD_PT
        place = _find_room(largest, width, line * len(lines))
        if place is not None:
            x, y = place
            first = y - line * (len(lines) - 1) / 2
            return RegionLabel(x, tuple((first + line * at, text) for at, text in enumerate(lines)))
    return None


def _find_room(ring: Sequence[Point], width: float, height: float) -> Point | None:
    """Return the middle of the widest place of an outline that holds a box; None if none does."""
    top, bottom = min(y for _, y in ring), max(y for _, y in ring)
    best: tuple[float, Point] | None = None
    for level in range(1, _LEVELS + 1):
        y = top + (bottom - top) * level / (_LEVELS + 1)
        left, right = _find_clear(ring, y, height)
        if right - left >= width and (best is None or right - left > best[0]):
            best = (right - left, ((left + right) / 2, y))
    return best[1] if best else None


def _find_clear(ring: Sequence[Point], y: float, height: float) -> tuple[float, float]:
    """Return the widest stretch that lies inside of an outline over a whole height around `y`."""
    found = (0.0, 0.0)
    spans = [_find_spans(ring, y + height * share) for share in (-0.5, 0.0, 0.5)]
    for left, right in spans[1]:
        low, high = left, right
        for others in (spans[0], spans[2]):
            near = [(max(low, a), min(high, b)) for a, b in others if min(high, b) > max(low, a)]
            low, high = max(near, key=lambda span: span[1] - span[0], default=(0.0, 0.0))
        if high - low > found[1] - found[0]:
            found = (low, high)
    return found


def _find_spans(ring: Sequence[Point], y: float) -> list[tuple[float, float]]:
    """Return the stretches of a level line that lie inside of an outline, from the left."""
    crossings: list[float] = []
    for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (y1 > y) != (y2 > y):
            crossings.append(x1 + (y - y1) * (x2 - x1) / (y2 - y1))
    crossings.sort()
    return list(zip(crossings[::2], crossings[1::2], strict=False))


def _measure_area(ring: Sequence[Point]) -> float:
    """Return the area of an outline."""
    pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2
