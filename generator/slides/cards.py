"""Key figures: cards of one size with large numbers of one size. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from generator.compose.report import FigureCard
from generator.compose.storyboard import KeyFiguresSlide
from generator.inventory.deck import LayoutRole
from generator.slides.fit import Faces, count_para_lines, measure_height
from generator.slides.frames import Draft, drafts, plan_canvas
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
from generator.slides.points import no_room
from generator.slides.setting import SMALL_PT, SUBHEAD_PT, Setting
from generator.slides.text import say
from generator.units import Box, Emu, pt

MOST_CARDS = 8
_ACROSS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 3, 6: 3, 7: 4, 8: 4}
"""Cards in a row, by the number of cards."""

_PADDING = pt(16)
_SPACE = pt(6)
_EDGE = pt(3)
_NUMBER_PITCH = 1.1
_TALLEST = 0.62
"""Share of the area's height that a single row of cards takes at most."""


def plan_key_figures(slide: KeyFiguresSlide, setting: Setting) -> tuple[Draft, ...]:
    """Plan cards with large numbers: up to four in a row, up to eight on a slide.

    Raises:
        DataError: A number, label or detail is too long for its card.
    """
    canvas = plan_canvas(slide.frame, LayoutRole.TITLE_ONLY, setting)
    sheets = [
        _plan_sheet(slide, slice(start, start + MOST_CARDS), canvas.area, setting)
        for start in range(0, len(slide.cards), MOST_CARDS)
    ]
    return drafts(canvas, sheets)


def _plan_sheet(slide: KeyFiguresSlide, part: slice, area: Box, setting: Setting) -> list[Item]:
    cards = slide.cards[part]
    boxes = _cut(area, len(cards))
    texts = [_plan_paras(card, setting) for card in cards]
    width = inset(boxes[0], _PADDING, _PADDING).width
    heights = [
        max(measure_height((para,), width, setting.faces) if para.words else 0 for para in row)
        for row in zip(*texts, strict=True)
    ]
    _check(slide, (texts, heights), boxes[0], setting.faces)
    return [
        _draw(number, card, (paras, heights), box)
        for number, (card, paras, box) in enumerate(
            zip(cards, texts, boxes, strict=True), start=part.start + 1
        )
    ]


def _cut(area: Box, count: int) -> tuple[Box, ...]:
    across = _ACROSS[count]
    down = -(-count // across)
    if down == 1:
        area = Box(area.left, area.top, area.width, Emu(round(area.height * _TALLEST)))
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


def _check(
    slide: KeyFiguresSlide,
    content: tuple[Sequence[tuple[Para, Para, Para]], Sequence[int]],
    box: Box,
    faces: Faces,
) -> None:
    texts, heights = content
    room = inset(box, _PADDING, _PADDING)
    if any(count_para_lines(paras[0], room.width, faces) > 1 for paras in texts):
        raise no_room(slide.frame.id, "a number", "write it shorter")
    if sum(heights) + 2 * _SPACE > room.height:
        raise no_room(slide.frame.id, "a card", "shorten its label or detail")


def _draw(
    number: int,
    card: FigureCard,
    content: tuple[tuple[Para, Para, Para], Sequence[int]],
    box: Box,
) -> GroupItem:
    """Draw one card; labels and details of all cards stand at one height."""
    paras, heights = content
    room = inset(box, _PADDING, _PADDING)
    parts: list[TextItem] = []
    for name, para, height in zip(("number", "label", "detail"), paras, heights, strict=True):
        place, room = below(room, height, _SPACE)
        if para.words:
            parts.append(TextItem(name=f"Card {number}: {name}", box=place, paras=(para,)))
    edge = Box(box.left, box.top, box.width, _EDGE)
    words = filter(None, (card.number, card.label, card.detail))
    return GroupItem(
        name=f"Card {number}",
        box=box,
        items=tuple(
            chain(
                (
                    ShapeItem(name=f"Card {number}: panel", box=box, fill=PANEL),
                    ShapeItem(name=f"Card {number}: edge", box=edge, fill=ACCENT),
                ),
                parts,
            )
        ),
        alt=": ".join(words),
    )
