"""What the owner of a template says in template.yml."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.errors import SettingsError, TemplateError
from generator.inventory import find_default_template
from generator.inventory.deck import LayoutRole
from generator.inventory.report import StyleRole
from generator.inventory.settings import MINIMUM, SLOTS, Corner, TemplateSettings, read_settings
from generator.places import Place
from generator.units import cm
from tests.inventory.packages import draw_png


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
    settings = read_settings(find_default_template() / "template.yml")

    assert replace(settings, palette=()) == TemplateSettings()
    assert settings.palette == SLOTS


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
        ("palette: accent1\n", "expected a list, found 'accent1'", (1, 10), None),
        ("palette: [acent1]\n", "'acent1' is not a theme slot", (1, 11), "did you mean 'accent1'?"),
        ("palette: []\n", "the palette has no colours", (1, 10), "[accent1, accent2]"),
        ("minimum: {body: big}\n", "expected a number from 4 to 96, found 'big'", (1, 17), None),
        ("minimum: {body: 900}\n", "expected a number from 4 to 96, found '900'", (1, 17), None),
        ("minimum: {body: nan}\n", "expected a number from 4 to 96, found 'nan'", (1, 17), None),
        ("body: {left: 2}\n", "the area for content lacks top, right, bottom", (1, 7), "edge"),
        ("body: {content: {lft: 2}}\n", "unknown key 'lft'", (1, 18), "did you mean 'left'?"),
        ("body: {left: -1, top: 0, right: 0, bottom: 0}\n", "expected a number", (1, 14), None),
        ("logo: logo.png\n", "expected keys with values, found 'logo.png'", (1, 7), None),
        ("logo: {}\n", "the logo has no 'file'", (1, 7), "file: logo.png"),
        ("logo: {file: a.png}\n", "there is no logo 'a.png'", (1, 14), None),
        ("logo: {file: ../a.png}\n", "the logo '../a.png' leads out", (1, 14), "in that folder"),
        ("logo: {file: /a.png}\n", "the logo '/a.png' is an absolute path", (1, 14), None),
        ("logo: {file: 'https://x/a.png'}\n", "the logo 'https://x/a.png'", (1, 14), "save the"),
        ("logo: {file: a.svg}\n", "there is no logo 'a.svg'", (1, 14), None),
        ("styles: {}\nstyles: {}\n", "'styles' stands here twice", (2, 1), "keep one"),
        ("- a\n", "expected keys with values, found a list", (1, 1), None),
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
    """A slip that happens when folders are copied."""
    (tmp_path / "template.yml").mkdir()

    assert _refuse(tmp_path / "template.yml").message == "'template.yml' is not a file"


def test_all_slips_of_a_file_are_told_in_one_run(tmp_path: Path) -> None:
    """One at a time would be a run for each."""
    path = _write(tmp_path, "palette: [acent1]\nminimum: {body: 900}\nlogo: {}\n")

    error = _refuse(path)

    assert isinstance(error, SettingsError)
    assert [one.place.line for one in error.errors if one.place] == [1, 2, 3]


def test_the_area_for_content_is_given_for_all_layouts_or_for_one(tmp_path: Path) -> None:
    """Distances from the edges in centimetres, as PowerPoint shows them."""
    path = _write(
        tmp_path,
        "body:\n  left: 2\n  top: 4\n  right: 2\n  bottom: 1.5\n"
        "  title-only: {left: 1, top: 3, right: 1, bottom: 1}\n",
    )

    body = read_settings(path).body

    assert set(body) == {LayoutRole.CONTENT, LayoutRole.TWO_CONTENT, LayoutRole.TITLE_ONLY}
    assert body[LayoutRole.CONTENT].bottom == cm(1.5)
    assert body[LayoutRole.TITLE_ONLY].left == cm(1)


def test_a_logo_lies_beside_the_settings(tmp_path: Path) -> None:
    """It is read with suspicion, and never fetched."""
    (tmp_path / "logo.png").write_bytes(draw_png(40, 20))
    path = _write(
        tmp_path, "logo: {file: logo.png, corner: bottom-left, height: 2, everywhere: true}\n"
    )

    logo = read_settings(path).logo

    assert logo is not None
    assert (logo.picture.width, logo.picture.height, logo.picture.alt) == (40, 20, "Logo")
    assert (logo.corner, logo.height, logo.is_everywhere) == (Corner.BOTTOM_LEFT, cm(2), True)
