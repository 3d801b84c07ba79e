"""Alternative text: a listener learns what a viewer sees."""

from __future__ import annotations

import pytest

from tests.charts.samples import make_plot

YEARS = [("2022", {"Women": 34, "Men": 44}), ("2024", {"Women": 41, "Men": 44})]
MANY = [(f"Place {letter}", size) for size, letter in enumerate("ABCDEFG", start=1)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en-GB", "Line chart, in per cent: Women rises from 34% (2022) to 41% (2024), Men stands"),
        ("uk", "Лінійний графік, відсотків: Women: зростання з 34% (2022) до 41% (2024);"),
        (
            "de",
            "Liniendiagramm, in Prozent: Women steigt von 34\u00a0% (2022) auf 41",
        ),
        ("fr", "Courbe, en %\u00a0: Women monte de 34\u00a0% (2022) à 41\u00a0% (2024)"),
        ("ja", "折れ線グラフ（単位：%）。Womenは2022の34%から2024の41%に増加"),
        ("sv", "Line chart, in"),
    ],
)
def test_a_line_is_told_by_its_course_in_the_language_of_the_brief(
    language: str, text: str
) -> None:
    """Other languages than those with words of their own are told in English."""
    plot = make_plot("line", YEARS, language=language, unit="percent")

    assert plot.alt.startswith(text)


def test_of_many_values_the_extremes_are_told() -> None:
    """Nobody listens to seven numbers."""
    plot = make_plot("bar", MANY, unit="people")

    assert plot.alt == (
        "Bar chart, in people: 7 categories from Place G to Place A. "
        "Highest: Place G, 7, lowest: Place A, 1."
    )


def test_the_authors_own_words_come_first() -> None:
    """Whoever knows the message tells it better."""
    assert make_plot("bar", MANY, alt="Place G leads.").alt == "Place G leads."
