"""The seven layouts of the deck template as data, one for each role."""

from __future__ import annotations

from generator.starter.deck_grid import (
    FURNITURE,
    GUTTER,
    HALF,
    LEFT,
    PALE,
    SOURCE,
    TILE,
    TRACKER,
    WIDTH,
    LayoutSpec,
    place,
    place_row,
    plan_content,
    plan_title,
)
from generator.starter.deck_shapes import Drawn, Hole, Level
from generator.starter.deck_tiles import CLOSING_TILES, COVER_TILES, SECTION_TILES
from generator.starter.theme import HEADING, MUTED, PANEL, SIGNAL, WHITE, Shade
from generator.units import Box, Emu, inches

COVER = LayoutSpec(
    name="Cover",
    kind="title",
    ground=HEADING,
    shows_master=False,
    drawn=(
        *COVER_TILES,
        Drawn(name="Accent bar", box=place(0.6, 0, 0.9, 0.09), fill=SIGNAL),
    ),
    holes=(
        Hole(
            kind="body",
            name="Kicker",
            prompt="Kind of document",
            box=place(0.6, 0.72, 7.6, 0.3),
            idx=15,
            size="quarter",
            levels=(Level(size=14, line=18, colour=WHITE, bold=True),),
        ),
        Hole(
            kind="ctrTitle",
            name="Title",
            prompt="Title of the briefing",
            box=place(0.6, 1.3, 8.2, 2.4),
            anchor="b",
            levels=(Level(size=38, line=45, colour=WHITE, bold=True, font="mj"),),
        ),
        Hole(
            kind="subTitle",
            name="Subtitle",
            prompt="Subtitle",
            idx=1,
            box=place(0.6, 3.92, 8.2, 1.0),
            levels=(Level(size=18, line=24, colour=PALE),),
        ),
        Hole(
            kind="body",
            name="Byline",
            prompt="Authors and organisation",
            box=place(0.6, 5.3, 6.4, 1.25),
            idx=16,
            size="quarter",
            levels=(Level(size=14, line=19, colour=WHITE),),
            anchor="b",
        ),
        Hole(
            kind="body",
            name="Date",
            prompt="Date",
            box=place(0.6, 6.62, 6.4, 0.28),
            idx=17,
            size="quarter",
            levels=(Level(size=14, line=19, colour=PALE),),
        ),
    ),
)
SECTION = LayoutSpec(
    name="Section",
    kind="secHead",
    ground=PANEL,
    drawn=SECTION_TILES,
    holes=(
        Hole(
            kind="body",
            name="Kicker",
            prompt="1",
            box=place(0.6, 1.1, 2, 0.75),
            idx=15,
            size="quarter",
            levels=(Level(size=40, line=48, colour=HEADING, bold=True, font="mj"),),
        ),
        Hole(
            kind="title",
            name="Title",
            prompt="Name of the part",
            box=place(0.6, 2.1, 9.4, 1.15),
            anchor="b",
            levels=(Level(size=32, line=38, colour=HEADING, bold=True, font="mj"),),
        ),
        Hole(
            kind="body",
            name="Text",
            prompt="What this part shows",
            idx=1,
            box=place(0.6, 3.5, 8.6, 1.9),
            levels=(Level(size=18, line=25),),
        ),
        FURNITURE[0],
    ),
)
CONTENT = LayoutSpec(
    name="Title and content",
    kind="obj",
    holes=(TRACKER, plan_title(), plan_content(1, LEFT, WIDTH), SOURCE, *FURNITURE),
)
TWO_CONTENT = LayoutSpec(
    name="Two contents",
    kind="twoObj",
    holes=(
        TRACKER,
        plan_title(),
        plan_content(1, LEFT, HALF),
        plan_content(2, LEFT + HALF + GUTTER, HALF),
        SOURCE,
        *FURNITURE,
    ),
)
TITLE_ONLY = LayoutSpec(
    name="Title only", kind="titleOnly", holes=(TRACKER, plan_title(), SOURCE, *FURNITURE)
)
QUOTE = LayoutSpec(
    name="Quote",
    kind="",
    drawn=(
        Drawn(name="Quote panel", box=place_row(1.75, 4.65), fill=PANEL),
        Drawn(
            name="Quote disc",
            box=Box(Emu(LEFT + WIDTH - TILE), inches(6.4 - 1.875), TILE, TILE),
            fill=Shade(slot="lt2", darker=0.08),
            geometry="quarter",
            turns=2,
        ),
        Drawn(name="Quote bar", box=place(0.6, 1.75, 0.09, 4.65), fill=SIGNAL),
    ),
    holes=(
        TRACKER,
        plan_title(),
        Hole(
            kind="body",
            name="Quote",
            prompt="The words",
            idx=1,
            box=place(1.1, 2.05, 9.6, 3.3),
            levels=(Level(size=26, line=36, colour=HEADING, font="mj"),),
            anchor="ctr",
        ),
        Hole(
            kind="body",
            name="Byline",
            prompt="Speaker, role, date",
            box=place(1.1, 5.5, 9.6, 0.6),
            idx=16,
            size="quarter",
            levels=(Level(size=14, line=19, colour=MUTED),),
            anchor="b",
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
        Drawn(name="Accent bar", box=place(0.6, 0, 0.9, 0.09), fill=SIGNAL),
    ),
    holes=(
        Hole(
            kind="title",
            name="Title",
            prompt="Contact",
            box=place(0.6, 1.3, 9.2, 0.95),
            anchor="b",
            levels=(Level(size=32, line=38, colour=WHITE, bold=True, font="mj"),),
        ),
        Hole(
            kind="body",
            name="Text",
            prompt="Name, address, telephone",
            idx=1,
            box=place(0.6, 2.5, 9.2, 2.3),
            levels=(Level(size=16, line=23, colour=WHITE),),
        ),
        Hole(
            kind="body",
            name="Source",
            prompt="Funding and disclaimer",
            box=place(0.6, 4.95, 8.9, 1.95),
            idx=14,
            size="quarter",
            levels=(Level(size=11, line=15, before=4, colour=PALE),),
            anchor="b",
        ),
    ),
)

LAYOUTS = (COVER, SECTION, CONTENT, TWO_CONTENT, TITLE_ONLY, QUOTE, CLOSING)
