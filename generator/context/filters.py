"""Filters of a template in the language of the brief: numbers, dates, money, lists.

{{ total | headline }}          a fact as prose has it; also text, exact, short, value, number
{{ 1250.5 | number }}           1,250.5     {{ 1250.5 | number(2) }}      1,250.50
{{ 70 | percent }}              70%: a number in per cent, as facts are
{{ 1250.5 | currency("EUR") }}  €1,250.50; a fact in a currency brings its own
{{ date | date("d MMM y") }}    5 Mar 2025; also short, medium, full, month, year, iso
{{ names | join_and }}          A, B and C; also join_or
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, cast

from jinja2 import Undefined

from generator.brief.values import When, parse_when
from generator.brief.wording import BadValueError, describe, shorten
from generator.context.dates import DateText
from generator.context.figures import FactValue, read_number
from generator.errors import DataError
from generator.facts import (
    Precision,
    write_date,
    write_list,
    write_money,
    write_number,
    write_percent,
)

_MOST_DECIMALS = 12
_FORMS_HINT = "write short, medium, full, month, year, iso, or a pattern such as 'd MMM y'"


def plan_filters(language: str) -> dict[str, Callable[..., Any]]:
    """Return the filters by their names.

    Args:
        language: BCP 47 tag of the brief.
    """
    writer = _Writer(language=language)
    own: dict[str, Callable[..., str]] = {
        "number": writer.write_number,
        "percent": writer.write_percent,
        "currency": writer.write_currency,
        "date": writer.write_date,
        "join_and": writer.join_and,
        "join_or": writer.join_or,
    }
    others = (each for each in Precision if each is not Precision.NUMBER)
    return {**{each.value: _plan_precision(each) for each in others}, **own}


def _plan_precision(precision: Precision) -> Callable[[object], str]:
    def write(value: object) -> str:
        if _is_nothing(value):
            return ""
        if not isinstance(value, FactValue):
            raise DataError(
                f"'{precision.value}' is for facts, not for {_describe(value)}",
                hint="write other numbers with 'number', 'percent' or 'currency'",
            )
        return value.write(precision)

    return write


@dataclass(frozen=True, slots=True, kw_only=True)
class _Writer:
    """The filters that need the language."""

    language: str

    def write_number(self, value: object, decimals: object = None) -> str:
        """Return a number in digits."""
        if _is_nothing(value):
            return ""
        places = _read_decimals(decimals)
        if isinstance(value, FactValue) and places is None:
            return value.write(Precision.NUMBER)
        return write_number(_read_number(value, "number"), self.language, places)

    def write_percent(self, value: object, decimals: object = None) -> str:
        """Return a percentage; the number is in per cent already."""
        if _is_nothing(value):
            return ""
        if isinstance(value, FactValue) and value.unit_code not in {"percent", "%"}:
            raise DataError(f"'{value.id}' is in {value.unit_code}, not in per cent")
        number = _read_number(value, "percent")
        return write_percent(number, self.language, _read_decimals(decimals))

    def write_currency(self, value: object, code: object = None, decimals: object = None) -> str:
        """Return an amount of money; a fact in a currency needs no code."""
        if _is_nothing(value):
            return ""
        if isinstance(value, FactValue):
            if code is not None and str(code) != value.unit_code:
                raise DataError(f"'{value.id}' is in {value.unit_code}, not in {code}")
            code = value.unit_code
        if code is None:
            raise DataError("'currency' needs to know which", hint="write currency('EUR')")
        number = _read_number(value, "currency")
        try:
            return write_money(number, str(code), self.language, _read_decimals(decimals))
        except ValueError as error:
            hint = "write its code of three letters, such as EUR"
            raise DataError(str(error), hint=hint) from error

    def write_date(self, value: object, form: object = "words") -> str:
        """Return a date in a form."""
        if _is_nothing(value):
            return ""
        try:
            return write_date(_read_when(value), str(form), self.language)
        except ValueError as error:
            raise DataError(str(error), hint=_FORMS_HINT) from error

    def join_and(self, value: object) -> str:
        """Return a list as a sentence has it, with `and` before the last."""
        return write_list(_read_items(value, "join_and"), self.language)

    def join_or(self, value: object) -> str:
        """Return the same with `or`."""
        return write_list(_read_items(value, "join_or"), self.language, is_choice=True)


def _is_nothing(value: object) -> bool:
    """Return whether there is nothing to write; what the template lacks is noted."""
    if isinstance(value, Undefined):
        str(value)
        return True
    return value is None or (isinstance(value, str) and not value)


def _describe(value: object) -> str:
    if isinstance(value, FactValue):
        return f"the fact '{value.id}'"
    return describe(list(value) if isinstance(value, tuple) else value)


def _read_number(value: object, name: str) -> Decimal:
    number = read_number(value)
    if number is None:
        raise DataError(f"'{name}' is for numbers, not for {_describe(value)}")
    return number


def _read_decimals(decimals: object) -> int | None:
    if decimals is None:
        return None
    is_count = isinstance(decimals, int) and not isinstance(decimals, bool)
    if not is_count or not 0 <= cast("int", decimals) <= _MOST_DECIMALS:
        raise DataError(
            f"there cannot be {shorten(str(decimals))} decimals",
            hint=f"write a whole number from 0 to {_MOST_DECIMALS}",
        )
    return cast("int", decimals)


def _read_when(value: object) -> When:
    """Return the date that `value` is, or that it writes in digits.

    Raises:
        DataError: It is none.
    """
    written = value.iso if isinstance(value, DateText) else value
    try:
        return cast("When", parse_when(written))
    except BadValueError as error:
        raise DataError(error.message, hint=error.hint) from error


def _read_items(value: object, name: str) -> list[str]:
    if _is_nothing(value):
        return []
    if isinstance(value, str | Mapping) or not isinstance(value, Iterable):
        raise DataError(f"'{name}' is for lists, not for {_describe(value)}")
    return [str(item) for item in cast("Iterable[object]", value)]
