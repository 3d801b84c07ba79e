"""Template files that are broken, locked, of another kind, or meant to harm."""

from __future__ import annotations

import os
import struct
import zipfile
from pathlib import Path

import pytest

from generator.errors import TemplateError
from generator.inventory import find_default_template, read_deck_template, read_word_template
from generator.ooxml.opening import open_package
from tests.inventory.packages import copy_changed

REPORT = find_default_template() / "report.docx"
DECK = find_default_template() / "deck.pptx"
MEGABYTE = 2**20
OLE_MAGIC = bytes.fromhex("D0CF11E0A1B11AE1")


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


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"plain text", "is not an Office file"),
        (b"{\\rtf1 }", "Rich Text Format"),
        (b"%PDF-1.7", "is a PDF"),
        (b"\x89PNG\r\n\x1a\n", "is a picture"),
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", "is a web page"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:0", "Git LFS"),
        (b'<?xml version="1.0"?><pkg:package xmlns:pkg="x"/>', "flat XML"),
        (b'<?xml version="1.0"?><w:wordDocument xmlns:w="x"/>', "Word 2003 XML"),
        (OLE_MAGIC + bytes(512), "password, or saved in the format of Office 97-2003"),
        (OLE_MAGIC + "EncryptedPackage".encode("utf-16-le"), "is protected by a password"),
        (OLE_MAGIC + "WordDocument".encode("utf-16-le"), "is a Word 97-2003 document"),
        (OLE_MAGIC + "PowerPoint Document".encode("utf-16-le"), "PowerPoint 97-2003"),
        (OLE_MAGIC + "Workbook".encode("utf-16-le"), "is an Excel workbook"),
    ],
)
def test_a_file_of_another_kind_is_told_by_what_it_is(
    tmp_path: Path, content: bytes, said: str
) -> None:
    """The way out differs: a password is taken off, an old file saved anew, a PDF has a source."""
    path = tmp_path / "report.docx"
    path.write_bytes(content)

    assert said in _refuse(path).message


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, "is an OpenDocument file"),
        ({"Index/Document.iwa": ""}, "is a Pages or Keynote file"),
        ({"readme.txt": ""}, "lacks the part '[Content_Types].xml'"),
    ],
)
def test_a_zip_of_another_program_is_told(tmp_path: Path, parts: dict[str, str], said: str) -> None:
    """OpenDocument and iWork files are zip files too."""
    path = tmp_path / "report.docx"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)

    assert said in _refuse(path).message


@pytest.mark.parametrize("name", ["~$port.docx", "._report.docx"])
def test_what_office_and_macos_leave_beside_a_file_is_told(tmp_path: Path, name: str) -> None:
    """In a file dialog these look like the file itself."""
    path = tmp_path / name
    path.write_bytes(bytes(162))

    assert "Office marks" in (message := _refuse(path).message) or "macOS" in message


def test_a_workbook_is_told(tmp_path: Path) -> None:
    """Its name may say .docx."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    book = f'<workbook xmlns="{main}"/>'
    path = copy_changed(REPORT, tmp_path / "report.docx", {"word/document.xml": lambda _: book})

    assert "is an Excel workbook" in _refuse(path).message


def test_a_part_whose_name_leads_out_is_refused(tmp_path: Path) -> None:
    """Whoever unpacks such a file would overwrite another one."""
    path = copy_changed(REPORT, tmp_path / "report.docx", {}, added={"../../evil.xml": "<x/>"})

    assert "leads out of it" in _refuse(path).message


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


@pytest.mark.parametrize("part", ["word/document.xml", "[Content_Types].xml"])
def test_a_file_without_what_makes_it_a_document_is_refused(tmp_path: Path, part: str) -> None:
    """Office does not open it either."""
    path = copy_changed(REPORT, tmp_path / "report.docx", {}, leave_out=part)

    assert "lacks" in _refuse(path).message


@pytest.mark.parametrize(
    ("file", "part", "is_told"),
    [
        (REPORT, "word/styles.xml", True),
        (REPORT, "word/theme/theme1.xml", True),
        (REPORT, "word/header1.xml", True),
        (REPORT, "docProps/app.xml", False),
        (REPORT, "_rels/.rels", False),
        (DECK, "ppt/theme/theme1.xml", True),
        (DECK, "ppt/slideLayouts/slideLayout3.xml", True),
        (DECK, "ppt/notesMasters/notesMaster1.xml", True),
    ],
)
def test_a_file_that_lacks_a_part_is_mended(
    tmp_path: Path, file: Path, part: str, is_told: bool
) -> None:
    """Office opens it after a repair; what is lost by that is told."""
    path = copy_changed(file, tmp_path / file.name, {}, leave_out=part)

    package = open_package(path)

    assert [link.target for _, link in package.walk() if not package.has(link.target)] == []
    told = [finding for finding in package.findings if finding.rule == "template-parts"]
    assert bool(told) == is_told
    assert all(f"'{part}'" in finding.message for finding in told)


def test_broken_xml_is_told_with_the_part(tmp_path: Path) -> None:
    """The user can look at the part, or take another copy."""
    path = copy_changed(
        REPORT, tmp_path / "report.docx", {"word/styles.xml": lambda text: text[:-20]}
    )

    assert "has broken XML in 'word/styles.xml'" in _refuse(path).message


@pytest.mark.parametrize("part", ["word/fontTable.xml", "docProps/app.xml", "word/footnotes.xml"])
def test_a_broken_part_that_a_template_can_do_without_is_left_out(
    tmp_path: Path, part: str
) -> None:
    """Copied as it is, it would keep Office from opening the document."""
    path = copy_changed(REPORT, tmp_path / "report.docx", {part: lambda text: text[:-20]})

    package = open_package(path)

    assert not package.has(part)


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
