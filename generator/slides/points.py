"""Slides of sentences: key messages, points with or without a callout. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from generator.compose.storyboard import Point, PointsSlide
from generator.inventory.deck import LayoutRole, PlaceholderRole
from generator.slides.drafts import Draft, drafts, find_one, no_room
from generator.slides.fit import Stacking, measure_height, part_evenly
from generator.slides.frames import plan_canvas
from generator.slides.grid import beside, rows, stack
from generator.slides.page import (
    ACCENT,
    PANEL,
    RULE,
    Anchor,
    Figure,
    Item,
    Look,
    Para,
    ShapeItem,
    TextItem,
)
from generator.slides.setting import Setting
from generator.slides.text import say, to_words
from generator.units import Box, Emu, pt, to_pt

INDENT_PT = 18.0
BULLETS = ("•", "–", "•")
"""Signs of the levels of a list."""

HAIRLINE = pt(0.75)
_EDGE = pt(3)
_MOST_SENTENCES = 6
_MOST_ROWS = 4
_NUMBER_COLUMN, _MARK_COLUMN = pt(48), pt(30)
_MARK = pt(8)
_ROW_PADDING = pt(8)
_PANEL_SHARE = 0.32
_PANEL_PADDING = pt(20)
_PANEL_SPACE_PT = 8.0
_LEAST_SPACE_PT, _MOST_SPACE_PT = 6.0, 30.0
_DENSE_PT = 16.0
"""A list that takes more than one slide at this size is set in the size of the body."""

_LIST_SHARE = 0.85
"""Share of the width that a list without a panel takes; longer lines are hard to read."""


def plan_points(slide: PointsSlide, setting: Setting) -> tuple[Draft, ...]:
    """Plan a slide of sentences: as ruled rows or as a list.

    Key messages stand in numbered rows. Up to four points without a callout stand in rows too;
    more of them, points of several levels, or points beside a callout, in a list.

    Raises:
        DataError: A point or the callout is longer than a slide.
    """
    has_levels = any(point.level for point in slide.points)
    is_short = not slide.callout and not has_levels and len(slide.points) <= _MOST_ROWS
    if slide.is_summary or is_short:
        return _plan_rows(slide, setting)
    return _plan_list(slide, setting)


def _plan_rows(slide: PointsSlide, setting: Setting) -> tuple[Draft, ...]:
    canvas = plan_canvas(slide.frame, LayoutRole.TITLE_ONLY, setting)
    look = Look(size_pt=setting.sizes.lead)
    paras = [Para(words=to_words(point.inlines), look=look) for point in slide.points]
    indent = _NUMBER_COLUMN if slide.is_summary else _MARK_COLUMN
    width = canvas.area.width - indent
    heights = [measure_height((para,), width, setting.faces) + 2 * _ROW_PADDING for para in paras]
    parts = part_evenly(
        heights, Stacking(capacity=canvas.area.height, least=2, most=_MOST_SENTENCES)
    )
    if parts is None:
        raise no_room(slide.frame.id, "a sentence", "shorten it")
    sheets: list[list[Item]] = []
    for part in parts:
        items: list[Item] = []
        boxes = _spread(heights[part], canvas.area)
        for number, (para, box) in enumerate(zip(paras[part], boxes, strict=True), part.start + 1):
            lead_in = _draw_number if slide.is_summary else _draw_mark
            text = Box(Emu(box.left + indent), box.top, Emu(box.width - indent), box.height)
            items += [
                *lead_in(number, para, box),
                TextItem(name=f"Point {number}", box=text, paras=(para,), anchor=Anchor.MIDDLE),
            ]
        sheets.append(items)
    return drafts(canvas, sheets)


def _draw_rule(number: int, row: Box) -> ShapeItem:
    box = Box(row.left, row.top, row.width, HAIRLINE)
    return ShapeItem(name=f"Point {number}: rule", box=box, fill=RULE)


def _draw_number(number: int, para: Para, row: Box) -> list[Item]:
    """Draw a rule and the number of a key message in front of its row."""
    look = Look(size_pt=para.look.size_pt, is_bold=True, colour=ACCENT, is_heading=True)
    return [
        _draw_rule(number, row),
        TextItem(
            name=f"Point {number}: number",
            box=Box(row.left, row.top, _NUMBER_COLUMN, row.height),
            paras=(Para(words=say(str(number)), look=look),),
            anchor=Anchor.MIDDLE,
        ),
    ]


def _draw_mark(number: int, para: Para, row: Box) -> list[Item]:
    """Draw a rule and a small square in front of a point; texts start where the square stands."""
    del para
    top = row.top + (row.height - _MARK) // 2
    return [
        _draw_rule(number, row),
        ShapeItem(
            name=f"Point {number}: mark",
            box=Box(row.left, Emu(top), _MARK, _MARK),
            fill=ACCENT,
            figure=Figure.RECTANGLE,
        ),
    ]


def _spread(heights: Sequence[int], area: Box) -> tuple[Box, ...]:
    """Return rows that fill `area`: of one height if all texts fit in it, else by their text."""
    even = area.height // len(heights)
    if max(heights) <= even:
        return rows(area, len(heights), gap=0)
    extra = (area.height - sum(heights)) // len(heights)
    return stack(area, [height + extra for height in heights])


def plan_bullets(points: Sequence[Point], size_pt: float, space_pt: float) -> tuple[Para, ...]:
    """Return `points` as paragraphs with bullets, indented by level; all sizes in points."""
    deepest = len(BULLETS) - 1
    return tuple(
        Para(
            words=to_words(point.inlines),
            look=Look(size_pt=size_pt),
            bullet=BULLETS[min(point.level, deepest)],
            indent_pt=INDENT_PT * (1 + min(point.level, deepest)),
            hang_pt=INDENT_PT,
            before_pt=space_pt if point.level == 0 else round(space_pt / 2, 1),
            level=min(point.level, deepest),
        )
        for point in points
    )


def _plan_list(slide: PointsSlide, setting: Setting) -> tuple[Draft, ...]:
    canvas = plan_canvas(slide.frame, LayoutRole.CONTENT, setting)
    area = canvas.area
    extra: list[Item] = []
    if slide.callout:
        area, panel = beside(canvas.area, _PANEL_SHARE, round(1.5 * pt(18)))
        extra = _plan_callout(slide, panel, setting)
    else:
        area = Box(area.left, area.top, Emu(round(area.width * _LIST_SHARE)), area.height)
    size = setting.sizes.lead
    if len(_part_points(slide, area, _DENSE_PT, setting)) > 1:
        size = setting.sizes.body
    placeholder = find_one(setting.layout(LayoutRole.CONTENT), PlaceholderRole.BODY)
    sheets: list[list[Item]] = []
    for part in _part_points(slide, area, size, setting):
        paras = _space_out(slide.points[part], area, size, setting)
        body = TextItem(name="Points", box=area, paras=paras, placeholder=placeholder)
        sheets.append([body, *extra])
    return drafts(canvas, sheets)


def _part_points(slide: PointsSlide, area: Box, size: float, setting: Setting) -> tuple[slice, ...]:
    """Part the points, set in `size` points; a point stays with those under it."""
    blocks = _gather(slide.points)
    heights = [
        measure_height(
            plan_bullets(slide.points[block], size, _LEAST_SPACE_PT), area.width, setting.faces
        )
        for block in blocks
    ]
    parts = part_evenly(heights, Stacking(capacity=area.height, gap=pt(_LEAST_SPACE_PT), least=2))
    if parts is None:
        raise no_room(slide.frame.id, "a point", "shorten it, or make several points of it")
    return tuple(slice(blocks[part.start].start, blocks[part.stop - 1].stop) for part in parts)


def _gather(points: Sequence[Point]) -> list[slice]:
    """Return stretches of points that belong together: one of level 0 and those under it."""
    starts = [index for index, point in enumerate(points) if point.level == 0 or index == 0]
    return [
        slice(start, stop) for start, stop in zip(starts, [*starts[1:], len(points)], strict=True)
    ]


def _space_out(
    points: Sequence[Point], area: Box, size: float, setting: Setting
) -> tuple[Para, ...]:
    """Return the bullets with the room that is left over shared between them."""
    tight = plan_bullets(points, size, _LEAST_SPACE_PT)
    height = measure_height(tight, area.width, setting.faces)
    gaps = max(1, len(points) - 1)
    space = _LEAST_SPACE_PT + to_pt(area.height - height) / gaps
    return plan_bullets(points, size, int(min(_MOST_SPACE_PT, max(_LEAST_SPACE_PT, space))))


def _plan_callout(slide: PointsSlide, panel: Box, setting: Setting) -> list[Item]:
    """Plan the callout as a panel with an accent at its left edge.

    Raises:
        DataError: The callout is too long for the panel.
    """
    padding = int(_PANEL_PADDING)
    for size in (setting.sizes.lead, setting.sizes.body):
        paras = _plan_remark(slide, size)
        height = measure_height(paras, panel.width - 2 * padding, setting.faces)
        if height <= panel.height - 2 * padding:
            break
    else:
        raise no_room(slide.frame.id, "the callout", "shorten it")
    edge = Box(panel.left, panel.top, _EDGE, panel.height)
    return [
        TextItem(
            name="Callout",
            box=panel,
            paras=paras,
            fill=PANEL,
            anchor=Anchor.MIDDLE,
            insets=(padding, padding, padding, padding),
        ),
        ShapeItem(name="Callout: edge", box=edge, fill=ACCENT),
    ]


def _plan_remark(slide: PointsSlide, size: float) -> tuple[Para, ...]:
    title = Para(
        words=say(slide.callout_title),
        look=Look(size_pt=size, is_bold=True, colour=ACCENT, is_heading=True),
    )
    body = Para(words=to_words(slide.callout), look=Look(size_pt=size), before_pt=_PANEL_SPACE_PT)
    return tuple(para for para in (title, body) if para.words)
