"""Brief to report: which blocks, in which order. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.brief.exhibits import Chart
from generator.brief.facts import SourceRef
from generator.brief.parts import REPORT_AFTER, REPORT_BEFORE, Path, walk_sections
from generator.brief.sections import Quote, Section
from generator.compose.backmatter import plan_about, plan_contact, plan_method, plan_references
from generator.compose.citations import cite_in_full, cite_shortly
from generator.compose.exhibits import (
    choose_render,
    describe_table,
    plan_grid,
    plan_note,
    plan_source,
    plan_subtitle,
)
from generator.compose.figures import plan_key_figures
from generator.compose.material import (
    Material,
    can_show,
    find_exhibit,
    plan_byline,
    plan_exhibits,
    plan_order,
    plan_properties,
    plan_top_sections,
)
from generator.compose.quotations import name_speaker, set_in_marks
from generator.compose.report import (
    CalloutBox,
    Caption,
    ChartExhibit,
    Contents,
    Cover,
    Heading,
    KeyMessages,
    RecommendationItem,
    Recommendations,
    Report,
    ReportBlock,
    TableExhibit,
    Timeline,
    TimelineEntry,
)
from generator.errors import DataError
from generator.text.blocks import (
    Block,
    Citation,
    CrossReference,
    Inlines,
    Paragraph,
    QuoteBlock,
    Run,
)
from generator.text.walk import walk_inlines

_MOST_LEVELS = 4
"""Heading levels that templates have styles for; deeper subsections share the last."""


@dataclass(slots=True, kw_only=True)
class Numbering:
    """Numbers of the exhibits, in the order in which they come."""

    labels: dict[str, str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def number(self, sequence: str) -> int:
        """Return the next number of `sequence`."""
        self.counts[sequence] = self.counts.get(sequence, 0) + 1
        return self.counts[sequence]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is needed while blocks are arranged."""

    material: Material
    exhibits: Mapping[str, tuple[str, ...]]
    numbering: Numbering


def compose_report(material: Material) -> Report:
    """Return the report of a brief: every part that it has, in order, exhibits numbered."""
    plan = begin_plan(material, Numbering())
    return finish_report(material, tuple(plan_body(plan)), plan.numbering)


def begin_plan(material: Material, numbering: Numbering) -> Plan:
    """Return the plan of a report, or of a part of one whose exhibits `numbering` counts."""
    exhibits = plan_exhibits(material, material.brief.report)
    return Plan(material=material, exhibits=exhibits, numbering=numbering)


def finish_report(
    material: Material,
    blocks: tuple[ReportBlock, ...],
    numbering: Numbering,
    groups: tuple[int, ...] = (),
) -> Report:
    """Return the report of `blocks`; `groups` as in `Report`."""
    return Report(
        properties=plan_properties(material),
        blocks=blocks,
        labels=numbering.labels,
        footnotes={
            id_: cite_in_full(material, source) for id_, source in material.brief.sources.items()
        },
        short_footnotes=cite_shortly(material),
        words=material.words,
        groups=groups,
        date=material.write_when(material.brief.date),
    )


def plan_body(plan: Plan) -> Iterator[ReportBlock]:
    """Yield every part of a report, in order."""
    sections = tuple(id_ for _, id_, _ in plan_top_sections(plan.material))
    default = (*REPORT_BEFORE, *sections, *REPORT_AFTER)
    for part in plan_order(default, plan.material.brief.report):
        yield from plan_part(plan, part)


def plan_part(plan: Plan, name: str) -> Iterator[ReportBlock]:
    """Yield a section, a subsection, or another part of a report, by its id.

    A subsection keeps its level; nothing comes of one that is left out, or that is not there.
    """
    material = plan.material
    if name in material.brief.report.leave_out:
        return
    if name in _PARTS:
        yield from _PARTS[name](material)
        return
    for path, section in walk_sections(material.brief.sections):
        if material.section_ids[path] == name:
            yield from _plan_section(plan, path, section, level=len(path))


def find_lost_mentions(material: Material, report: Report) -> list[DataError]:
    """Return an error for each exhibit that the text speaks of and the report does not show."""
    return [
        DataError(
            f"the text speaks of '{exhibit}', which the report does not show",
            place=place,
            hint="name it under 'exhibits' of a section, and not under 'report: leave_out'",
        )
        for exhibit, place in material.uses.exhibits.items()
        if exhibit not in report.labels and can_show(material, exhibit)
    ]


def _plan_cover(material: Material) -> Iterator[ReportBlock]:
    brief = material.brief
    yield Cover(
        title=brief.title,
        subtitle=brief.subtitle or "",
        kicker=brief.status or "",
        byline=plan_byline(material),
        organisation=brief.organisation or "",
        date=material.write_when(brief.date),
    )


def _plan_summary(material: Material) -> Iterator[ReportBlock]:
    messages = tuple(material.parse_inlines(message) for message in material.brief.summary)
    if messages:
        yield KeyMessages(heading=material.words.key_messages, messages=messages)


def _plan_contents(material: Material) -> Iterator[ReportBlock]:
    if material.brief.sections:
        yield Contents(heading=material.words.contents)


def _plan_section(plan: Plan, path: Path, section: Section, level: int) -> Iterator[ReportBlock]:
    """Yield heading, text with its exhibits, quote and callout, then the subsections."""
    material = plan.material
    id_ = material.section_ids[path]
    if id_ in material.brief.report.leave_out:
        return
    yield Heading(level=min(level, _MOST_LEVELS), inlines=(Run(text=section.heading),), id=id_)
    text = material.parse_blocks(section.text)
    yield from _place_exhibits(plan, text, plan.exhibits.get(id_, ()))
    if section.quote:
        yield _plan_quote(material, section.quote)
    if section.callout:
        yield CalloutBox(
            title=section.callout.title or "",
            blocks=material.parse_blocks(section.callout.text),
        )
    for index, subsection in enumerate(section.sections):
        yield from _plan_section(plan, (*path, index), subsection, level + 1)


def _place_exhibits(
    plan: Plan, text: tuple[Block, ...], names: tuple[str, ...]
) -> Iterator[ReportBlock]:
    """Yield the blocks of a text, each exhibit after the block that first mentions it."""
    waiting = list(names)
    for block in text:
        yield block
        mentioned = [
            inline.exhibit
            for inline in walk_inlines((block,))
            if isinstance(inline, CrossReference)
        ]
        for name in dict.fromkeys(mentioned):
            if name in waiting:
                waiting.remove(name)
                yield from plan_exhibit(plan, name)
    for name in waiting:
        yield from plan_exhibit(plan, name)


def plan_exhibit(
    plan: Plan, name: str, *, has_caption: bool = True
) -> Iterator[ChartExhibit | TableExhibit]:
    """Yield a chart or table; one without caption has no number."""
    material = plan.material
    exhibit = find_exhibit(material, name)
    caption = _plan_caption(plan, name, has_caption=has_caption)
    if isinstance(exhibit, Chart):
        yield ChartExhibit(
            caption=caption,
            plot=material.plots[name],
            render=choose_render(material, name),
            has_caption=has_caption,
        )
    else:
        yield TableExhibit(
            caption=caption,
            grid=plan_grid(material, exhibit),
            alt=describe_table(material, exhibit),
            has_caption=has_caption,
        )


def _plan_caption(plan: Plan, name: str, *, has_caption: bool) -> Caption:
    material = plan.material
    is_chart = name in material.brief.charts
    sequence = "Figure" if is_chart else "Table"
    label = material.words.figure if is_chart else material.words.table
    number = 0
    if has_caption:
        number = plan.numbering.number(sequence)
        plan.numbering.labels[name] = f"{label}\N{NO-BREAK SPACE}{number}"
    exhibit = find_exhibit(material, name)
    return Caption(
        id=name,
        label=label,
        sequence=sequence,
        number=number,
        title=material.parse_inlines(exhibit.title),
        subtitle=plan_subtitle(material, name),
        note=plan_note(material, name),
        source=plan_source(material, name),
    )


def _plan_quote(material: Material, quote: Quote) -> QuoteBlock:
    spoken = set_in_marks(material, material.parse_inlines(quote.quote))
    who = name_speaker(material, quote.by, quote.role, quote.on)
    return QuoteBlock(
        blocks=(Paragraph(inlines=spoken),),
        attribution=(Run(text=who), *_cite(quote.source)),
    )


def _cite(sources: tuple[SourceRef, ...] | None) -> Inlines:
    return (Citation(sources=sources),) if sources else ()


def _plan_recommendations(material: Material) -> Iterator[ReportBlock]:
    words = material.words
    items = plan_recommendation_items(material, is_cited=True)
    if items:
        yield Heading(level=1, inlines=(Run(text=words.recommendations),), id="recommendations")
        yield Recommendations(
            items=items,
            who_label=words.who,
            by_label=words.by_when,
            why_label=words.why,
        )


def plan_recommendation_items(
    material: Material, *, is_cited: bool
) -> tuple[RecommendationItem, ...]:
    """Return the recommendations, numbered; with citations after the title if `is_cited`."""
    return tuple(
        RecommendationItem(
            number=number,
            title=material.parse_inlines(item.title),
            who=item.who,
            what=(*material.parse_inlines(item.what), *(_cite(item.source) if is_cited else ())),
            by=item.by if isinstance(item.by, str) else material.write_when(item.by),
            why=material.parse_inlines(item.why),
        )
        for number, item in enumerate(material.brief.recommendations, start=1)
    )


def _plan_timeline(material: Material) -> Iterator[ReportBlock]:
    words = material.words
    entries = plan_timeline_entries(material, is_cited=True)
    if entries:
        yield Heading(level=1, inlines=(Run(text=words.timeline),), id="timeline")
        yield Timeline(entries=entries, date_label=words.date, event_label=words.event)


def plan_timeline_entries(material: Material, *, is_cited: bool) -> tuple[TimelineEntry, ...]:
    """Return the events in the order of their dates; with citations if `is_cited`.

    A whole year comes before its first month, and a month before its first day.
    """
    events = sorted(
        material.brief.timeline, key=lambda event: (event.date.start, event.date.precision)
    )
    return tuple(
        TimelineEntry(
            date=material.write_when(event.date),
            title=event.title,
            text=(
                *material.parse_inlines(event.text),
                *(_cite(event.source) if is_cited else ()),
            ),
        )
        for event in events
    )


_PARTS: Mapping[str, Callable[[Material], Iterator[ReportBlock]]] = {
    "cover": _plan_cover,
    "summary": _plan_summary,
    "key-figures": plan_key_figures,
    "contents": _plan_contents,
    "recommendations": _plan_recommendations,
    "timeline": _plan_timeline,
    "method": plan_method,
    "references": plan_references,
    "about": plan_about,
    "contact": plan_contact,
}
