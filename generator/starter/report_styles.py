"""The styles of the report template as data: one line of the type specimen each.

Text stands in a column of 12.5 cm (about 78 characters of Calibri 11), set in from the left edge of
the print area; headings, tables, charts and boxes use the full 16 cm. Line spacing is exact, so
that the page keeps its rhythm in every office suite; paragraphs that may hold a picture are the
exception.
"""

from __future__ import annotations

from generator.starter.report_blocks import BOX_STYLES, END_STYLES, EXHIBIT_STYLES
from generator.starter.report_looks import GridStyle, WordStyle
from generator.starter.report_text import COVER_STYLES, TEXT_STYLES
from generator.starter.theme import PANEL, PRIMARY, RULE, SIGNAL, Shade

PARAGRAPH_STYLES = (*COVER_STYLES, *TEXT_STYLES, *BOX_STYLES, *EXHIBIT_STYLES, *END_STYLES)


CHARACTER_STYLES = (
    WordStyle(name="footnote reference", id="FootnoteReference", is_raised=True, priority=99),
    WordStyle(name="Hyperlink", id="Hyperlink", colour=Shade(slot="hlink"), underline=True),
    WordStyle(
        name="FollowedHyperlink",
        id="FollowedHyperlink",
        colour=Shade(slot="folHlink"),
        underline=True,
    ),
    WordStyle(name="Strong", id="Strong", bold=True),
    WordStyle(name="Emphasis", id="Emphasis", italic=True),
    WordStyle(name="Code", id="Code", font="Courier New", is_custom=True),
)


TABLE_STYLES = (
    GridStyle(
        name="Briefing Table",
        id="BriefingTable",
        lines=(("top", PRIMARY, 12), ("bottom", PRIMARY, 8), ("insideH", RULE, 4)),
        margins=(60, 85, 60, 85),
        has_bands=True,
    ),
    GridStyle(
        name="Briefing Key Figures",
        id="BriefingKeyFigures",
        lines=(("top", SIGNAL, 24), ("insideV", Shade(slot="lt1"), 48)),
        margins=(140, 200, 140, 57),
        fill=PANEL,
    ),
    GridStyle(
        name="Briefing Box",
        id="BriefingBox",
        lines=(("left", PRIMARY, 36),),
        margins=(170, 284, 113, 284),
        fill=PANEL,
    ),
)
