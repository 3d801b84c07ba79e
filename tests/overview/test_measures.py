"""Lengths and papers in the words of designers."""

from __future__ import annotations

import pytest

from generator.overview.measures import name_paper, name_ratio, tell_colour, tell_points, tell_size
from generator.units import Size, cm, inches


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        (Size(cm(21), cm(29.7)), "A4"),
        (Size(cm(29.7), cm(21)), "A4 landscape"),
        (Size(inches(8.5), inches(11)), "Letter"),
        (Size(cm(20), cm(20)), ""),
    ],
)
def test_papers_have_their_names(size: Size, expected: str) -> None:
    """Nobody thinks of A4 as 11906 twips."""
    assert name_paper(size) == expected


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        (Size(inches(13.333), inches(7.5)), "16:9"),
        (Size(inches(10), inches(7.5)), "4:3"),
        (Size(cm(21), cm(29.7)), ""),
    ],
)
def test_slides_have_their_ratios(size: Size, expected: str) -> None:
    """The first thing to know of a deck."""
    assert name_ratio(size) == expected


def test_what_is_not_known_is_left_empty() -> None:
    """A size of nought points would be a lie."""
    assert (tell_points(0.0), tell_colour("")) == ("", "")
    assert (tell_points(10.5), tell_colour("12436D")) == ("10.5 pt", "#12436D")
    assert tell_size(Size(cm(21), cm(29.7))) == "21.0 × 29.7 cm"
