"""The parts of a brief: that their names are one each, and that overrides name them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.brief import Brief, Section
from generator.brief.parts import (
    DECK_PARTS,
    REPORT_PARTS,
    RESERVED,
    plan_section_ids,
    walk_sections,
)
from generator.brief.parts import Path as SectionPath
from generator.brief.sections import DeckOverrides, Overrides
from generator.errors import DataError
from generator.load.references import Declared, check_name
from generator.load.tree import Path, Places


def check_exhibit_names(declared: Declared, places: Places) -> Iterator[DataError]:
    """Find names that a chart and a table share."""
    for name in sorted(declared.charts & declared.tables):
        yield DataError(
            f"'{name}' names a chart and a table",
            place=places.find_key(("tables", name)),
            hint="rename one of them",
        )


def check_section_ids(brief: Brief, declared: Declared, places: Places) -> Iterator[DataError]:
    """Find ids of sections that are given twice, or name something else."""
    seen: dict[str, int | None] = {}
    for at, section in walk_sections(brief.sections):
        if not section.id:
            continue
        place = places.find_value((*_to_path(at), "id"))
        message, hint = _explain_id(section, declared, seen)
        if message:
            yield DataError(message, place=place, hint=hint)
        seen.setdefault(section.id, place.line)


def _explain_id(
    section: Section, declared: Declared, seen: dict[str, int | None]
) -> tuple[str, str]:
    name = section.id or ""
    if name in RESERVED:
        return f"'{name}' is the name of a part that every brief has", "choose another id"
    if name in declared.exhibits:
        return f"'{name}' also names a chart or table", "choose another id"
    if name in seen:
        return f"the id '{name}' is given twice", f"the first one is in line {seen[name]}"
    return "", ""


def _to_path(at: SectionPath) -> Path:
    """Return the path in the data file of the section at `at`: `(1, 0)` is a subsection."""
    return tuple(key for index in at for key in ("sections", index))


def check_overrides(brief: Brief, declared: Declared, places: Places) -> Iterator[DataError]:
    """Find overrides of the report or the deck that name no part or exhibit."""
    ids = plan_section_ids(brief.sections, declared.exhibits)
    sections = (*ids.values(), *sorted(declared.sections))
    nested = {name for at, name in ids.items() if len(at) > 1}
    top = tuple(name for name in sections if name not in nested)
    report, deck = (*REPORT_PARTS, *top), (*DECK_PARTS, *top)
    yield from _check_order(brief.report, report, "report")
    yield from _check_order(brief.deck, deck, "deck")
    for key, overrides, parts in (
        ("report", brief.report, (*report, *sections)),
        ("deck", brief.deck, (*deck, *sections)),
    ):
        for name in overrides.leave_out:
            known = {*parts, *declared.exhibits}
            yield from check_name(name, known, f"part or exhibit of the {key}", key)
        yield from _check_move(key, overrides, sections, declared, places)
    yield from _check_after(brief.deck, (*deck, *sections), places)


def _check_order(overrides: Overrides, parts: tuple[str, ...], kind: str) -> Iterator[DataError]:
    seen: set[str] = set()
    for name in overrides.order:
        yield from check_name(name, parts, f"part of the {kind}", kind)
        if name in seen:
            yield DataError(
                f"the part '{name}' stands twice in the order",
                place=name.place,
                hint="take one of them out",
            )
        seen.add(name)


def _check_move(
    key: str, overrides: Overrides, sections: tuple[str, ...], declared: Declared, places: Places
) -> Iterator[DataError]:
    for exhibit, section in overrides.move.items():
        place = places.find_key((key, "move", exhibit))
        yield from check_name(exhibit, declared.exhibits, "chart or table", "charts", place)
        yield from check_name(section, sections, "section", "sections")


def _check_after(
    deck: DeckOverrides, parts: tuple[str, ...], places: Places
) -> Iterator[DataError]:
    for part in deck.after:
        place = places.find_key(("deck", "after", part))
        yield from check_name(part, parts, "part of the deck", "sections", place)
