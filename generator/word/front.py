"""Page 1: the cover block, the key messages in their box, the key figures as a row of cards."""

from __future__ import annotations

from itertools import pairwise

from generator.compose.report import CalloutBox, Cover, FigureCard, KeyFigures, KeyMessages
from generator.inventory.report import StyleRole
from generator.ooxml.metrics import measure_width
from generator.text.blocks import Inlines, Run
from generator.units import pt, to_twips
from generator.word.manuscript import Manuscript, Story
from generator.word.markup import NOTHING, Xml, join
from generator.word.paragraphs import PLAIN, Setting, paragraph
from generator.word.prose import Surroundings, write_blocks
from generator.word.runs import write_inlines, write_text
from generator.word.tables import (
    TableFrame,
    text_width,
    write_box,
    write_cell,
    write_row,
    write_table,
)

_MOST_CARDS = 4
"""Cards in a row; more go on in another row."""

_ROOM = 1.02  # for what office programs measure wider than we do

_SEPARATOR = " \N{MIDDLE DOT} "


def write_cover(cover: Cover, story: Story) -> Xml:
    """Return the cover block: kicker, title, subtitle, authors, organisation and date."""
    manuscript = story.manuscript
    imprint = _SEPARATOR.join(filter(None, (cover.organisation, cover.date)))
    lines = (
        (StyleRole.KICKER, cover.kicker),
        (StyleRole.TITLE, cover.title),
        (StyleRole.SUBTITLE, cover.subtitle),
        *((StyleRole.BYLINE, author) for author in cover.byline),
        (StyleRole.BYLINE, imprint),
    )
    return join(
        paragraph(manuscript.style(role), write_text(text, manuscript))
        for role, text in lines
        if text
    )


def write_key_messages(block: KeyMessages, story: Story) -> Xml:
    """Return the key messages in a box."""
    manuscript = story.manuscript
    heading = paragraph(
        manuscript.style(StyleRole.KEY_MESSAGES_HEADING), write_text(block.heading, manuscript)
    )
    style = manuscript.style(StyleRole.KEY_MESSAGE)
    level = manuscript.numbering.level_for_list(StyleRole.KEY_MESSAGE, 0, is_ordered=False)
    setting = PLAIN if level.is_by_style else Setting(number=(level.number, level.level))
    messages = (
        paragraph(style, write_inlines(message, story), setting) for message in block.messages
    )
    return write_box(join((heading, *messages)), block.heading, story)


def write_key_figures(block: KeyFigures, story: Story) -> Xml:
    """Return the cards side by side, of equal width, and their source line."""
    manuscript = story.manuscript
    if not block.cards:
        return NOTHING
    width = text_width(manuscript)
    rows = _deal(block.cards, _plan_most(block.cards, width, manuscript))
    columns = max(map(len, rows))
    widths = tuple(
        width * (place + 1) // columns - width * place // columns for place in range(columns)
    )
    content = join(_write_row(row, widths, story) for row in rows)
    frame = TableFrame(
        role=StyleRole.KEY_FIGURES_TABLE,
        widths=widths,
        title=manuscript.report.words.key_figures,
    )
    table = write_table(frame, content, manuscript)
    return Xml(table + write_source(block.source, story))


def write_source(source: Inlines, story: Story) -> Xml:
    """Return the source line under an exhibit; nothing when there is none to name."""
    return write_led_line(story.manuscript.report.words.source, source, story)


def write_led_line(word: str, inlines: Inlines, story: Story, *, keeps_next: bool = False) -> Xml:
    """Return a line under an exhibit that begins with `word`; nothing when `inlines` is empty.

    With `keeps_next` it stands close to the next line, and on its page.
    """
    if not inlines:
        return NOTHING
    manuscript = story.manuscript
    lead = Run(text=manuscript.lead(word))
    setting = Setting(keeps_next=True, after=0) if keeps_next else PLAIN
    style = manuscript.style(StyleRole.SOURCE)
    return paragraph(style, write_inlines((lead, *inlines), story), setting)


def _plan_most(cards: tuple[FigureCard, ...], width: int, manuscript: Manuscript) -> int:
    """Return how many cards a row holds so that no number is broken."""
    styles = manuscript.styles
    font, size = styles.font_of(StyleRole.KEY_FIGURE)
    widest = max(measure_width(card.number, font, size, is_bold=True) for card in cards)
    needed = to_twips(pt(widest * _ROOM)) + styles.cell_margins(StyleRole.KEY_FIGURES_TABLE)
    return max(1, min(_MOST_CARDS, int(width // needed)))


def _deal(cards: tuple[FigureCard, ...], most: int) -> list[tuple[FigureCard, ...]]:
    """Return `cards` in as few rows of `most` as hold them, of lengths that differ by at most one.

    The longer rows come first.
    """
    count = -(-len(cards) // most)
    edges = [-(-len(cards) * place // count) for place in range(count + 1)]
    return [cards[start:end] for start, end in pairwise(edges)]


def _write_row(cards: tuple[FigureCard, ...], widths: tuple[int, ...], story: Story) -> Xml:
    filled = join(
        write_cell(width, _write_card(card, story.manuscript))
        for card, width in zip(cards, widths, strict=False)
    )
    style = story.manuscript.style(StyleRole.KEY_FIGURE_DETAIL)
    rest = join(write_cell(width, paragraph(style, NOTHING)) for width in widths[len(cards) :])
    return write_row(Xml(filled + rest))


def _write_card(card: FigureCard, manuscript: Manuscript) -> Xml:
    """Return number, label and detail, all on the page of the source line."""
    lines = (
        (StyleRole.KEY_FIGURE, card.number),
        (StyleRole.KEY_FIGURE_LABEL, card.label),
        (StyleRole.KEY_FIGURE_DETAIL, card.detail),
    )
    kept = Setting(keeps_next=True)
    return join(
        paragraph(manuscript.style(role), write_text(text, manuscript), kept)
        for role, text in lines
        if text
    )


def write_callout(box: CalloutBox, story: Story) -> Xml:
    """Return a remark in a box."""
    manuscript = story.manuscript
    styles = manuscript.styles
    title = (
        paragraph(
            manuscript.style(StyleRole.CALLOUT_TITLE),
            write_text(box.title, manuscript),
            Setting(keeps_next=True),
        )
        if box.title
        else NOTHING
    )
    around = Surroundings(
        body=StyleRole.CALLOUT,
        shift=styles.left_of(StyleRole.BODY) - styles.left_of(StyleRole.CALLOUT),
    )
    content = Xml(title + write_blocks(box.blocks, story, around))
    if not content.endswith("</w:p>"):
        content = Xml(content + paragraph(manuscript.style(StyleRole.CALLOUT), NOTHING))
    return write_box(content, box.title, story)
