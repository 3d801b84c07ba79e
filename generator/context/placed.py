"""What a template places by itself, so that the body leaves it out. Pure.

The rule: an id is left out of `body`, and of every section that is asked for by its name, when

- `section(id)`, `chart(id)` or `table(id)` has put it into the main text or onto a slide;
- a native chart of the template was bound to it;
- a tag has written words that belong to it there: a key message, a recommendation, an event, a
  source, a figure with its label, a cell of a table, the text or a point of a section. Headings and
  messages of sections do not count, so that a template may list what is to come;
- the title of the brief is written there, which stands for the cover.

What is written in headers, notes, layouts and alternative text counts for nothing. A section that
is left out takes its subsections and exhibits with it. Words that went through a filter are no
longer known to belong to anything; so a tag `{{ … }}` of the main text that names one of the parts
of the brief counts as well, unless it only counts its entries.

An exhibit that is bound, or written cell by cell, has no number; the text of a report calls it by
its title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.brief.parts import walk_sections
from generator.compose.material import Material, plan_exhibits
from generator.compose.mentions import name_in_blocks, name_in_inlines
from generator.compose.slots import Slot, SlotKind
from generator.context.marks import Requests
from generator.ooxml.tags.tag import Tag

_COUNTED = re.compile(r"\|\s*(?:length|count)\b")
_REPORT_NAMES = {
    "title": "cover",
    "summary": "summary",
    "key_figures": "key-figures",
    "recommendations": "recommendations",
    "timeline": "timeline",
    "sources": "references",
    "references": "references",
    "method": "method",
    "about": "about",
    "contact": "contact",
}
"""Names of a template → the parts of a report that they stand for."""

_DECK_NAMES = {
    **{name: part for name, part in _REPORT_NAMES.items() if part not in {"method", "about"}},
    "sources": "sources",
    "references": "sources",
}


def note_names(
    needed: Mapping[str, Iterable[Tag]], main: frozenset[str], requests: Requests, *, is_word: bool
) -> None:
    """Note the parts of a document that tags of its main text name.

    Args:
        needed: Name → the tags that use it.
        main: Names of the parts that are main text, or slides.
        requests: Changed in place.
        is_word: Whether it is a report; else a deck.
    """
    for name, part in (_REPORT_NAMES if is_word else _DECK_NAMES).items():
        if any(_is_written(tag, main) for tag in needed.get(name, ())):
            requests.written.add(part)


def _is_written(tag: Tag, main: frozenset[str]) -> bool:
    return tag.part in main and tag.kind == "{{" and not _COUNTED.search(tag.inner)


def settle_slots(
    requests: Requests, numbers: Iterable[int], material: Material
) -> tuple[Slot, ...]:
    """Return the slots with `numbers`, in that order, each with what it must leave out.

    Args:
        requests: What was asked for.
        numbers: Of the marks in the document.
        material: Tells what the text calls exhibits that have no number.
    """
    placed = frozenset(requests.written)
    return tuple(_settle(requests.asked[number], placed, material.named) for number in numbers)


def _settle(slot: Slot, placed: frozenset[str], names: Mapping[str, str]) -> Slot:
    match slot.kind:
        case SlotKind.BODY | SlotKind.SECTION:
            return replace(slot, leave_out=placed - {slot.name})
        case SlotKind.TEXT:
            return replace(slot, inlines=name_in_inlines(slot.inlines, names))
        case SlotKind.BLOCKS:
            return replace(slot, blocks=name_in_blocks(slot.blocks, names))
        case SlotKind.CHART | SlotKind.TABLE:
            return slot


def list_unnumbered(
    requests: Requests, numbers: Iterable[int], material: Material
) -> tuple[str, ...]:
    """Return the exhibits that a template shows by itself: as a bound chart, or cell by cell."""
    numbered = {requests.asked[number].name for number in numbers}
    exhibits = (*material.brief.charts, *material.brief.tables)
    return tuple(id_ for id_ in exhibits if id_ in requests.written and id_ not in numbered)


def find_unplaced(
    material: Material, requests: Requests, slots: tuple[Slot, ...], *, is_word: bool
) -> tuple[str, ...]:
    """Return the ids of parts, sections and exhibits of the brief that a document shows nowhere."""
    overrides = material.brief.report if is_word else material.brief.deck
    inside = dict(_list_inside(material, plan_exhibits(material, overrides)))
    placed = requests.written
    has_body = any(slot.kind is SlotKind.BODY for slot in slots)
    shown = {slot.name for slot in slots if slot.kind is SlotKind.SECTION}
    shown |= requests.written & set(_list_parts(material, is_word=is_word))

    def is_shown(id_: str) -> bool:
        if id_ in placed:
            return True
        around = inside.get(id_, "")
        if not around:
            return has_body
        return around in shown or (around not in placed and is_shown(around))

    wanted = dict.fromkeys((*_list_parts(material, is_word=is_word), *inside))
    return tuple(id_ for id_ in wanted if id_ not in overrides.leave_out and not is_shown(id_))


def _list_inside(
    material: Material, exhibits: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, str]]:
    """Yield each section and exhibit with the section that it stands in; empty for none."""
    for path, _ in walk_sections(material.brief.sections):
        id_ = material.section_ids[path]
        yield id_, material.section_ids[path[:-1]] if len(path) > 1 else ""
        for name in exhibits.get(id_, ()):
            yield name, id_


def _list_parts(material: Material, *, is_word: bool) -> Iterator[str]:
    """Yield the parts beside the sections that the brief has something for."""
    brief = material.brief
    filled: tuple[tuple[str, object], ...] = (
        ("summary", brief.summary),
        ("key-figures", brief.key_figures),
        ("timeline", brief.timeline),
        ("recommendations", brief.recommendations),
        ("method" if is_word else "sources", brief.method),
        ("references" if is_word else "sources", brief.sources),
        ("contact", brief.contact),
        *((("about", brief.about),) if is_word else ()),
    )
    yield from (part for part, content in filled if content)
