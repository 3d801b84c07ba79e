"""Saving: files appear whole, together, or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from generator.errors import OutputError
from generator.ooxml.saving import write_whole


def list_all(folder: Path) -> list[str]:
    """Return the names of all that lies in `folder`, at any depth."""
    return sorted(path.name for path in folder.rglob("*"))


def test_files_are_written_with_their_folders(tmp_path: Path) -> None:
    """The output folder need not exist."""
    write_whole({tmp_path / "out" / "a.docx": b"one", tmp_path / "out" / "b.pptx": b"two"})

    assert (tmp_path / "out" / "a.docx").read_bytes() == b"one"
    assert list_all(tmp_path / "out") == ["a.docx", "b.pptx"]


def test_a_new_file_has_the_rights_that_any_new_file_has(tmp_path: Path) -> None:
    """Colleagues on a shared disk can open what was written."""
    (tmp_path / "plain").write_bytes(b"")
    write_whole({tmp_path / "a.docx": b"one"})

    assert (tmp_path / "a.docx").stat().st_mode == (tmp_path / "plain").stat().st_mode


@pytest.mark.parametrize("lock", ["~$report.docx", "~$port.docx", ".~lock.report.docx#"])
def test_a_file_open_in_office_is_left_alone(tmp_path: Path, lock: str) -> None:
    """Word would lose the reader's changes, or ours; neither file is touched."""
    (tmp_path / "report.docx").write_bytes(b"old")
    (tmp_path / lock).write_bytes(b"")

    with pytest.raises(OutputError, match="is open in another program") as caught:
        write_whole({tmp_path / "deck.pptx": b"new", tmp_path / "report.docx": b"new"})

    assert lock in str(caught.value.hint)
    assert (tmp_path / "report.docx").read_bytes() == b"old"
    assert not (tmp_path / "deck.pptx").exists()


def test_a_folder_in_the_way_is_named(tmp_path: Path) -> None:
    """The message says what stands in the way."""
    (tmp_path / "report.docx").mkdir()

    with pytest.raises(OutputError, match="is a folder"):
        write_whole({tmp_path / "report.docx": b"new"})


def test_a_file_where_a_folder_should_be_is_named(tmp_path: Path) -> None:
    """`--out report.docx/` is a common slip."""
    (tmp_path / "out").write_bytes(b"")

    with pytest.raises(OutputError, match="cannot write") as caught:
        write_whole({tmp_path / "out" / "report.docx": b"new"})

    assert caught.value.hint == "a part of this path is a file, not a folder"


@pytest.mark.parametrize("failure", [OSError(errno.ENOSPC, "No space left"), KeyboardInterrupt()])
def test_a_failure_at_the_second_file_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: BaseException
) -> None:
    """A full disk or Ctrl-C leaves the old pair, never one new and one old file."""
    (tmp_path / "a.docx").write_bytes(b"old")
    real = os.fsync
    calls: list[int] = []

    def fail_at_second(handle: int) -> None:
        calls.append(handle)
        if len(calls) > 1:
            raise failure
        real(handle)

    monkeypatch.setattr(os, "fsync", fail_at_second)
    with pytest.raises((OutputError, KeyboardInterrupt)):
        write_whole({tmp_path / "a.docx": b"new", tmp_path / "b.pptx": b"new"})

    assert (tmp_path / "a.docx").read_bytes() == b"old"
    assert list_all(tmp_path) == ["a.docx"]


def test_a_failure_while_the_second_file_is_put_in_place_brings_the_first_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows a deck that is being shown cannot be replaced; the report must still match it."""
    (tmp_path / "a.docx").write_bytes(b"old")
    (tmp_path / "b.pptx").write_bytes(b"old")
    real = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target.name == "b.pptx":
            raise PermissionError(errno.EACCES, "in use")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OutputError, match="permission denied"):
        write_whole({tmp_path / "a.docx": b"new", tmp_path / "b.pptx": b"new"})

    assert [path.read_bytes() for path in sorted(tmp_path.iterdir())] == [b"old", b"old"]


def test_a_folder_made_for_nothing_is_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failed build leaves no empty folders; those that were there stay."""

    def fail(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left")

    (tmp_path / "mine").mkdir()
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OutputError, match="no space left") as caught:
        write_whole({tmp_path / "mine" / "new" / "deep" / "a.docx": b"new"})

    assert "make room" in str(caught.value.hint)
    assert list_all(tmp_path) == ["mine"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """Where the report lies is its owner's business."""
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.docx").write_bytes(b"old")
    (tmp_path / "a.docx").symlink_to(tmp_path / "real" / "a.docx")

    write_whole({tmp_path / "a.docx": b"new"})

    assert (tmp_path / "a.docx").is_symlink()
    assert (tmp_path / "real" / "a.docx").read_bytes() == b"new"
    assert list_all(tmp_path) == ["a.docx", "a.docx", "real"]


def test_a_name_too_long_is_told(tmp_path: Path) -> None:
    """The limit is the system's; the message says what to do."""
    with pytest.raises(OutputError, match="cannot write") as caught:
        write_whole({tmp_path / ("x" * 300) / "a.docx": b"new"})

    assert caught.value.hint == "the path is too long: choose another folder with --out"
