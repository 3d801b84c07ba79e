"""The command `brief`: arguments to one call to an exit code. The only package that prints."""

from __future__ import annotations

from generator.cli.commands import app
from generator.cli.running import main

__all__ = ["app", "main"]
