"""Points on two axes of values: scatter charts, and bubbles whose area is a third one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from generator.brief.exhibits import Chart, ChartKind, Measure
from generator.charts.alt import list_pairs
from generator.charts.planning.draft import Request
from generator.charts.planning.grid import plan_writing
from generator.charts.planning.guides import plan_guides
from generator.charts.plot import (
    DataColumn,
    Legend,
    Plot,
    PlotPoint,
    PlotSeries,
    PointForm,
    PointGroup,
)
from generator.charts.style import MUTED, PALETTE
from generator.charts.ticks import Writing, plan_axis
from generator.charts.values import (
    Cell,
    Numbers,
    find_place,
    resolve_point,
    resolve_unit,
    scale_numbers,
    tidy_name,
)
from generator.charts.words import find_words
from generator.errors import DataError, suggest
from generator.facts import decimal_sign, unit_label

_MOST_GROUPS = len(PALETTE)


class _Column(NamedTuple):
    """One measure of all rows, in the scale that it is shown in.

    Attributes:
        title: What is measured, with its unit.
    """

    title: str
    values: tuple[Decimal | None, ...]
    writing: Writing
    facts: tuple[str, ...]


def _resolve_column(request: Request, key: str, measure: Measure) -> _Column:
    """Return the values that rows have under `key`."""
    update: dict[str, object] = {"unit": measure.unit, "scale": measure.scale}
    chart = request.chart.model_copy(update=update)
    cells: tuple[Cell, ...] = tuple(
        resolve_point(chart, getattr(row, key), request.figures) for row in chart.data
    )
    labels = tuple(tidy_name(chart, row.label) for row in chart.data)
    numbers = Numbers(categories=labels, names=(), cells=(cells,))
    unit = resolve_unit(chart, numbers)
    scale, scaled = scale_numbers(chart, numbers, unit)
    label = unit_label(unit, scale, request.language)
    words = [part for part in (measure.title or "", label) if part]
    return _Column(
        title=find_words(request.language).comma.join(words) or key,
        values=tuple(cell.value for cell in scaled.cells[0]),
        writing=plan_writing(chart, scaled, unit, request.language),
        facts=numbers.facts,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PointKind:
    """A kind of chart whose rows are points.

    Attributes:
        has_sizes: Whether points are bubbles.
    """

    has_sizes: bool = False

    def plan(self, request: Request) -> Plot:
        """Return what is drawn.

        Raises:
            DataError: Points lack a number, there are too many groups, or what is to be
                highlighted is not there.
        """
        chart = request.chart
        columns = [
            _resolve_column(request, "x", chart.x),
            _resolve_column(request, "y", _add_unit(chart)),
        ]
        if self.has_sizes:
            columns.append(_resolve_column(request, "size", chart.size))
        rows = [
            at
            for at in range(len(chart.data))
            if all(each.values[at] is not None for each in columns)
        ]
        _check(chart, columns, rows, self.has_sizes)
        focus = _find_focus(chart, rows)
        groups = _list_groups(chart)
        rows.sort(key=lambda at: (at == focus, groups.index(chart.data[at].group)))
        return self._make_plot(request, columns, rows)

    def _make_plot(self, request: Request, columns: Sequence[_Column], rows: list[int]) -> Plot:
        chart, language = request.chart, request.language
        names = tuple(tidy_name(chart, chart.data[at].label) for at in rows)
        groups = tuple(_plan_groups(chart, columns, rows))
        form = self._plan_form(request, columns, groups)
        series = tuple(
            PlotSeries(
                name=column.title,
                values=tuple(column.values[at] for at in rows),
                labels=tuple(_write(column, at) for at in rows),
                colour=PALETTE[0],
                number_format=column.writing.number_format(column.writing.decimals),
            )
            for column in columns
        )
        pairs = zip(names, *(each.labels for each in series), strict=True)
        told = [(name, " / ".join(labels)) for name, *labels in pairs]
        unit = " / ".join(column.title for column in columns)
        kept = frozenset(rows)
        missing = [row.label for at, row in enumerate(chart.data) if at not in kept]
        words = find_words(language)
        gaps = [words.no_data.format(words.comma.join(missing))] if missing else []
        return Plot(
            id=request.id,
            kind=chart.kind,
            form=form,
            categories=names,
            series=series,
            unit="",
            number_format=series[1].number_format,
            has_labels=True,
            legend=Legend.TOP if len(_list_groups(chart)) > 1 else Legend.NONE,
            axis=None,
            alt=chart.alt or list_pairs(chart.kind, unit, told, language),
            facts=tuple(dict.fromkeys(fact for column in columns for fact in column.facts)),
            language=language,
            decimal_sign=decimal_sign(language),
            columns=_plan_columns(groups, len(rows), language),
            remarks=(*gaps, *_tell_sizes(columns, rows, names, language)),
        )

    def _plan_form(
        self, request: Request, columns: Sequence[_Column], groups: tuple[PointGroup, ...]
    ) -> PointForm:
        points = [point for group in groups for point in group.points]
        guides = plan_guides(request, points)
        ends = [end for each in guides for end in (each.start, each.end)]
        xs = [*(point.x for point in points), *(x for x, _ in ends)]
        ys = [*(point.y for point in points), *(y for _, y in ends)]
        x_axis = plan_axis(xs, columns[0].writing, from_zero=False, is_shown=True)
        y_axis = plan_axis(ys, columns[1].writing, from_zero=False, is_shown=True)
        return PointForm(
            x_axis=x_axis,
            y_axis=y_axis,
            titles=(columns[0].title, columns[1].title),
            groups=groups,
            guides=tuple(each.stretch(x_axis, y_axis) for each in guides),
            has_sizes=self.has_sizes,
            size_title=columns[2].title if self.has_sizes else "",
        )


def _plan_columns(
    groups: Sequence[PointGroup], count: int, language: str
) -> tuple[DataColumn, ...]:
    """Return the column that names the group of each point, where there are several."""
    if len(groups) < 2:  # noqa: PLR2004 - one needs no name
        return ()
    names = {point.row: group.name for group in groups for point in group.points}
    head = find_words(language).group
    return (DataColumn(name=head, values=tuple(names[row] for row in range(count))),)


def _tell_sizes(
    columns: Sequence[_Column], rows: Sequence[int], names: Sequence[str], language: str
) -> Iterator[str]:
    """Yield what the area of bubbles shows, with the largest as its measure."""
    for column in columns[2:]:
        largest = max(rows, key=lambda at: column.values[at] or Decimal(0))
        name = names[rows.index(largest)]
        yield find_words(language).area.format(column.title, name, _write(column, largest))


def _add_unit(chart: Chart) -> Measure:
    """Return the upward measure; the chart's own unit is its unit."""
    return chart.y.model_copy(update={"unit": chart.y.unit or chart.unit})


def _write(column: _Column, at: int) -> str:
    value = column.values[at]
    return "" if value is None else column.writing.write(value, column.writing.decimals)


def _list_groups(chart: Chart) -> list[str | None]:
    """Return the groups in the order in which the data name them."""
    return list(dict.fromkeys(row.group for row in chart.data))


def _check(chart: Chart, columns: Sequence[_Column], rows: Sequence[int], has_sizes: bool) -> None:
    place = find_place(chart)
    if not rows:
        wanted = "'x', 'y' and 'size'" if has_sizes else "'x' and 'y'"
        raise DataError("the chart has no points", place=place, hint=f"give each row {wanted}")
    if has_sizes and min(columns[2].values[at] or Decimal(0) for at in rows) <= 0:
        raise DataError(
            "the size of a bubble must be above 0",
            place=place,
            hint="leave such rows out, or use 'kind: scatter'",
        )
    if len(_list_groups(chart)) > _MOST_GROUPS:
        raise DataError(
            f"{len(_list_groups(chart))} groups cannot be told apart",
            place=place,
            hint=f"show {_MOST_GROUPS} at most",
        )
    if has_sizes and (chart.trend or chart.references):
        raise DataError(
            "bubbles cannot have lines beside them in office programs",
            place=place,
            hint="use 'kind: scatter'",
        )


def _plan_groups(
    chart: Chart, columns: Sequence[_Column], rows: Sequence[int]
) -> Iterator[PointGroup]:
    """Yield the groups; a point in focus stands in a group of its own, all others are grey."""
    focus = _find_focus(chart, rows)
    extremes = _find_extremes(columns, rows)
    groups = _list_groups(chart)
    for index, group in enumerate(groups):
        members = [
            (place, at)
            for place, at in enumerate(rows)
            if chart.data[at].group == group and at != focus
        ]
        points = tuple(
            _make_point(columns, place, at, 1 if at in extremes else 2) for place, at in members
        )
        colour = PALETTE[index] if focus is None or len(groups) > 1 else MUTED[0]
        if points:
            yield PointGroup(name=group or columns[1].title, colour=colour, points=points)
    if focus is not None:
        point = _make_point(columns, rows.index(focus), focus, 0)
        yield PointGroup(name=chart.data[focus].label, colour=PALETTE[0], points=(point,))


def _make_point(columns: Sequence[_Column], place: int, at: int, rank: int) -> PlotPoint:
    x, y, *size = (column.values[at] or Decimal(0) for column in columns)
    return PlotPoint(row=place, x=x, y=y, size=size[0] if size else None, rank=rank)


def _find_focus(chart: Chart, rows: Sequence[int]) -> int | None:
    if chart.highlight is None:
        return None
    wanted = " ".join(chart.highlight.split())
    names = {" ".join(chart.data[at].label.split()): at for at in rows}
    if wanted not in names:
        raise DataError(
            f"the chart has no point named '{wanted}' to highlight",
            place=find_place(chart, chart.highlight),
            hint=suggest(wanted, names) or f"one of: {', '.join(list(names)[:8])}",
        )
    return names[wanted]


def _find_extremes(columns: Sequence[_Column], rows: Sequence[int]) -> set[int]:
    """Return the rows with the highest and the lowest value of each measure."""
    found: set[int] = set()
    for column in columns:
        found.add(max(rows, key=lambda at: column.values[at] or Decimal(0)))
        found.add(min(rows, key=lambda at: column.values[at] or Decimal(0)))
    return found


SCATTER = PointKind()
BUBBLE = PointKind(has_sizes=True)
POINT_KINDS = {ChartKind.SCATTER: SCATTER, ChartKind.BUBBLE: BUBBLE}
