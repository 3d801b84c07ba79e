"""Actual, plan and forecast: solid, outlined, hatched; a line goes on dashed. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.brief.exhibits import Chart, Scenario
from generator.charts.planning.draft import Draft
from generator.charts.plot import PlotSeries, Texture
from generator.charts.values import find_place
from generator.errors import DataError, suggest

_TEXTURES = {
    Scenario.ACTUAL: Texture.SOLID,
    Scenario.PLAN: Texture.OUTLINED,
    Scenario.FORECAST: Texture.HATCHED,
}


def find_scenarios(draft: Draft) -> list[Scenario]:
    """Return what the numbers of each category stand for.

    Raises:
        DataError: The forecast begins at a category that is not there.
    """
    start = _find_start(draft.chart, draft.grid.categories)
    return [
        row.scenario or (Scenario.FORECAST if at >= start else Scenario.ACTUAL)
        for at, row in enumerate(draft.rows)
    ]


def _find_start(chart: Chart, categories: Sequence[str]) -> int:
    if chart.forecast_from is None:
        return len(categories)
    wanted = " ".join(chart.forecast_from.split())
    if wanted not in categories:
        raise DataError(
            f"the chart has no category '{wanted}' for the forecast to begin at",
            place=find_place(chart, chart.forecast_from),
            hint=suggest(wanted, categories) or f"one of: {', '.join(categories[:8])}",
        )
    return categories.index(wanted)


def split_bars(draft: Draft, series: PlotSeries) -> tuple[PlotSeries, ...]:
    """Return a series for each scenario, all in the place of one; that alone if all is actual."""
    scenarios = find_scenarios(draft)
    if set(scenarios) == {Scenario.ACTUAL}:
        return (series,)
    return tuple(
        _keep(
            replace(series, name=draft.words.scenarios[scenario], texture=_TEXTURES[scenario]),
            [each is scenario for each in scenarios],
        )
        for scenario in Scenario
        if scenario in scenarios
    )


def texture_bars(draft: Draft, series: Sequence[PlotSeries]) -> tuple[PlotSeries, ...]:
    """Return several series whose points of a plan or forecast look it."""
    scenarios = find_scenarios(draft)
    textures = {
        at: _TEXTURES[each] for at, each in enumerate(scenarios) if each is not Scenario.ACTUAL
    }
    return tuple(replace(each, point_textures=textures) for each in series)


def split_line(draft: Draft, series: PlotSeries) -> tuple[PlotSeries, ...]:
    """Return a line up to its last actual point, and dashed from there on."""
    scenarios = find_scenarios(draft)
    later = [each is not Scenario.ACTUAL for each in scenarios]
    if not any(later):
        return (series,)
    first = later.index(True)
    name = draft.words.scenarios[scenarios[first]]
    if len(draft.names) > 1:
        name = draft.words.name_part(series.name, scenarios[first])
    return (
        _keep(series, [not each for each in later]),
        _keep(
            replace(series, name=name, texture=Texture.HATCHED),
            [at >= first - 1 for at in range(len(later))],
        ),
    )


def _keep(series: PlotSeries, is_kept: Sequence[bool]) -> PlotSeries:
    """Return `series` with gaps where points are not kept."""
    return replace(
        series,
        values=tuple(
            value if kept else None for value, kept in zip(series.values, is_kept, strict=True)
        ),
        labels=tuple(
            text if kept else "" for text, kept in zip(series.labels, is_kept, strict=True)
        ),
        point_colours={at: slot for at, slot in series.point_colours.items() if is_kept[at]},
    )
