"""Files that are no text: each is refused by name, and none hangs or breaks the program."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from generator.errors import DataError, GeneratorError, MissingError
from generator.load import read_brief
from generator.load.files import MAX_BYTES, read_text
from generator.places import Place

GOOD = "title: Trees\ndate: 2026-03\n"


def _read_error(path: Path) -> GeneratorError:
    loaded = read_brief(path)
    assert loaded.brief is None
    (error,) = loaded.errors
    return error


def test_a_missing_file_is_told_by_name(tmp_path: Path) -> None:
    """A typing error in the command line is the most common error of all."""
    path = tmp_path / "brief.yaml"

    error = _read_error(path)

    assert isinstance(error, MissingError)
    assert error.message == "there is no such file"
    assert str(error.place) == str(path)
    assert error.hint == "see whether its name and folder are right"


@pytest.mark.parametrize("name", ["brief.yaml", "brief"])
def test_a_folder_is_no_data_file(tmp_path: Path, name: str) -> None:
    """Whoever names the folder is told so, whatever it is called."""
    path = tmp_path / name
    path.mkdir()

    error = _read_error(path)

    assert isinstance(error, MissingError)
    assert error.message == "this is a folder, not a file"


def test_a_pipe_does_not_hang_the_program(tmp_path: Path) -> None:
    """Opening a pipe waits for a writer that may never come."""
    path = tmp_path / "brief.yaml"
    os.mkfifo(path)

    error = _read_error(path)

    assert error.message == "this is a device or a pipe, not a file"


def test_a_socket_and_a_device_are_no_data_files(tmp_path: Path) -> None:
    """An endless device would fill the memory."""
    path = tmp_path / "brief.yaml"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))

        assert _read_error(path).message == "this is a device or a pipe, not a file"
    link = tmp_path / "zero.yaml"
    link.symlink_to("/dev/zero")
    assert _read_error(link).message == "this is a device or a pipe, not a file"


def test_a_file_below_a_file_is_missing(tmp_path: Path) -> None:
    """The system has an error of its own for it."""
    (tmp_path / "brief.yaml").write_text(GOOD, "utf-8")

    error = _read_error(tmp_path / "brief.yaml" / "brief.yaml")

    assert error.message == "there is no such file: a part of its path is no folder"


def test_links_that_go_round_are_refused(tmp_path: Path) -> None:
    """They are the one case where the system's own reason is passed on."""
    path = tmp_path / "brief.yaml"
    path.symlink_to(path)

    assert _read_error(path).message == "the file cannot be read"


def test_a_name_that_no_file_can_have_is_refused() -> None:
    """Python raises a ValueError for it, not an OSError."""
    assert _read_error(Path("brief\0.yaml")).message == "there is no such file"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    """It exists, so to call it missing would mislead."""
    path = tmp_path / "brief.yaml"
    path.write_text(GOOD, "utf-8")
    path.chmod(0)

    assert _read_error(path).message == "the file may not be read"


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("b.txt", "a data file cannot end in '.txt'", "name it .yaml, .json or .toml"),
        ("b.yam", "a data file cannot end in '.yam'", "did you mean '.yaml'?"),
        ("b", "a data file needs an ending", "name it .yaml, .json or .toml"),
    ],
)
def test_a_file_of_another_kind_is_refused(
    tmp_path: Path, name: str, message: str, hint: str
) -> None:
    """To guess the format would read a letter as a brief."""
    path = tmp_path / name
    path.write_text(GOOD, "utf-8")

    error = _read_error(path)

    assert (error.message, error.hint) == (message, hint)


@pytest.mark.parametrize("name", ["brief.yml", "brief.YAML", "brief.yaml"])
def test_every_name_of_yaml_is_known(tmp_path: Path, name: str) -> None:
    """Windows writes endings in capitals."""
    path = tmp_path / name
    path.write_text(GOOD, "utf-8")

    assert read_brief(path).errors == ()


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    """A wrong file must not fill the memory."""
    path = tmp_path / "brief.yaml"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)

    assert _read_error(path).message == "the file is larger than 50 MB"


def test_latin_1_is_told_with_byte_line_and_column(tmp_path: Path) -> None:
    """The name with an accent that broke the file can be found by its place."""
    path = tmp_path / "brief.yaml"
    path.write_bytes("title: Trees\nsubtitle: Caf\u00e9\n".encode("latin-1"))

    error = _read_error(path)

    assert isinstance(error, DataError)
    assert error.message == "byte 27 of the file is not UTF-8: 0xe9"
    assert error.place == Place(file=str(path), line=2, column=14)
    assert error.hint == "it may have been saved as Windows-1252 or Latin-1; save it as UTF-8"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
def test_wide_encodings_are_named(tmp_path: Path, encoding: str) -> None:
    """Windows calls UTF-16 just "Unicode", so whoever chose it does not know."""
    path = tmp_path / "brief.yaml"
    mark = "\ufeff" if encoding.endswith("be") else ""
    path.write_bytes((mark + GOOD).encode(encoding))

    error = _read_error(path)

    assert error.message == f"the file is written in {encoding.upper()[:6]}, not in UTF-8"
    assert error.hint == "save it as UTF-8"


def test_utf_16_without_a_mark_is_guessed(tmp_path: Path) -> None:
    """Every second byte is zero, which no text in UTF-8 has."""
    path = tmp_path / "brief.yaml"
    path.write_bytes("title: Caf\u00e9 und B\u00e4ume\n".encode("utf-16-le"))

    assert _read_error(path).hint == "it looks like UTF-16; save it as UTF-8"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("brief.yaml", GOOD),
        ("brief.json", '{"title": "Trees", "date": "2026-03"}'),
        ("brief.toml", 'title = "Trees"\ndate = "2026-03"\n'),
    ],
)
def test_a_mark_of_utf_8_is_passed_over(tmp_path: Path, name: str, text: str) -> None:
    """Editors on Windows write it; it is no part of the first key."""
    path = tmp_path / name
    path.write_text(text, "utf-8-sig")

    loaded = read_brief(path)

    assert loaded.errors == ()
    assert loaded.brief is not None
    assert loaded.brief.title == "Trees"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_every_kind_of_line_end_counts_lines_alike(tmp_path: Path, end: str) -> None:
    """A file from Windows must not shift the places, nor bring carriage returns into the text."""
    path = tmp_path / "brief.yaml"
    text = "title: Trees\ndate: 2026\nabout: |\n  One\n  two\nfoo: 1\n"
    path.write_bytes(text.replace("\n", end).encode())

    loaded = read_brief(path)

    assert [str(error.place) for error in loaded.errors] == [f"{path}:6:1"]
    assert loaded.brief is not None
    assert loaded.brief.about == "One\ntwo\n"


def test_read_text_passes_text_on_unchanged(tmp_path: Path) -> None:
    """Nothing but line ends and the mark is touched."""
    path = tmp_path / "text.md"
    path.write_bytes("\ufeffa\r\nb\u00a0\u65e5\U0001f333\n".encode())

    assert read_text(path) == "a\nb\u00a0\u65e5\U0001f333\n"
