"""Steps in SQL: one SELECT of polars over the rows so far and other data sets. Reads no file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from generator.errors import DataError, suggest
from generator.load.datasets.frame import Frame
from generator.load.datasets.numbers import PRECISION, from_float, to_series
from generator.load.datasets.table import Column, Kind
from generator.places import place_at

if TYPE_CHECKING:
    import polars as pl

SELF = "self"

# Texts and names in quotes are taken out before words are looked for. SQL has functions that read
# files, under any of these names; whether polars knows them depends on its version.
_QUOTED = re.compile(r"'(?:[^']|'')*'")
_COMMENT = re.compile(r"--[^\n]*|/\*.*?\*/", re.DOTALL)
_READS = re.compile(r"\b(?:read|scan)_\w+", re.IGNORECASE)
_FIRST = re.compile(r"\s*\(*\s*(?:select|with)\b", re.IGNORECASE)
_ORDER = re.compile(r"\border\s+by\b", re.IGNORECASE)
_UNKNOWN = re.compile(r"(?:relation|table) '([^']*)' was not found")
_SHOWN = 200


def ask_in_sql(frame: Frame, text: str, others: Mapping[str, Frame]) -> Frame:
    """Return what a SELECT gives. Without ORDER BY its rows are sorted by all columns in turn.

    Raises:
        DataError: It is no single SELECT, would read a file, or polars refuses it.
    """
    import polars as pl

    _check_question(text)
    tables = {name: other.data for name, other in others.items()} | {SELF: frame.data}
    try:
        with pl.SQLContext(tables, eager=True) as context:
            data = context.execute(text)
    except (pl.exceptions.PolarsError, RuntimeError, ValueError) as error:
        raise _explain(error, text, tables) from error
    if not _ORDER.search(_strip(text)) and data.width:
        data = data.sort(pl.all(), nulls_last=True, maintain_order=True)
    return _type(data, frame, others)


def _strip(text: str) -> str:
    return _COMMENT.sub(" ", _QUOTED.sub("''", text))


def _check_question(text: str) -> None:
    bare = _strip(text)
    found = _READS.search(bare)
    if found:
        raise DataError(
            f"a step cannot read files: '{found[0]}'",
            place=place_at(text, max(0, text.find(found[0]))),
            hint="declare the file under 'datasets', and name that in the query",
        )
    if not _FIRST.match(bare):
        raise DataError(
            "a step in SQL is one SELECT", place=place_at(text, 0), hint="begin it with SELECT"
        )


def _explain(error: Exception, text: str, tables: Mapping[str, object]) -> DataError:
    said = next((line.strip() for line in str(error).splitlines() if line.strip()), "nothing")
    unknown = _UNKNOWN.search(said)
    if unknown:
        near = suggest(unknown[1], tables)
        return DataError(
            f"there is no data set '{unknown[1]}'",
            place=place_at(text, max(0, text.find(unknown[1]))),
            hint=near or f"there are {', '.join(tables)}; '{SELF}' has the rows so far",
        )
    return DataError(
        "the query cannot be answered",
        place=place_at(text, 0),
        hint=f"polars says: {said[:_SHOWN]}",
    )


def _type(data: pl.DataFrame, frame: Frame, others: Mapping[str, Frame]) -> Frame:
    """Return `data` with the three kinds of columns that there are; units go with names."""
    known: dict[str, Column] = {}
    for each in (*others.values(), frame):
        known |= each.columns
    series: list[pl.Series] = []
    columns: dict[str, Column] = {}
    for one in data.get_columns():
        made, kind = _convert(one)
        before = known.get(one.name)
        is_same = before is not None and before.kind is kind
        columns[one.name] = before if before and is_same else Column(kind=kind)
        series.append(made)
    import polars as pl

    return Frame(data=pl.DataFrame(series), columns=columns)


def _convert(one: pl.Series) -> tuple[pl.Series, Kind]:
    import polars as pl

    kind = one.dtype
    if kind.is_integer():
        return one.cast(pl.Decimal(PRECISION, 0)), Kind.NUMBER
    if kind.is_float():
        finite = pl.select(pl.when(one.is_finite()).then(one)).to_series()
        values = [None if each is None else from_float(each) for each in finite.to_list()]
        return to_series(values, one.name), Kind.NUMBER
    if kind.is_decimal():
        return one, Kind.NUMBER
    if kind.base_type() in {pl.Date, pl.Datetime}:
        return one.cast(pl.Date), Kind.DATE
    if kind.is_nested():
        raise DataError(
            f"the column '{one.name}' of the query holds lists or groups",
            hint="ask for single values",
        )
    return one.cast(pl.String), Kind.TEXT
