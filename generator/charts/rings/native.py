"""The native chart of a ring (``CT_DoughnutChart`` in ``dml-chart.xsd``)."""

from __future__ import annotations

from generator.charts.frames import Extent, Frame
from generator.charts.labelling import find_bound, move_label, show_parts, write_format
from generator.charts.marks import EDGE_PT
from generator.charts.markup import (
    LEVEL,
    NO_SHAPE,
    ONE_LINE,
    Area,
    fill,
    line,
    place_area,
    text_properties,
    write_caches,
)
from generator.charts.plot import Plot
from generator.charts.rings.rooms import HOLE_SHARE, Ring, RingLabel, plan_ring
from generator.charts.style import ChartStyle, Ink

_LINES_UNWRAPPED = 2  # name and value


def write_area(plot: Plot, style: ChartStyle, extent: Extent) -> Area:
    """Return the plot area of a ring; it names its slices itself, and has no legend."""
    ring = plan_ring(plot, style, extent)
    square = Frame(ring.left, ring.top, ring.side, ring.side)
    name, categories, values = write_caches(plot, 0)
    chart = (
        '<c:doughnutChart><c:varyColors val="1"/>'
        f'<c:ser><c:idx val="0"/><c:order val="0"/>{name}{_look(plot, style)}'
        f"{_label_ring(plot, style, ring, extent) if plot.has_labels else ''}"
        f"{categories}{values}</c:ser>"
        f'<c:firstSliceAng val="0"/><c:holeSize val="{round(HOLE_SHARE * 100)}"/>'
        "</c:doughnutChart>"
    )
    return Area(plot=place_area(extent, square) + chart)


def _look(plot: Plot, style: ChartStyle) -> str:
    """Return `c:spPr` and `c:dPt` of the slices, a thin line of the ground between them."""
    series, edge = plot.series[0], line(Ink("bg1"), EDGE_PT)
    shape = f"<c:spPr>{fill(style.find_ink(series.colour))}{edge}</c:spPr>"
    slots = [series.point_colours.get(at, series.colour) for at in range(len(series.values))]
    return shape + "".join(
        f'<c:dPt><c:idx val="{at}"/><c:bubble3D val="0"/>'
        f"<c:spPr>{fill(style.find_ink(slot))}{edge}</c:spPr></c:dPt>"
        for at, slot in enumerate(slots)
    )


def _label_ring(plot: Plot, style: ChartStyle, ring: Ring, extent: Extent) -> str:
    """Return name and value beside each slice, moved there from the slice's middle."""
    shows = show_parts("", is_categorised=True) + "<c:separator>\n</c:separator>"
    points = "".join(
        f'<c:dLbl><c:idx val="{index}"/>'
        f"{_move_out(label, extent)}"
        f"{write_format(plot, find_bound(plot.series[0], index))}{NO_SHAPE}"
        f"{text_properties(plot, style, Ink('tx1'), body=_body_of(label))}{shows}</c:dLbl>"
        for index, label in enumerate(ring.labels)
    )
    rest = f"{write_format(plot)}{NO_SHAPE}{text_properties(plot, style, Ink('tx1'))}{shows}"
    return f'<c:dLbls>{points}{rest}<c:showLeaderLines val="0"/></c:dLbls>'


def _body_of(label: RingLabel) -> str:
    """Return how the text runs: office programs wrap early unless they are told not to."""
    is_wrapped = len(label.lines) > _LINES_UNWRAPPED
    return LEVEL if is_wrapped else ONE_LINE


def _move_out(label: RingLabel, extent: Extent) -> str:
    """Return how far a label stands from the middle of its slice."""
    x, y = label.x - label.mid_x, label.y - label.mid_y
    return move_label(x / extent.width, y / extent.height)
