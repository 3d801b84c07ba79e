"""Rules over maps: that they shade rates, which areas can be compared by."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.brief.exhibits import Chart, ChartKind
from generator.compose.material import Material
from generator.facts.measures import Kind, parse_kind
from generator.findings import Finding, Severity

_PER = " per "
_LARGE = Decimal(10_000)
"""From this number on, what is counted is taken for a total: no index or rate is so large."""


def check_maps(material: Material) -> Iterator[Finding]:
    """Find maps that are shaded by totals (rule `map-of-totals`).

    A total is large where many people live; a map of totals shows that, and little else.
    """
    for id_, chart in material.brief.charts.items():
        if chart.kind is ChartKind.CHOROPLETH and _shows_totals(material, chart):
            yield Finding(
                rule="map-of-totals",
                severity=Severity.WARNING,
                message=f"the map '{id_}' is shaded by totals, which follow the number of people",
                place=material.find_place("charts", id_),
                fix="show a rate, such as a share or an amount per person, or use 'kind: bar'",
            )


def _shows_totals(material: Material, chart: Chart) -> bool:
    names = [row.fact for row in chart.data if row.fact is not None]
    facts = [material.figures[name] for name in names if name in material.figures]
    units = {chart.unit or "", *(figure.fact.unit for figure in facts)}
    if any(_PER in unit for unit in units):
        return False
    kinds = {parse_kind(unit) for unit in units if unit}
    if Kind.PERCENT in kinds or Kind.POINTS in kinds:
        return False
    values = [row.value for row in chart.data if row.value is not None]
    values += [figure.value for figure in facts]
    return Kind.CURRENCY in kinds or any(abs(value) >= _LARGE for value in values)
