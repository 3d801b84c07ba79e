"""The deck template as a package: presentation, master, layouts, notes master, table style."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from generator.starter.brand import Brand, TaggedText
from generator.starter.deck_holes import (
    BODY_PROMPT,
    LayoutSpec,
    plan_bar,
    plan_furniture,
    plan_rule,
    plan_title,
)
from generator.starter.deck_layouts import plan_layouts
from generator.starter.deck_look import BODY_BOTTOM, LEFT, DeckLook, plan_deck_look, plan_plate
from generator.starter.deck_notes import write_notes_master
from generator.starter.deck_shapes import (
    Hole,
    Level,
    write_drawn,
    write_hole,
    write_level,
    write_picture,
)
from generator.starter.deck_tables import write_table_styles
from generator.starter.logos import write_media
from generator.starter.markup import SLIDE_NAMESPACES, document, tag
from generator.starter.memo_chart import plan_chart_parts
from generator.starter.memo_slides import SLIDE, plan_slides
from generator.starter.package import Part, Relationship, relate
from generator.starter.properties import write_core_properties, write_extended_properties
from generator.starter.theme import Shade, slide_colour, write_theme
from generator.units import Box, Emu

SLIDEML = "application/vnd.openxmlformats-officedocument.presentationml"
THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
MASTER_ID = 2_147_483_648
"""The lowest id of a master or layout, `ST_SlideMasterId` (pml.xsd)."""

_SLIDE_ID, _FIRST_SLIDE = 256, 7
"""The lowest id of a slide, `ST_SlideId` (pml.xsd), and the number of its relationship."""

_CHART_PT = 14

COLOUR_MAP = {
    "bg1": "lt1",
    "tx1": "dk1",
    "bg2": "lt2",
    "tx2": "dk2",
    "accent1": "accent1",
    "accent2": "accent2",
    "accent3": "accent3",
    "accent4": "accent4",
    "accent5": "accent5",
    "accent6": "accent6",
    "hlink": "hlink",
    "folHlink": "folHlink",
}


def plan_deck_parts(brand: Brand) -> tuple[Part, ...]:
    """Return all parts of the deck template."""
    brand = replace(brand, colours=brand.slide_colours)
    look = plan_deck_look(brand)
    master = _plan_master(look)
    layouts = plan_layouts(look)
    media = _plan_media((master, *layouts))
    slides = _plan_slides(layouts, look)
    return (
        _presentation(look, sum(part.content_type == SLIDE for part in slides)),
        _master(master, len(layouts), look, media),
        *(_layout(layout, number, look, media) for number, layout in enumerate(layouts, 1)),
        *slides,
        *media.values(),
        Part(name="ppt/theme/theme1.xml", content_type=THEME, data=write_theme(brand)),
        Part(
            name="ppt/notesMasters/notesMaster1.xml",
            content_type=f"{SLIDEML}.notesMaster+xml",
            data=write_notes_master(brand, COLOUR_MAP),
            relationships=(relate("theme", "../theme/theme2.xml", 1),),
        ),
        Part(name="ppt/theme/theme2.xml", content_type=THEME, data=write_theme(brand)),
        _settings_part("presProps", "p:presentationPr"),
        _settings_part("viewProps", "p:viewPr"),
        Part(
            name="ppt/tableStyles.xml",
            content_type=f"{SLIDEML}.tableStyles+xml",
            data=write_table_styles(look.shades),
        ),
        write_core_properties(f"{brand.name}: deck template", brand.language),
        write_extended_properties(),
    )


def _plan_slides(layouts: tuple[LayoutSpec, ...], look: DeckLook) -> tuple[Part, ...]:
    """Return the slides that the template has of its own, and what belongs to them."""
    if look.brand.tags is not TaggedText.MEMO:
        return ()
    return (*plan_slides(layouts, look), *plan_chart_parts("ppt", _CHART_PT, look.brand.language))


_Media = dict[bytes, Part]
"""Content of a picture → its part."""


def _plan_media(specs: tuple[LayoutSpec, ...]) -> _Media:
    """Return a part for each picture; one that stands on several layouts is stored once."""
    media: _Media = {}
    for spec in specs:
        for drawn in spec.pictures:
            number = len(media) + 1
            media.setdefault(drawn.picture.data, write_media("ppt", f"logo{number}", drawn.picture))
    return media


def _settings_part(name: str, root: str) -> Part:
    return Part(
        name=f"ppt/{name}.xml",
        content_type=f"{SLIDEML}.{name}+xml",
        data=document(tag(root, SLIDE_NAMESPACES)),
    )


def _presentation(look: DeckLook, slides: int) -> Part:
    listed = (
        tag("p:sldId", {"id": _SLIDE_ID + number, "r:id": f"rId{_FIRST_SLIDE + number}"})
        for number in range(slides)
    )
    levels = (
        write_level(f"a:lvl{number}pPr", Level(size=18, line=22, indent=(number - 1) * 457_200))
        for number in range(1, 10)
    )
    root = tag(
        "p:presentation",
        {**SLIDE_NAMESPACES, "saveSubsetFonts": 1, "autoCompressPictures": 0},
        tag("p:sldMasterIdLst", None, tag("p:sldMasterId", {"id": MASTER_ID, "r:id": "rId1"})),
        tag("p:notesMasterIdLst", None, tag("p:notesMasterId", {"r:id": "rId2"})),
        tag("p:sldIdLst", None, *listed) if slides else "",
        tag("p:sldSz", {"cx": look.size.width, "cy": look.size.height}),
        tag("p:notesSz", {"cx": 6_858_000, "cy": 9_144_000}),
        tag(
            "p:defaultTextStyle",
            None,
            tag("a:defPPr", None, tag("a:defRPr", {"lang": look.brand.language})),
            *levels,
        ),
    )
    return Part(
        name="ppt/presentation.xml",
        content_type=f"{SLIDEML}.presentation.main+xml",
        data=document(root),
        relationships=(
            relate("slideMaster", "slideMasters/slideMaster1.xml", 1),
            relate("notesMaster", "notesMasters/notesMaster1.xml", 2),
            relate("presProps", "presProps.xml", 3),
            relate("viewProps", "viewProps.xml", 4),
            relate("theme", "theme/theme1.xml", 5),
            relate("tableStyles", "tableStyles.xml", 6),
            *(
                relate("slide", f"slides/slide{number + 1}.xml", _FIRST_SLIDE + number)
                for number in range(slides)
            ),
        ),
    )


def _plan_master(look: DeckLook) -> LayoutSpec:
    """Return the master, which has the shapes of content slides."""
    return LayoutSpec(
        name="",
        kind="",
        ground=look.shades.paper,
        drawn=(plan_bar(look), plan_rule(look), *(plan_plate(look.logo) if look.logo else ())),
        pictures=(look.logo,) if look.logo else (),
        holes=(
            plan_title(look),
            Hole(
                kind="body",
                name="Text",
                prompt=BODY_PROMPT,
                box=Box(LEFT, look.body_top, look.width, Emu(BODY_BOTTOM - look.body_top)),
                idx=1,
            ),
            *plan_furniture(look, (look.small,)),
        ),
    )


def _master(master: LayoutSpec, count: int, look: DeckLook, media: _Media) -> Part:
    layouts = (
        tag("p:sldLayoutId", {"id": MASTER_ID + number, "r:id": f"rId{number}"})
        for number in range(1, count + 1)
    )
    numbers = range(1, 10)
    styles = tag(
        "p:txStyles",
        None,
        tag("p:titleStyle", None, write_level("a:lvl1pPr", look.title)),
        tag(
            "p:bodyStyle",
            None,
            *(write_level(f"a:lvl{number}pPr", _body(number, look)) for number in numbers),
        ),
        tag(
            "p:otherStyle",
            None,
            *(write_level(f"a:lvl{number}pPr", look.other) for number in numbers),
        ),
    )
    root = tag(
        "p:sldMaster",
        SLIDE_NAMESPACES,
        tag("p:cSld", None, _ground(look.shades.paper), _tree(master, look, count + 2)),
        tag("p:clrMap", COLOUR_MAP),
        tag("p:sldLayoutIdLst", None, *layouts),
        styles,
    )
    return Part(
        name="ppt/slideMasters/slideMaster1.xml",
        content_type=f"{SLIDEML}.slideMaster+xml",
        data=document(root),
        relationships=(
            *(
                relate("slideLayout", f"../slideLayouts/slideLayout{number}.xml", number)
                for number in range(1, count + 1)
            ),
            relate("theme", "../theme/theme1.xml", count + 1),
            *_relate_pictures(master, count + 2, media),
        ),
    )


def _body(number: int, look: DeckLook) -> Level:
    """Return the look of body level `number`; those beyond the last one repeat it."""
    return look.body[min(number, len(look.body)) - 1]


def _layout(layout: LayoutSpec, number: int, look: DeckLook, media: _Media) -> Part:
    attributes: dict[str, str | int] = {**SLIDE_NAMESPACES}
    if not layout.shows_master:
        attributes["showMasterSp"] = 0
    if layout.kind:
        attributes["type"] = layout.kind
    attributes["preserve"] = 1
    if not layout.kind:
        attributes["userDrawn"] = 1
    root = tag(
        "p:sldLayout",
        attributes,
        tag(
            "p:cSld",
            {"name": layout.name},
            _ground(layout.ground) if layout.ground else "",
            _tree(layout, look, 2),
        ),
        tag("p:clrMapOvr", None, tag("a:masterClrMapping")),
    )
    return Part(
        name=f"ppt/slideLayouts/slideLayout{number}.xml",
        content_type=f"{SLIDEML}.slideLayout+xml",
        data=document(root),
        relationships=(
            relate("slideMaster", "../slideMasters/slideMaster1.xml", 1),
            *_relate_pictures(layout, 2, media),
        ),
    )


def _relate_pictures(spec: LayoutSpec, start: int, media: _Media) -> Iterator[Relationship]:
    for number, drawn in enumerate(spec.pictures, start):
        name = media[drawn.picture.data].name
        yield relate("image", f"../{name.removeprefix('ppt/')}", number)


def _ground(shade: Shade) -> str:
    fill = tag("a:solidFill", None, slide_colour(shade))
    return tag("p:bg", None, tag("p:bgPr", None, fill, tag("a:effectLst")))


def _tree(spec: LayoutSpec, look: DeckLook, first_picture: int) -> str:
    """Return `p:spTree`: first what is drawn, so that it lies behind the text.

    Args:
        spec: What stands in it.
        look: Tells the language.
        first_picture: Number of the relationship of the first picture.
    """
    corner = tag("a:off", {"x": 0, "y": 0}) + tag("a:ext", {"cx": 0, "cy": 0})
    inner = tag("a:chOff", {"x": 0, "y": 0}) + tag("a:chExt", {"cx": 0, "cy": 0})
    drawn = [
        *(partial(write_drawn, shape) for shape in spec.drawn),
        *(
            partial(write_picture, picture, relationship=f"rId{number}")
            for number, picture in enumerate(spec.pictures, first_picture)
        ),
        *(partial(write_hole, hole, language=look.brand.language) for hole in spec.holes),
    ]
    return tag(
        "p:spTree",
        None,
        tag(
            "p:nvGrpSpPr",
            None,
            tag("p:cNvPr", {"id": 1, "name": ""}),
            tag("p:cNvGrpSpPr"),
            tag("p:nvPr"),
        ),
        tag("p:grpSpPr", None, tag("a:xfrm", None, corner, inner)),
        *(write(id_=id_) for id_, write in enumerate(drawn, 2)),
    )
