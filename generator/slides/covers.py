"""Slides that the layout designs by itself: cover, section opener, quote, closing. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.compose.storyboard import ContactSlide, CoverSlide, QuoteSlide, SectionSlide
from generator.errors import DataError
from generator.inventory.deck import LayoutInfo, LayoutRole, PlaceholderInfo, PlaceholderRole
from generator.slides.fit import count_para_lines, measure_height
from generator.slides.frames import (
    TITLE_PITCH,
    Draft,
    drafts,
    find_one,
    no_room,
    plan_canvas,
    plan_furniture,
)
from generator.slides.grid import inset
from generator.slides.page import (
    MUTED,
    Anchor,
    Item,
    Look,
    Page,
    Para,
    TextItem,
    Words,
)
from generator.slides.setting import Setting
from generator.slides.text import say, to_words
from generator.units import Box, Emu, pt

_SCALE = (44.0, 40.0, 36.0, 32.0, 28.0, 26.0, 24.0, 22.0, 20.0, 18.0, 16.0, 14.0, 12.0, 11.0)
"""Sizes that text on a designed layout may take where the layout's own is too large."""

_LEAST_TITLE, _LEAST_TEXT, _LEAST_SMALL = 20.0, 12.0, 9.0
_QUOTE_SIZES = (32.0, 28.0, 24.0, 20.0, 18.0, 16.0)
_QUOTE_PADDING = pt(24)
_LARGEST_QUOTE, _SHORT_LINES = 40.0, 3


class _Hole(NamedTuple):
    """A placeholder to be filled, and where on the slide its text may stand."""

    role: PlaceholderRole
    placeholder: PlaceholderInfo
    box: Box


def plan_cover(slide: CoverSlide, setting: Setting) -> Page:
    """Plan the first slide.

    What the layout has no placeholder for stands under the subtitle.

    Raises:
        DataError: The title or another text is too long for its placeholder.
    """
    layout = setting.layout(LayoutRole.COVER)
    byline = [*slide.byline, slide.organisation]
    texts: dict[PlaceholderRole, list[str]] = {
        PlaceholderRole.KICKER: [slide.kicker],
        PlaceholderRole.TITLE: [slide.title],
        PlaceholderRole.SUBTITLE: [slide.subtitle],
        PlaceholderRole.BYLINE: byline,
        PlaceholderRole.DATE: [slide.date],
    }
    return Page(
        id=slide.id,
        layout=LayoutRole.COVER,
        section="",
        items=tuple(_fill(slide.id, layout, _fold(texts, layout), setting)),
        notes=slide.notes,
    )


def _fold(
    texts: dict[PlaceholderRole, list[str]], layout: LayoutInfo
) -> dict[PlaceholderRole, list[Words]]:
    """Return the lines of each placeholder; lines without one go to the subtitle's, if any."""
    folded: dict[PlaceholderRole, list[Words]] = {}
    homeless: list[Words] = []
    for role, lines in texts.items():
        words = [say(line) for line in lines if line]
        if find_one(layout, role):
            folded[role] = words
        else:
            homeless += words
    home = next(
        (
            role
            for role in (PlaceholderRole.SUBTITLE, PlaceholderRole.BODY, PlaceholderRole.BYLINE)
            if find_one(layout, role)
        ),
        None,
    )
    if home and homeless:
        folded[home] = [*folded.get(home, []), *homeless]
    return folded


def _fill(
    slide_id: str,
    layout: LayoutInfo,
    texts: dict[PlaceholderRole, list[Words]],
    setting: Setting,
) -> Iterator[Item]:
    """Yield the filled placeholders: the title first, then by place, top to bottom."""
    found = [
        (role, placeholder, texts[role])
        for role in texts
        if (placeholder := find_one(layout, role)) and texts[role]
    ]
    found.sort(key=lambda each: (each[0] is not PlaceholderRole.TITLE, each[1].box.top))
    for role, placeholder, lines in found:
        yield _fit(slide_id, _Hole(role, placeholder, placeholder.box), lines, setting)


def _fit(
    slide_id: str,
    hole: _Hole,
    lines: Sequence[Words],
    setting: Setting,
    sizes: Iterable[float] = (),
) -> TextItem:
    """Return `lines` in a placeholder, at the first of `sizes` that fits; by default its own."""
    role, placeholder, box = hole
    left, top, right, bottom = placeholder.insets
    width = box.width - left - right
    height = box.height - top - bottom
    for size in sizes or _find_sizes(role, placeholder):
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
    raise no_room(slide_id, f"the {role.value}", "shorten it")


def _find_sizes(role: PlaceholderRole, placeholder: PlaceholderInfo) -> Iterator[float]:
    least = {
        PlaceholderRole.TITLE: _LEAST_TITLE,
        PlaceholderRole.SOURCE: _LEAST_SMALL,
    }.get(role, _LEAST_TEXT)
    own = placeholder.size_pt
    yield own
    yield from (size for size in (*_SCALE, 10.0, 9.0) if least <= size < own)


def _plan_lines(hole: _Hole, lines: Sequence[Words], size: float) -> tuple[Para, ...]:
    role, placeholder, _ = hole
    is_title = role is PlaceholderRole.TITLE
    look = Look(
        size_pt=size,
        is_bold=placeholder.is_bold,
        colour=None,
        is_heading=is_title,
        pitch=TITLE_PITCH if is_title else Look(size_pt=size).pitch,
    )
    space = round(size * 0.3, 1) if role in _SPACED else 0.0
    return tuple(Para(words=line, look=look, align=None, before_pt=space) for line in lines)


_SPACED = (PlaceholderRole.BODY, PlaceholderRole.SOURCE)
"""Placeholders whose lines are paragraphs of their own, parted by a space."""


def plan_section(slide: SectionSlide, setting: Setting) -> Page:
    """Plan the opener of a part: its number, title and message.

    Raises:
        DataError: A text is too long for its placeholder.
    """
    layout = setting.layout(LayoutRole.SECTION)
    message = to_words(slide.message)
    texts: dict[PlaceholderRole, list[Words]] = {
        PlaceholderRole.KICKER: [say(str(slide.number))],
        PlaceholderRole.TITLE: [say(slide.title)],
    }
    home = next(
        (
            role
            for role in (PlaceholderRole.SUBTITLE, PlaceholderRole.BODY)
            if find_one(layout, role)
        ),
        None,
    )
    if home and message:
        texts[home] = [message]
    return Page(
        id=slide.id,
        layout=LayoutRole.SECTION,
        section=slide.title,
        items=(
            *_fill(slide.id, layout, texts, setting),
            *plan_furniture(layout, setting),
        ),
        notes=slide.notes,
    )


def plan_contact(slide: ContactSlide, setting: Setting) -> Page:
    """Plan the last slide: whom to ask, and the small print.

    Raises:
        DataError: A text is too long for its placeholder.
    """
    layout = setting.layout(LayoutRole.CLOSING)
    texts: dict[PlaceholderRole, list[Words]] = {PlaceholderRole.TITLE: [say(slide.title)]}
    body = next(
        (
            role
            for role in (PlaceholderRole.BODY, PlaceholderRole.SUBTITLE)
            if find_one(layout, role)
        ),
        PlaceholderRole.BODY,
    )
    lines = [to_words(line) for line in slide.lines]
    small = [to_words(line) for line in slide.small_print]
    if find_one(layout, PlaceholderRole.SOURCE):
        texts[body], texts[PlaceholderRole.SOURCE] = lines, small
    else:
        texts[body] = [*lines, *small]
    return Page(
        id=slide.id,
        layout=LayoutRole.CLOSING,
        section="",
        items=(
            *_fill(slide.id, layout, texts, setting),
            *plan_furniture(layout, setting),
        ),
        notes=slide.notes,
    )


def plan_quote(slide: QuoteSlide, setting: Setting) -> tuple[Draft, ...]:
    """Plan words of somebody, in the quotation marks of the language, with who said them.

    Raises:
        DataError: The quotation is too long.
    """
    canvas = plan_canvas(slide.frame, LayoutRole.QUOTE, setting)
    layout = setting.layout(LayoutRole.QUOTE)
    quote = (
        *say(setting.words.quote_open),
        *to_words(slide.quote),
        *say(setting.words.quote_close),
    )
    body = find_one(layout, PlaceholderRole.BODY)
    byline = find_one(layout, PlaceholderRole.BYLINE)
    if body is None:
        return drafts(canvas, [_draw_quote(slide, quote, canvas.area, setting)])
    hole = _Hole(PlaceholderRole.BODY, body, _clip(body.box, canvas.area))
    sizes = _find_quote_sizes(body, quote, setting)
    if byline is None:
        lines = [quote, *([say(slide.attribution)] if slide.attribution else [])]
        return drafts(canvas, [[_fit(slide.frame.id, hole, lines, setting, sizes)]])
    items = [_fit(slide.frame.id, hole, [quote], setting, sizes)]
    if slide.attribution:
        attribution = [say(slide.attribution)]
        under = _Hole(PlaceholderRole.BYLINE, byline, byline.box)
        items.append(_fit(slide.frame.id, under, attribution, setting))
    return drafts(canvas, [items])


def _clip(box: Box, area: Box) -> Box:
    """Return `box` ended where `area` ends, since a source line may stand under that."""
    return Box(box.left, box.top, box.width, Emu(max(0, min(box.bottom, area.bottom) - box.top)))


def _find_quote_sizes(body: PlaceholderInfo, quote: Words, setting: Setting) -> list[float]:
    """Return the sizes to try: larger than the layout's own while the quotation stays short."""
    left, _, right, _ = body.insets
    width = body.box.width - left - right
    larger = [
        size
        for size in _SCALE
        if body.size_pt < size <= _LARGEST_QUOTE
        and count_para_lines(Para(words=quote, look=Look(size_pt=size)), width, setting.faces)
        <= _SHORT_LINES
    ]
    return [*larger, *_find_sizes(PlaceholderRole.BODY, body)]


def _draw_quote(slide: QuoteSlide, quote: Words, area: Box, setting: Setting) -> list[Item]:
    """Return the quotation as text of our own, for a layout without a place for it."""
    room = inset(area, _QUOTE_PADDING, 0)
    for size in _QUOTE_SIZES:
        paras = [
            Para(words=quote, look=Look(size_pt=size, is_heading=True)),
            Para(
                words=say(slide.attribution),
                look=Look(size_pt=setting.sizes.body, colour=MUTED),
                before_pt=16.0,
            ),
        ]
        shown = tuple(para for para in paras if para.words)
        if measure_height(shown, room.width, setting.faces) <= room.height:
            box = Box(room.left, room.top, room.width, Emu(room.height))
            return [TextItem(name="Quote", box=box, paras=shown, anchor=Anchor.MIDDLE)]
    raise _too_long(slide)


def _too_long(slide: QuoteSlide) -> DataError:
    return no_room(slide.frame.id, "the quotation", "quote less of it")
