"""How high text is and where a list is parted, so that nothing overflows. Pure."""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.ooxml.linebreaks import find_breaks
from generator.ooxml.metrics import Span, measure_width, safe_line_count
from generator.slides.page import Look, Para
from generator.text.blocks import LineBreak
from generator.units import EMU_PER_PT, to_pt

MONOSPACED = "Courier New"
"""Font of code, which themes have no slot for."""

_MINIMUM_WIDTH = 1.0  # points; keeps a box without room from dividing by zero


@dataclass(frozen=True, slots=True, kw_only=True)
class Faces:
    """The theme's fonts, by which text is measured."""

    body: str
    heading: str

    def find(self, look: Look) -> str:
        """Return the font that `look` is set in."""
        return look.font or (self.heading if look.is_heading else self.body)


def count_para_lines(para: Para, width: int, faces: Faces) -> int:
    """Return how many lines `para` takes in a box whose text is `width` EMU wide."""
    room = max(_MINIMUM_WIDTH, to_pt(width) - para.indent_pt)
    return _count(tuple(_spans(para, faces)), round(room, 2))


@lru_cache(maxsize=8192)
def _count(spans: tuple[Span, ...], width_pt: float) -> int:
    return safe_line_count(spans, width_pt)


def _spans(para: Para, faces: Faces) -> Iterator[Span]:
    font, look = faces.find(para.look), para.look
    for word in para.words:
        if isinstance(word, LineBreak):
            yield Span(text="\n", font=font, size_pt=look.size_pt)
        else:
            yield Span(
                text=word.text.upper() if look.is_caps else word.text,
                font=MONOSPACED if word.code else font,
                size_pt=look.size_pt,
                is_bold=look.is_bold or word.bold,
                is_italic=look.is_italic or word.italic,
            )


def measure_height(paras: Sequence[Para], width: int, faces: Faces) -> int:
    """Return the height of `paras` in EMU; `width` of the text in EMU, without insets."""
    points = 0.0
    for index, para in enumerate(paras):
        points += count_para_lines(para, width, faces) * para.look.line_pt
        points += para.before_pt if index else 0.0
    return math.ceil(points * EMU_PER_PT)


def measure_line(para: Para, faces: Faces) -> int:
    """Return the width in EMU of `para` on one line, its indent included."""
    points = sum(
        measure_width(
            span.text, span.font, span.size_pt, is_bold=span.is_bold, is_italic=span.is_italic
        )
        for span in _spans(para, faces)
    )
    return math.ceil((points + para.indent_pt) * EMU_PER_PT)


def measure_longest_word(para: Para, faces: Faces) -> int:
    """Return the width in EMU of the longest stretch of `para` that no line may part."""
    longest = 0.0
    for span in _spans(para, faces):
        for word in _find_words(span.text):
            width = measure_width(
                word, span.font, span.size_pt, is_bold=span.is_bold, is_italic=span.is_italic
            )
            longest = max(longest, width)
    return math.ceil(longest * EMU_PER_PT)


def _find_words(text: str) -> Iterator[str]:
    """Yield what stands between two places where a line may end."""
    start = 0
    for stop in (*find_breaks(text), len(text)):
        yield text[start:stop].rstrip()
        start = stop


@dataclass(frozen=True, slots=True, kw_only=True)
class Stacking:
    """What one stack may hold: height in EMU, gap between two things, their number."""

    capacity: int
    gap: int = 0
    least: int = 1
    most: int = sys.maxsize

    def holds(self, heights: Sequence[int]) -> bool:
        """Return whether things of these heights make one stack."""
        needed = sum(heights) + self.gap * (len(heights) - 1)
        return needed <= self.capacity and len(heights) <= self.most


def part_evenly(heights: Sequence[int], stacking: Stacking) -> tuple[slice, ...] | None:
    """Part things of these `heights` into as few stacks as will do, of even height.

    Every stack has the least number of things where that can be had. None when one thing alone
    is higher than a stack. Heights in EMU.
    """
    if any(height > stacking.capacity for height in heights):
        return None
    fewest = len(_fill(heights, stacking))
    low, high = max(heights, default=0), stacking.capacity
    while low < high:
        middle = (low + high) // 2
        if len(_fill(heights, replace(stacking, capacity=middle))) <= fewest:
            high = middle
        else:
            low = middle + 1
    counts = _fill(heights, replace(stacking, capacity=high))
    return _to_slices(_mend_short(counts, heights, stacking))


def _fill(heights: Sequence[int], stacking: Stacking) -> list[int]:
    """Return how many things each stack holds when stacks are filled one after the other."""
    counts: list[int] = []
    used = 0
    for height in heights:
        needed = used + stacking.gap + height
        if counts and needed <= stacking.capacity and counts[-1] < stacking.most:
            counts[-1] += 1
            used = needed
        else:
            counts.append(1)
            used = height
    return counts


def _mend_short(counts: list[int], heights: Sequence[int], stacking: Stacking) -> list[int]:
    """Let the last stack take from the one before it until it has enough, if that fits."""
    if len(counts) < 2:  # noqa: PLR2004
        return counts
    while counts[-1] < stacking.least < counts[-2]:
        if not stacking.holds(heights[len(heights) - counts[-1] - 1 :]):
            break
        counts = [*counts[:-2], counts[-2] - 1, counts[-1] + 1]
    return counts


def _to_slices(counts: Sequence[int]) -> tuple[slice, ...]:
    slices: list[slice] = []
    start = 0
    for count in counts:
        slices.append(slice(start, start + count))
        start += count
    return tuple(slices)
