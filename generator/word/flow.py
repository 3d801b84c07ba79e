"""Blocks one after the other, each written by the part of the writer that knows its kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from generator.compose.report import (
    CalloutBox,
    ChartExhibit,
    Contents,
    Cover,
    Heading,
    KeyFigures,
    KeyMessages,
    Recommendations,
    References,
    ReportBlock,
    TableExhibit,
    Timeline,
)
from generator.text.blocks import ListBlock, Paragraph, QuoteBlock, Subheading, TextTable
from generator.word.cards import write_key_figures
from generator.word.contents import write_contents, write_heading
from generator.word.endings import write_recommendations, write_references, write_timeline
from generator.word.exhibits import write_chart_exhibit, write_table_exhibit
from generator.word.front import write_callout, write_cover, write_key_messages
from generator.word.manuscript import Story
from generator.word.markup import NOTHING, Xml
from generator.word.prose import write_block, write_paragraph


def write_flow(story: Story, places: Sequence[int]) -> Iterator[Xml]:
    """Yield blocks of the report; `places` are their indices among all of its blocks, in order."""
    blocks = story.manuscript.report.blocks
    for number, index in enumerate(places):
        block = blocks[index]
        if isinstance(block, Heading | Subheading):
            yield write_heading(story.manuscript.outline.headings[index], story)
        elif isinstance(block, Paragraph):
            following = blocks[places[number + 1]] if number + 1 < len(places) else None
            yield write_paragraph(block, story, following=following)
        else:
            yield _write_block(block, story)


def _write_block(block: ReportBlock, story: Story) -> Xml:  # noqa: C901, PLR0911, PLR0912 - one for each kind
    match block:
        case Cover():
            return write_cover(block, story)
        case KeyMessages():
            return write_key_messages(block, story)
        case KeyFigures():
            return write_key_figures(block, story)
        case Contents():
            return write_contents(block, story)
        case CalloutBox():
            return write_callout(block, story)
        case ChartExhibit():
            return write_chart_exhibit(block, story)
        case TableExhibit():
            return write_table_exhibit(block, story)
        case Recommendations():
            return write_recommendations(block, story)
        case Timeline():
            return write_timeline(block, story)
        case References():
            return write_references(block, story)
        case Paragraph() | ListBlock() | QuoteBlock() | Subheading() | TextTable():
            return write_block(block, story)
        case Heading():
            return NOTHING  # written with its number, by `write_heading`
        case _:
            assert_never(block)
