"""Charts and tables from data sets: rows of the brief's own form, as if they were written there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import cast

from generator.brief.exhibits import Chart, ChartRow, Column, Row, Table
from generator.brief.picks import ChartData, TableData
from generator.brief.values import Prose, When
from generator.errors import DataError
from generator.facts.dates import write_when
from generator.load.datasets.frame import Frame, write_cell
from generator.load.datasets.numbers import strip_number
from generator.load.datasets.picking import pick_rows
from generator.load.datasets.prose import escape
from generator.load.datasets.shelf import Shelf
from generator.load.datasets.table import Cell, Kind
from generator.load.tree import Path

_MOST_DECIMALS = 3
_DIGITS = 3
_WIDEST = 12

Series = Mapping[str, list[Decimal | None]]


def fill_chart(chart: Chart, path: Path, shelf: Shelf, language: str) -> Chart:
    """Return `chart` with the rows that its data set gives; others are returned as they are.

    Args:
        chart: What the brief says.
        path: Where it stands in the brief.
        shelf: All data sets.
        language: That dates are written in.

    Raises:
        DataError: The data set has no such columns or rows, or two rows share a category.
    """
    pick = cast("object", chart.data)
    if not isinstance(pick, ChartData):
        return chart
    frame = pick_rows(pick, (*path, "data"), shelf)
    labels = write_labels(frame, pick.x, language)
    if pick.series is not None:
        rows = _part_series(frame, pick, labels, write_labels(frame, pick.series, language))
    else:
        rows = _make_rows(frame, pick, labels)
    changes: dict[str, object] = {
        "data": tuple(rows),
        "unit": chart.unit or _find_unit(frame, list(pick.y.values())),
        "source": chart.source or shelf.find_source(pick.dataset),
    }
    return chart.model_copy(update=changes)


def write_labels(frame: Frame, name: str, language: str) -> list[str]:
    """Return the cells of a column as the names of categories or series.

    Raises:
        DataError: One is missing.
    """
    column = frame.find(name)
    cells = frame.list_cells(name)
    empty = next((at for at, cell in enumerate(cells) if cell is None), None)
    if empty is not None:
        raise DataError(
            f"the column '{name}' is empty in row {empty + 1}",
            hint=f"take such rows out: where: {{{name}: {{missing: false}}}}",
        )
    return [_write_label(cell, column.precision, language) for cell in cells]


def _write_label(cell: Cell, precision: int, language: str) -> str:
    if isinstance(cell, date):
        return write_when(When(start=cell, end=cell, precision=precision), language)
    return write_cell(cell)


def _make_rows(frame: Frame, pick: ChartData, labels: Sequence[str]) -> list[ChartRow]:
    _check_twice(labels, pick.x)
    series = {name: _list_numbers(frame, column) for name, column in pick.y.items()}
    if len(series) == 1:
        values = next(iter(series.values()))
        return [
            ChartRow.model_construct(label=label, value=value)
            for label, value in zip(labels, values, strict=True)
        ]
    return _join_series(labels, series)


def _join_series(labels: Sequence[str], series: Series) -> list[ChartRow]:
    rows: list[ChartRow] = []
    for at, label in enumerate(labels):
        values = {name: numbers[at] for name, numbers in series.items()}
        rows.append(ChartRow.model_construct(label=label, values=values))
    return rows


def _part_series(
    frame: Frame, pick: ChartData, labels: Sequence[str], names: Sequence[str]
) -> list[ChartRow]:
    """Return a row for each category, from rows of one number each."""
    if len(pick.y) != 1:
        raise DataError(
            "with 'series', one column gives all numbers",
            hint="name one column as 'y', or leave 'series' out",
        )
    numbers = _list_numbers(frame, next(iter(pick.y.values())))
    cells: dict[tuple[str, str], Decimal | None] = {}
    for key, number in zip(zip(labels, names, strict=True), numbers, strict=True):
        if key in cells:
            raise DataError(
                f"'{key[0]}' stands twice for the series '{key[1]}'",
                hint=f"group the rows first: group: [{pick.x}, {pick.series}], sum: …",
            )
        cells[key] = number
    order, known = list(dict.fromkeys(labels)), list(dict.fromkeys(names))
    series = {name: [cells.get((label, name)) for label in order] for name in known}
    return _join_series(order, series)


def _list_numbers(frame: Frame, name: str) -> list[Decimal | None]:
    numbers = frame.list_numbers(name)
    if all(number is None for number in numbers):
        raise DataError(
            f"the column '{name}' is empty: each of its cells is missing",
            hint="choose other rows or another column",
        )
    return [None if number is None else strip_number(number) for number in numbers]


def _check_twice(labels: Sequence[str], name: str) -> None:
    seen: set[str] = set()
    for label in labels:
        if label in seen:
            raise DataError(
                f"'{label}' stands twice in the column '{name}'",
                hint=f"group the rows by it first, name the 'series', or narrow 'where': "
                f"group: {name}",
            )
        seen.add(label)


def _find_unit(frame: Frame, names: Sequence[str]) -> str | None:
    """Return the one unit of some columns, or None if none is known.

    Raises:
        DataError: They have several.
    """
    units = {unit: name for name in names if (unit := frame.columns[name].unit)}
    if len(units) > 1:
        (one, first), (other, second) = list(units.items())[:2]
        raise DataError(
            f"'{first}' is in {one}, '{second}' in {other}",
            hint="a chart shows one unit: use two charts, or a table",
        )
    return next(iter(units), None)


def fill_table(table: Table, path: Path, shelf: Shelf, language: str) -> Table:
    """Return `table` with the rows that its data set gives; others are returned as they are.

    Columns that are not listed are those of the data set; what they do not say of units and
    decimals comes from it as well.

    Raises:
        DataError: The data set has no such columns or rows.
    """
    pick = cast("object", table.rows)
    if not isinstance(pick, TableData):
        return table
    frame = pick_rows(pick, (*path, "rows"), shelf)
    given = table.columns or tuple(Column(label=name) for name in frame.columns)
    if len(given) > _WIDEST:
        raise DataError(
            f"the data set has {len(given)} columns, a table at most {_WIDEST}",
            hint="choose some with 'columns', or with the step 'select'",
        )
    columns = tuple(_complete(column, frame) for column in given)
    cells = [_write_cells(frame, column.name, language) for column in columns]
    rows = cast("tuple[Row, ...]", tuple(zip(*cells, strict=True)))
    source = table.source or shelf.find_source(pick.dataset)
    return table.model_copy(update={"columns": columns, "rows": rows, "source": source})


def _complete(column: Column, frame: Frame) -> Column:
    known = frame.find(column.name)
    if known.kind is not Kind.NUMBER:
        return column
    decimals = column.decimals
    if decimals is None:
        decimals = _choose_decimals(frame.list_numbers(column.name))
    return column.model_copy(update={"unit": column.unit or known.unit, "decimals": decimals})


def _choose_decimals(numbers: Sequence[Decimal | None]) -> int | None:
    """Return how many decimals to write where a column has more than a reader wants."""
    values = [strip_number(number) for number in numbers if number is not None]
    longest = max((-int(value.as_tuple().exponent) for value in values), default=0)
    sizes = [abs(value) for value in values if value]
    if longest <= _MOST_DECIMALS or not sizes:
        return None
    return min(_MOST_DECIMALS, max(0, _DIGITS - 1 - max(sizes).adjusted()))


def _write_cells(frame: Frame, name: str, language: str) -> list[Decimal | Prose | None]:
    precision = frame.columns[name].precision
    return [
        cell
        if cell is None or isinstance(cell, Decimal)
        else Prose.of(escape(_write_label(cell, precision, language)))
        for cell in frame.list_cells(name)
    ]
