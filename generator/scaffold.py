"""Starting a brief: a folder with a small data file that builds at once."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from generator.errors import OutputError
from generator.load import schema_text
from generator.ooxml.saving import write_whole

_SCHEMA_LINE = "# yaml-language-server: $schema=brief.schema.json"


def start_brief(folder: Path) -> tuple[Path, ...]:
    """Write `brief.yaml` and its schema into `folder`; return what was written.

    Raises:
        OutputError: The folder holds a brief already, or cannot be written.
    """
    target = folder / "brief.yaml"
    if target.exists():
        raise OutputError(f"'{target}' is there already", hint="choose another folder")
    text = (find_data() / "starter" / "brief.yaml").read_text(encoding="utf-8")
    _, _, rest = text.partition("\n")
    written = {
        target: f"{_SCHEMA_LINE}\n{rest}".encode(),
        folder / "brief.schema.json": schema_text().encode(),
    }
    write_whole(written)
    return tuple(written)


def find_data() -> Path:
    """Return the folder of the samples: in the package if installed, else beside it."""
    package = Path(str(files("generator")))
    installed = package / "_data"
    return installed if installed.is_dir() else package.parent / "data"
