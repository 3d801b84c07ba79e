"""The deck template as a package: presentation, master, layouts, notes master, table style."""

from __future__ import annotations

from generator.starter.brand import Brand
from generator.starter.deck_grid import (
    BODY,
    MASTER_DRAWN,
    MASTER_HOLES,
    OTHER,
    SLIDE,
    TITLE,
    LayoutSpec,
)
from generator.starter.deck_layouts import LAYOUTS
from generator.starter.deck_notes import write_notes_master
from generator.starter.deck_shapes import (
    Drawn,
    Hole,
    Level,
    write_drawn,
    write_hole,
    write_level,
)
from generator.starter.deck_tables import write_table_styles
from generator.starter.markup import SLIDE_NAMESPACES, document, tag
from generator.starter.package import Part, relate
from generator.starter.properties import write_core_properties, write_extended_properties
from generator.starter.theme import WHITE, Shade, slide_colour, write_theme

SLIDEML = "application/vnd.openxmlformats-officedocument.presentationml"
THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
MASTER_ID = 2_147_483_648
"""The lowest id of a master or layout, `ST_SlideMasterId` (pml.xsd)."""

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
    return (
        _presentation(brand),
        _master(brand),
        *(_layout(layout, number, brand) for number, layout in enumerate(LAYOUTS, 1)),
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
            data=write_table_styles(),
        ),
        write_core_properties(f"{brand.name}: deck template", brand.language),
        write_extended_properties(),
    )


def _settings_part(name: str, root: str) -> Part:
    return Part(
        name=f"ppt/{name}.xml",
        content_type=f"{SLIDEML}.{name}+xml",
        data=document(tag(root, SLIDE_NAMESPACES)),
    )


def _presentation(brand: Brand) -> Part:
    levels = (
        write_level(f"a:lvl{number}pPr", Level(size=18, line=22, indent=(number - 1) * 457_200))
        for number in range(1, 10)
    )
    root = tag(
        "p:presentation",
        {**SLIDE_NAMESPACES, "saveSubsetFonts": 1, "autoCompressPictures": 0},
        tag("p:sldMasterIdLst", None, tag("p:sldMasterId", {"id": MASTER_ID, "r:id": "rId1"})),
        tag("p:notesMasterIdLst", None, tag("p:notesMasterId", {"r:id": "rId2"})),
        tag("p:sldSz", {"cx": SLIDE.width, "cy": SLIDE.height}),
        tag("p:notesSz", {"cx": 6_858_000, "cy": 9_144_000}),
        tag(
            "p:defaultTextStyle",
            None,
            tag("a:defPPr", None, tag("a:defRPr", {"lang": brand.language})),
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
        ),
    )


def _master(brand: Brand) -> Part:
    count = len(LAYOUTS)
    layouts = (
        tag("p:sldLayoutId", {"id": MASTER_ID + number, "r:id": f"rId{number}"})
        for number in range(1, count + 1)
    )
    styles = tag(
        "p:txStyles",
        None,
        tag("p:titleStyle", None, write_level("a:lvl1pPr", TITLE)),
        tag(
            "p:bodyStyle",
            None,
            *(write_level(f"a:lvl{number}pPr", _body(number)) for number in range(1, 10)),
        ),
        tag(
            "p:otherStyle",
            None,
            *(write_level(f"a:lvl{number}pPr", OTHER) for number in range(1, 10)),
        ),
    )
    root = tag(
        "p:sldMaster",
        SLIDE_NAMESPACES,
        tag("p:cSld", None, _ground(WHITE), _tree(MASTER_DRAWN, MASTER_HOLES, brand)),
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
        ),
    )


def _body(number: int) -> Level:
    """Return the look of body level `number`; those beyond the last one repeat it."""
    return BODY[min(number, len(BODY)) - 1]


def _layout(layout: LayoutSpec, number: int, brand: Brand) -> Part:
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
            _tree(layout.drawn, layout.holes, brand),
        ),
        tag("p:clrMapOvr", None, tag("a:masterClrMapping")),
    )
    return Part(
        name=f"ppt/slideLayouts/slideLayout{number}.xml",
        content_type=f"{SLIDEML}.slideLayout+xml",
        data=document(root),
        relationships=(relate("slideMaster", "../slideMasters/slideMaster1.xml", 1),),
    )


def _ground(shade: Shade) -> str:
    fill = tag("a:solidFill", None, slide_colour(shade))
    return tag("p:bg", None, tag("p:bgPr", None, fill, tag("a:effectLst")))


def _tree(drawn: tuple[Drawn, ...], holes: tuple[Hole, ...], brand: Brand) -> str:
    """Return `p:spTree`: first what is drawn, so that it lies behind the text."""
    corner = tag("a:off", {"x": 0, "y": 0}) + tag("a:ext", {"cx": 0, "cy": 0})
    inner = tag("a:chOff", {"x": 0, "y": 0}) + tag("a:chExt", {"cx": 0, "cy": 0})
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
        *(write_drawn(shape, id_) for id_, shape in enumerate(drawn, 2)),
        *(write_hole(hole, id_, brand.language) for id_, hole in enumerate(holes, 2 + len(drawn))),
    )
