"""Rectangles of given areas that fill a frame, as square as can be (Bruls et al., 2000). Pure."""

from __future__ import annotations

from collections.abc import Sequence

from generator.charts.frames import Frame


def pack(sizes: Sequence[float], frame: Frame) -> list[Frame]:
    """Return one rectangle for each of `sizes`, which together fill `frame`.

    Args:
        sizes: Descending, each above 0; areas are in their proportion.
        frame: Of an area above 0.
    """
    total = sum(sizes)
    scale = frame.width * frame.height / total if total else 0.0
    areas = [size * scale for size in sizes]
    packed: list[Frame] = []
    start, room = 0, frame
    while start < len(areas):
        end = _find_row(areas, start, min(room.width, room.height))
        row, room = _lay_row(areas[start:end], room)
        packed.extend(row)
        start = end
    return packed


def _find_row(areas: Sequence[float], start: int, side: float) -> int:
    """Return the end of the row that begins at `start`: more would make its pieces longer."""
    end = start + 1
    while end < len(areas) and _worst(areas[start : end + 1], side) <= _worst(
        areas[start:end], side
    ):
        end += 1
    return end


def _worst(row: Sequence[float], side: float) -> float:
    """Return the longest piece of a row along `side`: its length to its breadth."""
    total = sum(row)
    depth = total / max(side, 1e-9)
    return max(
        max(depth * depth / area, area / (depth * depth)) if area else float("inf") for area in row
    )


def _lay_row(row: Sequence[float], room: Frame) -> tuple[list[Frame], Frame]:
    """Return the pieces of a row along the shorter side of `room`, and what is left of it."""
    total = sum(row)
    left, top = room.left, room.top
    placed: list[Frame] = []
    if room.width >= room.height:
        depth = total / max(room.height, 1e-9)
        for area in row:
            length = area / max(depth, 1e-9)
            placed.append(Frame(left, top, depth, length))
            top += length
        rest = Frame(left + depth, room.top, max(room.width - depth, 0.0), room.height)
        return placed, rest
    depth = total / max(room.width, 1e-9)
    for area in row:
        length = area / max(depth, 1e-9)
        placed.append(Frame(left, top, length, depth))
        left += length
    rest = Frame(room.left, top + depth, room.width, max(room.height - depth, 0.0))
    return placed, rest
