"""Rows and single numbers that facts and exhibits take from data sets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import cast

from generator.brief.facts import Fact
from generator.brief.picks import DataPick, Take
from generator.brief.where import Condition
from generator.errors import DataError
from generator.load.datasets.filtering import filter_rows
from generator.load.datasets.frame import Frame, write_cell
from generator.load.datasets.numbers import strip_number
from generator.load.datasets.reshaping import reduce_numbers
from generator.load.datasets.shelf import Shelf
from generator.load.datasets.table import Kind
from generator.load.tree import Path

_SHOWN = 3


def pick_rows(pick: DataPick, path: Path, shelf: Shelf) -> Frame:
    """Return the rows that `pick`, which stands at `path` in the brief, takes.

    Raises:
        DataError: There is no such data set, column or row.
    """
    frame = _find_frame(pick.dataset, path, shelf)
    frame = _filter(frame, pick.where, path, shelf)
    frame = shelf.take_steps(frame, pick.steps, (*path, "steps"))
    if not frame.data.height:
        raise DataError(
            f"no rows of the data set '{pick.dataset}' are left",
            place=shelf.places.find_value(path),
            hint="see which step takes them all away",
        )
    return frame


def fill_fact(fact: Fact, path: Path, shelf: Shelf) -> Fact:
    """Return `fact` with the number that its data set gives; others are returned as they are.

    Its source and day are those of the data set, unless it has its own.

    Raises:
        DataError: There is no such column or row, several rows stand where one is wanted, the
            number is missing, or its unit is another.
    """
    if fact.dataset is None:
        return fact
    frame = _find_frame(fact.dataset, path, shelf)
    frame = _filter(frame, fact.where, path, shelf)
    try:
        value = _find_value(frame, fact)
    except DataError as error:
        key = "value" if "value" in fact.model_fields_set else "dataset"
        error.place = error.place or shelf.places.find_value((*path, key))
        raise
    source = fact.source or shelf.find_source(fact.dataset)
    if not source:
        raise DataError(
            "a fact with a value needs a 'source'",
            place=shelf.places.find_value(path),
            hint="name an entry of 'sources' here, or once in the data set",
        )
    as_of = fact.as_of or shelf.find_as_of(fact.dataset)
    return fact.model_copy(update={"value": value, "source": source, "as_of": as_of})


def _find_frame(name: str, path: Path, shelf: Shelf) -> Frame:
    try:
        return shelf.find_frame(name)
    except DataError as error:
        error.place = error.place or shelf.places.find_value((*path, "dataset"))
        raise


def _filter(frame: Frame, where: Mapping[str, Condition] | None, path: Path, shelf: Shelf) -> Frame:
    if not where:
        return frame
    try:
        return filter_rows(frame, where)
    except DataError as error:
        error.place = error.place or shelf.places.find_value((*path, "where"))
        raise


def _find_value(frame: Frame, fact: Fact) -> Decimal:
    if fact.take is Take.COUNT:
        return Decimal(frame.data.height)
    named = cast("object", fact.value)
    name = str(named) if named is not None else _find_only(frame)
    column = frame.find_number(name)
    if column.unit is not None and column.unit != fact.unit:
        raise DataError(
            f"the fact is in {fact.unit}, the column '{name}' in {column.unit}",
            hint=f"write unit: {column.unit}, or compute the column in {fact.unit} before",
        )
    value = _take(frame, name, fact.take)
    if value is None:
        raise DataError(
            f"the number is missing in the column '{name}'",
            hint="choose another row with 'where', or another column",
        )
    return strip_number(value)


def _find_only(frame: Frame) -> str:
    names = [name for name, column in frame.columns.items() if column.kind is Kind.NUMBER]
    if len(names) == 1:
        return names[0]
    raise DataError(
        f"the data set has {len(names)} columns with numbers",
        hint=f"name one as 'value': {', '.join(names[:12])}" if names else "declare one as number",
    )


def _take(frame: Frame, name: str, take: Take) -> Decimal | None:
    numbers = frame.list_numbers(name)
    given = [number for number in numbers if number is not None]
    match take:
        case Take.ONE:
            if len(numbers) != 1:
                raise _report_several(frame, len(numbers))
            return numbers[0]
        case Take.SUM:
            return sum(given, Decimal(0)) if given else None
        case Take.MIN:
            return min(given, default=None)
        case Take.MAX:
            return max(given, default=None)
        case Take.FIRST | Take.LAST:
            return _take_end(numbers, take)
        case _:
            return reduce_numbers(given, take.value)


def _take_end(numbers: Sequence[Decimal | None], take: Take) -> Decimal | None:
    return numbers[0 if take is Take.FIRST else -1] if numbers else None


def _report_several(frame: Frame, count: int) -> DataError:
    text = [name for name, column in frame.columns.items() if column.kind is not Kind.NUMBER]
    told = [
        " ".join(write_cell(row[name]) for name in (text or list(row))[:_SHOWN])
        for row in frame.data.head(_SHOWN).iter_rows(named=True)
    ]
    more = ", …" if count > _SHOWN else ""
    return DataError(
        f"{count} rows meet the condition, where a fact takes one: {', '.join(told)}{more}",
        hint="narrow 'where', or say how they become one number: take: sum",
    )
