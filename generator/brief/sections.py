"""Sections, timeline and recommendations: what the brief says."""

from __future__ import annotations

from typing import Annotated

from pydantic import Discriminator, Field, StrictBool, Tag, model_validator

from generator.brief.facts import CitedMany
from generator.brief.values import Date, Deadline, Id, Line, Model, Name, Prose
from generator.brief.wording import BadValueError


class TextFile(Model):
    """Text that stands in a Markdown file beside the data file."""

    file: Line = Field(description="Path from the folder of the data file.")


def _kind_of_text(value: object) -> str:
    return "(file)" if isinstance(value, dict | TextFile) else "(text)"


SectionText = Annotated[
    Annotated[Prose, Tag("(text)")] | Annotated[TextFile, Tag("(file)")],
    Discriminator(_kind_of_text),
]
"""Text, or the file that it stands in."""


class Quote(Model):
    """A short quotation with its speaker."""

    quote: Prose = Field(description="The words, without quotation marks.")
    by: Line = Field(description="Who said it.")
    role: Line | None = Field(default=None, description="What the speaker is.")
    on: Date | None = Field(default=None, description="When it was said.")
    source: CitedMany | None = Field(default=None, description="Where it is recorded.")


class Callout(Model):
    """A short remark in a box."""

    title: Line | None = Field(default=None, description="Head of the box.")
    text: Prose = Field(description="A sentence or two.")


class Section(Model):
    """One section: text for the report, points for the deck, exhibits for both."""

    id: Id | None = Field(
        default=None, description="Name to refer to; left out, made from the heading."
    )
    heading: Line = Field(description="Heading in the report.")
    message: Prose | None = Field(
        default=None, description="What the section says: the slide's title."
    )
    text: SectionText | None = Field(default=None, description="Markdown for the report.")
    points: tuple[Prose, ...] = Field(default=(), description="Bullets for the slide.")
    exhibits: tuple[Name, ...] = Field(default=(), description="Charts and tables, by name.")
    callout: Callout | None = Field(default=None, description="A short remark in a box.")
    quote: Quote | None = Field(default=None, description="A short quotation.")
    notes: Prose | None = Field(default=None, description="Speaker notes.")
    sections: tuple[Section, ...] = Field(default=(), description="Subsections.")


class Event(Model):
    """One entry of the timeline."""

    date: Date = Field(description="Day, month, year or span.")
    title: Line = Field(description="What happened, in a few words.")
    text: Prose | None = Field(default=None, description="A sentence more.")
    source: CitedMany | None = Field(default=None, description="Where it is recorded.")


class Recommendation(Model):
    """Who should do what, by when, and why."""

    title: Prose = Field(description="The recommendation in one line.")
    who: Line = Field(description="Who should act.")
    what: Prose = Field(description="What they should do.")
    by: Deadline | None = Field(default=None, description="By when: a date, or words.")
    why: Prose | None = Field(default=None, description="What speaks for it.")
    source: CitedMany | None = Field(default=None, description="What it rests on.")


class KeyFigure(Model):
    """A fact to show large, with its label."""

    fact: Name = Field(description="The fact to show.")
    label: Prose | None = Field(default=None, description="Left out: what the fact counts.")


class ExtraSlide(Model):
    """A slide that only the deck has: a quote, or exhibits, or points."""

    title: Prose | None = Field(default=None, description="Left out: made from the content.")
    quote: Prose | None = Field(default=None, description="The words, without quotation marks.")
    by: Line | None = Field(default=None, description="Who said it.")
    role: Line | None = Field(default=None, description="What the speaker is.")
    on: Date | None = Field(default=None, description="When it was said.")
    source: CitedMany | None = Field(default=None, description="Where it is recorded.")
    points: tuple[Prose, ...] = Field(default=(), description="Bullets.")
    exhibits: tuple[Name, ...] = Field(default=(), description="Charts and tables, by name.")
    notes: Prose | None = Field(default=None, description="Speaker notes.")

    @model_validator(mode="after")
    def _check_content(self) -> ExtraSlide:
        if not (self.quote or self.points or self.exhibits):
            raise BadValueError(
                "an extra slide needs 'quote', 'points' or 'exhibits'",
                hint="say what the slide shows",
                keys=("quote", "points", "exhibits"),
            )
        if self.quote and not self.by:
            raise BadValueError(
                "a quote needs its speaker: 'by'", hint="add 'by: name'", keys=("quote", "by")
            )
        if (self.points or self.exhibits) and not self.title:
            raise BadValueError(
                "a slide of points or exhibits needs a 'title'",
                hint="say in one sentence what the slide shows",
                keys=("title", "points", "exhibits"),
            )
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

    openers: StrictBool = Field(
        default=False, description="Whether each section is opened by a slide of its own."
    )
    after: dict[Line, tuple[ExtraSlide, ...]] = Field(
        default_factory=dict, description="Part: slides to add after it."
    )


class ReportOverrides(Overrides):
    """Overrides for the report."""
