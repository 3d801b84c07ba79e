"""The master and the seven layouts of the deck template as data.

All of them share one grid: 0.6 in at the sides, the title's top at 0.66 in, the body from 1.75 in
to 6.5 in, the source line under it, the footer under a rule at 7 in.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.starter.deck_shapes import Drawn, Hole, Level
from generator.starter.theme import (
    HEADING,
    MUTED,
    PANEL,
    RULE,
    SIGNAL,
    WHITE,
    Shade,
)
from generator.units import Box, Emu, Size, inches

SLIDE = Size(Emu(12_192_000), Emu(6_858_000))
LEFT = inches(0.6)
WIDTH = Emu(SLIDE.width - 2 * LEFT)
GUTTER = inches(0.4)
HALF = Emu((WIDTH - GUTTER) // 2)
TILE = Emu(SLIDE.height // 4)
BODY_TOP, BODY_BOTTOM = inches(1.75), inches(6.5)
PALE = Shade(slot="lt1", darker=0.15)
"""Quiet text on the dark ground of cover and closing."""


def _box(left: float, top: float, width: float, height: float) -> Box:
    return Box(inches(left), inches(top), inches(width), inches(height))


def _row(top: float, height: float) -> Box:
    return Box(LEFT, inches(top), WIDTH, inches(height))


TITLE = Level(size=24, line=29, colour=HEADING, bold=True, font="mj")
BODY = (
    Level(size=16, line=21, before=9, indent=228_600, hanging=228_600, bullet="\u2022"),
    Level(size=14, line=18, before=5, indent=457_200, hanging=228_600, bullet="\u2013"),
    Level(size=12, line=16, before=4, indent=685_800, hanging=228_600, bullet="\u2022"),
    Level(size=12, line=16, before=4, indent=914_400, hanging=228_600, bullet="\u2013"),
    Level(size=12, line=16, before=4, indent=1_143_000, hanging=228_600, bullet="\u2022"),
)
OTHER = Level(size=14, line=18)
SMALL = Level(size=10, line=12, colour=MUTED)
BODY_PROMPT = "First level\nSecond level\nThird level"


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutSpec:
    """One layout.

    Attributes:
        kind: `ST_SlideLayoutType`; empty when none fits.
        ground: Background; None for the master's.
        shows_master: Whether the shapes of the master are drawn.
    """

    name: str
    kind: str
    holes: tuple[Hole, ...]
    drawn: tuple[Drawn, ...] = ()
    ground: Shade | None = None
    shows_master: bool = True


def _title(box: Box | None = None) -> Hole:
    return Hole(
        kind="title",
        name="Title",
        prompt="The message of the slide, as a sentence",
        box=box or _row(0.66, 0.9),
    )


TRACKER = Hole(
    kind="body",
    name="Tracker",
    prompt="Section",
    box=_row(0.38, 0.22),
    idx=13,
    size="quarter",
    levels=(Level(size=11, line=14, colour=MUTED),),
)
SOURCE = Hole(
    kind="body",
    name="Source",
    prompt="Source: publisher, title, year.",
    box=Box(LEFT, inches(6.56), WIDTH, inches(0.36)),
    idx=14,
    size="quarter",
    levels=(SMALL,),
    anchor="b",
)
FOOTER = Hole(
    kind="ftr",
    name="Footer",
    prompt="Short title",
    box=_box(0.6, 7.07, 9, 0.22),
    idx=11,
    size="quarter",
    levels=(SMALL,),
    anchor="ctr",
)
NUMBER = Hole(
    kind="sldNum",
    name="Slide number",
    prompt="\u2039#\u203a",
    box=Box(Emu(LEFT + WIDTH - inches(1.2)), inches(7.07), inches(1.2), inches(0.22)),
    idx=12,
    size="quarter",
    levels=(Level(size=10, line=12, colour=MUTED, align="r"),),
    anchor="ctr",
    field="slidenum",
)
FURNITURE = (FOOTER, NUMBER)

MASTER_HOLES = (
    _title(),
    Hole(
        kind="body",
        name="Text",
        prompt=BODY_PROMPT,
        box=Box(LEFT, BODY_TOP, WIDTH, Emu(BODY_BOTTOM - BODY_TOP)),
        idx=1,
    ),
    *FURNITURE,
)
MASTER_DRAWN = (
    Drawn(name="Accent bar", box=_box(0.6, 0, 0.9, 0.09), fill=SIGNAL),
    Drawn(name="Footer rule", box=Box(LEFT, inches(6.99), WIDTH, Emu(9_525)), fill=RULE),
)


def _content(idx: int, left: int, width: int) -> Hole:
    return Hole(
        kind="",
        name=f"Content {idx}",
        prompt=BODY_PROMPT,
        box=Box(Emu(left), BODY_TOP, Emu(width), Emu(BODY_BOTTOM - BODY_TOP)),
        idx=idx,
        size="half" if width < WIDTH else "",
    )


def _line(idx: int, name: str, prompt: str, box: Box, level: Level, anchor: str = "t") -> Hole:
    """Return a small text placeholder that has no bullets."""
    return Hole(
        kind="body",
        name=name,
        prompt=prompt,
        box=box,
        idx=idx,
        size="quarter",
        levels=(level,),
        anchor=anchor,
    )


def _tiles(pattern: tuple[tuple[int, int, str, int, Shade], ...]) -> tuple[Drawn, ...]:
    """Return square tiles, counted in columns from the right edge and rows from the top."""
    return tuple(
        Drawn(
            name=f"Tile {number}",
            box=Box(Emu(SLIDE.width - column * TILE), Emu(row * TILE), TILE, TILE),
            fill=fill,
            geometry=geometry,
            turns=turns,
        )
        for number, (column, row, geometry, turns, fill) in enumerate(pattern, 1)
    )


DEEP = Shade(slot="accent1", darker=0.25)
MID = Shade(slot="accent1", lighter=0.15)
SOFT = Shade(slot="accent1", lighter=0.5)
TEAL = Shade(slot="accent3")

COVER_TILES = _tiles(
    (
        (2, 0, "rect", 0, DEEP),
        (2, 0, "quarter", 0, MID),
        (1, 0, "rect", 0, MID),
        (1, 0, "quarter", 2, SOFT),
        (2, 1, "rect", 0, MID),
        (2, 1, "quarter", 1, TEAL),
        (1, 1, "rect", 0, DEEP),
        (1, 1, "quarter", 3, MID),
        (2, 2, "rect", 0, SOFT),
        (2, 2, "quarter", 3, PANEL),
        (1, 2, "rect", 0, MID),
        (1, 2, "quarter", 0, DEEP),
        (3, 3, "quarter", 2, MID),
        (2, 3, "rect", 0, DEEP),
        (2, 3, "ellipse", 0, SIGNAL),
        (1, 3, "rect", 0, SOFT),
        (1, 3, "quarter", 2, MID),
    )
)
CLOSING_TILES = _tiles(
    (
        (1, 0, "quarter", 1, MID),
        (1, 1, "rect", 0, MID),
        (1, 1, "quarter", 3, TEAL),
        (1, 2, "rect", 0, DEEP),
        (1, 2, "ellipse", 0, SIGNAL),
        (2, 3, "quarter", 2, MID),
        (1, 3, "rect", 0, SOFT),
        (1, 3, "quarter", 0, MID),
    )
)
SECTION_TILES = _tiles(
    (
        (1, 0, "rect", 0, Shade(slot="accent1")),
        (1, 0, "quarter", 2, MID),
        (1, 1, "rect", 0, MID),
        (1, 1, "quarter", 1, SOFT),
        (1, 2, "rect", 0, DEEP),
        (1, 2, "quarter", 0, TEAL),
        (1, 3, "rect", 0, Shade(slot="accent1")),
        (1, 3, "quarter", 3, MID),
    )
)

COVER = LayoutSpec(
    name="Cover",
    kind="title",
    ground=HEADING,
    shows_master=False,
    drawn=(
        *COVER_TILES,
        Drawn(name="Accent bar", box=_box(0.6, 0, 0.9, 0.09), fill=SIGNAL),
    ),
    holes=(
        _line(
            15,
            "Kicker",
            "Kind of document",
            _box(0.6, 0.72, 7.6, 0.3),
            Level(size=14, line=18, colour=WHITE, bold=True),
        ),
        Hole(
            kind="ctrTitle",
            name="Title",
            prompt="Title of the briefing",
            box=_box(0.6, 1.3, 8.2, 2.4),
            anchor="b",
            levels=(Level(size=38, line=45, colour=WHITE, bold=True, font="mj"),),
        ),
        Hole(
            kind="subTitle",
            name="Subtitle",
            prompt="Subtitle",
            idx=1,
            box=_box(0.6, 3.92, 8.2, 1.0),
            levels=(Level(size=18, line=24, colour=PALE),),
        ),
        _line(
            16,
            "Byline",
            "Authors and organisation",
            _box(0.6, 5.85, 6.4, 0.7),
            Level(size=14, line=19, colour=WHITE),
            "b",
        ),
        _line(17, "Date", "Date", _box(0.6, 6.62, 6.4, 0.28), Level(size=14, line=19, colour=PALE)),
    ),
)
SECTION = LayoutSpec(
    name="Section",
    kind="secHead",
    ground=PANEL,
    drawn=SECTION_TILES,
    holes=(
        _line(
            15,
            "Kicker",
            "1",
            _box(0.6, 1.55, 2, 0.75),
            Level(size=40, line=48, colour=HEADING, bold=True, font="mj"),
        ),
        Hole(
            kind="title",
            name="Title",
            prompt="Name of the part",
            box=_box(0.6, 2.4, 9.4, 1.2),
            levels=(Level(size=32, line=38, colour=HEADING, bold=True, font="mj"),),
        ),
        Hole(
            kind="body",
            name="Text",
            prompt="What this part shows",
            idx=1,
            box=_box(0.6, 3.75, 8.6, 1.6),
            levels=(Level(size=18, line=25),),
        ),
        FOOTER,
    ),
)
CONTENT = LayoutSpec(
    name="Title and content",
    kind="obj",
    holes=(TRACKER, _title(), _content(1, LEFT, WIDTH), SOURCE, *FURNITURE),
)
TWO_CONTENT = LayoutSpec(
    name="Two contents",
    kind="twoObj",
    holes=(
        TRACKER,
        _title(),
        _content(1, LEFT, HALF),
        _content(2, LEFT + HALF + GUTTER, HALF),
        SOURCE,
        *FURNITURE,
    ),
)
TITLE_ONLY = LayoutSpec(
    name="Title only", kind="titleOnly", holes=(TRACKER, _title(), SOURCE, *FURNITURE)
)
QUOTE = LayoutSpec(
    name="Quote",
    kind="",
    drawn=(Drawn(name="Quote bar", box=_box(0.6, 2.05, 0.08, 3.9), fill=SIGNAL),),
    holes=(
        TRACKER,
        _title(),
        Hole(
            kind="body",
            name="Quote",
            prompt="The words",
            idx=1,
            box=_box(1.1, 2.05, 10.2, 3.0),
            levels=(Level(size=26, line=36, colour=HEADING, font="mj"),),
            anchor="ctr",
        ),
        _line(
            16,
            "Byline",
            "Speaker, role, date",
            _box(1.1, 5.3, 10.2, 0.65),
            Level(size=14, line=19, colour=MUTED),
        ),
        SOURCE,
        *FURNITURE,
    ),
)
CLOSING = LayoutSpec(
    name="Closing",
    kind="",
    ground=HEADING,
    shows_master=False,
    drawn=(
        *CLOSING_TILES,
        Drawn(name="Accent bar", box=_box(0.6, 0, 0.9, 0.09), fill=SIGNAL),
    ),
    holes=(
        Hole(
            kind="title",
            name="Title",
            prompt="Contact",
            box=_box(0.6, 1.3, 9.2, 0.95),
            anchor="b",
            levels=(Level(size=32, line=38, colour=WHITE, bold=True, font="mj"),),
        ),
        Hole(
            kind="body",
            name="Text",
            prompt="Name, address, telephone",
            idx=1,
            box=_box(0.6, 2.5, 9.2, 2.3),
            levels=(Level(size=16, line=23, colour=WHITE),),
        ),
        _line(
            14,
            "Source",
            "Funding and disclaimer",
            _box(0.6, 5.1, 8.9, 1.75),
            Level(size=11, line=15, before=4, colour=PALE),
            "b",
        ),
    ),
)

LAYOUTS = (COVER, SECTION, CONTENT, TWO_CONTENT, TITLE_ONLY, QUOTE, CLOSING)
