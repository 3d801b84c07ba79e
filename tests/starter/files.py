"""Brand files and pictures for tests of the starter."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from generator.errors import SettingsError, TemplateError
from generator.starter import read_brand
from tests.inventory.packages import draw_png

TWO_COLOURS = 'color: {primary: "#7A1F3D", secondary: "#E0A030"}\ntypography: {base: Georgia}\n'


def write_brand(folder: Path, text: str) -> Path:
    """Write a brand file to `folder`, with a logo of 300 × 100 pixels beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "logo.png").write_bytes(draw_png(300, 100))
    path = folder / "_brand.yml"
    path.write_text(text, encoding="utf-8")
    return path


def read_errors(folder: Path, text: str) -> list[TemplateError]:
    """Return the errors of a brand file, which has some, in the order of their places."""
    with pytest.raises(TemplateError) as caught:
        read_brand(write_brand(folder, text))
    error = caught.value
    if not isinstance(error, SettingsError):
        return [error]
    assert all(isinstance(each, TemplateError) for each in error.errors)
    return [each for each in error.errors if isinstance(each, TemplateError)]


def read_parts(path: Path) -> dict[str, bytes]:
    """Return the parts of an Office file by name."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
