"""What stands around the content of a slide: title, tracker, source line, footer, number. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.compose.storyboard import Frame
from generator.inventory.deck import LayoutInfo, LayoutRole, PlaceholderInfo, PlaceholderRole
from generator.slides.drafts import Canvas, Draft, find_one
from generator.slides.fit import measure_height
from generator.slides.furniture import plan_furniture, plan_line
from generator.slides.page import MUTED, Anchor, Look, Page, Para, TextItem
from generator.slides.setting import Setting
from generator.slides.text import say, to_words
from generator.slides.titles import plan_title
from generator.text.blocks import Inlines
from generator.units import Box, Emu, pt

_SOURCE_PT = 10.0  # where the layout has no place for sources
_FALLBACK_INSET = pt(2)
_CLOSE = pt(8)
"""Least distance of content and source line."""


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


def find_source_size(layout: LayoutInfo, setting: Setting) -> float:
    """Return the size of the source line on slides of `layout`, in points."""
    placeholder = find_one(layout, PlaceholderRole.SOURCE)
    return max(placeholder.size_pt if placeholder else _SOURCE_PT, setting.least_source_pt)


def plan_source_lines(
    source: Inlines, notes: Sequence[Inlines], look: Look, setting: Setting
) -> tuple[Para, ...]:
    """Return the notes to an exhibit and its source, each under its lead word."""
    lines = [(setting.words.note, note) for note in notes] + [(setting.words.source, source)]
    return tuple(
        Para(words=(*say(setting.say_lead_in(lead)), *words), look=look)
        for lead, inlines in lines
        if (words := to_words(inlines))
    )


def _plan_source(
    frame: Frame, layout: LayoutInfo, setting: Setting, notes: Sequence[Inlines]
) -> TextItem | None:
    placeholder = find_one(layout, PlaceholderRole.SOURCE)
    size = find_source_size(layout, setting)
    look = Look(size_pt=size, colour=None if placeholder else MUTED)
    paras = plan_source_lines(frame.source, notes, look, setting)
    if placeholder:
        paras = tuple(replace(para, align=None) for para in paras)
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


def plan_page(draft: Draft, setting: Setting) -> Page:
    """Return the whole slide: title, tracker, content, source, footer, number."""
    canvas = draft.canvas
    layout = setting.layout(canvas.role)
    title = plan_title(draft, setting)
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
