"""The workbook inside a native chart: what *Edit data* opens."""

from __future__ import annotations

import io
from datetime import datetime
from decimal import Decimal
from functools import lru_cache

from generator.charts.plot import Plot

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

    Cell `B2` has the first value of the first series; a gap is an empty cell. Numbers have the
    plot's format, and are the doubles nearest to its decimals, as in any spreadsheet.
    """
    series = tuple((series.name, series.values) for series in plot.series)
    return _write(plot.categories, series, plot.number_format)


@lru_cache(maxsize=256)
def _write(
    categories: tuple[str, ...],
    columns: tuple[tuple[str, tuple[Decimal | None, ...]], ...],
    number_format: str,
) -> bytes:
    """Write a workbook; the report and the deck show the same chart, and share it."""
    import xlsxwriter

    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, _OPTIONS)
    book.set_properties({"created": _STAMP, "title": "", "author": ""})
    sheet = book.add_worksheet(SHEET)
    number = book.add_format({"num_format": number_format})
    bold = book.add_format({"bold": True})
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, len(columns), 16)
    for row, name in enumerate(categories, start=1):
        sheet.write_string(row, 0, name)
    for column, (name, values) in enumerate(columns, start=1):
        sheet.write_string(0, column, name, bold)
        for row, value in enumerate(values, start=1):
            if value is not None:
                sheet.write_number(row, column, as_double(value), number)
    book.close()
    return target.getvalue()


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
