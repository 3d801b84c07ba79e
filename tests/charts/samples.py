"""Plots of every kind, for the tests of charts."""

from __future__ import annotations

from typing import Any

from generator.brief.exhibits import Chart, ChartKind
from generator.charts import Plot, plan_plot

ONE = (("Germany", 12.4), ("France", 4), ("Poland", 8.1))
TWO = (("North", {"Women": 34, "Men": 44}), ("South", {"Women": 41, "Men": 39}))
YEARS = (("2022", {"Women": 34, "Men": 44}), ("2023", {"Women": 41, "Men": None}))
BOXES = (("North", {"min": 1, "q1": 2, "median": 4, "q3": 7, "max": 9}),)
FAN = (("2024", 3), ("2025", {"value": 4, "ranges": {"90 %": [2, 7], "50 %": [3, 5]}}))

DATA: dict[ChartKind, Any] = {
    ChartKind.BAR: ONE,
    ChartKind.COLUMN: ONE,
    ChartKind.DOUGHNUT: ONE,
    ChartKind.GROUPED_BAR: TWO,
    ChartKind.GROUPED_COLUMN: TWO,
    ChartKind.STACKED_BAR: TWO,
    ChartKind.STACKED_COLUMN: TWO,
    ChartKind.LINE: YEARS,
    ChartKind.DUMBBELL: TWO,
    ChartKind.HEAT_MAP: TWO,
    ChartKind.ANNOTATED_LINE: YEARS,
    ChartKind.TREEMAP: ONE,
    ChartKind.WAFFLE: ONE,
    ChartKind.BOX: BOXES,
    ChartKind.FAN: FAN,
}

WISHES: dict[ChartKind, dict[str, Any]] = {
    ChartKind.ANNOTATED_LINE: {"events": [{"at": "2023", "label": "Law passed"}]},
}
"""What charts of some kinds cannot do without."""


def make_chart(kind: str, data: Any, **wishes: Any) -> Chart:
    """Return a chart of rows: pairs of a label and a number, numbers by series, or other keys."""
    rows = [{"label": label, **_plan_keys(given)} for label, given in data]
    return Chart.model_validate({"kind": kind, "title": "T", "data": rows, **wishes})


def _plan_keys(given: Any) -> dict[str, Any]:
    if not isinstance(given, dict):
        return {"value": given}
    is_keys = any(isinstance(value, dict | list) for value in given.values())
    return given if is_keys else {"values": given}


def make_plot(kind: str, data: Any = None, language: str = "en-GB", **wishes: Any) -> Plot:
    """Return the plot of a chart; of the sample data of its kind by default."""
    needs = WISHES.get(ChartKind(kind), {}) if data is None else {}
    rows = data if data is not None else DATA[ChartKind(kind)]
    chart = make_chart(kind, rows, **{**needs, **wishes})
    return plan_plot("c", chart, {}, language)
