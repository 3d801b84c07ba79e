"""The plan of a report's headings and exhibits: levels, numbers and bookmarks. Pure.

It is made before anything is written, since the contents and references point forward.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.compose.report import ChartExhibit, Heading, Report, TableExhibit
from generator.text.blocks import Inlines, Subheading

DEEPEST = 4
"""Levels of heading that have a style; deeper ones are written as the last."""

FIRST_BOOKMARK = 100_000_001
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
class OwnHeading:
    """A heading of the template's own text, where that is kept.

    Attributes:
        before: Index of the report's block that it stands before.
        level: From 1; what lies deeper than the styles is listed nowhere.
        number_next: Returns the number that Word shows; called in the order of all headings.
        bookmark: Name of the bookmark around it.
    """

    before: int
    level: int
    inlines: Inlines
    number_next: Callable[[], str]
    bookmark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What references and the contents point at.

    Attributes:
        headings: By index among the report's blocks.
        exhibits: Exhibit id → name of the bookmark around its label and number.
        listed: All headings in the order of the document, the template's own among them.
    """

    headings: Mapping[int, PlannedHeading]
    exhibits: Mapping[str, str]
    listed: tuple[PlannedHeading, ...] = ()


def plan_outline(
    report: Report,
    number_next: Numberer,
    own: Sequence[OwnHeading] = (),
    first_bookmark: int = FIRST_BOOKMARK,
) -> Outline:
    """Plan headings and bookmarks of `report`.

    Args:
        report: All blocks, in order.
        number_next: Called once for each numbered heading, in order.
        own: Headings of the template's own text, in order.
        first_bookmark: No bookmark of the template has this number, or a higher one.
    """
    headings: dict[int, PlannedHeading] = {}
    listed: list[PlannedHeading] = []
    state = _Levels()
    waiting = list(own)
    for index, block in enumerate((*report.blocks, None)):
        while waiting and waiting[0].before <= index:
            listed.append(_plan_own(waiting.pop(0), state))
        if not isinstance(block, Heading | Subheading):
            continue
        level = state.enter(block)
        headings[index] = PlannedHeading(
            level=level,
            inlines=block.inlines,
            is_numbered=state.is_numbered,
            number=number_next(level) if state.is_numbered else "",
            bookmark=f"_Toc{first_bookmark + index}",
        )
        listed.append(headings[index])
    shown = [
        block.caption.id
        for block in report.blocks
        if isinstance(block, ChartExhibit | TableExhibit) and block.has_caption
    ]
    bookmarks = {key: f"_Ref{first_bookmark + place}" for place, key in enumerate(shown)}
    return Outline(headings=headings, exhibits=bookmarks, listed=tuple(listed))


def _plan_own(own: OwnHeading, state: _Levels) -> PlannedHeading:
    state.last = state.section = min(own.level, DEEPEST)
    state.is_numbered = True
    number = own.number_next()
    return PlannedHeading(
        level=own.level,
        inlines=own.inlines,
        is_numbered=True,
        number=number,
        bookmark=own.bookmark,
    )


@dataclass(slots=True, kw_only=True)
class _Levels:
    """The levels of the headings so far; none is ever skipped.

    Attributes:
        last: That of the last heading.
        section: That of the last one that opened a section.
        is_numbered: Whether that one is numbered, and so the headings inside its text are.
    """

    last: int = 0
    section: int = 0
    is_numbered: bool = True

    def enter(self, block: Heading | Subheading) -> int:
        """Return the level of the next heading."""
        if isinstance(block, Heading):
            wanted, self.is_numbered = block.level, block.is_numbered
        else:
            wanted = self.section + block.depth
        self.last = max(1, min(wanted, self.last + 1, DEEPEST))
        if isinstance(block, Heading):
            self.section = self.last
        return self.last
