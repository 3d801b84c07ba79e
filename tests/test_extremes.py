"""Content that breaks other generators: it is placed whole, or refused with what to do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from pptx import Presentation

import generator
from generator.errors import DataError
from tests.office import find_errors

BASE: dict[str, Any] = {
    "title": "T",
    "date": "2025-03",
    "sources": {"s": {"title": "Source", "date": 2025}},
}
LONG_NAME = ("Very long category name " * 6)[:120]


def with_section(**section: Any) -> dict[str, Any]:
    """Return a brief with one section."""
    return {
        **BASE,
        "sections": [{"heading": "H", "message": "A message", "text": "Text. [@s]", **section}],
    }


def with_chart(kind: str, rows: list[dict[str, Any]], **wishes: Any) -> dict[str, Any]:
    """Return a brief with one chart."""
    chart = {"kind": kind, "title": "Chart", "source": "s", "data": rows, **wishes}
    return {**with_section(exhibits=["c"]), "charts": {"c": chart}}


def with_table(columns: int, rows: int, cell: str = "r") -> dict[str, Any]:
    """Return a brief with one table of numbers beside a first column of names."""
    table = {
        "title": "Table",
        "source": "s",
        "columns": [{"label": f"C{number}"} for number in range(columns)],
        "rows": [[f"{cell}{row}", *(row * at for at in range(1, columns))] for row in range(rows)],
    }
    return {**with_section(exhibits=["t"]), "tables": {"t": table}}


GOOD: dict[str, dict[str, Any]] = {
    "title alone": {"title": "T", "date": 2025},
    "title of 400 letters": {**with_section(), "title": ("A title without end " * 20)[:400]},
    "60 bullets": with_section(points=[f"Bullet {n} with some more words" for n in range(60)]),
    "words of 200 letters": with_section(points=["W" * 200, f"https://example.org/{'a' * 180}"]),
    "table of 12 by 300": with_table(12, 300),
    "cell of 400 words": with_table(2, 3, "word " * 400),
    "27 bars": with_chart("bar", [{"label": f"Cat {n}", "value": n + 1} for n in range(27)]),
    "40 columns": with_chart("column", [{"label": f"C {n}", "value": n + 1} for n in range(40)]),
    "40 bars": {
        **with_chart("bar", [{"label": f"Cat {n}", "value": n + 1} for n in range(40)]),
        "deck": {"leave_out": ["c"]},
    },
    "one bar": with_chart("bar", [{"label": "Alone", "value": 3}]),
    "long names": with_chart(
        "column", [{"label": f"{LONG_NAME}{n}", "value": n} for n in range(6)]
    ),
    "nothing but zeros": with_chart("column", [{"label": n, "value": 0} for n in "ab"]),
    "below zero": with_chart("bar", [{"label": "a", "value": -5}, {"label": "b", "value": 3}]),
    "20 lines": with_chart(
        "line",
        [{"label": str(2000 + y), "values": {f"S{n}": n * y for n in range(20)}} for y in range(9)],
        highlight="S3",
    ),
    "30 events": {
        **BASE,
        "timeline": [
            {"date": 1990 + n, "title": f"Event {n}", "text": "It was."} for n in range(30)
        ],
    },
    "20 recommendations": {
        **BASE,
        "recommendations": [
            {"title": f"Do {n}", "who": "Somebody", "what": "Do it well and soon. " * 3}
            for n in range(20)
        ],
    },
    "empty section": {**BASE, "sections": [{"heading": "Nothing yet"}]},
    "five levels": {
        **BASE,
        "sections": [
            {
                "heading": "1",
                "sections": [
                    {
                        "heading": "2",
                        "sections": [
                            {
                                "heading": "3",
                                "sections": [
                                    {"heading": "4", "sections": [{"heading": "5", "text": "x"}]}
                                ],
                            }
                        ],
                    }
                ],
            }
        ],
    },
    "many scripts": {
        **with_section(points=["עברית", "مرحبا بالعالم", "日本語の文", "🚀", "a & b < c > d"]),
        "title": 'Growth 🚀 & <risk> "quoted"',
        "subtitle": "שלום مرحبا 日本語",
    },
    **{
        f"in {language}": {**with_section(points=["Punkt"]), "lang": language, "summary": ["Eins"]}
        for language in ("ar", "de", "fr", "ja", "uk", "pt-BR")
    },
}


def build(brief: dict[str, Any], folder: Path) -> tuple[Path, ...]:
    """Build a brief given as data; return report and deck."""
    folder.mkdir(exist_ok=True)
    path = folder / "brief.json"
    path.write_text(json.dumps(brief, ensure_ascii=False), encoding="utf-8")
    return generator.build(path, out=folder).files


def read_slides(deck: Path) -> str:
    """Return all text on the slides of a deck."""
    texts: list[str] = []
    for slide in Presentation(str(deck)).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                texts.append(getattr(shape, "text_frame").text)  # noqa: B009
            if shape.has_table:
                cells = getattr(shape, "table").iter_cells()  # noqa: B009
                texts.extend(cell.text for cell in cells)
    return "\n".join(texts)


@pytest.mark.parametrize("name", GOOD)
def test_it_builds(name: str, tmp_path: Path) -> None:
    """No content of a sound brief makes the command fail."""
    report, deck = build(GOOD[name], tmp_path)

    assert Document(str(report)).paragraphs
    assert len(Presentation(str(deck)).slides) > 0


def test_no_bullet_and_no_row_is_lost_when_slides_are_split(tmp_path: Path) -> None:
    """What does not fit goes on to the next slide."""
    _, deck = build(GOOD["60 bullets"], tmp_path / "bullets")
    _, table = build(GOOD["table of 12 by 300"], tmp_path / "table")
    bullets, rows = read_slides(deck), read_slides(table).split("\n")

    assert [n for n in range(60) if f"Bullet {n} " not in bullets] == []
    assert [n for n in range(300) if f"r{n}" not in rows] == []


@pytest.mark.parametrize(
    ("section", "message"),
    [
        ({"points": ["A"], "message": "A title far too long. " * 18}, "title does not fit"),
        (
            {"points": ["A"], "callout": {"text": "Much too long. " * 60}},
            "callout does not fit",
        ),
    ],
)
def test_what_cannot_be_split_is_refused_with_the_slide_named(
    section: dict[str, Any], message: str, tmp_path: Path
) -> None:
    """Never a silent shrink: the author is told what to shorten."""
    with pytest.raises(DataError, match=message) as caught:
        build(with_section(**section), tmp_path)

    assert "slide 'h'" in caught.value.message
    assert caught.value.hint
    assert caught.value.place
    assert caught.value.place.line == 1
    assert list(tmp_path.glob("*.pptx")) == []


def test_bars_that_cannot_be_told_apart_are_refused_where_they_stand(tmp_path: Path) -> None:
    """On a slide 40 names would be printed on each other; the report has the room."""
    brief = with_chart("bar", [{"label": f"Cat {n}", "value": n + 1} for n in range(40)])
    with pytest.raises(DataError, match="a chart of 40 bars does not fit") as caught:
        build(brief, tmp_path)

    assert caught.value.hint
    assert "leave_out: [c]" in caught.value.hint


@pytest.mark.slow
@pytest.mark.parametrize("name", GOOD)
def test_microsofts_validator_finds_no_error_in_it(name: str, tmp_path: Path) -> None:
    """Extremes are where files break."""
    assert [find_errors(path) for path in build(GOOD[name], tmp_path)] == [[], []]
