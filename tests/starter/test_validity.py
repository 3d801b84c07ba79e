"""Templates of extreme brands before the judges: our own rules, the Open XML SDK, LibreOffice."""

from __future__ import annotations

from pathlib import Path

import pytest

import generator
from generator.checks import check_template
from generator.inventory import find_default_template, read_template
from generator.starter import start_template
from tests.office import find_errors, render_pdf
from tests.starter.files import TWO_COLOURS, write_brand

FILES = ("report.docx", "deck.pptx")
TEMPLATES = find_default_template().parent
BRIEF = Path(__file__).parents[1] / "cases" / "full" / "brief.yaml"
FONT = "typography: {base: Calibri}\n"
DARK = f"""\
color: {{foreground: "#F2F2EE", background: "#101820", primary: "#F2AA4C", secondary: teal}}
logo: {{medium: {{light: logo.png}}}}
{FONT}defaults: {{briefing: {{ornament: contours}}}}
"""
EVERY_OPTION = """\
meta: {name: "R&D <Institute>"}
logo: {small: logo.png, large: {dark: logo.png}}
color: {background: "#FFF3D6", primary: "#005F73", secondary: "#EE9B00", danger: "#9B2226"}
typography:
  base: {family: Arial, size: 12pt, line-height: 1.6}
  headings: {family: Times New Roman, weight: 300, line-height: 1.3}
  monospace: Consolas
defaults:
  briefing:
    language: uk-UA
    scripts: {Jpan: Yu Gothic, Arab: Arial}
    page: Letter
    slide: "4:3"
    cover: light
    ornament: none
    numbering: false
    scale:
      report: {title: 40, subtitle: 18, heading-1: 26, heading-2: 18, heading-3: 13, small: 10}
      slides: {cover: 54, title: 32, body: 20, small: 12}
"""


def _ask(options: str) -> str:
    """Return a brand file with a font and `options` of ours, in YAML's flow style."""
    return f"{FONT}defaults: {{briefing: {{{options}}}}}\n"


BRANDS = {
    "two-colours": TWO_COLOURS.replace("Georgia", "Calibri"),
    "one-colour": f'color: {{primary: "#FFD200"}}\n{FONT}',
    "no-colour": FONT,
    "dark": DARK,
    "dark-tiles": DARK.replace("contours", "tiles").replace("#101820", "#240046"),
    "dark-slides": f'color: {{primary: "#7A1F3D"}}\n{_ask("mode: dark")}',
    "light-cover": f'color: {{primary: "#0B5D3B"}}\n{_ask("cover: light")}',
    "narrow-tiles": _ask("slide: '4:3', scale: {slides: {title: 36}}"),
    "small": _ask("scale: {report: {body: 9}, slides: {body: 12}}"),
    "memo": _ask("tags: memo"),
    "narrow-memo": _ask("tags: memo, slide: '4:3', page: Letter, mode: dark"),
    "every-option": EVERY_OPTION,
}

brands = pytest.mark.parametrize("name", BRANDS)


@pytest.fixture
def template(tmp_path: Path, name: str) -> Path:
    """Return the folder of a template made from the brand `name`."""
    brand = write_brand(tmp_path / "brand", BRANDS[name])
    start_template(tmp_path / "t", brand=brand)
    return tmp_path / "t"


@brands
def test_a_brief_builds_on_every_brand_without_a_warning(tmp_path: Path, template: Path) -> None:
    """Whatever a designer asks for within the limits comes out usable."""
    built = generator.build(BRIEF, out=tmp_path, template=template)

    assert [path.name for path in built.files] == list(FILES)
    found = check_template(read_template(template))
    assert [finding for finding in found if finding.severity != "note"] == []


@pytest.mark.slow
@brands
def test_microsofts_validator_finds_no_error_in_templates_or_documents(
    tmp_path: Path, template: Path
) -> None:
    """Office repairs, or refuses, what is not valid."""
    built = generator.build(BRIEF, out=tmp_path, template=template)

    for path in (*(template / file for file in FILES), *built.files):
        assert find_errors(path) == []


@pytest.mark.slow
@pytest.mark.parametrize("version", ["Office2013", "Office2019", "Microsoft365"])
@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("folder", ["policy", "atlas", "memo"])
def test_our_own_pairs_are_valid_for_every_version(folder: str, file: str, version: str) -> None:
    """Readers have old programs."""
    assert find_errors(TEMPLATES / folder / file, version) == []


@pytest.mark.slow
@pytest.mark.parametrize("folder", ["policy", "atlas", "memo"])
def test_the_report_template_opens_in_libreoffice(tmp_path: Path, folder: str) -> None:
    """An empty report is one page with its band and footer."""
    pdf = render_pdf(TEMPLATES / folder / "report.docx", tmp_path)

    assert pdf.stat().st_size > 0
