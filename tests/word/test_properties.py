"""What the file says about itself, and what of the template must not be left in it."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.word.foreign import write_template
from tests.word.reading import PLAIN_TEMPLATE, Built, W, build
from tests.word.samples import make_report, said


def test_the_core_properties_are_those_of_the_report() -> None:
    """Search, libraries and screen readers go by them; no clock and no machine gets in."""
    core = build(said("a")).open().core_properties
    moment = datetime(2026, 3, 31, tzinfo=UTC)

    assert core.title == "Heat & light <for> four cities"
    assert core.subject == "What a winter of repairs has taught"
    assert core.author == "Олена Ковальчук; 田中 恵子"
    assert core.keywords == "heat, repair"
    assert core.language == "en-GB"
    assert core.content_status == "Policy brief"
    assert [core.created, core.modified] == [moment, moment]
    assert core.revision == 1
    assert core.comments == ""


def test_a_very_long_title_is_cut_in_the_properties_alone() -> None:
    """Word takes 255 characters there; the text keeps them all."""
    report = make_report(said("x" * 400))
    built = Built(replace(report, properties=replace(report.properties, title="x" * 400)))

    assert built.open().core_properties.title == "x" * 255


@pytest.mark.parametrize("template", [None, PLAIN_TEMPLATE])
def test_nothing_of_the_template_is_left_behind(template: Any) -> None:
    """Its text, its pictures of the first page, its counts of words are not the report's."""
    built = build(said("only this"), template=template)
    extended = built.parts["docProps/app.xml"].decode()

    assert built.texts() == ["only this"]
    assert not [name for name in built.parts if "thumbnail" in name]
    assert "Institute for Examples" in extended
    assert "<Words>" not in extended
    assert "python-docx" not in built.parts["docProps/core.xml"].decode()


@pytest.mark.parametrize(
    ("language", "slots"),
    [
        ("uk-UA", {"val": "uk-UA"}),
        ("ja-JP", {"eastAsia": "ja-JP"}),
        ("ar-EG", {"bidi": "ar-EG"}),
    ],
)
@pytest.mark.parametrize("template", [None, PLAIN_TEMPLATE])
def test_the_language_is_set_for_the_whole_file(
    language: str, slots: dict[str, str], template: Any
) -> None:
    """Spelling, hyphenation and voices of screen readers go by it."""
    built = build(said("a"), language=language, template=template)
    styles = built.parse("word/styles.xml")
    marks = [*styles.iter(f"{W}lang")]
    theme = built.parse("word/settings.xml").find(f"{W}themeFontLang")

    assert len(marks) == 1
    for slot, value in slots.items():
        assert marks[0].get(f"{W}{slot}") == value
        assert theme.get(f"{W}{slot}") == value


def test_a_report_from_right_to_left_is_laid_out_so() -> None:
    """Paragraphs and tables begin at the right."""
    styles = build(said("سلام"), language="ar-EG").parse("word/styles.xml")

    assert styles.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr/{W}bidi") is not None


def test_the_file_opens_without_a_question() -> None:
    """No field is marked to be updated on opening, and nothing leads out of the file."""
    settings = build(said("a"), template=PLAIN_TEMPLATE).parse("word/settings.xml")

    assert settings.find(f"{W}updateFields") is None
    assert settings.find(f"{W}attachedTemplate") is None
    assert settings.find(f"{W}zoom").get(f"{W}percent") == "100"


def test_nothing_tells_of_the_template_that_a_report_was_made_on(tmp_path: Path) -> None:
    """Variables, schemas and tracking belong to whoever made the template."""
    settings = (
        '<w:trackRevisions/><w:documentProtection w:edit="readOnly"/><w:docVars><w:docVar '
        'w:name="client" w:val="secret"/></w:docVars><w:rsids><w:rsid w:val="00AA"/></w:rsids>'
    )
    built = build(said("a"), template=write_template(tmp_path / "own.docx", settings=settings))
    xml = built.parts["word/settings.xml"].decode()

    assert not any(name in xml for name in ("secret", "trackRevisions", "rsid", "Protection"))


def test_labels_and_properties_of_the_house_stay_in_the_template(tmp_path: Path) -> None:
    """A label 'internal' on the template does not classify the report."""
    path = write_template(tmp_path / "own.docx")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name).decode() for name in old.namelist()}
    link = f'<Relationship Id="rId9" Type="{kind}" Target="docProps/custom.xml"/></Relationships>'
    parts["_rels/.rels"] = parts["_rels/.rels"].replace("</Relationships>", link)
    parts["docProps/custom.xml"] = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        'custom-properties"/>'
    )
    with zipfile.ZipFile(path, "w") as new:
        for name, text in parts.items():
            new.writestr(name, text)

    assert "docProps/custom.xml" not in build(said("a"), template=path).parts
