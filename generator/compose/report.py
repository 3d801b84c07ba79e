"""The report as data: what it says, block by block. Pure: no file, no python-docx."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from generator.brief.exhibits import Render
from generator.charts.plot import Plot
from generator.compose.words import Words
from generator.text.blocks import (
    Block,
    Grid,
    Inlines,
    ListBlock,
    Paragraph,
    QuoteBlock,
    Subheading,
    TextTable,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """What a file says about itself.

    Attributes:
        issued: First day of the brief's date; also the file's created and modified date.
        language: BCP 47 tag.
    """

    title: str
    subtitle: str
    authors: tuple[str, ...]
    organisation: str
    issued: date
    language: str
    keywords: tuple[str, ...] = ()
    status: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The head of the report's first page."""

    title: str
    subtitle: str
    kicker: str  # the status or kind of the document, such as "Policy brief"
    byline: tuple[str, ...]  # one line for each author
    organisation: str
    date: str  # in words


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyMessages:
    """The key messages, in a box on page 1."""

    heading: str
    messages: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureCard:
    """A number shown large.

    Attributes:
        number: The number in its shortest true form: `>US$12.1 bn`.
        label: What it counts.
        detail: Basis and as-of date, small; may be empty.
        fact: Id of the fact.
    """

    number: str
    label: str
    detail: str
    fact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigures:
    """A strip of one to four large numbers, with a source line."""

    cards: tuple[FigureCard, ...]
    source: Inlines


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The place of the table of contents; the builder fills it from the headings."""

    heading: str
    depth: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading.

    Attributes:
        level: From 1.
        id: Unique in the report; names the bookmark.
        is_numbered: False for front and back matter.
    """

    level: int
    inlines: Inlines
    id: str
    is_numbered: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CalloutBox:
    """A remark set off in a box."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """What an exhibit is called, and what it rests on.

    Attributes:
        id: The exhibit's key in the brief; names the bookmark that references point at.
        label: `Figure` or `Table`, in the brief's language.
        sequence: Name of the SEQ field: `Figure` or `Table`, in every language.
        number: Its place among the exhibits of its sequence, from 1; 0 for one that is not shown.
        subtitle: Measure, unit and period; may be empty.
        note: May be empty.
        source: The source line without its lead word; may be empty.
    """

    id: str
    label: str
    sequence: str
    number: int
    title: Inlines
    subtitle: Inlines
    note: Inlines
    source: Inlines


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartExhibit:
    """A chart with its caption.

    Attributes:
        has_caption: Whether caption, note and source are shown; else the template says them.
    """

    caption: Caption
    plot: Plot
    render: Render
    has_caption: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class TableExhibit:
    """A table with its caption; `has_caption` as for charts."""

    caption: Caption
    grid: Grid
    alt: str
    has_caption: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationItem:
    """One recommendation; empty parts are left out by the builder."""

    number: int
    title: Inlines
    who: str
    what: Inlines
    by: str
    why: Inlines


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendations:
    """All recommendations, numbered, with the lead words of their parts."""

    items: tuple[RecommendationItem, ...]
    who_label: str
    by_label: str
    why_label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One event."""

    date: str  # in words
    title: str
    text: Inlines


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Events in the order of their dates."""

    entries: tuple[TimelineEntry, ...]
    date_label: str
    event_label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class References:
    """The list of sources, in order of their keys' first citation."""

    items: tuple[Inlines, ...]


ReportBlock: TypeAlias = (
    Cover
    | KeyMessages
    | KeyFigures
    | Contents
    | Heading
    | Paragraph
    | ListBlock
    | QuoteBlock
    | Subheading
    | TextTable
    | CalloutBox
    | ChartExhibit
    | TableExhibit
    | Recommendations
    | Timeline
    | References
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The whole report, or what fills the slots of a template whose own text is kept.

    Attributes:
        labels: For each exhibit shown, how the text names it: `Figure 1`.
        footnotes: For each source, its citation as a footnote states it, without locator.
        short_footnotes: The same for every citation of the source but the first.
        words: Words of the builder in the brief's language: see `compose.words.Words`.
        groups: How many of `blocks`, in order, stand in the place of each slot.
        date: The brief's date in words, where no cover says it.
    """

    properties: Properties
    blocks: tuple[ReportBlock, ...]
    labels: Mapping[str, str]
    footnotes: Mapping[str, Inlines]
    words: Words
    short_footnotes: Mapping[str, Inlines] = field(default_factory=dict)
    groups: tuple[int, ...] = ()
    date: str = ""
