"""The README is true: what it names is there, and what it promises works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer

import generator
from generator import errors
from generator.brief import Brief
from generator.brief.exhibits import ChartKind
from generator.brief.fields import TAG_NAMES
from generator.cli import app
from generator.context.filters import plan_filters
from generator.inventory.deck import LayoutRole
from generator.inventory.settings import Corner, TemplateSettings
from generator.starter.extras import KEYS

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
    commands = _list_commands(app)
    groups = {
        f"{group.name} {name}"
        for group in app.registered_groups
        if group.typer_instance
        for name in _list_commands(group.typer_instance)
    }
    words = r"(?:`|^)brief ((?:template )?[a-z]+)"
    named = set(re.findall(words, README, re.MULTILINE))

    assert named == commands | groups


def _list_commands(group: typer.Typer) -> set[str]:
    return {command.callback.__name__ for command in group.registered_commands if command.callback}


def test_every_rule_is_named() -> None:
    """Whoever meets a finding looks its id up here."""
    sources = [path.read_text("utf-8") for path in (ROOT / "generator").rglob("*.py")]
    rules = {rule for source in sources for rule in re.findall(r'\brule="([a-z-]+)"', source)}

    assert {rule for rule in rules if f"`{rule}`" not in README} == set()


def test_every_key_of_a_template_is_named() -> None:
    """A designer learns from the README what can be set."""
    keys = {*TemplateSettings.__dataclass_fields__, *Corner, *LayoutRole}

    assert {key for key in keys if key not in README} == set()
    assert {key for key in KEYS if f"`{key}`" not in README} == set()


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


def test_every_name_and_filter_of_tags_is_named() -> None:
    """What a designer may write into a template stands in one place."""
    names = TAG_NAMES - {"references", "facts", "fields", "words", "charts", "tables", "body"}
    told = set(re.findall(r"[a-z_]+", README))

    assert {name for name in {*names, *plan_filters("en")} if name not in told} == set()
    assert {"{{p body }}", "charts.values()", "tables.values()"} <= set(README.split("`"))


def test_every_name_of_the_package_is_named_and_there() -> None:
    """What a script may call is told, and what is told can be called."""
    told = set(re.findall(r"generator\.([A-Za-z_]+)\(", README))

    assert {name for name in told if not hasattr(generator, name)} == set()
    assert {name for name in generator.__all__ if name not in README} <= {"Build"}
