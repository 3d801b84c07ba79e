"""Names that are wrapped and cut to the room they have. Pure."""

from __future__ import annotations

from generator.charts.style import ChartStyle
from generator.ooxml.metrics import Span, wrap_lines

_CUT = "…"


def wrap_name(text: str, style: ChartStyle, width: float, rows: int) -> tuple[str, ...]:
    """Return `text` in at most `rows` lines of `width` points; more are cut with an ellipsis."""
    span = Span(text=text, font=style.font, size_pt=style.text_pt)
    lines = [line.text for line in wrap_lines([span], width)]
    if len(lines) > rows:
        last = lines[rows - 1].rstrip(" .,")
        while last and style.measure(last + _CUT) > width:
            last = last[:-1].rstrip()
        lines = [*lines[: rows - 1], last + _CUT]
    return tuple(lines)


def is_cut(lines: tuple[str, ...]) -> bool:
    """Return whether a name had more lines than it has room for."""
    return lines[-1].endswith(_CUT)
