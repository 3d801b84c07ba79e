"""How wide the columns of a table are: by what stands in them, or by the shares asked for. Pure.

All widths are in twips and add up to the width of the table exactly.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.compose.report import Report
from generator.ooxml.metrics import measure_width
from generator.text.blocks import CrossReference, Grid, GridColumn, Inlines, LineBreak, Run
from generator.units import EMU_PER_PT, EMU_PER_TWIP

_TWIPS_PER_PT = EMU_PER_PT // EMU_PER_TWIP
_ROOM = 1.02  # for what office programs measure wider than we do
_BREAK = re.compile(r"[ \t\u200b\u3000]|(?<=[-/\u2013\u2014])|(?<=[\u3000-\u9fff\uac00-\ud7af])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What one column asks for, in twips.

    Attributes:
        least: Width of its widest word, or of its widest number.
        natural: Width at which nothing in it is broken.
    """

    least: int
    natural: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CellFont:
    """The font that cells are measured in. `size_pt` in points, `padding` in twips."""

    name: str
    size_pt: float
    padding: int


def plan_columns(grid: Grid, width: int, font: CellFont, report: Report) -> tuple[int, ...]:
    """Return the width of each column of `grid`.

    Shares that are asked for are heeded unless a word would be broken.

    Args:
        grid: The cells.
        width: Width of the whole table.
        font: Font of the cells; heads are measured bold.
        report: For the labels that cross-references are written as.
    """
    needs = [
        _measure(column, [row[index] for row in grid.rows], font, report)
        for index, column in enumerate(grid.columns)
    ]
    shares = [column.share for column in grid.columns]
    if any(shares):
        widths = _by_share(shares, needs, width)
        if all(need.least <= given for need, given in zip(needs, widths, strict=True)):
            return widths
    return share_out(needs, width)


def _measure(column: GridColumn, cells: Sequence[Inlines], font: CellFont, report: Report) -> Need:
    def width_of(text: str, *, is_bold: bool = False) -> float:
        return measure_width(text, font.name, font.size_pt, is_bold=is_bold)

    lines = {line for cell in cells for line in _lines(cell, report)}
    heads = _lines(column.head, report)
    natural = max(
        max((width_of(line) for line in lines), default=0.0),
        max((width_of(line, is_bold=True) for line in heads), default=0.0),
    )
    least = _widest_word(heads, lambda word: width_of(word, is_bold=True))
    if column.is_numeric:
        least = max(least, max((width_of(line) for line in lines), default=0.0))
    else:
        words = {word for line in lines for word in _BREAK.split(line)}
        least = max(least, max(map(width_of, words), default=0.0))
    return Need(least=_to_twips(least, font), natural=_to_twips(natural, font))


def _widest_word(lines: Sequence[str], width_of: Callable[[str], float]) -> float:
    return max((width_of(word) for line in lines for word in _BREAK.split(line)), default=0.0)


def _to_twips(width_pt: float, font: CellFont) -> int:
    return round(width_pt * _ROOM * _TWIPS_PER_PT) + font.padding + 1


def _lines(inlines: Inlines, report: Report) -> list[str]:
    """Return the lines that a cell has at its natural width, a footnote mark as a digit."""
    words: list[str] = []
    for inline in inlines:
        match inline:
            case Run():
                words.append(inline.text)
            case LineBreak():
                words.append("\n")
            case CrossReference():
                words.append(report.labels.get(inline.exhibit, ""))
            case _:
                words.append("0")
    return "".join(words).split("\n")


def _by_share(shares: Sequence[float | None], needs: Sequence[Need], width: int) -> tuple[int, ...]:
    """Return widths by shares; shares below 1 in sum leave the rest to the other columns."""
    given = sum(share or 0 for share in shares)
    others = [need for share, need in zip(shares, needs, strict=True) if not share]
    if not others:
        return _round([width * (share or 0) / given for share in shares], width)
    if given >= 1:
        mean = given / (len(shares) - len(others))
        weights = [share or mean for share in shares]
        return _round([width * weight / sum(weights) for weight in weights], width)
    rest = iter(share_out(others, round(width * (1 - given))))
    return _round([width * share if share else next(rest) for share in shares], width)


def share_out(needs: Sequence[Need], width: int) -> tuple[int, ...]:
    """Return widths for columns without shares.

    If all fit unbroken, what is left over goes to each by its width. If not, columns that ask for
    less than an even share get what they ask for; the others share the rest by the square root of
    what they ask for, and none gets less than its widest word as long as that can be had.
    """
    natural = [need.natural for need in needs]
    if sum(natural) <= width:
        return _round([width * part / sum(natural) for part in natural], width)
    if sum(need.least for need in needs) >= width:
        least = [need.least for need in needs]
        return _round([width * part / sum(least) for part in least], width)
    return _round(_settle(needs, width), width)


def _settle(needs: Sequence[Need], width: int) -> list[float]:
    """Fix one column after the other at its least or natural width until the rest agree."""
    fixed: dict[int, int] = {}
    while True:
        open_ = [index for index in range(len(needs)) if index not in fixed]
        room = width - sum(fixed.values())
        weight = {index: needs[index].natural ** 0.5 for index in open_}
        offer = {index: room * weight[index] / sum(weight.values()) for index in open_}
        short = {i: needs[i].least for i in open_ if offer[i] < needs[i].least}
        ample = {i: needs[i].natural for i in open_ if offer[i] > needs[i].natural}
        settled = short or ample
        if not settled or len(settled) == len(open_):
            return [float(fixed.get(i, 0) or offer.get(i, 0)) for i in range(len(needs))]
        fixed |= settled


def _round(widths: Sequence[float], total: int) -> tuple[int, ...]:
    """Return whole widths of the sum `total`; each edge is rounded, not each width."""
    scale = total / sum(widths)
    edges = [0]
    reach = 0.0
    for width in widths:
        reach += width * scale
        edges.append(round(reach))
    return tuple(right - left for left, right in pairwise(edges))
