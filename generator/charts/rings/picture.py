"""The picture of a ring."""

from __future__ import annotations

from generator.charts.canvas import Canvas
from generator.charts.frames import Frame
from generator.charts.marks import EDGE_PT
from generator.charts.plot import Plot
from generator.charts.rings.rooms import HOLE_SHARE, plan_ring


def draw_ring(plot: Plot, canvas: Canvas) -> None:
    """Draw the slices from the top clockwise, then their labels."""
    ring = plan_ring(plot, canvas.style, canvas.extent)
    series, side = plot.series[0], ring.side
    slots = [series.point_colours.get(at, series.colour) for at in range(len(series.values))]
    axes = canvas.add_axes(Frame(ring.left, ring.top, side, side))
    axes.pie(
        [float(value or 0) for value in series.values],
        radius=side / 2,
        center=(side / 2, side / 2),
        colors=[canvas.rgb(canvas.style.find_ink(slot)) for slot in slots],
        startangle=-90,
        wedgeprops={
            "width": side / 2 * (1 - HOLE_SHARE),
            "edgecolor": f"#{canvas.style.ground}",
            "linewidth": EDGE_PT,
        },
    )
    axes.set_xlim(0, side)
    axes.set_ylim(side, 0)
    for label in ring.labels:
        canvas.write_lines(label.x, label.y, label.lines, ha="center")
