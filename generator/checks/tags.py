"""Rules over the tags that a designer wrote into a template, whatever the brief will say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.brief.fields import TAG_NAMES
from generator.errors import suggest
from generator.findings import Finding, Severity
from generator.inventory import Template
from generator.ooxml.opc import Package
from generator.ooxml.tagged import may_have_tags

if TYPE_CHECKING:
    from generator.ooxml.tags import Survey

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TAG = re.compile(r"\{\{[^{}]+\}\}|\{%[^{}]+%\}")
_CUT = 60
_SHOWN = 3


def check_tags(template: Template) -> Iterator[Finding]:
    """Find tags that no brief can fill (rules `tag-broken`, `tag-drops-text`, `tag-unread`)."""
    for package in find_tagged(template):
        survey = survey_template(package)
        yield from _check_broken(package, survey)
        yield from _check_dropped(package, survey)
        yield from _check_unread(package, survey)


def check_tag_names(template: Template) -> Iterator[Finding]:
    """Find names that a brief has only if it gives them itself (rule `tag-unknown`)."""
    for package in find_tagged(template):
        yield from _check_names(package, survey_template(package))


def find_tagged(template: Template) -> tuple[Package, ...]:
    """Return the Office files that are the template's own and may have tags, the report's first."""
    halves = (("word", template.report), ("slides", template.deck))
    return tuple(
        package for kind, package in halves if kind in template.own and may_have_tags(package)
    )


def survey_template(package: Package) -> Survey:
    """Return what the tags of a template for briefs ask for."""
    # These take long to load, and most templates have no tags.
    from generator.context.filters import plan_filters
    from generator.ooxml.tags import survey_tags

    return survey_tags(package, plan_filters("en"))


def _check_broken(package: Package, survey: Survey) -> Iterator[Finding]:
    """Find tags that cannot be read, or stand where they cannot (rule `tag-broken`)."""
    for problem in survey.problems:
        yield Finding(
            rule="tag-broken",
            severity=Severity.ERROR,
            message=problem.message,
            where=tell_where(package, problem.place),
            fix=problem.hint or "mend the tag; braces that are no tag are written {_{ and }_}",
        )


def _check_dropped(package: Package, survey: Survey) -> Iterator[Finding]:
    """Find text that a tag for a paragraph, row or cell takes with it (rule `tag-drops-text`)."""
    from generator.context.findings import tell_dropped

    return tell_dropped(package, survey.tags)


def _check_unread(package: Package, survey: Survey) -> Iterator[Finding]:
    """Find what looks like a tag in a place where none is filled (rule `tag-unread`)."""
    read = {tag.part for tag in survey.tags}
    for _, link in package.walk():
        name = link.target
        if name in read or not name.endswith(".xml") or b"{" not in package.parts.get(name, b""):
            continue
        read.add(name)
        for found in _find_tags(package, name):
            yield Finding(
                rule="tag-unread",
                severity=Severity.WARNING,
                message=f"'{shorten(found)}' stands in a {_name_kind(link.kind)}, where tags are "
                "not filled, and will be read as it stands",
                where=tell_where(package, name),
                fix="take it out, or move it into the text",
            )


def _find_tags(package: Package, name: str) -> Iterator[str]:
    for namespace in (_W, _A):
        for paragraph in package.read_xml(name).iter(f"{namespace}p"):
            text = "".join(run.text or "" for run in paragraph.iter(f"{namespace}t"))
            yield from _TAG.findall(text)


def _name_kind(kind: str) -> str:
    """Return the kind of a relationship in words: `chartUserShapes` → `chart user shapes`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind).lower()


def _check_names(package: Package, survey: Survey) -> Iterator[Finding]:
    usual = sorted(TAG_NAMES)
    for name, tags in survey.names.items():
        if name in usual or name in survey.guarded:
            continue
        hint = suggest(name, usual)
        places = "; ".join(tag.place for tag in tags[:_SHOWN])
        more = f"; and {len(tags) - _SHOWN} more" if len(tags) > _SHOWN else ""
        yield Finding(
            rule="tag-unknown",
            severity=Severity.WARNING if hint else Severity.NOTE,
            message=f"'{name}' is no name that every brief has: a brief must give it, as a fact "
            "or under 'fields'",
            where=tell_where(package, places + more),
            fix=hint or f"write {{% if {name} is defined %}} around it if briefs can do without",
        )


def tell_where(package: Package, place: str) -> str:
    """Return a place with the file that it is in."""
    return f"{package.path.name}: {place}" if place else package.path.name


def shorten(text: str) -> str:
    """Return `text` on one line, cut if it is long."""
    said = " ".join(text.split())
    return said if len(said) <= _CUT else f"{said[: _CUT - 1]}…"
