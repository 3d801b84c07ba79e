"""Steps that compute: shares, indices, per capita, moving averages, changes, expressions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from generator.brief.steps import (
    AverageStep,
    ChangeIn,
    ChangeStep,
    ComputeStep,
    IndexStep,
    PerStep,
    ShareStep,
)
from generator.errors import DataError
from generator.load.datasets.arithmetic import Expression, parse_expression
from generator.load.datasets.filtering import filter_rows
from generator.load.datasets.frame import Frame, write_cell
from generator.load.datasets.numbers import CONTEXT
from generator.load.datasets.table import Cell, Column, Kind
from generator.places import place_at

_HUNDRED = Decimal(100)
_PERCENT = "percent"

Numbers = list[Decimal | None]


def add_share(frame: Frame, step: ShareStep) -> Frame:
    """Return each value as per cent of the sum of its group.

    Raises:
        DataError: The sum is 0, or values have both signs: no share can be told.
    """
    values = frame.list_numbers(step.share)
    shares: Numbers = [None] * len(values)
    for group in _group(frame, step.within):
        given = [value for at in group if (value := values[at]) is not None]
        if not given:
            continue
        total = sum(given, Decimal(0))
        if not total or min(given) < 0 < max(given):
            raise DataError(
                f"the values of '{step.share}' have no whole that they could be shares of",
                hint="shares need values of one sign whose sum is not 0",
            )
        for at in group:
            shares[at] = _ratio(values[at], total, _HUNDRED)
    return frame.set(step.into or step.share, shares, Column(kind=Kind.NUMBER, unit=_PERCENT))


def add_index(frame: Frame, step: IndexStep) -> Frame:
    """Return each value relative to that of the base row of its group, which is 100.

    Raises:
        DataError: A group has no base row, several, or one whose value is 0 or missing.
    """
    values = frame.list_numbers(step.index)
    bases = _find_bases(frame, step)
    indices: Numbers = [None] * len(values)
    for group in _group(frame, step.within):
        found = [at for at in group if at in bases] if step.at else group[:1]
        base = values[found[0]] if len(found) == 1 else None
        if not base:
            raise DataError(
                f"{_name(frame, group, step.within)} has "
                + (f"{len(found)} rows" if len(found) != 1 else "no value, or 0,")
                + " for the base of the index",
                hint="choose with 'at' a row that each group has once: {year: 2020}",
            )
        for at in group:
            indices[at] = _ratio(values[at], base, _HUNDRED)
    return frame.set(step.into or step.index, indices, Column(kind=Kind.NUMBER))


def _find_bases(frame: Frame, step: IndexStep) -> set[int]:
    if not step.at:
        return set()
    numbered = Frame(data=frame.data.with_row_index("\0"), columns=frame.columns)
    return set(filter_rows(numbered, step.at).data["\0"].to_list())


def divide_column(frame: Frame, step: PerStep) -> Frame:
    """Return one column divided by another, which is in the same rows.

    Raises:
        DataError: A divisor is 0.
    """
    values, divisors = frame.list_numbers(step.divide), frame.list_numbers(step.per)
    zero = next((at for at, divisor in enumerate(divisors) if divisor == 0), None)
    if zero is not None:
        raise DataError(
            f"'{step.per}' is 0 in {_name_row(frame, zero)}",
            hint="take the row out with 'where', or declare what is 0 there as missing",
        )
    factor = step.times or Decimal(1)
    ratios = [
        None if divisor is None else _ratio(value, divisor, factor)
        for value, divisor in zip(values, divisors, strict=True)
    ]
    return frame.set(step.into or step.divide, ratios, Column(kind=Kind.NUMBER, unit=step.unit))


def add_average(frame: Frame, step: AverageStep) -> Frame:
    """Return the mean of each value and its neighbours; a gap where one of them is missing."""
    values = frame.list_numbers(step.moving_average)
    averages: Numbers = [None] * len(values)
    after = (step.over - 1) // 2 if step.centred else 0
    for group in _group(frame, step.within):
        for at, row in enumerate(group):
            first = at + after - step.over + 1
            window = [values[each] for each in group[max(0, first) : at + after + 1]]
            given = [value for value in window if value is not None]
            if first >= 0 and len(given) == step.over:
                averages[row] = CONTEXT.divide(sum(given, Decimal(0)), Decimal(step.over))
    column = frame.columns[step.moving_average]
    return frame.set(step.into or step.moving_average, averages, column)


def add_change(frame: Frame, step: ChangeStep) -> Frame:
    """Return the change of each value on an earlier one; a gap where there is none, or it is 0.

    Raises:
        DataError: `along` has one year twice in a group, or holds neither years nor dates.
    """
    values = frame.list_numbers(step.change)
    changes: Numbers = [None] * len(values)
    for group in _group(frame, step.within):
        for at, before in _pair(frame, group, step):
            changes[at] = _find_change(values[at], values[before], step.told_in)
    is_percent = step.told_in is ChangeIn.PERCENT
    unit = _PERCENT if is_percent else frame.columns[step.change].unit
    return frame.set(step.into or step.change, changes, Column(kind=Kind.NUMBER, unit=unit))


def _find_change(value: Decimal | None, before: Decimal | None, told: ChangeIn) -> Decimal | None:
    if value is None or before is None:
        return None
    if told is ChangeIn.DIFFERENCE:
        return CONTEXT.subtract(value, before)
    # What grew from nothing, or from a debt, grew by no percentage.
    return _ratio(value - before, before, _HUNDRED) if before > 0 else None


def _pair(frame: Frame, group: Sequence[int], step: ChangeStep) -> Iterator[tuple[int, int]]:
    """Yield rows of a group, each with the one that it is compared with."""
    if step.along is None:
        yield from zip(group[step.over :], group, strict=False)
        return
    cells = frame.list_cells(frame.require([step.along])[0])
    known: dict[tuple[int, ...], int] = {}
    for at in group:
        time = _find_time(cells[at], step.along)
        if time in known:
            raise DataError(
                f"{write_cell(cells[at])} stands twice in '{step.along}'"
                f" of {_name(frame, group, step.within)}",
                hint="say with 'within' what else the rows differ in, or group them first",
            )
        known[time] = at
    for time, at in known.items():
        before = known.get((time[0] - step.over, *time[1:]))
        if before is not None:
            yield at, before


def _find_time(cell: Cell, name: str) -> tuple[int, ...]:
    if isinstance(cell, date):
        return cell.year, cell.month, cell.day
    if isinstance(cell, str) and cell.isdecimal():
        return (int(cell),)
    if isinstance(cell, Decimal) and cell == cell.to_integral_value():
        return (int(cell),)
    raise DataError(
        f"'{write_cell(cell)}' in column '{name}' is no year and no date",
        hint="declare the column as date, or leave 'along' out to compare rows in their order",
    )


def compute_columns(frame: Frame, step: ComputeStep) -> Frame:
    """Return `frame` with the columns that expressions give, one after the other.

    Raises:
        DataError: An expression is malformed, names no column of numbers, or divides by 0.
    """
    for name, text in step.compute.items():
        expression = parse_expression(text)
        try:
            values = _compute(frame, expression)
        except DataError as error:
            error.place = error.place or place_at(text, 0)
            raise
        frame = frame.set(name, values, Column(kind=Kind.NUMBER, unit=step.unit))
    return frame


def _compute(frame: Frame, expression: Expression) -> Numbers:
    cells = {name: frame.list_numbers(name) for name in expression.names}
    values: Numbers = []
    for at in range(frame.data.height):
        try:
            values.append(expression.compute({name: each[at] for name, each in cells.items()}))
        except ArithmeticError as error:
            raise DataError(
                f"this cannot be computed in {_name_row(frame, at)}",
                hint="nothing can be divided by 0; take such rows out with 'where' before",
            ) from error
    return values


def _ratio(value: Decimal | None, divisor: Decimal, factor: Decimal) -> Decimal | None:
    if value is None:
        return None
    return CONTEXT.divide(CONTEXT.multiply(value, factor), divisor)


def _group(frame: Frame, within: Sequence[str] | None) -> list[list[int]]:
    """Return the rows of each group, by their numbers; without `within` all are one."""
    if not within:
        return [list(range(frame.data.height))] if frame.data.height else []
    columns = [frame.data[name].to_list() for name in frame.require(within)]
    groups: dict[tuple[object, ...], list[int]] = {}
    for at, key in enumerate(zip(*columns, strict=True)):
        groups.setdefault(key, []).append(at)
    return list(groups.values())


def _name(frame: Frame, group: Sequence[int], within: Sequence[str] | None) -> str:
    if not within:
        return "the data"
    told = (f"{name} {write_cell(frame.list_cells(name)[group[0]])}" for name in within)
    return f"the group {', '.join(told)}"


def _name_row(frame: Frame, at: int) -> str:
    row = frame.data.row(at, named=True)
    text = [name for name, column in frame.columns.items() if column.kind is not Kind.NUMBER]
    told = ", ".join(f"{name} {write_cell(row[name])}" for name in text[:3])
    return f"row {at + 1}" + (f" ({told})" if told else "")
