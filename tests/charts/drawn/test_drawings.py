"""What holds for every kind of drawn chart, at the sizes of report and slide."""

from __future__ import annotations

from typing import Any

import pytest

from generator.brief.exhibits import ChartKind
from generator.charts import ChartStyle, draw_picture
from generator.charts.frames import Extent
from generator.charts.planning.drawnkinds import DRAWN_KINDS
from generator.charts.plot import DrawnForm
from generator.errors import DataError
from generator.units import Size, inches
from tests.charts.drawn.figures import SIZES, draw, find_collisions, find_strays
from tests.charts.samples import make_plot

KINDS = pytest.mark.parametrize("kind", list(DRAWN_KINDS))
NAMES = ("Germany", "United States of America", "Poland", "Estonia", "Spain", "Bosnia", "Canada")
YEARS = [str(year) for year in range(2015, 2025)]


def series(*names: str) -> list[tuple[str, Any]]:
    """Return rows of every country with a number for each of `names`."""
    return [
        (label, {name: 3.5 + at * 7 % 11 + 13 * place % 17 for place, name in enumerate(names)})
        for at, label in enumerate(NAMES)
    ]


RICH: dict[str, tuple[Any, dict[str, Any]]] = {
    "heat-map": (series(*YEARS), {}),
    "dumbbell": (series("2014", "2024"), {}),
    "annotated-line": (
        [
            (year, {"European Union": at * 3.1, "Japan": 9 - at / 2})
            for at, year in enumerate(YEARS)
        ],
        {
            "events": [
                {"at": "2015", "label": "A law on public procurement is passed"},
                {"at": "2016", "label": "Election"},
                {"at": "2022", "label": "Full-scale invasion of Ukraine"},
                {"at": "2023", "label": "First package of support"},
                {"at": "2024", "label": "Second package"},
            ],
            "periods": [{"start": "2019", "end": "2021", "label": "Years of the pandemic"}],
        },
    ),
    "fan": (
        [
            *[(year, 4 + at % 3) for at, year in enumerate(YEARS[:6])],
            *[
                (
                    year,
                    {
                        "value": 5,
                        "ranges": {"90 %": [4 - at, 6 + at], "50 %": [5 - at / 3, 5 + at / 3]},
                    },
                )
                for at, year in enumerate(YEARS[6:])
            ],
        ],
        {},
    ),
    "box": (
        [
            (name, {"numbers": [at * 3 + step * step % 19 for step in range(12)]})
            for at, name in enumerate(NAMES[:5])
        ],
        {},
    ),
    "treemap": (
        [
            (name, {"value": 90 / (at + 1), "group": ("Military", "Financial", "Food")[at % 3]})
            for at, name in enumerate(NAMES)
        ],
        {},
    ),
    "waffle": ([("Strongly support", 41.2), ("Rather support", 28), ("Oppose", 0.2)], {}),
    "sankey": (
        [
            ("European Union", {"to": "Loans at low interest", "value": 45}),
            ("European Union", {"to": "Grants", "value": 20}),
            ("United States", {"to": "Grants", "value": 50}),
            ("Japan", {"to": "Grants", "value": 0.5}),
            ("Grants", {"to": "Budget of the state", "value": 60}),
            ("Loans at low interest", {"to": "Budget of the state", "value": 45}),
            ("Grants", {"to": "Rebuilding", "value": 10.5}),
        ],
        {},
    ),
    "choropleth": ([("West", 12.5), ("Middle", 31)], {"map": {"file": "map.geojson"}}),
}


@KINDS
@pytest.mark.parametrize(("extent", "text_pt"), SIZES)
def test_no_text_leaves_the_frame_or_meets_another(
    kind: ChartKind, extent: Extent, text_pt: float
) -> None:
    """Names and numbers that cannot be read are worse than none."""
    data, wishes = RICH[kind]
    texts = draw(make_plot(kind, data, **wishes), extent, text_pt)

    assert texts
    assert find_strays(texts, extent) == []
    assert find_collisions(texts) == []


@KINDS
def test_it_is_a_picture_whatever_the_look(kind: ChartKind) -> None:
    """The builders ask the plot, not the brief."""
    plot = make_plot(kind)

    assert plot.is_drawn
    assert isinstance(plot.form, DrawnForm)
    assert 0.1 < plot.form.height < 1.4


@KINDS
def test_who_asks_for_a_native_chart_is_told_that_there_is_none(kind: ChartKind) -> None:
    """An author who waits for *Edit data* must not find a picture without a word."""
    data, wishes = RICH[kind]
    with pytest.raises(DataError, match="no office program has a chart of the kind") as caught:
        make_plot(kind, data, render="native", **wishes)

    assert "leave 'render' out" in (caught.value.hint or "")


@KINDS
def test_the_same_chart_gives_the_same_bytes(kind: ChartKind) -> None:
    """No date, no random id, no order of a set."""
    data, wishes = RICH[kind]
    size = Size(inches(6), inches(3))
    pictures = [
        draw_picture(make_plot(kind, data, **wishes), ChartStyle(), size, dpi=50) for _ in "ab"
    ]

    assert pictures[0] == pictures[1]


@KINDS
def test_all_its_numbers_are_in_its_table(kind: ChartKind) -> None:
    """The table is what readers get who cannot see the picture."""
    data, wishes = RICH[kind]
    plot = make_plot(kind, data, **wishes)

    assert len(plot.categories) == len(data)
    assert all(len(each.labels) == len(plot.categories) for each in plot.series)
    assert all(
        bool(label) == (value is not None)
        for each in plot.series
        for label, value in zip(each.labels, each.values, strict=True)
    )


@KINDS
@pytest.mark.parametrize("language", ["en-GB", "uk-UA", "de-DE", "fr-FR", "ja-JP", "pl-PL"])
def test_the_alternative_text_is_a_sentence_in_each_language(
    kind: ChartKind, language: str
) -> None:
    """No field of a phrase is left open, and none is missing."""
    data, wishes = RICH[kind]
    alt = make_plot(kind, data, language, **wishes).alt

    assert "{" not in alt
    assert alt.endswith(("。", "."))
    assert str(kind) not in alt
    assert len(alt) > 20


@KINDS
def test_the_author_may_write_the_alternative_text(kind: ChartKind) -> None:
    """Nobody knows better what a picture is there for."""
    data, wishes = RICH[kind]

    assert make_plot(kind, data, alt="Mine.", **wishes).alt == "Mine."


@KINDS
def test_a_chart_without_numbers_is_refused(kind: ChartKind) -> None:
    """An empty frame says nothing."""
    data, wishes = RICH[kind]
    empty = [(label, _without_numbers(given)) for label, given in data]
    with pytest.raises(DataError):
        make_plot(kind, empty, **wishes)


def _without_numbers(given: Any) -> Any:
    if not isinstance(given, dict):
        return None
    return {key: value for key, value in given.items() if isinstance(value, str)} or None
