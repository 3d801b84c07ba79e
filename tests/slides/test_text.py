"""Slides show words alone: what belongs to a report's apparatus is left out without a trace."""

from __future__ import annotations

import pytest

from generator.brief.facts import SourceRef
from generator.brief.values import Name
from generator.slides.scripts import (
    find_alternative,
    is_east_asian,
    is_right_to_left,
    part_by_language,
)
from generator.slides.text import clean, find_footnotes, say, to_text, to_words
from generator.text.blocks import (
    Citation,
    CrossReference,
    Grid,
    GridColumn,
    Inline,
    LineBreak,
    ListBlock,
    Note,
    Paragraph,
    QuoteBlock,
    Run,
    TextTable,
)
from tests.slides.samples import frame, words

CITATION = Citation(sources=(SourceRef(id=Name("nec"), at="p. 3"),))


@pytest.mark.parametrize(
    ("inlines", "shown"),
    [
        ((Run(text="Among the largest donors. "), CITATION), "Among the largest donors."),
        (
            (Run(text="Among the largest donors "), CITATION, Run(text=".")),
            "Among the largest donors.",
        ),
        ((Run(text="As "), CITATION, Run(text=" says")), "As says"),
        ((CITATION, Run(text=" Tokyo")), "Tokyo"),
        ((Run(text="See "), CrossReference(exhibit="fig-a"), Run(text=", please")), "See, please"),
    ],
)
def test_a_citation_leaves_no_space_behind(inlines: tuple[Inline, ...], shown: str) -> None:
    """A space before a full stop shows that something was taken out."""
    assert to_text(to_words(inlines)) == shown


def test_formats_and_breaks_are_kept() -> None:
    """Emphasis and line breaks are the author's."""
    inlines = (Run(text="a", bold=True), LineBreak(), Run(text="b", link="https://a.example"))

    assert to_words(inlines) == inlines


def test_line_feeds_of_plain_text_become_line_breaks() -> None:
    """A title with a line feed keeps its two lines."""
    assert say("a\nb") == (Run(text="a"), LineBreak(), Run(text="b"))
    assert say("") == ()


def test_characters_that_xml_cannot_hold_are_left_out() -> None:
    """One control character from a spreadsheet must not break the whole file."""
    assert clean("a\x07b\ud800c\tc\ufffe") == "abc c"


def test_footnotes_are_found_wherever_they_stand() -> None:
    """A slide has no footnotes; what they say goes to the speaker."""
    grid = Grid(columns=(GridColumn(head=words("A")),), rows=((words("x"),), (words("y"),)))
    note = Note(
        blocks=(
            Paragraph(inlines=words("Read as a total.")),
            ListBlock(
                items=((Paragraph(inlines=words("one")),), (Paragraph(inlines=words("two")),))
            ),
            QuoteBlock(blocks=(Paragraph(inlines=words("three")),)),
            TextTable(grid=grid),
        )
    )

    found = list(find_footnotes((frame("a", "T"), (note,))))

    assert found == ["Read as a total. one; two three x; y"]


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        ("Tokyo", "en-GB", [("Tokyo", "en-GB")]),
        (
            "Tokyo 東京へ now",
            "en-GB",
            [("Tokyo ", "en-GB"), ("東京へ", "ja-JP"), (" now", "en-GB")],
        ),
        ("北京", "en-GB", [("北京", "ja-JP")]),  # as Word takes ideographs alone
        ("Київ now", "en-GB", [("Київ now", "uk-UA")]),
        ("서울", "en-GB", [("서울", "ko-KR")]),
        ("東京 Tokyo", "ja-JP", [("東京 Tokyo", "ja-JP")]),
        ("a、b", "en-GB", [("a", "en-GB"), ("、", "en-GB"), ("b", "en-GB")]),
    ],
)
def test_stretches_have_the_language_of_their_script(
    text: str, language: str, parts: list[tuple[str, str]]
) -> None:
    """A wrong language gives Japanese words a Chinese font, and English ones red underlines."""
    assert list(part_by_language(text, language)) == parts


def test_the_other_language_is_that_of_latin_text() -> None:
    """East Asian documents hold Latin words too."""
    assert is_east_asian("ja-JP")
    assert find_alternative("ja-JP") == "en-US"
    assert find_alternative("uk-UA") == "uk-UA"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("12 مليار", True), ("12 billion", False), ("«שלום»", True), ("12", False)],
)
def test_direction_is_that_of_the_first_letter(text: str, expected: bool) -> None:
    """Digits and quotation marks have none of their own."""
    assert is_right_to_left(text) is expected
