"""Data sets: tables in files and databases, how they are read, and what is made of them. Pure."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field, StrictInt, model_validator

from generator.brief.exhibits import Scale
from generator.brief.facts import CitedMany
from generator.brief.steps import MOST_STEPS, Step
from generator.brief.values import Date, Label, Line, Model, Name, Prose
from generator.brief.where import Operand
from generator.brief.wording import BadValueError

ORIGINS = ("file", "url_env", "dataset")
"""Keys of which a data set has one: where its rows come from."""


class FileFormat(StrEnum):
    """The files that tables are read from."""

    CSV = "csv"
    TSV = "tsv"
    XLSX = "xlsx"
    PARQUET = "parquet"
    JSON = "json"


class DataType(StrEnum):
    """What stands in a column."""

    TEXT = "text"
    NUMBER = "number"
    INTEGER = "integer"
    PERCENT = "percent"
    DATE = "date"


def _expand_one(value: object) -> object:
    return [value] if isinstance(value, str) else value


Lines = Annotated[
    tuple[Line, ...],
    BeforeValidator(_expand_one, json_schema_input_type=Line | tuple[Line, ...]),
]
"""One text or a list of them."""


class DataColumn(Model):
    """How a column is read. The bare type is the short form."""

    type: DataType | None = Field(
        default=None,
        description="Left out, a column of nothing but numbers has numbers, any other text.",
    )
    unit: Line | None = Field(
        default=None, description="Unit of the numbers: an ISO currency, 'percent', 'people'."
    )
    scale: Scale = Field(
        default=Scale.ONE,
        description="What the file counts in: with 'billion', 1.2 is read as 1 200 000 000.",
    )
    formats: Lines = Field(
        default=(),
        description="How dates are written, tried in order: 'd.m.yyyy', 'mmmm yyyy', 'yyyy-Qq'.",
    )
    signs: Lines = Field(
        default=(), description="Signs that are taken off numbers: '$', 'EUR', 'km'."
    )
    missing: Lines = Field(
        default=(), description="Texts of this column that stand for nothing, beside those of all."
    )


def _expand_column(value: object) -> object:
    return {"type": value} if isinstance(value, str) else value


ColumnOrType = Annotated[
    DataColumn, BeforeValidator(_expand_column, json_schema_input_type=DataType | DataColumn)
]
"""A `DataColumn`; the bare type is enough."""

Sign = Annotated[str, Field(min_length=1, max_length=1)]
CellRange = Annotated[
    str, Field(pattern=r"^\$?[A-Za-z]{1,3}\$?[0-9]{1,7}:\$?[A-Za-z]{1,3}\$?[0-9]{1,7}$")
]
Count = Annotated[StrictInt, Field(ge=0, le=10_000)]
Row = Annotated[StrictInt, Field(ge=1, le=1_000_000)]


def _expand_missing(value: object) -> object:
    return value if isinstance(value, list | tuple) else [value]


class Dataset(Model):
    """A table in a file or a database, how it is read, and the steps that follow."""

    file: Line | None = Field(default=None, description="Path from the folder of the brief.")
    url_env: Line | None = Field(
        default=None,
        description="Name of the environment variable that holds the URL of a database.",
    )
    dataset: Name | None = Field(default=None, description="Another data set to go on from.")

    format: FileFormat | None = Field(
        default=None, description="Kind of the file; left out, its ending says."
    )
    encoding: Line = Field(default="utf-8", description="Encoding of a text file.")
    separator: Sign | None = Field(
        default=None, description="Sign between cells of a CSV file; left out, it is found."
    )
    quote: Sign = Field(default='"', description="Sign around cells of a CSV file.")
    decimal: Sign = Field(default=".", description="Sign before the decimals of numbers.")
    thousands: Sign | None = Field(
        default=None, description="Sign between groups of three digits; ' ' is any space."
    )
    sheet: Label | None = Field(
        default=None, description="Name of the sheet; needed if there are several."
    )
    range: CellRange | None = Field(
        default=None, description="Cells of the sheet with their heads: 'B4:F20'."
    )
    header: Row | None = Field(
        default=None, description="Row or line of the heads; left out, it is found."
    )
    header_rows: Annotated[StrictInt, Field(ge=1, le=5)] | None = Field(
        default=None, description="How many rows the heads take; they are joined."
    )
    names: Annotated[tuple[Label, ...], Field(min_length=1)] | None = Field(
        default=None, description="Heads of a file that has none."
    )
    footer: Count | None = Field(
        default=None, description="Rows to leave out at the end; left out, notes are found."
    )
    path: Line | None = Field(
        default=None, description="Where the rows stand in a JSON file: 'result.items'."
    )

    query: Prose | None = Field(default=None, description="The SELECT that a database is asked.")
    parameters: dict[Label, Operand] = Field(
        default_factory=dict, description="Values for ':names' in the query."
    )
    timeout: Annotated[StrictInt, Field(ge=1, le=3600)] = Field(
        default=30, description="Seconds to wait for the database."
    )
    limit: Row = Field(default=100_000, description="Most rows that the query may give.")

    missing: Annotated[
        tuple[Label, ...],
        BeforeValidator(_expand_missing, json_schema_input_type=Label | tuple[Label, ...]),
    ] = Field(default=(), description="Texts that stand for nothing: 'n/a', ':', '..'.")
    footnotes: Lines = Field(
        default=("*", "†", "‡"),
        description="Marks of footnotes that are taken off the ends of heads and cells.",
    )
    rename: dict[Label, Label] = Field(
        default_factory=dict, description="Heads of the file, each with a better name."
    )
    columns: dict[Label, ColumnOrType] = Field(
        default_factory=dict, description="Columns, by their new names, and how they are read."
    )
    steps: tuple[Step, ...] = Field(
        default=(), max_length=MOST_STEPS, description="What is made of the rows, in order."
    )

    source: CitedMany | None = Field(
        default=None, description="Where the data come from; facts and exhibits take it over."
    )
    as_of: Date | None = Field(default=None, description="Day, month or year of the data.")

    @model_validator(mode="after")
    def _check_origin(self) -> Dataset:
        given = [key for key in ORIGINS if getattr(self, key) is not None]
        if len(given) != 1:
            raise BadValueError(
                "a data set has one of 'file', 'url_env' or 'dataset'"
                + (f", not {len(given)}" if given else ""),
                hint="name the file, the variable with the URL of a database, or another data set",
                keys=tuple(given) or ORIGINS,
            )
        if (self.url_env is None) != (self.query is None):
            raise BadValueError(
                "'url_env' and 'query' go together",
                hint="a database is asked by a query: select country, total from aid",
                keys=("url_env", "query"),
            )
        if self.decimal == self.thousands:
            raise BadValueError(
                "'decimal' and 'thousands' are the same sign",
                hint="numbers cannot be read so; leave one of them out",
                keys=("decimal", "thousands"),
            )
        return self
