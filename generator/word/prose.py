"""The blocks of running text: paragraphs, lists with real numbering, quotations, small tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from generator.inventory.report import StyleRole
from generator.text.blocks import (
    Block,
    Inlines,
    ListBlock,
    Paragraph,
    QuoteBlock,
    Run,
    Subheading,
    TextTable,
    to_plain,
)
from generator.word.listlevel import ListLevel
from generator.word.manuscript import Story
from generator.word.markup import NOTHING, Xml, join
from generator.word.paragraphs import PLAIN, Setting, paragraph
from generator.word.runs import write_inlines
from generator.word.tables import write_grid

_BULLETS = (StyleRole.BULLET_1, StyleRole.BULLET_2, StyleRole.BULLET_3)
_NUMBERS = (StyleRole.NUMBER_1, StyleRole.NUMBER_2, StyleRole.NUMBER_3)
_COLONS = (":", "\N{FULLWIDTH COLON}")
_DASH = "\N{EM DASH} "


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Where text stands.

    Attributes:
        body: Role of its paragraphs.
        depth: Lists around it; 0 outside of any.
        shift: How much farther left than in the body its lists begin, in twips.
        lead: What its first paragraph begins with, such as the mark of a footnote.
        after: Space after the last paragraph of a list, in twips; None as the style has it.
    """

    body: StyleRole = StyleRole.BODY
    depth: int = 0
    shift: int = 0
    lead: Xml = NOTHING
    after: int | None = None


IN_BODY = Surroundings()


def write_blocks(blocks: tuple[Block, ...], story: Story, around: Surroundings = IN_BODY) -> Xml:
    """Return `blocks` one after the other."""
    pieces: list[Xml] = []
    for number, block in enumerate(blocks):
        here = around if number == 0 else replace(around, lead=NOTHING)
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        if isinstance(block, Paragraph):
            pieces.append(write_paragraph(block, story, here, following))
        else:
            pieces.append(write_block(block, story, here))
    return join(pieces)


def write_block(block: Block, story: Story, around: Surroundings = IN_BODY) -> Xml:
    """Return one block of running text."""
    match block:
        case Paragraph():
            return write_paragraph(block, story, around)
        case ListBlock():
            return join(_write_items(block, story, _plan_end(block, story, around)))
        case QuoteBlock():
            return _write_quote(block, story)
        case Subheading():
            return _write_run_in(block, story, around)
        case TextTable():
            return write_grid(block.grid, story)
        case _:
            assert_never(block)


def write_paragraph(
    block: Paragraph, story: Story, around: Surroundings = IN_BODY, following: object = None
) -> Xml:
    """Return a paragraph; one that leads into a list or table stays on the page of that."""
    leads_in = isinstance(following, ListBlock | TextTable) and to_plain(
        block.inlines
    ).rstrip().endswith(_COLONS)
    style = story.manuscript.style(around.body)
    content = Xml(around.lead + write_inlines(block.inlines, story))
    return paragraph(style, content, Setting(keeps_next=True) if leads_in else PLAIN)


def _write_run_in(block: Subheading, story: Story, around: Surroundings) -> Xml:
    """Return a heading inside a box, list or note as a strong line, outside the outline."""
    inlines = tuple(
        replace(inline, bold=True) if isinstance(inline, Run) else inline
        for inline in block.inlines
    )
    style = story.manuscript.style(around.body)
    content = Xml(around.lead + write_inlines(inlines, story))
    return paragraph(style, content, Setting(keeps_next=True))


def _plan_end(block: ListBlock, story: Story, around: Surroundings) -> Surroundings:
    """Return `around` with the room under an outermost list: as much as under a paragraph."""
    if around.depth:
        return around
    role = (_NUMBERS if block.ordered else _BULLETS)[0]
    manuscript = story.manuscript
    own, wanted = (
        manuscript.styles.space_of(manuscript.style(style), "after")
        for style in (role, around.body)
    )
    return replace(around, after=wanted if wanted > own else None)


def _write_items(block: ListBlock, story: Story, around: Surroundings) -> Iterator[Xml]:
    """Yield the items of a list. Lists deeper than the styles go are written as the deepest."""
    depth = min(around.depth, len(_BULLETS) - 1)
    role = (_NUMBERS if block.ordered else _BULLETS)[depth]
    numbering = story.manuscript.numbering
    level = numbering.level_for_list(role, depth, is_ordered=block.ordered)
    number = numbering.restart(level, block.start) if block.ordered else level.number
    is_direct = block.ordered or not level.is_by_style
    setting = replace(
        _indent(level, role, story, around),
        number=(number, level.level) if is_direct else None,
    )
    style = story.manuscript.style(role)
    left = _text_left(level, role, story, around)
    for place, item in enumerate(block.items, 1):
        here = around if place == len(block.items) else replace(around, after=None)
        first, rest = _split_item(item)
        content = Xml(around.lead + write_inlines(first, story))
        around = replace(around, lead=NOTHING)
        yield paragraph(style, content, setting if rest else replace(setting, after=here.after))
        yield from _write_rest(rest, story, replace(here, lead=NOTHING), left)


def _split_item(item: tuple[Block, ...]) -> tuple[Inlines, tuple[Block, ...]]:
    """Return the words that the number stands before, and what follows in the same item."""
    first = item[0] if item else None
    return (first.inlines, item[1:]) if isinstance(first, Paragraph) else ((), item)


def _write_rest(
    blocks: tuple[Block, ...], story: Story, around: Surroundings, left: int
) -> Iterator[Xml]:
    """Yield further paragraphs and nested lists of an item, set in under its words."""
    inner = replace(around, depth=around.depth + 1)
    style = story.manuscript.style(StyleRole.LIST_CONTINUE)
    is_as_style = left == story.manuscript.styles.left_of(StyleRole.LIST_CONTINUE)
    setting = PLAIN if is_as_style else Setting(left=left)
    for place, block in enumerate(blocks, 1):
        after = around.after if place == len(blocks) else None
        if isinstance(block, Paragraph):
            content = write_inlines(block.inlines, story)
            yield paragraph(style, content, replace(setting, after=after))
        else:
            yield write_block(block, story, replace(inner, after=after))


def _text_left(level: ListLevel, role: StyleRole, story: Story, around: Surroundings) -> int:
    """Return where the words of an item begin, in twips."""
    left = story.manuscript.styles.left_of(role) if level.left is None else level.left
    return max(0, left - around.shift)


def _indent(level: ListLevel, role: StyleRole, story: Story, around: Surroundings) -> Setting:
    """Return the indent of an item, said only where it differs from the list's own."""
    if not around.shift:
        return PLAIN
    left = _text_left(level, role, story, around)
    return Setting(left=left, hanging=min(level.hanging, left))


def _write_quote(block: QuoteBlock, story: Story) -> Xml:
    """Return a quotation with who said it, on one page."""
    style = story.manuscript.style(StyleRole.QUOTE)
    source = story.manuscript.style(StyleRole.QUOTE_SOURCE)
    has_source = bool(block.attribution)
    pieces: list[Xml] = []
    for number, inner in enumerate(block.blocks):
        is_last = number == len(block.blocks) - 1
        if isinstance(inner, Paragraph):
            setting = Setting(keeps_next=has_source or not is_last, keeps_lines=True)
            pieces.append(paragraph(style, write_inlines(inner.inlines, story), setting))
        else:
            pieces.append(write_block(inner, story, Surroundings(body=StyleRole.QUOTE)))
    if has_source:
        dash = Run(text=_DASH)
        pieces.append(paragraph(source, write_inlines((dash, *block.attribution), story)))
    return join(pieces)
