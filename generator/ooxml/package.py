"""Office packages as bytes: the same parts always make the same file."""

from __future__ import annotations

import io
import zipfile
from datetime import date

_FIRST = ("[Content_Types].xml", "_rels/.rels")
"""Parts that readers look for first, and that the `file` command tells a .docx by."""

_STORED = frozenset({"png", "jpg", "jpeg", "gif", "xlsx"})
"""Parts that are compressed already."""

_EARLIEST = 1980
"""A zip entry can hold no earlier year."""


def pack(data: bytes, stamp: date) -> bytes:
    """Return the package `data` with its parts sorted and dated `stamp`.

    python-docx and python-pptx date each zip entry by the clock. Here the order is by part name,
    with the content types first, each entry is dated midnight of `stamp`, and nothing tells the
    system that wrote it. The parts themselves are kept as they are.
    """
    moment = (max(stamp.year, _EARLIEST), stamp.month, stamp.day, 0, 0, 0)
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


def _rank(name: str) -> tuple[int, str]:
    return (_FIRST.index(name), "") if name in _FIRST else (len(_FIRST), name)
