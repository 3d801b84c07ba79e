"""The report as a whole: opens the template, writes block after block, saves."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import assert_never

import docx
from docx.document import Document as DocxDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.parts.numbering import NumberingPart

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
from generator.errors import TemplateError
from generator.inventory.report import WordTemplate
from generator.ooxml.package import pack
from generator.places import Place
from generator.text.blocks import ListBlock, Paragraph, QuoteBlock, Subheading, TextTable
from generator.word.contents import write_contents, write_heading
from generator.word.counters import HeadingCounter
from generator.word.endings import write_recommendations, write_references, write_timeline
from generator.word.exhibits import write_chart_exhibit, write_table_exhibit
from generator.word.front import (
    write_callout,
    write_cover,
    write_key_figures,
    write_key_messages,
)
from generator.word.furniture import fill_furniture, find_furniture
from generator.word.manuscript import Manuscript, Story
from generator.word.markup import (
    NOTHING,
    Element,
    W,
    Xml,
    join,
    new_element,
    parse_part,
    parse_pieces,
    tag,
    write_part,
)
from generator.word.notes import add_footnotes
from generator.word.numbering import Numbering
from generator.word.outline import plan_outline
from generator.word.properties import set_language, set_properties, set_settings
from generator.word.prose import write_block, write_paragraph
from generator.word.spacing import part_tables
from generator.word.stylesheet import Stylesheet

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_KEPT = frozenset(
    f"{_OFFICE}/{kind}"
    for kind in (
        "styles",
        "numbering",
        "settings",
        "webSettings",
        "fontTable",
        "theme",
        "footnotes",
        "endnotes",
        "customXml",
        "header",
        "footer",
    )
)
"""Relationships of the template's document that outlive its text."""


def build_report(
    report: Report,
    template: Path,
    inventory: WordTemplate,
    *,
    palette: tuple[str, ...] = PALETTE,
) -> bytes:
    """Return the .docx of `report` on the Word file `template`.

    Args:
        report: What is said, block by block.
        template: A .docx; its text is replaced, its styles, headers and footers are kept.
        inventory: What `template` offers, as read by `generator.inventory`.
        palette: Theme slots of chart series, in order.

    Raises:
        DataError: A reference or citation leads nowhere, or a text cannot be written.
        TemplateError: The template cannot be opened.
    """
    document = _open(template)
    language = report.properties.language
    _clear(document)
    set_language(document, language)
    manuscript = _start(document, report, inventory, palette)
    story = Story(manuscript=manuscript, part=document.part)
    content = join(_write_all(story))
    has_footnotes = add_footnotes(manuscript)
    _insert(document, content, manuscript)
    fill_furniture(document, manuscript)
    set_properties(document, report.properties)
    set_settings(document, has_footnotes=has_footnotes)
    stream = BytesIO()
    document.save(stream)
    return pack(stream.getvalue(), report.properties.issued)


def _open(template: Path) -> DocxDocument:
    """Open the template as python-docx does, its errors turned into ours."""
    try:
        return docx.Document(str(template))
    except Exception as error:
        raise TemplateError(
            f"the Word template cannot be opened: {error}",
            place=Place(file=str(template)),
            hint="open it in Word and save it as .docx again",
        ) from error


def _clear(document: DocxDocument) -> None:
    """Take the template's text away, and all that only that text referred to."""
    body = document.element.body
    section = body.find(f"{W}sectPr")
    for child in list(body):
        if child is not section:
            body.remove(child)
    if section is None:
        body.append(new_element(f"{W}sectPr"))
    referred = {
        value
        for element in body.iter()
        for name, value in element.attrib.items()
        if name.startswith(f"{{{_OFFICE}}}")
    }
    rels = document.part.rels
    for key, link in list(rels.items()):
        is_furniture = link.reltype in {RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER}
        if link.reltype not in _KEPT or (is_furniture and key not in referred):
            del rels[key]


def _start(
    document: DocxDocument, report: Report, inventory: WordTemplate, palette: tuple[str, ...]
) -> Manuscript:
    """Return the manuscript, with headings numbered and bookmarks named."""
    part = document.part
    styles = Stylesheet(document.styles.element, inventory)
    numbering = Numbering(_numbering_root(part), styles)
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


def _numbering_root(part: Part) -> Element:
    """Return the numbering definitions, a part of their own added if there is none."""
    for link in part.rels.values():
        if isinstance(link.target_part, NumberingPart):
            return link.target_part.element
    data = write_part(parse_part(tag("w:numbering")))
    name, kind = PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING
    fresh = NumberingPart.load(name, kind, data, part.package)  # pyright: ignore[reportArgumentType] - any package will do
    part.relate_to(fresh, RELATIONSHIP_TYPE.NUMBERING)
    return fresh.element


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
            return NOTHING
        case _:
            assert_never(block)


def _insert(document: DocxDocument, content: Xml, manuscript: Manuscript) -> None:
    """Put the written blocks before the page section's properties, which end the body."""
    pieces = parse_pieces(content)
    part_tables(pieces, manuscript.styles)
    body = document.element.body
    section = body.find(f"{W}sectPr")
    for piece in pieces:
        section.addprevious(piece)
