"""The colours that slides are drawn in, chosen for each layout so that all reads well. Pure.

A page says what a colour is for, its tone; the palette of its layout says which colour of the theme
that is, by what stands behind the body area.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from generator.charts.style import ChartStyle, Ink
from generator.inventory.deck import LayoutInfo, PlaceholderRole, ThemeInfo
from generator.ooxml.contrast import contrast
from generator.slides.page import Colour, Tone

_TEXT_CONTRAST = 4.5  # WCAG 1.4.3
_INK_CONTRAST = 7.0  # WCAG 1.4.6
_DOT_CONTRAST = 3.0
_NEAR_CONTRAST = 2.2
"""From here on a shade of an accent may serve; paler ones would become another colour."""

_RULES = (1.3, 4.0)
"""Least and most contrast of a rule to the ground."""

_PANELS = (1.02, 1.25)
"""The same of a panel: it groups, and must not shout."""

_TEXTS = ("tx1", "bg1", "tx2", "bg2")
_ACCENTS = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
_MAPPED = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
_MUTED = ((65, 35), (75, 25), (85, 15), (75, 0), (85, 0), (100, 0))
_ACCENT_SHADES = ((85, 0), (75, 0), (60, 0), (80, 20), (60, 40), (40, 60))
_RULE_SHADES = (("bg1", 75, 0), ("bg1", 65, 0), ("bg1", 75, 25), ("bg1", 50, 50), ("bg1", 85, 0))
_PANEL_SHADES = ((95, 0), (90, 10), (90, 0), (85, 15), (75, 25), (85, 0), (75, 0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The colours of the slides on one layout.

    Attributes:
        colours: One for every tone.
        needs_paper: Whether charts need a sheet of their own, since their colours are made for the
            theme's ground, and something else stands behind them.
        slots: Slot of the theme → RGB as this layout maps it.
        chart_slots: The same for charts, where `lt1` is what they stand on.
    """

    colours: Mapping[Tone, Colour]
    needs_paper: bool = False
    slots: Mapping[str, str] = field(default_factory=dict)
    chart_slots: Mapping[str, str] = field(default_factory=dict)

    def find(self, tone: Tone) -> Colour:
        """Return the colour for `tone`."""
        return self.colours[tone]

    def choose_text(self, ground: str) -> Colour:
        """Return the theme's text colour that reads best on `ground`."""
        mixer = _Mixer(style=ChartStyle(colours=self.slots))
        texts = (Colour(slot=slot) for slot in _TEXTS)
        return max(texts, key=lambda one: contrast(mixer.find(one), ground))


def choose_palette(layout: LayoutInfo, theme: ThemeInfo, text: str = "") -> Palette:
    """Return the colours for slides on `layout`.

    Args:
        layout: Tells what stands behind, and how its own text looks.
        theme: Tells the colours of a layout that says nothing of its own.
        text: RGB of the template's running text, for a layout that has none.
    """
    slots = find_slots(layout, theme)
    ground = layout.background if layout.colours else slots.get("lt1", "FFFFFF")
    own = find_text_colour(layout) or _find_colour(layout, PlaceholderRole.SUBTITLE)
    body = own or text or _find_colour(layout, PlaceholderRole.TITLE)
    return _choose(tuple(sorted(slots.items())), ground, body)


def find_slots(layout: LayoutInfo, theme: ThemeInfo) -> Mapping[str, str]:
    """Return the theme's colours as `layout` maps them: `lt1` is what slides call `bg1`."""
    mapped = {
        slot: layout.colours[name] for name, slot in _MAPPED.items() if name in layout.colours
    }
    others = {name: layout.colours[name] for name in _ACCENTS if name in layout.colours}
    return {**theme.colours, **others, **mapped}


def find_text_colour(layout: LayoutInfo) -> str:
    """Return the RGB of the text in the main hole of `layout`; empty if there is none."""
    return _find_colour(layout, PlaceholderRole.BODY)


def _find_colour(layout: LayoutInfo, role: PlaceholderRole) -> str:
    return next((hole.colour for hole in layout.by_role.get(role, ()) if hole.colour), "")


@lru_cache(maxsize=256)
def _choose(slots: tuple[tuple[str, str], ...], ground: str, body: str) -> Palette:
    colours = dict(slots)
    mixer = _Mixer(style=ChartStyle(colours=colours))
    ink = _choose_ink(mixer, ground, body)
    under = ground or _guess_ground(mixer, ink)
    panel = _choose_panel(mixer, ink, under, is_known=bool(ground))
    grounds = (under, mixer.find(panel))
    accent = _choose_accent(mixer, ink, grounds)
    text, paper = (mixer.find(Colour(slot=slot)) for slot in ("tx1", "bg1"))
    is_dim = not ground or contrast(text, ground) < _TEXT_CONTRAST
    needs_paper = is_dim and contrast(text, paper) >= _TEXT_CONTRAST
    return Palette(
        colours={
            Tone.INK: ink,
            Tone.MUTED: _choose_muted(mixer, ink, grounds),
            Tone.PAPER: _choose_paper(mixer, accent, under),
            Tone.PANEL: panel,
            Tone.RULE: _choose_rule(mixer, ink, under),
            Tone.ACCENT: accent,
            Tone.SHEET: Colour(slot="bg1"),
        },
        needs_paper=needs_paper,
        slots=colours,
        chart_slots={**colours, "lt1": ground} if ground and not needs_paper else colours,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mixer:
    """Tells what Office makes of a colour of the theme."""

    style: ChartStyle

    def find(self, colour: Colour) -> str:
        """Return `colour` as six hex digits."""
        if colour.rgb:
            return colour.rgb
        return self.style.find_rgb(Ink(colour.slot, colour.lum_mod, colour.lum_off))

    def shade(self, slot: str, mods: tuple[int, int]) -> Colour:
        """Return the colour of `slot`, changed."""
        return Colour(slot=slot, lum_mod=mods[0], lum_off=mods[1])

    def reads(self, colour: Colour, grounds: tuple[str, ...], least: float) -> bool:
        """Return whether `colour` has the `least` contrast to all `grounds`."""
        return all(contrast(self.find(colour), ground) >= least for ground in grounds)


def _choose_ink(mixer: _Mixer, ground: str, body: str) -> Colour:
    """Return the colour of text: the layout's own if the theme has it, else what reads best.

    Before a picture nothing can be measured; there the layout's own text colour is trusted.
    """
    texts = [Colour(slot=slot) for slot in _TEXTS]
    own = [colour for colour in texts if mixer.find(colour) == body]
    if not ground:
        return own[0] if own else max(texts, key=lambda one: -_differ(mixer.find(one), body))
    own += [Colour(slot="tx1", rgb=body)] if body and not own else []
    for colour in (*own, *texts):
        if contrast(mixer.find(colour), ground) >= _INK_CONTRAST:
            return colour
    return max(texts, key=lambda one: contrast(mixer.find(one), ground))


def _differ(rgb: str, other: str) -> float:
    return contrast(rgb, other) if other else contrast(rgb, "000000")


def _guess_ground(mixer: _Mixer, ink: Colour) -> str:
    """Return what a picture behind text of this colour must be like: far from it."""
    rgbs = [mixer.find(Colour(slot=slot)) for slot in _TEXTS]
    return max(rgbs, key=lambda rgb: contrast(rgb, mixer.find(ink)))


def _choose_accent(mixer: _Mixer, ink: Colour, grounds: tuple[str, ...]) -> Colour:
    """Return the first accent that reads as text, else a shade of one that nearly does.

    Where none does, text keeps its own colour.
    """
    accents = [Colour(slot=slot) for slot in _ACCENTS]
    near = [one for one in accents if mixer.reads(one, grounds, _NEAR_CONTRAST)]
    shaded = [mixer.shade(one.slot, mods) for one in near for mods in _ACCENT_SHADES]
    readable = (one for one in (*accents, *shaded) if mixer.reads(one, grounds, _TEXT_CONTRAST))
    return next(readable, ink)


def _choose_muted(mixer: _Mixer, ink: Colour, grounds: tuple[str, ...]) -> Colour:
    if ink.rgb:
        return ink
    shades = (mixer.shade(ink.slot, mods) for mods in _MUTED)
    return next((one for one in shades if mixer.reads(one, grounds, _TEXT_CONTRAST)), ink)


def _choose_rule(mixer: _Mixer, ink: Colour, ground: str) -> Colour:
    least, most = _RULES
    shades = [Colour(slot=slot, lum_mod=mod, lum_off=off) for slot, mod, off in _RULE_SHADES]
    shades += [mixer.shade(ink.slot, mods) for mods in ((50, 50), (50, 0), (75, 0), (100, 0))]
    fit = (one for one in shades if least <= contrast(mixer.find(one), ground) <= most)
    return next(fit, ink)


def _choose_panel(mixer: _Mixer, ink: Colour, ground: str, *, is_known: bool) -> Colour:
    """Return a shade near the ground that text reads well upon; before a picture, a sheet."""
    if not is_known:
        return max(
            (Colour(slot=slot) for slot in _TEXTS),
            key=lambda one: contrast(mixer.find(one), mixer.find(ink)),
        )
    least, most = _PANELS
    for enough in (_INK_CONTRAST, _TEXT_CONTRAST):
        for colour in _list_panels(mixer, ground):
            rgb = mixer.find(colour)
            is_near = least <= contrast(rgb, ground) <= most
            if is_near and contrast(mixer.find(ink), rgb) >= enough:
                return colour
    themed = [Colour(slot=slot) for slot in (*_TEXTS, *_ACCENTS)]
    readable = [one for one in themed if mixer.reads(one, (mixer.find(ink),), _TEXT_CONTRAST)]
    return min(readable or themed, key=lambda one: _distance(mixer.find(one), ground))


def _list_panels(mixer: _Mixer, ground: str) -> Iterator[Colour]:
    """Yield the theme's second ground, shades of the first, and shades of what is nearest."""
    yield Colour(slot="bg2")
    for slot in dict.fromkeys(("bg1", _nearest(mixer, ground).slot)):
        for mods in _PANEL_SHADES:
            yield mixer.shade(slot, mods)


def _nearest(mixer: _Mixer, ground: str) -> Colour:
    """Return the colour of the theme that is most like `ground`."""
    colours = (Colour(slot=slot) for slot in ("bg1", "tx1", "bg2", "tx2", *_ACCENTS))
    return min(colours, key=lambda one: _distance(mixer.find(one), ground))


def _distance(first: str, second: str) -> int:
    return sum(abs(int(first[at : at + 2], 16) - int(second[at : at + 2], 16)) for at in (0, 2, 4))


def _choose_paper(mixer: _Mixer, accent: Colour, ground: str) -> Colour:
    """Return the colour of dots upon the accent: the ground's, or one that can be seen."""
    colours = (_nearest(mixer, ground), *(Colour(slot=slot) for slot in ("bg1", "tx1")))
    rgb = mixer.find(accent)
    fit = (one for one in colours if contrast(mixer.find(one), rgb) >= _DOT_CONTRAST)
    return next(fit, Colour(slot="bg1"))
