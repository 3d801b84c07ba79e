"""Template files that are broken, locked or meant to harm."""

from __future__ import annotations

import os
import struct
import zipfile
from pathlib import Path

import pytest

from generator.errors import TemplateError
from generator.inventory import find_default_template, read_deck_template, read_word_template
from generator.inventory.archive import OLE_MAGIC
from tests.inventory.packages import copy_changed

REPORT = find_default_template() / "report.docx"
DECK = find_default_template() / "deck.pptx"
MEGABYTE = 2**20


def _refuse(path: Path) -> TemplateError:
    with pytest.raises(TemplateError) as caught:
        read_word_template(path)
    assert caught.value.place is not None
    assert caught.value.place.file == str(path)
    assert caught.value.hint
    return caught.value


def test_a_file_that_is_not_there_is_told_by_name(tmp_path: Path) -> None:
    """The name of the file is the first thing to check."""
    error = _refuse(tmp_path / "report.docx")

    assert error.message == "the template file 'report.docx' does not exist"


def test_a_folder_is_not_a_template_file(tmp_path: Path) -> None:
    """A folder with the right name is a slip that happens."""
    folder = tmp_path / "report.docx"
    folder.mkdir()

    assert "is not a file" in _refuse(folder).message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    """Opening a pipe that nobody writes to would hang for ever."""
    pipe = tmp_path / "report.docx"
    os.mkfifo(pipe)

    assert "is not a file" in _refuse(pipe).message


@pytest.mark.parametrize("content", [b"", b"plain text", b"{\\rtf1 }"])
def test_a_file_of_another_kind_is_refused(tmp_path: Path, content: bytes) -> None:
    """A text file renamed to .docx is no template."""
    path = tmp_path / "report.docx"
    path.write_bytes(content)

    assert "is not an Office file" in _refuse(path).message


def test_a_protected_or_old_file_is_told_from_a_broken_one(tmp_path: Path) -> None:
    """Office wraps a file with a password into the format of Office 97; the way out differs."""
    path = tmp_path / "report.docx"
    path.write_bytes(OLE_MAGIC + bytes(512))

    error = _refuse(path)

    assert "password" in error.message
    assert error.hint is not None
    assert "password" in error.hint


def test_a_zip_with_a_password_is_refused(tmp_path: Path) -> None:
    """Python would ask for the password deep inside, with a bare RuntimeError."""
    data = bytearray(REPORT.read_bytes())
    start = data.index(b"PK\x01\x02")
    flags = struct.unpack_from("<H", data, start + 8)[0]
    struct.pack_into("<H", data, start + 8, flags | 1)
    path = tmp_path / "report.docx"
    path.write_bytes(data)

    assert "password" in _refuse(path).message


@pytest.mark.parametrize("kept", [0.3, 0.7, 0.95])
def test_a_file_cut_short_is_damaged(tmp_path: Path, kept: float) -> None:
    """A download that broke off must not look like a bug of ours."""
    data = REPORT.read_bytes()
    path = tmp_path / "report.docx"
    path.write_bytes(data[: int(kept * len(data))])

    assert "is damaged" in _refuse(path).message


def test_a_flipped_byte_inside_a_part_is_damage(tmp_path: Path) -> None:
    """The zip's checksum tells it; the message names the part."""
    data = bytearray(REPORT.read_bytes())
    start = data.index(b"word/styles.xml") + len("word/styles.xml")
    data[start + 200] ^= 0xFF
    path = tmp_path / "report.docx"
    path.write_bytes(data)

    error = _refuse(path)

    assert error.message == "'report.docx' is damaged: 'word/styles.xml' cannot be unpacked"


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    """A kilobyte of zeros packed a thousandfold fills the memory of a server."""
    path = tmp_path / "report.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", bytes(16 * MEGABYTE))

    assert "unpacks to far more" in _refuse(path).message


@pytest.mark.parametrize(
    ("part", "wanted"),
    [
        ("word/document.xml", "lacks its main part"),
        ("word/styles.xml", "lacks styles"),
        ("word/theme/theme1.xml", "lacks a theme"),
        ("_rels/.rels", "lacks its main part"),
        ("word/header1.xml", "lacks the part 'word/header1.xml'"),
        ("docProps/app.xml", "lacks the part 'docProps/app.xml'"),
        ("[Content_Types].xml", "lacks the part '[Content_Types].xml'"),
    ],
)
def test_a_missing_part_of_the_report_is_named(tmp_path: Path, part: str, wanted: str) -> None:
    """What is missing tells where the file came from."""
    path = copy_changed(REPORT, tmp_path / "report.docx", {}, leave_out=part)

    assert wanted in _refuse(path).message


@pytest.mark.parametrize(
    ("part", "wanted"),
    [
        ("ppt/presentation.xml", "lacks its main part"),
        ("ppt/theme/theme1.xml", "lacks a theme"),
        ("ppt/slideMasters/slideMaster1.xml", "lacks the part 'ppt/slideMasters/slideMaster1.xml'"),
        ("ppt/slideLayouts/slideLayout3.xml", "lacks the part 'ppt/slideLayouts/slideLayout3.xml'"),
        ("ppt/slideLayouts/_rels/slideLayout3.xml.rels", "lacks the master of "),
        ("ppt/notesMasters/notesMaster1.xml", "lacks the part 'ppt/notesMasters/notesMaster1.xml'"),
    ],
)
def test_a_missing_part_of_the_deck_is_named(tmp_path: Path, part: str, wanted: str) -> None:
    """A deck without a master cannot be built on."""
    path = copy_changed(DECK, tmp_path / "deck.pptx", {}, leave_out=part)

    with pytest.raises(TemplateError) as caught:
        read_deck_template(path)

    assert wanted in caught.value.message
    assert caught.value.hint


def test_broken_xml_is_told_with_the_part(tmp_path: Path) -> None:
    """The user can look at the part, or take another copy."""
    path = copy_changed(
        REPORT, tmp_path / "report.docx", {"word/styles.xml": lambda text: text[:-20]}
    )

    assert "has broken XML in 'word/styles.xml'" in _refuse(path).message


@pytest.mark.parametrize("part", ["word/fontTable.xml", "docProps/app.xml", "word/footnotes.xml"])
def test_broken_xml_is_told_of_parts_that_nobody_reads(tmp_path: Path, part: str) -> None:
    """They would be copied as they are, and Office would refuse the document."""
    path = copy_changed(REPORT, tmp_path / "report.docx", {part: lambda text: text[:-20]})

    assert f"has broken XML in '{part}'" in _refuse(path).message


@pytest.mark.parametrize("part", ["[Content_Types].xml", "word/_rels/footer1.xml.rels"])
def test_a_part_of_the_package_that_is_something_else_is_refused(tmp_path: Path, part: str) -> None:
    """The libraries that open the file would stumble over it."""
    is_there = part in zipfile.ZipFile(REPORT).namelist()
    path = copy_changed(
        REPORT,
        tmp_path / "report.docx",
        {part: lambda _: "<x/>"} if is_there else {},
        added={} if is_there else {part: "<x/>"},
    )

    assert f"has broken XML in '{part}'" in _refuse(path).message


def _with_doctype(text: str) -> str:
    declaration, rest = text.split("\n", 1)
    entity = '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/hostname">]>'
    declaration = declaration.replace(' encoding="UTF-8"', "")
    return f"{declaration}\n{entity}{rest.replace('</w:styles>', '&secret;</w:styles>', 1)}"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_with_entities_is_refused(tmp_path: Path, encoding: str) -> None:
    """An entity can read a file of the machine, or grow to gigabytes."""
    path = tmp_path / "report.docx"
    copy_changed(REPORT, path, {"word/styles.xml": _with_doctype}, encoding=encoding)

    assert "declares a document type" in _refuse(path).message


def test_a_deck_in_the_place_of_the_report_is_told() -> None:
    """The two files of a folder are easily swapped."""
    assert "is not a Word document" in _refuse(DECK).message


def test_a_report_in_the_place_of_the_deck_is_told() -> None:
    """The two files of a folder are easily swapped."""
    with pytest.raises(TemplateError, match="is not a presentation"):
        read_deck_template(REPORT)


def test_a_strict_file_is_refused_with_the_way_out(tmp_path: Path) -> None:
    """Its elements have other names; read as it is, it would look empty."""
    plain = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    path = copy_changed(
        REPORT,
        tmp_path / "report.docx",
        {"word/document.xml": lambda text: text.replace(plain, strict)},
    )

    error = _refuse(path)

    assert "Strict Open XML" in error.message
    assert error.hint is not None
    assert "Save As" in error.hint
