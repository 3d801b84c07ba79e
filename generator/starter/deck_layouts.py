"""The seven layouts of the deck template as data, one for each role."""

from __future__ import annotations

from generator.starter.deck_holes import (
    LayoutSpec,
    plan_bar,
    plan_content,
    plan_furniture,
    plan_rule,
    plan_source,
    plan_title,
    plan_tracker,
)
from generator.starter.deck_look import (
    GUTTER,
    LEFT,
    DeckLook,
    place,
    plan_cover_logo,
    plan_plate,
)
from generator.starter.deck_ornaments import Adornment, plan_adornment
from generator.starter.deck_shapes import Drawn, Hole, Level
from generator.starter.theme import Shade
from generator.units import Box, Emu, inches, to_inches

_FROM = 0.6
"""Left edge of the text, in inches."""

_WIDE = 12.0


def plan_layouts(look: DeckLook) -> tuple[LayoutSpec, ...]:
    """Return all layouts."""
    adornment = plan_adornment(look)
    return (
        _plan_cover(look, adornment),
        _plan_section(look, adornment),
        LayoutSpec(
            name="Title and content",
            kind="obj",
            holes=_around(look, plan_content(look, 1, LEFT, look.width)),
        ),
        LayoutSpec(
            name="Two contents",
            kind="twoObj",
            holes=_around(
                look,
                plan_content(look, 1, LEFT, look.half),
                plan_content(look, 2, LEFT + look.half + GUTTER, look.half),
            ),
        ),
        LayoutSpec(name="Title only", kind="titleOnly", holes=_around(look)),
        _plan_quote(look),
        _plan_closing(look, adornment),
    )


def _around(look: DeckLook, *content: Hole) -> tuple[Hole, ...]:
    """Return the holes of a content slide around `content`."""
    return (
        plan_tracker(look),
        plan_title(look),
        *content,
        plan_source(look),
        *plan_furniture(look),
    )


def _plan_cover(look: DeckLook, adornment: Adornment) -> LayoutSpec:
    ground, logo = look.ground, plan_cover_logo(look)
    # A logo stands above the kicker, which makes room for it.
    kicker, title = (1.42, 1.82) if logo else (0.72, 1.3)
    upper, middle, lower = (
        edge - _FROM for edge in (adornment.upper, adornment.middle, adornment.lower)
    )
    return LayoutSpec(
        name="Cover",
        kind="title",
        ground=ground.fill,
        shows_master=False,
        drawn=(*adornment.cover, plan_bar(look), *(plan_plate(logo) if logo else ())),
        pictures=(logo,) if logo else (),
        holes=(
            Hole(
                kind="body",
                name="Kicker",
                prompt="Kind of document",
                box=place(_FROM, kicker, min(upper, 7.6), 0.3),
                idx=15,
                size="quarter",
                levels=(Level(size=14, line=18, colour=ground.text, bold=True),),
            ),
            Hole(
                kind="ctrTitle",
                name="Title",
                prompt="Title of the briefing",
                box=place(_FROM, title, upper, 3.7 - title),
                anchor="b",
                levels=(look.cover_level(),),
            ),
            Hole(
                kind="subTitle",
                name="Subtitle",
                prompt="Subtitle",
                idx=1,
                box=place(_FROM, 3.92, middle, 1.0),
                levels=(Level(size=18, line=24, colour=ground.quiet),),
            ),
            Hole(
                kind="body",
                name="Byline",
                prompt="Authors and organisation",
                box=place(_FROM, 5.3, lower, 1.25),
                idx=16,
                size="quarter",
                levels=(Level(size=14, line=19, colour=ground.text),),
                anchor="b",
            ),
            Hole(
                kind="body",
                name="Date",
                prompt="Date",
                box=place(_FROM, 6.62, lower, 0.28),
                idx=17,
                size="quarter",
                levels=(Level(size=14, line=19, colour=ground.quiet),),
            ),
        ),
    )


def _plan_section(look: DeckLook, adornment: Adornment) -> LayoutSpec:
    """Return the opener of a part; it hides the master's shapes where a logo is among them."""
    heading = look.shades.heading
    furniture = (plan_bar(look), plan_rule(look)) if look.logo else ()
    return LayoutSpec(
        name="Section",
        kind="secHead",
        ground=look.shades.panel,
        shows_master=not look.logo,
        drawn=(*furniture, *adornment.section),
        holes=(
            Hole(
                kind="body",
                name="Kicker",
                prompt="1",
                box=place(_FROM, 1.1, 2, 0.75),
                idx=15,
                size="quarter",
                levels=(look.head(40, 48, heading),),
            ),
            Hole(
                kind="title",
                name="Title",
                prompt="Name of the part",
                box=place(_FROM, 2.1, adornment.opener - _FROM, 1.15),
                anchor="b",
                levels=(look.head(32, 38, heading),),
            ),
            Hole(
                kind="body",
                name="Text",
                prompt="What this part shows",
                idx=1,
                box=place(_FROM, 3.5, adornment.agenda - _FROM, 1.9),
                levels=(Level(size=18, line=25),),
            ),
            plan_furniture(look)[0],
        ),
    )


def _plan_quote(look: DeckLook) -> LayoutSpec:
    shades, top = look.shades, to_inches(look.body_top)
    disc, foot = inches(1.875), inches(6.4)
    panel = Box(LEFT, look.body_top, look.width, Emu(foot - look.body_top))
    width = to_inches(look.width) - 2 * 0.5
    text = look.head(26, 36, shades.heading)
    return LayoutSpec(
        name="Quote",
        kind="",
        drawn=(
            Drawn(name="Quote panel", box=panel, fill=shades.panel),
            Drawn(
                name="Quote disc",
                box=Box(Emu(LEFT + look.width - disc), Emu(foot - disc), disc, disc),
                fill=Shade(slot="lt2", darker=0.08),
                geometry="quarter",
                turns=2,
            ),
            Drawn(
                name="Quote bar",
                box=Box(LEFT, look.body_top, inches(0.09), panel.height),
                fill=shades.signal,
            ),
        ),
        holes=_around(
            look,
            Hole(
                kind="body",
                name="Quote",
                prompt="The words",
                idx=1,
                box=place(1.1, top + 0.3, min(width, 9.6), 5.35 - top - 0.3),
                levels=(Level(size=text.size, line=text.line, colour=text.colour, font="mj"),),
                anchor="ctr",
            ),
            Hole(
                kind="body",
                name="Byline",
                prompt="Speaker, role, date",
                box=place(1.1, 5.5, min(width, 9.6) if look.width_in > _WIDE else width - 1.5, 0.6),
                idx=16,
                size="quarter",
                levels=(Level(size=14, line=19, colour=shades.muted),),
                anchor="b",
            ),
        ),
    )


def _plan_closing(look: DeckLook, adornment: Adornment) -> LayoutSpec:
    ground, logo = look.ground, plan_cover_logo(look)
    width = adornment.contact - _FROM
    return LayoutSpec(
        name="Closing",
        kind="",
        ground=ground.fill,
        shows_master=False,
        drawn=(*adornment.closing, plan_bar(look), *(plan_plate(logo) if logo else ())),
        pictures=(logo,) if logo else (),
        holes=(
            Hole(
                kind="title",
                name="Title",
                prompt="Contact",
                box=place(_FROM, 1.3, width, 0.95),
                anchor="b",
                levels=(look.head(32, 38, ground.title),),
            ),
            Hole(
                kind="body",
                name="Text",
                prompt="Name, address, telephone",
                idx=1,
                box=place(_FROM, 2.5, width, 2.3),
                levels=(Level(size=16, line=23, colour=ground.text),),
            ),
            Hole(
                kind="body",
                name="Source",
                prompt="Funding and disclaimer",
                box=place(_FROM, 4.95, adornment.small_print - _FROM, 1.95),
                idx=14,
                size="quarter",
                levels=(Level(size=11, line=15, before=4, colour=ground.quiet),),
                anchor="b",
            ),
        ),
    )
