"""What charts and tables say of themselves: that rows, columns and series fit together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.brief import Brief, Chart, ChartKind, ChartRow, Column, Table
from generator.errors import DataError, suggest
from generator.load.characters import STAND_IN
from generator.load.tree import Path, Places

_LISTED = 12
_ONE_SERIES = frozenset((ChartKind.BAR, ChartKind.COLUMN, ChartKind.DOUGHNUT))
_OWN_KEYS: Mapping[str, frozenset[str]] = {
    "events": frozenset({"annotated-line"}),
    "periods": frozenset({"annotated-line"}),
    "numbers": frozenset({"box"}),
    "ranges": frozenset({"fan"}),
    "to": frozenset({"sankey"}),
    "map": frozenset({"choropleth"}),
    "region": frozenset({"choropleth"}),
    "group": frozenset({"treemap", "scatter", "bubble"}),
}
"""Keys of a chart or of its rows, with the kinds of chart that alone have them."""


def check_exhibits(brief: Brief, places: Places) -> Iterator[DataError]:
    """Find rows that do not fit their chart or table, and highlights of nothing."""
    for name, chart in brief.charts.items():
        yield from _check_chart(chart, ("charts", name), places)
    for name, table in brief.tables.items():
        yield from _check_table(table, ("tables", name), places)


def _check_chart(chart: Chart, path: Path, places: Places) -> Iterator[DataError]:
    yield from _check_keys(chart, path, places)
    yield from _check_series(chart, path, places)
    yield from _check_labels(chart, path, places)
    series = tuple(chart.data[0].values or ())
    if chart.kind in _ONE_SERIES and len(series) > 1 and not chart.small_multiples:
        yield DataError(
            f"a {chart.kind} chart draws one series, found {len(series)}",
            place=places.find_value((*path, "kind")),
            hint=_plan_kind_hint(chart.kind),
        )
    others = [name for row in chart.data for name in (row.group, row.to) if name is not None]
    known = (*(row.label for row in chart.data), *series, *others)
    if chart.highlight is not None and chart.highlight not in known:
        yield DataError(
            f"'{chart.highlight}' is no category or series of this chart",
            place=places.find_value((*path, "highlight")),
            hint=suggest(chart.highlight, known) or f"name one of {', '.join(known[:_LISTED])}",
        )


def _check_keys(chart: Chart, path: Path, places: Places) -> Iterator[DataError]:
    """Find keys that mean something in another kind of chart."""
    foreign = {key: kinds for key, kinds in _OWN_KEYS.items() if chart.kind not in kinds}
    holders = ((path, chart), *(((*path, "data", at), row) for at, row in enumerate(chart.data)))
    for holder, model in holders:
        for key in sorted(foreign.keys() & model.model_fields_set):
            yield DataError(
                f"a {chart.kind} chart has no '{key}'",
                place=places.find_key((*holder, key)),
                hint=f"it belongs to 'kind: {min(foreign[key])}'",
            )


def _plan_kind_hint(kind: ChartKind) -> str:
    if kind is ChartKind.DOUGHNUT:
        return "take 'stacked-bar' or 'stacked-column'"
    return f"take 'grouped-{kind}' or 'stacked-{kind}'"


def _check_series(chart: Chart, path: Path, places: Places) -> Iterator[DataError]:
    """Compare each row's series with those of the first row that has any."""
    first = next((row.values for row in chart.data if row.values is not None), None)
    if first is None:
        return
    for index, row in enumerate(chart.data):
        message = _compare_series(row, first)
        if message:
            yield DataError(
                message,
                place=places.find_value((*path, "data", index)),
                hint=f"every row has the series {', '.join(first)}; an empty value is a gap",
            )


def _compare_series(row: ChartRow, first: Mapping[str, object]) -> str | None:
    if row.values is None:
        return None if row.value is None and row.fact is None else "this row has no 'values'"
    missing = [name for name in first if name not in row.values]
    if missing:
        return f"this row lacks the series '{missing[0]}'"
    extra = [name for name in row.values if name not in first]
    if extra:
        return f"the first row has no series '{extra[0]}'"
    return None


def _check_labels(chart: Chart, path: Path, places: Places) -> Iterator[DataError]:
    seen: set[tuple[str | None, ...]] = set()
    for index, row in enumerate(chart.data):
        if (row.group, row.label, row.to) in seen and row.label != STAND_IN:
            yield DataError(
                f"the category '{row.label}' stands twice in this chart",
                place=places.find_value((*path, "data", index, "label")),
                hint="for several series, give one row all its numbers under 'values'",
            )
        seen.add((row.group, row.label, row.to))


def _check_table(table: Table, path: Path, places: Places) -> Iterator[DataError]:
    names = [column.name for column in table.columns]
    if STAND_IN in names:
        # A column without a name was told of; what its rows are measured by is not known.
        return
    yield from _check_columns(table.columns, path, places)
    known = frozenset(names)
    for index, row in enumerate(table.rows):
        at = (*path, "rows", index)
        if isinstance(row, tuple):
            if len(row) != len(names):
                yield _report_length(len(row), names, places, at)
            continue
        for key in row:
            if key not in known:
                yield DataError(
                    f"the table has no column '{key}'",
                    place=places.find_key((*at, key)),
                    hint=suggest(key, names) or f"the columns are {', '.join(names)}",
                )


def _report_length(found: int, names: Sequence[str], places: Places, at: Path) -> DataError:
    cells = "1 cell" if found == 1 else f"{found} cells"
    return DataError(
        f"this row has {cells}, the table has {len(names)} columns",
        place=places.find_value(at),
        hint=f"the columns are {', '.join(names)}; write null for an empty cell",
    )


def _check_columns(columns: Sequence[Column], path: Path, places: Places) -> Iterator[DataError]:
    seen: set[str] = set()
    for index, column in enumerate(columns):
        if column.name in seen:
            key = "key" if column.key else "label"
            yield DataError(
                f"two columns are called '{column.name}'",
                place=places.find_value((*path, "columns", index, key)),
                hint="give each a 'key' of its own",
            )
        seen.add(column.name)
