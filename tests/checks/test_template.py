"""Rules over templates: our own passes, and each fault is told by its own rule alone."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator import checks
from generator.checks import check_installed_fonts, check_template
from generator.checks.colours import are_alike, least_contrast
from generator.checks.fonts import find_unmeasured_fonts
from generator.checks.languages import is_known_language
from generator.findings import Finding, Severity
from generator.inventory import Template, find_default_template, read_template
from generator.inventory.deck import LayoutInfo, LayoutRole, PlaceholderRole
from generator.inventory.report import StyleRole
from generator.units import Box, Emu, cm
from tests.checks import faults
from tests.checks.faults import Fault

TEMPLATES = sorted(path for path in (Path(__file__).parents[2] / "templates").iterdir())

FAULTS: dict[str, tuple[str, Fault]] = {
    "a page between wide margins": (
        "page-small",
        faults.change_page(left=cm(7), right=cm(7)),
    ),
    "body text of 7 pt": ("text-small", faults.change_style(StyleRole.BODY, size_pt=7.0)),
    "a heading larger than the one above": (
        "heading-order",
        faults.change_style(StyleRole.HEADING_3, size_pt=30.0),
    ),
    "grey body text": ("contrast-low", faults.change_style(StyleRole.BODY, colour="BBBBBB")),
    "a font of their own": (
        "font-unsafe",
        faults.change_style(StyleRole.BODY, font="House Grotesk"),
    ),
    "a font of Microsoft 365": ("font-cloud", faults.change_style(StyleRole.BODY, font="Aptos")),
    "no style for callouts": ("styles-missing", faults.drop_style(StyleRole.CALLOUT)),
    "no style for tables": ("table-style-missing", faults.drop_style(StyleRole.TABLE)),
    "a list without bullets": (
        "bullets-absent",
        faults.change_part("word/styles.xml", faults.drop_numbering),
    ),
    "a report in no language": (
        "language-unknown",
        faults.change_part("word/styles.xml", faults.speak_nothing),
    ),
    "a tag that cannot be read": (
        "tag-broken",
        faults.change_part("word/header2.xml", faults.write_text("{{ title | }}")),
    ),
    "a tag in a shape over a chart": ("tag-unread", faults.add_shape("{{ title }}")),
    "faint text in the theme": ("theme-contrast-low", faults.change_colours(dk1="999999")),
    "a ground on which no text of the theme reads": (
        "theme-contrast-low",
        faults.change_layout(LayoutRole.CONTENT, lambda one: replace(one, background="8A8A8A")),
    ),
    "one colour twice": ("theme-slots-equal", faults.change_colours(accent3="12436D")),
    "two colours that are nearly one": (
        "palette-alike",
        faults.change_colours(accent3="164470"),
    ),
    "a faint chart colour": ("palette-faint", faults.change_colours(accent2="FFC08A")),
    "two chart colours of one brightness": (
        "palette-neighbours",
        faults.change_colours(accent3="8A6D00"),
    ),
    "no layout for quotes": (
        "layouts-missing",
        faults.change_deck(scores={LayoutRole.QUOTE: 20}),
    ),
    "a layout without a title": (
        "layout-untitled",
        faults.change_layout(LayoutRole.CONTENT, faults.drop_title),
    ),
    "a body area of three lines": (
        "body-small",
        faults.change_layout(LayoutRole.TITLE_ONLY, faults.shrink_body),
    ),
    "a tiny title": (
        "text-small",
        faults.change_hole(LayoutRole.COVER, PlaceholderRole.TITLE, size_pt=16.0),
    ),
    "a grey title": (
        "contrast-low",
        faults.change_hole(
            LayoutRole.CONTENT, PlaceholderRole.TITLE, colour="CCCCCC", behind="FFFFFF"
        ),
    ),
    "points without bullets": (
        "bullets-absent",
        faults.change_part("ppt/slideMasters/slideMaster1.xml", faults.drop_bullets, of_deck=True),
    ),
    "a deck in no language": (
        "language-unknown",
        faults.change_part("ppt/presentation.xml", faults.speak_nothing_on_slides, of_deck=True),
    ),
    "no style for tables on slides": ("table-style-missing", faults.change_deck(table_style="")),
}


@pytest.fixture
def clean() -> Template:
    """Return the default template, which tests may change."""
    return read_template(find_default_template())


@pytest.mark.parametrize("folder", TEMPLATES, ids=lambda path: path.name)
def test_our_own_templates_pass_without_a_finding(folder: Path) -> None:
    """What we hold up as a model must pass our own checks."""
    findings = check_template(read_template(folder))

    assert findings == ()


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_told_by_its_own_rule_alone(clean: Template, fault: str) -> None:
    """A designer who mends what is told has mended it, and is told nothing else."""
    rule, make = FAULTS[fault]

    found = check_template(make(clean))

    assert [finding.rule for finding in found] == [rule]
    assert found[0].fix
    assert found[0].where is None or found[0].where.startswith(("report.docx", "deck.pptx", "word"))


def test_every_rule_has_a_fault_that_it_tells() -> None:
    """A rule that nothing sets off may be broken without anybody knowing."""
    folder = Path(checks.__file__).parent
    sources = {path.name: path.read_text("utf-8") for path in folder.glob("*.py")}
    rules = {
        rule
        for name, source in sources.items()
        if name not in {"chartkinds.py", "evidence.py", "maps.py", "numbers.py"}
        for rule in re.findall(r'rule="([a-z-]+)"', source)
    }
    others = {"placeholder-small", "font-not-installed", "tag-unknown"}

    assert rules == {rule for rule, _ in FAULTS.values()} | others


def test_what_was_taken_out_of_a_file_is_told_with_the_rest(clean: Template) -> None:
    """Whoever checks a file with macros learns that they are gone."""
    clean.report.findings.append(
        Finding(rule="template-macros", severity=Severity.WARNING, message="macros were taken out")
    )

    assert [finding.rule for finding in check_template(clean)] == ["template-macros"]


def test_a_narrow_title_is_told_with_what_it_holds_and_what_it_needs(clean: Template) -> None:
    """A number tells how far off the placeholder is."""
    (title,) = clean.slides.layouts[LayoutRole.CONTENT].by_role[PlaceholderRole.TITLE]
    make = faults.change_hole(LayoutRole.CONTENT, PlaceholderRole.TITLE, box=faults.narrow(title))

    (finding,) = check_template(make(clean))

    assert finding.rule == "placeholder-small"
    assert "2 lines and 80 characters are needed" in finding.message


def test_a_cover_without_a_place_for_authors_needs_room_under_its_subtitle(clean: Template) -> None:
    """Authors, organisation and date go there; at the foot of the slide they cannot run on."""
    layout = clean.slides.layouts[LayoutRole.COVER]
    (subtitle,) = layout.by_role[PlaceholderRole.SUBTITLE]
    foot = Box(subtitle.box.left, Emu(clean.slides.size.height - cm(1.5)), cm(15), cm(1))

    def strip(one: LayoutInfo) -> LayoutInfo:
        holes = {PlaceholderRole.SUBTITLE: (replace(subtitle, box=foot),)}
        kept = {role: one.by_role[role] for role in (PlaceholderRole.TITLE,)}
        return replace(one, by_role={**kept, **holes})

    (finding,) = check_template(faults.change_layout(LayoutRole.COVER, strip)(clean))

    assert finding.rule == "placeholder-small"
    assert finding.message.startswith("the subtitle holds ")


def test_an_embedded_font_is_safe(clean: Template) -> None:
    """It travels with the file."""
    template = faults.change_style(StyleRole.BODY, font="House Grotesk")(clean)

    def embed(fonts: Any) -> None:
        font = next(iter(fonts))
        font.set(f"{faults.W}name", "House Grotesk")
        font.append(font.makeelement(f"{faults.W}embedRegular"))

    found = check_template(faults.change_part("word/fontTable.xml", embed)(template))

    assert found == ()


def test_a_half_that_is_not_the_templates_own_is_not_judged(clean: Template) -> None:
    """Whoever brings a deck alone is not told about our report."""
    faulty = faults.change_style(StyleRole.BODY, colour="EEEEEE")(clean)

    alone = replace(faulty, own=("slides",), path=faulty.deck.path)

    assert check_template(alone) == ()


def test_the_weightiest_findings_come_first(clean: Template) -> None:
    """The end of a long list is read by few."""
    faulty = faults.drop_style(StyleRole.CALLOUT)(clean)
    faulty = faults.change_colours(dk1="CCCCCC")(faulty)
    faulty = faults.change_page(left=cm(9), right=cm(7))(faulty)

    severities = [finding.severity for finding in check_template(faulty)]

    assert severities == [Severity.WARNING, Severity.WARNING, Severity.NOTE]


def test_text_of_one_pair_of_colours_is_told_once(clean: Template) -> None:
    """Six headings in one orange are one thing to mend."""
    faulty = faults.change_style(StyleRole.HEADING_1, colour="F3901D")(clean)
    faulty = faults.change_style(StyleRole.HEADING_2, colour="F3901D")(faulty)

    (finding,) = check_template(faulty)

    assert finding.where == "report.docx, style 'heading 1'; style 'heading 2'"


def test_fonts_of_this_machine_are_looked_at_only_when_asked(clean: Template) -> None:
    """The same template must give the same findings everywhere."""
    faulty = faults.change_style(StyleRole.BODY, font="House Grotesk")(clean)

    found = {finding.message for finding in check_installed_fonts(faulty)}

    assert any("does not have the font 'House Grotesk'" in message for message in found)
    assert "font-not-installed" not in {finding.rule for finding in check_template(faulty)}


def test_a_font_of_unknown_widths_is_no_fault(clean: Template) -> None:
    """There is nothing to mend; but the designer may want to know why slides hold less."""
    template = faults.change_deck_font("Georgia")(clean)

    assert check_template(template) == ()
    assert find_unmeasured_fonts(template) == ("Georgia",)
    assert find_unmeasured_fonts(clean) == ()


@pytest.mark.parametrize(
    ("size_pt", "is_bold", "expected"),
    [(12.0, False, 4.5), (17.9, False, 4.5), (18.0, False, 3.0), (14.0, True, 3.0)],
)
def test_large_text_needs_less_contrast(size_pt: float, is_bold: bool, expected: float) -> None:
    """WCAG 1.4.3 draws the line at 18 pt, or 14 pt bold."""
    assert least_contrast(size_pt, is_bold=is_bold) == expected


def test_colours_are_alike_when_the_eye_takes_them_for_one() -> None:
    """Two blues a shade apart are; blue and orange are not."""
    assert are_alike("12436D", "164470")
    assert not are_alike("12436D", "F46A25")


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("en-GB", True), ("uk", True), ("zh-Hans-CN", True), ("x-none", True), ("qq-QQ", False)],
)
def test_languages_are_known_by_their_tags(tag: str, expected: bool) -> None:
    """Office writes `x-none` for text in no language."""
    assert is_known_language(tag) is expected
