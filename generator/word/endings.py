"""What a report ends with: recommendations, the timeline, the references."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.compose.report import (
    RecommendationItem,
    Recommendations,
    References,
    Timeline,
    TimelineEntry,
)
from generator.inventory.report import StyleRole
from generator.text.blocks import Grid, GridColumn, Inlines, LineBreak, Run, to_plain
from generator.word.manuscript import Story
from generator.word.markup import Xml, join
from generator.word.paragraphs import PLAIN, Setting, paragraph
from generator.word.runs import write_inlines
from generator.word.tables import GridSetting, text_width, write_grid

_LEAST_SHARE, _DATE_SHARE = 0.15, 0.22
"""Share of the width that dates of a timeline need at least, and that they have by default."""

_GAP = "\N{EN SPACE}"
"""Between the name of a detail and the detail; no sign, so that it suits every language."""


def write_recommendations(block: Recommendations, story: Story) -> Xml:
    """Return the recommendations, numbered by Word, each kept on one page."""
    if not block.items:
        return Xml("")
    numbering = story.manuscript.numbering
    level = numbering.level_for_list(StyleRole.RECOMMENDATION, 0, is_ordered=True)
    number = numbering.restart(level, block.items[0].number)
    setting = Setting(keeps_lines=True, number=(number, level.level))
    return join(_write_item(item, block, setting, story) for item in block.items)


def _write_item(
    item: RecommendationItem, block: Recommendations, setting: Setting, story: Story
) -> Xml:
    """Return title, what, who, by when, and why; all but the last keep to the next."""
    manuscript = story.manuscript
    details = [*_plan_details(item, block)]
    title = paragraph(
        manuscript.style(StyleRole.RECOMMENDATION),
        write_inlines(item.title, story),
        replace(setting, keeps_next=bool(details)),
    )
    style = manuscript.style(StyleRole.RECOMMENDATION_DETAIL)
    last = len(details) - 1
    lines = (
        paragraph(
            style,
            write_inlines(detail, story),
            Setting(keeps_next=number < last, keeps_lines=True),
        )
        for number, detail in enumerate(details)
    )
    return Xml(title + join(lines))


def _plan_details(item: RecommendationItem, block: Recommendations) -> Iterator[Inlines]:
    if item.what and to_plain(item.what) != to_plain(item.title):
        yield item.what
    who = _label(block.who_label, (Run(text=item.who),)) if item.who else ()
    when = _label(block.by_label, (Run(text=item.by),)) if item.by else ()
    if who and when:
        yield (*who, LineBreak(), *when)
    elif who or when:
        yield who or when
    if item.why:
        yield _label(block.why_label, item.why)


def _label(word: str, inlines: Inlines) -> Inlines:
    return (Run(text=word, bold=True), Run(text=_GAP), *inlines)


def write_timeline(block: Timeline, story: Story) -> Xml:
    """Return the events as a table of two columns, date and event."""
    manuscript = story.manuscript
    # Where running text is set in, events stand under it, and dates beside it.
    share = manuscript.styles.left_of(StyleRole.BODY) / text_width(manuscript)
    share = share if share > _LEAST_SHARE else _DATE_SHARE
    columns = (
        GridColumn(head=(Run(text=block.date_label),), share=share),
        GridColumn(head=(Run(text=block.event_label),), share=1 - share),
    )
    rows = tuple(((Run(text=entry.date),), _write_event(entry)) for entry in block.entries)
    grid = Grid(columns=columns, rows=rows)
    setting = GridSetting(title=manuscript.report.words.timeline, may_break=True)
    return write_grid(grid, story, setting)


def _write_event(entry: TimelineEntry) -> Inlines:
    """Return title and text on a line each; a citation without text stays with the title."""
    title = Run(text=entry.title, bold=True)
    gap = (LineBreak(),) if to_plain(entry.text).strip() else ()
    return (title, *gap, *entry.text)


def write_references(block: References, story: Story) -> Xml:
    """Return the list of sources, one paragraph each."""
    style = story.manuscript.style(StyleRole.BIBLIOGRAPHY)
    return join(paragraph(style, write_inlines(item, story), PLAIN) for item in block.items)
