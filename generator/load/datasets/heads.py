"""Rows of cells to a table: passes titles and prefaces over, finds heads and notes at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from generator.brief.datasets import Dataset
from generator.errors import DataError

_LOOKED_AT = 2_000
_DIGITS = frozenset("0123456789")

Cells = Sequence[object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Where the table stands among the rows of a source.

    Attributes:
        names: Heads, of several rows joined.
        start: Number of the first row of data, from 0.
        end: Number behind the last one.
        left: Number of the first column, from 0.
        notes: What was passed over, in words.
    """

    names: tuple[str, ...]
    start: int
    end: int
    left: int
    notes: tuple[str, ...]


def find_body(rows: Sequence[Cells], dataset: Dataset, *, is_sheet: bool = False) -> Body:
    """Return where the table stands in `rows`.

    Heads stand in the first row that is as wide as most; what is before it are titles. Where a
    head is empty and the row below has text without numbers, both are heads. At the end, rows
    with nothing but a first cell are notes if they have no further cells or follow an empty row.

    Args:
        rows: Cells; None or a blank text is an empty one. Rows may be of different lengths.
        dataset: What the brief says of it: `header`, `header_rows`, `footer`, `names`.
        is_sheet: Whether merged heads were filled already, and empty columns may stand at the left.

    Raises:
        DataError: There is nothing in it, or no heads where they should be.
    """
    width = _find_width(rows)
    if not width:
        raise DataError("there is nothing in it", hint="see whether this is the right file")
    first, count = _find_head(rows, dataset, width, is_sheet=is_sheet)
    start = first + count
    end = _find_end(rows, start, dataset.footer, width)
    right = max(width, *(count_filled(row) for row in rows[first:start]), 0)
    left = _find_left(rows[first:end]) if is_sheet else 0
    names = dataset.names or _join_heads(rows[first:start], left, right, is_filled=is_sheet)
    return Body(
        names=tuple(names),
        start=start,
        end=end,
        left=left,
        notes=tuple(_tell(rows, first, count, end)),
    )


def is_empty(cell: object) -> bool:
    """Return whether nothing stands in `cell`."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def count_filled(row: Cells) -> int:
    """Return the number of cells up to the last one that something stands in."""
    for index in range(len(row) - 1, -1, -1):
        if not is_empty(row[index]):
            return index + 1
    return 0


def _find_width(rows: Sequence[Cells]) -> int:
    """Return how wide most rows are; of two widths that are equally common, the larger."""
    widths = Counter(filter(None, map(count_filled, rows[:_LOOKED_AT])))
    wide = {width: count for width, count in widths.items() if width > 1} or widths
    return max(wide.items(), key=itemgetter(1, 0), default=(0, 0))[0]


def _find_head(
    rows: Sequence[Cells], dataset: Dataset, width: int, *, is_sheet: bool
) -> tuple[int, int]:
    """Return the number of the first head, from 0, and how many there are."""
    if dataset.names is not None and dataset.header is None:
        first = next(at for at, row in enumerate(rows) if count_filled(row) >= min(2, width))
        return first, 0
    if dataset.header is not None:
        first = dataset.header - 1
        if first >= len(rows) or not count_filled(rows[first]):
            raise DataError(
                f"row {dataset.header} is empty, where the heads should be",
                hint="give the number of the row with the heads as 'header', or leave it out",
            )
    else:
        first = next(
            (at for at, row in enumerate(rows) if _may_be_head(row, width, is_sheet=is_sheet)), 0
        )
    return first, dataset.header_rows or (2 if _has_second(rows, first) else 1)


def _may_be_head(row: Cells, width: int, *, is_sheet: bool) -> bool:
    # A title that stands over merged cells is in each of them.
    words = [str(cell) for cell in row if not is_empty(cell)]
    if is_sheet:
        words = list(dict.fromkeys(words))
    return count_filled(row) >= width - 1 and len(words) > (1 if width > 1 else 0)


def _has_second(rows: Sequence[Cells], first: int) -> bool:
    """Return whether the row below the heads is one of heads as well."""
    if first + 2 >= len(rows):
        return False
    head, below = rows[first], rows[first + 1]
    upper = [cell for cell in head if not is_empty(cell)]
    has_gap = (
        any(is_empty(cell) for cell in head[1 : count_filled(below)])
        or count_filled(head) < count_filled(below)
        or len(set(map(str, upper))) < len(upper)
    )
    words = [cell for cell in below if not is_empty(cell)]
    is_wide = len(words) > len(below) // 2
    has_numbers = any(_has_digits(cell) for cell in rows[first + 2])
    return has_gap and is_wide and has_numbers and not any(map(_has_digits, words))


def _has_digits(cell: object) -> bool:
    """Return whether `cell` is a number, or a text that begins like one."""
    if isinstance(cell, str):
        return bool(_DIGITS.intersection(cell.strip()[:2]))
    return cell is not None


def _find_end(rows: Sequence[Cells], start: int, footer: int | None, width: int) -> int:
    end = len(rows)
    while end > start and not count_filled(rows[end - 1]):
        end -= 1
    if footer is not None:
        return max(start, end - footer)
    while end > start and width > 1 and _is_note(rows, end - 1, start, width):
        end -= 1
        while end > start and not count_filled(rows[end - 1]):
            end -= 1
    return end


def _is_note(rows: Sequence[Cells], at: int, start: int, width: int) -> bool:
    """Return whether the last row that is left is a note below the table."""
    row = rows[at]
    if count_filled(row) > 1:
        return False
    if len(row) < width:
        return True
    while at > start:
        at -= 1
        if count_filled(rows[at]) != 1:
            return not count_filled(rows[at])
    return False


def _find_left(rows: Sequence[Cells]) -> int:
    """Return the number of the first column that something stands in, from 0."""
    return min(
        (
            next(at for at, cell in enumerate(row) if not is_empty(cell))
            for row in rows
            if count_filled(row)
        ),
        default=0,
    )


def _join_heads(heads: Sequence[Cells], left: int, right: int, *, is_filled: bool) -> list[str]:
    """Return one name for each column: of several heads, those that differ, joined by a space."""
    filled = [
        _fill(head, left, right, is_last=is_filled or at == len(heads) - 1)
        for at, head in enumerate(heads)
    ]
    return [" ".join(dict.fromkeys(filter(None, parts))) for parts in zip(*filled, strict=True)]


def _fill(head: Cells, left: int, right: int, *, is_last: bool) -> list[str]:
    """Return the words of one row of heads; above others, an empty one goes on from the left."""
    words: list[str] = []
    for at in range(left, right):
        cell = head[at] if at < len(head) else None
        word = "" if is_empty(cell) else " ".join(write_head(cell).split())
        words.append(words[-1] if not word and words and not is_last else word)
    return words


def write_head(cell: object) -> str:
    """Return the head that `cell` holds: a number such as a year without a point."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _tell(rows: Sequence[Cells], first: int, count: int, end: int) -> list[str]:
    notes: list[str] = []
    before = sum(bool(count_filled(row)) for row in rows[:first])
    if before:
        notes.append(_count(before, "above the heads"))
    if count > 1:
        notes.append(f"{count} rows of heads were joined")
    after = sum(bool(count_filled(row)) for row in rows[end:])
    if after:
        notes.append(_count(after, "below the table"))
    return notes


def _count(count: int, where: str) -> str:
    rows = "1 row" if count == 1 else f"{count} rows"
    return f"{rows} {where} left out"
