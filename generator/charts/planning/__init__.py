"""A chart of the brief to a plot: every number, order, colour and label decided. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.brief.exhibits import Chart
from generator.charts.planning.draft import Request
from generator.charts.planning.kinds import CATEGORY_KINDS, find_planner
from generator.charts.planning.multiples import plan_multiples
from generator.charts.planning.rings import DOUGHNUT
from generator.charts.plot import Plot
from generator.facts import Figure
from generator.load.maps import GeoMap

__all__ = ["plan_plot"]


def plan_plot(
    chart_id: str,
    chart: Chart,
    figures: Mapping[str, Figure],
    language: str,
    *,
    maps: Mapping[str, GeoMap] = MappingProxyType({}),
) -> Plot:
    """Return what is drawn of `chart`.

    Args:
        chart_id: The chart's key in the brief.
        chart: Its kind, data and wishes.
        figures: All facts, by id, with their exact values.
        language: BCP 47 tag that numbers and the alternative text are written in.
        maps: The maps that charts name, by file; see `load.maps`.

    Raises:
        DataError: The data do not suit the kind of chart, a fact is missing, units differ, or
            what is to be highlighted is not there.
    """
    request = Request(id=chart_id, chart=chart, figures=figures, language=language, maps=maps)
    if chart.small_multiples:
        return plan_multiples(CATEGORY_KINDS.get(chart.kind, DOUGHNUT), request)
    return find_planner(chart.kind).plan(request)
