"""Office files for tests: the default template with one thing changed."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

Change = Callable[[str], str]


def copy_changed(
    source: Path,
    target: Path,
    changes: Mapping[str, Change],
    *,
    leave_out: str = "",
    added: Mapping[str, str] | None = None,
    encoding: str = "utf-8",
) -> Path:
    """Copy the package `source` to `target`; `changes` rewrite the text of parts by name.

    Args:
        source: The original.
        target: The copy.
        changes: Part name → what becomes of its text.
        leave_out: Name of a part that the copy lacks.
        added: Name → text of parts that the original lacks.
        encoding: Of the changed parts.
    """
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            if name == leave_out:
                continue
            data = old.read(name)
            if name in changes:
                changed = changes[name](data.decode())
                assert changed != data.decode(), f"the change of {name} changes nothing"
                data = changed.encode(encoding)
            new.writestr(name, data)
        for name, text in (added or {}).items():
            new.writestr(name, text)
    return target


def draw_png(width: int, height: int) -> bytes:
    """Return a grey PNG of so many pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress((b"\0" + b"\x80" * width) * height)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body
