"""Steps that change the shape: group, pivot, unpivot, join, rename."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.brief.steps import GroupStep, JoinStep, PivotStep, RenameStep, UnpivotStep
from generator.errors import DataError
from generator.load.datasets.frame import Frame, write_cell
from generator.load.datasets.numbers import CONTEXT, to_series
from generator.load.datasets.table import Column, Kind

if TYPE_CHECKING:
    import polars as pl

_MOST_PIVOTED = 500
_REDUCERS = ("sum", "mean", "median", "min", "max", "first", "last")


def rename_columns(frame: Frame, step: RenameStep) -> Frame:
    """Return `frame` with other names for some columns."""
    frame.require(step.rename)
    names = [step.rename.get(name, name) for name in frame.columns]
    _check_unique(names)
    columns = dict(zip(names, frame.columns.values(), strict=True))
    return Frame(data=frame.data.rename(dict(step.rename)), columns=columns)


def group_rows(frame: Frame, step: GroupStep) -> Frame:
    """Return one row for each group, in the order in which they first appear.

    Missing numbers are passed over; of a group without any number the result is missing.

    Raises:
        DataError: A column to be added up does not hold numbers, or two results have one name.
    """
    import polars as pl

    keys = frame.require(dict.fromkeys(step.group or ()))
    wanted = [
        (into, name, how) for how in _REDUCERS for into, name in (getattr(step, how) or {}).items()
    ]
    names = [*keys, *(into for into, _, _ in wanted), *([step.count] if step.count else [])]
    _check_unique(names)
    plans = [_plan_reduction(frame, name, how).alias(into) for into, name, how in wanted]
    if step.count:
        plans.append(pl.len().alias(step.count))
    if keys:
        data = frame.data.group_by(keys, maintain_order=True).agg(plans)
    else:
        # `implode` keeps the lists that means are taken of whole, as grouping does.
        data = frame.data.with_columns(pl.lit(0).alias("\0")).group_by("\0").agg(plans).drop("\0")
    columns: dict[str, Column] = {key: frame.columns[key] for key in keys}
    for into, name, how in wanted:
        columns[into] = frame.columns[name]
        if how in ("mean", "median"):
            data = data.with_columns(to_series([_reduce(cell, how) for cell in data[into]], into))
    if step.count:
        counts = data[step.count].cast(pl.Decimal(38, 0))
        data = data.with_columns(counts)
        columns[step.count] = Column(kind=Kind.NUMBER)
    return Frame(data=data.select(list(columns)), columns=columns)


def _plan_reduction(frame: Frame, name: str, how: str) -> pl.Expr:
    import polars as pl

    column = pl.col(name)
    if how in ("first", "last"):
        frame.find(name)
        return column.first() if how == "first" else column.last()
    if how in ("min", "max") and frame.find(name).kind is Kind.DATE:
        return column.min() if how == "min" else column.max()
    frame.find_number(name)
    match how:
        case "sum":
            return pl.when(column.is_not_null().any()).then(column.sum())
        case "min":
            return column.min()
        case "max":
            return column.max()
        case _:
            # Polars would take the mean in binary numbers.
            return column.drop_nulls()


def _reduce(cells: Sequence[Decimal] | pl.Series | None, how: str) -> Decimal | None:
    return reduce_numbers(list(cells if cells is not None else ()), how)


def reduce_numbers(values: Sequence[Decimal], how: str) -> Decimal | None:
    """Return the mean or median of `values`, or None if there are none."""
    if not values:
        return None
    if how == "mean":
        total = sum(values, Decimal(0))
        return CONTEXT.divide(total, Decimal(len(values)))
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return CONTEXT.divide(ordered[middle - 1] + ordered[middle], Decimal(2))


def pivot_rows(frame: Frame, step: PivotStep) -> Frame:
    """Return a column for each value of one column, heads and rows in order of appearance.

    Raises:
        DataError: Two rows would stand in one cell, or the heads are too many or taken.
    """
    frame.require((step.pivot, step.values))
    others = [name for name in frame.columns if name not in (step.pivot, step.values)]
    rows = frame.require(dict.fromkeys(step.rows or others))
    if not rows:
        raise DataError("there is no column left that names the rows", hint="name them as 'rows'")
    data = frame.data.select([*rows, step.pivot, step.values])
    heads = data[step.pivot].unique(maintain_order=True).to_list()
    if len(heads) > _MOST_PIVOTED:
        raise DataError(
            f"the column '{step.pivot}' has {len(heads)} values, too many for heads",
            hint="filter the rows first, or choose another column",
        )
    _check_pivot(data, rows, step.pivot)
    names = [write_cell(head) for head in heads]
    _check_unique([*rows, *names])
    wide = data.pivot(on=step.pivot, index=rows, values=step.values, maintain_order=True)
    wide.columns = [*rows, *names]
    column = frame.columns[step.values]
    columns = {**{name: frame.columns[name] for name in rows}, **dict.fromkeys(names, column)}
    return Frame(data=wide, columns=columns)


def _check_pivot(data: pl.DataFrame, rows: Sequence[str], pivot: str) -> None:
    twice = data.select([*rows, pivot]).is_duplicated()
    if twice.any():
        first = data.filter(twice).row(0, named=True)
        told = ", ".join(f"{name} {write_cell(first[name])}" for name in (*rows, pivot))
        raise DataError(
            f"several rows would stand in one cell: {told}",
            hint="group the rows first, or name with 'rows' what else they differ in",
        )


def unpivot_rows(frame: Frame, step: UnpivotStep) -> Frame:
    """Return the values of several columns below each other, column by column.

    Raises:
        DataError: The columns hold different kinds of values, or a new name is taken.
    """
    names = frame.require(dict.fromkeys(step.unpivot))
    kinds = {frame.columns[name].kind for name in names}
    if len(kinds) > 1:
        odd = next(
            name for name in names if frame.columns[name].kind is not frame.columns[names[0]].kind
        )
        raise DataError(
            f"'{odd}' holds {frame.columns[odd].kind}, '{names[0]}' {frame.columns[names[0]].kind}",
            hint="put columns of one kind below each other",
        )
    kept = [name for name in frame.columns if name not in names]
    _check_unique([*kept, step.names, step.values])
    long = frame.data.unpivot(
        on=names, index=kept, variable_name=step.names, value_name=step.values
    )
    columns = {
        **{name: frame.columns[name] for name in kept},
        step.names: Column(kind=Kind.TEXT),
        step.values: frame.columns[names[0]],
    }
    return Frame(data=long.select(list(columns)), columns=columns)


def join_rows(frame: Frame, other: Frame, step: JoinStep) -> Frame:
    """Return `frame` with columns of `other` from the rows that agree.

    Raises:
        DataError: Rows of `other` agree with each other, keys are of different kinds, or a column
            is there twice.
    """
    here, there = frame.require(step.on), other.require(step.on.values())
    taken = other.require(step.take or [name for name in other.columns if name not in there])
    _check_unique([*frame.columns, *taken])
    for left, right in zip(here, there, strict=True):
        if frame.columns[left].kind is not other.columns[right].kind:
            raise DataError(
                f"'{left}' holds {frame.columns[left].kind}, "
                f"'{right}' of '{step.join}' {other.columns[right].kind}",
                hint="declare both under 'columns' as the same type",
            )
    _check_keys(other, there, step.join)
    data = _join(frame, other, (here, there), taken, matched=step.matched)
    columns = {**frame.columns, **{name: other.columns[name] for name in taken}}
    if not data.height or all(data[name].null_count() == data.height for name in taken):
        raise DataError(
            f"no row agrees with one of '{step.join}'",
            hint="see whether names and codes are written alike in both",
        )
    return Frame(data=data.select(list(columns)), columns=columns)


def _check_keys(other: Frame, there: Sequence[str], name: str) -> None:
    twice = other.data.select(there).is_duplicated()
    if twice.any():
        first = other.data.filter(twice).row(0, named=True)
        told = ", ".join(f"{key} {write_cell(first[key])}" for key in there)
        raise DataError(
            f"several rows of '{name}' agree: {told}",
            hint="join by more columns, or group its rows first",
        )


def _join(
    frame: Frame,
    other: Frame,
    keys: tuple[Sequence[str], Sequence[str]],
    taken: Sequence[str],
    *,
    matched: bool,
) -> pl.DataFrame:
    """Return the rows of both; keys of numbers are compared as numbers of one scale."""
    import polars as pl

    left, right = frame.data, other.data
    marks = [f"\0{at}" for at in range(len(keys[0]))]
    for mark, here, there in zip(marks, *keys, strict=True):
        one, two = left[here].alias(mark), right[there].alias(mark)
        if frame.columns[here].kind is Kind.NUMBER:
            scale = max(_find_scale(one), _find_scale(two))
            one, two = (each.cast(pl.Decimal(38, scale)) for each in (one, two))
        left, right = left.with_columns(one), right.with_columns(two)
    right = right.select([*marks, *taken])
    how = "inner" if matched else "left"
    return left.join(right, on=marks, how=how, maintain_order="left").drop(marks)


def _find_scale(series: pl.Series) -> int:
    return int(getattr(series.dtype, "scale", 0))


def _check_unique(names: Sequence[str]) -> None:
    twice = next((name for at, name in enumerate(names) if name in names[:at]), None)
    if twice is not None:
        raise DataError(
            f"two columns would be called '{twice}'",
            hint="give one another name, with 'rename' before or as 'new name: column'",
        )
