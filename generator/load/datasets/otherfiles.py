"""JSON and Parquet files to cells."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import NoReturn, cast

from generator.brief.datasets import Dataset
from generator.errors import DataError, suggest
from generator.load.datasets.paths import read_data
from generator.load.datasets.table import Locate, Raw, Spot
from generator.places import Place

_FORM_HINT = 'write a list of records, such as [{"country": "Japan", "total": 12.1}]'


def read_parquet(path: Path) -> Raw:
    """Return the cells of the Parquet file at `path`.

    Raises:
        DataError: It is no Parquet file, or has columns of lists or groups.
    """
    import polars as pl

    try:
        frame = pl.read_parquet(path)
    except (pl.exceptions.PolarsError, OSError) as error:
        raise DataError(
            "this is no Parquet file",
            place=Place(file=str(path)),
            hint="see whether it is whole, and whether 'format' is right",
        ) from error
    for name, kind in frame.schema.items():
        if kind.is_nested() or kind.base_type() in {pl.Binary, pl.Object}:
            raise DataError(
                f"the column '{name}' holds lists, groups or bytes, not single values",
                place=Place(file=str(path)),
                hint="write the file with a column for each value",
            )
    columns = tuple(column.to_list() for column in frame.get_columns())
    names = tuple(frame.columns)
    return Raw(names=names, columns=columns, locate=_locate_by_name(path, names))


def read_json_file(path: Path, dataset: Dataset) -> Raw:
    """Return the cells of the JSON file at `path`.

    Takes a list of records, a list of lists that begins with the heads, or a group of columns.

    Raises:
        MissingError: It cannot be read.
        DataError: It is no JSON, or there is no table in it.
    """
    value = _parse(read_data(path), path)
    for key in (dataset.path or "").split(".") if dataset.path else ():
        value = _step(value, key, path)
    names, columns = _part(value, path)
    return Raw(names=names, columns=columns, locate=_locate_by_name(path, names))


def _parse(data: bytes, path: Path) -> object:
    try:
        return json.loads(
            data.decode("utf-8-sig"), parse_float=Decimal, parse_constant=_refuse_constant
        )
    except json.JSONDecodeError as error:
        raise DataError(
            "this is no JSON",
            place=Place(file=str(path), line=error.lineno, column=error.colno),
            hint=f"the reader says: {error.msg.lower()}",
        ) from error
    except UnicodeDecodeError as error:
        raise DataError(
            "the file is not written in utf-8", place=Place(file=str(path)), hint="save it as UTF-8"
        ) from error
    except RecursionError as error:
        raise DataError(
            "this is nested too deeply", place=Place(file=str(path)), hint=_FORM_HINT
        ) from error
    except ValueError as error:
        raise DataError(
            str(error), place=Place(file=str(path)), hint="write null where there is no number"
        ) from error


def _refuse_constant(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number")


def _step(value: object, key: str, path: Path) -> object:
    if isinstance(value, list) and key.isdecimal() and int(key) < len(value):
        return cast("list[object]", value)[int(key)]
    known = list(cast("dict[str, object]", value)) if isinstance(value, dict) else []
    if key in known:
        return cast("dict[str, object]", value)[key]
    raise DataError(
        f"there is no key '{key}' in the file",
        place=Place(file=str(path)),
        hint=suggest(key, known) or f"the keys here are {', '.join(known[:12]) or 'none'}",
    )


def _part(value: object, path: Path) -> tuple[tuple[str, ...], tuple[Sequence[object], ...]]:
    """Return heads and columns of one of the forms that a table has in JSON."""
    if isinstance(value, list) and value:
        rows = cast("list[object]", value)
        if all(isinstance(row, dict) for row in rows):
            return _part_records(cast("list[Mapping[str, object]]", rows))
        if all(isinstance(row, list) for row in rows):
            return _part_lists(cast("list[list[object]]", rows), path)
    if isinstance(value, dict):
        columns = cast("dict[str, object]", value)
        lists = [column for column in columns.values() if isinstance(column, list)]
        is_even = len(lists) == len(columns) and len({len(each) for each in lists}) == 1
        if is_even and not any(_is_nested(cell) for each in lists for cell in each):
            return tuple(columns), tuple(cast("list[list[object]]", lists))
    hint = _FORM_HINT
    if isinstance(value, dict):
        hint = f"say with 'path' under which key the rows stand: {', '.join(list(value)[:12])}"
    is_empty = value in ([], {})
    raise DataError(
        "there is nothing in it" if is_empty else "there is no table here",
        place=Place(file=str(path)),
        hint=hint,
    )


def _is_nested(cell: object) -> bool:
    return isinstance(cell, list | dict)


def _part_records(
    rows: Sequence[Mapping[str, object]],
) -> tuple[tuple[str, ...], tuple[Sequence[object], ...]]:
    names = tuple(dict.fromkeys(name for row in rows for name in row))
    return names, tuple([row.get(name) for row in rows] for name in names)


def _part_lists(
    rows: Sequence[Sequence[object]], path: Path
) -> tuple[tuple[str, ...], tuple[Sequence[object], ...]]:
    names = tuple(str(name) for name in rows[0])
    for at, row in enumerate(rows[1:], 1):
        if len(row) != len(names):
            raise DataError(
                f"row {at} has {len(row)} cells, the heads are {len(names)}",
                place=Place(file=str(path)),
                hint="write null for an empty cell",
            )
    return names, tuple([row[at] for row in rows[1:]] for at in range(len(names)))


def _locate_by_name(path: Path, names: Sequence[str]) -> Locate:
    def locate(row: int, column: int) -> Spot:
        where = f"row {row + 1}, " if row >= 0 else ""
        return Spot(place=Place(file=str(path)), words=f"{where}column '{names[column]}'")

    return locate
