"""Colours as CSS writes them, and their contrast."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ooxml.contrast import contrast
from generator.starter.colours import (
    chroma,
    deepen,
    distance,
    is_translucent,
    mix,
    parse_colour,
    shade,
    stands_out,
    turn,
)

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"{number:06X}")


@pytest.mark.parametrize(
    ("written", "rgb"),
    [
        ("#12436D", "12436D"),
        ("12436d", "12436D"),
        ("#fa0", "FFAA00"),
        (" navy ", "000080"),
        ("RebeccaPurple", "663399"),
        ("rgb(18, 67, 109)", "12436D"),
        ("rgb(18 67 109)", "12436D"),
        ("rgb(100%, 0%, 50%)", "FF0080"),
        ("hsl(0, 100%, 50%)", "FF0000"),
        ("hsl(120deg 100% 25%)", "008000"),
        ("hsl(-120, 100%, 50%)", "0000FF"),
    ],
)
def test_all_ways_of_css_to_write_a_colour_are_read(written: str, rgb: str) -> None:
    """Brand files are made by tools that differ."""
    assert parse_colour(written) == rgb


@pytest.mark.parametrize(
    "written",
    ["", "#12436", "bleu", "rgb(300, 0, 0)", "rgb(1, 2)", "rgb(a, b, c)", "hsl(0, 100, 50)",
     "hsl(0, 200%, 50%)", "rgb(1deg, 2, 3)", "hsl(10%, 10%, 10%)", "#12436D;", "rgb(-1, 0, 0)"],
)  # fmt: skip
def test_what_is_no_colour_gives_none(written: str) -> None:
    """A guess would show in every chart."""
    assert parse_colour(written) is None


@pytest.mark.parametrize(
    "written", ["transparent", "#12345678", "#1234", "rgba(1, 2, 3, 0.5)", "hsl(1 2% 3% / 50%)"]
)
def test_what_shines_through_is_known_and_is_no_colour(written: str) -> None:
    """A theme holds opaque colours alone, and the message can say so."""
    assert is_translucent(written)
    assert parse_colour(written) is None


def test_contrast_is_that_of_wcag() -> None:
    """Known values: black on white, and the lightest grey for text."""
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("767676", "FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert contrast("FFFFFF", "767676") == contrast("767676", "FFFFFF")


@given(rgb=colours, ground=st.sampled_from(["FFFFFF", "F8F5EE", "E0E0E0"]))
def test_a_deepened_colour_stands_out_and_no_lighter_one_would(rgb: str, ground: str) -> None:
    """The brand's colour is kept as near as it can be read."""
    deep = deepen(rgb, lambda each: stands_out(each, [ground], 4.5))

    assert contrast(deep, ground) >= 4.5
    if deep != rgb:
        assert contrast(deep, ground) < 4.75


@given(rgb=colours)
def test_on_a_dark_ground_colours_go_the_other_way(rgb: str) -> None:
    """Darker would be worse there."""
    found = deepen(rgb, lambda each: contrast(each, "101820") >= 4.5, to_white=True)

    assert contrast(found, "101820") >= 4.5


def test_shades_are_those_of_office() -> None:
    """Lighter by 40 per cent of Office's own blue is what its menu of colours shows."""
    assert shade("4472C4", lighter=0.4) == "8FAADC"
    assert shade("FFFFFF", darker=0.15) == "D9D9D9"
    assert shade("12436D") == "12436D"


def test_mixing_goes_all_the_way() -> None:
    """Both ends are exact."""
    assert (mix("000000", "FF8000", 0), mix("000000", "FF8000", 1)) == ("000000", "FF8000")
    assert mix("000000", "FFFFFF", 0.5) == "808080"


def test_turning_by_half_gives_the_opposite_hue() -> None:
    """Red becomes cyan."""
    assert turn("FF0000", 180, light=0.5) == "00FFFF"
    assert turn("808080", 0, light=0.5, least_saturation=1.0) == "FF0000"


@given(one=colours, other=colours)
def test_distance_is_the_same_both_ways(one: str, other: str) -> None:
    """It measures, and has no order."""
    assert distance(one, other) == pytest.approx(distance(other, one))
    assert distance(one, one) == 0


def test_black_and_white_are_one_apart() -> None:
    """Oklab's lightness goes from 0 to 1."""
    assert distance("000000", "FFFFFF") == pytest.approx(1, abs=0.001)


def test_chroma_tells_colourful_from_grey() -> None:
    """Greys have none, and pure blue has the most on a screen."""
    assert chroma("808080") == pytest.approx(0, abs=1e-6)
    assert chroma("0000FF") == pytest.approx(0.313, abs=0.001)
    assert chroma(shade("0B5D3B", saturation=0.5)) < chroma("0B5D3B")
