"""What the owner of a template says in template.yml."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import TemplateError
from generator.inventory import find_default_template
from generator.inventory.deck import LayoutRole
from generator.inventory.report import StyleRole
from generator.inventory.settings import MINIMUM, TemplateSettings, read_settings
from generator.places import Place


def _write(folder: Path, text: str) -> Path:
    path = folder / "template.yml"
    path.write_text(text, encoding="utf-8")
    return path


def _refuse(path: Path) -> TemplateError:
    with pytest.raises(TemplateError) as caught:
        read_settings(path)
    return caught.value


def test_settings_may_be_absent_or_say_nothing(tmp_path: Path) -> None:
    """A folder with two Office files is a template already."""
    nothing = TemplateSettings()

    assert read_settings(tmp_path / "template.yml") == nothing
    assert read_settings(_write(tmp_path, "# only a remark\n")) == nothing
    assert read_settings(_write(tmp_path, "styles:\nlayouts: {}\npalette:\nminimum:\n")) == nothing


def test_the_settings_of_the_default_template_say_what_holds_anyway() -> None:
    """They are there to be changed, and show what can be said."""
    assert read_settings(find_default_template() / "template.yml") == TemplateSettings()


def test_all_that_can_be_said_is_read(tmp_path: Path) -> None:
    """Names, the order of colours, least sizes."""
    path = _write(
        tmp_path,
        "styles:\n  Body Text: Main copy\nlayouts:\n  two-content: Split\n"
        "palette: [accent3, accent1]\nminimum:\n  body: 14\n",
    )

    settings = read_settings(path)

    assert settings.styles == {StyleRole.BODY: "Main copy"}
    assert settings.styles[StyleRole.BODY].place == Place(file=str(path), line=2, column=14)
    assert settings.layouts == {LayoutRole.TWO_CONTENT: "Split"}
    assert settings.palette == ("accent3", "accent1")
    assert settings.minimum == {**MINIMUM, "body": 14.0}


@pytest.mark.parametrize(
    ("text", "message", "at", "hint"),
    [
        ("style: {}\n", "unknown key 'style'", (1, 1), "did you mean 'styles'?"),
        ("styles:\n  Body: x\n", "unknown key 'Body'", (2, 3), "did you mean 'Body Text'?"),
        ("layouts:\n  tow-content: x\n", "unknown key 'tow-content'", (2, 3), "'two-content'"),
        ("layouts: {cover: [a]}\n", "expected the name of a style or layout", (1, 18), None),
        ("layouts: {cover: }\n", "expected the name of a style or layout", (1, 17), None),
        ("palette: accent1\n", "expected a list of theme slots", (1, 10), "[accent1, accent2]"),
        ("palette: [acent1]\n", "'acent1' is not a theme slot", (1, 11), "did you mean 'accent1'?"),
        ("palette: []\n", "expected a list of theme slots", (1, 10), None),
        ("minimum: {body: big}\n", "expected a size in points, found 'big'", (1, 17), "4 to 96"),
        ("minimum: {body: 900}\n", "expected a size in points, found '900'", (1, 17), "4 to 96"),
        ("minimum: {body: nan}\n", "expected a size in points, found 'nan'", (1, 17), "4 to 96"),
        ("styles: {}\nstyles: {}\n", "'styles' stands here twice", (2, 1), "keep one"),
        ("- a\n", "expected keys with values", (1, 1), "such as"),
        ("styles: {Title: x\n", "not YAML", (2, 1), None),
        ("\tstyles: {}\n", "not YAML", (1, 1), None),
    ],
)
def test_a_slip_is_told_with_its_place_and_a_way_out(
    tmp_path: Path, text: str, message: str, at: tuple[int, int], hint: str | None
) -> None:
    """The owner of a template reads the message in an editor, at the line."""
    path = _write(tmp_path, text)

    error = _refuse(path)

    assert error.message.startswith(message)
    assert error.place == Place(file=str(path), line=at[0], column=at[1])
    assert hint is None or hint in (error.hint or "")


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"styles: {Title: \xe9}"])
def test_settings_that_are_not_utf_8_are_refused(tmp_path: Path, data: bytes) -> None:
    """Old editors on Windows still save in the local encoding."""
    path = tmp_path / "template.yml"
    path.write_bytes(data)

    assert _refuse(path).hint == "save it as UTF-8"


@pytest.mark.parametrize("text", ["[" * 5000, "a: " * 2000, "x" * 300_000])
def test_settings_made_to_overwhelm_are_refused(tmp_path: Path, text: str) -> None:
    """A template may come from anywhere; its settings must not end in a traceback."""
    _refuse(_write(tmp_path, text))


def test_settings_that_are_a_folder_are_refused(tmp_path: Path) -> None:
    """The system's own words are passed on."""
    (tmp_path / "template.yml").mkdir()

    assert "is a directory" in _refuse(tmp_path / "template.yml").message
