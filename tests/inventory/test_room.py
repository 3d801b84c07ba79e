"""The free part of an area is free, inside, and as large as it can be."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.inventory.room import find_free_room
from generator.units import Box, Emu

AREA = Box(Emu(0), Emu(0), Emu(100), Emu(100))
SIDES = st.integers(-20, 110)
EMU, LENGTHS = SIDES.map(Emu), st.integers(1, 60).map(Emu)
BOXES = st.builds(Box, EMU, EMU, LENGTHS, LENGTHS)


def overlap(one: Box, other: Box) -> bool:
    """Return whether two boxes share more than an edge."""
    across = one.left < other.right and other.left < one.right
    return across and one.top < other.bottom and other.top < one.bottom


@given(obstacles=st.lists(BOXES, max_size=6))
def test_the_room_is_inside_and_touches_no_obstacle(obstacles: list[Box]) -> None:
    """Whatever stands there, nothing is written over it."""
    room = find_free_room(AREA, obstacles)

    assert min(room.left, room.top) >= 0
    assert max(room.right, room.bottom) <= 100
    assert not (room.width and room.height) or not any(overlap(room, box) for box in obstacles)


def test_a_logo_in_a_corner_costs_as_little_as_it_may() -> None:
    """A band is cut off along the side where least is lost."""
    logo = Box(Emu(80), Emu(90), Emu(20), Emu(10))

    assert find_free_room(AREA, [logo]) == Box(Emu(0), Emu(0), Emu(100), Emu(90))


def test_a_gap_is_kept() -> None:
    """Text that touches a rule looks like a mistake."""
    rule = Box(Emu(0), Emu(10), Emu(100), Emu(0))

    assert find_free_room(AREA, [rule], 5) == Box(Emu(0), Emu(15), Emu(100), Emu(85))
