"""The command `brief`: arguments to one call to an exit code. The only module that prints."""

from __future__ import annotations

import atexit
import gc
import json
import os
import signal
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import asdict
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from generator.errors import BriefError, GeneratorError

if TYPE_CHECKING:
    from types import FrameType

    from rich.status import Status

    from generator.findings import Finding
    from generator.pipeline import Build, Step

EXIT_CODES = """\
Exit codes: 0 done · 1 'check' found something · 2 wrong arguments · 65 the data file is wrong ·
66 a file is missing · 67 the template cannot be used · 70 a fault of ours · 73 the output cannot
be written · 130 stopped by you."""

_FAULT = 70
_UNWRITTEN = 73
_INTERRUPTED = 130

_stops: list[int] = []
"""Interruptions by the user, by the number of their signal."""

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="One data file makes a Word report and a PowerPoint deck on your own templates.",
    epilog=EXIT_CODES,
)


class Format(StrEnum):
    """How results are printed."""

    TEXT = "text"
    JSON = "json"


class Only(StrEnum):
    """One of the two documents."""

    REPORT = "report"
    DECK = "deck"


File = Annotated[Path, typer.Argument(help="The data file: .yaml, .json or .toml.")]
Out = Annotated[
    Path | None, typer.Option("--out", "-o", help="Folder to write to; by default build/NAME.")
]
Template = Annotated[
    Path | None,
    typer.Option("--template", "-t", help="Folder with report.docx and deck.pptx."),
]
As = Annotated[Format, typer.Option("--format", help="Print results as text or as JSON.")]


@app.command(epilog="Example: brief build data/japan-ukraine/brief.yaml --out build/mine")
def build(
    file: File,
    out: Out = None,
    template: Template = None,
    only: Annotated[Only | None, typer.Option(help="Make one of the two alone.")] = None,
    format: As = Format.TEXT,  # noqa: A002 - the name of the option
) -> None:
    """Make the Word report and the PowerPoint deck."""
    _build(file, (out, template), only, format)


@app.command(epilog="Example: brief report data/japan-ukraine/brief.yaml")
def report(
    file: File,
    out: Out = None,
    template: Template = None,
    format: As = Format.TEXT,  # noqa: A002 - the name of the option
) -> None:
    """Make the Word report alone."""
    _build(file, (out, template), Only.REPORT, format)


@app.command(epilog="Example: brief deck data/japan-ukraine/brief.yaml")
def deck(
    file: File,
    out: Out = None,
    template: Template = None,
    format: As = Format.TEXT,  # noqa: A002 - the name of the option
) -> None:
    """Make the PowerPoint deck alone."""
    _build(file, (out, template), Only.DECK, format)


@app.command(epilog="Example: brief check data/japan-ukraine/brief.yaml --format json")
def check(
    file: File,
    format: As = Format.TEXT,  # noqa: A002 - the name of the option
) -> None:
    """Look for errors and weak claims; write nothing."""
    with _reporting(format):
        from generator.pipeline import check as check_brief

        with _progress() as tell:
            findings = check_brief(file, on_step=tell)
        if format is Format.JSON:
            _print_json({"findings": [_plain(finding) for finding in findings]})
        else:
            for finding in findings:
                print(_line(finding))
            if not findings:
                print(f"{file}: nothing to complain of", file=sys.stderr)
    if findings:
        raise typer.Exit(1)


@app.command(epilog="Example: brief new briefs/energy && brief build briefs/energy/brief.yaml")
def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder to make.")],
) -> None:
    """Start a small, commented brief that builds at once."""
    with _reporting(Format.TEXT):
        from generator.scaffold import start_brief

        for path in start_brief(folder):
            print(path)


@app.command(epilog="Example: brief schema > brief.schema.json")
def schema() -> None:
    """Print the JSON Schema of the data file, for editors."""
    with _reporting(Format.TEXT):
        from generator.load import schema_text

        print(schema_text(), end="")


@app.command(epilog="Example: brief doctor")
def doctor(
    format: As = Format.TEXT,  # noqa: A002 - the name of the option
) -> None:
    """Tell which optional programs and fonts are present."""
    with _reporting(format):
        from generator.doctor import examine

        results = examine()
        if format is Format.JSON:
            _print_json([asdict(result) for result in results])
        else:
            for result in results:
                mark = "yes" if result.is_present else "no "
                print(f"{mark}  {result.name}: {result.detail}")


def main() -> NoReturn:
    """Run the command and leave with its exit code."""
    encoding = "utf-8" if sys.platform == "win32" else None
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _stop)
        sys.unraisablehook = _mute_stops
    # A run is short and frees little: looking for cycles would cost it a tenth of its time. Left
    # to itself, the interpreter looks once more on its way out, at all that is not frozen.
    gc.disable()
    atexit.register(gc.freeze)
    # No plug-in that happens to be installed may change how a brief is read; none is looked for.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
    try:
        app(prog_name="brief")
    except SystemExit as end:
        if end.code == _INTERRUPTED:
            print("stopped; nothing was written", file=sys.stderr)
        raise
    sys.exit(0)


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    """Interrupt the run, and remember it: some libraries swallow what is raised inside of them."""
    _stops.append(number)
    raise KeyboardInterrupt


def _mute_stops(unraisable: sys.UnraisableHookArgs) -> None:
    if not isinstance(unraisable.exc_value, KeyboardInterrupt):
        sys.__unraisablehook__(unraisable)


def _check_stops(step: str) -> None:
    """Go on to `step`, unless the user has stopped the run and nobody has noticed."""
    if _stops:
        raise KeyboardInterrupt(step)


def _build(
    file: Path,
    where: tuple[Path | None, Path | None],
    only: Only | None,
    format: Format,  # noqa: A002 - the name of the option
) -> None:
    out, template = where
    with _reporting(format):
        with _progress() as tell:
            from generator.pipeline import build as build_brief

            result = build_brief(file, out=out, template=template, only=only, on_step=tell)
        _print_build(result, format)


def _print_build(result: Build, format: Format) -> None:  # noqa: A002 - the name of the option
    warnings = [finding for finding in result.findings if finding.severity != "note"]
    if format is Format.JSON:
        _print_json(
            {
                "files": [str(path) for path in result.files],
                "findings": [_plain(finding) for finding in result.findings],
            }
        )
        return
    for path in result.files:
        print(path)
    for finding in warnings:
        print(_line(finding), file=sys.stderr)


@contextmanager
def _progress() -> Generator[Step]:
    """Show the name of each step on a terminal; elsewhere stay quiet."""
    if not sys.stderr.isatty():
        yield _check_stops
        return
    from rich.console import Console

    with Console(stderr=True).status("read") as status:
        yield _teller(status)


def _teller(status: Status) -> Step:
    """Return what shows the name of a step in `status`."""

    def tell(step: str) -> None:
        _check_stops(step)
        status.update(step)

    return tell


@contextmanager
def _reporting(format: Format) -> Generator[None]:  # noqa: A002 - the name of the option
    """Turn errors into messages and exit codes; no traceback reaches the user."""
    try:
        try:
            with _explaining(format):
                yield
        finally:
            if sys.stdout:
                sys.stdout.flush()
    except OSError as error:
        if error.filename is not None:
            raise
        # What is still waiting to be printed would fail once more on the way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise typer.Exit(0) from error
        print(f"error: cannot print the results: {error.strerror}", file=sys.stderr)
        raise typer.Exit(_UNWRITTEN) from error


@contextmanager
def _explaining(format: Format) -> Generator[None]:  # noqa: A002 - the name of the option
    """Print what went wrong, and leave; trouble with standard output itself is passed on."""
    try:
        yield
    except GeneratorError as error:
        _print_error(error, format)
        raise typer.Exit(error.exit_code) from error
    except KeyboardInterrupt as error:
        raise typer.Exit(_INTERRUPTED) from error
    except (typer.Exit, typer.Abort):
        raise
    except Exception as error:
        if os.environ.get("BRIEF_DEBUG") or _is_of_output(error):
            raise
        print(f"error: a fault of ours: {type(error).__name__}: {error}", file=sys.stderr)
        print("  hint: set BRIEF_DEBUG=1 to see where, and tell us", file=sys.stderr)
        # Without a cause: a StopIteration as the cause of an exit would be taken for its own.
        raise typer.Exit(_FAULT) from None


def _is_of_output(error: Exception) -> bool:
    """Return whether `error` came from an open stream; errors of files name the file."""
    return isinstance(error, OSError) and error.filename is None


def _print_error(error: GeneratorError, format: Format) -> None:  # noqa: A002 - as the option
    errors = error.errors if isinstance(error, BriefError) else (error,)
    if format is Format.JSON:
        _print_json({"errors": [_plain_error(each) for each in errors]})
        return
    for each in errors:
        print(f"error: {each}", file=sys.stderr)
    if len(errors) > 1:
        print(f"{len(errors)} errors; nothing was written", file=sys.stderr)


def _plain_error(error: GeneratorError) -> dict[str, object]:
    place = asdict(error.place) if error.place else {"file": None, "line": None, "column": None}
    return {**place, "message": error.message, "hint": error.hint}


def _plain(finding: Finding) -> dict[str, object]:
    plain = asdict(finding)
    plain["place"] = asdict(finding.place) if finding.place else None
    return plain


def _line(finding: Finding) -> str:
    where = str(finding.place or finding.where or "")
    start = f"{where}: " if where else ""
    fix = f"\n  fix: {finding.fix}" if finding.fix else ""
    return f"{start}{finding.severity}: {finding.message} [{finding.rule}]{fix}"


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2, default=str))
