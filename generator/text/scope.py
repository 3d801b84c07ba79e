"""What prose can name, and the errors met while reading it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from generator.brief.exhibits import Scale
from generator.errors import DataError, suggest
from generator.facts import Figure, Precision, unit_label, write_bound, write_figure, write_when
from generator.places import Place
from generator.text.expanded import Insertion

ATTRIBUTES = ("value", "unit", "bound", "counts", "basis", "as_of", "period")
"""What can be asked of a fact: `{{ total_support.as_of }}`."""

FILTERS = tuple(precision.value for precision in Precision)
"""What can follow a fact: `{{ total_support | headline }}`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The names that prose may use.

    Attributes:
        figures: Facts that have a value.
        broken: Facts that exist but have none; they were reported elsewhere and are let pass.
        language: BCP 47 tag.
        sources: Ids that can be cited.
        exhibits: Ids that can be mentioned.
        errors: All errors met so far, each once; added to in place.
    """

    figures: Mapping[str, Figure]
    broken: Collection[str]
    language: str
    sources: Collection[str]
    exhibits: Collection[str]
    errors: dict[str, DataError] = field(default_factory=dict[str, DataError])
    _written: dict[tuple[str, str], Insertion] = field(
        default_factory=dict[tuple[str, str], Insertion]
    )

    def report(self, message: str, place: Place | None, hint: str | None = None) -> None:
        """Keep an error, unless the same was met before at the same place."""
        error = DataError(message, place=place, hint=hint)
        self.errors.setdefault(str(error), error)

    def find_figure(self, name: str, place: Place | None) -> Figure | None:
        """Return a figure by its fact's id; None, reported, if there is no such fact."""
        if name in self.figures:
            return self.figures[name]
        if name not in self.broken:
            known = (*self.figures, *self.broken)
            hint = suggest(name, known) or "name an entry of 'facts'"
            self.report(f"unknown fact '{name}'", place, hint)
        return None

    def write_fact(self, name: str, precision: Precision, place: Place | None) -> Insertion:
        """Return a fact in words; its bare name, reported, if it cannot be written."""
        key = (name, precision)
        if key not in self._written:
            figure = self.find_figure(name, place)
            if figure is None:
                return Insertion(text=name)
            text = write_figure(figure, self.language, precision)
            self._written[key] = Insertion(text=text, fact=name)
        return self._written[key]

    def parse_precision(self, name: str, place: Place | None) -> Precision:
        """Return the precision that a filter stands for; `text`, reported, if it is none."""
        if name in FILTERS:
            return Precision(name)
        hint = suggest(name, FILTERS) or f"known are {', '.join(FILTERS)}"
        self.report(f"unknown filter '{name}'", place, hint)
        return Precision.TEXT

    def write_attribute(self, name: str, attribute: str, place: Place | None) -> Insertion:
        """Return what a fact says about itself, in words."""
        if attribute not in ATTRIBUTES:
            hint = suggest(attribute, ATTRIBUTES) or f"known are {', '.join(ATTRIBUTES)}"
            self.report(f"a fact has no '{attribute}'", place, hint)
            return Insertion(text=name)
        if attribute == "value":
            return self.write_fact(name, Precision.VALUE, place)
        figure = self.find_figure(name, place)
        if figure is None:
            return Insertion(text=name)
        text = _write_detail(figure, attribute, self.language)
        if text is None:
            self.report(f"fact '{name}' has no '{attribute}'", place, f"give it '{attribute}'")
        return Insertion(text=text or "")


def _write_detail(figure: Figure, attribute: str, language: str) -> str | None:
    """Return a detail of a fact in words; None if the brief does not give it."""
    fact = figure.fact
    match attribute:
        case "unit":
            return unit_label(fact.unit, Scale.ONE, language)
        case "bound":
            return write_bound(fact.bound, language)
        case "counts":
            return fact.counts
        case "basis":
            return fact.basis
        case "as_of":
            return write_when(fact.as_of, language) if fact.as_of else None
        case _:
            return write_when(fact.period, language) if fact.period else None
