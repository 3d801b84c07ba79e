"""Native charts of a template that tags name: in loops, headers and layouts, each with its data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import generator
from generator.compose import Material
from generator.ooxml.opc import Package
from tests.context.drawn import add_drawn, read_drawn_charts, save_drawn_report
from tests.context.templates import add_box, fill, read_report, save_deck
from tests.material import CHART, make_material
from tests.office import find_errors, render_pdf

MANY = 50
BRIEF = Path(__file__).parents[1] / "cases" / "full" / "brief.yaml"


def make_many(count: int) -> Material:
    """Return a brief with so many charts, each of its own numbers."""
    charts = {
        f"fig-{number:02}": {
            "kind": "bar",
            "title": f"Chart {number}",
            "data": [{"label": f"A{number}", "value": 100 + number}, {"label": "B", "value": 1}],
        }
        for number in range(count)
    }
    return make_material(charts=charts)


def check_many(package: Package, count: int) -> None:
    """Check that each chart has a part, a workbook and numbers of its own."""
    charts = read_drawn_charts(package)
    assert len(charts) == count
    assert len({part for part, *_ in charts}) == len({book for _, book, *_ in charts}) == count
    shown = [(rows[1][0], rows[1][1], cache[1]) for _, _, rows, cache in charts]
    assert sorted(shown, key=lambda each: each[1]) == [
        (f"A{number}", 100 + number, f"A{number}") for number in range(count)
    ]


def test_a_slide_with_a_drawn_chart_in_a_loop_gives_independent_charts(tmp_path: Path) -> None:
    """*Edit data* of one must not change another, and each shows its own numbers."""

    def change(deck: Any) -> None:
        add_drawn(deck.slides[0], "{{ chart(id) }}")
        add_box(deck.slides[0], "{%slide endfor %}")

    title = "{%slide for id, one in charts.items() %}{{ one.title }}"
    path = save_deck(tmp_path / "d.pptx", (title, "x"), change=change)

    filled = fill(path, make_many(MANY))

    check_many(filled.package, MANY)
    assert not filled.slots


def test_a_drawn_chart_in_a_loop_of_a_report_gives_independent_charts(tmp_path: Path) -> None:
    """The same in Word."""
    around = ("{%p for id in charts %}", "{%p endfor %}")
    path = save_drawn_report(tmp_path / "r.docx", "{{ chart(id) }}", around=around)

    filled = fill(path, make_many(12))

    check_many(filled.package, 12)
    assert not any("{%" in text for text in read_report(filled.package))


def test_a_chart_in_a_header_is_bound_and_the_body_brings_it_still(tmp_path: Path) -> None:
    """What is around the text counts for nothing in it."""
    path = save_drawn_report(tmp_path / "r.docx", "{{ chart('fig') }}", in_header=True)

    filled = fill(path, make_material(charts={"fig": CHART}))

    ((part, _, rows, cache),) = read_drawn_charts(filled.package)
    assert rows[1] == ["All", 12.1]
    assert cache[1] == "All"
    root = filled.package.read_xml(part)
    codes = [
        each.get("formatCode") for each in root.iter("{*}dLbl") for each in each.iter("{*}numFmt")
    ]
    assert codes == ['">"0.0']


def _draw_both(folder: Path) -> None:
    """Write a template with drawn charts in both files."""
    folder.mkdir()
    around = ("{%p for id in charts %}", "{%p endfor %}")
    save_drawn_report(folder / "report.docx", "{{ chart(id) }}", around=around)

    def change(deck: Any) -> None:
        add_drawn(deck.slides[0], "{{ chart(id) }}")
        add_box(deck.slides[0], "{%slide endfor %}")

    title = "{%slide for id in charts %}{{ charts[id].title }}"
    save_deck(folder / "deck.pptx", (title, "x"), change=change)


@pytest.mark.slow
def test_documents_with_bound_charts_are_valid_and_open(tmp_path: Path) -> None:
    """Neither Microsoft's validator nor LibreOffice finds anything wrong with them."""
    _draw_both(tmp_path / "t")

    built = generator.build(BRIEF, out=tmp_path / "out", template=tmp_path / "t")

    assert [find_errors(path) for path in built.files] == [[], []]
    for path in built.files:
        assert render_pdf(path, tmp_path).stat().st_size > 0
