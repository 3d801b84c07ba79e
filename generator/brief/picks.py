"""What is taken from a data set: rows by condition, and the data of a chart or a table. Pure."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from generator.brief.steps import MOST_STEPS, Named, Step
from generator.brief.values import Label, Model, Name
from generator.brief.where import Where


class Take(StrEnum):
    """How many rows become one number."""

    ONE = "one"
    SUM = "sum"
    MEAN = "mean"
    MEDIAN = "median"
    MIN = "min"
    MAX = "max"
    COUNT = "count"
    FIRST = "first"
    LAST = "last"


class DataPick(Model):
    """Rows of a data set."""

    dataset: Name = Field(description="Key under 'datasets'.")
    where: Where | None = Field(
        default=None, description="Which rows: columns, each with the value that they must have."
    )
    steps: tuple[Step, ...] = Field(
        default=(),
        max_length=MOST_STEPS,
        description="Further steps for this use alone, after 'where'.",
    )


class ChartData(DataPick):
    """The data of a chart that come from a data set."""

    x: Label = Field(description="Column that names the categories.")
    y: Named = Field(
        description="Column with the numbers, a list of them, or series with their columns."
    )
    series: Label | None = Field(
        default=None, description="Column that names the series, where each row has one number."
    )


class TableData(DataPick):
    """The rows of a table that come from a data set."""
