"""Shapes of masters and layouts as PresentationML: placeholders, plain shapes, text levels.

`CT_Shape` in pml.xsd and `CT_TextParagraphProperties` in dml-main.xsd (ISO/IEC 29500).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.inventory.pictures import Picture
from generator.starter.markup import tag, text
from generator.starter.theme import Shade, slide_colour, solid
from generator.units import Box, to_centipoints

FIRST_OWN_IDX = 13
"""Placeholders from this index on are ours, with a prompt of their own."""

QUARTER_TURN = 5_400_000
"""90 degrees in 60,000ths, as `ST_Angle` counts."""

UNIT_PATH = 100
"""Side of the square that a quarter disc is drawn in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How one level of text looks; sizes in points, indents in EMU.

    Attributes:
        line: Exact line spacing.
        before: Space before the paragraph.
        bullet: Glyph; empty for none.
    """

    size: float
    line: float
    before: float = 0
    indent: int = 0
    hanging: int = 0
    bullet: str = ""
    colour: Shade = Shade(slot="dk1")  # noqa: RUF009  # frozen
    bold: bool = False
    align: str = "l"
    font: str = "mn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hole:
    """A placeholder of a master or layout.

    Attributes:
        kind: `ST_PlaceholderType`; empty for a content placeholder (`obj`).
        idx: None on the title.
        levels: Looks that differ from the master's, from the first level on.
        field: Type of the field that the text is, such as `slidenum`.
    """

    kind: str
    name: str
    prompt: str
    box: Box
    idx: int | None = None
    levels: tuple[Level, ...] = ()
    anchor: str = "t"
    size: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A shape without text.

    Attributes:
        geometry: `rect`, `ellipse` or `quarter`, a quarter of a disc about its top left corner.
        turns: Quarter turns clockwise.
    """

    name: str
    box: Box
    fill: Shade
    geometry: str = "rect"
    turns: int = 0
    alpha: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnPicture:
    """A logo.

    Attributes:
        plate: Ground of its own, where it was drawn for another one than it stands on.
    """

    picture: Picture
    box: Box
    plate: Shade | None = None


def write_hole(hole: Hole, id_: int, language: str) -> str:
    """Return `hole` as `p:sp` with the shape id `id_`."""
    is_own = hole.idx is not None and hole.idx >= FIRST_OWN_IDX
    return tag(
        "p:sp",
        None,
        name_hole(hole, id_, {"hasCustomPrompt": 1} if is_own else {}),
        tag("p:spPr", None, _frame(hole.box), _rectangle()),
        tag(
            "p:txBody",
            None,
            body_properties(hole.anchor),
            _list_style(hole),
            _prompt(hole, language),
        ),
    )


def name_hole(hole: Hole, id_: int, more: Mapping[str, str | int] = MappingProxyType({})) -> str:
    """Return `p:nvSpPr` of a placeholder, on its layout or on a slide that fills it.

    Args:
        hole: The placeholder.
        id_: Of the shape.
        more: Further attributes of `p:ph` (`CT_Placeholder`).
    """
    place: dict[str, str | int] = {"type": hole.kind} if hole.kind else {}
    if hole.size:
        place["sz"] = hole.size
    if hole.idx is not None:
        place["idx"] = hole.idx
    return tag(
        "p:nvSpPr",
        None,
        tag("p:cNvPr", {"id": id_, "name": hole.name}),
        tag("p:cNvSpPr", None, tag("a:spLocks", {"noGrp": 1})),
        tag("p:nvPr", None, tag("p:ph", {**place, **more})),
    )


def body_properties(anchor: str = "t") -> str:
    """Return `a:bodyPr` without insets and without autofit: what is measured is what is drawn."""
    return tag(
        "a:bodyPr",
        {
            "vert": "horz",
            "wrap": "square",
            "lIns": 0,
            "tIns": 0,
            "rIns": 0,
            "bIns": 0,
            "rtlCol": 0,
            "anchor": anchor,
        },
        tag("a:noAutofit"),
    )


def _list_style(hole: Hole) -> str:
    return tag(
        "a:lstStyle",
        None,
        *(write_level(f"a:lvl{at}pPr", level) for at, level in enumerate(hole.levels, 1)),
    )


def _prompt(hole: Hole, language: str) -> str:
    if hole.field:
        field = tag(
            "a:fld",
            {"id": "{6D1B2C40-5E7A-4F0B-9C31-2A8F4E5B7D90}", "type": hole.field},
            tag("a:rPr", {"lang": language}),
            tag("a:t", None, text(hole.prompt)),
        )
        return tag("a:p", None, field)
    lines = hole.prompt.split("\n")
    return "".join(
        tag(
            "a:p",
            None,
            tag("a:pPr", {"lvl": level}) if level else "",
            tag("a:r", None, tag("a:rPr", {"lang": language}), tag("a:t", None, text(line))),
        )
        for level, line in enumerate(lines)
    )


def write_level(name: str, level: Level) -> str:
    """Return `level` as an element of `CT_TextParagraphProperties`."""
    bullet = tag("a:buNone")
    if level.bullet:
        bullet = (
            tag("a:buClr", None, slide_colour(Shade(slot="accent1")))
            + tag("a:buFont", {"typeface": "Arial"})
            + tag("a:buChar", {"char": level.bullet})
        )
    return tag(
        name,
        {
            "marL": level.indent,
            "indent": -level.hanging,
            "algn": level.align,
            "defTabSz": 914_400,
            "rtl": 0,
            "eaLnBrk": 1,
            "latinLnBrk": 0,
            "hangingPunct": 1,
        },
        tag("a:lnSpc", None, tag("a:spcPts", {"val": to_centipoints(level.line)})),
        tag("a:spcBef", None, tag("a:spcPts", {"val": to_centipoints(level.before)})),
        tag("a:spcAft", None, tag("a:spcPts", {"val": 0})),
        bullet,
        tag(
            "a:defRPr",
            {"sz": to_centipoints(level.size), "b": int(level.bold), "i": 0, "kern": 1200},
            solid(level.colour),
            *(
                tag(f"a:{script}", {"typeface": f"+{level.font}-{slot}"})
                for script, slot in (("latin", "lt"), ("ea", "ea"), ("cs", "cs"))
            ),
        ),
    )


def _frame(box: Box, turns: int = 0) -> str:
    return tag(
        "a:xfrm",
        {"rot": turns % 4 * QUARTER_TURN} if turns % 4 else None,
        tag("a:off", {"x": box.left, "y": box.top}),
        tag("a:ext", {"cx": box.width, "cy": box.height}),
    )


def _rectangle(kind: str = "rect") -> str:
    return tag("a:prstGeom", {"prst": kind}, tag("a:avLst"))


def write_drawn(shape: Drawn, id_: int) -> str:
    """Return `shape` as `p:sp` with the shape id `id_`."""
    geometry = _quarter_disc() if shape.geometry == "quarter" else _rectangle(shape.geometry)
    empty = tag("a:p", None, tag("a:endParaRPr", {"lang": "en-GB"}))
    return tag(
        "p:sp",
        None,
        tag(
            "p:nvSpPr",
            None,
            tag("p:cNvPr", {"id": id_, "name": shape.name}),
            tag("p:cNvSpPr"),
            tag("p:nvPr", {"userDrawn": 1}),
        ),
        tag(
            "p:spPr",
            None,
            _frame(shape.box, shape.turns),
            geometry,
            solid(shape.fill, alpha=shape.alpha),
            tag("a:ln", None, tag("a:noFill")),
        ),
        tag("p:txBody", None, tag("a:bodyPr", {"rtlCol": 0}), tag("a:lstStyle"), empty),
    )


def _quarter_disc() -> str:
    """Return a quarter of a disc about the top left corner, `CT_CustomGeometry2D`."""
    side = UNIT_PATH
    path = tag(
        "a:path",
        {"w": side, "h": side},
        tag("a:moveTo", None, tag("a:pt", {"x": 0, "y": 0})),
        tag("a:lnTo", None, tag("a:pt", {"x": side, "y": 0})),
        tag("a:arcTo", {"wR": side, "hR": side, "stAng": 0, "swAng": QUARTER_TURN}),
        tag("a:close"),
    )
    return tag(
        "a:custGeom",
        None,
        tag("a:avLst"),
        tag("a:gdLst"),
        tag("a:ahLst"),
        tag("a:cxnLst"),
        tag("a:rect", {"l": "0", "t": "0", "r": "r", "b": "b"}),
        tag("a:pathLst", None, path),
    )


def write_picture(drawn: DrawnPicture, id_: int, relationship: str) -> str:
    """Return a logo as `p:pic` with the shape id `id_` (`CT_Picture` in pml.xsd)."""
    return tag(
        "p:pic",
        None,
        tag(
            "p:nvPicPr",
            None,
            tag("p:cNvPr", {"id": id_, "name": "Logo", "descr": drawn.picture.alt}),
            tag("p:cNvPicPr", None, tag("a:picLocks", {"noChangeAspect": 1})),
            tag("p:nvPr", {"userDrawn": 1}),
        ),
        tag(
            "p:blipFill",
            None,
            tag("a:blip", {"r:embed": relationship}),
            tag("a:stretch", None, tag("a:fillRect")),
        ),
        tag("p:spPr", None, _frame(drawn.box), _rectangle()),
    )
