"""Facts, charts and tables that take from data sets: one number, wherever it stands."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from generator.brief import ChartRow
from generator.facts import resolve_figures
from generator.load import Loaded
from generator.text import ProseReader
from tests.load.datasets.sample import load, tell

DATA = """datasets:
  aid:
    file: aid.csv
    source: s
    as_of: 2024-06
    columns: {total: {unit: USD, scale: million}, day: date}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a file of data."""
    (tmp_path / "aid.csv").write_text(
        "country,kind,day,total,n\nJapan,aid,2024-01,12.10,1\nJapan,loan,2024-02,3,2\n"
        "Korea,aid,2024-01,4.5,\n"
    )
    return tmp_path


def _load(folder: Path, body: str) -> Loaded:
    loaded = load(folder, DATA + body)
    assert [str(error) for error in loaded.errors] == []
    return loaded


def test_a_fact_the_chart_beside_it_and_the_table_agree(folder: Path) -> None:
    """What is added up in one place cannot differ in another."""
    brief = _load(
        folder,
        "  byc: {dataset: aid, steps: [{group: country, sum: total}]}\n"
        "facts:\n  japan: {dataset: byc, where: {country: Japan}, value: total, unit: USD}\n"
        "  half: {derive: japan / 2, unit: USD}\n"
        "charts:\n  c: {kind: bar, title: T, data: {dataset: byc, x: country, y: total}}\n"
        "tables:\n  t: {title: T, rows: {dataset: byc}}\n",
    ).brief
    assert brief

    figures, errors = resolve_figures(brief.facts)

    assert errors == []
    assert figures["japan"].value == Decimal(15_100_000)
    assert figures["half"].value == Decimal(7_550_000)
    assert brief.charts["c"].data == (
        ChartRow(label="Japan", value=Decimal(15_100_000)),
        ChartRow(label="Korea", value=Decimal(4_500_000)),
    )
    assert brief.charts["c"].unit == "USD"
    assert brief.tables["t"].rows == (("Japan", 15_100_000), ("Korea", 4_500_000))
    assert [(column.label, column.unit) for column in brief.tables["t"].columns] == [
        ("country", None),
        ("total", "USD"),
    ]


def test_source_and_day_are_those_of_the_data_set(folder: Path) -> None:
    """Nothing is said twice; but what a fact says itself holds."""
    brief = _load(
        folder,
        "facts:\n  a: {dataset: aid, take: sum, value: total, unit: USD}\n"
        "  b: {dataset: aid, take: sum, value: total, unit: USD, as_of: 2025,"
        " source: {id: s, at: p. 3}}\n",
    ).brief
    assert brief

    first, second = brief.facts["a"], brief.facts["b"]

    assert [ref.id for ref in first.source or ()] == ["s"]
    assert str(first.as_of) == "2024-06"
    assert [ref.at for ref in second.source or ()] == ["p. 3"]
    assert str(second.as_of) == "2025"


@pytest.mark.parametrize(
    ("take", "value"),
    [("sum", "5.5"), ("mean", "2.75"), ("median", "2.75"), ("min", "1"), ("max", "4.5"),
     ("first", "1"), ("last", "4.5"), ("count", "2")],
)  # fmt: skip
def test_several_rows_become_one_number(tmp_path: Path, take: str, value: str) -> None:
    """By the way that the brief declares, never by chance."""
    (tmp_path / "d.csv").write_text("a,v\nx,1\ny,4.5\n")

    loaded = load(
        tmp_path,
        "datasets: {d: {file: d.csv, source: s}}\n"
        f"facts: {{f: {{dataset: d, value: v, take: {take}, unit: t}}}}",
    )

    assert loaded.brief
    assert loaded.brief.facts["f"].value == Decimal(value)


def test_series_of_wide_and_long_data_are_the_same(folder: Path) -> None:
    """Both shapes are common; a combination that is not there is a gap."""
    brief = _load(
        folder,
        "charts:\n"
        "  long: {kind: grouped-bar, title: T, data: {dataset: aid, x: country, y: total,"
        " series: kind}}\n"
        "  wide: {kind: grouped-bar, title: T, data: {dataset: aid, x: country, y: [aid, loan],"
        " steps: [{select: [country, kind, total]}, {pivot: kind, values: total}]}}\n",
    ).brief
    assert brief

    assert brief.charts["long"].data == brief.charts["wide"].data
    assert brief.charts["long"].data[1].values == {"aid": Decimal(4_500_000), "loan": None}


def test_series_get_the_names_that_the_brief_gives(folder: Path) -> None:
    """A column's name is seldom good enough for a reader."""
    brief = _load(
        folder,
        "charts:\n  c: {kind: line, title: T, data: {dataset: aid, where: {country: Japan},"
        " x: day, y: {Support: total, Number: total}}}\n",
    ).brief
    assert brief

    assert [(row.label, list(row.values or ())) for row in brief.charts["c"].data] == [
        ("January 2024", ["Support", "Number"]),
        ("February 2024", ["Support", "Number"]),
    ]


def test_columns_of_a_table_choose_and_format(folder: Path) -> None:
    """Heads, order and decimals are the author's."""
    brief = _load(
        folder,
        "tables:\n  t:\n    title: T\n"
        "    columns: [{label: USD million, key: total, scale: million, decimals: 1},"
        " {label: Donor, key: country}]\n"
        "    rows: {dataset: aid, steps: [{sort: '-total'}]}\n",
    ).brief
    assert brief

    assert tuple(brief.tables["t"].rows[0]) == (Decimal(12_100_000), "Japan")
    assert brief.tables["t"].columns[0].decimals == 1


def test_text_of_data_is_never_read_as_prose(tmp_path: Path) -> None:
    """A cell may hold what looks like an expression, a citation or emphasis; it is a cell."""
    text = "{{ 7 * 7 }} {% x %} *a* [@s] @fig-x <b> _c_ `d` \\ 1. #"
    (tmp_path / "d.csv").write_text(f'a,v\n"{text}",1\n')

    loaded = load(
        tmp_path,
        "datasets: {d: {file: d.csv, source: s}}\ntables: {t: {title: T, rows: {dataset: d}}}",
    )

    assert loaded.brief
    cell = next(iter(loaded.brief.tables["t"].rows[0]))
    reader = ProseReader(
        figures={}, language="en-GB", sources=("s",), exhibits=("fig-x",), known_facts=()
    )
    assert isinstance(cell, str)
    inlines = reader.parse_inlines(cell)
    assert "".join(getattr(run, "text", "?") for run in inlines) == text
    assert reader.errors == []


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            "facts: {f: {dataset: aids, value: total, unit: USD}}",
            "brief.yaml:10:22: there is no data set 'aids'\n  hint: did you mean 'aid'?",
        ),
        (
            "facts: {f: {dataset: aid, value: totl, unit: USD, take: sum}}",
            "brief.yaml:10:34: there is no column 'totl'\n  hint: did you mean 'total'?",
        ),
        (
            "facts: {f: {dataset: aid, where: {country: Japon}, value: total, unit: USD}}",
            "brief.yaml:10:34: 'Japon' never stands in the column 'country'\n"
            "  hint: did you mean 'Japan'?",
        ),
        (
            "facts: {f: {dataset: aid, where: {country: Japan}, value: total, unit: USD}}",
            "brief.yaml:10:59: 2 rows meet the condition, where a fact takes one: "
            "Japan aid 2024-01-01, Japan loan 2024-02-01\n"
            "  hint: narrow 'where', or say how they become one number: take: sum",
        ),
        (
            "facts: {f: {dataset: aid, take: sum, value: total, unit: EUR}}",
            "brief.yaml:10:45: the fact is in EUR, the column 'total' in USD\n"
            "  hint: write unit: USD, or compute the column in EUR before",
        ),
        (
            "facts: {f: {dataset: aid, where: {country: Korea}, value: n, unit: t}}",
            "brief.yaml:10:59: the number is missing in the column 'n'\n"
            "  hint: choose another row with 'where', or another column",
        ),
        (
            "facts: {f: {value: 3, take: sum, unit: USD, source: s}}",
            "brief.yaml:10:12: 'where' and 'take' choose rows of a data set, but none is named\n"
            "  hint: add 'dataset' with the name of an entry of 'datasets'",
        ),
        (
            "charts: {c: {kind: bar, title: T, data: {dataset: aid, x: country, y: total}}}",
            "brief.yaml:10:41: 'Japan' stands twice in the column 'country'\n"
            "  hint: group the rows by it first, name the 'series', or narrow 'where': "
            "group: country",
        ),
        (
            "charts: {c: {kind: bar, title: T, data: {dataset: aid, x: country, y: kind,"
            " where: {kind: loan}}}}",
            "brief.yaml:10:41: the column 'kind' holds text, not numbers\n"
            "  hint: declare it as number under 'columns', or what is none as 'missing': "
            "columns: {kind: number}",
        ),
        (
            "charts: {c: {kind: bar, title: T, data: {dataset: aid, x: country}}}",
            "brief.yaml:10:41: this chart data has no 'y'\n"
            "  hint: y: Column with the numbers, a list of them, or series with their columns.",
        ),
        (
            "tables: {t: {title: T, columns: [{label: Donr}], rows: {dataset: aid}}}",
            "brief.yaml:10:56: there is no column 'Donr'\n"
            "  hint: the columns are country, kind, day, total, n",
        ),
    ],
)
def test_what_a_data_set_cannot_give_is_told_where_it_is_asked_for(
    folder: Path, body: str, told: str
) -> None:
    """One error, with the place in the brief and a way out."""
    assert tell(folder, DATA + body) == [told]


def test_errors_of_data_do_not_hide_those_of_the_text(folder: Path) -> None:
    """A chart that could not be filled is still one that sections can show."""
    loaded = load(
        folder,
        DATA + "charts: {c: {kind: bar, title: T, data: {dataset: aid, x: country, y: tot}}}",
    )

    assert loaded.brief
    assert loaded.brief.charts == {}
    assert "c" in loaded.declared.charts
    assert len(loaded.errors) == 1


def test_a_brief_without_data_sets_loads_no_library_for_them(tmp_path: Path) -> None:
    """Polars and SQLAlchemy would take longer to start than the whole brief to read."""
    path = tmp_path / "brief.yaml"
    path.write_text("title: T\ndate: 2026\nsections: [{heading: H, text: Words.}]\n")
    program = (
        "import sys; from pathlib import Path; from generator import build;"
        f"build({str(path)!r}, out={str(tmp_path / 'out')!r});"
        "print(sorted({'polars', 'sqlalchemy', 'python_calamine', 'psycopg'} & set(sys.modules)))"
    )

    run = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )

    assert run.stdout == "[]\n"
