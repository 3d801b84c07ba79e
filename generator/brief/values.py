"""The small types that the models of a brief are made of: names, prose, dates."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, core_schema

from generator.places import Placed

FACT_ID = r"^[a-z][a-z0-9_]*$"
ID = r"^[a-z0-9][a-z0-9_-]*$"


class Model(BaseModel):
    """The root of all models of a brief: frozen, and strict about unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_inf_nan="strings")


class Prose(Placed):
    """Text in Markdown with Jinja expressions and citations; keeps its place in the file."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Accept a string and keep its place; a string in JSON Schema."""
        return core_schema.no_info_after_validator_function(
            cls._of,
            core_schema.union_schema(
                [core_schema.is_instance_schema(Placed), core_schema.str_schema(strict=True)]
            ),
            serialization=core_schema.to_string_ser_schema(),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Return the JSON Schema of a text."""
        return {"type": "string"}

    @classmethod
    def _of(cls, text: str) -> Prose:
        if isinstance(text, Placed):
            return cls(text, text.place, text.line_places)
        return cls(text)


class Name(Prose):
    """The name of something else in the brief: a source, a fact, an exhibit, a part."""

    __slots__ = ()


FactId = Annotated[str, StringConstraints(pattern=FACT_ID)]
"""Snake case, since prose uses it as a variable."""

Id = Annotated[str, StringConstraints(pattern=ID)]
"""Lower case letters, digits, hyphens and underscores."""

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Plain text of one line."""


def _parse_number(value: object) -> object:
    if isinstance(value, bool):
        raise ValueError("expected a number, found true or false")  # noqa: TRY004
    if isinstance(value, str):
        raise ValueError(f"expected a number, found the text '{value}'")  # noqa: TRY004
    if isinstance(value, float):
        return Decimal(repr(value))
    return value


Number = Annotated[
    Decimal,
    BeforeValidator(_parse_number),
    Field(allow_inf_nan=False, max_digits=40),
    WithJsonSchema({"type": "number"}),
]
"""An exact decimal number; never a float, so that 2.10 prints as 2.10."""

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


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
        raise ValueError(f"expected a date such as 2025, 2025-03 or 2025-03-24, found '{text}'")
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None  # noqa: S101 - the pattern has a year
    if month is None:
        return date(year, 1, 1), date(year, 12, 31), 1
    if not 1 <= month <= 12:  # noqa: PLR2004
        raise ValueError(f"there is no month {month:02d} in '{text}'")
    last = monthrange(year, month)[1]
    if day is None:
        return date(year, month, 1), date(year, month, last), 2
    if not 1 <= day <= last:
        raise ValueError(f"there is no day {day:02d} in {year}-{month:02d}")
    return date(year, month, day), date(year, month, day), 3


def parse_when(value: object) -> object:
    """Return the `When` that `value` writes; a date object or integer year is taken too.

    Raises:
        ValueError: `value` is no such date, or a span ends before it starts.
    """
    if isinstance(value, When):
        return value
    if isinstance(value, bool) or not isinstance(value, int | date | str):
        raise ValueError(f"expected a date such as 2025-03-24, found {value!r}")  # noqa: TRY004
    first, slash, second = str(value).strip().partition("/")
    start, end, precision = _parse_day(first)
    if not slash:
        return When(start=start, end=end, precision=precision)
    _, last, other = _parse_day(second)
    if other != precision:
        raise ValueError(f"both ends of '{value}' must be equally precise")
    if last < start:
        raise ValueError(f"'{value}' ends before it starts")
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
