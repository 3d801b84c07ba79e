"""Pages to slide parts: each item drawn, the layout and the notes related."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import assert_never

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.presentation import Presentation as PptxPresentation

from generator.compose.storyboard import Storyboard
from generator.errors import TemplateError
from generator.inventory.deck import DeckTemplate, LayoutRole
from generator.slides.graphics import GraphicWriter
from generator.slides.markup import Element, add, root
from generator.slides.notes import add_notes, add_tree_properties
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
from generator.slides.palette import Palette, choose_palette, find_text_colour
from generator.slides.paragraphs import Writer
from generator.slides.shapes import add_group, add_number, add_shape, add_text, count_ids
from generator.slides.tablecells import add_table


@dataclass(kw_only=True)
class PageWriter:
    """Writes the slides of an open file.

    Attributes:
        presentation: The file; its parts get relationships.
        storyboard: Tells language and properties.
        text: RGB of the running text of content slides.
    """

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

    def write_page(self, page: Page, part: Part, number: int, notes: int) -> Element:
        """Return the root of the slide (`CT_Slide`, pml.xsd) that `page` becomes.

        Args:
            page: What to write.
            part: The slide's part, which gets the relationships.
            number: What the slide's number shows until it is counted.
            notes: Number in the name of its notes' part.
        """
        part.relate_to(self._find_layout(page), RELATIONSHIP_TYPE.SLIDE_LAYOUT)
        layout = self.inventory.layouts[page.layout]
        writer = self.open_writer(part, choose_palette(layout, self.inventory.theme, self.text))
        slide = root("p:sld")
        tree = add(add(slide, "p:cSld"), "p:spTree")
        add_tree_properties(tree)
        ids = count_ids()
        for item in page.items:
            self.add_item(tree, item, (ids, writer), (part, number))
        _add_mapping(slide, layout.mapping)
        if page.notes:
            language = self.storyboard.properties.language
            add_notes(part, notes, page.notes, self.presentation.part, language)
        return slide

    def open_writer(self, part: Part, palette: Palette) -> Writer:
        """Return what writes texts on the slide `part`, in the colours of `palette`."""
        return Writer(
            language=self.storyboard.properties.language,
            palette=palette,
            resets=self.inventory.resets,
            link=lambda address: part.relate_to(
                address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
            ),
        )

    def _find_layout(self, page: Page) -> Part:
        info = self.inventory.layouts[page.layout]
        if info.part_name not in self.layouts:
            raise TemplateError(
                f"the template has no layout '{info.name}' ({info.part_name})",
                hint="it seems to have changed while it was read; build again",
            )
        return self.layouts[info.part_name]

    def add_item(
        self,
        tree: Element,
        item: Item,
        pens: tuple[Iterator[int], Writer],
        place: tuple[Part, int],
    ) -> None:
        """Append `item` to `tree`.

        Args:
            tree: `p:spTree` of the slide.
            item: What to draw.
            pens: Ids of shapes, and what writes the texts.
            place: The slide's part, which gets relationships, and its number.
        """
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
