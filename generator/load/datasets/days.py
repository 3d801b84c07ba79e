"""Texts to dates by declared forms: `d.m.yyyy`, `mmmm yyyy`, `yyyy-Qq`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.errors import DataError

_PARTS = re.compile("yyyy|yy|mmmm|mmm|mm|m|dd|d|q")
_WORD_PARTS = re.compile(r"[A-Za-z]+")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
_PATTERNS = {
    "yyyy": r"(?P<year>[0-9]{4})",
    "yy": r"(?P<short>[0-9]{2})",
    "mmmm": r"(?P<name>[a-z]+)\.?",
    "mmm": r"(?P<name>[a-z]+)\.?",
    "mm": r"(?P<month>[0-9]{2})",
    "m": r"(?P<month>[0-9]{1,2})",
    "dd": r"(?P<day>[0-9]{2})",
    "d": r"(?P<day>[0-9]{1,2})",
    "q": r"(?P<quarter>[1-4])",
}
_TURN = 69
"""Two-digit years from here on are of the last century, as POSIX has it."""

DEFAULT_FORMS = ("yyyy-mm-dd", "yyyy-mm", "yyyy")
_SHORT = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class DateForm:
    """One way to write dates.

    Attributes:
        precision: 1 year, 2 month (or quarter), 3 day.
    """

    pattern: re.Pattern[str]
    precision: int


def parse_forms(forms: Sequence[str]) -> tuple[DateForm, ...]:
    """Return the ways to write dates that `forms` declare; without any, those of ISO 8601.

    Raises:
        DataError: A form has no year, a part twice, or letters that mean nothing.
    """
    return tuple(_parse_form(form) for form in forms or DEFAULT_FORMS)


def parse_day(text: str, forms: Sequence[DateForm]) -> tuple[date, int] | None:
    """Return the first day that `text` means and its precision, or None if it is no date."""
    word = " ".join(text.split())
    for form in forms:
        found = form.pattern.fullmatch(word)
        day = _find_day(found.groupdict()) if found else None
        if day:
            return day, form.precision
    return None


def _parse_form(form: str) -> DateForm:
    pattern, end, parts = "", 0, list[str]()
    for found in _PARTS.finditer(form):
        pattern += re.escape(form[end : found.start()]) + _PATTERNS[found[0]]
        end = found.end()
        parts.append(found[0][0])
    rest = _PARTS.sub("", form)
    is_good = "y" in parts and len(set(parts)) == len(parts) and not _is_foreign(rest)
    if not is_good or ("d" in parts and "m" not in parts):
        raise DataError(
            f"'{form}' is no way to write dates",
            hint="write it with d or dd, m or mm, mmm or mmmm, yy or yyyy, and q: 'd mmmm yyyy'",
        )
    precision = 3 if "d" in parts else 2 if {"m", "q"} & set(parts) else 1
    return DateForm(
        pattern=re.compile(pattern + re.escape(form[end:]), re.IGNORECASE), precision=precision
    )


def _is_foreign(rest: str) -> bool:
    return "%" in rest or any(word not in ("Q", "T", "W") for word in _WORD_PARTS.findall(rest))


def _find_day(parts: dict[str, str | None]) -> date | None:
    year = _find_year(parts)
    month = _find_month(parts)
    try:
        return date(year, month, int(parts.get("day") or 1)) if year and month else None
    except ValueError:
        return None


def _find_year(parts: dict[str, str | None]) -> int:
    if short := parts.get("short"):
        return int(short) + (1900 if int(short) >= _TURN else 2000)
    return int(parts.get("year") or 0)


def _find_month(parts: dict[str, str | None]) -> int:
    if quarter := parts.get("quarter"):
        return int(quarter) * 3 - 2
    if name := parts.get("name"):
        word = name.lower()
        near = [at for at, month in enumerate(_MONTHS, 1) if month.startswith(word)]
        is_known = len(word) >= _SHORT and len(near) == 1
        return near[0] if is_known else 9 if word == "sept" else 0
    return int(parts.get("month") or 1)
