"""Native tables: widths by content, heights by measured lines, parted between rows. Pure."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass

from generator.compose.storyboard import TableSlide
from generator.errors import DataError
from generator.inventory.deck import LayoutRole
from generator.slides.drafts import Draft, drafts, join, no_room
from generator.slides.fit import (
    Faces,
    Stacking,
    measure_height,
    measure_line,
    measure_longest_word,
    part_evenly,
)
from generator.slides.frames import plan_canvas
from generator.slides.page import (
    INK,
    MUTED,
    RULE,
    Align,
    Anchor,
    Cell,
    Insets,
    Item,
    Look,
    Para,
    TableItem,
    Tone,
)
from generator.slides.panels import plan_apart, plan_exhibit_head, plan_takeaways
from generator.slides.setting import Setting
from generator.slides.text import to_text, to_words
from generator.text.blocks import Grid, GridColumn, Inlines
from generator.units import Box, Emu, pt

_ALIGNS = {"left": Align.LEFT, "right": Align.RIGHT, "centre": Align.CENTRE}
_ACROSS, _DOWN = pt(8), pt(4)
"""Insets of cells at their sides, and above and below."""

_LEAST_ROWS = 3
_TALLEST = 1.8
"""How far rows may be stretched to fill the room, as a multiple of the highest."""

_WIDEST = 3.0
"""How far a table may be stretched, as a multiple of what its content needs on one line."""

_LONGEST_WORD = 3
"""A word that takes more than this part of the width may be broken, such as an address."""

_THICK, _THIN = 1.0, 0.5
_SAFETY = pt(2)  # a word that is exactly as wide as its cell must not be broken


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table before it is parted: all rows with their heights, header row apart."""

    widths: tuple[int, ...]
    head: tuple[Para, ...]
    body: tuple[tuple[Para, ...], ...]
    heights: tuple[int, ...]
    head_height: int
    has_total: bool


def plan_table(slide: TableSlide, setting: Setting) -> tuple[Draft, ...]:
    """Plan a table, over several slides if need be, each with the header row and the source.

    Takeaways stand at its right or, where either needs more room, on a slide of their own.

    Raises:
        DataError: A row is higher than a slide, or a column narrower than its longest word.
    """
    note = (slide.note,) if slide.note else ()
    canvas = plan_canvas(slide.frame, LayoutRole.TITLE_ONLY, setting, note)
    aside = plan_takeaways(slide.takeaways, canvas.area, setting)
    if aside:
        area, extra = aside
        with contextlib.suppress(DataError):
            return drafts(canvas, _plan_sheets(slide, area, extra, setting))
    pages = drafts(canvas, _plan_sheets(slide, canvas.area, [], setting))
    if not slide.takeaways:
        return pages
    return join(pages, plan_apart(slide.frame, slide.takeaways, setting))


def _plan_sheets(
    slide: TableSlide, area: Box, extra: list[Item], setting: Setting
) -> list[list[Item]]:
    """Return what stands on each page: heading, a part of the table, and `extra`."""
    area, head = plan_exhibit_head(slide.frame.id, (slide.heading, slide.subtitle), area, setting)
    sheet = measure_table(slide.grid, area.width, setting.sizes.table, setting.faces)
    if sheet is None:
        raise no_room(slide.frame.id, "the table", "take out a column, or shorten long words")
    parts = part_evenly(
        sheet.heights, Stacking(capacity=area.height - sheet.head_height, least=_LEAST_ROWS)
    )
    if parts is None:
        raise no_room(slide.frame.id, "a row of the table", "shorten its longest cell")
    alt = slide.alt or to_text(to_words(slide.heading)) or to_text(to_words(slide.frame.title))
    return [[*head, draw_table(sheet, part, area, alt), *extra] for part in parts]


def measure_table(grid: Grid, width: int, size_pt: float, faces: Faces) -> Sheet | None:
    """Return a table in the width of its room, in EMU; None if that is too little for it."""
    head = tuple(_plan_head(column, size_pt) for column in grid.columns)
    last = len(grid.rows) - 1
    body = tuple(
        _plan_row(row, grid, size_pt, is_total=grid.has_total and index == last)
        for index, row in enumerate(grid.rows)
    )
    widths = plan_widths(grid, (head, *body), width, faces)
    if widths is None:
        return None
    return Sheet(
        widths=widths,
        head=head,
        body=body,
        heights=tuple(_measure_row(row, widths, faces) for row in body),
        head_height=_measure_row(head, widths, faces),
        has_total=grid.has_total,
    )


def _plan_head(column: GridColumn, size: float) -> Para:
    return Para(
        words=to_words(column.head),
        look=Look(size_pt=size, is_bold=True, colour=MUTED),
        align=_find_align(column),
    )


def _find_align(column: GridColumn) -> Align:
    return _ALIGNS.get(column.align, Align.LEFT)


def _plan_row(
    row: tuple[Inlines, ...], grid: Grid, size: float, *, is_total: bool
) -> tuple[Para, ...]:
    look = Look(size_pt=size, is_bold=is_total)
    return tuple(
        Para(words=to_words(cell), look=look, align=_find_align(column))
        for cell, column in zip(row, grid.columns, strict=True)
    )


def plan_widths(
    grid: Grid, rows: Sequence[tuple[Para, ...]], width: int, faces: Faces
) -> tuple[int, ...] | None:
    """Return the widths of the columns in EMU, together at most `width`; None if that is too few.

    Wanted shares are kept; other columns get what their text needs on one line or, where that is
    too much, room in proportion to it, but never less than their longest word and whole numbers.
    """
    longest = width // _LONGEST_WORD
    needs = [
        _find_needs(column, [row[index] for row in rows], (index, len(grid.columns)), faces)
        for index, column in enumerate(grid.columns)
    ]
    least = [
        low if column.is_numeric else min(low, longest)
        for (low, _), column in zip(needs, grid.columns, strict=True)
    ]
    wanted = [need[1] for need in needs]
    if sum(least) > width:
        return None
    shares = [column.share for column in grid.columns]
    if any(shares):
        return _share_out(shares, (least, wanted), width)
    return _grow(least, wanted, width)


def _find_needs(
    column: GridColumn, paras: Sequence[Para], place: tuple[int, int], faces: Faces
) -> tuple[int, int]:
    """Return the least and the wanted width of a column, insets included."""
    left, _, right, _ = _find_insets(*place)
    insets = left + right + _SAFETY
    lines = [measure_line(para, faces) for para in paras]
    wanted = max(lines)
    if column.is_numeric:
        least = max([measure_longest_word(paras[0], faces), *lines[1:]])
        wanted = max(least, min(wanted, round(1.6 * least)))
    else:
        least = max(measure_longest_word(para, faces) for para in paras)
    return round(least * 1.03) + insets, round(wanted * 1.03) + insets


def _share_out(
    shares: Sequence[float | None], needs: tuple[Sequence[int], Sequence[int]], width: int
) -> tuple[int, ...]:
    """Give each column with a share its part, as far as the others' least widths allow."""
    least, wanted = needs
    given = sum(share or 0.0 for share in shares)
    total = given if all(shares) else max(1.0, given)
    goal = [
        max(low, round(width * share / total)) if share else want
        for share, low, want in zip(shares, least, wanted, strict=True)
    ]
    return _grow(least, goal, width)


def _grow(least: Sequence[int], wanted: Sequence[int], width: int) -> tuple[int, ...]:
    """Return widths between least and wanted, or beyond wanted if there is room to spare."""
    goal = [max(low, want) for low, want in zip(least, wanted, strict=True)]
    spare = width - sum(least)
    longing = sum(goal) - sum(least)
    if sum(goal) <= width:
        full = min(width, round(sum(goal) * _WIDEST))
        return _close([round(full * part / sum(goal)) for part in goal], full)
    grown = [low + spare * (want - low) // longing for low, want in zip(least, goal, strict=True)]
    return _close(grown, width)


def _close(widths: Sequence[int], total: int) -> tuple[int, ...]:
    """Let the widest column take what rounding left, so that the sum is `total`."""
    widest = max(range(len(widths)), key=widths.__getitem__)
    return tuple(
        width + (total - sum(widths) if index == widest else 0)
        for index, width in enumerate(widths)
    )


def _find_insets(index: int, count: int) -> Insets:
    """Return a cell's insets; text at the table's edges stands flush with the slide's grid."""
    left = 0 if index == 0 else int(_ACROSS)
    right = 0 if index == count - 1 else int(_ACROSS)
    return (left, int(_DOWN), right, int(_DOWN))


def _measure_row(row: tuple[Para, ...], widths: Sequence[int], faces: Faces) -> int:
    return max(
        measure_height((para,), _text_width(index, widths), faces) for index, para in enumerate(row)
    ) + 2 * int(_DOWN)


def _text_width(index: int, widths: Sequence[int]) -> int:
    left, _, right, _ = _find_insets(index, len(widths))
    return widths[index] - left - right


def draw_table(sheet: Sheet, part: slice, area: Box, alt: str) -> TableItem:
    """Return one part of the table with its header row, stretched to fill the room."""
    rows, heights = sheet.body[part], sheet.heights[part]
    tall = [sheet.head_height, *_stretch(heights, area.height - sheet.head_height)]
    has_total = sheet.has_total and part.stop == len(sheet.body)
    width = sum(sheet.widths)
    return TableItem(
        name="Table",
        box=Box(area.left, area.top, Emu(width), Emu(sum(tall))),
        widths=sheet.widths,
        heights=tuple(tall),
        rows=(
            _draw_row(sheet.head, anchor=Anchor.BOTTOM, rule=(_THICK, INK)),
            *(
                _draw_row(row, anchor=Anchor.MIDDLE, rule=_find_rule(index, rows, has_total))
                for index, row in enumerate(rows)
            ),
        ),
        alt=alt,
        has_total=has_total,
    )


def _stretch(heights: Sequence[int], room: int) -> list[int]:
    """Return rows of one height where all texts fit in it, else each a little higher."""
    even, highest = room // len(heights), max(heights)
    if highest <= even:
        return [min(even, round(highest * _TALLEST))] * len(heights)
    extra = (room - sum(heights)) // len(heights)
    return [height + extra for height in heights]


def _find_rule(index: int, rows: Sequence[object], has_total: bool) -> tuple[float, Tone]:
    """Return width and colour of the rule under a row; those around the total are heavier."""
    is_near_total = has_total and index >= len(rows) - 2
    return (_THICK, INK) if is_near_total else (_THIN, RULE)


def _draw_row(row: Sequence[Para], *, anchor: Anchor, rule: tuple[float, Tone]) -> tuple[Cell, ...]:
    width, colour = rule
    return tuple(
        Cell(
            paras=(para,),
            insets=_find_insets(index, len(row)),
            anchor=anchor,
            below=width,
            rule=colour,
        )
        for index, para in enumerate(row)
    )
