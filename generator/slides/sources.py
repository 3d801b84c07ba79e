"""Sources and method: two columns of small text. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from generator.compose.storyboard import SourcesSlide
from generator.inventory.deck import LayoutInfo, LayoutRole, PlaceholderInfo, PlaceholderRole
from generator.slides.fit import Faces, measure_height, part_evenly
from generator.slides.frames import Draft, drafts, plan_canvas
from generator.slides.grid import GAP, beside
from generator.slides.page import ACCENT, Item, Look, Para, TextItem
from generator.slides.points import no_room
from generator.slides.setting import SMALL_PT, SUBHEAD_PT, Setting
from generator.slides.text import say, to_words
from generator.text.blocks import Inlines
from generator.units import Box, pt

_METHOD_SHARE = 0.4
_SPACE_PT = 6.0
_LEAST_ITEMS = 2


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
    stacks = (
        _plan_stacks(slide, (setting.words.references, slide.references), boxes[0], setting),
        _plan_stacks(slide, (slide.method_heading, slide.method), boxes[1], setting),
    )
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


def _find_holes(layout: LayoutInfo, count: int) -> list[PlaceholderInfo | None]:
    bodies = layout.by_role.get(PlaceholderRole.BODY, ())
    return [bodies[index] if index < len(bodies) else None for index in range(count)]


def _plan_stacks(
    slide: SourcesSlide, content: tuple[str, Sequence[Inlines]], box: Box, setting: Setting
) -> list[tuple[Para, ...]]:
    """Return the paragraphs of each page: the heading and as many items as fit."""
    heading, items = content
    paras = [_plan_item(item) for item in items]
    if not paras:
        return []
    look = Look(size_pt=SUBHEAD_PT, is_bold=True, colour=ACCENT, is_heading=True)
    head = Para(words=say(heading), look=look)
    top = measure_height((head,), box.width, setting.faces) + pt(_SPACE_PT)
    heights = _measure_each(paras, box.width, setting.faces)
    parts = part_evenly(heights, box.height - top, least=_LEAST_ITEMS, gap=pt(_SPACE_PT))
    if parts is None:
        raise no_room(slide.frame.id, "a reference or paragraph", "shorten it")
    return [(head, *paras[part]) for part in parts]


def _plan_item(item: Inlines) -> Para:
    return Para(words=to_words(item), look=Look(size_pt=SMALL_PT), before_pt=_SPACE_PT)


def _measure_each(paras: Sequence[Para], width: int, faces: Faces) -> list[int]:
    return [measure_height((para,), width, faces) for para in paras]
