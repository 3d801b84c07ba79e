"""What labels need of room. Pure; all lengths in points."""

from __future__ import annotations

import math
from collections.abc import Iterable

from generator.charts.frames import OFFICE_MARGIN
from generator.charts.style import ChartStyle


def measure_widest(style: ChartStyle, texts: Iterable[str], *, is_bold: bool = False) -> float:
    """Return the width of the widest of `texts`, with what programs set them wider than others."""
    widest = max((style.measure(text, is_bold=is_bold) for text in texts), default=0.0)
    return widest * OFFICE_MARGIN


def count_every(size: float, pitch: float) -> int:
    """Return which names of many are drawn: each so manieth, so that none meets the next.

    Args:
        size: Height of a name in a column of them, or width of one in a row.
        pitch: From one to the next.
    """
    return max(1, math.ceil(size / max(pitch, 0.1)))
