"""The styles of the report template as data: one line of the type specimen each.

Text stands in a column of 12.5 cm (about 78 characters of Calibri 11), set in from the left edge of
the print area; headings, tables, charts and boxes use its full width. Line spacing is exact, so
that the page keeps its rhythm in every office suite; paragraphs that may hold a picture are the
exception.
"""

from __future__ import annotations

from dataclasses import replace

from generator.starter.report_blocks import plan_box_styles, plan_end_styles, plan_exhibit_styles
from generator.starter.report_look import ReportLook, find_line, find_size
from generator.starter.report_text import plan_cover_styles, plan_text_styles
from generator.starter.report_types import GridStyle, TextStyle, WordStyle
from generator.starter.theme import Shade


def plan_paragraph_styles(look: ReportLook) -> tuple[TextStyle, ...]:
    """Return all paragraph styles, in the sizes that the brand asks for."""
    styles = (
        *plan_cover_styles(look),
        *plan_text_styles(look),
        *plan_box_styles(look),
        *plan_exhibit_styles(look),
        *plan_end_styles(look),
    )
    scale = look.brand.scale
    return tuple(
        replace(style, size=find_size(style, scale), line=find_line(style, scale))
        for style in styles
    )


def plan_character_styles(look: ReportLook) -> tuple[WordStyle, ...]:
    """Return all character styles."""
    return (
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
        WordStyle(name="Code", id="Code", font=look.brand.monospace, is_custom=True),
    )


def plan_table_styles(look: ReportLook) -> tuple[GridStyle, ...]:
    """Return all table styles."""
    shades = look.shades
    return (
        GridStyle(
            name="Briefing Table",
            id="BriefingTable",
            lines=(
                ("top", shades.primary, 12),
                ("bottom", shades.primary, 8),
                ("insideH", shades.rule, 4),
            ),
            margins=(60, 85, 60, 85),
            has_bands=True,
        ),
        GridStyle(
            name="Briefing Key Figures",
            id="BriefingKeyFigures",
            lines=(("top", shades.signal, 24), ("insideV", shades.paper, 48)),
            margins=(140, 200, 140, 57),
            fill=shades.panel,
        ),
        GridStyle(
            name="Briefing Box",
            id="BriefingBox",
            lines=(("left", shades.primary, 36),),
            margins=(170, 284, 113, 284),
            fill=shades.panel,
        ),
    )
