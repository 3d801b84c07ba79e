"""Prose as data: the blocks and inlines that Markdown is parsed into, and both builders write.

Pure data: no Markdown, no Office.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from generator.brief.facts import SourceRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of text with one format.

    Attributes:
        text: Never empty; no line feed, no control character.
        link: Address that the run leads to, `https:`, `http:` or `mailto:`.
        fact: Id of the fact that wrote this text; None for words of the author.
    """

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str | None = None
    fact: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineBreak:
    """A line break inside a paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A reference to one or more sources at this point of the text: `[@nec, p. 3; @oecd]`."""

    sources: tuple[SourceRef, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote of the author."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossReference:
    """A mention of an exhibit, `@fig-amounts`; written as its label, "Figure 1"."""

    exhibit: str


Inline: TypeAlias = Run | LineBreak | Citation | Note | CrossReference
Inlines: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of running text."""

    inlines: Inlines


@dataclass(frozen=True, slots=True, kw_only=True)
class ListBlock:
    """A bulleted or numbered list; an item holds paragraphs and nested lists."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteBlock:
    """A quotation set off from the text.

    Attributes:
        blocks: The words.
        attribution: Who said it, and when; empty when the text says so itself.
    """

    blocks: tuple[Block, ...]
    attribution: Inlines = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Subheading:
    """A heading inside the text of a section; `depth` 1 is one below the section's own."""

    inlines: Inlines
    depth: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class GridColumn:
    """One column of a grid.

    Attributes:
        align: `left`, `right` or `centre`.
        share: Wanted share of the width, above 0; None = by the text in it.
        is_numeric: Whether its cells are numbers, set in tabular figures and never broken.
    """

    head: Inlines
    align: str = "left"
    share: float | None = None
    is_numeric: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The cells of a table: every row has one cell for each column.

    Attributes:
        has_total: Whether the last row is a total, to be set off.
    """

    columns: tuple[GridColumn, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    has_total: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TextTable:
    """A table written in the text itself, without caption."""

    grid: Grid


Block: TypeAlias = Paragraph | ListBlock | QuoteBlock | Subheading | TextTable


def to_plain(inlines: Inlines) -> str:
    """Return the words of `inlines` alone: no notes, no citations; a line break is a space."""
    words: list[str] = []
    for inline in inlines:
        match inline:
            case Run():
                words.append(inline.text)
            case LineBreak():
                words.append(" ")
            case _:
                pass
    return "".join(words)
