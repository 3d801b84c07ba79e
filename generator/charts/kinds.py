"""What kinds of charts have in common."""

from __future__ import annotations

from generator.brief.exhibits import ChartKind

BARS = frozenset({ChartKind.BAR, ChartKind.GROUPED_BAR, ChartKind.STACKED_BAR})
"""Kinds whose bars lie."""

STACKED = frozenset({ChartKind.STACKED_BAR, ChartKind.STACKED_COLUMN})
