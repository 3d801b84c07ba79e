"""Sources and facts: what is claimed, and on what ground."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import (
    BeforeValidator,
    Field,
    ValidationInfo,
    field_validator,
    model_validator,
)

from generator.brief.picks import Take
from generator.brief.values import Date, Line, Model, Name, Number, Prose, parse_number
from generator.brief.where import Where
from generator.brief.wording import BadValueError


class Source(Model):
    """A document, data set or conversation that claims rest on."""

    title: Line = Field(description="Title of the work.")
    author: Line | None = Field(default=None, description="Person or body that wrote it.")
    publisher: Line | None = Field(default=None, description="Who published it.")
    date: Date | None = Field(default=None, description="When it was published.")
    url: Line | None = Field(default=None, description="Where it can be read.")
    accessed: Date | None = Field(default=None, description="When it was read.")
    note: Prose | None = Field(default=None, description="What a reader should know about it.")


class SourceRef(Model):
    """A source and the place in it. A bare name, `source: nec`, is the short form."""

    id: Name = Field(description="Key under `sources`.")
    at: Line | None = Field(default=None, description="Where in it: page, table, paragraph.")


def _expand_source(value: object) -> object:
    return {"id": value} if isinstance(value, str) else value


def _expand_sources(value: object) -> object:
    return value if isinstance(value, list | tuple) else [value]


Cited = Annotated[
    SourceRef, BeforeValidator(_expand_source, json_schema_input_type=Name | SourceRef)
]
"""A `SourceRef`; its bare name is enough."""

CitedMany = Annotated[
    tuple[Cited, ...],
    BeforeValidator(
        _expand_sources, json_schema_input_type=Name | SourceRef | tuple[Name | SourceRef, ...]
    ),
]
"""One source or a list of them."""


class Bound(StrEnum):
    """How the true value lies to the one that is given."""

    EXACTLY = "exactly"
    ABOUT = "about"
    MORE_THAN = "more than"
    AT_LEAST = "at least"
    UP_TO = "up to"
    LESS_THAN = "less than"


class Fact(Model):
    """One number with all that is needed to defend it.

    Where a data set gives it, `value` names a column until the data are read.
    """

    dataset: Name | None = Field(default=None, description="The data set that gives the value.")
    where: Where | None = Field(
        default=None, description="Which row of the data set: {country: Japan, year: 2024}."
    )
    take: Take = Field(
        default=Take.ONE, description="How several rows become one number: sum, mean, max, …"
    )
    value: Decimal | None = Field(
        default=None,
        description="Exact value in `unit`: 12.1e9; with 'dataset', the column that has it.",
    )
    derive: Name | None = Field(
        default=None,
        description="Expression over other facts, such as `budget_2024 / total_support`.",
    )
    unit: Line = Field(
        description="ISO currency code (USD), `percent`, or what is counted (`people`)."
    )
    bound: Bound = Field(default=Bound.EXACTLY, description="How the true value lies to this one.")
    counts: Line | None = Field(default=None, description="What the number counts, in a few words.")
    basis: Line | None = Field(
        default=None,
        description="pledged, committed, allocated, disbursed, estimate, survey, count, …",
    )
    as_of: Date | None = Field(
        default=None, description="Day, month or year that the value holds for."
    )
    period: Date | None = Field(default=None, description="Time that the value adds up over.")
    source: CitedMany | None = Field(default=None, description="Where it comes from.")
    note: Prose | None = Field(default=None, description="What is unclear or not counted.")

    @field_validator("value", mode="plain", json_schema_input_type=Number | Name | None)
    @classmethod
    def _parse_value(cls, value: object, info: ValidationInfo) -> Decimal | Name | None:
        has_dataset = info.data.get("dataset") is not None or "dataset" not in info.data
        if has_dataset and isinstance(value, str) and value.strip():
            return Name.of(value)
        return None if value is None else parse_number(value)

    @model_validator(mode="after")
    def _check_origin(self) -> Fact:
        if self.dataset is not None:
            return self._check_pick()
        if self.where is not None or self.take is not Take.ONE:
            raise BadValueError(
                "'where' and 'take' choose rows of a data set, but none is named",
                hint="add 'dataset' with the name of an entry of 'datasets'",
                keys=("where", "take"),
            )
        if (self.value is None) == (self.derive is None):
            raise BadValueError(
                "a fact has either 'value' or 'derive'",
                hint="give the number itself, or the expression that it comes from",
                keys=("value", "derive"),
            )
        if self.value is not None and not self.source:
            raise BadValueError(
                "a fact with a value needs a 'source'",
                hint="name an entry of 'sources'",
                keys=("value", "source"),
            )
        return self

    def _check_pick(self) -> Fact:
        if self.derive is not None:
            raise BadValueError(
                "a fact has either 'dataset' or 'derive'",
                hint="take the number from the data set, and derive another fact from it",
                keys=("dataset", "derive"),
            )
        return self
