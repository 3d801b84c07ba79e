"""A brand from the theme of an Office file, so that the half that is made matches the other."""

from __future__ import annotations

from generator.inventory.deck import ThemeInfo
from generator.ooxml.contrast import contrast
from generator.places import Place
from generator.starter.accents import SLOTS as ACCENTS
from generator.starter.brand import DEFAULT_FONT, Brand, Tone
from generator.starter.colour_book import Swatch
from generator.starter.colours import TEXT_CONTRAST, is_dark
from generator.starter.palette import CLEAR_CONTRAST, Given, ThemeColours, plan_palette

_SERIES = ("primary", "secondary", "tertiary", "info", "success", "warning")
_OTHERS = {"light": "lt2", "link": "hlink"}
_LEAST_OF_MAIN = 2.5
"""Contrast with the ground below which an accent is too faint to be the main colour."""

_NAMESAKES = frozenset("+")
"""How names of fonts begin that point back at the theme itself."""


def derive_brand(theme: ThemeInfo, name: str) -> Brand:
    """Return a brand with the colours and fonts of `theme`, as near as they read well."""
    ground = theme.colours.get("lt1", "FFFFFF")
    tone = Tone.DARK if is_dark(ground) else Tone.LIGHT
    pages = _plan(theme, Tone.LIGHT)
    return Brand(
        name=name,
        colours=pages.colours,
        slide_colours=(pages if tone is Tone.LIGHT else _plan(theme, tone, pages.order)).colours,
        palette=pages.order,
        notes=pages.notes,
        headings=_font(theme.major),
        base=_font(theme.minor),
    )


def _font(name: str) -> str:
    return name if name and name[0] not in _NAMESAKES else DEFAULT_FONT


def _plan(theme: ThemeInfo, tone: Tone, order: tuple[str, ...] = ()) -> ThemeColours:
    def swatch(slot: str) -> Swatch:
        return Swatch(rgb=theme.colours[slot], name=f"{slot} of the file")

    def accept(_message: str, _place: Place | None, _hint: str) -> None:
        """Let pass what a file gives: it is adjusted where it cannot be read."""

    ink, ground = theme.colours.get("dk1", "000000"), theme.colours.get("lt1", "FFFFFF")
    accents = [slot for slot in ACCENTS if slot in theme.colours]
    accents.sort(key=lambda slot: contrast(theme.colours[slot], ground) < _LEAST_OF_MAIN)
    named = {**dict(zip(_SERIES, accents, strict=False)), **_OTHERS}
    given = {name: swatch(slot) for name, slot in named.items() if slot in theme.colours}
    is_clear = max(contrast(ground, each) for each in ("000000", "FFFFFF")) >= CLEAR_CONTRAST
    if is_clear and contrast(ink, ground) >= TEXT_CONTRAST:
        given |= {"foreground": swatch("dk1"), "background": swatch("lt1")}
    return plan_palette(Given(tone=tone, named=given, order=order), accept)
