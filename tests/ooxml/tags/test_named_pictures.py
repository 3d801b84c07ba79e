"""Pictures of a template replaced by their names."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.shared import Inches
from pptx import Presentation

from generator import InlineImage, render_docx, render_pptx
from generator.errors import DataError, TemplateError
from tests.ooxml.tags.decks import add_picture, add_slide, read_parts, start_deck
from tests.ooxml.tags.drawings import draw

_OLD, _OTHER, _NEW = draw(30, 10), draw(20, 20), draw(40, 40, kind="JPEG")


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """Return a document with one picture in its header and two in its text."""
    (tmp_path / "dummy.png").write_bytes(_OLD)
    document = Document()
    document.sections[0].header.paragraphs[0].add_run().add_picture(str(tmp_path / "dummy.png"))
    document.add_picture(str(tmp_path / "dummy.png"), width=Inches(1), height=Inches(2))
    document.add_picture(io.BytesIO(_OTHER))
    document.save(str(tmp_path / "template.docx"))
    return tmp_path / "template.docx"


def _list_media(path: Path) -> list[bytes]:
    return sorted(data for name, data in read_parts(path).items() if "/media/" in name)


@pytest.mark.parametrize("key", ["dummy.png", _OLD], ids=["name", "bytes"])
def test_a_picture_is_replaced_wherever_it_is(key: str | bytes, template: Path) -> None:
    """In docxtpl these are replace_pic and replace_media; the old one is gone from the file."""
    out = template.with_name("out.docx")
    render_docx(template, {}, out, pictures={key: _NEW})
    drawing: Any = Document(str(out)).inline_shapes[0]

    assert _list_media(out) == sorted([_NEW, _OTHER])
    assert (drawing.width, drawing.height) == (Inches(1), Inches(2))
    assert next(iter(drawing._inline.iter("{*}srcRect"))).get("l") == "25000"


def test_an_unknown_picture_is_an_error_with_the_one_that_is_like_it(template: Path) -> None:
    """Else the dummy would be printed."""
    with pytest.raises(TemplateError, match=r"no picture called 'dumy.png'\n.*'dummy.png'"):
        render_docx(template, {}, template.with_name("out.docx"), pictures={"dumy.png": _NEW})
    with pytest.raises(DataError, match="is no picture"):
        render_docx(template, {}, template.with_name("out.docx"), pictures={"dummy.png": b"x"})


def test_a_picture_on_a_slide_keeps_its_alt_text_unless_there_is_another(tmp_path: Path) -> None:
    """Bytes alone say nothing of what they show."""
    deck = start_deck()
    add_picture(add_slide(deck, "Title"), "Our house")
    deck.save(tmp_path / "t.pptx")
    texts: list[str] = []
    for new in (_NEW, InlineImage(_NEW, alt="Their house")):
        render_pptx(tmp_path / "t.pptx", {}, tmp_path / "out.pptx", pictures={"Our house": new})
        made: Any = Presentation(str(tmp_path / "out.pptx")).slides[0].shapes[1]
        texts.append(made._element.nvPicPr.cNvPr.get("descr"))
        assert made.image.blob == _NEW

    assert texts == ["Our house", "Their house"]
