"""The commands that deal with briefs: build, report, deck, check, new, schema, doctor."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from generator.cli.options import As, File, Format, Only, Out, Outside, Template
from generator.cli.printing import finding_line, plain_finding, print_build, print_json
from generator.cli.reporting import progress, reporting

EXIT_CODES = """\
Exit codes: 0 done · 1 'check' found something · 2 wrong arguments · 65 the data file is wrong ·
66 a file is missing · 67 the template cannot be used · 70 a fault of ours · 73 the output cannot
be written · 130 stopped by you."""

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    epilog=EXIT_CODES,
)


def _print_version(is_asked: bool) -> None:
    if is_asked:
        from importlib.metadata import version

        print(f"brief {version('briefing-generator')}")
        raise typer.Exit


@app.callback()
def start(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """One data file makes a Word report and a PowerPoint deck on your own templates."""


@app.command(epilog="Example: brief build data/japan-ukraine/brief.yaml --out build/mine")
def build(  # noqa: PLR0913, PLR0917 - the options of the command
    file: File,
    out: Out = None,
    template: Template = None,
    only: Annotated[Only | None, typer.Option(help="Make one of the two alone.")] = None,
    allow_outside: Outside = False,
    format: As = Format.TEXT,  # noqa: A002 - the name of the option
) -> None:
    """Make the Word report and the PowerPoint deck."""
    _build(_Wanted(file, out, template, only, allow_outside), format)


@app.command(epilog="Example: brief report data/japan-ukraine/brief.yaml")
def report(
    file: File,
    out: Out = None,
    template: Template = None,
    allow_outside: Outside = False,
    format: As = Format.TEXT,  # noqa: A002 - the name of the option
) -> None:
    """Make the Word report alone."""
    _build(_Wanted(file, out, template, Only.REPORT, allow_outside), format)


@app.command(epilog="Example: brief deck data/japan-ukraine/brief.yaml")
def deck(
    file: File,
    out: Out = None,
    template: Template = None,
    allow_outside: Outside = False,
    format: As = Format.TEXT,  # noqa: A002 - the name of the option
) -> None:
    """Make the PowerPoint deck alone."""
    _build(_Wanted(file, out, template, Only.DECK, allow_outside), format)


@app.command(epilog="Example: brief check data/japan-ukraine/brief.yaml --format json")
def check(
    file: File,
    allow_outside: Outside = False,
    format: As = Format.TEXT,  # noqa: A002 - the name of the option
) -> None:
    """Look for errors and weak claims; write nothing."""
    with reporting(format):
        from generator.pipeline import check as check_brief

        with progress() as tell:
            findings = check_brief(file, allow_outside=allow_outside, on_step=tell)
        if format is Format.JSON:
            print_json({"findings": [plain_finding(finding) for finding in findings]})
        else:
            for finding in findings:
                print(finding_line(finding))
            if not findings:
                print(f"{file}: nothing to complain of", file=sys.stderr)
    if findings:
        raise typer.Exit(1)


@app.command(epilog="Example: brief new briefs/energy && brief build briefs/energy/brief.yaml")
def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder to make.")],
) -> None:
    """Start a small, commented brief that builds at once."""
    with reporting(Format.TEXT):
        from generator.scaffold import start_brief

        for path in start_brief(folder):
            print(path)


@app.command(epilog="Example: brief schema > brief.schema.json")
def schema() -> None:
    """Print the JSON Schema of the data file, for editors."""
    with reporting(Format.TEXT):
        from generator.load import schema_text

        print(schema_text(), end="")


@app.command(epilog="Example: brief doctor")
def doctor(
    format: As = Format.TEXT,  # noqa: A002 - the name of the option
) -> None:
    """Tell which optional programs and fonts are present."""
    with reporting(format):
        from generator.doctor import examine

        results = examine()
        if format is Format.JSON:
            print_json([asdict(result) for result in results])
        else:
            for result in results:
                mark = "yes" if result.is_present else "no "
                print(f"{mark}  {result.name}: {result.detail}")


class _Wanted(NamedTuple):
    """What is to be built, and how."""

    file: Path
    out: Path | None
    template: Path | None
    only: Only | None
    allow_outside: bool


def _build(
    wanted: _Wanted,
    format: Format,  # noqa: A002 - the name of the option
) -> None:
    with reporting(format):
        with progress() as tell:
            from generator.pipeline import build as build_brief

            result = build_brief(
                wanted.file,
                out=wanted.out,
                template=wanted.template,
                only=wanted.only,
                allow_outside=wanted.allow_outside,
                on_step=tell,
            )
        print_build(result, format)
