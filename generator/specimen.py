"""The specimen of a template: a report and a deck that show all that it has, by the usual build."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from generator.ooxml.saving import write_whole
from generator.pipeline import Build, Kind, Step, build
from generator.scaffold import find_data

KINDS = {".docx": Kind.REPORT, ".pptx": Kind.DECK}


def write_specimen(template: Path, out: Path, *, on_step: Step | None = None) -> Build:
    """Build the specimen brief on `template`.

    Args:
        template: Template folder, or one Office file.
        out: A path that ends in `.docx` or `.pptx`, for that document alone; else a folder for
            both.
        on_step: Called with the name of each step.

    Raises:
        DataError: A placeholder of the template has no room for its text.
        TemplateError: The template cannot be used.
        OutputError: The files cannot be written.
    """
    brief = find_data() / "specimen" / "brief.yaml"
    kind = KINDS.get(out.suffix.lower())
    if kind is None or out.is_dir():
        return build(brief, out=out, template=template, on_step=on_step)
    with TemporaryDirectory() as folder:
        made = build(brief, out=folder, template=template, only=kind, on_step=on_step)
        write_whole({out: made.files[0].read_bytes()})
    return Build(files=(out,), findings=made.findings)
