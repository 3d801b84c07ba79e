"""What tells readers the parts of a box plot: a small box, with a word at each part. Pure."""

from __future__ import annotations

from typing import NamedTuple

from generator.charts.drawn.pen import Point
from generator.charts.drawn.words import Phrases
from generator.charts.frames import GAP_PT, OFFICE_MARGIN
from generator.charts.style import ChartStyle
from generator.ooxml.metrics import LINE_PITCH

_WIDTH_PT = 120.0
_SHARES = (0.0, 0.3, 0.5, 0.72, 1.0)


class KeyLabel(NamedTuple):
    """A word: where it stands, `ha` of its text, and a line to what it names, if it needs one."""

    text: str
    x: float
    y: float
    align: str
    leader: tuple[Point, ...] = ()


class Key(NamedTuple):
    """The places of a box's five numbers, the middle of its height, and its words; in points."""

    places: tuple[float, ...]
    middle: float
    thickness: float
    height: float
    labels: tuple[KeyLabel, ...]


def plan_key(phrases: Phrases, style: ChartStyle, width: float) -> Key | None:
    """Return a key at the top left of a chart of `width` points; None if it is too narrow.

    The ends are named beside it, the median above and the middle half below.
    """
    low, _, median, _, high = phrases.five
    line = style.text_pt * LINE_PITCH
    before = style.measure(low) * OFFICE_MARGIN + GAP_PT
    after = style.measure(high) * OFFICE_MARGIN + GAP_PT
    middle_words = max(style.measure(median), style.measure(phrases.middle)) * OFFICE_MARGIN
    length = max(_WIDTH_PT, middle_words)
    if before + length + after > width:
        return None
    places = tuple(before + length * share for share in _SHARES)
    middle = line * 1.9
    thickness = line * 0.7
    edge = thickness / 2
    box_middle = (places[1] + places[3]) / 2
    labels = (
        KeyLabel(low, before - GAP_PT, middle, "right"),
        KeyLabel(high, places[4] + GAP_PT, middle, "left"),
        KeyLabel(median, places[2], middle - edge - line * 0.6, "center"),
        KeyLabel(phrases.middle, box_middle, middle + edge + line * 0.6, "center"),
    )
    return Key(places, middle, thickness, line * 3.8, labels)
