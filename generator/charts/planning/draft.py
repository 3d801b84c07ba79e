"""A chart being planned: what its author said, and the numbers it shows. Pure data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.brief.exhibits import Chart
from generator.charts.planning.grid import Grid
from generator.charts.plot import CategoryForm, Form, Mark
from generator.facts import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A chart to plan.

    Attributes:
        id: The chart's key in the brief.
        chart: Its kind, data and wishes.
        figures: All facts, by id, with their exact values.
        language: BCP 47 tag that numbers and the alternative text are written in.
    """

    id: str
    chart: Chart
    figures: Mapping[str, Figure]
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A chart whose numbers are known, and whose series, axis and legend are being planned.

    Attributes:
        names: Of the series, one for each row of the grid.
        unit: What the numbers are, as a reader sees it; empty if nothing to say.
    """

    chart: Chart
    form: Form
    names: tuple[str, ...]
    grid: Grid
    unit: str

    @property
    def is_single(self) -> bool:
        """Return whether there is one series, whose points may differ in colour."""
        return len(self.grid.values) == 1

    @property
    def is_lines(self) -> bool:
        """Return whether series are drawn as lines."""
        return isinstance(self.form, CategoryForm) and self.form.mark is Mark.LINE
