"""Slides read well in any theme, and on any ground that a layout puts behind them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.charts.style import ChartStyle, Ink
from generator.inventory.deck import LayoutInfo, LayoutRole, PlaceholderRole, ThemeInfo
from generator.ooxml.contrast import contrast
from generator.slides.page import ACCENT, INK, MUTED, PANEL, Colour, Tone
from generator.slides.palette import Palette, choose_palette
from tests.slides.layouts import BODY, RICH, THEME

LAYOUT = RICH.layouts[LayoutRole.CONTENT]
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"{number:06X}")
NAMES = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}


def find_rgb(palette: Palette, tone: Tone) -> str:
    """Return what Office makes of the colour for `tone`."""
    colour = palette.find(tone)
    return ChartStyle(colours=palette.slots).find_rgb(
        Ink(colour.slot, colour.lum_mod, colour.lum_off)
    )


def on_ground(ground: str, theme: ThemeInfo = THEME, body: str = "") -> LayoutInfo:
    """Return a layout whose body area stands on `ground`, and whose text is `body`."""
    colours = {**theme.colours, **{name: theme.colours[slot] for name, slot in NAMES.items()}}
    holes = {PlaceholderRole.BODY: (replace(BODY, colour=body),)}
    return replace(LAYOUT, background=ground, colours=colours, by_role=holes)


def test_the_first_accent_that_reads_as_text_is_taken() -> None:
    """Yellow numbers on white cannot be read."""
    pale = replace(THEME, colours={**THEME.colours, "accent1": "FFD500", "accent2": "F46A25"})

    assert choose_palette(LAYOUT, THEME).find(ACCENT) == Colour(slot="accent1")
    assert choose_palette(LAYOUT, pale).find(ACCENT) == Colour(slot="accent3")


def test_without_a_readable_accent_the_text_s_own_colour_serves() -> None:
    """Better plain than unreadable."""
    colours = {**THEME.colours, **{f"accent{n}": "FFF2CC" for n in range(1, 7)}}
    palette = choose_palette(LAYOUT, replace(THEME, colours=colours))

    assert palette.find(ACCENT) == palette.find(INK)


@pytest.mark.parametrize(
    ("lt2", "panel"),
    [
        ("F2F5F7", Colour(slot="bg2")),
        ("12436D", Colour(slot="bg1", lum_mod=95)),  # a dark second ground swallows the text
        ("FFFFFF", Colour(slot="bg1", lum_mod=95)),  # one like the first shows no panel
        ("FFE000", Colour(slot="bg1", lum_mod=95)),  # one that shouts draws the eye away
    ],
)
def test_a_panel_is_pale_and_can_be_seen(lt2: str, panel: Colour) -> None:
    """Themes use their second ground for anything."""
    theme = replace(THEME, colours={**THEME.colours, "lt2": lt2})

    assert choose_palette(LAYOUT, theme).find(PANEL) == panel


@given(ground=COLOURS)
def test_text_reads_on_any_ground(ground: str) -> None:
    """A dark slide, a coloured band: whatever stands behind, text has the contrast of WCAG."""
    palette = choose_palette(on_ground(ground), THEME)
    best = max(contrast(THEME.colours[slot], ground) for slot in NAMES.values())

    for tone in (INK, MUTED, ACCENT):
        assert contrast(find_rgb(palette, tone), ground) >= min(4.5, best)


@given(ground=COLOURS)
def test_text_reads_on_the_panels_of_any_ground(ground: str) -> None:
    """A panel groups; it must not swallow what stands on it."""
    palette = choose_palette(on_ground(ground), THEME)
    panel = find_rgb(palette, PANEL)

    assert contrast(find_rgb(palette, INK), panel) >= 4.0


def test_the_layout_s_own_text_colour_is_kept_where_the_theme_has_it() -> None:
    """What is drawn beside the layout's own text should look like it."""
    palette = choose_palette(on_ground("FFFFFF", body=THEME.colours["dk2"]), THEME)

    assert palette.find(INK) == Colour(slot="tx2")


def test_before_a_picture_the_layout_s_own_text_colour_is_trusted() -> None:
    """Nothing can be measured there, but its designer has looked at it."""
    palette = choose_palette(on_ground("", body="FFFFFF"), THEME)

    assert palette.find(INK) == Colour(slot="bg1")
    assert contrast(find_rgb(palette, PANEL), "FFFFFF") >= 7
    assert palette.needs_paper


def test_paper_that_would_be_no_better_is_not_laid() -> None:
    """Themes exist whose ground and text differ less than what really stands behind."""
    theme = replace(THEME, colours={**THEME.colours, "dk1": "797979", "lt1": "790041"})

    assert not choose_palette(on_ground("F5F5F5", theme), theme).needs_paper


def test_a_text_colour_is_chosen_for_what_is_behind() -> None:
    """White text on white is a slip of the template that need not be repeated."""
    palette = choose_palette(LAYOUT, THEME)

    assert palette.choose_text("FFFFFF") == Colour(slot="tx1")
    assert palette.choose_text("000000") == Colour(slot="bg1")


def test_charts_get_paper_where_the_ground_is_not_the_theme_s() -> None:
    """Their colours are chosen for the ground of the theme."""
    assert choose_palette(on_ground("12436D"), THEME).needs_paper
    assert not choose_palette(on_ground("FFFFFF"), THEME).needs_paper
