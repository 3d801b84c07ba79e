"""Fields: further values of a brief that a template's own tags need. Pure.

A field is a name of its own in templates, beside those that every brief has: `{{ client }}`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, TypeAlias, Union, cast

from pydantic import PlainValidator, StringConstraints, WithJsonSchema

from generator.brief.values import FACT_ID, When, parse_number, parse_when
from generator.brief.wording import BadValueError, describe

TAG_NAMES = frozenset(
    {
        *("title", "subtitle", "date", "status", "authors", "organisation", "lang", "keywords"),
        *("summary", "key_figures", "sections", "recommendations", "timeline", "sources"),
        *("references", "facts", "charts", "tables", "about", "method", "funding", "disclaimer"),
        *("cite", "contact", "words", "fields"),
        *("chart", "table", "section", "image", "body"),
    }
)
"""Names that templates have for every brief."""

_OF_TAGS = frozenset(
    {
        *("range", "dict", "cycler", "joiner", "namespace", "loop", "self", "caller", "varargs"),
        *("kwargs", "and", "or", "not", "in", "is", "if", "else", "elif", "endif", "for"),
        *("endfor", "true", "false", "none", "set", "endset", "do", "block", "macro", "call"),
        *("filter", "import", "from", "with", "without", "include", "extends", "recursive"),
        *("break", "continue", "raw", "print", "autoescape", "trans"),
    }
)
"""Words of the language that tags are written in."""

MAX_DEPTH = 8
"""Levels that lists and groups of a field may be nested."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

FieldContent: TypeAlias = Union[
    str,
    int,
    Decimal,
    bool,
    When,
    "tuple[FieldContent, ...]",
    "Mapping[str, FieldContent]",
    None,
]
"""What a field may hold; a day written `2025-03-24` is a date, any other text a text."""


def explain_field_name(name: str) -> str | None:
    """Return why no field may be called `name`: `is …`; None if it may."""
    if name in TAG_NAMES:
        return "is a name that templates have for every brief"
    if name in _OF_TAGS:
        return "is a word of the language that tags are written in"
    return None


def parse_field(value: object, depth: int = 0) -> FieldContent:
    """Return `value` as plain data that a template may see.

    Raises:
        BadValueError: It is nested too deeply, or is or holds what cannot be a value.
    """
    if depth > MAX_DEPTH:
        raise BadValueError(
            f"a field is nested more than {MAX_DEPTH} levels deep", hint="write it flatter"
        )
    if value is None or isinstance(value, bool | When):
        return value
    if isinstance(value, str):
        return _parse_text(str(value))
    if isinstance(value, int | float | Decimal):
        return _parse_amount(value)
    if isinstance(value, list | tuple):
        items = cast("list[object]", value)
        return tuple(parse_field(item, depth + 1) for item in items)
    if isinstance(value, dict):
        group = cast("dict[object, object]", value)
        return {str(key): parse_field(item, depth + 1) for key, item in group.items()}
    raise BadValueError(
        f"a field cannot be {describe(value)}",
        hint="write a text, a number, true or false, a list or a group of keys",
    )


def _parse_text(text: str) -> str | When:
    """Return a text; a day that there is becomes a date."""
    if not _DAY.fullmatch(text):
        return text
    try:
        return cast("When", parse_when(text))
    except BadValueError:
        return text


def _parse_amount(value: float | Decimal) -> int | Decimal:
    """Return an exact number: a whole one for what is written without a point."""
    number = parse_number(value)
    is_whole = number == number.to_integral_value() and cast("int", number.as_tuple().exponent) >= 0
    return int(number) if is_whole else number


FieldName = Annotated[str, StringConstraints(pattern=FACT_ID)]
"""Snake case, since templates use it as a variable."""

_KINDS: dict[str, Any] = {
    "type": ["string", "number", "boolean", "array", "object", "null"],
}

FieldValue = Annotated[Any, PlainValidator(parse_field), WithJsonSchema(_KINDS)]
"""A `FieldContent`."""
