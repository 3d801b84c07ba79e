"""The names that a template may use for a brief: the same in Word and in PowerPoint."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from types import MappingProxyType

from generator.compose.material import Material
from generator.context.exhibits import plan_charts, plan_tables
from generator.context.fields import plan_fields
from generator.context.marks import Requests
from generator.context.parts import Parts
from generator.context.sections import plan_sections


def plan_names(material: Material, requests: Requests, *, is_word: bool) -> dict[str, object]:
    """Return the context of a template: name → value.

    What the brief does not have is an empty text or list, so that a template asks with
    `{% if subtitle %}`. Facts and fields are names of their own as well; a fact that is called
    as something else is reached by `facts`.

    Args:
        material: The brief.
        requests: Told what tags ask for and write.
        is_word: Whether it is a report; else a deck.
    """
    brief = material.brief
    charts, tables = plan_charts(material, requests), plan_tables(material, requests)
    sources_part = "references" if is_word else "sources"
    parts = Parts(material=material, requests=requests, sources_part=sources_part)
    facts = parts.plan_facts()
    sources = parts.plan_sources()
    fields = plan_fields(brief.fields, brief.lang)
    return {
        **facts,
        **fields,
        "title": str(brief.title),
        "subtitle": str(brief.subtitle or ""),
        "date": parts.plan_date(),
        "status": str(brief.status or ""),
        "authors": parts.plan_authors(),
        "organisation": str(brief.organisation or ""),
        "lang": str(brief.lang),
        "keywords": tuple(str(word) for word in brief.keywords),
        "summary": parts.plan_summary(),
        "key_figures": parts.plan_key_figures(),
        "sections": plan_sections(material, requests, {**charts, **tables}, is_word=is_word),
        "recommendations": parts.plan_recommendations(),
        "timeline": parts.plan_timeline(),
        "sources": sources,
        "references": sources,
        "facts": facts,
        "charts": charts,
        "tables": tables,
        "about": parts.plan_text("about", "about"),
        "method": parts.plan_text("method", "method" if is_word else ""),
        "funding": parts.plan_text("funding"),
        "disclaimer": parts.plan_text("disclaimer"),
        "cite": parts.plan_text("cite"),
        "contact": parts.plan_contact(),
        "words": _plan_words(material),
        "fields": fields,
    }


def _plan_words(material: Material) -> Mapping[str, str]:
    """Return the generator's own words in the brief's language, such as `Figure`."""
    return MappingProxyType(asdict(material.words))
