"""Recommendations, timeline and references."""

from __future__ import annotations

from generator.compose.report import (
    RecommendationItem,
    Recommendations,
    References,
    Timeline,
    TimelineEntry,
)
from generator.text.blocks import Run
from tests.word.reading import W, build
from tests.word.samples import cited, words


def _item(number: int, **parts: str) -> RecommendationItem:
    return RecommendationItem(
        number=number,
        title=words(f"Do {number}"),
        who=parts.get("who", ""),
        what=words(parts["what"]) if "what" in parts else (),
        by=parts.get("by", ""),
        why=words(parts["why"]) if "why" in parts else (),
    )


def _block(*items: RecommendationItem) -> Recommendations:
    return Recommendations(items=items, who_label="Who", by_label="By", why_label="Why")


def test_a_recommendation_names_who_what_when_and_why() -> None:
    """A recommendation without an actor and a date is a wish."""
    built = build(_block(_item(1, who="Ministry", what="Keep it.", by="2027", why="It helps.")))

    assert built.texts("Recommendation") == ["Do 1"]
    assert built.texts("RecommendationDetail") == [
        "Keep it.",
        "Who\N{EN SPACE}Ministry\nBy\N{EN SPACE}2027",
        "Why\N{EN SPACE}It helps.",
    ]


def test_parts_that_are_empty_leave_no_label_behind() -> None:
    """`Why` alone on a line would look like a fault."""
    built = build(_block(_item(1), _item(2, by="2027")))

    assert built.texts() == ["Do 1", "Do 2", "By\N{EN SPACE}2027"]


def test_recommendations_are_numbered_by_word_from_their_own_start() -> None:
    """They can be moved and added to in Word."""
    built = build(_block(_item(3), _item(4)))
    used = {mark.get(f"{W}val") for mark in built.body.iter(f"{W}numId")}
    (start,) = built.parse("word/numbering.xml").iter(f"{W}startOverride")

    assert len(used) == 1
    assert start.get(f"{W}val") == "3"


def test_a_recommendation_stays_on_one_page() -> None:
    """All its lines but the last are bound to the next."""
    built = build(_block(_item(1, who="M", what="W.", why="Y."), _item(2)))
    kept = [line.find(f"{W}pPr/{W}keepNext") is not None for line in built.paragraphs()]

    assert kept == [True, True, True, False, False]


def test_a_timeline_is_a_table_with_a_head() -> None:
    """Dates and events keep together, and a screen reader hears which is which."""
    entries = (
        TimelineEntry(date="2024", title="First", text=words("It began.")),
        TimelineEntry(date="2025", title="Then", text=(cited("survey"),)),
    )
    built = build(Timeline(entries=entries, date_label="Date", event_label="Event"))

    assert built.texts("TableHead") == ["Date", "Event"]
    assert built.texts("TableText") == ["2024", "First\nIt began.", "2025", "Then"]


def test_references_are_paragraphs_of_their_style() -> None:
    """The hanging indent is the template's."""
    link = "https://example.org"
    built = build(References(items=(words("A."), (Run(text=link, link=link),))))

    assert built.texts("Bibliography") == ["A.", link]
