"""The styles of the report template as data: one line of the type specimen each.

Text stands in a column of 12.5 cm (about 78 characters of Calibri 11), set in from the left edge of
the print area; headings, tables, charts and boxes use the full 16 cm. Line spacing is exact, so
that the page keeps its rhythm in every office suite; paragraphs that may hold a picture are the
exception.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.starter.theme import HEADING, MUTED, PANEL, PRIMARY, RULE, SIGNAL, Shade
from generator.units import EMU_PER_CM, EMU_PER_TWIP

HEADINGS, BULLETS, NUMBERS, KEY_MESSAGES, RECOMMENDATIONS = range(1, 6)
"""Ids of the numbering definitions (`w:num`) that styles are linked to."""


def cm(length: float) -> int:
    """Return `length` centimetres in twips."""
    return round(length * EMU_PER_CM / EMU_PER_TWIP)


COLUMN = cm(3.5)
"""Where running text begins, in twips from the left margin."""

STEP = cm(0.6)
"""Indent of one level of a list, in twips."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A line along one side of a paragraph.

    Attributes:
        side: `top`, `left`, `bottom` or `right`.
        width: In eighths of a point.
        space: Between line and text, in points.
    """

    side: str
    colour: Shade
    width: int = 8
    space: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStyle:
    """A paragraph style. Sizes and spaces are in points, indents in twips; None is inherited.

    Attributes:
        line: Exact line spacing; negative for "at least".
        number: Numbering id and level from 0.
        tabs: Position, alignment and leader of each tab stop.
    """

    name: str
    id: str
    based_on: str = "Normal"
    next: str = ""
    size: float | None = None
    line: float | None = None
    before: float | None = None
    after: float | None = None
    left: int | None = None
    right: int | None = None
    hanging: int | None = None
    colour: Shade | None = None
    bold: bool | None = None
    italic: bool | None = None
    align: str = ""
    is_heading_font: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    outline: int | None = None
    number: tuple[int, int] | None = None
    tabs: tuple[tuple[int, str, str], ...] = ()
    edges: tuple[Edge, ...] = ()
    fill: Shade | None = None
    is_custom: bool = False
    priority: int = 10


def _heading(level: int, *, size: float, line: float, before: float, after: float) -> TextStyle:
    """Return a heading: the first level hangs out to the left edge, the others their number."""
    return TextStyle(
        name=f"heading {level}",
        id=f"Heading{level}",
        next="BodyText",
        size=size,
        line=line,
        before=before,
        after=after,
        left=cm(0.9) if level == 1 else COLUMN,
        hanging=(cm(0.9), cm(1.1), cm(1.3), 0)[level - 1],
        colour=HEADING,
        bold=True,
        is_heading_font=True,
        keep_next=True,
        keep_lines=True,
        outline=level - 1,
        number=(HEADINGS, level - 1) if level < 4 else None,
        edges=(Edge(side="top", colour=PRIMARY, width=8, space=8),) if level == 1 else (),
        priority=9,
    )


def _list(name: str, id_: str, number: tuple[int, int]) -> TextStyle:
    return TextStyle(
        name=name,
        id=id_,
        based_on="BodyText",
        after=4,
        left=COLUMN + STEP * (number[1] + 1),
        hanging=STEP,
        number=number,
        priority=20,
    )


def _contents(level: int, *, left: int, bold: bool, before: float) -> TextStyle:
    return TextStyle(
        name=f"toc {level}",
        id=f"TOC{level}",
        next="Normal",
        size=10.5,
        line=15,
        before=before,
        after=0,
        left=left,
        right=cm(1),
        hanging=cm(1) if level == 1 else cm(1.2),
        bold=bold,
        tabs=((left, "left", ""), (cm(16), "right", "dot")),
        priority=39,
    )


COVER_STYLES = (
    TextStyle(
        name="Kicker",
        id="Kicker",
        next="Title",
        size=11,
        line=15,
        after=6,
        colour=PRIMARY,
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
        colour=HEADING,
        bold=True,
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
        colour=MUTED,
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
        colour=MUTED,
        keep_lines=True,
        is_custom=True,
        priority=12,
    ),
)

TEXT_STYLES = (
    TextStyle(name="Body Text", id="BodyText", line=15, after=8, left=COLUMN, priority=1),
    _heading(1, size=20, line=25, before=28, after=10),
    _heading(2, size=14, line=18, before=16, after=6),
    _heading(3, size=11.5, line=15, before=12, after=4),
    _heading(4, size=11, line=15, before=10, after=2),
    TextStyle(
        name="Unnumbered Heading",
        id="UnnumberedHeading",
        next="BodyText",
        size=20,
        line=25,
        before=28,
        after=10,
        left=0,
        colour=HEADING,
        bold=True,
        is_heading_font=True,
        keep_next=True,
        keep_lines=True,
        outline=0,
        edges=(Edge(side="top", colour=PRIMARY, width=8, space=8),),
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
        colour=HEADING,
        bold=True,
        is_heading_font=True,
        keep_next=True,
        priority=39,
    ),
    _contents(1, left=cm(1), bold=True, before=4),
    _contents(2, left=cm(2.2), bold=False, before=0),
    _contents(3, left=cm(3.4), bold=False, before=0),
    _list("List Bullet", "ListBullet", (BULLETS, 0)),
    _list("List Bullet 2", "ListBullet2", (BULLETS, 1)),
    _list("List Bullet 3", "ListBullet3", (BULLETS, 2)),
    _list("List Number", "ListNumber", (NUMBERS, 0)),
    _list("List Number 2", "ListNumber2", (NUMBERS, 1)),
    _list("List Number 3", "ListNumber3", (NUMBERS, 2)),
    TextStyle(
        name="List Continue",
        id="ListContinue",
        based_on="BodyText",
        after=4,
        left=COLUMN + STEP,
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
        left=COLUMN,
        right=cm(0.5),
        colour=HEADING,
        italic=True,
        is_heading_font=True,
        keep_lines=True,
        edges=(Edge(side="left", colour=SIGNAL, width=24, space=12),),
        priority=29,
    ),
    TextStyle(
        name="Quote Source",
        id="QuoteSource",
        next="BodyText",
        size=10,
        line=14,
        after=14,
        left=COLUMN,
        right=cm(0.5),
        colour=MUTED,
        keep_lines=True,
        edges=(Edge(side="left", colour=SIGNAL, width=24, space=12),),
        is_custom=True,
        priority=29,
    ),
)

BOX_STYLES = (
    TextStyle(
        name="Callout Title",
        id="CalloutTitle",
        next="Callout",
        size=11,
        line=15,
        after=3,
        colour=HEADING,
        bold=True,
        is_heading_font=True,
        keep_next=True,
        is_custom=True,
    ),
    TextStyle(
        name="Callout",
        id="Callout",
        size=10.5,
        line=15,
        after=4,
        keep_lines=True,
        is_custom=True,
    ),
    TextStyle(
        name="Key Messages Heading",
        id="KeyMessagesHeading",
        next="KeyMessage",
        size=14,
        line=18,
        after=6,
        colour=HEADING,
        bold=True,
        is_heading_font=True,
        keep_next=True,
        is_custom=True,
    ),
    TextStyle(
        name="Key Message",
        id="KeyMessage",
        size=11,
        line=15,
        after=6,
        left=cm(0.5),
        right=cm(0.4),
        hanging=cm(0.5),
        keep_lines=True,
        number=(KEY_MESSAGES, 0),
        is_custom=True,
    ),
    TextStyle(
        name="Key Figure",
        id="KeyFigure",
        next="KeyFigureLabel",
        size=24,
        line=28,
        after=3,
        colour=HEADING,
        bold=True,
        is_heading_font=True,
        keep_next=True,
        is_custom=True,
    ),
    TextStyle(
        name="Key Figure Label",
        id="KeyFigureLabel",
        next="KeyFigureDetail",
        size=10,
        line=13,
        after=3,
        keep_next=True,
        is_custom=True,
    ),
    TextStyle(
        name="Key Figure Detail",
        id="KeyFigureDetail",
        size=9,
        line=12,
        after=0,
        colour=MUTED,
        is_custom=True,
    ),
)

EXHIBIT_STYLES = (
    TextStyle(
        name="caption",
        id="Caption",
        next="ExhibitSubtitle",
        size=11,
        line=15,
        before=14,
        after=2,
        colour=HEADING,
        bold=True,
        is_heading_font=True,
        keep_next=True,
        keep_lines=True,
        priority=35,
    ),
    TextStyle(
        name="Exhibit Subtitle",
        id="ExhibitSubtitle",
        next="Exhibit",
        size=9.5,
        line=13,
        after=5,
        colour=MUTED,
        keep_next=True,
        keep_lines=True,
        is_custom=True,
        priority=35,
    ),
    TextStyle(
        name="Exhibit",
        id="Exhibit",
        next="Source",
        line=-12,
        after=4,
        keep_next=True,
        is_custom=True,
        priority=35,
    ),
    TextStyle(
        name="Source",
        id="Source",
        next="BodyText",
        size=9,
        line=12,
        before=4,
        after=14,
        colour=MUTED,
        keep_lines=True,
        is_custom=True,
        priority=35,
    ),
    TextStyle(
        name="Table Text", id="TableText", size=10, line=13, after=0, is_custom=True, priority=36
    ),
    TextStyle(
        name="Table Head",
        id="TableHead",
        based_on="TableText",
        colour=HEADING,
        bold=True,
        keep_next=True,
        is_custom=True,
        priority=36,
    ),
    TextStyle(
        name="Table Number",
        id="TableNumber",
        based_on="TableText",
        align="right",
        is_custom=True,
        priority=36,
    ),
)

END_STYLES = (
    TextStyle(
        name="Recommendation",
        id="Recommendation",
        next="RecommendationDetail",
        size=11.5,
        line=15,
        before=10,
        after=3,
        colour=HEADING,
        bold=True,
        left=COLUMN,
        hanging=cm(0.8),
        keep_next=True,
        keep_lines=True,
        number=(RECOMMENDATIONS, 0),
        is_custom=True,
        priority=37,
    ),
    TextStyle(
        name="Recommendation Detail",
        id="RecommendationDetail",
        based_on="BodyText",
        line=14,
        size=10.5,
        after=3,
        keep_lines=True,
        is_custom=True,
        priority=37,
    ),
    TextStyle(
        name="Bibliography",
        id="Bibliography",
        size=10,
        line=14,
        after=5,
        left=COLUMN + cm(0.6),
        hanging=cm(0.6),
        keep_lines=True,
        priority=37,
    ),
    TextStyle(
        name="Small Print",
        id="SmallPrint",
        size=9.5,
        line=13,
        after=5,
        left=COLUMN,
        colour=MUTED,
        is_custom=True,
        priority=38,
    ),
    TextStyle(
        name="footnote text",
        id="FootnoteText",
        size=9,
        line=12,
        after=2,
        left=COLUMN + cm(0.4),
        hanging=cm(0.4),
        priority=99,
    ),
    TextStyle(
        name="header",
        id="Header",
        size=9,
        line=12,
        after=0,
        colour=MUTED,
        tabs=((cm(16), "right", ""),),
        priority=99,
    ),
    TextStyle(
        name="footer",
        id="Footer",
        size=9,
        line=12,
        after=0,
        colour=MUTED,
        tabs=((cm(16), "right", ""),),
        edges=(Edge(side="top", colour=RULE, width=4, space=6),),
        priority=99,
    ),
    TextStyle(
        name="Cover Band",
        id="CoverBand",
        size=11,
        line=15,
        after=0,
        colour=Shade(slot="lt1"),
        bold=True,
        is_heading_font=True,
        is_custom=True,
        priority=99,
    ),
)

PARAGRAPH_STYLES = (*COVER_STYLES, *TEXT_STYLES, *BOX_STYLES, *EXHIBIT_STYLES, *END_STYLES)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordStyle:
    """A character style; None is inherited."""

    name: str
    id: str
    bold: bool | None = None
    italic: bool | None = None
    colour: Shade | None = None
    underline: bool = False
    is_raised: bool = False
    font: str = ""
    is_custom: bool = False
    priority: int = 22


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


@dataclass(frozen=True, slots=True, kw_only=True)
class GridStyle:
    """A table style. Widths of lines in eighths of a point, margins in twips.

    Attributes:
        lines: Side (as in `w:tblBorders`) → colour and width.
        margins: Top, left, bottom, right of each cell.
        head: Whether the first row and the last row have a look of their own.
    """

    name: str
    id: str
    lines: tuple[tuple[str, Shade, int], ...]
    margins: tuple[int, int, int, int]
    fill: Shade | None = None
    has_bands: bool = False


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
        lines=(("top", SIGNAL, 24), ("insideV", Shade(slot="lt1"), 96)),
        margins=(140, 170, 140, 113),
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
