"""What fills the slots of a deck: bodies without what stands elsewhere, parts, exhibits."""

from __future__ import annotations

from typing import Any

import pytest

from generator.compose import Material, compose_placed_storyboard, compose_storyboard
from generator.compose.slots import Slot, SlotKind
from generator.compose.storyboard import (
    ChartSlide,
    ContactSlide,
    CoverSlide,
    SectionSlide,
    Slide,
    TableSlide,
)
from generator.errors import TagsError
from generator.text.blocks import to_plain
from tests.material import CHART, TABLE, make_material

PARTS: dict[str, Any] = {
    "charts": {"fig-a": CHART, "fig-b": CHART},
    "tables": {"tab-a": TABLE},
    "sections": [
        {
            "heading": "Support",
            "points": ["One", "Two"],
            "exhibits": ["fig-a"],
            "sections": [{"heading": "Below", "points": ["Three"]}],
        },
        {"heading": "Outlook", "points": ["Four"], "exhibits": ["fig-b", "tab-a"]},
    ],
    "recommendations": [{"title": "Act", "who": "Japan", "what": "Do it"}],
}


def material(**parts: Any) -> Material:
    """Return a brief of two sections, `parts` put in."""
    return make_material(**{**PARTS, **parts})


def slot(kind: SlotKind, name: str = "", *leave_out: str) -> Slot:
    """Return a slot on slide 2."""
    return Slot(number=0, kind=kind, name=name, place="slide 2", leave_out=frozenset(leave_out))


def name(slide: Slide) -> str:
    """Return the id of a slide."""
    is_bare = isinstance(slide, CoverSlide | SectionSlide | ContactSlide)
    return slide.id if is_bare else slide.frame.id


def names(given: Material, *slots: Slot) -> list[str]:
    """Return the ids of the slides that fill `slots`."""
    return [name(slide) for slide in compose_placed_storyboard(given, slots).slides]


def test_a_body_alone_is_the_whole_deck() -> None:
    """`{{p body }}` means all that the builder would write."""
    given = material()
    board = compose_placed_storyboard(given, [slot(SlotKind.BODY)])

    assert board.slides == compose_storyboard(given).slides
    assert board.groups == (len(board.slides),)


def test_a_body_leaves_out_what_stands_elsewhere() -> None:
    """Nothing is said twice: neither parts, nor sections, nor exhibits."""
    given = material()
    left = names(given, slot(SlotKind.BODY, "", "cover", "outlook", "below", "fig-a"))

    assert left == ["support", "recommendations", "sources"]


def test_agendas_name_the_sections_that_stand_elsewhere() -> None:
    """They are in the deck, though not in its body."""
    given = material(deck={"openers": True})
    board = compose_placed_storyboard(given, [slot(SlotKind.BODY, "", "outlook")])
    opener = next(one for one in board.slides if isinstance(one, SectionSlide))

    assert to_plain(opener.message) == "Support Outlook"


def test_sections_of_any_depth_and_parts_stand_alone() -> None:
    """A designer gives each its own place, in any order."""
    given = material()
    board = compose_placed_storyboard(
        given,
        [
            slot(SlotKind.SECTION, "recommendations"),
            slot(SlotKind.SECTION, "below"),
            slot(SlotKind.SECTION, "support", "below"),
        ],
    )

    assert [name(one) for one in board.slides] == ["recommendations", "below", "support"]
    assert board.groups == (1, 1, 1)
    assert getattr(board.slides[1], "frame").tracker == "Support"  # noqa: B009


def test_slides_to_be_added_after_a_section_come_with_it() -> None:
    """The analyst added them to the section, wherever a template puts that."""
    after = {"outlook": [{"title": "One more", "points": ["Five"]}]}
    given = material(deck={"after": after})

    assert names(given, slot(SlotKind.SECTION, "outlook"))[-1] == "outlook-extra-1"
    assert "outlook-extra-1" not in names(given, slot(SlotKind.BODY, "", "outlook"))


def test_what_the_brief_leaves_out_of_its_deck_stays_out() -> None:
    """A template is for many briefs; what one of them shows is for its analyst to say."""
    given = material(deck={"leave_out": ["outlook", "recommendations"], "openers": True})

    assert names(given, slot(SlotKind.SECTION, "outlook")) == []
    assert names(given, slot(SlotKind.SECTION, "recommendations")) == []


def test_exhibits_come_with_heading_and_source() -> None:
    """The builder decides what of them there is room for."""
    given = material()
    board = compose_placed_storyboard(
        given, [slot(SlotKind.CHART, "fig-a"), slot(SlotKind.TABLE, "tab-a")]
    )
    chart, table = board.exhibits

    assert isinstance(chart, ChartSlide)
    assert to_plain(chart.panels[0].heading) == "Budget support is the larger part"
    assert "Butyrska" in to_plain(chart.frame.source)
    assert isinstance(table, TableSlide)
    assert to_plain(table.heading) == "Who gave what"
    assert (board.slides, board.groups) == ((), (0, 0))


def test_unknown_names_are_told_with_the_place_of_the_tag() -> None:
    """All of them, and what may have been meant."""
    slots = [slot(SlotKind.SECTION, "suport"), slot(SlotKind.CHART, "tab-a")]
    with pytest.raises(TagsError) as caught:
        compose_placed_storyboard(material(), slots)

    first, second = caught.value.errors
    assert first.message == "slide 2: the brief has no part or section 'suport'"
    assert first.hint == "did you mean 'support'?"
    assert second.message == "slide 2: the brief has no chart 'tab-a'"


def test_the_date_is_told_even_without_a_cover() -> None:
    """The footers of the new slides carry it, as they do in a deck with a cover."""
    board = compose_placed_storyboard(material(), [slot(SlotKind.SECTION, "outlook")])

    assert board.date == "March 2025"
