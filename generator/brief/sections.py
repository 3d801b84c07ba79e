"""Sections, timeline and recommendations: what the brief says."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from generator.brief.facts import CitedMany
from generator.brief.values import Date, Id, Line, Model, Name, Prose


class TextFile(Model):
    """Text that stands in a Markdown file beside the data file."""

    file: Line = Field(description="Path from the folder of the data file.")


class Quote(Model):
    """A short quotation with its speaker."""

    quote: Prose = Field(description="The words, without quotation marks.")
    by: Line = Field(description="Who said it.")
    role: Line | None = Field(default=None, description="What the speaker is.")
    on: Date | None = Field(default=None, description="When it was said.")
    source: CitedMany | None = Field(default=None, description="Where it is recorded.")


class Callout(Model):
    """A short remark in a box."""

    title: Line | None = None
    text: Prose


class Section(Model):
    """One section: text for the report, points for the deck, exhibits for both."""

    id: Id | None = Field(
        default=None, description="Name to refer to; left out, made from the heading."
    )
    heading: Line = Field(description="Heading in the report.")
    message: Prose | None = Field(
        default=None, description="What the section says: the slide's title."
    )
    text: Prose | TextFile | None = Field(default=None, description="Markdown for the report.")
    points: tuple[Prose, ...] = Field(default=(), description="Bullets for the slide.")
    exhibits: tuple[Name, ...] = Field(default=(), description="Charts and tables, by name.")
    callout: Callout | None = None
    quote: Quote | None = None
    notes: Prose | None = Field(default=None, description="Speaker notes.")
    sections: tuple[Section, ...] = Field(default=(), description="Subsections.")


class Event(Model):
    """One entry of the timeline."""

    date: Date
    title: Line
    text: Prose | None = None
    source: CitedMany | None = None


class Recommendation(Model):
    """Who should do what, by when, and why."""

    title: Prose = Field(description="The recommendation in one line.")
    who: Line = Field(description="Who should act.")
    what: Prose = Field(description="What they should do.")
    by: Annotated[Date | Line, Field(union_mode="left_to_right")] | None = Field(
        default=None, description="By when: a date, or words."
    )
    why: Prose | None = Field(default=None, description="What speaks for it.")
    source: CitedMany | None = None


class KeyFigure(Model):
    """A fact to show large, with its label."""

    fact: Name = Field(description="The fact to show.")
    label: Prose | None = Field(default=None, description="Left out: what the fact counts.")


class ExtraSlide(Model):
    """A slide that only the deck has: a quote, or exhibits, or points."""

    title: Prose | None = Field(default=None, description="Left out: made from the content.")
    quote: Prose | None = None
    by: Line | None = None
    role: Line | None = None
    on: Date | None = None
    source: CitedMany | None = None
    points: tuple[Prose, ...] = ()
    exhibits: tuple[Name, ...] = ()
    notes: Prose | None = None

    @model_validator(mode="after")
    def _check_content(self) -> ExtraSlide:
        if not (self.quote or self.points or self.exhibits):
            raise ValueError("an extra slide needs 'quote', 'points' or 'exhibits'")
        if self.quote and not self.by:
            raise ValueError("a quote needs its speaker: 'by'")
        if (self.points or self.exhibits) and not self.title:
            raise ValueError("a slide of points or exhibits needs a 'title'")
        return self


class Overrides(Model):
    """What differs from the default order of parts."""

    leave_out: tuple[Name, ...] = Field(default=(), description="Parts or exhibits not to show.")
    order: tuple[Name, ...] = Field(default=(), description="Parts in the order wanted.")
    move: dict[Line, Name] = Field(
        default_factory=dict, description="Exhibit: the section to show it in instead."
    )


class DeckOverrides(Overrides):
    """Overrides for the deck."""

    after: dict[Line, tuple[ExtraSlide, ...]] = Field(
        default_factory=dict, description="Part: slides to add after it."
    )


class ReportOverrides(Overrides):
    """Overrides for the report."""
