"""Tables: heads repeat, rows stay whole, numbers align, five thousand rows are no matter."""

from __future__ import annotations

import time

import pytest

from generator.text.blocks import Grid, GridColumn, TextTable
from generator.word.tables import is_kept
from tests.word.reading import W, build
from tests.word.samples import make_grid, said, words


def test_the_head_is_repeated_and_no_row_is_broken() -> None:
    """A table over three pages is read on each of them."""
    (table,) = build(TextTable(grid=make_grid(3))).body.iter(f"{W}tbl")
    rows = table.findall(f"{W}tr")

    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * 3
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_numbers_have_the_style_for_numbers() -> None:
    """Digits stand under digits, heads over their columns."""
    built = build(TextTable(grid=make_grid(2)))
    heads = [line.find(f"{W}pPr/{W}jc") for line in built.paragraphs("TableHead")]

    assert built.texts("TableNumber") == ["7.5", "1", "14.5", "2"]
    assert len(built.texts("TableText")) == 4
    assert [None if head is None else head.get(f"{W}val") for head in heads] == [
        None,
        "right",
        "right",
        None,
    ]


def test_a_column_can_be_centred() -> None:
    """The data file's wish beats the style."""
    grid = Grid(columns=(GridColumn(head=words("x"), align="centre"),), rows=((words("a"),),))
    (line,) = build(TextTable(grid=grid)).paragraphs("TableText")

    assert line.find(f"{W}pPr/{W}jc").get(f"{W}val") == "center"


def test_widths_fill_the_text_exactly() -> None:
    """Cells, grid and table agree, so that every program draws the same columns."""
    built = build(TextTable(grid=make_grid(2)))
    (total,) = built.values("w:tblW", "w")
    columns = [int(width) for width in built.values("w:gridCol", "w")]
    cells = [int(width) for width in built.values("w:tcW", "w")]

    assert sum(columns) == int(total) == 9072
    assert cells == columns * 3


def test_a_total_row_is_marked_for_the_style() -> None:
    """The style sets the total off; no cell is made bold by hand."""
    with_total = build(TextTable(grid=make_grid(2, has_total=True))).values("w:tblLook", "lastRow")
    without = build(TextTable(grid=make_grid(2))).values("w:tblLook", "lastRow")

    assert (with_total, without) == (["1"], ["0"])


@pytest.mark.parametrize("count", [1, 2, 3, 40])
@pytest.mark.parametrize("is_whole", [True, False])
def test_a_row_is_kept_with_the_next_where_a_break_would_orphan_it(
    count: int, is_whole: bool
) -> None:
    """Short tables stay whole; long ones never leave one row alone with the head or the source."""
    kept = [is_kept(row, count, is_whole=is_whole, is_followed=True) for row in range(count)]

    assert kept[0]
    assert kept[-1]
    assert all(kept) == (is_whole or count <= 4)
    assert not is_kept(count - 1, count, is_whole=is_whole, is_followed=False)


@pytest.mark.parametrize(("rows", "are_all_kept"), [(5, True), (30, False)])
def test_a_table_is_kept_whole_by_the_lines_that_it_takes(rows: int, are_all_kept: bool) -> None:
    """Moving half a page of table to the next page would leave half a page blank."""
    built = build(TextTable(grid=make_grid(rows)), said("after"))
    lines = built.paragraphs("TableNumber")[:-2]

    assert all(line.find(f"{W}pPr/{W}keepNext") is not None for line in lines) == are_all_kept


def test_there_is_room_under_a_table() -> None:
    """Tables have no spacing of their own in Word; the next paragraph brings it."""
    built = build(TextTable(grid=make_grid(1)), said("after"))
    (line,) = built.paragraphs("BodyText")

    assert int(line.find(f"{W}pPr/{W}spacing").get(f"{W}before")) > 100


def test_two_tables_are_kept_apart_and_the_last_is_closed() -> None:
    """Word makes one table of two neighbours, and wants a paragraph at the end."""
    table = TextTable(grid=make_grid(1))
    tags = [child.tag.removeprefix(W) for child in build(table, table).body]

    assert tags == ["tbl", "p", "tbl", "p", "sectPr"]


def test_five_thousand_rows_are_written_in_seconds() -> None:
    """Time grows with the rows and not with their square; python-docx's cells take minutes."""
    row = tuple(words(str(number)) for number in range(12))
    columns = tuple(GridColumn(head=words("h"), is_numeric=True) for _ in range(12))
    started = time.perf_counter()
    built = build(TextTable(grid=Grid(columns=columns, rows=(row,) * 5000)))
    taken = time.perf_counter() - started

    assert len(built.body.findall(f"{W}tbl/{W}tr")) == 5001
    assert taken < 20
