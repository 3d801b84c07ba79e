"""A figure in words: `more than US$12.1 billion`, `понад 70 відсотків`, `121億ドル超`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from generator.brief.facts import Bound
from generator.facts.figures import Figure
from generator.facts.languages import has_wording, resolve_wording
from generator.facts.locales import MINUS, NBSP, plural_form, write_compact, write_number
from generator.facts.measures import Kind, parse_kind
from generator.facts.rounding import (
    MAX_DECIMALS,
    count_decimals,
    round_digits,
    round_to,
    shift_power,
    strip_zeros,
)
from generator.facts.wording import Currency, Noun, ScaleWord, Wording, pick_form


class Precision(StrEnum):
    """How much of a figure is written.

    `text` rounds to three significant digits and keeps whole numbers below 10,000 as they are;
    `headline` rounds to two and keeps whole numbers below 1,000. `exact` writes all digits.
    `short` is `text` in signs and abbreviations, for cards. `value` is `text` without the word of
    its bound, `number` only the digits of `value`.
    """

    TEXT = "text"
    HEADLINE = "headline"
    EXACT = "exact"
    SHORT = "short"
    NUMBER = "number"
    VALUE = "value"


_HEADLINE_DIGITS = (2, 1_000)
_TEXT_DIGITS = (3, 10_000)
_HUNDRED = Decimal(100)
_FIRST_NUMERAL = 2
_THOUSAND = Decimal(1_000)
_MILLION = Decimal(1_000_000)
_NUMBER = re.compile(rf"{MINUS}?\d(?:[\d.,’{NBSP}]*\d)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Amount:
    """A rounded number taken apart.

    Attributes:
        shown: The number that the digits say, without a sign.
        digits: `shown` as the locale writes it.
        minus: U+2212 for a negative number, else empty.
        scale: The word for its power of ten; None when the number is written out.
        is_short: Whether signs and abbreviations are wanted.
        is_genitive: Whether the word of the bound asks for the genitive.
    """

    shown: Decimal
    digits: str
    minus: str
    scale: ScaleWord | None
    is_short: bool
    is_genitive: bool


def write_figure(figure: Figure, language: str, precision: Precision = Precision.TEXT) -> str:
    """Return a figure as the language says it, with its bound and unit.

    Rounding is half up, but never past a bound: `more than 12.96` is not `more than 13`. The word
    for the scale is chosen after rounding, so that 999,950 is one million. U+00A0 stands between
    a number and what belongs to it. A language without words of its own here has its digits and
    scales from CLDR, currency codes, and English for the rest; one that CLDR does not know is
    written as British English.
    """
    rounded = _round(figure, precision)
    write = _write_own if has_wording(language) else _write_foreign
    text = write(rounded, figure, language, precision)
    if precision in {Precision.NUMBER, Precision.VALUE}:
        return text
    wording = resolve_wording(language)
    bounds = wording.bounds_short if precision is Precision.SHORT else wording.bounds
    return bounds[figure.fact.bound].format(text)


def write_bound(bound: Bound, language: str) -> str:
    """Return the word for a bound alone; empty for `exactly`."""
    return resolve_wording(language).bounds[bound].format("").strip()


def find_noun(kind: Kind, wording: Wording) -> Noun | None:
    """Return the word for per cent or percentage points; None for any other kind."""
    return {Kind.PERCENT: wording.percent, Kind.POINTS: wording.points}.get(kind)


def link_noun(noun: str, language: str) -> str:
    """Return a counted noun as it follows a word of scale: French puts `de` or `d’` between."""
    if language.partition("-")[0].lower() != "fr":
        return noun
    is_elided = noun[:1].lower() in "aeiouyhàâéèêëîïôœ"
    return f"d’{noun}" if is_elided and not noun.lower().startswith(_ASPIRATED) else f"de {noun}"


_ASPIRATED = ("handicap", "hauss", "haut", "héros", "hollandais", "hongrois", "hryvnia", "y")
"""Beginnings of French words that `de` stands before unelided, in spite of their first letter."""


def _round(figure: Figure, precision: Precision) -> Decimal:
    """Return the value as it will be said; zeros that were written stay: 2.10."""
    value, bound = figure.value, figure.fact.bound
    if precision is Precision.EXACT:
        is_endless = bool(figure.inputs) and count_decimals(value) > MAX_DECIMALS
        exact = round_to(value, MAX_DECIMALS, bound) if is_endless else value
        is_whole = value.copy_abs() >= _THOUSAND and value == value.to_integral_value()
        return strip_zeros(exact) if is_endless or is_whole else exact
    digits, whole_below = _HEADLINE_DIGITS if precision is Precision.HEADLINE else _TEXT_DIGITS
    rounded = round_digits(value, digits, bound, whole_below)
    # 99.6 per cent is not all of them.
    is_share = parse_kind(figure.fact.unit) is Kind.PERCENT
    while is_share and rounded.copy_abs() == _HUNDRED != value.copy_abs():
        digits += 1
        rounded = round_digits(value, digits, bound)
    return value if rounded is value else strip_zeros(rounded)


def _write_own(rounded: Decimal, figure: Figure, language: str, precision: Precision) -> str:
    wording = resolve_wording(language)
    unit = figure.fact.unit
    kind = parse_kind(unit)
    is_written_out = precision is Precision.EXACT or kind in {Kind.PERCENT, Kind.POINTS}
    scale = None if is_written_out else _find_scale(rounded, wording)
    shown = rounded.copy_abs()
    if scale:
        shown = strip_zeros(shift_power(shown, -scale.power))
    grouping = scale is None or wording.has_grouped_scales
    amount = _Amount(
        shown=shown,
        digits=write_number(shown, language, grouping=grouping),
        minus=MINUS if rounded < 0 else "",
        scale=scale,
        is_short=precision is Precision.SHORT,
        is_genitive=precision is not Precision.VALUE and figure.fact.bound in wording.genitive,
    )
    if precision is Precision.NUMBER:
        return amount.minus + amount.digits
    if noun := find_noun(kind, wording):
        return _write_share(amount, noun, kind, language)
    if kind is Kind.CURRENCY:
        return _write_money(amount, unit, language)
    if precision in {Precision.TEXT, Precision.VALUE}:
        amount = _spell(amount, wording)
    return _write_counted(amount, unit, language)


def _spell(amount: _Amount, wording: Wording) -> _Amount:
    """Return a count of 2 to 9 in letters, where the language has it so: `three years`."""
    place = int(amount.shown) - _FIRST_NUMERAL
    is_count = amount.scale is None and not amount.minus and amount.digits.isdigit()
    if not is_count or not 0 <= place < len(wording.numerals):
        return amount
    return replace(amount, digits=wording.numerals[place])


def _find_scale(value: Decimal, wording: Wording) -> ScaleWord | None:
    size = value.adjusted() if value else 0
    for scale in wording.scales:
        if size >= (scale.power if scale.floor is None else scale.floor):
            return scale
    return None


def _write_share(amount: _Amount, noun: Noun, kind: Kind, language: str) -> str:
    wording = resolve_wording(language)
    number = amount.minus + amount.digits
    if amount.is_short:
        return number + (wording.percent_short if kind is Kind.PERCENT else wording.points_short)
    return number + wording.space + _inflect(noun, amount, language)


def _write_money(amount: _Amount, unit: str, language: str) -> str:
    wording = resolve_wording(language)
    currency = wording.currencies.get(unit) or _code(unit, language)
    number = _write_scaled(amount, language)
    if amount.is_short:
        prefix = currency.short_prefix or currency.prefix
        return amount.minus + prefix + number + currency.short
    if currency.noun is None:
        return amount.minus + currency.prefix + number
    return amount.minus + number + wording.space + _inflect(currency.noun, amount, language)


def _code(unit: str, language: str) -> Currency:
    """Return how a currency without words here is written: its code, on the language's side."""
    wording = resolve_wording(language)
    if wording.currencies["USD"].prefix:
        return Currency(prefix=unit + NBSP)
    noun = Noun(forms={"other": unit}, scaled=link_noun(unit, language))
    return Currency(noun=noun, short=wording.space + unit)


def _write_counted(amount: _Amount, unit: str, language: str) -> str:
    noun = link_noun(unit, language) if amount.scale else unit
    space = resolve_wording(language).space
    return amount.minus + _write_scaled(amount, language) + space + noun


def _write_scaled(amount: _Amount, language: str) -> str:
    """Return the digits with the word of scale."""
    if amount.scale is None:
        return amount.digits
    if amount.is_short:
        return amount.digits + amount.scale.short
    return amount.digits + pick_form(amount.scale.forms, plural_form(amount.shown, language))


def _inflect(noun: Noun, amount: _Amount, language: str) -> str:
    if amount.scale:
        return noun.scaled or pick_form(noun.forms, "other")
    category = plural_form(amount.shown, language)
    forms = noun.genitive if amount.is_genitive and noun.genitive else noun.forms
    return pick_form(forms, category)


def _write_foreign(rounded: Decimal, figure: Figure, language: str, precision: Precision) -> str:
    """Return an amount in a language that has its formats from CLDR alone."""
    kind = parse_kind(figure.fact.unit)
    is_long = kind in {Kind.CURRENCY, Kind.COUNTED} and rounded.copy_abs() >= _MILLION
    if is_long and precision is not Precision.EXACT:
        number = write_compact(strip_zeros(rounded), language)
    else:
        number = write_number(rounded, language)
    if precision is Precision.NUMBER:
        digits = _NUMBER.search(number)
        return digits[0] if digits else number
    if kind is Kind.PERCENT:
        return number + NBSP + "%"
    return number + NBSP + figure.fact.unit
