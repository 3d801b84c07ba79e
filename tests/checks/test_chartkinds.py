"""Charts that another kind would tell better."""

from __future__ import annotations

from typing import Any

import pytest

from generator.checks.chartkinds import check_chart_kinds
from tests.material import make_material


def make_rows(categories: int, series: int) -> list[dict[str, Any]]:
    """Return rows of a chart with numbers by series, or with one number each."""
    return [
        {"label": f"c{at}", "values": {f"s{n}": at + n for n in range(series)}}
        if series
        else {"label": f"c{at}", "value": at + 1}
        for at in range(categories)
    ]


def list_findings(kind: str, categories: int, series: int, **wishes: Any) -> list[str]:
    """Return what is told of a brief with one chart."""
    chart = {"kind": kind, "title": "T", "data": make_rows(categories, series), **wishes}
    material = make_material(charts={"fig-a": chart})
    return [f"{each.message}: {each.fix}" for each in check_chart_kinds(material)]


@pytest.mark.parametrize(
    ("kind", "categories", "series", "better"),
    [
        ("doughnut", 5, 0, "kind: bar"),
        ("line", 3, 5, "small_multiples"),
        ("grouped-column", 2, 5, "heat-map"),
    ],
)
def test_a_crowded_chart_is_told_with_the_better_kind(
    kind: str, categories: int, series: int, better: str
) -> None:
    """An author learns what to write instead."""
    (told,) = list_findings(kind, categories, series)

    assert better in told


@pytest.mark.parametrize(
    ("kind", "categories", "series", "wishes"),
    [
        ("doughnut", 3, 0, {}),
        ("line", 3, 4, {}),
        ("line", 3, 6, {"highlight": "s2"}),
        ("line", 3, 6, {"small_multiples": True}),
        ("stacked-column", 2, 5, {}),
        ("bar", 12, 0, {}),
    ],
)
def test_a_chart_that_can_be_read_is_left_alone(
    kind: str, categories: int, series: int, wishes: dict[str, Any]
) -> None:
    """No advice where none is needed."""
    assert list_findings(kind, categories, series, **wishes) == []
