"""The README is true: what it names is there, and what it promises works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator import errors
from generator.brief import Brief
from generator.brief.exhibits import ChartKind
from generator.cli import app

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_both_lines_that_set_up_are_there_once() -> None:
    """CI runs these very lines in a clean copy."""
    lines = [line for line in README.splitlines() if line.startswith("python3 -m venv ")]

    assert [line.rpartition("&& ")[2] for line in lines] == [
        ".venv/bin/brief build data/japan-ukraine/brief.yaml",
        ".venv/bin/pytest",
    ]


@pytest.mark.parametrize("target", re.findall(r"\]\((?!http)([^)#]+)\)", README))
def test_every_file_that_it_links_to_is_there(target: str) -> None:
    """No broken picture greets a newcomer."""
    assert (ROOT / target).is_file()


def test_every_command_is_named_and_every_command_named_exists() -> None:
    """A command that is not in the table is not found; one that does not exist is a lie."""
    commands = {
        command.callback.__name__ for command in app.registered_commands if command.callback
    }
    named = set(re.findall(r"(?:`|^)brief ([a-z]+)", README, re.MULTILINE))

    assert named == commands


def test_the_exit_codes_are_those_of_the_errors() -> None:
    """Scripts rely on them."""
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type)]
    codes = {kind.exit_code for kind in kinds if issubclass(kind, errors.GeneratorError)}
    told = {int(code) for code in re.findall(r"(\d+) (?:done|`check`|wrong|the|a|stopped)", README)}

    assert codes | {0, 1, 2, 130} <= told


def test_every_key_of_the_data_file_and_every_kind_of_chart_is_named() -> None:
    """Nobody should have to read the schema to learn that a key exists."""
    keys = {*Brief.model_fields, *ChartKind}

    assert {key for key in keys if f"`{key}`" not in README} == set()
