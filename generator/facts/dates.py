"""Dates in words, as precise as they are known: `March 2025`, `17–22 лютого 2025 р.`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from generator.brief.values import When
from generator.facts.locales import NBSP, clean, is_known, resolve_locale

_MONTH = 2
_DAY = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spans:
    """How a language joins two dates that share a part, as CLDR patterns around a dash.

    Attributes:
        day: In one month: pattern of the first day, pattern of the rest.
        month: In one year: the same with months.
        joint: Between the two; `wide` where a part has spaces of its own.
    """

    day: tuple[str, str]
    month: tuple[str, str]
    months: tuple[str, str]
    years: tuple[str, str] = ("y", "y")
    joint: str = "–"
    wide: str = f"{NBSP}– "


_DAY_FIRST = _Spans(day=("d", "d MMMM y"), month=("d MMMM", "d MMMM y"), months=("LLLL", "LLLL y"))
_SPANS: Mapping[str, _Spans] = {
    "en": _DAY_FIRST,
    "en-US": _Spans(
        day=("MMMM d", "d, y"), month=("MMMM d", "MMMM d, y"), months=("LLLL", "LLLL y")
    ),
    "de": _Spans(
        day=("d.", "d. MMMM y"), month=("d. MMMM", "d. MMMM y"), months=("LLLL", "LLLL y")
    ),
    "fr": _DAY_FIRST,
    "uk": _Spans(
        day=("d", "d MMMM y 'р'."),
        month=("d MMMM", "d MMMM y 'р'."),
        months=("LLLL", "LLLL y 'р'."),
    ),
    "ja": _Spans(
        day=("y年M月d日", "d日"),
        month=("y年M月d日", "M月d日"),
        months=("y年M月", "M月"),
        years=("y", "y年"),
        joint="～",
        wide="～",
    ),
}


def write_when(when: When, language: str) -> str:
    """Return a date, a month, a year or a span of them in words.

    A span says what its ends share once: `17–22 February 2025`, `February–March 2025`,
    `2025年2月17日～22日`. A language unknown to CLDR is written as British English.
    """
    if not when.is_span or _last(when) == when.start:
        return _write_one(when.start, when.precision, language)
    spans = _SPANS.get(_tag(language))
    years_differ = when.start.year != when.end.year
    if spans is None or (years_differ and when.precision > 1):
        joint = spans.wide if spans else _DAY_FIRST.wide
        first = _write_one(when.start, when.precision, language)
        return first + joint + _write_one(_last(when), when.precision, language)
    return _write_span(when, spans, language)


DATE_FORMS = ("words", "short", "medium", "long", "full", "month", "year", "iso")
"""Ways to write a date by name; `words` is that of running text."""

_QUOTED = re.compile(r"'[^']*'")
_LETTERS = re.compile(r"[A-Za-z]+")
_OF_YEAR, _OF_MONTH, _OF_DAY = frozenset("Gyu"), frozenset("MLQq"), frozenset("dEecDw")


def write_date(when: When, form: str, language: str) -> str:
    """Return a date in a wanted form; both ends of a span.

    Args:
        when: The date.
        form: One of `DATE_FORMS`, or a pattern of CLDR such as `d MMM y`.
        language: BCP 47 tag.

    Raises:
        ValueError: There is no such form, or it wants a month or day that is not known.
    """
    if form in {"words", "long"}:
        return write_when(when, language)
    if form == "iso":
        return str(when)
    needed = _find_precision(form)
    if needed > when.precision:
        part = "day" if needed == _DAY else "month"
        raise ValueError(f"the {part} of '{write_when(when, language)}' is not known")
    ends = dict.fromkeys((when.start, _last(when) if when.is_span else when.start))
    if form in {"year", "month"}:
        told = [_write_one(day, needed, language) for day in ends]
    else:
        told = [_format(day, form, language) for day in ends]
    return _DAY_FIRST.wide.join(dict.fromkeys(told))


def _find_precision(form: str) -> int:
    """Return how many parts of a date must be known for `form`: 1 year, 2 month, 3 day.

    Raises:
        ValueError: It is no form.
    """
    if form in DATE_FORMS:
        return {"year": 1, "month": _MONTH}.get(form, _DAY)
    letters = frozenset("".join(_LETTERS.findall(_QUOTED.sub("", form))))
    if not letters or letters - _OF_YEAR - _OF_MONTH - _OF_DAY or "%" in form:
        raise ValueError(f"there is no form of dates '{form}'")
    return _DAY if letters & _OF_DAY else _MONTH if letters & _OF_MONTH else 1


def _write_span(when: When, spans: _Spans, language: str) -> str:
    """Write two years, or two months or days of one year."""
    last = _last(when)
    joint = spans.joint
    if when.precision == 1:
        before, after = spans.years
    elif when.precision == _MONTH:
        before, after = spans.months
    elif when.start.month == last.month:
        before, after = spans.day
    else:
        (before, after), joint = spans.month, spans.wide
    first = _format(when.start, before, language)
    return first + joint + _format(last, after, language)


def _last(when: When) -> date:
    """Return the day that the second date was written as, the first of its month or year."""
    if when.precision == _DAY:
        return when.end
    return when.end.replace(day=1, month=1 if when.precision == 1 else when.end.month)


def _write_one(day: date, precision: int, language: str) -> str:
    return _format(day, _pattern(language, precision), language)


def _format(day: date, pattern: str, language: str) -> str:
    from babel.dates import format_date

    text = clean(format_date(day, pattern, locale=resolve_locale(language)))
    if _tag(language) == "fr" and day.day == 1 and pattern.startswith("d"):
        text = "1er" + text.removeprefix("1")
    return text.replace(" р.", f"{NBSP}р.") if _tag(language) == "uk" else text


@cache
def _pattern(language: str, precision: int) -> str:
    """Return the CLDR pattern of one date."""
    tag = _tag(language)
    if tag == "en":
        return ("y", "MMMM y", "d MMMM y")[precision - 1]
    locale = resolve_locale(language)
    if precision == _DAY:
        return locale.date_formats["long"].pattern
    skeleton, spare = ("y", "y") if precision == 1 else ("yMMMM", "LLLL y")
    found = locale.datetime_skeletons.get(skeleton)
    return found.pattern if found else spare


@cache
def _tag(language: str) -> str:
    """Return the key of `_SPANS` for a language; its own tag where it has none."""
    primary = language.partition("-")[0].lower()
    if primary == "en" and language.upper().endswith("-US"):
        return "en-US"
    return primary if is_known(language) else "en"
