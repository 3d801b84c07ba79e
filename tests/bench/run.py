"""Measure whole processes side by side, in turns, and print ratios.

    python -m tests.bench.run [--rounds N]

Each line gives the median seconds of one way and its ratio to the way that it is compared with.
Machines differ and are noisy; ratios within one run hold. All ways run from compiled modules, as
installed programs do: the first turn, which is not counted, compiles them into a folder of its own.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.bench.synthetic import make_sections, write_brief, write_data_brief, write_rows

_TABLE_ROWS = 5_000

Way = Callable[[Path], list[str]]


def main() -> None:
    """Run all measurements."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _compare("10 sections, both files", rounds, folder, _three_ways(folder))
        _compare("10 and 100 sections", rounds, folder, _two_sizes(folder))
        _compare("a table of 5,000 rows", rounds, folder, _two_tables(folder))
        _compare("120,000 rows to a chart", rounds, folder, _data_sets(folder))
        _compare("starting up", rounds, folder, _starts())


def _three_ways(folder: Path) -> Mapping[str, Way]:
    brief = _write(folder, "ten", write_brief(make_sections(10)))
    return {
        "pandoc + matplotlib": lambda out: _module("tests.bench.by_pandoc", "10", out),
        "by hand": lambda out: _module("tests.bench.by_hand", "10", out),
        "brief build": lambda out: _brief("build", str(brief), "--out", str(out)),
    }


def _two_sizes(folder: Path) -> Mapping[str, Way]:
    ten = _write(folder, "ten", write_brief(make_sections(10)))
    hundred = _write(folder, "hundred", write_brief(make_sections(100)))
    return {
        "10 sections": lambda out: _brief("build", str(ten), "--out", str(out)),
        "100 sections": lambda out: _brief("build", str(hundred), "--out", str(out)),
    }


def _two_tables(folder: Path) -> Mapping[str, Way]:
    small = _write(folder, "small", write_brief(make_sections(1, _TABLE_ROWS // 10)))
    large = _write(folder, "large", write_brief(make_sections(1, _TABLE_ROWS)))
    return {
        "500 rows": lambda out: _brief("report", str(small), "--out", str(out)),
        "5,000 rows": lambda out: _brief("report", str(large), "--out", str(out)),
    }


def _data_sets(folder: Path) -> Mapping[str, Way]:
    rows = folder / "rows.csv"
    rows.write_text(write_rows(120_000), encoding="utf-8")
    brief = _write(folder, "rows", write_data_brief(rows.name))
    return {
        "by polars": lambda _: [sys.executable, "-m", "tests.bench.by_polars", str(rows)],
        "by a data set": lambda _: [sys.executable, "-m", "tests.bench.by_datasets", str(brief)],
    }


def _starts() -> Mapping[str, Way]:
    return {
        "python -c pass": lambda _: [sys.executable, "-c", "pass"],
        "brief --help": lambda _: _brief("--help"),
    }


def _compare(title: str, rounds: int, folder: Path, ways: Mapping[str, Way]) -> None:
    """Run every way once to warm the disk, then all of them in turns."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for turn in range(rounds + 1):
        for name, way in ways.items():
            out = folder / f"out-{turn}-{len(times[name])}-{name.replace(' ', '-')}"
            out.mkdir(exist_ok=True)
            seconds = _time(way(out), _plan_environment(folder))
            if turn:
                times[name].append(seconds)
    print(f"\n{title}")
    first = statistics.median(next(iter(times.values())))
    for name, seconds in times.items():
        median = statistics.median(seconds)
        print(f"  {name:22} {median:7.2f} s  {median / first:6.2f}")


def _plan_environment(folder: Path) -> dict[str, str]:
    """Return the environment of all ways, in which what is compiled stays compiled."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}


def _time(command: list[str], environment: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - start


def _module(module: str, count: str, out: Path) -> list[str]:
    return [sys.executable, "-m", module, count, str(out)]


def _brief(*arguments: str) -> list[str]:
    return [str(Path(sys.executable).with_name("brief")), *arguments]


def _write(folder: Path, name: str, text: str) -> Path:
    path = folder / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


if __name__ == "__main__":
    main()
