"""Rectangles in a chart, in points from its top left corner. Pure."""

from __future__ import annotations

from typing import NamedTuple

GAP_PT = 4.0
"""Between a mark and its label."""

OFFICE_MARGIN = 1.04
"""Office programs wrap names a little earlier than they need to."""


class Frame(NamedTuple):
    """A rectangle, in points from the top left corner of the chart."""

    left: float
    top: float
    width: float
    height: float


class Extent(NamedTuple):
    """Width and height of a whole chart, in points."""

    width: float
    height: float
