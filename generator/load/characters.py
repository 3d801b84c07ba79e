"""Characters that no document can hold: found at the border, named, and not passed on."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from generator.errors import DataError
from generator.places import Place

STAND_IN = "\N{REPLACEMENT CHARACTER}"
"""What is read on in place of a character that was reported."""

MAX_REPORTED = 20
"""Bad characters that are reported one by one."""

# What XML 1.0 has no room for; the C1 controls, which are Windows-1252 gone wrong; the two
# separators of Unicode that programs cannot agree on whether they end a line; and the last private
# character, which marks the slots of a template.
_BAD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff\U0010fffd]")


class Lines:
    """The lines of a text: tells line and column of an offset in it."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    @property
    def count(self) -> int:
        """Return how many lines there are."""
        return len(self._starts)

    def find_place(self, offset: int) -> Place:
        """Return the place of the character at `offset`; past the end, of the end."""
        offset = min(offset, len(self.text))
        line = bisect_right(self._starts, offset) - 1
        if line and self._starts[line] == len(self.text):
            # Nothing stands behind the last line feed: mean the end of the line before it.
            return self._end(line - 1)
        return Place(file=self.file, line=line + 1, column=offset - self._starts[line] + 1)

    def clip(self, line: int, column: int) -> Place:
        """Return the place of `line` and `column`, both from 0, moved into the text."""
        starts = self._starts
        if line + 1 < len(starts) and column < starts[line + 1] - starts[line]:
            return Place(file=self.file, line=line + 1, column=column + 1)
        if line >= len(starts):
            return self.find_place(len(self.text))
        return self.find_place(starts[line] + min(column, len(self.read_line(line))))

    def read_line(self, line: int) -> str:
        """Return line number `line`, from 0, without its line feed; empty past the end."""
        if not 0 <= line < len(self._starts):
            return ""
        end = self._starts[line + 1] - 1 if line + 1 < len(self._starts) else len(self.text)
        return self.text[self._starts[line] : end]

    def _end(self, line: int) -> Place:
        return Place(file=self.file, line=line + 1, column=len(self.read_line(line)) + 1)


def check_characters(lines: Lines) -> Iterator[DataError]:
    """Find the first bad characters of a file."""
    for count, found in enumerate(_BAD.finditer(lines.text)):
        if count == MAX_REPORTED:
            return
        yield _report(found[0], lines.find_place(found.start()))


def report_characters(text: str, place: Place) -> list[DataError]:
    """Return an error for each kind of bad character in `text`, which stands at `place`."""
    if not _BAD.search(text):
        return []
    return [_report(character, place) for character in dict.fromkeys(_BAD.findall(text))]


def _report(character: str, place: Place) -> DataError:
    code = ord(character)
    kind, hint = _name(code)
    return DataError(f"the {kind} U+{code:04X} cannot be written", place=place, hint=hint)


def _name(code: int) -> tuple[str, str]:
    if 0x80 <= code <= 0x9F:  # noqa: PLR2004
        return "control character", "the text was once read in a wrong encoding; type it again"
    if 0xD800 <= code <= 0xDFFF:  # noqa: PLR2004
        return "lone surrogate", "write the character itself, or both halves"
    if code in (0x2028, 0x2029):
        return "line separator", "use an ordinary line break"
    return "control character", "delete it"


def replace_bad(text: str) -> str:
    """Return `text` with a stand-in for each bad character."""
    return _BAD.sub(STAND_IN, text)
