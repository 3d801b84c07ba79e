"""Drawn charts on a figure of their own, with the places of their texts."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from generator.charts import ChartStyle, Plot
from generator.charts.canvas import Canvas
from generator.charts.frames import Extent
from generator.charts.plot import DrawnForm

REPORT = Extent(454, 240)
SLIDE = Extent(860, 330)
PANEL = Extent(400, 290)
SIZES = ((REPORT, 9.0), (SLIDE, 14.0), (PANEL, 12.0))
"""A column of a report, a slide, half of a slide; each with the size of its text."""

_TOLERANCE = 1.5  # points by which the ink of a letter may leave the room that was measured


@dataclass(frozen=True, slots=True)
class Text:
    """A text in the picture, with its edges in points from the top left corner."""

    words: str
    left: float
    top: float
    right: float
    bottom: float


def draw(plot: Plot, extent: Extent = REPORT, text_pt: float = 9.0) -> list[Text]:
    """Return the texts of a chart that is drawn on a figure of `extent`."""
    assert isinstance(plot.form, DrawnForm)
    figure = Figure(figsize=(extent.width / 72, extent.height / 72), dpi=72)
    FigureCanvasAgg(figure)
    plot.form.drawing.draw(plot, Canvas(ChartStyle(text_pt=text_pt), extent, figure))
    figure.draw_without_rendering()
    found: list[Text] = []
    for artist in figure.texts:
        box = artist.get_window_extent()
        words = artist.get_text()
        found.append(Text(words, box.x0, extent.height - box.y1, box.x1, extent.height - box.y0))
    return found


def list_words(plot: Plot, extent: Extent = REPORT, text_pt: float = 9.0) -> list[str]:
    """Return the words of all texts of a chart."""
    return [text.words for text in draw(plot, extent, text_pt)]


def find_strays(texts: list[Text], extent: Extent) -> list[str]:
    """Return the words that leave the frame."""
    return [
        text.words
        for text in texts
        if text.left < -_TOLERANCE
        or text.right > extent.width + _TOLERANCE
        or text.top < -_TOLERANCE
        or text.bottom > extent.height + _TOLERANCE
    ]


def find_collisions(texts: list[Text]) -> list[tuple[str, str]]:
    """Return the pairs of texts that lie upon each other."""
    return [
        (one.words, two.words)
        for one, two in combinations([text for text in texts if text.words.strip()], 2)
        if min(one.right, two.right) - max(one.left, two.left) > _TOLERANCE
        and min(one.bottom, two.bottom) - max(one.top, two.top) > _TOLERANCE + 1
    ]
