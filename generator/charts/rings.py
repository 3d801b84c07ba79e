"""The labels of a doughnut: names and values around the ring, measured. Pure."""

from __future__ import annotations

import math
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.charts.plot import Plot
from generator.charts.style import ChartStyle
from generator.ooxml.metrics import LINE_PITCH, Span, wrap_lines

HOLE_SHARE = 0.5
"""Diameter of the hole as a share of the ring's (`c:holeSize`).

LibreOffice 7.4 draws a half whatever is written; labels are placed from the middle of the slices,
so that another share would move them. Seen 2026-11.
"""

_GAP_PT = 6.0
_LABEL_SHARE = 0.3  # of the width, at most, for labels at each side
_NARROWEST_PT = 40.0


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


def plan_ring(plot: Plot, style: ChartStyle, width: float, height: float) -> Ring:
    """Return the largest ring in the middle of the frame that leaves room for its labels."""
    line = style.text_pt * LINE_PITCH
    texts = [
        _wrap(name, label, style, width * _LABEL_SHARE)
        for name, label in zip(plot.categories, plot.series[0].labels, strict=True)
    ]
    widest = max(style.measure(text, is_bold=True) for lines in texts for text in lines)
    tallest = max(map(len, texts)) * line
    side = max(
        min(width - 2 * (widest + 2 * _GAP_PT), height - 2 * tallest - _GAP_PT), height * 0.4
    )
    ring = Ring((width - side) / 2, (height - side) / 2, side, ())
    labels = tuple(
        _place(lines, angle, ring, (style, line))
        for lines, angle in zip(texts, _angles(plot), strict=True)
    )
    return ring._replace(labels=labels)


def _wrap(name: str, label: str, style: ChartStyle, width: float) -> tuple[str, ...]:
    span = Span(text=name, font=style.font, size_pt=style.text_pt)
    return (*(line.text for line in wrap_lines([span], max(width, _NARROWEST_PT))), label)


def _angles(plot: Plot) -> Iterator[float]:
    """Yield the middle of each slice in radians, clockwise from the top."""
    values = [value or Decimal(0) for value in plot.series[0].values]
    total = sum(values, Decimal(0))
    start = Decimal(0)
    for value in values:
        yield float((start + value / 2) / total) * 2 * math.pi
        start += value


def _place(
    lines: tuple[str, ...], angle: float, ring: Ring, measures: tuple[ChartStyle, float]
) -> RingLabel:
    """Place a label on the line through its slice, just clear of the ring."""
    style, line = measures
    width = max(style.measure(text, is_bold=True) for text in lines)
    height = len(lines) * line
    x, y = math.sin(angle), -math.cos(angle)
    centre_x, centre_y = ring.left + ring.side / 2, ring.top + ring.side / 2
    reach = _find_reach((x, y), (width, height), ring.side / 2 + _GAP_PT)
    middle = ring.side / 2 * (1 + HOLE_SHARE) / 2
    return RingLabel(
        lines=lines,
        x=centre_x + x * reach,
        y=centre_y + y * reach,
        width=width,
        mid_x=centre_x + x * middle,
        mid_y=centre_y + y * middle,
    )


def _find_reach(way: tuple[float, float], box: tuple[float, float], radius: float) -> float:
    """Return how far along `way` the middle of `box` stands clear of a circle of `radius`."""
    reach = radius
    while True:
        beyond = (
            max(abs(part) * reach - side / 2, 0.0) for part, side in zip(way, box, strict=True)
        )
        if math.hypot(*beyond) >= radius:
            return reach
        reach += 1.0
