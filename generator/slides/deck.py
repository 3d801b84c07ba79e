"""Pages to a file: opens the template, adds a slide for each page, saves."""

from __future__ import annotations

import io
import uuid
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from pptx import Presentation
from pptx.exc import PackageNotFoundError
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.presentation import Presentation as PptxPresentation

from generator.charts.style import PALETTE
from generator.compose.slots import Slot
from generator.compose.storyboard import Storyboard
from generator.errors import TemplateError
from generator.inventory.deck import DeckTemplate
from generator.ooxml.package import pack
from generator.slides.graphics import GraphicWriter
from generator.slides.marks import Faults
from generator.slides.markup import Element, add, make, name, to_bytes
from generator.slides.notes import list_notes_master
from generator.slides.page import Page
from generator.slides.plan import plan_slides
from generator.slides.properties import Counts, write_properties
from generator.slides.writing import PageWriter

_FIRST_SLIDE_ID = 256  # the least that `ST_SlideId` allows
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
"""Extension of `p:presentation` that holds the list of sections, since PowerPoint 2010."""

_NAMESPACE = uuid.UUID("8f0a2b52-2d0e-5d3c-9f57-3c1c1f0f6a11")
"""Root of the sections' ids, which must be alike in every build."""


def build_deck(  # noqa: PLR0913 - what a template asks for is told by name
    storyboard: Storyboard,
    template: bytes,
    inventory: DeckTemplate,
    *,
    palette: tuple[str, ...] = PALETTE,
    minimum: Mapping[str, float] | None = None,
    slots: Sequence[Slot] | None = None,
    kept_properties: frozenset[str] = frozenset(),
) -> bytes:
    """Return the .pptx that tells `storyboard` on a PowerPoint template.

    Args:
        storyboard: What the slides say; with `slots`, of `compose_placed_storyboard`.
        template: A plain .pptx, as `Package.to_bytes` writes it.
        inventory: What `template` offers, as `read_deck_template` reads it.
        palette: Theme slots of chart series, in order.
        minimum: Least sizes of text in points: `body`, `table`, `source`, `chart`; None = ours.
        slots: What to put in the place of the marks on the template's own slides, which are kept;
            None leaves these slides out.
        kept_properties: Properties of the file to leave as the template has them, by the names of
            their elements: `title`, `creator`, `Company`, …

    Raises:
        DataError: Something is too long for a slide, at every size and however it is parted.
        TemplateError: `template` cannot be opened, or lacks a layout of the inventory; a
            `TagsError` with every slot that cannot be filled where its mark stands.
    """
    plan = plan_slides(storyboard, inventory, minimum)
    presentation = _open(template)
    graphics = GraphicWriter(
        package=presentation.part.package, theme=inventory.theme, palette=palette
    )
    writer = PageWriter(
        presentation=presentation, storyboard=storyboard, inventory=inventory, graphics=graphics
    )
    if slots is None:
        counts = _add_slides(writer, [page for pages in plan.pages for page in pages])
        return pack(_save(writer, counts, kept_properties), storyboard.properties.issued)
    from generator.slides.kept import Filling, list_slides  # loads the tag engine

    listing = Filling(writer=writer, faults=Faults(slots=slots), plan=plan).fill()
    data = list_slides(_save(writer, listing.counts, kept_properties), listing)
    return pack(data, storyboard.properties.issued)


def _save(writer: PageWriter, counts: Counts, kept_properties: frozenset[str]) -> bytes:
    """Return the file of the open deck, its properties written."""
    presentation = writer.presentation
    if counts.notes:
        list_notes_master(presentation.part)
    properties = writer.storyboard.properties
    write_properties(presentation.part.package, properties, counts, kept_properties)
    target = io.BytesIO()
    presentation.save(target)
    return target.getvalue()


def _add_slides(writer: PageWriter, pages: Sequence[Page]) -> Counts:
    """Put `pages` in the place of all slides of the template, and count them."""
    presentation = writer.presentation
    _clear(presentation)
    for number, page in enumerate(pages, start=1):
        _add_page(presentation, page, writer, number)
    _list_sections(presentation, pages, writer.storyboard.properties.title)
    return Counts(slides=len(pages), notes=sum(bool(page.notes) for page in pages))


def _open(template: bytes) -> PptxPresentation:
    try:
        return Presentation(io.BytesIO(template))
    except (
        KeyError,
        ValueError,
        OSError,
        zipfile.BadZipFile,
        PackageNotFoundError,
        SyntaxError,
    ) as error:
        raise TemplateError(
            "the PowerPoint template cannot be opened",
            hint="open it in PowerPoint and save it as .pptx",
        ) from error


def _clear(presentation: PptxPresentation) -> None:
    """Take out the template's own slides with their parts, sections and custom shows."""
    element: Element = presentation.element
    part = presentation.part
    for slide in element.findall(f".//{name('p:sldId')}"):
        parent = slide.getparent()
        if parent is not None:
            parent.remove(slide)
    for key, link in list(part.rels.items()):
        if link.reltype == RELATIONSHIP_TYPE.SLIDE:
            part.rels.pop(key)
    shows = element.find(name("p:custShowLst"))
    if shows is not None:
        element.remove(shows)
    for extension in element.findall(f"{name('p:extLst')}/{name('p:ext')}"):
        extensions = extension.getparent()
        if extension.get("uri") == _SECTIONS and extensions is not None:
            extensions.remove(extension)


def _add_page(presentation: PptxPresentation, page: Page, writer: PageWriter, number: int) -> None:
    """Append `page` as slide `number`, with its notes."""
    part = Part(
        PackURI(f"/ppt/slides/slide{number}.xml"),
        CONTENT_TYPE.PML_SLIDE,
        presentation.part.package,
    )
    part.blob = to_bytes(writer.write_page(page, part, number, number))
    rel_id = presentation.part.relate_to(part, RELATIONSHIP_TYPE.SLIDE)
    element: Element = presentation.element
    listed = element.get_or_add_sldIdLst()
    add(listed, "p:sldId", {"id": _FIRST_SLIDE_ID + number - 1, "r:id": rel_id})


def _list_sections(presentation: PptxPresentation, pages: Sequence[Page], title: str) -> None:
    """Write the list of sections (`p14:sectionLst`), by which PowerPoint groups the slides."""
    named = _name_sections(pages, title)
    element: Element = presentation.element
    extensions = element.find(name("p:extLst"))
    if extensions is None:
        extensions = add(element, "p:extLst")
    extension = make("p:ext", {"uri": _SECTIONS})
    extensions.insert(0, extension)
    listed = add(extension, "p14:sectionLst")
    groups = groupby(enumerate(named), key=lambda pair: pair[1])
    for index, (section, members) in enumerate(groups):
        guid = str(uuid.uuid5(_NAMESPACE, f"{index}:{section}")).upper()
        entry = add(listed, "p14:section", {"name": section, "id": f"{{{guid}}}"})
        slides = add(entry, "p14:sldIdLst")
        for position, _ in members:
            add(slides, "p14:sldId", {"id": _FIRST_SLIDE_ID + position})


def _name_sections(pages: Sequence[Page], title: str) -> Iterator[str]:
    """Yield the section of each page; a page without one stays with those before it."""
    current = title
    for page in pages:
        current = page.section or current
        yield current
