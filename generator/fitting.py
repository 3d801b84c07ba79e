"""Trying a brief on a template: what of the two does not go together, as findings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.checks.tags import survey_template, tell_where
from generator.errors import RoomError, TagsError, TemplateError
from generator.findings import Finding, Severity
from generator.inventory import Template
from generator.ooxml.opc import Package
from generator.pipeline import Kind, Step, build

_KINDS = {"word": Kind.REPORT, "slides": Kind.DECK}
_TOLD = ("tag-", "brief-")
"""How the rules begin whose findings tell of a template and a brief together."""


def check_fit(template: Template, brief: Path, *, on_step: Step | None = None) -> list[Finding]:
    """Build the documents that a template has files for, and return what stands in the way.

    What is wrong with a tag whatever the brief says is left to the rules over templates. Nothing
    is kept of what is built.

    Args:
        template: The template, as it was read.
        brief: Path of the data file.
        on_step: Called with the name of each step.

    Raises:
        BriefError: The data file has errors of its own: all of them.
        DataError: The data file cannot be read as one.
        MissingError: The data file is not there.
    """
    halves = (("word", template.report), ("slides", template.deck))
    found: list[Finding] = []
    for kind, package in halves:
        if kind in template.own:
            found += _try(template.path, package, brief, on_step)
    return found


def _try(template: Path, package: Package, brief: Path, on_step: Step | None) -> Iterator[Finding]:
    with TemporaryDirectory() as folder:
        try:
            made = build(
                brief,
                out=folder,
                template=template,
                only=_KINDS[package.kind],
                on_step=on_step,
            )
        except TagsError as error:
            yield from _explain(package, error)
        except (RoomError, TemplateError) as error:
            yield Finding(
                rule="brief-unfit",
                severity=Severity.ERROR,
                message=error.message,
                place=error.place,
                fix=error.hint,
            )
        else:
            yield from (each for each in made.findings if each.rule.startswith(_TOLD))


def _explain(package: Package, error: TagsError) -> Iterator[Finding]:
    """Yield a finding for each tag that the brief cannot fill."""
    survey = survey_template(package)
    known = {f"{each.place}: {each.message}" for each in survey.problems}
    places = sorted({tag.place for tag in survey.tags}, key=len, reverse=True)
    for each in error.errors:
        if each.message in known:
            continue
        place = next((place for place in places if each.message.startswith(f"{place}: ")), "")
        yield Finding(
            rule="tag-unfilled",
            severity=Severity.ERROR,
            message=each.message.removeprefix(f"{place}: "),
            where=tell_where(package, place),
            fix=each.hint,
        )
