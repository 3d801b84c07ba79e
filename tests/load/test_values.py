"""What is written comes in as it is meant: numbers exact, text as text."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from generator.brief import Brief
from generator.brief.values import When
from generator.load import read_brief
from generator.load.scalars import resolve_plain


def _load(tmp_path: Path, text: str, name: str = "brief.yaml") -> Brief:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    loaded = read_brief(path)
    assert loaded.errors == ()
    assert loaded.brief is not None
    return loaded.brief


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("true", True),
        ("False", False),
        ("2025", 2025),
        ("-7", -7),
        ("007", 7),
        ("0x1F", 31),
        ("0o17", 15),
        ("9" * 41, Decimal("9" * 41)),
    ],
)
def test_plain_words_are_read_by_the_core_schema(word: str, value: object) -> None:
    """The file means the same to this program as to every other reader of YAML 1.2."""
    found = resolve_plain(word)

    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("word", "digits"),
    [("2.10", "2.10"), ("12.1e9", "1.21E+10"), (".5", "0.5"), ("5.", "5"), ("-1e-3", "-0.001")],
)
def test_numbers_keep_their_digits(word: str, digits: str) -> None:
    """2.10 must print as 2.10, which no float can promise."""
    found = resolve_plain(word)

    assert isinstance(found, Decimal)
    assert str(found) == digits


@pytest.mark.parametrize(
    "word",
    [
        "no", "yes", "on", "off", "12:30", "2025-03-24", "2025-03", "1_000", "0b11", "1.2.3",
        "nUll", "e5", "+", ".", "1e", "1e99999999999999999999", "12,5", "0x" + "f" * 60,
    ],
)  # fmt: skip
def test_all_else_is_text(word: str) -> None:
    """Norway is no falsehood, and half past twelve no number."""
    assert resolve_plain(word) is word


def test_values_arrive_exact_in_every_format(tmp_path: Path) -> None:
    """A number goes through no float on its way, whatever the format."""
    files = {
        "brief.yaml": "title: T\ndate: 2026\ntables:\n  t:\n    title: T\n"
        "    columns: [{label: A}]\n    rows: [[2.10], [12.1e9], [1]]\n",
        "brief.json": '{"title": "T", "date": 2026, "tables": {"t": {"title": "T", "columns": '
        '[{"label": "A"}], "rows": [[2.10], [12.1e9], [1]]}}}',
        "brief.toml": 'title = "T"\ndate = 2026\n[tables.t]\ntitle = "T"\n'
        'columns = [{label = "A"}]\nrows = [[2.10], [12.1e9], [1]]\n',
    }
    for name, text in files.items():
        rows = _load(tmp_path, text, name).tables["t"].rows

        assert [str(row[0]) for row in rows if isinstance(row, tuple)] == ["2.10", "1.21E+10", "1"]


def test_years_may_be_labels_and_keys(tmp_path: Path) -> None:
    """A chart over time has years for categories; to quote each would be a chore."""
    brief = _load(
        tmp_path,
        "title: T\ndate: 2026\ncharts:\n  c:\n    kind: line\n    title: T\n    highlight: 2025\n"
        "    data:\n      - {label: 2024, values: {2022: 1, 2.10: 2}}\n"
        "      - {label: 2025, values: {2022: 1, 2.10: 2}}\n",
    )

    first = brief.charts["c"].data[0]
    assert first.label == "2024"
    assert list(first.values or {}) == ["2022", "2.10"]
    assert brief.charts["c"].highlight == "2025"


def test_a_key_without_a_value_is_no_key(tmp_path: Path) -> None:
    """In a scaffold, keys stand ready to be filled in."""
    brief = _load(tmp_path, "title: T\ndate: 2026\nsections:\nsubtitle:\nsources: ~\n")

    assert brief.sections == ()
    assert brief.subtitle is None
    assert brief.sources == {}


def test_an_alias_repeats_a_value(tmp_path: Path) -> None:
    """A source that ten facts share need be written once."""
    brief = _load(
        tmp_path,
        "title: T\ndate: 2026\nsources: {s: {title: S}}\nfacts:\n"
        "  a: {value: 1, unit: t, source: &s {id: s, at: page 2}}\n"
        "  b: {value: 2, unit: t, source: *s}\n",
    )

    assert brief.facts["b"].source == brief.facts["a"].source


@pytest.mark.parametrize("date", ["2026-03-24", '"2026-03-24"', "!!str 2026-03-24"])
def test_a_date_may_be_quoted_or_not(tmp_path: Path, date: str) -> None:
    """It is text either way."""
    brief = _load(tmp_path, f"title: T\ndate: {date}\n")

    assert isinstance(brief.date, When)
    assert str(brief.date) == "2026-03-24"


def test_toml_writes_all_its_kinds(tmp_path: Path) -> None:
    """The walk that finds the places must read what the standard library reads."""
    text = """\
"title" = 'A \\literal'   # a comment
date = 2026-03-24
about = '''
One # no comment
 two'''
method = \"""a \\
    b\\u00e9 ""quoted\"" \"""
contact.name = "Dotted"
contact . 'web' = "example.org" # here as well
keywords = [ "a", # one
  'b',
]
[tables.t]
title = ""\"T""\"
columns = [{label="A"}, {label = "B", "key" = "b"}]
rows = [[1_000, 0x1F], [ 0b11, 1_0.5e1_0 ], [+1, -2.5], [0o17, "x"]]
"""
    brief = _load(tmp_path, text, "brief.toml")

    assert brief.title == "A \\literal"
    assert brief.about == "One # no comment\n two"
    assert brief.method == 'a b\u00e9 ""quoted"" '
    assert brief.contact is not None
    assert (brief.contact.name, brief.contact.web) == ("Dotted", "example.org")
    assert brief.keywords == ("a", "b")
    assert brief.tables["t"].rows == (
        (1000, 31), (3, Decimal("10.5e10")), (1, Decimal("-2.5")), (15, "x"),
    )  # fmt: skip


def test_json_escapes_are_text(tmp_path: Path) -> None:
    """Programs that write JSON escape what they please."""
    text = '{"title": "\\u00e9\\ud83c\\udf33 \\"x\\" \\/", "date": "2026", "about": "a\\nb\\tc"}'

    brief = _load(tmp_path, text, "brief.json")

    assert brief.title == '\u00e9\U0001f333 "x" /'
    assert brief.about == "a\nb\tc"
