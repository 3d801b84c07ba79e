"""Heat maps: tables of numbers upon tints."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.charts import ChartStyle
from generator.charts.drawn.heatmap import HeatMap
from generator.charts.drawn.tints import find_tint, text_upon
from generator.charts.plot import DrawnForm, Plot
from generator.errors import DataError
from generator.ooxml.contrast import contrast
from tests.charts.drawn.figures import SLIDE, draw, list_words
from tests.charts.samples import make_plot

ROWS = (("Kyiv", {"2023": 10, "2024": 30}), ("Lviv", {"2023": 20, "2024": None}))


def drawing(plot: Plot) -> HeatMap:
    """Return what is drawn of a heat map."""
    assert isinstance(plot.form, DrawnForm)
    assert isinstance(plot.form.drawing, HeatMap)
    return plot.form.drawing


def test_tints_go_from_the_least_to_the_greatest_number() -> None:
    """The scale is that of the data, so that differences show."""
    assert drawing(make_plot("heat-map", ROWS)).shares == ((0.0, 0.5), (1.0, None))


def test_numbers_on_both_sides_of_zero_are_counted_from_zero() -> None:
    """Loss and gain of one size are equally strong, in two colours."""
    plot = make_plot("heat-map", (("A", {"x": -10, "y": 20}), ("B", {"x": 0, "y": 5})))

    assert drawing(plot).is_diverging
    assert drawing(plot).shares == ((-0.5, 0.0), (1.0, 0.25))


def test_rows_keep_their_order_unless_another_is_asked_for() -> None:
    """Rows are often a sequence, such as age groups or steps."""
    rows = (("A", {"x": 1, "y": 2}), ("B", {"x": 5, "y": 9}))

    assert make_plot("heat-map", rows).categories == ("A", "B")
    assert make_plot("heat-map", rows, order="descending").categories == ("B", "A")


def test_a_number_stands_in_each_cell_and_a_dash_in_a_gap() -> None:
    """Colour is not the only cue."""
    words = list_words(make_plot("heat-map", ROWS))

    assert {"10", "20", "30", "–", "Kyiv", "2024"} <= set(words)


def test_a_scale_stands_below_cells_that_are_too_small_for_numbers() -> None:
    """Without numbers the tints need a key."""
    rows = [
        (f"Row {at}", {f"c{column}": at * 1000 + column for column in range(24)})
        for at in range(40)
    ]
    words = list_words(make_plot("heat-map", rows))

    assert [word for word in words if word[0].isdigit()] == ["0.000", "39.023"]


def test_names_of_rows_that_would_meet_are_left_out_evenly() -> None:
    """A row of a dense table keeps its place; its name is in the table of the data."""
    rows = [(f"Row {at}", {"2023": at, "2024": at}) for at in range(40)]
    names = [text for text in draw(make_plot("heat-map", rows), SLIDE, 14) if "Row" in text.words]

    assert 10 < len(names) < 40


def test_the_row_in_focus_is_bold_and_must_be_there() -> None:
    """A focus that is misspelt would be lost without a word."""
    assert drawing(make_plot("heat-map", ROWS, highlight="Lviv")).focus == "Lviv"
    with pytest.raises(DataError, match="nothing named 'Lwiw'"):
        make_plot("heat-map", ROWS, highlight="Lwiw")


@pytest.mark.parametrize(("rows", "columns"), [(41, 2), (2, 25)])
def test_too_many_cells_are_refused(rows: int, columns: int) -> None:
    """Nobody reads a thousand numbers in a picture."""
    data = [(f"r{at}", {f"c{column}": 1 for column in range(columns)}) for at in range(rows)]
    with pytest.raises(DataError, match="cannot be read"):
        make_plot("heat-map", data)


def test_a_single_cell_is_refused() -> None:
    """One number is a sentence."""
    with pytest.raises(DataError, match="one cell"):
        make_plot("heat-map", (("A", {"x": 1}),))


colours = st.integers(0, 0xFFFFFF).map("{:06X}".format)


@given(accent=colours, share=st.floats(0, 1))
def test_text_reads_well_upon_every_tint_of_every_theme(accent: str, share: float) -> None:
    """WCAG asks for 4.5 to 1, whatever the colours of the organisation are."""
    style = ChartStyle(colours={**ChartStyle().colours, "accent1": accent})
    tint = find_tint(style, "accent1", share)

    assert contrast(style.find_rgb(text_upon(style, tint)), tint[1:]) >= 4.5


def test_rows_and_columns_are_told_in_the_alternative_text() -> None:
    """Whoever hears it learns the size of the table first."""
    alt = make_plot("heat-map", ROWS, unit="percent").alt

    assert alt == (
        "Heat map, in per cent: 2 rows from Kyiv to Lviv, 2 columns from 2023 to 2024. "
        "Highest: 2024, Kyiv, 30%, lowest: 2023, Kyiv, 10%."
    )
