"""Mentions of exhibits that have no number, since a template shows them by itself. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from generator.text.blocks import (
    Block,
    Citation,
    CrossReference,
    Grid,
    Inline,
    Inlines,
    LineBreak,
    ListBlock,
    Note,
    Paragraph,
    QuoteBlock,
    Run,
    Subheading,
    TextTable,
)

Names = Mapping[str, str]
"""Id of an exhibit → what the text calls it instead of `Figure 1`."""


def name_in_inlines(inlines: Inlines, names: Names) -> Inlines:
    """Return `inlines` with the names of exhibits in the place of references to their numbers."""
    return tuple(_name_inline(inline, names) for inline in inlines)


def name_in_blocks(blocks: tuple[Block, ...], names: Names) -> tuple[Block, ...]:
    """Return `blocks` with the names of exhibits in the place of references to their numbers."""
    return tuple(_name_block(block, names) for block in blocks)


def _name_inline(inline: Inline, names: Names) -> Inline:
    match inline:
        case CrossReference(exhibit=exhibit) if exhibit in names:
            return Run(text=names[exhibit])
        case Note():
            return Note(blocks=name_in_blocks(inline.blocks, names))
        case Run() | LineBreak() | Citation() | CrossReference():
            return inline
        case _:
            assert_never(inline)


def _name_block(block: Block, names: Names) -> Block:
    match block:
        case Paragraph() | Subheading():
            return replace(block, inlines=name_in_inlines(block.inlines, names))
        case ListBlock():
            return replace(block, items=tuple(name_in_blocks(item, names) for item in block.items))
        case QuoteBlock():
            return replace(
                block,
                blocks=name_in_blocks(block.blocks, names),
                attribution=name_in_inlines(block.attribution, names),
            )
        case TextTable():
            return replace(block, grid=_name_grid(block.grid, names))
        case _:
            assert_never(block)


def _name_grid(grid: Grid, names: Names) -> Grid:
    columns = tuple(
        replace(column, head=name_in_inlines(column.head, names)) for column in grid.columns
    )
    rows = tuple(tuple(name_in_inlines(cell, names) for cell in row) for row in grid.rows)
    return replace(grid, columns=columns, rows=rows)
