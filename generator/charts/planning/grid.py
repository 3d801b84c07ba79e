"""The numbers of a chart in the order, the digits and the words that they are shown in. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.brief.exhibits import Chart
from generator.charts.ticks import Writing
from generator.charts.values import Numbers, choose_decimals, list_values, round_cells
from generator.facts.languages import resolve_wording
from generator.facts.measures import Kind as UnitKind
from generator.facts.measures import parse_kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The values to draw, ordered and rounded, with their labels and the bounds in them.

    Attributes:
        values: One row for each series, one value for each category.
        labels: Words of each value; empty for a gap.
        bounds: How each label tells the bound of its fact.
        order: Index of each category in the brief.
    """

    categories: tuple[str, ...]
    values: tuple[tuple[Decimal | None, ...], ...]
    labels: tuple[tuple[str, ...], ...]
    bounds: tuple[tuple[str, ...], ...]
    writing: Writing
    order: tuple[int, ...] = ()


def plan_writing(chart: Chart, numbers: Numbers, unit: str, language: str) -> Writing:
    """Return how the numbers are written: those of a share carry its sign, others are bare."""
    decimals = chart.decimals
    if decimals is None:
        decimals = choose_decimals(list_values(numbers.cells))
    is_share = parse_kind(unit) is UnitKind.PERCENT
    sign = resolve_wording(language).percent_short if is_share else ""
    return Writing(language=language, decimals=decimals, sign=sign)


def round_rows(numbers: Numbers, writing: Writing) -> list[tuple[Decimal | None, ...]]:
    """Return the values to draw, series by series, in the order of the brief."""
    return [tuple(round_cells(row, writing.decimals)) for row in numbers.cells]


def plan_grid(
    numbers: Numbers,
    rows: Sequence[Sequence[Decimal | None]],
    order: Sequence[int],
    writing: Writing,
) -> Grid:
    """Return the categories that `order` names by index, with their values in words.

    Args:
        numbers: The chart's data; they give names and bounds.
        rows: The values to draw, series by series.
        order: Indexes of categories; those that are not named are left out.
        writing: How numbers are written.
    """
    signs = resolve_wording(writing.language).bounds_short
    values = tuple(tuple(row[index] for index in order) for row in rows)
    bounds = tuple(tuple(signs[row[index].bound] for index in order) for row in numbers.cells)
    return Grid(
        categories=tuple(numbers.categories[index] for index in order),
        values=values,
        labels=tuple(
            tuple(_write(*cell, writing) for cell in zip(row, told, strict=True))
            for row, told in zip(values, bounds, strict=True)
        ),
        bounds=bounds,
        writing=writing,
        order=tuple(order),
    )


def _write(value: Decimal | None, bound: str, writing: Writing) -> str:
    return "" if value is None else bound.format(writing.write(value, writing.decimals))


def sum_values(values: Sequence[Decimal | None]) -> Decimal:
    """Return the sum, gaps left out."""
    return sum((value for value in values if value is not None), Decimal(0))
