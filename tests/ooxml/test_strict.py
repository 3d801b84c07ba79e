"""Strict Open XML reads as if it had been saved the usual way."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from generator.inventory import find_default_template, read_deck_template, read_word_template
from generator.ooxml.opening import open_package

REPORT = find_default_template() / "report.docx"
DECK = find_default_template() / "deck.pptx"
_USUAL = re.compile(
    r"http://schemas\.openxmlformats\.org/(officeDocument|wordprocessingml|presentationml|drawingml)"
    r"/2006/([\w/-]+)"
)


def make_strict(source: Path, target: Path) -> Path:
    """Copy a file with the namespaces and values of ISO/IEC 29500 Strict."""

    def rename(match: re.Match[str]) -> str:
        last = match[2].replace("extended-properties", "extendedProperties")
        return f"http://purl.oclc.org/ooxml/{match[1]}/{last}"

    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name.endswith((".xml", ".rels")) and name != "[Content_Types].xml":
                text = _USUAL.sub(rename, data.decode())
                text = re.sub(
                    r'<a:(lumMod|lumOff|alpha|tint|shade) val="(\d+)"',
                    lambda match: f'<a:{match[1]} val="{int(match[2]) / 1000:g}%"',
                    text,
                )
                text = re.sub(
                    r'<a:off x="(\d+)"',
                    lambda match: f'<a:off x="{int(match[1]) / 12700:.6f}pt"',
                    text,
                )
                data = text.replace("<w:document ", '<w:document w:conformance="strict" ').encode()
            new.writestr(name, data)
    return target


def test_a_strict_word_file_offers_the_same(tmp_path: Path) -> None:
    """Archives and public bodies save in this form."""
    path = make_strict(REPORT, tmp_path / "report.docx")

    assert read_word_template(path) == read_word_template(REPORT)


def test_a_strict_deck_offers_the_same(tmp_path: Path) -> None:
    """Lengths in points and percentages with their sign become numbers."""
    path = make_strict(DECK, tmp_path / "deck.pptx")

    assert read_deck_template(path) == read_deck_template(DECK)


@pytest.mark.parametrize("file", [REPORT, DECK])
def test_nothing_strict_is_left(tmp_path: Path, file: Path) -> None:
    """A mixture would open in no program."""
    package = open_package(make_strict(file, tmp_path / file.name))

    assert [name for name, data in package.parts.items() if b"purl.oclc.org" in data] == []
    assert [finding.rule for finding in package.findings] == ["template-strict"]
    assert b"conformance" not in package.parts[package.main]
