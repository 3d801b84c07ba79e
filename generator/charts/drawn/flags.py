"""Labels above a plot for what happened when: in rows, each with a rule down to its place. Pure.

A flag stands right of its rule; where it would leave the frame, or where two would cross each
other, left of it. Flags that a rule passes stand higher than the end of that rule, so that no rule
crosses a label.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator.charts.frames import GAP_PT


class Wanted(NamedTuple):
    """A label to place.

    Attributes:
        at: Where its rule stands, in points; of a label without a rule its middle.
        width: Of the label, in points.
        lines: How many lines of text it has.
        has_rule: Whether a rule goes down from it.
    """

    at: float
    width: float
    lines: int
    has_rule: bool


@dataclass(frozen=True, slots=True)
class Flag:
    """A placed label.

    Attributes:
        left: Its left end, in points.
        right: Its right end.
        top: How many lines of text of all flags stand above it.
        lines: How many lines it has itself.
        is_left: Whether it stands left of its rule.
    """

    left: float
    right: float
    top: int = 0
    lines: int = 1
    is_left: bool = False


def place_flags(wanted: Sequence[Wanted], width: float) -> tuple[tuple[Flag, ...], int]:
    """Return the flags in the order of `wanted`, and how many lines they take together.

    Args:
        wanted: The labels; none is wider than half of `width`.
        width: Of the frame that they stand in, in points.
    """
    flags = [_place_right(each, width) for each in wanted]
    for _ in wanted:
        crossed = _find_crossed(wanted, flags)
        if crossed is None:
            break
        flags[crossed] = _place_left(wanted[crossed])
    levels = _stack(wanted, flags)
    height = max((level + flag.lines for level, flag in zip(levels, flags, strict=True)), default=0)
    placed = tuple(
        replace(flag, top=height - level - flag.lines)
        for level, flag in zip(levels, flags, strict=True)
    )
    return placed, height


def _place_right(wanted: Wanted, width: float) -> Flag:
    if not wanted.has_rule:
        left = min(max(0.0, wanted.at - wanted.width / 2), width - wanted.width)
        return Flag(left, left + wanted.width, lines=wanted.lines)
    if wanted.at + wanted.width > width and wanted.at - wanted.width >= 0:
        return _place_left(wanted)
    left = max(0.0, min(wanted.at, width - wanted.width))
    return Flag(left, left + wanted.width, lines=wanted.lines)


def _place_left(wanted: Wanted) -> Flag:
    left = max(0.0, wanted.at - wanted.width)
    return Flag(left, left + wanted.width, lines=wanted.lines, is_left=True)


def _find_crossed(wanted: Sequence[Wanted], flags: Sequence[Flag]) -> int | None:
    """Return a flag at the right of its rule which another's rule crosses, and crosses it back."""
    for index, flag in enumerate(flags):
        for other, against in enumerate(flags):
            is_pair = index != other and not flag.is_left and against.is_left
            if is_pair and _covers(flag, wanted[other]) and _covers(against, wanted[index]):
                return index
    return None


def _covers(flag: Flag, wanted: Wanted) -> bool:
    """Return whether the rule of `wanted` would cross `flag`."""
    return wanted.has_rule and flag.left - GAP_PT < wanted.at < flag.right + GAP_PT


def _stack(wanted: Sequence[Wanted], flags: Sequence[Flag]) -> list[int]:
    """Return the lines below each flag: none lower than the rules that would cross it."""
    levels: dict[int, int] = {}
    waiting = set(range(len(flags)))
    while waiting:
        free = [index for index in waiting if not _find_below(wanted, flags, index) & waiting]
        index = min(free or waiting)
        waiting.remove(index)
        below = _find_below(wanted, flags, index)
        levels[index] = _find_level(flags, levels, (index, below))
    return [levels[index] for index in range(len(flags))]


def _find_below(wanted: Sequence[Wanted], flags: Sequence[Flag], index: int) -> set[int]:
    """Return the flags whose rules would cross the flag at `index`, unless they stand lower."""
    return {
        other
        for other, each in enumerate(wanted)
        if other != index and _covers(flags[index], each) and each.at != wanted[index].at
    }


def _find_level(flags: Sequence[Flag], levels: dict[int, int], which: tuple[int, set[int]]) -> int:
    """Return the lowest level of a flag above what must stand below it, and clear of others."""
    index, below = which
    own = flags[index]
    level = max((levels[at] + flags[at].lines for at in below if at in levels), default=0)
    placed = sorted((height, at) for at, height in levels.items())
    for height, at in placed:
        other = flags[at]
        is_near = other.left < own.right + 2 * GAP_PT and own.left < other.right + 2 * GAP_PT
        if is_near and height < level + own.lines and level < height + other.lines:
            level = height + other.lines
    return level
