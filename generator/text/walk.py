"""Walking through parsed prose. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from generator.text.blocks import (
    Block,
    Grid,
    Inline,
    Inlines,
    ListBlock,
    Note,
    Paragraph,
    QuoteBlock,
    Subheading,
    TextTable,
)


def walk_inlines(parsed: tuple[Block, ...] | Inlines) -> Iterator[Inline]:
    """Yield every inline in reading order; those of a footnote follow the footnote itself."""
    for part in parsed:
        if isinstance(part, Paragraph | ListBlock | QuoteBlock | Subheading | TextTable):
            yield from _walk_block(part)
        else:
            yield part
            if isinstance(part, Note):
                yield from walk_inlines(part.blocks)


def _walk_block(block: Block) -> Iterator[Inline]:
    match block:
        case Paragraph() | Subheading():
            yield from walk_inlines(block.inlines)
        case ListBlock():
            for item in block.items:
                yield from walk_inlines(item)
        case QuoteBlock():
            yield from walk_inlines(block.blocks)
            yield from walk_inlines(block.attribution)
        case TextTable():
            yield from _walk_grid(block.grid)
        case _:
            assert_never(block)


def _walk_grid(grid: Grid) -> Iterator[Inline]:
    for column in grid.columns:
        yield from walk_inlines(column.head)
    for row in grid.rows:
        for cell in row:
            yield from walk_inlines(cell)
