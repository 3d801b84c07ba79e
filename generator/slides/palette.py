"""The few colours that slides are drawn in, chosen from the theme so that all reads well. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from generator.charts.style import contrast, luminance
from generator.inventory.deck import ThemeInfo
from generator.slides.page import ACCENT, INK, PANEL, Colour

_TEXT_CONTRAST = 4.5  # WCAG 1.4.3
_PANEL_CONTRAST = 7.0
_FARTHEST_PANEL = 1.25
"""Most that a panel may stand out from the ground: it groups, and must not shout."""

_ACCENTS = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6")


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Colours of one deck; text and rules have theirs from the theme's text and ground."""

    accent: Colour = ACCENT
    panel: Colour = PANEL


def choose_palette(theme: ThemeInfo) -> Palette:
    """Return the first accent that reads as text, and a panel that text reads well upon.

    Slots are taken as the master maps them by default: `tx1` is `dk1`, `bg1` is `lt1`.
    """
    return Palette(accent=_choose_accent(theme), panel=_choose_panel(theme))


def _choose_accent(theme: ThemeInfo) -> Colour:
    ground = theme.colours.get("lt1", "FFFFFF")
    for slot in _ACCENTS:
        rgb = theme.colours.get(slot)
        if rgb and contrast(rgb, ground) >= _TEXT_CONTRAST:
            return Colour(slot=slot)
    return INK


def _choose_panel(theme: ThemeInfo) -> Colour:
    """Return the theme's second ground if it is a pale one, else a shade of the first."""
    ground, panel = theme.colours.get("lt1"), theme.colours.get("lt2")
    ink = theme.colours.get("dk1")
    if not (ground and panel and ink):
        return PANEL
    is_pale = contrast(panel, ground) <= _FARTHEST_PANEL and luminance(panel) < luminance(ground)
    if is_pale and contrast(ink, panel) >= _PANEL_CONTRAST:
        return Colour(slot="bg2")
    return PANEL
