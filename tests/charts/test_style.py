"""Colours read well on their ground, whatever the theme."""

from __future__ import annotations

import pytest

from generator.charts.style import ChartStyle, Ink
from generator.ooxml.contrast import contrast

THEMES = [
    {"dk1": "1A1A1A", "lt1": "FFFFFF"},
    {"dk1": "000000", "lt1": "FFFFFF"},
    {"dk1": "12436D", "lt1": "FFFFFF"},
    {"dk1": "FFFFFF", "lt1": "1B1B1B"},
    {"dk1": "333333", "lt1": "FAF6EE"},
]


def test_contrast_is_that_of_wcag() -> None:
    """Black on white is 21 to 1; the lightest grey for small text is 4.54."""
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("767676", "FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("colours", THEMES)
def test_greys_keep_their_contrast_in_every_theme(colours: dict[str, str]) -> None:
    """Marks 3 to 1, numbers at the axis 4.5 to 1, gridlines faint but there."""
    style = ChartStyle(colours=colours)
    ground = style.ground

    assert contrast(style.find_rgb(style.find_ink("muted")), ground) >= 3
    assert contrast(style.find_rgb(style.find_ink("muted-2")), ground) >= 4.5
    assert contrast(style.find_rgb(style.quiet), ground) >= 4.5
    assert 1.2 < contrast(style.find_rgb(style.grid), ground) < 2


def test_text_on_a_colour_is_light_on_dark_and_dark_on_light() -> None:
    """A number inside a bar can be read."""
    style = ChartStyle()

    assert style.text_on(Ink("accent1")) == Ink("bg1")
    assert style.text_on(Ink("accent2")) == Ink("tx1")


def test_text_takes_a_colour_only_if_it_reads_well_on_the_ground() -> None:
    """The name at a line's end has the line's colour, unless that is too light for text."""
    style = ChartStyle()

    assert style.text_like(Ink("accent1")) == Ink("accent1")
    assert style.text_like(Ink("accent2")) == Ink("tx1")


def test_the_palette_of_a_style_replaces_the_colours_of_a_plot() -> None:
    """A brand may want its third accent first."""
    style = ChartStyle(palette=("accent3", "accent5"))

    assert style.find_ink("accent1") == Ink("accent3")
    assert style.find_ink("accent3") == Ink("accent3")
