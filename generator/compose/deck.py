"""Brief to storyboard: which slides, in which order. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.brief.parts import DECK_AFTER, DECK_BEFORE, Path
from generator.brief.sections import ExtraSlide
from generator.compose.backmatter import plan_contact_lines
from generator.compose.citations import cite_in_full, write_source_line
from generator.compose.figures import plan_cards, source_of_cards
from generator.compose.material import (
    Material,
    can_show,
    fact_sources,
    facts_in,
    plan_byline,
    plan_exhibits,
    plan_order,
    plan_properties,
    plan_top_sections,
)
from generator.compose.notes import plan_notes
from generator.compose.quotations import name_speaker
from generator.compose.reporting import plan_recommendation_items, plan_timeline_entries
from generator.compose.sectionslides import plan_exhibit_slides, plan_section_slides
from generator.compose.slidetext import cited_in, plain_blocks, speak, speak_blocks
from generator.compose.storyboard import (
    ContactSlide,
    CoverSlide,
    Frame,
    KeyFiguresSlide,
    Point,
    PointsSlide,
    QuoteSlide,
    RecommendationsSlide,
    Slide,
    SourcesSlide,
    Storyboard,
    TimelineSlide,
)
from generator.text.blocks import Inlines, Run


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A part of the deck while it is arranged: its name, and the tracker of its slides."""

    material: Material
    id: str
    tracker: str


def compose_storyboard(material: Material) -> Storyboard:
    """Return the deck of a brief: every part that it has, in order, extra slides put in."""
    return Storyboard(
        properties=plan_properties(material),
        slides=tuple(plan_slides(material)),
        words=material.words,
    )


def plan_slides(material: Material, spared: frozenset[str] = frozenset()) -> Iterator[Slide]:
    """Yield the slides of all parts, in order, but for the parts and sections in `spared`."""
    exhibits = plan_exhibits(material, material.brief.deck)
    sections = tuple(id_ for _, id_, _ in plan_top_sections(material))
    default = (*DECK_BEFORE, *sections, *DECK_AFTER)
    for part in plan_order(default, material.brief.deck):
        if part not in spared:
            yield from plan_part(material, exhibits, part)


def plan_part(
    material: Material, exhibits: Mapping[str, tuple[str, ...]], part: str
) -> Iterator[Slide]:
    """Yield the slides of a part or of a section of any depth, those to be added after it too.

    Args:
        material: The brief.
        exhibits: Those of each section, as `plan_exhibits` has them.
        part: Its id.

    Raises:
        KeyError: There is no such part.
    """
    path = next((path for path, id_ in material.section_ids.items() if id_ == part), ())
    if path:
        tracker = material.brief.sections[path[0]].heading
        yield from plan_section_slides(material, exhibits, path)
    else:
        tracker = _tracker_of(material, part)
        yield from _PARTS[part](_Part(material=material, id=part, tracker=tracker))
    for place in (part, *_find_subsections(material, path)):
        for number, extra in enumerate(material.brief.deck.after.get(place, ()), start=1):
            yield from _plan_extra(material, extra, f"{place}-extra-{number}", tracker)


def _find_subsections(material: Material, above: Path) -> Iterator[str]:
    """Yield the ids of all sections below the one at `above`, those left out excepted."""
    for path, id_ in material.section_ids.items():
        is_below = len(path) > len(above) > 0 and path[: len(above)] == above
        if is_below and id_ not in material.brief.deck.leave_out:
            yield id_


def _tracker_of(material: Material, part: str) -> str:
    words = material.words
    return {
        "summary": words.summary,
        "key-figures": words.key_figures,
        "timeline": words.timeline,
        "recommendations": words.recommendations,
        "sources": words.sources_and_method,
    }.get(part, "")


def _plan_cover(part: _Part) -> Iterator[Slide]:
    brief = part.material.brief
    yield CoverSlide(
        id="cover",
        title=brief.title,
        subtitle=brief.subtitle or "",
        kicker=brief.status or "",
        byline=plan_byline(part.material),
        organisation=brief.organisation or "",
        date=part.material.write_when(brief.date),
    )


def _plan_summary(part: _Part) -> Iterator[Slide]:
    material = part.material
    messages = tuple(material.parse_inlines(message) for message in material.brief.summary)
    if messages:
        facts = facts_in(*messages)
        refs = (*cited_in(*messages), *fact_sources(material, facts))
        source = write_source_line(material, refs, facts)
        title = speak(material.parse_inlines(material.brief.summary_message))
        yield PointsSlide(
            frame=_frame(part, title or (Run(text=material.brief.title),), source, messages),
            points=tuple(Point(inlines=speak(message)) for message in messages),
            is_summary=True,
        )


def _plan_key_figures(part: _Part) -> Iterator[Slide]:
    material = part.material
    cards = plan_cards(material)
    if cards:
        title = speak(material.parse_inlines(material.brief.key_figures_message))
        notes = plan_notes(material, facts=tuple(card.fact for card in cards))
        yield KeyFiguresSlide(
            frame=Frame(
                id=part.id,
                title=title or (Run(text=part.tracker),),
                tracker=part.tracker,
                source=source_of_cards(material, cards),
                notes=notes,
            ),
            cards=cards,
        )


def _plan_timeline(part: _Part) -> Iterator[Slide]:
    material = part.material
    entries = plan_timeline_entries(material, is_cited=False)
    if entries:
        title = speak(material.parse_inlines(material.brief.timeline_message))
        refs = tuple(ref for event in material.brief.timeline for ref in event.source or ())
        yield TimelineSlide(
            frame=_frame(
                part,
                title or (Run(text=part.tracker),),
                write_source_line(material, refs),
                tuple(entry.text for entry in entries),
            ),
            entries=entries,
        )


def _plan_recommendations(part: _Part) -> Iterator[Slide]:
    material, words = part.material, part.material.words
    items = plan_recommendation_items(material, is_cited=False)
    if items:
        title = speak(material.parse_inlines(material.brief.recommendations_message))
        refs = tuple(ref for item in material.brief.recommendations for ref in item.source or ())
        reasons = tuple(
            f"{item.number}. {words.why}{words.colon}{plain_blocks(item.why)}"
            for item in items
            if item.why
        )
        yield RecommendationsSlide(
            frame=Frame(
                id=part.id,
                title=title or (Run(text=part.tracker),),
                tracker=part.tracker,
                source=write_source_line(material, refs),
                notes=reasons,
            ),
            items=items,
            who_label=words.who,
            what_label=words.what,
            by_label=words.by_when,
        )


def _plan_sources(part: _Part) -> Iterator[Slide]:
    material, words = part.material, part.material.words
    references = tuple(cite_in_full(material, source) for source in material.brief.sources.values())
    blocks = material.parse_blocks(material.brief.method)
    method = speak_blocks(blocks)
    if references or method:
        title = speak(material.parse_inlines(material.brief.method_message))
        yield SourcesSlide(
            frame=Frame(
                id=part.id,
                title=title or (Run(text=words.sources_and_method),),
                tracker=part.tracker if title else "",
                notes=plan_notes(material, text=blocks, facts=tuple(material.figures)),
            ),
            references=references,
            method_heading=words.method,
            method=method,
        )


def _plan_contact(part: _Part) -> Iterator[Slide]:
    material, brief = part.material, part.material.brief
    lines = plan_contact_lines(material)
    small = tuple(
        speak(material.parse_inlines(prose)) for prose in (brief.funding, brief.disclaimer) if prose
    )
    if lines or small:
        yield ContactSlide(
            id="contact", title=material.words.contact, lines=lines, small_print=small
        )


def _plan_extra(material: Material, extra: ExtraSlide, id_: str, tracker: str) -> Iterator[Slide]:
    """Yield the slides of one entry under `deck.after`."""
    title = speak(material.parse_inlines(extra.title))
    own = material.parse_blocks(extra.notes)
    if extra.quote:
        quote = material.parse_inlines(extra.quote)
        yield QuoteSlide(
            frame=Frame(
                id=id_,
                title=title or (Run(text=extra.by or ""),),
                tracker=tracker,
                source=write_source_line(material, (*(extra.source or ()), *cited_in(quote))),
                notes=plan_notes(material, own=own),
            ),
            quote=speak(quote),
            attribution=name_speaker(material, extra.by, extra.role, extra.on),
        )
        return
    points = tuple(material.parse_inlines(point) for point in extra.points)
    frame = Frame(
        id=id_,
        title=title,
        tracker=tracker,
        source=write_source_line(material, (*(extra.source or ()), *cited_in(*points))),
        notes=plan_notes(material, own=own),
    )
    spoken = tuple(Point(inlines=speak(point)) for point in points)
    names = tuple(str(name) for name in extra.exhibits if can_show(material, name))
    if names:
        yield from plan_exhibit_slides(material, frame, names, spoken)
    else:
        yield PointsSlide(frame=frame, points=spoken)


def _frame(part: _Part, title: Inlines, source: Inlines, texts: tuple[Inlines, ...]) -> Frame:
    """Return a frame whose notes name the grounds of the facts in `title` and `texts`."""
    facts = facts_in(title, *texts)
    return Frame(
        id=part.id,
        title=title,
        tracker=part.tracker,
        source=source,
        notes=plan_notes(part.material, facts=facts),
    )


_PARTS: Mapping[str, Callable[[_Part], Iterator[Slide]]] = {
    "cover": _plan_cover,
    "summary": _plan_summary,
    "key-figures": _plan_key_figures,
    "timeline": _plan_timeline,
    "recommendations": _plan_recommendations,
    "sources": _plan_sources,
    "contact": _plan_contact,
}
