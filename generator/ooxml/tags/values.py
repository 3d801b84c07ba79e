"""Values with a format, for a context: rich text, paragraphs of it, listings.

They take the same options as those of docxtpl, so that its contexts carry over. A colour is six
hexadecimal digits, with or without `#`; a size is in half-points; a style is its name or id.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Self

from generator.ooxml.opc import Element
from generator.ooxml.tags.spot import Spot
from generator.ooxml.tags.written import check_text

UNDERLINES = ("single", "double", "thick", "dotted", "dash", "dotDash", "dotDotDash", "wave")
_COLOUR = re.compile(r"#?([0-9A-Fa-f]{6})\Z")
_FONT_SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text with one format.

    Attributes:
        style: Name or id of a character style; empty for none.
        colour: Six hexadecimal digits; empty for none.
        highlight: The same, behind the text.
        size: In half-points; 0 for none.
        raised: 1 for superscript, -1 for subscript.
        underline: One of `UNDERLINES`; empty for none.
        font: Name; empty for none.
        font_slot: A further slot that the font is for, such as `eastAsia`.
        link: Address, or the id of a relationship of the template; empty for none.
        language: BCP 47 tag; empty for none.
    """

    text: str
    style: str = ""
    colour: str = ""
    highlight: str = ""
    size: int = 0
    raised: int = 0
    bold: bool = False
    italic: bool = False
    underline: str = ""
    strike: bool = False
    font: str = ""
    font_slot: str = ""
    link: str = ""
    is_rtl: bool = False
    language: str = ""


class RichText:
    """Text of several formats inside a paragraph: `{{r name }}`.

    Args:
        text: The first piece; None for none yet.
        options: As `add` takes them.
    """

    def __init__(self, text: object = None, **options: object) -> None:
        self.pieces: list[Piece] = []
        if text is not None and text != "":
            self.add(text, **options)  # pyright: ignore[reportArgumentType] - checked there

    def add(  # noqa: PLR0913, PLR0917 - the options are those that the convention has
        self,
        text: object,
        style: str | None = None,
        color: str | None = None,
        highlight: str | None = None,
        size: int | None = None,
        subscript: bool | None = None,
        superscript: bool | None = None,
        bold: bool = False,
        italic: bool = False,
        underline: bool | str = False,
        strike: bool = False,
        font: str | None = None,
        url_id: str | None = None,
        rtl: bool = False,
        lang: str | None = None,
    ) -> None:
        """Add a piece of text.

        Args:
            text: A text, or another rich text, which keeps its own formats; anything else is
                written as Python does.
            style: Name or id of a character style of the template.
            color: Of the text.
            highlight: Colour behind the text.
            size: In half-points.
            subscript: Whether it is lowered.
            superscript: Whether it is raised.
            bold: Whether it is bold.
            italic: Whether it is italic.
            strike: Whether it is struck through.
            rtl: Whether it runs from right to left.
            underline: One of `UNDERLINES`; True is `single`.
            font: Name, with a slot before it if it is for one script: `eastAsia:SimSun`.
            url_id: Address that a click leads to, or the id of a link of the template.
            lang: BCP 47 tag.

        Raises:
            ValueError: A colour or size is none, or the text holds what XML cannot.
        """
        if isinstance(text, RichText):
            self.pieces.extend(text.pieces)
            return
        said = text.decode("utf-8", "replace") if isinstance(text, bytes) else str(text)
        check_text(said)
        slot, _, name = (font or "").rpartition(":")
        self.pieces.append(
            Piece(
                text=said,
                style=style or "",
                colour=parse_colour(color),
                highlight=parse_colour(highlight),
                size=_parse_size(size),
                raised=1 if superscript else -1 if subscript else 0,
                bold=bool(bold),
                italic=bool(italic),
                underline=_parse_underline(underline),
                strike=bool(strike),
                font=name,
                font_slot=slot if slot in _FONT_SLOTS else "",
                link=url_id or "",
                is_rtl=bool(rtl),
                language=lang or "",
            )
        )

    add.alters_data = True  # pyright: ignore[reportFunctionMemberAccess] - asked by the sandbox

    def __str__(self) -> str:
        """Return the text without its formats."""
        return "".join(piece.text for piece in self.pieces)

    def build_at(self, spot: Spot) -> Sequence[Element]:
        """Return the runs of this text."""
        from generator.ooxml.tags.richruns import build_runs

        return build_runs(self.pieces, spot)


class RichTextParagraph:
    """Paragraphs in styles of the template: `{{p name }}`.

    Args:
        text: Text of the first; None for none yet.
        parastyle: Name or id of a paragraph style; None for the format of the tag's paragraph.
    """

    def __init__(self, text: object = None, parastyle: str | None = None) -> None:
        self.paragraphs: list[tuple[RichText, str]] = []
        if text is not None and text != "":
            self.add(text, parastyle)

    def add(self, text: object, parastyle: str | None = None) -> None:
        """Add a paragraph."""
        rich = text if isinstance(text, RichText) else RichText(text)
        self.paragraphs.append((rich, parastyle or ""))

    add.alters_data = True  # pyright: ignore[reportFunctionMemberAccess] - asked by the sandbox

    def __str__(self) -> str:
        """Return the text without its formats, a line for each paragraph."""
        return "\n".join(str(rich) for rich, _ in self.paragraphs)

    def build_at(self, spot: Spot) -> Sequence[Element]:
        """Return the paragraphs."""
        from generator.ooxml.tags.richruns import build_paragraph

        return [build_paragraph(rich.pieces, style, spot) for rich, style in self.paragraphs]


class Listing:
    r"""A text with `\n`, `\a`, `\t` and `\f` in the format of its tag, as any text here is.

    It is here for contexts that were made for docxtpl.
    """

    def __init__(self, text: object) -> None:
        self.text = text if isinstance(text, str) else str(text)

    def __str__(self) -> str:
        """Return the text."""
        return self.text


@dataclass(slots=True, kw_only=True)
class Paragraphs:
    """Several values one below the other: `{{p name }}`; what a list in a context becomes.

    Attributes:
        values: Texts, rich texts, paragraphs, and whatever builds elements.
    """

    values: list[object] = field(default_factory=list[object])

    @classmethod
    def of(cls, values: Sequence[object]) -> Self:
        """Return the paragraphs of a sequence."""
        return cls(values=list(values))

    def __str__(self) -> str:
        """Return the text without its formats."""
        return "\n".join(str(value) for value in self.values)

    def build_at(self, spot: Spot) -> Sequence[Element]:
        """Return the paragraphs, tables and the like of all values."""
        built: list[Element] = []
        for value in self.values:
            if hasattr(value, "build_at") and not isinstance(value, RichText):
                built.extend(value.build_at(spot))  # pyright: ignore[reportAttributeAccessIssue]
            else:
                built.extend(RichTextParagraph(value).build_at(spot))
        return built


def parse_colour(text: str | None) -> str:
    """Return a colour's six digits; empty for None.

    Raises:
        ValueError: It is no colour.
    """
    if not text:
        return ""
    found = _COLOUR.match(text)
    if found is None:
        raise ValueError(f"'{text}' is no colour: write six hexadecimal digits, such as 'C00000'")
    return found[1].upper()


def _parse_size(size: object) -> int:
    if not size:
        return 0
    try:
        return int(float(str(size)))
    except ValueError as error:
        raise ValueError(f"'{size}' is no size: write a number of half-points") from error


def _parse_underline(underline: object) -> str:
    if not underline:
        return ""
    return underline if isinstance(underline, str) and underline in UNDERLINES else "single"


R, RP = RichText, RichTextParagraph
"""Short names, as docxtpl has them."""

__all__ = ["RP", "Listing", "Paragraphs", "Piece", "R", "RichText", "RichTextParagraph"]
