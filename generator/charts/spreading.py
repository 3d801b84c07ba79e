"""Labels moved apart where they would meet. Pure."""

from __future__ import annotations

from collections.abc import Sequence


def spread(heights: Sequence[float], least: float, bounds: tuple[float, float]) -> list[float]:
    """Return `heights` moved as little as keeps them `least` apart.

    Heights that would meet form a group around their mean.

    Args:
        heights: Ascending.
        least: Distance of neighbours.
        bounds: Lowest and highest place; where all cannot be inside, the lowest holds.
    """
    groups: list[list[float]] = []
    for height in heights:
        groups.append([height])
        while len(groups) > 1 and _start(groups[-1], least) < _end(groups[-2], least) + least:
            groups[-2:] = [groups[-2] + groups[-1]]
    placed = [_start(group, least) + least * at for group in groups for at in range(len(group))]
    low, high = bounds
    for at in range(len(placed) - 1, -1, -1):
        placed[at] = min(placed[at], high)
        high = placed[at] - least
    for at in range(len(placed)):
        placed[at] = max(placed[at], low)
        low = placed[at] + least
    return placed


def _start(group: Sequence[float], least: float) -> float:
    return sum(group) / len(group) - least * (len(group) - 1) / 2


def _end(group: Sequence[float], least: float) -> float:
    return _start(group, least) + least * (len(group) - 1)
