"""The report as a whole: on a template that was cleared, or in the text of one that is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from generator.charts.style import PALETTE
from generator.compose.report import Report
from generator.compose.slots import Slot
from generator.inventory.report import WordTemplate
from generator.ooxml.package import pack
from generator.word.assembly import open_template, save_with
from generator.word.counters import HeadingCounter
from generator.word.defaults import trim_defaults
from generator.word.flow import write_flow
from generator.word.furniture import fill_furniture, find_furniture
from generator.word.kept import KeptTemplate, build_kept
from generator.word.manuscript import Story
from generator.word.markup import W, join
from generator.word.notes import SEPARATORS, add_footnotes
from generator.word.numbering import Numbering
from generator.word.outline import Outline, plan_outline
from generator.word.pagesection import settle_section
from generator.word.properties import set_language, set_properties, set_settings
from generator.word.setup import start_manuscript
from generator.word.stylesheet import Stylesheet


def build_report(  # noqa: PLR0913 - the report and template, and what may be asked beside them
    report: Report,
    template: bytes,
    inventory: WordTemplate,
    *,
    palette: tuple[str, ...] = PALETTE,
    slots: Sequence[Slot] | None = None,
    kept_properties: frozenset[str] = frozenset(),
) -> bytes:
    """Return the .docx of `report` on a Word template.

    Args:
        report: What is said, block by block.
        template: A plain .docx, as `Package.to_bytes` writes it; its text is replaced, its styles,
            headers and footers are kept.
        inventory: What `template` offers, as read by `generator.inventory`.
        palette: Theme slots of chart series, in order.
        slots: Places in the template's own text, in its order, which is then kept; the blocks of
            `report` are those that `compose_placed_report` makes for them.
        kept_properties: Local names of document properties that stay as the template has them.

    Raises:
        DataError: A reference or citation leads nowhere, or a text cannot be written.
        TagsError: Slots stand where what they ask for cannot: all of them.
        TemplateError: The template cannot be opened.
    """
    if slots is not None:
        kept = KeptTemplate(
            data=template, inventory=inventory, palette=palette, properties=kept_properties
        )
        return build_kept(report, slots, kept)
    document = open_template(template)
    language = report.properties.language
    trim_defaults(document.styles.element)
    set_language(document, language)
    section = document.element.find(f"{W}body/{W}sectPr")
    settle_section(section, inventory.page, language)
    furniture = [part.element for part in find_furniture(document.part)]
    manuscript = start_manuscript(document, report, inventory, partial(_plan, report), furniture)
    manuscript = replace(manuscript, charts=replace(manuscript.charts, palette=palette))
    story = Story(manuscript=manuscript, part=document.part)
    content = join(write_flow(story, range(len(report.blocks))))
    has_footnotes = add_footnotes(manuscript)
    fill_furniture(document, manuscript)
    set_properties(document, report.properties, kept_properties)
    set_settings(document, SEPARATORS.values() if has_footnotes else ())
    return pack(save_with(document, content, manuscript.styles), report.properties.issued)


def _plan(report: Report, _: Stylesheet, numbering: Numbering) -> Outline:
    return plan_outline(report, HeadingCounter(numbering).number_next)
