"""Date, footer and number are carried to slides, and the organisation's own words are kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.compose.storyboard import CoverSlide
from generator.inventory.deck import (
    DeckTemplate,
    LayoutInfo,
    LayoutRole,
    PlaceholderInfo,
    PlaceholderRole,
)
from generator.slides import plan_deck
from generator.slides.furniture import find_footer
from generator.slides.page import NumberItem, Page, TextItem
from generator.slides.text import to_text
from generator.units import Box, Emu
from tests.slides.layouts import FOOTER, RICH, TITLE, box, hole
from tests.slides.pages import check_page
from tests.slides.samples import SLIDES, storyboard

DATE = hole(10, "dt", box(650, 508, 160, 22), 10)
Holes = Mapping[PlaceholderRole, PlaceholderInfo]


def with_holes(added: Holes, *, without: tuple[PlaceholderRole, ...] = ()) -> DeckTemplate:
    """Return the rich template with other placeholders on every layout."""

    def change(layout: LayoutInfo) -> LayoutInfo:
        kept = {role: holes for role, holes in layout.by_role.items() if role not in without}
        roles = {**kept, **{role: (one,) for role, one in added.items()}}
        flat = tuple(one for holes in roles.values() for one in holes)
        return replace(layout, by_role=roles, placeholders=flat)

    return replace(RICH, layouts={role: change(one) for role, one in RICH.layouts.items()})


def read(page: Page, name: str) -> str:
    """Return the text of the item called `name`; empty if there is none."""
    found = [item for item in page.items if isinstance(item, TextItem) and item.name == name]
    return " / ".join(to_text(para.words) for item in found for para in item.paras)


def test_the_date_of_the_brief_stands_where_the_layout_has_one() -> None:
    """It is the brief's own, in its language, and not the day of the build."""
    cover = SLIDES[0]
    assert isinstance(cover, CoverSlide)
    pages = plan_deck(storyboard(), with_holes({PlaceholderRole.DATE: DATE}))

    content = [page for page in pages if page.layout is LayoutRole.TITLE_ONLY]
    assert content
    assert {read(page, "Date") for page in content} == {cover.date}
    assert all(any(isinstance(item, NumberItem) for item in page.items) for page in content)


def test_the_organisation_s_own_footer_is_kept() -> None:
    """Its name, or a legal line, is there because it must be."""
    footer = replace(FOOTER, text="Ministry of Works · Official")
    pages = plan_deck(storyboard(), with_holes({PlaceholderRole.FOOTER: footer}))

    content = [page for page in pages if page.layout is LayoutRole.TITLE_ONLY]
    assert {read(page, "Footer") for page in content} == {"Ministry of Works · Official"}


@pytest.mark.parametrize(
    "prompt",
    ["Click to edit footer", "Fußzeile", "Presentation title", "[Organisation]", "", "12", "<#>"],
)
def test_a_prompt_is_no_footer(prompt: str) -> None:
    """What tells the owner to write something must not be shown to an audience."""
    assert find_footer(replace(FOOTER, text=prompt)) == ""


def test_a_placeholder_that_was_put_beside_the_slide_stays_there() -> None:
    """Designers move away what they do not want, since PowerPoint brings deleted ones back."""
    away = replace(FOOTER, box=Box(Emu(-9_000_000), FOOTER.box.top, *FOOTER.box.size))
    pages = plan_deck(storyboard(), with_holes({PlaceholderRole.FOOTER: away}))

    assert all(read(page, "Footer") == "" for page in pages)


def test_a_date_that_would_stand_in_the_footer_is_left_out() -> None:
    """Some templates have both at one place, since they show one of them at a time."""
    date = replace(DATE, box=FOOTER.box)
    pages = plan_deck(storyboard(), with_holes({PlaceholderRole.DATE: date}))

    content = [page for page in pages if page.layout is LayoutRole.TITLE_ONLY]
    assert {read(page, "Date") for page in content} == {""}


def test_texts_of_overlapping_placeholders_do_not_overlap() -> None:
    """Templates have such holes, and it shows only once both hold some lines."""
    title = hole(0, "ctrTitle", box(40, 150, 880, 160), 38)
    subtitle = hole(1, "subTitle", box(40, 280, 880, 120), 18)
    roles = {PlaceholderRole.TITLE: title, PlaceholderRole.SUBTITLE: subtitle}
    template = with_holes(roles, without=tuple(PlaceholderRole))
    (cover, *_) = plan_deck(storyboard(), template)

    check_page(cover, template)


def test_no_text_is_lost_on_layouts_that_have_a_title_alone() -> None:
    """Subtitle, authors, messages and small print stand in the room that is left."""
    others = tuple(role for role in PlaceholderRole if role is not PlaceholderRole.TITLE)
    template = with_holes({PlaceholderRole.TITLE: TITLE}, without=others)
    pages = plan_deck(storyboard(), template)

    cover = SLIDES[0]
    assert isinstance(cover, CoverSlide)
    shown = read(pages[0], "Text")
    assert all(text in shown for text in (cover.subtitle, *cover.byline, cover.date) if text)
    for page in pages:
        check_page(page, template)


def test_a_title_grows_into_the_room_around_it() -> None:
    """Many templates have room for one line, and a sentence takes two."""
    low = replace(TITLE, box=box(40, 70, 640, 30), size_pt=20.0)
    template = with_holes({PlaceholderRole.TITLE: low}, without=(PlaceholderRole.TRACKER,))
    pages = plan_deck(storyboard(*SLIDES[1:]), template)

    titles = [
        item
        for page in pages
        if page.layout is LayoutRole.TITLE_ONLY
        for item in page.items
        if isinstance(item, TextItem) and item.name == "Title"
    ]
    assert all(item.box.height >= low.box.height for item in titles)
    for page in pages:
        if page.layout is LayoutRole.TITLE_ONLY:
            check_page(page, template)


def test_a_title_keeps_clear_of_a_stamp_in_its_hole() -> None:
    """A logo at the end of the title's line is hidden by a long title."""
    stamp = box(800, 40, 120, 60)
    layouts = {role: replace(one, art=(stamp,)) for role, one in RICH.layouts.items()}
    pages = plan_deck(storyboard(), replace(RICH, layouts=layouts))

    for page in pages:
        if page.layout is LayoutRole.TITLE_ONLY:
            title = next(item for item in page.items if item.name == "Title")
            assert title.box.right <= stamp.left
