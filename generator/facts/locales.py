"""Numbers as a locale writes them: decimal sign, grouping, plural forms. The door to Babel."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from generator.facts.rounding import count_decimals, round_to, strip_zeros

if TYPE_CHECKING:  # Babel takes 30 ms to load, and a run that writes no number never needs it.
    from babel.core import Locale
    from babel.numbers import NumberPattern

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


def write_list(items: Sequence[str], language: str, *, is_choice: bool = False) -> str:
    """Return `items` as a sentence lists them: `2023, 2024 and March 2025`; empty for none.

    Args:
        items: Words.
        language: BCP 47 tag.
        is_choice: Whether `or` stands before the last, and not `and`.
    """
    from babel.lists import format_list

    if not items:
        return ""
    style = "or" if is_choice else "standard"
    return clean(format_list(items, style=style, locale=resolve_locale(language)))


def write_money(value: Decimal, code: str, language: str, decimals: int | None = None) -> str:
    """Return an amount of money in digits, with the sign of its currency: `€1,250.50`.

    Args:
        value: Rounded half up to `decimals`.
        code: ISO 4217 code.
        language: BCP 47 tag.
        decimals: Digits after the decimal sign; None for as many as the currency has.

    Raises:
        ValueError: There is no such currency.
    """
    from babel.numbers import get_currency_precision, is_currency

    if not is_currency(code):
        raise ValueError(f"there is no currency '{code}'")
    digits = get_currency_precision(code) if decimals is None else decimals
    pattern = resolve_locale(language).currency_formats["standard"]
    return _apply(pattern, round_to(value, digits), language, digits, code)


def write_percent(value: Decimal, language: str, decimals: int | None = None) -> str:
    """Return a percentage with its sign: `70%`, `70,5 %`.

    Args:
        value: 70 for 70 per cent; rounded half up to `decimals`.
        language: BCP 47 tag.
        decimals: Digits after the decimal sign; None keeps those there are.
    """
    digits = max(count_decimals(value), 0) if decimals is None else decimals
    share = round_to(value, digits).scaleb(-2)
    return _apply(resolve_locale(language).percent_formats[None], share, language, digits)


def _apply(
    pattern: NumberPattern, value: Decimal, language: str, decimals: int, code: str | None = None
) -> str:
    """Return a number as a pattern of the locale has it, with just `decimals`."""
    exact = copy(pattern)
    exact.frac_prec = (decimals, decimals)
    text = exact.apply(value, resolve_locale(language), currency=code, currency_digits=False)
    return clean(text).replace("-", MINUS)


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
