"""The head of the report's first page: a band from edge to edge with name and logo.

A table, since its shading follows the text and the theme; no floating shape that could slip.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.starter.brand import Tone
from generator.starter.logos import PlacedLogo, choose_logo
from generator.starter.markup import DRAWING_NAMESPACES, WORD_NAMESPACES, document, tag, text, val
from generator.starter.report_look import ReportLook
from generator.starter.report_types import cm
from generator.starter.theme import Shade, word_colour
from generator.units import EMU_PER_TWIP, Size
from generator.units import cm as cm_in_emu

_BAND_HEIGHT, _BAR_HEIGHT = cm(1.5), cm(0.16)
_LOGO_ROOM = Size(cm_in_emu(5.5), cm_in_emu(0.95))
_LOGO_GAP = cm(0.5)
_LOGO_ID = 900_001
"""Id of the drawing: beyond those that a report counts from 1."""

PICTURE_URI = "http://schemas.openxmlformats.org/drawingml/2006/picture"
LOGO_RELATIONSHIP = "rId1"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cell:
    """One cell of the band. `margins` are those at the left and right, in twips."""

    width: int
    content: str
    fill: Shade | None = None
    span: int = 1
    margins: tuple[int, int] | None = None


def has_dark_head(look: ReportLook) -> bool:
    """Return whether the band is filled with the colour of headings."""
    return look.brand.cover is Tone.DARK


def find_head_logo(look: ReportLook) -> PlacedLogo | None:
    """Return the logo of the band."""
    return choose_logo(
        look.brand, ("medium", "large", "small"), _LOGO_ROOM, on_dark=has_dark_head(look)
    )


def write_first_header(look: ReportLook) -> bytes:
    """Return the header of the first page; its logo is related to it as `LOGO_RELATIONSHIP`."""
    width, margin = look.page[0], look.margin
    logo = find_head_logo(look)
    logo_width = logo.size.width // EMU_PER_TWIP + _LOGO_GAP + margin if logo else 0
    accent = margin + look.column
    grid = [accent, width - accent - logo_width, *([logo_width] if logo else [])]
    table = tag(
        "w:tbl",
        None,
        tag(
            "w:tblPr",
            None,
            tag("w:tblW", {"w:w": width, "w:type": "dxa"}),
            tag("w:tblInd", {"w:w": -margin, "w:type": "dxa"}),
            tag("w:tblLayout", {"w:type": "fixed"}),
            tag("w:tblCellMar", None, *_sides((margin, margin))),
        ),
        tag("w:tblGrid", None, *(tag("w:gridCol", {"w:w": each}) for each in grid)),
        _row(_BAND_HEIGHT, _plan_band(look, logo, logo_width), look),
        _row(_BAR_HEIGHT, _plan_bar(look, accent, len(grid)), look),
    )
    return document(
        tag("w:hdr", {**WORD_NAMESPACES, **DRAWING_NAMESPACES}, table, write_thin_paragraph())
    )


def _plan_band(look: ReportLook, logo: PlacedLogo | None, logo_width: int) -> Iterator[_Cell]:
    fill = look.shades.heading if has_dark_head(look) else None
    name = tag(
        "w:p",
        None,
        tag("w:pPr", None, val("w:pStyle", "CoverBand")),
        tag("w:fldSimple", {"w:instr": " DOCPROPERTY Company "}, _run("Organisation")),
    )
    yield _Cell(width=look.page[0] - logo_width, content=name, fill=fill, span=2)
    if logo:
        # A logo for light grounds alone stands on paper at the end of a dark band.
        yield _Cell(
            width=logo_width,
            content=_picture(logo),
            fill=None if logo.has_plate else fill,
            margins=(_LOGO_GAP, look.margin),
        )


def _plan_bar(look: ReportLook, accent: int, columns: int) -> Iterator[_Cell]:
    soft = Shade(slot="lt2", darker=0.1)
    yield _Cell(width=accent, content=write_thin_paragraph(), fill=look.shades.signal)
    yield _Cell(
        width=look.page[0] - accent, content=write_thin_paragraph(), fill=soft, span=columns - 1
    )


def _run(content: str) -> str:
    return tag("w:r", None, tag("w:t", {"xml:space": "preserve"}, text(content)))


def write_thin_paragraph() -> str:
    """Return an empty paragraph that takes no room to speak of."""
    spacing = tag("w:spacing", {"w:after": 0, "w:line": 20, "w:lineRule": "exact"})
    return tag("w:p", None, tag("w:pPr", None, val("w:pStyle", "Header"), spacing))


def _row(height: int, cells: Iterator[_Cell], look: ReportLook) -> str:
    return tag(
        "w:tr",
        None,
        tag("w:trPr", None, tag("w:trHeight", {"w:val": height, "w:hRule": "exact"})),
        *(_cell(cell, look) for cell in cells),
    )


def _cell(cell: _Cell, look: ReportLook) -> str:
    shading = {"w:val": "clear", "w:color": "auto"}
    fill = cell.fill
    return tag(
        "w:tc",
        None,
        tag(
            "w:tcPr",
            None,
            tag("w:tcW", {"w:w": cell.width, "w:type": "dxa"}),
            val("w:gridSpan", cell.span) if cell.span > 1 else "",
            tag("w:shd", {**shading, **word_colour(fill, look.brand, prefix="fill")})
            if fill
            else "",
            tag("w:tcMar", None, *_sides(cell.margins)) if cell.margins else "",
            val("w:vAlign", "center"),
        ),
        cell.content,
    )


def _sides(margins: tuple[int, int]) -> list[str]:
    return [
        tag(f"w:{side}", {"w:w": width, "w:type": "dxa"})
        for side, width in zip(("left", "right"), margins, strict=True)
    ]


def _picture(logo: PlacedLogo) -> str:
    """Return the logo in a line of its own: `CT_Inline` in dml-wordprocessingDrawing.xsd."""
    width, height = logo.size
    names = {"id": _LOGO_ID, "name": "Logo", "descr": logo.picture.alt}
    fill = tag(
        "pic:blipFill",
        None,
        tag("a:blip", {"r:embed": LOGO_RELATIONSHIP}),
        tag("a:stretch", None, tag("a:fillRect")),
    )
    shape = tag(
        "pic:spPr",
        None,
        tag(
            "a:xfrm",
            None,
            tag("a:off", {"x": 0, "y": 0}),
            tag("a:ext", {"cx": width, "cy": height}),
        ),
        tag("a:prstGeom", {"prst": "rect"}, tag("a:avLst")),
    )
    picture = tag(
        "pic:pic",
        None,
        tag(
            "pic:nvPicPr",
            None,
            tag("pic:cNvPr", names),
            tag("pic:cNvPicPr", None, tag("a:picLocks", {"noChangeAspect": 1})),
        ),
        fill,
        shape,
    )
    inline = tag(
        "wp:inline",
        {"distT": 0, "distB": 0, "distL": 0, "distR": 0},
        tag("wp:extent", {"cx": width, "cy": height}),
        tag("wp:docPr", names),
        tag("a:graphic", None, tag("a:graphicData", {"uri": PICTURE_URI}, picture)),
    )
    spacing = tag("w:spacing", {"w:after": 0, "w:line": 240, "w:lineRule": "auto"})
    return tag(
        "w:p",
        None,
        tag("w:pPr", None, val("w:pStyle", "Header"), spacing, val("w:jc", "right")),
        tag("w:r", None, tag("w:drawing", None, inline)),
    )
