"""The template pair: made again the same, valid, readable, and bound to the theme."""

from __future__ import annotations

import re
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest

from generator.inventory import find_default_template, read_deck_template, read_word_template
from generator.starter import read_brand, start_template
from generator.starter.theme import Shade, plan_shades, resolve_rgb

POLICY = find_default_template()
BRAND = read_brand(POLICY / "_brand.yml")
FILES = ("report.docx", "deck.pptx")
SHADES = plan_shades(BRAND.colours)
THEME_PARTS = re.compile(r"theme\d\.xml$")


def _read_parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("name", FILES)
def test_the_committed_pair_is_what_the_starter_makes(tmp_path: Path, name: str) -> None:
    """Template and code must not drift apart. Parts are compared: releases of zlib differ."""
    start_template(tmp_path, brand=POLICY / "_brand.yml")

    assert _read_parts(tmp_path / name) == _read_parts(POLICY / name)


@pytest.mark.parametrize("name", FILES)
def test_the_same_brand_gives_the_same_bytes(tmp_path: Path, name: str) -> None:
    """No clock and no chance gets in."""
    first, second = tmp_path / "first", tmp_path / "second"
    start_template(first, brand=POLICY / "_brand.yml")
    start_template(second, brand=POLICY / "_brand.yml")

    assert (first / name).read_bytes() == (second / name).read_bytes()


def test_another_brand_recolours_the_whole_pair(tmp_path: Path) -> None:
    """Colours stand in the theme; beside it, no file names one that the theme does not hold."""
    text = (POLICY / "_brand.yml").read_text(encoding="utf-8")
    (tmp_path / "_brand.yml").write_text(text.replace("#12436D", "#0B5D3B"), encoding="utf-8")
    start_template(tmp_path)

    for name in FILES:
        for part, data in _read_parts(tmp_path / name).items():
            assert b"12436D" not in data, part
    assert read_word_template(tmp_path / "report.docx").theme.colours["accent1"] == "0B5D3B"
    assert read_deck_template(tmp_path / "deck.pptx").theme.colours["dk2"] == "0B5D3B"


def test_every_colour_of_the_report_names_its_theme_slot() -> None:
    """A change of theme in Word must reach all styles; a bare RGB value would stay behind."""
    parts = _read_parts(POLICY / "report.docx")

    for name in ("word/styles.xml", "word/numbering.xml", "word/header1.xml"):
        text = parts[name].decode()
        for element in re.findall(r"<w:[^>]*\"[0-9A-F]{6}\"[^>]*>", text):
            has_slot = "w:themeColor=" in element or "w:themeFill=" in element
            assert has_slot or "w:nsid" in element or "w:tmpl" in element, element


def test_every_colour_of_the_deck_is_a_slot_of_the_theme() -> None:
    """A change of theme in PowerPoint must reach master, layouts and tables."""
    for name, data in _read_parts(POLICY / "deck.pptx").items():
        if not THEME_PARTS.search(name):
            assert b"srgbClr" not in data, name


@pytest.mark.parametrize("name", FILES)
def test_the_pair_tells_no_author_no_date_and_no_picture(name: str) -> None:
    """What Office templates of libraries leave behind: names, the year 2013, a thumbnail."""
    parts = _read_parts(POLICY / name)
    properties = parts["docProps/core.xml"].decode()

    assert "<dc:title>Policy: " in properties
    for left_behind in ("creator", "lastModifiedBy", "created", "modified", "2013"):
        assert left_behind not in properties
    assert not [part for part in parts if "thumbnail" in part or "printerSettings" in part]


def _luminance(rgb: str) -> float:
    channels = (int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: Shade, other: Shade) -> float:
    low, high = sorted(_luminance(resolve_rgb(shade, BRAND)) for shade in (one, other))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        (SHADES.text, SHADES.paper),
        (SHADES.text, SHADES.panel),
        (SHADES.muted, SHADES.paper),
        (SHADES.muted, SHADES.panel),
        (SHADES.heading, SHADES.paper),
        (SHADES.heading, SHADES.panel),
        (SHADES.primary, SHADES.paper),
        (SHADES.paper, SHADES.heading),
        (SHADES.quiet, SHADES.heading),
        (Shade(slot="hlink"), SHADES.paper),
        (Shade(slot="hlink"), SHADES.panel),
        (Shade(slot="folHlink"), SHADES.paper),
    ],
)
def test_text_stands_out_from_its_ground(text: Shade, ground: Shade) -> None:
    """WCAG 1.4.3 asks for 4.5:1."""
    assert _contrast(text, ground) >= 4.5


def test_accents_stand_out_from_white_and_from_their_neighbours() -> None:
    """WCAG 1.4.11 asks for 3:1 of what a chart draws; neighbours touch in a stack."""
    accents = [Shade(slot=f"accent{number}") for number in range(1, 7)]

    assert all(_contrast(accent, SHADES.paper) >= 2.99 for accent in accents)
    for one, other in pairwise(accents):
        assert _contrast(one, other) >= 3
