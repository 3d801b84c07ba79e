"""The deck as data: which slides a brief becomes, and what each one says."""

from __future__ import annotations

from typing import Any

from generator.compose import compose_storyboard
from generator.compose.storyboard import (
    ChartSlide,
    ContactSlide,
    CoverSlide,
    KeyFiguresSlide,
    PointsSlide,
    QuoteSlide,
    SectionSlide,
    SourcesSlide,
    Storyboard,
    TableSlide,
)
from generator.text.blocks import to_plain
from tests.material import CHART, TABLE, make_material

SECTION = {"heading": "Support", "message": "Japan gave {{ total }} [@oecd]", "text": "Told."}
EXHIBITS = {"charts": {"fig-a": CHART, "fig-b": CHART}, "tables": {"tab-a": TABLE}}


def compose(**parts: Any) -> Storyboard:
    """Return the storyboard of a brief with the sample facts and `parts`."""
    return compose_storyboard(make_material(**parts))


def kinds(board: Storyboard) -> list[str]:
    """Return the names of the kinds of the slides between cover and sources."""
    return [type(slide).__name__ for slide in board.slides][1:-1]


def find(board: Storyboard, kind: type) -> Any:
    """Return the only slide of a kind."""
    (found,) = [slide for slide in board.slides if isinstance(slide, kind)]
    return found


def test_a_section_with_one_chart_is_one_slide_with_its_points_beside_it() -> None:
    """One message a slide: title, chart and takeaways belong together."""
    board = compose(
        **EXHIBITS, sections=[{**SECTION, "points": ["One", "Two"], "exhibits": ["fig-a"]}]
    )
    slide = find(board, ChartSlide)

    assert kinds(board) == ["ChartSlide"]
    assert to_plain(slide.frame.title) == "Japan gave more than US$12.1\N{NO-BREAK SPACE}billion"
    assert [to_plain(point.inlines) for point in slide.takeaways] == ["One", "Two"]
    assert to_plain(slide.panels[0].heading) == "Budget support is the larger part"


def test_points_come_first_when_they_do_not_fit_beside_a_chart() -> None:
    """Five points next to a chart would crowd both."""
    points = ["One", "Two", "Three", "Four", "Five"]
    board = compose(**EXHIBITS, sections=[{**SECTION, "points": points, "exhibits": ["fig-a"]}])

    assert kinds(board) == ["PointsSlide", "ChartSlide"]
    assert to_plain(find(board, ChartSlide).frame.title) == "Budget support is the larger part"


def test_openers_show_where_in_the_talk_a_section_stands() -> None:
    """All sections get one, or none: a deck with some openers looks like a mistake."""
    sections = [{"heading": "One", "points": ["A"]}, {"heading": "Two", "points": ["B"]}]
    board = compose(sections=sections, deck={"openers": True})
    opener = next(slide for slide in board.slides if isinstance(slide, SectionSlide))

    assert kinds(board) == ["SectionSlide", "PointsSlide", "SectionSlide", "PointsSlide"]
    assert (opener.number, to_plain(opener.message)) == (1, "One Two")


def test_an_opener_names_no_section_that_the_deck_leaves_out() -> None:
    """An agenda must not promise what is not shown."""
    sections = [{"heading": "One", "points": ["A"]}, {"heading": "Two", "points": ["B"]}]
    board = compose(sections=sections, deck={"openers": True, "leave_out": ["two"]})
    opener = find(board, SectionSlide)

    assert to_plain(opener.message) == "One"


def test_two_charts_share_a_slide_and_a_table_has_its_own() -> None:
    """Charts that follow each other are compared; a table needs the room."""
    board = compose(**EXHIBITS, sections=[{**SECTION, "exhibits": ["fig-a", "fig-b", "tab-a"]}])

    assert kinds(board) == ["ChartSlide", "TableSlide"]
    assert len(find(board, ChartSlide).panels) == 2
    assert to_plain(find(board, TableSlide).frame.title) == "Who gave what"
    assert find(board, TableSlide).heading == ()


def test_a_second_pair_of_charts_goes_on_under_the_same_message() -> None:
    """A pair has two titles of its own, so the slide keeps the section's and counts."""
    charts = {f"fig-{letter}": CHART for letter in "abcd"}
    board = compose(charts=charts, sections=[{**SECTION, "exhibits": list(charts)}])
    titles = [
        to_plain(slide.frame.title) for slide in board.slides if isinstance(slide, ChartSlide)
    ]

    assert [title[-6:] for title in titles] == [" (1/2)", " (2/2)"]
    assert titles[0][:-6] == titles[1][:-6]


def test_titles_and_points_shed_their_citations_into_the_source_line() -> None:
    """No footnote marks on slides; the source line says where it comes from."""
    board = compose(sections=[{**SECTION, "points": ["Help goes on. [@nec, paragraph 2]"]}])
    slide = find(board, PointsSlide)

    assert to_plain(slide.points[0].inlines) == "Help goes on."
    assert "New Europe Center (2025), paragraphs\xa02, 3" in to_plain(slide.frame.source)


def test_notes_hold_the_speech_the_text_and_the_ground_of_each_figure() -> None:
    """The speaker can answer 'where is that from?' without leaving the slide."""
    board = compose(sections=[{**SECTION, "notes": "Go slowly.", "points": ["A"]}])

    assert find(board, PointsSlide).frame.notes == (
        "Go slowly.",
        "Told.",
        "more than US$12,100,000,000: all support, committed, February 2025. Source: "
        "N. Butyrska, New Europe Center (2025), paragraph\xa03. Note: May overlap.",
    )


def test_notes_call_an_exhibit_by_its_title() -> None:
    """Read aloud, '@fig-a ranks the sums (see @tab-a)' must stay a sentence."""
    text = "@fig-a ranks the sums (see @tab-a)."
    board = compose(**EXHIBITS, sections=[{**SECTION, "text": text, "points": ["A"]}])

    assert find(board, PointsSlide).frame.notes[0] == (
        "“Budget support is the larger part” ranks the sums (see “Who gave what”)."
    )


def test_notes_name_the_source_of_numbers_that_are_no_facts() -> None:
    """A chart of a data set has no facts, and its speaker is asked for the source all the same."""
    chart = {**CHART, "data": [{"label": "All", "value": 3}], "unit": "USD", "source": "oecd"}
    board = compose(charts={"fig-a": chart}, sections=[{**SECTION, "exhibits": ["fig-a"]}])
    notes = find(board, ChartSlide).frame.notes

    assert [line for line in notes if line.startswith("Source: OECD")] != []


def test_a_callout_stands_beside_the_points() -> None:
    """What the report sets in a box, the slide sets in a panel."""
    callout = {"title": "Mind", "text": "Not added up."}
    board = compose(sections=[{**SECTION, "points": ["A"], "callout": callout}])

    slide = find(board, PointsSlide)
    assert (slide.callout_title, to_plain(slide.callout)) == ("Mind", "Not added up.")


def test_a_subsection_with_points_has_its_slide_under_the_same_tracker() -> None:
    """The tracker names the part of the talk, not its branch."""
    board = compose(
        sections=[
            {**SECTION, "points": ["A"], "sections": [{"heading": "Detail", "points": ["B"]}]}
        ]
    )

    trackers = [slide.frame.tracker for slide in board.slides if isinstance(slide, PointsSlide)]
    assert trackers == ["Support", "Support"]


def test_extra_slides_come_after_the_part_that_they_are_given_for() -> None:
    """A quote may stand in the deck alone."""
    extra = {"quote": "firm and unwavering", "by": "S. Ishiba", "on": "2025-02-24", "source": "nec"}
    board = compose(sections=[{**SECTION, "points": ["A"]}], deck={"after": {"support": [extra]}})
    slide = find(board, QuoteSlide)

    assert kinds(board) == ["PointsSlide", "QuoteSlide"]
    assert to_plain(slide.quote) == "firm and unwavering"
    assert slide.attribution == "S. Ishiba, 24 February 2025"
    assert slide.frame.tracker == "Support"


NESTED = {**SECTION, "points": ["A"], "sections": [{"heading": "Detail", "points": ["B"]}]}


def test_a_subsection_can_be_left_out() -> None:
    """The loader takes its name, so the deck must heed it."""
    board = compose(sections=[NESTED], deck={"leave_out": ["detail"]})

    assert kinds(board) == ["PointsSlide"]


def test_extra_slides_for_a_subsection_come_after_its_section() -> None:
    """None is lost because its place is not a part of its own."""
    extra = {"title": "More", "points": ["C"]}
    board = compose(sections=[NESTED], deck={"after": {"detail": [extra]}})

    shown = [slide.frame.id for slide in board.slides if isinstance(slide, PointsSlide)]
    assert shown == ["support", "detail", "detail-extra-1"]


def test_parts_exhibits_and_order_of_the_deck_can_be_changed() -> None:
    """`deck:` changes the deck and leaves the report alone."""
    board = compose(
        **EXHIBITS,
        key_figures=["total"],
        summary=["A."],
        sections=[{**SECTION, "points": ["A"], "exhibits": ["fig-a", "tab-a"]}],
        deck={"leave_out": ["tab-a", "sources"], "order": ["key-figures", "summary"]},
    )

    assert [type(slide).__name__ for slide in board.slides] == [
        "CoverSlide",
        "KeyFiguresSlide",
        "PointsSlide",
        "ChartSlide",
    ]


def test_the_title_of_a_part_is_its_message() -> None:
    """`summary_message` and its kind are the titles of slides."""
    board = compose(key_figures=["total"], key_figures_message="Japan gives much")

    assert to_plain(find(board, KeyFiguresSlide).frame.title) == "Japan gives much"


def test_the_sources_slide_has_references_and_method() -> None:
    """The audience sees on what the talk rests."""
    slide = find(compose(method="Not added up. [@nec]\n\n- One\n- Two"), SourcesSlide)

    assert [to_plain(reference) for reference in slide.references] == [
        "N. Butyrska (March 2025). A brief on support. New Europe Center.",
        "OECD. Aid at a glance. https://oecd.example/aid",
    ]
    assert [to_plain(line) for line in slide.method] == ["Not added up.", "• One", "• Two"]


def test_the_sources_slide_can_have_a_message_for_a_title() -> None:
    """Like any other slide; its tracker then says what it is."""
    slide = find(compose(method="Kept apart.", method_message="Nothing is added up"), SourcesSlide)

    assert to_plain(slide.frame.title) == "Nothing is added up"
    assert slide.frame.tracker == "Sources and method"


def test_the_last_slide_tells_whom_to_ask() -> None:
    """Contact lines, addresses linked; funding and disclaimer small."""
    board = compose(
        contact={"organisation": "NEC", "email": "a@b.example", "web": "nec.example"},
        funding="Paid by a foundation.",
    )
    slide = find(board, ContactSlide)

    assert [to_plain(line) for line in slide.lines] == ["NEC", "a@b.example", "nec.example"]
    assert [line[0].link for line in slide.lines] == [
        None,
        "mailto:a@b.example",
        "https://nec.example",
    ]
    assert [to_plain(line) for line in slide.small_print] == ["Paid by a foundation."]


def test_ids_of_slides_are_unique() -> None:
    """Links, bookmarks and comparisons between editions rest on them."""
    board = compose(
        **EXHIBITS,
        summary=["A."],
        key_figures=["total"],
        sections=[
            {**SECTION, "points": ["A"] * 5, "exhibits": ["fig-a", "fig-b", "tab-a"]},
            {"heading": "Support", "points": ["B"]},
        ],
    )
    ids = [
        slide.id if isinstance(slide, CoverSlide | SectionSlide | ContactSlide) else slide.frame.id
        for slide in board.slides
    ]

    assert len(ids) == len(set(ids))
