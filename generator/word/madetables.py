"""Table styles and character styles made for what a template has none for, as markup.

``CT_Style`` in ``wml.xsd`` (ISO/IEC 29500).
"""

from __future__ import annotations

from generator.inventory.report import StyleRole
from generator.ooxml.contrast import contrast
from generator.word.house import READABLE, House, Tone, mix
from generator.word.markup import NOTHING, Xml, join, tag, val

_HAIR, _THIN, _THICK, _BAR = 4, 8, 18, 36
"""Widths of lines in eighths of a point."""

_TWIPS = 20
_HAIR_SHADE = 0.78
"""Share of the page's colour in that of the lines between rows."""

_CELL, _CARD, _BOX = (0.3, 0.45), (0.6, 0.6), (0.8, 1.1)
"""Margins of cells, over and beside the text, as multiples of the running text's size."""

_CODE_FONT = "Courier New"


def write_table_style(role: StyleRole, house: House, head_colour: str) -> Xml:
    """Return the properties of the table style for `role`.

    Args:
        role: What it is for.
        house: The look of the template.
        head_colour: Colour of the template's own heads of columns; empty for automatic.
    """
    match role:
        case StyleRole.BOX_TABLE:
            borders = (_line("left", house.rule, _BAR),)
            return _write(borders, _BOX, house, _fill(house.panel))
        case StyleRole.KEY_FIGURES_TABLE:
            gap = Tone(rgb=house.ground)
            borders = (_line("top", house.rule, _THICK), _line("insideV", gap, _BAR))
            return _write(borders, _CARD, house, _fill(house.panel))
        case _:
            hair = Tone(rgb=mix(house.text, house.ground, _HAIR_SHADE))
            borders = (
                _line("top", house.rule, _THIN),
                _line("bottom", house.rule, _THIN),
                _line("insideH", hair, _HAIR),
            )
            return _write(borders, _CELL, house, _write_bands(house, head_colour))


def _line(side: str, tone: Tone, width: int) -> Xml:
    look = {"w:val": "single", "w:sz": str(width), "w:space": "0"}
    return tag(f"w:{side}", look | tone.attributes("border"))


def _write(borders: tuple[Xml, ...], margins: tuple[float, float], house: House, rest: Xml) -> Xml:
    over, beside = (round(share * house.body_pt * _TWIPS) for share in margins)
    widths = (("top", over), ("left", beside), ("bottom", over), ("right", beside))
    cells = tag(
        "w:tblCellMar",
        None,
        *(tag(f"w:{side}", {"w:w": width, "w:type": "dxa"}) for side, width in widths),
    )
    return Xml(tag("w:tblPr", None, tag("w:tblBorders", None, *borders), cells) + rest)


def _fill(tone: Tone | None) -> Xml:
    if tone is None:
        return NOTHING
    shade = {"w:val": "clear", "w:color": "auto"} | tone.attributes("w:fill")
    return tag("w:tcPr", None, tag("w:shd", shade))


def _write_bands(house: House, head_colour: str) -> Xml:
    """Return the first and last row.

    Heads that the template sets in a pale colour are meant for a dark ground, and get one.
    """
    ground = find_head_ground(house, head_colour)
    head = _fill(ground) or tag(
        "w:tcPr", None, tag("w:tcBorders", None, _line("bottom", house.rule, _THIN))
    )
    bold = tag("w:rPr", None, tag("w:b"), tag("w:bCs"))
    return join(
        (
            tag("w:tblStylePr", {"w:type": "firstRow"}, head),
            tag("w:tblStylePr", {"w:type": "lastRow"}, bold),
        )
    )


def find_head_ground(house: House, head_colour: str) -> Tone | None:
    """Return the fill of the first row, if its text is too pale for the page."""
    if not head_colour or contrast(head_colour, house.ground) >= READABLE:
        return None
    tones = (house.accent, Tone(rgb=house.text))
    readable = (tone for tone in tones if tone and contrast(tone.rgb, head_colour) >= READABLE)
    return next(readable, None)


def write_character_style(role: StyleRole, house: House) -> Xml:
    """Return `w:rPr` of the character style for `role`."""
    match role:
        case StyleRole.FOOTNOTE_REFERENCE:
            content = val("w:vertAlign", "superscript")
        case StyleRole.HYPERLINK:
            content = Xml(tag("w:color", house.link.attributes()) + val("w:u", "single"))
        case StyleRole.STRONG:
            content = Xml(tag("w:b") + tag("w:bCs"))
        case StyleRole.EMPHASIS:
            content = Xml(tag("w:i") + tag("w:iCs"))
        case _:
            fonts = {f"w:{slot}": _CODE_FONT for slot in ("ascii", "hAnsi", "cs")}
            content = tag("w:rFonts", fonts)
    return tag("w:rPr", None, content)
