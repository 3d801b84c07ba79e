"""Slides of sentences: key messages, points with or without a callout. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from generator.compose.storyboard import Point, PointsSlide
from generator.errors import DataError
from generator.inventory.deck import LayoutRole, PlaceholderRole
from generator.slides.fit import measure_height, part_evenly
from generator.slides.frames import Draft, drafts, find_one, plan_canvas
from generator.slides.grid import GAP, below, beside, columns, inset, rows, stack
from generator.slides.page import (
    ACCENT,
    PANEL,
    RULE,
    Anchor,
    Item,
    Look,
    Para,
    ShapeItem,
    TextItem,
)
from generator.slides.setting import SUBHEAD_PT, Setting
from generator.slides.text import say, to_words
from generator.units import Box, Emu, pt, to_pt

INDENT_PT = 16.0
BULLETS = ("•", "–", "•")
"""Signs of the levels of a list."""

HAIRLINE = pt(0.75)
_ACCENT_RULE = pt(3)
_MOST_SENTENCES = 6
_MOST_TILES = 4
_NUMBER_COLUMN = pt(48)
_ROW_PADDING = pt(8)
_TILE_PADDING = pt(12)
_PANEL_SHARE = 0.32
_PANEL_PADDING = pt(16)
_LEAST_SPACE, _MOST_SPACE = 6.0, 20.0
_LIST_SHARE = 0.82
"""Share of the width that a list without a panel takes; longer lines are hard to read."""


def plan_points(slide: PointsSlide, setting: Setting) -> tuple[Draft, ...]:
    """Plan a slide of sentences: as ruled rows, as tiles, or as a list.

    Key messages stand in numbered rows. Two to four points without a callout stand side by side;
    more of them, or points of several levels, in a list.
    """
    if slide.is_summary:
        return _plan_rows(slide, setting)
    has_levels = any(point.level for point in slide.points)
    if not slide.callout and not has_levels and 1 < len(slide.points) <= _MOST_TILES:
        return _plan_tiles(slide, setting)
    return _plan_list(slide, setting)


def no_room(slide_id: str, what: str, hint: str) -> DataError:
    """Return the error for content that no size and no split can place."""
    return DataError(f"slide '{slide_id}': {what} does not fit", hint=hint)


def _plan_rows(slide: PointsSlide, setting: Setting) -> tuple[Draft, ...]:
    canvas = plan_canvas(slide.frame, LayoutRole.TITLE_ONLY, setting)
    look = Look(size_pt=setting.sizes.lead)
    paras = [Para(words=to_words(point.inlines), look=look) for point in slide.points]
    width = canvas.area.width - _NUMBER_COLUMN
    heights = [measure_height((para,), width, setting.faces) + 2 * _ROW_PADDING for para in paras]
    parts = _part(heights, canvas.area.height, most=_MOST_SENTENCES)
    if parts is None:
        raise no_room(slide.frame.id, "a key message", "shorten it")
    sheets = [_draw_rows(paras[part], heights[part], canvas.area, part.start) for part in parts]
    return drafts(canvas, sheets)


def _part(heights: list[int], capacity: int, *, most: int) -> tuple[slice, ...] | None:
    """Part rows so that they fit and no part has more than `most`."""
    smallest = capacity // most
    return part_evenly([max(height, smallest) for height in heights], capacity, least=2)


def _draw_rows(paras: Sequence[Para], heights: Sequence[int], area: Box, first: int) -> list[Item]:
    """Draw numbered rows with a rule over each, spread evenly over the area."""
    items: list[Item] = []
    for index, row in enumerate(_spread(heights, area)):
        number, text = (
            row,
            Box(
                Emu(row.left + _NUMBER_COLUMN), row.top, Emu(row.width - _NUMBER_COLUMN), row.height
            ),
        )
        look = Look(size_pt=paras[index].look.size_pt, is_bold=True, colour=ACCENT, is_heading=True)
        name = f"Message {first + index + 1}"
        items += [
            ShapeItem(
                name=f"{name}: rule",
                box=Box(row.left, row.top, row.width, HAIRLINE),
                fill=RULE,
            ),
            TextItem(
                name=f"{name}: number",
                box=Box(number.left, number.top, Emu(_NUMBER_COLUMN), number.height),
                paras=(Para(words=say(str(first + index + 1)), look=look),),
                anchor=Anchor.MIDDLE,
            ),
            TextItem(name=name, box=text, paras=(paras[index],), anchor=Anchor.MIDDLE),
        ]
    return items


def _spread(heights: Sequence[int], area: Box) -> tuple[Box, ...]:
    """Return rows that fill `area`: of one height if all texts fit in it, else by their text."""
    even = area.height // len(heights)
    if max(heights) <= even:
        return rows(area, len(heights), gap=0)
    extra = (area.height - sum(heights)) // len(heights)
    return stack(area, [height + extra for height in heights])


def _plan_tiles(slide: PointsSlide, setting: Setting) -> tuple[Draft, ...]:
    canvas = plan_canvas(slide.frame, LayoutRole.TITLE_ONLY, setting)
    look = Look(size_pt=setting.sizes.lead)
    paras = [Para(words=to_words(point.inlines), look=look) for point in slide.points]
    if len(paras) == _MOST_TILES:
        tiles = [cell for row in rows(canvas.area, 2) for cell in columns(row, 2, 2 * GAP)]
    else:
        tiles = list(columns(canvas.area, len(paras), 2 * GAP))
    room = tiles[0].height - _TILE_PADDING - _ACCENT_RULE
    heights = [measure_height((para,), tiles[0].width, setting.faces) for para in paras]
    if max(heights) > room:
        return _plan_list(slide, setting)
    items: list[Item] = []
    for number, (para, tile) in enumerate(zip(paras, tiles, strict=True), start=1):
        rule, text = below(tile, _ACCENT_RULE, _TILE_PADDING)
        items += [
            ShapeItem(name=f"Point {number}: rule", box=rule, fill=ACCENT),
            TextItem(name=f"Point {number}", box=text, paras=(para,)),
        ]
    return drafts(canvas, [items])


def plan_bullets(points: Sequence[Point], size_pt: float, space_pt: float) -> tuple[Para, ...]:
    """Return `points` as paragraphs with bullets, indented by level; all sizes in points."""
    return tuple(
        Para(
            words=to_words(point.inlines),
            look=Look(size_pt=size_pt),
            bullet=BULLETS[min(point.level, len(BULLETS) - 1)],
            indent_pt=INDENT_PT * (1 + min(point.level, len(BULLETS) - 1)),
            hang_pt=INDENT_PT,
            before_pt=space_pt if point.level == 0 else space_pt / 2,
            level=min(point.level, len(BULLETS) - 1),
        )
        for point in points
    )


def _plan_list(slide: PointsSlide, setting: Setting) -> tuple[Draft, ...]:
    canvas = plan_canvas(slide.frame, LayoutRole.CONTENT, setting)
    area, panel = canvas.area, None
    extra: list[Item] = []
    if slide.callout:
        area, panel = beside(canvas.area, _PANEL_SHARE)
        extra = plan_panel(slide, panel, setting)
    else:
        area = Box(area.left, area.top, Emu(round(area.width * _LIST_SHARE)), area.height)
    parts = _part_points(slide, area, setting)
    placeholder = find_one(setting.layout(LayoutRole.CONTENT), PlaceholderRole.BODY)
    sheets: list[list[Item]] = []
    for part in parts:
        paras = _space_out(slide.points[part], area, setting)
        body = TextItem(name="Points", box=area, paras=paras, placeholder=placeholder)
        sheets.append([body, *extra])
    return drafts(canvas, sheets)


def _part_points(slide: PointsSlide, area: Box, setting: Setting) -> tuple[slice, ...]:
    """Part the points; a point stays with those under it."""
    blocks = _gather(slide.points)
    heights = [
        measure_height(
            plan_bullets(slide.points[block], setting.sizes.body, _LEAST_SPACE),
            area.width,
            setting.faces,
        )
        for block in blocks
    ]
    parts = part_evenly(heights, area.height, least=2, gap=pt(_LEAST_SPACE))
    if parts is None:
        raise no_room(slide.frame.id, "a point", "shorten it, or make several points of it")
    return tuple(slice(blocks[part.start].start, blocks[part.stop - 1].stop) for part in parts)


def _gather(points: Sequence[Point]) -> list[slice]:
    """Return stretches of points that belong together: one of level 0 and those under it."""
    starts = [index for index, point in enumerate(points) if point.level == 0 or index == 0]
    return [
        slice(start, stop) for start, stop in zip(starts, [*starts[1:], len(points)], strict=True)
    ]


def _space_out(points: Sequence[Point], area: Box, setting: Setting) -> tuple[Para, ...]:
    """Return the bullets with the room that is left over shared between them."""
    tight = plan_bullets(points, setting.sizes.body, _LEAST_SPACE)
    height = measure_height(tight, area.width, setting.faces)
    gaps = max(1, len(points) - 1)
    space = _LEAST_SPACE + to_pt(area.height - height) / gaps
    return plan_bullets(points, setting.sizes.body, int(min(_MOST_SPACE, max(_LEAST_SPACE, space))))


def plan_panel(slide: PointsSlide, panel: Box, setting: Setting) -> list[Item]:
    """Plan the callout as a panel with an accent at its left edge.

    Raises:
        DataError: The callout is too long for the panel.
    """
    text = inset(panel, _PANEL_PADDING, _PANEL_PADDING)
    title = Para(
        words=say(slide.callout_title),
        look=Look(size_pt=SUBHEAD_PT, is_bold=True, colour=ACCENT, is_heading=True),
    )
    body = Para(
        words=to_words(slide.callout),
        look=Look(size_pt=setting.sizes.body),
        before_pt=_LEAST_SPACE,
    )
    paras = (title, body) if slide.callout_title else (body,)
    if measure_height(paras, text.width, setting.faces) > text.height:
        raise no_room(slide.frame.id, "the callout", "shorten it")
    edge = Box(panel.left, panel.top, _ACCENT_RULE, panel.height)
    padding = int(_PANEL_PADDING)
    return [
        TextItem(
            name="Callout",
            box=panel,
            paras=paras,
            fill=PANEL,
            insets=(padding, padding, padding, padding),
        ),
        ShapeItem(name="Callout: edge", box=edge, fill=ACCENT),
    ]
