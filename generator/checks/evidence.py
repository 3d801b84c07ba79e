"""Rules over what a brief claims: is each figure defended, is everything used and shown?"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.brief.parts import walk_sections
from generator.brief.values import Prose
from generator.brief.walk import walk_names
from generator.checks.chartkinds import check_chart_kinds
from generator.checks.maps import check_maps
from generator.checks.numbers import check_typed_numbers
from generator.compose.material import Material, exhibit_facts
from generator.findings import Finding, Severity
from generator.text.blocks import Paragraph, Run

EvidenceCheck = Callable[[Material], Iterator[Finding]]

_SHOWN_LETTERS = 48


def check_unused_facts(material: Material) -> Iterator[Finding]:
    """Find facts that nothing shows and no other fact is derived from (rule `fact-unused`)."""
    used = _used_facts(material)
    for fact in material.brief.facts:
        if fact not in used:
            yield Finding(
                rule="fact-unused",
                severity=Severity.NOTE,
                message=f"fact '{fact}' is never used",
                place=material.find_place("facts", fact),
                fix=f"write it into the text with '{{{{ {fact} }}}}', or take it out",
            )


def check_dated(material: Material) -> Iterator[Finding]:
    """Find facts without a date, and without a note that says why (rule `fact-undated`).

    A derived fact has the dates of its inputs.
    """
    for id_, fact in material.brief.facts.items():
        if fact.derive is None and not (fact.as_of or fact.period or fact.note):
            yield Finding(
                rule="fact-undated",
                severity=Severity.WARNING,
                message=f"fact '{id_}' has no date",
                place=material.find_place("facts", id_),
                fix="add 'as_of' or 'period', or say in 'note' why there is none",
            )


def check_located(material: Material) -> Iterator[Finding]:
    """Find facts that do not say where in their source they stand (rule `fact-unlocated`)."""
    for id_, fact in material.brief.facts.items():
        for ref in fact.source or ():
            if ref.at is None:
                yield Finding(
                    rule="fact-unlocated",
                    severity=Severity.NOTE,
                    message=f"fact '{id_}' does not say where in '{ref.id}' it stands",
                    place=ref.id.place,
                    fix=f"write 'source: {{id: {ref.id}, at: page 3}}'",
                )


def check_unused_sources(material: Material) -> Iterator[Finding]:
    """Find sources that nothing rests on (rule `source-unused`)."""
    used = material.uses.sources | {str(name) for name in walk_names(material.brief)}
    for id_ in material.brief.sources:
        if id_ not in used:
            yield Finding(
                rule="source-unused",
                severity=Severity.NOTE,
                message=f"source '{id_}' is never cited",
                place=material.find_place("sources", id_),
                fix=f"cite it with '[@{id_}]', or take it out",
            )


def check_exhibits(material: Material) -> Iterator[Finding]:
    """Find exhibits that nothing shows, or that no text mentions.

    Rules `exhibit-unused` and `exhibit-unmentioned`.
    """
    placed = {str(name) for name in walk_names(material.brief)} | material.uses.placed
    groups = (("charts", material.brief.charts), ("tables", material.brief.tables))
    for group, id_ in ((group, id_) for group, exhibits in groups for id_ in exhibits):
        place = material.find_place(group, id_)
        if id_ not in placed:
            yield Finding(
                rule="exhibit-unused",
                severity=Severity.WARNING,
                message=f"'{id_}' is not shown anywhere",
                place=place,
                fix="name it under 'exhibits' of a section",
            )
        elif id_ not in material.uses.exhibits:
            yield Finding(
                rule="exhibit-unmentioned",
                severity=Severity.WARNING,
                message=f"'{id_}' is shown but no text mentions it",
                place=place,
                fix=f"write '@{id_}' where the text speaks of it",
            )


def check_cited(material: Material) -> Iterator[Finding]:
    """Find paragraphs of sections that cite nothing (rule `paragraph-uncited`).

    A paragraph that points at an exhibit rests on the exhibit's source.
    """
    for _, section in walk_sections(material.brief.sections):
        for block in material.parse_blocks(section.text):
            if isinstance(block, Paragraph) and all(
                isinstance(inline, Run) for inline in block.inlines
            ):
                start = next(iter(block.inlines))
                words = start.text if isinstance(start, Run) else ""
                yield Finding(
                    rule="paragraph-uncited",
                    severity=Severity.NOTE,
                    message=f"the paragraph '{_shorten(words)}' cites no source",
                    place=section.text.place if isinstance(section.text, Prose) else None,
                    fix="add a citation such as '[@source-id, page 3]'",
                )


EVIDENCE_CHECKS: tuple[EvidenceCheck, ...] = (
    check_unused_facts,
    check_dated,
    check_located,
    check_unused_sources,
    check_exhibits,
    check_chart_kinds,
    check_typed_numbers,
    check_cited,
    check_maps,
)


def check_evidence(material: Material) -> tuple[Finding, ...]:
    """Return the findings of all rules over the evidence of a brief.

    `material` must have been composed before, since that is when its prose is read.
    """
    return tuple(finding for check in EVIDENCE_CHECKS for finding in check(material))


def _shorten(words: str) -> str:
    if len(words) <= _SHOWN_LETTERS:
        return words.strip()
    return f"{words[:_SHOWN_LETTERS].strip()}…"


def _used_facts(material: Material) -> set[str]:
    used = material.uses.facts | {str(name) for name in walk_names(material.brief)}
    for name in (*material.brief.charts, *material.brief.tables):
        used.update(exhibit_facts(material, name))
    inputs = (material.figures[fact].inputs for fact in used if fact in material.figures)
    return used.union(*inputs)
