"""Styles made for what a template has none for, as markup: its own fonts, colours and sizes.

``CT_Style`` in ``wml.xsd`` (ISO/IEC 29500).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.inventory.report import StyleInfo, StyleRole, WordTemplate
from generator.units import to_half_points
from generator.word.fallbacks import (
    HEADING_STEPS,
    INDENTED,
    PARAGRAPH_LOOKS,
    SMALLEST_PT,
    Ink,
    Line,
    Look,
)
from generator.word.house import House
from generator.word.markup import NOTHING, Xml, join, tag, val

_TWIPS = 20  # to the point
_CLOSE_LINES = 252  # 240ths of a line: a little more than single
_BIGGEST_TITLE = 3.2
_TITLE_TO_HEADING, _STEP_DOWN = 1.3, 0.9

MAJOR_FACE = tag(
    "w:rFonts",
    {
        "w:asciiTheme": "majorHAnsi",
        "w:eastAsiaTheme": "majorEastAsia",
        "w:hAnsiTheme": "majorHAnsi",
        "w:cstheme": "majorBidi",
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """What a new style would inherit, as far as it matters. Lengths in twips.

    Attributes:
        id: Style that it builds on; empty for none.
        left: Indent of its text.
        has_indent: Whether it has any indent, that of the first line included.
        has_room: Whether its paragraphs stand apart from each other.
        has_single_lines: Whether its lines are single, or nearly so.
        align: `w:jc`; empty where it says nothing.
        is_numbered: Whether it counts its paragraphs.
    """

    id: str = ""
    left: int = 0
    has_indent: bool = False
    has_room: bool = False
    has_single_lines: bool = True
    align: str = ""
    is_numbered: bool = False


def plan_size(role: StyleRole, house: House, template: WordTemplate) -> float:
    """Return the size in points of text of `role`, as the template has it or as it is made."""
    own = template.styles.get(role)
    if own is not None and own.size_pt:
        return own.size_pt
    look = PARAGRAPH_LOOKS.get(role)
    if look is None or role is StyleRole.BODY:
        return house.body_pt
    if not look.scale:
        return plan_size(look.base, house, template)
    return _round(_fit(role, house.body_pt * look.scale, house, template.styles))


def _fit(
    role: StyleRole, size: float, house: House, styles: Mapping[StyleRole, StyleInfo]
) -> float:
    """Return `size`, fitted between the sizes that the template has."""
    top = styles.get(StyleRole.HEADING_1)
    if role is StyleRole.TITLE and top is not None:
        size = max(size, min(_TITLE_TO_HEADING * top.size_pt, _BIGGEST_TITLE * house.body_pt))
    if role is StyleRole.TOC_HEADING and top is not None:
        size = min(size, top.size_pt)
    above = next((styles[r] for r in HEADING_STEPS.get(role, ()) if r in styles), None)
    if above is not None:
        size = min(size, max(house.body_pt, _STEP_DOWN * above.size_pt))
    if role is StyleRole.HEADING_1 and StyleRole.HEADING_2 in styles:
        size = max(size, styles[StyleRole.HEADING_2].size_pt / _STEP_DOWN)
    if size < house.body_pt:
        size = max(size, min(house.body_pt, SMALLEST_PT))
    return size


def _round(size: float) -> float:
    return round(size * 2) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class RunLook:
    """What a style says of its characters, size apart.

    Attributes:
        face: Fonts and weight, in the order of the schema.
        capitals: Whether they are all capitals; empty to inherit.
        colour: `w:color`; empty to inherit.
    """

    face: Xml = NOTHING
    capitals: Xml = NOTHING
    colour: Xml = NOTHING


def plan_run(look: Look, house: House, heading: RunLook) -> RunLook:
    """Return the characters of a style; `heading` is what those of headings look like."""
    bold = Xml(tag("w:b") + tag("w:bCs")) if look.is_bold else NOTHING
    face = Xml(bold + (Xml(tag("w:i") + tag("w:iCs")) if look.is_italic else NOTHING))
    if look.is_heading:
        face = heading.face if house.heading is not None else Xml(heading.face + face)
    if look.is_heading and look.ink is Ink.BODY:
        return RunLook(face=face, capitals=heading.capitals, colour=heading.colour)
    tone = {Ink.BODY: None, Ink.ACCENT: house.accent, Ink.MUTED: house.muted}[look.ink]
    return RunLook(face=face, colour=tag("w:color", tone.attributes()) if tone else NOTHING)


def write_paragraph_style(
    role: StyleRole, base: Base, house: House, run: RunLook, size: float
) -> Xml:
    """Return `w:pPr` and `w:rPr` of the paragraph style for `role`.

    Args:
        role: What it is for.
        base: What it builds on.
        house: The look of the template.
        run: Face and colour of its characters.
        size: Of its text in points; 0 to inherit.
    """
    half_points = to_half_points(size)
    sizes = Xml(val("w:sz", half_points) + val("w:szCs", half_points)) if size else NOTHING
    paragraph = _write_paragraph(role, PARAGRAPH_LOOKS[role], base, house)
    content = (("w:pPr", paragraph), ("w:rPr", join((run.face, run.capitals, run.colour, sizes))))
    return join(tag(name, None, inner) for name, inner in content if inner)


def _write_paragraph(role: StyleRole, look: Look, base: Base, house: House) -> Xml:
    """Return the content of `w:pPr` in the order of the schema."""
    return join(
        (
            Xml(tag("w:keepNext") + tag("w:keepLines")) if look.keeps_next else NOTHING,
            tag("w:numPr", None, val("w:numId", 0)) if base.is_numbered else NOTHING,
            _write_tab(look, house),
            _write_spacing(look, base, house),
            _write_indent(role, look, base, house),
            _write_alignment(look, base),
            val("w:outlineLvl", look.outline) if look.outline is not None else NOTHING,
        )
    )


def _write_tab(look: Look, house: House) -> Xml:
    if not look.tab:
        return NOTHING
    stop = {"w:val": "left", "w:pos": _twips(look.tab, house)}
    return tag("w:tabs", None, tag("w:tab", stop))


def _twips(share: float, house: House) -> int:
    return round(share * house.body_pt * _TWIPS)


def _write_spacing(look: Look, base: Base, house: House) -> Xml:
    spacing: dict[str, str | int] = {}
    if look.before is not None:
        spacing["w:before"] = _twips(look.before, house)
    if look.after is not None and not (look.before is None and base.has_room):
        spacing["w:after"] = _twips(look.after, house)
    if look.line is Line.CLOSE and not base.has_single_lines:
        spacing |= {"w:line": _CLOSE_LINES, "w:lineRule": "auto"}
    return tag("w:spacing", spacing) if spacing else NOTHING


def _write_indent(role: StyleRole, look: Look, base: Base, house: House) -> Xml:
    """Return the indent: from where running text begins, from the margin, or as the base has it."""
    if role in INDENTED:
        return tag("w:ind", {"w:left": base.left + _twips(INDENTED[role], house), "w:firstLine": 0})
    if look.left is None or not (base.has_indent or look.left):
        return NOTHING
    indent = {"w:left": _twips(look.left, house), "w:right": 0, "w:firstLine": 0}
    return tag("w:ind", indent if base.has_indent else {"w:left": indent["w:left"]})


def _write_alignment(look: Look, base: Base) -> Xml:
    if look.align:
        is_as_base = look.align == "left" and base.align in {"", "left", "start"}
        return NOTHING if is_as_base else val("w:jc", look.align)
    is_short = look.line is Line.CLOSE
    return val("w:jc", "left") if is_short and base.align not in {"", "left", "start"} else NOTHING
