"""Rules over the languages that a template says its text is in."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.parts import (
    find_deck_languages,
    find_report_languages,
    name_deck,
    name_report,
)
from generator.findings import Finding, Severity
from generator.inventory import Template

NO_LANGUAGE = frozenset({"x-none", "zxx", "und"})
"""Tags that say that a text is in no language, which Office writes for code and names."""


def check_report_languages(template: Template) -> Iterator[Finding]:
    """Find language tags in the Word file that nobody knows (rule `language-unknown`)."""
    for tag, inside in dict(find_report_languages(template.report)).items():
        yield from _check(tag, name_report(template, inside))


def check_deck_languages(template: Template) -> Iterator[Finding]:
    """Find language tags in the PowerPoint file that nobody knows (rule `language-unknown`)."""
    for tag, inside in dict(find_deck_languages(template.deck)).items():
        yield from _check(tag, name_deck(template, inside))


def _check(tag: str, where: str) -> Iterator[Finding]:
    if not is_known_language(tag):
        yield Finding(
            rule="language-unknown",
            severity=Severity.NOTE,
            message=f"'{tag}' is no language that is known; the brief's own is written in its "
            "place wherever text is written",
            where=where,
            fix="choose the language again in Review, Language, Set Proofing Language",
        )


def is_known_language(tag: str) -> bool:
    """Return whether `tag` begins with a language that Unicode's data names (BCP 47)."""
    from babel import Locale
    from babel.core import get_global

    language = tag.replace("_", "-").partition("-")[0].lower()
    if tag.lower() in NO_LANGUAGE:
        return True
    return language in Locale("en").languages or language in get_global("language_aliases")
