"""The files that data sets name: inside of the brief's folder, and not too large."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath

from generator.brief.datasets import FileFormat
from generator.errors import DataError, MissingError
from generator.load.files import check_file
from generator.places import Place

MAX_BYTES = 500_000_000
"""Size of the largest file of data that is read."""

_FORMATS = {
    ".csv": FileFormat.CSV,
    ".txt": FileFormat.CSV,
    ".tsv": FileFormat.TSV,
    ".tab": FileFormat.TSV,
    ".xlsx": FileFormat.XLSX,
    ".xlsm": FileFormat.XLSX,
    ".parquet": FileFormat.PARQUET,
    ".pq": FileFormat.PARQUET,
    ".json": FileFormat.JSON,
}


def find_data_file(name: str, folder: Path, *, allow_outside: bool) -> Path:
    """Return the path of the file `name`, seen from `folder`.

    Raises:
        DataError: It lies outside of `folder`, which is not allowed, or it is too large.
        MissingError: There is no such file.
    """
    path = folder / name
    if not allow_outside:
        _check_inside(name, path, folder)
    try:
        check_file(path, MAX_BYTES)
    except MissingError as error:
        raise MissingError(f"{name}: {error.message}", hint=error.hint) from error
    return path


def _check_inside(name: str, path: Path, folder: Path) -> None:
    given = PureWindowsPath(name)
    has_root = bool(given.is_absolute() or given.drive or given.root or ".." in given.parts)
    try:
        is_inside = not has_root and path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError) as error:
        raise DataError(
            f"the file '{name}' cannot be read", hint="see whether its path is right"
        ) from error
    if not is_inside:
        raise DataError(
            f"the file '{name}' lies outside of the folder of the brief",
            hint="put it beside the data file, or allow files from outside for this build",
        )


def find_format(name: str, given: FileFormat | None) -> FileFormat:
    """Return the format of the file `name`.

    Raises:
        DataError: Neither `given` nor its ending says it.
    """
    found = given or _FORMATS.get(Path(name).suffix.lower())
    if found is None:
        raise DataError(
            f"the ending of '{name}' does not say what is in it",
            hint="add 'format': csv, tsv, xlsx, parquet or json",
        )
    return found


def read_data(path: Path) -> bytes:
    """Return the bytes of the file at `path`.

    Raises:
        MissingError: It cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise MissingError(
            "the file cannot be read", place=Place(file=str(path)), hint=error.strerror
        ) from error
