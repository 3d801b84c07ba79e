r"""The table of contents: a real TOC field with its result filled in, and the headings it lists.

Entries are links without page numbers (`\n`), since page numbers are known to the office program
alone, and a contents that is wrong until somebody updates it is worse than one without.
"""

from __future__ import annotations

from dataclasses import replace

from generator.compose.report import Contents
from generator.inventory.report import StyleRole
from generator.ooxml.metrics import measure_width
from generator.text.blocks import to_plain
from generator.units import pt, to_twips
from generator.word.counters import HEADING_ROLES
from generator.word.fields import (
    bookmark,
    field_end,
    field_start,
    link_inside,
    text_run,
)
from generator.word.firstpage import TOC_ROLES, begins_page
from generator.word.manuscript import Manuscript, Story
from generator.word.markup import NOTHING, Xml, join, tag, val
from generator.word.outline import PlannedHeading
from generator.word.paragraphs import PLAIN, Setting, paragraph
from generator.word.runs import write_inlines, write_text

_TAB = 2
"""Room for the number of an entry, as a multiple of its size."""

_WHOLE = 30
"""Entries up to which the contents is kept on one page."""


def write_contents(contents: Contents, story: Story) -> Xml:
    """Return the table of contents; nothing when there are no headings to list."""
    manuscript = story.manuscript
    depth = max(1, min(contents.depth, len(TOC_ROLES)))
    start = field_start(f'TOC \\o "1-{depth}" \\n \\h \\z \\u')
    entries = write_entries(depth, start, field_end(), manuscript)
    if not entries:
        return NOTHING
    title = paragraph(
        manuscript.style(StyleRole.TOC_HEADING),
        write_text(contents.heading, manuscript),
        Setting(
            keeps_next=True, begins_page=begins_page(_list_headings(depth, manuscript), manuscript)
        ),
    )
    return _wrap(Xml(title + entries))


def write_entries(depth: int, start: Xml, end: Xml, manuscript: Manuscript) -> Xml:
    """Return the entries of a contents; nothing when there are no headings to list.

    Args:
        depth: Levels that are listed.
        start: Runs that open the field, up to where its result begins.
        end: Runs that close it.
        manuscript: For the headings and their styles.
    """
    listed = _list_headings(depth, manuscript)
    last = len(listed) - 1
    kept = Setting(keeps_next=True) if last <= _WHOLE else PLAIN
    return join(
        _write_entry(
            heading,
            manuscript,
            before=start if number == 0 else NOTHING,
            after=end if number == last else NOTHING,
            setting=PLAIN if number == last else kept,
        )
        for number, heading in enumerate(listed)
    )


def _list_headings(depth: int, manuscript: Manuscript) -> list[PlannedHeading]:
    return [item for item in manuscript.outline.listed if _is_listed(item, depth)]


def _is_listed(heading: PlannedHeading, depth: int) -> bool:
    """Return whether the field lists a heading: small headings of back matter are left out."""
    return heading.level <= (depth if heading.is_numbered else 1)


def _wrap(content: Xml) -> Xml:
    """Return `content` as what Word knows for a contents, with the button that updates it."""
    gallery = tag(
        "w:docPartObj",
        None,
        val("w:docPartGallery", "Table of Contents"),
        tag("w:docPartUnique"),
    )
    properties = tag("w:sdtPr", None, gallery)
    return tag("w:sdt", None, properties, tag("w:sdtContent", None, content))


def _write_entry(
    heading: PlannedHeading,
    manuscript: Manuscript,
    *,
    before: Xml,
    after: Xml,
    setting: Setting,
) -> Xml:
    number = text_run(f"{heading.number}\t") if heading.number else NOTHING
    words = write_text(to_plain(heading.inlines), manuscript)
    link = link_inside(heading.bookmark, Xml(number + words))
    role = TOC_ROLES[heading.level - 1]
    if heading.number:
        setting = replace(setting, tab=_plan_tab(role, heading.number, manuscript))
    return paragraph(manuscript.style(role), Xml(before + link + after), setting)


def _plan_tab(role: StyleRole, number: str, manuscript: Manuscript) -> int | None:
    """Return the stop for the words after a number, in twips; None where the style has one.

    Styles of contents often have one stop alone, at the right edge, for the number of the page.
    """
    styles = manuscript.styles
    if styles.find_tab(role) or styles.hangs(role):
        return None
    font, size = styles.font_of(role)
    needed = to_twips(pt(measure_width(number, font, size) + size / 2))
    step = round(_TAB * to_twips(pt(size)))
    return styles.left_of(role) + max(step, -(-needed // step) * step)


def write_heading(heading: PlannedHeading, story: Story) -> Xml:
    """Return a heading inside its bookmark; its number comes from the style."""
    manuscript = story.manuscript
    role, setting = _plan_style(heading, manuscript)
    content = bookmark(
        next(manuscript.bookmark_ids), heading.bookmark, write_inlines(heading.inlines, story)
    )
    return paragraph(manuscript.style(role), content, setting)


def _plan_style(heading: PlannedHeading, manuscript: Manuscript) -> tuple[StyleRole, Setting]:
    """Return the style of a heading, with its number taken away where it must have none."""
    role = HEADING_ROLES[heading.level - 1]
    if not heading.is_numbered:
        is_top = heading.level == 1
        role = StyleRole.UNNUMBERED_HEADING if is_top else StyleRole.UNNUMBERED_SUBHEADING
    keeps_next = not manuscript.styles.keeps_next(role)
    level = manuscript.numbering.level_of(role)
    if heading.is_numbered or level is None:
        return role, Setting(keeps_next=True) if keeps_next else PLAIN
    # Without its number a heading begins where the number did, or with the text if that is set in.
    start = max(0, (level.left or 0) - level.hanging)
    left = min(level.left or 0, max(start, manuscript.styles.left_of(StyleRole.BODY)))
    return role, Setting(keeps_next=keeps_next, number=(0, 0), left=left)
