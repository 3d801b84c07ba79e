"""Headers and footers: the template's own, filled with the report's words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest

from generator.word.markup import Xml, parse_pieces
from tests.word.foreign import PAGE, line, shown_field, write_template
from tests.word.reading import PLAIN_TEMPLATE, Built, W, build, text_of
from tests.word.samples import said

NUMBER = f"<w:p>{shown_field('PAGE')}</w:p>"


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


def _footer(path: Path, content: str, **given: Any) -> tuple[Built, str]:
    """Return a report on a template with one footer, and the words of that."""
    reference = '<w:footerReference w:type="default" r:id="rId-footer1"/>'
    template = write_template(
        path / "own.docx", section=reference + PAGE, furniture={"footer1": content}, **given
    )
    built = build(said("a"), template=template)
    lines = [text_of(line) for line in built.parse("word/footer1.xml").iter(f"{W}p")]
    return built, "|".join(lines)


def test_a_footer_without_a_page_number_keeps_its_words_and_gets_one(tmp_path: Path) -> None:
    """The address of the house stands there for a reason."""
    _, words = _footer(tmp_path, line("12 House Street"))

    assert words == "12 House Street|Page 1 of 1"


@pytest.mark.parametrize(
    ("code", "shown", "stays"),
    [
        ('STYLEREF "heading 1"', "Heat & light <for> four cities", False),
        (r"STYLEREF 1 \n", "", False),
        (r'DATE \@ "yyyy"', "2026", False),
        ("DATE", "2026-03-31", False),
        ("USERNAME", "Олена Ковальчук; 田中 恵子", False),
        ("DOCPROPERTY Company", "Institute for Examples", True),
        ('DOCPROPERTY "Project code"', "old", False),
        ("REF intro", "", False),
        ("NUMPAGES", "old", True),
    ],
)
def test_fields_show_nothing_of_the_template(
    tmp_path: Path, code: str, shown: str, stays: bool
) -> None:
    """A field that would go wrong, or show another day on each opening, becomes text."""
    built, words = _footer(tmp_path, f"<w:p>{shown_field(code)}</w:p>{NUMBER}")

    assert words.split("|")[0] == shown
    assert (code in built.parts["word/footer1.xml"].decode().replace("&quot;", '"')) == stays


def test_controls_show_this_report_and_no_prompt(tmp_path: Path) -> None:
    """Word binds the title in its own headers to the properties of the file."""
    bound = (
        '<w:sdt><w:sdtPr><w:showingPlcHdr/><w:dataBinding w:xpath="/ns1:coreProperties[1]/ns0:'
        'title[1]" w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"/></w:sdtPr>'
        "<w:sdtContent><w:p><w:r><w:t>[Document title]</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    loose = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>[Type here]"
        "</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    _, words = _footer(tmp_path, bound + loose + line("[Company name]") + NUMBER)

    assert words.split("|")[:3] == ["Heat & light <for> four cities", "", "Institute for Examples"]


def test_changes_in_furniture_are_accepted_and_remarks_left_out(tmp_path: Path) -> None:
    """Remarks refer to a part that does not come along."""
    content = (
        '<w:p><w:commentRangeStart w:id="1"/><w:del w:id="2"><w:r><w:delText>gone</w:delText></w:r>'
        '</w:del><w:ins w:id="3"><w:r><w:t>kept</w:t></w:r></w:ins><w:commentRangeEnd w:id="1"/>'
        "</w:p>"
    )
    built, words = _footer(tmp_path, content + NUMBER)
    xml = built.parts["word/footer1.xml"].decode()

    assert words.startswith("kept|")
    assert not any(name in xml for name in ("comment", "w:ins ", "w:del"))


def test_even_pages_are_like_the_others_where_they_have_nothing_of_their_own(
    tmp_path: Path,
) -> None:
    """Every second page would have no number."""
    built, _ = _footer(tmp_path, NUMBER, settings="<w:evenAndOddHeaders/>")

    assert "evenAndOddHeaders" not in built.parts["word/settings.xml"].decode()
