"""The brief as a whole: the one data file that both documents are made from."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from generator.brief.exhibits import Chart, Table
from generator.brief.facts import Fact, Source
from generator.brief.sections import (
    DeckOverrides,
    Event,
    KeyFigure,
    Recommendation,
    ReportOverrides,
    Section,
)
from generator.brief.values import Date, FactId, Id, Line, Model, Prose

LANGUAGE_TAG = r"^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?$"


def _expand_author(value: object) -> object:
    return {"name": value} if isinstance(value, str) else value


class Author(Model):
    """Who wrote the brief. A bare name is the short form."""

    name: Line
    role: Line | None = None
    organisation: Line | None = None
    email: Line | None = None
    about: Prose | None = Field(default=None, description="A sentence or two for the report's end.")


class Contact(Model):
    """Where to reach whoever answers for the brief."""

    name: Line | None = None
    organisation: Line | None = None
    email: Line | None = None
    phone: Line | None = None
    web: Line | None = None
    address: Line | None = None


def _expand_key_figure(value: object) -> object:
    return {"fact": value} if isinstance(value, str) else value


class Brief(Model):
    """A briefing: what is claimed, on what ground, and how it is told."""

    title: Line = Field(description="Title of both documents.")
    subtitle: Line | None = None
    lang: Annotated[str, Field(pattern=LANGUAGE_TAG)] = Field(
        default="en-GB", description="BCP 47 tag: sets words, numbers, dates, fonts, spell-check."
    )
    date: Date = Field(description="Date of issue.")
    authors: tuple[Annotated[Author, BeforeValidator(_expand_author)], ...] = ()
    organisation: Line | None = None
    keywords: tuple[Line, ...] = ()
    status: Line | None = Field(default=None, description="Such as 'Policy brief' or 'Draft'.")
    about: Prose | None = Field(default=None, description="About the organisation.")
    method: Prose | None = Field(
        default=None, description="Data and method: what is counted, and how."
    )
    funding: Prose | None = None
    disclaimer: Prose | None = None
    cite: Prose | None = Field(default=None, description="How to cite this brief.")
    contact: Contact | None = None

    sources: dict[Id, Source] = Field(default_factory=dict)
    facts: dict[FactId, Fact] = Field(default_factory=dict)
    charts: dict[Id, Chart] = Field(default_factory=dict)
    tables: dict[Id, Table] = Field(default_factory=dict)

    summary: tuple[Prose, ...] = Field(default=(), description="Key messages.")
    summary_message: Prose | None = Field(default=None, description="Title of the summary slide.")
    key_figures: tuple[Annotated[KeyFigure, BeforeValidator(_expand_key_figure)], ...] = Field(
        default=(), max_length=8, description="Facts to show large."
    )
    key_figures_message: Prose | None = Field(
        default=None, description="Title of the figures' slide."
    )
    sections: tuple[Section, ...] = ()
    timeline: tuple[Event, ...] = ()
    timeline_message: Prose | None = Field(
        default=None, description="Title of the timeline's slide."
    )
    recommendations: tuple[Recommendation, ...] = ()
    recommendations_message: Prose | None = Field(default=None, description="Title of their slide.")

    deck: DeckOverrides = Field(default_factory=DeckOverrides)
    report: ReportOverrides = Field(default_factory=ReportOverrides)
