"""Rules over the styles and the page of a Word template."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.checks.parts import has_list, name_report
from generator.findings import Finding, Severity
from generator.inventory import Template
from generator.inventory.report import StyleRole
from generator.units import EMU_PER_CM, cm

LEAST_TEXT_WIDTH = cm(10)
"""Below it, charts and tables of three columns have no room."""

LEAST_TEXT_HEIGHT = cm(12)

LEAST_PT = 9.0
"""Of running text, read at arm's length."""

LEAST_SMALL_PT = 7.0
SMALL = frozenset(
    {
        StyleRole.SOURCE,
        StyleRole.SMALL_PRINT,
        StyleRole.FOOTNOTE_TEXT,
        StyleRole.HEADER,
        StyleRole.FOOTER,
        StyleRole.KEY_FIGURE_DETAIL,
        StyleRole.EXHIBIT_SUBTITLE,
        StyleRole.TABLE_HEAD,
        StyleRole.TABLE_TEXT,
        StyleRole.TABLE_NUMBER,
        StyleRole.CAPTION,
    }
)
"""Roles of text that is looked up rather than read on."""

LISTS = (
    StyleRole.BULLET_1,
    StyleRole.BULLET_2,
    StyleRole.BULLET_3,
    StyleRole.NUMBER_1,
    StyleRole.NUMBER_2,
    StyleRole.NUMBER_3,
)
NOT_TEXT = frozenset({StyleRole.EXHIBIT})

HEADINGS = (
    StyleRole.TITLE,
    StyleRole.HEADING_1,
    StyleRole.HEADING_2,
    StyleRole.HEADING_3,
    StyleRole.HEADING_4,
)


def check_missing(template: Template) -> Iterator[Finding]:
    """Tell which styles will be made (rule `styles-missing`); tables have a rule of their own."""
    missing = [role.value for role in template.word.missing if role is not StyleRole.TABLE]
    if missing:
        count = "one style is" if len(missing) == 1 else f"{len(missing)} styles are"
        yield Finding(
            rule="styles-missing",
            severity=Severity.NOTE,
            message=f"{count} missing and will be made in the template's fonts and colours: "
            f"{', '.join(missing)}",
            where=name_report(template),
            fix="add styles of these names, or name others under 'styles' in template.yml",
        )


def check_lists(template: Template) -> Iterator[Finding]:
    """Find list styles that have neither bullet nor number (rule `bullets-absent`)."""
    bare = [
        style.name
        for role in LISTS
        if (style := template.word.styles.get(role)) and not has_list(template.report, style.id)
    ]
    if bare:
        yield Finding(
            rule="bullets-absent",
            severity=Severity.NOTE,
            message="list styles without bullets or numbers get some of our own: "
            f"{', '.join(bare)}",
            where=name_report(template),
            fix="none is needed, unless you want other signs: link the style to a list in Word",
        )


def check_table_style(template: Template) -> Iterator[Finding]:
    """Find Word templates without a style for tables (rule `table-style-missing`)."""
    if StyleRole.TABLE in template.word.missing:
        yield Finding(
            rule="table-style-missing",
            severity=Severity.NOTE,
            message=f"there is no table style '{StyleRole.TABLE.value}'; tables get plain rules in "
            "the colours of the theme",
            where=name_report(template),
            fix=f"name a table style under 'styles: {StyleRole.TABLE.value}:' in template.yml",
        )


def check_sizes(template: Template) -> Iterator[Finding]:
    """Find styles that are too small to be read with ease (rule `text-small`)."""
    seen: set[str] = set()
    for role, style in template.word.styles.items():
        least = LEAST_SMALL_PT if role in SMALL else LEAST_PT
        is_text = style.kind == "paragraph" and role not in NOT_TEXT
        if is_text and style.size_pt < least and style.id not in seen:
            seen.add(style.id)
            yield Finding(
                rule="text-small",
                severity=Severity.WARNING,
                message=f"text is set in {style.size_pt:g} pt; at least {least:g} pt are wanted",
                where=name_report(template, f"style '{style.name}'"),
                fix="raise the size of the style",
            )


def check_headings(template: Template) -> Iterator[Finding]:
    """Find headings that are larger than the one above them (rule `heading-order`)."""
    found = [template.word.styles[role] for role in HEADINGS if role in template.word.styles]
    for above, below in pairwise(found):
        if below.size_pt > above.size_pt:
            yield Finding(
                rule="heading-order",
                severity=Severity.WARNING,
                message=f"'{below.name}' ({below.size_pt:g} pt) is larger than '{above.name}' "
                f"({above.size_pt:g} pt)",
                where=name_report(template, f"style '{below.name}'"),
                fix="let sizes fall from level to level",
            )


def check_page(template: Template) -> Iterator[Finding]:
    """Find pages with too little room for text, or too narrow columns (rule `page-small`)."""
    page = template.word.page
    height = page.size.height - page.top - page.bottom
    if page.text_width < LEAST_TEXT_WIDTH or height < LEAST_TEXT_HEIGHT:
        yield Finding(
            rule="page-small",
            severity=Severity.WARNING,
            message=f"the room for text is {page.text_width / EMU_PER_CM:.1f} cm wide and "
            f"{height / EMU_PER_CM:.1f} cm high; charts and tables need "
            f"{LEAST_TEXT_WIDTH / EMU_PER_CM:g} × {LEAST_TEXT_HEIGHT / EMU_PER_CM:g} cm",
            where=name_report(template, "page"),
            fix="make the margins smaller in Layout, Margins, or the columns fewer",
        )
