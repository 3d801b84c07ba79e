"""Room for labels: nothing a chart writes may leave its frame or stand on something else."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.brief.exhibits import ChartKind
from generator.charts import ChartStyle, Plot
from generator.charts.categories.geometry import bar_thickness, share
from generator.charts.categories.rooms import Rooms, plan_rooms
from generator.charts.frames import Extent
from generator.charts.marks import dotted_points
from generator.charts.planning.kinds import CATEGORY_KINDS
from generator.charts.plot import CategoryForm, Legend, PlotSeries
from generator.charts.rings.rooms import Ring, plan_ring
from generator.charts.spreading import spread
from generator.ooxml.metrics import LINE_PITCH
from tests.charts.samples import make_plot

STYLE = ChartStyle()
EXTENT = Extent(432, 216)
LONG = "Concessional loans through the World Bank and other multilateral lenders"


def plan(kind: str, data: Any = None, **wishes: Any) -> tuple[Plot, Rooms]:
    """Return a plot and its rooms in a frame of 432 × 216 points."""
    plot = make_plot(kind, data, **wishes)
    return plot, plan_rooms(plot, STYLE, EXTENT)


CATEGORIES = [kind for kind, each in CATEGORY_KINDS.items() if isinstance(each.form, CategoryForm)]


@pytest.mark.parametrize("kind", CATEGORIES)
def test_the_plot_stands_inside_its_frame(kind: ChartKind) -> None:
    """The inner plot area is what office programs are told to draw in."""
    _, rooms = plan(kind)

    left, top, width, height = rooms.plot
    assert min(left, top) >= 0
    assert left + width <= rooms.extent.width
    assert top + height <= rooms.extent.height


@given(st.lists(st.integers(min_value=0, max_value=10**7), min_size=1, max_size=9))
def test_every_bar_and_its_label_end_inside_the_frame(values: list[int]) -> None:
    """Labels beyond the bars are part of what must fit."""
    plot, rooms = plan("bar", [(f"n{at}", value) for at, value in enumerate(values)])

    for value, label in zip(plot.series[0].values, plot.series[0].labels, strict=True):
        end = rooms.plot.left + share(plot, float(value or 0)) * rooms.plot.width
        assert end + STYLE.measure(label) <= rooms.extent.width


def test_columns_leave_room_for_the_labels_above_them() -> None:
    """The tallest column's label is not cut at the top."""
    plot, rooms = plan("column", [("2022", 3), ("2023", 10)])

    tallest = rooms.plot.top + (1 - share(plot, 10)) * rooms.plot.height
    assert tallest >= STYLE.text_pt * LINE_PITCH


def test_long_names_of_bars_go_on_to_a_second_line_and_leave_half_the_width() -> None:
    """A name never pushes the bars out of the chart."""
    _, rooms = plan("bar", [(LONG, 5), ("Grants", 3)])

    assert 1 < len(rooms.names[0]) <= 4
    assert " ".join(rooms.names[0]) == LONG
    assert rooms.plot.left <= rooms.extent.width * 0.55


def test_names_of_columns_wrap_in_their_slot_and_years_are_thinned() -> None:
    """Text stays horizontal: phrases wrap, and of many years only some are written."""
    _, phrases = plan("column", [("Humanitarian assistance", 1), (LONG, 2)])
    years = [(str(year), {"A": year % 7}) for year in range(1950, 2024)]
    _, dense = plan("line", years)

    assert len(phrases.names[1]) > 1
    assert phrases.every == 1
    assert dense.every > 1
    pitch = dense.plot.width / (len(years) - 1) * dense.every
    assert STYLE.measure("2000") <= pitch


def test_the_first_of_thinned_names_is_not_cut_off() -> None:
    """A line begins at the axis, so half of its first name stands before it."""
    months = [(f"September {year}", {"A": year % 7}) for year in range(1950, 2024)]
    _, rooms = plan("line", months)

    assert rooms.every > 1
    assert rooms.plot.left >= max(map(STYLE.measure, rooms.names[0])) / 2


def test_only_segments_with_room_are_labelled() -> None:
    """A sliver of a stack bears no number that would lie over its neighbours."""
    data = [("Japan", {"Grants": 97, "In kind": 3}), ("Spain", {"Grants": 50, "In kind": 50})]

    _, rooms = plan("stacked-bar", data, order="data", unit="percent")

    assert rooms.fits == ((True, True), (False, True))


def test_labels_at_the_ends_of_lines_never_meet() -> None:
    """Lines that end at one height have labels one under the other, in order."""
    data = [(year, {"A": 10, "B": 10, "C": 10.1, "D": 2}) for year in ("2023", "2024")]
    _, rooms = plan("line", data)

    heights = sorted(end.height for end in rooms.ends if end)
    gaps = [b - a for a, b in pairwise(heights)]
    assert min(gaps) >= STYLE.text_pt * LINE_PITCH - 1e-6
    assert [end.own == end.height for end in rooms.ends if end][-1]


def test_a_legend_fills_rows_from_the_left_in_the_order_of_the_data() -> None:
    """Entries that do not fit in one row go on to the next."""
    names = [f"A rather long series name {letter}" for letter in "ABCDEF"]
    _, rooms = plan("grouped-column", [("x", dict.fromkeys(names, 1))])

    assert [entry.series for entry in rooms.legend.entries] == list(range(6))
    assert rooms.legend.entries[-1].row > 0
    assert rooms.legend.width <= rooms.extent.width + 14


@given(st.lists(st.integers(min_value=1, max_value=1000), min_size=2, max_size=5))
def test_labels_of_a_doughnut_keep_clear_of_the_ring_and_each_other(values: list[int]) -> None:
    """Whatever the slices, each name can be read."""
    plot = make_plot("doughnut", [(f"Part {at}", value) for at, value in enumerate(values)])

    ring = plan_ring(plot, STYLE, EXTENT)

    boxes = _boxes(ring)
    assert all(_distance(box, ring) >= ring.side / 2 for box in boxes)
    for at, one in enumerate(boxes):
        assert 0 <= one[0] <= one[2] <= 432
        assert -1e-6 <= one[1] <= one[3] <= 216 + 1e-6
        assert not any(_meet(one, other) for other in boxes[at + 1 :])


def _boxes(ring: Ring) -> list[tuple[float, float, float, float]]:
    half = STYLE.text_pt * LINE_PITCH / 2
    return [
        (
            label.x - label.width / 2,
            label.y - half * len(label.lines),
            label.x + label.width / 2,
            label.y + half * len(label.lines),
        )
        for label in ring.labels
    ]


def _distance(box: tuple[float, float, float, float], ring: Ring) -> float:
    """Return the distance of a box from the middle of the ring."""
    x, y = ring.left + ring.side / 2, ring.top + ring.side / 2
    return math.hypot(max(box[0] - x, 0, x - box[2]), max(box[1] - y, 0, y - box[3]))


def _meet(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@given(st.lists(st.floats(min_value=0, max_value=100), max_size=8))
def test_spread_heights_keep_their_order_and_distance(heights: list[float]) -> None:
    """Labels move as little as needed; those that stand free do not move at all."""
    placed = spread(sorted(heights), 10, (0, 100))

    assert all(b - a >= 10 - 1e-6 for a, b in pairwise(placed))
    assert all(height >= -1e-6 for height in placed)


def test_heights_that_stand_apart_are_not_moved() -> None:
    """A label belongs at its line's end."""
    assert spread([5, 30, 80], 10, (0, 100)) == [5, 30, 80]
    assert spread([50, 50], 10, (0, 100)) == [45, 55]


def test_bars_of_a_group_fill_their_slot_but_for_the_gap() -> None:
    """Two bars, a tenth of a bar between them and half a bar beside them."""
    plot, rooms = plan("grouped-column")

    pitch = rooms.plot.width / len(plot.categories)
    assert bar_thickness(plot, rooms.plot) == pytest.approx(pitch / 2.6)


def test_a_line_has_a_dot_at_its_end_and_at_points_between_gaps() -> None:
    """A value without neighbours would not be seen otherwise."""
    values = make_plot("column", [("a", 1), ("b", None), ("c", 3), ("d", None)]).series[0].values
    alone = PlotSeries(name="s", values=values, colour="accent1")

    assert list(dotted_points(alone)) == [0, 2]


def test_of_many_lines_only_the_one_in_focus_is_named() -> None:
    """Twenty grey lines are ground; their labels would stand on each other."""
    years = [(str(2020 + year), {f"S{n}": n * year for n in range(20)}) for year in range(4)]
    plot, rooms = plan("line", years, highlight="S3")

    assert plot.legend is Legend.DIRECT
    assert [end.text for end in rooms.ends if end] == ["S3 9"]
