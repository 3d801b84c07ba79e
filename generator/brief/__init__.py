"""The brief as data: frozen models, the source of the JSON Schema. Reads no file."""

from __future__ import annotations

from generator.brief.brief import Author, Brief, Contact
from generator.brief.exhibits import Chart, ChartKind, ChartRow, Column, Render, Table
from generator.brief.facts import Bound, Fact, Source, SourceRef
from generator.brief.sections import Event, Recommendation, Section

__all__ = [
    "Author",
    "Bound",
    "Brief",
    "Chart",
    "ChartKind",
    "ChartRow",
    "Column",
    "Contact",
    "Event",
    "Fact",
    "Recommendation",
    "Render",
    "Section",
    "Source",
    "SourceRef",
    "Table",
]
