"""The steps of a data set, taken in order; what each did, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol, assert_never, cast

from generator.brief.steps import (
    AnyStep,
    AverageStep,
    ChangeStep,
    ComputeStep,
    GroupStep,
    IndexStep,
    JoinStep,
    PerStep,
    PivotStep,
    RenameStep,
    SelectStep,
    ShareStep,
    SortStep,
    SqlStep,
    TopStep,
    UnpivotStep,
    WhereStep,
)
from generator.brief.where import Condition
from generator.brief.wording import shorten
from generator.errors import DataError
from generator.load.datasets.filtering import (
    filter_rows,
    keep_top,
    select_columns,
    sort_rows,
    write_condition,
)
from generator.load.datasets.frame import Frame
from generator.load.datasets.questions import ask_in_sql
from generator.load.datasets.ratios import (
    add_average,
    add_change,
    add_index,
    add_share,
    compute_columns,
    divide_column,
)
from generator.load.datasets.reshaping import (
    group_rows,
    join_rows,
    pivot_rows,
    rename_columns,
    unpivot_rows,
)

if TYPE_CHECKING:
    from pydantic import BaseModel

MOST_CELLS = 50_000_000
"""Cells that a step may leave; more is a mistake in a join."""


class Shelf(Protocol):
    """Where the other data sets stand."""

    def find_frame(self, name: str) -> Frame:
        """Return the data set `name`, read whole."""
        ...

    def list_frames(self, text: str) -> Mapping[str, Frame]:
        """Return the data sets that a query may speak of."""
        ...


def take_step(frame: Frame, step: AnyStep, shelf: Shelf) -> Frame:  # noqa: C901, PLR0911, PLR0912
    """Return what `step` makes of `frame`.

    Raises:
        DataError: It cannot be taken on these rows.
    """
    match step:
        case SelectStep():
            return select_columns(frame, step)
        case WhereStep():
            return filter_rows(frame, step.where)
        case GroupStep():
            return group_rows(frame, step)
        case PivotStep():
            return pivot_rows(frame, step)
        case UnpivotStep():
            return unpivot_rows(frame, step)
        case SortStep():
            return sort_rows(frame, step)
        case TopStep():
            return keep_top(frame, step)
        case ShareStep():
            return add_share(frame, step)
        case IndexStep():
            return add_index(frame, step)
        case PerStep():
            return _divide(frame, step, shelf)
        case AverageStep():
            return add_average(frame, step)
        case ChangeStep():
            return add_change(frame, step)
        case JoinStep():
            return join_rows(frame, shelf.find_frame(step.join), step)
        case RenameStep():
            return rename_columns(frame, step)
        case ComputeStep():
            return compute_columns(frame, step)
        case SqlStep():
            return ask_in_sql(frame, step.sql, shelf.list_frames(step.sql))
        case _:
            assert_never(step)


def _divide(frame: Frame, step: PerStep, shelf: Shelf) -> Frame:
    """Divide by a column of the rows themselves, or of another data set that is joined to them."""
    if step.dataset is None:
        return divide_column(frame, step)
    if step.per in frame.columns:
        raise DataError(
            f"the column '{step.per}' is there already, before '{step.dataset}' is joined",
            hint="leave 'dataset' out to divide by it, or rename it before",
        )
    on = {name: name for name in step.on or ()}
    join = JoinStep(join=step.dataset, on=on, take=(step.per,))
    joined = divide_column(join_rows(frame, shelf.find_frame(step.dataset), join), step)
    kept = [name for name in joined.columns if name != step.per or name == step.into]
    return select_columns(joined, SelectStep(select=tuple(kept)))


def write_step(step: BaseModel) -> str:
    """Return a step in one line of words, as it stands in the brief."""
    given = [(key, getattr(step, key)) for key in type(step).model_fields]
    return ", ".join(
        f"{key.replace('_', ' ')}: {shorten(_write(value))}"
        for key, value in given
        if key in step.model_fields_set and value is not None
    )


def _write(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(str(each) for each in cast("tuple[object, ...]", value))
    if isinstance(value, dict):
        group = cast("dict[str, object]", value)
        return ", ".join(_write_pair(key, each) for key, each in group.items())
    return str(value)


def _write_pair(key: str, value: object) -> str:
    if isinstance(value, Condition):
        return f"{key} {write_condition(value)}"
    return key if key == value else f"{key} = {value}"
