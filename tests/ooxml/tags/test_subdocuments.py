"""Word documents as values: all that they refer to comes along."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.shared import Pt

from generator import Subdocument, render_docx, render_pptx
from generator.errors import DataError, MissingError, TagsError, TemplateError
from generator.ooxml.tags.dialect import A, R, W
from tests.ooxml.tags.decks import add_box, add_slide, read_parts, start_deck
from tests.ooxml.tags.documents import make_docx, paragraph, read_paragraphs, read_part, run, table
from tests.ooxml.tags.drawings import draw

_NUMBERING = (
    '<w:abstractNum w:abstractNumId="4"><w:nsid w:val="ABCD0123"/><w:lvl w:ilvl="0"><w:start '
    'w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading1"/><w:lvlText w:val="%1."/>'
    '</w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>'
)
_LIST = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr>'
_STYLES = (
    '<w:style w:type="paragraph" w:styleId="Titel1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Basis"><w:name w:val="House base"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="House quote"/>'
    '<w:basedOn w:val="Basis"/><w:next w:val="gone"/></w:style>'
)


def _render(folder: Path, body: str, *documents: Any, **parts: Any) -> Any:
    """Render a template with `body`, whose `docs` are `documents`; return its main part."""
    template = make_docx(folder / "template.docx", body, parts.get("parts"))
    context = {"docs": [Subdocument(each) for each in documents]}
    render_docx(template, context, folder / "out.docx")
    return read_part(folder / "out.docx")


def _make(folder: Path, body: str, parts: Any = None) -> Path:
    return make_docx(folder / "annex.docx", body, parts)


def test_a_document_takes_the_place_of_its_paragraph(tmp_path: Path) -> None:
    """Paragraphs and tables come in order; where the page ends is the template's own matter."""
    body = paragraph("One") + table(["a", "b"]) + paragraph("{{ two }}") + "<w:sectPr/>"
    root = _render(tmp_path, paragraph("{{p docs[0] }}") + paragraph("end"), _make(tmp_path, body))

    assert [child.tag.removeprefix(W) for child in root[0]] == ["p", "tbl", "p", "p"]
    assert read_paragraphs(root) == ["One", "a", "b", "{{ two }}", "end"]


def test_styles_are_those_of_the_template_by_name(tmp_path: Path) -> None:
    """In a German Word the id of heading 1 is another; one that is missing comes along."""
    body = paragraph("Title", style="Titel1") + paragraph("Said", style="Quote")
    annex = _make(tmp_path, body, {"styles.xml": ("styles", _STYLES)})
    root = _render(tmp_path, paragraph("{{p docs[0] }}"), annex)
    styles = read_part(tmp_path / "out.docx", "word/styles.xml")

    used = [each.get(f"{W}val") for each in root.iter(f"{W}pStyle")]
    assert used == ["Heading1", "Quote2"]
    (quote,) = (each for each in styles if each.get(f"{W}styleId") == "Quote2")
    assert quote.find(f"{W}name").get(f"{W}val") == "House quote"
    assert quote.find(f"{W}basedOn").get(f"{W}val") == "Basis"
    assert quote.find(f"{W}next") is None
    assert "Basis" in [each.get(f"{W}styleId") for each in styles]


def test_a_list_is_numbered_for_itself_each_time(tmp_path: Path) -> None:
    """The second annex begins with 1 again, and neither goes on with the template's list."""
    numbering = {"numbering.xml": ("numbering", _NUMBERING)}
    annex = _make(tmp_path, f"<w:p>{_LIST}{run('x')}</w:p>", numbering)
    own = f"<w:p>{_LIST}{run('own')}</w:p>"
    loop = "".join(paragraph(t) for t in ("{%p for d in docs %}", "{{p d }}", "{%p endfor %}"))
    root = _render(tmp_path, own + loop, annex, annex, parts=numbering)
    lists = read_part(tmp_path / "out.docx", "word/numbering.xml")

    assert [each.get(f"{W}val") for each in root.iter(f"{W}numId")] == ["7", "8", "9"]
    assert [each.tag.removeprefix(W) for each in lists] == ["abstractNum"] * 3 + ["num"] * 3
    marks = [each.get(f"{W}val") for each in lists.iter(f"{W}nsid")]
    assert len(set(marks)) == len(marks)
    assert len(list(lists.iter(f"{W}pStyle"))) == 1


def test_a_template_without_lists_gets_them(tmp_path: Path) -> None:
    """A list without its numbering would be plain paragraphs."""
    numbering = {"numbering.xml": ("numbering", _NUMBERING)}
    annex = _make(tmp_path, f"<w:p>{_LIST}{run('x')}</w:p>", numbering)
    _render(tmp_path, paragraph("{{p docs[0] }}"), annex)

    lists = read_part(tmp_path / "out.docx", "word/numbering.xml")
    assert [each.tag.removeprefix(W) for each in lists] == ["abstractNum", "num"]


@pytest.mark.parametrize("has_notes", [True, False])
def test_footnotes_come_along(has_notes: bool, tmp_path: Path) -> None:
    """They get numbers of the template's, whose part of notes is made if there is none."""
    note = '<w:footnote w:id="{}">{}</w:footnote>'
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    parts = {"footnotes.xml": ("footnotes", note.format(2, paragraph("Their note")))}
    annex = _make(tmp_path, f"<w:p>{reference}</w:p>", parts)
    own = {"footnotes.xml": ("footnotes", note.format(2, paragraph("Our note {{ 1 }}")))}
    root = _render(
        tmp_path,
        (f"<w:p>{reference}</w:p>" if has_notes else "") + paragraph("{{p docs[0] }}") * 2,
        annex,
        parts=own if has_notes else None,
    )
    notes = read_part(tmp_path / "out.docx", "word/footnotes.xml")

    texts = {each.get(f"{W}id"): "".join(each.itertext()) for each in notes}
    ids = [each.get(f"{W}id") for each in root.iter(f"{W}footnoteReference")]
    assert [texts[id_] for id_ in ids] == ["Our note 1"] * has_notes + ["Their note"] * 2
    assert len(set(ids)) == len(ids)
    assert all(len(each) == 0 for each in root.iter(f"{W}footnoteReference"))


def test_pictures_and_links_come_along(tmp_path: Path) -> None:
    """What an id stands for in the one file means something else in the other."""
    document = Document()
    document.add_picture(io.BytesIO(draw(9, 9)))
    document.part.relate_to("https://a.b/c", f"{R[1:-1]}/hyperlink", is_external=True)
    root = _render(tmp_path, paragraph("{{p docs[0] }}") * 2, document)

    parts = read_parts(tmp_path / "out.docx")
    assert [data for name, data in parts.items() if "/media/" in name] == [draw(9, 9)]
    links = read_part(tmp_path / "out.docx", "word/_rels/document.xml.rels")
    targets = {link.get("Id"): link.get("Target") for link in links}
    shown = [targets[each.get(f"{R}embed")] for each in root.iter(f"{A}blip")]
    assert len(shown) == 2
    assert len(set(shown)) == 1


def test_a_document_of_python_docx_can_be_built_on_the_fly(tmp_path: Path) -> None:
    """In docxtpl this is a subdoc that the program writes itself."""
    document = Document()
    document.styles["Normal"].font.size = Pt(30)  # pyright: ignore[reportAttributeAccessIssue]
    document.add_heading("Annex", level=1)
    document.add_paragraph("Point", style="List Bullet")
    root = _render(tmp_path, paragraph("{{p docs[0] }}"), document)

    assert read_paragraphs(root) == ["Annex", "Point"]
    assert [each.get(f"{W}val") for each in root.iter(f"{W}pStyle")] == ["Heading1", "ListBullet"]


def test_in_a_header_notes_stay_behind(tmp_path: Path) -> None:
    """A header can have none."""
    parts = {"footnotes.xml": ("footnotes", f'<w:footnote w:id="2">{paragraph("N")}</w:footnote>')}
    body = f'<w:p>{run("x")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    header = {"header1.xml": ("header", paragraph("{{p docs[0] }}"))}
    _render(tmp_path, paragraph("text"), _make(tmp_path, body, parts), parts=header)

    root = read_part(tmp_path / "out.docx", "word/header1.xml")
    assert read_paragraphs(root) == ["x"]
    assert next(root.iter(f"{W}footnoteReference"), None) is None


def test_what_is_no_word_document_is_refused_when_it_is_made(tmp_path: Path) -> None:
    """A document comes from anywhere, and is opened with the suspicion that templates are."""
    start_deck().save(tmp_path / "deck.pptx")

    with pytest.raises(MissingError, match=r"'none\.docx' does not exist"):
        Subdocument(tmp_path / "none.docx")
    with pytest.raises(TemplateError, match="is not a Word document"):
        Subdocument(tmp_path / "deck.pptx")
    with pytest.raises(TemplateError, match="is not an Office file"):
        Subdocument(b"x")
    with pytest.raises(DataError, match="a int is no Word document"):
        Subdocument(1)  # pyright: ignore[reportArgumentType] - on purpose


def test_on_a_slide_it_is_refused(tmp_path: Path) -> None:
    """Nothing of a slide can hold the paragraphs of Word."""
    deck = start_deck()
    add_box(add_slide(deck, "Title"), "{{ annex }}")
    deck.save(tmp_path / "deck.pptx")
    annex = Subdocument(_make(tmp_path, paragraph("x")))

    with pytest.raises(TagsError, match="in the text of another one alone"):
        render_pptx(tmp_path / "deck.pptx", {"annex": annex}, tmp_path / "out.pptx")
