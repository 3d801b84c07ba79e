"""The ground of a picture: a matplotlib figure, written and drawn on in points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from generator.charts.fonts import find_fonts
from generator.charts.frames import GAP_PT, Extent, Frame
from generator.charts.legends import SWATCH_PT, LegendRoom, find_middle, swatch_width
from generator.charts.marks import DASHES, LINE_PT, OUTLINE_PT
from generator.charts.plot import Mark, Plot, PlotSeries, Texture
from generator.charts.style import ChartStyle, Ink
from generator.ooxml.metrics import LINE_PITCH

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.patches import Rectangle


class Canvas:
    """One chart being drawn on `figure`; places in points from its top left corner."""

    def __init__(
        self, style: ChartStyle, extent: Extent, figure: Figure, inset: Frame | None = None
    ) -> None:
        self.style = style
        self.extent = extent if inset is None else Extent(inset.width, inset.height)
        self.figure = figure
        self.fonts = find_fonts(style)
        self._whole = extent
        self._corner = (0.0, 0.0) if inset is None else (inset.left, inset.top)

    def part(self, frame: Frame) -> Canvas:
        """Return a canvas over a part of this one, whose places count from its own corner."""
        left, top = self._corner
        inset = Frame(left + frame.left, top + frame.top, frame.width, frame.height)
        return Canvas(self.style, self._whole, self.figure, inset)

    def _place(self, x: float, y: float) -> tuple[float, float]:
        """Return a place as shares of the figure, counted from its lower left corner."""
        left, top = self._corner
        return (left + x) / self._whole.width, 1 - (top + y) / self._whole.height

    def rgb(self, ink: Ink) -> str:
        """Return a colour as matplotlib wants it."""
        return f"#{self.style.find_rgb(ink)}"

    def write(self, x: float, y: float, text: str, ink: Ink, **how: Any) -> None:  # noqa: ANN401 - matplotlib's own
        """Write `text` at a place in points; `how` aligns and weighs it."""
        settings: dict[str, Any] = {"ha": "left", "va": "center_baseline", **how}
        self.figure.text(
            *self._place(x, y),
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
        corner = self._place(frame.left, frame.top + frame.height)
        width, height = frame.width / self._whole.width, frame.height / self._whole.height
        axes = self.figure.add_axes((*corner, width, height))
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
            self._add_swatch(plot, series, entry.left, y)
            self.write(entry.left + swatch_width(plot) + GAP_PT, y, series.name, Ink("tx1"))

    def draw_names(self, room: LegendRoom, names: Sequence[tuple[str, str]]) -> None:
        """Draw a legend of names with the colours that they stand for."""
        for entry in room.entries:
            name, slot = names[entry.series]
            y = find_middle(entry, self.style)
            frame = Frame(entry.left, y - SWATCH_PT / 2, SWATCH_PT, SWATCH_PT)
            self._add_artist(self.make_box(frame, self.style.find_ink(slot), Texture.SOLID))
            self.write(entry.left + SWATCH_PT + GAP_PT, y, name, Ink("tx1"))

    def make_box(self, frame: Frame, ink: Ink, texture: Texture) -> Rectangle:
        """Return a filled rectangle; what is outlined or hatched has a line around it."""
        from matplotlib.patches import Rectangle

        is_solid = texture is Texture.SOLID
        grounds = {Texture.SOLID: self.rgb(ink), Texture.OUTLINED: "none"}
        return Rectangle(
            (frame.left, frame.top),
            frame.width,
            frame.height,
            facecolor=grounds.get(texture, f"#{self.style.ground}"),
            edgecolor=self.rgb(ink),
            hatch="////" if texture is Texture.HATCHED else None,
            linewidth=0 if is_solid else OUTLINE_PT,
            zorder=2,
            clip_on=False,
        )

    def _add_swatch(self, plot: Plot, series: PlotSeries, left: float, middle: float) -> None:
        """Draw a sample of a series: a stretch of its line, or a piece of its ground."""
        ink, width = self.style.find_ink(series.colour), swatch_width(plot)
        if plot.find_mark(series) is Mark.LINE and series.texture is not Texture.SOLID:
            self._add_stretch(ink, left, middle, width)
            return
        height = LINE_PT if plot.find_mark(series) is Mark.LINE else SWATCH_PT
        if height == SWATCH_PT:
            left, width = left + width - SWATCH_PT, SWATCH_PT
        box = self.make_box(Frame(left, middle - height / 2, width, height), ink, series.texture)
        self._add_artist(box)

    def _add_stretch(self, ink: Ink, left: float, middle: float, width: float) -> None:
        from matplotlib.lines import Line2D

        places = ([left, left + width], [middle, middle])
        stretch = Line2D(*places, color=self.rgb(ink), linewidth=LINE_PT, linestyle=DASHES)
        self._add_artist(stretch)

    def _add_artist(self, artist: Artist) -> None:
        """Add what has its place in points from the top left corner of the chart."""
        from matplotlib.transforms import Affine2D

        whole, corner = self._whole, self._place(0, 0)
        scale = Affine2D().scale(1 / whole.width, -1 / whole.height).translate(*corner)
        artist.set_transform(scale + self.figure.transFigure)
        self.figure.add_artist(artist)
