"""The styles part of the report template: the specimen of `report_styles` as WordprocessingML.

`CT_Styles` in wml.xsd (ISO/IEC 29500). The order of children is the schema's.
"""

from __future__ import annotations

from generator.starter.brand import Brand
from generator.starter.markup import WORD_NAMESPACES, document, tag, val
from generator.starter.report_look import BODY_PT, ReportLook
from generator.starter.report_styles import (
    plan_character_styles,
    plan_paragraph_styles,
    plan_table_styles,
)
from generator.starter.report_types import Edge, GridStyle, TextStyle, WordStyle
from generator.starter.theme import Shade, word_colour
from generator.units import to_half_points

LATENT_COUNT = 376
"""How many built-in styles Word 2016 and later know."""

SHOWN_LATENT = ("Normal", "heading 1", "heading 2", "heading 3", "Title", "Subtitle", "Strong")


def write_styles(look: ReportLook) -> bytes:
    """Return `word/styles.xml` in this `look`."""
    brand = look.brand
    return document(
        tag(
            "w:styles",
            WORD_NAMESPACES,
            _defaults(look),
            _latent_styles(),
            _normal(look),
            *(_paragraph_style(style, brand) for style in plan_paragraph_styles(look)),
            _plain_character(),
            *(_character_style(style, brand) for style in plan_character_styles(look)),
            _plain_table(),
            *(_table_style(style, look) for style in plan_table_styles(look)),
            _no_list(),
        )
    )


def theme_fonts(kind: str) -> str:
    """Return `w:rFonts` with the theme's `major` or `minor` font for every script."""
    return tag(
        "w:rFonts",
        {
            "w:asciiTheme": f"{kind}HAnsi",
            "w:eastAsiaTheme": f"{kind}EastAsia",
            "w:hAnsiTheme": f"{kind}HAnsi",
            "w:cstheme": f"{kind}Bidi",
        },
    )


def sizes(size_pt: float) -> str:
    """Return a font size, for complex scripts too."""
    half = to_half_points(size_pt)
    return val("w:sz", half) + val("w:szCs", half)


def _defaults(look: ReportLook) -> str:
    brand = look.brand
    run = tag(
        "w:rPr",
        None,
        theme_fonts("minor"),
        tag("w:color", word_colour(look.shades.text, brand)),
        sizes(brand.scale.report.get("body", BODY_PT)),
        tag("w:lang", {"w:val": brand.language, "w:eastAsia": "ja-JP", "w:bidi": "ar-SA"}),
    )
    return tag("w:docDefaults", None, tag("w:rPrDefault", None, run), tag("w:pPrDefault", None, ""))


def _latent_styles() -> str:
    defaults = {
        "w:defLockedState": 0,
        "w:defUIPriority": 99,
        "w:defSemiHidden": 0,
        "w:defUnhideWhenUsed": 0,
        "w:defQFormat": 0,
        "w:count": LATENT_COUNT,
    }
    shown = (
        tag("w:lsdException", {"w:name": name, "w:uiPriority": 1, "w:qFormat": 1})
        for name in SHOWN_LATENT
    )
    return tag("w:latentStyles", defaults, *shown)


def _normal(look: ReportLook) -> str:
    scale = look.brand.scale
    line = round(300 * scale.report.get("body", BODY_PT) / BODY_PT * scale.leading)
    spacing = tag("w:spacing", {"w:after": 120, "w:line": line, "w:lineRule": "atLeast"})
    return tag(
        "w:style",
        {"w:type": "paragraph", "w:default": 1, "w:styleId": "Normal"},
        val("w:name", "Normal"),
        tag("w:qFormat"),
        tag("w:pPr", None, val("w:widowControl", 1), spacing),
    )


def _style_start(kind: str, id_: str, *, is_custom: bool) -> dict[str, str | int]:
    start: dict[str, str | int] = {"w:type": kind}
    if is_custom:
        start["w:customStyle"] = 1
    return {**start, "w:styleId": id_}


def _paragraph_style(style: TextStyle, brand: Brand) -> str:
    paragraph = _paragraph_properties(style, brand)
    run = _run_properties(style, brand)
    return tag(
        "w:style",
        _style_start("paragraph", style.id, is_custom=style.is_custom),
        val("w:name", style.name),
        val("w:basedOn", style.based_on),
        val("w:next", style.next) if style.next else "",
        val("w:uiPriority", style.priority),
        tag("w:qFormat"),
        tag("w:pPr", None, paragraph) if paragraph else "",
        tag("w:rPr", None, run) if run else "",
    )


def _paragraph_properties(style: TextStyle, brand: Brand) -> str:
    number = style.number
    fill = style.fill
    return "".join(
        (
            tag("w:keepNext") if style.keep_next else "",
            tag("w:keepLines") if style.keep_lines else "",
            tag("w:numPr", None, val("w:ilvl", number[1]), val("w:numId", number[0]))
            if number
            else "",
            _edges(style.edges, brand),
            tag("w:shd", {"w:val": "clear", **word_colour(fill, brand, prefix="fill")})
            if fill
            else "",
            _tabs(style),
            _spacing(style),
            _indent(style),
            val("w:jc", style.align) if style.align else "",
            val("w:outlineLvl", style.outline) if style.outline is not None else "",
        )
    )


def _edges(edges: tuple[Edge, ...], brand: Brand) -> str:
    lines = (
        tag(
            f"w:{edge.side}",
            {
                "w:val": "single",
                "w:sz": edge.width,
                "w:space": edge.space,
                **word_colour(edge.colour, brand, prefix="border"),
            },
        )
        for edge in edges
    )
    return tag("w:pBdr", None, *lines) if edges else ""


def _tabs(style: TextStyle) -> str:
    stops = (
        tag(
            "w:tab",
            {"w:val": side, **({"w:leader": leader} if leader else {}), "w:pos": position},
        )
        for position, side, leader in style.tabs
    )
    return tag("w:tabs", None, *stops) if style.tabs else ""


def _spacing(style: TextStyle) -> str:
    spacing: dict[str, str | int] = {}
    if style.before is not None:
        spacing["w:before"] = round(style.before * 20)
    if style.after is not None:
        spacing["w:after"] = round(style.after * 20)
    if style.line is not None:
        spacing["w:line"] = round(abs(style.line) * 20)
        spacing["w:lineRule"] = "exact" if style.line > 0 else "atLeast"
    return tag("w:spacing", spacing) if spacing else ""


def _indent(style: TextStyle) -> str:
    indent: dict[str, str | int] = {}
    if style.left is not None:
        indent["w:left"] = style.left
    if style.right is not None:
        indent["w:right"] = style.right
    if style.hanging is not None:
        indent["w:hanging"] = style.hanging
    return tag("w:ind", indent) if indent else ""


def _switch(name: str, value: bool | None) -> str:
    """Return `w:b` or `w:i`, with its twin for complex scripts."""
    if value is None:
        return ""
    state = None if value else {"w:val": 0}
    return tag(f"w:{name}", state) + tag(f"w:{name}Cs", state)


def _run_properties(style: TextStyle, brand: Brand) -> str:
    return "".join(
        (
            theme_fonts("major") if style.is_heading_font else "",
            _switch("b", style.bold),
            _switch("i", style.italic),
            tag("w:color", word_colour(style.colour, brand)) if style.colour else "",
            sizes(style.size) if style.size is not None else "",
        )
    )


def _plain_character() -> str:
    return tag(
        "w:style",
        {"w:type": "character", "w:default": 1, "w:styleId": "DefaultParagraphFont"},
        val("w:name", "Default Paragraph Font"),
        val("w:uiPriority", 1),
        tag("w:semiHidden"),
        tag("w:unhideWhenUsed"),
    )


def _character_style(style: WordStyle, brand: Brand) -> str:
    run = "".join(
        (
            tag("w:rFonts", {"w:ascii": style.font, "w:hAnsi": style.font, "w:cs": style.font})
            if style.font
            else "",
            _switch("b", style.bold),
            _switch("i", style.italic),
            tag("w:color", word_colour(style.colour, brand)) if style.colour else "",
            val("w:u", "single") if style.underline else "",
            val("w:vertAlign", "superscript") if style.is_raised else "",
        )
    )
    return tag(
        "w:style",
        _style_start("character", style.id, is_custom=style.is_custom),
        val("w:name", style.name),
        val("w:basedOn", "DefaultParagraphFont"),
        val("w:uiPriority", style.priority),
        tag("w:qFormat"),
        tag("w:rPr", None, run),
    )


def _margins(name: str, margins: tuple[int, int, int, int]) -> str:
    sides = zip(("top", "left", "bottom", "right"), margins, strict=True)
    return tag(name, None, *(tag(f"w:{side}", {"w:w": w, "w:type": "dxa"}) for side, w in sides))


def _plain_table() -> str:
    return tag(
        "w:style",
        {"w:type": "table", "w:default": 1, "w:styleId": "TableNormal"},
        val("w:name", "Normal Table"),
        val("w:uiPriority", 99),
        tag("w:semiHidden"),
        tag("w:unhideWhenUsed"),
        tag(
            "w:tblPr",
            None,
            tag("w:tblInd", {"w:w": 0, "w:type": "dxa"}),
            _margins("w:tblCellMar", (0, 108, 0, 108)),
        ),
    )


def _line(side: str, colour: Shade, width: int, brand: Brand) -> str:
    colours = word_colour(colour, brand, prefix="border")
    return tag(f"w:{side}", {"w:val": "single", "w:sz": width, "w:space": 0, **colours})


def _table_style(style: GridStyle, look: ReportLook) -> str:
    brand = look.brand
    lines = tag("w:tblBorders", None, *(_line(*line, brand) for line in style.lines))
    fill = style.fill
    return tag(
        "w:style",
        _style_start("table", style.id, is_custom=True),
        val("w:name", style.name),
        val("w:basedOn", "TableNormal"),
        val("w:uiPriority", 40),
        tag("w:qFormat"),
        tag("w:pPr", None, tag("w:spacing", {"w:before": 0, "w:after": 0})),
        tag(
            "w:tblPr",
            None,
            val("w:tblStyleRowBandSize", 1) if style.has_bands else "",
            lines,
            _margins("w:tblCellMar", style.margins),
        ),
        tag(
            "w:tcPr",
            None,
            tag("w:shd", {"w:val": "clear", "w:color": "auto", **_fill(fill, brand)}),
        )
        if fill
        else "",
        *(_conditional_formats(look) if style.has_bands else ()),
    )


def _fill(fill: Shade, brand: Brand) -> dict[str, str]:
    return word_colour(fill, brand, prefix="fill")


def _conditional_formats(look: ReportLook) -> tuple[str, ...]:
    """Return the looks of the first and last row and the first column."""
    brand, shades = look.brand, look.shades
    bold = tag(
        "w:rPr", None, tag("w:b"), tag("w:bCs"), tag("w:color", word_colour(shades.heading, brand))
    )
    return (
        tag(
            "w:tblStylePr",
            {"w:type": "firstRow"},
            bold,
            tag("w:trPr", None, tag("w:tblHeader")),
            tag(
                "w:tcPr",
                None,
                tag("w:tcBorders", None, _line("bottom", shades.primary, 8, brand)),
                val("w:vAlign", "bottom"),
            ),
        ),
        tag(
            "w:tblStylePr",
            {"w:type": "lastRow"},
            bold,
            tag("w:tcPr", None, tag("w:tcBorders", None, _line("top", shades.primary, 8, brand))),
        ),
    )


def _no_list() -> str:
    return tag(
        "w:style",
        {"w:type": "numbering", "w:default": 1, "w:styleId": "NoList"},
        val("w:name", "No List"),
        val("w:uiPriority", 99),
        tag("w:semiHidden"),
        tag("w:unhideWhenUsed"),
    )
