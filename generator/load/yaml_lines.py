"""Where each line of a text of several lines stands in a YAML file."""

from __future__ import annotations

from ruamel.yaml.events import ScalarEvent

from generator.load.characters import Lines
from generator.places import Place


def find_line_places(text: str, event: ScalarEvent, lines: Lines) -> tuple[Place, ...]:
    """Return the place of each line of `text`, which `event` wrote after `|` or `>`."""
    first = event.start_mark.line + 1
    place = _place_block if event.style == "|" else _place_folded
    return place(text, first, lines)


def _place_block(text: str, first: int, lines: Lines) -> tuple[Place, ...]:
    """Place the lines of a literal text, which stand in the file as they are, but indented."""
    parts = text.removesuffix("\n").split("\n")
    return tuple(
        lines.clip(first + number, _indent(lines.read_line(first + number), part))
        for number, part in enumerate(parts)
    )


def _place_folded(text: str, first: int, lines: Lines) -> tuple[Place, ...]:
    """Place the lines of a folded text, each of which may be several lines of the file."""
    places: list[Place] = []
    at = first
    for part in text.removesuffix("\n").split("\n"):
        if part:
            while _is_blank(lines, at):
                at += 1
        source = lines.read_line(at)
        start = source.find(part[: len(source.strip())]) if part else 0
        places.append(lines.clip(at, max(start, 0)))
        at = _skip(part, at, lines)
    return tuple(places)


def _skip(part: str, at: int, lines: Lines) -> int:
    """Return the line of the file that follows those that `part` was folded from."""
    left = len(part.strip())
    while left > 0 and at < lines.count:
        left -= len(lines.read_line(at).strip()) + 1
        at += 1
    return at if part else at + 1


def _is_blank(lines: Lines, at: int) -> bool:
    return at < lines.count and not lines.read_line(at).strip()


def _indent(source: str, part: str) -> int:
    return len(source) - len(part) if source.endswith(part) else 0
