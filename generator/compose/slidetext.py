"""Prose as a slide says it: without footnotes, citations and pointers. Pure."""

from __future__ import annotations

from dataclasses import replace

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

    The space before a citation goes with it, so that no full stop stands apart.
    """
    spoken: list[Inline] = []
    for part in inlines:
        if isinstance(part, Run | LineBreak):
            spoken.append(part)
        else:
            _trim_end(spoken)
    _trim_end(spoken)
    return tuple(spoken)


def speak_blocks(blocks: tuple[Block, ...]) -> tuple[Inlines, ...]:
    """Return `blocks` line by line: paragraphs as they are, items and rows in plain words."""
    return tuple(
        line
        for block in blocks
        for line in (
            (speak(block.inlines),)
            if isinstance(block, Paragraph | Subheading)
            else tuple((Run(text=words),) for words in _plain_block(block) if words)
        )
    )


def cited_in(*texts: Inlines | tuple[Block, ...]) -> tuple[SourceRef, ...]:
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


def _trim_end(spoken: list[Inline]) -> None:
    """Take the space off the end of `spoken`, in place."""
    while spoken and isinstance(last := spoken[-1], Run):
        text = last.text.rstrip()
        if text:
            spoken[-1] = replace(last, text=text)
            return
        spoken.pop()
