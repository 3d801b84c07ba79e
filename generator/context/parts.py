"""Recommendations, events, key figures, sources, authors and contact as values of a template."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from generator.compose.citations import cite_as_reference
from generator.compose.figures import plan_cards
from generator.compose.material import Material
from generator.compose.reporting import plan_recommendation_items, plan_timeline_entries
from generator.context.dates import plan_date
from generator.context.figures import FactValue
from generator.context.marks import Requests
from generator.context.prose import BlockText, InlineText
from generator.text.blocks import Run


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorValue:
    """Who wrote the brief."""

    name: str
    role: str
    organisation: str
    email: str
    about: str

    def __str__(self) -> str:
        """Return the name."""
        return self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactValue:
    """Whom to ask; what the brief does not have is an empty text."""

    name: str
    organisation: str
    email: str
    phone: str
    web: str
    address: str

    def __str__(self) -> str:
        """Return the lines that there are."""
        lines = (self.name, self.organisation, self.address, self.phone, self.email, self.web)
        return "\n".join(line for line in lines if line)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigureValue:
    """A fact to show large: the number in its shortest form, what it counts, basis and date."""

    number: str
    label: str
    detail: str
    fact: FactValue

    def __str__(self) -> str:
        """Return the number."""
        return str(self.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationValue:
    """Who should do what by when, and why."""

    number: int
    title: str
    who: str
    what: str
    by: str
    why: str

    def __str__(self) -> str:
        """Return the title."""
        return str(self.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventValue:
    """One entry of the timeline."""

    date: str
    title: str
    text: str

    def __str__(self) -> str:
        """Return the title."""
        return str(self.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Makes the values of one brief for one document.

    Attributes:
        material: The brief.
        requests: Told when a value is written.
        sources_part: Id of the part that lists the sources: `references`, in a deck `sources`.
    """

    material: Material
    requests: Requests
    sources_part: str

    def plan_authors(self) -> tuple[AuthorValue, ...]:
        """Return the authors."""
        return tuple(
            AuthorValue(
                name=str(author.name),
                role=str(author.role or ""),
                organisation=str(author.organisation or ""),
                email=str(author.email or ""),
                about=InlineText(self.material.parse_inlines(author.about), self.requests),
            )
            for author in self.material.brief.authors
        )

    def plan_contact(self) -> ContactValue | str:
        """Return the contact; an empty text where there is none."""
        contact = self.material.brief.contact
        if contact is None:
            return ""
        given = {
            name: self._plan_line(getattr(contact, name), "contact")
            for name in ("name", "organisation", "email", "phone", "web", "address")
        }
        return ContactValue(**given)

    def plan_summary(self) -> tuple[str, ...]:
        """Return the key messages."""
        return tuple(
            InlineText(self.material.parse_inlines(message), self.requests, "summary")
            for message in self.material.brief.summary
        )

    def plan_key_figures(self) -> tuple[KeyFigureValue, ...]:
        """Return the facts to show large."""
        return tuple(
            KeyFigureValue(
                number=self._plan_line(card.number, "key-figures"),
                label=self._plan_line(card.label, "key-figures"),
                detail=self._plan_line(card.detail, "key-figures"),
                fact=self._plan_fact(card.fact),
            )
            for card in plan_cards(self.material)
        )

    def plan_recommendations(self) -> tuple[RecommendationValue, ...]:
        """Return the recommendations."""
        part = "recommendations"
        return tuple(
            RecommendationValue(
                number=item.number,
                title=InlineText(item.title, self.requests, part),
                who=self._plan_line(item.who, part),
                what=InlineText(item.what, self.requests, part),
                by=self._plan_line(item.by, part),
                why=InlineText(item.why, self.requests, part),
            )
            for item in plan_recommendation_items(self.material, is_cited=True)
        )

    def plan_timeline(self) -> tuple[EventValue, ...]:
        """Return the events in the order of their dates."""
        return tuple(
            EventValue(
                date=self._plan_line(entry.date, "timeline"),
                title=self._plan_line(entry.title, "timeline"),
                text=InlineText(entry.text, self.requests, "timeline"),
            )
            for entry in plan_timeline_entries(self.material, is_cited=True)
        )

    def plan_sources(self) -> tuple[str, ...]:
        """Return the sources in full, as the list of references has them."""
        return tuple(
            InlineText(cite_as_reference(self.material, source), self.requests, self.sources_part)
            for source in self.material.brief.sources.values()
        )

    def plan_facts(self) -> MappingProxyType[str, FactValue]:
        """Return the facts by their ids."""
        return MappingProxyType({id_: self._plan_fact(id_) for id_ in self.material.figures})

    def plan_text(self, name: str, part: str = "") -> str:
        """Return the paragraphs that stand under the key `name` of the brief."""
        blocks = self.material.parse_blocks(getattr(self.material.brief, name))
        return BlockText(blocks, self.requests, part)

    def plan_date(self) -> str:
        """Return the date of issue."""
        return plan_date(self.material.brief.date, self.material.brief.lang)

    def _plan_fact(self, id_: str) -> FactValue:
        figure = self.material.figures[id_]
        return FactValue(figure, self.material.brief.lang, self.requests.facts)

    def _plan_line(self, words: str | None, part: str) -> str:
        inlines = (Run(text=str(words)),) if words else ()
        return InlineText(inlines, self.requests, part)
