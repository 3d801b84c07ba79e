"""Plot to picture: the same marks, labels and places as the native chart, by matplotlib."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, assert_never

from generator.charts.canvas import Canvas
from generator.charts.categories.picture import draw_categories
from generator.charts.frames import GAP_PT, Extent, Frame
from generator.charts.panels import place_panels
from generator.charts.plot import CategoryForm, DrawnForm, PanelForm, Plot, PointForm, RingForm
from generator.charts.points.picture import draw_points
from generator.charts.rings.picture import draw_ring
from generator.charts.style import ChartStyle
from generator.units import Size, to_inches, to_pt

if TYPE_CHECKING:
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
        _draw(plot, Canvas(style, Extent(to_pt(size.width), to_pt(size.height)), figure), size)
        png = _save(figure, "png", dpi, {"Software": None})
        svg = _DOCUMENT_TYPE.sub(b"", _save(figure, "svg", 72, {"Date": None, "Creator": None}))
    return ChartPicture(png=png, svg=svg, size=size)


def _save(figure: Figure, kind: str, dpi: int, metadata: Mapping[str, None]) -> bytes:
    target = io.BytesIO()
    figure.savefig(target, format=kind, dpi=dpi, transparent=True, metadata=dict(metadata))
    return target.getvalue()


def _draw(plot: Plot, canvas: Canvas, size: Size) -> None:
    match plot.form:
        case CategoryForm():
            draw_categories(plot, canvas)
        case RingForm():
            draw_ring(plot, canvas)
        case PointForm():
            draw_points(plot, canvas)
        case PanelForm():
            for part in place_panels(plot, size):
                place = (part.left, part.top, *part.size)
                _draw(part.plot, canvas.part(Frame(*map(to_pt, place))), part.size)
        case DrawnForm():
            # Their ink begins at the edge, and the caption stands right above.
            width, height = canvas.extent
            part = canvas.part(Frame(0.0, GAP_PT, width, height - GAP_PT))
            plot.form.drawing.draw(plot, part)
        case _:
            assert_never(plot.form)
