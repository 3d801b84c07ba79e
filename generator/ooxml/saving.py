"""Writing files whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Generator, Iterator, Mapping
from pathlib import Path

from generator.errors import OutputError

_DROPPED_BY_WORD = 2
"""Letters of the name that Word leaves out of the name of its lock file, of 8 letters and more."""

_HINTS = {
    errno.ENOSPC: "the disk is full: make room, or choose another folder with --out",
    errno.EDQUOT: "your quota is used up: make room, or choose another folder with --out",
    errno.EROFS: "this disk cannot be written to: choose another folder with --out",
    errno.EACCES: "you may not write there: choose another folder with --out",
    errno.EPERM: "you may not write there: choose another folder with --out",
    errno.EEXIST: "a part of this path is a file, not a folder",
    errno.ENOTDIR: "a part of this path is a file, not a folder",
    errno.ENAMETOOLONG: "the path is too long: choose another folder with --out",
}


def write_whole(files: Mapping[Path, bytes]) -> None:
    """Write all `files`, or leave everything as it was.

    Each is written to a temporary file in its own folder, brought to the disk, and renamed when
    all of them are complete. Folders are made as needed. An interruption (Ctrl-C) leaves no
    temporary file behind.

    Raises:
        OutputError: No room, no right, a folder in the way, or a file that Office holds open.
    """
    for path in files:
        _check_free(path)
    written: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            written[path] = _write_beside(path, data)
        for path, temporary in written.items():
            with _telling(path):
                temporary.replace(path)
    finally:
        for temporary in written.values():
            temporary.unlink(missing_ok=True)


def _write_beside(path: Path, data: bytes) -> Path:
    with _telling(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            temporary.chmod(_mode())
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    return temporary


def _mode() -> int:
    """Return the rights that a new file gets here; `mkstemp` gives its own to the user alone."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _check_free(path: Path) -> None:
    if path.is_dir():
        raise OutputError(f"'{path}' is a folder", hint="choose another folder with --out")
    for lock in _lock_files(path):
        if lock.exists():
            raise OutputError(
                f"'{path}' is open in another program",
                hint=f"close it there; if it is not open, delete '{lock.name}' beside it",
            )


def _lock_files(path: Path) -> Iterator[Path]:
    yield path.with_name(f"~${path.name}")  # PowerPoint, and Word for short names
    yield path.with_name(f"~${path.name[_DROPPED_BY_WORD:]}")  # Word
    yield path.with_name(f".~lock.{path.name}#")  # LibreOffice


@contextlib.contextmanager
def _telling(path: Path) -> Generator[None]:
    """Turn an error of the system into one that names `path` and a way out."""
    try:
        yield
    except PermissionError as error:
        hint = f"{_HINTS[errno.EACCES]}; or close the file if it is open in Office"
        raise OutputError(f"cannot write '{path}': permission denied", hint=hint) from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        hint = _HINTS.get(error.errno or 0)
        raise OutputError(f"cannot write '{path}': {reason}", hint=hint) from error
