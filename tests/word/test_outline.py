"""Levels, numbers and bookmarks are planned before anything is written."""

from __future__ import annotations

import pytest

from generator.compose.report import Heading
from generator.text.blocks import Subheading
from generator.word.counters import show_number
from generator.word.outline import plan_outline
from tests.word.reading import build
from tests.word.samples import make_report, words


def head(level: int, text: str, *, is_numbered: bool = True) -> Heading:
    """Return a heading."""
    return Heading(level=level, inlines=words(text), id=text.lower(), is_numbered=is_numbered)


def test_no_level_is_skipped() -> None:
    """Screen readers go by levels; a jump from 1 to 3 reads as a missing part."""
    report = make_report(
        head(1, "A"), Subheading(inlines=words("B"), depth=3), head(4, "C"), head(9, "D")
    )

    headings = plan_outline(report, str).headings

    assert [heading.level for heading in headings.values()] == [1, 2, 3, 4]


def test_a_subheading_counts_from_its_section() -> None:
    """Two subheadings of one section stand on one level, whatever came between."""
    report = make_report(
        head(1, "A"), Subheading(inlines=words("B")), Subheading(inlines=words("C"))
    )

    headings = plan_outline(report, str).headings

    assert [heading.level for heading in headings.values()] == [1, 2, 2]


def test_headings_are_numbered_as_word_will_number_them() -> None:
    """The contents shows the numbers that the headings get from their styles."""
    built = build(
        head(1, "A"),
        head(2, "B"),
        head(2, "C"),
        head(1, "D"),
        head(2, "E"),
        head(1, "F", is_numbered=False),
    )
    headings = plan_outline(make_report(head(1, "A")), lambda level: "x").headings

    assert built.texts("Heading1") == ["A", "D"]
    assert headings[0].number == "x"


@pytest.mark.parametrize(
    ("count", "kind", "expected"),
    [
        (4, "decimal", "4"),
        (4, "decimalZero", "04"),
        (1994, "upperRoman", "MCMXCIV"),
        (9, "lowerRoman", "ix"),
        (28, "lowerLetter", "bb"),
        (3, "upperLetter", "C"),
        (3, "no-such-kind", "3"),
    ],
)
def test_numbers_are_shown_in_the_formats_of_word(count: int, kind: str, expected: str) -> None:
    """A template may number its headings I, II, III or A, B, C."""
    assert show_number(count, kind) == expected
