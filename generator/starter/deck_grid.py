"""The grid that the master and all layouts of the deck template share.

0.6 in at the sides, the title's top at 0.66 in, the body from 1.75 in to 6.5 in, the source line
under it, the footer under a rule at 7 in.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.starter.deck_shapes import Drawn, Hole, Level
from generator.starter.theme import HEADING, MUTED, RULE, SIGNAL, Shade
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


def place(left: float, top: float, width: float, height: float) -> Box:
    """Return a box from lengths in inches."""
    return Box(inches(left), inches(top), inches(width), inches(height))


def place_row(top: float, height: float) -> Box:
    """Return a box of the grid's full width, `top` and `height` in inches."""
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


def plan_title() -> Hole:
    """Return the title of a content slide, with room for two lines."""
    return Hole(
        kind="title",
        name="Title",
        prompt="The message of the slide, as a sentence",
        box=place_row(0.66, 0.9),
    )


TRACKER = Hole(
    kind="body",
    name="Tracker",
    prompt="Section",
    box=place_row(0.38, 0.22),
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
    box=place(0.6, 7.07, 9, 0.22),
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
FURNITURE = (replace(FOOTER, levels=()), replace(NUMBER, levels=()))
"""Footer and number on a layout: their looks are the master's.

LibreOffice 7.4 lightens a colour twice that master and layout both give (seen 2026-11).
"""

MASTER_HOLES = (
    plan_title(),
    Hole(
        kind="body",
        name="Text",
        prompt=BODY_PROMPT,
        box=Box(LEFT, BODY_TOP, WIDTH, Emu(BODY_BOTTOM - BODY_TOP)),
        idx=1,
    ),
    FOOTER,
    NUMBER,
)
MASTER_DRAWN = (
    Drawn(name="Accent bar", box=place(0.6, 0, 0.9, 0.09), fill=SIGNAL),
    Drawn(name="Footer rule", box=Box(LEFT, inches(6.99), WIDTH, Emu(9_525)), fill=RULE),
)


def plan_content(idx: int, left: int, width: int) -> Hole:
    """Return a placeholder for text, table or chart over the height of the body; in EMU."""
    return Hole(
        kind="",
        name=f"Content {idx}",
        prompt=BODY_PROMPT,
        box=Box(Emu(left), BODY_TOP, Emu(width), Emu(BODY_BOTTOM - BODY_TOP)),
        idx=idx,
        size="half" if width < WIDTH else "",
    )
