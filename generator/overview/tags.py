"""The tags of a template and the names that they ask for, as sheets and as plain data. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from generator.brief import Brief
from generator.brief.fields import TAG_NAMES
from generator.checks.tags import find_tagged, shorten, survey_template
from generator.inventory import Template
from generator.ooxml.opc import Package
from generator.ooxml.tagged import may_have_tags
from generator.overview.sheet import Sheet

if TYPE_CHECKING:
    from generator.ooxml.tags import Survey

Plain = dict[str, Any]


def plan_tag_sheets(template: Template, brief: Brief | None = None) -> tuple[Sheet, ...]:
    """Return every tag with its place, and the names that a brief must have for them.

    Args:
        template: The halves that are its own are looked at; one without tags has no sheets.
        brief: Whose facts and fields are told apart; None to tell what any brief has.
    """
    sheets: list[Sheet] = []
    for package in find_tagged(template):
        survey = survey_template(package)
        sheets += [plan_tags(package), _name_sheet(package, survey, brief)]
    return tuple(sheet for sheet in sheets if sheet.rows)


def plan_tags(package: Package) -> Sheet:
    """Return every tag of a file with its place."""
    tags = survey_template(package).tags if may_have_tags(package) else ()
    return Sheet(
        title=f"{package.path.name}: tags",
        heads=("Tag", "Where"),
        rows=tuple((shorten(tag.source), tag.place) for tag in tags),
    )


def _name_sheet(package: Package, survey: Survey, brief: Brief | None) -> Sheet:
    return Sheet(
        title=f"{package.path.name}: names that the tags ask for",
        heads=("Name", "Tags", "Comes from"),
        rows=tuple(
            (_tell_name(name, survey), str(len(tags)), tell_origin(name, survey, brief))
            for name, tags in survey.names.items()
        ),
    )


def _tell_name(name: str, survey: Survey) -> str:
    """Return a name; of a function the ids that it is asked for: `chart: aid, trade`."""
    ids = dict.fromkeys(call.argument for call in survey.calls if call.function == name)
    return f"{name}: {', '.join(ids)}" if ids else name


def tell_origin(name: str, survey: Survey, brief: Brief | None) -> str:
    """Return where the value of a name comes from."""
    if name in TAG_NAMES:
        return "any brief"
    if brief is not None and name in brief.facts:
        return "a fact of the brief"
    if brief is not None and name in brief.fields:
        return "a field of the brief"
    missing = "a fact or a field that a brief must have" if brief is None else "nowhere"
    return f"{missing}; the template can do without" if name in survey.guarded else missing


def describe_tags(package: Package) -> list[Plain]:
    """Return the tags of a file as plain data."""
    if not may_have_tags(package):
        return []
    return [
        {"tag": tag.source, "place": tag.place, "part": tag.part}
        for tag in survey_template(package).tags
    ]


def describe_names(template: Template, brief: Brief | None = None) -> list[Plain]:
    """Return the names that the tags of a template ask for, as plain data."""
    return [each for package in find_tagged(template) for each in _describe_names(package, brief)]


def _describe_names(package: Package, brief: Brief | None) -> Iterator[Plain]:
    survey = survey_template(package)
    for name, tags in survey.names.items():
        yield {
            "file": package.path.name,
            "name": name,
            "comes_from": tell_origin(name, survey, brief),
            "is_optional": name in survey.guarded,
            "ids": [call.argument for call in survey.calls if call.function == name],
            "places": [tag.place for tag in tags],
        }
