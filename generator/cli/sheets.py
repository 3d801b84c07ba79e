"""Prints sheets: as tables that fit the terminal, or as plain columns for pipes and files."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from generator.overview import Sheet

COLOUR = re.compile(r"#([0-9A-F]{6})\Z")
SWATCH = "\N{BLACK SQUARE}"


def print_sheets(sheets: Sequence[Sheet]) -> None:
    """Print sheets to standard output."""
    if not sys.stdout.isatty():
        print("\n\n".join(plain_sheet(sheet) for sheet in sheets))
        return
    console = Console(highlight=False)
    for sheet in sheets:
        console.print(Text(sheet.title, style="bold"))
        console.print(_table(sheet))
        console.print()


def plain_sheet(sheet: Sheet) -> str:
    """Return a sheet in columns of spaces, no line broken: for programs such as `grep`."""
    rows = [*([tuple(map(str.upper, sheet.heads))] if sheet.heads else []), *sheet.rows]
    widths = [max(map(cell_len, column), default=0) for column in zip(*rows, strict=True)]
    lines = [
        "  ".join(
            cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    ]
    return "\n".join([sheet.title, *(f"  {line}" for line in lines)])


def _table(sheet: Sheet) -> Table:
    table = Table(box=None, show_header=bool(sheet.heads), header_style="dim", pad_edge=False)
    table.padding = (0, 2, 0, 0)
    width = max((len(row) for row in sheet.rows), default=0)
    for head in sheet.heads or [""] * width:
        table.add_column(head, overflow="fold")
    for row in sheet.rows:
        table.add_row(*map(_cell, row))
    return table


def _cell(text: str) -> Text:
    """Return a cell; a colour is shown before its number."""
    found = COLOUR.match(text)
    if found is None:
        return Text(text)
    return Text.assemble((f"{SWATCH} ", f"#{found[1]}"), text)
