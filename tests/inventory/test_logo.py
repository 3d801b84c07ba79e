"""A logo that `template.yml` names: put where the designer would put it."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest
from lxml import etree

import generator
from generator.errors import TemplateError
from generator.inventory import find_default_template, read_template
from generator.inventory.deck import LayoutRole
from generator.units import cm
from tests.inventory.packages import draw_png
from tests.office import find_errors

BRIEF = Path(__file__).parent.parent / "cases" / "full" / "brief.yaml"


def make_template(folder: Path, settings: str) -> Path:
    """Write our template with `settings` and a wide logo to `folder`."""
    shutil.copytree(find_default_template(), folder, ignore=shutil.ignore_patterns("preview"))
    (folder / "template.yml").write_text(settings, encoding="utf-8")
    (folder / "logo.png").write_bytes(draw_png(300, 100))
    return folder


def find_pictures(path: Path) -> dict[str, str]:
    """Return the parts of a written file that show a picture named Logo, with its description."""
    found: dict[str, str] = {}
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if name.endswith(".xml"):
                for item in etree.fromstring(package.read(name)).iter("{*}docPr", "{*}cNvPr"):
                    if item.get("name") == "Logo":
                        found[name] = item.get("descr", "")
    return found


def test_a_logo_stands_on_the_cover_and_the_first_page(tmp_path: Path) -> None:
    """The other slides and pages stay as they are."""
    template = make_template(tmp_path / "t", "logo: {file: logo.png, alt: The mark}\n")

    report, deck = generator.build(BRIEF, out=tmp_path, template=template).files

    (header,) = find_pictures(report)
    assert header.startswith("word/header")
    assert set(find_pictures(report).values()) == {"The mark"}
    cover = read_template(template).slides.layouts[LayoutRole.COVER].part_name
    assert find_pictures(deck) == {cover.lstrip("/"): "The mark"}


def test_a_logo_may_stand_everywhere(tmp_path: Path) -> None:
    """Houses differ in that."""
    template = make_template(tmp_path / "t", "logo: {file: logo.png, everywhere: true}\n")

    report, deck = generator.build(BRIEF, out=tmp_path, template=template).files

    assert len(find_pictures(report)) >= 1
    layouts = read_template(template).slides.layouts
    assert set(find_pictures(deck)) == {layout.part_name.lstrip("/") for layout in layouts.values()}


@pytest.mark.slow
@pytest.mark.parametrize("everywhere", ["true", "false"])
def test_microsofts_validator_finds_no_error_in_it(tmp_path: Path, everywhere: str) -> None:
    """Pictures in headers and layouts have their own rules."""
    template = make_template(
        tmp_path / "t", f"logo: {{file: logo.png, corner: bottom-left, everywhere: {everywhere}}}\n"
    )

    built = generator.build(BRIEF, out=tmp_path, template=template)

    assert [find_errors(path) for path in built.files] == [[], []]


def test_the_area_for_content_is_what_the_settings_say(tmp_path: Path) -> None:
    """Art that we cannot see, such as a photograph on the left, must be kept clear of."""
    template = make_template(tmp_path / "t", "body: {left: 9, top: 4, right: 2, bottom: 3}\n")

    slides = read_template(template).slides

    body = slides.layouts[LayoutRole.TITLE_ONLY].body
    assert (body.left, body.top) == (cm(9), cm(4))
    assert slides.size.width - body.right == cm(2)
    assert slides.size.height - body.bottom == cm(3)


def test_distances_that_leave_no_area_are_refused(tmp_path: Path) -> None:
    """Millimetres written for centimetres, for one."""
    template = make_template(tmp_path / "t", "body: {left: 20, top: 40, right: 20, bottom: 20}\n")

    with pytest.raises(TemplateError, match="the area for content is empty") as caught:
        read_template(template)

    assert caught.value.place is not None
    assert "cm wide" in (caught.value.hint or "")
