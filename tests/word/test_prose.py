"""Running text: what an author wrote comes back, in the template's styles."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.text.blocks import (
    LineBreak,
    ListBlock,
    Paragraph,
    QuoteBlock,
    Run,
    Subheading,
    TextTable,
)
from tests.word.reading import PLAIN_TEMPLATE, R, W, build, text_of
from tests.word.samples import make_grid, said, words

texts = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"),
    min_size=1,
    max_size=80,
)


@given(text=texts)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_comes_back_from_the_file(text: str) -> None:
    """Angle brackets, right-to-left text, emoji and spaces at the ends are kept as they are."""
    document = build(said(text)).open()

    assert document.paragraphs[0].text == text


def test_emphasis_is_by_character_style() -> None:
    """A designer changes what strong text looks like in one place."""
    built = build(
        said(Run(text="a", bold=True), Run(text="b", italic=True), Run(text="c", code=True))
    )

    assert built.values("w:rStyle") == ["Strong", "Emphasis", "Code"]


def test_bold_italic_text_is_both() -> None:
    """A run has one character style; the other emphasis stands beside it."""
    (line,) = build(said(Run(text="a", bold=True, italic=True))).paragraphs()

    assert line.find(f".//{W}rStyle").get(f"{W}val") == "Strong"
    assert line.find(f".//{W}i") is not None


def test_links_to_one_address_share_a_relationship() -> None:
    """A reader of the package finds each address once."""
    link = "https://example.org/a?b=1&c=ü"
    built = build(
        said(Run(text="one ", link=link), Run(text="link", link=link, bold=True)),
        said(Run(text="again", link=link), Run(text="mail", link="mailto:a@example.org")),
    )
    used = [item.get(f"{R}id") for item in built.body.iter(f"{W}hyperlink")]
    targets = built.open().part.rels

    assert len(used) == 3
    assert len(set(used)) == 2
    assert targets[used[0]].target_ref == "https://example.org/a?b=1&c=%C3%BC"
    assert targets[used[0]].is_external


def test_an_address_of_another_kind_is_written_as_text() -> None:
    """A link to a file or a script has no place in a report."""
    built = build(said(Run(text="click", link="file:///etc/passwd")))

    assert built.texts() == ["click"]
    assert not list(built.body.iter(f"{W}hyperlink"))


def test_a_line_break_stays_in_its_paragraph() -> None:
    """Addresses are one paragraph of several lines."""
    built = build(Paragraph(inlines=(Run(text="one"), LineBreak(), Run(text="two"))))

    assert built.texts() == ["one\ntwo"]


def test_east_asian_text_says_so() -> None:
    """Without the hint Word sets quotation marks beside kanji in the Latin font."""
    (line,) = build(said("Partner 国際協力機構 helps")).paragraphs()
    run = line.findall(f"{W}r")[1]

    assert run.find(f"{W}rPr/{W}rFonts").get(f"{W}hint") == "eastAsia"
    assert run.find(f"{W}rPr/{W}lang").get(f"{W}eastAsia") == "ja-JP"


def _numbers(built: Any) -> list[tuple[str, str]]:
    """Return numbering id and level of each paragraph that has them."""
    return [
        (mark.find(f"{W}numId").get(f"{W}val"), mark.find(f"{W}ilvl").get(f"{W}val"))
        for mark in built.body.iter(f"{W}numPr")
    ]


def test_each_numbered_list_counts_from_its_own_start() -> None:
    """Without a restart the second list would go on with 3."""
    first = ListBlock(ordered=True, items=((said("a"),), (said("b"),)))
    second = ListBlock(ordered=True, start=4, items=((said("c"),),))
    built = build(first, said("between"), second)
    numbers = [number for number, _ in _numbers(built)]
    root = built.parse("word/numbering.xml")
    starts = {
        num.get(f"{W}numId"): num.find(f"{W}lvlOverride/{W}startOverride").get(f"{W}val")
        for num in root.iter(f"{W}num")
        if num.find(f"{W}lvlOverride") is not None
    }

    assert numbers[0] == numbers[1] != numbers[2]
    assert [starts[numbers[0]], starts[numbers[2]]] == ["1", "4"]


def test_a_restarted_list_counts_by_the_definition_of_its_style() -> None:
    """The look of numbers stays the template's."""
    built = build(ListBlock(ordered=True, items=((said("a"),),)))
    ((number, level),) = _numbers(built)
    root = built.parse("word/numbering.xml")
    num = root.find(f"{W}num[@{W}numId='{number}']")
    abstract = num.find(f"{W}abstractNumId").get(f"{W}val")
    linked = root.find(
        f"{W}abstractNum[@{W}abstractNumId='{abstract}']/{W}lvl[@{W}ilvl='{level}']/{W}pStyle"
    )

    assert linked.get(f"{W}val") == "ListNumber"


def test_bullets_are_by_style_alone() -> None:
    """Nothing is written that a change of the style could not reach."""
    built = build(ListBlock(items=((said("a"),), (said("b"),))))

    assert _numbers(built) == []
    assert built.texts("ListBullet") == ["a", "b"]


def test_lists_nest_three_deep_and_keep_what_lies_deeper() -> None:
    """Content is worth more than a fourth indent."""
    block = ListBlock(items=((said("level 5"),),))
    for level in range(4, 0, -1):
        block = ListBlock(items=((said(f"level {level}"), block),))
    built = build(block)

    assert built.texts("ListBullet") == ["level 1"]
    assert built.texts("ListBullet2") == ["level 2"]
    assert built.texts("ListBullet3") == ["level 3", "level 4", "level 5"]


def test_a_second_paragraph_stays_in_its_item() -> None:
    """It is set in under the item's words, without a number of its own."""
    inner = ListBlock(items=((said("b"), said("more of b")),))
    built = build(ListBlock(items=((said("a"), said("more of a"), inner),)))
    lefts = [line.find(f"{W}pPr/{W}ind") for line in built.paragraphs("ListContinue")]

    assert built.texts("ListContinue") == ["more of a", "more of b"]
    assert lefts[0] is None
    assert int(lefts[1].get(f"{W}left")) > 0


def test_an_item_that_begins_with_a_table_keeps_its_number() -> None:
    """The number stands before an empty line rather than nowhere."""
    built = build(ListBlock(items=((TextTable(grid=make_grid(1)),),)))

    assert built.texts("ListBullet") == [""]
    assert len(list(built.body.iter(f"{W}tbl"))) == 1


def test_a_template_without_list_numbering_gets_one() -> None:
    """Bullets and numbers are real in any template."""
    inner = ListBlock(ordered=True, items=((said("b"),),))
    built = build(ListBlock(items=((said("a"), inner),)), template=PLAIN_TEMPLATE)

    assert [text_of(line) for line in built.paragraphs()] == ["a", "b"]
    assert built.open().paragraphs[1].style is not None


def test_a_quotation_stays_with_who_said_it() -> None:
    """A name alone at the head of a page says nothing."""
    built = build(QuoteBlock(blocks=(said("“We mend.”"),), attribution=words("Foreman")))
    (quote,) = built.paragraphs("Quote")

    assert quote.find(f"{W}pPr/{W}keepNext") is not None
    assert built.texts("QuoteSource") == ["— Foreman"]


def test_a_heading_inside_an_item_is_a_strong_line() -> None:
    """It is no part of the outline, so it must not look like one to a screen reader."""
    built = build(ListBlock(items=((said("a"), Subheading(inlines=words("Inner"))),)))

    assert built.texts("BodyText") == ["Inner"]
    assert built.values("w:rStyle") == ["Strong"]


def test_a_line_that_leads_into_a_list_stays_with_it() -> None:
    """`In this order:` at the foot of a page leads nowhere."""
    items = ListBlock(items=((said("a"),),))
    built = build(said("In this order:"), items, said("No colon"), items)
    lines = built.paragraphs("BodyText")

    assert lines[0].find(f"{W}pPr/{W}keepNext") is not None
    assert lines[1].find(f"{W}pPr/{W}keepNext") is None
