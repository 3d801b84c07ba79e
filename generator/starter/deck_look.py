"""The look of the deck as a whole: its grid, its levels of text, its shades.

0.6 in at the sides, the tracker at the top, the title under it with room for two lines, the body
down to 6.5 in, the source line under it, the footer under a rule at 7 in. Slides of both shapes
are 7.5 in high and differ in width alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.starter.brand import Brand, SlideFormat, Tone
from generator.starter.colours import is_dark, shade
from generator.starter.deck_shapes import Drawn, DrawnPicture, Level
from generator.starter.logos import choose_logo
from generator.starter.theme import Shade, Shades, plan_shades
from generator.units import Box, Emu, Size, inches, pt, to_inches

_SIZES: Mapping[SlideFormat, Size] = {
    SlideFormat.WIDE: Size(Emu(12_192_000), Emu(6_858_000)),
    SlideFormat.NARROW: Size(Emu(9_144_000), Emu(6_858_000)),
}
LEFT = inches(0.6)
GUTTER = inches(0.4)
BODY_BOTTOM = inches(6.5)
TITLE_TOP = inches(0.66)
_LEAST_TITLE = inches(0.9)
_TITLE_LINES = 2
_AFTER_TITLE = inches(0.19)
_CORNER_ROOM = Size(inches(1.7), inches(0.36))
_COVER_ROOM = Size(inches(3.0), inches(0.62))
_CORNER_TOP = inches(0.2)
_PLATE = inches(0.08)
GAP = inches(0.3)
COVER_PT, TITLE_PT, BODY_PT, SMALL_PT = 38.0, 24.0, 16.0, 10.0
_STEP = 228_600
_LEVELS = ((16, 21, 9), (14, 18, 5), (12, 16, 4), (12, 16, 4), (12, 16, 4))
"""Size, distance of lines and space before of each level of the body, in points."""

_LEAST_PT = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The ground of cover and closing, and the text upon it.

    Attributes:
        quiet: For what matters less.
    """

    fill: Shade
    title: Shade
    text: Shade
    quiet: Shade
    is_dark: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckLook:
    """What all parts of the deck template go by.

    Attributes:
        brand: With the colours of the slides.
        title: Level of the titles of content slides.
        body: Levels of running text.
        small: Level of source line, footer and number.
        ground: Of cover and closing.
        logo: In the corner of content slides; None without.
    """

    brand: Brand
    shades: Shades
    size: Size
    title: Level
    body: tuple[Level, ...]
    other: Level
    small: Level
    ground: Ground
    logo: DrawnPicture | None

    @property
    def width(self) -> Emu:
        """Return the width between the margins."""
        return Emu(self.size.width - 2 * LEFT)

    @property
    def half(self) -> Emu:
        """Return the width of one of two columns."""
        return Emu((self.width - GUTTER) // 2)

    @property
    def body_top(self) -> Emu:
        """Return where the body begins: under two lines of title."""
        return Emu(TITLE_TOP + self.title_height + _AFTER_TITLE)

    @property
    def title_height(self) -> Emu:
        """Return the height of the title's place."""
        return Emu(max(_LEAST_TITLE, pt(self.title.line * _TITLE_LINES) + inches(0.08)))

    @property
    def width_in(self) -> float:
        """Return the width of a slide in inches."""
        return to_inches(self.size.width)

    def head(self, size: float, line: float, colour: Shade) -> Level:
        """Return a level in the font of headings; sizes go with that of the titles."""
        share = self.title.size / TITLE_PT
        return Level(
            size=_half(size * share),
            line=_half(line * share),
            colour=colour,
            bold=self.brand.has_bold_headings,
            font="mj",
        )

    def cover_level(self) -> Level:
        """Return the level of the title on the cover."""
        size = self.brand.scale.slides.get("cover", COVER_PT)
        return Level(
            size=size,
            line=_half(size * 45 / COVER_PT),
            colour=self.ground.title,
            bold=self.brand.has_bold_headings,
            font="mj",
        )


def _half(size: float) -> float:
    return round(size * 2) / 2


def place(left: float, top: float, width: float, height: float) -> Box:
    """Return a box from lengths in inches."""
    return Box(inches(left), inches(top), inches(width), inches(height))


def plan_deck_look(brand: Brand) -> DeckLook:
    """Return the look that `brand` asks for; its `colours` are those of the slides."""
    shades = plan_shades(brand.colours)
    sizes, leading = brand.scale.slides, brand.scale.leading
    title = sizes.get("title", TITLE_PT)
    share = sizes.get("body", BODY_PT) / BODY_PT
    size = _SIZES[brand.slide]
    return DeckLook(
        brand=brand,
        shades=shades,
        size=size,
        title=Level(
            size=title,
            line=_half(title * 29 / TITLE_PT),
            colour=shades.heading,
            bold=brand.has_bold_headings,
            font="mj",
        ),
        body=tuple(
            Level(
                size=max(_LEAST_PT, _half(points * share)),
                line=_half(max(_LEAST_PT, points * share) * line / points * leading),
                before=before,
                indent=_STEP * number,
                hanging=_STEP,
                bullet="\u2022" if number % 2 else "\u2013",
            )
            for number, (points, line, before) in enumerate(_LEVELS, 1)
        ),
        other=Level(size=14, line=18),
        small=_small(sizes.get("small", SMALL_PT), shades),
        ground=_plan_ground(brand, shades),
        logo=_plan_corner(brand, size),
    )


def _small(size: float, shades: Shades) -> Level:
    return Level(size=size, line=_half(size * 1.2), colour=shades.muted)


def _plan_ground(brand: Brand, shades: Shades) -> Ground:
    """Return the ground of the cover: the colour of headings, or the paper, as `cover` asks."""
    if (brand.cover is Tone.DARK) is not is_dark(brand.colours["lt1"]):
        return Ground(
            fill=shades.heading,
            title=shades.paper,
            text=shades.paper,
            quiet=shades.quiet,
            is_dark=is_dark(brand.colours["dk2"]),
        )
    return Ground(
        fill=shades.paper,
        title=shades.heading,
        text=shades.text,
        quiet=shades.muted,
        is_dark=is_dark(shade(brand.colours["lt1"])),
    )


def _plan_corner(brand: Brand, size: Size) -> DrawnPicture | None:
    """Return the logo at the top right of content slides."""
    logo = choose_logo(
        brand, ("small", "medium", "large"), _CORNER_ROOM, on_dark=is_dark(brand.colours["lt1"])
    )
    if logo is None:
        return None
    left = Emu(size.width - LEFT - logo.size.width)
    return DrawnPicture(
        picture=logo.picture,
        box=Box(left, _CORNER_TOP, *logo.size),
        plate=Shade(slot="dk1") if logo.has_plate else None,
    )


def plan_cover_logo(look: DeckLook) -> DrawnPicture | None:
    """Return the logo at the top left of cover and closing."""
    logo = choose_logo(
        look.brand, ("large", "medium", "small"), _COVER_ROOM, on_dark=look.ground.is_dark
    )
    if logo is None:
        return None
    margin = _PLATE if logo.has_plate else 0
    return DrawnPicture(
        picture=logo.picture,
        box=Box(Emu(LEFT + margin), Emu(inches(0.5) + margin), *logo.size),
        plate=look.ground.text if logo.has_plate else None,
    )


def plan_plate(logo: DrawnPicture) -> tuple[Drawn, ...]:
    """Return the ground of a logo that was drawn for another one than it stands on."""
    if logo.plate is None:
        return ()
    box = logo.box
    around = Box(
        Emu(box.left - _PLATE),
        Emu(box.top - _PLATE),
        Emu(box.width + 2 * _PLATE),
        Emu(box.height + 2 * _PLATE),
    )
    return (Drawn(name="Logo plate", box=around, fill=logo.plate),)
