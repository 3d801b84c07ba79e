"""The brand file: what it may say, and how it fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import MissingError, TemplateError
from generator.inventory import find_default_template
from generator.starter import read_brand
from generator.starter.brand import SLOTS

MINIMAL = """\
color:
  palette: {ink: "#112233", paper: "ffffff", sea: "#004488", sand: "#EEDDCC"}
  foreground: ink
  background: paper
  primary: sea
  secondary: sand
  tertiary: sea
  success: sea
  light: sand
  dark: ink
  info: sea
  link: sea
"""


def _write(folder: Path, text: str) -> Path:
    path = folder / "_brand.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_plain_brand_file_fills_all_slots_of_the_theme(tmp_path: Path) -> None:
    """A `_brand.yml` that was written for other tools does without our extras."""
    brand = read_brand(_write(tmp_path, MINIMAL))

    assert tuple(brand.colours) == SLOTS
    assert brand.colours["dk1"] == "112233"
    assert brand.colours["lt1"] == "FFFFFF"
    assert brand.colours["accent1"] == "004488"
    assert (brand.headings, brand.base) == ("Calibri", "Calibri")


def test_fonts_are_named_in_short_or_in_full(tmp_path: Path) -> None:
    """brand.yml allows both."""
    text = f"{MINIMAL}typography:\n  base: Georgia\n  headings: {{family: Arial, weight: 600}}\n"

    brand = read_brand(_write(tmp_path, text))

    assert (brand.headings, brand.base) == ("Arial", "Georgia")


def test_headings_take_the_font_of_the_text_when_they_have_none(tmp_path: Path) -> None:
    """One font is enough."""
    brand = read_brand(_write(tmp_path, f"{MINIMAL}typography: {{base: Georgia}}\n"))

    assert brand.headings == "Georgia"


def test_the_brand_of_the_default_template_is_the_accessible_palette() -> None:
    """Neighbours of this order, and each against white, have a contrast of 3:1 or more."""
    brand = read_brand(find_default_template() / "_brand.yml")

    accents = [brand.colours[f"accent{number}"] for number in range(1, 7)]

    assert accents == ["12436D", "F46A25", "801650", "28A197", "3D3D3D", "A285D1"]
    assert brand.scripts["Jpan"] == "Yu Gothic"
    assert brand.scripts["Cyrl"] == "Calibri"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"#004488"', '"#00488"', "no colour is given for '#00488'"),
        ('"#004488"', '"#0048"', "'#0048' lets what is behind it shine through"),
        ("primary: sea", "primary: see", "no colour is given for 'see'"),
        ("primary: sea", "primary: sea\n  primary: sand", "'primary' stands here twice"),
        ("color:", "color: [", "not YAML"),
        ("foreground: ink", "foreground: [ink]", "expected a colour, found a list"),
    ],
)
def test_a_colour_that_is_none_is_told(tmp_path: Path, old: str, new: str, message: str) -> None:
    """A theme with a gap would open as broken."""
    path = _write(tmp_path, MINIMAL.replace(old, new, 1))

    with pytest.raises(TemplateError, match=message) as caught:
        read_brand(path)

    assert caught.value.place is not None
    assert caught.value.place.file == str(path)


def test_colours_that_name_each_other_in_a_circle_end(tmp_path: Path) -> None:
    """Names may be followed, but not for ever."""
    text = MINIMAL.replace("primary: sea", "primary: dark").replace("dark: ink", "dark: primary")

    with pytest.raises(TemplateError, match="in a circle: dark → primary → dark"):
        read_brand(_write(tmp_path, text))


def test_an_unknown_slot_is_told_with_the_one_meant(tmp_path: Path) -> None:
    """The slots have names that one has to know."""
    text = f"{MINIMAL}defaults: {{briefing: {{theme: {{acent1: sea}}}}}}\n"

    with pytest.raises(TemplateError) as caught:
        read_brand(_write(tmp_path, text))

    assert caught.value.hint == "did you mean 'accent1'?"


def test_a_brand_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """The path is the first thing to check."""
    with pytest.raises(MissingError, match="cannot read the brand file"):
        read_brand(tmp_path / "_brand.yml")


@pytest.mark.parametrize("text", ["[" * 5000, "- a\n", "just text\n", ""])
def test_a_brand_file_of_another_shape_ends_in_one_message(tmp_path: Path, text: str) -> None:
    """Whatever it holds, there is no traceback."""
    with pytest.raises(TemplateError):
        read_brand(_write(tmp_path, text))
