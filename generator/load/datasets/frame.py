"""A data set while steps are taken: columns of polars, and what is known of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.errors import DataError, suggest
from generator.load.datasets.numbers import strip_number, to_series
from generator.load.datasets.table import Cell, Column, DataTable, Kind, Provenance

if TYPE_CHECKING:
    import polars as pl

_LISTED = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Rows, and what is known of their columns.

    Attributes:
        data: Numbers are Decimal, text String, dates Date; nothing else.
        columns: One for each of `data`, in order.
    """

    data: pl.DataFrame
    columns: Mapping[str, Column]

    def find(self, name: str) -> Column:
        """Return what is known of the column `name`.

        Raises:
            DataError: There is none.
        """
        if name not in self.columns:
            known = list(self.columns)
            more = ", …" if len(known) > _LISTED else ""
            raise DataError(
                f"there is no column '{name}'",
                hint=suggest(name, known) or f"the columns are {', '.join(known[:_LISTED])}{more}",
            )
        return self.columns[name]

    def require(self, names: Iterable[str]) -> list[str]:
        """Return `names` as a list; all of them are columns.

        Raises:
            DataError: One is not.
        """
        found = list(names)
        for name in found:
            self.find(name)
        return found

    def find_number(self, name: str) -> Column:
        """Return what is known of `name`, which must hold numbers.

        Raises:
            DataError: It holds something else.
        """
        column = self.find(name)
        if column.kind is Kind.NUMBER:
            return column
        held = "dates" if column.kind is Kind.DATE else "text"
        if self.data.height and self.data[name].null_count() == self.data.height:
            raise DataError(
                f"the column '{name}' is empty: each of its cells is missing",
                hint="choose another column, or see whether 'missing' takes too much away",
            )
        raise DataError(
            f"the column '{name}' holds {held}, not numbers"
            + (f": {column.stray}" if column.stray else ""),
            hint=f"declare it as number under 'columns', or what is none as 'missing': "
            f"columns: {{{name}: number}}",
        )

    def list_numbers(self, name: str) -> list[Decimal | None]:
        """Return the numbers of the column `name`.

        Raises:
            DataError: It does not hold numbers.
        """
        self.find_number(name)
        return self.data[name].to_list()

    def list_cells(self, name: str) -> list[Cell]:
        """Return the cells of the column `name`, numbers without zeros at their ends."""
        return [tidy_cell(cell) for cell in self.data[name].to_list()]

    def set(self, name: str, values: Sequence[Decimal | None], column: Column) -> Frame:
        """Return the frame with a column of numbers, added or replaced."""
        return Frame(
            data=self.data.with_columns(to_series(values, name)),
            columns={**self.columns, name: column},
        )

    def with_data(self, data: pl.DataFrame) -> Frame:
        """Return the frame with other rows of the same columns."""
        return replace(self, data=data)


def tidy_cell(cell: object) -> Cell:
    """Return a cell of polars as one of ours."""
    if isinstance(cell, Decimal):
        return strip_number(cell)
    assert cell is None or isinstance(cell, str | date)  # noqa: S101 - see `Frame.data`
    return cell


def to_table(id_: str, frame: Frame, provenance: Provenance) -> DataTable:
    """Return a frame as plain data."""
    columns = [frame.list_cells(name) for name in frame.columns]
    return DataTable(
        id=id_,
        columns=dict(frame.columns),
        rows=tuple(zip(*columns, strict=True)),
        provenance=provenance,
    )


def write_cell(cell: Cell) -> str:
    """Return a cell in words for a message; a number without an exponent."""
    if isinstance(cell, Decimal):
        return f"{strip_number(cell):f}"
    return "nothing" if cell is None else str(cell)
