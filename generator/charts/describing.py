"""Alternative text of a chart, written from its data; the author's own wins. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.brief.exhibits import Chart, ChartKind
from generator.charts.plot import Plot, PlotSeries

_MOST_LISTED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Phrases:
    """The sentences of one language.

    Attributes:
        kinds: Name of each kind of chart.
        lead: With `{kind}` and `{count}`; what is shown.
        unit: With `{unit}`.
        pair: With `{name}` and `{value}`.
        extremes: With `{high}` and `{low}`, each a pair.
        course: With `{name}`, `{start}`, `{end}`, pairs of first and last category.
    """

    kinds: Mapping[str, str]
    lead: str
    several: str
    unit: str
    pair: str
    extremes: str
    course: str
    stop: str = ". "
    comma: str = ", "


_ENGLISH = _Phrases(
    kinds={"bar": "Bar chart", "column": "Column chart", "line": "Line chart", "ring": "Doughnut"},
    lead="{kind} of {count} values",
    several="{kind} of {series} in {count} categories",
    unit=" in {unit}",
    pair="{name}: {value}",
    extremes="Highest: {high}; lowest: {low}",
    course="{name} goes from {start} to {end}",
    comma="; ",
)
_GERMAN = _Phrases(
    kinds={
        "bar": "Balkendiagramm",
        "column": "Säulendiagramm",
        "line": "Liniendiagramm",
        "ring": "Ringdiagramm",
    },
    lead="{kind} mit {count} Werten",
    several="{kind} mit {series} in {count} Kategorien",
    unit=" in {unit}",
    pair="{name} {value}",
    extremes="Höchster Wert: {high}; niedrigster: {low}",
    course="{name}: von {start} bis {end}",
)
_FRENCH = _Phrases(
    kinds={
        "bar": "Diagramme en barres",
        "column": "Histogramme",
        "line": "Courbe",
        "ring": "Diagramme en anneau",
    },
    lead="{kind}\N{NO-BREAK SPACE}: {count} valeurs",
    several="{kind}\N{NO-BREAK SPACE}: {series}, {count} catégories",
    unit=", en {unit}",
    pair="{name} {value}",
    extremes="Maximum\N{NO-BREAK SPACE}: {high}, minimum\N{NO-BREAK SPACE}: {low}",
    course="{name}\N{NO-BREAK SPACE}: de {start} à {end}",
)
_UKRAINIAN = _Phrases(
    kinds={
        "bar": "Стовпчикова діаграма з горизонтальними смугами",
        "column": "Стовпчикова діаграма",
        "line": "Лінійний графік",
        "ring": "Кільцева діаграма",
    },
    lead="{kind}, кількість значень: {count}",
    several="{kind}: {series}; кількість категорій: {count}",
    unit=", {unit}",
    pair="{name} – {value}",
    extremes="Найбільше значення: {high}; найменше: {low}",
    course="{name}: від {start} до {end}",
)
_JAPANESE = _Phrases(
    kinds={
        "bar": "横棒グラフ",
        "column": "縦棒グラフ",
        "line": "折れ線グラフ",
        "ring": "ドーナツグラフ",
    },
    lead="{kind}、{count}項目",
    several="{kind}、{series}、{count}項目",
    unit="（単位：{unit}）",
    pair="{name} {value}",
    extremes="最大：{high}、最小：{low}",
    course="{name}：{start}から{end}",
    stop="。",
    comma="、",
)
_PHRASES = {"de": _GERMAN, "fr": _FRENCH, "ja": _JAPANESE, "uk": _UKRAINIAN}


def describe(plot: Plot, chart: Chart) -> Plot:
    """Return `plot` with its alternative text."""
    return replace(plot, alt=chart.alt or _write(plot))


def _write(plot: Plot) -> str:
    """Return two sentences: kind, extent and unit; then all values, the extremes or the course."""
    phrases = _PHRASES.get(plot.language.partition("-")[0].lower(), _ENGLISH)
    kind = phrases.kinds[_shape(plot.kind)]
    names = phrases.comma.join(series.name for series in plot.series)
    form = phrases.lead if len(plot.series) == 1 else phrases.several
    lead = form.format(kind=kind, count=len(plot.categories), series=names)
    unit = phrases.unit.format(unit=plot.unit) if plot.unit else ""
    body = phrases.stop.join(_tell(plot, series, phrases) for series in plot.series)
    return f"{lead}{unit}{phrases.stop}{body}{phrases.stop}".rstrip()


def _shape(kind: ChartKind) -> str:
    if kind is ChartKind.DOUGHNUT:
        return "ring"
    return next(shape for shape in ("bar", "column", "line") if kind.endswith(shape))


def _tell(plot: Plot, series: PlotSeries, phrases: _Phrases) -> str:
    """Return the values of a series, as many as a listener can hold."""
    told = [
        (index, phrases.pair.format(name=plot.categories[index], value=series.labels[index]))
        for index, value in enumerate(series.values)
        if value is not None
    ]
    if plot.kind is ChartKind.LINE and told:
        return phrases.course.format(name=series.name, start=told[0][1], end=told[-1][1])
    name = f"{series.name}: " if len(plot.series) > 1 else ""
    if len(told) <= _MOST_LISTED:
        return name + phrases.comma.join(pair for _, pair in told)
    ranked = sorted(told, key=lambda pair: series.values[pair[0]] or 0)
    return name + phrases.extremes.format(high=ranked[-1][1], low=ranked[0][1])
