"""Timelines of native shapes: along a line, or down a column when there are many events. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from generator.compose.report import TimelineEntry
from generator.compose.storyboard import TimelineSlide
from generator.inventory.deck import LayoutRole
from generator.slides.drafts import Draft, drafts, no_room
from generator.slides.fit import Faces, Stacking, measure_height, measure_line, part_evenly
from generator.slides.frames import plan_canvas
from generator.slides.grid import GAP, below, columns, stack
from generator.slides.page import (
    ACCENT,
    MUTED,
    PAPER,
    RULE,
    Anchor,
    Figure,
    GroupItem,
    Item,
    Look,
    Para,
    ShapeItem,
    TextItem,
)
from generator.slides.setting import Setting
from generator.slides.text import say, to_text, to_words
from generator.units import Box, Emu, pt

MOST_ACROSS = 6
_MARKER = pt(14)
_DOT = pt(6)
_LINE = pt(2)
_GAP = pt(14)
_ROW_PADDING = int(pt(7))
_LEAST_ROWS = 2
_MOST_SPARE = pt(30)
_DATE_SHARE, _TITLE_SHARE = 0.25, 0.3
_LOW = 0.18
"""How far below the area's top the dates begin at most, as a share of its height."""


def plan_timeline(slide: TimelineSlide, setting: Setting) -> tuple[Draft, ...]:
    """Plan up to six events along a line; more of them, or long ones, as rows with dates.

    Raises:
        DataError: One event is longer than a slide.
    """
    canvas = plan_canvas(slide.frame, LayoutRole.TITLE_ONLY, setting)
    line = _plan_across(slide, canvas.area, setting)
    if line:
        return drafts(canvas, [[line]])
    return drafts(canvas, _plan_down(slide, canvas.area, setting))


def _plan_date(entry: TimelineEntry, setting: Setting) -> Para:
    look = Look(size_pt=setting.sizes.body, is_bold=True, colour=ACCENT, is_heading=True)
    return Para(words=say(entry.date), look=look)


def _plan_event(entry: TimelineEntry, setting: Setting) -> tuple[Para, ...]:
    size = setting.sizes.body
    title = Para(words=say(entry.title), look=Look(size_pt=size, is_bold=True))
    text = Para(words=to_words(entry.text), look=Look(size_pt=size, colour=MUTED), before_pt=3.0)
    return tuple(para for para in (title, text) if para.words)


def _plan_across(slide: TimelineSlide, area: Box, setting: Setting) -> GroupItem | None:
    """Return events side by side: dates above the line, texts below; None if they do not fit."""
    count = len(slide.entries)
    if not 1 < count <= MOST_ACROSS:
        return None
    boxes = columns(area, count)
    width = boxes[0].width
    dates = [_plan_date(entry, setting) for entry in slide.entries]
    events = [_plan_event(entry, setting) for entry in slide.entries]
    above = max(measure_height((date,), width, setting.faces) for date in dates)
    under = max(measure_height(event, width, setting.faces) for event in events)
    spare = area.height - above - under - _MARKER - 2 * _GAP
    if spare < 0:
        return None
    top = area.top + min(2 * spare // 5, round(area.height * _LOW))
    line_top = top + above + _GAP
    items = _draw_line(area, line_top)
    for number, (box, date, event) in enumerate(zip(boxes, dates, events, strict=True), start=1):
        text_top = line_top + _MARKER + _GAP
        items += [
            TextItem(
                name=f"Event {number}: date",
                box=Box(box.left, Emu(top), box.width, Emu(above)),
                paras=(date,),
                anchor=Anchor.BOTTOM,
            ),
            *_draw_marker(number, (box.left, line_top)),
            TextItem(
                name=f"Event {number}",
                box=Box(box.left, Emu(text_top), box.width, Emu(area.bottom - text_top)),
                paras=event,
            ),
        ]
    return GroupItem(name="Timeline", box=area, items=tuple(items), alt=_describe(slide.entries))


def _draw_line(area: Box, top: int) -> list[TextItem | ShapeItem]:
    middle = top + (_MARKER - _LINE) // 2
    box = Box(area.left, Emu(middle), area.width, _LINE)
    return [ShapeItem(name="Timeline: line", box=box, fill=RULE)]


def _draw_marker(number: int, place: tuple[int, int]) -> list[ShapeItem]:
    left, top = place
    ring = Box(Emu(left), Emu(top), _MARKER, _MARKER)
    edge = (_MARKER - _DOT) // 2
    dot = Box(Emu(left + edge), Emu(top + edge), _DOT, _DOT)
    return [
        ShapeItem(name=f"Event {number}: marker", box=ring, fill=ACCENT, figure=Figure.CIRCLE),
        ShapeItem(name=f"Event {number}: dot", box=dot, fill=PAPER, figure=Figure.CIRCLE),
    ]


def _plan_down(slide: TimelineSlide, area: Box, setting: Setting) -> list[list[Item]]:
    """Return events as rows of date, title and text, on one or several slides."""
    rows = [_plan_row(entry, setting) for entry in slide.entries]
    widths = _plan_widths(rows, area, setting.faces)
    heights = [
        max(
            measure_height((para,), width, setting.faces)
            for para, width in zip(row, widths, strict=True)
        )
        + 2 * _ROW_PADDING
        for row in rows
    ]
    parts = part_evenly(heights, Stacking(capacity=area.height, least=_LEAST_ROWS))
    if parts is None:
        raise no_room(slide.frame.id, "an event", "shorten its text")
    sheets: list[list[Item]] = []
    for part in parts:
        spare = (area.height - sum(heights[part])) // len(heights[part])
        tall = [height + min(spare, int(_MOST_SPARE)) for height in heights[part]]
        boxes = stack(area, tall)
        items = _draw_spine(boxes, widths[0], rows[part.start][0])
        for number, (row, box) in enumerate(
            zip(rows[part], boxes, strict=True), start=part.start + 1
        ):
            items += _draw_row(number, row, (box, widths))
        group = GroupItem(
            name="Timeline",
            box=Box(area.left, area.top, area.width, Emu(sum(tall))),
            items=tuple(items),
            alt=_describe(slide.entries[part]),
        )
        sheets.append([group])
    return sheets


def _plan_row(entry: TimelineEntry, setting: Setting) -> tuple[Para, Para, Para]:
    """Return date, title and text of one event; a text without title stands as one."""
    size = setting.sizes.body
    title, text = say(entry.title), to_words(entry.text)
    return (
        _plan_date(entry, setting),
        Para(words=title or text, look=Look(size_pt=size, is_bold=bool(title))),
        Para(words=text if title else (), look=Look(size_pt=size, colour=MUTED)),
    )


def _plan_widths(
    rows: Sequence[tuple[Para, Para, Para]], area: Box, faces: Faces
) -> tuple[int, int, int]:
    """Return the widths of dates, titles and texts: by the longest, up to a share each."""
    date, title = (
        min(
            round(max(measure_line(row[column], faces) for row in rows) * 1.05),
            round(area.width * share),
        )
        for column, share in enumerate((_DATE_SHARE, _TITLE_SHARE))
    )
    rest = area.width - date - _MARKER - 2 * GAP
    if not any(row[2].words for row in rows):
        return date, rest, rest
    return date, title, rest - title - GAP


def _draw_spine(boxes: Sequence[Box], date_width: int, date: Para) -> list[TextItem | ShapeItem]:
    """Draw the line from the first marker to the last."""
    left = boxes[0].left + date_width + GAP + (_MARKER - _LINE) // 2
    middle = _ROW_PADDING + int(pt(date.look.line_pt)) // 2
    top, bottom = boxes[0].top + middle, boxes[-1].top + middle
    box = Box(Emu(left), Emu(top), _LINE, Emu(max(1, bottom - top)))
    return [ShapeItem(name="Timeline: line", box=box, fill=RULE)]


def _draw_row(
    number: int,
    row: tuple[Para, Para, Para],
    place: tuple[Box, tuple[int, int, int]],
) -> list[TextItem | ShapeItem]:
    box, widths = place
    _, room = below(box, _ROW_PADDING)
    height = Emu(room.height - _ROW_PADDING)
    marker_left = box.left + widths[0] + GAP
    title_left = marker_left + _MARKER + GAP
    lefts = (int(box.left), title_left, title_left + widths[1] + GAP)
    drop = max(0, (int(pt(row[0].look.line_pt)) - _MARKER) // 2)
    date, *texts = (
        TextItem(
            name=f"Event {number}{suffix}",
            box=Box(Emu(left), room.top, Emu(width), height),
            paras=(para,),
        )
        for suffix, para, left, width in zip(
            (": date", "", ": text"), row, lefts, widths, strict=True
        )
        if para.words
    )
    return [date, *_draw_marker(number, (marker_left, room.top + drop)), *texts]


def _describe(entries: Sequence[TimelineEntry]) -> str:
    """Return the alternative text: dates and titles, in order."""
    return "; ".join(
        f"{entry.date}: {entry.title or to_text(to_words(entry.text))}" for entry in entries
    )
