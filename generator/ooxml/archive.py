"""A file's parts as bytes, read with suspicion: it may come from anywhere, and be anything.

Nothing here trusts a size that the file tells of itself, nor a name. What is no Office file is told
by what it is, so that its owner knows what to do.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.errors import TemplateError
from generator.places import Place

LARGEST_FILE = 200 * 2**20
LARGEST_PART = 64 * 2**20
LARGEST_SUM = 512 * 2**20
MOST_PARTS = 10_000
HIGHEST_RATIO = 200
"""Unpacked to packed; XML of real templates stays under 40."""

RATIO_FROM = 2**20
"""Parts below this size may be packed as tightly as they like."""

IS_ENCRYPTED = 0x1
"""Bit of a zip entry's flags that tells that a password is needed."""

CONTENT_TYPES = "[Content_Types].xml"
_MIMETYPE = "mimetype"

_HEAD = 2**12
_OLE_HEAD = 2**20
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ZIP = b"PK"
_AGAIN = "take a copy that opens in Office"
_SUSPECT = "do not use this file unless you know who made it"
_LOCK, _RESOURCE = "~$", "._"

_OLE_STREAMS = (
    ("EncryptedPackage", "is protected by a password", "open it in Office and take that off"),
    ("WordDocument", "is a Word 97-2003 document", "in Word, save it as .docx"),
    ("PowerPoint Document", "is a PowerPoint 97-2003 presentation", "in PowerPoint, save as .pptx"),
    ("Workbook", "is an Excel workbook", "a template is a .docx or .pptx"),
    ("__substg1.0_", "is an e-mail message", "a template is a .docx or .pptx"),
)
"""Name of a stream in a compound file, what such a file is, and what to do about it."""

_STARTS = (
    (b"%PDF", "is a PDF", "take the file that the PDF was made from"),
    (b"{\\rtf", "is in Rich Text Format", "in Word, save it as .docx"),
    (b"\x1f\x8b", "is a gzip archive", "unpack it first"),
    (b"\x89PNG", "is a picture", "a template is a .docx or .pptx"),
    (b"\xff\xd8\xff", "is a picture", "a template is a .docx or .pptx"),
)
"""First bytes, what such a file is, and what to do about it."""

_MARKS = (
    (b"pkg:package", "is a flat XML file", "in Office, save it as .docx or .pptx"),
    (b"wordDocument", "is a Word 2003 XML file", "in Word, save it as .docx"),
    (
        b"office:document",
        "is a flat OpenDocument file",
        "in LibreOffice, save it as .docx or .pptx",
    ),
    (b"<html", "is a web page", "a template is a .docx or .pptx that Office saved"),
    (b"<!doctype html", "is a web page", "if it was downloaded, the download asked for a login"),
    (b"git-lfs", "is a pointer to a file kept elsewhere (Git LFS)", "fetch it with 'git lfs pull'"),
)
"""Text near the beginning in any case, what such a file is, and what to do about it."""

_DOCUMENT_KINDS = (
    ("Index/Document.iwa", "is a Pages or Keynote file", "export it as Word or PowerPoint"),
    ("Index.zip", "is a Pages or Keynote file", "export it as Word or PowerPoint"),
    ("META-INF/MANIFEST.MF", "is a Java archive", "a template is a .docx or .pptx"),
)
"""Name of a part that Office files do not have, what such a file is, and what to do about it."""


def read_archive(path: Path) -> dict[str, bytes]:
    """Return the parts of the Office file at `path` by name, in the order of the file.

    Raises:
        TemplateError: It is absent, unreadable, encrypted, something else, damaged, larger than any
            template, or has a part whose name leads out of it.
    """
    try:
        _check_file(path)
        with path.open("rb") as stream:
            _check_start(stream.read(_HEAD), path)
            stream.seek(0)
            with zipfile.ZipFile(stream) as archive:
                _check_entries(archive, path)
                return dict(_read_entries(archive, path))
    except (zipfile.BadZipFile, NotImplementedError) as error:
        raise _refuse(path, "is damaged: it is not a whole zip file", _AGAIN) from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise TemplateError(
            f"cannot read '{path.name}': {reason}",
            place=Place(file=str(path)),
            hint="close it in Office, or see who may read it",
        ) from error


def _refuse(path: Path, message: str, hint: str) -> TemplateError:
    return TemplateError(f"'{path.name}' {message}", place=Place(file=str(path)), hint=hint)


def _check_file(path: Path) -> None:
    if not path.is_file():
        if path.exists():
            raise _refuse(path, "is not a file", "a template is a .docx or .pptx")
        raise TemplateError(
            f"the template file '{path.name}' does not exist",
            place=Place(file=str(path)),
            hint="a template folder holds report.docx and deck.pptx",
        )
    if path.name.startswith(_LOCK):
        raise _refuse(
            path,
            "is the file by which Office marks a document as open",
            "name the document itself, which is longer by the first two letters",
        )
    if path.name.startswith(_RESOURCE):
        raise _refuse(
            path, "is what macOS keeps beside a file", f"name '{path.name.removeprefix(_RESOURCE)}'"
        )
    if path.stat().st_size > LARGEST_FILE:
        raise _refuse(path, "is too large for a template", "compress the pictures in it")


def _check_start(start: bytes, path: Path) -> None:
    """Refuse by its first bytes what cannot be an Office file."""
    if start.startswith(_ZIP):
        return
    if not start:
        raise _refuse(path, "is empty", "if it lies in a cloud folder, let it download first")
    if start.startswith(_OLE):
        raise _refuse(path, *_name_compound(path))
    found = [(what, hint) for begin, what, hint in _STARTS if start.startswith(begin)]
    lowered = start.lower()
    found += [(what, hint) for mark, what, hint in _MARKS if mark.lower() in lowered]
    if found:
        raise _refuse(path, *found[0])
    raise _refuse(
        path,
        "is not an Office file",
        "a template is a .docx or .pptx, which Word or PowerPoint saved",
    )


def _name_compound(path: Path) -> tuple[str, str]:
    """Return what a compound file is, the format of Office 97 and of files with a password."""
    with path.open("rb") as stream:
        data = stream.read(_OLE_HEAD)
        stream.seek(max(0, path.stat().st_size - _OLE_HEAD))
        data += stream.read(_OLE_HEAD)
    for name, what, hint in _OLE_STREAMS:
        if name.encode("utf-16-le") in data:
            return what, hint
    return (
        "is protected by a password, or saved in the format of Office 97-2003",
        "open it in Office, take the password off, and save it as .docx or .pptx",
    )


def _check_entries(archive: zipfile.ZipFile, path: Path) -> None:
    """Refuse a zip that needs a password, unpacks to too much, or is no Office file."""
    entries = archive.infolist()
    if any(entry.flag_bits & IS_ENCRYPTED for entry in entries):
        raise _refuse(path, "is protected by a password", "take the password off")
    total = sum(entry.file_size for entry in entries)
    is_bomb = any(
        entry.file_size > RATIO_FROM
        and entry.file_size > HIGHEST_RATIO * max(1, entry.compress_size)
        for entry in entries
    )
    if is_bomb or total > LARGEST_SUM or len(entries) > MOST_PARTS:
        raise _refuse(path, "unpacks to far more than a template holds", _SUSPECT)
    names = {entry.filename for entry in entries}
    if _MIMETYPE in names and archive.getinfo(_MIMETYPE).file_size < _HEAD:
        _check_mimetype(archive.read(_MIMETYPE), path)
    for name, what, hint in _DOCUMENT_KINDS:
        if name in names and CONTENT_TYPES not in names:
            raise _refuse(path, what, hint)


def _check_mimetype(kind: bytes, path: Path) -> None:
    """Refuse a file that tells its kind in the way of OpenDocument, whose files are zip files."""
    if kind.startswith(b"application/vnd.oasis.opendocument"):
        raise _refuse(path, "is an OpenDocument file", "in LibreOffice, save it as .docx or .pptx")
    if kind.startswith(b"application/epub"):
        raise _refuse(path, "is an e-book", "a template is a .docx or .pptx")


def _read_entries(archive: zipfile.ZipFile, path: Path) -> Iterator[tuple[str, bytes]]:
    for entry in archive.infolist():
        if entry.is_dir():
            continue
        name = _clean_name(entry.filename, path)
        try:
            with archive.open(entry) as stream:
                data = stream.read(LARGEST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
            raise _refuse(path, f"is damaged: '{name}' cannot be unpacked", _AGAIN) from error
        if len(data) > LARGEST_PART:
            raise _refuse(path, f"has a part that is too large: '{name}'", "compress its pictures")
        yield name, data


def _clean_name(name: str, path: Path) -> str:
    """Return a part's name with the slashes of the standard; some programs write others."""
    cleaned = name.replace("\\", "/").lstrip("/")
    if ".." in PurePosixPath(cleaned).parts:
        raise _refuse(path, f"has a part that leads out of it: '{name}'", _SUSPECT)
    return cleaned
