"""A brief tried on a template: what does not go together is told, and nothing is left behind."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.errors import BriefError
from generator.findings import Severity
from generator.fitting import check_fit
from generator.inventory import read_template
from tests.inventory.packages import Change, copy_changed

ROOT = Path(__file__).parents[1]
MEMO = ROOT / "templates" / "memo"
BRIEF = ROOT / "tests" / "cases" / "full" / "brief.yaml"
BODY = "{{p body }}"


def _change(folder: Path, changes: Mapping[str, tuple[str, str]]) -> Path:
    """Return a copy of the memo's folder; `changes` replace a text in the document or a slide."""
    shutil.copytree(MEMO, folder, ignore=shutil.ignore_patterns("preview"))
    for part, (old, new) in changes.items():
        file = "report.docx" if part.startswith("word/") else "deck.pptx"
        (folder / file).replace(folder / f"old-{file}")
        copy_changed(folder / f"old-{file}", folder / file, {part: _replacing(old, new)})
        (folder / f"old-{file}").unlink()
    return folder


def _replacing(old: str, new: str) -> Change:
    return lambda text: text.replace(old, new)


def test_a_brief_that_fits_is_told_nothing_of(tmp_path: Path) -> None:
    """No finding, and no file."""
    template = read_template(_change(tmp_path / "memo", {}))

    assert check_fit(template, BRIEF) == []


def test_what_a_brief_has_not_is_told_of_both_files(tmp_path: Path) -> None:
    """Each tag with its file and place, whatever is wrong with the other file."""
    changes = {
        "word/document.xml": ("{{ subtitle }}", "{{ subtitel }} {{ subtitle.upper }}"),
        "ppt/slides/slide4.xml": (BODY, "{{p section('nowhere') }}"),
    }

    found = check_fit(read_template(_change(tmp_path / "memo", changes)), BRIEF)

    assert {finding.rule for finding in found} >= {"tag-unfilled"}
    told = [finding for finding in found if finding.rule == "tag-unfilled"]
    assert {finding.severity for finding in told} == {Severity.ERROR}
    assert told[0].message == "unknown name 'subtitel'"
    assert told[0].where is not None
    assert told[0].where.startswith("report.docx: under '{{ title }}', paragraph '{{ subtitel }}")
    assert (told[0].fix or "").startswith("did you mean 'subtitle'?")
    assert "no section 'nowhere'" in told[-1].message
    assert told[-1].where == "deck.pptx: slide 4, shape 'Content 1'"


def test_what_is_broken_whatever_the_brief_is_left_to_the_rules_over_templates(
    tmp_path: Path,
) -> None:
    """Nobody wants to read the same thing twice."""
    changes = {"word/document.xml": ("{{ subtitle }}", "{{ subtitle | }}")}

    found = check_fit(read_template(_change(tmp_path / "memo", changes)), BRIEF)

    assert [finding.rule for finding in found if finding.rule == "tag-unfilled"] == []


def test_what_a_template_shows_nowhere_is_a_note(tmp_path: Path) -> None:
    """A template without a body may lose half of a brief, and should say so."""
    changes = {"word/document.xml": (BODY, "The end.")}

    found = check_fit(read_template(_change(tmp_path / "memo", changes)), BRIEF)

    assert [(finding.rule, finding.severity) for finding in found] == [
        ("brief-unplaced", Severity.NOTE)
    ]


def test_an_error_of_the_brief_alone_stays_an_error(tmp_path: Path) -> None:
    """The template is not to blame."""
    brief = tmp_path / "brief.yaml"
    brief.write_text("title: A\ndate: 2025\ntitel: B\nfacts: {a: {value: x, unit: USD}}\n")

    with pytest.raises(BriefError):
        check_fit(read_template(MEMO), brief)
