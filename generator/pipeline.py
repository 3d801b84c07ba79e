"""The build as a list of named steps: the only module that knows all the parts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from generator.findings import Finding

Step = Callable[[str], None]
"""Told the name of each step as it begins."""


class Kind(StrEnum):
    """The two documents."""

    REPORT = "report"
    DECK = "deck"


FILE_NAMES = {Kind.REPORT: "report.docx", Kind.DECK: "deck.pptx"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """What a build made.

    Attributes:
        files: Paths written, the report first.
        findings: What a reader should know; a build with findings is a good build.
    """

    files: tuple[Path, ...]
    findings: tuple[Finding, ...]


def build(
    path: Path | str,
    *,
    out: Path | str | None = None,
    template: Path | str | None = None,
    only: Kind | str | None = None,
    on_step: Step | None = None,
) -> Build:
    """Make the report and the deck of a brief.

    Args:
        path: The data file: `.yaml`, `.json` or `.toml`.
        out: Folder to write to; None = `build/` and the name of the brief's folder.
        template: Folder with `report.docx` and `deck.pptx`; None = the template that we bring.
        only: `report` or `deck`, to make one of them alone.
        on_step: Called with the name of each step.

    Raises:
        BriefError: The data file has errors: all of them.
        MissingError: The data file is not there.
        TemplateError: The template cannot be used.
        OutputError: The files cannot be written. Nothing is left half-written.
    """
    tell = on_step or _keep_quiet
    source = Path(path)
    folder = Path(out) if out is not None else plan_folder(source)
    kinds = (Kind(only),) if only else tuple(Kind)
    composed = _compose(source, tell)
    tell("template")
    from generator.inventory import read_template

    chosen = read_template(Path(template) if template is not None else None)
    written: dict[Path, bytes] = {}
    for kind in kinds:
        tell(kind)
        data = _MAKERS[kind](composed, chosen)
        written[folder / FILE_NAMES[kind]] = data
    tell("write")
    from generator.ooxml.saving import write_whole

    write_whole(written)
    from generator.checks import check_evidence

    return Build(files=tuple(written), findings=check_evidence(composed.material))


def check(path: Path | str, *, on_step: Step | None = None) -> tuple[Finding, ...]:
    """Return the findings of a brief without writing a file.

    Raises:
        BriefError: The data file has errors: all of them.
        MissingError: The data file is not there.
    """
    from generator.checks import check_evidence

    return check_evidence(_compose(Path(path), on_step or _keep_quiet).material)


def plan_folder(path: Path) -> Path:
    """Return where the documents of a data file go by default: `build/` and a name.

    The name is that of the folder for `brief.yaml`, else that of the file.
    """
    name = path.stem if path.stem != "brief" else path.resolve().parent.name
    return Path("build") / (name or "brief")
