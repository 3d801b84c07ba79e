"""Conditions on the rows of a data set. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated

from pydantic import (
    BeforeValidator,
    Field,
    PlainValidator,
    StrictBool,
    WithJsonSchema,
    model_validator,
)

from generator.brief.values import Label, Model, parse_number
from generator.brief.wording import BadValueError, describe


def _parse_operand(value: object) -> Decimal | str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.strip():
        return str(value)
    if isinstance(value, int | float | Decimal):
        return parse_number(value)
    raise BadValueError(
        f"expected a number or a text, found {describe(value)}",
        hint="write the value as it stands in the data; 'missing: true' finds what is not there",
    )


Operand = Annotated[
    Decimal | str,
    PlainValidator(_parse_operand),
    WithJsonSchema({"type": ["number", "string", "boolean"]}),
]
"""A value to compare with: a number, a text, or a date as text."""


def _expand_one(value: object) -> object:
    return value if isinstance(value, list | tuple) else [value]


Operands = Annotated[
    tuple[Operand, ...],
    Field(min_length=1),
    BeforeValidator(
        _expand_one,
        json_schema_input_type=Operand | tuple[Operand, ...],
    ),
]
"""One value or a list of them."""


class Condition(Model):
    """What a column must hold. A bare value, or a list of them, is the short form of `any_of`."""

    any_of: Operands | None = Field(default=None, description="One of these values.")
    none_of: Operands | None = Field(default=None, description="None of these values.")
    at_least: Operand | None = Field(default=None, description="This or more; this day or later.")
    at_most: Operand | None = Field(default=None, description="This or less; this day or earlier.")
    above: Operand | None = Field(default=None, description="More than this, or later.")
    below: Operand | None = Field(default=None, description="Less than this, or earlier.")
    contains: str | None = Field(
        default=None, description="A text that has this in it, in capitals or not."
    )
    missing: StrictBool | None = Field(
        default=None, description="true: nothing stands there; false: something does."
    )

    @model_validator(mode="after")
    def _check_any(self) -> Condition:
        if not self.model_fields_set:
            raise BadValueError(
                "this condition says nothing", hint="write a value, or such as {at_least: 2022}"
            )
        return self


def _expand_condition(value: object) -> object:
    return value if isinstance(value, Mapping | Condition) else {"any_of": value}


ConditionOrValue = Annotated[
    Condition,
    BeforeValidator(
        _expand_condition, json_schema_input_type=Operand | tuple[Operand, ...] | Condition
    ),
]

Where = Annotated[dict[Label, ConditionOrValue], Field(min_length=1)]
"""Columns with what they must hold; all must be true."""
