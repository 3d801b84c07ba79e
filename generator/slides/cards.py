"""Key figures: cards of one size with large numbers of one size. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.compose.report import FigureCard
from generator.compose.storyboard import KeyFiguresSlide
from generator.inventory.deck import LayoutRole
from generator.ooxml.metrics import is_known
from generator.slides.drafts import Draft, drafts, no_room
from generator.slides.fit import Faces, count_para_lines, measure_height
from generator.slides.frames import plan_canvas
from generator.slides.grid import below, cells, inset
from generator.slides.page import (
    ACCENT,
    MUTED,
    PANEL,
    GroupItem,
    Item,
    Look,
    Para,
    ShapeItem,
    TextItem,
)
from generator.slides.setting import SMALL_PT, SUBHEAD_PT, Setting
from generator.slides.text import say
from generator.units import Box, Emu, pt

MOST_CARDS = 8
_ACROSS: dict[int, tuple[int, ...]] = {
    1: (1,),
    2: (2,),
    3: (3,),
    4: (4, 2),
    5: (3,),
    6: (3,),
    7: (4,),
    8: (4,),
}
"""Cards in a row, by the number of cards; the first that the numbers fit in is taken."""

_PADDING = pt(16)
_SPACE = pt(6)
_EDGE = pt(3)
_NUMBER_PITCH = 1.1
_SLACK = 0.85
"""Share of the width that a number may take in a font whose letters may be wider than we know."""

_ONE_ROW = 0.72
"""Share of the area's height that a single row of cards takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cards:
    """Cards ready to be drawn: for each a number, a label and a detail of common heights."""

    texts: tuple[tuple[Para, Para, Para], ...]
    heights: tuple[int, ...]
    boxes: tuple[Box, ...]

    @property
    def room(self) -> Box:
        """Return the room for text in the first card."""
        return inset(self.boxes[0], _PADDING, _PADDING)

    @property
    def height(self) -> int:
        """Return the height of the text in every card."""
        shown = [height for height in self.heights if height]
        return sum(shown) + int(_SPACE) * (len(shown) - 1)


def plan_key_figures(slide: KeyFiguresSlide, setting: Setting) -> tuple[Draft, ...]:
    """Plan cards with large numbers: up to four in a row, up to eight on a slide.

    Raises:
        DataError: A number, label or detail is too long for its card.
    """
    canvas = plan_canvas(slide.frame, LayoutRole.TITLE_ONLY, setting)
    sheets: list[list[Item]] = []
    for start in range(0, len(slide.cards), MOST_CARDS):
        cards = slide.cards[start : start + MOST_CARDS]
        planned = _arrange(slide.frame.id, cards, canvas.area, setting)
        sheets.append(list(_draw(cards, planned, start)))
    return drafts(canvas, sheets)


def _arrange(slide_id: str, cards: Sequence[FigureCard], area: Box, setting: Setting) -> _Cards:
    """Return the first arrangement in which every card holds its text.

    Raises:
        DataError: There is none; names what is too long in the last one tried.
    """
    texts = tuple(_plan_paras(card, setting) for card in cards)
    problem = ("a card", "shorten it")
    for across in _ACROSS[len(cards)]:
        boxes = _cut(area, len(cards), across)
        width = inset(boxes[0], _PADDING, _PADDING).width
        heights = tuple(
            max(measure_height((para,), width, setting.faces) if para.words else 0 for para in row)
            for row in zip(*texts, strict=True)
        )
        planned = _Cards(texts=texts, heights=heights, boxes=boxes)
        found = _find_problem(planned, setting.faces)
        if found is None:
            return planned
        problem = found
    raise no_room(slide_id, *problem)


def _cut(area: Box, count: int, across: int) -> tuple[Box, ...]:
    down = -(-count // across)
    if down == 1:
        area = Box(area.left, area.top, area.width, Emu(round(area.height * _ONE_ROW)))
    return cells(area, across, down)[:count]


def _plan_paras(card: FigureCard, setting: Setting) -> tuple[Para, Para, Para]:
    number = Look(
        size_pt=setting.sizes.number,
        is_bold=True,
        colour=ACCENT,
        is_heading=True,
        pitch=_NUMBER_PITCH,
    )
    return (
        Para(words=say(card.number), look=number),
        Para(words=say(card.label), look=Look(size_pt=SUBHEAD_PT, is_bold=True)),
        Para(words=say(card.detail), look=Look(size_pt=SMALL_PT, colour=MUTED)),
    )


def _find_problem(cards: _Cards, faces: Faces) -> tuple[str, str] | None:
    """Return what does not fit and what to do about it; None when all fits."""
    width = cards.room.width
    if not is_known(faces.heading):
        width = round(width * _SLACK)
    if any(count_para_lines(number, width, faces) > 1 for number, _, _ in cards.texts):
        return ("a number", "write it shorter")
    if cards.height > cards.room.height:
        return ("a card", "shorten its label or detail")
    return None


def _draw(cards: Sequence[FigureCard], planned: _Cards, start: int) -> Iterator[GroupItem]:
    """Yield the cards; numbers, labels and details of one row stand at one height each."""
    drop = (planned.room.height - planned.height) // 2
    for number, (card, paras, box) in enumerate(
        zip(cards, planned.texts, planned.boxes, strict=True), start=start + 1
    ):
        _, room = below(inset(box, _PADDING, _PADDING), drop)
        edge = Box(box.left, box.top, box.width, _EDGE)
        words = filter(None, (card.number, card.label, card.detail))
        yield GroupItem(
            name=f"Card {number}",
            box=box,
            items=(
                ShapeItem(name=f"Card {number}: panel", box=box, fill=PANEL),
                ShapeItem(name=f"Card {number}: edge", box=edge, fill=ACCENT),
                *_draw_texts(f"Card {number}", paras, planned.heights, room),
            ),
            alt=": ".join(words),
        )


def _draw_texts(
    name: str, paras: Sequence[Para], heights: Sequence[int], room: Box
) -> Iterator[TextItem]:
    for part, para, height in zip(("number", "label", "detail"), paras, heights, strict=True):
        if not height:
            continue
        place, room = below(room, height, _SPACE)
        if para.words:
            yield TextItem(name=f"{name}: {part}", box=place, paras=(para,))
