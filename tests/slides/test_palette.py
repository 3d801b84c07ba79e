"""Slides read well in any theme."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.slides.page import INK, PANEL, Colour
from generator.slides.palette import choose_palette
from tests.slides.layouts import THEME


def test_the_first_accent_that_reads_as_text_is_taken() -> None:
    """Yellow numbers on white cannot be read."""
    pale = replace(THEME, colours={**THEME.colours, "accent1": "FFD500", "accent2": "F46A25"})

    assert choose_palette(THEME).accent == Colour(slot="accent1")
    assert choose_palette(pale).accent == Colour(slot="accent3")


def test_without_a_readable_accent_the_text_s_own_colour_serves() -> None:
    """Better plain than unreadable."""
    colours = {**THEME.colours, **{f"accent{n}": "FFF2CC" for n in range(1, 7)}}

    assert choose_palette(replace(THEME, colours=colours)).accent == INK


@pytest.mark.parametrize(
    ("lt2", "panel"),
    [
        ("F2F5F7", Colour(slot="bg2")),
        ("12436D", PANEL),  # a dark second ground swallows the text
        ("FFFFFF", PANEL),  # one that is like the first shows no panel
        ("FFE000", PANEL),  # one that shouts draws the eye away
    ],
)
def test_a_panel_is_pale_and_can_be_seen(lt2: str, panel: Colour) -> None:
    """Themes use their second ground for anything."""
    theme = replace(THEME, colours={**THEME.colours, "lt2": lt2})

    assert choose_palette(theme).panel == panel
