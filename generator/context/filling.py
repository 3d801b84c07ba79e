"""Filling a template with a brief: its tags rendered on a copy, marks left for the builders.

Knows neither builder: what it hands on is a package and the slots that are to be filled.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.compose.material import Material
from generator.compose.slots import Slot
from generator.context.filters import plan_filters
from generator.context.functions import plan_functions
from generator.context.leftover import check_marks, check_unmarked, list_marks
from generator.context.marks import Requests
from generator.context.names import plan_names
from generator.context.placed import find_unplaced, note_names, settle_slots
from generator.errors import TagsError
from generator.findings import Finding, Severity
from generator.ooxml.opc import Package
from generator.ooxml.stripping import strip_comments
from generator.ooxml.tagged import may_have_tags
from generator.ooxml.tags import Tag, render_package, survey_tags
from generator.ooxml.tags.slidesource import list_slides

_PROPERTIES = ("core-properties", "extended-properties", "custom-properties")
_BRACES = ("{{", "{%")
_COMMENTS = "/comments"
_LISTED = 12
_CUT = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A template whose tags were rendered.

    Attributes:
        package: A copy; the template's own package where it has no tags.
        slots: What builders are to put into it, in the order of the document.
        findings: What a reader should know.
        is_kept: Whether the template's own text or slides are kept; else they are cleared, and the
            document is written as on a template without tags.
        kept_properties: Local names of the document properties that tags have written (`title`,
            `Company`), which builders must leave as they are.
    """

    package: Package
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
    if not may_have_tags(package):
        return Filled(package=package)
    filters = plan_filters(material.brief.lang)
    survey = survey_tags(package, filters)
    tags = survey.tags
    if not tags:
        return Filled(package=package)
    check_unmarked(package)
    main = frozenset((package.main,) if is_word else list_slides(package))
    is_kept = any(tag.part in main for tag in tags)
    requests = Requests()
    names = plan_names(material, requests, is_word=is_word)
    functions = plan_functions(material, requests, folder, is_word=is_word)
    if is_kept:
        note_names(survey.names, main, requests, is_word=is_word)
    filled = _copy(package)
    render_package(filled, names, filters=filters, globals_=functions)
    numbers = list_marks(filled, is_word=is_word)
    errors = tuple(check_marks(filled, requests, numbers))
    if errors:
        raise TagsError(errors)
    slots = settle_slots(requests, numbers)
    material.uses.facts.update(requests.facts)
    material.uses.placed.update(requests.placed & {*material.brief.charts, *material.brief.tables})
    findings = [*_tell_dropped(tags, package)]
    if is_kept:
        unplaced = find_unplaced(material, requests, slots, is_word=is_word)
        findings.extend(_tell_unplaced(unplaced, package))
    if not (is_kept and _has_tags_in_comments(tags)):
        strip_comments(filled)
    return Filled(
        package=filled,
        slots=slots,
        findings=tuple(findings),
        is_kept=is_kept,
        kept_properties=frozenset(_find_properties(package)),
    )


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


def _tell_dropped(tags: tuple[Tag, ...], package: Package) -> Iterator[Finding]:
    """Yield a finding for each tag that took text of the template with it."""
    for tag in tags:
        if tag.dropped.strip() and tag.kind != "{#":
            said = " ".join(tag.dropped.split())
            said = said if len(said) <= _CUT else f"{said[: _CUT - 1]}…"
            yield Finding(
                rule="tag-drops-text",
                severity=Severity.WARNING,
                message=f"'{said}' goes with the tag '{tag.source}' that it stands beside",
                where=f"{package.path.name}: {tag.place}",
                fix="put the tag into a paragraph, row or cell of its own",
            )


def _tell_unplaced(names: tuple[str, ...], package: Package) -> Iterator[Finding]:
    """Yield one finding of all that the template shows nowhere."""
    if names:
        more = f" and {len(names) - _LISTED} more" if len(names) > _LISTED else ""
        listed = ", ".join(f"'{name}'" for name in names[:_LISTED])
        yield Finding(
            rule="brief-unplaced",
            severity=Severity.NOTE,
            message=f"the template shows nowhere: {listed}{more}",
            where=package.path.name,
            fix="place them with a tag such as {{p section('…') }}, or the rest with {{p body }}",
        )
