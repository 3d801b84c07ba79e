"""Steps that choose: rows by condition, columns, order, the highest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, cast

from generator.brief.steps import SelectStep, SortStep, TopStep
from generator.brief.values import When, parse_when
from generator.brief.where import Condition
from generator.brief.wording import BadValueError
from generator.errors import DataError, suggest
from generator.load.datasets.frame import Frame, write_cell
from generator.load.datasets.table import Kind

if TYPE_CHECKING:
    import polars as pl

_LISTED = 12
_BOUNDS = ("at_least", "at_most", "above", "below")


def select_columns(frame: Frame, step: SelectStep) -> Frame:
    """Return `frame` with the named columns alone, in their order."""
    names = frame.require(dict.fromkeys(step.select))
    return Frame(
        data=frame.data.select(names), columns={name: frame.columns[name] for name in names}
    )


def filter_rows(frame: Frame, where: Mapping[str, Condition]) -> Frame:
    """Return the rows of `frame` that meet all conditions.

    Raises:
        DataError: There is no such column, a value does not suit it or never stands in it, or no
            row is left.
    """
    data = frame.data
    for name, condition in where.items():
        data = data.filter(_plan(frame, name, condition))
    if not data.height and frame.data.height:
        told = "; ".join(f"{name}: {write_condition(each)}" for name, each in where.items())
        raise DataError(
            f"no row meets the condition ({told})",
            hint="each value is there, but not together: see the data, or ask for less",
        )
    return frame.with_data(data)


def write_condition(condition: Condition) -> str:
    """Return a condition in words."""
    parts: list[str] = []
    for key in condition.model_fields_set:
        value = cast("object", getattr(condition, key))
        if isinstance(value, tuple):
            words = " or ".join(write_cell(each) for each in cast("tuple[Decimal | str]", value))
        else:
            words = str(value).lower() if isinstance(value, bool) else str(value)
        parts.append(words if key == "any_of" else f"{key.replace('_', ' ')} {words}")
    return ", ".join(sorted(parts))


def _plan(frame: Frame, name: str, condition: Condition) -> pl.Expr:
    import polars as pl

    kind = frame.find(name).kind
    column = pl.col(name)
    tests: list[pl.Expr] = []
    if condition.missing is not None:
        tests.append(column.is_null() if condition.missing else column.is_not_null())
    if condition.any_of is not None:
        tests.append(_plan_any(frame, name, condition.any_of, is_required=True))
    if condition.none_of is not None:
        tests.append(~_plan_any(frame, name, condition.none_of).fill_null(value=False))
    if condition.contains is not None:
        if kind is not Kind.TEXT:
            raise DataError(f"the column '{name}' holds no text", hint="compare it by value")
        wanted = condition.contains.casefold()
        tests.append(column.str.to_lowercase().str.contains(wanted.lower(), literal=True))
    for key in _BOUNDS:
        operand = cast("Decimal | str | None", getattr(condition, key))
        if operand is not None:
            tests.append(_compare(column, key, _convert(operand, name, kind), kind))
    return pl.all_horizontal(tests)


def _plan_any(
    frame: Frame, name: str, operands: Sequence[Decimal | str], *, is_required: bool = False
) -> pl.Expr:
    import polars as pl

    kind = frame.columns[name].kind
    test: pl.Expr = pl.lit(value=False)
    for operand in operands:
        wanted = _convert(operand, name, kind)
        if isinstance(wanted, When):
            found = pl.col(name).is_between(wanted.start, wanted.end)
        else:
            found = pl.col(name) == pl.lit(wanted)
        if is_required and not frame.data.select(found.any()).item():
            raise _report_absent(frame, name, operand)
        test = test | found
    return test


def _report_absent(frame: Frame, name: str, operand: Decimal | str) -> DataError:
    cells = frame.data[name].unique(maintain_order=True).drop_nulls().to_list()
    known = [write_cell(cell) for cell in cells]
    word = write_cell(operand)
    more = ", …" if len(known) > _LISTED else ""
    near = suggest(word, known) if frame.columns[name].kind is Kind.TEXT else None
    return DataError(
        f"'{word}' never stands in the column '{name}'",
        hint=near or f"it holds {', '.join(known[:_LISTED])}{more}",
    )


def _convert(operand: Decimal | str, name: str, kind: Kind) -> Decimal | str | When:
    """Return what a condition compares with, in the kind of the column.

    Raises:
        DataError: It is no number, or no date, where the column has them.
    """
    if kind is Kind.TEXT:
        return write_cell(operand)
    if kind is Kind.NUMBER:
        if isinstance(operand, Decimal):
            return operand
        raise DataError(
            f"the column '{name}' holds numbers, '{operand}' is none",
            hint="write a number without quotes",
        )
    try:
        return cast("When", parse_when(write_cell(operand)))
    except BadValueError as error:
        raise DataError(error.message, hint=error.hint) from error


def _compare(column: pl.Expr, key: str, wanted: Decimal | str | When, kind: Kind) -> pl.Expr:
    import polars as pl

    if kind is Kind.DATE:
        assert isinstance(wanted, When)  # noqa: S101 - see `_convert`
        edge: Decimal | str | date = wanted.end if key in ("at_most", "above") else wanted.start
    else:
        edge = cast("Decimal | str", wanted)
    value = pl.lit(edge)
    match key:
        case "at_least":
            return column >= value
        case "at_most":
            return column <= value
        case "above":
            return column > value
        case _:
            return column < value


def sort_rows(frame: Frame, step: SortStep) -> Frame:
    """Return the rows in order; equal ones keep theirs, missing values come last."""
    names: list[str] = []
    descending: list[bool] = []
    for word in step.sort:
        is_down = word.startswith("-") and word not in frame.columns
        names.append(word[1:].strip() if is_down else word)
        descending.append(is_down)
    frame.require(names)
    return frame.with_data(
        frame.data.sort(names, descending=descending, nulls_last=True, maintain_order=True)
    )


def keep_top(frame: Frame, step: TopStep) -> Frame:
    """Return the rows with the highest values, in falling order, and one for the others.

    Raises:
        DataError: There is no column of numbers to rank by, or several.
    """
    by = step.by or _find_only_number(frame)
    frame.find_number(by)
    ranked = frame.data.sort(by, descending=True, nulls_last=True, maintain_order=True)
    top, rest = ranked.head(step.top), ranked.slice(step.top)
    if step.other is None or not rest.height:
        return frame.with_data(top)
    label = step.label or next(
        (name for name, column in frame.columns.items() if column.kind is Kind.TEXT), None
    )
    if label is None or frame.find(label).kind is not Kind.TEXT:
        raise DataError(
            "there is no column with text for the name of the others",
            hint="name it as 'label'",
        )
    return frame.with_data(_add_others(frame, top, rest, {label: step.other}))


def _find_only_number(frame: Frame) -> str:
    names = [name for name, column in frame.columns.items() if column.kind is Kind.NUMBER]
    if len(names) == 1:
        return names[0]
    raise DataError(
        f"there are {len(names)} columns with numbers to rank by"
        if names
        else "there is no column with numbers to rank by",
        hint=f"name one as 'by': {', '.join(names)}" if names else "see 'columns'",
    )


def _add_others(
    frame: Frame, top: pl.DataFrame, rest: pl.DataFrame, named: Mapping[str, str]
) -> pl.DataFrame:
    """Return `top` with one more row: the sums of `rest`."""
    import polars as pl

    cells: list[pl.Expr] = []
    for name, column in frame.columns.items():
        kind = frame.data.schema[name]
        if name in named:
            cells.append(pl.lit(named[name], dtype=kind).alias(name))
        elif column.kind is Kind.NUMBER:
            has_any = pl.col(name).is_not_null().any()
            cells.append(pl.when(has_any).then(pl.col(name).sum()).cast(kind).alias(name))
        else:
            cells.append(pl.lit(None, dtype=kind).alias(name))
    return pl.concat([top, rest.select(cells)])
