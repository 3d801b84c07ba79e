"""JSON and Parquet files, and where files may lie."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from generator.load import read_brief
from tests.load.datasets.sample import read_rows, tell

RECORDS = [{"c": "Japan", "t": 12.10}, {"c": "Korea", "t": None}]


@pytest.mark.parametrize(
    ("value", "path"),
    [
        (RECORDS, None),
        ({"c": ["Japan", "Korea"], "t": [12.1, None]}, None),
        ([["c", "t"], ["Japan", 12.1], ["Korea", None]], None),
        ({"meta": 1, "result": {"items": RECORDS}}, "result.items"),
    ],
)
def test_every_form_of_a_table_in_json(tmp_path: Path, value: object, path: str | None) -> None:
    """Services agree on JSON, not on its shape."""
    (tmp_path / "d.json").write_text(json.dumps(value))

    rows = read_rows(tmp_path, f"{{file: d.json{f', path: {path}' if path else ''}}}")

    assert rows == [("Japan", Decimal("12.1")), ("Korea", None)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[{]", "d.json:1:3: this is no JSON"),
        ('[{"a": NaN}]', "brief.yaml:5:13: d.json: NaN is no number"),
        ("[]", "brief.yaml:5:13: d.json: there is nothing in it"),
        ('{"data": [{"a": 1}]}', "brief.yaml:5:13: d.json: there is no table here"),
        ('[["a", "b"], [1]]', "brief.yaml:5:13: d.json: row 1 has 1 cells, the heads are 2"),
    ],
)
def test_json_without_a_table_is_refused(tmp_path: Path, text: str, message: str) -> None:
    """What is wrong is told where it stands, or where the file is named."""
    (tmp_path / "d.json").write_text(text)

    told = tell(tmp_path, "datasets:\n  d: {file: d.json}")

    assert told[0].partition("\n")[0] == message


def test_a_path_that_is_not_there_suggests_one(tmp_path: Path) -> None:
    """Keys are long, and typed by hand."""
    (tmp_path / "d.json").write_text('{"result": {"items": []}}')

    told = tell(tmp_path, "datasets:\n  d: {file: d.json, path: result.itms}")

    assert told[0].endswith("there is no key 'itms' in the file\n  hint: did you mean 'items'?")


def test_parquet_keeps_types_and_gives_numbers_of_fifteen_digits(tmp_path: Path) -> None:
    """0.1 + 0.2 in binary is 0.30000000000000004: nobody has meant that."""
    frame = pl.DataFrame({"c": ["a", "b", "c"], "v": [0.1 + 0.2, float("nan"), 1e-7]})
    frame.write_parquet(tmp_path / "d.parquet")

    rows = read_rows(tmp_path, "{file: d.parquet}")

    assert rows == [("a", Decimal("0.3")), ("b", None), ("c", Decimal("1E-7"))]


def test_infinities_are_refused_with_their_row(tmp_path: Path) -> None:
    """No chart has room for one; unless it is declared to be missing."""
    pl.DataFrame({"c": ["a", "b"], "v": [1.0, float("inf")]}).write_parquet(tmp_path / "d.parquet")

    told = tell(tmp_path, "datasets:\n  d: {file: d.parquet, columns: {v: number}}")
    rows = read_rows(tmp_path, "{file: d.parquet, missing: inf}")

    assert told[0].startswith(
        "brief.yaml:5:13: d.parquet: row 2, column 'v': expected a number, found 'inf'\n"
    )
    assert rows == [("a", 1), ("b", None)]


@pytest.mark.parametrize("name", ["../x.csv", "/etc/passwd", "C:\\x.csv"])
def test_a_file_outside_of_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    """A brief from elsewhere must not read what is none of its business."""
    told = tell(tmp_path, f"datasets:\n  d: {{file: '{name}', format: csv}}")

    assert told == [
        f"brief.yaml:5:13: the file '{name}' lies outside of the folder of the brief\n"
        "  hint: put it beside the data file, or allow files from outside for this build"
    ]


def test_a_link_that_leads_out_is_refused(tmp_path: Path) -> None:
    """It is the file that counts, not its name."""
    inside = tmp_path / "brief"
    inside.mkdir()
    (tmp_path / "x.csv").write_text("a\n1\n")
    (inside / "x.csv").symlink_to(tmp_path / "x.csv")

    assert "lies outside" in tell(inside, "datasets:\n  d: {file: x.csv}")[0]


def test_files_from_outside_can_be_allowed(tmp_path: Path) -> None:
    """One folder of data for many briefs: by whoever builds, not by the brief."""
    inside = tmp_path / "brief"
    inside.mkdir()
    (tmp_path / "x.csv").write_text("a,b\nx,1\n")
    tell(inside, "datasets:\n  d: {file: ../x.csv}")

    loaded = read_brief(inside / "brief.yaml", allow_outside=True)

    assert loaded.errors == ()
    assert loaded.datasets["d"].rows == (("x", 1),)


def test_a_file_that_is_not_there_is_told_where_it_is_named(tmp_path: Path) -> None:
    """The name may be misspelt."""
    told = tell(tmp_path, "datasets:\n  d: {file: no.csv}")

    assert told[0].startswith("brief.yaml:5:13: no.csv: there is no such file\n")


def test_an_ending_that_says_nothing_needs_a_format(tmp_path: Path) -> None:
    """Its bytes are not guessed at."""
    (tmp_path / "d.dat").write_text("a,b\nx,1\n")

    told = tell(tmp_path, "datasets:\n  d: {file: d.dat}")
    rows = read_rows(tmp_path, "{file: d.dat, format: csv}")

    assert told[0].startswith("brief.yaml:5:13: the ending of 'd.dat' does not say")
    assert rows == [("x", 1)]
