"""All rules over a template: what its owner should know before briefs are built on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.checks import colours, fonts, languages, layouts, styles, tags
from generator.findings import Finding, Severity
from generator.inventory import Template

TemplateCheck = Callable[[Template], Iterator[Finding]]

REPORT_CHECKS: tuple[TemplateCheck, ...] = (
    styles.check_page,
    styles.check_sizes,
    styles.check_headings,
    styles.check_lists,
    styles.check_table_style,
    styles.check_missing,
    colours.check_style_contrast,
    languages.check_report_languages,
)
"""Rules over the Word file."""

DECK_CHECKS: tuple[TemplateCheck, ...] = (
    layouts.check_titles,
    layouts.check_body,
    layouts.check_room,
    layouts.check_sizes,
    layouts.check_bullets,
    layouts.check_table_style,
    layouts.check_roles,
    colours.check_placeholder_contrast,
    languages.check_deck_languages,
)
"""Rules over the PowerPoint file."""

SHARED_CHECKS: tuple[TemplateCheck, ...] = (
    colours.check_theme,
    colours.check_slots,
    colours.check_palette,
    fonts.check_safe_fonts,
    tags.check_tags,
)
"""Rules over what both have: a theme and text."""

_RANKS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def judge(template: Template) -> tuple[Finding, ...]:
    """Return the findings of all rules over a template, the weightiest first."""
    checks: list[TemplateCheck] = list(SHARED_CHECKS)
    if "word" in template.own:
        checks = [*REPORT_CHECKS, *checks]
    if "slides" in template.own:
        checks = [*DECK_CHECKS, *checks]
    found = [*template.findings, *(finding for check in checks for finding in check(template))]
    return tuple(sorted(found, key=lambda finding: _RANKS[finding.severity]))
