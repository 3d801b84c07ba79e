"""Columns must fill the table exactly, and break words and numbers last of all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.text.blocks import Grid, GridColumn
from generator.word.columns import CellFont, Need, plan_columns, share_out
from tests.word.samples import make_report, words

FONT = CellFont(name="Calibri", size_pt=10, padding=170)
REPORT = make_report()


def _need(least: int, more: int) -> Need:
    return Need(least=least, natural=least + more)


needs = st.lists(
    st.builds(_need, st.integers(100, 3000), st.integers(0, 20000)), min_size=1, max_size=12
)


@given(needs=needs, width=st.integers(2000, 12000))
def test_widths_add_up_to_the_table_exactly(needs: list[Need], width: int) -> None:
    """A table that is a twip too wide hangs out of the text in some program."""
    widths = share_out(needs, width)

    assert sum(widths) == width
    assert all(part > 0 for part in widths)


@given(needs=needs, width=st.integers(2000, 12000))
def test_no_word_is_broken_while_there_is_room(needs: list[Need], width: int) -> None:
    """Where the widest words of all columns fit side by side, every column holds its own."""
    if sum(need.least for need in needs) > width:
        return
    widths = share_out(needs, width)

    assert all(part >= need.least - 1 for part, need in zip(widths, needs, strict=True))


def test_a_short_column_is_not_squeezed_by_a_long_one() -> None:
    """A name of two words stays on one line beside a column of sentences."""
    short, long = Need(least=500, natural=1200), Need(least=900, natural=40000)

    widths = share_out([short, long], 9000)

    assert widths[0] >= short.natural


def test_numbers_are_never_broken() -> None:
    """`12 100 000 000` over two lines would be read as two numbers."""
    grid = Grid(
        columns=(
            GridColumn(head=words("N"), is_numeric=True, align="right"),
            GridColumn(head=words("What it is about")),
        ),
        rows=((words("12 100 000 000"), words("word " * 200)),),
    )

    widths = plan_columns(grid, 6000, FONT, REPORT)

    assert widths[0] > 1300


def test_shares_are_kept() -> None:
    """Who gives widths in the data file gets them."""
    columns = tuple(GridColumn(head=words("x"), share=share) for share in (2.0, 1.0, 1.0))
    grid = Grid(columns=columns, rows=((words("a"),) * 3,))

    assert plan_columns(grid, 8000, FONT, REPORT) == (4000, 2000, 2000)


def test_a_share_below_one_leaves_the_rest_to_the_others() -> None:
    """One column can be fixed while the others go by their text."""
    columns = (
        GridColumn(head=words("x"), share=0.5),
        GridColumn(head=words("y")),
        GridColumn(head=words("y")),
    )
    grid = Grid(columns=columns, rows=((words("a"),) * 3,))

    assert plan_columns(grid, 8000, FONT, REPORT) == (4000, 2000, 2000)
