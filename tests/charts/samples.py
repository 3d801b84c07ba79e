"""Plots of every kind, for the tests of charts."""

from __future__ import annotations

from typing import Any

from generator.brief.exhibits import Chart, ChartKind
from generator.charts import Plot, plan_plot
from generator.load.maps import GeoMap, Region

ONE = (("Germany", 12.4), ("France", 4), ("Poland", 8.1))
TWO = (("North", {"Women": 34, "Men": 44}), ("South", {"Women": 41, "Men": 39}))
YEARS = (("2022", {"Women": 34, "Men": 44}), ("2023", {"Women": 41, "Men": None}))
BOXES = (("North", {"min": 1, "q1": 2, "median": 4, "q3": 7, "max": 9}),)
REGIONS = (("West", 12), ("Middle", 31))
FLOWS = (("EU", {"to": "Arms", "value": 4}), ("US", {"to": "Arms", "value": 6}))
FAN = (("2024", 3), ("2025", {"value": 4, "ranges": {"90 %": [2, 7], "50 %": [3, 5]}}))

PARTS = (
    ("North", {"Grants": 30, "Loans": 50, "In kind": 20}),
    ("South", {"Grants": 60, "Loans": 30, "In kind": 30}),
)
MOMENTS = (
    ("2014", {"Trade": 12, "Aid": 30, "Debt": 31}),
    ("2024", {"Trade": 26, "Aid": 18, "Debt": 45}),
)
SERIES = (
    ("2021", {"Grants": 3, "Loans": 5}),
    ("2022", {"Grants": 6, "Loans": 4}),
    ("2023", {"Grants": 8, "Loans": 9}),
)
STEPS = (
    {"label": "2023", "value": 40},
    {"label": "New donors", "value": 12.5},
    {"label": "Ended", "value": -20},
    {"label": "2024", "total": True},
    {"label": "Debt", "value": -50},
    {"label": "Net", "total": True},
)
ANSWERS = (
    ("Aid", {"Against": 10, "Rather against": 15, "Unsure": 20, "Rather for": 30, "For": 25}),
    ("Trade", {"Against": 30, "Rather against": 25, "Unsure": 5, "Rather for": 25, "For": 15}),
)
AGES = (
    ("0–14", {"Women": 2.4, "Men": 2.6}),
    ("15–64", {"Women": 12.1, "Men": 11.2}),
    ("65+", {"Women": 4.8, "Men": 2.5}),
)
PERIODS = (
    {"label": "Survey", "period": "2024-03/2024-06"},
    {"label": "Building", "period": "2024-07/2025-10"},
)
GOALS = (
    {"label": "Schools", "value": 62, "target": 80},
    {"label": "Clinics", "value": 31, "target": 25},
)

POINTS = (
    {"label": "Ghana", "x": 2.2, "y": 64.1, "size": 33, "group": "Africa"},
    {"label": "Kenya", "x": 2.1, "y": 61.4, "size": 54, "group": "Africa"},
    {"label": "Peru", "x": 7.1, "y": 72.4, "size": 34, "group": "Americas"},
)


def make_region(name: str, west: float) -> Region:
    """Return a region of two degrees by two, on the 50th parallel."""
    ring = ((west, 49.0), (west + 2, 49.0), (west + 2, 51.0), (west, 51.0))
    return Region(properties={"name": name}, polygons=((ring,),))


MAP = GeoMap(
    file="map.geojson",
    regions=tuple(
        make_region(name, 2.0 * at) for at, name in enumerate(("West", "Middle", "East"))
    ),
)

DATA: dict[ChartKind, Any] = {
    ChartKind.BAR: ONE,
    ChartKind.COLUMN: ONE,
    ChartKind.DOUGHNUT: ONE,
    ChartKind.GROUPED_BAR: TWO,
    ChartKind.GROUPED_COLUMN: TWO,
    ChartKind.STACKED_BAR: TWO,
    ChartKind.STACKED_COLUMN: TWO,
    ChartKind.SHARE_BAR: PARTS,
    ChartKind.SHARE_COLUMN: PARTS,
    ChartKind.LINE: YEARS,
    ChartKind.SLOPE: MOMENTS,
    ChartKind.AREA: SERIES,
    ChartKind.COMBINATION: SERIES,
    ChartKind.WATERFALL: STEPS,
    ChartKind.DIVERGING_BAR: ANSWERS,
    ChartKind.PYRAMID: AGES,
    ChartKind.RANGE: PERIODS,
    ChartKind.HISTOGRAM: ONE,
    ChartKind.PROGRESS: GOALS,
    ChartKind.SCATTER: POINTS,
    ChartKind.BUBBLE: POINTS,
    ChartKind.DUMBBELL: TWO,
    ChartKind.HEAT_MAP: TWO,
    ChartKind.ANNOTATED_LINE: YEARS,
    ChartKind.TREEMAP: ONE,
    ChartKind.WAFFLE: ONE,
    ChartKind.BOX: BOXES,
    ChartKind.FAN: FAN,
    ChartKind.SANKEY: FLOWS,
    ChartKind.CHOROPLETH: REGIONS,
}

WISHES: dict[ChartKind, dict[str, Any]] = {
    ChartKind.ANNOTATED_LINE: {"events": [{"at": "2023", "label": "Law passed"}]},
    ChartKind.CHOROPLETH: {"map": {"file": "map.geojson"}},
}
"""What charts of some kinds cannot do without."""


def make_chart(kind: str, data: Any, **wishes: Any) -> Chart:
    """Return a chart of rows: pairs of a label and a number, numbers by series, or other keys."""
    rows = [row if isinstance(row, dict) else _make_row(*row) for row in data]
    return Chart.model_validate({"kind": kind, "title": "T", "data": rows, **wishes})


def _make_row(label: str, given: Any) -> dict[str, Any]:
    return {"label": label, **_plan_keys(given)}


def _plan_keys(given: Any) -> dict[str, Any]:
    if not isinstance(given, dict):
        return {"value": given}
    is_keys = any(isinstance(value, dict | list | str) for value in given.values())
    return given if is_keys else {"values": given}


def make_plot(kind: str, data: Any = None, language: str = "en-GB", **wishes: Any) -> Plot:
    """Return the plot of a chart; of the sample data of its kind by default."""
    needs = WISHES.get(ChartKind(kind), {}) if data is None else {}
    rows = data if data is not None else DATA[ChartKind(kind)]
    chart = make_chart(kind, rows, **{**needs, **wishes})
    return plan_plot("c", chart, {}, language, maps={"map.geojson": MAP})
