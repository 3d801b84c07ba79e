"""What stands on several layouts of the deck template: bars and rules, and common placeholders."""

from __future__ import annotations

from dataclasses import dataclass

from generator.starter.deck_look import (
    BODY_BOTTOM,
    GAP,
    LEFT,
    TITLE_TOP,
    DeckLook,
    place,
)
from generator.starter.deck_shapes import Drawn, DrawnPicture, Hole, Level
from generator.starter.theme import Shade
from generator.units import Box, Emu, inches

BODY_PROMPT = "First level\nSecond level\nThird level"


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutSpec:
    """One layout.

    Attributes:
        kind: `ST_SlideLayoutType`; empty when none fits.
        ground: Background; None for the master's.
        shows_master: Whether the shapes of the master are drawn.
        pictures: Logos, above what is drawn.
    """

    name: str
    kind: str
    holes: tuple[Hole, ...]
    drawn: tuple[Drawn, ...] = ()
    pictures: tuple[DrawnPicture, ...] = ()
    ground: Shade | None = None
    shows_master: bool = True


def plan_bar(look: DeckLook) -> Drawn:
    """Return the short bar at the top edge."""
    return Drawn(name="Accent bar", box=place(0.6, 0, 0.9, 0.09), fill=look.shades.signal)


def plan_rule(look: DeckLook) -> Drawn:
    """Return the rule above the footer."""
    box = Box(LEFT, inches(6.99), look.width, Emu(9_525))
    return Drawn(name="Footer rule", box=box, fill=look.shades.rule)


def plan_title(look: DeckLook) -> Hole:
    """Return the title of a content slide, with room for two lines."""
    return Hole(
        kind="title",
        name="Title",
        prompt="The message of the slide, as a sentence",
        box=Box(LEFT, TITLE_TOP, look.width, look.title_height),
    )


def plan_tracker(look: DeckLook) -> Hole:
    """Return the line above the title, which ends before a logo."""
    logo = look.logo
    width = look.width if logo is None else Emu(logo.box.left - LEFT - GAP)
    return Hole(
        kind="body",
        name="Tracker",
        prompt="Section",
        box=Box(LEFT, inches(0.38), width, inches(0.22)),
        idx=13,
        size="quarter",
        levels=(Level(size=11, line=14, colour=look.shades.muted),),
    )


def plan_source(look: DeckLook) -> Hole:
    """Return the source line under the body."""
    return Hole(
        kind="body",
        name="Source",
        prompt="Source: publisher, title, year.",
        box=Box(LEFT, inches(6.56), look.width, inches(0.36)),
        idx=14,
        size="quarter",
        levels=(look.small,),
        anchor="b",
    )


def plan_furniture(look: DeckLook, levels: tuple[Level, ...] = ()) -> tuple[Hole, Hole]:
    """Return footer and slide number.

    On a layout they have no `levels`: their looks are the master's. LibreOffice 7.4 lightens a
    colour twice that master and layout both give (seen 2026-11).
    """
    width = inches(1.2)
    footer = Hole(
        kind="ftr",
        name="Footer",
        prompt="Short title",
        box=Box(LEFT, inches(7.07), Emu(look.width - width - GAP), inches(0.22)),
        idx=11,
        size="quarter",
        levels=levels,
        anchor="ctr",
    )
    number = Hole(
        kind="sldNum",
        name="Slide number",
        prompt="\u2039#\u203a",
        box=Box(Emu(LEFT + look.width - width), inches(7.07), width, inches(0.22)),
        idx=12,
        size="quarter",
        levels=tuple(
            Level(size=level.size, line=level.line, colour=level.colour, align="r")
            for level in levels
        ),
        anchor="ctr",
        field="slidenum",
    )
    return footer, number


def plan_content(look: DeckLook, idx: int, left: int, width: int) -> Hole:
    """Return a placeholder for text, table or chart over the height of the body; in EMU."""
    return Hole(
        kind="",
        name=f"Content {idx}",
        prompt=BODY_PROMPT,
        box=Box(Emu(left), look.body_top, Emu(width), Emu(BODY_BOTTOM - look.body_top)),
        idx=idx,
        size="half" if width < look.width else "",
    )
