"""Six colours of series: apart from the paper, from each other, and from their neighbours."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.ooxml.contrast import contrast
from generator.starter.accents import (
    LEAST_DISTANCE,
    SLOTS,
    assign_slots,
    fill_slots,
    plan_series,
    settle_main,
)
from generator.starter.colours import deepen, distance

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"{number:06X}")


def _main(rgb: str, paper: str) -> str:
    return settle_main(deepen(rgb, lambda each: contrast(each, paper) >= 4.5), paper)


@settings(max_examples=60, deadline=None)
@given(rgb=colours, paper=st.sampled_from(["FFFFFF", "F8F5EE"]))
@example(rgb="002028", paper="F8F5EE")
def test_one_colour_is_enough_for_six_that_part_from_their_neighbours(rgb: str, paper: str) -> None:
    """WCAG 1.4.11 asks for 3:1 of what touches in a stack, and with the ground."""
    series = plan_series(_main(rgb, paper), (), paper)

    assert len(set(series)) == 6
    assert all(contrast(each, paper) >= 3 for each in series)
    assert all(contrast(one, other) >= 3 for one, other in pairwise(series))


def test_derived_colours_can_be_told_apart() -> None:
    """Contrast alone would be met by three greys."""
    series = plan_series("7A1F3D", ("C6891E",), "FFFFFF")

    assert series[:2] == ("7A1F3D", "C6891E")
    assert all(distance(one, other) >= 0.05 for one, other in combinations(series, 2))


def test_a_colour_of_the_brand_waits_for_a_neighbour_that_it_parts_from() -> None:
    """Two of like darkness are kept apart by one between them."""
    series = plan_series("447099", ("EE6331",), "FFFFFF")

    assert series[0] == "447099"
    assert series[2] == "EE6331"


def test_a_colour_like_one_before_it_is_left_out() -> None:
    """Nobody could tell them apart in a chart."""
    series = plan_series("12436D", ("13446E", "F0702F"), "FFFFFF")

    assert "13446E" not in series
    assert "F0702F" in series


def test_a_main_colour_that_nothing_parts_from_is_darkened() -> None:
    """At 8:1 a lighter one is lost on the paper, and black itself is not dark enough."""
    assert settle_main("0B5D3B", "FFFFFF") != "0B5D3B"
    assert contrast(settle_main("0B5D3B", "FFFFFF"), "FFFFFF") >= 9


@pytest.mark.parametrize("rgb", ["12436D", "447099"])
def test_other_main_colours_stay_as_they_are(rgb: str) -> None:
    """The brand's colour is not changed without need."""
    assert settle_main(rgb, "FFFFFF") == rgb


def test_slots_hold_the_two_main_colours_first_whatever_the_order_of_series() -> None:
    """Office offers accents in the order of slots, where users look for the brand's own."""
    series = ("AA0000", "000001", "00AA00", "000002", "000003", "000004")

    slots = assign_slots(series, "00AA00")

    assert (slots["accent1"], slots["accent2"], slots["accent3"]) == ("AA0000", "00AA00", "000001")
    assert sorted(slots.values()) == sorted(series)


def test_an_order_that_is_decided_is_kept() -> None:
    """Light and dark slides share one `palette` in the settings."""
    order = ("accent1", "accent3", "accent2", "accent4", "accent5", "accent6")

    slots = assign_slots(("A", "B", "C", "D", "E", "F"), None, order)

    assert [slots[slot] for slot in order] == ["A", "B", "C", "D", "E", "F"]


def test_fixed_slots_stay_and_the_others_are_filled() -> None:
    """What a designer put into a slot is not moved."""
    slots = fill_slots({"accent1": "12436D", "accent4": "28A197"}, ("F46A25",), "FFFFFF")

    assert tuple(slots) == SLOTS
    assert (slots["accent1"], slots["accent2"], slots["accent4"]) == ("12436D", "F46A25", "28A197")
    assert all(distance(a, b) >= LEAST_DISTANCE / 2 for a, b in combinations(slots.values(), 2))
