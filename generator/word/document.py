"""The report as a whole: block after block in the order of the report."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import assert_never

from docx.document import Document as DocxDocument
from docx.opc.part import Part

from generator.charts import ChartStyle
from generator.charts.style import PALETTE
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
    Report,
    ReportBlock,
    TableExhibit,
    Timeline,
)
from generator.inventory.report import WordTemplate
from generator.ooxml.package import pack
from generator.text.blocks import ListBlock, Paragraph, QuoteBlock, Subheading, TextTable
from generator.word.assembly import find_numbering, open_template, save_with
from generator.word.cards import write_key_figures
from generator.word.contents import write_contents, write_heading
from generator.word.counters import HeadingCounter
from generator.word.defaults import trim_defaults
from generator.word.endings import write_recommendations, write_references, write_timeline
from generator.word.exhibits import write_chart_exhibit, write_table_exhibit
from generator.word.front import write_callout, write_cover, write_key_messages
from generator.word.furniture import fill_furniture, find_furniture
from generator.word.manuscript import Manuscript, Story
from generator.word.markup import NOTHING, W, Xml, join
from generator.word.notes import add_footnotes
from generator.word.numbering import Numbering
from generator.word.outline import plan_outline
from generator.word.pagesection import settle_section
from generator.word.properties import set_language, set_properties, set_settings
from generator.word.prose import write_block, write_paragraph
from generator.word.stylesheet import Stylesheet


def build_report(
    report: Report,
    template: bytes,
    inventory: WordTemplate,
    *,
    palette: tuple[str, ...] = PALETTE,
) -> bytes:
    """Return the .docx of `report` on a Word template.

    Args:
        report: What is said, block by block.
        template: A plain .docx, as `Package.to_bytes` writes it; its text is replaced, its styles,
            headers and footers are kept.
        inventory: What `template` offers, as read by `generator.inventory`.
        palette: Theme slots of chart series, in order.

    Raises:
        DataError: A reference or citation leads nowhere, or a text cannot be written.
        TemplateError: The template cannot be opened.
    """
    document = open_template(template)
    language = report.properties.language
    trim_defaults(document.styles.element)
    set_language(document, language)
    section = document.element.find(f"{W}body/{W}sectPr")
    settle_section(section, inventory.page, language)
    manuscript = _start(document, report, inventory, palette)
    content = join(_write_all(Story(manuscript=manuscript, part=document.part)))
    has_footnotes = add_footnotes(manuscript)
    fill_furniture(document, manuscript)
    set_properties(document, report.properties)
    set_settings(document, has_footnotes=has_footnotes)
    return pack(save_with(document, content, manuscript.styles), report.properties.issued)


def _start(
    document: DocxDocument, report: Report, inventory: WordTemplate, palette: tuple[str, ...]
) -> Manuscript:
    """Return the manuscript, with headings numbered and bookmarks named."""
    part = document.part
    styles = Stylesheet(document.styles.element, inventory)
    numbering = Numbering(find_numbering(part), styles)
    theme = inventory.theme
    return Manuscript(
        report=report,
        template=inventory,
        styles=styles,
        numbering=numbering,
        outline=plan_outline(report, HeadingCounter(numbering).number_next),
        package_part=part,
        charts=ChartStyle(
            font=theme.minor or "Calibri",
            colours=theme.colours,
            palette=palette,
            east_asian_font=theme.minor_east_asian,
        ),
        bookmark_ids=count(_highest(part, f"{W}bookmarkStart", f"{W}id") + 1),
        drawing_ids=count(_highest(part, "{*}docPr", "id") + 1),
    )


def _highest(part: Part, name: str, attribute: str) -> int:
    """Return the highest id in headers and footers, which keep theirs."""
    found = (
        element.get(attribute, "0")
        for furniture in find_furniture(part)
        for element in furniture.element.iter(name)
    )
    return max((int(value) for value in found if value.lstrip("-").isdigit()), default=0)


def _write_all(story: Story) -> Iterator[Xml]:
    blocks = story.manuscript.report.blocks
    for index, block in enumerate(blocks):
        if isinstance(block, Heading | Subheading):
            yield write_heading(story.manuscript.outline.headings[index], story)
        elif isinstance(block, Paragraph):
            following = blocks[index + 1] if index + 1 < len(blocks) else None
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
