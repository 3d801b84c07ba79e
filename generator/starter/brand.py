"""The brand as data: all that a template pair is made from, every colour decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from generator.inventory.pictures import Picture
from generator.ooxml.theme import SLOTS

DEFAULT_FONT = "Calibri"
"""A font that Office has everywhere, and whose widths are known."""


class PageFormat(StrEnum):
    """Size of the report's pages."""

    A4 = "A4"
    LETTER = "Letter"


class SlideFormat(StrEnum):
    """Shape of the slides."""

    WIDE = "16:9"
    NARROW = "4:3"


class Tone(StrEnum):
    """Whether something is dark or light."""

    LIGHT = "light"
    DARK = "dark"


class Ornament(StrEnum):
    """What cover, section openers and closing slide are adorned with."""

    TILES = "tiles"  # squares and quarter discs at the right edge
    CONTOURS = "contours"  # quarter discs within each other, from the lower right corner
    NONE = "none"


class TaggedText(StrEnum):
    """What text of its own the template has, in which tags say where parts of a brief go."""

    NONE = "none"
    MEMO = "memo"  # a page for whoever decides, and the brief as its annex; a deck to present it


REPORT_LEVELS = ("title", "subtitle", "heading-1", "heading-2", "heading-3", "body", "small")
SLIDE_LEVELS = ("cover", "title", "body", "small")
"""What `defaults.briefing.scale` can give a size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Sizes of text in points, and the distance of lines.

    Attributes:
        report: Level of `REPORT_LEVELS` → size; what is left out follows from the body's.
        slides: The same of `SLIDE_LEVELS`.
        leading: Factor on the distance of lines in running text, 1 for the design's own.
        heading_leading: The same of headings.
    """

    report: Mapping[str, float] = field(default_factory=dict)
    slides: Mapping[str, float] = field(default_factory=dict)
    leading: float = 1.0
    heading_leading: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """One logo in its two variants; at least one is there.

    Attributes:
        light: For light grounds.
        dark: For dark grounds.
    """

    light: Picture | None = None
    dark: Picture | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand:
    """What a template pair is made from.

    Attributes:
        name: Name of the theme.
        colours: Slot → RGB in six upper-case hex digits, all of `SLOTS`; of the report, whose
            paper is light since it is printed.
        slide_colours: The same of the deck; its ground (`lt1`) may be dark.
        palette: The accents in the order in which series of charts take them.
        notes: Slot → where its colour in the report comes from, and what was changed about it.
        headings: Latin font of headings.
        base: Latin font of the text.
        monospace: Font of code.
        scripts: ISO 15924 code → font, such as `Jpan` → `Yu Gothic`.
        language: BCP 47 tag of the template's own text.
        cover: Tone of the first slide and of the head of the report.
        logos: `small`, `medium`, `large`, as far as there are any.
        files: Path below the brand file → content of every picture that it names, for copying.
    """

    name: str
    colours: Mapping[str, str]
    slide_colours: Mapping[str, str]
    palette: tuple[str, ...] = SLOTS[4:10]
    notes: Mapping[str, str] = field(default_factory=dict)
    headings: str = DEFAULT_FONT
    base: str = DEFAULT_FONT
    monospace: str = "Courier New"
    has_bold_headings: bool = True
    has_numbered_headings: bool = True
    scripts: Mapping[str, str] = field(default_factory=dict)
    language: str = "en-GB"
    page: PageFormat = PageFormat.A4
    slide: SlideFormat = SlideFormat.WIDE
    scale: Scale = field(default_factory=Scale)
    cover: Tone = Tone.DARK
    ornament: Ornament = Ornament.TILES
    tags: TaggedText = TaggedText.NONE
    logos: Mapping[str, Logo] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)

    def find_logo(self, *sizes: str) -> Logo | None:
        """Return the logo of the first of `sizes` that there is."""
        return next((self.logos[size] for size in sizes if size in self.logos), None)
