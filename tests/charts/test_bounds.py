"""Bounds of facts in charts: 'more than 12.1' must not turn into 12.1 when it is drawn."""

from __future__ import annotations

import pytest

from generator.brief import Brief
from generator.charts import ChartStyle, Plot, make_native_chart, plan_plot
from generator.facts import resolve_figures
from generator.units import Size, inches

SIZE = Size(inches(6), inches(3))


def plan(kind: str, language: str = "en-GB", **keys: object) -> Plot:
    """Return a plot of one bounded and one exact fact; `keys` go into each row."""
    source = {"id": "made", "at": "p. 1"}
    brief = Brief.model_validate(
        {
            "title": "T",
            "date": 2025,
            "lang": language,
            "facts": {
                "all": {"value": 12.96, "unit": "EUR", "bound": "more than", "source": source},
                "part": {"value": 4.2, "unit": "EUR", "source": source},
            },
            "charts": {
                "c": {
                    "kind": kind,
                    "title": "C",
                    "decimals": 1,
                    "data": [
                        {"label": "Part", "fact": "part", **keys},
                        {"label": "All", "fact": "all", **keys},
                    ],
                }
            },
        }
    )
    figures, _ = resolve_figures(brief.facts)
    return plan_plot("c", brief.charts["c"], figures, language)


@pytest.mark.parametrize("kind", ["bar", "column", "doughnut", "line"])
def test_a_label_tells_the_bound_of_its_fact(kind: str) -> None:
    """The label says '>12.9', the value stays a number that can be edited."""
    plot = plan(kind)
    xml = make_native_chart(plot, ChartStyle(), SIZE).xml.decode()

    assert ">12.9" in plot.series[0].labels
    assert xml.count("&quot;&gt;&quot;#,##0.0") + xml.count('"&gt;"#,##0.0') == 1


def test_the_sign_of_a_bound_stands_where_the_language_has_it() -> None:
    """Japanese puts the word after the number."""
    plot = plan("bar", "ja")

    assert plot.series[0].labels[0] not in {"12.9", ">12.9"}


def test_an_exact_value_is_told_without_a_sign() -> None:
    """Its label is the number alone."""
    plot = plan("bar")
    at = plot.series[0].labels.index("4.2")

    assert plot.series[0].bounds[at] == "{}"
