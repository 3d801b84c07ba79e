"""The alternative text of a chart, made from its data: kind, unit, values or extremes. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.brief.exhibits import ChartKind
from generator.charts.plot import PlotSeries

MOST_LISTED = 5
"""Up to so many values are read out one by one; of more, the highest and the lowest."""

MOST_LINES = 4
"""Up to so many lines are told one by one."""


LINES = frozenset({ChartKind.LINE, ChartKind.ANNOTATED_LINE, ChartKind.FAN})
"""Kinds whose course is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Phrases:
    """The words of one language; `{}` fields are filled by name."""

    kinds: Mapping[ChartKind, str]
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


def _kinds(names: str) -> Mapping[ChartKind, str]:
    return dict(zip(ChartKind, names.split("|"), strict=True))


_ENGLISH = _Phrases(
    kinds=_kinds(
        "Bar chart|Column chart|Grouped bar chart|Grouped column chart"
        "|Stacked bar chart|Stacked column chart|Line chart|Doughnut chart"
        "|Dumbbell chart|Heat map|Annotated line chart|Fan chart|Box plot|Treemap|Waffle chart"
    ),
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
_PHRASES: Mapping[str, _Phrases] = {
    "en": _ENGLISH,
    "uk": _Phrases(
        kinds=_kinds(
            "Смугова діаграма|Стовпчикова діаграма|Групована смугова діаграма"
            "|Групована стовпчикова діаграма|Смугова діаграма з накопиченням"
            "|Стовпчикова діаграма з накопиченням|Лінійний графік|Кільцева діаграма"
            "|Діаграма «гантель»|Теплова карта|Лінійний графік з подіями|Віялова діаграма|Коробкова діаграма|Деревна карта|Вафельна діаграма"
        ),
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
    "de": _Phrases(
        kinds=_kinds(
            "Balkendiagramm|Säulendiagramm|Gruppiertes Balkendiagramm|Gruppiertes Säulendiagramm"
            "|Gestapeltes Balkendiagramm|Gestapeltes Säulendiagramm|Liniendiagramm|Ringdiagramm"
            "|Hanteldiagramm|Heatmap|Liniendiagramm mit Ereignissen|Fächerdiagramm|Boxplot|Treemap|Waffeldiagramm"
        ),
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
    "fr": _Phrases(
        kinds=_kinds(
            "Diagramme à barres|Histogramme|Diagramme à barres groupées|Histogramme groupé"
            "|Diagramme à barres empilées|Histogramme empilé|Courbe|Diagramme en anneau"
            "|Graphique en haltères|Carte de chaleur|Courbe annotée|Graphique en éventail|Boîtes à moustaches|Carte proportionnelle|Diagramme en gaufre"
        ),
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
    "ja": _Phrases(
        kinds=_kinds(
            "横棒グラフ|縦棒グラフ|集合横棒グラフ|集合縦棒グラフ"
            "|積み上げ横棒グラフ|積み上げ縦棒グラフ|折れ線グラフ|ドーナツグラフ"
            "|ダンベルチャート|ヒートマップ|注釈付き折れ線グラフ|ファンチャート|箱ひげ図|ツリーマップ|ワッフルチャート"
        ),
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """What an alternative text is made from; series with their labels."""

    kind: ChartKind
    categories: Sequence[str]
    series: Sequence[PlotSeries]
    unit: str
    language: str


def describe_chart(chart: Described) -> str:
    """Return one or two sentences with the kind, the unit, and the values or their range.

    Written in English, Ukrainian, Japanese, German and French; in English for other languages.
    """
    phrases = _PHRASES.get(chart.language.partition("-")[0].casefold(), _ENGLISH)
    head = phrases.head_unit if chart.unit else phrases.head
    opening = head.format(kind=phrases.kinds[chart.kind], unit=chart.unit)
    points = list(_points(chart))
    if chart.kind in LINES and len(chart.series) <= MOST_LINES:
        return _join(phrases, opening, _tell_lines(chart, phrases))
    if len(points) <= MOST_LISTED:
        values = [phrases.listed.format(name=name, value=label) for name, _, label in points]
        return _join(phrases, opening, values)
    return _join(phrases, opening, _tell_range(chart, phrases)) + _tell_extremes(points, phrases)


def _join(phrases: _Phrases, opening: str, parts: Sequence[str]) -> str:
    return opening + phrases.colon + phrases.comma.join(parts) + phrases.stop


def _points(chart: Described) -> Iterator[tuple[str, Decimal, str]]:
    """Yield name, value and label of every point that is no gap, series by series."""
    for series in chart.series:
        for category, value, label in zip(
            chart.categories, series.values, series.labels, strict=True
        ):
            if value is not None:
                is_one = len(chart.series) == 1
                yield (category if is_one else f"{series.name}, {category}", value, label)


def _tell_range(chart: Described, phrases: _Phrases) -> list[str]:
    span = phrases.span.format(
        count=len(chart.categories), first=chart.categories[0], last=chart.categories[-1]
    )
    if len(chart.series) == 1:
        return [span]
    names = phrases.comma.join(series.name for series in chart.series)
    return [phrases.across.format(names=names, span=span)]


def _tell_extremes(points: Sequence[tuple[str, Decimal, str]], phrases: _Phrases) -> str:
    highest = max(points, key=lambda point: point[1])
    lowest = min(points, key=lambda point: point[1])
    parts = (
        phrases.highest.format(name=highest[0], value=highest[2]),
        phrases.lowest.format(name=lowest[0], value=lowest[2]),
    )
    space = "" if phrases.stop == "。" else " "
    return space + phrases.comma.join(parts) + phrases.stop


def _tell_lines(chart: Described, phrases: _Phrases) -> list[str]:
    return [_tell_line(chart, series, phrases) for series in chart.series]


def _tell_line(chart: Described, series: PlotSeries, phrases: _Phrases) -> str:
    known = [index for index, value in enumerate(series.values) if value is not None]
    if not known:
        return series.name
    first, last = known[0], known[-1]
    start, end = series.values[first] or Decimal(0), series.values[last] or Decimal(0)
    course = phrases.stays if start == end else phrases.rises if end > start else phrases.falls
    text = course.format(
        a=series.labels[first],
        b=series.labels[last],
        first=chart.categories[first],
        last=chart.categories[last],
    )
    if len(chart.series) == 1:
        return text
    return phrases.told.format(name=series.name, text=text)
