"""Small multiples: one chart for each series, all on one scale."""

from __future__ import annotations

import pytest

from generator.charts import Plot, place_panels
from generator.charts.plot import PanelForm
from generator.errors import DataError
from generator.units import Size, inches
from tests.charts.samples import SERIES, make_plot

SIZE = Size(inches(6), inches(3))


def list_panels(plot: Plot) -> tuple[Plot, ...]:
    """Return the small charts of a plot."""
    assert isinstance(plot.form, PanelForm)
    return plot.form.panels


@pytest.mark.parametrize("kind", ["line", "column", "bar", "area"])
def test_small_charts_have_one_scale(kind: str) -> None:
    """A reader compares heights across them."""
    panels = list_panels(make_plot(kind, SERIES, small_multiples=True))

    assert [panel.heading for panel in panels] == ["Grants", "Loans"]
    assert len({panel.axis for panel in panels}) == 1
    assert len({panel.number_format for panel in panels}) == 1


def test_the_one_in_focus_has_a_colour_and_the_others_are_grey() -> None:
    """The eye finds it among many."""
    panels = list_panels(make_plot("line", SERIES, small_multiples=True, highlight="Loans"))

    assert [panel.series[0].colour for panel in panels] == ["muted", "accent1"]


def test_small_charts_stand_side_by_side_within_the_whole() -> None:
    """None is drawn over another, and none beyond the edge."""
    rows = [(year, {f"S{n}": n for n in range(5)}) for year in ("2023", "2024")]
    places = place_panels(make_plot("line", rows, small_multiples=True), SIZE)

    assert len({(place.left, place.top) for place in places}) == 5
    assert all(place.left + place.size.width <= SIZE.width for place in places)
    assert all(place.top + place.size.height <= SIZE.height for place in places)


def test_a_plot_without_small_charts_is_its_own_place() -> None:
    """Builders ask the same of every chart."""
    plot = make_plot("bar")
    (place,) = place_panels(plot, SIZE)

    assert (place.plot, place.size) == (plot, SIZE)


@pytest.mark.parametrize(
    ("kind", "rows"),
    [
        ("line", [("a", 1), ("b", 2)]),
        ("doughnut", [("a", 1)]),
        ("column", [("a", {f"S{n}": n for n in range(13)})]),
    ],
)
def test_what_cannot_be_told_in_small_charts_is_refused(kind: str, rows: object) -> None:
    """One series, no axis, or too many to see."""
    with pytest.raises(DataError) as caught:
        make_plot(kind, rows, small_multiples=True)

    assert caught.value.hint
