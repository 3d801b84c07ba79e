"""The slides of one section: an opener, its points, its exhibits. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.brief.exhibits import Chart
from generator.brief.facts import SourceRef
from generator.brief.parts import Path
from generator.brief.sections import Section
from generator.compose.chartdata import tell_chart_data
from generator.compose.citations import write_source_line
from generator.compose.exhibits import (
    choose_render,
    describe_table,
    exhibit_sources,
    plan_grid,
    plan_note,
    plan_subtitle,
)
from generator.compose.material import (
    Material,
    exhibit_facts,
    fact_sources,
    facts_in,
    find_exhibit,
    plan_top_sections,
)
from generator.compose.notes import plan_notes, tell_source
from generator.compose.quotations import name_speaker, set_in_marks
from generator.compose.slidetext import cited_in, speak
from generator.compose.storyboard import (
    ChartPanel,
    ChartSlide,
    Frame,
    Point,
    PointsSlide,
    SectionSlide,
    Slide,
    TableSlide,
)
from generator.text.blocks import Inline, Inlines, LineBreak, Run

_MOST_TAKEAWAYS = 4
"""Points that fit beside a chart; more get a slide of their own."""


_Framed = PointsSlide | ChartSlide | TableSlide


class _Group(NamedTuple):
    """Exhibits that share a slide: one table, one chart, or two charts."""

    names: tuple[str, ...]
    is_chart: bool


def plan_section_slides(
    material: Material, exhibits: Mapping[str, tuple[str, ...]], path: Path
) -> Iterator[Slide]:
    """Yield the slides of the section at `path` and its subsections.

    A section that is no subsection comes after an opener if the deck wants them.
    """
    section = material.brief.sections[path[0]]
    tracker = section.heading
    if material.brief.deck.openers and len(path) == 1:
        yield SectionSlide(
            id=f"{material.section_ids[path]}-opener",
            number=path[0] + 1,
            title=section.heading,
            message=_plan_agenda(material, section),
        )
    for index in path[1:]:
        section = section.sections[index]
    yield from _plan_content(material, exhibits, path, section, tracker)


def _plan_agenda(material: Material, current: Section) -> Inlines:
    """Return the headings of the deck's sections, one a line, that of `current` bold."""
    lines: list[Inline] = []
    for _, id_, section in plan_top_sections(material):
        if id_ in material.brief.deck.leave_out:
            continue
        lines.extend((LineBreak(),) if lines else ())
        lines.append(Run(text=section.heading, bold=section is current))
    return tuple(lines)


def _plan_content(
    material: Material,
    exhibits: Mapping[str, tuple[str, ...]],
    path: Path,
    section: Section,
    tracker: str,
) -> Iterator[Slide]:
    id_ = material.section_ids[path]
    if id_ in material.brief.deck.leave_out:
        return
    names = exhibits.get(id_, ())
    if section.message or section.points or names:
        yield from _plan_own_slides(
            material, section, _frame(material, section, id_, tracker), names
        )
    for index, subsection in enumerate(section.sections):
        yield from _plan_content(material, exhibits, (*path, index), subsection, tracker)


def _plan_own_slides(
    material: Material, section: Section, frame: Frame, names: tuple[str, ...]
) -> Iterator[Slide]:
    """Yield the slides of a section without its subsections.

    Points stand beside a single chart; with a table, two charts or more points than fit there,
    they come first on their own slide. Points that cite nothing rest on what the text cites.
    """
    spoken = tuple(Point(inlines=speak(material.parse_inlines(text))) for text in section.points)
    groups = _group(material, names)
    is_beside = (
        bool(groups)
        and groups[0].is_chart
        and len(groups[0].names) == 1
        and len(spoken) <= _MOST_TAKEAWAYS
        and not _has_remark(section)
    )
    slides: list[_Framed] = []
    if spoken and not is_beside:
        slides.append(_plan_points(material, section, frame, spoken))
    for index, group in enumerate(groups):
        own = _frame_of(material, frame, group) if slides else frame
        takeaways = spoken if index == 0 and is_beside else ()
        slides.append(_plan_group(material, own, group, takeaways, is_titled=bool(slides)))
    yield from _number_parts(material, frame, slides)


def _plan_points(
    material: Material, section: Section, frame: Frame, spoken: tuple[Point, ...]
) -> PointsSlide:
    """Return the slide of a section's points, with its remark beside them."""
    points = tuple(material.parse_inlines(point) for point in section.points)
    title, callout, refs = _plan_remark(material, section)
    shown = facts_in(frame.title, *points)
    grounds = cited_in(*points) or cited_in(material.parse_blocks(section.text))
    cited = (*grounds, *refs, *fact_sources(material, shown))
    return PointsSlide(
        frame=replace(frame, source=write_source_line(material, cited, shown)),
        points=spoken,
        callout_title=title,
        callout=callout,
    )


def plan_exhibit_slides(
    material: Material, frame: Frame, names: tuple[str, ...], takeaways: tuple[Point, ...]
) -> Iterator[Slide]:
    """Yield slides for `names` under the title of `frame`; further ones by their own titles."""
    slides: list[_Framed] = []
    for index, group in enumerate(_group(material, names)):
        own = frame if index == 0 else _frame_of(material, frame, group)
        slides.append(
            _plan_group(material, own, group, takeaways if index == 0 else (), is_titled=index > 0)
        )
    yield from _number_parts(material, frame, slides)


def plan_exhibit_slide(material: Material, name: str) -> ChartSlide | TableSlide:
    """Return the slide that an exhibit makes by itself: without a title, under its heading."""
    (group,) = _group(material, (name,))
    return _plan_group(material, Frame(id=name, title=()), group, (), is_titled=False)


def _plan_group(
    material: Material,
    frame: Frame,
    group: _Group,
    takeaways: tuple[Point, ...],
    *,
    is_titled: bool,
) -> ChartSlide | TableSlide:
    """Return the slide of `group`; a single exhibit has no heading if the slide's title is its."""
    facts = tuple(fact for name in group.names for fact in exhibit_facts(material, name))
    refs: tuple[SourceRef, ...] = tuple(
        ref for name in group.names for ref in exhibit_sources(material, name)
    )
    data = (
        line for name in group.names if group.is_chart for line in tell_chart_data(material, name)
    )
    grounds = (
        *plan_notes(material, facts=facts),
        *dict.fromkeys(line for name in group.names for line in tell_source(material, name)),
    )
    frame = replace(
        frame,
        source=write_source_line(material, dict.fromkeys(refs), facts),
        notes=(*frame.notes, *_new(frame.notes, grounds), *data),
    )
    is_alone = len(group.names) == 1 and is_titled
    if group.is_chart:
        panels = tuple(_plan_panel(material, name, is_alone) for name in group.names)
        return ChartSlide(frame=frame, panels=panels, takeaways=takeaways)
    name = group.names[0]
    table = material.brief.tables[name]
    return TableSlide(
        frame=frame,
        heading=() if is_alone else speak(material.parse_inlines(table.title)),
        subtitle=speak(plan_subtitle(material, name)),
        grid=plan_grid(material, table),
        alt=describe_table(material, table),
        note=speak(material.parse_inlines(table.note)),
        takeaways=takeaways,
    )


def _plan_panel(material: Material, name: str, is_alone: bool) -> ChartPanel:
    chart = material.brief.charts[name]
    return ChartPanel(
        plot=material.plots[name],
        render=choose_render(material, name),
        heading=() if is_alone else speak(material.parse_inlines(chart.title)),
        subtitle=speak(plan_subtitle(material, name)),
        note=speak(plan_note(material, name)),
    )


def _group(material: Material, names: tuple[str, ...]) -> tuple[_Group, ...]:
    """Return `names` in groups: charts that follow each other in pairs, tables alone."""
    groups: list[_Group] = []
    for name in names:
        is_chart = isinstance(find_exhibit(material, name), Chart)
        last = groups[-1] if groups else None
        if last and is_chart and last.is_chart and len(last.names) == 1:
            groups[-1] = _Group((*last.names, name), is_chart=True)
        else:
            groups.append(_Group((name,), is_chart))
    return tuple(groups)


def _frame(material: Material, section: Section, id_: str, tracker: str) -> Frame:
    """Return the frame of a section's first slide, with its text and grounds in the notes."""
    message = _message(material, section)
    points = tuple(material.parse_inlines(point) for point in section.points)
    return Frame(
        id=id_,
        title=message,
        tracker=tracker,
        notes=plan_notes(
            material,
            own=material.parse_blocks(section.notes),
            text=material.parse_blocks(section.text),
            facts=facts_in(message, *points),
        ),
    )


def _frame_of(material: Material, frame: Frame, group: _Group) -> Frame:
    """Return the frame of a further slide, titled by its exhibit; two go on under one message."""
    exhibit = find_exhibit(material, group.names[0])
    is_alone = len(group.names) == 1
    return Frame(
        id=f"{frame.id}-{group.names[0]}",
        title=speak(material.parse_inlines(exhibit.title)) if is_alone else frame.title,
        tracker=frame.tracker,
    )


def _number_parts(material: Material, frame: Frame, slides: Sequence[_Framed]) -> Iterator[_Framed]:
    """Yield `slides`, those under the title of `frame` marked `(1/2)`, `(2/2)` if there are two."""
    parts = [slide for slide in slides if slide.frame.title == frame.title]
    for slide in slides:
        if len(parts) == 1 or slide not in parts:
            yield slide
            continue
        number = parts.index(slide) + 1
        mark = material.words.part_of.format(part=number, parts=len(parts))
        title = (*slide.frame.title, Run(text=f" {mark}"))
        yield replace(slide, frame=replace(slide.frame, title=title))


def _message(material: Material, section: Section) -> Inlines:
    return speak(material.parse_inlines(section.message)) or (Run(text=section.heading),)


def _has_remark(section: Section) -> bool:
    return section.callout is not None or section.quote is not None


def _plan_remark(
    material: Material, section: Section
) -> tuple[str, Inlines, tuple[SourceRef, ...]]:
    """Return title, words and sources of the panel beside the points: callout, or else quote."""
    if section.callout:
        text = material.parse_inlines(section.callout.text)
        return section.callout.title or "", speak(text), cited_in(text)
    if section.quote:
        quote = section.quote
        said = set_in_marks(material, speak(material.parse_inlines(quote.quote)))
        who = name_speaker(material, quote.by, on=quote.on)
        return "", (*said, LineBreak(), Run(text=who, italic=True)), quote.source or ()
    return "", (), ()


def _new(known: tuple[str, ...], notes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(note for note in notes if note not in known)
