"""The end of the report: method, references, about, funding, disclaimer, contact. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compose.chartdata import list_pictures, plan_chart_tables
from generator.compose.citations import cite_as_reference
from generator.compose.figures import plan_figure_list
from generator.compose.material import Material
from generator.compose.report import Heading, References, ReportBlock
from generator.text.blocks import Block, Inline, Inlines, LineBreak, Paragraph, Run, TextTable


def plan_method(material: Material) -> Iterator[ReportBlock]:
    """Yield how the brief was made, the grounds of its figures, and the data of its pictures."""
    text = material.parse_blocks(material.brief.method)
    shown, pictures = tuple(material.figures), list_pictures(material)
    if text or shown or pictures:
        yield _head(material.words.method, "method")
    yield from text
    if shown:
        yield _head(material.words.figures_and_sources, "figures", level=2)
        yield TextTable(grid=plan_figure_list(material, shown))
    if pictures:
        yield _head(material.words.chart_data, "chart-data", level=2)
    yield from plan_chart_tables(material, pictures)


def plan_references(material: Material) -> Iterator[ReportBlock]:
    """Yield the sources in the order of the data file."""
    sources = material.brief.sources.values()
    if sources:
        yield _head(material.words.references, "references")
        yield References(items=tuple(cite_as_reference(material, source) for source in sources))


def plan_about(material: Material) -> Iterator[ReportBlock]:
    """Yield who wrote and paid for the brief, what it does not stand for, how to cite it."""
    filled = _plan_about_parts(material)
    if filled:
        yield _head(material.words.about, "about")
    for title, id_, blocks in filled:
        yield _head(title, id_, level=2)
        yield from blocks


def _plan_about_parts(material: Material) -> list[tuple[str, str, tuple[Block, ...]]]:
    """Return title, id and text of each part that the brief has."""
    words, brief = material.words, material.brief
    owner = brief.organisation or words.about
    parts: tuple[tuple[str, str, tuple[Block, ...]], ...] = (
        (words.about_authors, "about-authors", _describe_authors(material)),
        (owner, "about-organisation", material.parse_blocks(brief.about)),
        (words.funding, "funding", material.parse_blocks(brief.funding)),
        (words.disclaimer, "disclaimer", material.parse_blocks(brief.disclaimer)),
        (words.cite, "cite", material.parse_blocks(brief.cite)),
    )
    return [part for part in parts if part[2]]


def plan_contact(material: Material) -> Iterator[ReportBlock]:
    """Yield where to reach whoever answers for the brief, under the last heading."""
    joined: list[Inline] = []
    for line in plan_contact_lines(material):
        joined.extend((*((LineBreak(),) if joined else ()), *line))
    if joined:
        is_under_about = "about" not in material.brief.report.leave_out
        level = 2 if is_under_about and _plan_about_parts(material) else 1
        yield _head(material.words.contact, "contact", level=level)
        yield Paragraph(inlines=tuple(joined))


def plan_contact_lines(material: Material) -> tuple[Inlines, ...]:
    """Return the contact line by line, addresses linked; empty without a contact."""
    contact = material.brief.contact
    if contact is None:
        return ()
    web = contact.web
    address = web if not web or web.startswith(("http:", "https:")) else f"https://{web}"
    lines: tuple[tuple[str | None, str | None], ...] = (
        (contact.name, None),
        (contact.organisation, None),
        (contact.address, None),
        (contact.phone, None),
        (contact.email, f"mailto:{contact.email}"),
        (web, address),
    )
    return tuple((Run(text=text, link=link),) for text, link in lines if text)


def _describe_authors(material: Material) -> tuple[Block, ...]:
    return tuple(
        block for author in material.brief.authors for block in material.parse_blocks(author.about)
    )


def _head(title: str, id_: str, level: int = 1) -> Heading:
    return Heading(level=level, inlines=(Run(text=title),), id=id_, is_numbered=False)
