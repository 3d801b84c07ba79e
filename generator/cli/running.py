"""Where a run begins: streams, signals, and the command with all its subcommands."""

from __future__ import annotations

import atexit
import gc
import os
import signal
import sys
from io import TextIOWrapper
from typing import NoReturn

from generator.cli.commands import app
from generator.cli.reporting import INTERRUPTED, mute_stops, stop
from generator.cli.templates import group

app.add_typer(group, name="template")


def main() -> NoReturn:
    """Run the command and leave with its exit code."""
    encoding = "utf-8" if sys.platform == "win32" else None
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, stop)
        sys.unraisablehook = mute_stops
    # A run is short and frees little: looking for cycles would cost it a tenth of its time. Left
    # to itself, the interpreter looks once more on its way out, at all that is not frozen.
    gc.disable()
    atexit.register(gc.freeze)
    # No plug-in that happens to be installed may change how a brief is read; none is looked for.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
    try:
        app(prog_name="brief")
    except SystemExit as end:
        if end.code == INTERRUPTED:
            print("stopped; nothing was written", file=sys.stderr)
        raise
    sys.exit(0)
