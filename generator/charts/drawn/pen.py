"""Shapes on the ground of a picture, in points from its top left corner."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from generator.charts.canvas import Canvas
from generator.charts.frames import Frame

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

Point = tuple[float, float]
"""A place in points, from the left and from the top."""


class Pen:
    """Draws on the whole of one canvas; colours are `#RRGGBB`."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.axes: Axes = canvas.add_axes(Frame(0.0, 0.0, *canvas.extent))

    def fill(self, frame: Frame, colour: str, *, edge: str = "none", hatch: str = "") -> None:
        """Fill a rectangle; `hatch` draws lines in the colour of its edge."""
        from matplotlib.patches import Rectangle

        self._add(
            Rectangle(
                (frame.left, frame.top),
                frame.width,
                frame.height,
                facecolor=colour,
                edgecolor=edge,
                hatch=hatch or None,
                linewidth=0.75 if edge != "none" else 0,
                zorder=2,
            )
        )

    def rule(self, points: Sequence[Point], colour: str, width: float, **how: Any) -> None:  # noqa: ANN401 - matplotlib's own
        """Draw a line through `points`."""
        settings: dict[str, Any] = {
            "solid_capstyle": "butt",
            "solid_joinstyle": "round",
            "zorder": 3,
            "clip_on": False,
            **how,
        }
        x, y = [point[0] for point in points], [point[1] for point in points]
        self.axes.plot(x, y, color=colour, linewidth=width, **settings)

    def dot(self, place: Point, colour: str, size: float, *, is_hollow: bool = False) -> None:
        """Draw a dot of a diameter of `size` points; a hollow one is filled with the ground."""
        ground = f"#{self.canvas.style.ground}"
        self.axes.plot(
            [place[0]],
            [place[1]],
            marker="o",
            markersize=size - (1.5 if is_hollow else 0),
            markerfacecolor=ground if is_hollow else colour,
            markeredgecolor=colour,
            markeredgewidth=1.75 if is_hollow else 0,
            linestyle="none",
            zorder=5,
            clip_on=False,
        )

    def shape(
        self,
        rings: Sequence[Sequence[Point]],
        colour: str,
        *,
        edge: str = "none",
        **how: Any,  # noqa: ANN401 - matplotlib's own
    ) -> None:
        """Fill a polygon of one ring or several; rings within others are holes."""
        from matplotlib.patches import PathPatch
        from matplotlib.path import Path

        settings: dict[str, Any] = {"linewidth": 0.5 if edge != "none" else 0, "zorder": 2, **how}
        points = [point for ring in rings for point in (*ring, ring[0])]
        codes = [
            code
            for ring in rings
            for code in (Path.MOVETO, *(Path.LINETO for _ in ring[1:]), Path.CLOSEPOLY)
        ]
        self._add(PathPatch(Path(points, codes), facecolor=colour, edgecolor=edge, **settings))

    def band(
        self,
        start: Point,
        end: Point,
        thickness: float,
        colour: str,
        *,
        alpha: float = 1.0,
    ) -> None:
        """Fill a band of `thickness` points between two places, level at both."""
        from matplotlib.patches import PathPatch
        from matplotlib.path import Path

        (left, from_y), (right, to_y) = start, end
        middle, half = (left + right) / 2, thickness / 2
        points = [
            (left, from_y - half),
            (middle, from_y - half),
            (middle, to_y - half),
            (right, to_y - half),
            (right, to_y + half),
            (middle, to_y + half),
            (middle, from_y + half),
            (left, from_y + half),
            (left, from_y - half),
        ]
        curve = [Path.CURVE4] * 3
        codes = [Path.MOVETO, *curve, Path.LINETO, *curve, Path.CLOSEPOLY]
        self._add(
            PathPatch(Path(points, codes), facecolor=colour, linewidth=0, alpha=alpha, zorder=1)
        )

    def _add(self, artist: Artist) -> None:
        artist.set_clip_on(False)
        self.axes.add_artist(artist)
