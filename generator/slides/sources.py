"""Sources and method: two columns of small text. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.compose.storyboard import SourcesSlide
from generator.inventory.deck import LayoutInfo, LayoutRole, PlaceholderInfo, PlaceholderRole
from generator.slides.drafts import Draft, drafts, no_room
from generator.slides.fit import Stacking, measure_height, part_evenly
from generator.slides.frames import plan_canvas
from generator.slides.grid import GAP, beside
from generator.slides.page import ACCENT, Item, Look, Para, TextItem
from generator.slides.setting import SMALL_PT, SUBHEAD_PT, Setting
from generator.slides.text import say, to_words
from generator.text.blocks import Inlines
from generator.units import Box, pt

_METHOD_SHARE = 0.4
_SIZES = (SUBHEAD_PT, SMALL_PT)
_SPACE_PT = 7.0
_LEAST_ITEMS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """What stands in one column. `size_pt` of the items, in points."""

    heading: str
    items: Sequence[Inlines]
    size_pt: float


def plan_sources(slide: SourcesSlide, setting: Setting) -> tuple[Draft, ...]:
    """Plan the references at the left and the method at the right, each with its heading.

    Raises:
        DataError: One reference or paragraph is longer than a slide.
    """
    role = LayoutRole.TWO_CONTENT if slide.method and slide.references else LayoutRole.CONTENT
    canvas = plan_canvas(slide.frame, role, setting)
    boxes = (canvas.area, canvas.area)
    if role is LayoutRole.TWO_CONTENT:
        boxes = beside(canvas.area, _METHOD_SHARE, 2 * GAP)
    stacks = _choose_stacks(slide, boxes, setting)
    layout = setting.layout(role)
    sheets: list[list[Item]] = []
    for index in range(max(map(len, stacks))):
        names = ("References", "Method")
        shown = [
            (name, stack[index], box)
            for name, stack, box in zip(names, stacks, boxes, strict=True)
            if index < len(stack)
        ]
        sheets.append(
            [
                TextItem(name=name, box=box, paras=paras, placeholder=hole)
                for (name, paras, box), hole in zip(shown, _find_holes(layout, 2), strict=False)
            ]
        )
    return drafts(canvas, sheets)


def _choose_stacks(
    slide: SourcesSlide, boxes: tuple[Box, Box], setting: Setting
) -> tuple[list[tuple[Para, ...]], list[tuple[Para, ...]]]:
    """Return both stacks in the larger size if they take one page, else in the smaller."""
    stacks: tuple[list[tuple[Para, ...]], list[tuple[Para, ...]]] = ([], [])
    for size in _SIZES:
        columns = (
            _Column(heading=setting.words.references, items=slide.references, size_pt=size),
            _Column(heading=slide.method_heading, items=slide.method, size_pt=size),
        )
        stacks = (
            _plan_stacks(slide.frame.id, columns[0], boxes[0], setting),
            _plan_stacks(slide.frame.id, columns[1], boxes[1], setting),
        )
        if max(map(len, stacks)) <= 1:
            break
    return stacks


def _find_holes(layout: LayoutInfo, count: int) -> list[PlaceholderInfo | None]:
    bodies = layout.by_role.get(PlaceholderRole.BODY, ())
    return [bodies[index] if index < len(bodies) else None for index in range(count)]


def _plan_stacks(
    slide_id: str, column: _Column, box: Box, setting: Setting
) -> list[tuple[Para, ...]]:
    """Return the paragraphs of each page: the heading and as many items as fit."""
    look = Look(size_pt=column.size_pt)
    paras = [Para(words=to_words(item), look=look, before_pt=_SPACE_PT) for item in column.items]
    if not paras:
        return []
    heading = Look(size_pt=SUBHEAD_PT, is_bold=True, colour=ACCENT, is_heading=True)
    head = Para(words=say(column.heading), look=heading)
    top = measure_height((head,), box.width, setting.faces) + pt(_SPACE_PT)
    heights = [measure_height((para,), box.width, setting.faces) for para in paras]
    parts = part_evenly(
        heights, Stacking(capacity=box.height - top, gap=pt(_SPACE_PT), least=_LEAST_ITEMS)
    )
    if parts is None:
        raise no_room(slide_id, "a reference or paragraph", "shorten it")
    return [(head, *paras[part]) for part in parts]
