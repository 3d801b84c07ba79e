"""Page 1: cover, key messages, key figures, contents."""

from __future__ import annotations

import pytest

from generator.compose.report import (
    CalloutBox,
    Contents,
    Cover,
    FigureCard,
    Heading,
    KeyFigures,
    KeyMessages,
)
from generator.text.blocks import Inlines, ListBlock, Run, Subheading
from tests.word.reading import W, build, text_of
from tests.word.samples import cited, said, words

CARD = FigureCard(number="71%", label="of flats", detail="Survey, 2026", fact="warm")


def test_the_cover_leaves_out_what_is_not_given() -> None:
    """No empty line stands where a subtitle might."""
    cover = Cover(
        title="Title", subtitle="", kicker="", byline=("A", "B"), organisation="O", date="2026"
    )
    built = build(cover)

    assert built.texts() == ["Title", "A", "B", "O · 2026"]


def test_key_messages_stand_in_a_box() -> None:
    """They are seen before anything else is read."""
    built = build(KeyMessages(heading="Key messages", messages=(words("One."), words("Two."))))
    (table,) = built.body.iter(f"{W}tbl")

    assert [text_of(line) for line in table.iter(f"{W}p")] == ["Key messages", "One.", "Two."]
    assert built.values("w:tblStyle") == ["BriefingBox"]
    assert built.texts("KeyMessage") == ["One.", "Two."]


@pytest.mark.parametrize(("count", "rows"), [(1, 1), (2, 1), (3, 1), (4, 1), (5, 2), (8, 2)])
def test_cards_stand_in_even_rows_of_equal_width(count: int, rows: int) -> None:
    """No number looks more important than its neighbour."""
    built = build(KeyFigures(cards=(CARD,) * count, source=words("Survey.")))
    widths = {int(width) for width in built.values("w:tcW", "w")}

    assert len(built.body.findall(f"{W}tbl/{W}tr")) == rows
    assert max(widths) - min(widths) <= 1
    assert built.texts("KeyFigure") == ["71%"] * count
    assert built.texts("Source") == ["Source: Survey."]


def test_long_numbers_get_wider_cards() -> None:
    """A number broken over two lines is not read at a glance."""
    wide = FigureCard(number=">US$12.1 billion", label="x", detail="", fact="x")
    built = build(KeyFigures(cards=(wide,) * 4, source=()))

    assert len(built.body.findall(f"{W}tbl/{W}tr")) == 2


def test_a_callout_holds_text_and_lists() -> None:
    """A remark may have points; they are set in from the box and not from the page."""
    items = ListBlock(items=((said("point"),),))
    built = build(CalloutBox(title="Method", blocks=(said("How."), items)))
    (point,) = built.paragraphs("ListBullet")

    assert built.texts("Callout") == ["How."]
    assert int(point.find(f"{W}pPr/{W}ind").get(f"{W}left")) < 1000


def _contents(*headings: Heading | Subheading, depth: int = 2) -> list[str]:
    built = build(Contents(heading="Contents", depth=depth), *headings)
    (wrapped,) = built.body.iter(f"{W}sdtContent")
    return [text_of(line) for line in wrapped.iter(f"{W}p")]


def _head(level: int, inlines: Inlines, *, is_numbered: bool = True) -> Heading:
    return Heading(level=level, inlines=inlines, id=str(inlines), is_numbered=is_numbered)


def test_the_contents_is_filled_with_the_numbers_that_word_shows() -> None:
    """A reader who never updates a field sees the right contents."""
    entries = _contents(
        _head(1, words("Why now")),
        Subheading(inlines=words("The winter")),
        _head(1, words("What to do")),
        _head(2, words("First")),
        _head(1, words("About"), is_numbered=False),
    )

    assert entries == [
        "Contents",
        "1\tWhy now",
        "1.1\tThe winter",
        "2\tWhat to do",
        "2.1\tFirst",
        "About",
    ]


def test_the_contents_goes_as_deep_as_asked() -> None:
    """Deeper headings would drown the others."""
    headings = (_head(1, words("A")), _head(2, words("B")), _head(3, words("C")))

    assert _contents(*headings, depth=1) == ["Contents", "1\tA"]
    assert _contents(*headings, depth=3)[-1] == "1.1.1\tC"


def test_the_contents_is_a_field_whose_entries_lead_to_the_headings() -> None:
    """Word updates it, and readers jump from it."""
    built = build(Contents(heading="Contents"), _head(1, words("A")), _head(1, words("B")))
    anchors = built.values("w:hyperlink", "anchor")
    bookmarks = built.values("w:bookmarkStart", "name")
    (code,) = built.body.iter(f"{W}instrText")
    kinds = built.values("w:fldChar", "fldCharType")

    assert anchors == bookmarks
    assert code.text.split() == ["TOC", "\\o", '"1-2"', "\\n", "\\h", "\\z", "\\u"]
    assert kinds == ["begin", "separate", "end"]


def test_a_report_without_headings_has_no_contents() -> None:
    """A heading over nothing would be left over."""
    assert build(Contents(heading="Contents")).texts() == []


def test_a_note_in_a_heading_stays_out_of_the_contents() -> None:
    """Word leaves it out as well when it updates."""
    heading = _head(1, (Run(text="A"), cited("survey")))
    built = build(Contents(heading="Contents"), heading)

    assert built.values("w:footnoteReference", "id") == ["1"]
    assert "1\tA" in built.texts("TOC1")


def test_an_unnumbered_heading_shows_no_number() -> None:
    """Front and back matter stand outside the count, and their small headings out of the list."""
    about, funding = (
        _head(1, words("About"), is_numbered=False),
        _head(2, words("Funding"), is_numbered=False),
    )
    built = build(Contents(heading="Contents"), about, funding)

    assert built.texts("UnnumberedHeading") == ["About"]
    assert built.texts("UnnumberedSubheading") == ["Funding"]
    assert built.values("w:numId", "val") == []
    assert [*built.texts("TOC1"), *built.texts("TOC2")] == ["About"]


@pytest.mark.parametrize(("count", "is_torn"), [(3, False), (60, True)])
def test_the_contents_begins_a_page_where_the_first_has_no_room(count: int, is_torn: bool) -> None:
    """A heading "Contents" at the foot of page 1 with nothing under it looks like a fault."""
    headings = [_head(1, words(f"Part {number}")) for number in range(count)]
    messages = KeyMessages(heading="Key messages", messages=(words("One."),))
    built = build(messages, Contents(heading="Contents"), *headings)
    (title,) = built.paragraphs("TOCHeading")

    assert (title.find(f"{W}pPr/{W}pageBreakBefore") is not None) == is_torn


def test_a_contents_that_fits_no_page_is_not_asked_to_keep_together() -> None:
    """Word would then break it wherever it likes."""
    headings = [_head(1, words(f"Part {number}")) for number in range(60)]
    built = build(Contents(heading="Contents"), *headings)
    kept = [line.find(f"{W}pPr/{W}keepNext") is not None for line in built.paragraphs("TOC1")]

    assert not any(kept)
