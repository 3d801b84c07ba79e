"""CSV and TSV files to cells: encoding, separator, quotes, and rows that do not fit."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.brief.datasets import Dataset, FileFormat
from generator.errors import BriefError, DataError, suggest
from generator.load.datasets.heads import Body, count_filled, find_body
from generator.load.datasets.paths import read_data
from generator.load.datasets.table import Raw, Spot
from generator.places import Place

MOST_TOLD = 20
"""Errors of one file that are told."""

_SEPARATORS = (",", ";", "\t", "|")
_SNIFFED = 200
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MOST_CELL = 1_000_000


def read_text_file(path: Path, dataset: Dataset, file_format: FileFormat) -> Raw:
    """Return the cells of the CSV or TSV file at `path`.

    Raises:
        MissingError: It cannot be read.
        DataError: Its text cannot be decoded, a quote is not closed, or there is nothing in it.
        BriefError: Rows have more or fewer cells than there are heads: all of them, up to a cap.
    """
    text = _decode(read_data(path), dataset.encoding, path)
    lines = list(io.StringIO(text, newline=""))
    separator = dataset.separator or _find_separator(lines, dataset, file_format)
    rows, numbers = _part(lines, separator, dataset.quote, path)
    body = _find(rows, dataset, path)
    kept = [row for row in rows[body.start : body.end] if row]
    starts = [at for row, at in zip(rows, numbers, strict=True) if row]
    skipped = sum(bool(row) for row in rows[: body.start])
    starts = starts[skipped : skipped + len(kept)]
    _check_widths(kept, starts, len(body.names), path)
    columns = list(zip(*kept, strict=True)) or [()] * len(body.names)

    def locate(row: int, column: int) -> Spot:
        line = starts[row] if row >= 0 else numbers[max(0, body.start - 1)]
        at = _find_column(lines[line - 1], separator, dataset.quote, column)
        return Spot(place=Place(file=str(path), line=line, column=at))

    return Raw(names=body.names, columns=tuple(columns), locate=locate, notes=body.notes)


def _decode(data: bytes, encoding: str, path: Path) -> str:
    found = next((name for mark, name in _BOMS if data.startswith(mark)), None)
    try:
        return data.decode(found or encoding)
    except LookupError as error:
        raise DataError(
            f"there is no encoding '{encoding}'",
            hint=suggest(encoding, ("utf-8", "windows-1252", "windows-1251", "shift_jis"))
            or "write utf-8, windows-1252, iso-8859-1, windows-1251 or shift_jis",
        ) from error
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        before = data[data.rfind(b"\n", 0, error.start) + 1 : error.start]
        column = len(before.decode(found or encoding, "replace")) + 1
        raise DataError(
            f"the file is not written in {encoding}",
            place=Place(file=str(path), line=line, column=column),
            hint="add its 'encoding': windows-1252 for most old Excel files, or save it as UTF-8",
        ) from error


def _find_separator(lines: Sequence[str], dataset: Dataset, file_format: FileFormat) -> str:
    """Return the sign that parts most of the first lines into equally many cells."""
    if file_format is FileFormat.TSV:
        return "\t"
    sample = lines[:_SNIFFED]

    def rate(separator: str) -> tuple[int, int]:
        reader = csv.reader(sample, delimiter=separator, quotechar=dataset.quote)
        widths = Counter(map(len, _read_quietly(reader)))
        wide = {width: count for width, count in widths.items() if width > 1}
        best = max(wide, key=lambda width: (wide[width], width), default=0)
        return wide.get(best, 0), best

    return max(_SEPARATORS, key=rate)


def _read_quietly(reader: Iterator[list[str]]) -> Iterator[list[str]]:
    try:
        yield from reader
    except csv.Error:
        return


def _part(
    lines: Sequence[str], separator: str, quote: str, path: Path
) -> tuple[list[list[str]], list[int]]:
    """Return the rows of a file, and the line that each begins in, from 1."""
    csv.field_size_limit(_MOST_CELL)
    reader = csv.reader(lines, delimiter=separator, quotechar=quote, strict=True)
    rows: list[list[str]] = []
    numbers: list[int] = []
    line = 1
    try:
        for row in reader:
            rows.append(row)
            numbers.append(line)
            line = reader.line_num + 1
    except csv.Error as error:
        raise DataError(
            "the quotes in this row are not in order",
            place=Place(file=str(path), line=line, column=1),
            hint="a quote inside of a quoted cell is written twice; or give another 'quote'",
        ) from error
    return rows, numbers


def _find(rows: list[list[str]], dataset: Dataset, path: Path) -> Body:
    try:
        return find_body(rows, dataset)
    except DataError as error:
        error.place = error.place or Place(file=str(path))
        raise


def _check_widths(rows: Sequence[list[str]], starts: Sequence[int], width: int, path: Path) -> None:
    """Cut empty cells off the ends of `rows`, which are changed in place; refuse other misfits."""
    if all(len(row) == width for row in rows):
        return
    errors: list[DataError] = []
    for row, line in zip(rows, starts, strict=True):
        if len(row) > width and count_filled(row) <= width:
            del row[width:]
        if len(row) != width and len(errors) < MOST_TOLD:
            cells = "1 cell" if len(row) == 1 else f"{len(row)} cells"
            errors.append(
                DataError(
                    f"this row has {cells}, the heads are {width}",
                    place=Place(file=str(path), line=line, column=1),
                    hint="put a text that holds the separator in quotes; "
                    "notes at the end are left out with 'footer'",
                )
            )
    if errors:
        raise BriefError(errors)


def _find_column(line: str, separator: str, quote: str, column: int) -> int:
    """Return where cell number `column` of `line` begins, counted in characters from 1."""
    is_quoted = False
    at = 0
    for index, character in enumerate(line):
        if at == column:
            return index + 1
        if character == quote:
            is_quoted = not is_quoted
        elif character == separator and not is_quoted:
            at += 1
    return len(line.rstrip("\r\n")) + 1 if at == column else 1
