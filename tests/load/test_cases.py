"""Whole data files: the good load without an error, the bad tell all that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import DataError
from generator.load import read_brief

CASES = Path(__file__).parents[1] / "cases"
GOOD = sorted(path for path in CASES.glob("*/brief.*") if not path.parent.name.startswith("bad-"))
BAD = sorted(CASES.glob("bad-*/brief.*"))


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


@pytest.mark.parametrize("path", GOOD, ids=_name)
def test_a_good_file_loads_without_an_error(path: Path) -> None:
    """What the samples show must work."""
    loaded = read_brief(path)

    assert loaded.errors == ()
    assert loaded.brief is not None


@pytest.mark.parametrize("path", BAD, ids=_name)
def test_a_bad_file_tells_every_error_with_place_and_hint(path: Path) -> None:
    """Somebody mending a file wants all of it at once, in plain words, and nothing twice."""
    expected = (path.parent / "errors.txt").read_text("utf-8")

    loaded = read_brief(path)

    told = "".join(f"{error}\n" for error in loaded.errors)
    assert told.replace(f"{path.parent}/", "") == expected
    assert expected


@pytest.mark.parametrize("path", BAD, ids=_name)
def test_every_error_has_line_column_and_hint(path: Path) -> None:
    """An editor jumps there, and the author knows what to do."""
    lacking = [
        str(error)
        for error in read_brief(path).errors
        if not error.hint
        or (isinstance(error, DataError) and not (error.place and error.place.column))
    ]

    assert lacking == []


@pytest.mark.parametrize("path", BAD, ids=_name)
def test_no_word_of_a_library_reaches_the_reader(path: Path) -> None:
    """The words of pydantic and the YAML parser speak of their insides."""
    told = "\n".join(str(error) for error in read_brief(path).errors)

    for word in (
        "pydantic",
        "Input should",
        "validation",
        "NoneType",
        "<class",
        "(map)",
        "Decimal",
    ):
        assert word not in told


@pytest.mark.parametrize("ending", ["json", "toml"])
def test_the_same_brief_in_another_format_is_equal(ending: str) -> None:
    """The format is a matter of taste: all three have the same model."""
    yaml = read_brief(CASES / "full" / "brief.yaml")

    twin = read_brief(CASES / "full" / f"brief.{ending}")

    assert twin.brief == yaml.brief
