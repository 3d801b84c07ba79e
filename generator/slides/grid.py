"""Boxes cut into columns and rows of equal size with equal gaps. Pure; all lengths in EMU."""

from __future__ import annotations

from collections.abc import Sequence

from generator.units import Box, Emu, Size, pt

GAP = pt(18)
"""Gap between neighbours on a slide."""


def columns(box: Box, count: int, gap: int = GAP) -> tuple[Box, ...]:
    """Cut `box` into `count` columns of one width; the last may end a few EMU before its edge."""
    width = (box.width - gap * (count - 1)) // count
    return tuple(
        Box(Emu(box.left + index * (width + gap)), box.top, Emu(width), box.height)
        for index in range(count)
    )


def rows(box: Box, count: int, gap: int = GAP) -> tuple[Box, ...]:
    """Cut `box` into `count` rows of one height."""
    height = (box.height - gap * (count - 1)) // count
    return tuple(
        Box(box.left, Emu(box.top + index * (height + gap)), box.width, Emu(height))
        for index in range(count)
    )


def cells(box: Box, across: int, down: int, gap: int = GAP) -> tuple[Box, ...]:
    """Cut `box` into a grid, and return its cells row by row."""
    return tuple(cell for row in rows(box, down, gap) for cell in columns(row, across, gap))


def beside(box: Box, share: float, gap: int = GAP) -> tuple[Box, Box]:
    """Cut `box` in two, left and right, where the right one takes `share` of the width."""
    right = round((box.width - gap) * share)
    left = box.width - gap - right
    return (
        Box(box.left, box.top, Emu(left), box.height),
        Box(Emu(box.left + left + gap), box.top, Emu(right), box.height),
    )


def below(box: Box, height: int, gap: int = 0) -> tuple[Box, Box]:
    """Cut `height` off the top of `box`; return that and the rest under it."""
    rest = max(0, box.height - height - gap)
    return (
        Box(box.left, box.top, box.width, Emu(height)),
        Box(box.left, Emu(box.top + height + gap), box.width, Emu(rest)),
    )


def inset(box: Box, across: int, down: int) -> Box:
    """Return `box` made smaller by `across` at the left and right and `down` above and below."""
    return Box(
        Emu(box.left + across),
        Emu(box.top + down),
        Emu(max(0, box.width - 2 * across)),
        Emu(max(0, box.height - 2 * down)),
    )


def keep_inside(box: Box, size: Size) -> Box:
    """Return the part of `box` that is on a slide of `size`; all of it if none is."""
    left, top = max(0, box.left), max(0, box.top)
    right, bottom = min(size.width, box.right), min(size.height, box.bottom)
    if right <= left or bottom <= top:
        return box
    return Box(Emu(left), Emu(top), Emu(right - left), Emu(bottom - top))


def stack(box: Box, heights: Sequence[int], gap: int = 0) -> tuple[Box, ...]:
    """Lay boxes of these `heights` under one another from the top of `box`, as wide as it is."""
    placed: list[Box] = []
    top = int(box.top)
    for height in heights:
        placed.append(Box(box.left, Emu(top), box.width, Emu(height)))
        top += height + gap
    return tuple(placed)
