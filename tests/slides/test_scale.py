"""Slides of any size look as those of the usual size do."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from generator.inventory.deck import DeckTemplate, LayoutInfo, LayoutRole, PlaceholderRole
from generator.slides import plan_deck
from generator.slides.page import ChartItem, Page, TableItem, TextItem
from generator.slides.scale import find_factor, list_zooms, scale_template
from generator.units import Box, Emu, Size, pt
from tests.slides.layouts import RICH
from tests.slides.pages import check_page, find_texts
from tests.slides.samples import storyboard

BOARD = storyboard()
PLAIN = plan_deck(BOARD, RICH)


def sizes(pages: tuple[Page, ...]) -> list[float]:
    """Return the sizes of all text, in the order of the pages."""
    return [para.look.size_pt for page in pages for text in find_texts(page) for para in text.paras]


@pytest.mark.parametrize("factor", [0.1, 0.75, 3.0])
def test_a_slide_of_another_size_is_planned_alike(factor: float) -> None:
    """A slide is seen whole, whatever its size; text must be as large a part of it."""
    template = scale_template(RICH, factor)
    pages = plan_deck(BOARD, template)

    assert [page.id for page in pages] == [page.id for page in PLAIN]
    for small, plain in zip(sizes(pages), sizes(PLAIN), strict=True):
        assert small <= plain * factor + 0.01
        assert small >= plain * factor - 0.75
    for page in pages:
        check_page(page, template)


@pytest.mark.parametrize(
    ("width", "height", "factor"),
    [
        (960, 540, 1.0),
        (720, 540, 1.0),
        (780, 540, 1.0),
        (720, 405, 0.75),
        (540, 720, 0.75),
        (1920, 1080, 2.0),
    ],
)
def test_only_slides_that_differ_much_are_scaled(
    width: float, height: float, factor: float
) -> None:
    """Office's own sizes, wide and narrow, keep whole points."""
    assert find_factor(Size(pt(width), pt(height))) == factor


def test_what_fills_a_placeholder_keeps_the_placeholder_s_own_place_and_size() -> None:
    """What a slide has from its layout must not be written again with rounded numbers."""
    template = scale_template(RICH, 0.7531)
    pages = plan_deck(BOARD, template)

    filled = [item for page in pages for item in page.items if isinstance(item, TextItem)]
    holes = [hole for layout in template.layouts.values() for hole in layout.placeholders]
    kept = [item for item in filled if item.placeholder and item.box == item.placeholder.box]
    assert all(item.placeholder in holes for item in filled if item.placeholder)
    assert len(kept) > len(pages)


def test_tables_and_charts_are_scaled_with_all_that_is_in_them() -> None:
    """A table whose rows do not add up to its height is drawn wrong."""
    pages = plan_deck(BOARD, scale_template(RICH, 0.75))

    items = [item for page in pages for item in page.items]
    for table in (item for item in items if isinstance(item, TableItem)):
        assert sum(table.widths) == table.box.width
        assert sum(table.heights) == table.box.height
    charts = [item.text_pt for item in items if isinstance(item, ChartItem)]
    assert charts
    assert max(charts) <= 9


def narrowed(share: float) -> DeckTemplate:
    """Return a template whose body areas have this share of the usual width."""

    def narrow(layout: LayoutInfo) -> LayoutInfo:
        left, top, width, height = layout.body
        body = Box(left, top, Emu(round(width * share)), height)
        return replace(layout, body=body)

    layouts = {role: narrow(layout) for role, layout in RICH.layouts.items()}
    return replace(RICH, layouts=layouts)


def test_a_template_with_little_room_may_have_smaller_text() -> None:
    """The sample brief must be told on it all the same, down to a floor."""
    assert list_zooms(RICH, 1.0) == (1.0,)
    zooms = list_zooms(narrowed(0.5), 1.0)
    assert zooms[0] == 1.0
    assert zooms[-1] == pytest.approx(math.sqrt(0.5) * 0.94, rel=0.02)
    assert list_zooms(narrowed(0.05), 1.0)[-1] == 0.6


def test_a_deck_is_planned_where_half_the_room_is_taken() -> None:
    """Art beside the content is no reason to refuse a template."""
    template = narrowed(0.5)
    pages = plan_deck(BOARD, template)

    for page in pages:
        layout = template.layouts[page.layout]
        for item in page.items:
            if isinstance(item, ChartItem | TableItem):
                assert item.box.right <= layout.body.right
    assert LayoutRole.TITLE_ONLY in {page.layout for page in pages}
    assert all(PlaceholderRole.TITLE in template.layouts[page.layout].by_role for page in pages)
