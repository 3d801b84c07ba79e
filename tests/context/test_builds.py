"""Whole builds of the sample brief on templates with tags, from file to file."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from pptx import Presentation

from generator.errors import TagsError
from generator.inventory import find_default_template, read_template
from generator.pipeline import Build, build
from tests.context.templates import add_box, save_deck, save_report

BRIEF = Path(__file__).parents[2] / "data" / "japan-ukraine" / "brief.yaml"
EDGE = "\U0010fffd".encode()


def _build(folder: Path, template: Path, **options: Any) -> Build:
    return build(BRIEF, out=folder / "out", template=template, **options)


def _read_all(path: Path) -> bytes:
    with zipfile.ZipFile(path) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


def _report(path: Path, *lines: str) -> Path:
    def add_header(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "{{ title }}"
        document.core_properties.title = "For {{ organisation }}"

    return save_report(path, *lines, change=add_header)


def _deck(path: Path) -> Path:
    def change(deck: Any) -> None:
        add_box(deck.slides[1], "{%slide endfor %}")
        deck.core_properties.title = "For {{ organisation }}"

    return save_deck(
        path,
        ("{{ title }}", "{{ subtitle }}"),
        ("{%slide for s in sections if s.points %}{{ s.message }}", "{{p s.points }}"),
        ("{{ charts['fig-amounts'].title }}", "{{ chart('fig-amounts') }}"),
        ("{{ tables['tab-actors'].title }}", "{{ table('tab-actors') }}"),
        ("", "{{ body }}"),
        ("Thank you", "{{ contact.name }}"),
        change=change,
    )


def test_a_report_is_written_into_the_text_of_its_template(tmp_path: Path) -> None:
    """Every word of the template stays, and what the tags ask for stands between."""
    template = _report(
        tmp_path / "t.docx",
        "Dear reader of {{ title }},",
        "{{p summary }}",
        "{{p chart('fig-amounts') }}",
        "{%p for s in sections if s.id == 'accord' %}",
        "On {{ s.heading }}:",
        "{{p s.text }}",
        "{%p for e in s.exhibits %}",
        "{{p e }}",
        "{%p endfor %}",
        "{%p endfor %}",
        "{{p body }}",
        "Yours, {{ authors[0].name }}",
    )

    made = _build(tmp_path, template, only="report")

    document = Document(str(made.files[0]))
    lines = [paragraph.text for paragraph in document.paragraphs]
    data = _read_all(made.files[0])
    assert lines[0] == "Dear reader of Japan stands by Ukraine while Washington changes course,"
    assert "On The accord of June 2024:" in lines
    assert lines[-1].startswith("Yours, ")
    assert document.sections[0].header.paragraphs[0].text.startswith("Japan stands by")
    assert document.core_properties.title == "For New Europe Center"
    assert EDGE not in data
    assert b"{{" not in data
    assert data.count(b"<c:chartSpace") >= 1


def test_a_deck_is_written_onto_the_slides_of_its_template(tmp_path: Path) -> None:
    """The template's slides stay in their places, and the rest of the brief between them."""
    made = _build(tmp_path, _deck(tmp_path / "t.pptx"), only="deck")

    deck = Presentation(str(made.files[0]))
    titles = [
        slide.shapes.title.text if slide.shapes.title is not None else "" for slide in deck.slides
    ]
    data = _read_all(made.files[0])
    assert titles[0] == "Japan stands by Ukraine while Washington changes course"
    assert titles[-1] == "Thank you"
    assert len(titles) > 12
    assert deck.core_properties.title == "For New Europe Center"
    assert EDGE not in data
    assert b"{{" not in data


@pytest.mark.parametrize("kind", ["report", "deck"])
def test_the_same_template_gives_the_same_bytes(tmp_path: Path, kind: str) -> None:
    """Whatever a template is like, a build can be repeated."""
    if kind == "report":
        template = _report(tmp_path / "t.docx", "{{ title }}", "{{p body }}")
    else:
        template = _deck(tmp_path / "t.pptx")

    first = _build(tmp_path / "1", template, only=kind)
    second = _build(tmp_path / "2", template, only=kind)

    assert first.files[0].read_bytes() == second.files[0].read_bytes()


def test_errors_of_both_files_are_told_together(tmp_path: Path) -> None:
    """A template folder is mended in one go, and nothing is written meanwhile."""
    folder = tmp_path / "template"
    folder.mkdir()
    save_report(folder / "report.docx", "{{ titel }}", "{{p chart('fig-none') }}")
    save_deck(folder / "deck.pptx", ("{{ subtitel }}", "{{ chart('fig-none') }}"))

    with pytest.raises(TagsError) as caught:
        _build(tmp_path, folder)

    told = [str(error) for error in caught.value.errors]
    assert [("report.docx" in each, "deck.pptx" in each) for each in told] == [
        (True, False),
        (True, False),
        (False, True),
        (False, True),
    ]
    assert not (tmp_path / "out").exists()


def test_a_template_lists_its_tags_with_their_files(tmp_path: Path) -> None:
    """`brief template check` shows them to the designer."""
    folder = tmp_path / "template"
    folder.mkdir()
    save_report(folder / "report.docx", "{{ title }}")
    shutil.copy(find_default_template() / "deck.pptx", folder / "deck.pptx")

    tags = read_template(folder).tags

    assert [(file, tag.source) for file, tag in tags] == [("report.docx", "{{ title }}")]
    assert read_template(find_default_template()).tags == ()
