"""What a Word template offers, as data: page geometry and styles by role."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from generator.inventory.deck import ThemeInfo
from generator.units import Emu, Size


class StyleRole(StrEnum):
    """What a style is needed for; the value is the stored name (`w:name`) looked for first."""

    # Paragraph styles. Word's built-in ones keep these names in every language.
    TITLE = "Title"
    SUBTITLE = "Subtitle"
    KICKER = "Kicker"
    BYLINE = "Byline"
    BODY = "Body Text"
    HEADING_1 = "heading 1"
    HEADING_2 = "heading 2"
    HEADING_3 = "heading 3"
    HEADING_4 = "heading 4"
    UNNUMBERED_HEADING = "Unnumbered Heading"  # front and back matter; outline level 1
    UNNUMBERED_SUBHEADING = "Unnumbered Subheading"  # below it; not in the contents
    TOC_HEADING = "TOC Heading"
    TOC_1 = "toc 1"
    TOC_2 = "toc 2"
    TOC_3 = "toc 3"
    BULLET_1 = "List Bullet"
    BULLET_2 = "List Bullet 2"
    BULLET_3 = "List Bullet 3"
    NUMBER_1 = "List Number"
    NUMBER_2 = "List Number 2"
    NUMBER_3 = "List Number 3"
    LIST_CONTINUE = "List Continue"
    QUOTE = "Quote"
    QUOTE_SOURCE = "Quote Source"
    CALLOUT_TITLE = "Callout Title"
    CALLOUT = "Callout"
    KEY_MESSAGES_HEADING = "Key Messages Heading"
    KEY_MESSAGE = "Key Message"
    KEY_FIGURE = "Key Figure"
    KEY_FIGURE_LABEL = "Key Figure Label"
    KEY_FIGURE_DETAIL = "Key Figure Detail"
    CAPTION = "caption"
    EXHIBIT_SUBTITLE = "Exhibit Subtitle"
    EXHIBIT = "Exhibit"  # the paragraph that holds a chart or picture
    SOURCE = "Source"  # source line and note under an exhibit
    TABLE_HEAD = "Table Head"
    TABLE_TEXT = "Table Text"
    TABLE_NUMBER = "Table Number"
    RECOMMENDATION = "Recommendation"
    RECOMMENDATION_DETAIL = "Recommendation Detail"
    BIBLIOGRAPHY = "Bibliography"
    SMALL_PRINT = "Small Print"
    FOOTNOTE_TEXT = "footnote text"
    HEADER = "header"
    FOOTER = "footer"
    # Character styles.
    FOOTNOTE_REFERENCE = "footnote reference"
    HYPERLINK = "Hyperlink"
    STRONG = "Strong"
    EMPHASIS = "Emphasis"
    CODE = "Code"
    # Table styles.
    TABLE = "Briefing Table"
    KEY_FIGURES_TABLE = "Briefing Key Figures"
    BOX_TABLE = "Briefing Box"  # one cell: key messages, callout


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleInfo:
    """One style.

    Attributes:
        id: `w:styleId`, which localised files change at will.
        name: `w:name`, the stored name.
        kind: `paragraph`, `character`, `table` or `numbering` (`ST_StyleType`).
        font: Effective Latin font, theme resolved; empty for a table style.
        size_pt: Effective size in points.
        left: Effective indent of the text from the left margin, in EMU.
        right: The same from the right margin.
        based_on: Stored name of the style that it builds on; empty for none.
        colour: Effective colour of its text as RRGGBB, theme resolved; empty for automatic.
        shading: Colour behind its text as RRGGBB; empty for none.
    """

    id: str
    name: str
    kind: str
    font: str = ""
    size_pt: float = 0.0
    is_bold: bool = False
    outline_level: int | None = None
    left: Emu = Emu(0)  # noqa: RUF009  # a number, not a shared object
    right: Emu = Emu(0)  # noqa: RUF009
    based_on: str = ""
    colour: str = ""
    shading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageInfo:
    """The page of the section that the report is written in. All lengths in EMU.

    Attributes:
        left: Margin, the gutter included; `top` likewise.
        ground: Colour of the page as RRGGBB; empty where a picture lies behind the text.
        first_room: Added above the text of the first page, which has art of its own there.
        columns: Columns of equal width that text runs in.
        column_gap: Between two of them.
    """

    size: Size
    left: Emu
    right: Emu
    top: Emu
    bottom: Emu
    ground: str = "FFFFFF"
    first_room: Emu = Emu(0)  # noqa: RUF009  # a number, not a shared object
    columns: int = 1
    column_gap: Emu = Emu(0)  # noqa: RUF009

    @property
    def text_width(self) -> Emu:
        """Return the width of a column: that between the margins where there is only one."""
        width = self.size.width - self.left - self.right
        return Emu((width - self.column_gap * (self.columns - 1)) // self.columns)


class FurnitureKind(StrEnum):
    """Where on the page furniture stands."""

    HEADER = "header"
    FOOTER = "footer"


class FurnitureVariant(StrEnum):
    """The pages that furniture is for (`ST_HdrFtr` in wml.xsd)."""

    DEFAULT = "default"
    FIRST = "first"
    EVEN = "even"


@dataclass(frozen=True, slots=True, kw_only=True)
class FurnitureInfo:
    """One header or footer of the page section that the report is written in.

    Attributes:
        text: Its words, a line for each paragraph that has some; fields as last stored.
    """

    kind: FurnitureKind
    variant: FurnitureVariant
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordTemplate:
    """What a Word file offers to the report builder.

    Attributes:
        styles: The style chosen for each role that the template has one for.
        missing: Roles without a style; the builder makes one, see `word.fallbacks`.
        reasons: For each role, why that style, or why none.
        everything: All styles of the file, in its order.
        furniture: Headers and footers of the page section that the report is written in.
    """

    page: PageInfo
    theme: ThemeInfo
    styles: Mapping[StyleRole, StyleInfo]
    missing: tuple[StyleRole, ...] = ()
    reasons: Mapping[StyleRole, str] = field(default_factory=dict)
    everything: tuple[StyleInfo, ...] = ()
    furniture: tuple[FurnitureInfo, ...] = ()
