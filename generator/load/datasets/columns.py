"""Cells to typed columns by declared rules; what does not fit is told with its cell."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.brief.datasets import DataColumn, Dataset, DataType
from generator.brief.wording import shorten
from generator.errors import BriefError, DataError, suggest
from generator.facts.rounding import POWERS
from generator.load.characters import replace_bad
from generator.load.datasets.days import DateForm, parse_day, parse_forms
from generator.load.datasets.frame import Frame
from generator.load.datasets.numbers import (
    CONTEXT,
    NumberRule,
    from_float,
    is_long,
    parse_numbers,
    strip_number,
    to_series,
    write_marks,
)
from generator.load.datasets.table import Column, Kind, Raw
from generator.load.datasets.textfiles import MOST_TOLD

if TYPE_CHECKING:
    import polars as pl

_PERCENT = "%"

# Blanks but single spaces, and what no document can hold; see `characters`.
_UNTIDY = "[\\s&&[^ ]]|  |[\\x00-\\x1f\\x7f-\\x9f\\x{fffe}\\x{ffff}\\x{10fffd}]"
_ALL_TYPES = DataColumn()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cells:
    """The cells of one column.

    Attributes:
        texts: Those with text; null for others, and for what is missing.
        others: Those without text; None where there is none, or if the column has nothing else.
    """

    texts: pl.Series
    others: Sequence[object] | None

    @property
    def count(self) -> int:
        """Return how many are not missing."""
        others = sum(cell is not None for cell in self.others or ())
        return len(self.texts) - self.texts.null_count() + others

    def find(self, row: int) -> object:
        """Return one cell."""
        text = self.texts[row]
        return self.others[row] if text is None and self.others else text

    def list_all(self) -> list[object]:
        """Return all cells."""
        return (
            [self.find(row) for row in range(len(self.texts))]
            if self.others
            else (self.texts.to_list())
        )


@dataclass(slots=True, kw_only=True)
class _Reading:
    """One reading of one source: its rules, and what was met."""

    raw: Raw
    dataset: Dataset
    errors: list[DataError] = field(default_factory=list[DataError])
    notes: list[str] = field(default_factory=list[str])

    def refuse(self, column: int, row: int, wanted: str, found: object, hint: str) -> None:
        if len(self.errors) >= MOST_TOLD:
            return
        spot = self.raw.locate(row, column)
        where = f"{spot.words}: " if spot.words else ""
        name = self.raw.names[column]
        named = "" if f"'{name}'" in where else f" in column '{name}'"
        self.errors.append(
            DataError(
                f"{where}expected {wanted}{named}, found '{shorten(str(found))}'",
                place=spot.place,
                hint=hint,
            )
        )


def type_columns(raw: Raw, dataset: Dataset) -> tuple[Frame, tuple[str, ...]]:
    """Return the columns of `raw` by the rules of `dataset`, and notes on what was passed over.

    Raises:
        BriefError: Cells do not fit the type of their column: all of them, up to a cap.
        DataError: A head stands twice, or a rule is for a column that is not there.
    """
    import polars as pl

    names, notes = _name_columns(raw, dataset)
    reading = _Reading(raw=raw, dataset=dataset, notes=[*raw.notes, *notes])
    series: list[pl.Series] = []
    columns: dict[str, Column] = {}
    for at, name in enumerate(names):
        rule = dataset.columns.get(name, _ALL_TYPES)
        made, column = _type_column(reading, at, rule)
        series.append(made.alias(name))
        columns[name] = column
    if reading.errors:
        raise BriefError(reading.errors)
    return Frame(data=pl.DataFrame(series), columns=columns), tuple(reading.notes)


def _name_columns(raw: Raw, dataset: Dataset) -> tuple[list[str], list[str]]:
    """Return the names that columns go by, renamed and without marks of footnotes."""
    import re

    marks = write_marks(dataset.footnotes)
    found = [replace_bad(" ".join(name.split())) for name in raw.names]
    plain = [re.sub(marks, "", name) if marks else name for name in found]
    plain = [name or f"column {at}" for at, name in enumerate(plain, 1)]
    for name in dataset.rename:
        if name not in plain and name not in found:
            raise DataError(
                f"there is no column '{name}' to rename", hint=suggest(name, plain) or _list(plain)
            )
    names = [
        dataset.rename.get(full, dataset.rename.get(name, name))
        for full, name in zip(found, plain, strict=True)
    ]
    _check_names(names, raw)
    for name in dataset.columns:
        if name not in names:
            raise DataError(
                f"there is no column '{name}'", hint=suggest(name, names) or _list(names)
            )
    marked = [name for full, name in zip(found, plain, strict=True) if full not in ("", name)]
    return names, [f"marks of footnotes were taken off the heads {', '.join(marked)}"] * bool(
        marked
    )


def _list(names: Sequence[str]) -> str:
    more = ", …" if len(names) > 12 else ""  # noqa: PLR2004
    return f"the columns are {', '.join(names[:12])}{more}"


def _check_names(names: Sequence[str], raw: Raw) -> None:
    seen: set[str] = set()
    for at, name in enumerate(names):
        if name in seen:
            spot = raw.locate(-1, at)
            where = f"{spot.words}: " if spot.words else ""
            raise DataError(
                f"{where}two columns are called '{name}'",
                place=spot.place,
                hint="give all heads as 'names', or say with 'header_rows' that there are several",
            )
        seen.add(name)


def _type_column(reading: _Reading, at: int, rule: DataColumn) -> tuple[pl.Series, Column]:
    """Return one column, and what is known of it; errors go to `reading`."""
    cells = _part_cells(reading, reading.raw.columns[at], rule)
    match rule.type:
        case DataType.TEXT:
            return _make_text(reading, at, cells)
        case DataType.DATE:
            return _make_dates(reading, at, cells, rule)
        case None:
            return _guess(reading, at, cells, rule)
        case _:
            return _make_numbers(reading, at, cells, rule)


def _part_cells(reading: _Reading, cells: Sequence[object], rule: DataColumn) -> _Cells:
    """Return `cells` without what is declared to be missing, and no blanks around text."""
    import polars as pl

    missing = {"", *(word.strip() for word in (*reading.dataset.missing, *rule.missing))}
    others = None
    if set(map(type, cells)) - {str}:
        others = [None if _is_missing(cell, missing) else cell for cell in cells]
        cells = [cell if isinstance(cell, str) else None for cell in cells]
    texts = pl.Series(cells, dtype=pl.String).str.strip_chars()
    is_missing = texts.is_in(sorted(missing))
    return _Cells(texts=pl.select(pl.when(~is_missing).then(texts)).to_series(), others=others)


def _is_missing(cell: object, missing: set[str]) -> bool:
    """Return whether a cell that is no text stands for nothing; a text is not looked at here."""
    if isinstance(cell, str):
        return True
    if isinstance(cell, bool) or not isinstance(cell, float | int | Decimal):
        return False
    if math.isnan(cell):
        return True
    return (f"{cell:g}" if isinstance(cell, float) else str(cell)) in missing


def _guess(reading: _Reading, at: int, cells: _Cells, rule: DataColumn) -> tuple[pl.Series, Column]:
    """Return a column whose type is not declared: numbers if it has no other cells."""
    others = [cell for cell in cells.others or () if cell is not None]
    if others and all(isinstance(cell, date) for cell in others) and cells.count == len(others):
        return _make_dates(reading, at, cells, rule)
    if rule.unit or rule.signs or rule.scale != _ALL_TYPES.scale:
        return _make_numbers(reading, at, cells, rule)
    trial = _Reading(raw=reading.raw, dataset=reading.dataset)
    made, column = _make_numbers(trial, at, cells, rule)
    # A code such as 007 would not be kept as a number.
    has_codes = bool(cells.texts.str.contains("^0[0-9]+$").any())
    if cells.count and not trial.errors and not has_codes:
        reading.notes.extend(trial.notes)
        return made, column
    text, known = _make_text(reading, at, cells)
    is_near = len(made) - made.null_count() > cells.count // 2
    stray = _tell_stray(trial) if trial.errors and is_near else None
    return text, Column(kind=known.kind, stray=stray)


def _tell_stray(trial: _Reading) -> str:
    error = trial.errors[0]
    place = error.place
    where = f" in line {place.line}" if place and place.line else ""
    words = error.message.partition(": expected")[0] if ": expected" in error.message else ""
    found = error.message.rpartition("found ")[2]
    return f"{found} stands{where}" + (f" in {words}" if words else "")


def _make_text(reading: _Reading, at: int, cells: _Cells) -> tuple[pl.Series, Column]:
    import polars as pl

    texts = cells.texts
    if cells.others or texts.str.contains(_UNTIDY).any():
        texts = pl.Series([_write(cell) for cell in cells.list_all()], dtype=pl.String)
    marks = write_marks(reading.dataset.footnotes)
    marked = int(texts.str.contains(marks).sum() or 0) if marks else 0
    if marks and marked:
        texts = texts.str.replace(marks, "")
        texts = pl.select(pl.when(texts != "").then(texts)).to_series()
        _note_marks(reading, at, marked)
    return texts, Column(kind=Kind.TEXT)


def _write(cell: object) -> str | None:
    match cell:
        case None:
            return None
        case bool():
            return "true" if cell else "false"
        case float():
            return f"{strip_number(from_float(cell)):f}" if math.isfinite(cell) else str(cell)
        case Decimal():
            return f"{strip_number(cell):f}" if cell.is_finite() else str(cell)
        case _:
            return replace_bad(" ".join(str(cell).split()))


def _note_marks(reading: _Reading, at: int, marked: int) -> None:
    cells = "1 cell" if marked == 1 else f"{marked} cells"
    name = reading.raw.names[at]
    reading.notes.append(f"marks of footnotes were taken off {cells} of '{name}'")


def _make_numbers(
    reading: _Reading, at: int, cells: _Cells, rule: DataColumn
) -> tuple[pl.Series, Column]:
    dataset = reading.dataset
    is_percent = rule.type is DataType.PERCENT
    number_rule = NumberRule(
        decimal=dataset.decimal,
        thousands=dataset.thousands,
        signs=(*rule.signs, *((_PERCENT,) if is_percent else ())),
        footnotes=dataset.footnotes,
    )
    parsed = parse_numbers(cells.texts, number_rule)
    for row in parsed.bad[:MOST_TOLD]:
        _refuse_number(reading, at, row, str(cells.find(row)), rule)
    if parsed.marked:
        _note_marks(reading, at, parsed.marked)
    numbers = parsed.numbers
    if cells.others:
        numbers = _mix(reading, at, cells.others, parsed.numbers)
    if rule.type is DataType.INTEGER:
        _check_whole(reading, at, numbers, cells)
    power = POWERS[rule.scale]
    if power:
        scaled = [None if each is None else each.scaleb(power, CONTEXT) for each in numbers]
        numbers = to_series(scaled)
    unit = rule.unit or ("percent" if is_percent else None)
    return numbers, Column(kind=Kind.NUMBER, unit=unit)


def _mix(reading: _Reading, at: int, cells: Sequence[object], parsed: pl.Series) -> pl.Series:
    """Return numbers that were parsed together with those that needed no parsing."""
    values: list[Decimal | None] = []
    for row, (cell, number) in enumerate(zip(cells, parsed.to_list(), strict=True)):
        if cell is None:
            values.append(number)
            continue
        value = _take_number(cell)
        if value is None:
            reading.refuse(at, row, "a number", cell, "declare it as 'missing', or mend the cell")
        values.append(value)
    return to_series(values)


def _take_number(cell: object) -> Decimal | None:
    """Return the exact number that a cell is; None if it is no finite number."""
    match cell:
        case bool():
            return None
        case int():
            number = Decimal(cell)
        case float():
            number = from_float(cell) if math.isfinite(cell) else Decimal("nan")
        case Decimal():
            number = cell
        case _:
            return None
    return number if number.is_finite() and not is_long(number) else None


def _refuse_number(reading: _Reading, at: int, row: int, found: str, rule: DataColumn) -> None:
    wanted = {DataType.INTEGER: "a whole number", DataType.PERCENT: "a percentage"}
    reading.refuse(
        at,
        row,
        wanted.get(rule.type, "a number") if rule.type else "a number",
        found,
        _plan_hint(found, reading.dataset),
    )


def _plan_hint(found: str, dataset: Dataset) -> str:
    """Return what to declare so that `found` can be read."""
    body = found.strip("+-− ")
    if body.count(",") == 1 and dataset.decimal == "." and body.replace(",", "").isdecimal():
        groups = body.split(",")
        if len(groups[1]) != 3:  # noqa: PLR2004
            return "say which sign stands before decimals: decimal: ','"
    for sign in (",", ".", " ", "'", "\u00a0", "\u202f"):
        bare = body.replace(sign, "")
        if (
            sign in body
            and dataset.thousands != sign
            and bare.replace(dataset.decimal, "").isdecimal()
        ):
            return f"say which sign parts thousands: thousands: '{' ' if sign.isspace() else sign}'"
    if any(character.isdecimal() for character in body):
        return "declare what stands around it as 'signs' or 'footnotes' of the column"
    return f"if it stands for nothing, say so: missing: ['{shorten(found)}']"


def _check_whole(reading: _Reading, at: int, numbers: pl.Series, cells: _Cells) -> None:
    parts = numbers.to_list()
    for row, number in enumerate(parts):
        if number is not None and number != number.to_integral_value():
            hint = "declare the column as number"
            reading.refuse(at, row, "a whole number", cells.find(row), hint)


def _make_dates(
    reading: _Reading, at: int, cells: _Cells, rule: DataColumn
) -> tuple[pl.Series, Column]:
    import polars as pl

    forms = parse_forms(rule.formats)
    known: dict[str, tuple[date, int] | None] = {}
    days: list[date | None] = []
    precisions: set[int] = set()
    for row, cell in enumerate(cells.list_all()):
        found = _find_day(cell, forms, known)
        if found:
            precisions.add(found[1])
        elif cell is not None:
            told = ", ".join(rule.formats) or "yyyy-mm-dd, yyyy-mm, yyyy"
            hint = f"dates are read as {told}: add its form to 'formats' of the column"
            reading.refuse(at, row, "a date", cell, hint)
        days.append(found[0] if found else None)
    precision = min(precisions, default=3)
    return pl.Series(days, dtype=pl.Date), Column(kind=Kind.DATE, precision=precision)


def _find_day(
    cell: object, forms: Sequence[DateForm], known: dict[str, tuple[date, int] | None]
) -> tuple[date, int] | None:
    if isinstance(cell, date):
        return cell, 3
    text = _write(cell)
    if text is None:
        return None
    if text not in known:
        known[text] = parse_day(text, forms)
    return known[text]
