"""A template folder as a whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.errors import TemplateError
from generator.inventory import find_default_template, read_template
from generator.inventory.deck import LayoutRole


def test_the_default_template_is_read_as_a_whole() -> None:
    """What the pipeline needs is in one value."""
    template = read_template(find_default_template())

    assert template.report.kind == "word"
    assert template.deck.kind == "slides"
    assert template.findings == ()
    assert template.palettes["word"][:2] == ("accent1", "accent2")
    assert template.palettes["word"] == template.palettes["slides"]
    assert template.word.theme == template.slides.theme


def test_settings_of_the_folder_are_honoured(tmp_path: Path) -> None:
    """`template.yml` lies beside the files that it speaks of."""
    folder = tmp_path / "house"
    shutil.copytree(find_default_template(), folder)
    (folder / "template.yml").write_text(
        "layouts: {closing: Cover}\npalette: [accent4]\n", encoding="utf-8"
    )

    template = read_template(folder)

    assert template.slides.layouts[LayoutRole.CLOSING].name == "Cover"
    assert template.palettes == {"word": ("accent4",), "slides": ("accent4",)}


def test_a_missing_folder_is_told_with_what_it_should_hold(tmp_path: Path) -> None:
    """The first slip of all is a wrong path."""
    with pytest.raises(TemplateError) as caught:
        read_template(tmp_path / "nowhere")

    assert "no template folder" in caught.value.message
    assert caught.value.hint is not None
    assert "a folder with report.docx and deck.pptx" in caught.value.hint


def test_a_folder_without_office_files_is_told(tmp_path: Path) -> None:
    """A step too high or too low in the folders."""
    with pytest.raises(TemplateError, match="holds no Word or PowerPoint file"):
        read_template(tmp_path)


@pytest.mark.parametrize(("name", "own"), [("report.docx", ("word",)), ("deck.pptx", ("slides",))])
def test_the_half_that_a_folder_lacks_is_the_default_one_and_is_told(
    tmp_path: Path, name: str, own: tuple[str, ...]
) -> None:
    """Many organisations have a template for slides alone."""
    shutil.copy(find_default_template() / name, tmp_path)

    template = read_template(tmp_path)

    assert template.own == own
    assert [finding.rule for finding in template.findings] == ["template-half"]


@pytest.mark.parametrize("name", ["report.docx", "deck.pptx"])
def test_one_office_file_is_a_template(tmp_path: Path, name: str) -> None:
    """The other half is then meant to be the default one, and nothing is to be told."""
    path = tmp_path / f"House 2026.{name[-4:]}"
    shutil.copy(find_default_template() / name, path)

    template = read_template(path)

    assert len(template.own) == 1
    assert template.findings == ()


def test_office_files_of_a_folder_may_have_any_name_and_kind(tmp_path: Path) -> None:
    """A designer hands over what the organisation calls its files."""
    shutil.copy(find_default_template() / "report.docx", tmp_path / "Acme letter.dotx")
    shutil.copy(find_default_template() / "deck.pptx", tmp_path / "Acme.POTX")
    (tmp_path / "~$Acme.POTX").write_bytes(bytes(162))

    assert read_template(tmp_path).own == ("word", "slides")


def test_of_several_files_one_must_be_called_report(tmp_path: Path) -> None:
    """Which one is meant cannot be seen."""
    for name in ("a.docx", "b.dotx"):
        shutil.copy(find_default_template() / "report.docx", tmp_path / name)

    with pytest.raises(TemplateError, match=r"2 files that could be 'report\.docx'") as caught:
        read_template(tmp_path)

    assert caught.value.hint == "call one of them report.docx: a.docx, b.dotx"
