"""Filters of a template in the language of the brief: numbers, dates, money, lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from jinja2 import Undefined

from generator.context.figures import FactValue
from generator.errors import DataError
from generator.facts import Precision, write_list


def plan_filters(language: str) -> dict[str, Callable[..., Any]]:
    """Return the filters by their names.

    Args:
        language: BCP 47 tag of the brief.
    """
    filters: dict[str, Callable[..., Any]] = {
        precision.value: partial(_write_fact, precision=precision) for precision in Precision
    }
    return {
        **filters,
        "join_and": partial(_join, language=language),
    }


def _write_fact(value: object, *, precision: Precision) -> str:
    if isinstance(value, Undefined) or value is None:
        return str(value or "")
    if not isinstance(value, FactValue):
        raise DataError(f"'{precision}' is for facts", hint="for other numbers use 'number'")
    return value.write(precision)


def _join(value: object, *, language: str) -> str:
    if not isinstance(value, Iterable):
        raise DataError("'join_and' is for lists")
    return write_list([str(item) for item in value], language)
