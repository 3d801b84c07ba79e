"""Looks for roles that a template has no style for, in few words. Data alone.

A missing style is added to the report's own styles rather than written onto its paragraphs, so
that the report can still be restyled in one place. All measures are multiples of the size of the
template's running text, so that a report in 9 points and one in 12 keep the same proportions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from generator.inventory.report import StyleRole

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

SMALLEST_PT = 8.0
"""Least size of a style that is made smaller than running text."""

BODY_ROOM = 0.6
"""Room after a paragraph of running text."""

STEP = 1.65
"""Indent of one level of a list."""


class Ink(Enum):
    """Which colour of the house a style takes."""

    BODY = auto()
    ACCENT = auto()
    MUTED = auto()


class Line(Enum):
    """How far apart lines stand."""

    AS_BASE = auto()
    CLOSE = auto()  # what is short, small or large needs less room than running text


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A paragraph style in few words. Sizes and rooms are multiples of the running text's size.

    Attributes:
        base: Role that it builds on.
        scale: Font size; 0 to inherit.
        is_heading: Font, weight and colour are those of the template's headings.
        before: Room before; None to inherit. `after` alike.
        left: Indent; None to inherit.
        is_level: Text begins at the left margin, whatever running text does.
        tab: Stop after a number.
        outline: Outline level from 0.
    """

    base: StyleRole = StyleRole.BODY
    scale: float = 0.0
    is_bold: bool = False
    is_italic: bool = False
    is_heading: bool = False
    ink: Ink = Ink.BODY
    line: Line = Line.AS_BASE
    before: float | None = None
    after: float | None = None
    left: float | None = None
    tab: float = 0.0
    align: str = ""
    keeps_next: bool = False
    outline: int | None = None


def _heading(level: int, scale: float, before: float) -> Look:
    return Look(
        scale=scale,
        is_bold=True,
        is_heading=True,
        line=Line.CLOSE,
        before=before,
        after=0.4,
        left=0,
        keeps_next=True,
        outline=level - 1,
    )


_LIST_ROOM = 0.3

PARAGRAPH_LOOKS: Mapping[StyleRole, Look] = {
    StyleRole.TITLE: Look(
        scale=2.4,
        is_bold=True,
        is_heading=True,
        line=Line.CLOSE,
        before=0,
        after=0.5,
        left=0,
        keeps_next=True,
    ),
    StyleRole.SUBTITLE: Look(
        scale=1.35, ink=Ink.MUTED, line=Line.CLOSE, before=0, after=0.8, left=0, keeps_next=True
    ),
    StyleRole.KICKER: Look(
        is_bold=True, ink=Ink.ACCENT, line=Line.CLOSE, before=0, after=0.4, left=0, keeps_next=True
    ),
    StyleRole.BYLINE: Look(
        scale=0.92, ink=Ink.MUTED, line=Line.CLOSE, before=0, after=0.15, left=0
    ),
    StyleRole.BODY: Look(after=BODY_ROOM),
    StyleRole.HEADING_1: _heading(1, 1.6, 1.7),
    StyleRole.HEADING_2: _heading(2, 1.3, 1.3),
    StyleRole.HEADING_3: _heading(3, 1.12, 1.1),
    StyleRole.HEADING_4: _heading(4, 1.0, 0.9),
    StyleRole.UNNUMBERED_HEADING: Look(base=StyleRole.HEADING_1),
    StyleRole.UNNUMBERED_SUBHEADING: Look(base=StyleRole.HEADING_2, outline=2),
    StyleRole.TOC_HEADING: Look(
        scale=1.3,
        is_bold=True,
        is_heading=True,
        line=Line.CLOSE,
        before=1.2,
        after=0.5,
        left=0,
        keeps_next=True,
    ),
    StyleRole.TOC_1: Look(line=Line.CLOSE, before=0, after=0.3, left=0, tab=2.0),
    StyleRole.TOC_2: Look(line=Line.CLOSE, before=0, after=0.3, left=2.0, tab=4.5),
    StyleRole.TOC_3: Look(line=Line.CLOSE, before=0, after=0.3, left=4.5, tab=7.5),
    StyleRole.BULLET_1: Look(before=0, after=_LIST_ROOM),
    StyleRole.BULLET_2: Look(base=StyleRole.BULLET_1),
    StyleRole.BULLET_3: Look(base=StyleRole.BULLET_1),
    StyleRole.NUMBER_1: Look(before=0, after=_LIST_ROOM),
    StyleRole.NUMBER_2: Look(base=StyleRole.NUMBER_1),
    StyleRole.NUMBER_3: Look(base=StyleRole.NUMBER_1),
    StyleRole.LIST_CONTINUE: Look(before=0, after=_LIST_ROOM),
    StyleRole.QUOTE: Look(is_italic=True, before=0.6, after=0.2),
    StyleRole.QUOTE_SOURCE: Look(scale=0.92, ink=Ink.MUTED, before=0, after=0.8),
    StyleRole.CALLOUT_TITLE: Look(
        is_bold=True, line=Line.CLOSE, before=0, after=0.25, left=0, keeps_next=True
    ),
    StyleRole.CALLOUT: Look(before=0, after=0.4, left=0, align="left"),
    StyleRole.KEY_MESSAGES_HEADING: Look(
        scale=1.15,
        is_bold=True,
        is_heading=True,
        line=Line.CLOSE,
        before=0,
        after=0.4,
        left=0,
        keeps_next=True,
    ),
    StyleRole.KEY_MESSAGE: Look(line=Line.CLOSE, before=0, after=_LIST_ROOM, left=0, align="left"),
    StyleRole.KEY_FIGURE: Look(
        scale=1.9,
        is_bold=True,
        is_heading=True,
        ink=Ink.ACCENT,
        line=Line.CLOSE,
        before=0,
        after=0.1,
        left=0,
        keeps_next=True,
    ),
    StyleRole.KEY_FIGURE_LABEL: Look(
        scale=0.95, is_bold=True, line=Line.CLOSE, before=0, after=0.1, left=0, keeps_next=True
    ),
    StyleRole.KEY_FIGURE_DETAIL: Look(
        scale=0.84, ink=Ink.MUTED, line=Line.CLOSE, before=0, after=0, left=0
    ),
    StyleRole.CAPTION: Look(
        is_bold=True, line=Line.CLOSE, before=1.0, after=0.2, left=0, keeps_next=True
    ),
    StyleRole.EXHIBIT_SUBTITLE: Look(
        scale=0.92, ink=Ink.MUTED, line=Line.CLOSE, before=0, after=0.4, left=0, keeps_next=True
    ),
    StyleRole.EXHIBIT: Look(line=Line.CLOSE, before=0, after=0.3, left=0),
    StyleRole.SOURCE: Look(
        scale=0.84, ink=Ink.MUTED, line=Line.CLOSE, before=0.2, after=1.0, left=0
    ),
    StyleRole.TABLE_HEAD: Look(
        scale=0.9, is_bold=True, line=Line.CLOSE, before=0, after=0, left=0, align="left"
    ),
    StyleRole.TABLE_TEXT: Look(scale=0.9, line=Line.CLOSE, before=0, after=0, left=0, align="left"),
    StyleRole.TABLE_NUMBER: Look(base=StyleRole.TABLE_TEXT, align="right"),
    StyleRole.RECOMMENDATION: Look(
        is_bold=True, before=0.8, after=0.2, align="left", keeps_next=True
    ),
    StyleRole.RECOMMENDATION_DETAIL: Look(before=0, after=_LIST_ROOM, align="left"),
    StyleRole.BIBLIOGRAPHY: Look(after=0.4, align="left"),
    StyleRole.SMALL_PRINT: Look(scale=0.84, ink=Ink.MUTED, line=Line.CLOSE, before=0, after=0.4),
    StyleRole.FOOTNOTE_TEXT: Look(scale=0.84, line=Line.CLOSE, before=0, after=0.1, left=0),
    StyleRole.HEADER: Look(scale=0.84, line=Line.CLOSE, before=0, after=0, left=0),
    StyleRole.FOOTER: Look(scale=0.84, line=Line.CLOSE, before=0, after=0, left=0),
}

INDENTED: Mapping[StyleRole, float] = {
    StyleRole.LIST_CONTINUE: STEP,
    StyleRole.QUOTE: 2.2,
    StyleRole.QUOTE_SOURCE: 2.2,
    StyleRole.RECOMMENDATION_DETAIL: STEP,
}
"""Roles whose text is set in from where running text begins, and how far."""

HEADING_STEPS: Mapping[StyleRole, tuple[StyleRole, ...]] = {
    StyleRole.HEADING_2: (StyleRole.HEADING_1,),
    StyleRole.HEADING_3: (StyleRole.HEADING_2, StyleRole.HEADING_1),
    StyleRole.HEADING_4: (StyleRole.HEADING_3, StyleRole.HEADING_2, StyleRole.HEADING_1),
}
"""Headings above one that is missing, the nearest first: it is no larger than they are."""
