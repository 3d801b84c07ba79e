"""Plot to picture: the same marks, labels and places as the native chart, by matplotlib."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.brief.exhibits import ChartKind
from generator.charts.fonts import find_fonts
from generator.charts.kinds import BARS, STACKED
from generator.charts.marks import (
    BASELINE_PT,
    DOT_PT,
    EDGE_PT,
    GRID_PT,
    LINE_PT,
    dotted_points,
)
from generator.charts.plot import Axis, Plot, PlotSeries
from generator.charts.rings import HOLE_SHARE
from generator.charts.rooms import (
    GAP_PT,
    SWATCH_PT,
    TWIN_GAP_SHARE,
    Rooms,
    bar_thickness,
    is_labelled_outside,
    plan_rooms,
    swatch_width,
)
from generator.charts.style import ChartStyle, Ink
from generator.ooxml.metrics import LINE_PITCH
from generator.units import Size, to_inches

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_DOCUMENT_TYPE = re.compile(rb"<!DOCTYPE[^>]*>\s*")

_SETTINGS: dict[Any, Any] = {
    "svg.hashsalt": "chart",
    "svg.fonttype": "path",
    "path.simplify": False,
    "axes.unicode_minus": True,
    "text.usetex": False,
    "text.parse_math": False,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartPicture:
    """A drawn chart.

    Attributes:
        png: The picture, on a transparent ground.
        svg: The same as vectors, letters as outlines; no document type, which packages forbid.
        size: Of the frame it fills, in EMU.
    """

    png: bytes
    svg: bytes
    size: Size


def draw_picture(plot: Plot, style: ChartStyle, size: Size, dpi: int = 200) -> ChartPicture:
    """Return `plot` drawn at exactly `size`, so that 9 points are 9 points on the page.

    The same plot, style, size and fonts give the same bytes.

    Args:
        plot: What is drawn.
        style: How it looks; colours are those of `style.colours`.
        size: Of the frame, in EMU.
        dpi: Pixels to the inch of the PNG.
    """
    import matplotlib as mpl
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    with mpl.rc_context(_SETTINGS), warnings.catch_warnings():
        # Where no font has a glyph its box is drawn: what is missing shows in the picture.
        warnings.filterwarnings("ignore", message="Glyph .* missing", category=UserWarning)
        figure = Figure(figsize=(to_inches(size.width), to_inches(size.height)))
        FigureCanvasAgg(figure)
        _Drawing(plot, style, plan_rooms(plot, style, size), figure).draw()
        png = _save(figure, "png", dpi, {"Software": None})
        svg = _DOCUMENT_TYPE.sub(b"", _save(figure, "svg", 72, {"Date": None, "Creator": None}))
    return ChartPicture(png=png, svg=svg, size=size)


def _save(figure: Figure, kind: str, dpi: int, metadata: Mapping[str, None]) -> bytes:
    target = io.BytesIO()
    figure.savefig(target, format=kind, dpi=dpi, transparent=True, metadata=dict(metadata))
    return target.getvalue()


class _Drawing:
    """One chart being drawn on `figure`; places in points from its top left corner."""

    def __init__(self, plot: Plot, style: ChartStyle, rooms: Rooms, figure: Figure) -> None:
        self.plot = plot
        self.style = style
        self.rooms = rooms
        self.figure = figure
        self.fonts = find_fonts(style)

    def draw(self) -> None:
        """Draw everything."""
        axes = self._add_axes()
        if self.plot.kind is ChartKind.DOUGHNUT:
            self._draw_ring(axes)
            return
        self._draw_legend()
        if self.plot.axis is not None:
            self._draw_axis(axes, self.plot.axis)
        if self.plot.kind is ChartKind.LINE:
            self._draw_lines(axes)
        else:
            self._draw_bars(axes)
        self._draw_names()

    def rgb(self, ink: Ink) -> str:
        """Return a colour as matplotlib wants it."""
        return f"#{self.style.find_rgb(ink)}"

    def write(self, x: float, y: float, text: str, ink: Ink, **how: Any) -> None:  # noqa: ANN401 - matplotlib's own
        """Write `text` at a place in points; `how` aligns and weighs it."""
        settings: dict[str, Any] = {"ha": "left", "va": "center_baseline", **how}
        self.figure.text(
            x / self.rooms.width,
            1 - y / self.rooms.height,
            text,
            color=self.rgb(ink),
            fontsize=self.style.text_pt,
            fontfamily=self.fonts,
            **settings,
        )

    def write_lines(self, x: float, y: float, lines: tuple[str, ...], **how: Any) -> None:  # noqa: ANN401
        """Write lines whose middle stands at `y`."""
        pitch = self.style.text_pt * LINE_PITCH
        for at, text in enumerate(lines):
            self.write(x, y + (at - (len(lines) - 1) / 2) * pitch, text, Ink("tx1"), **how)

    def _add_axes(self) -> Axes:
        frame, rooms = self.rooms.plot, self.rooms
        axes = self.figure.add_axes(
            (
                frame.left / rooms.width,
                1 - (frame.top + frame.height) / rooms.height,
                frame.width / rooms.width,
                frame.height / rooms.height,
            )
        )
        axes.set_axis_off()
        # One unit is one point, counted downwards, as everywhere else.
        axes.set_xlim(0, frame.width)
        axes.set_ylim(frame.height, 0)
        return axes

    def _at(self, value: float) -> float:
        """Return where a value stands along the axis, in points from the plot's left or top."""
        axis, frame = self.plot.axis, self.rooms.plot
        if axis is None:
            return 0.0
        low, high = float(axis.minimum), float(axis.maximum)
        part = (value - low) / (high - low)
        return part * frame.width if self.plot.kind in BARS else (1 - part) * frame.height

    def _draw_axis(self, axes: Axes, axis: Axis) -> None:
        """Draw gridlines with their numbers, and the line that values are counted from."""
        frame, is_lying = self.rooms.plot, self.plot.kind in BARS
        for at, label in enumerate(axis.labels if axis.is_shown else ()):
            place = self._at(float(axis.minimum + axis.major * at))
            self._rule(axes, place, self.style.grid, GRID_PT)
            if is_lying:
                y = frame.top + frame.height + GAP_PT + self.style.text_pt * LINE_PITCH / 2
                self.write(frame.left + place, y, label, self.style.quiet, ha="center")
            else:
                left = frame.left - 2 * GAP_PT
                self.write(left, frame.top + place, label, self.style.quiet, ha="right")
        low, high = float(axis.minimum), float(axis.maximum)
        self._rule(axes, self._at(min(max(0.0, low), high)), self.style.baseline, BASELINE_PT, 3)

    def _rule(self, axes: Axes, at: float, ink: Ink, width: float, order: float = 1) -> None:
        """Draw a line across the plot at a place of the value axis."""
        frame = self.rooms.plot
        is_lying = self.plot.kind in BARS
        x = (at, at) if is_lying else (0, frame.width)
        y = (0, frame.height) if is_lying else (at, at)
        axes.plot(x, y, color=self.rgb(ink), linewidth=width, zorder=order, clip_on=False)

    def _draw_legend(self) -> None:
        pitch = self.style.text_pt * LINE_PITCH * 1.25
        for entry in self.rooms.legend:
            series = self.plot.series[entry.series]
            y = pitch * (entry.row + 0.5)
            self._add_swatch(entry.left, y, self.style.find_ink(series.colour))
            self.write(entry.left + swatch_width(self.plot) + GAP_PT, y, series.name, Ink("tx1"))

    def _add_swatch(self, left: float, middle: float, ink: Ink) -> None:
        from matplotlib.patches import Rectangle

        rooms = self.rooms
        is_line = self.plot.kind is ChartKind.LINE
        height = LINE_PT if is_line else SWATCH_PT
        self.figure.add_artist(
            Rectangle(
                (left / rooms.width, 1 - (middle + height / 2) / rooms.height),
                swatch_width(self.plot) / rooms.width,
                height / rooms.height,
                facecolor=self.rgb(ink),
                linewidth=0,
                transform=self.figure.transFigure,
            )
        )

    def _draw_names(self) -> None:
        """Write the categories: at the left of lying bars, else below."""
        frame, count = self.rooms.plot, len(self.plot.categories)
        half = self.style.text_pt * LINE_PITCH / 2
        for index, lines in enumerate(self.rooms.names):
            if self.plot.kind in BARS:
                y = frame.top + frame.height * (index + 0.5) / count
                self.write_lines(frame.left - 2 * GAP_PT, y, lines, ha="right")
            elif index % self.rooms.every == 0:
                y = frame.top + frame.height + GAP_PT * 1.5 + half * len(lines)
                self.write_lines(frame.left + self._slot(index), y, lines, ha="center")

    def _slot(self, index: int) -> float:
        """Return the middle of a column, or the place of a line's point, from the plot's left."""
        width, count = self.rooms.plot.width, len(self.plot.categories)
        if self.plot.kind is ChartKind.LINE:
            return width * index / (count - 1)
        return width * (index + 0.5) / count

    def _draw_bars(self, axes: Axes) -> None:
        thickness = bar_thickness(self.plot, self.rooms.plot)
        is_stacked = self.plot.kind in STACKED
        step = 0.0 if is_stacked else thickness * (1 + TWIN_GAP_SHARE)
        bases = [0.0] * len(self.plot.categories)
        for index, series in enumerate(self.plot.series):
            offset = 0.0 if is_stacked else step * (index - (len(self.plot.series) - 1) / 2)
            for at, value in enumerate(series.values):
                if value is None:
                    continue
                start, end = bases[at], bases[at] + float(value)
                self._add_bar(axes, (at, start, end), (offset, thickness), series)
                self._label_bar((index, at), (start, end), offset)
                if is_stacked:
                    bases[at] = end

    def _middle(self, index: int, offset: float) -> float:
        """Return the middle of a bar across the value axis, in points from the plot's corner."""
        frame = self.rooms.plot
        across = frame.height if self.plot.kind in BARS else frame.width
        return across * (index + 0.5) / len(self.plot.categories) + offset

    def _add_bar(
        self,
        axes: Axes,
        bar: tuple[int, float, float],
        across: tuple[float, float],
        series: PlotSeries,
    ) -> None:
        from matplotlib.patches import Rectangle

        index, start, end = bar
        offset, thickness = across
        low, high = sorted((self._at(start), self._at(end)))
        edge = self._middle(index, offset) - thickness / 2
        length = high - low
        is_lying = self.plot.kind in BARS
        axes.add_patch(
            Rectangle(
                (low, edge) if is_lying else (edge, low),
                length if is_lying else thickness,
                thickness if is_lying else length,
                facecolor=self.rgb(
                    self.style.find_ink(series.point_colours.get(index, series.colour))
                ),
                edgecolor=f"#{self.style.ground}",
                linewidth=EDGE_PT if self.plot.kind in STACKED else 0,
                zorder=2,
                clip_on=False,
            )
        )

    def _label_bar(self, point: tuple[int, int], reach: tuple[float, float], offset: float) -> None:
        """Write a value beyond the end of its bar, or in the middle of its part of a stack."""
        index, at = point
        if not self.rooms.fits[index][at]:
            return
        series, frame = self.plot.series[index], self.rooms.plot
        start, end = reach
        ink, how = Ink("tx1"), {"ha": "center"}
        along = (self._at(start) + self._at(end)) / 2
        if is_labelled_outside(self.plot):
            along, how = self._find_outside(end)
        else:
            ink = self.style.text_on(self.style.find_ink(series.colour))
        middle = self._middle(at, offset)
        x, y = (along, middle) if self.plot.kind in BARS else (middle, along)
        self.write(frame.left + x, frame.top + y, series.labels[at], ink, **how)

    def _find_outside(self, end: float) -> tuple[float, dict[str, str]]:
        """Return where a label beyond the end of a bar stands, and how it is aligned."""
        sign = -1 if end < 0 else 1
        if self.plot.kind in BARS:
            return self._at(end) + sign * GAP_PT, {"ha": "right" if sign < 0 else "left"}
        half = self.style.text_pt * LINE_PITCH / 2
        return self._at(end) - sign * half, {"ha": "center"}

    def _draw_lines(self, axes: Axes) -> None:
        for index, series in enumerate(self.plot.series):
            colour = self.rgb(self.style.find_ink(series.colour))
            for run in _runs(series):
                axes.plot(
                    [self._slot(at) for at, _ in run],
                    [self._at(value) for _, value in run],
                    color=colour,
                    linewidth=LINE_PT,
                    solid_capstyle="round",
                    solid_joinstyle="round",
                    zorder=4,
                    clip_on=False,
                )
            for at in dotted_points(series):
                axes.plot(
                    [self._slot(at)],
                    [self._at(float(series.values[at] or 0))],
                    marker="o",
                    markersize=DOT_PT,
                    markeredgewidth=0,
                    color=colour,
                    zorder=5,
                    clip_on=False,
                )
            self._label_end(index, series)

    def _label_end(self, index: int, series: PlotSeries) -> None:
        end = self.rooms.ends[index]
        if end is None:
            return
        ink = self.style.text_like(self.style.find_ink(series.colour))
        x = self.rooms.plot.left + self._slot(end.point) + GAP_PT * 1.75
        self.write(x, end.height, end.text, ink, weight="bold")

    def _draw_ring(self, axes: Axes) -> None:
        series, side = self.plot.series[0], self.rooms.plot.width
        slots = [series.point_colours.get(at, series.colour) for at in range(len(series.values))]
        axes.pie(
            [float(value or 0) for value in series.values],
            radius=side / 2,
            center=(side / 2, side / 2),
            colors=[self.rgb(self.style.find_ink(slot)) for slot in slots],
            startangle=-90,
            wedgeprops={
                "width": side / 2 * (1 - HOLE_SHARE),
                "edgecolor": f"#{self.style.ground}",
                "linewidth": EDGE_PT,
            },
        )
        axes.set_xlim(0, side)
        axes.set_ylim(side, 0)
        for label in self.rooms.ring.labels if self.rooms.ring else ():
            self.write_lines(label.x, label.y, label.lines, ha="center")


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
