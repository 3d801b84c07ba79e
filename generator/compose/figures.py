"""Key figures, and the list of every figure with its ground. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from generator.brief.facts import Fact
from generator.compose.citations import write_short_sources, write_source_line
from generator.compose.material import Material, fact_sources
from generator.compose.report import FigureCard, KeyFigures, ReportBlock
from generator.facts import Figure, Precision, write_figure
from generator.text.blocks import Grid, GridColumn, Inlines, Run, to_plain

_CARDS_IN_STRIP = 4


def plan_cards(material: Material) -> tuple[FigureCard, ...]:
    """Return the key figures of the brief, each with label, basis and date."""
    return tuple(
        FigureCard(
            number=write_figure(figure, material.brief.lang, Precision.SHORT),
            label=to_plain(material.parse_inlines(wanted.label)) or figure.fact.counts or "",
            detail=_describe_ground(material, figure.fact),
            fact=figure.id,
        )
        for wanted in material.brief.key_figures
        if (figure := material.figures.get(wanted.fact))
    )


def plan_key_figures(material: Material) -> Iterator[ReportBlock]:
    """Yield strips of at most four cards each, of even length."""
    cards = plan_cards(material)
    if not cards:
        return
    strips = -(-len(cards) // _CARDS_IN_STRIP)
    length = -(-len(cards) // strips)
    for start in range(0, len(cards), length):
        strip = cards[start : start + length]
        yield KeyFigures(cards=strip, source=source_of_cards(material, strip))


def source_of_cards(material: Material, cards: tuple[FigureCard, ...]) -> Inlines:
    """Return the source line under a set of cards; the cards carry their own dates."""
    return write_source_line(material, fact_sources(material, tuple(card.fact for card in cards)))


def plan_figure_list(material: Material, shown: tuple[str, ...]) -> Grid:
    """Return a table of the facts in `shown`: figure, what it counts, basis, source and note."""
    words = material.words
    heads = (words.figure_shown, words.counts, words.basis, words.source)
    shares = (0.19, 0.43, 0.17, 0.21)
    return Grid(
        columns=tuple(
            GridColumn(head=(Run(text=head),), share=share)
            for head, share in zip(heads, shares, strict=True)
        ),
        rows=tuple(_plan_row(material, material.figures[fact]) for fact in shown),
    )


def _plan_row(material: Material, figure: Figure) -> tuple[Inlines, ...]:
    number = write_figure(figure, material.brief.lang, Precision.TEXT)
    counts: Inlines = (Run(text=figure.fact.counts),) if figure.fact.counts else ()
    note = material.parse_inlines(figure.fact.note)
    if counts and note:
        counts = (*counts, Run(text=material.words.full_stop + " "), *note)
    ground = _describe_ground(material, figure.fact)
    return (
        (Run(text=number, fact=figure.id),),
        counts or note,
        (Run(text=ground),) if ground else (),
        write_short_sources(material, figure.sources),
    )


def _describe_ground(material: Material, fact: Fact) -> str:
    """Return basis and date: `Allocated, 2024`."""
    when = fact.period or fact.as_of
    parts = [fact.basis or "", material.write_when(when)]
    told = material.words.comma.join(part for part in parts if part)
    return told[:1].upper() + told[1:]
