"""Placeholders of designed layouts, filled at the largest size that fits. Pure."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.inventory.deck import LayoutInfo, LayoutRole, PlaceholderInfo, PlaceholderRole
from generator.inventory.room import find_free_room
from generator.slides.drafts import find_one, no_room
from generator.slides.fit import measure_height
from generator.slides.grid import inset, keep_inside
from generator.slides.page import PANEL, Look, Para, TextItem, Words
from generator.slides.setting import Setting
from generator.slides.titles import TITLE_PITCH
from generator.units import Box, Emu, pt

SCALE = (44.0, 40.0, 36.0, 32.0, 28.0, 26.0, 24.0, 22.0, 20.0, 18.0, 16.0, 14.0, 12.0, 11.0)
"""Sizes that text on a designed layout may take where the layout's own is too large."""

_SMALLEST = (10.0, 9.0)
_LEAST_TITLE, _LEAST_TEXT, _LEAST_SMALL = 20.0, 12.0, 9.0
_MARGIN = pt(18)
"""Least distance of text from the edge of the slide."""

_FURNITURE = (PlaceholderRole.FOOTER, PlaceholderRole.NUMBER, PlaceholderRole.DATE)
_FURNITURE_KINDS = frozenset({"dt", "ftr", "sldNum"})
_RUNNING = (PlaceholderRole.BODY, PlaceholderRole.SUBTITLE)
_READABLE = 16.0
_MOST = 0.5
_LARGE_SHARE = 0.7
"""Text that must be smaller than this share of its own size has its placeholder grow first."""

_LARGEST_HOMELESS = 20.0
_GAP = pt(10)

_SPACED = (PlaceholderRole.BODY, PlaceholderRole.SOURCE)
"""Placeholders whose lines are paragraphs of their own, parted by a space."""


class Hole(NamedTuple):
    """A placeholder to be filled.

    Attributes:
        box: Where on the slide its text may stand.
        tail: Size of the lines after the first, as a share of its size.
        most_pt: Largest size of its text, in points.
    """

    role: PlaceholderRole
    placeholder: PlaceholderInfo
    box: Box
    tail: float = 1.0
    most_pt: float = math.inf


def fill_holes(
    slide_id: str,
    role: LayoutRole,
    texts: Mapping[PlaceholderRole, Sequence[Words]],
    setting: Setting,
    most_pt: float = math.inf,
) -> Iterator[TextItem]:
    """Yield the filled placeholders: the title first, then by place, top to bottom.

    Where a text does not fit its placeholder at any size, the box grows into the free room below
    it, then above. Texts that fit no placeholder of the layout, or that it has none for, stand
    together in what is left of the slide.

    Args:
        slide_id: For messages.
        role: Of the layout.
        texts: The lines of each placeholder.
        setting: The deck.
        most_pt: Largest size of text that is no title, in points.

    Raises:
        DataError: A text does not fit there either.
    """
    layout = setting.layout(role)
    holes = [
        Hole(
            role,
            placeholder,
            keep_inside(placeholder.box, setting.template.size),
            most_pt=_find_most(role, most_pt),
        )
        for role, lines in texts.items()
        if lines and (placeholder := find_one(layout, role))
    ]
    homeless = [
        line for role, lines in texts.items() if not find_one(layout, role) for line in lines
    ]
    filled: list[TextItem] = []
    furniture = [] if role is LayoutRole.COVER else _list_furniture(layout)
    waiting = sorted(holes, key=_rank)
    while waiting:
        hole = waiting.pop(0)
        lines = texts[hole.role]
        texts_around = [*(item.box for item in filled), *(one.box for one in waiting)]
        hole = hole._replace(box=_part(hole.box, texts_around))
        taken = [*layout.art, *furniture, *texts_around]
        count = next(
            (count for count in (len(lines), 1) if _fill(hole, lines[:count], taken, setting)), 0
        )
        if not count and hole.role is PlaceholderRole.TITLE:
            raise no_room(slide_id, f"the {hole.role.value}", "shorten it")
        item = _fill(hole, lines[:count], taken, setting) if count else None
        filled += [item] if item else []
        homeless += lines[count:]
    yield from filled
    if homeless:
        yield _find_home(slide_id, homeless, (layout, filled), setting)


def _part(box: Box, others: Sequence[Box]) -> Box:
    """Return the part of a placeholder's box that no other text stands in, if that is most of it.

    Templates have placeholders that overlap, which shows only once both hold some lines.
    """
    free = find_free_room(box, others)
    is_most = free.width * free.height >= _MOST * box.width * box.height
    return free if is_most else box


def _rank(hole: Hole) -> tuple[bool, int]:
    """Return what holes are filled by: the title first, then from top to bottom."""
    return hole.role is not PlaceholderRole.TITLE, hole.box.top


def _fill(
    hole: Hole,
    lines: Sequence[Words],
    taken: Sequence[Box],
    setting: Setting,
) -> TextItem | None:
    """Return `lines` in their hole: in its own size, in a larger box, then in smaller sizes.

    Args:
        hole: The placeholder.
        lines: Its text.
        taken: Where something else stands.
        setting: The deck.

    Returns:
        None if they do not fit.
    """
    own = hole.placeholder.size_pt
    large = [size for size in find_sizes(hole) if size >= _LARGE_SHARE * own]
    tries = [(hole.box, large), *((box, []) for box in _grow(hole, taken, setting))]
    for box, sizes in tries:
        item = _try(hole._replace(box=box), lines, setting, sizes)
        if item:
            return item
    return None


def _list_furniture(layout: LayoutInfo) -> list[Box]:
    """Return where the small print stands that every slide of `layout` carries."""
    found = [hole for role in _FURNITURE if (hole := find_one(layout, role))]
    return [hole.box for hole in found if hole.kind in _FURNITURE_KINDS]


def _find_home(
    slide_id: str,
    lines: Sequence[Words],
    around: tuple[LayoutInfo, Sequence[TextItem]],
    setting: Setting,
) -> TextItem:
    """Return `lines` as a text box in the largest room that the layout and its texts leave."""
    layout, filled = around
    taken = [item.box for item in filled]
    taken += _list_furniture(layout)
    slide = setting.template.size
    inside = inset(Box(Emu(0), Emu(0), *slide), 2 * _MARGIN, 2 * _MARGIN)
    clear = find_free_room(inside, (*taken, *layout.art), _GAP)
    above = [item.box for item in filled if item.box.bottom <= clear.top]
    if above and clear.left < above[0].left < clear.right:
        clear = Box(above[0].left, clear.top, Emu(clear.right - above[0].left), clear.height)
    # Where art leaves too little, text stands upon it, on a panel of its own.
    upon = find_free_room(inside, taken, _GAP)
    item = _write_box(lines, clear, setting) or _write_box(lines, upon, setting, on_panel=True)
    if item is None:
        raise no_room(slide_id, "the text", "shorten it")
    return item


def _write_box(
    lines: Sequence[Words], room: Box, setting: Setting, *, on_panel: bool = False
) -> TextItem | None:
    """Return `lines` as a text box in `room`, in the largest size that fits; None if none does."""
    edge = int(_GAP) if on_panel else 0
    for size in (size for size in SCALE if _LEAST_TEXT <= size <= _LARGEST_HOMELESS):
        look = Look(size_pt=size)
        paras = tuple(Para(words=line, look=look, before_pt=round(size * 0.3, 1)) for line in lines)
        height = measure_height(paras, room.width - 2 * edge, setting.faces) + 2 * edge
        if height > room.height:
            continue
        if not on_panel:
            return TextItem(name="Text", box=room, paras=paras)
        return TextItem(
            name="Text",
            box=Box(room.left, room.top, room.width, Emu(height)),
            paras=paras,
            fill=PANEL,
            insets=(edge, edge, edge, edge),
        )
    return None


def _grow(hole: Hole, taken: Sequence[Box], setting: Setting) -> tuple[Box, Box]:
    """Return the box of `hole` grown downwards, and in both directions, up to its neighbours.

    Towards a neighbour that it overlaps already it does not grow.
    """
    box = hole.box
    near = [other for other in taken if other.left < box.right and box.left < other.right]
    middle = box.top + box.height / 2
    above = [one.bottom for one in near if one.top + one.height / 2 <= middle]
    below = [one.top for one in near if one.top + one.height / 2 > middle]
    top = max([*above, Emu(_MARGIN)])
    bottom = min([*below, Emu(setting.template.size.height - _MARGIN)])
    bottom, top = max(bottom, box.bottom), min(top, box.top)
    return (
        Box(box.left, box.top, box.width, Emu(bottom - box.top)),
        Box(box.left, top, box.width, Emu(bottom - top)),
    )


def fit_hole(
    slide_id: str,
    hole: Hole,
    lines: Sequence[Words],
    setting: Setting,
    sizes: Iterable[float] = (),
) -> TextItem:
    """Return `lines` in a placeholder, at the first of `sizes` that fits; by default its own.

    Raises:
        DataError: They fit at none.
    """
    item = _try(hole, lines, setting, sizes)
    if item is None:
        raise no_room(slide_id, f"the {hole.role.value}", "shorten it")
    return item


def _try(
    hole: Hole, lines: Sequence[Words], setting: Setting, sizes: Iterable[float] = ()
) -> TextItem | None:
    role, placeholder, box = hole.role, hole.placeholder, hole.box
    left, top, right, bottom = placeholder.insets
    width = box.width - left - right
    height = box.height - top - bottom
    for size in sizes or find_sizes(hole):
        paras = _plan_lines(hole, lines, size)
        if measure_height(paras, width, setting.faces) <= height:
            return TextItem(
                name=role.value.capitalize(),
                box=box,
                paras=paras,
                placeholder=placeholder,
                anchor=None,
                insets=placeholder.insets,
            )
    return None


def find_sizes(hole: Hole) -> Iterator[float]:
    """Yield the sizes to try, in points: the layout's own, then smaller ones.

    Where the layout's own is too small to be read as running text, larger ones come first.
    """
    least = {
        PlaceholderRole.TITLE: _LEAST_TITLE,
        PlaceholderRole.SOURCE: _LEAST_SMALL,
    }.get(hole.role, _LEAST_TEXT)
    own = min(hole.placeholder.size_pt, hole.most_pt)
    if own < least and hole.role in _RUNNING:
        yield from (size for size in SCALE if least <= size <= _READABLE)
    yield own
    yield from (size for size in (*SCALE, *_SMALLEST) if least <= size < own)


def _find_most(role: PlaceholderRole, most_pt: float) -> float:
    return math.inf if role is PlaceholderRole.TITLE else most_pt


def _plan_lines(hole: Hole, lines: Sequence[Words], size: float) -> tuple[Para, ...]:
    role, placeholder = hole.role, hole.placeholder
    is_title = role is PlaceholderRole.TITLE
    first = Look(
        size_pt=size,
        is_bold=placeholder.is_bold,
        colour=None,
        is_heading=is_title,
        font=placeholder.font,
        is_caps=placeholder.is_caps,
        pitch=TITLE_PITCH if is_title else Look(size_pt=size).pitch,
    )
    tail = replace(first, size_pt=float(max(1, round(size * hole.tail))))
    space = round(size * 0.3, 1) if role in _SPACED else 0.0
    return tuple(
        Para(
            words=line,
            look=tail if index and hole.tail != 1.0 else first,
            align=None,
            before_pt=space,
        )
        for index, line in enumerate(lines)
    )
