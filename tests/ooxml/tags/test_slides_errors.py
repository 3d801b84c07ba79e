"""What is wrong with the tags of a deck: told with the place, all at once, and nothing written."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import TagsError, TemplateError
from generator.ooxml.opening import open_package
from generator.ooxml.tags import find_names, find_tags, render_package
from generator.rendering import render_pptx
from tests.ooxml.tags.decks import (
    Deck,
    add_box,
    add_chart,
    add_picture,
    add_slide,
    add_table,
    read_titles,
    render,
    start_deck,
)
from tests.ooxml.tags.documents import make_docx


def find_errors(folder: Path, deck: Deck, **context: object) -> list[str]:
    """Return the messages of the error that rendering `deck` ends in; nothing is written."""
    with pytest.raises(TagsError) as caught:
        render(folder, deck, context)
    assert not (folder / "out.pptx").exists()
    return [error.message for error in caught.value.errors]


def test_an_unknown_name_is_told_with_its_slide_table_and_row(tmp_path: Path) -> None:
    """The place is what a person looks for in PowerPoint."""
    deck = start_deck()
    for title in "abc":
        add_slide(deck, title)
    add_table(add_slide(deck, "d"), ["Owner"], ["{{ ownr }}"])

    with pytest.raises(TagsError) as caught:
        render(tmp_path, deck, {"owner": "x"})

    (error,) = caught.value.errors
    assert error.message == "slide 4, table 'Costs', row 2: unknown name 'ownr'"
    assert error.hint == "did you mean 'owner'?"


def test_all_places_of_a_deck_have_a_name(tmp_path: Path) -> None:
    """All that is wrong is told at once, slide by slide, then masters and the rest."""
    deck = start_deck()
    slide = add_slide(deck, "{{ a }}", "{{ b }}", notes="{{ c }}")
    add_box(slide, "first", "{{ d }}")
    add_chart(slide, "{{ e }}")
    add_picture(slide, "{{ f }}")
    deck.slide_layouts[5].shapes[0].text_frame.text = "{{ g }}"
    deck.core_properties.title = "{{ h }}"
    deck.slide_master.shapes[0].text_frame.text = "{{ i }}"

    assert sorted(find_errors(tmp_path, deck)) == [
        "document properties: unknown name 'h'",
        "layout 'Title Only', title: unknown name 'g'",
        "slide 1, chart 'Chart 4': unknown name 'e'",
        "slide 1, notes: unknown name 'c'",
        "slide 1, picture 'Logo', alt text: unknown name 'f'",
        "slide 1, shape 'TextBox 2': unknown name 'b'",
        "slide 1, shape 'TextBox 3', paragraph 2: unknown name 'd'",
        "slide 1, title: unknown name 'a'",
        "slide master 1, title: unknown name 'i'",
    ]


def test_a_name_in_a_copied_slide_is_told_once_with_its_round(tmp_path: Path) -> None:
    """The same mistake in fifty copies is one mistake."""
    deck = start_deck()
    add_slide(deck, "{%slide for r in recs %}{{ r.ownr }}{%slide endfor %}")

    errors = find_errors(tmp_path, deck, recs=[{"owner": "x"}, {"owner": "y"}])

    assert errors == ["slide 1, title: unknown name 'ownr' in 'recs[0].ownr'"]


_BAD = {
    "unclosed loop": (
        ["{%slide for x in xs %}a", "b"],
        "slide 1, title: '{%slide for x in xs %}' is never closed",
    ),
    "unclosed branch": (
        ["{%slide if x %}a", "{%slide else %}b"],
        "slide 1, title: '{%slide if x %}' is never closed",
    ),
    "closes nothing": (
        ["a", "{%slide endfor %}b"],
        "slide 2, title: '{%slide endfor %}' closes nothing",
    ),
    "stray else": (
        ["{%slide else %}a"],
        "slide 1, title: '{%slide else %}' belongs to no 'if' or 'for' of a slide",
    ),
    "crossed": (
        ["{%slide if x %}a", "{%slide for x in xs %}b", "{%slide endif %}c", "{%slide endfor %}d"],
        "slide 3, title: '{%slide endif %}' crosses '{%slide for x in xs %}' (slide 2, title)",
    ),
    "closed in running text": (
        ["{%slide for x in xs %}a", "b {% endfor %}"],
        "slide 1, title: '{%slide for x in xs %}' is never closed",
    ),
    "over slides": (
        ["{% for x in xs %}a", "b {% endfor %}"],
        "slide 1, title: '{% for x in xs %}' begins in one place and '{% endfor %}' "
        "(slide 2, title) stands in another",
    ),
    "value as a slide": (
        ["{{slide x }}a"],
        "slide 1, title: '{{slide x }}' cannot be put in the place of a slide",
    ),
    "macro": (
        ["{%slide macro m(x) %}a", "{%slide endmacro %}b"],
        "slide 1, title: '{%slide macro m(x) %}' cannot be said of a slide",
    ),
    "recursive": (
        ["{%slide for x in xs recursive %}{{ loop([]) }}{%slide endfor %}"],
        "slide 1, title: '{%slide for x in xs recursive %}' cannot be said of a slide",
    ),
    "space before": (
        ["{% slide set x = 1 %}a"],
        "slide 1, title: '{% slide set x = 1 %}' is no statement that is known",
    ),
    "too many": (
        ["{%slide for x in range(10001) %}a{%slide endfor %}"],
        "the deck becomes longer than 10,000 slides",
    ),
    "open tag": (
        ["{{ a"],
        "slide 1, title: '{{' is not closed with '}}' in '{{ a'",
    ),
    "unknown filter": (
        ["{{ 'a'|uper }}"],
        "slide 1, title: unknown filter 'uper' in '{{ 'a'|uper }}'",
    ),
    "python": (
        ["{{ ''.__class__ }}"],
        "slide 1, title: '….__class__' must not be reached from a template",
    ),
    "cell tag outside": (
        ["{% colspan 2 %}a"],
        "slide 1, title: '{% colspan 2 %}' stands in no table cell",
    ),
}


@pytest.mark.parametrize("name", _BAD)
def test_bad_tags_are_one_clear_error(tmp_path: Path, name: str) -> None:
    """Each mistake is told once, at the tag where it is mended."""
    titles, *messages = _BAD[name]
    deck = start_deck()
    for title in titles:
        add_slide(deck, title)

    assert find_errors(tmp_path, deck, xs=[1], x=1) == messages


def test_what_fails_on_one_slide_does_not_hide_what_fails_on_others(tmp_path: Path) -> None:
    """The slides are one source, yet nobody should have to mend a deck slide by slide."""
    deck = start_deck()
    loop = "{% for x in 5 %}{{ x }}{% endfor %}"
    for title in ("{{ 1 / zero }}", loop, "{{ 'a' + 1 }}", "{{ y }}"):
        add_slide(deck, title)

    errors = find_errors(tmp_path, deck, zero=0)

    assert [error.partition(",")[0] for error in errors] == [f"slide {n}" for n in (1, 2, 3, 4)]


def test_a_loop_that_begins_on_a_slide_cannot_end_in_a_table(tmp_path: Path) -> None:
    """The message is about the tag that lacks its end, not about torn XML."""
    deck = start_deck()
    slide = add_slide(deck, "{%slide for x in xs %}")
    add_table(slide, ["a"], ["{%tr endfor %}"])

    (error,) = find_errors(tmp_path, deck, xs=[1])

    assert error == "slide 1, title: '{%slide for x in xs %}' is never closed"


def test_a_shape_block_stays_among_its_siblings(tmp_path: Path) -> None:
    """A block that begins in one slide's shape cannot end in another's."""
    deck = start_deck()
    add_slide(deck, "", "{%shape for x in xs %}a")
    add_slide(deck, "", "{%shape endfor %}b")

    (error,) = find_errors(tmp_path, deck, xs=[1])

    assert error.startswith("slide 1, shape 'TextBox 2': '{%shape for x in xs %}' begins in one")


def test_slide_tags_have_no_place_in_a_layout(tmp_path: Path) -> None:
    """A layout is no slide."""
    deck = start_deck()
    add_slide(deck, "")
    deck.slide_layouts[5].shapes[0].text_frame.text = "{%slide if x %}"

    assert find_errors(tmp_path, deck, x=1) == [
        "layout 'Title Only', title: '{%slide if x %}' stands in no slide"
    ]


def test_an_address_that_a_value_brings_must_be_one(tmp_path: Path) -> None:
    """A click must not start a program."""
    deck = start_deck()
    box = add_box(add_slide(deck, ""), "more")
    box.text_frame.paragraphs[0].runs[0].hyperlink.address = "{{ url }}"

    (error,) = find_errors(tmp_path, deck, url="file:///etc/passwd")

    assert error.startswith("slide 1, shape 'TextBox 2': 'file:///etc/passwd' of '{{ url }}' is no")


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\x1b", "\ufffe", "\ud800"])
def test_a_character_that_no_file_can_hold_is_refused_by_name(tmp_path: Path, sign: str) -> None:
    """Better no file than one that Office does not open."""
    deck = start_deck()
    add_slide(deck, "{{ text }}")

    (error,) = find_errors(tmp_path, deck, text=f"a{sign}b")

    said = f"slide 1, title: '{{{{ text }}}}': the value holds the character U+{ord(sign):04X}"
    assert error.startswith(said)


def test_an_endless_loop_ends(tmp_path: Path) -> None:
    """A template is no more to be trusted than any file."""
    deck = start_deck()
    nested = "{%slide for a in range(99999) %}{%slide for b in range(99999) %}"
    add_slide(deck, f"{nested}x{'{%slide endfor %}' * 2}")

    (error,) = find_errors(tmp_path, deck)

    assert "the document becomes larger than" in error


def test_a_package_stays_as_it_was_after_an_error(tmp_path: Path) -> None:
    """Who catches the error can go on with the same package."""
    deck = start_deck()
    slide = add_slide(deck, "{%slide for x in xs %}{{ x }}{%slide endfor %}")
    add_chart(slide, "{{ name }}")
    deck.save(tmp_path / "template.pptx")
    package = open_package(tmp_path / "template.pptx")
    before = package.to_bytes()

    with pytest.raises(TagsError):
        render_package(package, {"xs": [1, 2]})

    assert package.to_bytes() == before
    render_package(package, {"xs": [1, 2], "name": "n"})
    (tmp_path / "made.pptx").write_bytes(package.to_bytes())
    assert read_titles(_open(tmp_path / "made.pptx")) == ["1", "2"]


def _open(path: Path) -> Deck:
    from pptx import Presentation

    return Presentation(str(path))


def test_a_word_document_is_no_deck(tmp_path: Path) -> None:
    """The wrong file is told as such."""
    make_docx(tmp_path / "a.docx", "<w:p/>")

    with pytest.raises(TemplateError, match="is not a presentation"):
        render_pptx(tmp_path / "a.docx", {}, tmp_path / "out.pptx")


def test_the_tags_of_a_deck_are_listed_with_their_places(tmp_path: Path) -> None:
    """What `template check` shows: each tag, its part and place, and the names it needs."""
    deck = start_deck()
    slide = add_slide(
        deck, "{%slide for r in recs %}{{ r.name }}{%slide endfor %}", notes="{{ x }}"
    )
    add_chart(slide, "{{ org }}")
    deck.save(tmp_path / "template.pptx")
    package = open_package(tmp_path / "template.pptx")

    tags = find_tags(package)

    found = {(tag.source, tag.part, tag.place) for tag in tags}
    assert ("{{ r.name }}", "ppt/slides/slide1.xml", "slide 1, title") in found
    assert ("{{ x }}", "ppt/notesSlides/notesSlide1.xml", "slide 1, notes") in found
    assert any(tag.part.startswith("ppt/charts/") for tag in tags)
    assert sorted(find_names(package)) == ["org", "recs", "x"]


def test_a_space_before_the_word_slide_is_told_as_such(tmp_path: Path) -> None:
    """The slip that is nearest at hand, since other statements have a space there."""
    deck = start_deck()
    add_slide(deck, "{% slide for x in xs %}a{% slide endfor %}")

    with pytest.raises(TagsError) as caught:
        render(tmp_path, deck, {"xs": []})

    assert caught.value.errors[0].hint == "write '{%slide for …' without a space before 'slide'"
