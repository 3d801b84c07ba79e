"""Treemaps: parts of a whole as areas."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.charts.drawn.packing import pack
from generator.charts.drawn.treemap import Treemap
from generator.charts.frames import Frame
from generator.charts.plot import DrawnForm, Plot
from generator.errors import DataError
from tests.charts.drawn.figures import list_words
from tests.charts.samples import make_plot

PARTS = (
    ("Tanks", {"value": 12, "group": "Military"}),
    ("Loans", {"value": 35, "group": "Financial"}),
    ("Grants", {"value": 20, "group": "Financial"}),
    ("Nothing", {"value": 0, "group": "Financial"}),
)


def drawing(plot: Plot) -> Treemap:
    """Return what is drawn of a treemap."""
    assert isinstance(plot.form, DrawnForm)
    assert isinstance(plot.form.drawing, Treemap)
    return plot.form.drawing


def test_groups_and_their_parts_come_by_size() -> None:
    """The largest stands at the top left, where reading begins; what is zero has no area."""
    groups = drawing(make_plot("treemap", PARTS)).groups

    assert [(group.name, [part.name for part in group.parts]) for group in groups] == [
        ("Financial", ["Loans", "Grants"]),
        ("Military", ["Tanks"]),
    ]


def test_each_group_has_a_colour_and_a_focus_the_only_one() -> None:
    """With a focus, colour tells that, and nothing else."""
    plain = drawing(make_plot("treemap", PARTS))
    focused = drawing(make_plot("treemap", PARTS, highlight="Grants"))

    assert [[part.colour for part in group.parts] for group in plain.groups] == [
        ["accent2", "accent2"],
        ["accent1"],
    ]
    assert [[part.colour for part in group.parts] for group in focused.groups] == [
        ["muted", "accent1"],
        ["muted"],
    ]


def test_names_and_numbers_stand_in_the_parts() -> None:
    """Areas alone cannot be compared."""
    assert {"Loans", "35", "Financial", "Military"} <= set(list_words(make_plot("treemap", PARTS)))


def test_two_groups_may_have_parts_of_one_name() -> None:
    """*Other* is in every group; the table tells them apart."""
    rows = (
        ("Other", {"value": 3, "group": "Military"}),
        ("Other", {"value": 2, "group": "Food"}),
    )

    assert make_plot("treemap", rows).categories == ("Military – Other", "Food – Other")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ((("A", 3), ("B", -1)), "negative"),
        ((("A", 0), ("B", 0)), "all parts of the treemap are zero"),
        ((("A", 3),), "of one part"),
        ((("A", {"x": 1, "y": 2}),), "shows one series, not 2"),
        (tuple((f"p{at}", 1) for at in range(61)), "61 parts"),
        (tuple((f"p{at}", {"value": 1, "group": f"g{at}"}) for at in range(7)), "7 groups"),
    ],
)
def test_what_makes_no_whole_is_refused(data: Any, message: str) -> None:
    """An area below zero cannot be drawn."""
    with pytest.raises(DataError, match=message):
        make_plot("treemap", data)


sizes = st.lists(st.floats(0.01, 1000), min_size=1, max_size=30).map(
    lambda values: sorted(values, reverse=True)
)


@given(sizes=sizes, width=st.floats(20, 900), height=st.floats(20, 500))
def test_areas_are_in_proportion_and_fill_the_frame(
    sizes: list[float], width: float, height: float
) -> None:
    """A treemap that rounds areas lies."""
    frames = pack(sizes, Frame(0, 0, width, height))

    for size, frame in zip(sizes, frames, strict=True):
        area = frame.width * frame.height
        assert area == pytest.approx(size / sum(sizes) * width * height, rel=1e-6, abs=1e-6)
        assert frame.left + frame.width <= width + 1e-6
        assert frame.top + frame.height <= height + 1e-6


@given(sizes=sizes)
def test_parts_do_not_overlap(sizes: list[float]) -> None:
    """What is covered would be smaller than it is."""
    for one, two in combinations(pack(sizes, Frame(0, 0, 400, 200)), 2):
        across = min(one.left + one.width, two.left + two.width) - max(one.left, two.left)
        down = min(one.top + one.height, two.top + two.height) - max(one.top, two.top)
        assert min(across, down) < 1e-6
