"""What this machine has that the build does not need, but that its user may want."""

from __future__ import annotations

import platform
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version

_TIMEOUT_S = 10

_PROGRAMS = (
    (("soffice", "libreoffice"), "LibreOffice", "shows the files as pages and slides"),
    (("pdftoppm",), "Poppler", "turns pages and slides into pictures"),
    (("pandoc",), "pandoc", "is what the benchmark compares with"),
)

_FONTS = (
    (("Calibri", "Carlito"), "the policy template is set in Calibri"),
    (("Arial", "Liberation Sans"), "many organisations' templates are set in Arial"),
    (("Yu Gothic", "Noto Sans CJK JP"), "for Japanese"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One thing looked for.

    Attributes:
        detail: What was found, or what it would be good for.
    """

    name: str
    is_present: bool
    detail: str


def examine() -> tuple[Result, ...]:
    """Look for programs and fonts; none of them is needed to build."""
    return (_examine_self(), *_examine_programs(), *_examine_fonts())


def _examine_self() -> Result:
    return Result(
        name="briefing-generator",
        is_present=True,
        detail=f"{version('briefing-generator')} on Python {platform.python_version()}",
    )


def _examine_programs() -> Iterator[Result]:
    for commands, name, use in _PROGRAMS:
        found = next((path for path in map(shutil.which, commands) if path), None)
        yield Result(name=name, is_present=found is not None, detail=found or f"it {use}")


def _examine_fonts() -> Iterator[Result]:
    """Ask fontconfig; Windows and macOS with Office have the first of each pair."""
    lister = shutil.which("fc-list")
    if lister is None:
        return
    families = _run(lister, ":", "family")
    for names, use in _FONTS:
        found = next((name for name in names if name in families), None)
        detail = f"drawn with {found}" if found else f"missing: {use}"
        yield Result(name=f"font {names[0]}", is_present=found is not None, detail=detail)


def _run(*command: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - a program found on the path, no shell
            command, capture_output=True, text=True, timeout=_TIMEOUT_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout
