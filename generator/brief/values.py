"""The small types that the models of a brief are made of: names, prose, dates."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Self, cast

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainValidator,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import CoreSchema, core_schema

from generator.brief.wording import (
    BadValueError,
    describe,
    plan_date_hint,
    plan_number_hint,
    plan_text_hint,
    shorten,
)
from generator.places import Placed

FACT_ID = r"^[a-z][a-z0-9_]*$"
ID = r"^[a-z0-9][a-z0-9_-]*$"


MAX_DIGITS = 40
"""Digits that a number may have, zeros before and after the point counted."""


class Model(BaseModel):
    """The root of all models of a brief: frozen, and strict about unknown keys.

    A key without a value is the same as no key.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_inf_nan="strings")

    @model_validator(mode="before")
    @classmethod
    def _drop_empty(cls, data: object) -> object:
        if isinstance(data, dict) and None in data.values():
            given = cast("dict[object, object]", data)
            return {key: value for key, value in given.items() if value is not None}
        return data


class Prose(Placed):
    """Text in Markdown with Jinja expressions and citations; keeps its place in the file."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Accept a text that is not blank and keep its place; a string in JSON Schema."""
        return core_schema.no_info_plain_validator_function(
            cls._parse, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Return the JSON Schema of a text."""
        return {"type": "string", "minLength": 1}

    @classmethod
    def _parse(cls, value: object) -> Self:
        if not isinstance(value, str) or not value.strip():
            raise BadValueError(
                f"expected text, found {describe(value)}", hint=plan_text_hint(value)
            )
        return cls.of(value)

    @classmethod
    def of(cls, text: str) -> Self:
        """Return `text` as this type, with its place if it has one."""
        return cls.like(text, text)


class Name(Prose):
    """The name of something else in the brief: a source, a fact, an exhibit, a part."""

    __slots__ = ()


FactId = Annotated[str, StringConstraints(pattern=FACT_ID)]
"""Snake case, since prose uses it as a variable."""

Id = Annotated[str, StringConstraints(pattern=ID)]
"""Lower case letters, digits, hyphens and underscores."""


_MARKS = ("{{", "{%", "[@")
"""What prose writes expressions and citations with."""


def _check_plain(text: str) -> str:
    """Refuse several lines, and marks that would be printed as they stand."""
    if "\n" in text:
        raise BadValueError(
            "expected a single line of text, found several",
            hint="write it in one line, or after '>-' to fold several into one",
        )
    mark = next((mark for mark in _MARKS if mark in text), None)
    if mark:
        raise BadValueError(
            f"'{mark}' has no meaning here, where plain text stands",
            hint="write the words themselves; facts and citations go into prose, such as 'text'",
        )
    return text


Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1),
    AfterValidator(_check_plain),
]
"""Plain text of one line, without expressions and citations."""


def _parse_label(value: object) -> object:
    if isinstance(value, bool):
        return value
    return str(value) if isinstance(value, int | Decimal) else value


Label = Annotated[
    Line, BeforeValidator(_parse_label), WithJsonSchema({"type": ["string", "number"]})
]
"""A `Line` that is often a number, such as a year, and need not be quoted then."""


def parse_number(value: object) -> Decimal:
    """Return `value` as an exact number.

    Raises:
        BadValueError: `value` is no number, not finite, or has more than 40 digits.
    """
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise BadValueError(
            f"expected a number, found {describe(value)}", hint=plan_number_hint(value)
        )
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not number.is_finite():
        raise BadValueError(
            f"expected a number, found {str(number).lower()}",
            hint="leave it empty where there is no number",
        )
    _, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int)  # noqa: S101 - it is finite
    if max(len(digits), len(digits) + exponent, -exponent) > MAX_DIGITS:
        raise BadValueError(
            f"expected a number of at most {MAX_DIGITS} digits",
            hint="write it in a larger unit",
        )
    return number


Number = Annotated[Decimal, PlainValidator(parse_number), WithJsonSchema({"type": "number"})]
"""An exact decimal number; never a float, so that 2.10 prints as 2.10."""


def _check_positive(number: Decimal) -> Decimal:
    if number <= 0:
        raise BadValueError(
            f"expected more than 0, found {describe(number)}", hint="leave it out for the default"
        )
    return number


PositiveNumber = Annotated[
    Number,
    AfterValidator(_check_positive),
    WithJsonSchema({"type": "number", "exclusiveMinimum": 0}),
]
"""A `Number` above 0."""


def _parse_cell(value: object) -> Decimal | Prose | None:
    if value is None or isinstance(value, str):
        return Prose.of(value) if value else None
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise BadValueError(
            f"expected a number or a text, found {describe(value)}", hint=plan_text_hint(value)
        )
    return parse_number(value)


Cell = Annotated[
    Decimal | Prose | None,
    PlainValidator(_parse_cell),
    WithJsonSchema({"type": ["number", "string", "null"]}),
]
"""What stands in one field of a table; an empty text is nothing."""


def _parse_point(value: object) -> Decimal | Name | None:
    if value is None:
        return None
    if isinstance(value, str) and value.strip():
        return Name.of(value)
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise BadValueError(
            f"expected a number or the name of a fact, found {describe(value)}",
            hint="leave it empty where there is no number",
        )
    return parse_number(value)


Point = Annotated[
    Decimal | Name | None,
    PlainValidator(_parse_point),
    WithJsonSchema({"type": ["number", "string", "null"]}),
]
"""A number of a chart: itself, or the name of the fact that gives it; nothing is a gap."""

_PARTS_HINT = "write year, month and day in this order, with hyphens"
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class When(Model):
    """A date as precise as it is known: a year, a month, a day, or a span of them.

    Written `2025`, `2025-03`, `2025-03-24` or `2025-02-17/2025-02-22` (ISO 8601).

    Attributes:
        start: First day meant.
        end: Last day meant, inclusive.
        precision: Count of known parts of `start`: 1 year, 2 month, 3 day.
        is_span: Whether two dates were written.
    """

    start: date
    end: date
    precision: int
    is_span: bool = False

    def __str__(self) -> str:
        """Return the ISO form."""
        length = {1: 4, 2: 7, 3: 10}[self.precision]
        first = self.start.isoformat()[:length]
        return f"{first}/{self.end.isoformat()[:length]}" if self.is_span else first


def _parse_day(text: str) -> tuple[date, date, int]:
    found = _DATE.fullmatch(text)
    if not found:
        raise BadValueError(
            f"expected a date such as 2025, 2025-03 or 2025-03-24, found '{shorten(text)}'",
            hint=plan_date_hint(text),
        )
    year, month, day = (int(part) if part else None for part in found.groups())
    if not year:
        raise BadValueError(f"there is no year 0000 in '{text}'", hint=_PARTS_HINT)
    if month is None:
        return date(year, 1, 1), date(year, 12, 31), 1
    if not 1 <= month <= 12:  # noqa: PLR2004
        raise BadValueError(f"there is no month {month:02d} in '{text}'", hint=_PARTS_HINT)
    last = monthrange(year, month)[1]
    if day is None:
        return date(year, month, 1), date(year, month, last), 2
    if not 1 <= day <= last:
        raise BadValueError(f"there is no day {day:02d} in {year}-{month:02d}", hint=_PARTS_HINT)
    return date(year, month, day), date(year, month, day), 3


def parse_when(value: object) -> object:
    """Return the `When` that `value` writes; a date object or integer year is taken too.

    Raises:
        BadValueError: `value` is no such date, or a span ends before it starts.
    """
    if isinstance(value, When):
        return value
    if isinstance(value, bool) or not isinstance(value, int | date | str):
        raise BadValueError(
            f"expected a date such as 2025-03-24, found {describe(value)}", hint=_PARTS_HINT
        )
    first, slash, second = (part.strip() for part in str(value).partition("/"))
    start, end, precision = _parse_day(first)
    if not slash:
        return When(start=start, end=end, precision=precision)
    _, last, other = _parse_day(second)
    if other != precision:
        raise BadValueError(
            f"both ends of '{value}' must be equally precise",
            hint="give both as years, as months or as days",
        )
    if last < start:
        raise BadValueError(f"'{value}' ends before it starts", hint="write the earlier date first")
    return When(start=start, end=last, precision=precision, is_span=True)


Date = Annotated[
    When,
    BeforeValidator(parse_when),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?(/\d{4}(-\d{2}(-\d{2})?)?)?$",
            "description": "2025, 2025-03, 2025-03-24 or a span 2025-02-17/2025-02-22",
        }
    ),
]


def _parse_deadline(value: object) -> object:
    if isinstance(value, str):
        try:
            return parse_when(value)
        except BadValueError:
            return value
    return parse_when(value)


Deadline = Annotated[
    When | Line,
    Field(union_mode="left_to_right"),
    BeforeValidator(_parse_deadline),
    WithJsonSchema({"type": ["string", "integer"], "minLength": 1}),
]
"""By when: a date, or words."""
