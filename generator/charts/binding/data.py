"""The data of a plot as a drawn chart takes them: one column for each series. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from generator.charts.plot import CategoryForm, Mark, Plot, PlotSeries

_LINES = frozenset({Mark.LINE, Mark.RULE})
_POSITION = "x"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One series.

    Attributes:
        values: One for each category; None is a gap.
        is_line: Whether the plot would draw it as a line, beside others that it would not.
        number_format: Excel format code.
        picked: Indexes of the points that the plot puts in focus.
        labels: Each value in words; empty if the plot has no words for them.
        bounds: How the label of each value tells its bound, see `PlotSeries`; empty if all are
            exact.
    """

    name: str
    values: tuple[Decimal | None, ...]
    is_line: bool = False
    number_format: str = ""
    picked: frozenset[int] = frozenset()
    labels: tuple[str, ...] = ()
    bounds: tuple[str, ...] = ()

    @property
    def last(self) -> int:
        """Return the index of the last value; -1 if all are gaps."""
        return max((at for at, value in enumerate(self.values) if value is not None), default=-1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Data:
    """What a drawn chart is to show.

    Attributes:
        plot: Where it comes from.
        positions: The places on a numeric axis, where the drawn chart has one; else None.
        sizes: Those of bubbles, likewise.
    """

    plot: Plot
    columns: tuple[Column, ...]
    positions: Column | None = None
    sizes: Column | None = None

    @property
    def categories(self) -> tuple[str, ...]:
        """Return the names of the points."""
        return self.plot.categories

    @property
    def has_gaps(self) -> bool:
        """Return whether a value is missing."""
        return any(value is None for column in self.columns for value in column.values)

    def list_all(self) -> tuple[Column, ...]:
        """Return all columns in the order of the workbook."""
        extra = (self.positions,) if self.positions else ()
        return (*extra, *self.columns, *((self.sizes,) if self.sizes else ()))

    def plan_sheet(self) -> Plot:
        """Return a plot whose series are exactly the columns, for the workbook and the caches."""
        series = tuple(
            PlotSeries(
                name=column.name,
                values=column.values,
                colour="accent1",
                number_format=column.number_format,
            )
            for column in self.list_all()
        )
        return replace(self.plot, series=series, columns=())


def plan_data(plot: Plot) -> Data:
    """Return what `plot` shows: its data, and not the helpers that it is drawn with."""
    return Data(plot=plot, columns=tuple(_list_columns(plot)))


def _list_columns(plot: Plot) -> Iterator[Column]:
    if any(series.is_helper for series in plot.series):
        columns = tuple(_list_numbers(plot))
        if columns:
            yield from columns
            return
    for index in plot.named_series:
        series = plot.series[index]
        yield Column(
            name=series.name,
            values=series.values,
            is_line=isinstance(plot.form, CategoryForm) and plot.find_mark(series) in _LINES,
            number_format=series.number_format or plot.number_format,
            picked=_find_picked(series),
            labels=() if series.text_column is not None else series.labels,
            bounds=series.bounds,
        )


def _list_numbers(plot: Plot) -> Iterator[Column]:
    """Yield the columns of numbers that helpers were made from."""
    for column in plot.columns:
        values = tuple(
            value for value in column.values if value is None or isinstance(value, Decimal)
        )
        if len(values) == len(column.values) and any(value is not None for value in values):
            yield Column(
                name=column.name,
                values=values,
                number_format=column.number_format or plot.number_format,
            )


def _find_picked(series: PlotSeries) -> frozenset[int]:
    """Return the points in focus, where the others have been put into the background."""
    if not series.colour.startswith("muted"):
        return frozenset()
    return frozenset(at for at, slot in series.point_colours.items() if slot != series.colour)


def place_points(data: Data, *, has_sizes: bool) -> Data | None:
    """Return `data` for a chart with two axes of numbers; None if it has not the numbers for it.

    Categories that are numbers, such as years, are places themselves. Else the first column is.

    Args:
        data: Over categories.
        has_sizes: Whether the last column is to be the sizes of bubbles.
    """
    columns = list(data.columns)
    places = _read_numbers(data.categories)
    if places is None and len(columns) > 1:
        first = columns.pop(0)
    elif places is not None:
        first = Column(name=_POSITION, values=places, number_format="General")
    else:
        return None
    sizes = columns.pop() if has_sizes and len(columns) > 1 else None
    if has_sizes and (sizes is None or len(columns) > 1):
        return None
    return Data(plot=data.plot, columns=tuple(columns), positions=first, sizes=sizes)


def _read_numbers(names: tuple[str, ...]) -> tuple[Decimal, ...] | None:
    try:
        numbers = tuple(Decimal(name) for name in names)
    except InvalidOperation:
        return None
    return numbers if all(number.is_finite() for number in numbers) else None
