"""Steps without code: what they make of rows, exactly and in a known order."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from generator.load.datasets import Cell
from tests.load.datasets.sample import load, read_rows, read_table, tell

AID = """country,year,kind,total,people
Japan,2022,aid,10,5
Japan,2022,loan,0.1,5
Japan,2023,aid,0.2,5
Korea,2022,aid,4,2
Korea,2024,aid,,2
Chile,2023,loan,1,4
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a file of data."""
    (tmp_path / "d.csv").write_text(AID)
    (tmp_path / "pop.csv").write_text("name,people,area\nJapan,125,1\nKorea,50,2\nPeru,33,3\n")
    return tmp_path


def _take(folder: Path, steps: str) -> list[tuple[Cell, ...]]:
    return read_rows(folder, f"{{file: d.csv, steps: [{steps}]}}")


def _refuse(folder: Path, steps: str) -> str:
    told = tell(
        folder,
        "datasets:\n  pop: {file: pop.csv}\n  d:\n    file: d.csv\n"
        f"    steps:\n      - {steps}\n",
    )
    assert len(told) == 1
    assert told[0].startswith("brief.yaml:9:")
    assert "\n  hint: " in told[0]
    return told[0].partition(": ")[2].partition("\n")[0]


def test_groups_stand_in_the_order_of_the_file(folder: Path) -> None:
    """An order by chance would give other bytes each time."""
    rows = _take(folder, "{group: country, sum: {all: total}, count: n}")

    assert rows == [("Japan", Decimal("10.3"), 3), ("Korea", 4, 2), ("Chile", 1, 1)]


def test_every_way_to_add_rows_up(folder: Path) -> None:
    """Missing values are passed over; quotients are not binary."""
    rows = _take(
        folder,
        "{where: {total: {missing: false}}}, {group: country, mean: {a: total},"
        " median: {b: total}, min: {c: total}, max: {d: total}, first: {e: kind}, last: {f: kind}}",
    )

    mean = Decimal("3.43333333333333333333333333333")
    assert rows[0] == ("Japan", mean, Decimal("0.2"), Decimal("0.1"), 10, "aid", "aid")


def test_all_rows_are_one_group_without_group(folder: Path) -> None:
    """A total needs no key."""
    assert _take(folder, "{sum: total, max: people}") == [(Decimal("15.3"), 5)]


def test_conditions_of_every_kind(folder: Path) -> None:
    """All must be true."""
    assert len(_take(folder, "{where: {country: [Japan, Korea], year: 2022}}")) == 3
    assert len(_take(folder, "{where: {year: {at_least: 2023, below: 2024}}}")) == 2
    assert len(_take(folder, "{where: {year: {above: 2023}}}")) == 1
    assert len(_take(folder, "{where: {year: {at_most: 2022}}}")) == 3
    assert len(_take(folder, "{where: {country: {none_of: Japan}}}")) == 3
    assert len(_take(folder, "{where: {country: {contains: jap}}}")) == 3
    assert len(_take(folder, "{where: {total: {missing: true}}}")) == 1


def test_dates_are_compared_as_precisely_as_they_are_written(tmp_path: Path) -> None:
    """All of March is March."""
    (tmp_path / "d.csv").write_text(
        "day,n\n2024-02-29,1\n2024-03-01,2\n2024-03-31,3\n2024-04-01,4\n"
    )
    declared = "{{file: d.csv, columns: {{day: date}}, steps: [{{where: {{day: {}}}}}]}}"

    def take(condition: str) -> list[Cell]:
        return [row[1] for row in read_rows(tmp_path, declared.format(condition))]

    assert take("2024-03") == [2, 3]
    assert take("{at_most: 2024-03}") == [1, 2, 3]
    assert take("{above: 2024-03}") == [4]
    assert take("{at_least: 2024-03, below: 2024-04}") == [2, 3]


def test_pivot_and_unpivot_are_each_others_way_back(folder: Path) -> None:
    """Wide for a table, long for a chart."""
    grouped = "{group: [country, year], sum: total}"
    wide = _take(folder, f"{grouped}, {{pivot: year, values: total}}")
    long = _take(
        folder,
        f"{grouped}, {{pivot: year, values: total}},"
        " {unpivot: [2022, 2023, 2024], names: year, values: total}",
    )

    assert wide == [
        ("Japan", Decimal("10.1"), Decimal("0.2"), None),
        ("Korea", 4, None, None),
        ("Chile", None, 1, None),
    ]
    assert long[:3] == [
        ("Japan", "2022", Decimal("10.1")),
        ("Korea", "2022", 4),
        ("Chile", "2022", None),
    ]


def test_sorting_is_stable_and_puts_what_is_missing_last(folder: Path) -> None:
    """Up and down."""
    down = _take(folder, "{sort: '-total'}")
    up = _take(folder, "{sort: [year, '-total']}")

    assert [row[3] for row in down] == [10, 4, 1, Decimal("0.2"), Decimal("0.1"), None]
    assert [(row[0], row[1]) for row in up][-1] == ("Korea", 2024)


def test_the_rest_of_a_ranking_is_added_up(folder: Path) -> None:
    """So that the parts are still the whole."""
    steps = "{group: country, sum: total}, {top: 1 + Other donors}"

    rows = _take(folder, steps)

    assert rows == [("Japan", Decimal("10.3")), ("Other donors", 5)]


def test_shares_indices_and_changes(folder: Path) -> None:
    """Each within its group."""
    (folder / "d.csv").write_text("c,y,v\nA,2020,50\nA,2021,60\nA,2023,30\nB,2020,4\nB,2021,4\n")

    assert [row[2] for row in _take(folder, "{share: v, within: y}")][3:] == [
        pytest.approx(Decimal("7.4074074"), abs=Decimal("1e-6")),
        6.25,
    ]
    assert [row[2] for row in _take(folder, "{index: v, at: {y: 2021}, within: c}")] == [
        pytest.approx(Decimal("83.3333333"), abs=Decimal("1e-6")),
        100,
        50,
        100,
        100,
    ]
    by_row = _take(folder, "{change: v, within: c, into: w}")
    assert [row[3] for row in by_row] == [None, 20, -50, None, 0]
    by_year = _take(folder, "{change: v, along: y, within: c, told_in: difference}")
    assert [row[2] for row in by_year] == [None, 10, None, None, 0]


def test_a_moving_average_has_gaps_where_it_is_not_whole(folder: Path) -> None:
    """A mean of two is no mean of three."""
    (folder / "d.csv").write_text("y,v\n1,3\n2,6\n3,9\n4,\n5,1\n")

    assert [row[1] for row in _take(folder, "{moving_average: v, over: 3}")] == [
        None,
        None,
        6,
        None,
        None,
    ]
    assert _take(folder, "{moving_average: v, over: 3, centred: true}")[1][1] == 6


def test_per_capita_takes_people_from_another_data_set(folder: Path) -> None:
    """Joined by key; the columns that are there stay as they are."""
    (folder / "d.csv").write_text("name,total\nJapan,250\nKorea,25\n")
    body = (
        "datasets:\n  pop: {file: pop.csv}\n  d: {file: d.csv, steps: "
        "[{per: people, divide: total, dataset: pop, on: name, times: 1000, unit: USD}]}\n"
    )

    table = load(folder, body).datasets["d"]

    assert table.rows == (("Japan", 2000), ("Korea", 500))
    assert table.columns["total"].unit == "USD"


def test_join_rename_select_and_compute(folder: Path) -> None:
    """From two files to one table."""
    body = (
        "datasets:\n  pop: {file: pop.csv}\n  d:\n    file: d.csv\n    steps:\n"
        "      - {group: country, sum: total}\n"
        "      - {join: pop, on: {country: name}, take: people}\n"
        "      - {rename: {people: in millions}}\n"
        "      - compute:\n          each: round(total / [in millions] * 1_000, 1)\n"
        "          rest: abs(-total) - 1\n"
        "      - {select: [country, rest, each]}\n"
    )

    table = load(folder, body).datasets["d"]

    assert table.rows == (
        ("Japan", Decimal("9.3"), Decimal("82.4")),
        ("Korea", 3, 80),
        ("Chile", 0, None),
    )
    assert table.provenance.steps[1] == "join: pop, on: country = name, take: people"


def test_sql_sees_the_rows_so_far_and_other_data_sets(folder: Path) -> None:
    """What no step can do; numbers come back exact."""
    body = (
        "datasets:\n  pop: {file: pop.csv}\n  d:\n    file: d.csv\n    steps:\n"
        "      - sql: select self.country, sum(total) as all from self"
        " join pop on pop.name = self.country group by self.country\n"
    )

    assert load(folder, body).datasets["d"].rows == (("Japan", Decimal("10.3")), ("Korea", 4))


def test_a_data_set_goes_on_from_another(folder: Path) -> None:
    """A file is declared once, and read once."""
    body = (
        "datasets:\n  base: {file: d.csv, source: s, columns: {total: {unit: USD}}}\n"
        "  japan: {dataset: base, steps: [{where: {country: Japan}}, {sum: total}]}\n"
    )

    table = load(folder, body).datasets["japan"]

    assert table.rows == ((Decimal("10.3"),),)
    assert table.columns["total"].unit == "USD"
    assert table.provenance.origin == "d.csv"


@pytest.mark.parametrize(
    ("step", "message"),
    [
        ("select: [contry]", "there is no column 'contry'"),
        ("where: {country: Japn}", "'Japn' never stands in the column 'country'"),
        (
            "where: {country: Chile, year: 2022}",
            "no row meets the condition (country: Chile; year: 2022)",
        ),
        ("where: {year: soon}", "the column 'year' holds numbers, 'soon' is none"),
        ("{group: year, sum: country}", "the column 'country' holds text, not numbers"),
        ("pivot: kind", "this pivot step has no 'values'"),
        (
            "{pivot: country, values: total, rows: year}",
            "several rows would stand in one cell: year 2022, country Japan",
        ),
        ("{unpivot: [country, total]}", "'total' holds number, 'country' text"),
        ("top: 3", "there are 3 columns with numbers to rank by"),
        ("top: many", "expected a whole number, found the text 'many'"),
        ("index: total", None),
        (
            "{index: total, within: country, at: {year: 2022}}",
            "the group country Japan has 2 rows for the base of the index",
        ),
        ("{change: total, along: year}", "2022 stands twice in 'year' of the data"),
        ("{join: pop, on: {country: nam}}", "there is no column 'nam'"),
        ("{join: pip, on: country}", "there is no data set 'pip'"),
        ("{join: pop, on: {kind: name}, take: area}", "no row agrees with one of 'pop'"),
        ("{rename: {year: kind}}", "two columns would be called 'kind'"),
        ("compute: {x: 'total ** 2'}", "'**' has no meaning in an expression"),
        (
            "compute: {x: 'total / (people - 2)'}",
            "this cannot be computed in row 4 (country Korea, kind aid)",
        ),
        ("compute: {x: '__import__(1)'}", "expected an operator, found '('"),
        ("sql: drop table self", "a step in SQL is one SELECT"),
        ("sql: select * from read_csv('/etc/passwd')", "a step cannot read files: 'read_csv'"),
        ("sql: select * from pops", "there is no data set 'pops'"),
        ("sql: selec 1", "a step in SQL is one SELECT"),
        ("sortt: total", "there is no step 'sortt'"),
        ("group: year", "this step groups, but does not say what to add up"),
    ],
)
def test_a_step_that_cannot_be_taken_is_refused(
    folder: Path, step: str, message: str | None
) -> None:
    """With the place of the step, and what to do."""
    if message is None:
        assert load(folder, f"datasets: {{d: {{file: d.csv, steps: [{{{step}}}]}}}}").errors == ()
        return

    assert _refuse(folder, step) == message


def test_shares_of_values_with_both_signs_are_refused(folder: Path) -> None:
    """There is no whole that they are parts of."""
    (folder / "d.csv").write_text("a,v\nx,3\ny,-1\n")

    assert _refuse(folder, "share: v").startswith("the values of 'v' have no whole")


def test_a_column_of_nothing_is_told(folder: Path) -> None:
    """Else it would be called text."""
    (folder / "d.csv").write_text("a,v\nx,\ny,\n")

    assert _refuse(folder, "sum: v") == "the column 'v' is empty: each of its cells is missing"


def test_text_among_numbers_is_told_when_numbers_are_wanted(folder: Path) -> None:
    """With the first cell that keeps the column from being one of numbers."""
    (folder / "d.csv").write_text("a,v\nx,1\ny,2\nz,n/a\n")

    assert _refuse(folder, "sum: v") == (
        "the column 'v' holds text, not numbers: 'n/a' stands in line 4"
    )


def test_data_sets_that_are_made_from_each_other_are_refused(folder: Path) -> None:
    """A circle has no beginning."""
    told = tell(folder, "datasets:\n  a: {dataset: b}\n  b: {dataset: a}\n")

    assert told == [
        "brief.yaml:6:16: the data set 'a' is made from itself: a → b → a\n"
        "  hint: let one of them begin with a file or a database"
    ]


def test_a_broken_data_set_is_told_once(folder: Path) -> None:
    """Not again by each that goes on from it."""
    told = tell(
        folder,
        "datasets:\n  a: {file: no.csv}\n  b: {dataset: a}\n  c: {dataset: b}\n"
        "facts: {f: {dataset: c, value: x, unit: USD, source: s}}",
    )

    assert len(told) == 1


def test_the_same_data_give_the_same_rows(folder: Path) -> None:
    """Threads of polars must not show."""
    lines = [f"r{at % 97},{at % 13},{at % 1000}.{at % 10}" for at in range(20_000)]
    (folder / "d.csv").write_text("\n".join(["r,k,v", *lines]))
    declared = (
        "{file: d.csv, steps: [{group: [r, k], sum: v},"
        " {sql: 'select r, sum(v) as v from self group by r'}]}"
    )

    first = read_table(folder, declared)

    assert read_table(folder, declared) == first
    assert len(first.rows) == 97
