"""Exhibits: a caption with a live number, the chart or table, its note and its source line.

The parts are chained by `w:keepNext`, so that none stands on a page without the others.
"""

from __future__ import annotations

from generator.compose.report import Caption, ChartExhibit, TableExhibit
from generator.inventory.report import StyleRole
from generator.text.blocks import to_plain
from generator.word.drawings import write_chart
from generator.word.fields import bookmark, field, text_run
from generator.word.front import write_led_line
from generator.word.manuscript import Story
from generator.word.markup import NOTHING, Xml, join
from generator.word.paragraphs import Setting, paragraph
from generator.word.runs import find_label, write_inlines, write_text
from generator.word.tables import GridSetting, write_grid

_GAP = "\N{EN SPACE}"
"""Between number and title; no sign, so that it suits every language."""


def write_chart_exhibit(exhibit: ChartExhibit, story: Story) -> Xml:
    """Return a chart with its caption above, its note and source line under it."""
    manuscript = story.manuscript
    caption = exhibit.caption
    setting = Setting(
        keeps_next=_is_followed(exhibit),
        has_single_lines=manuscript.styles.cuts_drawings(StyleRole.EXHIBIT),
    )
    chart = write_chart(exhibit.plot, exhibit.render, manuscript)
    shown = paragraph(manuscript.style(StyleRole.EXHIBIT), chart, setting)
    if not exhibit.has_caption:
        return shown
    return join((_write_head(caption, story), shown, _write_foot(caption, story)))


def write_table_exhibit(exhibit: TableExhibit, story: Story) -> Xml:
    """Return a table with its caption above, its note and source line under it."""
    caption = exhibit.caption
    head = _write_head(caption, story) if exhibit.has_caption else NOTHING
    setting = GridSetting(
        title=to_plain(caption.title), description=exhibit.alt, is_followed=_is_followed(exhibit)
    )
    table = write_grid(exhibit.grid, story, setting)
    return join((head, table, _write_foot(caption, story) if exhibit.has_caption else NOTHING))


def _is_followed(exhibit: ChartExhibit | TableExhibit) -> bool:
    return exhibit.has_caption and bool(exhibit.caption.note or exhibit.caption.source)


def _write_head(caption: Caption, story: Story) -> Xml:
    """Return caption and subtitle; label and number stand in the bookmark that references use."""
    manuscript = story.manuscript
    kept = Setting(keeps_next=True, keeps_lines=True)
    before, after = _split_label(caption, find_label(caption.id, manuscript))
    number = field(f"SEQ {caption.sequence} \\* ARABIC", text_run(str(caption.number)))
    label = Xml(write_text(before, manuscript) + number + write_text(after, manuscript))
    name = manuscript.outline.exhibits[caption.id]
    title = Xml(text_run(_GAP) + write_inlines(caption.title, story)) if caption.title else NOTHING
    content = Xml(bookmark(next(manuscript.bookmark_ids), name, label) + title)
    line = paragraph(manuscript.style(StyleRole.CAPTION), content, kept)
    if not caption.subtitle:
        return line
    style = manuscript.style(StyleRole.EXHIBIT_SUBTITLE)
    return Xml(line + paragraph(style, write_inlines(caption.subtitle, story), kept))


def _split_label(caption: Caption, label: str) -> tuple[str, str]:
    """Return what stands before and after the number in how the text names the exhibit."""
    before, found, after = label.rpartition(str(caption.number))
    return (before, after) if found else (f"{caption.label} ", "")


def _write_foot(caption: Caption, story: Story) -> Xml:
    words = story.manuscript.report.words
    note = write_led_line(words.note, caption.note, story, keeps_next=bool(caption.source))
    return Xml(note + write_led_line(words.source, caption.source, story))
