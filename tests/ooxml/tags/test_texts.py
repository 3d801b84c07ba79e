"""Any text comes back as it was given, and nothing else in the file changes."""

from __future__ import annotations

import tempfile
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.errors import TagsError
from generator.ooxml.tags import RichText
from generator.ooxml.tags.dialect import W
from tests.ooxml.tags.documents import (
    make_docx,
    paragraph,
    read_paragraphs,
    read_part,
    read_text,
    render,
    run,
    table,
)

_PRINTED = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
_TEXTS = st.text(_PRINTED | st.sampled_from("\n\t<>&\"'{}%#_"), max_size=40) | st.sampled_from(
    [
        "{{ x }}",
        "{% if %}",
        "{_{",
        "_x000D_",
        "]]>",
        "<?tag 0?>",
        "<w:p/>",
        "&amp;",
        "שלום",
        "🤷🏽‍♀️",
        "\ue0001\ue000",
    ]
)
_FORMATS = ("", "<w:b/>", "<w:i/>", '<w:color w:val="FF0000"/>')


@given(text=_TEXTS)
def test_any_text_given_as_a_value_comes_back(text: str) -> None:
    """Signs of XML and of tags, emoji, text from right to left: all are only text."""
    with tempfile.TemporaryDirectory() as folder:
        body = render(Path(folder), paragraph("a{{ v }}z") + table(["{{ v }}"]), {"v": text})

        assert read_paragraphs(body) == [f"a{text}z", text]


@given(text=_TEXTS)
def test_any_text_of_a_rich_text_comes_back(text: str) -> None:
    """Rich text is built on the tree, so it needs no escaping either."""
    with tempfile.TemporaryDirectory() as folder:
        body = render(Path(folder), paragraph("{{r v }}"), {"v": RichText(f"{text}.", bold=True)})

        assert read_text(body) == f"{text}."


@given(text=_TEXTS.filter(lambda text: "\n" not in text and "\t" not in text))
def test_any_text_comes_back_from_attributes(text: str) -> None:
    """Alternative text is a value of an attribute."""
    shape = '<wp:inline><wp:docPr id="1" name="x" descr="{{ v }}"/></wp:inline>'
    drawing = f"<w:r><w:drawing>{shape}</w:drawing></w:r>"
    with tempfile.TemporaryDirectory() as folder:
        body = render(Path(folder), f"<w:p>{drawing}</w:p>", {"v": text})

        assert body.find(".//{*}docPr").get("descr") == text


@given(
    sign=st.sampled_from(
        [chr(code) for code in (*range(7), 8, 11, *range(14, 32), 0xFFFE, 0xFFFF, 0xD800)]
    )
)
def test_a_character_that_xml_cannot_hold_is_refused_by_name(sign: str) -> None:
    """Dropping it would change the text, and keeping it would break the file."""
    with tempfile.TemporaryDirectory() as folder:
        with pytest.raises(TagsError) as caught:
            render(Path(folder), paragraph("{{ v }}"), {"v": f"a{sign}b"})

        assert f"U+{ord(sign):04X}" in str(caught.value)
        assert not (Path(folder) / "out.docx").exists()


@st.composite
def _split_paragraphs(draw: Any) -> tuple[str, list[tuple[str, str]]]:
    """Return a paragraph of tags and text, and the same in runs of various formats."""
    text = (
        "Dear {{ name }}, {% if paid %}thanks{% else %}pay {{ sum|round(1) }}{% endif %}! {# no #}"
    )
    cuts = sorted(draw(st.sets(st.integers(1, len(text) - 1), max_size=8)))
    bounds = [0, *cuts, len(text)]
    pieces = [text[a:b] for a, b in pairwise(bounds)]
    return text, [(piece, draw(st.sampled_from(_FORMATS))) for piece in pieces]


@given(split=_split_paragraphs(), paid=st.booleans(), noise=st.booleans())
def test_any_split_of_a_tag_into_runs_renders_the_same(
    split: tuple[str, list[tuple[str, str]]], paid: bool, noise: bool
) -> None:
    """Office splits tags wherever it likes, and marks its doubts about the spelling between."""
    text, pieces = split
    between = (
        '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="1" w:name="b"/>' if noise else ""
    )
    end = '<w:bookmarkEnd w:id="1"/>' if noise else ""
    context = {"name": "Ann", "paid": paid, "sum": 2.25}
    with tempfile.TemporaryDirectory() as folder:
        whole = render(Path(folder), paragraph(text), context)
        runs = [run(piece, format_) for piece, format_ in pieces]
        parted = render(
            Path(folder), f"<w:p>{runs[0]}{between}{''.join(runs[1:])}{end}</w:p>", context
        )

        assert read_paragraphs(parted) == read_paragraphs(whole)
        assert _list_formats(parted) == _expect_formats(pieces, paid)


def _list_formats(body: Any) -> list[tuple[str, str]]:
    """Return each letter with the format of its run."""
    letters: list[tuple[str, str]] = []
    for each in body.iter(f"{W}r"):
        names = [node.tag.removeprefix(W) for node in each.iterfind(f"{W}rPr/*")]
        letters.extend((sign, "".join(names)) for sign in read_text(each))
    return letters


def _expect_formats(pieces: list[tuple[str, str]], paid: bool) -> list[tuple[str, str]]:
    """Return the letters that should come out: those of a tag have the format it began in."""
    text = "".join(piece for piece, _ in pieces)
    names = {"": "", "<w:b/>": "b", "<w:i/>": "i"}
    formats = [names.get(format_, "color") for piece, format_ in pieces for _ in piece]
    said = [("Dear ", "Dear "), ("{{ name }}", "Ann"), (", ", ", "), ("{% if paid %}", "")]
    said += [
        ("thanks", "thanks" if paid else ""),
        ("{% else %}", ""),
        ("pay ", "" if paid else "pay "),
    ]
    said += [("{{ sum|round(1) }}", "" if paid else "2.2"), ("{% endif %}", ""), ("! ", "! ")]
    letters: list[tuple[str, str]] = []
    position = 0
    for source, written in said:
        assert text.startswith(source, position)
        is_value = source.startswith("{{")
        letters.extend(
            (sign, formats[position if is_value else position + offset])
            for offset, sign in enumerate(written)
        )
        position += len(source)
    return letters


def test_nothing_else_in_the_file_changes(tmp_path: Path) -> None:
    """A designer's work is kept to the letter: what holds no tag is written as it was read."""
    kept = (
        '<w:p w14:paraId="0A0A0A0A"><w:pPr><w:keepNext/></w:pPr><w:proofErr w:type="gramStart"/>'
        '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> a </w:t><w:tab/><w:t>b</w:t></w:r>'
        "<w:r><w:t>{ not a tag } 100% }}</w:t></w:r></w:p>"
    )
    before = read_part(make_docx(tmp_path / "before.docx", kept + table(["x", ""]))).find(
        f"{W}body"
    )
    body = render(tmp_path, kept + paragraph("{{ v }}") + table(["x", ""]), {"v": 1})
    body.remove(body[1])

    assert [etree.tostring(each, method="c14n", exclusive=True) for each in body] == [
        etree.tostring(each, method="c14n", exclusive=True) for each in before
    ]


def test_a_file_without_tags_keeps_its_parts_to_the_byte(tmp_path: Path) -> None:
    """Rendering what needs no rendering does nothing."""
    parts = {"header1.xml": ("header", paragraph("plain"))}
    template = make_docx(tmp_path / "template.docx", paragraph("{{ v }}"), parts)
    before = etree.tostring(read_part(template, "word/header1.xml"))
    render(tmp_path, paragraph("{{ v }}"), {"v": 1}, parts=parts)

    assert etree.tostring(read_part(tmp_path / "out.docx", "word/header1.xml")) == before


def test_deleted_text_holds_no_tags(tmp_path: Path) -> None:
    """Who took a tag out with revisions on does not want its value, or to be told it lacks one."""
    gone = (
        '<w:del w:id="1" w:author="a"><w:r><w:delText>{{ gone }}</w:delText></w:r></w:del>'
        f'<w:ins w:id="2" w:author="a">{run("{{ he")}</w:ins>{run("re }}")}'
    )
    body = render(tmp_path, f"<w:p>{gone}</w:p>", {"here": "x"})

    assert read_paragraphs(body) == ["x"]
    assert body.find(f".//{W}delText").text == "{{ gone }}"
