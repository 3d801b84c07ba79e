"""Databases to cells: one query, read only, in a limited time, and no word of the password."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

from generator.brief.datasets import Dataset
from generator.errors import DataError, MissingError
from generator.load.datasets.table import Raw, Spot
from generator.places import Place

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection, Engine

_INSTALL = "install it: pip install 'briefing-generator[sql]' has PostgreSQL's"
_SHOWN = 200


@dataclass(slots=True)
class _Answer:
    """What the thread that asks the database has come to."""

    names: tuple[str, ...] = ()
    rows: Sequence[Sequence[object]] = ()
    error: BaseException | None = None
    stop: list[Callable[[], object]] = field(default_factory=list[Callable[[], object]])


def read_database(dataset: Dataset) -> Raw:
    """Return the cells that the query of `dataset` gives.

    The URL stands in the environment variable `url_env`; messages never show it.

    Raises:
        MissingError: The variable is not set, the database is down, or it takes too long.
        DataError: The URL or the query is wrong, the driver is not there, or rows are too many.
    """
    variable = dataset.url_env or ""
    url = _read_url(variable)
    answer = _ask(url, dataset)
    if len(answer.rows) > dataset.limit:
        raise DataError(
            f"the query gives more than {dataset.limit} rows",
            hint="let the database add them up, or raise 'limit'",
        )
    place = Place(file=variable)

    def locate(row: int, column: int) -> Spot:
        where = f"row {row + 1}, " if row >= 0 else ""
        return Spot(place=place, words=f"{where}column '{answer.names[column]}' of the query")

    columns = tuple([_tidy(row[at]) for row in answer.rows] for at in range(len(answer.names)))
    return Raw(names=answer.names, columns=columns, locate=locate)


def _read_url(variable: str) -> URL:
    import sqlalchemy
    from sqlalchemy.exc import ArgumentError

    text = os.environ.get(variable, "").strip()
    if not text:
        raise MissingError(
            f"the environment variable '{variable}' is not set",
            hint="set it to the URL of the database: postgresql+psycopg://user:…@host/name",
        )
    try:
        url = sqlalchemy.make_url(text)
    except (ArgumentError, ValueError):
        # What the library says shows the URL.
        raise DataError(
            f"the environment variable '{variable}' holds no URL of a database",
            hint="write it as postgresql+psycopg://user:…@host/name or sqlite:///file.db",
        ) from None
    # PostgreSQL's plain name would ask for a driver that is no longer kept up.
    return url.set(drivername="postgresql+psycopg") if url.drivername == "postgresql" else url


def _ask(url: URL, dataset: Dataset) -> _Answer:
    """Put the query in a thread of its own, and wait for it no longer than is allowed."""
    import sqlalchemy
    from sqlalchemy.exc import ArgumentError

    try:
        engine = sqlalchemy.create_engine(
            url, connect_args=_plan_arguments(url, dataset.timeout), poolclass=sqlalchemy.NullPool
        )
    except (ArgumentError, ImportError):
        raise DataError(
            f"there is no driver for '{url.drivername}' on this machine", hint=_INSTALL
        ) from None
    answer = _Answer()
    thread = threading.Thread(target=_fetch, args=(engine, dataset, answer), daemon=True)
    thread.start()
    thread.join(dataset.timeout)
    if thread.is_alive():
        for stop in answer.stop:
            stop()
        raise MissingError(
            f"the database did not answer within {dataset.timeout} seconds",
            hint="see whether it runs and can be reached, or raise 'timeout'",
        )
    if answer.error is not None:
        raise _explain(answer.error, url, dataset) from None
    return answer


def _plan_arguments(url: URL, timeout: int) -> dict[str, object]:
    match url.get_backend_name():
        case "postgresql":
            return {"connect_timeout": max(2, timeout)}
        case "mysql" | "mariadb":
            return {"connect_timeout": timeout}
        case "sqlite":
            return {"timeout": timeout, "check_same_thread": False}
        case _:
            return {}


def _fetch(engine: Engine, dataset: Dataset, answer: _Answer) -> None:
    """Ask the database; what comes of it is put into `answer`."""
    import sqlalchemy

    try:
        with engine.connect() as connection:
            _restrict(connection, dataset.timeout, answer)
            result = connection.execute(
                sqlalchemy.text(dataset.query or ""),
                {name: _bind(value) for name, value in dataset.parameters.items()},
            )
            names = tuple(result.keys())
            # One more than allowed tells that there are too many.
            answer.rows = result.fetchmany(dataset.limit + 1)
            answer.names = names
            connection.rollback()
    except Exception as error:  # noqa: BLE001 - drivers raise what they like; told by `_explain`
        answer.error = error
    finally:
        engine.dispose()


def _restrict(connection: Connection, timeout: int, answer: _Answer) -> None:
    """Keep the query from writing, and from running on when nobody waits any more."""
    driver = connection.connection.driver_connection
    match connection.dialect.name:
        case "sqlite":
            connection.exec_driver_sql("PRAGMA query_only = ON")
            if driver is not None:
                answer.stop.append(driver.interrupt)
        case "postgresql":
            connection.exec_driver_sql("SET TRANSACTION READ ONLY")
            connection.exec_driver_sql(f"SET LOCAL statement_timeout = {timeout * 1000}")
        case _:
            # Nothing is ever committed.
            return


def _bind(value: Decimal | str) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else value
    return value


def _explain(error: BaseException, url: URL, dataset: Dataset) -> DataError | MissingError:
    """Return our words for what went wrong; those of the database stand in the hint."""
    from sqlalchemy.exc import DBAPIError, OperationalError, ResourceClosedError

    said = _clean(error, url)
    if isinstance(error, DBAPIError) and _is_timeout(said):
        return MissingError(
            f"the database did not answer within {dataset.timeout} seconds",
            hint="see whether it runs and can be reached, or raise 'timeout'",
        )
    if isinstance(error, OperationalError) and error.statement is None:
        return MissingError(
            f"the database that '{dataset.url_env}' names cannot be reached",
            hint=f"it says: {said}",
        )
    if isinstance(error, ResourceClosedError):
        return DataError("the query gives no rows", hint="write a SELECT")
    return DataError("the database refuses the query", hint=f"it says: {said}")


def _is_timeout(said: str) -> bool:
    return "statement timeout" in said or said.endswith("interrupted")


def _clean(error: BaseException, url: URL) -> str:
    """Return the first line that the database says, without the password."""
    said = str(getattr(error, "orig", None) or error).strip()
    line = next((line.strip() for line in said.splitlines() if line.strip()), "nothing")
    secret = str(url.password) if url.password else ""
    for form in {secret, quote(secret), quote_plus(secret)} - {""}:
        line = line.replace(form, "***")
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


def _tidy(cell: object) -> object:
    if isinstance(cell, datetime):
        return cell.date()
    is_plain = cell is None or isinstance(cell, bool | int | float | Decimal | str | date)
    return cell if is_plain else str(cell)
