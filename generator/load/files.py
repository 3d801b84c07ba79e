"""Bytes to text: opens the files a brief is made of, and refuses what is no text in UTF-8."""

from __future__ import annotations

import codecs
import os
import stat
from pathlib import Path

from generator.errors import DataError, MissingError
from generator.places import Place

MAX_BYTES = 50_000_000
"""Size of the largest text file that is read."""

_FOREIGN_BOMS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_SAVE_AS = "save it as UTF-8"


def read_text(path: Path) -> str:
    """Return the text of the file at `path`, with line feeds for every kind of line end.

    A byte order mark of UTF-8 is passed over.

    Raises:
        MissingError: There is no such file, or it cannot be read.
        DataError: It is too large, or no text in UTF-8.
    """
    data = _read_bytes(path)
    for mark, name in _FOREIGN_BOMS:
        if data.startswith(mark):
            raise DataError(
                f"the file is written in {name}, not in UTF-8", place=_start_of(path), hint=_SAVE_AS
            )
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _explain_bytes(path, body, error.start, len(data) - len(body)) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def check_file(path: Path, most: int = MAX_BYTES) -> None:
    """Refuse what is not there, or no file, or larger than `most` bytes.

    Raises:
        MissingError: There is no such file, or it is a folder or a device.
        DataError: It is too large.
    """
    try:
        _check_kind(path, path.stat(), most)
    except (OSError, ValueError) as error:
        raise _explain_failure(path, error) from error


def _read_bytes(path: Path) -> bytes:
    check_file(path)
    try:
        with path.open("rb") as file:
            # Once more on the open file, which nobody can swap for another.
            _check_kind(path, os.fstat(file.fileno()))
            return file.read(MAX_BYTES)
    except (OSError, ValueError) as error:
        raise _explain_failure(path, error) from error


def _explain_failure(path: Path, error: OSError | ValueError) -> MissingError:
    """Return our words for what the system says about the file at `path`."""
    match error:
        case FileNotFoundError():
            message, hint = "there is no such file", "see whether its name and folder are right"
        case NotADirectoryError():
            message = "there is no such file: a part of its path is no folder"
            hint = "see whether its name and folder are right"
        case PermissionError():
            message, hint = "the file may not be read", "check its permissions"
        case OSError():
            message, hint = "the file cannot be read", error.strerror
        case _:
            message, hint = "there is no such file", "its name holds a character that none can hold"
    return MissingError(message, place=_of(path), hint=hint)


def _check_kind(path: Path, status: os.stat_result, most: int = MAX_BYTES) -> None:
    mode = status.st_mode
    if stat.S_ISDIR(mode):
        raise MissingError(
            "this is a folder, not a file", place=_of(path), hint="name the data file in it"
        )
    if not stat.S_ISREG(mode):
        raise MissingError(
            "this is a device or a pipe, not a file", place=_of(path), hint="name a file"
        )
    if status.st_size > most:
        raise DataError(
            f"the file is larger than {most // 1_000_000} MB",
            place=_start_of(path),
            hint="split it: long texts can stand in Markdown files of their own",
        )


def _explain_bytes(path: Path, body: bytes, offset: int, skipped: int) -> DataError:
    """Return the error for bytes that are not UTF-8; `skipped` came before `body`."""
    line_start = body.rfind(b"\n", 0, offset) + 1
    place = Place(
        file=str(path),
        line=body.count(b"\n", 0, offset) + 1,
        column=len(body[line_start:offset].decode("utf-8", "replace")) + 1,
    )
    return DataError(
        f"byte {offset + skipped + 1} of the file is not UTF-8: 0x{body[offset]:02x}",
        place=place,
        hint=_guess_encoding(body),
    )


def _guess_encoding(body: bytes) -> str:
    sample = body[:4096]
    if sample.count(0) * 4 > len(sample):
        return f"it looks like UTF-16; {_SAVE_AS}"
    return f"it may have been saved as Windows-1252 or Latin-1; {_SAVE_AS}"


def _of(path: Path) -> Place:
    return Place(file=str(path))


def _start_of(path: Path) -> Place:
    """Return the place of what is wrong with a text as a whole."""
    return Place(file=str(path), line=1, column=1)
