"""The numbers of a chart: facts and rows resolved, checked, scaled and rounded. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.brief.exhibits import Chart, ChartRow, Scale
from generator.brief.facts import Bound
from generator.errors import DataError, suggest
from generator.facts.figures import Figure
from generator.facts.measures import Kind, parse_kind
from generator.facts.rounding import (
    choose_scale,
    count_decimals,
    round_to,
    scale_value,
    strip_zeros,
)
from generator.places import Place, Placed

MOST_LABEL = 1000
"""Characters of a category or series name; more is a mistake in the data file."""

_MOST_DECIMALS = 6
_DIGITS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One number of a chart, as the brief gives it. `fact` is None for a number written there."""

    value: Decimal | None
    fact: Figure | None = None

    @property
    def bound(self) -> Bound:
        """Return how the true value lies to this one."""
        return self.fact.fact.bound if self.fact else Bound.EXACTLY


GAP = Cell(value=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """A chart's data, series by series, in the order of the brief.

    Attributes:
        names: Of the series; empty for the one series of a chart without names.
        cells: One row for each series, one cell for each category.
    """

    categories: tuple[str, ...]
    names: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]

    @property
    def facts(self) -> tuple[str, ...]:
        """Return the ids of the facts used, row by row of the brief, each once."""
        rows = zip(*self.cells, strict=True)
        return tuple(dict.fromkeys(cell.fact.id for row in rows for cell in row if cell.fact))


def find_place(chart: Chart, text: object = None) -> Place | None:
    """Return where `text` stands, or else where the chart's title does."""
    if isinstance(text, Placed) and text.place:
        return text.place
    return chart.title.place


def resolve_numbers(chart: Chart, figures: Mapping[str, Figure]) -> Numbers:
    """Return the chart's data with every fact replaced by its exact value.

    Raises:
        DataError: Rows of one and of several series are mixed, a fact does not exist, or a value
            is not finite.
    """
    categories = tuple(tidy_name(chart, row.label) for row in chart.data)
    if all(row.values is None for row in chart.data):
        cells = tuple(_resolve_row(chart, row, figures) for row in chart.data)
        return Numbers(categories=categories, names=(), cells=(cells,))
    for row in chart.data:
        if row.value is not None or row.fact is not None:
            raise DataError(
                f"the row '{row.label}' has one number where others have several series",
                place=find_place(chart, row.label),
                hint="give every row its numbers under 'values', by name of the series",
            )
    names = tuple(dict.fromkeys(name for row in chart.data for name in row.values or {}))
    cells = tuple(
        tuple(resolve_point(chart, (row.values or {}).get(name), figures) for row in chart.data)
        for name in names
    )
    tidy = tuple(tidy_name(chart, name) for name in names)
    return Numbers(categories=categories, names=tidy, cells=cells)


def _resolve_row(chart: Chart, row: ChartRow, figures: Mapping[str, Figure]) -> Cell:
    return resolve_point(chart, row.fact if row.fact is not None else row.value, figures)


def resolve_point(chart: Chart, given: Decimal | str | None, figures: Mapping[str, Figure]) -> Cell:
    """Return one number: given as such, or by the fact that it is.

    Raises:
        DataError: The fact does not exist, or the value is not finite.
    """
    if given is None:
        return GAP
    if isinstance(given, str):
        figure = figures.get(given)
        if figure is None:
            raise DataError(
                f"there is no fact '{given}'",
                place=find_place(chart, given),
                hint=suggest(given, figures),
            )
        cell = Cell(value=figure.value, fact=figure)
    else:
        cell = Cell(value=given)
    if cell.value is not None and not cell.value.is_finite():
        raise DataError(
            f"a chart cannot show the value {cell.value}",
            place=find_place(chart, given),
            hint="leave it empty where there is no number",
        )
    return cell


def tidy_name(chart: Chart, label: str) -> str:
    """Return a name on one line, without characters that no file of Office can hold."""
    text = " ".join("".join(map(_allow, label)).split())
    if len(text) > MOST_LABEL:
        raise DataError(
            f"a name in the chart has {len(text)} characters",
            place=find_place(chart, label),
            hint="keep the names of categories and series short",
        )
    return text


def _allow(character: str) -> str:
    code = ord(character)
    is_bad = code < 0x20 or 0xD800 <= code < 0xE000 or code in {0xFFFE, 0xFFFF}  # noqa: PLR2004
    return " " if is_bad else character


def resolve_unit(chart: Chart, numbers: Numbers) -> str:
    """Return the one unit of all numbers; empty when the brief names none.

    Raises:
        DataError: Facts have different units, or the chart says another one than its facts.
    """
    units: dict[str, str] = {}
    for row in numbers.cells:
        units |= {cell.fact.fact.unit: cell.fact.id for cell in row if cell.fact}
    if len(units) > 1:
        (first, one), (second, other) = list(units.items())[:2]
        raise DataError(
            f"the chart compares '{one}' in {first} with '{other}' in {second}",
            place=find_place(chart),
            hint="a chart shows one unit: use two charts, or a table",
        )
    own = next(iter(units), None)
    if own is not None and chart.unit not in {None, own}:
        raise DataError(
            f"the chart's unit is '{chart.unit}', but its facts are in '{own}'",
            place=find_place(chart, chart.unit),
            hint="leave 'unit' out: facts bring their own",
        )
    return own or chart.unit or ""


def scale_numbers(chart: Chart, numbers: Numbers, unit: str) -> tuple[Scale, Numbers]:
    """Return the scale that labels read well in, and the numbers in it."""
    scale = chart.scale
    if scale is Scale.AUTO:
        is_share = parse_kind(unit) in {Kind.PERCENT, Kind.POINTS}
        scale = Scale.ONE if is_share else choose_scale(list_values(numbers.cells))
    cells = tuple(tuple(_scale(cell, scale) for cell in row) for row in numbers.cells)
    return scale, Numbers(categories=numbers.categories, names=numbers.names, cells=cells)


def _scale(cell: Cell, scale: Scale) -> Cell:
    if cell.value is None:
        return cell
    return Cell(value=scale_value(cell.value, scale), fact=cell.fact)


def list_values(cells: Sequence[Sequence[Cell]]) -> list[Decimal]:
    """Return all values that are no gaps."""
    return [cell.value for row in cells for cell in row if cell.value is not None]


def choose_decimals(values: Sequence[Decimal]) -> int:
    """Return the fewest decimals that show `values` truthfully.

    All digits that there are, but no more than make three significant digits of the largest, and
    at least one significant digit of the smallest, within reason.
    """
    exact = max((max(0, count_decimals(strip_zeros(value))) for value in values), default=0)
    sizes = [abs(value) for value in values if value]
    if not sizes:
        return 0
    enough = max(0, _DIGITS - 1 - max(sizes).adjusted())
    least = min(max(0, -min(sizes).adjusted()), enough + 2)
    return min(exact, max(enough, least), _MOST_DECIMALS)


def round_cells(cells: Sequence[Cell], decimals: int) -> Iterator[Decimal | None]:
    """Yield the values to draw: exact, unless rounding half up would break a fact's bound.

    `More than 12.96` is written 12.9 in prose; a chart that shows 12.96 as 13.0 would say more.
    """
    for cell in cells:
        if cell.value is None:
            yield None
            continue
        kept = round_to(cell.value, decimals, cell.bound)
        yield cell.value if kept == round_to(cell.value, decimals) else kept
