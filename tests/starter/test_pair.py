"""The template pairs that we bring: made again the same, valid, readable, bound to the theme."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from generator.checks import check_template
from generator.inventory import find_default_template, read_template
from generator.ooxml.contrast import contrast
from generator.starter import read_brand, start_template
from generator.starter.brand import Brand
from generator.starter.theme import Shade, plan_shades, resolve_rgb
from generator.units import inches
from tests.starter.files import read_parts

TEMPLATES = find_default_template().parent
POLICY, ATLAS, MEMO = (TEMPLATES / name for name in ("policy", "atlas", "memo"))
FILES = ("report.docx", "deck.pptx")
THEME_PARTS = re.compile(r"theme\d\.xml$")

all_three = pytest.mark.parametrize("folder", [POLICY, ATLAS, MEMO], ids=lambda path: path.name)
each = pytest.mark.parametrize("name", FILES)


@all_three
def test_the_committed_template_is_what_the_starter_makes(tmp_path: Path, folder: Path) -> None:
    """Template and code must not drift apart. Parts are compared: releases of zlib differ."""
    written = start_template(tmp_path, brand=folder / "_brand.yml")

    for path in written:
        committed = folder / path.relative_to(tmp_path)
        if path.name in FILES:
            assert read_parts(path) == read_parts(committed)
        else:
            assert path.read_bytes() == committed.read_bytes()


@each
def test_the_same_brand_gives_the_same_bytes(tmp_path: Path, name: str) -> None:
    """No clock and no chance gets in."""
    first, second = tmp_path / "first", tmp_path / "second"
    start_template(first, brand=ATLAS / "_brand.yml")
    start_template(second, brand=ATLAS / "_brand.yml")

    assert (first / name).read_bytes() == (second / name).read_bytes()


@all_three
def test_the_check_finds_nothing_in_our_own_templates(folder: Path) -> None:
    """We live by our own rules."""
    assert check_template(read_template(folder)) == ()


def test_another_brand_recolours_the_whole_pair(tmp_path: Path) -> None:
    """Colours stand in the theme; beside it, no file names one that the theme does not hold."""
    text = (POLICY / "_brand.yml").read_text(encoding="utf-8")
    (tmp_path / "_brand.yml").write_text(text.replace("#12436D", "#0B5030"), encoding="utf-8")
    start_template(tmp_path)

    for name in FILES:
        for part, data in read_parts(tmp_path / name).items():
            assert b"12436D" not in data, part
    template = read_template(tmp_path)
    assert template.word.theme.colours["accent1"] == "0B5030"
    assert template.slides.theme.colours["dk2"] == "0B5030"


@all_three
def test_every_colour_of_the_report_names_its_theme_slot(folder: Path) -> None:
    """A change of theme in Word must reach all styles; a bare RGB value would stay behind."""
    parts = read_parts(folder / "report.docx")

    for name in ("word/styles.xml", "word/numbering.xml", "word/header1.xml", "word/document.xml"):
        text = parts[name].decode()
        for element in re.findall(r"<w:[^>]*\"[0-9A-F]{6}\"[^>]*>", text):
            has_slot = "w:themeColor=" in element or "w:themeFill=" in element
            assert has_slot or "w:nsid" in element or "w:tmpl" in element, element


@all_three
def test_every_colour_of_the_deck_is_a_slot_of_the_theme(folder: Path) -> None:
    """A change of theme in PowerPoint must reach master, layouts and tables."""
    for name, data in read_parts(folder / "deck.pptx").items():
        if not THEME_PARTS.search(name):
            assert b"srgbClr" not in data, name


@all_three
@each
def test_the_pair_tells_no_author_no_date_and_no_thumbnail(folder: Path, name: str) -> None:
    """What Office templates of libraries leave behind: names, the year 2013, a thumbnail."""
    parts = read_parts(folder / name)
    properties = parts["docProps/core.xml"].decode()

    assert f"<dc:title>{folder.name.capitalize()}: " in properties
    for left_behind in ("creator", "lastModifiedBy", "created", "modified", "2013"):
        assert left_behind not in properties
    assert not [part for part in parts if "thumbnail" in part or "printerSettings" in part]


def _contrast(one: Shade, other: Shade, brand: Brand) -> float:
    return contrast(resolve_rgb(one, brand), resolve_rgb(other, brand))


@all_three
def test_text_stands_out_from_its_ground(folder: Path) -> None:
    """WCAG 1.4.3 asks for 4.5:1."""
    brand = read_brand(folder / "_brand.yml")
    shades = plan_shades(brand.colours)
    links = (Shade(slot="hlink"), Shade(slot="folHlink"))

    for text in (shades.text, shades.muted, shades.heading, shades.primary, *links):
        assert _contrast(text, shades.paper, brand) >= 4.5
        assert _contrast(text, shades.panel, brand) >= 4.5
    for text in (shades.paper, shades.quiet):
        assert _contrast(text, shades.heading, brand) >= 4.5


def test_the_two_templates_differ_in_more_than_colour() -> None:
    """The README shows one brief in two looks."""
    policy, atlas = read_template(POLICY), read_template(ATLAS)

    assert policy.word.page.size != atlas.word.page.size
    assert policy.slides.size != atlas.slides.size
    assert policy.word.theme.major != atlas.word.theme.major
    sizes = [one.word.styles[role].size_pt for one in (policy, atlas) for role in one.word.styles
             if role.value == "heading 1"]  # fmt: skip
    assert sizes == [20, 23]


def test_logos_stand_where_they_do_not_collide() -> None:
    """On master, cover, closing and the first page: each with words for those who cannot see it."""
    deck = read_parts(ATLAS / "deck.pptx")
    wanted = {"slideMasters/slideMaster1", "slideLayouts/slideLayout1", "slideLayouts/slideLayout7"}

    shown = {name for name, data in deck.items() if b"<p:pic>" in data}

    assert shown == {f"ppt/{name}.xml" for name in wanted}
    for name in shown:
        root = _parse(deck[name])
        (picture,) = root.iterfind(".//{*}pic")
        assert picture.find(".//{*}cNvPr").get("descr") == (
            "Logo: the lines of a map around a height"
        )
        box = _read_box(picture)
        for shape in root.iterfind(".//{*}sp"):
            if shape.find(".//{*}ph") is not None:
                assert not _do_overlap(box, _read_box(shape)), name
    header = read_parts(ATLAS / "report.docx")["word/header1.xml"].decode()
    assert header.count('descr="Logo: the lines of a map around a height"') == 2


def _parse(data: bytes) -> Any:
    return etree.fromstring(data)


def _read_box(shape: Any) -> tuple[int, int, int, int]:
    (offset,), (extent,) = list(shape.iterfind(".//{*}off")), list(shape.iterfind(".//{*}ext"))
    left, top = int(offset.get("x", "")), int(offset.get("y", ""))
    return left, top, left + int(extent.get("cx", "")), top + int(extent.get("cy", ""))


def _do_overlap(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@all_three
def test_nothing_on_a_slide_leaves_it(folder: Path) -> None:
    """Ornaments go to the edge and not beyond, on slides of both shapes."""
    size = read_template(folder).slides.size

    for name, data in read_parts(folder / "deck.pptx").items():
        if name.startswith(("ppt/slideLayouts/slide", "ppt/slideMasters/slide")):
            for shape in _parse(data).iter("{*}sp", "{*}pic"):
                left, top, right, bottom = _read_box(shape)
                assert 0 <= left < right <= size.width
                assert 0 <= top < bottom <= size.height


@all_three
def test_text_keeps_clear_of_the_ornaments(folder: Path) -> None:
    """A quarter disc fills its box only in part; its centre is the corner of the slide."""
    size = read_template(folder).slides.size
    for number in (1, 2, 7):
        root = _parse(read_parts(folder / "deck.pptx")[
            f"ppt/slideLayouts/slideLayout{number}.xml"])  # fmt: skip
        shapes = list(root.iter("{*}sp"))
        texts = [_read_box(shape) for shape in shapes if shape.find(".//{*}ph") is not None
                 and shape.find(".//{*}ph").get("type") != "ftr"]  # fmt: skip
        for shape in shapes:
            if shape.find(".//{*}ph") is None:
                kind = shape.find(".//{*}cNvPr").get("name")
                box = _read_box(shape)
                for text in texts:
                    if kind.startswith("Tile"):
                        assert not _do_overlap(box, text), (number, kind)
                    elif kind.startswith("Contour"):
                        across = max(0, size.width - text[2])
                        down = max(0, size.height - text[3])
                        reach = (across**2 + down**2) ** 0.5
                        assert reach >= box[2] - box[0] - inches(0.01), (number, kind)
