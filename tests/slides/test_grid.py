"""Boxes cut by the grid share edges and have equal gaps."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.slides.grid import below, beside, cells, columns, inset, rows, stack
from generator.units import Box, Emu

boxes = st.builds(
    Box,
    st.integers(0, 10**6).map(Emu),
    st.integers(0, 10**6).map(Emu),
    st.integers(10**5, 10**7).map(Emu),
    st.integers(10**5, 10**7).map(Emu),
)


@given(box=boxes, count=st.integers(1, 8), gap=st.integers(0, 10_000))
def test_columns_are_equal_and_stay_inside(box: Box, count: int, gap: int) -> None:
    """Near misses of a point or two are what makes a slide look careless."""
    cut = columns(box, count, gap)

    assert len({column.width for column in cut}) == 1
    assert {right.left - left.right for left, right in pairwise(cut)} <= {gap}
    assert cut[0].left == box.left
    assert 0 <= box.right - cut[-1].right < count


@given(box=boxes, across=st.integers(1, 4), down=st.integers(1, 4))
def test_cells_stand_row_by_row(box: Box, across: int, down: int) -> None:
    """Cards are read left to right, then down."""
    cut = cells(box, across, down, 0)

    assert len(cut) == across * down
    assert [(cell.top, cell.left) for cell in cut] == sorted((cell.top, cell.left) for cell in cut)
    assert len({cell.size for cell in cut}) == 1


@given(box=boxes, share=st.floats(0.1, 0.9))
def test_what_stands_beside_ends_at_the_edge(box: Box, share: float) -> None:
    """The right edge of a panel is the right edge of the title."""
    left, right = beside(box, share, 1000)

    assert (left.left, right.right) == (box.left, box.right)
    assert right.left - left.right == 1000


def test_rows_and_stacks_lie_under_one_another() -> None:
    """Rows of one height, or each of its own."""
    box = Box(Emu(0), Emu(100), Emu(50), Emu(90))

    assert [row.top for row in rows(box, 3, 0)] == [100, 130, 160]
    assert [row.top for row in stack(box, (10, 20, 30), 5)] == [100, 115, 140]
    assert below(box, 30, 10) == (
        Box(Emu(0), Emu(100), Emu(50), Emu(30)),
        Box(Emu(0), Emu(140), Emu(50), Emu(50)),
    )
    assert inset(box, 10, 100) == Box(Emu(10), Emu(200), Emu(30), Emu(0))
