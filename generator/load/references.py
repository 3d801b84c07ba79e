"""Names in a brief that must name something: sources, facts, exhibits, parts."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from generator.brief import Brief, Chart, SourceRef
from generator.brief.parts import walk_sections
from generator.brief.values import Name
from generator.errors import DataError, suggest
from generator.load.tree import PlacedMap, walk_section_maps
from generator.places import Place, Placed

_LISTED = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """The names that a data file gives to things, those with faults included.

    A name that was given is not missing, even if what it names was refused.
    """

    sources: frozenset[str] = frozenset()
    facts: frozenset[str] = frozenset()
    charts: frozenset[str] = frozenset()
    tables: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset()

    @property
    def exhibits(self) -> frozenset[str]:
        """Return the names of charts and tables."""
        return self.charts | self.tables


def find_declared(root: PlacedMap) -> Declared:
    """Return the names that `root` declares; call it before anything is taken out."""
    ids = (section.get("id") for section in walk_section_maps(root))
    return Declared(
        sources=_find_keys(root, "sources"),
        facts=_find_keys(root, "facts"),
        charts=_find_keys(root, "charts"),
        tables=_find_keys(root, "tables"),
        sections=frozenset(name for name in ids if isinstance(name, str)),
    )


def _find_keys(root: PlacedMap, key: str) -> frozenset[str]:
    value = root.get(key)
    return frozenset(value) if isinstance(value, PlacedMap) else frozenset()


def check_references(brief: Brief, declared: Declared) -> Iterator[DataError]:
    """Find names of sources, facts and exhibits that name nothing."""
    for ref in _walk_sources(brief):
        yield from check_name(ref.id, declared.sources, "source", "sources")
    for name in _walk_facts(brief):
        yield from check_name(name, declared.facts, "fact", "facts")
    for name in _walk_exhibits(brief):
        yield from check_name(name, declared.exhibits, "chart or table", "charts' or 'tables")


def check_name(
    name: str, known: Collection[str], kind: str, where: str, place: Place | None = None
) -> Iterator[DataError]:
    """Yield an error unless `name` is `known`; its own place is used unless one is given."""
    if name in known:
        return
    own = name.place if isinstance(name, Placed) else None
    yield DataError(
        f"there is no {kind} '{name}'",
        place=place or own,
        hint=suggest(name, sorted(known)) or _list(known, where),
    )


def _list(known: Collection[str], where: str) -> str:
    if not known:
        return f"give it an entry under '{where}'"
    names = sorted(known)
    more = ", …" if len(names) > _LISTED else ""
    return f"there are {', '.join(names[:_LISTED])}{more}"


def _walk_sources(brief: Brief) -> Iterator[SourceRef]:
    quotes = (section.quote for _, section in walk_sections(brief.sections))
    holders = (
        *brief.datasets.values(),
        *brief.facts.values(),
        *brief.charts.values(),
        *brief.tables.values(),
        *(quote for quote in quotes if quote),
        *brief.timeline,
        *brief.recommendations,
        *(slide for slides in brief.deck.after.values() for slide in slides),
    )
    for holder in holders:
        yield from holder.source or ()


def _walk_facts(brief: Brief) -> Iterator[Name]:
    for chart in brief.charts.values():
        yield from _walk_chart(chart)
    for figure in brief.key_figures:
        yield figure.fact


def _walk_chart(chart: Chart) -> Iterator[Name]:
    for row in chart.data:
        if row.fact is not None:
            yield row.fact
        ends = (end for ends in (row.ranges or {}).values() for end in ends)
        for point in (*(row.values or {}).values(), *ends):
            if isinstance(point, Name):
                yield point


def _walk_exhibits(brief: Brief) -> Iterator[Name]:
    for _, section in walk_sections(brief.sections):
        yield from section.exhibits
    for slides in brief.deck.after.values():
        for slide in slides:
            yield from slide.exhibits
