"""Every kind of chart by its name in the brief."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.brief.exhibits import ChartKind
from generator.charts.drawn import (
    annotated,
    box,
    choropleth,
    dumbbell,
    fan,
    heatmap,
    sankey,
    treemap,
    waffle,
)
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

DRAWN_KINDS: Mapping[ChartKind, Planner] = MappingProxyType(
    {
        ChartKind.DUMBBELL: dumbbell,
        ChartKind.HEAT_MAP: heatmap,
        ChartKind.ANNOTATED_LINE: annotated,
        ChartKind.FAN: fan,
        ChartKind.BOX: box,
        ChartKind.TREEMAP: treemap,
        ChartKind.WAFFLE: waffle,
        ChartKind.SANKEY: sankey,
        ChartKind.CHOROPLETH: choropleth,
    }
)
"""Kinds that no native chart can show; see the package `drawn`."""

KINDS: Mapping[ChartKind, Planner] = MappingProxyType(
    {**CATEGORY_KINDS, **POINT_KINDS, **DRAWN_KINDS}
)
"""All kinds."""
