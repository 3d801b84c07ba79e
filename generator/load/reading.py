"""Data file to `Brief`: reads, checks, and tells all that is wrong at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from generator.brief import Brief
from generator.brief.picks import DataPick
from generator.errors import DataError, GeneratorError, suggest
from generator.load.characters import Lines, check_characters, replace_bad
from generator.load.exhibits import check_exhibits
from generator.load.fields import check_fields
from generator.load.files import check_file, read_text
from generator.load.overrides import check_exhibit_names, check_overrides, check_section_ids
from generator.load.references import Declared, check_references, find_declared
from generator.load.repair import resolve_brief
from generator.load.texts import add_texts
from generator.load.tree import PlacedMap, Places, Tree
from generator.places import Place

if TYPE_CHECKING:
    from generator.load.datasets import DataTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What a data file holds.

    Attributes:
        brief: The brief. With errors it is what could be saved of it, so that later stages can
            tell of more errors; neutral values stand in for keys that cannot be left out, and it
            must not be built. None when nothing could be saved.
        errors: All that is wrong, in the order of their places; empty for a good file.
        declared: Names that the file gives to sources, facts and exhibits, also to those that
            are missing from `brief` because they were refused.
        places: Where keys and values stand, by their paths in `brief`.
        datasets: The data sets that could be read, by name.
    """

    brief: Brief | None
    errors: tuple[GeneratorError, ...]
    declared: Declared
    places: Places
    datasets: Mapping[str, DataTable] = field(default_factory=dict[str, "DataTable"])


def read_brief(path: Path, *, allow_outside: bool = False) -> Loaded:
    """Return the brief in the data file at `path`: `.yaml`, `.yml`, `.json` or `.toml`.

    Data sets are read, and the facts and exhibits that take from them hold plain values. With
    `allow_outside`, files of data may lie outside of the folder of the data file.

    Raises nothing for what is wrong with the file: a `MissingError` (it cannot be read) or
    `DataError` (it is no brief) is among the `errors`.
    """
    try:
        tree = _read_tree(path)
    except GeneratorError as error:
        return Loaded(
            brief=None,
            errors=(error,),
            declared=Declared(),
            places=Places(PlacedMap(Place(file=str(path)))),
        )
    return _resolve(tree, path.parent, allow_outside=allow_outside)


def _read_tree(path: Path) -> Tree:
    read = _find_reader(path)
    text = read_text(path)
    file = str(path)
    errors = tuple(check_characters(Lines(text, file)))
    try:
        tree = read(replace_bad(text), file)
    except DataError as error:
        # What keeps the file from being read may well be a bad character: tell that first.
        raise errors[0] if errors else error from None
    return Tree(root=tree.root, errors=(*errors, *tree.errors))


def _find_reader(path: Path) -> Callable[[str, str], Tree]:
    """Return the reader for the kind of file that the name at `path` ends in.

    Each is imported when it is needed, since most runs need one.
    """
    match path.suffix.lower():
        case ".yaml" | ".yml":
            from generator.load.yaml_reader import read_yaml

            return read_yaml
        case ".json":
            from generator.load.json_reader import read_json

            return read_json
        case ".toml":
            from generator.load.toml_reader import read_toml

            return read_toml
        case suffix:
            check_file(path)
            raise DataError(
                f"a data file cannot end in '{suffix}'"
                if suffix
                else "a data file needs an ending",
                place=Place(file=str(path)),
                hint=suggest(suffix, (".yaml", ".yml", ".json", ".toml"))
                or "name it .yaml, .json or .toml",
            )


def _resolve(tree: Tree, folder: Path, *, allow_outside: bool) -> Loaded:
    root = tree.root
    errors: list[GeneratorError] = [*tree.errors, *add_texts(root, folder)]
    declared = find_declared(root)
    places = Places(root)
    errors.extend(check_exhibit_names(declared, places))
    brief, refused = resolve_brief(root)
    errors.extend(refused)
    tables: Mapping[str, DataTable] = {}
    if brief is not None and _has_data(brief):
        if refused:
            # What was repaired would be told again by what becomes of it.
            brief = _drop_picks(brief)
        else:
            from generator.load.datasets import fill_brief

            brief, tables, failed = fill_brief(brief, folder, places, allow_outside=allow_outside)
            errors.extend(failed)
    if brief is not None:
        errors.extend(
            chain(
                check_references(brief, declared),
                check_section_ids(brief, declared, places),
                check_overrides(brief, declared, places),
                check_exhibits(brief, places),
                check_fields(brief, declared, places),
            )
        )
    return Loaded(
        brief=brief, errors=_sort(errors), declared=declared, places=places, datasets=tables
    )


def _drop_picks(brief: Brief) -> Brief:
    """Return `brief` without what would take from data sets."""
    kept = {
        "facts": {name: fact for name, fact in brief.facts.items() if fact.dataset is None},
        "charts": {name: each for name, each in brief.charts.items() if not _is_pick(each.data)},
        "tables": {name: each for name, each in brief.tables.items() if not _is_pick(each.rows)},
    }
    return brief.model_copy(update=kept)


def _is_pick(data: object) -> bool:
    return isinstance(data, DataPick)


def _has_data(brief: Brief) -> bool:
    """Return whether `brief` has data sets, or anything that would take from one."""
    picks: tuple[object, ...] = (
        *(fact.dataset for fact in brief.facts.values()),
        *(chart.data for chart in brief.charts.values()),
        *(table.rows for table in brief.tables.values()),
    )
    return bool(brief.datasets) or any(isinstance(pick, str | DataPick) for pick in picks)


def _sort(errors: list[GeneratorError]) -> tuple[GeneratorError, ...]:
    """Return `errors` in the order of their places, each once."""
    unique = {(str(error), type(error)): error for error in errors}
    return tuple(sorted(unique.values(), key=_by_place))


def _by_place(error: GeneratorError) -> tuple[str, int, int]:
    place = error.place
    return (place.file, place.line or 0, place.column or 0) if place else ("", 0, 0)
