"""Starting a template folder: from a brand, or around Office files that are there already."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from ruamel.yaml import YAML

import generator
from generator.checks import check_template
from generator.errors import MissingError, OutputError, TemplateError
from generator.inventory import find_default_template, read_template
from generator.inventory.settings import read_settings
from generator.starter import start_template
from tests.inventory.packages import copy_changed
from tests.starter.files import TWO_COLOURS, read_parts, write_brand

BRIEF = Path(__file__).parents[1] / "cases" / "full" / "brief.yaml"
POLICY = find_default_template()
ATLAS = POLICY.parent / "atlas"


def _names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_two_colours_and_a_font_make_a_template_without_a_finding(tmp_path: Path) -> None:
    """The promise of the command: no knowledge of Office is needed."""
    brand = write_brand(tmp_path / "brand", TWO_COLOURS)

    written = start_template(tmp_path / "t", brand=brand)

    assert [path.name for path in written] == ["report.docx", "deck.pptx", "template.yml",
                                               "_brand.yml"]  # fmt: skip
    assert check_template(read_template(tmp_path / "t")) == ()


def test_a_brief_builds_on_a_template_that_was_just_made(tmp_path: Path) -> None:
    """Complete, not a beginning."""
    brand = write_brand(tmp_path / "brand", TWO_COLOURS)
    start_template(tmp_path / "t", brand=brand)

    built = generator.build(BRIEF, out=tmp_path, template=tmp_path / "t")

    assert [path.name for path in built.files] == ["report.docx", "deck.pptx"]


def test_without_a_brand_it_is_that_of_the_default_template(tmp_path: Path) -> None:
    """A copy to change by hand."""
    start_template(tmp_path / "t")

    assert read_parts(tmp_path / "t" / "deck.pptx") == read_parts(POLICY / "deck.pptx")
    assert (tmp_path / "t" / "_brand.yml").read_bytes() == (POLICY / "_brand.yml").read_bytes()


def test_a_brand_file_that_lies_in_the_folder_is_taken_and_stays(tmp_path: Path) -> None:
    """A designer starts with the brand file where it will live."""
    path = write_brand(tmp_path, f"{TWO_COLOURS}logo: logo.png\n")
    before = path.read_bytes()

    written = start_template(tmp_path)

    assert [path.name for path in written] == ["report.docx", "deck.pptx", "template.yml"]
    assert path.read_bytes() == before
    assert read_template(tmp_path).word.theme.colours["accent1"] == "7A1F3D"


def test_logos_are_copied_with_the_brand_file(tmp_path: Path) -> None:
    """The new folder can make itself again."""
    start_template(tmp_path / "t", brand=ATLAS / "_brand.yml")
    shutil.copytree(tmp_path / "t", tmp_path / "moved")
    for name in ("report.docx", "deck.pptx", "template.yml"):
        (tmp_path / "moved" / name).unlink()

    start_template(tmp_path / "moved")

    assert _names(tmp_path / "moved") == _names(tmp_path / "t")
    assert read_parts(tmp_path / "moved" / "report.docx") == read_parts(
        tmp_path / "t" / "report.docx"
    )


@pytest.mark.parametrize("name", ["report.docx", "deck.pptx", "template.yml"])
def test_a_folder_that_holds_a_template_is_left_alone(tmp_path: Path, name: str) -> None:
    """A designer's work is never written over."""
    (tmp_path / name).write_text("mine", encoding="utf-8")

    with pytest.raises(OutputError, match="is there already") as caught:
        start_template(tmp_path)

    assert caught.value.hint == "choose another folder"
    assert _names(tmp_path) == {name}


def test_another_brand_file_in_the_folder_is_not_written_over(tmp_path: Path) -> None:
    """It could be the only one."""
    write_brand(tmp_path / "t", TWO_COLOURS)

    with pytest.raises(OutputError, match=r"_brand\.yml' is there already"):
        start_template(tmp_path / "t", brand=ATLAS / "_brand.yml")


def test_a_brand_file_with_errors_leaves_no_folder_behind(tmp_path: Path) -> None:
    """All is written, or nothing."""
    brand = write_brand(tmp_path / "brand", "color: {primary: bleu}\n")

    with pytest.raises(TemplateError, match="no colour is given for 'bleu'"):
        start_template(tmp_path / "t", brand=brand)

    assert not (tmp_path / "t").exists()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "taken").write_text("", encoding="utf-8")

    with pytest.raises(OutputError):
        start_template(tmp_path / "taken")


def test_a_word_file_gets_a_deck_in_its_own_colours_and_fonts(tmp_path: Path) -> None:
    """Half a template is what most organisations have."""
    start_template(tmp_path / "t", sources=(ATLAS / "report.docx",))

    template = read_template(tmp_path / "t")
    assert template.own == ("word", "slides")
    assert template.slides.theme.colours["accent1"] == "1B4636"
    assert template.slides.theme.colours["lt1"] == "F8F5EE"
    assert (template.slides.theme.major, template.slides.theme.minor) == (
        "Times New Roman",
        "Arial",
    )
    assert (
        read_parts(tmp_path / "t" / "report.docx")["word/styles.xml"]
        == read_parts(ATLAS / "report.docx")["word/styles.xml"]
    )
    assert not (tmp_path / "t" / "_brand.yml").exists()


def test_a_powerpoint_file_gets_a_report_in_the_colours_of_the_brand_if_one_is_given(
    tmp_path: Path,
) -> None:
    """What is said wins over what is found."""
    brand = write_brand(tmp_path / "brand", TWO_COLOURS)

    start_template(tmp_path / "t", brand=brand, sources=(ATLAS / "deck.pptx",))

    template = read_template(tmp_path / "t")
    assert template.word.theme.colours["accent1"] == "7A1F3D"
    assert template.slides.theme.colours["accent1"] == "1B4636"


def test_copies_keep_their_roles_and_bear_no_date(tmp_path: Path) -> None:
    """A template made around files serves as the files themselves do."""
    sources = (POLICY / "report.docx", ATLAS / "deck.pptx")
    for folder in ("one", "two"):
        start_template(tmp_path / folder, sources=sources)

    made = read_template(tmp_path / "one")
    assert made.word.styles == read_template(sources[0]).word.styles
    assert made.slides.layouts == read_template(sources[1]).slides.layouts
    for name in ("report.docx", "deck.pptx"):
        one, two = ((tmp_path / folder / name).read_bytes() for folder in ("one", "two"))
        assert one == two


def test_a_template_folder_is_copied_with_what_its_settings_say(tmp_path: Path) -> None:
    """Choices that were made once are not made again."""
    shutil.copytree(POLICY, tmp_path / "old", ignore=shutil.ignore_patterns("preview"))
    (tmp_path / "old" / "template.yml").write_text(
        "styles: {Kicker: Subtitle}\nlayouts: {closing: Section}\npalette: [accent2, accent1]\n"
        "minimum: {body: 14}\nbody: {content: {left: 2, top: 5, right: 2, bottom: 3}}\n",
        encoding="utf-8",
    )

    start_template(tmp_path / "t", sources=(tmp_path / "old",))

    old, new = (read_settings(tmp_path / name / "template.yml") for name in ("old", "t"))
    assert new.styles == old.styles
    assert new.layouts == old.layouts
    assert (new.palette, new.minimum["body"]) == (("accent2", "accent1"), 14)
    assert [margins.left for margins in new.body.values()] == [
        margins.left for margins in old.body.values()
    ]


def test_two_files_of_one_program_are_refused(tmp_path: Path) -> None:
    """One of them would be dropped in silence."""
    with pytest.raises(TemplateError, match="is a second Word file"):
        start_template(tmp_path / "t", sources=(POLICY / "report.docx", ATLAS / "report.docx"))


def test_a_source_that_is_not_there_is_told(tmp_path: Path) -> None:
    """The path is the first thing to check."""
    with pytest.raises(MissingError, match="there is no"):
        start_template(tmp_path / "t", sources=(tmp_path / "none.docx",))


def test_settings_name_every_role_with_its_reason_and_parse(tmp_path: Path) -> None:
    """A designer reads what was found, takes a # away, and it holds."""
    start_template(tmp_path / "t", sources=(ATLAS / "deck.pptx",))
    path = tmp_path / "t" / "template.yml"
    text = path.read_text(encoding="utf-8")

    assert read_settings(path).styles == {}
    assert "  # cover: Cover  # a title-slide title" in text
    assert "  # heading 1: heading 1  # named 'heading 1'" in text
    active = re.sub(r"^  # (?!.*: made,)", "  ", text, flags=re.M)
    settings = YAML(typ="safe", pure=True).load(active)
    assert settings["layouts"]["two-content"] == "Two contents"
    path.write_text(active, encoding="utf-8")
    assert read_settings(path).styles
    assert max(map(len, text.splitlines()[:10])) <= 100


def test_names_that_yaml_would_read_otherwise_are_quoted(tmp_path: Path) -> None:
    """Layouts are called `Title: dark #2`, `No`, or worse."""
    names = {"Cover": "Title: dark #2", "Section": "No", "Quote": "'q' \\ [x]"}
    deck = tmp_path / "deck.pptx"
    shutil.copy(POLICY / "deck.pptx", deck)
    for number, (old, new) in ((1, ("Cover", names["Cover"])), (2, ("Section", names["Section"])),
                               (6, ("Quote", names["Quote"]))):  # fmt: skip
        part = f"ppt/slideLayouts/slideLayout{number}.xml"
        copied = copy_changed(
            deck, tmp_path / f"{number}.pptx",
            {part: lambda text, old=old, new=new: text.replace(f'<p:cSld name="{old}"',
                                                               f'<p:cSld name="{new}"')},
        )  # fmt: skip
        deck = copied

    start_template(tmp_path / "t", sources=(deck,))

    text = (tmp_path / "t" / "template.yml").read_text(encoding="utf-8")
    layouts = text.partition("layouts:\n")[2].partition("\n\n")[0]
    loaded = YAML(typ="safe", pure=True).load(layouts.replace("  # ", "  ", 1).replace(
        "\n  # ", "\n  "))  # fmt: skip
    assert [loaded[role] for role in ("cover", "section", "quote")] == list(names.values())
