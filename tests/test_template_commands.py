"""The commands for templates as a designer meets them: what they print, and their exit codes."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.inventory.packages import copy_changed
from tests.test_cli import ROOT, run

POLICY = ROOT / "templates" / "policy"
MEMO = ROOT / "templates" / "memo"


def _make_faulty(folder: Path, change: tuple[str, str]) -> Path:
    """Return a copy of our template whose Word styles have one text changed."""
    shutil.copytree(POLICY, folder)
    (folder / "report.docx").unlink()
    copy_changed(
        POLICY / "report.docx",
        folder / "report.docx",
        {"word/styles.xml": lambda text: text.replace(*change)},
    )
    return folder


GREY = ('w:val="12436D" w:themeColor="text2"', 'w:val="CCCCCC"')
NO_CALLOUT = ('w:name w:val="Callout"', 'w:name w:val="Remark in green"')


def test_show_tells_what_both_files_offer() -> None:
    """One look tells page, styles, layouts and placeholders."""
    done = run("template", "show", POLICY)

    assert (done.returncode, done.stderr) == (0, "")
    for words in ("A4, 21.0 × 29.7 cm", "Key Figure Label", "16:9", "Two contents", "ctrTitle"):
        assert words in done.stdout


def test_show_tells_of_a_single_file_what_it_offers() -> None:
    """Whoever has only a deck is not shown our report."""
    done = run("template", "show", POLICY / "deck.pptx")

    assert done.returncode == 0, done.stderr
    assert "deck.pptx: placeholders" in done.stdout
    assert "report.docx" not in done.stdout


def test_show_prints_json() -> None:
    """Programs need not take tables apart."""
    done = run("template", "show", POLICY, "--format", "json")
    shown = json.loads(done.stdout)

    assert set(shown) == {"template", "palettes", "minimum", "word", "slides"}
    (title,) = [style for style in shown["word"]["styles"] if style["name"] == "Title"]
    assert title["roles"] == ["Title"]
    (master,) = shown["slides"]["masters"]
    assert {"name", "part", "roles", "body_cm", "placeholders"} <= set(master["layouts"][0])


def test_show_and_check_list_every_tag_in_the_same_words() -> None:
    """The place is what a designer looks for; what a brief must have is told by check."""
    shown = run("template", "show", MEMO).stdout
    checked = run("template", "check", MEMO).stdout

    for words in ("{{p body }}", "{%slide for message in summary %}", "slide 2, shape 'Tracker'"):
        assert words in shown
        assert words in checked
    assert re.search(r"recommendations +\d+ +any brief", checked)
    assert re.search(r"to +2 +a fact or a field that a brief must have; the temp", checked)
    assert "section: timeline" in checked


def test_a_template_without_tags_has_no_sheet_of_them() -> None:
    """Nobody is to wonder about what is not there."""
    done = run("template", "check", POLICY)

    assert "tags" not in done.stdout


def test_a_brief_that_is_not_there_is_told_when_it_is_to_be_tried() -> None:
    """With the exit code for missing files."""
    done = run("template", "check", POLICY, "--brief", POLICY / "nowhere.yaml")

    assert done.returncode == 66
    assert "nowhere.yaml" in done.stderr


def test_check_of_our_template_finds_nothing() -> None:
    """Exit code 0, so that a script may go on."""
    done = run("template", "check", POLICY)

    assert done.returncode == 0, done.stdout
    assert done.stderr == f"{POLICY}: nothing to complain of\n"
    assert "a title-slide title" in done.stdout


def test_check_leaves_with_1_when_something_should_be_mended(tmp_path: Path) -> None:
    """Place, severity, what was seen, the rule, and what to do."""
    done = run("template", "check", _make_faulty(tmp_path / "ours", GREY))

    assert done.returncode == 1
    assert "report.docx, style 'Title'" in done.stdout
    assert "warning: text in #CCCCCC on #FFFFFF has a contrast of 1.6:1" in done.stdout
    assert "[contrast-low]\n  fix: choose a darker colour" in done.stdout


def test_check_leaves_with_0_when_there_are_notes_alone(tmp_path: Path) -> None:
    """What is mended by itself need not stop anybody."""
    done = run("template", "check", _make_faulty(tmp_path / "ours", NO_CALLOUT))

    assert done.returncode == 0
    assert "(made)" in done.stdout
    assert "note: one style is missing and will be made" in done.stdout
    assert done.stderr.endswith("1 note\n")


def test_check_prints_json(tmp_path: Path) -> None:
    """Roles, room and findings, for editors and servers."""
    folder = _make_faulty(tmp_path / "ours", NO_CALLOUT)
    done = run("template", "check", folder, "--format", "json")
    told = json.loads(done.stdout)

    assert done.returncode == 0
    assert set(told) == {
        *("template", "word", "slides", "capacity", "unmeasured_fonts", "tags", "names"),
        "findings",
    }
    assert told["word"]["Callout"]["is_made"] is True
    assert told["word"]["Quote"]["style"] == "Quote"
    (finding,) = told["findings"]
    assert set(finding) == {"rule", "severity", "message", "place", "where", "fix"}
    assert (finding["rule"], finding["severity"]) == ("styles-missing", "note")
    (room,) = [
        room for room in told["capacity"] if (room["role"], room["place"]) == ("content", "title")
    ]
    assert room["least_size"]["lines"] >= 2


def test_fonts_of_the_machine_are_told_when_asked_for(tmp_path: Path) -> None:
    """They change with the machine, so they are left out otherwise."""
    change = ('w:ascii="Courier New"', 'w:ascii="No Such Face"')
    folder = _make_faulty(tmp_path / "ours", change)

    asked = run("template", "check", folder, "--fonts")
    unasked = run("template", "check", folder)

    assert "this machine does not have the font 'No Such Face'" in asked.stdout
    assert "this machine" not in unasked.stdout
    assert "[font-unsafe]" in unasked.stdout


@pytest.mark.parametrize("command", ["show", "check"])
def test_a_file_that_cannot_be_used_leaves_with_67(tmp_path: Path, command: str) -> None:
    """The reason and the way out, no traceback."""
    (tmp_path / "ours.pptx").write_bytes(b"PK\x03\x04broken")
    done = run("template", command, tmp_path / "ours.pptx")

    assert done.returncode == 67
    assert done.stderr.startswith("error: ")
    assert "ours.pptx" in done.stderr
    assert "Traceback" not in done.stderr


def test_errors_can_be_had_as_json(tmp_path: Path) -> None:
    """The same as for briefs."""
    done = run("template", "check", tmp_path / "nowhere", "--format", "json")
    (error,) = json.loads(done.stdout)["errors"]

    assert done.returncode in (66, 67)
    assert "nowhere" in error["message"]


BRANDS = {
    "two colours and a font": (
        "color: {palette: {moss: '#2F6B3C', sand: '#C98B2B'}, primary: moss, secondary: sand}\n"
        "typography: {base: Georgia}\n"
    ),
    "bright colours": (
        "color: {primary: '#FFD400', secondary: '#FF5A5F'}\ntypography: {base: Arial}\n"
    ),
    "one colour": "color: {primary: '#003399'}\n",
}


@pytest.mark.parametrize("brand", BRANDS)
def test_a_pair_made_from_a_brand_passes_without_a_finding(tmp_path: Path, brand: str) -> None:
    """Whoever starts from colours starts from a template that is right."""
    (tmp_path / "_brand.yml").write_text(BRANDS[brand], encoding="utf-8")
    made = run("template", "new", "ours", "--brand", "_brand.yml", cwd=tmp_path)
    checked = run("template", "check", "ours", "--format", "json", cwd=tmp_path)

    assert made.returncode == 0, made.stderr
    assert {"ours/report.docx", "ours/deck.pptx", "ours/template.yml"} <= set(
        made.stdout.replace("\\", "/").splitlines()
    )
    assert made.stderr == "next: brief template check ours\n"
    assert json.loads(checked.stdout)["findings"] == []
    assert checked.returncode == 0


def test_a_template_is_not_written_over(tmp_path: Path) -> None:
    """The work of a designer is worth more than a second run."""
    assert run("template", "new", "ours", cwd=tmp_path).returncode == 0
    again = run("template", "new", "ours", cwd=tmp_path)

    assert again.returncode == 73
    assert "is there already" in again.stderr


def test_a_template_is_made_around_the_files_of_an_organisation(tmp_path: Path) -> None:
    """The result can be checked and built on at once."""
    made = run(
        *("template", "new", "ours", "--from", POLICY / "report.docx"),
        *("--from", POLICY / "deck.pptx"),
        cwd=tmp_path,
    )
    checked = run("template", "check", "ours", cwd=tmp_path)

    assert made.returncode == 0, made.stderr
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_preview_writes_both_documents_and_prints_their_paths(tmp_path: Path) -> None:
    """The designer opens them and sees every style."""
    done = run("template", "preview", POLICY, "--out", tmp_path / "specimen")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        str(tmp_path / "specimen" / "report.docx"),
        str(tmp_path / "specimen" / "deck.pptx"),
    ]


def test_tables_are_plain_columns_where_no_terminal_listens() -> None:
    """`grep` finds a whole row on one line, without colours or frames."""
    done = run("template", "show", POLICY, COLUMNS="40")
    (row,) = [
        line for line in done.stdout.splitlines() if line.startswith("  Cover") and "ctrT" in line
    ]

    assert "\x1b" not in done.stdout
    assert row.split()[:2] == ["Cover", "Title"]


def _show_on_terminal(width: int, *arguments: object) -> list[str]:
    """Return the lines that `brief` writes to a terminal of `width` columns, colours apart."""
    import pty

    parent, child = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", *map(str, arguments)],
        stdout=child,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "COLUMNS": str(width),
            "TERM": "xterm-256color",
        },
    )
    os.close(child)
    written = b""
    with contextlib.suppress(OSError):  # how Linux tells the end of a terminal
        while chunk := os.read(parent, 65536):
            written += chunk
    os.close(parent)
    process.wait(timeout=60)
    return re.sub(r"\x1b\[[0-9;]*m", "", written.decode("utf-8")).splitlines()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo terminals of this kind")
@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("command", ["show", "check"])
def test_tables_fit_the_terminal(width: int, command: str) -> None:
    """A table that runs over the edge of the terminal cannot be read."""
    lines = _show_on_terminal(width, "template", command, POLICY)

    assert max(map(cell_len, lines)) <= width
    assert any("deck.pptx" in line for line in lines)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo terminals of this kind")
def test_colours_are_shown_on_a_terminal(tmp_path: Path) -> None:
    """A designer knows a colour by its look; findings stand in blocks, easy to tell apart."""
    shown = _show_on_terminal(100, "template", "show", POLICY)
    checked = _show_on_terminal(100, "template", "check", _make_faulty(tmp_path / "ours", GREY))

    assert any(line.startswith("accent1") and "\N{BLACK SQUARE} #12436D" in line for line in shown)
    assert any(line.startswith("Warning: text in #CCCCCC") for line in checked)
    assert any(line.startswith("  fix choose a darker colour") for line in checked)
