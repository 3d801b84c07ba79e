"""Prints sheets: as tables that fit the terminal, or as plain columns for pipes and files."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from generator.cli.printing import finding_line
from generator.findings import Finding
from generator.overview import Sheet

COLOUR = re.compile(r"#([0-9A-F]{6})\Z")
COLOURS = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan"}
WIDEST_WORD = 14
SWATCH = "\N{BLACK SQUARE}"


def print_sheets(sheets: Sequence[Sheet]) -> None:
    """Print sheets to standard output."""
    if not sys.stdout.isatty():
        print("\n\n".join(plain_sheet(sheet) for sheet in sheets))
        return
    console = Console(highlight=False)
    for sheet in sheets:
        console.print(Text(sheet.title, style="bold"))
        if sheet.rows:
            console.print(_table(sheet))
        for note in sheet.notes:
            console.print(Text(note, style="dim"))
        console.print()


def print_findings(findings: Sequence[Finding]) -> None:
    """Print findings to standard output: on a terminal in blocks, else as the other commands do."""
    if not sys.stdout.isatty():
        for finding in findings:
            print(f"\n{finding_line(finding)}")
        return
    console = Console(highlight=False)
    for finding in findings:
        severity = finding.severity.value
        console.print(
            Text.assemble(
                (f"{severity.capitalize()}: ", COLOURS[severity]),
                finding.message,
                (f" [{finding.rule}]", "dim"),
            )
        )
        details = Table.grid(padding=(0, 1))
        for name, text in (("  in", finding.where or finding.place), ("  fix", finding.fix)):
            if text:
                details.add_row(Text(name, style="dim"), Text(str(text)))
        console.print(details)
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
    return "\n".join([sheet.title, *(f"  {line}" for line in (*lines, *sheet.notes))])


def _table(sheet: Sheet) -> Table:
    """Return a sheet as a table; its columns are no narrower than their words, if that can be.

    What stands first in several rows is shown in the first of them.
    """
    table = Table(box=None, show_header=bool(sheet.heads), header_style="dim", pad_edge=False)
    table.padding = (0, 2, 0, 0)
    columns = tuple(zip(*sheet.rows, strict=True))
    for head, column in zip(sheet.heads or [""] * len(columns), columns, strict=True):
        words = [word for cell in (head, *column) for word in cell.split()]
        longest = max(map(cell_len, words), default=0)
        table.add_column(head, overflow="fold", min_width=min(longest, WIDEST_WORD))
    before = ""
    for first, *rest in sheet.rows:
        table.add_row(Text("" if first == before else first), *map(_cell, rest))
        before = first
    return table


def _cell(text: str) -> Text:
    """Return a cell; a colour is shown before its number."""
    found = COLOUR.match(text)
    if found is None:
        return Text(text)
    return Text.assemble((f"{SWATCH} ", f"#{found[1]}"), text)
