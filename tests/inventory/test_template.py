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

    assert template.report.name == "report.docx"
    assert template.deck.name == "deck.pptx"
    assert template.palette[:2] == ("accent1", "accent2")
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
    assert template.palette == ("accent4",)


def test_a_missing_folder_is_told_with_what_it_should_hold(tmp_path: Path) -> None:
    """The first slip of all is a wrong path."""
    with pytest.raises(TemplateError) as caught:
        read_template(tmp_path / "nowhere")

    assert "no template folder" in caught.value.message
    assert caught.value.hint == "a template is a folder with report.docx and deck.pptx"


def test_a_folder_without_a_deck_is_told(tmp_path: Path) -> None:
    """Half a template is none."""
    shutil.copy(find_default_template() / "report.docx", tmp_path)

    with pytest.raises(TemplateError, match=r"'deck\.pptx' does not exist"):
        read_template(tmp_path)
