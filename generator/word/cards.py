"""Key figures: large numbers side by side, as a table of cards of equal width."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from generator.compose.report import FigureCard, KeyFigures
from generator.inventory.report import StyleRole
from generator.ooxml.metrics import is_known, measure_width
from generator.units import pt, to_half_points, to_twips
from generator.word.fields import text_run
from generator.word.front import write_source
from generator.word.manuscript import Manuscript, Story
from generator.word.markup import NOTHING, Xml, join, val
from generator.word.paragraphs import Setting, paragraph
from generator.word.runs import write_text
from generator.word.tables import TableFrame, text_width, write_cell, write_row, write_table

_MOST = 4
"""Cards in a row; more go on in another row."""

_ROOM = 1.02  # for what office programs measure wider than we do
_UNKNOWN_ROOM = 1.08  # for a font whose widths nobody knows, and whose stand-in may be a wide one
_SMALLEST = 0.8
"""Share of their size that all numbers may shrink to, so that they stand in one row."""

_KEPT = Setting(keeps_next=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """The plan of all cards. `size_pt` is that of the numbers in points; None as their style."""

    columns: int
    size_pt: float | None


def write_key_figures(block: KeyFigures, story: Story) -> Xml:
    """Return the cards side by side, and their source line."""
    manuscript = story.manuscript
    if not block.cards:
        return NOTHING
    width = text_width(manuscript)
    strip = plan_strip(block.cards, manuscript)
    rows = _deal(block.cards, strip.columns)
    columns = max(map(len, rows))
    edges = [width * place // columns for place in range(columns + 1)]
    widths = tuple(right - left for left, right in pairwise(edges))
    frame = TableFrame(
        role=StyleRole.KEY_FIGURES_TABLE,
        widths=widths,
        title=manuscript.report.words.key_figures,
    )
    content = join(_write_row(row, widths, strip, manuscript) for row in rows)
    table = write_table(frame, content, manuscript)
    return Xml(table + write_source(block.source, story))


def plan_strip(cards: tuple[FigureCard, ...], manuscript: Manuscript) -> Strip:
    """Return how many cards stand in a row so that no number is broken.

    All numbers shrink alike, but not far; before that the cards go into more rows.
    """
    styles, width = manuscript.styles, text_width(manuscript)
    font, size = styles.font_of(StyleRole.KEY_FIGURE)
    widest = max(measure_width(card.number, font, size, is_bold=True) for card in cards)
    needed = to_twips(pt(widest * (_ROOM if is_known(font) else _UNKNOWN_ROOM)))
    margins = styles.cell_margins(StyleRole.KEY_FIGURES_TABLE)
    for columns in range(min(_MOST, len(cards)), 1, -1):
        share = (width / columns - margins) / needed
        if share >= 1:
            return Strip(columns=columns, size_pt=None)
        if share >= _SMALLEST:
            return Strip(columns=columns, size_pt=int(size * share * 2) / 2)
    return Strip(columns=1, size_pt=None)


def _deal(cards: tuple[FigureCard, ...], most: int) -> list[tuple[FigureCard, ...]]:
    """Return `cards` in as few rows of `most` as hold them, of lengths that differ by at most one.

    The longer rows come first.
    """
    count = -(-len(cards) // most)
    edges = [-(-len(cards) * place // count) for place in range(count + 1)]
    return [cards[start:end] for start, end in pairwise(edges)]


def _write_row(
    cards: tuple[FigureCard, ...], widths: tuple[int, ...], strip: Strip, manuscript: Manuscript
) -> Xml:
    filled = join(
        write_cell(width, _write_card(card, strip, manuscript))
        for card, width in zip(cards, widths, strict=False)
    )
    style = manuscript.style(StyleRole.KEY_FIGURE_DETAIL)
    rest = join(write_cell(width, paragraph(style, NOTHING)) for width in widths[len(cards) :])
    return write_row(Xml(filled + rest))


def _write_card(card: FigureCard, strip: Strip, manuscript: Manuscript) -> Xml:
    """Return number, label and detail, all on the page of the source line."""
    number = write_text(card.number, manuscript)
    if strip.size_pt is not None:
        size = to_half_points(strip.size_pt)
        number = text_run(card.number, Xml(val("w:sz", size) + val("w:szCs", size)))
    lines = (
        (StyleRole.KEY_FIGURE, number),
        (StyleRole.KEY_FIGURE_LABEL, write_text(card.label, manuscript)),
        (StyleRole.KEY_FIGURE_DETAIL, write_text(card.detail, manuscript)),
    )
    return join(
        paragraph(manuscript.style(role), content, _KEPT) for role, content in lines if content
    )
