"""Filling a template with a brief: its tags rendered on a copy, marks left for the builders.

Knows neither builder: what it hands on is a package and the slots that are to be filled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.charts.binding import Bound, Wanted, bind_marked
from generator.compose.material import Material
from generator.compose.slidetext import speak
from generator.compose.slots import Slot, SlotKind, find_number
from generator.context.filters import plan_filters
from generator.context.findings import tell_dropped, tell_unplaced
from generator.context.functions import plan_functions
from generator.context.leftover import check_marks, check_unmarked, list_marks
from generator.context.marks import Requests
from generator.context.names import plan_names
from generator.context.placed import (
    find_unplaced,
    list_unnumbered,
    note_names,
    settle_slots,
)
from generator.errors import GeneratorError, TagsError
from generator.findings import Finding
from generator.ooxml.opc import Package
from generator.ooxml.stripping import strip_comments
from generator.ooxml.tagged import may_have_tags
from generator.ooxml.tags import Survey, Tag, render_package, survey_tags
from generator.ooxml.tags.slidesource import list_slides
from generator.text.blocks import to_plain

_PROPERTIES = ("core-properties", "extended-properties", "custom-properties")
_UNKNOWN = re.compile(r": unknown name '[^']*'\Z")
_BRACES = ("{{", "{%")
_COMMENTS = "/comments"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A template whose tags were rendered.

    Attributes:
        package: A copy; the template's own package where it has no tags.
        material: The brief, as its text speaks of what this template shows by itself.
        slots: What builders are to put into it, in the order of the document.
        findings: What a reader should know.
        is_kept: Whether the template's own text or slides are kept; else they are cleared, and the
            document is written as on a template without tags.
        kept_properties: Local names of the document properties that tags have written (`title`,
            `Company`), which builders must leave as they are.
    """

    package: Package
    material: Material
    slots: tuple[Slot, ...] = ()
    findings: tuple[Finding, ...] = ()
    is_kept: bool = False
    kept_properties: frozenset[str] = frozenset()


def fill_report(package: Package, material: Material, folder: Path) -> Filled:
    """Render the tags of the report's template.

    Args:
        package: A Word document; left as it is.
        material: The brief.
        folder: Of the brief, for pictures.

    Raises:
        TagsError: Everything that is wrong with the tags, with the place of each.
    """
    return _fill(package, material, folder, is_word=True)


def fill_deck(package: Package, material: Material, folder: Path) -> Filled:
    """Render the tags of the deck's template; as `fill_report`."""
    return _fill(package, material, folder, is_word=False)


def _fill(package: Package, material: Material, folder: Path, *, is_word: bool) -> Filled:
    survey = _survey(package, material.brief.lang)
    if survey is None:
        return Filled(package=package, material=material)
    check_unmarked(package)
    main = frozenset((package.main,) if is_word else list_slides(package))
    is_kept = any(tag.part in main for tag in survey.tags)
    requests = Requests(has_captions=is_word)
    if is_kept:
        note_names(survey.names, main, requests, is_word=is_word)
    filled = _copy(package)
    _render(filled, material, folder, requests)
    bound = _bind(filled, material, requests)
    numbers = _find_marks(filled, requests, bound)
    _note_uses(material, requests)
    material = material.name_by_title(list_unnumbered(requests, numbers, material))
    slots = settle_slots(requests, numbers, material)
    findings = [*tell_dropped(package, survey.tags), *bound.findings]
    if is_kept:
        unplaced = find_unplaced(material, requests, slots, is_word=is_word)
        findings.extend(tell_unplaced(package, unplaced))
    if not (is_kept and _has_tags_in_comments(survey.tags)):
        strip_comments(filled)
    return Filled(
        package=filled,
        material=material,
        slots=slots,
        findings=tuple(findings),
        is_kept=is_kept,
        kept_properties=frozenset(_find_properties(package)),
    )


def _survey(package: Package, language: str) -> Survey | None:
    """Return what the tags of a template ask for; None where it has none."""
    if not may_have_tags(package):
        return None
    survey = survey_tags(package, plan_filters(language))
    return survey if survey.tags else None


def _render(package: Package, material: Material, folder: Path, requests: Requests) -> None:
    """Render the tags of `package`, in place.

    Raises:
        TagsError: Everything that is wrong with them.
    """
    is_word = package.kind == "word"
    try:
        render_package(
            package,
            plan_names(material, requests, is_word=is_word),
            filters=plan_filters(material.brief.lang),
            globals_=plan_functions(material, requests, folder, is_word=is_word),
        )
    except TagsError as error:
        raise TagsError(_add_hint(each) for each in error.errors) from error


def _bind(package: Package, material: Material, requests: Requests) -> Bound:
    """Give the native charts that tags name the data of the brief, in place."""
    charts = [slot for slot in requests.asked if slot.kind is SlotKind.CHART]
    if not charts:
        return Bound()
    wanted = {slot.mark: _plan_wanted(material, slot.name) for slot in charts}
    bound = bind_marked(package, wanted)
    for slot in charts:
        if slot.mark in bound.places:
            requests.note_place(slot.number, bound.places[slot.mark])
    return bound


def _plan_wanted(material: Material, name: str) -> Wanted:
    title = material.parse_inlines(material.brief.charts[name].title)
    return Wanted(plot=material.plots[name], title=to_plain(speak(title)))


def _find_marks(package: Package, requests: Requests, bound: Bound) -> tuple[int, ...]:
    """Return the numbers of the slots in a rendered template, in the order of the document.

    Raises:
        TagsError: Some stand where no builder comes by, or charts cannot be bound.
    """
    numbers = list_marks(package)
    errors = (*bound.problems, *check_marks(package, requests, numbers))
    if errors:
        raise TagsError(errors)
    gone = (number for mark in bound.marks if (number := find_number(mark)) is not None)
    requests.note_present((*numbers, *gone))
    return numbers


def _add_hint(error: GeneratorError) -> GeneratorError:
    """Tell of the brief's fields, where a tag names what the brief does not have."""
    if _UNKNOWN.search(error.message):
        hint = "a value of its own goes under 'fields' in the brief"
        error.hint = f"{error.hint} Else, {hint}" if error.hint else hint
    return error


def _note_uses(material: Material, requests: Requests) -> None:
    """Note in `material` what tags make use of, so that nobody is told to take it out."""
    exhibits = {*material.brief.charts, *material.brief.tables}
    material.uses.facts.update(requests.facts)
    material.uses.placed.update(requests.written & exhibits)


def _has_tags_in_comments(tags: tuple[Tag, ...]) -> bool:
    """Return whether the template's comments are meant for the reader of the document."""
    return any(_COMMENTS in tag.part for tag in tags)


def _copy(package: Package) -> Package:
    return Package(
        path=package.path,
        parts=dict(package.parts),
        types=dict(package.types),
        links={name: list(links) for name, links in package.links.items()},
        main=package.main,
        findings=list(package.findings),
    )


def _find_properties(package: Package) -> Iterator[str]:
    """Yield the local names of the document properties that hold tags."""
    for link in package.find_links():
        if link.kind in _PROPERTIES and package.has(link.target):
            for element in package.read_xml(link.target).iter("{*}*"):
                if any(brace in (element.text or "") for brace in _BRACES):
                    yield element.tag.rpartition("}")[2]
