"""The kinds of charts that no native chart can show, by their names; see the package `drawn`."""

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
from generator.charts.planning.kind import Planner

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
