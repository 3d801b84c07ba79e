"""What a language needs to put a number into words: scales, bounds, currencies. Pure data.

Nouns that change with the number have one form for each plural category of CLDR, `other` last.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from generator.brief.exhibits import Scale
from generator.brief.facts import Bound

Forms: TypeAlias = Mapping[str, str]
"""A noun by plural category; one that is missing is written as `other`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleWord:
    """A word for a power of ten.

    Attributes:
        power: 9 for a billion.
        floor: Power of ten from which the word is used, when it is not its own.
        forms: The word in prose, with the space before it.
        short: The word on a card, with the space before it.
    """

    power: int
    forms: Forms
    short: str
    floor: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """What stands after a number.

    Attributes:
        forms: After a number without a word of scale.
        genitive: The same after a bound that asks for the genitive; left out, they do not differ.
        scaled: After a word of scale, such as `d’euros`; left out, the form `other`.
    """

    forms: Forms
    genitive: Forms = field(default_factory=dict[str, str])
    scaled: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Currency:
    """How a currency is written: before the number or after it.

    Attributes:
        prefix: Sign before the number, in prose.
        noun: Word after the number, in prose; None where there is a prefix.
        short_prefix: Sign before the number on a card; left out, `prefix`.
        short: Sign after the number on a card, with the space before it.
        label: As the unit of a chart; left out, the prefix or the noun after a scale.
    """

    prefix: str = ""
    noun: Noun | None = None
    short_prefix: str = ""
    short: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """All words that one language writes numbers with.

    Attributes:
        scales: From the largest to the smallest.
        bounds: `more than {}`.
        bounds_short: The same on a card: `>{}`.
        genitive: Bounds after which a noun stands in the genitive.
        percent_short: With the space before it.
        labels: Words of scale for the unit of a chart.
        label: Order of scale and currency in such a unit.
        space: What stands between a number and a noun.
        numerals: Words for 2 to 9, that running text has for counts; empty if it has digits.
        has_grouped_scales: Whether 3,700 before a word of scale is grouped.
    """

    scales: tuple[ScaleWord, ...]
    bounds: Mapping[Bound, str]
    bounds_short: Mapping[Bound, str]
    percent: Noun
    percent_short: str
    points: Noun
    points_short: str
    currencies: Mapping[str, Currency]
    labels: Mapping[Scale, str]
    label: str = "{scale} {unit}"
    genitive: frozenset[Bound] = frozenset()
    space: str = "\u00a0"
    has_grouped_scales: bool = True
    numerals: tuple[str, ...] = ()


SIGNS: Mapping[Bound, str] = {
    Bound.EXACTLY: "{}",
    Bound.ABOUT: "≈{}",
    Bound.MORE_THAN: ">{}",
    Bound.AT_LEAST: "≥{}",
    Bound.UP_TO: "≤{}",
    Bound.LESS_THAN: "<{}",
}
"""Bounds as signs, for cards in languages that are written in letters."""


def one_form(text: str) -> Forms:
    """Return the forms of a word that never changes."""
    return {"other": text}


def pick_form(forms: Forms, category: str) -> str:
    """Return the form for a plural category."""
    return forms.get(category) or forms["other"]
