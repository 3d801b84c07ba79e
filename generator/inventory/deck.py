"""What a PowerPoint template offers, as data: layouts and placeholders by role."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from generator.units import Box, Size


class LayoutRole(StrEnum):
    """What a layout is needed for, whatever its name."""

    COVER = "cover"
    SECTION = "section"
    CONTENT = "content"  # title and one body
    TWO_CONTENT = "two-content"  # title and two bodies of like size
    TITLE_ONLY = "title-only"  # title, and the body area left free for drawing
    QUOTE = "quote"
    CLOSING = "closing"


class PlaceholderRole(StrEnum):
    """What a placeholder of a layout is for."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BODY = "body"  # the main text or content hole; several are numbered left to right
    SIDE = "side"  # a narrow text beside the main hole
    TRACKER = "tracker"
    SOURCE = "source"
    KICKER = "kicker"
    BYLINE = "byline"
    DATE = "date"
    FOOTER = "footer"
    NUMBER = "number"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceholderInfo:
    """One placeholder of a layout, with what it inherits already resolved.

    Attributes:
        idx: As in `p:ph/@idx`; what a slide's own placeholder must repeat.
        kind: `p:ph/@type` (`ST_PlaceholderType`), `obj` when the attribute is absent.
        box: On the slide, groups resolved.
        size_pt: Effective font size of the first level, in points.
        insets: Left, top, right, bottom of the text, in EMU.
        is_caps: Whether all letters are shown as capitals.
        is_turned: Whether the text does not run across the slide.
        columns: In how many columns the text runs.
        font: Effective Latin font; that of the theme by its own name.
        colour: RGB of the text, six hex digits; empty if it cannot be told.
        behind: RGB of what is behind it; empty for a picture or what cannot be told.
        is_sized: Whether template or theme say `size_pt`; else it is what Office falls back to.
        is_unique: Whether no other placeholder of the layout has its kind and idx.
        text: What the layout itself writes into it: a prompt or, in a footer, real text.
    """

    idx: int
    kind: str
    name: str
    box: Box
    size_pt: float
    insets: tuple[int, int, int, int] = (91440, 45720, 91440, 45720)
    is_bold: bool = False
    is_caps: bool = False
    is_turned: bool = False
    columns: int = 1
    font: str = ""
    colour: str = ""
    behind: str = ""
    is_sized: bool = True
    is_unique: bool = True
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutInfo:
    """One layout.

    Attributes:
        part_name: Such as `/ppt/slideLayouts/slideLayout2.xml`: unique where names are not.
        placeholders: All of them, in the order of the file.
        by_role: Those whose role is known; several bodies stand from left to right.
        body: The area free for content: under the title, above the footer line, clear of art.
        kind: `p:sldLayout/@type` (`ST_SlideLayoutType`); empty if the file gives none.
        background: RGB of what is behind the body area; empty for a picture or what cannot be told.
        is_drawn: Whether the file has no such layout, and it was drawn for it.
        colours: Name of a colour on slides (`tx1`, `bg1`, `accent1`, …) → RGB.
        art: Boxes of logos, bands, rules and the like on layout and master, which nothing must be
            written over; not what carries the body area as a panel does.
        mapping: The layout's own colour map, which its slides must repeat: name → slot of the
            theme. Empty where it keeps the master's.
    """

    name: str
    part_name: str
    placeholders: tuple[PlaceholderInfo, ...]
    by_role: Mapping[PlaceholderRole, tuple[PlaceholderInfo, ...]]
    body: Box
    kind: str = ""
    background: str = ""
    is_drawn: bool = False
    colours: Mapping[str, str] = field(default_factory=dict)
    art: tuple[Box, ...] = ()
    mapping: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeInfo:
    """Colours and fonts of a theme.

    Attributes:
        colours: Slot → RGB in six upper-case hex digits: dk1 lt1 dk2 lt2 accent1…6 hlink folHlink.
        major: Latin font of headings.
        minor: Latin font of the body.
    """

    colours: Mapping[str, str]
    major: str
    minor: str
    major_east_asian: str = ""
    minor_east_asian: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MasterInfo:
    """One master with all its layouts.

    Attributes:
        name: That of its theme, which is what PowerPoint shows.
        part_name: Such as `/ppt/slideMasters/slideMaster1.xml`.
        layouts: In the order of the master's list; those that were drawn come last.
    """

    name: str
    part_name: str
    theme: ThemeInfo
    layouts: tuple[LayoutInfo, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckTemplate:
    """What a PowerPoint file offers to the deck builder.

    Attributes:
        layouts: The layout chosen for each role; every role is there.
        reasons: For each role, why that layout: shown by `brief template check`.
        table_style: Id of the style that new tables have (`a:tblStyleLst/@def`); may be empty.
        resets: Attributes of `a:rPr` that text boxes must write, since the file's defaults for
            them would show: `cap`, `baseline`, …, each with its neutral value.
        masters: All of them, in the file's order.
        scores: For each role, how well the chosen layout suits it; 60 and more is no makeshift.
    """

    size: Size
    theme: ThemeInfo
    layouts: Mapping[LayoutRole, LayoutInfo]
    reasons: Mapping[LayoutRole, str] = field(default_factory=dict)
    table_style: str = ""
    resets: Mapping[str, str] = field(default_factory=dict)
    masters: tuple[MasterInfo, ...] = ()
    scores: Mapping[LayoutRole, int] = field(default_factory=dict)
