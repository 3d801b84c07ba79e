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
    all of them are complete. Folders are made as needed. A link is followed, and what it leads to
    is replaced. An interruption (Ctrl-C) leaves nothing behind either.

    Raises:
        OutputError: No room, no right, a folder in the way, or a file that Office holds open.
    """
    for path in files:
        with _telling(path):
            _check_free(path)
    with contextlib.ExitStack() as undo:
        written: dict[Path, Path] = {}
        for path, data in files.items():
            with _telling(path):
                target = Path(os.path.realpath(path))
                _make_folder(target.parent, undo)
                written[path] = _write_beside(target, data)
                undo.callback(written[path].unlink, missing_ok=True)
        for path, temporary in written.items():
            with _telling(path):
                target = Path(os.path.realpath(path))
                before = _read_before(target)
                temporary.replace(target)
                undo.callback(_bring_back, target, before)
        undo.pop_all()


def _make_folder(folder: Path, undo: contextlib.ExitStack) -> None:
    """Make `folder` and those above it; `undo` takes those away that were not there."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(exist_ok=True)
        undo.callback(_drop_folder, each)


def _drop_folder(folder: Path) -> None:
    # Another run may have put something into it.
    with contextlib.suppress(OSError):
        folder.rmdir()


def _read_before(path: Path) -> bytes | None:
    """Return what stands at `path` now; None for nothing, or for what may not be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def _bring_back(path: Path, before: bytes | None) -> None:
    if before is None:
        path.unlink(missing_ok=True)
    else:
        _write_beside(path, before).replace(path)


def _write_beside(path: Path, data: bytes) -> Path:
    """Return a new file in the folder of `path` that holds `data`, all of it on the disk."""
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
