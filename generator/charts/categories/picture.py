"""The picture of a plot over categories: the same marks, labels and places as the native chart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from generator.charts.canvas import Canvas
from generator.charts.categories.bars import Bar, plan_bars
from generator.charts.categories.geometry import find_across, find_along, has_edges
from generator.charts.categories.rooms import plan_rooms
from generator.charts.frames import GAP_PT
from generator.charts.marks import (
    BASELINE_PT,
    DASHES,
    DOT_PT,
    EDGE_PT,
    GRID_PT,
    LINE_PT,
    dotted_points,
)
from generator.charts.plot import Axis, LabelPlace, Mark, Plot, PlotSeries, Texture
from generator.charts.style import Ink
from generator.ooxml.metrics import LINE_PITCH

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def draw_categories(plot: Plot, canvas: Canvas) -> None:
    """Draw legend, axis, marks and names."""
    _Drawing(plot, canvas).draw()


class _Drawing:
    """One plot being drawn; marks have their places in points from the corner of its axes."""

    def __init__(self, plot: Plot, canvas: Canvas) -> None:
        self.plot = plot
        self.canvas = canvas
        self.style = canvas.style
        self.rooms = plan_rooms(plot, canvas.style, canvas.extent)

    def draw(self) -> None:
        """Draw everything."""
        axes = self.canvas.add_axes(self.rooms.plot)
        if self.plot.heading:
            middle = self.style.text_pt * LINE_PITCH / 2
            self.canvas.write(0, middle, self.plot.heading, Ink("tx1"), weight="bold")
        self.canvas.draw_legend(self.plot, self.rooms.legend)
        if self.plot.axis is not None:
            self._draw_axis(axes, self.plot.axis)
        self._draw_areas(axes)
        self._draw_bars(axes)
        self._draw_lines(axes)
        self._draw_names()

    def _at(self, value: float) -> float:
        """Return where a value stands along the axis, in points from the plot's left or top."""
        return find_along(self.plot, self.rooms.plot, value)

    def _draw_axis(self, axes: Axes, axis: Axis) -> None:
        """Draw gridlines with their numbers, and the line that values are counted from."""
        frame, is_lying = self.rooms.plot, self.plot.is_lying
        count = int((axis.maximum - axis.minimum) / axis.major) + 1
        labels = axis.labels or ("",) * count
        for at, label in enumerate(labels if axis.is_shown else ()):
            place = self._at(float(axis.minimum + axis.major * at))
            self._rule(axes, place, self.style.grid, GRID_PT)
            if is_lying:
                y = frame.top + frame.height + GAP_PT + self.style.text_pt * LINE_PITCH / 2
                self.canvas.write(frame.left + place, y, label, self.style.quiet, ha="center")
            else:
                left = frame.left - 2 * GAP_PT
                self.canvas.write(left, frame.top + place, label, self.style.quiet, ha="right")
        low, high = float(axis.minimum), float(axis.maximum)
        if axis.has_baseline:
            base = self._at(min(max(0.0, low), high))
            self._rule(axes, base, self.style.baseline, BASELINE_PT, 3)

    def _rule(self, axes: Axes, at: float, ink: Ink, width: float, order: float = 1) -> None:
        """Draw a line across the plot at a place of the value axis."""
        frame = self.rooms.plot
        is_lying = self.plot.is_lying
        x = (at, at) if is_lying else (0, frame.width)
        y = (0, frame.height) if is_lying else (at, at)
        axes.plot(x, y, color=self.canvas.rgb(ink), linewidth=width, zorder=order, clip_on=False)

    def _draw_names(self) -> None:
        """Write the categories: at the left of lying bars, else below."""
        frame, count = self.rooms.plot, len(self.plot.categories)
        half = self.style.text_pt * LINE_PITCH / 2
        for index, lines in enumerate(self.rooms.names):
            if self.plot.is_lying:
                y = frame.top + frame.height * (index + 0.5) / count
                self.canvas.write_lines(frame.left - 2 * GAP_PT, y, lines, ha="right")
            elif index % self.rooms.every == 0:
                y = frame.top + frame.height + GAP_PT * 1.5 + half * len(lines)
                self.canvas.write_lines(frame.left + self._slot(index), y, lines, ha="center")

    def _slot(self, index: int) -> float:
        """Return the middle of a column, or the place of a line's point, from the plot's left."""
        return find_across(self.plot, self.rooms.plot, index)

    def _draw_bars(self, axes: Axes) -> None:
        for bar in plan_bars(self.plot, self.rooms.plot):
            self._add_bar(axes, bar)
            self._label_bar(bar)

    def _add_bar(self, axes: Axes, bar: Bar) -> None:
        series = self.plot.series[bar.series]
        if series.is_helper:
            return
        slot = series.point_colours.get(bar.point, series.colour)
        texture = series.point_textures.get(bar.point, series.texture)
        shape = self.canvas.make_box(bar.frame, self.style.find_ink(slot), texture)
        if texture is Texture.SOLID:
            shape.set_edgecolor(f"#{self.style.ground}")
            shape.set_linewidth(EDGE_PT if has_edges(self.plot) else 0)
        axes.add_patch(shape)

    def _label_bar(self, bar: Bar) -> None:
        """Write a value beyond the end of its bar, or in the middle of its part of a stack."""
        if not self.rooms.fits[bar.series][bar.point]:
            return
        series, plot = self.plot.series[bar.series], self.rooms.plot
        place = self.plot.find_label_place(series)
        ink = Ink("tx1")
        how: dict[str, Any] = {"ha": "center"}
        x, y = bar.frame.left + bar.frame.width / 2, bar.frame.top + bar.frame.height / 2
        if place is LabelPlace.CENTRE:
            ink = self.style.text_on(self.style.find_ink(series.colour))
            if bar.point in series.point_textures:
                ground = f"#{self.style.ground}"
                ink, how["bbox"] = Ink("tx1"), {"fc": ground, "lw": 0, "pad": 1}
        else:
            along, how = self._find_outside(bar.start if place is LabelPlace.BEYOND else bar.end)
            x, y = (along, y) if self.plot.is_lying else (x, along)
        self.canvas.write(plot.left + x, plot.top + y, series.labels[bar.point], ink, **how)

    def _find_outside(self, end: float) -> tuple[float, dict[str, str]]:
        """Return where a label beyond the end of a bar stands, and how it is aligned."""
        sign = -1 if end < 0 else 1
        if self.plot.is_lying:
            return self._at(end) + sign * GAP_PT, {"ha": "right" if sign < 0 else "left"}
        half = self.style.text_pt * LINE_PITCH / 2
        return self._at(end) - sign * half, {"ha": "center"}

    def _draw_areas(self, axes: Axes) -> None:
        """Draw areas, one upon the other."""
        count = len(self.plot.categories)
        sums = [0.0] * count
        places = [self._slot(at) for at in range(count)]
        for series in self.plot.series:
            if self.plot.find_mark(series) is not Mark.AREA:
                continue
            tops = [sums[at] + float(series.values[at] or 0) for at in range(count)]
            axes.fill_between(
                places,
                [self._at(value) for value in sums],
                [self._at(value) for value in tops],
                facecolor=self.canvas.rgb(self.style.find_ink(series.colour)),
                edgecolor=f"#{self.style.ground}",
                linewidth=EDGE_PT,
                zorder=2,
                clip_on=False,
            )
            sums = tops

    def _draw_lines(self, axes: Axes) -> None:
        for index, series in enumerate(self.plot.series):
            mark = self.plot.find_mark(series)
            if mark is Mark.RULE:
                self._add_line(axes, series, self.style.baseline, BASELINE_PT)
            elif mark is Mark.LINE and not series.is_helper:
                self._add_line(axes, series, self.style.find_ink(series.colour), LINE_PT)
                self._add_dots(axes, series)
            self._label_ends(index, series)
            self._label_above(series)

    def _add_line(self, axes: Axes, series: PlotSeries, ink: Ink, width: float) -> None:
        for run in _runs(series):
            axes.plot(
                [self._slot(at) for at, _ in run],
                [self._at(value) for _, value in run],
                color=self.canvas.rgb(ink),
                linewidth=width,
                linestyle="-" if series.texture is Texture.SOLID else DASHES,
                solid_capstyle="round",
                solid_joinstyle="round",
                zorder=4,
                clip_on=False,
            )

    def _add_dots(self, axes: Axes, series: PlotSeries) -> None:
        is_open = self.plot.find_label_place(series) is LabelPlace.ENDS
        for at in dotted_points(series, has_start=is_open):
            axes.plot(
                [self._slot(at)],
                [self._at(float(series.values[at] or 0))],
                marker="o",
                markersize=DOT_PT,
                markeredgewidth=0,
                color=self.canvas.rgb(self.style.find_ink(series.colour)),
                zorder=5,
                clip_on=False,
            )

    def _label_ends(self, index: int, series: PlotSeries) -> None:
        ink = self.style.text_like(self.style.find_ink(series.colour))
        for label, sign in ((self.rooms.starts[index], -1), (self.rooms.ends[index], 1)):
            if label is not None:
                x = self.rooms.plot.left + self._slot(label.point) + sign * GAP_PT * 1.75
                align = "left" if sign > 0 else "right"
                self.canvas.write(x, label.height, label.text, ink, weight="bold", ha=align)

    def _label_above(self, series: PlotSeries) -> None:
        """Write labels over the points of a line that only holds them."""
        if self.plot.find_label_place(series) is not LabelPlace.ABOVE:
            return
        frame, half = self.rooms.plot, self.style.text_pt * LINE_PITCH / 2
        for at, (value, text) in enumerate(zip(series.values, series.labels, strict=True)):
            if value is not None:
                y = frame.top + self._at(float(value)) - half
                self.canvas.write(frame.left + self._slot(at), y, text, Ink("tx1"), ha="center")


def _runs(series: PlotSeries) -> Iterator[list[tuple[int, float]]]:
    """Yield the stretches of a line between its gaps, as index and value."""
    run: list[tuple[int, float]] = []
    for at, value in enumerate(series.values):
        if value is not None:
            run.append((at, float(value)))
        elif run:
            yield run
            run = []
    if run:
        yield run
