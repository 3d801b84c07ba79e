"""The kinds of charts by their names in the brief."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.brief.exhibits import ChartKind
from generator.charts.planning import (
    areas,
    bars,
    combinations,
    diverging,
    histograms,
    lines,
    progress,
    pyramids,
    ranges,
    rings,
    shares,
    waterfalls,
)
from generator.charts.planning.kind import Kind, Planner
from generator.charts.planning.points import POINT_KINDS

CATEGORY_KINDS: Mapping[ChartKind, Kind] = MappingProxyType(
    {
        ChartKind.BAR: bars.BAR,
        ChartKind.COLUMN: bars.COLUMN,
        ChartKind.GROUPED_BAR: bars.GROUPED_BAR,
        ChartKind.GROUPED_COLUMN: bars.GROUPED_COLUMN,
        ChartKind.STACKED_BAR: bars.STACKED_BAR,
        ChartKind.STACKED_COLUMN: bars.STACKED_COLUMN,
        ChartKind.SHARE_BAR: shares.SHARE_BAR,
        ChartKind.SHARE_COLUMN: shares.SHARE_COLUMN,
        ChartKind.LINE: lines.LINE,
        ChartKind.SLOPE: lines.SLOPE,
        ChartKind.AREA: areas.AREA,
        ChartKind.COMBINATION: combinations.COMBINATION,
        ChartKind.WATERFALL: waterfalls.WATERFALL,
        ChartKind.DIVERGING_BAR: diverging.DIVERGING_BAR,
        ChartKind.PYRAMID: pyramids.PYRAMID,
        ChartKind.RANGE: ranges.RANGE,
        ChartKind.HISTOGRAM: histograms.HISTOGRAM,
        ChartKind.PROGRESS: progress.PROGRESS,
        ChartKind.DOUGHNUT: rings.DOUGHNUT,
    }
)
"""Kinds whose data are categories, with a number for each series."""


def find_planner(kind: ChartKind) -> Planner:
    """Return what plans charts of `kind`; the drawn ones are loaded where one is asked for."""
    planner = CATEGORY_KINDS.get(kind) or POINT_KINDS.get(kind)
    if planner is not None:
        return planner
    from generator.charts.planning.drawnkinds import DRAWN_KINDS

    return DRAWN_KINDS[kind]
