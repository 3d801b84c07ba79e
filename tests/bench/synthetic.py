"""A brief of any size, the same each time: what the benchmark builds in three ways."""

from __future__ import annotations

import random
from dataclasses import dataclass

PARAGRAPHS, BULLETS, ROWS, BARS = 4, 5, 12, 6

_TEXT = (
    "support budget partner energy region grant export sanction recovery accord "
    "ministry market growth reform border transit reserve tariff harvest housing "
    "clinic bridge railway port grid water school council agency treaty donor pledge "
    "audit review forecast supply demand "
)
_WORDS = tuple(_TEXT.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class SyntheticSection:
    """One section: text, bullets, one chart, one table.

    Attributes:
        bars: Name and value of each category.
        rows: Twelve rows of a name and three numbers.
    """

    number: int
    heading: str
    message: str
    paragraphs: tuple[str, ...]
    bullets: tuple[str, ...]
    bars: tuple[tuple[str, float], ...]
    rows: tuple[tuple[str, int, int, int], ...]


def make_sections(count: int, rows: int = ROWS) -> tuple[SyntheticSection, ...]:
    """Return `count` sections; the same count gives the same words and numbers."""
    chance = random.Random(count)  # noqa: S311 - no secret, but the same each time
    return tuple(_make_section(chance, number, rows) for number in range(1, count + 1))


def write_brief(sections: tuple[SyntheticSection, ...]) -> str:
    """Return the sections as a data file of ours."""
    charts = "".join(_write_chart(section) for section in sections)
    tables = "".join(_write_table(section) for section in sections)
    texts = "".join(_write_section(section) for section in sections)
    return (
        "title: A synthetic brief\ndate: 2025-03\nauthors: [A. N. Author]\n"
        "sources:\n  made:\n    title: Made for measuring\n    date: 2025\n"
        f"charts:\n{charts}tables:\n{tables}sections:\n{texts}"
    )


def _make_section(chance: random.Random, number: int, rows: int) -> SyntheticSection:
    return SyntheticSection(
        number=number,
        heading=f"Section {number}: {_words(chance, 3)}",
        message=f"{_words(chance, 7).capitalize()} in part {number}",
        paragraphs=tuple(
            " ".join(f"{_words(chance, 14).capitalize()}." for _ in range(5))
            for _ in range(PARAGRAPHS)
        ),
        bullets=tuple(_words(chance, 10).capitalize() for _ in range(BULLETS)),
        bars=tuple(
            (f"{_words(chance, 2).capitalize()} {index}", round(chance.uniform(1, 90), 1))
            for index in range(BARS)
        ),
        rows=tuple(
            (f"{_words(chance, 2).capitalize()} {index}", *_three_numbers(chance))
            for index in range(rows)
        ),
    )


def _three_numbers(chance: random.Random) -> tuple[int, int, int]:
    return chance.randint(1, 9999), chance.randint(1, 9999), chance.randint(1, 9999)


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choice(_WORDS) for _ in range(count))


def _write_chart(section: SyntheticSection) -> str:
    rows = "".join(f"      - {{label: {name}, value: {value}}}\n" for name, value in section.bars)
    return (
        f"  fig-{section.number}:\n    kind: bar\n    title: Chart of part {section.number}\n"
        f"    unit: EUR\n    source: made\n    data:\n{rows}"
    )


def _write_table(section: SyntheticSection) -> str:
    rows = "".join(f"      - [{', '.join(str(cell) for cell in row)}]\n" for row in section.rows)
    return (
        f"  tab-{section.number}:\n    title: Table of part {section.number}\n    source: made\n"
        "    columns: [{label: Item}, {label: First}, {label: Second}, {label: Third}]\n"
        f"    rows:\n{rows}"
    )


def _write_section(section: SyntheticSection) -> str:
    number = section.number
    text = "\n\n".join(section.paragraphs).replace("\n", "\n      ")
    points = "".join(f"      - {bullet}\n" for bullet in section.bullets)
    return (
        f"  - id: part-{number}\n    heading: '{section.heading}'\n"
        f"    message: {section.message}\n    text: |\n      {text}\n\n"
        f"      See @fig-{number} and @tab-{number}. [@made]\n"
        f"    points:\n{points}    exhibits: [fig-{number}, tab-{number}]\n"
    )


def write_rows(count: int) -> str:
    """Return a CSV file of `count` rows in 37 regions, the same each time."""
    rows = (
        f"Region {at % 37},{2000 + at % 24},{at * 7919 % 1_000_000 / 100:.2f},note {at}"
        for at in range(count)
    )
    return "\n".join(("region,year,value,note", *rows)) + "\n"


def write_data_brief(file: str) -> str:
    """Return a brief with one chart: the ten regions with the highest sums, and the rest."""
    return (
        "title: Rows\ndate: 2026-01\nsources: {s: {title: Source}}\n"
        f"datasets: {{rows: {{file: {file}, source: s,"
        " steps: [{group: region, sum: value}, {top: 10 + other}]}}\n"
        "charts: {c: {kind: bar, title: Chart, data: {dataset: rows, x: region, y: value}}}\n"
        "sections: [{heading: Heading, exhibits: [c]}]\n"
    )
