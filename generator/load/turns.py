"""Where a text goes on in the file it was quoted or folded in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.load.characters import Lines
from generator.places import Turn

# Two escapes of JSON that make one character together come first.
_ESCAPE = re.compile(r"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u.{4}|\\U.{8}|\\x..|\\.")


def find_escape_turns(raw: str, start: int, lines: Lines) -> tuple[Turn, ...]:
    """Return the turns of a text in quotes: its first character, and what follows each escape.

    Args:
        raw: The text as written in one line, with its quotes.
        start: Offset of the opening quote in `lines`.
        lines: The file.
    """
    turns: list[Turn] = [(0, lines.find_place(start + 1))]
    if raw.startswith("'"):
        return tuple(turns)
    made = end = 0
    for found in _ESCAPE.finditer(raw, 1):
        made += found.start() - max(end, 1) + 1
        end = found.end()
        turns.append((made, lines.find_place(start + end)))
    return tuple(turns)


def find_fold_turns(text: str, start: int, end: int, lines: Lines) -> tuple[Turn, ...]:
    """Return the turns of a text that was folded from several lines: the start of each.

    A line that escapes have changed is looked for by its first word, and else passed over.

    Args:
        text: The text as it was read.
        start: Offset of the first character, or of the opening quote, in `lines`.
        end: Offset behind the last one.
        lines: The file.
    """
    turns: list[Turn] = []
    at = 0
    for part, offset in _split(lines.text[start:end], start):
        found = text.find(part, at)
        length = len(part)
        if found < 0:
            word = part.split()[0]
            found, length = text.find(word, at), len(word)
        if found >= 0:
            turns.append((found, lines.find_place(offset)))
            at = found + length
    return tuple(turns)


def _split(raw: str, start: int) -> Iterator[tuple[str, int]]:
    """Yield each line of `raw` that is not blank, without quotes and blanks, with its offset."""
    for line in raw.splitlines(keepends=True):
        bare = line.strip().strip("\"'")
        if bare:
            yield bare, start + line.find(bare)
        start += len(line)
