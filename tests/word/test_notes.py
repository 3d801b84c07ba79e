"""Footnotes are Word's own, numbered by Word, with the sources in full."""

from __future__ import annotations

import pytest

from generator.brief.facts import SourceRef
from generator.brief.values import Name
from generator.errors import DataError
from generator.text.blocks import Citation, ListBlock, Note, Run
from tests.word.reading import PLAIN_TEMPLATE, Built, W, build, text_of
from tests.word.samples import cited, said


def _notes(built: Built) -> list[str]:
    """Return the words of all footnotes but the separators."""
    root = built.parse("word/footnotes.xml")
    return [
        "|".join(text_of(line) for line in note.iter(f"{W}p")).strip()
        for note in root
        if note.get(f"{W}type") is None
    ]


def test_a_citation_is_a_footnote_with_source_and_place() -> None:
    """The claim can be checked where it is made."""
    built = build(said("Two of five", cited("ministry", "p. 3"), "."))

    assert _notes(built) == [
        "Ministry of Communities (2026). Heat in the winter of attacks. Kyiv, p. 3."
    ]
    assert built.values("w:footnoteReference", "id") == ["1"]
    assert built.texts() == ["Two of five."]


def test_several_sources_share_one_footnote() -> None:
    """Two marks in a row for one claim would be noise."""
    both = Citation(
        sources=(SourceRef(id=Name("ministry")), SourceRef(id=Name("survey"), at="q. 2"))
    )
    built = build(said("A claim", both))

    assert _notes(built) == [
        "Ministry of Communities (2026). Heat in the winter of attacks. Kyiv; "
        "Survey desk. https://example.org/survey, q. 2."
    ]


def test_a_source_that_ends_in_its_address_gets_no_full_stop() -> None:
    """A full stop after an address ends up in the address when it is copied."""
    built = build(said("A claim", cited("survey")))

    assert _notes(built) == ["Survey desk. https://example.org/survey"]


def test_links_in_footnotes_belong_to_the_footnotes_part() -> None:
    """Relationships are looked up in the part that holds the link."""
    built = build(said("A", cited("survey")), said("B", cited("survey")))
    rels = built.parts["word/_rels/footnotes.xml.rels"].decode()

    assert rels.count("https://example.org/survey") == 1
    assert "example.org" not in built.parts["word/_rels/document.xml.rels"].decode()


def test_a_note_keeps_its_blocks() -> None:
    """Authors write lists in notes too."""
    note = Note(blocks=(said("First."), ListBlock(items=((said("point"),),)), said("Last.")))
    built = build(said("Word", note))

    assert _notes(built) == ["First.|point|Last."]


def test_a_note_that_begins_with_a_list_has_its_mark_on_a_line_before() -> None:
    """The mark must stand at the head of the note."""
    built = build(said("Word", Note(blocks=(ListBlock(items=((said("point"),),)),))))
    note = built.parse("word/footnotes.xml")[-1]

    assert note[0].find(f".//{W}footnoteRef") is not None
    assert len(list(note.iter(f"{W}footnoteRef"))) == 1


def test_a_citation_inside_a_note_is_written_out() -> None:
    """Word has no footnotes of footnotes."""
    note = Note(blocks=(said("See", cited("ministry"), "."),))
    built = build(said("Word", note))

    assert _notes(built) == [
        "See (Ministry of Communities (2026). Heat in the winter of attacks. Kyiv)."
    ]
    assert len(built.values("w:footnoteReference", "id")) == 1


def test_marks_side_by_side_are_parted() -> None:
    """`12` would be read as twelve."""
    built = build(said("Word", cited("survey"), cited("ministry")))

    assert built.texts() == ["Word,"]


def test_the_mark_follows_its_word_without_a_space() -> None:
    """A mark at the head of the next line belongs to nothing."""
    assert build(said("Word ", cited("survey"), " goes on")).texts() == ["Word goes on"]


@pytest.mark.parametrize("template", [None, PLAIN_TEMPLATE])
def test_separators_come_first_and_are_named_in_the_settings(template: object) -> None:
    """Word refuses footnotes without the lines above them."""
    path = PLAIN_TEMPLATE if template else None
    built = build(said("Word", cited("survey")), template=path)
    root = built.parse("word/footnotes.xml")
    settings = built.parse("word/settings.xml")

    assert [note.get(f"{W}id") for note in root] == ["-1", "0", "1"]
    assert [note.get(f"{W}id") for note in settings.iter(f"{W}footnote")] == ["-1", "0"]


def test_a_report_without_notes_brings_no_footnotes_to_a_template_without() -> None:
    """Nothing is added that is not used."""
    built = build(said("Word"), template=PLAIN_TEMPLATE)

    assert "word/footnotes.xml" not in built.parts


def test_an_unknown_source_is_an_error_with_a_hint() -> None:
    """A footnote without words would be worse than none."""
    with pytest.raises(DataError, match="'ministri'") as caught:
        build(said("Word", cited("ministri")))

    assert caught.value.hint == "did you mean 'ministry'?"


def test_footnote_marks_have_their_style() -> None:
    """Size and place of the mark are the template's."""
    (line,) = build(said(Run(text="Word"), cited("survey"))).paragraphs()
    (mark,) = line.iter(f"{W}footnoteReference")

    assert mark.getparent().find(f"{W}rPr/{W}rStyle").get(f"{W}val") == "FootnoteReference"
