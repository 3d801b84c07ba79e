"""Whole numbers of a file, where it may hold anything."""

from __future__ import annotations


def parse_number(value: str | None, default: int) -> int:
    """Return a whole number of the file, `default` where it is none."""
    try:
        return int(value) if value else default
    except ValueError:
        return default
