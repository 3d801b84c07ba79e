"""Prose as a slide says it: without footnotes, citations and pointers. Pure."""

from __future__ import annotations

from generator.brief.facts import SourceRef
from generator.text.blocks import (
    Block,
    Citation,
    Inline,
    Inlines,
    LineBreak,
    ListBlock,
    Paragraph,
    QuoteBlock,
    Run,
    Subheading,
    TextTable,
    to_plain,
)
from generator.text.walk import walk_inlines


def speak(inlines: Inlines) -> Inlines:
    """Return the words alone: a slide has its sources in the source line.

    The space before a citation goes with it, so that no full stop stands alone.
    """
    spoken: list[Inline] = [part for part in inlines if isinstance(part, Run | LineBreak)]
    while spoken and isinstance(spoken[-1], Run) and not spoken[-1].text.strip():
        spoken.pop()
    if spoken and isinstance(spoken[-1], Run):
        spoken[-1] = _with_text(spoken[-1], spoken[-1].text.rstrip())
    return tuple(spoken)


def cited_in(*texts: Inlines) -> tuple[SourceRef, ...]:
    """Return the sources cited in `texts`, in order, each place once."""
    found = (
        ref
        for text in texts
        for inline in walk_inlines(text)
        if isinstance(inline, Citation)
        for ref in inline.sources
    )
    return tuple(dict.fromkeys(found))


def plain_blocks(text: tuple[Block, ...] | Inlines) -> str:
    """Return `text` as one paragraph of plain words."""
    return " ".join(" ".join(plain_paragraphs(text)).split())


def plain_paragraphs(text: tuple[Block, ...] | Inlines) -> tuple[str, ...]:
    """Return `text` as plain paragraphs: one for each paragraph, item and table row."""
    blocks = [part for part in text if isinstance(part, _BLOCKS)]
    if not blocks:
        words = to_plain(speak(tuple(part for part in text if not isinstance(part, _BLOCKS))))
        return (words,) if words else ()
    return tuple(line for block in blocks for line in _plain_block(block) if line)


_BLOCKS = Paragraph | ListBlock | QuoteBlock | Subheading | TextTable


def _plain_block(block: Block) -> tuple[str, ...]:
    match block:
        case Paragraph() | Subheading():
            return (to_plain(speak(block.inlines)).strip(),)
        case ListBlock():
            return tuple(
                f"{_marker(block, index)} {' '.join(plain_paragraphs(item))}"
                for index, item in enumerate(block.items)
            )
        case QuoteBlock():
            return (*plain_paragraphs(block.blocks), to_plain(speak(block.attribution)))
        case TextTable():
            return tuple(
                " | ".join(to_plain(speak(cell)) for cell in row) for row in block.grid.rows
            )


def _marker(block: ListBlock, index: int) -> str:
    return f"{block.start + index}." if block.ordered else "•"


def _with_text(run: Run, text: str) -> Run:
    return Run(
        text=text,
        bold=run.bold,
        italic=run.italic,
        code=run.code,
        link=run.link,
        fact=run.fact,
    )
