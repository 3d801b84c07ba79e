"""Lets `python -m generator` run the command."""

from __future__ import annotations

from generator.cli import main

main()
