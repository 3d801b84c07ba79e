"""The plan of a report's headings and exhibits: levels, numbers and bookmarks. Pure.

It is made before anything is written, since the contents and references point forward.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.compose.report import ChartExhibit, Heading, Report, TableExhibit
from generator.text.blocks import Inlines, Subheading

DEEPEST = 4
"""Levels of heading that have a style; deeper ones are written as the last."""

_FIRST_BOOKMARK = 100_000_001
"""Word names its own bookmarks with nine digits."""

Numberer = Callable[[int], str]
"""Level from 1 → the number that Word will show for the next heading of that level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedHeading:
    """A heading as it will stand in the file.

    Attributes:
        level: From 1 to `DEEPEST`, none skipped.
        number: As Word shows it, such as `2.1`; empty when the style has no numbers.
        bookmark: Name of the bookmark around it.
    """

    level: int
    inlines: Inlines
    is_numbered: bool
    number: str
    bookmark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What references and the contents point at.

    Attributes:
        headings: By index among the report's blocks.
        exhibits: Exhibit id → name of the bookmark around its label and number.
    """

    headings: Mapping[int, PlannedHeading]
    exhibits: Mapping[str, str]


def plan_outline(report: Report, number_next: Numberer) -> Outline:
    """Plan headings and bookmarks of `report`.

    Args:
        report: All blocks, in order.
        number_next: Called once for each numbered heading, in order.
    """
    headings = {
        index: PlannedHeading(
            level=level,
            inlines=inlines,
            is_numbered=is_numbered,
            number=number_next(level) if is_numbered else "",
            bookmark=f"_Toc{_FIRST_BOOKMARK + index}",
        )
        for index, level, inlines, is_numbered in _level_headings(report)
    }
    shown = [
        block.caption.id
        for block in report.blocks
        if isinstance(block, ChartExhibit | TableExhibit)
    ]
    bookmarks = {key: f"_Ref{_FIRST_BOOKMARK + place}" for place, key in enumerate(shown)}
    return Outline(headings=headings, exhibits=bookmarks)


def _level_headings(report: Report) -> Iterator[tuple[int, int, Inlines, bool]]:
    """Yield index, level, words and whether it is numbered; no level is ever skipped."""
    last = section = 0
    is_numbered = True
    for index, block in enumerate(report.blocks):
        if isinstance(block, Heading):
            wanted, is_numbered = block.level, block.is_numbered
        elif isinstance(block, Subheading):
            wanted = section + block.depth
        else:
            continue
        last = max(1, min(wanted, last + 1, DEEPEST))
        if isinstance(block, Heading):
            section = last
        yield index, last, block.inlines, is_numbered
