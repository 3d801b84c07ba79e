"""Headers and footers: the template's own, filled with the report's words."""

from __future__ import annotations

from pathlib import Path

import docx

from generator.word.markup import Xml, parse_pieces
from tests.word.reading import PLAIN_TEMPLATE, Built, W, build, text_of
from tests.word.samples import said


def _lines(built: Built, kind: str) -> list[str]:
    return [
        text_of(line)
        for name in sorted(built.parts)
        if name.startswith(f"word/{kind}")
        for line in built.parse(name).iter(f"{W}p")
        if text_of(line).strip()
    ]


def test_fields_show_this_report() -> None:
    """Until Word updates them, fields show what is stored: not the template's placeholder."""
    built = build(said("a"))

    assert _lines(built, "header") == ["Institute for Examples", "Heat & light <for> four cities"]
    assert all("Page 1 of" in line for line in _lines(built, "footer"))


def test_english_page_words_become_those_of_the_report() -> None:
    """The template that we bring is English; a Ukrainian report must not say "Page"."""
    built = build(said("a"), language="uk-UA")

    assert all("Сторінка 1 з 1" in line for line in _lines(built, "footer"))


def test_a_template_without_page_numbers_gets_a_footer() -> None:
    """A report of ten pages without page numbers cannot be cited."""
    built = build(said("a"), template=PLAIN_TEMPLATE)
    fields = [
        (code.text or "").strip()
        for name in built.parts
        if name.startswith("word/footer")
        for code in built.parse(name).iter(f"{W}instrText")
    ]

    assert _lines(built, "footer") == ["Page 1 of 1"]
    assert fields == ["PAGE", "NUMPAGES"]


def test_complex_fields_of_a_template_are_filled(tmp_path: Path) -> None:
    """Word writes TITLE as three runs or as one element, as it likes."""
    template = docx.Document(str(PLAIN_TEMPLATE))
    header = template.sections[0].header
    header.is_linked_to_previous = False
    (line,) = header.part.element
    runs = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText> TITLE  \\* MERGEFORMAT </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        "<w:r><w:t>Old</w:t></w:r><w:r><w:t> title</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    line.extend(parse_pieces(Xml(runs)))
    path = tmp_path / "own.docx"
    template.save(str(path))

    assert _lines(build(said("a"), template=path), "header") == ["Heat & light <for> four cities"]
