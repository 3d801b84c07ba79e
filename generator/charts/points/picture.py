"""The picture of points: the same places, names and lines as the native chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.charts.canvas import Canvas
from generator.charts.frames import GAP_PT
from generator.charts.marks import DASHES, EDGE_PT, GRID_PT, GUIDE_PT
from generator.charts.plot import Guide, Plot
from generator.charts.points.rooms import PointRooms, find_on_axis, plan_point_rooms
from generator.charts.style import Ink
from generator.ooxml.metrics import LINE_PITCH

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_BUBBLE_ALPHA = 0.8


def draw_points(plot: Plot, canvas: Canvas) -> None:
    """Draw legend, axes, lines, points and names."""
    rooms = plan_point_rooms(plot, canvas.style, canvas.extent)
    axes = canvas.add_axes(rooms.plot)
    groups = plot.point_form.groups
    canvas.draw_names(rooms.legend, [(group.name, group.colour) for group in groups])
    _draw_axes(plot, canvas, rooms, axes)
    for guide in plot.point_form.guides:
        _draw_guide(plot, canvas, rooms, axes, guide)
    _draw_discs(plot, canvas, rooms, axes)
    for label in rooms.guides:
        if label is not None:
            canvas.write(label.x, label.y, label.text, canvas.style.quiet)
    for label in rooms.labels:
        if label is not None:
            canvas.write(label.x, label.y, label.text, Ink("tx1"))


def _draw_axes(plot: Plot, canvas: Canvas, rooms: PointRooms, axes: Axes) -> None:
    form, frame, style = plot.point_form, rooms.plot, canvas.style
    half = style.text_pt * LINE_PITCH / 2
    for at, label in enumerate(form.x_axis.labels):
        x = frame.width * at / (len(form.x_axis.labels) - 1)
        _rule(canvas, axes, ((x, x), (0, frame.height)))
        y = frame.top + frame.height + GAP_PT + half
        canvas.write(frame.left + x, y, label, style.quiet, ha="center")
    for at, label in enumerate(form.y_axis.labels):
        y = frame.height * (1 - at / (len(form.y_axis.labels) - 1))
        _rule(canvas, axes, ((0, frame.width), (y, y)))
        canvas.write(frame.left - 2 * GAP_PT, frame.top + y, label, style.quiet, ha="right")
    canvas.write(frame.left, rooms.extent.height - half, form.titles[0], Ink("tx1"))
    canvas.write(0, rooms.legend.height + half, form.titles[1], Ink("tx1"))


def _rule(
    canvas: Canvas, axes: Axes, ends: tuple[tuple[float, float], tuple[float, float]]
) -> None:
    colour = canvas.rgb(canvas.style.grid)
    axes.plot(*ends, color=colour, linewidth=GRID_PT, zorder=1, clip_on=False)


def _draw_guide(plot: Plot, canvas: Canvas, rooms: PointRooms, axes: Axes, guide: Guide) -> None:
    form, frame = plot.point_form, rooms.plot
    xs = [
        find_on_axis(form.x_axis, float(end[0])) * frame.width for end in (guide.start, guide.end)
    ]
    ys = [
        (1 - find_on_axis(form.y_axis, float(end[1]))) * frame.height
        for end in (guide.start, guide.end)
    ]
    axes.plot(
        xs,
        ys,
        color=canvas.rgb(canvas.style.quiet),
        linewidth=GUIDE_PT,
        linestyle=DASHES if guide.is_dashed else "-",
        zorder=2,
        clip_on=False,
    )


def _draw_discs(plot: Plot, canvas: Canvas, rooms: PointRooms, axes: Axes) -> None:
    """Draw points, the largest bubbles first."""
    from matplotlib.patches import Circle

    frame, has_sizes = rooms.plot, plot.point_form.has_sizes
    slots = [
        (point.row, group.colour) for group in plot.point_form.groups for point in group.points
    ]
    for row, slot in slots:
        disc = rooms.discs[row]
        axes.add_patch(
            Circle(
                (disc.x - frame.left, disc.y - frame.top),
                disc.radius,
                facecolor=canvas.rgb(canvas.style.find_ink(slot)),
                edgecolor=f"#{canvas.style.ground}",
                linewidth=EDGE_PT if has_sizes else 0,
                alpha=_BUBBLE_ALPHA if has_sizes else 1,
                zorder=3,
                clip_on=False,
            )
        )
