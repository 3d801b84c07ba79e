"""Briefs with data sets, written and loaded for the tests."""

from __future__ import annotations

from pathlib import Path

from generator.load import Loaded, read_brief
from generator.load.datasets import Cell, DataTable

HEAD = "title: T\ndate: 2026-01\nsources: {s: {title: S}}\n"
TAIL = "\nsections: [{heading: H, text: Words.}]\n"


def load(folder: Path, body: str) -> Loaded:
    """Return the brief in `folder` whose data sets, facts and exhibits are `body`."""
    path = folder / "brief.yaml"
    path.write_text(HEAD + body + TAIL, "utf-8")
    return read_brief(path)


def read_table(folder: Path, declared: str) -> DataTable:
    """Return the data set `d`, declared in one line of YAML; without errors."""
    loaded = load(folder, f"datasets:\n  d: {declared}\n")
    assert [str(error) for error in loaded.errors] == []
    return loaded.datasets["d"]


def read_rows(folder: Path, declared: str) -> list[tuple[Cell, ...]]:
    """Return the rows of the data set `d`, with numbers that equal whole or decimal ones."""
    return list(read_table(folder, declared).rows)


def tell(folder: Path, body: str) -> list[str]:
    """Return all errors of a brief, one text each, without the path of the folder."""
    errors = load(folder, body).errors
    return [str(error).replace(f"{folder}/", "") for error in errors]
