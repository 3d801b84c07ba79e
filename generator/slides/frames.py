"""What stands around the content of a slide: title, tracker, source line, footer, number. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.compose.storyboard import Frame
from generator.errors import RoomError
from generator.inventory.deck import LayoutInfo, LayoutRole, PlaceholderInfo, PlaceholderRole
from generator.slides.fit import Faces, count_para_lines, measure_height
from generator.slides.page import (
    MUTED,
    Align,
    Anchor,
    Item,
    Look,
    NumberItem,
    Page,
    Para,
    TextItem,
    Words,
)
from generator.slides.setting import SCALES, Setting, TextRole
from generator.slides.text import say, to_text, to_words
from generator.text.blocks import Inlines
from generator.units import Box, Emu, pt, to_pt

TITLE_LINES = 2
TITLE_PITCH = 1.1
_SOURCE_PT = 10.0  # where the layout has no place for sources
_FALLBACK_INSET = pt(2)
_CLOSE = pt(8)
"""Least distance of content and source line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Canvas:
    """A content slide before anything is drawn on it.

    Attributes:
        area: Room for the content, in EMU.
        source: The source line and the notes above it, in their place; None without.
    """

    frame: Frame
    role: LayoutRole
    area: Box
    source: TextItem | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One page whose content is planned and whose title is not.

    Attributes:
        part: Which part of a slide that goes on over `parts` pages, from 1.
    """

    canvas: Canvas
    items: tuple[Item, ...]
    part: int = 1
    parts: int = 1


def plan_canvas(
    frame: Frame, role: LayoutRole, setting: Setting, note: Sequence[Inlines] = ()
) -> Canvas:
    """Return the room that a slide has for its content on the layout for `role`.

    The source line grows upwards where its text takes more lines than the layout has room for.
    """
    layout = setting.layout(role)
    area = _align(layout)
    source = _plan_source(frame, layout, setting, note)
    limit = source.box.top if source else _find_source_top(layout)
    if limit is not None and limit - _CLOSE < area.bottom:
        area = Box(area.left, area.top, area.width, Emu(max(0, limit - _CLOSE - area.top)))
    return Canvas(frame=frame, role=role, area=area, source=source)


def no_room(slide_id: str, what: str, hint: str) -> RoomError:
    """Return the error for content that no size and no split can place."""
    return RoomError(slide_id, f"{what} does not fit", hint=hint)


def drafts(canvas: Canvas, sheets: Sequence[Sequence[Item]]) -> tuple[Draft, ...]:
    """Return one draft for each of `sheets`, numbered as parts of one slide."""
    return tuple(
        Draft(canvas=canvas, items=tuple(items), part=part, parts=len(sheets))
        for part, items in enumerate(sheets, start=1)
    )


def join(*parts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the drafts of `parts` as parts of one slide, numbered through."""
    joined = [draft for part in parts for draft in part]
    return tuple(
        replace(draft, part=number, parts=len(joined)) for number, draft in enumerate(joined, 1)
    )


def find_one(layout: LayoutInfo, role: PlaceholderRole) -> PlaceholderInfo | None:
    """Return the first placeholder that `layout` has for `role`."""
    found = layout.by_role.get(role, ())
    return found[0] if found else None


def _align(layout: LayoutInfo) -> Box:
    """Return the body area with its edges under those of the title's text."""
    title, body = find_one(layout, PlaceholderRole.TITLE), layout.body
    if title is None or title.box.left != body.left:
        return body
    left, _, right, _ = title.insets
    return Box(Emu(body.left + left), body.top, Emu(body.width - left - right), body.height)


def _find_source_top(layout: LayoutInfo) -> Emu | None:
    source = find_one(layout, PlaceholderRole.SOURCE)
    return source.box.top if source else None


def _plan_source(
    frame: Frame, layout: LayoutInfo, setting: Setting, notes: Sequence[Inlines]
) -> TextItem | None:
    placeholder = find_one(layout, PlaceholderRole.SOURCE)
    size = max(placeholder.size_pt if placeholder else _SOURCE_PT, setting.least_source_pt)
    look = Look(size_pt=size, colour=None if placeholder else MUTED)
    align = None if placeholder else Align.LEFT
    lines = [(setting.words.note, note) for note in notes] + [(setting.words.source, frame.source)]
    paras = tuple(
        Para(words=(*say(setting.say_lead_in(lead)), *words), look=look, align=align)
        for lead, inlines in lines
        if (words := to_words(inlines))
    )
    if not paras:
        return None
    box, insets = _find_source_room(placeholder, layout)
    left, top, right, bottom = insets
    height = measure_height(paras, box.width - left - right, setting.faces) + top + bottom
    height = max(height, box.height)
    return TextItem(
        name="Source",
        box=Box(box.left, Emu(box.bottom - height), box.width, Emu(height)),
        paras=paras,
        placeholder=placeholder,
        anchor=None if placeholder else Anchor.BOTTOM,
        insets=insets,
    )


def _find_source_room(
    placeholder: PlaceholderInfo | None, layout: LayoutInfo
) -> tuple[Box, tuple[int, int, int, int]]:
    if placeholder:
        return placeholder.box, placeholder.insets
    area = _align(layout)
    return Box(area.left, area.bottom, area.width, Emu(0)), (0, _FALLBACK_INSET, 0, 0)


def choose_title_size(drafts: Sequence[Draft], setting: Setting) -> float:
    """Return the largest size at which every title takes at most two lines.

    It is the layout's own or the next smaller of the scale.

    Raises:
        DataError: A title is too long at the smallest size; tells how many characters to cut.
    """
    own = min(
        (
            title.size_pt
            for draft in drafts
            if (title := find_one(setting.layout(draft.canvas.role), PlaceholderRole.TITLE))
        ),
        default=SCALES[TextRole.TITLE][-1],
    )
    scale = (own, *(size for size in SCALES[TextRole.TITLE] if size < own))
    for size in scale:
        if all(_fits_title(draft, size, setting) for draft in drafts):
            return size
    for draft in drafts:
        _check_title(draft, scale[-1], setting)
    return scale[-1]


def _fits_title(draft: Draft, size: float, setting: Setting) -> bool:
    item = _plan_title(draft, size, setting)
    return item is None or is_title_fitting(item, setting.faces)


def is_title_fitting(item: TextItem, faces: Faces) -> bool:
    """Return whether the title's text keeps to two lines and to its box."""
    left, top, right, bottom = item.insets
    (para,) = item.paras
    lines = count_para_lines(para, item.box.width - left - right, faces)
    room = to_pt(item.box.height - top - bottom)
    return lines == 1 or (lines <= TITLE_LINES and lines * para.look.line_pt <= room)


def _check_title(draft: Draft, size: float, setting: Setting) -> None:
    """Raise if the title of `draft` does not fit at `size`."""
    if _fits_title(draft, size, setting):
        return
    title = to_text(to_words(draft.canvas.frame.title))
    for cut in range(1, len(title)):
        shorter = _title_item(draft, say(title[:-cut].rstrip()), size, setting)
        if shorter is None or is_title_fitting(shorter, setting.faces):
            raise RoomError(
                draft.canvas.frame.id,
                f"the title does not fit two lines at {size:g} pt",
                hint=f"cut about {cut} characters from '{title}'",
            )


def _plan_title(draft: Draft, size: float, setting: Setting) -> TextItem | None:
    return _title_item(draft, to_words(draft.canvas.frame.title), size, setting)


def _title_item(draft: Draft, words: Words, size: float, setting: Setting) -> TextItem | None:
    placeholder = find_one(setting.layout(draft.canvas.role), PlaceholderRole.TITLE)
    if placeholder is None:
        return None
    suffix = ""
    if draft.parts > 1:
        suffix = "\u00a0" + setting.words.part_of.format(part=draft.part, parts=draft.parts)
    return TextItem(
        name="Title",
        box=placeholder.box,
        paras=(
            Para(
                words=(*words, *say(suffix)),
                look=Look(
                    size_pt=size,
                    is_bold=placeholder.is_bold,
                    colour=None,
                    is_heading=True,
                    pitch=TITLE_PITCH,
                ),
                align=None,
            ),
        ),
        placeholder=placeholder,
        anchor=None,
        insets=placeholder.insets,
    )


def plan_page(draft: Draft, setting: Setting) -> Page:
    """Return the whole slide: title, tracker, content, source, footer, number."""
    canvas = draft.canvas
    layout = setting.layout(canvas.role)
    title = _plan_title(draft, setting.sizes.title, setting)
    tracker = plan_line(layout, PlaceholderRole.TRACKER, canvas.frame.tracker, setting)
    around = (item for item in (title, tracker) if item)
    source = (canvas.source,) if canvas.source else ()
    suffix = "" if draft.part == 1 else f"-{draft.part}"
    return Page(
        id=f"{canvas.frame.id}{suffix}",
        layout=canvas.role,
        section=canvas.frame.tracker,
        items=(*around, *draft.items, *source, *plan_furniture(layout, setting)),
        notes=canvas.frame.notes,
    )


def plan_furniture(layout: LayoutInfo, setting: Setting) -> Iterator[Item]:
    """Yield footer and slide number, where `layout` has them."""
    footer = plan_line(layout, PlaceholderRole.FOOTER, setting.properties.title, setting)
    if footer:
        yield footer
    number = find_one(layout, PlaceholderRole.NUMBER)
    if number:
        yield NumberItem(name="Slide Number", box=number.box, placeholder=number)


def plan_line(
    layout: LayoutInfo, role: PlaceholderRole, text: str, setting: Setting
) -> TextItem | None:
    """Return `text` on one line in the placeholder for `role`, shortened if it is too long."""
    placeholder = find_one(layout, role)
    if placeholder is None or not text:
        return None
    look = Look(size_pt=placeholder.size_pt, is_bold=placeholder.is_bold, colour=None)
    left, _, right, _ = placeholder.insets
    width = placeholder.box.width - left - right
    return TextItem(
        name=role.value.capitalize(),
        box=placeholder.box,
        paras=(_shorten(text, look, width, setting.faces),),
        placeholder=placeholder,
        anchor=None,
        insets=placeholder.insets,
    )


def _shorten(text: str, look: Look, width: int, faces: Faces) -> Para:
    """Return `text` cut at a word and closed by an ellipsis, if it needs more than one line."""
    para = Para(words=say(text), look=look, align=None)
    kept = text
    while kept and count_para_lines(para, width, faces) > 1:
        kept = kept.rpartition(" ")[0] or kept[:-1]
        para = Para(words=say(f"{kept.rstrip(' ,;:–—-')}…"), look=look, align=None)
    return para
