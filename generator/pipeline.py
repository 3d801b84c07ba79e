"""The build as a list of named steps: the only module that knows all the parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import assert_never

from generator.brief import Brief
from generator.charts import Plot, plan_plot
from generator.checks import check_evidence
from generator.compose import (
    Material,
    Report,
    Storyboard,
    compose_report,
    compose_storyboard,
    find_lost_mentions,
    prepare_material,
)
from generator.errors import BriefError, DataError, GeneratorError, RoomError
from generator.facts import Figure, resolve_figures
from generator.findings import Finding
from generator.inventory import Template, find_default_template, read_template
from generator.load import Loaded, read_brief
from generator.ooxml.saving import write_whole
from generator.text import ProseReader

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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Composed:
    """What is known once a brief is read, and nothing is written yet."""

    material: Material
    report: Report
    storyboard: Storyboard


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
        template: Folder with `report.docx` and `deck.pptx`, or one Office file, whose other half
            is then that of the template that we bring; None = both of that.
        only: `report` or `deck`, to make one of them alone.
        on_step: Called with the name of each step.

    Raises:
        BriefError: The data file has errors: all of them.
        DataError: The data file cannot be read as one.
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
    chosen = read_template(Path(template) if template is not None else find_default_template())
    written: dict[Path, bytes] = {}
    for kind in kinds:
        tell(kind)
        try:
            written[folder / FILE_NAMES[kind]] = _make(kind, composed, chosen)
        except RoomError as error:
            error.place = composed.material.find_slide_place(error.slide)
            raise
    findings = (*_find_changes(chosen, kinds), *check_evidence(composed.material))
    tell("write")
    write_whole(written)
    return Build(files=tuple(written), findings=findings)


def check(path: Path | str, *, on_step: Step | None = None) -> tuple[Finding, ...]:
    """Return the findings of a brief without writing a file.

    Raises:
        BriefError: The data file has errors: all of them.
        DataError: The data file cannot be read as one.
        MissingError: The data file is not there.
    """
    return check_evidence(_compose(Path(path), on_step or _keep_quiet).material)


def plan_folder(path: Path) -> Path:
    """Return where the documents of a data file go by default: `build/` and a name.

    The name is that of the folder for `brief.yaml`, else that of the file.
    """
    name = path.stem if path.stem != "brief" else path.resolve().parent.name
    return Path("build") / (name or "brief")


def _compose(path: Path, tell: Step) -> _Composed:
    """Read a data file and compose both documents; all its errors are reported together."""
    tell("read")
    loaded = read_brief(path)
    if loaded.brief is None:
        raise loaded.errors[0] if len(loaded.errors) == 1 else BriefError(loaded.errors)
    brief = loaded.brief
    errors: list[GeneratorError] = list(loaded.errors)
    tell("figures")
    figures, wrong = resolve_figures(brief.facts)
    errors.extend(wrong)
    plots = _plan_plots(loaded, brief, figures, errors)
    reader = ProseReader(
        figures=figures,
        language=brief.lang,
        sources=loaded.declared.sources,
        exhibits=loaded.declared.exhibits,
        known_facts=loaded.declared.facts,
    )
    tell("compose")
    material = prepare_material(brief, figures, plots, reader, loaded.places)
    composed = _Composed(
        material=material,
        report=compose_report(material),
        storyboard=compose_storyboard(material),
    )
    material.read_rest()
    errors.extend(reader.errors)
    errors.extend(find_lost_mentions(material, composed.report))
    if errors:
        raise BriefError(errors)
    return composed


def _plan_plots(
    loaded: Loaded,
    brief: Brief,
    figures: Mapping[str, Figure],
    errors: list[GeneratorError],
) -> Mapping[str, Plot]:
    """Return the plots of all charts; adds to `errors` for those that cannot be drawn."""
    plots: dict[str, Plot] = {}
    for id_, chart in brief.charts.items():
        try:
            plots[id_] = plan_plot(id_, chart, figures, brief.lang)
        except DataError as error:
            error.place = error.place or loaded.places.find_key(("charts", id_))
            errors.append(error)
    return plots


def _make(kind: Kind, composed: _Composed, template: Template) -> bytes:
    """Return the bytes of one document; the library of the other is never loaded."""
    match kind:
        case Kind.REPORT:
            from generator.word import build_report

            return build_report(
                composed.report,
                template.report.to_bytes(),
                template.word,
                palette=template.palettes["word"],
            )
        case Kind.DECK:
            from generator.slides import build_deck

            return build_deck(
                composed.storyboard,
                template.deck.to_bytes(),
                template.slides,
                palette=template.palettes["slides"],
                minimum=template.minimum,
            )
        case _:
            assert_never(kind)


def _find_changes(template: Template, kinds: tuple[Kind, ...]) -> tuple[Finding, ...]:
    """Return what was changed in the files that these documents are made on."""
    changed = {Kind.REPORT: template.report.findings, Kind.DECK: template.deck.findings}
    return tuple(finding for kind in kinds for finding in changed[kind])


def _keep_quiet(step: str) -> None:
    """Take no notice of a step."""
