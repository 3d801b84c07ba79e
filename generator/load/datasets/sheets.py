"""Excel workbooks to cells: sheet and range, merged heads, cached values of formulas."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from generator.brief.datasets import Dataset
from generator.errors import BriefError, DataError, suggest
from generator.load.datasets.formulas import find_lost_cells, write_cell_name
from generator.load.datasets.heads import find_body
from generator.load.datasets.paths import read_data
from generator.load.datasets.table import Raw, Spot
from generator.load.datasets.textfiles import MOST_TOLD
from generator.places import Place

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

MAX_UNPACKED = 1_000_000_000
"""Bytes that the parts of a workbook may have together."""

_RANGE = re.compile(r"\$?([A-Za-z]+)\$?([0-9]+):\$?([A-Za-z]+)\$?([0-9]+)")
_LISTED = 12

Area = tuple[int, int, int, int]
"""First row and column, last row and column; all from 0."""


def read_workbook(path: Path, dataset: Dataset) -> Raw:
    """Return the cells of a sheet of the workbook at `path`.

    Formulas give the values that Excel kept of them. Merged heads are filled.

    Raises:
        MissingError: It cannot be read.
        DataError: It is no workbook, has no such sheet, or there is nothing in it.
        BriefError: Cells have formulas without kept values, or errors: all, up to a cap.
    """
    data = read_data(path)
    _check_archive(data, path)
    workbook = _open(data, path)
    name = _find_sheet(workbook, dataset, path)
    sheet = workbook.get_sheet_by_name(name)
    rows = _fill_merged(sheet)
    area = _parse_range(dataset.range, rows)
    top, left, bottom, right = area
    cut = [row[left : right + 1] for row in rows[top : bottom + 1]]
    try:
        body = find_body(cut, dataset, is_sheet=True)
    except DataError as error:
        error.place = Place(file=str(path))
        error.message = f"sheet '{name}': {error.message}"
        raise
    first, across = top + body.start, left + body.left
    below = (first, across, top + body.end - 1, across + len(body.names) - 1)
    _check_lost(data, name, below, dataset, path)
    kept = [
        (at, row)
        for at, row in enumerate(cut[body.start : body.end])
        if any(cell is not None for cell in row)
    ]
    columns = tuple(
        [row[at] if at < len(row) else None for _, row in kept]
        for at in range(body.left, body.left + len(body.names))
    )

    def locate(row: int, column: int) -> Spot:
        line = first + kept[row][0] if row >= 0 else max(0, first - 1)
        cell = write_cell_name(line, across + column)
        return Spot(place=Place(file=str(path)), words=f"cell {cell} of sheet '{name}'")

    return Raw(names=body.names, columns=columns, locate=locate, notes=body.notes)


def _check_archive(data: bytes, path: Path) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(part.file_size for part in archive.infolist())
    except zipfile.BadZipFile as error:
        raise DataError(
            "this is no Excel workbook",
            place=Place(file=str(path)),
            hint="open it in Excel and save it as .xlsx; old .xls files and locked ones do not do",
        ) from error
    if size > MAX_UNPACKED:
        raise DataError(
            f"the workbook unpacks to more than {MAX_UNPACKED // 1_000_000} MB",
            place=Place(file=str(path)),
            hint="keep the sheet that is needed in a file of its own",
        )


def _open(data: bytes, path: Path) -> CalamineWorkbook:
    import python_calamine

    try:
        return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise DataError(
            "the workbook is damaged, or locked by a password",
            place=Place(file=str(path)),
            hint="open it in Excel and save it anew, without a password",
        ) from error


def _find_sheet(workbook: CalamineWorkbook, dataset: Dataset, path: Path) -> str:
    names = workbook.sheet_names
    if dataset.sheet in names:
        return str(dataset.sheet)
    listed = ", ".join(names[:_LISTED])
    if dataset.sheet is not None:
        raise DataError(
            f"there is no sheet '{dataset.sheet}'",
            place=Place(file=str(path)),
            hint=suggest(dataset.sheet, names) or f"the sheets are {listed}",
        )
    if len(names) != 1:
        raise DataError(
            f"the workbook has {len(names)} sheets",
            place=Place(file=str(path)),
            hint=f"name one as 'sheet': {listed}",
        )
    return names[0]


def _fill_merged(sheet: CalamineSheet) -> list[list[object]]:
    """Return all rows of a sheet from its first cell on; merged cells hold what the first does."""
    rows = [[_tidy(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        if top >= len(rows) or left >= len(rows[top]):
            continue
        value = rows[top][left]
        for row in rows[top : bottom + 1]:
            count = min(right + 1, len(row)) - left
            row[left : left + count] = [value] * max(0, count)
    return rows


def _tidy(cell: object) -> object:
    """Return what a cell holds; None for an empty one."""
    match cell:
        case "":
            return None
        case datetime():
            return cell.date()
        case time() | timedelta():
            return str(cell)
        case _:
            return cell


def _parse_range(text: str | None, rows: Sequence[Sequence[object]]) -> Area:
    bottom = len(rows) - 1
    right = max((len(row) for row in rows), default=0) - 1
    found = _RANGE.fullmatch(text) if text else None
    if not found:
        return 0, 0, bottom, right
    columns = sorted((_parse_letters(found[1]), _parse_letters(found[3])))
    lines = sorted((int(found[2]) - 1, int(found[4]) - 1))
    return max(0, lines[0]), columns[0], lines[1], columns[1]


def _parse_letters(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _check_lost(data: bytes, sheet: str, area: Area, dataset: Dataset, path: Path) -> None:
    """Refuse cells in `area` that have no value where a reader of the workbook sees one."""
    missing = frozenset(dataset.missing)
    lost = [
        cell
        for cell in find_lost_cells(data, sheet)
        if area[0] <= cell.row <= area[2] and area[1] <= cell.column <= area[3]
        if cell.error not in missing
    ]
    errors = [
        DataError(
            f"cell {write_cell_name(cell.row, cell.column)} of sheet '{sheet}' has "
            + (f"the error {cell.error}" if cell.error else "a formula without a value"),
            place=Place(file=str(path)),
            hint=f"mend it, or add '{cell.error}' to 'missing'"
            if cell.error
            else "open the workbook in Excel or LibreOffice and save it, so that values are kept",
        )
        for cell in lost[:MOST_TOLD]
    ]
    if errors:
        raise BriefError(errors)
