"""Tables in prose: their cells, and what is wrong with one that Markdown lets pass or drops."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.text.blocks import GridColumn, Inlines, to_plain

if TYPE_CHECKING:  # Markdown-it takes 40 ms to load, and few imports of this need it.
    from markdown_it.token import Token


_DELIMITER = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_PREFIX = re.compile(r"[\s>]*")
_PIPE = re.compile(r"(?<!\\)\|")
_NUMERIC = re.compile(
    r"[<>≈≤≥~]?\s?[−+-]?\s?(?:[A-Z]{0,3}[$€£¥₴])?\d[\d.,\s]*(?:\s?(?:%|per cent|percent|pp))?"
)
_NO_NUMBER = {"", "-", "–", "—", "…", "n/a"}
_ALIGNMENTS = {
    "text-align:left": "left",
    "text-align:center": "centre",
    "text-align:right": "right",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CellSource:
    """A cell as it was written: its text, and the column of its line where it begins."""

    text: str
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a table in tokens.

    Attributes:
        line: Line of the expanded text.
        cells: The `inline` token of each cell.
        aligns: Alignment that the row of dashes asks for; empty where it asks for none.
    """

    line: int
    cells: tuple[Token, ...]
    aligns: tuple[str, ...]


def parse_rows(tokens: Sequence[Token]) -> tuple[Row, ...]:
    """Return the rows between `table_open` and `table_close`; the first is the head."""
    rows: list[Row] = []
    cells: list[Token] = []
    aligns: list[str] = []
    for token in tokens:
        if token.type == "tr_open":
            cells, aligns = [], []
        elif token.type in {"th_open", "td_open"}:
            aligns.append(_ALIGNMENTS.get(str(token.attrGet("style")), ""))
        elif token.type == "inline":
            cells.append(token)
        elif token.type == "tr_close" and cells and cells[0].map:
            rows.append(Row(line=cells[0].map[0], cells=tuple(cells), aligns=tuple(aligns)))
    return tuple(rows)


def split_cells(line: str) -> tuple[CellSource, ...]:
    """Return the cells of one line of a table, as GitHub's Markdown cuts them."""
    start = _PREFIX.match(line)
    begin = start.end() if start else 0
    cells: list[CellSource] = []
    for match in (*_PIPE.finditer(line, begin), None):
        end = match.start() if match else len(line)
        text = line[begin:end]
        cells.append(CellSource(text=text.strip(), column=begin + len(text) - len(text.lstrip())))
        begin = end + 1
    if cells and not cells[0].text:
        cells.pop(0)
    if cells and not cells[-1].text:
        cells.pop()
    return tuple(cells)


def find_broken_table(lines: Sequence[str]) -> tuple[int, str] | None:
    """Return the line of a paragraph that was meant as a table, and what is wrong; None if none."""
    for index, line in enumerate(lines):
        if "|" in line and _DELIMITER.fullmatch(line):
            return index, _explain(lines, index)
    for index, line in enumerate(lines):
        if line.lstrip().startswith("|"):
            return index, "these lines are no table: a row of dashes is missing under the head"
    return None


def _explain(lines: Sequence[str], index: int) -> str:
    if index == 0:
        return "this table has no head above its row of dashes"
    head, dashes = len(split_cells(lines[index - 1])), len(split_cells(lines[index]))
    if head != dashes:
        return f"the row of dashes has {_count(dashes)}, the head has {_count(head)}"
    return "these lines are no table"


def check_cells(row: str, wanted: int) -> str | None:
    """Return what is wrong with the number of cells in a line of a table; None if it is right."""
    found = len(split_cells(row))
    if found == wanted:
        return None
    return f"this row has {_count(found)}, the head has {_count(wanted)}"


def plan_columns(
    head: Row, heads: Sequence[Inlines], rows: Sequence[Sequence[Inlines]]
) -> Iterator[GridColumn]:
    """Yield the columns of a table: numbers stand right unless the row of dashes says otherwise."""
    for index, inlines in enumerate(heads):
        is_numeric = _is_numeric([to_plain(row[index]).strip() for row in rows])
        default = "right" if is_numeric else "left"
        yield GridColumn(head=inlines, align=head.aligns[index] or default, is_numeric=is_numeric)


def _is_numeric(cells: Sequence[str]) -> bool:
    numbers = [cell for cell in cells if cell not in _NO_NUMBER]
    return bool(numbers) and all(_NUMERIC.fullmatch(cell) for cell in numbers)


def _count(cells: int) -> str:
    return f"{cells} cell" + ("" if cells == 1 else "s")
