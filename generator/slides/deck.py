"""Pages to a file: opens the template, adds a slide for each page, saves."""

from __future__ import annotations

import io
import uuid
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import assert_never

from pptx import Presentation
from pptx.exc import PackageNotFoundError
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.presentation import Presentation as PptxPresentation

from generator.charts.style import PALETTE
from generator.compose.storyboard import Storyboard
from generator.errors import TemplateError
from generator.inventory.deck import DeckTemplate, LayoutRole
from generator.ooxml.package import pack
from generator.slides.graphics import GraphicWriter
from generator.slides.markup import Element, add, make, name, root, to_bytes
from generator.slides.notes import add_notes, add_tree_properties, list_notes_master
from generator.slides.page import (
    ChartItem,
    GroupItem,
    Item,
    NumberItem,
    Page,
    ShapeItem,
    TableItem,
    TextItem,
)
from generator.slides.palette import choose_palette, find_text_colour
from generator.slides.paragraphs import Writer
from generator.slides.plan import plan_deck
from generator.slides.properties import write_properties
from generator.slides.shapes import add_group, add_number, add_shape, add_text, count_ids
from generator.slides.tablecells import add_table

_FIRST_SLIDE_ID = 256  # the least that `ST_SlideId` allows
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
"""Extension of `p:presentation` that holds the list of sections, since PowerPoint 2010."""

_NAMESPACE = uuid.UUID("8f0a2b52-2d0e-5d3c-9f57-3c1c1f0f6a11")
"""Root of the sections' ids, which must be alike in every build."""


def build_deck(
    storyboard: Storyboard,
    template: bytes,
    inventory: DeckTemplate,
    *,
    palette: tuple[str, ...] = PALETTE,
    minimum: Mapping[str, float] | None = None,
) -> bytes:
    """Return the .pptx that tells `storyboard` on a PowerPoint template.

    Args:
        storyboard: What the slides say.
        template: A plain .pptx, as `Package.to_bytes` writes it; its own slides are left out.
        inventory: What `template` offers, as `read_deck_template` reads it.
        palette: Theme slots of chart series, in order.
        minimum: Least sizes of text in points: `body`, `table`, `source`, `chart`; None = ours.

    Raises:
        DataError: Something is too long for a slide, at every size and however it is parted.
        TemplateError: `template` cannot be opened, or lacks a layout of the inventory.
    """
    pages = plan_deck(storyboard, inventory, minimum)
    presentation = _open(template)
    _clear(presentation)
    graphics = GraphicWriter(
        package=presentation.part.package, theme=inventory.theme, palette=palette
    )
    builder = _Builder(
        presentation=presentation, storyboard=storyboard, inventory=inventory, graphics=graphics
    )
    for number, page in enumerate(pages, start=1):
        builder.add_page(number, page)
    _list_sections(presentation, pages, storyboard.properties.title)
    notes = sum(bool(page.notes) for page in pages)
    if notes:
        list_notes_master(presentation.part)
    write_properties(presentation.part.package, storyboard.properties, len(pages), notes)
    target = io.BytesIO()
    presentation.save(target)
    return pack(target.getvalue(), storyboard.properties.issued)


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


@dataclass(kw_only=True)
class _Builder:
    """The open file that pages are added to."""

    presentation: PptxPresentation
    storyboard: Storyboard
    inventory: DeckTemplate
    graphics: GraphicWriter
    layouts: dict[str, Part] = field(init=False)
    text: str = field(init=False)

    def __post_init__(self) -> None:
        self.text = find_text_colour(self.inventory.layouts[LayoutRole.CONTENT])
        self.layouts = {
            str(layout.part.partname): layout.part
            for master in self.presentation.slide_masters
            for layout in master.slide_layouts
        }

    def add_page(self, number: int, page: Page) -> None:
        """Append `page` as slide `number`, with its notes."""
        language = self.storyboard.properties.language
        part = Part(
            PackURI(f"/ppt/slides/slide{number}.xml"),
            CONTENT_TYPE.PML_SLIDE,
            self.presentation.part.package,
        )
        part.relate_to(self._find_layout(page), RELATIONSHIP_TYPE.SLIDE_LAYOUT)
        layout = self.inventory.layouts[page.layout]
        writer = Writer(
            language=language,
            palette=choose_palette(layout, self.inventory.theme, self.text),
            resets=self.inventory.resets,
            link=lambda address: part.relate_to(
                address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
            ),
        )
        slide = root("p:sld")
        tree = add(add(slide, "p:cSld"), "p:spTree")
        add_tree_properties(tree)
        ids = count_ids()
        for item in page.items:
            self._add_item(tree, item, (ids, writer), (part, number))
        _add_mapping(slide, layout.mapping)
        part.blob = to_bytes(slide)
        if page.notes:
            add_notes(part, number, page.notes, self.presentation.part, language)
        rel_id = self.presentation.part.relate_to(part, RELATIONSHIP_TYPE.SLIDE)
        element: Element = self.presentation.element
        listed = element.get_or_add_sldIdLst()
        add(listed, "p:sldId", {"id": _FIRST_SLIDE_ID + number - 1, "r:id": rel_id})

    def _find_layout(self, page: Page) -> Part:
        info = self.inventory.layouts[page.layout]
        if info.part_name not in self.layouts:
            raise TemplateError(
                f"the template has no layout '{info.name}' ({info.part_name})",
                hint="it seems to have changed while it was read; build again",
            )
        return self.layouts[info.part_name]

    def _add_item(
        self,
        tree: Element,
        item: Item,
        pens: tuple[Iterator[int], Writer],
        place: tuple[Part, int],
    ) -> None:
        ids, writer = pens
        part, number = place
        match item:
            case TextItem():
                add_text(tree, item, ids, writer)
            case NumberItem():
                add_number(tree, item, ids, writer.language, number)
            case ShapeItem():
                add_shape(tree, item, ids, writer.palette)
            case GroupItem():
                add_group(tree, item, ids, writer)
            case TableItem():
                add_table(tree, item, ids, writer)
            case ChartItem():
                self.graphics.add_chart(tree, item, (ids, writer.palette), part)
            case _:
                assert_never(item)


def _add_mapping(slide: Element, mapping: Mapping[str, str]) -> None:
    """Append `p:clrMapOvr`: a slide does not take a colour map of its own from its layout.

    `CT_ColorMappingOverride` in dml-main.xsd. PowerPoint writes the layout's into each new slide.
    """
    override = add(slide, "p:clrMapOvr")
    if mapping:
        add(override, "a:overrideClrMapping", mapping)
    else:
        add(override, "a:masterClrMapping")


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
