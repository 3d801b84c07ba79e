"""A template's own slides kept: its marks replaced by slides, charts and tables."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, count, pairwise
from pathlib import Path

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.package import Package as PptxPackage

from generator.compose.slots import SlotKind
from generator.errors import TemplateError
from generator.ooxml.opc import Package, parse_package
from generator.ooxml.tags.slidecopies import Slide
from generator.ooxml.tags.slidejumps import mend_jumps
from generator.ooxml.tags.slidelist import write_slide_list
from generator.slides.carriers import carry_over, check_carrier
from generator.slides.graphics import CHART_PARTS
from generator.slides.marks import (
    Faults,
    Mark,
    find_marks,
    list_slide_parts,
    read_root,
    suggest_room,
)
from generator.slides.markup import name, to_bytes
from generator.slides.page import Item, Page
from generator.slides.placed import Spot, plan_exhibit
from generator.slides.plan import DeckPlan
from generator.slides.properties import Counts
from generator.slides.replacing import replace_shape
from generator.slides.spots import find_spot
from generator.slides.writing import PageWriter

_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_CARRIED = (SlotKind.BODY, SlotKind.SECTION)
_SHOWN = (SlotKind.CHART, SlotKind.TABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The slides of the template, and what came of them.

    Attributes:
        before: Names of the parts of the template's slides, in order.
        slides: The slides of the deck.
        counts: What the deck holds.
    """

    before: tuple[str, ...]
    slides: tuple[Slide, ...]
    counts: Counts


@dataclass(slots=True, kw_only=True)
class Filling:
    """Fills the marks of an open deck.

    Attributes:
        writer: Of the open deck.
        faults: The slots, and what is wrong with them.
        plan: What the slides of the storyboard come out as.
    """

    writer: PageWriter
    faults: Faults
    plan: DeckPlan
    _numbers: Iterator[int] = field(init=False)

    def __post_init__(self) -> None:
        package = self.writer.presentation.part.package
        self._numbers = count_free(package, ("slides/slide", "notesSlides/notesSlide"))
        self.writer.graphics.numbers = count_free(package, CHART_PARTS)

    def fill(self) -> Listing:
        """Replace all marks, and return which slides the deck has now.

        Raises:
            TagsError: Slots cannot be filled where their tags stand; all of them are told.
        """
        marks = find_marks(self.writer.presentation, self.faults)
        shown = list(self._plan_exhibits(marks))
        carriers = {
            str(mark.slide.partname): mark
            for mark in marks
            if self.faults.slots[mark.index].kind in _CARRIED
        }
        for mark in carriers.values():
            check_carrier(mark, self.faults)
        self.faults.check()
        for mark, items, spot in shown:
            replace_shape(mark, items, spot, self.writer)
        return self._replace_carriers(carriers)

    def _plan_exhibits(
        self, marks: Sequence[Mark]
    ) -> Iterator[tuple[Mark, tuple[Item, ...], Spot]]:
        """Yield what stands in each shape; notes what does not fit."""
        for mark in marks:
            slot = self.faults.slots[mark.index]
            exhibit = self.writer.storyboard.exhibits[mark.index]
            if slot.kind not in _SHOWN or exhibit is None:
                continue
            spot = find_spot(mark, slot, self.writer.inventory)
            if spot is None:
                message = "nothing says where this shape stands and how large it is"
                self.faults.report(mark.index, message, suggest_room(slot))
                continue
            try:
                yield mark, plan_exhibit(exhibit, spot, self.plan), spot
            except TemplateError as error:
                self.faults.note(mark.index, error)

    def _replace_carriers(self, carriers: dict[str, Mark]) -> Listing:
        """Write the slides of all bodies and sections, in the order of the show."""
        groups = self._group_pages()
        before = list_slide_parts(self.writer.presentation)
        slides: list[Slide] = []
        notes = hidden = 0
        for carrier in before:
            mark = carriers.get(str(carrier.partname))
            is_hidden = _is_hidden(carrier)
            written = [carrier]
            if mark is not None:
                written = list(self._write_pages(carrier, groups[mark.index], len(slides) + 1))
            slides += [Slide(source=_name(carrier), name=_name(part)) for part in written]
            notes += sum(map(_has_notes, written))
            hidden += is_hidden * len(written)
        return Listing(
            before=tuple(map(_name, before)),
            slides=tuple(slides),
            counts=Counts(slides=len(slides), notes=notes, hidden=hidden),
        )

    def _write_pages(self, carrier: Part, pages: Sequence[Page], number: int) -> Iterator[Part]:
        """Yield the parts of the slides that take the place of `carrier`, the first its own.

        So what leads to the carrier, from a custom show or another slide, leads to the first.
        """
        package = self.writer.presentation.part.package
        old = read_root(carrier)
        for key in list(carrier.rels):
            carrier.rels.pop(key)
        for offset, page in enumerate(pages):
            free = next(self._numbers)
            part = carrier
            if offset:
                place = PackURI(f"/ppt/slides/slide{free}.xml")
                part = Part(place, CONTENT_TYPE.PML_SLIDE, package)
                self.writer.presentation.part.relate_to(part, RELATIONSHIP_TYPE.SLIDE)
            slide = self.writer.write_page(page, part, number + offset, free)
            carry_over(old, slide, is_first=part is carrier)
            if part is carrier:
                part._element = parse_xml(to_bytes(slide))  # noqa: SLF001  # pyright: ignore[reportAttributeAccessIssue]
            else:
                part.blob = to_bytes(slide)
            yield part

    def _group_pages(self) -> list[tuple[Page, ...]]:
        """Return the pages of each slot."""
        ends = accumulate(self.writer.storyboard.groups, initial=0)
        return [
            tuple(page for part in self.plan.pages[start:end] for page in part)
            for start, end in pairwise(ends)
        ]


def count_free(package: PptxPackage, stems: Sequence[str]) -> Iterator[int]:
    """Yield numbers that no part of `package` has behind any of `stems`, such as `charts/chart`."""
    taken = {str(part.partname).lower().rpartition(".")[0] for part in package.iter_parts()}
    return (
        number
        for number in count(1)
        if not any(f"/ppt/{stem}{number}".lower() in taken for stem in stems)
    )


def _is_hidden(slide: Part) -> bool:
    return read_root(slide).get("show") in {"0", "false"}


def _has_notes(slide: Part) -> bool:
    return any(link.reltype == RELATIONSHIP_TYPE.NOTES_SLIDE for link in slide.rels.values())


def _name(part: Part) -> str:
    return str(part.partname).lstrip("/")


def list_slides(data: bytes, listing: Listing) -> bytes:
    """Return the file `data` with all its slides listed: in the show, its sections, custom shows.

    New slides join what their carrier was in. Of a carrier that nothing came of, links and zooms
    that led to it are taken out.

    Args:
        data: The file, whose list is still that of the template.
        listing: What came of it.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {entry: archive.read(entry) for entry in archive.namelist()}
    package = parse_package(files, Path("deck.pptx"))
    package.main = package.find_part("officeDocument", wanted="a presentation")
    firsts = {slide.source: slide for slide in reversed(listing.slides)}
    gone = [source for source in listing.before if source not in firsts]
    if gone:
        _drop_zooms(package, gone, listing)
        mend_jumps(
            package, listing.before, [firsts[one] for one in listing.before if one in firsts]
        )
    write_slide_list(package, listing.before, listing.slides)
    return package.to_bytes()


def _drop_zooms(package: Package, gone: Sequence[str], listing: Listing) -> None:
    """Take out the zooms (`pslz:sldZmObj`) to slides that are gone; they go by the slide's id."""
    ids = {link.id: link.target for link in package.find_links(package.main)}
    listed = package.read_xml(package.main).iter(name("p:sldId"))
    lost = {entry.get("id") for entry in listed if ids.get(entry.get(name("r:id"))) in gone}
    for slide in dict.fromkeys(one.name for one in listing.slides):
        if b"sldZmObj" not in package.parts[slide]:
            continue
        root = package.read_xml(slide)
        for zoom in [each for each in root.iter("{*}sldZmObj") if each.get("sldId") in lost]:
            around = next(zoom.iterancestors(_ALTERNATE), None)
            if around is not None:
                around.getparent().remove(around)
        package.write_xml(slide, root)
