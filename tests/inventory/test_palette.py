"""Colours of charts on themes that were made without charts in mind."""

from __future__ import annotations

from generator.inventory.deck import ThemeInfo
from generator.inventory.palette import order_palette


def make_theme(*accents: str, ground: str = "FFFFFF") -> ThemeInfo:
    """Return a theme with six accents."""
    colours = {f"accent{number}": colour for number, colour in enumerate(accents, 1)}
    return ThemeInfo(colours={"lt1": ground, **colours}, major="Calibri", minor="Calibri")


def test_colours_that_stand_out_keep_their_order() -> None:
    """The designer's order is the house's."""
    theme = make_theme("12436D", "801650", "3D3D3D", "1A5FA8", "5B3A8C", "28706A")

    assert order_palette(theme) == tuple(f"accent{number}" for number in range(1, 7))


def test_tints_and_colours_that_are_there_twice_come_last() -> None:
    """Yellow lines on white are hardly seen, and two series of one colour cannot be told apart."""
    theme = make_theme("FFE07F", "A02226", "A02226", "F68B33", "3D3D3D", "FFFFFF")

    assert order_palette(theme)[:2] == ("accent2", "accent5")


def test_on_a_dark_ground_light_colours_stand_out() -> None:
    """The ground is the theme's, not paper."""
    theme = make_theme("12436D", "FFE07F", "F2F2F2", "222222", "F68B33", "000000", ground="101820")

    assert order_palette(theme)[:3] == ("accent2", "accent3", "accent5")


def test_the_ground_of_the_slides_counts_and_not_the_theme_s() -> None:
    """A master may turn the theme round, or lie on a colour of its own."""
    theme = make_theme("12436D", "FFE07F", "F2F2F2", "222222", "F68B33", "000000")

    assert order_palette(theme, "101820")[:3] == ("accent2", "accent3", "accent5")


def test_a_theme_without_a_colour_is_read_too() -> None:
    """Slots may be missing in files of small programs."""
    theme = ThemeInfo(colours={}, major="", minor="")

    assert len(order_palette(theme)) == 6
