"""Slides between planning and writing: content laid out, title and furniture to come. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.compose.storyboard import Frame
from generator.errors import RoomError
from generator.inventory.deck import LayoutInfo, LayoutRole, PlaceholderInfo, PlaceholderRole
from generator.slides.page import Item, TextItem
from generator.units import Box


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


def no_room(slide_id: str, what: str, hint: str) -> RoomError:
    """Return the error for content that no size and no split can place."""
    return RoomError(slide_id, f"{what} does not fit", hint=hint)


def find_one(layout: LayoutInfo, role: PlaceholderRole) -> PlaceholderInfo | None:
    """Return the first placeholder that `layout` has for `role`."""
    found = layout.by_role.get(role, ())
    return found[0] if found else None
