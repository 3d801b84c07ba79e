"""Exhibits in boxes that a designer drew: sizes, captions, what is too small."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.brief.exhibits import ChartKind
from generator.compose.storyboard import ChartSlide, TableSlide
from generator.errors import TemplateError
from generator.inventory.deck import LayoutRole
from generator.slides.page import ChartItem, Item, TableItem, TextItem
from generator.slides.placed import Spot, plan_exhibit
from generator.slides.plan import DeckPlan, plan_slides
from generator.text.blocks import Grid, GridColumn
from generator.units import Box, inches, pt
from tests.slides.layouts import RICH, box
from tests.slides.pages import check_table, overlap
from tests.slides.samples import SLIDES, frame, panel, plot, storyboard, words

WIDE = box(40, 120, 880, 340)
CHART = ChartSlide(frame=frame("fig", ""), panels=(panel(heading="Support by channel"),))
LINES = ChartSlide(frame=frame("fig", ""), panels=(panel(plot(kind=ChartKind.COLUMN)),))
EDGES = (91440, 91440)


def table(rows: int) -> TableSlide:
    """Return a table of two columns."""
    grid = Grid(
        columns=(GridColumn(head=words("Channel")), GridColumn(head=words("Amount"))),
        rows=tuple((words(f"Channel {number}"), words(str(number))) for number in range(rows)),
    )
    return TableSlide(
        frame=frame("tab", ""), heading=words("Amounts"), subtitle=(), grid=grid, alt="Amounts."
    )


def plan(size_factor: float = 1.0) -> DeckPlan:
    """Return a deck without slides, on slides so many times as large as usual."""
    size = (inches(40 / 3 * size_factor), inches(7.5 * size_factor))
    template = replace(RICH, size=type(RICH.size)(*size))
    return plan_slides(replace(storyboard(*SLIDES[:1]), slides=()), template)


def spot(place: Box = WIDE, *, has_caption: bool = False) -> Spot:
    """Return a box on a plain slide."""
    palette = plan().setting.palette(LayoutRole.TITLE_ONLY)
    return Spot(place="slide 2", box=place, edges=EDGES, palette=palette, has_caption=has_caption)


def find_chart(items: tuple[Item, ...]) -> ChartItem:
    """Return the only chart among `items`."""
    (found,) = [item for item in items if isinstance(item, ChartItem)]
    return found


def find_table(items: tuple[Item, ...]) -> TableItem:
    """Return the only table among `items`."""
    (found,) = [item for item in items if isinstance(item, TableItem)]
    return found


def read_size(item: TableItem) -> float:
    """Return the size of a table's text."""
    return item.rows[1][0].paras[0].look.size_pt


@pytest.mark.parametrize(
    ("place", "size_pt"), [(WIDE, 12.0), (box(40, 120, 260, 150), 10.0), (box(0, 0, 150, 90), 9.0)]
)
def test_the_text_of_a_chart_is_as_large_as_its_box_allows(place: Box, size_pt: float) -> None:
    """Text made for a whole slide would fill a small box by itself."""
    chart = find_chart(plan_exhibit(LINES, spot(place), plan()))

    assert (chart.box, chart.text_pt) == (place, size_pt)


def test_a_slide_of_twice_the_size_has_text_of_twice_the_size() -> None:
    """A slide is seen whole, whatever its size."""
    place = Box(pt(80), pt(240), pt(1760), pt(680))
    chart = find_chart(plan_exhibit(LINES, spot(place), plan(2.0)))

    assert (chart.box, chart.text_pt) == (place, 24.0)


def test_a_caption_stands_around_its_chart_inside_the_box() -> None:
    """Heading above and source below, in the order in which they are read."""
    items = plan_exhibit(CHART, spot(has_caption=True), plan())

    assert [item.name for item in items] == ["Heading", "Chart: fig-amounts", "Source"]
    assert items[0].box.top == WIDE.top
    assert items[2].box.bottom == WIDE.bottom
    assert not any(overlap(one.box, other.box) for one, other in pairwise(items))


def test_a_low_box_gives_up_the_source_before_the_heading_and_both_before_the_chart() -> None:
    """What is measured must be said first; the chart must stay readable in any case."""
    names = [
        [item.name for item in plan_exhibit(CHART, spot(place, has_caption=True), plan())]
        for place in (box(40, 120, 880, 210), box(40, 120, 880, 180), box(40, 120, 880, 140))
    ]

    assert names == [
        ["Heading", "Chart: fig-amounts", "Source"],
        ["Heading", "Chart: fig-amounts"],
        ["Chart: fig-amounts"],
    ]


def test_a_table_is_as_large_as_the_decks_others_or_as_its_box_allows() -> None:
    """One size for all tables where that is possible, a smaller one where it is not."""
    large = plan_exhibit(table(3), spot(), plan())
    small = plan_exhibit(table(11), spot(box(40, 120, 880, 240)), plan())

    assert read_size(find_table(large)) == plan().setting.sizes.table == 14.0
    assert read_size(find_table(small)) < 14.0


def test_a_table_too_long_for_its_box_says_how_many_rows_there_is_room_for() -> None:
    """The designer draws the box higher, or lets the table go on over several slides."""
    with pytest.raises(TemplateError) as caught:
        plan_exhibit(table(40), spot(), plan())

    assert caught.value.message.startswith(
        "slide 2: the box of 31.0 x 12.0 cm is too small: of the 40 rows of 'tab' it holds 1"
    )
    assert caught.value.hint is not None
    assert '{{p section("…") }}' in caught.value.hint


def test_a_table_too_wide_for_its_box_says_so() -> None:
    """Rows are not what is in the way then; a number must not be broken."""
    grid = Grid(
        columns=(GridColumn(head=words("Amount"), is_numeric=True),) * 2,
        rows=((words("12,100,000,000"), words("4,200,000,000")),),
    )
    exhibit = replace(table(1), grid=grid)
    with pytest.raises(TemplateError, match="the columns of 'tab' do not fit beside each other"):
        plan_exhibit(exhibit, spot(box(40, 120, 70, 340)), plan())


def test_bars_that_would_lie_on_each_other_are_refused() -> None:
    """Names that overlap say nothing."""
    many = replace(
        plot(),
        categories=tuple(f"Channel {number}" for number in range(60)),
    )
    exhibit = ChartSlide(frame=frame("fig", ""), panels=(panel(many),))
    with pytest.raises(TemplateError, match="not high enough for the 60 bars of the chart"):
        plan_exhibit(exhibit, spot(), plan())


@given(
    size=st.tuples(st.integers(1, 900), st.integers(1, 500)),
    rows=st.integers(1, 30),
    is_led=st.booleans(),
)
def test_whatever_is_planned_stays_in_its_box(
    size: tuple[int, int], rows: int, is_led: bool
) -> None:
    """A box is what the designer gave; beyond it stands what is the designer's own."""
    place = box(20, 20, *size)
    for exhibit in (CHART, table(rows)):
        try:
            items = plan_exhibit(exhibit, spot(place, has_caption=is_led), PLAN)
        except TemplateError:
            continue
        for item in items:
            assert item.box.left >= place.left
            assert item.box.top >= place.top
            assert item.box.right <= place.right
            assert item.box.bottom <= place.bottom
            if isinstance(item, TableItem):
                check_table(item, PLAN.setting.faces)
        assert sum(not isinstance(item, TextItem) for item in items) == 1


PLAN = plan()
