"""The table style of the deck template: rules above, under the head and below; no cages.

`CT_TableStyleList` in dml-main.xsd (ISO/IEC 29500).
"""

from __future__ import annotations

from generator.starter.markup import SLIDE_NAMESPACES, document, tag
from generator.starter.theme import Shade, Shades, slide_colour, solid

BRIEFING_TABLE = "{3F6A1C52-8B0D-4E7F-A2C4-91D35B7E6F08}"
"""Id of the style `Briefing`, which is the default of new tables."""


def write_table_styles(shades: Shades) -> bytes:
    """Return `ppt/tableStyles.xml`."""
    primary, heading = shades.primary, shades.heading
    style = tag(
        "a:tblStyle",
        {"styleId": BRIEFING_TABLE, "styleName": "Briefing"},
        _part(
            "wholeTbl",
            shades.text,
            (
                ("top", primary, 15_875),
                ("bottom", primary, 12_700),
                ("insideH", shades.rule, 6_350),
            ),
        ),
        _part("lastRow", heading, (("top", primary, 12_700),), is_bold=True),
        _part("firstRow", heading, (("bottom", primary, 12_700),), is_bold=True),
    )
    return document(
        tag(
            "a:tblStyleLst",
            {"xmlns:a": SLIDE_NAMESPACES["xmlns:a"], "def": BRIEFING_TABLE},
            style,
        )
    )


def _part(
    name: str,
    colour: Shade,
    lines: tuple[tuple[str, Shade, int], ...],
    *,
    is_bold: bool = False,
) -> str:
    borders = (
        tag(
            f"a:{side}",
            None,
            tag(
                "a:ln",
                {"w": width, "cmpd": "sng"},
                solid(shade),
                tag("a:prstDash", {"val": "solid"}),
            ),
        )
        for side, shade, width in lines
    )
    return tag(
        f"a:{name}",
        None,
        tag(
            "a:tcTxStyle",
            {"b": "on"} if is_bold else None,
            tag("a:fontRef", {"idx": "minor"}, tag("a:prstClr", {"val": "black"})),
            slide_colour(colour),
        ),
        tag(
            "a:tcStyle",
            None,
            tag("a:tcBdr", None, *borders),
            tag("a:fill", None, tag("a:noFill")),
        ),
    )
