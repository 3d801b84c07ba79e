"""The numbering part of the report template: headings, bullets, numbers, each linked to styles.

`CT_Numbering` in wml.xsd (ISO/IEC 29500). Every definition has its indents from the styles that
are linked to it, so that both tell the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.starter.brand import Brand
from generator.starter.markup import WORD_NAMESPACES, document, tag, val
from generator.starter.report_look import ReportLook
from generator.starter.report_styles import plan_paragraph_styles
from generator.starter.report_types import (
    BULLETS,
    HEADINGS,
    KEY_MESSAGES,
    NUMBERS,
    RECOMMENDATIONS,
    STEP,
    TextStyle,
)
from generator.starter.theme import Shade, word_colour

LEVELS = 9
"""Word wants nine levels in a list; those beyond the linked styles repeat the last one's look."""

_MARK = Shade(slot="accent1")
BULLET = "\u2022"
DASH = "\u2013"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How the label of one level is written.

    Attributes:
        format: `ST_NumberFormat`.
        label: With `%1` for the number of level 1; the glyph of a bullet.
        font: Of the glyph; empty for the paragraph's own.
    """

    format: str
    label: str
    font: str = ""
    colour: Shade | None = None
    is_bold: bool = False


def _numbered(label: str, format_: str = "decimal") -> Look:
    return Look(format=format_, label=label)


def _bullet(glyph: str) -> Look:
    return Look(format="bullet", label=glyph, font="Arial", colour=_MARK)


LOOKS: dict[int, tuple[Look, ...]] = {
    HEADINGS: (_numbered("%1"), _numbered("%1.%2"), _numbered("%1.%2.%3")),
    BULLETS: (_bullet(BULLET), _bullet(DASH), _bullet(BULLET)),
    NUMBERS: (_numbered("%1."), _numbered("%2.", "lowerLetter"), _numbered("%3.", "lowerRoman")),
    KEY_MESSAGES: (_bullet(BULLET),),
    RECOMMENDATIONS: (Look(format="decimal", label="%1", colour=_MARK, is_bold=True),),
}

NAMES = {
    HEADINGS: "Headings",
    BULLETS: "Bullets",
    NUMBERS: "Numbers",
    KEY_MESSAGES: "Key messages",
    RECOMMENDATIONS: "Recommendations",
}


def write_numbering(look: ReportLook) -> bytes:
    """Return `word/numbering.xml` in this `look`."""
    styles = plan_paragraph_styles(look)
    used = sorted({style.number[0] for style in styles if style.number})
    instances = (tag("w:num", {"w:numId": id_}, val("w:abstractNumId", id_)) for id_ in used)
    return document(
        tag(
            "w:numbering",
            WORD_NAMESPACES,
            *(_definition(id_, styles, look.brand) for id_ in used),
            *instances,
        )
    )


def _definition(id_: int, styles: tuple[TextStyle, ...], brand: Brand) -> str:
    linked = {style.number[1]: style for style in styles if style.number and style.number[0] == id_}
    return tag(
        "w:abstractNum",
        {"w:abstractNumId": id_},
        val("w:nsid", f"4B524900{id_:02X}"[-8:]),
        val("w:multiLevelType", "multilevel"),
        val("w:tmpl", f"5A1E3000{id_:02X}"[-8:]),
        val("w:name", NAMES[id_]),
        *(_level(level, LOOKS[id_], linked, brand) for level in range(LEVELS)),
    )


def _level(level: int, looks: tuple[Look, ...], linked: dict[int, TextStyle], brand: Brand) -> str:
    style = linked.get(level)
    if style is None:
        return _spare_level(level, looks[-1], linked[max(linked)], brand)
    look = looks[level]
    return tag(
        "w:lvl",
        {"w:ilvl": level},
        val("w:start", 1),
        val("w:numFmt", look.format),
        val("w:pStyle", style.id),
        val("w:suff", "tab"),
        val("w:lvlText", look.label),
        val("w:lvlJc", "left"),
        _indent(style.left or 0, style.hanging or 0),
        _run(look, brand),
    )


def _spare_level(level: int, look: Look, last: TextStyle, brand: Brand) -> str:
    label = f"%{level + 1}." if look.format != "bullet" else look.label
    left = (last.left or 0) + STEP * (level - (last.number or (0, 0))[1])
    return tag(
        "w:lvl",
        {"w:ilvl": level},
        val("w:start", 1),
        val("w:numFmt", look.format),
        val("w:suff", "tab"),
        val("w:lvlText", label),
        val("w:lvlJc", "left"),
        _indent(left, STEP),
        _run(look, brand),
    )


def _indent(left: int, hanging: int) -> str:
    stop = tag("w:tab", {"w:val": "num", "w:pos": left})
    return tag(
        "w:pPr",
        None,
        tag("w:tabs", None, stop),
        tag("w:ind", {"w:left": left, "w:hanging": hanging}),
    )


def _run(look: Look, brand: Brand) -> str:
    font = look.font
    properties = "".join(
        (
            tag("w:rFonts", {"w:ascii": font, "w:hAnsi": font, "w:cs": font, "w:hint": "default"})
            if font
            else "",
            tag("w:b") + tag("w:bCs") if look.is_bold else "",
            tag("w:color", word_colour(look.colour, brand)) if look.colour else "",
        )
    )
    return tag("w:rPr", None, properties) if properties else ""
