"""The largest rectangle of an area that nothing stands in. Pure; all lengths in EMU."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.units import Box, Emu

MOST_OBSTACLES = 10
"""How many are heeded, the largest first: each may be passed on four sides."""


def find_free_room(area: Box, obstacles: Sequence[Box], gap: int = 0) -> Box:
    """Return the largest part of `area` that keeps `gap` from all `obstacles`.

    Of rectangles of one size, that at the top left is taken. The result may have no area.
    """
    grown = [_grow(box, gap) for box in obstacles if _overlap(_grow(box, gap), area)]
    grown.sort(key=lambda box: (-_area(_cut(box, area)), box))
    return _search(area, tuple(grown[:MOST_OBSTACLES]), Box(area.left, area.top, Emu(0), Emu(0)))


def _search(area: Box, obstacles: tuple[Box, ...], best: Box) -> Box:
    """Return the larger of `best` and the largest free part of `area`."""
    if _area(area) <= _area(best):
        return best
    blocking = next((box for box in obstacles if _overlap(box, area)), None)
    if blocking is None:
        return area
    rest = tuple(box for box in obstacles if box is not blocking)
    for part in sorted(_pass_by(area, blocking), key=lambda part: -_area(part)):
        best = _search(part, rest, best)
    return best


def _pass_by(area: Box, box: Box) -> Iterator[Box]:
    """Yield what is left of `area` above, at the left of, at the right of and below `box`."""
    if box.top > area.top:
        yield _between(area.left, area.top, area.right, box.top)
    if box.left > area.left:
        yield _between(area.left, area.top, box.left, area.bottom)
    if box.right < area.right:
        yield _between(box.right, area.top, area.right, area.bottom)
    if box.bottom < area.bottom:
        yield _between(area.left, box.bottom, area.right, area.bottom)


def _between(left: int, top: int, right: int, bottom: int) -> Box:
    return Box(Emu(left), Emu(top), Emu(right - left), Emu(bottom - top))


def _grow(box: Box, gap: int) -> Box:
    return Box(
        Emu(box.left - gap), Emu(box.top - gap), Emu(box.width + 2 * gap), Emu(box.height + 2 * gap)
    )


def _cut(box: Box, area: Box) -> Box:
    return _between(
        max(box.left, area.left),
        max(box.top, area.top),
        min(box.right, area.right),
        min(box.bottom, area.bottom),
    )


def _overlap(one: Box, other: Box) -> bool:
    return (
        one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
    )


def _area(box: Box) -> int:
    return box.width * box.height
