"""The deck as data: what each slide says. Pure: no file, no python-pptx.

A storyboard says what belongs together and in which order. Whether a list or table must be split
over two slides is for `slides` to decide, which knows the template's boxes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from generator.brief.exhibits import Render
from generator.charts.plot import Plot
from generator.compose.report import FigureCard, Properties, RecommendationItem, TimelineEntry
from generator.compose.words import Words
from generator.text.blocks import Grid, Inlines


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What every content slide carries around its content.

    Attributes:
        id: Unique in the deck, stable when slides are added elsewhere.
        title: The slide's message, a sentence.
        tracker: Name of the part of the deck that the slide belongs to.
        source: The source line without its lead word; empty when nothing is shown.
        notes: Speaker notes, one paragraph an item.
    """

    id: str
    title: Inlines
    tracker: str = ""
    source: Inlines = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverSlide:
    """The first slide."""

    id: str
    title: str
    subtitle: str
    kicker: str
    byline: tuple[str, ...]
    organisation: str
    date: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionSlide:
    """Opens a part of the deck that has several slides."""

    id: str
    number: int
    title: str
    message: Inlines
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One bullet."""

    inlines: Inlines
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsSlide:
    """A title and bullets: a section's points.

    Attributes:
        is_summary: The executive summary: its points are sentences, set as such.
        callout: A remark set off beside or under the points; may be empty.
    """

    frame: Frame
    points: tuple[Point, ...]
    is_summary: bool = False
    callout_title: str = ""
    callout: Inlines = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFiguresSlide:
    """One to eight cards with large numbers."""

    frame: Frame
    cards: tuple[FigureCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartPanel:
    """One chart on a slide, with what stands above and under it.

    Attributes:
        heading: The exhibit's own title; empty when the slide's title says the same.
        subtitle: Measure, unit and period.
        note: May be empty.
    """

    plot: Plot
    render: Render
    heading: Inlines
    subtitle: Inlines
    note: Inlines = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartSlide:
    """One chart or two of them side by side, with takeaways."""

    frame: Frame
    panels: tuple[ChartPanel, ...]
    takeaways: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSlide:
    """A table, with takeaways."""

    frame: Frame
    heading: Inlines
    subtitle: Inlines
    grid: Grid
    alt: str
    note: Inlines = ()
    takeaways: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineSlide:
    """Events along a line."""

    frame: Frame
    entries: tuple[TimelineEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteSlide:
    """Words of somebody, large.

    Attributes:
        quote: Without quotation marks; the builder adds those of the language.
        attribution: Speaker, role and date, in one line.
    """

    frame: Frame
    quote: Inlines
    attribution: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationsSlide:
    """Numbered recommendations, with who acts and by when."""

    frame: Frame
    items: tuple[RecommendationItem, ...]
    who_label: str
    what_label: str
    by_label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesSlide:
    """Where the figures come from, and how they were treated."""

    frame: Frame
    references: tuple[Inlines, ...]
    method_heading: str
    method: tuple[Inlines, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactSlide:
    """The last slide: whom to ask; funding and disclaimer, small."""

    id: str
    title: str
    lines: tuple[Inlines, ...]
    small_print: tuple[Inlines, ...] = ()
    notes: tuple[str, ...] = field(default=())


Slide: TypeAlias = (
    CoverSlide
    | SectionSlide
    | PointsSlide
    | KeyFiguresSlide
    | ChartSlide
    | TableSlide
    | TimelineSlide
    | QuoteSlide
    | RecommendationsSlide
    | SourcesSlide
    | ContactSlide
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Storyboard:
    """The whole deck, or what fills the slots of a template whose own slides are kept.

    Attributes:
        groups: How many of `slides`, in order, stand in the place of each slot.
        exhibits: For each slot, the exhibit that stands in its shape, as the slide that it would
            make by itself; None for the other slots.
        date: The brief's date in words, where no cover says it.
    """

    properties: Properties
    slides: tuple[Slide, ...]
    words: Words
    groups: tuple[int, ...] = ()
    exhibits: tuple[ChartSlide | TableSlide | None, ...] = ()
    date: str = ""
