"""Steps from the rows of a file to those that are told: filter, group, rank, compare. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, cast

from pydantic import (
    BeforeValidator,
    Discriminator,
    Field,
    StrictBool,
    StrictInt,
    Tag,
    model_validator,
)

from generator.brief.values import Label, Line, Model, Name, PositiveNumber, Prose
from generator.brief.where import Where
from generator.brief.wording import BadValueError, describe
from generator.errors import suggest

MOST_STEPS = 40
"""Steps of one data set."""

_MOST_ROWS = 100_000


def _expand_one(value: object) -> object:
    return value if isinstance(value, list | tuple) else [value]


def _expand_named(value: object) -> object:
    if isinstance(value, dict):
        return value
    names = value if isinstance(value, list | tuple) else [value]
    if any(isinstance(name, list | tuple | dict) or name is None for name in names):
        return value
    return {str(name): name for name in names}


Labels = Annotated[
    tuple[Label, ...],
    Field(min_length=1),
    BeforeValidator(_expand_one, json_schema_input_type=Label | tuple[Label, ...]),
]
"""One column or a list of them."""

Named = Annotated[
    dict[Label, Label],
    Field(min_length=1),
    BeforeValidator(
        _expand_named, json_schema_input_type=Label | tuple[Label, ...] | dict[Label, Label]
    ),
]
"""Columns; as a group, each by the new name that its result has."""


class SelectStep(Model):
    """Keeps columns, in this order."""

    select: Labels = Field(description="Columns to keep, in this order.")


class WhereStep(Model):
    """Keeps rows."""

    where: Where = Field(description="Columns, each with what it must hold.")


class GroupStep(Model):
    """Adds rows up that agree in some columns; without `group`, all of them."""

    group: Labels | None = Field(default=None, description="Columns that rows must agree in.")
    sum: Named | None = Field(default=None, description="Columns to add up.")
    mean: Named | None = Field(default=None, description="Columns to take the mean of.")
    median: Named | None = Field(default=None, description="Columns to take the median of.")
    min: Named | None = Field(default=None, description="Columns to take the least of.")
    max: Named | None = Field(default=None, description="Columns to take the most of.")
    first: Named | None = Field(default=None, description="Columns to take the first value of.")
    last: Named | None = Field(default=None, description="Columns to take the last value of.")
    count: Label | None = Field(default=None, description="Name of a column with counts of rows.")

    @model_validator(mode="after")
    def _check_result(self) -> GroupStep:
        if not self.model_fields_set - {"group"}:
            raise BadValueError(
                "this step groups, but does not say what to add up",
                hint="add 'sum', 'mean', 'median', 'min', 'max', 'first', 'last' or 'count'",
            )
        return self


class PivotStep(Model):
    """Makes a column of each value of one column."""

    pivot: Label = Field(description="Column whose values become the heads of columns.")
    values: Label = Field(description="Column whose values go under these heads.")
    rows: Labels | None = Field(
        default=None, description="Columns that name the rows; left out, all the others."
    )


class UnpivotStep(Model):
    """Makes rows of columns: one row for each of them."""

    unpivot: Labels = Field(description="Columns to put below each other.")
    names: Label = Field(default="name", description="New column with their heads.")
    values: Label = Field(default="value", description="New column with their values.")


class SortStep(Model):
    """Orders rows; missing values come last."""

    sort: Labels = Field(description="Columns to sort by; '-total' is from high to low.")


_TOP = re.compile(r"([0-9]{1,6})\s*\+\s*(\S.*)")


class TopStep(Model):
    """Keeps the rows with the highest values, and adds the others up on request."""

    top: Annotated[StrictInt, Field(ge=1, le=_MOST_ROWS)] = Field(
        description="How many rows to keep: 10, or '10 + other' to add the others up."
    )
    by: Label | None = Field(
        default=None, description="Column to rank by; may be left out if only one has numbers."
    )
    other: Line | None = Field(
        default=None, description="Name of the row that the others are added up in."
    )
    label: Label | None = Field(
        default=None, description="Column for that name; left out, the first with text."
    )

    @model_validator(mode="before")
    @classmethod
    def _part(cls, data: object) -> object:
        if isinstance(data, Mapping):
            given = cast("Mapping[str, Any]", data)
            found = _TOP.fullmatch(top) if isinstance(top := given.get("top"), str) else None
            if found and given.get("other") is None:
                name = "Other" if found[2] == "other" else found[2]
                return {**given, "top": int(found[1]), "other": name}
        return data


class ShareStep(Model):
    """Gives each value as per cent of the sum."""

    share: Label = Field(description="Column to take shares of.")
    within: Labels | None = Field(
        default=None, description="Columns that rows must agree in to make a whole."
    )
    into: Label | None = Field(default=None, description="New column; left out, it is replaced.")


class IndexStep(Model):
    """Gives each value relative to a base of 100."""

    index: Label = Field(description="Column to index.")
    at: Where | None = Field(
        default=None, description="The row that is 100; left out, the first one."
    )
    within: Labels | None = Field(
        default=None, description="Columns that rows must agree in to have one base."
    )
    into: Label | None = Field(default=None, description="New column; left out, it is replaced.")


class PerStep(Model):
    """Divides by another column: per capita, per household, per cent of output."""

    per: Label = Field(description="Column to divide by, such as population.")
    divide: Label = Field(description="Column to divide.")
    dataset: Name | None = Field(
        default=None, description="Data set that holds the column to divide by."
    )
    on: Labels | None = Field(default=None, description="Columns that it is joined by.")
    times: PositiveNumber | None = Field(
        default=None, description="Factor: 100 for per cent, 1000 for 'per thousand'."
    )
    unit: Line | None = Field(default=None, description="Unit of the result.")
    into: Label | None = Field(default=None, description="New column; left out, it is replaced.")

    @model_validator(mode="after")
    def _check_join(self) -> PerStep:
        if (self.dataset is None) != (self.on is None):
            raise BadValueError(
                "'dataset' and 'on' go together",
                hint="name the data set and the columns that it is joined by, or neither",
                keys=("dataset", "on"),
            )
        return self


class AverageStep(Model):
    """Gives the mean of each value and those before it."""

    moving_average: Label = Field(description="Column to take the average of.")
    over: Annotated[StrictInt, Field(ge=2, le=_MOST_ROWS)] = Field(
        description="How many rows each average is taken over."
    )
    centred: StrictBool = Field(
        default=False, description="Whether as many rows after it count as before it."
    )
    within: Labels | None = Field(
        default=None, description="Columns that rows must agree in to make one series."
    )
    into: Label | None = Field(default=None, description="New column; left out, it is replaced.")


class ChangeIn(StrEnum):
    """What a change is told in."""

    PERCENT = "percent"
    DIFFERENCE = "difference"


class ChangeStep(Model):
    """Gives the change of each value on an earlier one."""

    change: Label = Field(description="Column to take the change of.")
    along: Label | None = Field(
        default=None,
        description="Column with years or dates; left out, rows are compared in their order.",
    )
    over: Annotated[StrictInt, Field(ge=1, le=_MOST_ROWS)] = Field(
        default=1, description="Years back where 'along' is given, else rows."
    )
    told_in: ChangeIn = Field(default=ChangeIn.PERCENT, description="percent or difference.")
    within: Labels | None = Field(
        default=None, description="Columns that rows must agree in to be compared."
    )
    into: Label | None = Field(default=None, description="New column; left out, it is replaced.")


class JoinStep(Model):
    """Adds columns of another data set to the rows that agree."""

    join: Name = Field(description="Key under 'datasets'.")
    on: Named = Field(description="Columns that must agree; as a group: here, and there.")
    take: Labels | None = Field(default=None, description="Columns to add; left out, all.")
    matched: StrictBool = Field(
        default=False, description="Whether rows without a partner are left out."
    )


class RenameStep(Model):
    """Gives columns other names."""

    rename: Annotated[dict[Label, Label], Field(min_length=1)] = Field(
        description="Columns, each with its new name."
    )


class ComputeStep(Model):
    """Computes columns from others, row by row and in exact numbers."""

    compute: Annotated[dict[Label, Prose], Field(min_length=1)] = Field(
        description="New columns, each with an expression: `total - [to be paid]`."
    )
    unit: Line | None = Field(default=None, description="Unit of the results.")


class SqlStep(Model):
    """Asks a question in SQL; the rows so far are the table `self`."""

    sql: Prose = Field(description="One SELECT; data sets are tables, the rows so far `self`.")


_STEPS: Mapping[str, type[Model]] = {
    "where": WhereStep,
    "select": SelectStep,
    "group": GroupStep,
    "pivot": PivotStep,
    "unpivot": UnpivotStep,
    "sort": SortStep,
    "top": TopStep,
    "share": ShareStep,
    "index": IndexStep,
    "per": PerStep,
    "moving_average": AverageStep,
    "change": ChangeStep,
    "join": JoinStep,
    "rename": RenameStep,
    "compute": ComputeStep,
    "sql": SqlStep,
    # These alone make one row of all.
    "sum": GroupStep,
    "mean": GroupStep,
    "median": GroupStep,
    "min": GroupStep,
    "max": GroupStep,
    "first": GroupStep,
    "last": GroupStep,
    "count": GroupStep,
}


def _tag(kind: type[Model]) -> str:
    return f"({kind.__name__})"


def _find_kind(value: object) -> str | None:
    if isinstance(value, Model):
        return _tag(type(value))
    if isinstance(value, Mapping):
        given = cast("Mapping[str, object]", value)
        return next((_tag(kind) for key, kind in _STEPS.items() if key in given), None)
    return None


def _check_kind(value: object) -> object:
    """Refuse what is no step, in words that name those there are."""
    if _find_kind(value) is not None:
        return value
    if not isinstance(value, Mapping):
        raise BadValueError(
            f"a step is a group of keys, found {describe(value)}",
            hint="write it as 'sort: total' after '- '",
        )
    keys = [str(key) for key in cast("Mapping[object, object]", value)]
    near = next((found for key in keys if (found := suggest(key, _STEPS))), None)
    named = f" '{keys[0]}'" if keys else ""
    raise BadValueError(
        f"there is no step{named}", hint=near or f"the steps are {', '.join(list(_STEPS)[:16])}"
    )


AnyStep = (
    Annotated[SelectStep, Tag("(SelectStep)")]
    | Annotated[WhereStep, Tag("(WhereStep)")]
    | Annotated[GroupStep, Tag("(GroupStep)")]
    | Annotated[PivotStep, Tag("(PivotStep)")]
    | Annotated[UnpivotStep, Tag("(UnpivotStep)")]
    | Annotated[SortStep, Tag("(SortStep)")]
    | Annotated[TopStep, Tag("(TopStep)")]
    | Annotated[ShareStep, Tag("(ShareStep)")]
    | Annotated[IndexStep, Tag("(IndexStep)")]
    | Annotated[PerStep, Tag("(PerStep)")]
    | Annotated[AverageStep, Tag("(AverageStep)")]
    | Annotated[ChangeStep, Tag("(ChangeStep)")]
    | Annotated[JoinStep, Tag("(JoinStep)")]
    | Annotated[RenameStep, Tag("(RenameStep)")]
    | Annotated[ComputeStep, Tag("(ComputeStep)")]
    | Annotated[SqlStep, Tag("(SqlStep)")]
)

Step = Annotated[Annotated[AnyStep, Discriminator(_find_kind)], BeforeValidator(_check_kind)]
"""One step; the key that it begins with says which."""
