"""Slides that the layout designs by itself: cover, section opener, quote, closing. Pure."""

from __future__ import annotations

from generator.compose.storyboard import ContactSlide, CoverSlide, QuoteSlide, SectionSlide
from generator.errors import DataError
from generator.inventory.deck import LayoutInfo, LayoutRole, PlaceholderRole
from generator.slides.drafts import Draft, drafts, find_one, no_room
from generator.slides.fit import count_para_lines, measure_height
from generator.slides.frames import plan_canvas
from generator.slides.furniture import DATE_KIND, plan_furniture
from generator.slides.grid import inset, keep_inside
from generator.slides.holes import SCALE, Hole, fill_holes, find_sizes, fit_hole
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

_QUOTE_SIZES = (32.0, 28.0, 24.0, 20.0, 18.0, 16.0)
_QUOTE_PADDING = pt(24)
_LEAST_DATE = 14.0
"""Size from which a date placeholder is a line of the cover, and not small print, in points."""

_ATTRIBUTION = 0.6
"""Size of who said it, as a share of the quotation's."""

_LARGEST_CONTACT = 20.0
_LARGEST_QUOTE, _SHORT_LINES = 40.0, 3


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
        items=tuple(fill_holes(slide.id, LayoutRole.COVER, _fold(texts, layout), setting)),
        notes=slide.notes,
    )


def _fold(
    texts: dict[PlaceholderRole, list[str]], layout: LayoutInfo
) -> dict[PlaceholderRole, list[Words]]:
    """Return the lines of each placeholder; lines without one go to the subtitle's, if any.

    The date goes there too where its placeholder is the small one at the foot of every slide.
    """
    folded: dict[PlaceholderRole, list[Words]] = {}
    homeless: list[Words] = []
    for role, lines in texts.items():
        words = [say(line) for line in lines if line]
        hole = find_one(layout, role)
        if hole and (hole.kind != DATE_KIND or hole.size_pt >= _LEAST_DATE):
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
    if homeless:
        home = home or PlaceholderRole.SUBTITLE
        folded[home] = [*folded.get(home, []), *homeless]
    return folded


def plan_section(slide: SectionSlide, setting: Setting) -> Page:
    """Plan the opener of a part: its number, title and message.

    Raises:
        DataError: A text is too long for its placeholder.
    """
    layout = setting.layout(LayoutRole.SECTION)
    message = to_words(slide.message)
    texts: dict[PlaceholderRole, list[Words]] = {PlaceholderRole.TITLE: [say(slide.title)]}
    if find_one(layout, PlaceholderRole.KICKER):
        texts[PlaceholderRole.KICKER] = [say(str(slide.number))]
    home = next(
        (
            role
            for role in (PlaceholderRole.SUBTITLE, PlaceholderRole.BODY)
            if find_one(layout, role)
        ),
        PlaceholderRole.BODY,
    )
    if message:
        texts[home] = [message]
    return Page(
        id=slide.id,
        layout=LayoutRole.SECTION,
        section=slide.title,
        items=(
            *fill_holes(slide.id, LayoutRole.SECTION, texts, setting),
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
            *fill_holes(slide.id, LayoutRole.CLOSING, texts, setting, _LARGEST_CONTACT),
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
    box = keep_inside(body.box, setting.template.size)
    hole = Hole(PlaceholderRole.BODY, body, _clip(box, canvas.area))
    sizes = _find_quote_sizes(hole, quote, setting)
    if byline is None:
        hole = hole._replace(tail=_ATTRIBUTION)
        lines = [quote, *([say(slide.attribution)] if slide.attribution else [])]
        return drafts(canvas, [[fit_hole(slide.frame.id, hole, lines, setting, sizes)]])
    items = [fit_hole(slide.frame.id, hole, [quote], setting, sizes)]
    if slide.attribution:
        attribution = [say(slide.attribution)]
        under = Hole(PlaceholderRole.BYLINE, byline, byline.box)
        items.append(fit_hole(slide.frame.id, under, attribution, setting))
    return drafts(canvas, [items])


def _clip(box: Box, area: Box) -> Box:
    """Return `box` ended where `area` ends, since a source line may stand under that."""
    return Box(box.left, box.top, box.width, Emu(max(0, min(box.bottom, area.bottom) - box.top)))


def _find_quote_sizes(hole: Hole, quote: Words, setting: Setting) -> list[float]:
    """Return the sizes to try: larger than the layout's own while the quotation stays short."""
    body = hole.placeholder
    left, _, right, _ = body.insets
    width = body.box.width - left - right
    larger = [
        size
        for size in SCALE
        if body.size_pt < size <= _LARGEST_QUOTE
        and count_para_lines(Para(words=quote, look=Look(size_pt=size)), width, setting.faces)
        <= _SHORT_LINES
    ]
    return [*larger, *find_sizes(hole)]


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
