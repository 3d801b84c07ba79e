"""Parts of a document have names that a reader of the data file can guess."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.brief import Section
from generator.brief.parts import RESERVED, plan_section_ids, slug, walk_sections
from generator.brief.values import ID

HEADINGS = ("Trees", "Trees 2", "Дерева", "Summary", "fig-a")


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Support so far", "support-so-far"),
        ("What's next? (2025)", "what-s-next-2025"),
        ("Économie & société", "economie-societe"),
        ("Łódź, Straße, Ærø", "lodz-strasse-aero"),
        ("COVID у світі", "covid"),
        ("Підтримка", ""),
        ("日本の支援", ""),
        ("½ ﬁeld", "1-2-field"),
    ],
)
def test_a_heading_gives_a_plain_name(heading: str, name: str) -> None:
    """The name can be typed on any keyboard."""
    assert slug(heading) == name


def test_a_long_heading_is_cut_between_words() -> None:
    """A name is typed by hand, and half a word is hard to guess."""
    name = slug("The quick brown fox jumps over the lazy dog and then over the hedge")

    assert name == "the-quick-brown-fox-jumps-over-the-lazy-dog-and"


@given(text=st.text(max_size=120))
def test_a_name_is_always_one_that_can_be_referred_to(text: str) -> None:
    """Whatever the heading, its name is a valid id, or there is none."""
    name = slug(text)

    assert name == "" or (re.fullmatch(ID, name) and len(name) <= 48)


@given(
    headings=st.lists(
        st.sampled_from(["Trees", "Trees 2", "Дерева", "Summary", "fig-a"]), max_size=8
    ),
    given_id=st.sampled_from([None, "trees", "section-1", "trees-2"]),
)
def test_no_two_sections_share_a_name(headings: list[str], given_id: str | None) -> None:
    """A name that means two things moves the wrong one."""
    sections = [Section(heading=heading) for heading in headings]
    sections.append(Section(heading="Last", id=given_id, sections=(Section(heading="Trees"),)))

    ids = plan_section_ids(sections, frozenset({"fig-a"}))

    assert len(set(ids.values())) == len(ids) == len(headings) + 2
    assert not set(ids.values()) & (RESERVED | {"fig-a"})
    if given_id:
        assert ids[(len(headings),)] == given_id


def test_sections_are_walked_in_reading_order() -> None:
    """A subsection comes before the next section."""
    sections = (
        Section(heading="A", sections=(Section(heading="B"),)),
        Section(heading="C"),
    )

    assert [path for path, _ in walk_sections(sections)] == [(0,), (0, 0), (1,)]
