"""The notes master of the deck template: a small slide above, the notes under it."""

from __future__ import annotations

from collections.abc import Mapping

from generator.starter.brand import Brand
from generator.starter.deck_shapes import Hole, Level, write_hole, write_level
from generator.starter.markup import SLIDE_NAMESPACES, document, tag
from generator.starter.theme import Shade, solid
from generator.units import Box, Emu

IMAGE = Box(Emu(685_800), Emu(685_800), Emu(5_486_400), Emu(3_086_100))
NOTES = Box(Emu(685_800), Emu(4_114_800), Emu(5_486_400), Emu(4_343_400))
LOOK = Level(size=11, line=15, before=4)


def write_notes_master(brand: Brand, colour_map: Mapping[str, str]) -> bytes:
    """Return `ppt/notesMasters/notesMaster1.xml` (`CT_NotesMaster` in pml.xsd)."""
    notes = Hole(kind="body", name="Notes", prompt="Notes", box=NOTES, idx=1, size="quarter")
    zero = {"x": 0, "y": 0}
    none = {"cx": 0, "cy": 0}
    frame = tag("a:off", zero) + tag("a:ext", none) + tag("a:chOff", zero) + tag("a:chExt", none)
    tree = tag(
        "p:spTree",
        None,
        tag(
            "p:nvGrpSpPr",
            None,
            tag("p:cNvPr", {"id": 1, "name": ""}),
            tag("p:cNvGrpSpPr"),
            tag("p:nvPr"),
        ),
        tag("p:grpSpPr", None, tag("a:xfrm", None, frame)),
        _slide_image(),
        write_hole(notes, 3, brand.language),
    )
    ground = tag("p:bg", None, tag("p:bgPr", None, solid(Shade(slot="lt1")), tag("a:effectLst")))
    return document(
        tag(
            "p:notesMaster",
            SLIDE_NAMESPACES,
            tag("p:cSld", None, ground, tree),
            tag("p:clrMap", colour_map),
            tag(
                "p:notesStyle",
                None,
                *(write_level(f"a:lvl{number}pPr", LOOK) for number in range(1, 10)),
            ),
        )
    )


def _slide_image() -> str:
    locks = tag("a:spLocks", {"noGrp": 1, "noRot": 1, "noChangeAspect": 1})
    frame = tag(
        "a:xfrm",
        None,
        tag("a:off", {"x": IMAGE.left, "y": IMAGE.top}),
        tag("a:ext", {"cx": IMAGE.width, "cy": IMAGE.height}),
    )
    line = tag("a:ln", {"w": 9_525}, tag("a:solidFill", None, tag("a:schemeClr", {"val": "tx1"})))
    return tag(
        "p:sp",
        None,
        tag(
            "p:nvSpPr",
            None,
            tag("p:cNvPr", {"id": 2, "name": "Slide"}),
            tag("p:cNvSpPr", None, locks),
            tag("p:nvPr", None, tag("p:ph", {"type": "sldImg", "idx": 2})),
        ),
        tag(
            "p:spPr",
            None,
            frame,
            tag("a:prstGeom", {"prst": "rect"}, tag("a:avLst")),
            tag("a:noFill"),
            line,
        ),
    )
