"""Maps of regions: matching, classes, projections."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.charts.drawn.choropleth import Choropleth
from generator.charts.drawn.classes import find_class, plan_breaks, plan_shares
from generator.charts.drawn.projections import Bounds, plan_equal_area, plan_plain
from generator.charts.plot import DrawnForm, Plot
from generator.charts.ticks import Writing
from generator.errors import DataError
from tests.charts.drawn.figures import list_words
from tests.charts.samples import make_plot

MAP = {"file": "map.geojson"}
ROWS = (("West", 12), ("Middle", 31))
WRITING = Writing(language="en-GB", decimals=0)


def drawing(plot: Plot) -> Choropleth:
    """Return what is drawn of a map."""
    assert isinstance(plot.form, DrawnForm)
    assert isinstance(plot.form.drawing, Choropleth)
    return plot.form.drawing


def test_rows_find_their_regions_and_the_rest_has_no_data() -> None:
    """A region without a row is shown, as what is not known."""
    plot = make_plot("choropleth", ROWS, map=MAP)
    areas = {area.name: (area.group, area.label) for area in drawing(plot).areas}

    assert areas["East"] == (None, "")
    assert areas["Middle"][1] == "31"
    assert "No data: East." in plot.alt


def test_a_row_may_name_its_region_by_another_word() -> None:
    """Labels are for readers, codes are for files."""
    rows = (("The West", {"region": "West", "value": 3}), ("Middle", 5))
    plot = make_plot("choropleth", rows, map=MAP)

    assert drawing(plot).areas[0].name == "The West"


def test_limits_of_the_author_make_the_classes() -> None:
    """A threshold of policy is a better limit than a round number."""
    plot = make_plot("choropleth", ROWS, map={**MAP, "breaks": [20]}, unit="percent")

    assert drawing(plot).classes == ("Under 20%", "20% and over")
    assert [area.group for area in drawing(plot).areas] == [0, 1, None]


def test_legend_and_values_are_written() -> None:
    """Shades alone cannot be read."""
    words = list_words(make_plot("choropleth", ROWS, map={**MAP, "breaks": [20]}))

    assert {"Under 20", "20 and over", "No data", "31"} <= set(words)


@pytest.mark.parametrize(
    ("data", "wishes", "message"),
    [
        (ROWS, {}, "needs a map"),
        (ROWS, {"map": {"file": "other.geojson"}}, "was not read"),
        ((*ROWS, ("Nord", 3)), {"map": MAP}, "the map has no region 'Nord'"),
        ((("A", 1), ("B", 2)), {"map": MAP}, "lacks 2 regions: A, B"),
        (ROWS, {"map": {**MAP, "match": "nmae"}}, "no region of the map has the property 'nmae'"),
        ((("x", {"region": "West", "value": 1}), ("West", 2)), {"map": MAP}, "stands twice"),
        (ROWS, {"map": {**MAP, "breaks": [30, 20]}}, "do not ascend"),
        (ROWS, {"map": {**MAP, "breaks": [1, 2, 3, 4, 5, 6]}}, "7 classes"),
        ((("West", {"a": 1, "b": 2}),), {"map": MAP}, "one series"),
    ],
)
def test_data_that_do_not_fit_the_map_are_refused(
    data: Any, wishes: dict[str, Any], message: str
) -> None:
    """A region that is misspelt would silently be white."""
    with pytest.raises(DataError, match=message):
        make_plot("choropleth", data, **wishes)


def test_a_misspelt_region_is_hinted_at() -> None:
    """Most mistakes are typing errors."""
    with pytest.raises(DataError) as caught:
        make_plot("choropleth", (("Midle", 3), ("West", 1)), map=MAP)

    assert caught.value.hint == "did you mean 'Middle'?"


@given(st.lists(st.integers(-500, 500).map(Decimal), min_size=1, max_size=60))
def test_limits_ascend_and_no_end_class_is_empty(values: list[Decimal]) -> None:
    """A class that nothing is in is a promise that is not kept."""
    breaks = plan_breaks(values, WRITING)
    groups = {find_class(value, breaks) for value in values}

    assert list(breaks) == sorted(set(breaks))
    assert len(breaks) <= 5
    assert {0, len(breaks)} <= groups


def test_a_limit_belongs_to_the_class_above() -> None:
    """As the legend says: *20 and over*."""
    breaks = (Decimal(10), Decimal(20))

    assert [find_class(Decimal(value), breaks) for value in (9, 10, 19, 20)] == [0, 1, 1, 2]


def test_skewed_numbers_are_parted_into_equal_counts() -> None:
    """One giant must not leave all others in one shade."""
    values = [Decimal(value) for value in (1, 2, 3, 4, 5, 6, 7, 8, 9, 1000)]
    groups = [find_class(value, plan_breaks(values, WRITING)) for value in values]

    assert max(groups.count(group) for group in groups) <= 3


def test_classes_on_both_sides_of_zero_have_two_colours() -> None:
    """Loss and gain are told apart at once."""
    breaks = (Decimal(-10), Decimal(0), Decimal(10))

    assert plan_shares(4, breaks) == (-0.75, -0.25, 0.25, 0.75)
    assert plan_shares(3, (Decimal(1), Decimal(2))) == (0.0, 0.5, 1.0)


BOUNDS = [
    Bounds(22, 40, 44, 52),
    Bounds(-10, 10, -8, 9),
    Bounds(-74, -54, -55, -20),
    Bounds(-170, 180, -55, 80),
]


@pytest.mark.parametrize("bounds", BOUNDS)
@given(east=st.floats(0, 0.95), north=st.floats(0, 0.95))
def test_equal_areas_stay_equal(bounds: Bounds, east: float, north: float) -> None:
    """A country must not look larger than another because it lies further north."""
    project = plan_equal_area(bounds)
    west = bounds.west + (bounds.east - bounds.west) * east
    south = bounds.south + (bounds.north - bounds.south) * north
    step = 0.01
    corners = [(0, 0), (step, 0), (step, step), (0, step)]
    points = [project((west + x, south + y)) for x, y in corners]
    pairs = zip(points, [*points[1:], points[0]], strict=True)
    area = abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2
    true = math.radians(step) * (
        math.sin(math.radians(south + step)) - math.sin(math.radians(south))
    )

    assert area == pytest.approx(true, rel=2e-3)


@pytest.mark.parametrize("bounds", BOUNDS)
@pytest.mark.parametrize("plan", [plan_equal_area, plan_plain])
def test_north_is_up_and_east_is_right(bounds: Bounds, plan: Any) -> None:
    """On either half of the globe."""
    project = plan(bounds)
    x, y = (bounds.west + bounds.east) / 2, (bounds.south + bounds.north) / 2
    here, north, east = project((x, y)), project((x, y + 1)), project((x + 1, y))

    assert north[1] < here[1]
    assert east[0] > here[0]
