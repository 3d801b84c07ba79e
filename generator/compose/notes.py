"""Speaker notes: what to say, the section's text, and the ground of each figure shown. Pure."""

from __future__ import annotations

from generator.compose.citations import write_source_line
from generator.compose.exhibits import plan_source
from generator.compose.material import Material, exhibit_facts
from generator.compose.mentions import name_in_blocks
from generator.compose.slidetext import plain_paragraphs
from generator.facts import Precision, write_figure
from generator.text.blocks import Block, CrossReference, to_plain
from generator.text.walk import walk_inlines


def plan_notes(
    material: Material,
    *,
    own: tuple[Block, ...] = (),
    text: tuple[Block, ...] = (),
    facts: tuple[str, ...] = (),
) -> tuple[str, ...]:
    """Return the notes of a slide, paragraph by paragraph.

    Slides have no numbered figures, so what the text calls `Figure 1` has its title there.

    Args:
        material: Where the facts and the words come from.
        own: The author's speaker notes; they come first.
        text: The section's text in the report.
        facts: Facts that the slide shows; each gets a paragraph with its ground.
    """
    return (
        *plain_paragraphs(_name_exhibits(material, own)),
        *plain_paragraphs(_name_exhibits(material, text)),
        *(_ground(material, fact) for fact in dict.fromkeys(facts)),
    )


def tell_source(material: Material, name: str) -> tuple[str, ...]:
    """Return the source of an exhibit whose numbers are no facts, as one paragraph of notes."""
    line = to_plain(plan_source(material, name))
    if exhibit_facts(material, name) or not line:
        return ()
    return (f"{material.words.source}{material.words.colon}{line}",)


def _name_exhibits(material: Material, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    mentioned = dict.fromkeys(
        inline.exhibit for inline in walk_inlines(blocks) if isinstance(inline, CrossReference)
    )
    return name_in_blocks(blocks, material.name_by_title(mentioned).named)


def _ground(material: Material, fact: str) -> str:
    """Return one paragraph on a fact: exact value, what it counts, basis, date, source, note."""
    figure = material.figures[fact]
    words = material.words
    exact = write_figure(figure, material.brief.lang, Precision.EXACT)
    when = material.write_when(figure.fact.period or figure.fact.as_of)
    claim = words.comma.join(
        part for part in (figure.fact.counts or "", figure.fact.basis or "", when) if part
    )
    source = to_plain(write_source_line(material, figure.sources))
    note = to_plain(material.parse_inlines(figure.fact.note))
    stop = words.full_stop if words.full_stop == "。" else f"{words.full_stop} "
    sentences = [f"{exact}{words.colon}{claim}" if claim else exact]
    if source:
        sentences.append(f"{words.source}{words.colon}{source.rstrip('.。')}")
    if note:
        sentences.append(f"{words.note}{words.colon}{note.rstrip('.。')}")
    return stop.join(sentences) + words.full_stop
