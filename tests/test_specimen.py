"""The specimen shows all that a template has to show."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from docx import Document
from pptx import Presentation

from generator.brief.exhibits import ChartKind
from generator.findings import Severity
from generator.inventory import Template, find_default_template, read_template
from generator.inventory.deck import LayoutRole
from generator.inventory.report import StyleRole
from generator.load import read_brief, schema_text
from generator.pipeline import check
from generator.scaffold import find_data
from generator.specimen import write_specimen

BRIEF = find_data() / "specimen" / "brief.yaml"
NOT_IN_TEXT = frozenset(
    {StyleRole.HEADER, StyleRole.FOOTER, StyleRole.TOC_3, StyleRole.SMALL_PRINT}
)
"""Styles of furniture, and those that no report is written with yet."""


@pytest.fixture(scope="module")
def template() -> Template:
    """Return the default template."""
    return read_template(find_default_template())


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the specimen on the default template."""
    folder = tmp_path_factory.mktemp("specimen")
    write_specimen(find_default_template(), folder)
    return folder


def test_the_brief_has_no_finding_and_leads_editors_to_the_schema() -> None:
    """It is a sample as well, and whoever copies it must not copy a fault."""
    target = BRIEF.read_text("utf-8").splitlines()[0].partition("$schema=")[2]

    assert check(BRIEF) == ()
    assert (BRIEF.parent / target).read_text("utf-8") == schema_text()


def test_the_usual_kinds_of_charts_are_in_it() -> None:
    """A palette that works for bars may fail for a doughnut; all kinds are in the gallery."""
    brief = read_brief(BRIEF).brief
    assert brief is not None

    assert {chart.kind for chart in brief.charts.values()} >= {
        ChartKind.BAR,
        ChartKind.COLUMN,
        ChartKind.GROUPED_BAR,
        ChartKind.GROUPED_COLUMN,
        ChartKind.STACKED_BAR,
        ChartKind.STACKED_COLUMN,
        ChartKind.LINE,
        ChartKind.DOUGHNUT,
    }


def test_the_report_uses_every_style_of_the_template(made: Path, template: Template) -> None:
    """A style that the specimen leaves out is seen by nobody before it is wrong in print."""
    with zipfile.ZipFile(made / "report.docx") as package:
        text = "".join(
            package.read(name).decode()
            for name in package.namelist()
            if re.fullmatch(r"word/(document|footnotes)\.xml", name)
        )
    used = set(re.findall(r'<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"', text))

    unused = {
        role.value
        for role, style in template.word.styles.items()
        if style.id not in used and role not in NOT_IN_TEXT
    }

    assert unused == set()


def test_the_deck_uses_every_layout_that_slides_are_made_on(made: Path, template: Template) -> None:
    """The same holds for layouts."""
    used = {slide.slide_layout.name for slide in Presentation(str(made / "deck.pptx")).slides}
    roles = {role for role in LayoutRole if template.slides.layouts[role].name in used}

    assert roles == set(LayoutRole)


@pytest.mark.parametrize(("name", "opens"), [("mine.docx", Document), ("mine.pptx", Presentation)])
def test_one_document_can_be_had_under_any_name(tmp_path: Path, name: str, opens: object) -> None:
    """`--out specimen.pptx` writes that file and no other."""
    result = write_specimen(find_default_template(), tmp_path / name)

    assert result.files == (tmp_path / name,)
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert callable(opens)
    opens(str(tmp_path / name))


def test_the_specimen_of_our_own_template_has_no_warning(tmp_path: Path) -> None:
    """Neither its text nor its template gives cause for one."""
    result = write_specimen(find_default_template(), tmp_path)

    assert [each for each in result.findings if each.severity is not Severity.NOTE] == []
