"""The labels of a doughnut: names and values around the ring, measured. Pure."""

from __future__ import annotations

import math
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.charts.frames import GAP_PT, Extent
from generator.charts.plot import Plot
from generator.charts.spreading import spread
from generator.charts.style import ChartStyle
from generator.ooxml.metrics import LINE_PITCH, Span, wrap_lines

HOLE_SHARE = 0.5
"""Diameter of the hole as a share of the ring's (`c:holeSize`).

LibreOffice 7.4 draws a half whatever is written; labels are placed from the middle of the slices,
so that another share would move them. Seen 2026-11.
"""

_GAP_PT = GAP_PT + 1
_LABEL_SHARE = 0.5  # of the width, for a name on one line
_LARGEST, _SMALLEST = 0.88, 0.34  # of the height, for the ring


class RingLabel(NamedTuple):
    """A label beside its slice.

    Attributes:
        lines: The name, wrapped, then the value.
        x: Where its middle stands, in points from the left of the chart.
        y: The same from the top.
        mid_x: The middle of the slice, where office programs would put the label by themselves.
        mid_y: The same from the top.
    """

    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    mid_x: float
    mid_y: float


class Ring(NamedTuple):
    """The square of the ring, in points, and its labels."""

    left: float
    top: float
    side: float
    labels: tuple[RingLabel, ...]


def plan_ring(plot: Plot, style: ChartStyle, extent: Extent) -> Ring:
    """Return the largest ring whose labels stay in the frame; ring and labels are centred."""
    width, height = extent
    texts = [
        _wrap(name, label, style, width * _LABEL_SHARE)
        for name, label in zip(plot.categories, plot.series[0].labels, strict=True)
    ]
    angles = list(_angles(plot))
    side = min(width, height * _LARGEST)
    while True:
        ring = Ring((width - side) / 2, (height - side) / 2, side, ())
        ring = ring._replace(labels=_place_all(texts, angles, ring, style))
        left = min(ring.left, *(label.x - label.width / 2 for label in ring.labels))
        right = max(ring.left + side, *(label.x + label.width / 2 for label in ring.labels))
        if right - left <= width or side <= height * _SMALLEST:
            return _shift(ring, (width - left - right) / 2)
        side -= 1.0


def _shift(ring: Ring, by: float) -> Ring:
    """Return `ring` and its labels moved to the right."""
    labels = tuple(label._replace(x=label.x + by, mid_x=label.mid_x + by) for label in ring.labels)
    return ring._replace(left=ring.left + by, labels=labels)


def _wrap(name: str, label: str, style: ChartStyle, width: float) -> tuple[str, ...]:
    span = Span(text=name, font=style.font, size_pt=style.text_pt)
    return (*(line.text for line in wrap_lines([span], width)), label)


def _angles(plot: Plot) -> Iterator[float]:
    """Yield the middle of each slice in radians, clockwise from the top."""
    values = [value or Decimal(0) for value in plot.series[0].values]
    total = sum(values, Decimal(0))
    start = Decimal(0)
    for value in values:
        yield float((start + value / 2) / total) * 2 * math.pi
        start += value


def _place_all(
    texts: list[tuple[str, ...]], angles: list[float], ring: Ring, style: ChartStyle
) -> tuple[RingLabel, ...]:
    """Place the labels left and right of the ring, each near its slice, none over another."""
    line = style.text_pt * LINE_PITCH
    middle = ring.top + ring.side / 2
    wanted = [middle - math.cos(angle) * (ring.side / 2 + _GAP_PT) for angle in angles]
    placed: dict[int, RingLabel] = {}
    for is_left in (False, True):
        here = [at for at, angle in enumerate(angles) if (math.sin(angle) < 0) is is_left]
        here.sort(key=lambda at: wanted[at])
        least = max((len(texts[at]) for at in here), default=0) * line + _GAP_PT / 2
        bounds = (least / 2, 2 * middle - least / 2)
        heights = spread([wanted[at] for at in here], least, bounds)
        for at, y in zip(here, heights, strict=True):
            placed[at] = _place((texts[at], angles[at]), y, ring, style)
    return tuple(placed[at] for at in range(len(texts)))


def _place(
    slice_: tuple[tuple[str, ...], float], y: float, ring: Ring, style: ChartStyle
) -> RingLabel:
    """Place a label at a height, beside the ring and clear of it."""
    lines, angle = slice_
    width = max(map(style.measure, lines))
    half = len(lines) * style.text_pt * LINE_PITCH / 2
    centre_x, centre_y = ring.left + ring.side / 2, ring.top + ring.side / 2
    radius = ring.side / 2 + _GAP_PT
    beyond = max(abs(y - centre_y) - half, 0.0)
    clear = math.sqrt(max(radius**2 - beyond**2, 0.0)) + width / 2
    middle = ring.side / 2 * (1 + HOLE_SHARE) / 2
    return RingLabel(
        lines=lines,
        x=centre_x + (clear if math.sin(angle) >= 0 else -clear),
        y=y,
        width=width,
        mid_x=centre_x + math.sin(angle) * middle,
        mid_y=centre_y - math.cos(angle) * middle,
    )
