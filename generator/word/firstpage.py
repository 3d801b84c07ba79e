"""How full the first pages are, so that the contents is not torn apart at their end.

An estimate by measured text: Word itself keeps the contents together (`w:keepNext`), but
LibreOffice tears its heading from its entries. Where there seems to be no room, a page begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.compose.report import Contents, Cover, FigureCard, KeyFigures, KeyMessages
from generator.inventory.report import StyleRole
from generator.ooxml.metrics import Span, count_lines
from generator.text.blocks import Citation, Inlines, Note, to_plain
from generator.units import EMU_PER_TWIP, to_pt
from generator.word.cards import plan_strip
from generator.word.manuscript import Manuscript
from generator.word.outline import PlannedHeading
from generator.word.spacing import ROOM
from generator.word.tables import text_width

_NOTE_LINES = 1.3  # of a footnote, on average
_SAFETY = 0.96
"""Share of the page that may be filled; the rest is for what we measure too small."""

_CLEARLY_MORE = 1.15
"""Share of the page from which what stands before the contents surely takes two."""

TOC_ROLES = (StyleRole.TOC_1, StyleRole.TOC_2, StyleRole.TOC_3)


def begins_page(listed: Iterable[PlannedHeading], manuscript: Manuscript) -> bool:
    """Return whether the contents must begin a page, since it has no room on the first.

    False when anything but cover, key messages and key figures stands before it: then nobody can
    say where it will fall.
    """
    if not manuscript.is_at_start:
        return False
    page = manuscript.template.page
    room = to_pt(page.size.height - page.top - page.bottom) * _SAFETY * page.columns
    wanted = sum(
        _height(_ROLE_OF_LEVEL[heading.level], to_plain(heading.inlines), manuscript)
        for heading in listed
    )
    filled = total = 0.0
    for block in manuscript.report.blocks:
        match block:
            case Contents():
                wanted += _height(StyleRole.TOC_HEADING, block.heading, manuscript)
                is_clear = total > _CLEARLY_MORE * room
                return (filled if is_clear else total) + wanted > room
            case Cover():
                height = _cover_height(block, manuscript)
            case KeyMessages():
                height = _messages_height(block, manuscript)
            case KeyFigures():
                height = _figures_height(block, manuscript)
            case _:
                return False
        # What has no room on a page goes on the next one, since rows are not broken. Where that is
        # a matter of a line or two, a new page for the contents is right in either case.
        total += height
        filled = filled + height if filled + height <= room else height
    return False


_ROLE_OF_LEVEL = dict(enumerate(TOC_ROLES, 1))


def _height(
    role: StyleRole, text: str, manuscript: Manuscript, *, margins: int = 0, columns: int = 1
) -> float:
    """Return the height of a paragraph in points, its space before and after included.

    Args:
        role: Its style.
        text: Its words.
        manuscript: For the styles.
        margins: What its cell takes from the width, in twips.
        columns: How many of its kind stand side by side.
    """
    if not text:
        return 0.0
    styles = manuscript.styles
    font, size = styles.font_of(role)
    indent = styles.left_of(role) + styles.right_of(role)
    width = _points(text_width(manuscript) / columns - margins - indent)
    lines = count_lines((Span(text=text, font=font, size_pt=size),), max(1.0, width))
    style = styles.id_of(role)
    spaces = _points(styles.space_of(style, "before") + styles.space_of(style, "after"))
    return lines * styles.pitch_of(role) + spaces


def _points(twips: float) -> float:
    return to_pt(round(twips * EMU_PER_TWIP))


def _cover_height(cover: Cover, manuscript: Manuscript) -> float:
    lines = (
        (StyleRole.KICKER, cover.kicker),
        (StyleRole.TITLE, cover.title),
        (StyleRole.SUBTITLE, cover.subtitle),
        *((StyleRole.BYLINE, author) for author in cover.byline),
        (StyleRole.BYLINE, cover.organisation or cover.date),
    )
    room = to_pt(manuscript.template.page.first_room) + _points(ROOM)
    return sum(_height(role, text, manuscript) for role, text in lines) + room


def _messages_height(block: KeyMessages, manuscript: Manuscript) -> float:
    styles = manuscript.styles
    margins = styles.cell_margins(StyleRole.BOX_TABLE)
    lines = (
        (StyleRole.KEY_MESSAGES_HEADING, block.heading),
        *((StyleRole.KEY_MESSAGE, to_plain(message)) for message in block.messages),
    )
    box = _points(styles.cell_heads(StyleRole.BOX_TABLE) + ROOM)
    notes = _notes_height(block.messages, manuscript)
    return box + notes + sum(_height(r, text, manuscript, margins=margins) for r, text in lines)


def _notes_height(parts: Iterable[Inlines], manuscript: Manuscript) -> float:
    count = sum(isinstance(inline, Citation | Note) for part in parts for inline in part)
    return count * _NOTE_LINES * manuscript.styles.pitch_of(StyleRole.FOOTNOTE_TEXT)


def _figures_height(block: KeyFigures, manuscript: Manuscript) -> float:
    styles = manuscript.styles
    margins = styles.cell_margins(StyleRole.KEY_FIGURES_TABLE)
    if not block.cards:
        return 0.0
    columns = plan_strip(block.cards, manuscript).columns
    rows = -(-len(block.cards) // columns)
    tallest = max(
        sum(
            _height(role, text, manuscript, margins=margins, columns=columns)
            for role, text in _card_lines(card)
        )
        for card in block.cards
    )
    heads = _points(styles.cell_heads(StyleRole.KEY_FIGURES_TABLE))
    return (tallest + heads) * rows + _height(StyleRole.SOURCE, to_plain(block.source), manuscript)


def _card_lines(card: FigureCard) -> Iterator[tuple[StyleRole, str]]:
    yield StyleRole.KEY_FIGURE, card.number
    yield StyleRole.KEY_FIGURE_LABEL, card.label
    yield StyleRole.KEY_FIGURE_DETAIL, card.detail
