"""Office packages as bytes: the same parts always make the same file."""

from __future__ import annotations

import io
import os
import zipfile
from datetime import UTC, date, datetime

from generator.errors import OutputError

_FIRST = ("[Content_Types].xml", "_rels/.rels")
"""Parts that readers look for first, and that the `file` command tells a .docx by."""

_STORED = frozenset({"png", "jpg", "jpeg", "gif", "xlsx"})
"""Parts that are compressed already."""

_EARLIEST = 1980
"""A zip entry can hold no earlier year."""


def pack(data: bytes, stamp: date) -> bytes:
    """Return the package `data` with its parts sorted and dated `stamp`, or `SOURCE_DATE_EPOCH`.

    python-docx and python-pptx date each zip entry by the clock. Here the order is by part name,
    with the content types first, each entry is dated midnight of one day, and nothing tells the
    system that wrote it. The parts themselves are kept as they are.

    Raises:
        OutputError: `SOURCE_DATE_EPOCH` is set to something that is no count of seconds.
    """
    day = _find_day(stamp)
    moment = (max(day.year, _EARLIEST), day.month, day.day, 0, 0, 0)
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed,
    ):
        for name in sorted(source.namelist(), key=_rank):
            entry = zipfile.ZipInfo(name, moment)
            entry.create_system = 0
            is_stored = name.rpartition(".")[2].lower() in _STORED
            entry.compress_type = zipfile.ZIP_STORED if is_stored else zipfile.ZIP_DEFLATED
            packed.writestr(entry, source.read(name))
    return target.getvalue()


def _find_day(stamp: date) -> date:
    """Return the day that `SOURCE_DATE_EPOCH` names (reproducible-builds.org), else `stamp`."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return stamp
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise OutputError(
            f"SOURCE_DATE_EPOCH is '{epoch}'", hint="it must be a count of seconds since 1970"
        ) from error


def _rank(name: str) -> tuple[int, str]:
    return (_FIRST.index(name), "") if name in _FIRST else (len(_FIRST), name)
