"""Sections, recommendations and the like as values of a template: frozen, and nothing but words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.brief.parts import Path
from generator.brief.sections import Callout, Quote, Section
from generator.compose.material import Material, plan_exhibits, plan_order, plan_top_sections
from generator.context.dates import plan_date
from generator.context.exhibits import ChartValue, TableValue
from generator.context.marks import Requests
from generator.context.prose import BlockText, InlineText


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteValue:
    """A quotation: its words without quotation marks, and who said them when."""

    text: str
    by: str
    role: str
    on: str

    def __str__(self) -> str:
        """Return the words."""
        return str(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalloutValue:
    """A remark with its head, which may be empty."""

    title: str
    text: str

    def __str__(self) -> str:
        """Return the words."""
        return str(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionValue:
    """One section or subsection; what the brief does not have is an empty text.

    Attributes:
        level: 1, or more for subsections.
        text: The Markdown of the report, paragraphs: `{{p section.text }}`.
        points: The bullets of the deck: `{{p section.points }}`.
        quote: None where there is none.
        callout: None where there is none.
        notes: Speaker notes.
        sections: Those below.
        exhibits: Charts and tables that are shown in it.
    """

    id: str
    level: int
    heading: str
    message: str
    text: str
    points: tuple[str, ...]
    quote: QuoteValue | None
    callout: CalloutValue | None
    notes: str
    sections: tuple[SectionValue, ...]
    exhibits: tuple[ChartValue | TableValue, ...]

    def __str__(self) -> str:
        """Return the heading."""
        return self.heading


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    material: Material
    requests: Requests
    names: Mapping[str, tuple[str, ...]]
    exhibits: Mapping[str, ChartValue | TableValue]
    left_out: frozenset[str]


def plan_sections(
    material: Material,
    requests: Requests,
    exhibits: Mapping[str, ChartValue | TableValue],
    *,
    is_word: bool,
) -> tuple[SectionValue, ...]:
    """Return the sections that a report or deck shows, in its order."""
    overrides = material.brief.report if is_word else material.brief.deck
    plan = _Plan(
        material=material,
        requests=requests,
        names=plan_exhibits(material, overrides),
        exhibits=exhibits,
        left_out=frozenset(map(str, overrides.leave_out)),
    )
    top = {id_: (path, section) for path, id_, section in plan_top_sections(material)}
    return tuple(_plan_section(plan, *top[id_]) for id_ in plan_order(tuple(top), overrides))


def _plan_section(plan: _Plan, path: Path, section: Section) -> SectionValue:
    material, requests = plan.material, plan.requests
    id_ = material.section_ids[path]
    below = (
        ((*path, index), each)
        for index, each in enumerate(section.sections)
        if material.section_ids[(*path, index)] not in plan.left_out
    )
    return SectionValue(
        id=id_,
        level=len(path),
        heading=str(section.heading),
        message=InlineText(material.parse_inlines(section.message), requests),
        text=BlockText(material.parse_blocks(section.text), requests, id_),
        points=tuple(
            InlineText(material.parse_inlines(point), requests, id_) for point in section.points
        ),
        quote=_plan_quote(plan, section.quote),
        callout=_plan_callout(plan, section.callout),
        notes=BlockText(material.parse_blocks(section.notes), requests),
        sections=tuple(_plan_section(plan, *each) for each in below),
        exhibits=tuple(
            plan.exhibits[name] for name in plan.names.get(id_, ()) if name in plan.exhibits
        ),
    )


def _plan_quote(plan: _Plan, quote: Quote | None) -> QuoteValue | None:
    if quote is None:
        return None
    return QuoteValue(
        text=InlineText(plan.material.parse_inlines(quote.quote), plan.requests),
        by=str(quote.by),
        role=str(quote.role or ""),
        on=plan_date(quote.on, plan.material.brief.lang),
    )


def _plan_callout(plan: _Plan, callout: Callout | None) -> CalloutValue | None:
    if callout is None:
        return None
    return CalloutValue(
        title=str(callout.title or ""),
        text=BlockText(plan.material.parse_blocks(callout.text), plan.requests),
    )
