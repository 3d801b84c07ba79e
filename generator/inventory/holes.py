"""Placeholders by role, and the area of a layout that is free for content. Pure.

Title, subtitle, footer and number are told by kind. What a small text is for cannot be seen by
its kind: it is the tracker, source, kicker, byline or date if its shape bears that name (in the
Selection Pane of PowerPoint), in any case and with a number after it or none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generator.inventory.backdrop import Backdrop, list_obstacles
from generator.inventory.deck import PlaceholderInfo, PlaceholderRole
from generator.inventory.room import find_free_room
from generator.units import Box, Emu, Size

NAMED = re.compile(r"(tracker|source|kicker|byline|date)(?: \d+)?\Z", re.IGNORECASE)
KINDS = {
    "title": PlaceholderRole.TITLE,
    "ctrTitle": PlaceholderRole.TITLE,
    "subTitle": PlaceholderRole.SUBTITLE,
    "ftr": PlaceholderRole.FOOTER,
    "sldNum": PlaceholderRole.NUMBER,
}
TEXT_KIND = "body"
CONTENT_KINDS = frozenset({"obj", "body", "tbl", "chart", "dgm"})
"""Kinds that a body may have; pictures, media and clip art hold no text."""

LEAST_SHARE = 0.4
"""Least area of a body, as a share of the largest one; what is smaller heads or labels it."""

SIDE_SHARE = 0.6
"""Of two bodies, the narrower one is a side text below this share of the other's width."""

LEAST_FREE = 0.4
"""Least share of the body area that must be left beside art; else the art is a background."""

LEAST_BODY = 0.3
"""Least share of the slide for the master's body to tell the body area of a layout without one."""

WIDEST_MARGIN = 0.15
"""Share of the slide's width; a title that begins farther in tells no margin."""

GAP_SHARE = 0.012
"""Distance of content from art, and from a title under which no hole was drawn, by the height."""

FURNITURE = (
    PlaceholderRole.SOURCE,
    PlaceholderRole.FOOTER,
    PlaceholderRole.NUMBER,
    PlaceholderRole.DATE,
)

Roles = Mapping[PlaceholderRole, tuple[PlaceholderInfo, ...]]


def match_placeholders(placeholders: Iterable[PlaceholderInfo]) -> Roles:
    """Return the placeholders by role; several bodies stand from left to right."""
    by_role: dict[PlaceholderRole, tuple[PlaceholderInfo, ...]] = {}
    rest: list[PlaceholderInfo] = []
    dates: list[PlaceholderInfo] = []
    for hole in placeholders:
        role = KINDS.get(hole.kind) or _named_role(hole)
        if role is not PlaceholderRole.TITLE and not _area(hole.box):
            continue  # nothing tells where it is, or it was drawn flat to hide it
        if role is not None:
            by_role.setdefault(role, (hole,))
        elif hole.kind == "dt":
            dates.append(hole)
        elif hole.kind in CONTENT_KINDS:
            rest.append(hole)
    if dates:
        by_role.setdefault(PlaceholderRole.DATE, (dates[0],))
    by_role.update(_match_bodies(rest))
    return by_role


def _named_role(hole: PlaceholderInfo) -> PlaceholderRole | None:
    match = NAMED.match(hole.name.strip()) if hole.kind == TEXT_KIND else None
    return PlaceholderRole(match[1].lower()) if match else None


def _match_bodies(holes: list[PlaceholderInfo]) -> Roles:
    if not holes:
        return {}
    largest = max(_area(hole.box) for hole in holes)
    bodies = [hole for hole in holes if _area(hole.box) >= LEAST_SHARE * largest]
    bodies.sort(key=lambda hole: (hole.box.left, hole.box.top, hole.idx))
    side = _find_side(bodies)
    if side is None:
        return {PlaceholderRole.BODY: tuple(bodies)}
    main = tuple(hole for hole in bodies if hole is not side)
    return {PlaceholderRole.BODY: main, PlaceholderRole.SIDE: (side,)}


def _find_side(bodies: list[PlaceholderInfo]) -> PlaceholderInfo | None:
    """Return the narrow one of two holes that stand side by side; None if they are alike."""
    if len(bodies) != len(("main", "side")):
        return None
    narrow, wide = sorted(bodies, key=lambda hole: hole.box.width)
    is_beside = narrow.box.left >= wide.box.right or narrow.box.right <= wide.box.left
    return narrow if is_beside and narrow.box.width < SIDE_SHARE * wide.box.width else None


def _area(box: Box) -> int:
    return box.width * box.height


def resolve_body(
    roles: Roles, master_body: Box | None, slide: Size, backdrop: Backdrop | None = None
) -> Box:
    """Return the area free for content: under the title, above source line and footer.

    The bodies tell it where there are any; else the master's body does; else what is left over
    between the title and whatever stands at the foot. It ends where the slide does, and keeps
    clear of logos, bands and other art of the layout.
    """
    holes = (*roles.get(PlaceholderRole.BODY, ()), *roles.get(PlaceholderRole.SIDE, ()))
    area = _union([hole.box for hole in holes]) if holes else master_body
    if area is not None and _area(area):
        room = _settle(area, roles, slide, backdrop, is_drawn=True)
        if not holes:
            room = _lower(room, roles, slide)
        if holes or _area(room) >= LEAST_BODY * _area(Box(Emu(0), Emu(0), *slide)):
            return room
    return _lower(_settle(_between(roles, slide), roles, slide, backdrop), roles, slide)


def _lower(area: Box, roles: Roles, slide: Size) -> Box:
    """Return `area` with its top at least a gap below the title."""
    gap = round(slide.height * GAP_SHARE)
    titles = [hole.box.bottom + gap for hole in roles.get(PlaceholderRole.TITLE, ())]
    top = max([area.top, *(edge for edge in titles if edge <= area.top + gap)])
    return Box(area.left, Emu(top), area.width, Emu(max(0, area.bottom - top)))


def _settle(
    area: Box, roles: Roles, slide: Size, backdrop: Backdrop | None, *, is_drawn: bool = False
) -> Box:
    """Return the part of `area` that is on the slide, and clear of all that stands there."""
    area = _clip(_keep_on(area, slide), roles, slide)
    gap = round(slide.height * GAP_SHARE)
    if backdrop is None:
        return area
    title = [_shrink(hole.box, gap) for hole in roles.get(PlaceholderRole.TITLE, ())]
    return _clear(area, list_obstacles(backdrop, area, title, is_drawn=is_drawn), gap)


def _keep_on(area: Box, slide: Size) -> Box:
    """Return the part of `area` that is on the slide; all of it if none is."""
    left, top = max(0, area.left), max(0, area.top)
    right, bottom = min(slide.width, area.right), min(slide.height, area.bottom)
    if right <= left or bottom <= top:
        return area
    return Box(Emu(left), Emu(top), Emu(right - left), Emu(bottom - top))


def _clear(area: Box, obstacles: tuple[Box, ...], gap: int) -> Box:
    """Return the part of `area` that is clear of art, unless that leaves too little of it."""
    free = find_free_room(area, obstacles, gap)
    return free if _area(free) >= LEAST_FREE * _area(area) else area


def _shrink(box: Box, edge: int) -> Box:
    """Return `box` made smaller by `edge` on all sides: a title may touch what is under it."""
    return Box(
        Emu(box.left + edge),
        Emu(box.top + edge),
        Emu(max(0, box.width - 2 * edge)),
        Emu(max(0, box.height - 2 * edge)),
    )


def _union(boxes: list[Box]) -> Box:
    left, top = min(box.left for box in boxes), min(box.top for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return Box(left, top, Emu(right - left), Emu(bottom - top))


def _between(roles: Roles, slide: Size) -> Box:
    """Return the slide within margins: those of the title if it stands near an edge."""
    left = top = Emu(slide.width // 20)
    title = roles.get(PlaceholderRole.TITLE)
    right = slide.width - left
    if title and title[0].box.width and 0 < title[0].box.left < WIDEST_MARGIN * slide.width:
        left = title[0].box.left
        right = max(title[0].box.right, slide.width - left)
    return Box(left, top, Emu(right - left), Emu(slide.height - 2 * top))


def _clip(area: Box, roles: Roles, slide: Size) -> Box:
    """Return `area` without what the title, or anything at the foot of the slide, covers."""
    top, bottom = area.top, area.bottom
    title = roles.get(PlaceholderRole.TITLE)
    if title and _shares_column(title[0].box, area) and title[0].box.top <= area.top:
        top = max(top, title[0].box.bottom)
    for role in FURNITURE:
        for hole in roles.get(role, ()):
            if hole.box.height and hole.box.top > slide.height // 2:
                bottom = min(bottom, hole.box.top)
    if bottom <= top:
        return area
    return Box(area.left, Emu(top), area.width, Emu(bottom - top))


def _shares_column(one: Box, other: Box) -> bool:
    return one.left < other.right and other.left < one.right
