"""Charts and tables as values of a template: what they show, in words and as rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Self

from generator.charts.binding import Column, plan_data
from generator.compose.exhibits import plan_grid, plan_source, plan_subtitle
from generator.compose.material import Material, can_show, find_exhibit
from generator.compose.slots import SlotKind
from generator.context.figures import ExactNumber
from generator.context.marks import Mark, Requests
from generator.context.prose import InlineText
from generator.context.spots import Room, find_room
from generator.facts import write_number
from generator.facts.rounding import strip_zeros
from generator.ooxml.opc import Element
from generator.ooxml.tags.spot import Spot
from generator.text.blocks import CrossReference, Run, to_plain


class LabelText(str):
    """How the text calls an exhibit: `Figure 1` in a report; without its number elsewhere."""

    __slots__ = ("_name", "_requests")

    def __new__(cls, word: str, name: str, requests: Requests) -> Self:
        """Make the label of the exhibit `name`; `word` stands where there are no numbers."""
        self = super().__new__(cls, word)
        self._name = name
        self._requests = requests
        return self

    def build_at(self, spot: Spot) -> Sequence[Element]:
        """Return a mark for the builder, who knows the numbers; elsewhere the word alone."""
        is_numbered = find_room(spot) is Room.TEXT
        inlines = (CrossReference(exhibit=self._name) if is_numbered else Run(text=str(self)),)
        return InlineText(inlines, self._requests).build_at(spot)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExhibitValue:
    """What a chart and a table have in common. `{{p exhibit }}` puts it there.

    Attributes:
        id: Its key in the brief.
        kind: `chart` or `table`.
        label: `Figure 1`, in a report.
        source: The source line, without its lead word.
    """

    id: str
    kind: str
    title: str
    subtitle: str
    note: str
    source: str
    label: str
    _mark: Mark

    def __str__(self) -> str:
        """Return the title."""
        return str(self.title)

    def build_at(self, spot: Spot) -> Sequence[Element]:
        """Return the exhibit's mark."""
        return self._mark.build_at(spot)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesValue:
    """One series of a chart.

    Attributes:
        name: May be empty for the only one.
        values: One for each category; None for a gap.
        labels: The same in words; an empty text for a gap.
    """

    name: str
    values: tuple[Decimal | None, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryValue:
    """One category of a chart, as a row of a table.

    Attributes:
        label: What it is called.
        cells: The label of each series' value.
    """

    label: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartValue(ExhibitValue):
    """A chart, with its numbers in the unit that they are shown in.

    Attributes:
        unit: Of the numbers, with their scale.
        rows: One for each category.
    """

    unit: str
    categories: tuple[str, ...]
    rows: tuple[CategoryValue, ...]
    series: tuple[SeriesValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableValue(ExhibitValue):
    """A table, with its cells in words.

    Attributes:
        columns: The heads.
        rows: Each has one text for each column.
        has_total: Whether the last row is a total.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    has_total: bool


def plan_charts(material: Material, requests: Requests) -> MappingProxyType[str, ChartValue]:
    """Return the charts that can be drawn, by their ids."""
    return MappingProxyType(
        {
            id_: _plan_chart(material, requests, id_)
            for id_ in material.brief.charts
            if can_show(material, id_)
        }
    )


def plan_tables(material: Material, requests: Requests) -> MappingProxyType[str, TableValue]:
    """Return the tables, by their ids."""
    return MappingProxyType(
        {id_: _plan_table(material, requests, id_) for id_ in material.brief.tables}
    )


def _plan_chart(material: Material, requests: Requests, id_: str) -> ChartValue:
    plot = material.plots[id_]
    words = _Words(material, requests, id_)
    series = tuple(_plan_series(column, material.brief.lang) for column in plan_data(plot).columns)
    return ChartValue(
        id=id_,
        kind="chart",
        title=words.title,
        subtitle=words.subtitle,
        note=words.note,
        source=words.source,
        label=words.plan_label(material.words.figure),
        _mark=Mark(requests, SlotKind.CHART, id_),
        unit=plot.unit,
        categories=plot.categories,
        rows=tuple(
            CategoryValue(label=label, cells=tuple(each.labels[index] for each in series))
            for index, label in enumerate(plot.categories)
        ),
        series=series,
    )


def _plan_series(column: Column, language: str) -> SeriesValue:
    values = tuple(
        None if value is None else ExactNumber(strip_zeros(value)) for value in column.values
    )
    written = ("" if value is None else write_number(value, language) for value in values)
    return SeriesValue(name=column.name, values=values, labels=column.labels or tuple(written))


def _plan_table(material: Material, requests: Requests, id_: str) -> TableValue:
    grid = plan_grid(material, material.brief.tables[id_])
    words = _Words(material, requests, id_)
    return TableValue(
        id=id_,
        kind="table",
        title=words.title,
        subtitle=words.subtitle,
        note=words.note,
        source=words.source,
        label=words.plan_label(material.words.table),
        _mark=Mark(requests, SlotKind.TABLE, id_),
        columns=tuple(to_plain(column.head) for column in grid.columns),
        rows=tuple(tuple(InlineText(cell, requests, id_) for cell in row) for row in grid.rows),
        has_total=grid.has_total,
    )


class _Words:
    """The words that go with an exhibit."""

    def __init__(self, material: Material, requests: Requests, id_: str) -> None:
        exhibit = find_exhibit(material, id_)
        self._requests, self._id = requests, id_
        self.title = InlineText(material.parse_inlines(exhibit.title), requests)
        self.subtitle = InlineText(plan_subtitle(material, id_), requests)
        self.note = InlineText(material.parse_inlines(exhibit.note), requests)
        self.source = InlineText(plan_source(material, id_), requests)

    def plan_label(self, word: str) -> LabelText:
        """Return how the text calls the exhibit; without numbers it is `word`."""
        return LabelText(word, self._id, self._requests)
