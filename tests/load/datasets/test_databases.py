"""Databases: a real SQLite file, a real PostgreSQL, and those that do not answer."""

from __future__ import annotations

import os
import shutil
import socket
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from tests.load.datasets.sample import load, read_rows, tell

PASSWORD = "s3cret/word"  # noqa: S105 - made up for these tests


@pytest.fixture
def sqlite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a SQLite file whose URL stands in `AID_DB`."""
    path = tmp_path / "aid.db"
    with sqlite3.connect(path) as database:
        database.execute("create table aid (country text, year integer, total numeric)")
        rows = [("Japan", 2023, 10.1), ("Japan", 2024, 3), ("Korea", 2024, None)]
        database.executemany("insert into aid values (?, ?, ?)", rows)
    database.close()
    monkeypatch.setenv("AID_DB", f"sqlite:///{path}")
    return path


def test_a_query_gives_rows(sqlite: Path) -> None:
    """With parameters, which are never put into the text."""
    rows = read_rows(
        sqlite.parent,
        '{url_env: AID_DB, query: "select country, total from aid where year = :year'
        ' order by country", parameters: {year: 2024}}',
    )

    assert rows == [("Japan", 3), ("Korea", None)]


def test_rows_of_a_database_take_steps(sqlite: Path) -> None:
    """As those of a file do."""
    rows = read_rows(
        sqlite.parent,
        "{url_env: AID_DB, query: select * from aid, steps: [{group: country, sum: total}]}",
    )

    assert rows == [("Japan", Decimal("13.1")), ("Korea", None)]


def _refuse(folder: Path, declared: str) -> str:
    told = tell(folder, f"datasets:\n  d: {{url_env: AID_DB, {declared}}}")
    assert len(told) == 1
    assert told[0].startswith("brief.yaml:5:")
    assert PASSWORD not in told[0]
    return told[0].partition(": ")[2]


def test_an_error_in_the_query_is_told_in_the_words_of_the_database(sqlite: Path) -> None:
    """Nobody else knows what is wrong with it."""
    assert _refuse(sqlite.parent, "query: select * from aids") == (
        "the database refuses the query\n  hint: it says: no such table: aids"
    )


@pytest.mark.parametrize(
    "query", ["drop table aid", "delete from aid", "insert into aid values ('x', 1, 2)"]
)
def test_a_query_cannot_change_anything(sqlite: Path, query: str) -> None:
    """A brief reads."""
    _refuse(sqlite.parent, f'query: "{query}"')

    with sqlite3.connect(sqlite) as database:
        assert database.execute("select count(*) from aid").fetchone() == (3,)
    database.close()


def test_more_rows_than_allowed_are_refused(sqlite: Path) -> None:
    """The database adds up better than we do."""
    assert _refuse(sqlite.parent, "query: select * from aid, limit: 2").startswith(
        "the query gives more than 2 rows\n"
    )


def test_a_query_that_takes_too_long_is_given_up(sqlite: Path) -> None:
    """A build must end."""
    query = "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n"

    assert _refuse(sqlite.parent, f'timeout: 1, query: "{query}"').startswith(
        "the database did not answer within 1 seconds\n"
    )


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("", "the environment variable 'AID_DB' is not set"),
        (f"no url {PASSWORD}", "the environment variable 'AID_DB' holds no URL of a database"),
        (
            f"nosuch://u:{PASSWORD}@h/d".replace("s3cret/word", "s3cret%2Fword"),
            "there is no driver for 'nosuch' on this machine",
        ),
    ],
)
def test_a_url_that_is_none_is_told_without_showing_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str, message: str
) -> None:
    """It may hold a password."""
    monkeypatch.setenv("AID_DB", url)

    assert _refuse(tmp_path, "query: select 1").partition("\n")[0] == message


def _find_binaries() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


def _as_user(command: list[str]) -> list[str]:
    """Return `command` for an ordinary user: PostgreSQL refuses to run as root."""
    if os.getuid() != 0:
        return command
    return ["runuser", "-u", "postgres", "--", *command]


def _find_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    """Start a PostgreSQL of our own, and return its URL; it is stopped and thrown away."""
    binaries = _find_binaries()
    if binaries is None:
        pytest.skip("PostgreSQL is not installed: apt-get install postgresql")
    folder = Path(tempfile.mkdtemp(prefix="postgres-"))
    if os.getuid() == 0:
        shutil.chown(folder, "postgres")
    secret = folder / "password"
    secret.write_text(PASSWORD)
    secret.chmod(0o644)
    data, port = folder / "data", _find_port()
    control = [str(binaries / "pg_ctl"), "-D", str(data), "-w", "-t", "60"]
    options = f"-p {port} -k {folder} -h 127.0.0.1 -F"
    try:
        _run([str(binaries / "initdb"), "-D", str(data), "-U", "tester", "-A", "scram-sha-256",
              "--pwfile", str(secret), "-E", "UTF8", "--no-locale"], folder)  # fmt: skip
        _run([*control, "-l", str(folder / "log"), "-o", options, "start"], folder)
        yield f"postgresql://tester:s3cret%2Fword@127.0.0.1:{port}/postgres"
    finally:
        if (data / "postmaster.pid").exists():
            _run([*control, "-m", "immediate", "stop"], folder)
        shutil.rmtree(folder, ignore_errors=True)


def _run(command: list[str], folder: Path) -> None:
    subprocess.run(
        _as_user(command), check=True, cwd=folder, stdout=subprocess.DEVNULL, timeout=120
    )


def test_postgres_gives_exact_numbers_text_and_dates(
    postgres: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Numbers of the type `numeric` arrive as they are."""
    monkeypatch.setenv("AID_DB", postgres)

    rows = read_rows(
        tmp_path,
        "{url_env: AID_DB, query: \"select * from (values ('Київ', 12345678901234.56::numeric,"
        " date '2024-05-01', 0.1::float8, true), ('b', null, null, 2, false))"
        ' as t (a, b, c, d, e) where d < :most", parameters: {most: 1.5}}',
    )

    assert [str(cell) for cell in rows[0]] == [
        "Київ",
        "12345678901234.56",
        "2024-05-01",
        "0.1",
        "true",
    ]


@pytest.mark.parametrize(
    ("declared", "message"),
    [
        ("query: select * from nothing", "the database refuses the query"),
        ("query: create table t (a int)", "the database refuses the query"),
        ("timeout: 1, query: select pg_sleep(30)", "the database did not answer within 1 seconds"),
    ],
)
def test_postgres_refuses_what_it_should(
    postgres: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, declared: str, message: str
) -> None:
    """Errors in the query, writing, and taking too long."""
    monkeypatch.setenv("AID_DB", postgres)

    assert _refuse(tmp_path, declared).partition("\n")[0] == message


def test_a_wrong_password_is_told_without_it(
    postgres: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name of the user may be shown, what opens the door may not."""
    monkeypatch.setenv("AID_DB", postgres.replace("s3cret", "guess"))

    told = _refuse(tmp_path, "query: select 1")

    assert told.startswith("the database that 'AID_DB' names cannot be reached\n")
    assert "guess" not in told


def test_a_database_that_is_down_is_told_in_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing listens there."""
    monkeypatch.setenv("AID_DB", f"postgresql://tester:s3cret%2Fword@127.0.0.1:{_find_port()}/x")

    told = _refuse(tmp_path, "timeout: 5, query: select 1")

    assert told.startswith("the database that 'AID_DB' names cannot be reached\n")


def test_a_chart_from_postgres(
    postgres: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From a table in a database to rows of a chart, without a line of code."""
    monkeypatch.setenv("AID_DB", postgres)

    brief = load(
        tmp_path,
        "datasets:\n  d: {url_env: AID_DB, source: s, query: \"select 'r' || i % 3 as r, i as v"
        ' from generate_series(1, 30) as i", steps: [{group: r, sum: v}, {sort: r}]}\n'
        "charts: {c: {kind: bar, title: T, data: {dataset: d, x: r, y: v}}}",
    ).brief

    assert brief
    assert [(row.label, row.value) for row in brief.charts["c"].data] == [
        ("r0", 165),
        ("r1", 145),
        ("r2", 155),
    ]
