"""CSV and TSV files as offices and banks write them load by declaration alone."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.load.datasets.sample import read_rows, read_table, tell


def _write(folder: Path, text: str, encoding: str = "utf-8") -> None:
    (folder / "d.csv").write_bytes(text.encode(encoding))


def test_numbers_are_exact_and_text_is_text(tmp_path: Path) -> None:
    """Binary numbers would add 0.1 and 0.2 to something else than 0.3."""
    _write(tmp_path, "a,b\nx,0.1\ny,0.2\n")

    table = read_table(tmp_path, "{file: d.csv, steps: [{sum: b}]}")

    assert table.rows == ((Decimal("0.3"),),)


def test_preface_semicolons_decimal_commas_and_a_footer(tmp_path: Path) -> None:
    """An office for statistics: titles above, notes below, German numbers."""
    _write(
        tmp_path,
        "Bevölkerung nach Land\nStand: 2024\n\nLand;Einwohner;Anteil\n"
        "Bayern;13.369.393;15,8\nBerlin;3.755.251;4,4\n\nQuelle: Destatis\n",
    )

    table = read_table(tmp_path, "{file: d.csv, decimal: ',', thousands: .}")

    assert list(table.columns) == ["Land", "Einwohner", "Anteil"]
    assert table.rows == (
        ("Bayern", Decimal(13369393), Decimal("15.8")),
        ("Berlin", Decimal(3755251), Decimal("4.4")),
    )
    assert table.provenance.notes == (
        "2 rows above the heads left out",
        "1 row below the table left out",
    )


def test_two_rows_of_heads_are_joined(tmp_path: Path) -> None:
    """The upper head stands over several columns, and only once."""
    _write(tmp_path, ",2023,,2024,\nCountry,Aid,Loans,Aid,Loans\nJapan,1,2,3,4\n")

    table = read_table(tmp_path, "{file: d.csv}")

    assert list(table.columns) == [
        "Country",
        "2023 Aid",
        "2023 Loans",
        "2024 Aid",
        "2024 Loans",
    ]


def test_marks_of_footnotes_are_taken_off_and_told(tmp_path: Path) -> None:
    """A star is no part of a number; but that there was one must not be lost."""
    _write(tmp_path, "Country**,Total*\nJapan***,1 200*\nKorea,800†\n")

    table = read_table(tmp_path, "{file: d.csv, thousands: ' '}")

    assert table.rows == (("Japan", Decimal(1200)), ("Korea", Decimal(800)))
    assert table.provenance.notes == (
        "marks of footnotes were taken off the heads Country, Total",
        "marks of footnotes were taken off 1 cell of 'Country**'",
        "marks of footnotes were taken off 2 cells of 'Total*'",
    )


def test_what_is_declared_missing_is_missing(tmp_path: Path) -> None:
    """Eurostat writes a colon, the World Bank two points."""
    _write(tmp_path, "a,b\nx,:\ny,..\nz,3\nu,\n")

    rows = read_rows(tmp_path, "{file: d.csv, missing: [':', '..']}")

    assert [row[1] for row in rows] == [None, None, 3, None]


def test_signs_percentages_and_scales_are_declared(tmp_path: Path) -> None:
    """The file counts in billions of dollars; the brief in dollars."""
    _write(tmp_path, 'a,b,c\nx,$1.2 bn,45%\ny,"-$0.5 bn",−3 %\n')

    table = read_table(
        tmp_path,
        "{file: d.csv, columns: {b: {unit: USD, scale: billion, signs: [$, bn]}, c: percent}}",
    )

    assert table.rows == (
        ("x", Decimal(1_200_000_000), Decimal(45)),
        ("y", Decimal(-500_000_000), Decimal(-3)),
    )
    assert [column.unit for column in table.columns.values()] == [None, "USD", "percent"]


def test_dates_in_several_forms(tmp_path: Path) -> None:
    """One column, three typists."""
    _write(tmp_path, "d\n3 October 2022\n04.10.2022\n5/10/22\n6 Oct 2022\n")

    rows = read_rows(
        tmp_path,
        "{file: d.csv, columns: {d: {type: date, formats: [d mmmm yyyy, dd.mm.yyyy, d/m/yy]}}}",
    )

    assert rows == [(date(2022, 10, day),) for day in (3, 4, 5, 6)]


def test_quarters_and_years_are_dates_of_their_precision(tmp_path: Path) -> None:
    """The first day stands for the quarter."""
    _write(tmp_path, "q,y\n2024-Q3,1920年\n")

    table = read_table(
        tmp_path,
        "{file: d.csv, columns: {q: {type: date, formats: yyyy-Qq},"
        " y: {type: date, formats: yyyy年}}}",
    )

    assert table.rows == ((date(2024, 7, 1), date(1920, 1, 1)),)
    assert [column.precision for column in table.columns.values()] == [2, 1]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found(tmp_path: Path, separator: str) -> None:
    """Nobody knows by heart which one a program has used."""
    lines = [["country", "note", "total"], ["Japan", "first; second, third", "1"]]
    quoted = "\n".join(separator.join(f'"{cell}"' for cell in line) for line in lines)
    _write(tmp_path, quoted)

    rows = read_rows(tmp_path, "{file: d.csv}")

    assert rows == [("Japan", "first; second, third", 1)]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_tells_the_encoding(tmp_path: Path, encoding: str) -> None:
    """Excel writes one."""
    _write(tmp_path, "область,n\nКиїв,1\n", encoding)

    assert read_rows(tmp_path, "{file: d.csv}") == [("Київ", 1)]


def test_another_encoding_is_declared(tmp_path: Path) -> None:
    """It is never guessed: a wrong guess would print wrong names."""
    _write(tmp_path, "a,b\nMünchen,1\n", "windows-1252")

    told = tell(tmp_path, "datasets: {d: {file: d.csv}}")
    rows = read_rows(tmp_path, "{file: d.csv, encoding: windows-1252}")

    assert told == [
        "d.csv:2:2: the file is not written in utf-8\n"
        "  hint: add its 'encoding': windows-1252 for most old Excel files, or save it as UTF-8"
    ]
    assert rows == [("München", 1)]


def test_codes_keep_their_zeros(tmp_path: Path) -> None:
    """007 is no number, unless somebody says so."""
    _write(tmp_path, "a,b\n007,1\n010,2\n")

    assert read_rows(tmp_path, "{file: d.csv}") == [("007", 1), ("010", 2)]
    assert read_rows(tmp_path, "{file: d.csv, columns: {a: integer}}") == [(7, 1), (10, 2)]


def test_every_cell_that_is_no_number_is_told_with_its_line_and_column(tmp_path: Path) -> None:
    """All in one run, each with what to declare."""
    _write(tmp_path, 'name,total\n"x, y",12\nz,n/a\nu,"1,5"\nv,"1,234"\n')

    told = tell(tmp_path, "datasets: {d: {file: d.csv, columns: {total: number}}}")

    assert told == [
        "d.csv:3:3: expected a number in column 'total', found 'n/a'\n"
        "  hint: if it stands for nothing, say so: missing: ['n/a']",
        "d.csv:4:3: expected a number in column 'total', found '1,5'\n"
        "  hint: say which sign stands before decimals: decimal: ','",
        "d.csv:5:3: expected a number in column 'total', found '1,234'\n"
        "  hint: say which sign parts thousands: thousands: ','",
    ]


def test_the_errors_of_a_file_are_capped(tmp_path: Path) -> None:
    """A wrong declaration must not print a hundred thousand lines."""
    _write(tmp_path, "a\n" + "no\n" * 500)

    assert len(tell(tmp_path, "datasets: {d: {file: d.csv, columns: {a: number}}}")) == 20


def test_a_line_in_a_quoted_cell_does_not_shift_the_lines_of_errors(tmp_path: Path) -> None:
    """The line is that of an editor."""
    _write(tmp_path, 'a,b\n"two\nlines",1\nx,bad\n')

    told = tell(tmp_path, "datasets: {d: {file: d.csv, columns: {b: number}}}")

    assert told[0].startswith("d.csv:4:3: expected a number")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a,b\nx,1\ny\nz,2\nu,3\n", "d.csv:3:1: this row has 1 cell, the heads are 2"),
        ("a,b\nx,1,2\nz,2\nu,3\n", "d.csv:2:1: this row has 3 cells, the heads are 2"),
        ('a,b\n"x" y,1\n', "d.csv:2:1: the quotes in this row are not in order"),
        ("a,a\n1,2\n", "d.csv:1:3: two columns are called 'a'"),
        ("", "brief.yaml:5:17: d.csv: there is nothing in it"),
        ("a,b\n", "brief.yaml:5:17: there are no rows in it"),
    ],
)
def test_a_damaged_file_is_refused_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    """Half a row is no row."""
    _write(tmp_path, text)

    told = tell(tmp_path, "datasets:\n  d: {    file: d.csv}")

    assert told[0].partition("\n")[0] == message
    assert "hint: " in told[0]


def test_heads_and_names_can_be_given(tmp_path: Path) -> None:
    """Where they are not found, or there are none."""
    _write(tmp_path, "a 1,b 2,c 3\nx,y,z\np,1,2\n")

    second = read_table(tmp_path, "{file: d.csv, header: 2}")
    none = read_table(tmp_path, "{file: d.csv, names: [one, two, three]}")

    assert list(second.columns) == ["x", "y", "z"]
    assert len(none.rows) == 3


def test_columns_are_renamed_before_they_are_declared(tmp_path: Path) -> None:
    """Everything after it speaks of the better name."""
    _write(tmp_path, "Country,Total disbursed (USD m)\nJapan,3\n")

    table = read_table(
        tmp_path,
        "{file: d.csv, rename: {'Total disbursed (USD m)': total}, columns: {total: integer}}",
    )

    assert list(table.columns) == ["Country", "total"]


def test_letters_are_marks_behind_numbers_only(tmp_path: Path) -> None:
    """Eurostat marks what is provisional by a p; `time` does not end in a mark."""
    (tmp_path / "d.tsv").write_text("geo/time\t2020 \nBelgique\t12.3 p\nTotal e\t1 234.5b\n")

    table = read_table(
        tmp_path, "{file: d.tsv, thousands: ' ', footnotes: [p, b, e], missing: ':'}"
    )

    assert list(table.columns) == ["geo/time", "2020"]
    assert table.rows == (("Belgique", Decimal("12.3")), ("Total", Decimal("1234.5")))
