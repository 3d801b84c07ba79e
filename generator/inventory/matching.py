"""Layouts by role: every layout is scored for every role by the kinds and places of its holes.

Pure. Neither the name of a layout nor its place in the file counts. Each clue adds or takes
points, and the clues that spoke for the winner are the reason that is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.inventory.deck import LayoutInfo, LayoutRole, PlaceholderInfo, PlaceholderRole
from generator.inventory.holes import TEXT_KIND
from generator.units import Box, Size

Clue = tuple[int, str]
"""Points, and what was seen; an empty text is left out of the reason."""

ENOUGH = 60
"""Points from which a layout serves a role; below, another role's layout stands in."""

BIG_TITLE_PT = 26.0
BIG_TEXT_PT = 20.0
HIGH = 0.3
"""A title is at the top of the slide if its middle is above this share of the height."""

LEAST_TITLE = (0.4, 0.03)
"""Least width and height of a title that can be used, as shares of the slide's."""

LEAST_BODY = (0.45, 0.33)
"""The same of the area that content is put into."""

WIDE = 0.6
TALL = 0.4
LIKE = 0.8
PAIR = 2
MOST_LEFTOVER = 4
"""So many placeholders without a role count against a layout; beyond them it is all the same."""

STAND_INS: Mapping[LayoutRole, tuple[LayoutRole, ...]] = {
    LayoutRole.COVER: (LayoutRole.SECTION, LayoutRole.TITLE_ONLY, LayoutRole.CONTENT),
    LayoutRole.SECTION: (LayoutRole.TITLE_ONLY, LayoutRole.CONTENT, LayoutRole.COVER),
    LayoutRole.CONTENT: (LayoutRole.TITLE_ONLY, LayoutRole.TWO_CONTENT, LayoutRole.COVER),
    LayoutRole.TWO_CONTENT: (LayoutRole.CONTENT, LayoutRole.TITLE_ONLY, LayoutRole.COVER),
    LayoutRole.TITLE_ONLY: (LayoutRole.CONTENT, LayoutRole.TWO_CONTENT, LayoutRole.COVER),
    LayoutRole.QUOTE: (LayoutRole.CONTENT, LayoutRole.TITLE_ONLY, LayoutRole.COVER),
    LayoutRole.CLOSING: (LayoutRole.CONTENT, LayoutRole.SECTION, LayoutRole.COVER),
}
"""For each role, whose layouts serve it when none of its own does, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A layout with what the scores look at."""

    layout: LayoutInfo
    slide: Size

    @property
    def kind(self) -> str:
        """Return `p:sldLayout/@type`; empty if the file gives none."""
        return self.layout.kind

    def find(self, role: PlaceholderRole) -> tuple[PlaceholderInfo, ...]:
        """Return the placeholders of the layout for `role`."""
        return self.layout.by_role.get(role, ())

    def has(self, role: PlaceholderRole) -> bool:
        """Return whether the layout has a placeholder for `role`."""
        return bool(self.find(role))

    @property
    def title(self) -> PlaceholderInfo | None:
        """Return the title."""
        found = self.find(PlaceholderRole.TITLE)
        return found[0] if found else None

    @property
    def bodies(self) -> tuple[PlaceholderInfo, ...]:
        """Return the main holes."""
        return self.find(PlaceholderRole.BODY)

    @property
    def is_title_high(self) -> bool:
        """Return whether the title stands at the top of the slide."""
        title = self.title
        return title is not None and _middle(title.box) < HIGH * self.slide.height

    @property
    def is_centred_title(self) -> bool:
        """Return whether the title is one of a title slide."""
        return self.title is not None and self.title.kind == "ctrTitle"

    @property
    def is_title_usable(self) -> bool:
        """Return whether titles of a sentence can stand in the title."""
        return self.title is not None and is_title_usable(self.title, self.slide)

    @property
    def is_roomy(self) -> bool:
        """Return whether the body area holds a chart or table that can be read."""
        across, down = (share * side for share, side in zip(LEAST_BODY, self.slide, strict=True))
        return self.layout.body.width >= across and self.layout.body.height >= down

    @property
    def leftover(self) -> int:
        """Return how many placeholders have no role, and would stay empty."""
        known = sum(len(holes) for holes in self.layout.by_role.values())
        return len(self.layout.placeholders) - known

    @property
    def holds_anything(self) -> bool:
        """Return whether a hole takes tables and charts as well as text."""
        return any(hole.kind != TEXT_KIND for hole in self.bodies)


def _middle(box: Box) -> float:
    return box.top + box.height / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The layout that serves a role.

    Attributes:
        score: How well it suits that role.
        reason: The clues that spoke for it, or whose place it takes.
        is_own: Whether it serves this role by its own design, and is no makeshift.
    """

    layout: LayoutInfo
    score: int
    reason: str
    is_own: bool = True


def is_title_usable(title: PlaceholderInfo, slide: Size) -> bool:
    """Return whether a title is upright, on the slide, and large enough for a sentence."""
    box = title.box
    across, down = (share * side for share, side in zip(LEAST_TITLE, slide, strict=True))
    is_inside = box.left >= -slide.width // 50 and box.right <= slide.width * 1.02
    is_inside = is_inside and box.top >= -slide.height // 50 and box.bottom <= slide.height * 1.02
    return not title.is_turned and is_inside and box.width >= across and box.height >= down


def match_layouts(candidates: Sequence[Candidate]) -> dict[LayoutRole, Match]:
    """Return the layout for each role; every role has one.

    Args:
        candidates: At least one.
    """
    best = {role: _find_best(role, candidates) for role in LayoutRole}
    matches: dict[LayoutRole, Match] = {}
    for role in LayoutRole:
        serving = _find_serving(role, best)
        match = best[serving]
        if match.score < ENOUGH:
            reason = "no layout suits; this one comes nearest"
            match = replace(match, reason=reason, is_own=False)
        elif serving is not role:
            reason = f"none for this role; the one for {serving} stands in ({match.reason})"
            match = replace(match, score=best[role].score, reason=reason, is_own=False)
        matches[role] = match
    return matches


def score_layout(role: LayoutRole, candidate: Candidate) -> tuple[int, str]:
    """Return how well a layout serves `role`, and the clues that speak for it."""
    clues = list(CLUES[role](candidate))
    told = [said for points, said in clues if points > 0 and said]
    return sum(points for points, _ in clues), ", ".join(told)


def score_layouts(candidates: Sequence[Candidate]) -> int:
    """Return how well a set of layouts, which may be empty, serves all roles together."""
    if not candidates:
        return 0
    return sum(max(0, _find_best(role, candidates).score) for role in LayoutRole)


def _find_serving(role: LayoutRole, best: Mapping[LayoutRole, Match]) -> LayoutRole:
    for other in (role, *STAND_INS[role]):
        if best[other].score >= ENOUGH:
            return other
    return role


def _find_best(role: LayoutRole, candidates: Sequence[Candidate]) -> Match:
    scored = [(candidate, *score_layout(role, candidate)) for candidate in candidates]
    one, score, reason = max(scored, key=lambda match: (match[1], _signature(match[0])))
    return Match(layout=one.layout, score=score, reason=reason)


def _signature(candidate: Candidate) -> tuple[object, ...]:
    """Return what settles a draw: places first, so that names and order in the file do not."""
    layout = candidate.layout
    places = tuple(sorted((hole.kind, hole.idx, *hole.box) for hole in layout.placeholders))
    return (-len(layout.placeholders), places, layout.part_name)


def _kind_clue(candidate: Candidate, points: int, *kinds: str) -> Clue:
    if candidate.kind in kinds:
        return points, f"declared as '{candidate.kind}'"
    return 0, ""


def _if(condition: bool, points: int, said: str = "", otherwise: int = 0) -> Clue:
    return (points, said) if condition else (otherwise, "")


def _cover_clues(one: Candidate) -> Iterator[Clue]:
    title = one.title
    yield _if(one.is_centred_title, 50, "a title-slide title")
    yield _if(one.has(PlaceholderRole.SUBTITLE), 30, "a subtitle")
    yield _if(one.is_title_usable, 0, otherwise=-100)
    yield _if(not one.is_title_high, 10, "the title below the top")
    yield _if(title is not None and title.size_pt >= BIG_TITLE_PT, 5)
    yield _if(one.holds_anything, -40)
    yield _if(_count_pictures(one) > 0, -20)
    yield _kind_clue(one, 20, "title")


def _section_clues(one: Candidate) -> Iterator[Clue]:
    title = one.title
    yield _if(one.is_title_usable, 20, otherwise=-100)
    yield _if(title is not None and title.size_pt >= BIG_TITLE_PT, 10, "a large title")
    yield _if(not one.is_title_high, 25, "the title below the top")
    yield _if(not one.bodies or _is_text_alone(one), 10, "no hole for content")
    yield _if(one.holds_anything, -60)
    yield _if(one.is_centred_title, -30)
    yield _if(one.has(PlaceholderRole.KICKER) and not one.is_centred_title, 20, "a kicker")
    yield _if(one.has(PlaceholderRole.SOURCE) or one.has(PlaceholderRole.TRACKER), -20)
    yield _if(_count_pictures(one) > 0, -20)
    yield _kind_clue(one, 30, "secHead")


def _content_clues(one: Candidate) -> Iterator[Clue]:
    count = len(one.bodies)
    body = one.bodies[0] if count == 1 else None
    yield _if(one.is_title_usable, 10, otherwise=-60)
    yield _if(one.is_roomy, 0, otherwise=-60)
    yield _if(one.is_title_high, 20, "the title at the top")
    yield _if(body is not None, 30, "one hole", otherwise=-40)
    yield _if(body is not None and _is_large(body, one.slide), 20, "wide and tall")
    yield _if(one.holds_anything, 15, "for any content")
    yield _if(body is not None and body.size_pt > BIG_TITLE_PT - PAIR, -10)
    yield _if(one.is_centred_title or one.has(PlaceholderRole.SIDE), -30)
    yield _if(one.has(PlaceholderRole.BYLINE), -20)
    yield _if(one.leftover > 0, -10 * min(one.leftover, MOST_LEFTOVER))
    yield _kind_clue(one, 15, "obj", "tx")


def _two_content_clues(one: Candidate) -> Iterator[Clue]:
    bodies = one.bodies
    yield _if(one.is_title_usable, 10, otherwise=-60)
    yield _if(one.is_roomy, 0, otherwise=-60)
    yield _if(one.is_title_high, 15, "the title at the top")
    yield _if(len(bodies) == PAIR, 20, otherwise=-60)
    yield _if(len(bodies) == PAIR and _is_pair(bodies), 40, "two like holes side by side")
    yield _if(one.holds_anything, 10, "for any content")
    yield _if(one.leftover > 0, -10 * min(one.leftover, MOST_LEFTOVER))
    yield _kind_clue(one, 15, "twoObj", "twoColTx")


def _title_only_clues(one: Candidate) -> Iterator[Clue]:
    yield _if(one.is_title_usable, 20, otherwise=-100)
    yield _if(one.is_roomy, 0, otherwise=-60)
    yield _if(one.is_title_high, 25, "the title at the top")
    yield _if(not one.bodies and not one.has(PlaceholderRole.SIDE), 30, "nothing else", -80)
    yield _if(one.has(PlaceholderRole.SUBTITLE), -30)
    yield _if(one.is_centred_title, -20)
    yield _if(_count_pictures(one) > 0, -40)
    yield _if(one.leftover > 0, -10 * min(one.leftover, MOST_LEFTOVER))
    yield _kind_clue(one, 15, "titleOnly")


def _quote_clues(one: Candidate) -> Iterator[Clue]:
    body = one.bodies[0] if len(one.bodies) == 1 else None
    is_large_text = _is_text_alone(one) and body is not None and body.size_pt >= BIG_TEXT_PT
    yield _if(one.is_title_usable, 10, otherwise=-100)
    yield _if(is_large_text, 30, "one hole for large text", -60)
    yield _if(one.is_title_high, 15)
    yield _if(one.has(PlaceholderRole.BYLINE), 30, "a byline")
    yield _if(one.is_centred_title or one.kind == "secHead", -60)
    yield _if(_count_pictures(one) > 0, -40)
    yield _if(body is not None and _has_label_under(one, body), 10, "a line under it")


def _closing_clues(one: Candidate) -> Iterator[Clue]:
    title = one.title
    yield _if(one.is_title_usable, 10, otherwise=-100)
    yield _if(_is_text_alone(one), 30, "one hole for text", -60)
    yield _if(title is not None and title.size_pt >= BIG_TITLE_PT, 10, "a large title")
    yield _if(_count_pictures(one) > 0, -40)
    yield _if(not one.has(PlaceholderRole.NUMBER), 20, "no page number", -20)
    yield _if(not one.is_title_high or not one.has(PlaceholderRole.FOOTER), 10)
    yield _if(one.is_centred_title or one.has(PlaceholderRole.SUBTITLE), -40)
    yield _if(one.has(PlaceholderRole.BYLINE) or one.has(PlaceholderRole.KICKER), -30)
    yield _if(one.kind in {"title", "secHead", "obj", "tx"}, -30)


CLUES: Mapping[LayoutRole, Callable[[Candidate], Iterator[Clue]]] = {
    LayoutRole.COVER: _cover_clues,
    LayoutRole.SECTION: _section_clues,
    LayoutRole.CONTENT: _content_clues,
    LayoutRole.TWO_CONTENT: _two_content_clues,
    LayoutRole.TITLE_ONLY: _title_only_clues,
    LayoutRole.QUOTE: _quote_clues,
    LayoutRole.CLOSING: _closing_clues,
}


def _is_text_alone(one: Candidate) -> bool:
    return len(one.bodies) == 1 and one.bodies[0].kind == TEXT_KIND


def _is_large(hole: PlaceholderInfo, slide: Size) -> bool:
    return hole.box.width >= WIDE * slide.width and hole.box.height >= TALL * slide.height


def _is_pair(bodies: Sequence[PlaceholderInfo]) -> bool:
    left, right = (hole.box for hole in bodies)
    narrow, wide = sorted((left.width, right.width))
    are_beside = left.right <= right.left
    are_level = left.top < right.bottom and right.top < left.bottom
    return are_beside and are_level and narrow >= LIKE * wide


def _count_pictures(one: Candidate) -> int:
    return sum(hole.kind in {"pic", "clipArt", "media"} for hole in one.layout.placeholders)


def _has_label_under(one: Candidate, body: PlaceholderInfo) -> bool:
    return any(
        hole.kind == TEXT_KIND and hole is not body and body.box.bottom <= hole.box.top
        for hole in one.layout.placeholders
        if hole not in one.find(PlaceholderRole.SOURCE)
    )
