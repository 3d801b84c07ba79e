"""Office files for tests: the default template with one thing changed."""

from __future__ import annotations

import zipfile
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
