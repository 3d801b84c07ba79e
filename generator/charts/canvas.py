"""The ground of a picture: a matplotlib figure, written and drawn on in points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.charts.fonts import find_fonts
from generator.charts.frames import GAP_PT, Extent, Frame
from generator.charts.legends import SWATCH_PT, LegendRoom, find_middle, swatch_width
from generator.charts.marks import LINE_PT
from generator.charts.plot import Mark, Plot
from generator.charts.style import ChartStyle, Ink
from generator.ooxml.metrics import LINE_PITCH

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


class Canvas:
    """One chart being drawn on `figure`; places in points from its top left corner."""

    def __init__(self, style: ChartStyle, extent: Extent, figure: Figure) -> None:
        self.style = style
        self.extent = extent
        self.figure = figure
        self.fonts = find_fonts(style)

    def rgb(self, ink: Ink) -> str:
        """Return a colour as matplotlib wants it."""
        return f"#{self.style.find_rgb(ink)}"

    def write(self, x: float, y: float, text: str, ink: Ink, **how: Any) -> None:  # noqa: ANN401 - matplotlib's own
        """Write `text` at a place in points; `how` aligns and weighs it."""
        settings: dict[str, Any] = {"ha": "left", "va": "center_baseline", **how}
        self.figure.text(
            x / self.extent.width,
            1 - y / self.extent.height,
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

    def add_axes(self, frame: Frame) -> Axes:
        """Return axes over `frame`, counted in points from its top left corner."""
        width, height = self.extent
        axes = self.figure.add_axes(
            (
                frame.left / width,
                1 - (frame.top + frame.height) / height,
                frame.width / width,
                frame.height / height,
            )
        )
        axes.set_axis_off()
        # One unit is one point, counted downwards, as everywhere else.
        axes.set_xlim(0, frame.width)
        axes.set_ylim(frame.height, 0)
        return axes

    def draw_legend(self, plot: Plot, room: LegendRoom) -> None:
        """Draw a legend above the plot."""
        for entry in room.entries:
            series = plot.series[entry.series]
            y = find_middle(entry, self.style)
            is_line = plot.find_mark(series) is Mark.LINE
            size = (swatch_width(plot), LINE_PT if is_line else SWATCH_PT)
            self._add_swatch((entry.left, y), size, self.style.find_ink(series.colour))
            self.write(entry.left + swatch_width(plot) + GAP_PT, y, series.name, Ink("tx1"))

    def _add_swatch(self, place: tuple[float, float], size: tuple[float, float], ink: Ink) -> None:
        """Draw a sample of colour whose left end is at `place`."""
        from matplotlib.patches import Rectangle

        (left, middle), (width, height) = place, size
        self.figure.add_artist(
            Rectangle(
                (left / self.extent.width, 1 - (middle + height / 2) / self.extent.height),
                width / self.extent.width,
                height / self.extent.height,
                facecolor=self.rgb(ink),
                linewidth=0,
                transform=self.figure.transFigure,
            )
        )
