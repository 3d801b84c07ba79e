"""The data sets of a brief, read; facts, charts and tables that take from them, filled."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from generator.brief import Brief
from generator.errors import BriefError, GeneratorError
from generator.load.datasets.exhibits import fill_chart, fill_table
from generator.load.datasets.frame import to_table
from generator.load.datasets.picking import fill_fact
from generator.load.datasets.shelf import BrokenError, Shelf
from generator.load.datasets.table import DataTable
from generator.load.tree import Path as KeyPath
from generator.load.tree import Places

_Filled = TypeVar("_Filled")
_Fill = Callable[[_Filled, KeyPath], _Filled]


def fill_brief(
    brief: Brief, folder: Path, places: Places, *, allow_outside: bool = False
) -> tuple[Brief, Mapping[str, DataTable], list[GeneratorError]]:
    """Return `brief` with all that data sets give, the data sets, and what went wrong.

    Facts and exhibits that could not be filled are left out. All data sets are read, used or not.

    Args:
        brief: As it was written.
        folder: Of the brief; files are named from there.
        places: Of the brief.
        allow_outside: Whether files may lie outside of `folder`.
    """
    shelf = Shelf(
        datasets=brief.datasets, folder=folder, places=places, allow_outside=allow_outside
    )
    errors = shelf.errors
    tables: dict[str, DataTable] = {}
    for name in brief.datasets:
        try:
            frame = shelf.find_frame(name)
            tables[name] = to_table(name, frame, shelf.find_provenance(name))
        except BrokenError:
            continue
    facts = _fill_all(brief.facts, "facts", shelf, lambda fact, path: fill_fact(fact, path, shelf))
    charts = _fill_all(
        brief.charts,
        "charts",
        shelf,
        lambda chart, path: fill_chart(chart, path, shelf, brief.lang),
    )
    made = _fill_all(
        brief.tables,
        "tables",
        shelf,
        lambda table, path: fill_table(table, path, shelf, brief.lang),
    )
    filled = brief.model_copy(update={"facts": facts, "charts": charts, "tables": made})
    return filled, tables, errors


def _fill_all(
    given: Mapping[str, _Filled], key: str, shelf: Shelf, fill: _Fill[_Filled]
) -> dict[str, _Filled]:
    """Return what `fill` makes of each; errors go to the shelf, and what has one is left out."""
    filled: dict[str, _Filled] = {}
    for name, each in given.items():
        try:
            filled[name] = fill(each, (key, name))
        except BrokenError:
            # Told already, where the data set stands.
            continue
        except GeneratorError as error:
            told = error.errors if isinstance(error, BriefError) else (error,)
            for one in told:
                one.place = one.place or shelf.places.find_value((key, name, _FROM[key]))
            shelf.errors.extend(told)
    return filled


_FROM = {"facts": "dataset", "charts": "data", "tables": "rows"}
