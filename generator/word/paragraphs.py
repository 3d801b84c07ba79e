"""One paragraph: its style, and the few properties that no style can hold."""

from __future__ import annotations

from dataclasses import dataclass

from generator.word.markup import NOTHING, Element, Xml, join, local_name, tag, val


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a paragraph has beside its style.

    Attributes:
        number: Numbering id and level; 0 as id takes the style's number away.
        frees_next: Takes back what the style says of keeping to the next paragraph.
        tab: A stop for text after a number, in twips; None as the style has it.
        before: Space before in twips; None as the style has it. `after` alike.
        left: Indent in twips; None as the style has it.
        hanging: How far the first line hangs out, in twips; used with `left`.
        pitch: Height of an empty paragraph in twips, all its space included.
        has_single_lines: Line pitch by what stands in the line, for drawings.
    """

    keeps_next: bool = False
    frees_next: bool = False
    keeps_lines: bool = False
    begins_page: bool = False
    number: tuple[int, int] | None = None
    tab: int | None = None
    before: int | None = None
    after: int | None = None
    left: int | None = None
    hanging: int = 0
    align: str = ""
    pitch: int | None = None
    has_single_lines: bool = False


PLAIN = Setting()


def paragraph(style: str, content: Xml, setting: Setting = PLAIN) -> Xml:
    """Return a paragraph of the style with id `style`.

    ``CT_PPr`` in ``wml.xsd`` (ISO/IEC 29500); the order of children is the schema's.
    """
    properties = val("w:pStyle", style)
    if setting is not PLAIN:
        properties = join((properties, *_properties(setting)))
    return tag("w:p", None, tag("w:pPr", None, properties), content)


def _properties(setting: Setting) -> tuple[Xml, ...]:
    number = setting.number
    return (
        tag("w:keepNext") if setting.keeps_next else NOTHING,
        val("w:keepNext", 0) if setting.frees_next and not setting.keeps_next else NOTHING,
        tag("w:keepLines") if setting.keeps_lines else NOTHING,
        tag("w:pageBreakBefore") if setting.begins_page else NOTHING,
        tag("w:numPr", None, val("w:ilvl", number[1]), val("w:numId", number[0]))
        if number
        else NOTHING,
        _tab(setting),
        _spacing(setting),
        _indent(setting),
        val("w:jc", setting.align) if setting.align else NOTHING,
    )


def _tab(setting: Setting) -> Xml:
    if setting.tab is None:
        return NOTHING
    return tag("w:tabs", None, tag("w:tab", {"w:val": "left", "w:pos": setting.tab}))


def _spacing(setting: Setting) -> Xml:
    spacing: dict[str, str | int] = {}
    if setting.before is not None:
        spacing["w:before"] = setting.before
    if setting.after is not None:
        spacing["w:after"] = setting.after
    if setting.pitch is not None:
        spacing |= {"w:before": 0, "w:after": 0, "w:line": setting.pitch, "w:lineRule": "exact"}
    if setting.has_single_lines:
        spacing |= {"w:line": 240, "w:lineRule": "auto"}
    return tag("w:spacing", spacing) if spacing else NOTHING


def _indent(setting: Setting) -> Xml:
    if setting.left is None:
        return NOTHING
    indent = {"w:left": setting.left}
    if setting.hanging:
        return tag("w:ind", indent | {"w:hanging": setting.hanging})
    return tag("w:ind", indent | {"w:firstLine": 0})


_ORDER = (
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "framePr",
    "widowControl",
    "numPr",
    "suppressLineNumbers",
    "pBdr",
    "shd",
    "tabs",
    "suppressAutoHyphens",
    "kinsoku",
    "wordWrap",
    "overflowPunct",
    "topLinePunct",
    "autoSpaceDE",
    "autoSpaceDN",
    "bidi",
    "adjustRightInd",
    "snapToGrid",
    "spacing",
    "ind",
    "contextualSpacing",
    "mirrorIndents",
    "suppressOverlap",
    "jc",
    "textDirection",
    "textAlignment",
    "textboxTightWrap",
    "outlineLvl",
    "divId",
    "cnfStyle",
    "rPr",
    "sectPr",
    "pPrChange",
)
"""Children of `CT_PPr` (wml.xsd) in their order."""


def insert_in_order(properties: Element, element: Element) -> None:
    """Insert `element` into `w:pPr`, changed in place, where the schema has it."""
    rank = _ORDER.index(local_name(element))
    for child in properties:
        name = local_name(child)
        if name in _ORDER and _ORDER.index(name) > rank:
            child.addprevious(element)
            return
    properties.append(element)
