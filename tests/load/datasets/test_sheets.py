"""Excel workbooks: sheets, ranges, merged heads, kept values of formulas."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from tests.load.datasets.sample import read_rows, read_table, tell


def _sheet(book: Workbook, title: str) -> Any:
    sheet: Any = book.active
    sheet.title = title
    return sheet


def _write(folder: Path) -> None:
    book = Workbook()
    sheet = _sheet(book, "Aid")
    for row in (
        ["Support to Ukraine"],
        [],
        [None, "Country", 2023, None, 2024, None],
        [None, None, "Aid", "Loans", "Aid", "Loans"],
        [None, "Japan", 0.1, 2, 3, 4],
        [None, "Korea", 0.2, 6.5, None, 8],
        [],
        ["Source: own counts"],
    ):
        sheet.append(row)
    sheet.merge_cells("A1:F1")
    sheet.merge_cells("C3:D3")
    sheet.merge_cells("E3:F3")
    sheet.merge_cells("B3:B4")
    other = book.create_sheet("Days")
    other.append(["day", "n"])
    other.append([date(2024, 5, 1), 1])
    book.save(folder / "d.xlsx")


def test_title_rows_merged_heads_and_notes(tmp_path: Path) -> None:
    """A sheet as people make it for people."""
    _write(tmp_path)

    table = read_table(tmp_path, "{file: d.xlsx, sheet: Aid}")

    assert list(table.columns) == ["Country", "2023 Aid", "2023 Loans", "2024 Aid", "2024 Loans"]
    assert table.rows == (
        ("Japan", Decimal("0.1"), 2, 3, 4),
        ("Korea", Decimal("0.2"), Decimal("6.5"), None, 8),
    )
    assert table.provenance.origin == "d.xlsx, sheet Aid"


def test_numbers_are_those_that_excel_shows(tmp_path: Path) -> None:
    """The file holds binary numbers; their sum in tenths is what the author has typed."""
    _write(tmp_path)

    rows = read_rows(tmp_path, "{file: d.xlsx, sheet: Aid, steps: [{sum: 2023 Aid}]}")

    assert rows == [(Decimal("0.3"),)]


def test_a_range_is_read_alone(tmp_path: Path) -> None:
    """Several tables stand on one sheet."""
    _write(tmp_path)

    rows = read_rows(
        tmp_path, "{file: d.xlsx, sheet: Aid, range: 'B5:C6', names: [country, total]}"
    )

    assert rows == [("Japan", Decimal("0.1")), ("Korea", Decimal("0.2"))]


def test_dates_of_cells_are_dates(tmp_path: Path) -> None:
    """Nothing needs to be declared for them."""
    _write(tmp_path)

    assert read_rows(tmp_path, "{file: d.xlsx, sheet: Days}") == [(date(2024, 5, 1), 1)]


def test_a_sheet_that_is_not_there_is_told(tmp_path: Path) -> None:
    """With the one that was meant."""
    _write(tmp_path)

    told = tell(tmp_path, "datasets:\n  d: {file: d.xlsx, sheet: Aids}")
    open_ = tell(tmp_path, "datasets:\n  d: {file: d.xlsx}")

    assert told == [
        "brief.yaml:5:13: d.xlsx: there is no sheet 'Aids'\n  hint: did you mean 'Aid'?"
    ]
    assert open_ == [
        "brief.yaml:5:13: d.xlsx: the workbook has 2 sheets\n  hint: name one as 'sheet': Aid, Days"
    ]


def test_a_formula_without_a_value_is_told_with_its_cell(tmp_path: Path) -> None:
    """Read as nothing, a total would silently be too small."""
    book = Workbook()
    sheet = _sheet(book, "S")
    for row in (["a", "b"], ["x", 1], ["y", "=B2*2"]):
        sheet.append(row)
    book.save(tmp_path / "d.xlsx")

    told = tell(tmp_path, "datasets:\n  d: {file: d.xlsx}")

    assert told == [
        "brief.yaml:5:13: d.xlsx: cell B3 of sheet 'S' has a formula without a value\n"
        "  hint: open the workbook in Excel or LibreOffice and save it, so that values are kept"
    ]


def test_errors_of_cells_are_told_unless_declared_missing(tmp_path: Path) -> None:
    """#N/A is Excel's own word for what is not there."""
    book = Workbook()
    sheet = _sheet(book, "S")
    for row in (["a", "b"], ["x", 1], ["y", "#N/A"]):
        sheet.append(row)
    sheet["B3"].data_type = "e"
    book.save(tmp_path / "d.xlsx")

    told = tell(tmp_path, "datasets:\n  d: {file: d.xlsx}")
    rows = read_rows(tmp_path, "{file: d.xlsx, missing: '#N/A'}")

    assert told == [
        "brief.yaml:5:13: d.xlsx: cell B3 of sheet 'S' has the error #N/A\n"
        "  hint: mend it, or add '#N/A' to 'missing'"
    ]
    assert rows == [("x", 1), ("y", None)]


def test_text_among_numbers_is_told_with_its_cell(tmp_path: Path) -> None:
    """Excel shows both alike."""
    book = Workbook()
    sheet = _sheet(book, "S")
    for row in (["Title"], ["a", "b"], ["x", 1], ["y", "n/a"], ["z", True]):
        sheet.append(row)
    book.save(tmp_path / "d.xlsx")

    told = tell(tmp_path, "datasets:\n  d: {file: d.xlsx, columns: {b: number}}")

    assert [each.partition("\n")[0] for each in told] == [
        "brief.yaml:5:13: d.xlsx: cell B4 of sheet 'S': "
        "expected a number in column 'b', found 'n/a'",
        "brief.yaml:5:13: d.xlsx: cell B5 of sheet 'S': "
        "expected a number in column 'b', found 'True'",
    ]


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    """A page of a web site is often saved by this name."""
    (tmp_path / "d.xlsx").write_text("<html>")

    told = tell(tmp_path, "datasets:\n  d: {file: d.xlsx}")

    assert told[0].startswith("brief.yaml:5:13: d.xlsx: this is no Excel workbook\n")
