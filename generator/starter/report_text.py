"""Styles of running text: the head of page 1, headings, contents, lists, quotations."""

from __future__ import annotations

from generator.starter.report_look import ReportLook
from generator.starter.report_types import (
    BULLETS,
    HEADINGS,
    NUMBERED_HEADINGS,
    NUMBERS,
    STEP,
    Edge,
    TextStyle,
    cm,
)
from generator.starter.theme import Shade


def _heading(
    level: int, size: tuple[float, float], space: tuple[float, float], look: ReportLook
) -> TextStyle:
    """Return a heading: the first level hangs out to the left edge, the others their number.

    Args:
        level: From 1.
        size: Of the text, and the distance of its lines.
        space: Before and after.
        look: Tells whether headings are numbered and bold.
    """
    has_number = look.brand.has_numbered_headings and level <= NUMBERED_HEADINGS
    edge = Edge(side="top", colour=look.shades.primary, width=8, space=8)
    first = cm(0.9) if has_number else 0
    return TextStyle(
        name=f"heading {level}",
        id=f"Heading{level}",
        next="BodyText",
        size=size[0],
        line=size[1],
        before=space[0],
        after=space[1],
        left=first if level == 1 else look.column,
        hanging=(cm(0.9), cm(1.1), cm(1.3), 0)[level - 1] if has_number else 0,
        colour=look.shades.heading,
        bold=look.is_bold(size[0]),
        is_heading_font=True,
        keep_next=True,
        keep_lines=True,
        outline=level - 1,
        number=(HEADINGS, level - 1) if has_number else None,
        edges=(edge,) if level == 1 else (),
        priority=9,
    )


def _list(name: str, id_: str, number: tuple[int, int], look: ReportLook) -> TextStyle:
    return TextStyle(
        name=name,
        id=id_,
        based_on="BodyText",
        after=6,
        left=look.column + STEP * (number[1] + 1),
        hanging=STEP,
        number=number,
        priority=20,
    )


def _contents(level: int, left: int, colour: Shade | None, look: ReportLook) -> TextStyle:
    return TextStyle(
        name=f"toc {level}",
        id=f"TOC{level}",
        next="Normal",
        size=10.5,
        line=15,
        before=4 if level == 1 else 0,
        after=0,
        left=left,
        hanging=cm(1) if level == 1 else cm(1.2),
        colour=colour,
        tabs=((left, "left", ""), (look.text_width, "right", "dot")),
        priority=39,
    )


def plan_cover_styles(look: ReportLook) -> tuple[TextStyle, ...]:
    """Return the styles of the head of page 1."""
    return (
        TextStyle(
            name="Kicker",
            id="Kicker",
            next="Title",
            size=11,
            line=15,
            after=6,
            colour=look.shades.heading,
            bold=True,
            is_heading_font=True,
            keep_next=True,
            is_custom=True,
        ),
        TextStyle(
            name="Title",
            id="Title",
            next="Subtitle",
            size=28,
            line=33,
            after=8,
            right=cm(1),
            colour=look.shades.heading,
            bold=look.is_bold(28),
            is_heading_font=True,
            keep_next=True,
            keep_lines=True,
        ),
        TextStyle(
            name="Subtitle",
            id="Subtitle",
            next="Byline",
            size=15,
            line=20,
            after=10,
            right=cm(1),
            colour=look.shades.muted,
            keep_next=True,
            keep_lines=True,
            priority=11,
        ),
        TextStyle(
            name="Byline",
            id="Byline",
            next="BodyText",
            size=10,
            line=14,
            after=0,
            colour=look.shades.muted,
            keep_lines=True,
            is_custom=True,
            priority=12,
        ),
    )


def plan_text_styles(look: ReportLook) -> tuple[TextStyle, ...]:
    """Return the styles of running text."""
    return (
        TextStyle(name="Body Text", id="BodyText", line=15, after=8, left=look.column, priority=1),
        _heading(1, (20, 25), (28, 10), look),
        _heading(2, (14, 18), (16, 6), look),
        _heading(3, (11.5, 15), (12, 4), look),
        _heading(4, (11, 15), (10, 2), look),
        TextStyle(
            name="Unnumbered Heading",
            id="UnnumberedHeading",
            next="BodyText",
            size=20,
            line=25,
            before=28,
            after=10,
            left=0,
            colour=look.shades.heading,
            bold=look.is_bold(20),
            is_heading_font=True,
            keep_next=True,
            keep_lines=True,
            outline=0,
            edges=(Edge(side="top", colour=look.shades.primary, width=8, space=8),),
            is_custom=True,
            priority=9,
        ),
        TextStyle(
            name="Unnumbered Subheading",
            id="UnnumberedSubheading",
            next="BodyText",
            size=14,
            line=18,
            before=16,
            after=6,
            left=look.column,
            colour=look.shades.heading,
            bold=look.is_bold(14),
            is_heading_font=True,
            keep_next=True,
            keep_lines=True,
            # Level 3: in the navigation pane, but not in a contents of two levels.
            outline=2,
            is_custom=True,
            priority=9,
        ),
        TextStyle(
            name="TOC Heading",
            id="TOCHeading",
            next="Normal",
            size=14,
            line=18,
            before=20,
            after=6,
            colour=look.shades.heading,
            bold=look.is_bold(14),
            is_heading_font=True,
            keep_next=True,
            priority=39,
        ),
        _contents(1, cm(1), look.shades.heading, look),
        _contents(2, cm(2.2), None, look),
        _contents(3, cm(3.4), None, look),
        _list("List Bullet", "ListBullet", (BULLETS, 0), look),
        _list("List Bullet 2", "ListBullet2", (BULLETS, 1), look),
        _list("List Bullet 3", "ListBullet3", (BULLETS, 2), look),
        _list("List Number", "ListNumber", (NUMBERS, 0), look),
        _list("List Number 2", "ListNumber2", (NUMBERS, 1), look),
        _list("List Number 3", "ListNumber3", (NUMBERS, 2), look),
        TextStyle(
            name="List Continue",
            id="ListContinue",
            based_on="BodyText",
            after=4,
            left=look.column + STEP,
            priority=20,
        ),
        TextStyle(
            name="Quote",
            id="Quote",
            next="QuoteSource",
            size=14,
            line=20,
            before=10,
            after=4,
            left=look.column,
            right=cm(0.5),
            colour=look.shades.heading,
            italic=True,
            is_heading_font=True,
            keep_lines=True,
            edges=(Edge(side="left", colour=look.shades.signal, width=24, space=12),),
            priority=29,
        ),
        TextStyle(
            name="Quote Source",
            id="QuoteSource",
            next="BodyText",
            size=10,
            line=14,
            after=14,
            left=look.column,
            right=cm(0.5),
            colour=look.shades.muted,
            keep_lines=True,
            edges=(Edge(side="left", colour=look.shades.signal, width=24, space=12),),
            is_custom=True,
            priority=29,
        ),
    )
