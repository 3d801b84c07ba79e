"""Where points, their names and the titles of axes stand; measured. Pure.

All lengths in points of type, from the top left corner of the chart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.charts.frames import GAP_PT, OFFICE_MARGIN, Extent, Frame
from generator.charts.legends import LegendRoom
from generator.charts.marks import DOT_PT
from generator.charts.plot import Axis, Plot, PlotPoint
from generator.charts.points.legend import plan_group_legend
from generator.charts.style import ChartStyle
from generator.ooxml.metrics import LINE_PITCH

LARGEST_SHARE = 0.25
"""Diameter of the largest bubble as a share of the plot's shorter side: that of office programs."""

BUBBLE_SCALE = 1.0
"""`c:bubbleScale` as a share; LibreOffice 7.4 draws 1 whatever is written. Seen 2026-11."""

_GUIDE_SHARE = 0.25  # of the width, for names of lines
_FAR = 1e6  # beyond any chart
_MOST_NAMED = 60
"""Points of which all may be named; of more, those in focus and the extremes."""


class PointLabel(NamedTuple):
    """A name beside its point: `side` is `r`, `l`, `t` or `b` (`ST_DLblPos`)."""

    text: str
    side: str
    x: float
    y: float


class Disc(NamedTuple):
    """A point or bubble: its middle and its radius."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PointRooms:
    """The places in a chart of one size.

    Attributes:
        plot: What the axes enclose.
        discs: For each row of the plot its point.
        labels: For each row its name, or None where there is no room.
        guides: For each line its name, or None where there is no room.
    """

    extent: Extent
    plot: Frame
    legend: LegendRoom
    discs: tuple[Disc, ...]
    labels: tuple[PointLabel | None, ...]
    guides: tuple[PointLabel | None, ...]


def plan_point_rooms(plot: Plot, style: ChartStyle, extent: Extent) -> PointRooms:
    """Return where everything stands in a chart of that size."""
    form = plot.point_form
    line = style.text_pt * LINE_PITCH
    legend = plan_group_legend(plot, style, extent.width)
    left = max(map(style.measure, form.y_axis.labels)) * OFFICE_MARGIN + 2 * GAP_PT
    right = max(style.measure(form.x_axis.labels[-1]) / 2, _measure_guides(plot, style, extent))
    top = legend.height + line + GAP_PT * 2
    bottom = 2 * line + 2 * GAP_PT
    frame = Frame(
        left,
        top,
        max(extent.width - left - right, extent.width * 0.2),
        max(extent.height - top - bottom, extent.height * 0.2),
    )
    points = list_points(plot)
    discs = tuple(_place(plot, frame, point) for point in points)
    guides, taken = _name_guides(plot, style, frame, discs)
    return PointRooms(
        extent=extent,
        plot=frame,
        legend=legend,
        discs=discs,
        labels=_place_names(plot, style, discs, (frame, taken)),
        guides=guides,
    )


def list_points(plot: Plot) -> list[PlotPoint]:
    """Return all points in the order of the plot's rows."""
    points = [point for group in plot.point_form.groups for point in group.points]
    return sorted(points, key=lambda point: point.row)


def find_on_axis(axis: Axis, value: float) -> float:
    """Return where `value` lies on `axis`, 0 for its minimum and 1 for its maximum."""
    low, high = float(axis.minimum), float(axis.maximum)
    return (value - low) / (high - low)


def _place(plot: Plot, frame: Frame, point: PlotPoint) -> Disc:
    form = plot.point_form
    x = frame.left + find_on_axis(form.x_axis, float(point.x)) * frame.width
    y = frame.top + (1 - find_on_axis(form.y_axis, float(point.y))) * frame.height
    if point.size is None:
        return Disc(x, y, DOT_PT / 2)
    largest = max(float(each.size or 0) for each in list_points(plot))
    full = min(frame.width, frame.height) * LARGEST_SHARE * BUBBLE_SCALE / 2
    return Disc(x, y, full * (float(point.size) / largest) ** 0.5)


def _measure_guides(plot: Plot, style: ChartStyle, extent: Extent) -> float:
    """Return the room for the names of level lines, at the right of the plot."""
    guides = plot.point_form.guides
    widths = [style.measure(each.name) for each in guides if each.start[1] == each.end[1]]
    return min(max(widths) + 2 * GAP_PT, extent.width * _GUIDE_SHARE) if widths else GAP_PT


def _name_guides(
    plot: Plot, style: ChartStyle, frame: Frame, discs: Sequence[Disc]
) -> tuple[tuple[PointLabel | None, ...], list[Frame]]:
    """Return the names at the far ends of lines, and the boxes that they fill."""
    form = plot.point_form
    taken: list[Frame] = []
    labels: list[PointLabel | None] = []
    room = Frame(0, 0, _FAR, _FAR)
    for guide in form.guides:
        x = frame.left + find_on_axis(form.x_axis, float(guide.end[0])) * frame.width
        y = frame.top + (1 - find_on_axis(form.y_axis, float(guide.end[1]))) * frame.height
        places = _list_places(guide.name, style, Disc(x, y, 0))
        labels.append(_take(places, room, taken, discs))
    return tuple(labels), taken


def _take(
    places: Iterator[tuple[PointLabel, Frame]],
    room: Frame,
    taken: list[Frame],
    discs: Sequence[Disc],
) -> PointLabel | None:
    """Return the first place that is free, and add its box to `taken`; None if there is none."""
    for label, box in places:
        is_free = not any(_meets(box, other) for other in taken)
        if is_free and _is_within(box, room) and not any(_touches(box, each) for each in discs):
            taken.append(box)
            return label
    return None


def _place_names(
    plot: Plot, style: ChartStyle, discs: Sequence[Disc], around: tuple[Frame, list[Frame]]
) -> tuple[PointLabel | None, ...]:
    """Return names at the first free side of their points, the most wanted first."""
    points, (frame, taken) = list_points(plot), around
    order = sorted(range(len(points)), key=lambda at: (points[at].rank, at))
    if len(points) > _MOST_NAMED:
        order = [at for at in order if points[at].rank < 2]  # noqa: PLR2004 - the rest
    room = Frame(0, frame.top - GAP_PT, frame.left + frame.width, frame.height + GAP_PT)
    placed: dict[int, PointLabel | None] = {}
    for at in order:
        others = [disc for index, disc in enumerate(discs) if index != at]
        places = _list_places(plot.categories[at], style, discs[at])
        placed[at] = _take(places, room, taken, others)
    return tuple(placed.get(at) for at in range(len(points)))


def _list_places(text: str, style: ChartStyle, disc: Disc) -> Iterator[tuple[PointLabel, Frame]]:
    """Yield the places of a name around its point, with the boxes it fills, best first."""
    width, line = style.measure(text) * OFFICE_MARGIN, style.text_pt * LINE_PITCH
    away = disc.radius + GAP_PT
    sides = (
        ("r", disc.x + away, disc.y),
        ("l", disc.x - away - width, disc.y),
        ("t", disc.x - width / 2, disc.y - away - line / 2),
        ("b", disc.x - width / 2, disc.y + away + line / 2),
    )
    for side, left, middle in sides:
        yield PointLabel(text, side, left, middle), Frame(left, middle - line / 2, width, line)


def _is_within(box: Frame, room: Frame) -> bool:
    return (
        box.left >= room.left
        and box.top >= room.top
        and box.left + box.width <= room.left + room.width
        and box.top + box.height <= room.top + room.height
    )


def _meets(one: Frame, other: Frame) -> bool:
    return (
        one.left < other.left + other.width
        and other.left < one.left + one.width
        and one.top < other.top + other.height
        and other.top < one.top + one.height
    )


def _touches(box: Frame, disc: Disc) -> bool:
    x = max(box.left - disc.x, 0, disc.x - box.left - box.width)
    y = max(box.top - disc.y, 0, disc.y - box.top - box.height)
    return x * x + y * y < disc.radius**2
