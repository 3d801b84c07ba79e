"""Charts on slides: a native chart part with its workbook, or a picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.package import Package

from generator.brief.exhibits import Render
from generator.charts import (
    ChartStyle,
    PanelPlace,
    draw_picture,
    make_native_chart,
    place_panels,
)
from generator.inventory.deck import ThemeInfo
from generator.ooxml.contrast import contrast
from generator.slides.markup import NAMESPACES, Element, add, add_place
from generator.slides.page import ChartItem
from generator.slides.palette import Palette
from generator.slides.shapes import add_properties
from generator.units import Box, Emu

_CHART_URI = NAMESPACES["c"]
_SEEN = 2.0
"""Contrast to the ground from which a colour can show what matters."""

CHART_PARTS = ("charts/chart", "embeddings/Microsoft_Excel_Sheet", "media/chart")
"""What the names of a chart's parts begin with, before its number."""

_SVG = "image/svg+xml"
_SVG_BLIP = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""Extension of `a:blip` with the vector form of a picture, which Office shows since 2016."""


def _take_part(item: ChartItem, part: PanelPlace) -> ChartItem:
    """Return one of the charts that `item` is made of; itself, if it is one chart alone."""
    if part.plot is item.panel.plot:
        return item
    box = item.box
    heading = part.plot.heading
    return replace(
        item,
        name=f"{item.name}: {heading}",
        box=Box(Emu(box.left + part.left), Emu(box.top + part.top), *part.size),
        panel=replace(item.panel, plot=part.plot),
        alt=f"{heading}. {part.plot.alt}",
    )


def _put_faint_last(palette: tuple[str, ...], slots: Mapping[str, str]) -> tuple[str, ...]:
    """Return the slots of series with those at the end that can hardly be seen on the ground."""
    ground = slots.get("lt1", "")
    if not ground:
        return palette
    return tuple(
        sorted(palette, key=lambda slot: contrast(slots.get(slot, ground), ground) < _SEEN)
    )


@dataclass(kw_only=True)
class GraphicWriter:
    """Adds charts to the slides of one file, and counts their parts.

    Attributes:
        package: Changed in place.
        theme: Colours and fonts for pictures; native charts name the theme's slots.
        palette: Slots of series, in order.
    """

    package: Package
    theme: ThemeInfo
    palette: tuple[str, ...]
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def add_chart(
        self, tree: Element, item: ChartItem, pens: tuple[Iterator[int], Palette], slide: Part
    ) -> None:
        """Append the chart of `item` to `tree`, and its parts to the file.

        Args:
            tree: `p:spTree` of the slide.
            item: The chart.
            pens: Ids of shapes, and the colours of the slide.
            slide: Its part, which gets the relationships.
        """
        ids, colours = pens
        style = self._plan_style(item, colours)
        if item.panel.render is Render.PICTURE:
            self._add_picture(tree, item, (ids, style), slide)
            return
        for part in place_panels(item.panel.plot, item.box.size):
            self._add_native(tree, _take_part(item, part), (ids, style), slide)

    def _plan_style(self, item: ChartItem, colours: Palette) -> ChartStyle:
        """Return the look of the chart of `item`, as theme and layout have it."""
        return ChartStyle(
            text_pt=item.text_pt,
            font=self.theme.minor or "Calibri",
            colours=colours.chart_slots or self.theme.colours,
            palette=_put_faint_last(self.palette, colours.chart_slots),
            east_asian_font=self.theme.minor_east_asian,
        )

    def _add_native(
        self, tree: Element, item: ChartItem, pens: tuple[Iterator[int], ChartStyle], slide: Part
    ) -> None:
        ids, style = pens
        number = next(self.numbers)
        native = make_native_chart(item.panel.plot, style, item.box.size)
        chart = Part(
            PackURI(f"/ppt/charts/chart{number}.xml"),
            CONTENT_TYPE.DML_CHART,
            self.package,
            native.xml,
        )
        workbook = Part(
            PackURI(f"/ppt/embeddings/Microsoft_Excel_Sheet{number}.xlsx"),
            CONTENT_TYPE.SML_SHEET,
            self.package,
            native.workbook,
        )
        chart.relate_to(workbook, RELATIONSHIP_TYPE.PACKAGE)
        rel_id = slide.relate_to(chart, RELATIONSHIP_TYPE.CHART)
        frame = add(tree, "p:graphicFrame")
        head = add(frame, "p:nvGraphicFramePr")
        add_properties(head, ids, item.name, item.alt)
        add(add(head, "p:cNvGraphicFramePr"), "a:graphicFrameLocks", {"noGrp": "1"})
        add(head, "p:nvPr")
        add_place(frame, item.box, "p:xfrm")
        data = add(add(frame, "a:graphic"), "a:graphicData", {"uri": _CHART_URI})
        add(data, "c:chart", {"r:id": rel_id})

    def _add_picture(
        self, tree: Element, item: ChartItem, pens: tuple[Iterator[int], ChartStyle], slide: Part
    ) -> None:
        """Add the chart as vectors, with pixels for programs that show none."""
        ids, style = pens
        number = next(self.numbers)
        drawn = draw_picture(item.panel.plot, style, item.box.size)
        png = self._add_image(slide, f"chart{number}.png", CONTENT_TYPE.PNG, drawn.png)
        svg = self._add_image(slide, f"chart{number}.svg", _SVG, drawn.svg)
        picture = add(tree, "p:pic")
        head = add(picture, "p:nvPicPr")
        add_properties(head, ids, item.name, item.alt)
        add(add(head, "p:cNvPicPr"), "a:picLocks", {"noChangeAspect": "1"})
        add(head, "p:nvPr")
        fill = add(picture, "p:blipFill")
        blip = add(fill, "a:blip", {"r:embed": png})
        extension = add(add(blip, "a:extLst"), "a:ext", {"uri": _SVG_BLIP})
        add(extension, "asvg:svgBlip", {"r:embed": svg})
        add(add(fill, "a:stretch"), "a:fillRect")
        look = add(picture, "p:spPr")
        add_place(look, item.box)
        add(add(look, "a:prstGeom", {"prst": "rect"}), "a:avLst")

    def _add_image(self, slide: Part, name: str, content_type: str, data: bytes) -> str:
        """Add a picture's part, and return the id of the slide's relationship to it."""
        image = Part(PackURI(f"/ppt/media/{name}"), content_type, self.package, data)
        return slide.relate_to(image, RELATIONSHIP_TYPE.IMAGE)
