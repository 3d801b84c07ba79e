"""Maps that are shaded by totals are found; maps of rates are not."""

from __future__ import annotations

from typing import Any

import pytest

from generator.checks.maps import check_maps
from tests.material import make_material


def find_rules(values: tuple[float, float], **keys: Any) -> list[str]:
    """Return the rules that a map of two regions breaks."""
    rows = [
        {"label": name, "value": at} for name, at in zip(("North", "South"), values, strict=True)
    ]
    chart = {
        "kind": "choropleth",
        "title": "A map",
        "map": {"file": "map.geojson"},
        "data": rows,
        **keys,
    }
    return [finding.rule for finding in check_maps(make_material(charts={"fig-map": chart}))]


@pytest.mark.parametrize(
    ("values", "unit"),
    [((3, 4), "USD"), ((30_000, 5), "people"), ((1_000_000, 2_000_000), None)],
)
def test_totals_are_found(values: tuple[float, float], unit: str | None) -> None:
    """They show where people live."""
    assert find_rules(values, unit=unit) == ["map-of-totals"]


@pytest.mark.parametrize(
    ("values", "unit"),
    [
        ((3, 4), "percent"),
        ((3, 4), "percentage points"),
        ((30_000, 50_000), "USD per person"),
        ((61, 75), "points of the index"),
        ((3, 4), None),
    ],
)
def test_rates_are_fine(values: tuple[float, float], unit: str | None) -> None:
    """A rule that cries wolf is switched off."""
    assert find_rules(values, unit=unit) == []
