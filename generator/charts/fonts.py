"""Fonts that pictures are drawn with: those that this machine has, the style's own first."""

from __future__ import annotations

from functools import cache

from generator.charts.style import ChartStyle

TWINS = {
    "calibri": "Carlito",
    "arial": "Liberation Sans",
    "helvetica": "Liberation Sans",
    "times new roman": "Liberation Serif",
    "cambria": "Caladea",
    "courier new": "Liberation Mono",
}
"""Fonts of the same widths, for machines without the office fonts."""

_FALLBACKS = (
    "DejaVu Sans",
    "Noto Sans",
    "Noto Sans CJK JP",
    "Yu Gothic",
    "Meiryo",
    "Hiragino Sans",
    "Noto Sans CJK SC",
    "Microsoft YaHei",
    "PingFang SC",
    "Noto Sans CJK KR",
    "Malgun Gothic",
    "Noto Emoji",
    "Symbola",
)
"""Where glyphs are looked for that the style's font lacks, in order."""


@cache
def _installed() -> frozenset[str]:
    from matplotlib.font_manager import fontManager

    return frozenset(font.name for font in fontManager.ttflist)


def find_fonts(style: ChartStyle) -> list[str]:
    """Return the installed fonts to draw with: the style's own or its twin, then fallbacks."""
    own = (style.font, TWINS.get(style.font.casefold(), style.font), style.east_asian_font)
    wanted = dict.fromkeys(name for name in (*own, *_FALLBACKS) if name)
    return [name for name in wanted if name in _installed()]
