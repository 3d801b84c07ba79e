"""How wide text is and how many lines it takes, alike on every machine, fonts installed or not.

Widths are the advance widths of metric twins: Carlito for Calibri, Liberation Sans for Arial,
Liberation Serif for Times New Roman. Kerning and ligatures are left out, since Word has them
off; they would make text narrower, so that a line that fits here fits with them too.
"""

from __future__ import annotations

import json
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from generator.ooxml.linebreaks import find_breaks

LINE_PITCH = 1.2
"""Distance of lines as a multiple of the font size: what we write as exact line spacing."""

SAFE_SHARE = 0.98
"""Share of the width that lines are filled to when they must not be counted too few."""

_FAMILIES = {
    "calibri": "Carlito",
    "carlito": "Carlito",
    "arial": "Liberation Sans",
    "arimo": "Liberation Sans",
    "helvetica": "Liberation Sans",
    "liberation sans": "Liberation Sans",
    "times new roman": "Liberation Serif",
    "times": "Liberation Serif",
    "tinos": "Liberation Serif",
    "liberation serif": "Liberation Serif",
}
_FIXED_PITCH = {"courier new": 0.6, "cousine": 0.6, "liberation mono": 0.6, "consolas": 0.55}
_STYLES = {
    (False, False): "regular",
    (True, False): "bold",
    (False, True): "italic",
    (True, True): "bold-italic",
}
_STAND_IN_FACTOR = 1.05  # for single letters, on top of the widest family that we know
_STAND_IN_FACTORS = {"regular": 1.13, "italic": 1.13, "bold": 1.18, "bold-italic": 1.18}
"""For whole fonts: Verdana and its like, which programs take where they lack one, are as wide."""

_OTHER_SCRIPT = 0.75  # em; Arabic, Thai, Devanagari, … by their wider letters
_EMOJI = 1.3  # em
_CJK_FIRST, _EMOJI_FIRST = 0x2E80, 0x1F000
_IDEOGRAPH = "[\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
_ALPHABET = "[0-9A-Za-z\u00c0-\u024f\u0370-\u052f]"
_SCRIPT_CHANGE = re.compile(f"(?<={_IDEOGRAPH})(?={_ALPHABET})|(?<={_ALPHABET})(?={_IDEOGRAPH})")
_SCRIPT_GAP = 0.25  # em; Word's `w:autoSpaceDE` and `w:autoSpaceDN`, which are on by default
_BREAKING_SPACES = " \t\u200b\u3000"
_HARD_BREAKS = str.maketrans({"\v": "\n", "\u2028": "\n", "\u2029": "\n"})
_ROUNDING = 1e-6  # points


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of text in one font. `size_pt` in points."""

    text: str
    font: str
    size_pt: float
    is_bold: bool = False
    is_italic: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """One line of filled text, the spaces at its end left out. `width_pt` in points."""

    text: str
    width_pt: float


class _Advances(dict[str, float]):
    """Advance of each character of one face in em, filled as characters are met."""

    def __init__(self, faces: tuple[Mapping[int, float], ...], style: str, factor: float) -> None:
        super().__init__()
        self._faces = faces
        self._style = style
        self._factor = factor

    def __missing__(self, character: str) -> float:
        width = self._find(character)
        self[character] = width
        return width

    def _find(self, character: str) -> float:
        code = ord(character)
        if unicodedata.category(character) in {"Mn", "Me", "Cf", "Cc"}:
            return 2.0 if character == "\t" else 0.0
        if unicodedata.east_asian_width(character) in "WFH":
            return _find_east_asian(code, character)
        known = [face[code] for face in self._faces if code in face]
        if known:
            return max(known) * self._factor
        # A program takes the glyph from some other font; which one, we cannot know.
        others = [face[code] for face in _read_faces(self._style).values() if code in face]
        return max(others, default=_OTHER_SCRIPT) * _STAND_IN_FACTOR


def _find_east_asian(code: int, character: str) -> float:
    if unicodedata.east_asian_width(character) == "H":
        return 0.5
    return _EMOJI if code < _CJK_FIRST or _EMOJI_FIRST <= code < 0x20000 else 1.0  # noqa: PLR2004


@cache
def _read_table() -> Mapping[str, Any]:
    path = Path(__file__).with_name("advances.json")
    return json.loads(path.read_text(encoding="utf-8"))


@cache
def _read_faces(style: str) -> Mapping[str, Mapping[int, float]]:
    """Return family → code point → advance in em, for one of the four styles."""
    return {family: _read_face(family, style) for family in _read_table()["families"]}


@cache
def _read_face(family: str, style: str) -> Mapping[int, float]:
    table = _read_table()
    unit = table["units_per_em"]
    face: dict[int, float] = {}
    for (code, _), packed in zip(table["ranges"], table["families"][family][style], strict=True):
        for width in _unpack(packed):
            if width >= 0:
                face[code] = width / unit
            code += 1
    return face


def _unpack(packed: str) -> Iterator[int]:
    """Yield the widths of a range; `226*3` stands for three in a row."""
    for item in packed.split():
        width, _, count = item.partition("*")
        yield from (int(width),) * int(count or 1)


@cache
def _find_advances(font: str, is_bold: bool, is_italic: bool) -> _Advances:
    name, style = font.strip().casefold(), _STYLES[is_bold, is_italic]
    if name in _FIXED_PITCH:
        face = dict.fromkeys(_read_face("Liberation Sans", style), _FIXED_PITCH[name])
        return _Advances((face,), style, 1.0)
    if name in _FAMILIES:
        return _Advances((_read_face(_FAMILIES[name], style),), style, 1.0)
    return _Advances(tuple(_read_faces(style).values()), style, _STAND_IN_FACTORS[style])


def is_known(font: str) -> bool:
    """Return whether the widths of `font` are known; if not, a wide stand-in is measured."""
    return font.strip().casefold() in _FAMILIES | _FIXED_PITCH


def measure_width(
    text: str, font: str, size_pt: float, *, is_bold: bool = False, is_italic: bool = False
) -> float:
    """Return the width of `text` on one line, in points. `size_pt` in points."""
    advances = _find_advances(font, is_bold, is_italic)
    width = sum(map(advances.__getitem__, text))
    if not text.isascii():
        width += _SCRIPT_GAP * len(_SCRIPT_CHANGE.findall(text))
    return width * size_pt


def wrap_lines(
    spans: Sequence[Span], width_pt: float, *, first_width_pt: float | None = None
) -> list[TextLine]:
    r"""Fill lines with `spans`, one after the other, as a paragraph is filled.

    A word that is wider than the line is broken between characters. A line break (`\n`) in the
    text starts a new line. Empty text takes one line.

    Args:
        spans: The paragraph's text.
        width_pt: Width between the edges, in points.
        first_width_pt: Width of the first line, where it differs.
    """
    text = "".join(span.text for span in spans).translate(_HARD_BREAKS)
    filler = _Filler(text, [*accumulate(_measure_each(spans, text), initial=0.0)], width_pt)
    limit = width_pt if first_width_pt is None else first_width_pt
    start = 0
    for part in text.split("\n"):
        filler.fill(start, start + len(part), limit)
        start += len(part) + 1
        limit = width_pt
    return filler.lines


def _measure_each(spans: Sequence[Span], text: str) -> list[float]:
    widths: list[float] = []
    sizes: list[float] = []
    for span in spans:
        advances = _find_advances(span.font, span.is_bold, span.is_italic)
        widths += [advances[character] * span.size_pt for character in span.text]
        sizes += [span.size_pt] * len(span.text)
    if not text.isascii():
        for change in _SCRIPT_CHANGE.finditer(text):
            widths[change.start() - 1] += _SCRIPT_GAP * sizes[change.start()]
    return widths


class _Filler:
    """Lines being filled greedily.

    Attributes:
        reach: Sum of the advances before each character and after the last, in points.
    """

    def __init__(self, text: str, reach: list[float], width: float) -> None:
        self.text = text
        self.reach = reach
        self.width = width
        self.lines: list[TextLine] = []

    def fill(self, start: int, end: int, limit: float) -> None:
        """Fill lines with the characters from `start` to `end`, the first up to `limit`."""
        if self._fits(start, end, limit):
            self._add(start, end)
            return
        breaks = [start + offset for offset in find_breaks(self.text[start:end])]
        previous = start
        for stop in (*breaks, end):
            if not self._fits(start, stop, limit):
                if start < previous:
                    self._add(start, previous)
                    start, limit = previous, self.width
                start, limit = self._cut(start, stop, limit)
            previous = stop
        self._add(start, end)

    def _fits(self, start: int, stop: int, limit: float) -> bool:
        return self.reach[self._trim(start, stop)] - self.reach[start] <= limit + _ROUNDING

    def _trim(self, start: int, stop: int) -> int:
        while stop > start and self.text[stop - 1] in _BREAKING_SPACES:
            stop -= 1
        return stop

    def _cut(self, start: int, stop: int, limit: float) -> tuple[int, float]:
        """Break a word that is too wide, and return where its last line starts."""
        while not self._fits(start, stop, limit):
            edge = self.reach[start] + limit + _ROUNDING
            cut = max(start + 1, bisect_right(self.reach, edge, start, stop) - 1)
            self._add(start, cut)
            start, limit = cut, self.width
            if start >= stop:
                break
        return start, limit

    def _add(self, start: int, stop: int) -> None:
        stop = self._trim(start, stop)
        width = self.reach[stop] - self.reach[start]
        self.lines.append(TextLine(text=self.text[start:stop], width_pt=width))


def count_lines(
    spans: Sequence[Span], width_pt: float, *, first_width_pt: float | None = None
) -> int:
    """Return how many lines `spans` take at `width_pt`; at least 1."""
    return len(wrap_lines(spans, width_pt, first_width_pt=first_width_pt))


def safe_line_count(
    spans: Sequence[Span], width_pt: float, *, first_width_pt: float | None = None
) -> int:
    """Return a count of lines that office programs do not exceed.

    The lesser of one line more than counted, and the lines at 98 % of the width.
    """
    first = None if first_width_pt is None else first_width_pt * SAFE_SHARE
    narrow = count_lines(spans, width_pt * SAFE_SHARE, first_width_pt=first)
    if narrow == 1:
        return narrow
    return min(count_lines(spans, width_pt, first_width_pt=first_width_pt) + 1, narrow)
