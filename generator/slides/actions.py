"""Recommendations: a native table of who does what by when. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from generator.compose.report import RecommendationItem
from generator.compose.storyboard import RecommendationsSlide
from generator.inventory.deck import LayoutRole
from generator.slides.drafts import Draft, drafts, no_room
from generator.slides.fit import Faces, Stacking, measure_height, part_evenly
from generator.slides.frames import plan_canvas
from generator.slides.page import (
    ACCENT,
    INK,
    MUTED,
    RULE,
    Anchor,
    Cell,
    Insets,
    Look,
    Para,
    TableItem,
    Tone,
)
from generator.slides.setting import SMALL_PT, Setting
from generator.slides.text import say, to_text, to_words
from generator.units import Box, Emu, pt

MOST_ROWS = 4
_ACROSS, _DOWN = pt(10), pt(7)
_NUMBER_WIDTH = pt(40)
_WHO_SHARE, _BY_SHARE = 0.24, 0.15
_HEAD_DOWN = pt(3)
_THICK, _THIN = 1.0, 0.5


def plan_recommendations(slide: RecommendationsSlide, setting: Setting) -> tuple[Draft, ...]:
    """Plan a table with a row for each recommendation, at most four rows a slide.

    A column that no recommendation fills is left out.

    Raises:
        DataError: One recommendation is higher than a slide.
    """
    canvas = plan_canvas(slide.frame, LayoutRole.TITLE_ONLY, setting)
    labels, rows = _plan_cells(slide, setting)
    widths = _plan_widths(slide, canvas.area.width)
    head = _measure(labels, widths, setting.faces, int(_HEAD_DOWN))
    heights = [_measure(row, widths, setting.faces, int(_DOWN)) for row in rows]
    room = canvas.area.height - head
    parts = part_evenly(heights, Stacking(capacity=room, least=2, most=MOST_ROWS))
    if parts is None:
        raise no_room(slide.frame.id, "a recommendation", "shorten what is to be done")
    sheets = [
        [
            _draw(
                (labels, rows[part]),
                widths,
                (head, heights[part]),
                canvas.area,
                _describe(slide.items[part]),
            )
        ]
        for part in parts
    ]
    return drafts(canvas, sheets)


def _find_size(setting: Setting) -> float:
    """Return the size of the text: that of tables, but never as small as theirs may be."""
    return max(SMALL_PT, setting.sizes.table)


def _plan_cells(
    slide: RecommendationsSlide, setting: Setting
) -> tuple[list[tuple[Para, ...]], list[list[tuple[Para, ...]]]]:
    """Return the cells of the header row and of each row: number, what, who, by when."""
    small = Look(size_pt=SMALL_PT, is_bold=True, colour=MUTED)
    has_who, has_by = _find_columns(slide)
    labels = ["", slide.what_label]
    labels += [_label_who(slide)] if has_who else []
    labels += [slide.by_label] if has_by else []
    rows: list[list[tuple[Para, ...]]] = []
    plain = Look(size_pt=_find_size(setting))
    for item in slide.items:
        row = [_plan_number(item, setting), _plan_what(item, setting)]
        row += [_plan_who(item, plain, is_alone=has_by)] if has_who else []
        row += [(Para(words=say(item.by), look=plain),)] if has_by else []
        rows.append(row)
    return [(Para(words=say(label), look=small),) for label in labels], rows


def _find_columns(slide: RecommendationsSlide) -> tuple[bool, bool]:
    """Return whether there is a column for who acts, and one of its own for the term.

    Terms that most recommendations lack stand under who acts: a column would be nearly empty.
    """
    terms = sum(bool(item.by) for item in slide.items)
    has_by = 2 * terms > len(slide.items)
    return any(item.who for item in slide.items) or (terms > 0 and not has_by), has_by


def _label_who(slide: RecommendationsSlide) -> str:
    _, has_by = _find_columns(slide)
    has_terms = any(item.by for item in slide.items) and not has_by
    has_who = any(item.who for item in slide.items)
    labels = [slide.who_label] if has_who else []
    labels += [slide.by_label] if has_terms else []
    return " / ".join(labels)


def _plan_who(item: RecommendationItem, look: Look, *, is_alone: bool) -> tuple[Para, ...]:
    who = Para(words=say(item.who), look=look)
    if is_alone or not item.by:
        return (who,)
    quiet = Look(size_pt=look.size_pt, colour=MUTED)
    term = Para(words=say(item.by), look=quiet, before_pt=2.0 if who.words else 0.0)
    return (who, term) if who.words else (term,)


def _plan_number(item: RecommendationItem, setting: Setting) -> tuple[Para, ...]:
    look = Look(size_pt=setting.sizes.lead, is_bold=True, colour=ACCENT, is_heading=True)
    return (Para(words=say(str(item.number)), look=look),)


def _plan_what(item: RecommendationItem, setting: Setting) -> tuple[Para, ...]:
    size = _find_size(setting)
    title = Para(words=to_words(item.title), look=Look(size_pt=size, is_bold=True))
    what = Para(words=to_words(item.what), look=Look(size_pt=size), before_pt=2.0)
    return tuple(para for para in (title, what) if para.words) or (title,)


def _plan_widths(slide: RecommendationsSlide, width: int) -> tuple[int, ...]:
    has_who, has_by = _find_columns(slide)
    who = round(width * _WHO_SHARE) if has_who else 0
    by = round(width * _BY_SHARE) if has_by else 0
    what = width - _NUMBER_WIDTH - who - by
    return tuple(part for part in (int(_NUMBER_WIDTH), what, who, by) if part)


def _measure(
    row: Sequence[tuple[Para, ...]], widths: Sequence[int], faces: Faces, down: int
) -> int:
    heights = [
        measure_height(paras, widths[index] - _left(index) - _right(index, row), faces)
        for index, paras in enumerate(row)
    ]
    return max(heights) + 2 * down


def _left(index: int) -> int:
    return 0 if index <= 1 else int(_ACROSS)


def _right(index: int, row: Sequence[object]) -> int:
    return 0 if index in (0, len(row) - 1) else int(_ACROSS)


def _insets(index: int, row: Sequence[object], down: int) -> Insets:
    return (_left(index), down, _right(index, row), down)


def _draw(
    cells: tuple[Sequence[tuple[Para, ...]], Sequence[Sequence[tuple[Para, ...]]]],
    widths: tuple[int, ...],
    heights: tuple[int, Sequence[int]],
    area: Box,
    alt: str,
) -> TableItem:
    labels, rows = cells
    head, natural = heights
    spread = _spread(natural, area.height - head)
    tall = (head, *spread)
    return TableItem(
        name="Recommendations",
        box=Box(area.left, area.top, Emu(sum(widths)), Emu(sum(tall))),
        widths=widths,
        heights=tall,
        rows=(
            _draw_row(labels, (_THICK, INK), int(_HEAD_DOWN), Anchor.BOTTOM),
            *(_draw_row(row, (_THIN, RULE), int(_DOWN), Anchor.MIDDLE) for row in rows),
        ),
        alt=alt,
    )


def _spread(heights: Sequence[int], room: int) -> list[int]:
    """Return rows of one height as far as texts allow, never higher than a quarter of the room."""
    even = room // max(MOST_ROWS, len(heights))
    if max(heights) <= even:
        return [even] * len(heights)
    extra = max(0, min(room - sum(heights), even * len(heights) - sum(heights)))
    return [height + extra // len(heights) for height in heights]


def _draw_row(
    row: Sequence[tuple[Para, ...]],
    rule: tuple[float, Tone],
    down: int,
    anchor: Anchor,
) -> tuple[Cell, ...]:
    width, colour = rule
    return tuple(
        Cell(
            paras=paras,
            insets=_insets(index, row, down),
            anchor=anchor,
            below=width,
            rule=colour,
        )
        for index, paras in enumerate(row)
    )


def _describe(items: Sequence[RecommendationItem]) -> str:
    """Return the alternative text: the recommendations' titles with their numbers."""
    return "; ".join(
        f"{item.number}. {to_text(to_words(item.title or item.what))}" for item in items
    )
