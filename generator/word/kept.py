"""A report in the text of a template that is kept: each mark replaced by what its slot names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate

from docx.document import Document as DocxDocument
from docx.opc.constants import RELATIONSHIP_TYPE

from generator.compose.report import Report
from generator.compose.slots import Slot, SlotKind
from generator.errors import TagsError
from generator.inventory.report import WordTemplate
from generator.ooxml.package import pack
from generator.word.assembly import open_document, save_document
from generator.word.counters import HeadingCounter
from generator.word.furniture import fill_kept, find_furniture
from generator.word.manuscript import Manuscript
from generator.word.markup import Element, W, Xml, read_part
from generator.word.notes import append_footnotes, find_own_notes
from generator.word.numbering import Numbering
from generator.word.outline import Outline, plan_outline
from generator.word.owncontents import find_contents, take_contents
from generator.word.ownheadings import (
    FoundHeading,
    HeadingReader,
    find_free_bookmark,
    mark_headings,
)
from generator.word.ownnumbers import number_exhibits
from generator.word.placing import Placing
from generator.word.properties import set_language, set_properties, set_settings
from generator.word.refusing import find_misplaced
from generator.word.setup import start_manuscript
from generator.word.splicing import put_placeholder, splice
from generator.word.spots import MarkSpot, find_spots, free_controls
from generator.word.stylesheet import Stylesheet

_NOTES = frozenset(
    {RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES, RELATIONSHIP_TYPE.COMMENTS}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptTemplate:
    """A template whose own text is kept.

    Attributes:
        data: The .docx, its tags rendered, with marks where slots are.
        inventory: What it offers.
        palette: Theme slots of chart series, in order.
        properties: Local names of the document properties that stay as they are.
    """

    data: bytes
    inventory: WordTemplate
    palette: tuple[str, ...]
    properties: frozenset[str]


def build_kept(report: Report, slots: Sequence[Slot], template: KeptTemplate) -> bytes:
    """Return the .docx of a template with the marks in its text replaced.

    Args:
        report: As `compose_placed_report` makes it for `slots`.
        slots: In the order of the document.
        template: Whose text is kept.

    Raises:
        DataError: A reference or citation leads nowhere, or a text cannot be written.
        TagsError: Slots stand where what they ask for cannot: all of them.
        TemplateError: The template cannot be opened.
    """
    document = open_document(template.data)
    set_language(document, report.properties.language)
    body = document.element.find(f"{W}body")
    report = number_exhibits(report, body, _list_places(report, slots))
    planned = _Planned(report=report, slots=tuple(slots), body=body)
    roots = list(_list_roots(document))
    manuscript = start_manuscript(
        document, report, template.inventory, partial(planned.plan, roots), roots
    )
    first_note, separators = find_own_notes(document.part)
    manuscript = replace(
        manuscript,
        charts=replace(manuscript.charts, palette=template.palette),
        first_note=first_note,
    )
    contents = _write_all(document, planned, manuscript)
    has_footnotes = append_footnotes(manuscript)
    fill_kept(document, manuscript)
    set_properties(document, report.properties, template.properties)
    set_settings(
        document,
        separators if has_footnotes else (),
        has_endnotes=any(
            link.reltype == RELATIONSHIP_TYPE.ENDNOTES for link in document.part.rels.values()
        ),
    )
    data = splice(document.element, contents)
    return pack(save_document(document, data), report.properties.issued)


def _list_roots(document: DocxDocument) -> Iterator[Element]:
    """Yield the roots of the parts whose ids are in use."""
    yield document.element
    for part in find_furniture(document.part):
        yield part.element
    for link in document.part.rels.values():
        if link.reltype in _NOTES:
            yield read_part(link.target_part.blob)


def _list_places(report: Report, slots: Sequence[Slot]) -> dict[int, range]:
    """Return the indices of the blocks of each slot, by its number."""
    ends = tuple(accumulate(report.groups))
    counted = zip(slots, report.groups, ends, strict=True)
    return {slot.number: range(end - count, end) for slot, count, end in counted}


class _Planned:
    """What is known of the slots and of the template's own headings."""

    def __init__(self, *, report: Report, slots: tuple[Slot, ...], body: Element) -> None:
        self.report = report
        self.slots = {slot.number: slot for slot in slots}
        self.places = _list_places(report, slots)
        self.headings: list[FoundHeading] = []
        self.body = body

    def plan(self, roots: list[Element], styles: Stylesheet, numbering: Numbering) -> Outline:
        """Return the outline of our headings and those of the template's text."""
        counter = HeadingCounter(numbering)
        # One bookmark for each of our blocks, and one for each line that may be a heading.
        needed = len(self.report.blocks) + sum(1 for _ in self.body.iter(f"{W}p"))
        first_bookmark = find_free_bookmark(roots, needed)
        reader = HeadingReader(
            report=self.report,
            slots=self.slots,
            ends={
                number: places.stop
                for number, places in self.places.items()
                if self.slots[number].kind is not SlotKind.TEXT
            },
            styles=styles,
            numbering=numbering,
            counter=counter,
            free_bookmark=first_bookmark,
        )
        self.headings = list(reader.read(self.body))
        own = [found.heading for found in self.headings]
        return plan_outline(self.report, counter.number_next, own, first_bookmark)


def _write_all(document: DocxDocument, planned: _Planned, manuscript: Manuscript) -> dict[int, Xml]:
    """Return what takes the place of each placeholder, and put these into the text."""
    ground = manuscript.template.page.ground
    spots = find_spots(document, planned.slots, manuscript.styles, ground)
    own_contents = find_contents(planned.body)
    placing = Placing(
        manuscript=manuscript,
        places=planned.places,
        has_contents=bool(own_contents),
    )
    _refuse(placing, spots)
    free_controls(spots.values())
    mark_headings(planned.headings, manuscript.bookmark_ids)
    written = {number: placing.write(spot) for number, spot in spots.items()}
    for number, spot in spots.items():
        put_placeholder(spot.target, number)
    for number, found in enumerate(own_contents, max(written, default=0) + 1):
        taken = take_contents(found, manuscript)
        if taken is not None:
            line, written[number] = taken
            put_placeholder(line, number)
    return written


def _refuse(placing: Placing, spots: dict[int, MarkSpot]) -> None:
    """Refuse slots that stand where what they ask for cannot.

    Raises:
        TagsError: All of them.
    """
    errors = [
        error
        for spot in spots.values()
        for error in find_misplaced(spot, tuple(placing.list_blocks(spot).values()))
    ]
    if errors:
        raise TagsError(errors)
