"""How a run ends: errors become messages and exit codes, and progress is shown on the way."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

import typer

from generator.cli.options import Format
from generator.cli.printing import print_error
from generator.errors import GeneratorError

if TYPE_CHECKING:
    from types import FrameType

    from rich.status import Status

FAULT = 70
UNWRITTEN = 73
INTERRUPTED = 130

_stops: list[int] = []
"""Interruptions by the user, by the number of their signal."""


def stop(number: int, frame: FrameType | None) -> NoReturn:
    """Interrupt the run, and remember it: some libraries swallow what is raised inside of them."""
    _stops.append(number)
    raise KeyboardInterrupt


def mute_stops(unraisable: sys.UnraisableHookArgs) -> None:
    """Keep quiet about an interruption that Python has to ignore; `stop` remembers it."""
    if not isinstance(unraisable.exc_value, KeyboardInterrupt):
        sys.__unraisablehook__(unraisable)


def _check_stops(step: str) -> None:
    """Go on to `step`, unless the user has stopped the run and nobody has noticed."""
    if _stops:
        raise KeyboardInterrupt(step)


@contextmanager
def progress() -> Generator[Callable[[str], None]]:
    """Show the name of each step on a terminal; elsewhere stay quiet."""
    if not sys.stderr.isatty():
        yield _check_stops
        return
    from rich.console import Console

    with Console(stderr=True).status("read") as status:
        yield _teller(status)


def _teller(status: Status) -> Callable[[str], None]:
    """Return what shows the name of a step in `status`."""

    def tell(step: str) -> None:
        _check_stops(step)
        status.update(step)

    return tell


@contextmanager
def reporting(format: Format) -> Generator[None]:  # noqa: A002 - the name of the option
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
        raise typer.Exit(UNWRITTEN) from error


@contextmanager
def _explaining(format: Format) -> Generator[None]:  # noqa: A002 - the name of the option
    """Print what went wrong, and leave; trouble with standard output itself is passed on."""
    try:
        yield
    except GeneratorError as error:
        print_error(error, format)
        raise typer.Exit(error.exit_code) from error
    except KeyboardInterrupt as error:
        raise typer.Exit(INTERRUPTED) from error
    except (typer.Exit, typer.Abort):
        raise
    except Exception as error:
        if os.environ.get("BRIEF_DEBUG") or _is_of_output(error):
            raise
        print(f"error: a fault of ours: {type(error).__name__}: {error}", file=sys.stderr)
        print("  hint: set BRIEF_DEBUG=1 to see where, and tell us", file=sys.stderr)
        # Without a cause: a StopIteration as the cause of an exit would be taken for its own.
        raise typer.Exit(FAULT) from None


def _is_of_output(error: Exception) -> bool:
    """Return whether `error` came from an open stream; errors of files name the file."""
    return isinstance(error, OSError) and error.filename is None
