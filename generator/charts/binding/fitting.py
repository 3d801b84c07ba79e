"""Whether a drawn chart can hold what a plot shows: one clear error where it cannot."""

from __future__ import annotations

from generator.charts.binding.data import Data, place_points
from generator.charts.binding.drawn import NUMERIC, PIES, ROUND, Drawn
from generator.errors import TemplateError

_LEAST_OF_SURFACE = 2


def fit_data(data: Data, drawn: Drawn) -> Data:
    """Return `data` as the kind of the drawn chart takes them.

    Raises:
        TemplateError: It cannot hold them; the message names both.
    """
    kinds = {group.kind for group in drawn.groups}
    if not data.columns or not data.categories:
        raise _refuse(data, drawn, "has no numbers to show")
    if drawn.is_numeric:
        if not kinds <= NUMERIC or len(kinds) > 1:
            raise _refuse(data, drawn, "has names for its points, and two kinds of axes are drawn")
        return _place(data, drawn, has_sizes="bubbleChart" in kinds)
    if kinds <= PIES and len(data.columns) > 1:
        raise _refuse(data, drawn, f"has {len(data.columns)} series, and a pie shows one")
    if kinds <= ROUND and any(
        value is not None and value < 0 for column in data.columns for value in column.values
    ):
        raise _refuse(data, drawn, "has numbers below zero, which no slice can show")
    _check_number(data, drawn)
    return data


def _check_number(data: Data, drawn: Drawn) -> None:
    """Refuse another number of series where it decides what each means."""
    for group in drawn.groups:
        wanted = len(drawn.series)
        if group.kind == "stockChart" and wanted != len(data.columns):
            raise _refuse(
                data, drawn, f"has {len(data.columns)} series, and those of prices are {wanted}"
            )
        if group.kind.startswith("surface") and len(data.columns) < _LEAST_OF_SURFACE:
            raise _refuse(data, drawn, "has one series, and a surface lies between several")


def _place(data: Data, drawn: Drawn, *, has_sizes: bool) -> Data:
    placed = place_points(data, has_sizes=has_sizes)
    if placed is not None:
        return placed
    if has_sizes:
        wanted = "a bubble needs three numbers: two for its place, one for its size"
    else:
        wanted = "a point needs two numbers for its place"
    raise _refuse(data, drawn, f"has {len(data.columns)} for each name, and {wanted}")


def _refuse(data: Data, drawn: Drawn, reason: str) -> TemplateError:
    plot = data.plot
    return TemplateError(
        f"'{plot.id}' ({plot.kind.value}) cannot be shown by the {drawn.name} that is drawn there: "
        f"it {reason}",
        hint="draw a chart of another kind there, or name another chart of the brief in its tag",
    )
