"""Units of charts and tables."""

from __future__ import annotations

import pytest

from generator.brief.exhibits import Scale
from generator.facts import unit_label

CASES = [
    ("USD", Scale.BILLION),
    ("EUR", Scale.MILLION),
    ("CHF", Scale.THOUSAND),
    ("JPY", Scale.TRILLION),
    ("UAH", Scale.ONE),
    ("percent", Scale.ONE),
    ("percentage points", Scale.ONE),
    ("people", Scale.MILLION),
    ("people", Scale.ONE),
    ("", Scale.BILLION),
]
LABELS = {
    "en-GB": [
        "US$ billion",
        "€ million",
        "CHF thousand",
        "¥ trillion",
        "UAH",
        "per cent",
        "percentage points",
        "million people",
        "people",
        "billion",
    ],
    "en-US": [
        "$ billion",
        "€ million",
        "CHF thousand",
        "¥ trillion",
        "UAH",
        "percent",
        "percentage points",
        "million people",
        "people",
        "billion",
    ],
    "uk": [
        "млрд дол. США",
        "млн євро",
        "тис. CHF",
        "трлн єн",
        "грн",
        "відсотків",
        "відсоткових пунктів",
        "млн people",
        "people",
        "млрд",
    ],
    "ja": [
        "10億ドル",
        "100万ユーロ",
        "千CHF",
        "兆円",
        "フリヴニャ",
        "%",
        "ポイント",
        "100万people",
        "people",
        "10億",
    ],
    "de": [
        "Mrd. US-Dollar",
        "Mio. Euro",
        "Tsd. CHF",
        "Bio. Yen",
        "Hrywnja",
        "Prozent",
        "Prozentpunkte",
        "Mio. people",
        "people",
        "Mrd.",
    ],
    "fr": [
        "milliards de dollars américains",
        "millions d’euros",
        "milliers de CHF",
        "milliers de milliards de yens",
        "hryvnias",
        "%",
        "points de pourcentage",
        "millions de people",
        "people",
        "milliards",
    ],
    "pl": ["USD billion", "EUR million", "CHF thousand", "JPY trillion", "UAH", "per cent"],
}


@pytest.mark.parametrize("language", LABELS)
def test_a_unit_as_a_label(language: str) -> None:
    """The unit of an axis is said once, in the words of the language."""
    labels = [unit_label(unit, scale, language) for unit, scale in CASES[: len(LABELS[language])]]

    assert labels == LABELS[language]
