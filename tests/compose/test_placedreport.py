"""What fills the slots of a report: bodies without what stands elsewhere, parts, exhibits."""

from __future__ import annotations

from typing import Any

import pytest

from generator.compose import Material, compose_placed_report, compose_report
from generator.compose.report import ChartExhibit, Heading, ReportBlock, TableExhibit
from generator.compose.slots import Slot, SlotKind
from generator.errors import TagsError
from generator.text.blocks import CrossReference, Paragraph, Run
from tests.material import CHART, TABLE, make_material

PARTS: dict[str, Any] = {
    "charts": {"fig-a": CHART, "fig-b": CHART},
    "tables": {"tab-a": TABLE},
    "sections": [
        {
            "heading": "Support",
            "text": "As @fig-a shows.",
            "exhibits": ["fig-a"],
            "sections": [{"heading": "Below", "text": "Words."}],
        },
        {"heading": "Outlook", "text": "More.", "exhibits": ["fig-b", "tab-a"]},
    ],
    "recommendations": [{"title": "Act", "who": "Japan", "what": "Do it"}],
}


def material(**parts: Any) -> Material:
    """Return a brief of two sections, `parts` put in."""
    return make_material(**{**PARTS, **parts})


def slot(kind: SlotKind, name: str = "", *leave_out: str, **parts: Any) -> Slot:
    """Return a slot."""
    left = frozenset(leave_out)
    return Slot(number=0, kind=kind, name=name, place="paragraph 'X'", leave_out=left, **parts)


def names(*blocks: ReportBlock) -> list[str]:
    """Return the ids of headings and exhibits."""
    return [
        block.id if isinstance(block, Heading) else block.caption.id
        for block in blocks
        if isinstance(block, Heading | ChartExhibit | TableExhibit)
    ]


def tell(given: Material, *slots: Slot) -> list[str]:
    """Return the errors of `slots`."""
    with pytest.raises(TagsError) as caught:
        compose_placed_report(given, slots)
    return [str(error) for error in caught.value.errors]


def test_a_body_alone_is_the_whole_report() -> None:
    """A template with `{{p body }}` says what one without tags does."""
    placed = compose_placed_report(material(), [slot(SlotKind.BODY)])

    assert placed.blocks == compose_report(material()).blocks
    assert placed.groups == (len(placed.blocks),)


def test_exhibits_are_numbered_in_the_order_of_the_document() -> None:
    """The chart that the designer put first is Figure 1, wherever the brief has it."""
    slots = [slot(SlotKind.CHART, "fig-b"), slot(SlotKind.BODY, "", "fig-b")]
    placed = compose_placed_report(material(), slots)

    assert placed.labels["fig-b"] == "Figure\N{NO-BREAK SPACE}1"
    assert placed.labels["fig-a"] == "Figure\N{NO-BREAK SPACE}2"
    assert names(*placed.blocks).count("fig-b") == 1


def test_a_section_comes_without_what_stands_elsewhere() -> None:
    """A subsection that has a tag of its own is not said twice, and keeps its level."""
    slots = [
        slot(SlotKind.SECTION, "below"),
        slot(SlotKind.SECTION, "support", "below", "support"),
    ]
    placed = compose_placed_report(material(), slots)

    assert names(*placed.blocks) == ["below", "support", "fig-a"]
    assert isinstance(placed.blocks[0], Heading)
    assert placed.blocks[0].level == 2


def test_a_part_can_be_asked_for_by_its_id() -> None:
    """Recommendations may stand on the first page."""
    placed = compose_placed_report(material(), [slot(SlotKind.SECTION, "recommendations")])

    assert names(*placed.blocks) == ["recommendations"]


def test_words_have_no_blocks_and_paragraphs_have_theirs() -> None:
    """The builder counts on the groups to find what belongs to each slot."""
    text = (Paragraph(inlines=(Run(text="A"),)),)
    slots = [slot(SlotKind.TEXT), slot(SlotKind.BLOCKS, blocks=text)]

    assert compose_placed_report(material(), slots).groups == (0, 1)


def test_an_exhibit_without_caption_has_no_number() -> None:
    """The next one with a caption is Figure 1, as its field will show."""
    slots = [
        slot(SlotKind.CHART, "fig-b", has_caption=False),
        slot(SlotKind.CHART, "fig-a"),
    ]
    placed = compose_placed_report(material(), slots)

    assert dict(placed.labels) == {"fig-a": "Figure\N{NO-BREAK SPACE}1"}


def test_a_mention_of_what_has_no_number_is_told_with_the_tags_place() -> None:
    """`As Figure  shows` would be printed otherwise."""
    mention = slot(SlotKind.TEXT, inlines=(CrossReference(exhibit="fig-a"),))
    bare = slot(SlotKind.CHART, "fig-a", has_caption=False)

    assert tell(material(), mention)[0].startswith(
        "paragraph 'X': the text speaks of 'fig-a', which the document does not show"
    )
    assert "has no caption here" in tell(material(), mention, bare)[0]


def test_all_that_is_unknown_or_asked_for_twice_is_told_at_once() -> None:
    """A designer mends a template in one go."""
    slots = [
        slot(SlotKind.CHART, "fig-c"),
        slot(SlotKind.SECTION, "suport"),
        slot(SlotKind.TABLE, "tab-a"),
        slot(SlotKind.TABLE, "tab-a"),
    ]
    told = tell(material(), *slots)

    assert [each.splitlines()[0] for each in told] == [
        "paragraph 'X': the brief has no chart 'fig-c'",
        "paragraph 'X': the brief has no part or section 'suport'",
        "paragraph 'X': the table 'tab-a' stands in the document twice",
    ]


def test_what_two_slots_bring_is_told() -> None:
    """Two figures of one name would have one bookmark."""
    told = tell(material(), slot(SlotKind.SECTION, "support"), slot(SlotKind.BODY))

    assert any("'fig-a' stands in the document twice" in each for each in told)


def test_what_the_brief_leaves_out_stays_out() -> None:
    """The analyst has the last word on sections."""
    given = material(report={"leave_out": ["outlook"]})

    assert compose_placed_report(given, [slot(SlotKind.SECTION, "outlook")]).blocks == ()
