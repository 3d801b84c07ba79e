"""The build as a list of named steps: the only module that knows all the parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, assert_never

from generator.charts import Plot, plan_plot
from generator.checks import check_evidence
from generator.compose import (
    Material,
    Report,
    Storyboard,
    compose_placed_report,
    compose_placed_storyboard,
    compose_report,
    compose_storyboard,
    find_lost_mentions,
    prepare_material,
)
from generator.errors import BriefError, DataError, GeneratorError, RoomError, TagsError
from generator.facts import Figure, resolve_figures
from generator.findings import Finding
from generator.inventory import Template, find_default_template, read_template
from generator.load import GeoMap, Loaded, read_brief, read_maps
from generator.ooxml.opc import Package
from generator.ooxml.saving import write_whole
from generator.ooxml.tagged import may_have_tags
from generator.places import Place
from generator.text import ProseReader

if TYPE_CHECKING:  # Jinja takes 40 ms to load, and most templates have no tags.
    from generator.context import Filled

_Made = TypeVar("_Made")

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


def build(  # noqa: PLR0913 - each is one choice of whoever builds
    path: Path | str,
    *,
    out: Path | str | None = None,
    template: Path | str | None = None,
    only: Kind | str | None = None,
    allow_outside: bool = False,
    on_step: Step | None = None,
) -> Build:
    """Make the report and the deck of a brief.

    Args:
        path: The data file: `.yaml`, `.json` or `.toml`.
        out: Folder to write to; None = `build/` and the name of the brief's folder.
        template: Folder with `report.docx` and `deck.pptx`, or one Office file, whose other half
            is then that of the template that we bring; None = both of that.
        only: `report` or `deck`, to make one of them alone.
        allow_outside: Whether data sets may be files outside of the folder of the data file.
        on_step: Called with the name of each step.

    Raises:
        BriefError: The data file has errors: all of them.
        DataError: The data file cannot be read as one.
        MissingError: The data file is not there.
        TemplateError: The template cannot be used; a `TagsError` with all that is wrong with the
            tags of both files.
        OutputError: The files cannot be written. Nothing is left half-written.
    """
    tell = on_step or _keep_quiet
    source = Path(path)
    folder = Path(out) if out is not None else plan_folder(source)
    kinds = (Kind(only),) if only else tuple(Kind)
    composed = _compose(source, tell, allow_outside=allow_outside)
    tell("template")
    chosen = read_template(Path(template) if template is not None else find_default_template())
    filled = _make_all(kinds, lambda kind: _fill(kind, composed.material, chosen, source.parent))
    made = _make_all(kinds, lambda kind: _make(kind, composed, chosen, filled[kind], tell))
    written = {folder / FILE_NAMES[kind]: data for kind, data in made.items()}
    findings = (
        *_find_changes(chosen, kinds),
        *(finding for each in filled.values() if each for finding in each.findings),
        *check_evidence(composed.material),
    )
    tell("write")
    write_whole(written)
    return Build(files=tuple(written), findings=findings)


def check(
    path: Path | str, *, allow_outside: bool = False, on_step: Step | None = None
) -> tuple[Finding, ...]:
    """Return the findings of a brief without writing a file.

    Raises:
        BriefError: The data file has errors: all of them.
        DataError: The data file cannot be read as one.
        MissingError: The data file is not there.
    """
    tell = on_step or _keep_quiet
    return check_evidence(_compose(Path(path), tell, allow_outside=allow_outside).material)


def plan_folder(path: Path) -> Path:
    """Return where the documents of a data file go by default: `build/` and a name.

    The name is that of the folder for `brief.yaml`, else that of the file.
    """
    name = path.stem if path.stem != "brief" else path.resolve().parent.name
    return Path("build") / (name or "brief")


def _compose(path: Path, tell: Step, *, allow_outside: bool) -> _Composed:
    """Read a data file and compose both documents; all its errors are reported together."""
    tell("read")
    loaded = read_brief(path, allow_outside=allow_outside)
    if loaded.brief is None:
        raise loaded.errors[0] if len(loaded.errors) == 1 else BriefError(loaded.errors)
    brief = loaded.brief
    errors: list[GeneratorError] = list(loaded.errors)
    tell("figures")
    figures, wrong = resolve_figures(brief.facts)
    errors.extend(wrong)
    folder = path.parent
    maps, unread = read_maps(brief, folder, loaded.places, allow_outside=allow_outside)
    errors.extend(unread)
    plots = _plan_plots(loaded, maps, figures, errors)
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
    maps: Mapping[str, GeoMap],
    figures: Mapping[str, Figure],
    errors: list[GeneratorError],
) -> Mapping[str, Plot]:
    """Return the plots of all charts; adds to `errors` for those that cannot be drawn."""
    plots: dict[str, Plot] = {}
    brief = loaded.brief
    if brief is None:
        return plots
    for id_, chart in brief.charts.items():
        if chart.map is not None and chart.map.file not in maps:
            continue  # that its map cannot be read was told
        try:
            plots[id_] = plan_plot(id_, chart, figures, brief.lang, maps=maps)
        except DataError as error:
            error.place = error.place or loaded.places.find_key(("charts", id_))
            errors.append(error)
    return plots


def _make_all(kinds: tuple[Kind, ...], make: Callable[[Kind], _Made]) -> dict[Kind, _Made]:
    """Return what `make` makes of each kind.

    Raises:
        TagsError: Tags of some are wrong: all errors of all.
    """
    made: dict[Kind, _Made] = {}
    errors: list[GeneratorError] = []
    for kind in kinds:
        try:
            made[kind] = make(kind)
        except TagsError as error:
            errors.extend(error.errors)
    if errors:
        raise TagsError(errors)
    return made


def _fill(kind: Kind, material: Material, template: Template, folder: Path) -> Filled | None:
    """Return the template of one document with its tags rendered; None where it has none."""
    package = _find_package(kind, template)
    if not may_have_tags(package):
        return None
    from generator.context import fill_deck, fill_report

    fill = fill_report if kind is Kind.REPORT else fill_deck
    return fill(package, material, folder)


def _find_package(kind: Kind, template: Template) -> Package:
    return template.report if kind is Kind.REPORT else template.deck


def _make(
    kind: Kind, composed: _Composed, template: Template, filled: Filled | None, tell: Step
) -> bytes:
    """Return the bytes of one document; the library of the other is never loaded."""
    tell(kind)
    package = filled.package if filled else _find_package(kind, template)
    try:
        match kind:
            case Kind.REPORT:
                return _make_report(composed, template, package.to_bytes(), filled)
            case Kind.DECK:
                return _make_deck(composed, template, package.to_bytes(), filled)
            case _:
                assert_never(kind)
    except RoomError as error:
        error.place = composed.material.find_slide_place(error.slide)
        raise
    except TagsError as error:
        for each in error.errors:
            each.place = each.place or Place(file=str(package.path))
        raise


def _make_report(
    composed: _Composed, template: Template, data: bytes, filled: Filled | None
) -> bytes:
    from generator.word import build_report

    kept = filled if filled and filled.is_kept else None
    return build_report(
        compose_placed_report(kept.material, kept.slots) if kept else composed.report,
        data,
        template.word,
        palette=template.palettes["word"],
        slots=kept.slots if kept else None,
        kept_properties=filled.kept_properties if filled else frozenset(),
    )


def _make_deck(
    composed: _Composed, template: Template, data: bytes, filled: Filled | None
) -> bytes:
    from generator.slides import build_deck

    kept = filled if filled and filled.is_kept else None
    return build_deck(
        compose_placed_storyboard(kept.material, kept.slots) if kept else composed.storyboard,
        data,
        template.slides,
        palette=template.palettes["slides"],
        minimum=template.minimum,
        slots=kept.slots if kept else None,
        kept_properties=filled.kept_properties if filled else frozenset(),
    )


def _find_changes(template: Template, kinds: tuple[Kind, ...]) -> tuple[Finding, ...]:
    """Return what was changed in the files that these documents are made on."""
    changed = {Kind.REPORT: template.report.findings, Kind.DECK: template.deck.findings}
    return tuple(finding for kind in kinds for finding in changed[kind])


def _keep_quiet(step: str) -> None:
    """Take no notice of a step."""
