"""Words of drawn charts: in their alternative texts, and the few that are drawn. Pure data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """The words of one language; `{}` fields are filled by name.

    Attributes:
        comma: Between parts of a sentence.
        space: Between sentences.
        noted: What is marked in a chart over time; `event` and `period` are its parts.
        lower: Name of the series of the lower ends of a band; `upper` of the upper ones.
        ranges: What the bands tell at their end; `range` is one of them.
        five: Lowest, lower quartile, median, upper quartile, highest.
        middle: What the box of a box plot holds.
        medians: What the values of a box plot are that are told, and which row ranges widest.
        flows: How many flows there are between how many nodes, and which is the largest.
        matrix: Rows and columns of a heat map.
        rest: What a waffle leaves over.
        no_data: Regions without a value.
        missing: Which regions have none.
        class_first: The lowest class of a map; `class_between` and `class_last` the others.
    """

    comma: str
    space: str
    noted: str
    event: str
    period: str
    lower: str
    upper: str
    ranges: str
    range: str
    five: tuple[str, str, str, str, str]
    middle: str
    medians: str
    flows: str
    matrix: str
    rest: str
    no_data: str
    missing: str
    class_first: str
    class_between: str
    class_last: str


_ENGLISH = Phrases(
    comma=", ",
    space=" ",
    noted="Marked: {notes}.",
    event="{name} ({first})",
    period="{name} ({first} to {last})",
    lower="{name}, lower end",
    upper="{name}, upper end",
    ranges="Range at {last}: {ranges}.",
    range="{name} from {low} to {high}",
    five=("Lowest", "Lower quartile", "Median", "Upper quartile", "Highest"),
    middle="Middle half",
    medians="The values told are medians; {name} ranges widest, from {low} to {high}.",
    flows="{count} flows between {nodes} points; the largest is {name}, {value}",
    matrix="{rows} rows from {first} to {last}, {columns} columns from {start} to {end}",
    rest="Rest",
    no_data="No data",
    missing="No data: {names}.",
    class_first="Under {high}",
    class_between="{low} to under {high}",
    class_last="{low} and over",
)

PHRASES: Mapping[str, Phrases] = {
    "en": _ENGLISH,
    "uk": Phrases(
        comma="; ",
        space=" ",
        noted="Позначено: {notes}.",
        event="{name} ({first})",
        period="{name} ({first}–{last})",
        lower="{name}, нижня межа",
        upper="{name}, верхня межа",
        ranges="Діапазон на {last}: {ranges}.",
        range="{name} — від {low} до {high}",
        five=("Найменше", "Нижній квартиль", "Медіана", "Верхній квартиль", "Найбільше"),
        middle="Середня половина",
        medians="Наведено медіани; найширший розкид — {name}, від {low} до {high}.",
        flows="потоків: {count}, вузлів: {nodes}; найбільший — {name}, {value}",
        matrix="рядків: {rows}, від «{first}» до «{last}»; стовпців: {columns}, "
        "від «{start}» до «{end}»",
        rest="Решта",
        no_data="Немає даних",
        missing="Немає даних: {names}.",
        class_first="Менше {high}",
        class_between="Від {low} до {high}",
        class_last="{low} і більше",
    ),
    "de": Phrases(
        comma="; ",
        space=" ",
        noted="Eingezeichnet: {notes}.",
        event="{name} ({first})",
        period="{name} ({first} bis {last})",
        lower="{name}, unteres Ende",
        upper="{name}, oberes Ende",
        ranges="Spanne bei {last}: {ranges}.",
        range="{name} von {low} bis {high}",
        five=("Niedrigster Wert", "Unteres Quartil", "Median", "Oberes Quartil", "Höchster Wert"),
        middle="Mittlere Hälfte",
        medians="Genannt sind Mediane; am weitesten streut {name}, von {low} bis {high}.",
        flows="{count} Flüsse zwischen {nodes} Punkten; der größte ist {name}, {value}",
        matrix="{rows} Zeilen von {first} bis {last}, {columns} Spalten von {start} bis {end}",
        rest="Rest",
        no_data="Keine Angabe",
        missing="Keine Angabe: {names}.",
        class_first="Unter {high}",
        class_between="{low} bis unter {high}",
        class_last="{low} und mehr",
    ),
    "fr": Phrases(
        comma=" ; ",
        space=" ",
        noted="Repères\u00a0: {notes}.",
        event="{name} ({first})",
        period="{name} (de {first} à {last})",
        lower="{name}, borne inférieure",
        upper="{name}, borne supérieure",
        ranges="Intervalle à {last}\u00a0: {ranges}.",
        range="{name} de {low} à {high}",
        five=("Minimum", "Premier quartile", "Médiane", "Troisième quartile", "Maximum"),
        middle="Moitié centrale",
        medians="Valeurs citées\u00a0: médianes\u00a0; l’étendue la plus large est celle de "
        "{name}, de {low} à {high}.",
        flows="{count} flux entre {nodes} points\u00a0; le plus grand est {name}, {value}",
        matrix="{rows} lignes, de {first} à {last}\u00a0; {columns} colonnes, de {start} à {end}",
        rest="Reste",
        no_data="Pas de données",
        missing="Pas de données\u00a0: {names}.",
        class_first="Moins de {high}",
        class_between="De {low} à moins de {high}",
        class_last="{low} et plus",
    ),
    "ja": Phrases(
        comma="、",
        space="",
        noted="図中の注記：{notes}。",
        event="{name}（{first}）",
        period="{name}（{first}～{last}）",
        lower="{name}（下限）",
        upper="{name}（上限）",
        ranges="{last}の幅：{ranges}。",
        range="{name}は{low}～{high}",
        five=("最小値", "第1四分位", "中央値", "第3四分位", "最大値"),
        middle="中央の半数",
        medians="数値は中央値。範囲が最も広いのは{name}（{low}～{high}）。",
        flows="{nodes}点間の{count}件の流れ、最大は{name}の{value}",
        matrix="{first}から{last}までの{rows}行、{start}から{end}までの{columns}列",
        rest="残り",
        no_data="データなし",
        missing="データなし：{names}。",
        class_first="{high}未満",
        class_between="{low}～{high}未満",
        class_last="{low}以上",
    ),
}
"""Phrases by primary language subtag (BCP 47)."""


def find_phrases(language: str) -> Phrases:
    """Return the phrases for a BCP 47 tag; English for a language that has none."""
    return PHRASES.get(language.partition("-")[0].casefold(), _ENGLISH)
