"""The sentences of alternative texts, by language. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.charts.kindnames import KIND_NAMES


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """The words of one language; `{}` fields are filled by name."""

    kinds: Mapping[str, str]
    head: str
    head_unit: str
    span: str
    across: str
    told: str
    listed: str
    comma: str
    colon: str
    highest: str
    lowest: str
    rises: str
    falls: str
    stays: str
    stop: str


_ENGLISH = Phrases(
    kinds=KIND_NAMES["en"],
    head="{kind}",
    head_unit="{kind}, in {unit}",
    span="{count} categories from {first} to {last}",
    across="{names} across {span}",
    told="{name} {text}",
    listed="{name} {value}",
    comma=", ",
    colon=": ",
    highest="Highest: {name}, {value}",
    lowest="lowest: {name}, {value}",
    rises="rises from {a} ({first}) to {b} ({last})",
    falls="falls from {a} ({first}) to {b} ({last})",
    stays="stands at {a} in {first} and {last}",
    stop=".",
)
_PHRASES: Mapping[str, Phrases] = {
    "en": _ENGLISH,
    "uk": Phrases(
        kinds=KIND_NAMES["uk"],
        head="{kind}",
        head_unit="{kind}, {unit}",
        span="категорій: {count}, від «{first}» до «{last}»",
        across="{names}; {span}",
        told="{name}: {text}",
        listed="{name} — {value}",
        comma="; ",
        colon=": ",
        highest="Найбільше: {name}, {value}",
        lowest="найменше: {name}, {value}",
        rises="зростання з {a} ({first}) до {b} ({last})",
        falls="зниження з {a} ({first}) до {b} ({last})",
        stays="без змін, {a} ({first} і {last})",
        stop=".",
    ),
    "de": Phrases(
        kinds=KIND_NAMES["de"],
        head="{kind}",
        head_unit="{kind}, in {unit}",
        span="{count} Kategorien von {first} bis {last}",
        across="{names}; {span}",
        told="{name} {text}",
        listed="{name} {value}",
        comma="; ",
        colon=": ",
        highest="Höchster Wert: {name}, {value}",
        lowest="niedrigster Wert: {name}, {value}",
        rises="steigt von {a} ({first}) auf {b} ({last})",
        falls="sinkt von {a} ({first}) auf {b} ({last})",
        stays="steht bei {a} ({first} und {last})",
        stop=".",
    ),
    "fr": Phrases(
        kinds=KIND_NAMES["fr"],
        head="{kind}",
        head_unit="{kind}, en {unit}",
        span="{count} catégories, de {first} à {last}",
        across="{names} ; {span}",
        told="{name} {text}",
        listed="{name} {value}",
        comma=" ; ",
        colon="\u00a0: ",
        highest="Maximum\u00a0: {name}, {value}",
        lowest="minimum\u00a0: {name}, {value}",
        rises="monte de {a} ({first}) à {b} ({last})",
        falls="descend de {a} ({first}) à {b} ({last})",
        stays="est à {a} en {first} comme en {last}",
        stop=".",
    ),
    "ja": Phrases(
        kinds=KIND_NAMES["ja"],
        head="{kind}",
        head_unit="{kind}（単位：{unit}）",
        span="{first}から{last}までの{count}項目",
        across="{names}。{span}",
        told="{name}は{text}",
        listed="{name} {value}",
        comma="、",
        colon="。",
        highest="最大は{name}の{value}",
        lowest="最小は{name}の{value}",
        rises="{first}の{a}から{last}の{b}に増加",
        falls="{first}の{a}から{last}の{b}に減少",
        stays="{first}と{last}で同じ{a}",
        stop="。",
    ),
}


def find_phrases(language: str) -> Phrases:
    """Return the phrases of a language by its BCP 47 tag; English for one that is not known."""
    return _PHRASES.get(language.partition("-")[0].casefold(), _ENGLISH)
