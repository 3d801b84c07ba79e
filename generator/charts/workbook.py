"""The workbook inside a native chart: what *Edit data* opens."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.charts.plot import Plot, PointForm

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_Column = tuple[str, tuple[Decimal | date | str | None, ...], tuple[str, ...]]
"""Head, cells, and format code of the numbers: one for all, or one for each."""

SHEET = "Data"

_STAMP = datetime(2000, 1, 1)  # noqa: DTZ001 - XlsxWriter takes no time zone
"""Creation date of every workbook: fixed, so that the same chart is the same file."""

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
"""Text of the author's stays text: `=1+1` is a name, not a formula."""


def write_workbook(plot: Plot) -> bytes:
    """Return an .xlsx with the names of series in row 1 and those of categories in column A.

    Cell `B2` has the first value of the first series, or of the first column of data that helpers
    are made from; a gap is an empty cell. Numbers have the plot's format, and are the doubles
    nearest to its decimals, as in any spreadsheet.
    """
    return _write((*plot.categories, *_list_ends(plot)), tuple(_list_columns(plot)))


def _list_ends(plot: Plot) -> Iterator[str]:
    """Yield the names of the rows below the points: both ends of each line beside them."""
    guides = plot.form.guides if isinstance(plot.form, PointForm) else ()
    for guide in guides:
        yield guide.name
        yield guide.name


def _list_columns(plot: Plot) -> Iterator[_Column]:
    for column in plot.columns:
        codes = column.cell_formats or (column.number_format or plot.number_format,)
        yield column.name, column.values, codes
    guides = plot.form.guides if isinstance(plot.form, PointForm) else ()
    for index, series in enumerate(plot.series):
        ends = [end[index] for each in guides for end in (each.start, each.end)]
        yield series.name, (*series.values, *ends), (series.number_format or plot.number_format,)


@lru_cache(maxsize=256)
def _write(
    categories: tuple[str, ...],
    columns: tuple[_Column, ...],
) -> bytes:
    """Write a workbook; the report and the deck show the same chart, and share it."""
    import xlsxwriter

    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, _OPTIONS)
    book.set_properties({"created": _STAMP, "title": "", "author": ""})
    sheet = book.add_worksheet(SHEET)
    formats: dict[str, Format] = {}
    bold = book.add_format({"bold": True})
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, len(columns), 16)
    for row, name in enumerate(categories, start=1):
        sheet.write_string(row, 0, name)
    for column, (name, values, codes) in enumerate(columns, start=1):
        for code in codes:
            if code not in formats:
                formats[code] = book.add_format({"num_format": code})
        sheet.write_string(0, column, name, bold)
        for row, value in enumerate(values, start=1):
            code = codes[0] if len(codes) == 1 else codes[row - 1]
            _write_cell(sheet, (row, column), value, formats[code])
    book.close()
    return target.getvalue()


def _write_cell(
    sheet: Worksheet, cell: tuple[int, int], value: Decimal | date | str | None, style: Format
) -> None:
    match value:
        case Decimal():
            sheet.write_number(*cell, as_double(value), style)
        case date():
            sheet.write_datetime(*cell, datetime.combine(value, time()), style)
        case str():
            sheet.write_string(*cell, value)
        case None:
            pass


def as_double(value: Decimal) -> float:
    """Return `value` with the 15 digits that a spreadsheet keeps."""
    return float(f"{value:.15g}")


def name_column(index: int) -> str:
    """Return the letters of a column, `A` for 0."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
