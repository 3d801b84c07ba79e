"""The memo: an example in which tags place every word, tried with every brief that we bring."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from pptx import Presentation

import generator
from tests.office import find_errors, render_pdf
from tests.test_cli import ROOT, run

MEMO = ROOT / "templates" / "memo"
BRIEFS = [
    *(ROOT / "data" / name / "brief.yaml" for name in ("japan-ukraine", "specimen", "starter")),
    *(ROOT / "tests" / "cases" / name / "brief.yaml" for name in ("full", "minimal")),
]

briefs = pytest.mark.parametrize("brief", BRIEFS, ids=lambda path: path.parent.name)


@briefs
def test_every_brief_fits_and_nothing_is_found(brief: Path) -> None:
    """Loops and guards make it serve any brief, however little that says."""
    done = run("template", "check", MEMO, "--brief", brief, "--format", "json")

    assert json.loads(done.stdout)["findings"] == []
    assert done.returncode == 0


@briefs
def test_no_tag_and_no_mark_is_left(tmp_path: Path, brief: Path) -> None:
    """A reader sees words alone."""
    built = generator.build(brief, out=tmp_path, template=MEMO)

    for path in built.files:
        assert all(sign not in _read(path) for sign in ("{{", "{%", "\U0010fffd"))


def test_each_part_stands_where_the_memo_has_placed_it_and_nowhere_else(tmp_path: Path) -> None:
    """The annex holds the rest of the brief, and not once more what page 1 says."""
    report, deck = generator.build(BRIEFS[0], out=tmp_path, template=MEMO).files
    said, shown = _read(report), _read(deck)

    heads = ("Policy brief", "From", "In brief", "In figures", "Recommended", "Annex: the full")
    places = [said.index(head) for head in heads]
    assert places == sorted(places)
    assert said.count("Keep sanctions on Russia, and keep Russia out of the G7") == 1
    heads_alone = said.splitlines()
    assert heads_alone.count("Budget support in 2024 is the largest sum with a stated use") == 1
    assert shown.count("Japan’s assistance to Ukraine is put at more than") == 1
    assert "What Japan has given" in said[places[-1] :]


def test_the_drawn_charts_have_the_data_of_the_brief(tmp_path: Path) -> None:
    """Their looks are the template's; *Edit data* opens the brief's own numbers."""
    _, deck = generator.build(BRIEFS[0], out=tmp_path, template=MEMO).files

    slides: Any = Presentation(str(deck)).slides
    charts = [each.chart for one in slides for each in one.shapes if each.name == "Chart"]

    assert [list(chart.plots[0].categories) for chart in charts] == [
        ["All assistance", "Budget support in 2024", "Through JICA"]
    ]


@pytest.mark.slow
@briefs
def test_microsofts_validator_finds_no_error(tmp_path: Path, brief: Path) -> None:
    """Office opens both files without repairing them."""
    built = generator.build(brief, out=tmp_path, template=MEMO)

    assert [find_errors(path) for path in built.files] == [[], []]


@pytest.mark.slow
@briefs
def test_both_files_open_in_libreoffice(tmp_path: Path, brief: Path) -> None:
    """They are made without any office program, and every one must read them."""
    built = generator.build(brief, out=tmp_path, template=MEMO)

    assert all(render_pdf(path, tmp_path).stat().st_size > 0 for path in built.files)


def _read(path: Path) -> str:
    """Return all text of a document or deck, a line for each paragraph."""
    if path.suffix == ".docx":
        root: Any = Document(str(path)).element
        kinds = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
        return "\n".join(_join(each, kinds) for each in root.iter(f"{kinds}p"))
    kinds = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    slides: Any = Presentation(str(path)).slides
    return "\n".join(_join(each, kinds) for one in slides for each in one.element.iter(f"{kinds}p"))


def _join(paragraph: Any, kind: str) -> str:
    return "".join(text.text or "" for text in paragraph.iter(f"{kind}t"))
