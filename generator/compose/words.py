"""The generator's own words in the languages it speaks, such as `Figure` and `Source`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Every word that the generator itself writes into a document.

    Attributes:
        as_of: With `{date}`: `As of {date}`.
        colon: Between a lead word and what it leads to: `: `.
        full_stop: At the end of a source line.
        comma: Between two parts of one citation.
        figure_shown: Head of the column of numbers in the list of figures.
        page_of: With `{page}` and `{pages}`: `Page {page} of {pages}`.
        part_of: With `{part}` and `{parts}`, after a title that goes on: `({part}/{parts})`.
        quote_open: Opening quotation mark of the language.
        sources_join: Between two sources in one line.
    """

    figure: str
    table: str
    source: str
    sources: str
    note: str
    as_of: str
    contents: str
    key_messages: str
    key_figures: str
    summary: str
    timeline: str
    date: str
    event: str
    recommendations: str
    who: str
    what: str
    by_when: str
    why: str
    references: str
    method: str
    sources_and_method: str
    about: str
    about_authors: str
    funding: str
    disclaimer: str
    cite: str
    contact: str
    figures_and_sources: str
    chart_data: str
    figure_shown: str
    counts: str
    basis: str
    page_of: str
    part_of: str
    quote_open: str
    quote_close: str
    sources_join: str
    colon: str = ": "
    full_stop: str = "."
    comma: str = ", "
