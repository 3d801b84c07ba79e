"""The report as data: which blocks a brief becomes, in which order, with which numbers."""

from __future__ import annotations

from typing import Any

import pytest

from generator.compose import compose_report, find_lost_mentions
from generator.compose.report import (
    CalloutBox,
    ChartExhibit,
    Contents,
    Cover,
    Heading,
    KeyFigures,
    KeyMessages,
    Recommendations,
    References,
    ReportBlock,
    TableExhibit,
    Timeline,
)
from generator.text.blocks import Citation, Paragraph, QuoteBlock, TextTable, to_plain
from tests.material import CHART, SOURCES, TABLE, make_material


def kinds(blocks: tuple[ReportBlock, ...]) -> list[str]:
    """Return the names of the kinds of `blocks`, in order."""
    return [type(block).__name__ for block in blocks]


def headings(blocks: tuple[ReportBlock, ...]) -> list[str]:
    """Return the words of all headings, in order."""
    return [to_plain(block.inlines) for block in blocks if isinstance(block, Heading)]


def find(blocks: tuple[ReportBlock, ...], kind: type) -> Any:
    """Return the only block of a kind."""
    (found,) = [block for block in blocks if isinstance(block, kind)]
    return found


FULL = {
    "summary": ["Japan gave {{ total }}. [@nec]"],
    "key_figures": ["total", {"fact": "budget", "label": "for the budget"}],
    "charts": {"fig-a": CHART},
    "tables": {"tab-a": TABLE},
    "sections": [
        {
            "heading": "Support",
            "text": "First.\n\nSee @fig-a.\n\nLast.",
            "exhibits": ["tab-a", "fig-a"],
            "callout": {"title": "Mind", "text": "Not added up."},
            "quote": {"quote": "firm", "by": "S. Ishiba", "on": "2025-02-24", "source": "nec"},
            "sections": [{"heading": "In detail", "text": "More."}],
        }
    ],
    "recommendations": [{"title": "Keep on", "who": "Japan", "what": "Go on", "by": "2025-06"}],
    "timeline": [
        {"date": "2024-06-13", "title": "Accord"},
        {"date": "2024", "title": "Budget support"},
        {"date": "2022-03", "title": "Start"},
    ],
    "method": "Amounts are not added up.",
    "organisation": "New Europe Center",
    "about": "A think tank.",
}


def test_a_full_brief_comes_in_the_order_that_readers_expect() -> None:
    """Key messages on page 1, recommendations after the findings, references near the end."""
    blocks = compose_report(make_material(**FULL)).blocks

    assert kinds(blocks)[:4] == ["Cover", "KeyMessages", "KeyFigures", "Contents"]
    assert headings(blocks) == [
        "Support",
        "In detail",
        "Recommendations",
        "Timeline",
        "Data and method",
        "Figures in this brief",
        "References",
        "About this brief",
        "New Europe Center",
    ]


def test_a_brief_of_a_title_alone_has_a_cover_and_its_sources() -> None:
    """Nothing is invented: parts that the brief lacks are not there."""
    blocks = compose_report(make_material(facts={}, sources={})).blocks

    assert kinds(blocks) == ["Cover"]


def test_an_exhibit_stands_after_the_paragraph_that_first_mentions_it() -> None:
    """A reader meets the chart where the text speaks of it; what is not mentioned comes last."""
    blocks = compose_report(make_material(**FULL)).blocks
    start = kinds(blocks).index("Heading")

    assert kinds(blocks)[start : start + 8] == [
        "Heading",
        "Paragraph",
        "Paragraph",
        "ChartExhibit",
        "Paragraph",
        "TableExhibit",
        "QuoteBlock",
        "CalloutBox",
    ]


def test_exhibits_are_numbered_in_the_order_in_which_they_are_shown() -> None:
    """Figures and tables count apart, and the text can name each by its label."""
    report = compose_report(make_material(**FULL))

    assert dict(report.labels) == {
        "fig-a": "Figure\N{NO-BREAK SPACE}1",
        "tab-a": "Table\N{NO-BREAK SPACE}1",
    }
    assert find(report.blocks, ChartExhibit).caption.number == 1
    assert find(report.blocks, TableExhibit).caption.sequence == "Table"


def test_the_source_line_of_a_chart_comes_from_its_facts_with_places_and_dates() -> None:
    """Nobody has to type a source twice, and a reader sees how old the figures are."""
    caption = find(compose_report(make_material(**FULL)).blocks, ChartExhibit).caption

    assert to_plain(caption.source) == (
        "N. Butyrska, New Europe Center (2025), paragraphs\xa03, 4. As of 2024 and February 2025."
    )


def test_a_body_that_publishes_its_own_work_is_named_once() -> None:
    """'Kiel Institute, Kiel Institute' reads like a slip."""
    own = {"author": "OECD", "publisher": "OECD", "title": "Aid", "date": 2025}
    sections = [{"heading": "A", "text": "Told. [@own] @tab-a", "exhibits": ["tab-a"]}]
    report = compose_report(
        make_material(
            sources={**SOURCES, "own": own},
            tables={"tab-a": {**TABLE, "source": "own"}},
            sections=sections,
        )
    )

    assert to_plain(find(report.blocks, TableExhibit).caption.source) == "OECD (2025)."


def test_the_unit_is_added_to_the_subtitle_of_a_chart() -> None:
    """The unit is said once, where readers look for it."""
    caption = find(compose_report(make_material(**FULL)).blocks, ChartExhibit).caption

    assert to_plain(caption.subtitle) == "Support by channel, US$ billion"


def test_numbers_of_a_column_share_scale_and_digits_and_a_gap_is_a_dash() -> None:
    """The unit stands in the head; a missing value is not a zero."""
    grid = find(compose_report(make_material(**FULL)).blocks, TableExhibit).grid

    assert to_plain(grid.columns[1].head) == "Sum (US$\xa0billion)"
    assert [to_plain(row[1]) for row in grid.rows] == ["12.1", "–"]
    assert (grid.columns[1].align, grid.columns[1].is_numeric) == ("right", True)


def test_a_quotation_bears_the_marks_of_the_language_its_speaker_and_its_source() -> None:
    """A quotation without speaker and source cannot be defended."""
    quote = find(compose_report(make_material(**FULL)).blocks, QuoteBlock)

    assert isinstance(quote.blocks[0], Paragraph)
    assert to_plain(quote.blocks[0].inlines) == "“firm”"
    assert to_plain(quote.attribution) == "S. Ishiba, 24 February 2025"
    assert isinstance(quote.attribution[-1], Citation)


def test_events_come_by_date_a_year_before_its_days() -> None:
    """The order of the file does not matter."""
    timeline = find(compose_report(make_material(**FULL)).blocks, Timeline)

    assert [entry.title for entry in timeline.entries] == ["Start", "Budget support", "Accord"]


def test_a_deadline_given_as_a_date_is_written_in_words() -> None:
    """`by: 2025-06` and `by: before the summit` are both good."""
    items = find(compose_report(make_material(**FULL)).blocks, Recommendations).items

    assert (items[0].number, items[0].by) == (1, "June 2025")


def test_key_figures_carry_number_label_and_ground() -> None:
    """A large number alone says nothing."""
    cards = find(compose_report(make_material(**FULL)).blocks, KeyFigures).cards

    assert [(card.label, card.detail) for card in cards] == [
        ("all support", "Committed, February 2025"),
        ("for the budget", "2024"),
    ]
    assert "12.1" in cards[0].number


@pytest.mark.parametrize(
    ("report", "gone"),
    [
        ({"leave_out": ["timeline"]}, Timeline),
        ({"leave_out": ["summary"]}, KeyMessages),
        ({"leave_out": ["contents"]}, Contents),
        ({"leave_out": ["cover"]}, Cover),
        ({"leave_out": ["references"]}, References),
        ({"leave_out": ["support"]}, CalloutBox),
        ({"leave_out": ["tab-a"]}, TableExhibit),
    ],
)
def test_any_part_and_any_exhibit_can_be_left_out(report: dict[str, Any], gone: type) -> None:
    """The report need not show what the deck shows."""
    blocks = compose_report(make_material(**FULL, report=report)).blocks

    assert not [block for block in blocks if isinstance(block, gone)]


def test_a_subsection_can_be_left_out() -> None:
    """With all that stands in it; the section around it stays."""
    report = {"leave_out": ["in-detail"]}
    found = headings(compose_report(make_material(**FULL, report=report)).blocks)

    assert found[:2] == ["Support", "Recommendations"]


def test_parts_are_reordered_in_the_places_that_they_hold() -> None:
    """Naming two parts swaps them and moves nothing else."""
    report = {"order": ["timeline", "recommendations"]}

    found = headings(compose_report(make_material(**FULL, report=report)).blocks)

    assert found[2:5] == ["Timeline", "Recommendations", "Data and method"]


def test_an_exhibit_can_be_shown_in_another_section() -> None:
    """`move` takes it out of one section and puts it into the other."""
    parts = {
        **FULL,
        "sections": [
            {"heading": "One", "text": "First.", "exhibits": ["fig-a"]},
            {"heading": "Two", "text": "Second."},
        ],
    }
    blocks = compose_report(make_material(**parts, report={"move": {"fig-a": "two"}})).blocks
    start = kinds(blocks).index("Heading")

    assert kinds(blocks)[start : start + 5] == [
        "Heading",
        "Paragraph",
        "Heading",
        "Paragraph",
        "ChartExhibit",
    ]


def test_a_mention_of_an_exhibit_that_is_left_out_is_an_error() -> None:
    """Otherwise the text would point at nothing."""
    material = make_material(**FULL, report={"leave_out": ["fig-a"]})

    (error,) = find_lost_mentions(material, compose_report(material))

    assert "the text speaks of 'fig-a', which the report does not show" in error.message


def test_every_fact_is_listed_with_its_ground_and_note() -> None:
    """Whoever doubts a figure finds in one table what it counts and where it stands."""
    blocks = compose_report(make_material(**FULL)).blocks
    grid = find(blocks, TextTable).grid

    assert [to_plain(cell) for cell in grid.rows[0]] == [
        "more than US$12.1\N{NO-BREAK SPACE}billion",
        "all support. May overlap.",
        "Committed, February 2025",
        "N. Butyrska (2025), paragraph\xa03",
    ]
