"""Blocks of any nesting: slides in loops and conditions, rows and cells of merged tables."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ooxml.tags.dialect import A
from tests.ooxml.tags.decks import (
    add_box,
    add_slide,
    add_table,
    read_notes,
    read_titles,
    render,
    start_deck,
)


@dataclass(slots=True, kw_only=True)
class Block:
    """A slide, or a loop or condition around blocks.

    Attributes:
        rounds: How often a loop goes round; a condition holds if it is 1. None for a slide.
        is_loop: Whether it is a loop.
        inner: The blocks inside.
    """

    rounds: int | None = None
    is_loop: bool = True
    inner: list[Block] = field(default_factory=list["Block"])


def _nest(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    blocks = st.lists(inner, min_size=1, max_size=3)
    return st.builds(
        Block, rounds=st.integers(0, 2), is_loop=st.just(value=True), inner=blocks
    ) | st.builds(Block, rounds=st.integers(0, 1), is_loop=st.just(value=False), inner=blocks)


blocks = st.lists(st.recursive(st.builds(Block), _nest, max_leaves=5), min_size=1, max_size=4)


def _write(block: Block, names: tuple[str, ...]) -> list[dict[str, list[str]]]:
    """Return the slides of a block: the tags that begin on each, its names, and those that end."""
    if block.rounds is None:
        return [{"begin": [], "names": list(names), "end": []}]
    name = f"v{len(names)}"
    inner_names = (*names, name) if block.is_loop else names
    slides = [slide for each in block.inner for slide in _write(each, inner_names)]
    begin, end = (
        (f"{{%slide for {name} in range({block.rounds}) %}}", "{%slide endfor %}")
        if block.is_loop
        else (f"{{%slide if {block.rounds} %}}", "{%slide endif %}")
    )
    slides[0]["begin"].insert(0, begin)
    slides[-1]["end"].append(end)
    return slides


def _number(block: Block, counter: Iterator[int], numbers: dict[int, int]) -> None:
    """Number the slides of the template in order."""
    if block.rounds is None:
        numbers[id(block)] = next(counter)
    for each in block.inner:
        _number(each, counter, numbers)


def _unroll(block: Block, values: tuple[int, ...], numbers: Mapping[int, int]) -> Iterator[str]:
    """Yield the titles that a block comes out as."""
    if block.rounds is None:
        yield f"{numbers[id(block)]}:{','.join(map(str, values))}"
        return
    for value in range(block.rounds):
        for each in block.inner:
            yield from _unroll(each, (*values, value) if block.is_loop else values, numbers)


@settings(max_examples=60, deadline=None)
@given(run=blocks)
def test_slides_come_out_as_any_nesting_of_blocks_says(run: list[Block]) -> None:
    """Order, number and variables are those of the same loops written in Python."""
    numbers: dict[int, int] = {}
    counter = iter(range(1000))
    deck = start_deck()
    for block in run:
        _number(block, counter, numbers)
    for number, slide in enumerate(slide for block in run for slide in _write(block, ())):
        names = ",".join(f"{{{{ {name} }}}}" for name in slide["names"])
        made = add_slide(deck, "".join(slide["begin"]) + f"{number}:{names}", notes=f"n{names}")
        if slide["end"]:
            add_box(made, "".join(slide["end"]))

    with tempfile.TemporaryDirectory() as folder:
        result = render(Path(folder), deck, {})

    expected = [title for block in run for title in _unroll(block, (), numbers)]
    assert read_titles(result) == expected
    assert read_notes(result) == [f"n{title.partition(':')[2]}" for title in expected]


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_tables_stay_whole_whatever_is_merged_and_repeated(data: st.DataObject) -> None:
    """Each row has a cell for each column, and merged cells cover those that say so."""
    width, height = data.draw(st.integers(1, 4)), data.draw(st.integers(1, 4))
    rows = [[f"{row}.{column}" for column in range(width)] for row in range(height)]
    at = data.draw(st.integers(0, height - 1))
    if data.draw(st.booleans()):
        mark = data.draw(st.sampled_from(["", "{% vm %}"]))
        rows[at][0] += mark
        rows.insert(at, ["{%tr for r in range(rounds) %}"] + [""] * (width - 1))
        rows.insert(at + 2, ["{%tr endfor %}"] + [""] * (width - 1))
    if data.draw(st.booleans()):
        mark = data.draw(st.sampled_from(["", "{% hm %}", "{% colspan 2 %}"]))
        for row in rows:
            row[1:1] = ["", "", ""]
        rows[at][1:4] = ["{%tc for c in range(rounds) %}", f"c{mark}", "{%tc endfor %}"]
        if rows[at][0].startswith("{%tr"):
            rows[at][1:4] = ["", "", ""]
    table = add_table(add_slide(start := start_deck(), ""), *rows)
    for _ in range(data.draw(st.integers(0, 2))):
        _merge(table, data)

    with tempfile.TemporaryDirectory() as folder:
        made = render(Path(folder), start, {"rounds": data.draw(st.integers(0, 3))})

    for shape in made.slides[0].shapes:
        if shape.has_table:
            _check_table(shape.table._tbl)


def _merge(table: Any, data: st.DataObject) -> None:
    """Merge two cells of a table and what is between, unless one is merged or holds a tag."""
    rows, columns = len(table.rows), len(table.columns)
    top, bottom = sorted(data.draw(st.integers(0, rows - 1)) for _ in range(2))
    left, right = sorted(data.draw(st.integers(0, columns - 1)) for _ in range(2))
    cells = [
        table.cell(row, column)
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    ]
    if len(cells) > 1 and not any(
        cell.is_merge_origin or cell.is_spanned or "{%" in cell.text for cell in cells
    ):
        cells[0].merge(cells[-1])


def _check_table(table: Any) -> None:
    width = len(table.findall(f"{A}tblGrid/{A}gridCol"))
    rows = [row.findall(f"{A}tc") for row in table.findall(f"{A}tr")]
    assert {len(row) for row in rows} == {width}
    for row in rows:
        left = 0
        for cell in row:
            is_covered = cell.get("hMerge") == "1"
            assert is_covered == (left > 0)
            left = left - 1 if is_covered else int(cell.get("gridSpan", "1")) - 1
        assert left == 0
    for column in zip(*rows, strict=True):
        left = 0
        for cell in column:
            is_covered = cell.get("vMerge") == "1"
            assert is_covered == (left > 0)
            left = left - 1 if is_covered else int(cell.get("rowSpan", "1")) - 1
        assert left == 0
