"""What stands on which page, and where: decided without a file."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.compose.report import FigureCard, TimelineEntry
from generator.compose.storyboard import (
    ChartSlide,
    CoverSlide,
    KeyFiguresSlide,
    Point,
    PointsSlide,
    QuoteSlide,
    RecommendationsSlide,
    Slide,
    TableSlide,
    TimelineSlide,
)
from generator.errors import DataError
from generator.inventory.deck import DeckTemplate, LayoutRole
from generator.slides import plan_deck
from generator.slides.page import (
    Align,
    ChartItem,
    GroupItem,
    NumberItem,
    Page,
    Para,
    TableItem,
    TextItem,
)
from generator.slides.text import to_text
from generator.text.blocks import Grid, GridColumn
from tests.slides.layouts import BARE, RICH
from tests.slides.pages import check_page, find_texts
from tests.slides.samples import (
    CARDS,
    ENTRIES,
    RECOMMENDATIONS,
    SLIDES,
    frame,
    panel,
    points,
    recommendation,
    storyboard,
    words,
)

TEMPLATES = pytest.mark.parametrize("template", [RICH, BARE], ids=["rich", "bare"])
LONG = "Tokyo's help has come to more than twelve billion dollars since the war began. "


def plan(*slides: Slide, template: DeckTemplate = RICH) -> tuple[Page, ...]:
    """Return the pages of a deck of `slides`."""
    return plan_deck(storyboard(*slides), template)


def find_text(page: Page, name: str) -> TextItem:
    """Return the text called `name`."""
    return next(text for text in find_texts(page) if text.name == name)


def read(page: Page, name: str) -> str:
    """Return the words of the text called `name`, a line for each paragraph."""
    return "\n".join(to_text(para.words) for para in find_text(page, name).paras)


def find_table(page: Page) -> TableItem:
    """Return the page's table."""
    return next(item for item in page.items if isinstance(item, TableItem))


def grid_of(rows: int, text: str = "Row") -> Grid:
    """Return a table of two columns."""
    return Grid(
        columns=(
            GridColumn(head=words("Purpose")),
            GridColumn(head=words("US$ m"), align="right", is_numeric=True),
        ),
        rows=tuple((words(f"{text} {number}"), words("4,200")) for number in range(1, rows + 1)),
        has_total=True,
    )


def table_of(rows: int, text: str = "Row") -> TableSlide:
    """Return a slide with a table of `rows` rows."""
    return TableSlide(
        frame=frame("table", "The table says it"),
        heading=(),
        subtitle=words("US$ million"),
        grid=grid_of(rows, text),
        alt="A table.",
    )


@TEMPLATES
def test_every_kind_of_slide_keeps_to_its_place(template: DeckTemplate) -> None:
    """On rich and poor templates alike nothing overlaps, overflows or leaves the slide."""
    pages = plan_deck(storyboard(), template)

    assert len(pages) >= len(SLIDES)
    for page in pages:
        check_page(page, template)


def test_pages_keep_the_order_and_have_ids_of_their_own() -> None:
    """A reader goes through the argument as it was composed."""
    ids = [page.id for page in plan_deck(storyboard(), RICH)]

    assert len(ids) == len(set(ids))
    assert ids[:3] == ["cover", "summary", "figures"]
    assert "recommendations" in ids
    assert "recommendations-2" in ids


def test_content_slides_carry_title_tracker_source_footer_and_number_in_reading_order() -> None:
    """A screen reader meets the title first and the furniture last."""
    (page,) = plan(ChartSlide(frame=frame("a", "It grows", "Part one"), panels=(panel(),)))

    names = [item.name for item in page.items]
    assert names[:2] == ["Title", "Tracker"]
    assert names[-3:] == ["Source", "Footer", "Slide Number"]
    assert isinstance(page.items[-1], NumberItem)
    assert read(page, "Tracker") == "Part one"


def test_note_and_source_stand_in_one_place_with_their_lead_words() -> None:
    """What a reader must know to read a chart rightly stands where they look for it."""
    (page,) = plan(ChartSlide(frame=frame("a", "It grows"), panels=(panel(), panel())))

    note, source = read(page, "Source").splitlines()
    assert note == "Note: The amounts may overlap and are not added up."
    assert source.startswith("Source: Butyrska (2025)")


def test_a_long_source_line_grows_upwards_and_takes_from_the_content() -> None:
    """It must not run over the footer or over the chart."""
    short = ChartSlide(frame=frame("a", "It grows"), panels=(panel(),))
    long = replace(short, frame=frame("b", "It grows more", source=LONG * 6))
    first, second = plan(short, long)

    for page in (first, second):
        check_page(page, RICH)
    charts = [next(i for i in page.items if isinstance(i, ChartItem)) for page in (first, second)]
    assert charts[1].box.height < charts[0].box.height
    assert find_text(first, "Source").box.bottom == find_text(second, "Source").box.bottom


def test_titles_have_one_size_over_the_deck() -> None:
    """A title that shrinks alone looks like a mistake."""
    long = "Washington's turn unsettles Japan's policy on Ukraine and its own security, and "
    pages = plan(
        PointsSlide(frame=frame("a", "Short"), points=points("One", "Two")),
        PointsSlide(frame=frame("b", long * 2 + long[:30]), points=points("One", "Two")),
    )

    sizes = {find_text(page, "Title").paras[0].look.size_pt for page in pages}
    assert len(sizes) == 1
    assert sizes <= {20.0, 22.0}


def test_a_title_too_long_for_two_lines_is_refused_with_the_cut_that_would_do() -> None:
    """The analyst, not the program, knows which words can go."""
    slide = PointsSlide(frame=frame("wordy", "Japan should do more " * 20), points=points("One"))

    with pytest.raises(DataError, match="slide 'wordy': the title does not fit") as error:
        plan(slide)

    assert error.value.hint is not None
    assert error.value.hint.startswith("cut about ")


def test_parts_of_one_slide_are_numbered_in_their_titles() -> None:
    """Two slides with the same title would look like a slip."""
    pages = plan(table_of(40))

    titles = [read(page, "Title") for page in pages]
    assert titles[0] == f"The table says it\u00a0(1/{len(pages)})"
    assert len(set(titles)) == len(pages)


def test_a_long_table_repeats_its_header_row_and_source() -> None:
    """Each part can be read by itself."""
    pages = plan(table_of(40))

    heads = {to_text(find_table(page).rows[0][0].paras[0].words) for page in pages}
    assert heads == {"Purpose"}
    assert all(find_text(page, "Source") for page in pages)
    assert all(len(find_table(page).rows) >= 4 for page in pages)
    assert [find_table(page).has_total for page in pages] == [False] * (len(pages) - 1) + [True]


def test_numbers_in_a_table_stand_right_and_on_one_line() -> None:
    """Digits are compared by their places."""
    (page,) = plan(table_of(5))

    column = [row[1].paras[0] for row in find_table(page).rows]
    assert {para.align for para in column} == {Align.RIGHT}


def test_the_text_of_a_table_starts_at_the_edge_of_the_title() -> None:
    """Shared edges are what makes a slide look designed."""
    (page,) = plan(table_of(5))

    title, table = find_text(page, "Title"), find_table(page)
    assert table.box.left + table.rows[0][0].insets[0] == title.box.left + title.insets[0]


def test_a_table_with_too_many_wide_columns_is_refused() -> None:
    """Numbers are never broken; a table that needs it does not belong on a slide."""
    column = GridColumn(head=words("US$"), align="right", is_numeric=True)
    number = words("1,234,567,890,123,456,789")
    grid = Grid(columns=(column,) * 12, rows=((number,) * 12,) * 3)
    slide = replace(table_of(3), grid=grid)

    with pytest.raises(DataError, match="slide 'table': the table does not fit"):
        plan(slide)


def test_the_body_has_the_largest_size_that_all_slides_accept() -> None:
    """Neighbouring slides in different sizes look patched together."""
    easy = ChartSlide(
        frame=frame("a", "It grows"), panels=(panel(),), takeaways=points("One", "Two")
    )
    hard = replace(easy, frame=frame("b", "It falls"), takeaways=points(*[LONG * 2] * 4))

    alone, together = plan(easy), plan(easy, hard)

    assert find_text(alone[0], "Takeaways").paras[0].look.size_pt == 16
    sizes = {find_text(page, "Takeaways").paras[0].look.size_pt for page in together}
    assert len(sizes) == 1
    assert sizes <= {14.0, 12.0}


def test_points_are_parted_when_they_do_not_fit_with_two_at_least_on_each_slide() -> None:
    """A list is never shrunk below what can be read."""
    texts = [f"{LONG}{LONG}{number}" for number in range(17)]
    pages = plan(PointsSlide(frame=frame("a", "Much to say"), points=points(*texts)))

    shown = [to_text(p.words) for page in pages for p in find_text(page, "Points").paras]
    assert shown == texts
    assert len(pages) > 1
    assert all(len(find_text(page, "Points").paras) >= 2 for page in pages)
    assert {p.look.size_pt for page in pages for p in find_text(page, "Points").paras} <= {14, 16}


def test_a_point_stays_with_those_under_it() -> None:
    """A lead-in alone at the end of a slide says nothing."""
    block = (
        Point(inlines=words(LONG * 2)),
        Point(inlines=words(LONG * 2), level=1),
        Point(inlines=words(LONG * 2), level=1),
    )
    pages = plan(PointsSlide(frame=frame("a", "Much to say"), points=block * 6))

    assert len(pages) > 1
    assert all(find_text(page, "Points").paras[0].level == 0 for page in pages)
    assert all(len(find_text(page, "Points").paras) % 3 == 0 for page in pages)


def test_key_messages_are_numbered_through() -> None:
    """The second slide of messages goes on where the first stopped."""
    messages = points(*[f"{LONG}{number}" for number in range(9)])
    pages = plan(PointsSlide(frame=frame("s", "In short"), points=messages, is_summary=True))

    numbers = [
        to_text(text.paras[0].words)
        for page in pages
        for text in find_texts(page)
        if text.name.endswith("number")
    ]
    assert numbers == [str(number) for number in range(1, 10)]


def test_the_rows_of_key_messages_fill_the_area() -> None:
    """Sentences crowded at the top leave half a slide empty."""
    (page,) = plan(
        PointsSlide(
            frame=frame("s", "In short", source=""),
            points=points(LONG, LONG + "a", LONG + "b"),
            is_summary=True,
        )
    )

    rows = [find_text(page, f"Point {number}").box for number in (1, 2, 3)]
    assert len({row.height for row in rows}) == 1
    body = RICH.layouts[LayoutRole.TITLE_ONLY].body
    assert rows[-1].bottom > body.bottom - body.height // 10


@pytest.mark.parametrize("count", range(1, 9))
def test_cards_are_of_one_size_with_numbers_of_one_size(count: int) -> None:
    """A number larger than its neighbour would seem to matter more."""
    cards = tuple((CARDS * 2)[:count])
    (page,) = plan(KeyFiguresSlide(frame=frame("k", "Large sums"), cards=cards))

    groups = [item for item in page.items if isinstance(item, GroupItem)]
    numbers = [text for text in find_texts(page) if text.name.endswith("number")]
    assert len(groups) == count
    assert len({group.box.size for group in groups}) == 1
    assert len({number.paras[0].look.size_pt for number in numbers}) == 1
    assert all(group.alt for group in groups)
    check_page(page, RICH)


def test_more_than_eight_figures_take_a_second_slide() -> None:
    """Eight large numbers are all that a reader can hold."""
    pages = plan(KeyFiguresSlide(frame=frame("k", "Large sums"), cards=CARDS * 3))

    assert [sum(isinstance(i, GroupItem) for i in page.items) for page in pages] == [8, 4]


def test_a_number_too_long_for_a_card_is_refused() -> None:
    """A large number on two lines is no large number."""
    card = FigureCard(number="1" * 90, label="Much", detail="", fact="much")

    with pytest.raises(DataError, match="slide 'k': a number does not fit"):
        plan(KeyFiguresSlide(frame=frame("k", "Large sums"), cards=(card,)))


def test_two_charts_have_plots_of_one_size_at_one_height() -> None:
    """Only then can the eye compare them."""
    slide = ChartSlide(
        frame=frame("p", "Two views"), panels=(panel(heading="Short"), panel(heading=LONG * 2))
    )
    (page,) = plan(slide)

    charts = [item for item in page.items if isinstance(item, ChartItem)]
    assert len({(chart.box.top, chart.box.size) for chart in charts}) == 1
    check_page(page, RICH)


def test_a_third_chart_takes_a_second_slide() -> None:
    """Three charts side by side are too small to read."""
    pages = plan(ChartSlide(frame=frame("p", "Three views"), panels=(panel(),) * 3))

    assert [sum(isinstance(i, ChartItem) for i in page.items) for page in pages] == [2, 1]


def test_takeaways_too_long_for_their_panel_follow_on_a_slide_of_their_own() -> None:
    """An analyst's points are not lost, and the chart keeps its size."""
    slide = ChartSlide(
        frame=frame("p", "One view"), panels=(panel(),), takeaways=points(*[LONG * 3] * 5)
    )
    pages = plan(slide)

    assert [sum(isinstance(i, ChartItem) for i in page.items) for page in pages] == [1, 0]
    assert [read(page, "Title")[-5:] for page in pages] == ["(1/2)", "(2/2)"]
    assert len(find_text(pages[1], "Points").paras) == 5
    for page in pages:
        check_page(page, RICH)


def test_a_table_too_wide_for_takeaways_has_them_on_the_next_slide() -> None:
    """Nine columns of numbers need the whole width."""
    number = GridColumn(head=words("US$"), align="right", is_numeric=True)
    grid = Grid(columns=(number,) * 9, rows=((words("1,234,567,890"),) * 9,) * 4)
    slide = replace(table_of(4), grid=grid, takeaways=points("One", "Two"))
    pages = plan(slide)

    assert len(pages) == 2
    assert find_table(pages[0]).box.width > RICH.size.width * 0.8
    for page in pages:
        check_page(page, RICH)


def test_up_to_six_events_stand_along_a_line() -> None:
    """Dates above, texts below, at one height each."""
    (page,) = plan(TimelineSlide(frame=frame("t", "It took years"), entries=ENTRIES))

    tops = {find_text(page, f"Event {number}").box.top for number in range(1, 7)}
    assert len(tops) == 1


def test_more_events_stand_in_rows_and_go_on_over_slides() -> None:
    """Every event keeps its place in time, none is lost."""
    entries = tuple(
        TimelineEntry(date=f"{year}", title=f"Event of {year}", text=words(LONG))
        for year in range(1990, 2015)
    )
    pages = plan(TimelineSlide(frame=frame("t", "It took years"), entries=entries))

    dates = [
        to_text(text.paras[0].words)
        for page in pages
        for text in find_texts(page)
        if text.name.endswith("date")
    ]
    assert dates == [entry.date for entry in entries]
    for page in pages:
        check_page(page, RICH)


def test_eight_recommendations_take_two_slides_of_four() -> None:
    """They must be readable, with who acts on each."""
    slide = RecommendationsSlide(
        frame=frame("r", "Act now"),
        items=RECOMMENDATIONS,
        who_label="Who",
        what_label="What",
        by_label="By",
    )
    pages = plan(slide)

    assert [len(find_table(page).rows) for page in pages] == [5, 5]
    heads = [to_text(cell.paras[0].words) for cell in find_table(pages[0]).rows[0]]
    assert heads == ["", "What", "Who / By"]


@pytest.mark.parametrize(
    ("who", "by", "heads"),
    [
        ("", "", ["", "What"]),
        ("Japan", "", ["", "What", "Who"]),
        ("Japan", "2026", ["", "What", "Who", "By"]),
    ],
)
def test_a_column_that_says_nothing_is_left_out(who: str, by: str, heads: list[str]) -> None:
    """An empty column looks as if something had been forgotten."""
    items = tuple(recommendation(number, "Act", who, "Do it.", by) for number in (1, 2, 3))
    slide = RecommendationsSlide(
        frame=frame("r", "Act now"), items=items, who_label="Who", what_label="What", by_label="By"
    )
    (page,) = plan(slide)

    assert [to_text(cell.paras[0].words) for cell in find_table(page).rows[0]] == heads


def test_a_quotation_has_the_marks_of_its_language() -> None:
    """English marks in a Ukrainian deck are a blot."""
    slide = QuoteSlide(frame=frame("q", "A promise"), quote=words("стійко"), attribution="Ішіба")
    (page,) = plan_deck(storyboard(slide, language="uk-UA"), RICH)

    assert read(page, "Body") == "«стійко»"
    assert read(page, "Byline") == "Ішіба"


@TEMPLATES
def test_a_cover_says_all_whatever_places_it_has(template: DeckTemplate) -> None:
    """Author and date must not be lost on a template without a place for them."""
    cover = SLIDES[0]
    assert isinstance(cover, CoverSlide)
    (page,) = plan(cover, template=template)

    said = " ".join(to_text(para.words) for text in find_texts(page) for para in text.paras)
    for text in (cover.title, cover.subtitle, cover.kicker, *cover.byline, cover.date):
        assert text in said


def test_a_text_too_long_for_its_place_on_the_cover_takes_free_room() -> None:
    """Many authors are no reason to refuse a deck while half the cover is empty."""
    cover = SLIDES[0]
    assert isinstance(cover, CoverSlide)
    authors = tuple(f"Author number {number}, Institute" for number in range(7))
    (page,) = plan(replace(cover, byline=authors, date=""))

    byline = find_text(page, "Byline")
    assert byline.placeholder is not None
    assert byline.box.height > byline.placeholder.box.height
    check_page(page, RICH)


def test_footnotes_go_to_the_speaker() -> None:
    """A slide shows no footnotes, and nothing that they say is lost."""
    pages = plan_deck(storyboard(), RICH)

    notes = next(page.notes for page in pages if page.id == "sources")
    assert notes[-1] == "The source does not say which holds which."


def test_a_long_footer_is_cut_at_a_word() -> None:
    """The footer keeps to its line."""
    board = storyboard(PointsSlide(frame=frame("a", "One"), points=points("Two")))
    board = replace(board, properties=replace(board.properties, title=LONG * 3))
    (page,) = plan_deck(board, RICH)

    assert read(page, "Footer").endswith("…")
    check_page(page, RICH)


texts = st.one_of(
    st.text(min_size=1, max_size=60),
    st.text(alphabet="あア漢字、。", min_size=1, max_size=200),
    st.text(alphabet="אבגد مرحبا", min_size=1, max_size=200),
    st.text(alphabet="W", min_size=30, max_size=200),
    st.text(alphabet="😀👩‍👩‍👧 é", min_size=1, max_size=80),
    st.integers(1, 60).map(lambda count: "word " * count),
)
hostile = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def check_deck(slide: Slide) -> None:
    """Assert that a slide is either placed faultlessly or refused with its name."""
    refusal = "slide 'x': "
    pages: tuple[Page, ...] = ()
    try:
        pages = plan(slide)
    except DataError as error:
        refusal = str(error)
    assert "slide 'x': " in refusal
    for page in pages:
        check_page(page, RICH)


@hostile
@given(
    said=st.lists(st.tuples(texts, st.integers(0, 2)), min_size=1, max_size=14),
    callout=st.one_of(st.just(""), texts),
    is_summary=st.booleans(),
)
def test_points_never_leave_their_place(
    said: list[tuple[str, int]], callout: str, is_summary: bool
) -> None:
    """Whatever the words and the script."""
    check_deck(
        PointsSlide(
            frame=frame("x", "A title"),
            points=tuple(Point(inlines=words(text), level=level) for text, level in said),
            callout=words(callout) if callout else (),
            is_summary=is_summary,
        )
    )


@hostile
@given(rows=st.lists(st.tuples(texts, texts, st.integers(0, 10**9)), min_size=1, max_size=30))
def test_tables_never_leave_their_place(rows: list[tuple[str, str, int]]) -> None:
    """Whatever stands in the cells."""
    grid = Grid(
        columns=(
            GridColumn(head=words("Name")),
            GridColumn(head=words("Remark")),
            GridColumn(head=words("Number"), align="right", is_numeric=True),
        ),
        rows=tuple((words(a), words(b), words(f"{number:,}")) for a, b, number in rows),
    )
    check_deck(
        TableSlide(
            frame=frame("x", "A title"), heading=words("Head"), subtitle=(), grid=grid, alt="A."
        )
    )


@hostile
@given(events=st.lists(st.tuples(texts, texts, texts), min_size=1, max_size=14))
def test_timelines_never_leave_their_place(events: list[tuple[str, str, str]]) -> None:
    """Whatever happened when."""
    entries = tuple(
        TimelineEntry(date=date, title=title, text=words(text)) for date, title, text in events
    )
    check_deck(TimelineSlide(frame=frame("x", "A title"), entries=entries))


@hostile
@given(cards=st.lists(st.tuples(texts, texts, texts), min_size=1, max_size=9))
def test_cards_never_leave_their_place(cards: list[tuple[str, str, str]]) -> None:
    """Whatever is counted."""
    check_deck(
        KeyFiguresSlide(
            frame=frame("x", "A title"),
            cards=tuple(
                FigureCard(number=number[:12], label=label, detail=detail, fact="f")
                for number, label, detail in cards
            ),
        )
    )


@hostile
@given(title=texts, source=texts, tracker=texts)
def test_what_stands_around_never_leaves_its_place(title: str, source: str, tracker: str) -> None:
    """Titles, trackers and sources are the analyst's words too."""
    check_deck(ChartSlide(frame=frame("x", title, tracker, source), panels=(panel(),)))


def test_the_least_sizes_of_the_template_are_kept() -> None:
    """An organisation that forbids small print gets more slides instead."""
    many = tuple(Point(inlines=words(f"A point of some length, number {n}")) for n in range(30))
    board = storyboard(PointsSlide(frame=frame("many", "Many points"), points=many))
    usual, larger = plan_deck(board, RICH), plan_deck(board, RICH, {"body": 18.0, "source": 11.0})

    assert {para.look.size_pt for para in _find_paras(usual, "Points")} == {14.0}
    assert {para.look.size_pt for para in _find_paras(larger, "Points")} == {18.0}
    assert {para.look.size_pt for para in _find_paras(larger, "Source")} == {11.0}
    assert len(larger) > len(usual)


def _find_paras(pages: tuple[Page, ...], name: str) -> list[Para]:
    """Return the paragraphs of all text items of a name."""
    return [
        para
        for page in pages
        for item in page.items
        if isinstance(item, TextItem) and item.name == name
        for para in item.paras
    ]
