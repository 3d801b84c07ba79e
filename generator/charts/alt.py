"""The alternative text of a chart, made from its data: kind, unit, values or extremes. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.brief.exhibits import ChartKind
from generator.charts.phrases import Phrases, find_phrases
from generator.charts.plot import PlotSeries

MOST_LISTED = 5
"""Up to so many values are read out one by one; of more, the highest and the lowest."""

MOST_PAIRS = 12
"""Up to so many ranges or points are read out; of more, the first."""

COURSES = frozenset({"annotated-line", "fan"})
"""Kinds that tell a course by themselves, whatever they are drawn as."""

MOST_LINES = 4
"""Up to so many lines are told one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """What an alternative text is made from; series with their labels.

    Attributes:
        is_course: Whether the chart tells how values go from the first category to the last.
    """

    kind: ChartKind
    categories: Sequence[str]
    series: Sequence[PlotSeries]
    unit: str
    language: str
    is_course: bool = False


def describe_chart(chart: Described) -> str:
    """Return one or two sentences with the kind, the unit, and the values or their range.

    Written in English, Ukrainian, Japanese, German and French; in English for other languages.
    """
    phrases = find_phrases(chart.language)
    opening = _open(chart.kind, chart.unit, phrases)
    points = list(_points(chart))
    if (chart.is_course or chart.kind in COURSES) and len(chart.series) <= MOST_LINES:
        return _join(phrases, opening, _tell_lines(chart, phrases))
    if len(points) <= MOST_LISTED:
        values = [phrases.listed.format(name=name, value=label) for name, _, label in points]
        return _join(phrases, opening, values)
    return _join(phrases, opening, _tell_range(chart, phrases)) + _tell_extremes(points, phrases)


def list_pairs(kind: ChartKind, unit: str, pairs: Sequence[tuple[str, str]], language: str) -> str:
    """Return a sentence that says names with what belongs to them, one by one."""
    phrases = find_phrases(language)
    opening = _open(kind, unit, phrases)
    listed = [phrases.listed.format(name=name, value=value) for name, value in pairs]
    shown = [*listed[:MOST_PAIRS], "…"] if len(listed) > MOST_PAIRS else listed
    return _join(phrases, opening, shown)


def introduce(chart: Described, told: str) -> str:
    """Return the kind and the unit, then `told`, as one sentence."""
    phrases = find_phrases(chart.language)
    return _join(phrases, _open(chart.kind, chart.unit, phrases), [told])


def tell_extremes(chart: Described) -> str:
    """Return a sentence with the highest and the lowest value, a space before it."""
    return _tell_extremes(list(_points(chart)), find_phrases(chart.language))


def _open(kind: ChartKind, unit: str, phrases: Phrases) -> str:
    head = phrases.head_unit if unit else phrases.head
    return head.format(kind=phrases.kinds[kind], unit=unit)


def _join(phrases: Phrases, opening: str, parts: Sequence[str]) -> str:
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


def _tell_range(chart: Described, phrases: Phrases) -> list[str]:
    span = phrases.span.format(
        count=len(chart.categories), first=chart.categories[0], last=chart.categories[-1]
    )
    if len(chart.series) == 1:
        return [span]
    names = phrases.comma.join(series.name for series in chart.series)
    return [phrases.across.format(names=names, span=span)]


def _tell_extremes(points: Sequence[tuple[str, Decimal, str]], phrases: Phrases) -> str:
    highest = max(points, key=lambda point: point[1])
    lowest = min(points, key=lambda point: point[1])
    parts = (
        phrases.highest.format(name=highest[0], value=highest[2]),
        phrases.lowest.format(name=lowest[0], value=lowest[2]),
    )
    space = "" if phrases.stop == "。" else " "
    return space + phrases.comma.join(parts) + phrases.stop


def _tell_lines(chart: Described, phrases: Phrases) -> list[str]:
    return [_tell_line(chart, series, phrases) for series in chart.series]


def _tell_line(chart: Described, series: PlotSeries, phrases: Phrases) -> str:
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
