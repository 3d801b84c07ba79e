"""Looks for roles that a template has no style for, made of the template's own fonts and colours.

A missing style is added to the report's own styles rather than written onto its paragraphs, so
that the report can still be restyled in one place. Sizes are multiples of the body's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.inventory.deck import ThemeInfo
from generator.inventory.report import StyleRole
from generator.units import to_half_points
from generator.word.markup import NOTHING, Xml, join, tag, val

BUILT_IN = frozenset(
    {
        StyleRole.TITLE,
        StyleRole.SUBTITLE,
        StyleRole.BODY,
        StyleRole.HEADING_1,
        StyleRole.HEADING_2,
        StyleRole.HEADING_3,
        StyleRole.HEADING_4,
        StyleRole.TOC_HEADING,
        StyleRole.TOC_1,
        StyleRole.TOC_2,
        StyleRole.TOC_3,
        StyleRole.BULLET_1,
        StyleRole.BULLET_2,
        StyleRole.BULLET_3,
        StyleRole.NUMBER_1,
        StyleRole.NUMBER_2,
        StyleRole.NUMBER_3,
        StyleRole.LIST_CONTINUE,
        StyleRole.QUOTE,
        StyleRole.CAPTION,
        StyleRole.BIBLIOGRAPHY,
        StyleRole.FOOTNOTE_TEXT,
        StyleRole.HEADER,
        StyleRole.FOOTER,
        StyleRole.FOOTNOTE_REFERENCE,
        StyleRole.HYPERLINK,
        StyleRole.STRONG,
        StyleRole.EMPHASIS,
    }
)
"""Roles whose style Word itself has; all others are marked as custom styles."""

_MARGIN = 100  # twips, around the text of a cell
_LINE = 4  # eighths of a point


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A paragraph or character style in few words.

    Attributes:
        base: Role that it builds on; None for the template's default paragraph style.
        scale: Font size as a multiple of the body's; 0 to inherit.
        colour: Theme slot of the text; empty to inherit.
        before: Space before in points; None to inherit. `after` alike.
        left: Indent in twips.
        outline: Outline level from 0.
    """

    base: StyleRole | None = None
    scale: float = 0.0
    is_bold: bool = False
    is_italic: bool = False
    colour: str = ""
    before: float | None = None
    after: float | None = None
    left: int = 0
    align: str = ""
    keeps_next: bool = False
    outline: int | None = None


def _heading(level: int, scale: float) -> Look:
    return Look(
        scale=scale,
        is_bold=True,
        before=18 - 3 * level,
        after=4,
        keeps_next=True,
        outline=level - 1,
    )


PARAGRAPH_LOOKS: Mapping[StyleRole, Look] = {
    StyleRole.TITLE: Look(scale=2.4, is_bold=True, after=6, keeps_next=True),
    StyleRole.SUBTITLE: Look(scale=1.4, after=8, keeps_next=True),
    StyleRole.KICKER: Look(is_bold=True, colour="accent1", after=4, keeps_next=True),
    StyleRole.BYLINE: Look(scale=0.9, before=0, after=2),
    StyleRole.BODY: Look(after=6),
    StyleRole.HEADING_1: _heading(1, 1.5),
    StyleRole.HEADING_2: _heading(2, 1.25),
    StyleRole.HEADING_3: _heading(3, 1.1),
    StyleRole.HEADING_4: _heading(4, 1.0),
    StyleRole.UNNUMBERED_HEADING: Look(base=StyleRole.HEADING_1),
    StyleRole.UNNUMBERED_SUBHEADING: Look(base=StyleRole.HEADING_2, outline=2),
    StyleRole.TOC_HEADING: Look(scale=1.25, is_bold=True, before=12, after=4, keeps_next=True),
    StyleRole.TOC_1: Look(before=0, after=3),
    StyleRole.TOC_2: Look(before=0, after=3, left=240),
    StyleRole.TOC_3: Look(before=0, after=3, left=480),
    StyleRole.BULLET_1: Look(base=StyleRole.BODY, before=0, after=3),
    StyleRole.BULLET_2: Look(base=StyleRole.BULLET_1),
    StyleRole.BULLET_3: Look(base=StyleRole.BULLET_1),
    StyleRole.NUMBER_1: Look(base=StyleRole.BODY, before=0, after=3),
    StyleRole.NUMBER_2: Look(base=StyleRole.NUMBER_1),
    StyleRole.NUMBER_3: Look(base=StyleRole.NUMBER_1),
    StyleRole.LIST_CONTINUE: Look(base=StyleRole.BODY, before=0, after=3, left=360),
    StyleRole.QUOTE: Look(base=StyleRole.BODY, is_italic=True, before=6, after=2, left=480),
    StyleRole.QUOTE_SOURCE: Look(base=StyleRole.BODY, scale=0.9, before=0, after=8, left=480),
    StyleRole.CALLOUT_TITLE: Look(is_bold=True, before=0, after=2, keeps_next=True),
    StyleRole.CALLOUT: Look(before=0, after=4),
    StyleRole.KEY_MESSAGES_HEADING: Look(
        scale=1.2, is_bold=True, before=0, after=4, keeps_next=True
    ),
    StyleRole.KEY_MESSAGE: Look(base=StyleRole.BULLET_1),
    StyleRole.KEY_FIGURE: Look(
        scale=2.0, is_bold=True, colour="accent1", before=0, after=0, keeps_next=True
    ),
    StyleRole.KEY_FIGURE_LABEL: Look(is_bold=True, before=0, after=0, keeps_next=True),
    StyleRole.KEY_FIGURE_DETAIL: Look(scale=0.85, before=0, after=0),
    StyleRole.CAPTION: Look(is_bold=True, before=10, after=2, keeps_next=True),
    StyleRole.EXHIBIT_SUBTITLE: Look(scale=0.9, before=0, after=4, keeps_next=True),
    StyleRole.EXHIBIT: Look(before=0, after=4),
    StyleRole.SOURCE: Look(scale=0.85, before=2, after=10),
    StyleRole.TABLE_HEAD: Look(scale=0.9, is_bold=True, before=0, after=0),
    StyleRole.TABLE_TEXT: Look(scale=0.9, before=0, after=0),
    StyleRole.TABLE_NUMBER: Look(base=StyleRole.TABLE_TEXT, align="right"),
    StyleRole.RECOMMENDATION: Look(
        base=StyleRole.NUMBER_1, is_bold=True, before=8, after=2, keeps_next=True
    ),
    StyleRole.RECOMMENDATION_DETAIL: Look(before=0, after=3, left=360),
    StyleRole.BIBLIOGRAPHY: Look(after=4),
    StyleRole.SMALL_PRINT: Look(scale=0.85, after=4),
    StyleRole.FOOTNOTE_TEXT: Look(scale=0.85, before=0, after=0),
    StyleRole.HEADER: Look(scale=0.85, before=0, after=0),
    StyleRole.FOOTER: Look(scale=0.85, before=0, after=0),
}

CHARACTER_LOOKS: Mapping[StyleRole, Xml] = {
    StyleRole.FOOTNOTE_REFERENCE: val("w:vertAlign", "superscript"),
    StyleRole.HYPERLINK: Xml(
        tag("w:color", {"w:val": "0563C1", "w:themeColor": "hyperlink"}) + val("w:u", "single")
    ),
    StyleRole.STRONG: Xml(tag("w:b") + tag("w:bCs")),
    StyleRole.EMPHASIS: Xml(tag("w:i") + tag("w:iCs")),
    StyleRole.CODE: tag(
        "w:rFonts", {"w:ascii": "Courier New", "w:hAnsi": "Courier New", "w:cs": "Courier New"}
    ),
}


def paragraph_look(look: Look, theme: ThemeInfo, body_pt: float) -> Xml:
    """Return `w:pPr` and `w:rPr` of a paragraph style. `body_pt`: the body's size in points."""
    spacing = {
        f"w:{name}": round(points * 20)
        for name, points in (("before", look.before), ("after", look.after))
        if points is not None
    }
    paragraph = (
        tag("w:keepNext") if look.keeps_next else NOTHING,
        tag("w:spacing", spacing) if spacing else NOTHING,
        tag("w:ind", {"w:left": look.left}) if look.left else NOTHING,
        val("w:jc", look.align) if look.align else NOTHING,
        val("w:outlineLvl", look.outline) if look.outline is not None else NOTHING,
    )
    size = to_half_points(body_pt * look.scale)
    run = (
        Xml(tag("w:b") + tag("w:bCs")) if look.is_bold else NOTHING,
        Xml(tag("w:i") + tag("w:iCs")) if look.is_italic else NOTHING,
        tag("w:color", _colour(look.colour, theme)) if look.colour else NOTHING,
        Xml(val("w:sz", size) + val("w:szCs", size)) if size else NOTHING,
    )
    return join(
        tag(name, None, *content)
        for name, content in (("w:pPr", paragraph), ("w:rPr", run))
        if any(content)
    )


def _colour(slot: str, theme: ThemeInfo) -> dict[str, str]:
    return {"w:val": theme.colours.get(slot, "auto"), "w:themeColor": slot}


def table_look(role: StyleRole, theme: ThemeInfo) -> Xml:
    """Return the properties of the table style for `role`."""
    line = {"w:val": "single", "w:sz": _LINE, "w:space": 0, "w:color": "BFBFBF"}
    strong = {**line, "w:sz": 2 * _LINE, "w:color": theme.colours.get("dk2", "404040")}
    margins = tag(
        "w:tblCellMar",
        None,
        *(
            tag(f"w:{side}", {"w:w": _MARGIN, "w:type": "dxa"})
            for side in ("top", "left", "bottom", "right")
        ),
    )
    shade = tag(
        "w:tcPr", None, tag("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": "F2F2F2"})
    )
    if role is StyleRole.BOX_TABLE:
        borders, rest = (tag("w:left", {**strong, "w:sz": 6 * _LINE}),), (shade,)
    elif role is StyleRole.KEY_FIGURES_TABLE:
        borders, rest = (
            (tag("w:top", strong), tag("w:insideV", {**line, "w:color": "FFFFFF"})),
            (shade,),
        )
    else:
        borders = (tag("w:top", strong), tag("w:bottom", strong), tag("w:insideH", line))
        bold = tag("w:rPr", None, tag("w:b"), tag("w:bCs"))
        rest = tuple(
            tag("w:tblStylePr", {"w:type": kind}, bold) for kind in ("firstRow", "lastRow")
        )
    return Xml(tag("w:tblPr", None, tag("w:tblBorders", None, *borders), margins) + join(rest))
