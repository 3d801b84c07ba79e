"""The commands that deal with templates: show, check, new, preview."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.options import As, Format, Source
from generator.cli.printing import plain_finding, print_build, print_json
from generator.cli.reporting import progress, reporting

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.brief import Brief
    from generator.findings import Finding
    from generator.inventory import Template

FOUND = 1

group = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Look at templates, judge them, and make new ones.",
)


@group.command(
    short_help="Tell all that a template offers.",
    epilog="Example: brief template show templates/policy",
)
def show(
    source: Source,
    format: As = Format.TEXT,  # noqa: A002 - the name of the option
) -> None:
    """Tell what a template offers: page, styles, layouts, placeholders, colours, fonts, tags."""
    with reporting(format):
        from generator.inventory import read_template
        from generator.overview import describe_template, plan_sheets

        with progress() as tell:
            tell("read")
            template = read_template(source)
        if format is Format.JSON:
            print_json(describe_template(template))
            return
        from generator.cli.sheets import print_sheets

        print_sheets(plan_sheets(template))


@group.command(
    short_help="Tell what each role uses and what to mend.",
    epilog="Example: brief template check templates/policy --format json",
)
def check(
    source: Source,
    fonts: Annotated[
        bool, typer.Option("--fonts", help="Look also for fonts that this machine lacks.")
    ] = False,
    brief: Annotated[
        Path | None,
        typer.Option("--brief", metavar="FILE", help="A data file to try on the template."),
    ] = None,
    format: As = Format.TEXT,  # noqa: A002 - the name of the option
) -> None:
    """Tell what each role will use and why, what the tags ask for, and what should be mended."""
    with reporting(format):
        from generator.inventory import read_template

        with progress() as tell:
            tell("read")
            template = read_template(source)
            tell("check")
            found = _find_all(template, brief, tell)
            if fonts:
                from generator.checks import check_installed_fonts

                found += check_installed_fonts(template)
        _print_check(template, brief, found, format)
    if any(finding.severity != "note" for finding in found):
        raise typer.Exit(FOUND)


def _find_all(template: Template, brief: Path | None, tell: Callable[[str], None]) -> list[Finding]:
    """Return the findings of a template, and of what becomes of a brief on it."""
    from generator.checks import check_tag_names, check_template

    found = [*check_template(template)]
    if brief is None:
        return [*found, *check_tag_names(template)]
    from generator.fitting import check_fit

    told = {(finding.rule, finding.where, finding.message) for finding in found}
    return [
        *found,
        *(
            finding
            for finding in check_fit(template, brief, on_step=tell)
            if (finding.rule, finding.where, finding.message) not in told
        ),
    ]


def _print_check(
    template: Template,
    path: Path | None,
    found: Sequence[Finding],
    format: Format,  # noqa: A002 - the name of the option
) -> None:
    from generator.overview import describe_check, plan_role_sheets, plan_tag_sheets

    brief = _read(path) if path else None
    if format is Format.JSON:
        findings = [plain_finding(finding) for finding in found]
        print_json({**describe_check(template, brief), "findings": findings})
        return
    from generator.cli.sheets import print_findings, print_sheets

    print_sheets((*plan_role_sheets(template), *plan_tag_sheets(template, brief)))
    print_findings(found)
    print(_sum_up(template, found), file=sys.stderr)


def _read(path: Path) -> Brief | None:
    from generator.load import read_brief

    return read_brief(path).brief


def _sum_up(template: Template, found: Sequence[Finding]) -> str:
    if not found:
        return f"{template.path}: nothing to complain of"
    counts = [
        f"{count} {kind}{'s' if count > 1 else ''}"
        for kind in ("error", "warning", "note")
        if (count := sum(finding.severity == kind for finding in found))
    ]
    return f"{template.path}: {', '.join(counts)}"


@group.command(
    short_help="Make a template from brand or Office files.",
    epilog="Example: brief template new our-template --brand _brand.yml; "
    "or: brief template new our-template --from Report.dotx --from Slides.potx",
)
def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder to make.")],
    brand: Annotated[
        Path | None,
        typer.Option("--brand", metavar="FILE", help="Colours, fonts and logos: a _brand.yml."),
    ] = None,
    sources: Annotated[
        list[Path] | None,
        typer.Option(
            "--from",
            metavar="PATH",
            help="Template folder, Word file or PowerPoint file to build on; may be repeated.",
        ),
    ] = None,
) -> None:
    """Make a template from a brand file, or around the Office files of your organisation."""
    with reporting(Format.TEXT):
        from generator.starter import start_template

        with progress() as tell:
            tell("make")
            written = start_template(folder, brand=brand, sources=tuple(sources or ()))
        for path in written:
            print(path)
        print(f"next: brief template check {folder}", file=sys.stderr)


@group.command(
    short_help="Make a specimen report and deck.",
    epilog="Example: brief template preview templates/policy --out build/specimen",
)
def preview(
    source: Source,
    out: Annotated[
        Path,
        typer.Option("--out", "-o", help="Folder for both files, or a path ending .docx or .pptx."),
    ],
    format: As = Format.TEXT,  # noqa: A002 - the name of the option
) -> None:
    """Make a specimen that shows every style, layout and kind of chart on a template."""
    with reporting(format):
        from generator.specimen import write_specimen

        with progress() as tell:
            result = write_specimen(source, out, on_step=tell)
        print_build(result, format)
