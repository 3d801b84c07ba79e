"""Titles of content slides: one size for all of them, in a hole that may grow. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.errors import RoomError
from generator.inventory.deck import LayoutInfo, PlaceholderInfo, PlaceholderRole
from generator.inventory.room import find_free_room
from generator.ooxml.metrics import is_known
from generator.slides.drafts import Draft, find_one
from generator.slides.fit import Faces, count_para_lines
from generator.slides.grid import keep_inside
from generator.slides.page import Look, Para, TextItem, Words
from generator.slides.setting import SCALES, Setting, TextRole
from generator.slides.text import say, to_text, to_words
from generator.units import Box, Emu, pt, to_pt

TITLE_LINES = 2
TITLE_PITCH = 1.1
_NARROW_LINES = 3  # in a hole that is too narrow for a sentence on two lines
_NARROW = 0.66
"""Share of the slide's width below which a hole is narrow."""

_USUAL_WIDTH = pt(860)
"""Width of a title that holds a sentence on two lines at the smallest size of the scale."""

_LEAST = 14.0
_SMALLER = (18.0, 17.0, 16.0, 15.0, 14.0)
"""Sizes below the scale, for holes that are narrower than usual, in points."""

_SLACK = 0.93
"""Share of the width that a title may take in a font whose letters may be wider than we know."""

_LEAST_FREE = 0.6
"""Share of a hole that must be left beside art that stands in it, for the title to keep clear."""

_LETTERS = 0.9
"""Height of letters from the foot of a g to the top of an l, as a share of their size."""

_EDGE = pt(8)
"""Least distance of a title that grows from the slide's edge."""

_CLOSE = pt(2)
"""The same from what stands above and below it."""


def choose_titles(drafts: Sequence[Draft], setting: Setting) -> Setting:
    """Return `setting` with the largest size of titles at which each takes at most two lines.

    It is the layout's own or a smaller one. Where none will do, the holes grow into the free room
    above and below them.

    Raises:
        DataError: A title is too long at the smallest size; tells how many characters to cut.
    """
    tried = setting
    for is_grown in (False, True):
        scale = list_sizes(drafts, setting)
        for size in scale:
            sizes = replace(setting.sizes, title=size)
            tried = replace(setting, sizes=sizes, is_title_grown=is_grown)
            if all(_fits_title(draft, tried) for draft in drafts):
                return tried
    for draft in drafts:
        _check_title(draft, tried)
    return tried


def list_sizes(drafts: Sequence[Draft], setting: Setting) -> tuple[float, ...]:
    """Return the sizes that titles may take, the largest first."""
    holes = [hole for draft in drafts if (hole := _find_hole(draft, setting))]
    own = min((hole.size_pt for hole in holes), default=SCALES[TextRole.TITLE][-1])
    width = min((hole.box.width for hole in holes), default=_USUAL_WIDTH)
    floor = max(_LEAST, SCALES[TextRole.TITLE][-1] * min(1.0, width / _USUAL_WIDTH))
    smaller = (*SCALES[TextRole.TITLE], *_SMALLER)
    return (own, *(size for size in smaller if floor <= size < own))


def _find_hole(draft: Draft, setting: Setting) -> PlaceholderInfo | None:
    return find_one(setting.layout(draft.canvas.role), PlaceholderRole.TITLE)


def _fits_title(draft: Draft, setting: Setting) -> bool:
    item = plan_title(draft, setting)
    return item is None or is_title_fitting(item, setting.faces, _count_most_lines(draft, setting))


def _count_most_lines(draft: Draft, setting: Setting) -> int:
    hole = _find_hole(draft, setting)
    is_narrow = hole and hole.box.width < _NARROW * setting.template.size.width
    return _NARROW_LINES if is_narrow else TITLE_LINES


def is_title_fitting(item: TextItem, faces: Faces, most: int = TITLE_LINES) -> bool:
    """Return whether the title's text keeps to `most` lines and to its box."""
    left, top, right, bottom = item.insets
    (para,) = item.paras
    width = item.box.width - left - right
    if not is_known(faces.find(para.look)):
        width = round(width * _SLACK)
    lines = count_para_lines(para, width, faces)
    room = to_pt(item.box.height - top - bottom)
    if lines == 1:
        return para.look.size_pt * _LETTERS <= room
    return lines <= most and lines * para.look.line_pt <= room


def _check_title(draft: Draft, setting: Setting) -> None:
    """Raise if the title of `draft` does not fit."""
    if _fits_title(draft, setting):
        return
    title = to_text(to_words(draft.canvas.frame.title))
    most = _count_most_lines(draft, setting)
    for cut in range(1, len(title)):
        shorter = _title_item(draft, say(title[:-cut].rstrip()), setting)
        if shorter is None or is_title_fitting(shorter, setting.faces, most):
            raise RoomError(
                draft.canvas.frame.id,
                f"the title does not fit two lines at {setting.sizes.title:g} pt",
                hint=f"cut about {cut} characters from '{title}'",
            )


def plan_title(draft: Draft, setting: Setting) -> TextItem | None:
    """Return the title of `draft` in the size chosen, and its part if it has several."""
    return _title_item(draft, to_words(draft.canvas.frame.title), setting)


def _title_item(draft: Draft, words: Words, setting: Setting) -> TextItem | None:
    placeholder = _find_hole(draft, setting)
    if placeholder is None:
        return None
    suffix = ""
    if draft.parts > 1:
        suffix = "\u00a0" + setting.words.part_of.format(part=draft.part, parts=draft.parts)
    layout = setting.layout(draft.canvas.role)
    box = _grow(placeholder, layout, setting) if setting.is_title_grown else placeholder.box
    box = _keep_clear(keep_inside(box, setting.template.size), layout)
    look = Look(
        size_pt=setting.sizes.title,
        is_bold=placeholder.is_bold,
        colour=None,
        is_heading=True,
        pitch=TITLE_PITCH,
        font=placeholder.font,
        is_caps=placeholder.is_caps,
    )
    return TextItem(
        name="Title",
        box=box,
        paras=(Para(words=(*words, *say(suffix)), look=look, align=None),),
        placeholder=placeholder,
        anchor=None,
        insets=placeholder.insets,
    )


def _grow(hole: PlaceholderInfo, layout: LayoutInfo, setting: Setting) -> Box:
    """Return the hole of a title grown up and down as far as nothing else stands there."""
    box = hole.box
    others = [box for box in _list_others(layout) if _is_near(box, hole.box)]
    above = [other.bottom + _CLOSE for other in others if other.bottom <= box.top]
    below = [other.top - _CLOSE for other in others if other.top >= box.bottom]
    bands = [other for other in layout.art if _is_upon(box, other)]
    above += [band.top for band in bands]
    below += [band.bottom for band in bands]
    body = layout.body.top if layout.body.top >= box.bottom else setting.template.size.height
    top = min(box.top, max(int(_EDGE), *above) if above else int(_EDGE))
    bottom = max(box.bottom, min([body, *below]))
    return Box(box.left, Emu(top), box.width, Emu(bottom - top))


def _keep_clear(box: Box, layout: LayoutInfo) -> Box:
    """Return the part of a title's hole that is clear of a logo or stamp standing in it."""
    art = [other for other in layout.art if not _is_band(other, box)]
    free = find_free_room(box, art)
    is_enough = free.width >= _LEAST_FREE * box.width and free.height >= _LEAST_FREE * box.height
    return free if is_enough else box


def _is_band(art: Box, box: Box) -> bool:
    """Return whether `art` runs behind most of the title, or is a rule along it."""
    across = min(art.right, box.right) - max(art.left, box.left)
    return across > _LEAST_FREE * box.width


def _list_others(layout: LayoutInfo) -> Iterator[Box]:
    """Yield what else stands on content slides of `layout`."""
    yield from layout.art
    for role in (PlaceholderRole.TRACKER, PlaceholderRole.NUMBER, PlaceholderRole.FOOTER):
        for hole in layout.by_role.get(role, ()):
            yield hole.box


def _is_upon(box: Box, band: Box) -> bool:
    """Return whether `box` stands on a band of colour, which it must not leave."""
    middle = box.top + box.height // 2
    return _is_near(box, band) and band.top <= middle <= band.bottom


def _is_near(one: Box, other: Box) -> bool:
    return one.left < other.right and other.left < one.right
