"""A chart being planned: what its author said, and the numbers it shows. Pure data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from generator.brief.exhibits import Chart, ChartRow
from generator.charts.planning.grid import Grid
from generator.charts.plot import CategoryForm, Form, Mark
from generator.charts.words import Words, find_words
from generator.facts import Figure
from generator.load.maps import GeoMap


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A chart to plan.

    Attributes:
        id: The chart's key in the brief.
        chart: Its kind, data and wishes.
        figures: All facts, by id, with their exact values.
        language: BCP 47 tag that numbers and the alternative text are written in.
        maps: Maps that charts name, by file.
    """

    id: str
    chart: Chart
    figures: Mapping[str, Figure]
    language: str
    maps: Mapping[str, GeoMap] = field(default_factory=dict[str, GeoMap])


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A chart whose numbers are known, and whose series, axis and legend are being planned.

    Attributes:
        names: Of the series, one for each row of the grid.
        unit: What the numbers are, as a reader sees it; empty if nothing to say.
        language: BCP 47 tag.
    """

    chart: Chart
    form: Form
    names: tuple[str, ...]
    grid: Grid
    unit: str
    language: str

    @property
    def words(self) -> Words:
        """Return the words that charts bring by themselves."""
        return find_words(self.language)

    @property
    def rows(self) -> tuple[ChartRow, ...]:
        """Return the rows of the brief in the order of the categories."""
        return tuple(self.chart.data[index] for index in self.grid.order)

    def write(self, value: Decimal) -> str:
        """Return `value` as its label."""
        return self.grid.writing.write(value, self.grid.writing.decimals)

    @property
    def is_single(self) -> bool:
        """Return whether there is one series, whose points may differ in colour."""
        return len(self.grid.values) == 1

    @property
    def is_lines(self) -> bool:
        """Return whether series are drawn as lines."""
        return isinstance(self.form, CategoryForm) and self.form.mark is Mark.LINE
