"""The brief's own fields as values of a template. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from generator.brief.fields import FieldContent
from generator.brief.values import When
from generator.context.dates import DateText
from generator.context.figures import ExactNumber


def plan_fields(fields: Mapping[str, FieldContent], language: str) -> MappingProxyType[str, object]:
    """Return the fields by their names, dates in the words of `language`."""
    return MappingProxyType({name: _plan(value, language) for name, value in fields.items()})


def _plan(value: FieldContent, language: str) -> object:
    match value:
        case When():
            return DateText(value, language)
        case Decimal():
            return ExactNumber(value)
        case tuple():
            return tuple(_plan(item, language) for item in value)
        case Mapping():
            return plan_fields(value, language)
        case _:
            return value
