"""The brand file: what it may say, and how it fails."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.errors import MissingError, SettingsError, TemplateError
from generator.inventory import find_default_template
from generator.ooxml.theme import SLOTS
from generator.starter import read_brand
from generator.starter.brand import Ornament, PageFormat, SlideFormat, Tone
from tests.inventory.packages import draw_png
from tests.starter.files import TWO_COLOURS, read_errors, write_brand

MINIMAL = """\
color:
  palette: {ink: "#112233", paper: "ffffff", sea: "#004488", sand: "#F4EEE4"}
  foreground: ink
  background: paper
  primary: sea
  light: sand
"""
FULL = """\
meta:
  name: {short: Acme, full: Acme Institute of Policy}
  link: {home: "https://example.org", mastodon: "https://example.org/@acme"}
  founded: 1999
logo:
  images:
    mark: logo.png
    wide: {path: logo.png, alt: The Acme mark}
  small: mark
  medium: {light: wide, dark: logo.png}
  large: wide
color:
  palette: {ink: "#20261F", paper: "#F8F5EE", forest: "#1B4636", ochre: {light: "#BA8120",
    dark: "#E0B060"}}
  foreground: {light: ink, dark: paper}
  background: {light: paper, dark: ink}
  primary: {light: forest, dark: "#9FD0B8"}
  secondary: ochre
  tertiary: rebeccapurple
  success: rgb(20, 90, 60)
  info: hsl(200, 60%, 30%)
  warning: "#a60"
  danger: darkred
  light: "#EFEAE0"
  dark: ink
  link: "#1A5FA8"
typography:
  fonts:
    - {family: Open Sans, source: google, weight: [400, 700], style: normal, display: block}
    - {family: Acme, source: file, files: [acme.ttf, {path: acme-bold.ttf, weight: bold}]}
  base: {family: "'Open Sans', sans-serif", size: 10pt, weight: 400, line-height: 1.5}
  headings: {family: Georgia, weight: 400, style: normal, line-height: 120%, color: forest}
  monospace: {family: Consolas, size: 0.9em}
  monospace-inline: {color: danger, background-color: light}
  monospace-block: {background-color: light}
  link: {weight: normal, color: "#1A5FA8", decoration: underline}
defaults:
  quarto: {anything: [goes, {here: 1}]}
  briefing:
    theme: {accent3: danger}
    scripts: {Jpan: Yu Gothic}
    language: uk-UA
    page: letter
    slide: "4:3"
    mode: dark
    cover: light
    ornament: contours
    numbering: no
    scale: {report: {title: 30, body: 10.5}, slides: {title: 28}}
"""


def test_every_part_of_the_convention_is_read(tmp_path: Path) -> None:
    """A brand file that was written for other tools works here, and ours for them."""
    brand = read_brand(write_brand(tmp_path, FULL))

    assert brand.name == "Acme"
    assert (brand.base, brand.headings, brand.monospace) == ("Open Sans", "Georgia", "Consolas")
    assert (brand.has_bold_headings, brand.has_numbered_headings) == (False, False)
    assert (brand.page, brand.slide) == (PageFormat.LETTER, SlideFormat.NARROW)
    assert (brand.cover, brand.ornament) == (Tone.LIGHT, Ornament.CONTOURS)
    assert (brand.language, dict(brand.scripts)) == ("uk-UA", {"Jpan": "Yu Gothic"})
    assert dict(brand.scale.report) == {"body": 10.5, "title": 30}
    assert dict(brand.scale.slides) == {"title": 28}
    assert brand.scale.leading == pytest.approx(1.5 * 11 / 15)
    assert brand.scale.heading_leading == pytest.approx(1.0)


def test_light_and_dark_variants_go_to_pages_and_slides(tmp_path: Path) -> None:
    """Pages are light, and slides are as `mode` asks."""
    brand = read_brand(write_brand(tmp_path, FULL))

    assert (brand.colours["lt1"], brand.colours["dk1"]) == ("F8F5EE", "20261F")
    assert (brand.slide_colours["lt1"], brand.slide_colours["dk1"]) == ("20261F", "F8F5EE")
    assert brand.colours["dk2"] == "1B4636"
    assert brand.colours["accent2"] == "BA8120"
    assert brand.slide_colours["accent2"] == "E0B060"
    assert brand.colours["accent3"] == "8B0000"
    assert brand.colours["lt2"] == "EFEAE0"


def test_logos_are_found_by_name_path_and_variant(tmp_path: Path) -> None:
    """The convention allows all three, and alternative text once for each picture."""
    brand = read_brand(write_brand(tmp_path, FULL))

    medium = brand.logos["medium"]
    assert medium.light is not None
    assert medium.dark is not None
    assert (medium.light.alt, medium.dark.alt) == (
        "The Acme mark",
        "Logo of Acme Institute of Policy",
    )
    assert (medium.light.width, medium.light.height) == (300, 100)
    assert brand.logos["small"].dark is None
    assert dict(brand.files) == {"logo.png": draw_png(300, 100)}


@pytest.mark.parametrize(
    "logo", ["logo.png", "{path: logo.png, alt: Mark}", "{images: {m: logo.png}, medium: m}"]
)
def test_one_logo_is_enough(tmp_path: Path, logo: str) -> None:
    """Most organisations have one file."""
    brand = read_brand(write_brand(tmp_path, f"{TWO_COLOURS}logo: {logo}\n"))

    assert list(brand.logos) == ["medium"]
    assert brand.find_logo("small", "medium") is brand.logos["medium"]
    assert brand.find_logo("small") is None


def test_a_plain_brand_file_fills_all_slots_of_the_theme(tmp_path: Path) -> None:
    """A `_brand.yml` that was written for other tools does without our extras."""
    brand = read_brand(write_brand(tmp_path, MINIMAL))

    assert tuple(brand.colours) == SLOTS
    assert brand.colours["dk1"] == "112233"
    assert brand.colours["lt1"] == "FFFFFF"
    assert brand.colours["accent1"] == "004488"
    assert (brand.headings, brand.base) == ("Calibri", "Calibri")
    assert brand.slide_colours == brand.colours


def test_headings_take_the_font_of_the_text_when_they_have_none(tmp_path: Path) -> None:
    """One font is enough."""
    brand = read_brand(write_brand(tmp_path, f"{MINIMAL}typography: {{base: Georgia}}\n"))

    assert (brand.headings, brand.base) == ("Georgia", "Georgia")


def test_the_brand_of_the_default_template_is_the_accessible_palette() -> None:
    """Neighbours of this order, and each against white, have a contrast of 3:1 or more."""
    brand = read_brand(find_default_template() / "_brand.yml")

    accents = [brand.colours[f"accent{number}"] for number in range(1, 7)]

    assert accents == ["12436D", "F46A25", "801650", "28A197", "3D3D3D", "A285D1"]
    assert brand.scripts["Jpan"] == "Yu Gothic"
    assert brand.scripts["Cyrl"] == "Calibri"


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ('color: {primry: "#123456"}', "unknown key 'primry'", "did you mean 'primary'?"),
        ("color: {primary: bleu}", "no colour is given for 'bleu'", "did you mean 'blue'?"),
        ("color: {primary: #123456", "not YAML", ""),
        ("colour: {primary: red}", "unknown key 'colour'", "did you mean 'color'?"),
        ('color: {primary: "#12345678"}', "lets what is behind it shine through", "opaque"),
        ("color: {primary: [red]}", "expected a colour, found a list", ""),
        ("color: {primary: {ligth: red}}", "unknown key 'ligth'", "did you mean 'light'?"),
        ("color: red", "expected keys with values, found 'red'", ""),
        ("color: {palette: {a: b, b: a}}", "in a circle: a → b → a", "#12436D"),
        ("color: {primary: secondary, secondary: primary}", "in a circle", "#12436D"),
        ('color: {foreground: "#999999"}', "has a contrast of 2.8:1", "would do"),
        ("meta: {nmae: Acme}", "unknown key 'nmae'", "did you mean 'name'?"),
        ("meta: {name: {long: Acme}}", "unknown key 'long'", "short, full"),
        ("meta: {link: [a]}", "expected an address", ""),
        ("typography: {base: [Arial]}", "expected the name of a font", ""),
        ("typography: {bsae: Arial}", "unknown key 'bsae'", "did you mean 'base'?"),
        ("typography: {base: {size: huge}}", "expected a size, found 'huge'", "11pt"),
        ("typography: {base: {size: 3rem}}", "33 pt is no size for a report", "14 points"),
        ("typography: {base: {line-height: 9}}", "from 1 to 2.2, found '9'", ""),
        ("typography: {headings: {weight: fat}}", "expected a weight, found 'fat'", "100 to 900"),
        ("typography: {headings: {color: nosuch}}", "no colour is given for 'nosuch'", ""),
        ("typography: {headings: {color: yellow}}", "text in #FFFF00", "would do"),
        ("typography: {link: {color: {dark: nosuch}}}", "no colour is given for 'nosuch'", ""),
        ("typography: {link: {colr: red}}", "unknown key 'colr'", "did you mean 'color'?"),
        ("typography: {fonts: [{family: A, source: gogle}]}", "'gogle' is not one of", "google"),
        ("typography: {fonts: [{source: google}]}", "a font has no 'family'", "Open Sans"),
        ("typography: {fonts: [{family: A, files: [{pth: a.ttf}]}]}", "unknown key 'pth'", "path"),
        ("typography: {fonts: Arial}", "expected a list, found 'Arial'", ""),
        ("typography: {monospace: {style: bold}}", "'bold' is not one of", ""),
        ("defaults: {briefing: {teme: {}}}", "unknown key 'teme'", "did you mean 'theme'?"),
        ("defaults: {briefing: {theme: {acent1: red}}}", "unknown key 'acent1'", "accent1"),
        ("defaults: {briefing: {theme: {accent2: yellow}}}", "series in #FFFF00", "would do"),
        ("defaults: {briefing: {page: A5}}", "'A5' is not one of A4, Letter", ""),
        ("defaults: {briefing: {slide: 16:10}}", "'16:10' is not one of", "16:9"),
        ("defaults: {briefing: {mode: drak}}", "'drak' is not one of", "dark"),
        ("defaults: {briefing: {ornament: tile}}", "'tile' is not one of", "tiles"),
        ("defaults: {briefing: {numbering: maybe}}", "expected true or false", ""),
        ("defaults: {briefing: {language: not a tag}}", "expected a language", "en-GB"),
        ("defaults: {briefing: {scripts: {Japanese: Yu Gothic}}}", "not the code of a script",
         "Jpan"),
        ("defaults: {briefing: {scale: {report: {titel: 30}}}}", "unknown key 'titel'", "title"),
        ("defaults: {briefing: {scale: {slides: {body: 6}}}}", "from 12 to 24, found '6'", ""),
        ("logo: nosuch.png", "there is no logo 'nosuch.png'", ""),
        ("logo: logo.pngg", "there is no logo 'logo.pngg'", "did you mean 'logo.png'?"),
        ("logo: {small: {alt: x}}", "a logo has no 'path'", "path: logo.png"),
        ("logo: {smal: logo.png}", "unknown key 'smal'", "did you mean 'small'?"),
        ("logo: /etc/passwd", "is an absolute path", "relative"),
        ("logo: C:/logo.png", "is an absolute path", "relative"),
        ("logo: ../logo.png", "leads out of the folder", ""),
        ("logo: 'a\\..\\..\\logo.png'", "leads out of the folder", ""),
        ("logo: 'https://example.org/logo.png'", "nothing is fetched", "save the picture"),
        ("logo: 'data:image/png;base64,AAAA'", "nothing is fetched", "save the picture"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place_and_a_way_out(
    tmp_path: Path, line: str, message: str, hint: str
) -> None:
    """The published schema accepts most of these, and other tools take them in silence."""
    (error,) = read_errors(tmp_path, f"{line}\n")

    assert message in error.message
    assert hint in (error.hint or "")
    assert error.place is not None
    assert error.place.file == str(tmp_path / "_brand.yml")
    assert error.place.line is not None


def test_a_colour_without_quotes_is_explained(tmp_path: Path) -> None:
    """The commonest mistake: the rest of the line is a comment then."""
    path = write_brand(tmp_path, "color:\n  palette:\n    sea: #004488\n  primary: sea\n")

    with pytest.raises(TemplateError, match="no colour is given for 'sea'"):
        read_brand(path)


def test_all_errors_of_a_file_are_told_in_one_run_in_their_order(tmp_path: Path) -> None:
    """Mending one after the other, each with a run between, costs an afternoon."""
    text = (
        "color:\n  primary: bleu\n  secndary: red\n"
        "typography:\n  base: {size: huge}\nlogo: no.png\n"
    )

    errors = read_errors(tmp_path, text)

    assert [error.place.line for error in errors if error.place] == [2, 3, 5, 6]
    with pytest.raises(SettingsError) as caught:
        read_brand(tmp_path / "_brand.yml")
    assert caught.value.exit_code == 67


def test_an_error_tells_line_and_column(tmp_path: Path) -> None:
    """Editors jump there."""
    (error,) = read_errors(tmp_path, "color:\n  palette: {sea: '#004488'}\n  primary: see\n")

    assert error.place is not None
    assert (error.place.line, error.place.column) == (3, 12)
    assert error.hint == "did you mean 'sea'?"


def test_a_name_of_the_palette_wins_over_that_of_css(tmp_path: Path) -> None:
    """Brands call their blue `blue`."""
    text = 'color: {palette: {blue: "#123A5C"}, primary: blue}\n'

    assert read_brand(write_brand(tmp_path, text)).colours["accent1"] == "123A5C"


def test_a_colour_that_bears_its_own_name_is_that_of_css(tmp_path: Path) -> None:
    """`navy: navy` is no circle."""
    text = "color: {palette: {navy: navy}, primary: navy}\n"

    assert read_brand(write_brand(tmp_path, text)).colours["accent1"] == "000080"


def test_an_svg_is_taken_as_the_png_beside_it(tmp_path: Path) -> None:
    """The brand file can name the SVG that other tools want."""
    (tmp_path / "mark.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (tmp_path / "mark.png").write_bytes(draw_png(40, 40))

    brand = read_brand(write_brand(tmp_path, "logo: mark.svg\n"))

    assert list(brand.files) == ["mark.png"]


def test_an_svg_alone_is_refused_with_the_name_of_the_png_that_is_needed(tmp_path: Path) -> None:
    """Office needs one to show it everywhere, and we draw none from a stranger's file."""
    (tmp_path / "mark.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")

    (error,) = read_errors(tmp_path, "logo: mark.svg\n")

    assert "is an SVG" in error.message
    assert "'mark.png'" in (error.hint or "")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"GIF89a" + b"\0" * 40, "is a GIF, not a PNG or JPEG"),
        (b"", "is no picture"),
        (draw_png(30, 30)[:-30], "broken PNG"),
        (draw_png(30, 30).replace(b"IDAT", b"IDAT", 1)[:60] + b"\0" * 40, "broken PNG"),
        (draw_png(30_000, 1), "30000 × 1 pixels"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "broken JPEG"),
        (b"<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", "is an SVG"),
    ],
    ids=["gif", "empty", "cut", "damaged", "wide", "jpeg", "svg-as-png"],
)
def test_a_logo_is_judged_by_its_bytes(tmp_path: Path, data: bytes, message: str) -> None:
    """What a file is called proves nothing, and Office refuses a document with a broken picture."""
    (tmp_path / "mark.png").write_bytes(data)

    (error,) = read_errors(tmp_path, "logo: mark.png\n")

    assert message in error.message


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    """A brand folder from elsewhere must not carry our files into a document."""
    (tmp_path / "secret.png").write_bytes(draw_png(20, 20))
    folder = tmp_path / "brand"
    folder.mkdir()
    try:
        (folder / "mark.png").symlink_to(tmp_path / "secret.png")
    except OSError:
        pytest.skip("no links on this system")

    (error,) = read_errors(folder, "logo: mark.png\n")

    assert "leads out of the folder" in error.message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_brand_file_that_is_a_pipe_does_not_hang(tmp_path: Path) -> None:
    """Reading would wait for ever."""
    os.mkfifo(tmp_path / "_brand.yml")

    with pytest.raises(TemplateError, match="is not a file"):
        read_brand(tmp_path / "_brand.yml")


def test_a_brand_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """The path is the first thing to check."""
    with pytest.raises(MissingError, match="cannot read the brand file"):
        read_brand(tmp_path / "_brand.yml")


@pytest.mark.parametrize(
    "data",
    [b"[" * 5000, b"- a\n", b"just text\n", b"", b"\xff\xfe\x00", b"a: 1\n" * 100_000, b"a: b: c",
     b"color: &a {palette: *a}\n", b"? [a]\n: b\n", b"<!DOCTYPE a>", b"a: 1\n---\nb: 2\n"],
)  # fmt: skip
def test_a_brand_file_of_another_shape_ends_in_messages(tmp_path: Path, data: bytes) -> None:
    """Whatever it holds, there is no traceback."""
    path = tmp_path / "_brand.yml"
    path.write_bytes(data)

    with pytest.raises(TemplateError):
        read_brand(path)
