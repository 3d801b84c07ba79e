"""The languages that numbers are put into words in: English, German, French, Ukrainian, Japanese.

Any other language gets its own digits and scales from CLDR, and English for the rest.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType

from generator.brief.exhibits import Scale
from generator.brief.facts import Bound
from generator.facts.locales import is_known
from generator.facts.wording import SIGNS, Currency, Noun, ScaleWord, Wording, one_form

_ENGLISH_BOUNDS = {
    Bound.EXACTLY: "{}",
    Bound.ABOUT: "about {}",
    Bound.MORE_THAN: "more than {}",
    Bound.AT_LEAST: "at least {}",
    Bound.UP_TO: "up to {}",
    Bound.LESS_THAN: "less than {}",
}
_ENGLISH_LABELS = {
    Scale.THOUSAND: "thousand",
    Scale.MILLION: "million",
    Scale.BILLION: "billion",
    Scale.TRILLION: "trillion",
}
_ENGLISH_NUMERALS = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
_ENGLISH_POINTS = Noun(forms={"one": "percentage point", "other": "percentage points"})


def _english_scale(power: int, word: str, short: str) -> ScaleWord:
    return ScaleWord(power=power, forms=one_form(f"\u00a0{word}"), short=short)


BRITISH = Wording(
    scales=(
        _english_scale(12, "trillion", "\u00a0tn"),
        _english_scale(9, "billion", "\u00a0bn"),
        _english_scale(6, "million", "\u00a0m"),
    ),
    bounds=_ENGLISH_BOUNDS,
    bounds_short=SIGNS,
    percent=Noun(forms=one_form("per\u00a0cent")),
    percent_short="%",
    points=_ENGLISH_POINTS,
    points_short="\u00a0pp",
    currencies={
        "USD": Currency(prefix="US$"),
        "EUR": Currency(prefix="€"),
        "GBP": Currency(prefix="£"),
        "JPY": Currency(prefix="¥"),
        "UAH": Currency(prefix="UAH\u00a0", label="UAH"),
    },
    labels=_ENGLISH_LABELS,
    label="{unit} {scale}",
    numerals=_ENGLISH_NUMERALS,
)

AMERICAN = Wording(
    scales=(
        _english_scale(12, "trillion", "T"),
        _english_scale(9, "billion", "B"),
        _english_scale(6, "million", "M"),
    ),
    bounds=_ENGLISH_BOUNDS,
    bounds_short=SIGNS,
    percent=Noun(forms=one_form("percent")),
    percent_short="%",
    points=_ENGLISH_POINTS,
    points_short="\u00a0pp",
    currencies={**BRITISH.currencies, "USD": Currency(prefix="$")},
    labels=_ENGLISH_LABELS,
    label="{unit} {scale}",
    numerals=_ENGLISH_NUMERALS,
)

GERMAN = Wording(
    scales=(
        ScaleWord(
            power=12,
            forms={"one": "\u00a0Billion", "other": "\u00a0Billionen"},
            short="\u00a0Bio.",
        ),
        ScaleWord(
            power=9,
            forms={"one": "\u00a0Milliarde", "other": "\u00a0Milliarden"},
            short="\u00a0Mrd.",
        ),
        ScaleWord(
            power=6,
            forms={"one": "\u00a0Million", "other": "\u00a0Millionen"},
            short="\u00a0Mio.",
        ),
    ),
    bounds={
        Bound.EXACTLY: "{}",
        Bound.ABOUT: "rund {}",
        Bound.MORE_THAN: "mehr als {}",
        Bound.AT_LEAST: "mindestens {}",
        Bound.UP_TO: "bis zu {}",
        Bound.LESS_THAN: "weniger als {}",
    },
    bounds_short=SIGNS,
    percent=Noun(forms=one_form("Prozent")),
    percent_short="\u00a0%",
    points=Noun(forms={"one": "Prozentpunkt", "other": "Prozentpunkte"}),
    points_short="\u00a0PP",
    currencies={
        "USD": Currency(noun=Noun(forms=one_form("US-Dollar")), short="\u00a0US-$"),
        "EUR": Currency(noun=Noun(forms=one_form("Euro")), short="\u00a0€"),
        "GBP": Currency(noun=Noun(forms=one_form("Pfund Sterling")), short="\u00a0£"),
        "JPY": Currency(noun=Noun(forms=one_form("Yen")), short="\u00a0Yen"),
        "UAH": Currency(noun=Noun(forms=one_form("Hrywnja")), short="\u00a0UAH"),
    },
    labels={
        Scale.THOUSAND: "Tsd.",
        Scale.MILLION: "Mio.",
        Scale.BILLION: "Mrd.",
        Scale.TRILLION: "Bio.",
    },
    numerals=("zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"),
)


def _french_noun(one: str, other: str, link: str = "de\u00a0") -> Noun:
    return Noun(forms={"one": one, "other": other}, scaled=link + other)


FRENCH = Wording(
    # A French `billion` is 10^12 and is read as the English one: milliards go on without end.
    scales=(
        ScaleWord(
            power=9,
            forms={"one": "\u00a0milliard", "other": "\u00a0milliards"},
            short="\u00a0Md",
        ),
        ScaleWord(
            power=6,
            forms={"one": "\u00a0million", "other": "\u00a0millions"},
            short="\u00a0M",
        ),
    ),
    bounds={
        Bound.EXACTLY: "{}",
        Bound.ABOUT: "environ {}",
        Bound.MORE_THAN: "plus de {}",
        Bound.AT_LEAST: "au moins {}",
        Bound.UP_TO: "jusqu’à {}",
        Bound.LESS_THAN: "moins de {}",
    },
    bounds_short=SIGNS,
    percent=Noun(forms=one_form("%")),
    percent_short="\u00a0%",
    points=Noun(forms={"one": "point de pourcentage", "other": "points de pourcentage"}),
    points_short="\u00a0pt",
    currencies={
        "USD": Currency(
            noun=_french_noun("dollar américain", "dollars américains"),
            short="\u00a0$\u00a0US",
        ),
        "EUR": Currency(noun=_french_noun("euro", "euros", "d’"), short="\u00a0€"),
        "GBP": Currency(noun=_french_noun("livre sterling", "livres sterling"), short="\u00a0£"),
        "JPY": Currency(noun=_french_noun("yen", "yens"), short="\u00a0yens"),
        "UAH": Currency(noun=_french_noun("hryvnia", "hryvnias"), short="\u00a0UAH"),
    },
    labels={
        Scale.THOUSAND: "milliers",
        Scale.MILLION: "millions",
        Scale.BILLION: "milliards",
        Scale.TRILLION: "milliers de milliards",
    },
    numerals=("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"),
)


def _ukrainian_noun(one: str, few: str, many: str, other: str) -> Noun:
    return Noun(
        forms={"one": one, "few": few, "many": many, "other": other},
        genitive={"one": other, "few": many, "many": many, "other": other},
        scaled=many,
    )


_DOLLARS = "дол.\u00a0США"

UKRAINIAN = Wording(
    scales=(
        ScaleWord(power=12, forms=one_form("\u00a0трлн"), short="\u00a0трлн"),
        ScaleWord(power=9, forms=one_form("\u00a0млрд"), short="\u00a0млрд"),
        ScaleWord(power=6, forms=one_form("\u00a0млн"), short="\u00a0млн"),
    ),
    bounds={
        Bound.EXACTLY: "{}",
        Bound.ABOUT: "близько {}",
        Bound.MORE_THAN: "понад {}",
        Bound.AT_LEAST: "щонайменше {}",
        Bound.UP_TO: "до {}",
        Bound.LESS_THAN: "менше ніж {}",
    },
    bounds_short=SIGNS,
    genitive=frozenset({Bound.ABOUT, Bound.UP_TO}),
    percent=_ukrainian_noun("відсоток", "відсотки", "відсотків", "відсотка"),
    percent_short="%",
    points=_ukrainian_noun(
        "відсотковий пункт", "відсоткові пункти", "відсоткових пунктів", "відсоткового пункту"
    ),
    points_short="\u00a0в.\u00a0п.",
    currencies={
        "USD": Currency(noun=Noun(forms=one_form(_DOLLARS)), short_prefix="$"),
        "EUR": Currency(noun=Noun(forms=one_form("євро")), short_prefix="€"),
        "GBP": Currency(
            noun=_ukrainian_noun(
                "фунт стерлінгів", "фунти стерлінгів", "фунтів стерлінгів", "фунта стерлінгів"
            ),
            short_prefix="£",
        ),
        "JPY": Currency(noun=_ukrainian_noun("єна", "єни", "єн", "єни"), short_prefix="¥"),
        "UAH": Currency(noun=Noun(forms=one_form("грн")), short="\u00a0грн"),
    },
    labels={
        Scale.THOUSAND: "тис.",
        Scale.MILLION: "млн",
        Scale.BILLION: "млрд",
        Scale.TRILLION: "трлн",
    },
)

_JAPANESE_BOUNDS = {
    Bound.EXACTLY: "{}",
    Bound.ABOUT: "約{}",
    Bound.MORE_THAN: "{}超",
    Bound.AT_LEAST: "{}以上",
    Bound.UP_TO: "最大{}",
    Bound.LESS_THAN: "{}未満",
}


def _yen_like(word: str) -> Currency:
    return Currency(noun=Noun(forms=one_form(word)), short=word)


JAPANESE = Wording(
    # Counting goes by ten thousands; below a hundred thousand digits read better.
    scales=(
        ScaleWord(power=12, forms=one_form("兆"), short="兆"),
        ScaleWord(power=8, forms=one_form("億"), short="億"),
        ScaleWord(power=4, forms=one_form("万"), short="万", floor=5),
    ),
    bounds=_JAPANESE_BOUNDS,
    bounds_short=_JAPANESE_BOUNDS,
    percent=Noun(forms=one_form("%")),
    percent_short="%",
    points=Noun(forms=one_form("ポイント")),
    points_short="ポイント",
    currencies={
        "USD": _yen_like("ドル"),
        "EUR": _yen_like("ユーロ"),
        "GBP": _yen_like("ポンド"),
        "JPY": _yen_like("円"),
        "UAH": _yen_like("フリヴニャ"),
    },
    # The units that Japanese statistics print: thousands, millions, thousand millions.
    labels={
        Scale.THOUSAND: "千",
        Scale.MILLION: "100万",
        Scale.BILLION: "10億",
        Scale.TRILLION: "兆",
    },
    label="{scale}{unit}",
    space="",
    has_grouped_scales=False,
)

WORDINGS = MappingProxyType(
    {
        "en": BRITISH,
        "en-US": AMERICAN,
        "de": GERMAN,
        "fr": FRENCH,
        "uk": UKRAINIAN,
        "ja": JAPANESE,
    }
)
"""By BCP 47 tag, or by primary language."""


@cache
def resolve_wording(language: str) -> Wording:
    """Return the words for a BCP 47 tag; English for a language that has none of its own."""
    primary = language.partition("-")[0].lower()
    is_american = primary == "en" and language.upper().endswith("-US")
    tag = "en-US" if is_american else primary
    return WORDINGS.get(tag, BRITISH)


@cache
def has_wording(language: str) -> bool:
    """Whether numbers in `language` are put into words here, and not by CLDR's compact formats."""
    return language.partition("-")[0].lower() in WORDINGS or not is_known(language)
