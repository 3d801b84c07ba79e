"""Numbers as a locale writes them: decimal sign, grouping, plural forms. The door to Babel."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from generator.facts.rounding import count_decimals, round_to, strip_zeros

if TYPE_CHECKING:  # Babel takes 30 ms to load, and a run that writes no number never needs it.
    from babel.core import Locale

NBSP = "\u00a0"
MINUS = "\u2212"
FALLBACK = "en-GB"

# Fonts have U+00A0 more often than the narrow U+202F; marks of direction are for the builders.
_MARKS = str.maketrans({"\u202f": NBSP, "\u200e": None, "\u200f": None, "\u061c": None})


class _Digits(NamedTuple):
    """How a locale sets digits: the signs, and the sizes of groups from the right."""

    decimal: str
    group: str
    sizes: tuple[int, int]


@cache
def resolve_locale(language: str) -> Locale:
    """Return Babel's locale for a BCP 47 tag, the language alone, or English if it knows neither.

    Raises:
        LookupError: Babel is installed without its data for English.
    """
    for tag in (language, language.partition("-")[0]):
        if locale := _parse_locale(tag):
            return locale
    fallback = _parse_locale(FALLBACK)
    if fallback is None:
        raise LookupError(FALLBACK)
    return fallback


@cache
def is_known(language: str) -> bool:
    """Whether there are formats for `language`; if not, it is written as English."""
    return _parse_locale(language.partition("-")[0]) is not None


def decimal_sign(language: str) -> str:
    """Return the sign before decimals: `.` or `,`."""
    return _digits(language).decimal


def write_number(
    value: Decimal, language: str, decimals: int | None = None, *, grouping: bool = True
) -> str:
    """Return a number in digits, as the locale groups and points them.

    The minus is U+2212, and a space between groups is U+00A0.

    Args:
        value: Rounded half up to `decimals`.
        language: BCP 47 tag.
        decimals: Digits after the decimal sign, also if they are zeros; None keeps those there are.
        grouping: Whether thousands are set apart.
    """
    if decimals is None:
        decimals = max(count_decimals(value), 0)
    signs = _digits(language)
    rounded = round_to(value, max(decimals, 0))
    whole, _, fraction = f"{rounded.copy_abs():f}".partition(".")
    if grouping:
        whole = _group(whole, signs)
    text = whole + signs.decimal + fraction if fraction else whole
    return MINUS + text if rounded < 0 else text


def write_compact(value: Decimal, language: str) -> str:
    """Return a rounded number with the locale's own word for its scale: `12,1 mld`."""
    from babel.numbers import format_compact_decimal

    locale = resolve_locale(language)
    forms = locale.compact_decimal_formats
    form = next((name for name in ("long", "short") if name in forms), None)
    if form is None:
        return write_number(strip_zeros(value), language)
    digits = format_compact_decimal(
        value.copy_abs(),
        format_type="long" if form == "long" else "short",
        locale=locale,
        fraction_digits=3,
    )
    text = clean(digits).replace(" ", NBSP)
    return MINUS + text if value < 0 else text


def write_list(items: Sequence[str], language: str) -> str:
    """Return `items` as a sentence lists them: `2023, 2024 and March 2025`; empty for none."""
    from babel.lists import format_list

    return clean(format_list(items, locale=resolve_locale(language))) if items else ""


def plural_form(value: Decimal, language: str) -> str:
    """Return the plural category of a number as written: one, two, few, many or other."""
    return resolve_locale(language).plural_form(value.copy_abs())


def clean(text: str) -> str:
    """Return Babel's text without marks of direction and with U+00A0 for narrow spaces."""
    return text.translate(_MARKS)


@cache
def _parse_locale(tag: str) -> Locale | None:
    from babel.core import Locale, UnknownLocaleError

    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


@cache
def _digits(language: str) -> _Digits:
    from babel.numbers import parse_pattern

    locale = resolve_locale(language)
    symbols = locale.number_symbols.get("latn", {})
    first, second = parse_pattern(locale.decimal_formats[None]).grouping
    return _Digits(
        decimal=str(symbols.get("decimal", ".")),
        group=clean(str(symbols.get("group", ","))),
        sizes=(first, second),
    )


def _group(whole: str, signs: _Digits) -> str:
    first, second = signs.sizes
    groups = [whole[-first:]]
    rest = whole[:-first]
    while rest:
        groups.append(rest[-second:])
        rest = rest[:-second]
    return signs.group.join(reversed(groups))
