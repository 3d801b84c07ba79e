"""The brief as a whole: the one data file that both documents are made from."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from generator.brief.datasets import Dataset
from generator.brief.exhibits import Chart, Table
from generator.brief.facts import Fact, Source
from generator.brief.fields import FieldName, FieldValue
from generator.brief.sections import (
    DeckOverrides,
    Event,
    KeyFigure,
    Recommendation,
    ReportOverrides,
    Section,
)
from generator.brief.values import Date, FactId, Id, Line, Model, Name, Prose

LANGUAGE_TAG = r"^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?$"


def _expand_author(value: object) -> object:
    return {"name": value} if isinstance(value, str) else value


class Author(Model):
    """Who wrote the brief. A bare name is the short form."""

    name: Line = Field(description="Full name.")
    role: Line | None = Field(default=None, description="Position or title.")
    organisation: Line | None = Field(default=None, description="Where the author works.")
    email: Line | None = Field(default=None, description="Address for questions.")
    about: Prose | None = Field(default=None, description="A sentence or two for the report's end.")


AuthorOrName = Annotated[
    Author, BeforeValidator(_expand_author, json_schema_input_type=Line | Author)
]
"""An `Author`; the bare name is enough."""


class Contact(Model):
    """Where to reach whoever answers for the brief."""

    name: Line | None = Field(default=None, description="Person or office.")
    organisation: Line | None = Field(default=None, description="Body that the contact is part of.")
    email: Line | None = Field(default=None, description="Electronic mail.")
    phone: Line | None = Field(default=None, description="Telephone number, in quotes.")
    web: Line | None = Field(default=None, description="Web site.")
    address: Line | None = Field(default=None, description="Postal address in one line.")


def _expand_key_figure(value: object) -> object:
    return {"fact": value} if isinstance(value, str) else value


KeyFigureOrName = Annotated[
    KeyFigure, BeforeValidator(_expand_key_figure, json_schema_input_type=Name | KeyFigure)
]
"""A `KeyFigure`; the bare name of the fact is enough."""


class Brief(Model):
    """A briefing: what is claimed, on what ground, and how it is told."""

    title: Line = Field(description="Title of both documents.")
    subtitle: Line | None = Field(default=None, description="Second line of the title.")
    lang: Annotated[str, Field(pattern=LANGUAGE_TAG)] = Field(
        default="en-GB", description="BCP 47 tag: sets words, numbers, dates, fonts, spell-check."
    )
    date: Date = Field(description="Date of issue.")
    authors: tuple[AuthorOrName, ...] = Field(
        default=(), description="Who wrote it: names, or names with role and organisation."
    )
    organisation: Line | None = Field(default=None, description="Body that publishes the brief.")
    keywords: tuple[Line, ...] = Field(default=(), description="Words it can be found by.")
    status: Line | None = Field(default=None, description="Such as 'Policy brief' or 'Draft'.")
    about: Prose | None = Field(default=None, description="About the organisation.")
    method: Prose | None = Field(
        default=None, description="Data and method: what is counted, and how."
    )
    method_message: Prose | None = Field(
        default=None, description="Title of the slide of sources and method."
    )
    funding: Prose | None = Field(default=None, description="Who paid for it.")
    disclaimer: Prose | None = Field(default=None, description="Whose views it states.")
    cite: Prose | None = Field(default=None, description="How to cite this brief.")
    contact: Contact | None = Field(default=None, description="Whom to ask.")

    sources: dict[Id, Source] = Field(
        default_factory=dict, description="What claims rest on, by name."
    )
    datasets: dict[Id, Dataset] = Field(
        default_factory=dict, description="Tables in files and databases, by name."
    )
    facts: dict[FactId, Fact] = Field(
        default_factory=dict, description="Numbers, by the name that prose calls them."
    )
    charts: dict[Id, Chart] = Field(default_factory=dict, description="Charts, by name.")
    tables: dict[Id, Table] = Field(default_factory=dict, description="Tables, by name.")

    summary: tuple[Prose, ...] = Field(default=(), description="Key messages.")
    summary_message: Prose | None = Field(default=None, description="Title of the summary slide.")
    key_figures: tuple[KeyFigureOrName, ...] = Field(
        default=(), max_length=8, description="Facts to show large."
    )
    key_figures_message: Prose | None = Field(
        default=None, description="Title of the figures' slide."
    )
    sections: tuple[Section, ...] = Field(default=(), description="The body, in order.")
    timeline: tuple[Event, ...] = Field(default=(), description="What happened when.")
    timeline_message: Prose | None = Field(
        default=None, description="Title of the timeline's slide."
    )
    recommendations: tuple[Recommendation, ...] = Field(
        default=(), description="Who should do what."
    )
    recommendations_message: Prose | None = Field(default=None, description="Title of their slide.")

    fields: dict[FieldName, FieldValue] = Field(
        default_factory=dict,
        description="Further values for the tags of a template, each by the name tags call it.",
    )

    deck: DeckOverrides = Field(
        default_factory=DeckOverrides, description="What differs in the deck."
    )
    report: ReportOverrides = Field(
        default_factory=ReportOverrides, description="What differs in the report."
    )
