"""The twelve colours of a theme, from however few a brand gives. Pure.

What is given for text and ground is taken as it is, or refused if it cannot be read. What serves
as a mark or a tint is taken as near as it reads well, and what is not given is derived: so that
text has a contrast of 4.5:1 with its grounds, and the accents one of 3:1 with the paper.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from generator.ooxml.contrast import contrast
from generator.ooxml.theme import SLOTS
from generator.places import Place
from generator.starter.accents import SLOTS as ACCENTS
from generator.starter.accents import assign_slots, fill_slots, plan_series, settle_main
from generator.starter.brand import Tone
from generator.starter.colour_book import Swatch
from generator.starter.colours import (
    MARK_CONTRAST,
    TEXT_CONTRAST,
    deepen,
    is_dark,
    mix,
    shade,
    stands_out,
    turn,
)

Refuse = Callable[[str, Place | None, str], None]
"""Told what is wrong with a colour, where, and what to do."""

CLEAR_CONTRAST = 7.0
"""What black or white must have with a ground, so that colours in between can be read on it."""

PALE_SHARE = 0.15
"""How far quiet text on a cover is moved away from the paper's colour, see `theme.plan_shades`."""

ROUNDING = 0.05
"""How much less than asked for still counts: ratios are told with one digit."""

_TINT = 1.1
"""Contrast of a derived panel with the paper: seen, but quiet."""

_MOST_TINT = 1.25
_LEAST_TINT = 1.03
_DARK_PAPER = "14181D"
_BLACK, _GREY, _WHITE = "000000", "808080", "FFFFFF"


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """The colours that a brand gives, for grounds of one tone.

    Attributes:
        tone: Of the ground that is wanted.
        named: What stands in `color`, by name.
        spare: Further colours of the brand, in order of liking.
        fixed: Slot of the theme → its colour.
        order: The accents in the order in which series take them, where that is decided already.
        text: For running text; None where nothing is said, as are `heading` and `link`.
    """

    tone: Tone
    named: Mapping[str, Swatch] = field(default_factory=dict)
    spare: tuple[Swatch, ...] = ()
    fixed: Mapping[str, Swatch] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    text: Swatch | None = None
    heading: Swatch | None = None
    link: Swatch | None = None

    def find(self, *names: str) -> Swatch | None:
        """Return the first of the named colours that is given."""
        return next((self.named[name] for name in names if name in self.named), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeColours:
    """A theme's colours, and where each comes from.

    Attributes:
        colours: Slot → RGB, all slots.
        notes: Slot → a few words.
        order: The accents in the order in which series of charts take them.
    """

    colours: Mapping[str, str]
    notes: Mapping[str, str]
    order: tuple[str, ...]


def plan_palette(given: Given, refuse: Refuse) -> ThemeColours:
    """Return the colours of a theme; what cannot be used is told to `refuse`."""
    return _Planner(given, refuse).plan()


class _Planner:
    """Colours being decided, one slot after the other."""

    def __init__(self, given: Given, refuse: Refuse) -> None:
        self.given = given
        self.refuse = refuse
        self.fixed = {slot: each for slot, each in given.fixed.items() if not each.is_loose}
        self.colours: dict[str, str] = {}
        self.notes: dict[str, str] = {}
        self.order: tuple[str, ...] = ()
        self.is_dark = False

    def plan(self) -> ThemeColours:
        self._choose_ground()
        self._choose_panel()
        self._choose_heading()
        self._choose_accents()
        self._choose_links()
        return ThemeColours(
            colours={slot: self.colours[slot] for slot in SLOTS},
            notes={slot: self.notes[slot] for slot in SLOTS},
            order=self.order,
        )

    def _set(self, slot: str, rgb: str, note: str) -> None:
        self.colours[slot], self.notes[slot] = rgb, note

    @property
    def _paper(self) -> str:
        return self.colours["lt1"]

    @property
    def _grounds(self) -> tuple[str, ...]:
        """Return what text stands on."""
        return (self._paper, self.colours["lt2"])

    def _deepen(self, rgb: str, grounds: Iterable[str], least: float) -> str:
        """Return the colour nearest to `rgb` that stands out from `grounds`."""
        every = tuple(grounds)
        return deepen(rgb, lambda each: stands_out(each, every, least), to_white=self.is_dark)

    def _adjust(self, slot: str, swatch: Swatch, grounds: Iterable[str], least: float) -> None:
        """Set `slot` to the colour nearest to `swatch` that stands out from `grounds`."""
        rgb = self._deepen(swatch.rgb, grounds, least)
        self._set(slot, rgb, self._tell(swatch, rgb))

    def _tell(self, swatch: Swatch, rgb: str) -> str:
        if rgb == swatch.rgb:
            return swatch.name
        way = "lightened" if self.is_dark else "darkened"
        ratio = contrast(rgb, self._paper)
        return f"{swatch.name} #{swatch.rgb}, {way} to a contrast of {ratio:.1f} with the paper"

    def _choose_ground(self) -> None:
        """Choose paper and ink; both change places where the other tone is wanted."""
        given = self.given
        paper = given.fixed.get("lt1") or given.find("background")
        ink = given.fixed.get("dk1") or given.text or given.find("foreground")
        if ink and not paper:
            paper = Swatch(rgb=_WHITE, name="white, where no background is given")
        self._check_ground(paper, ink)
        wants_dark = given.tone is Tone.DARK
        if paper and is_dark(paper.rgb) != wants_dark:
            paper, ink = (ink if ink and is_dark(ink.rgb) == wants_dark else None), paper
        self.is_dark = wants_dark
        fallback = _DARK_PAPER if wants_dark else _WHITE
        self._set("lt1", paper.rgb if paper else fallback, paper.name if paper else "derived")
        if ink:
            self._adjust("dk1", ink, [self._paper], TEXT_CONTRAST)
        else:
            self._set("dk1", self._derive_ink(), "derived from the main colour")

    def _check_ground(self, paper: Swatch | None, ink: Swatch | None) -> None:
        if paper and max(contrast(paper.rgb, each) for each in (_BLACK, _WHITE)) < CLEAR_CONTRAST:
            self.refuse(
                f"the ground #{paper.rgb} ({paper.name}) is neither light nor dark: not even black "
                f"or white has a contrast of {CLEAR_CONTRAST:g}:1 with it",
                paper.place,
                "choose a lighter or a darker one",
            )
        elif ink and paper:
            self._check_text(ink, paper.rgb)

    def _check_text(self, swatch: Swatch, ground: str) -> None:
        """Refuse a colour for text that cannot be read on its ground."""
        ratio = contrast(swatch.rgb, ground)
        if swatch.is_loose or ratio >= TEXT_CONTRAST - ROUNDING:
            return
        to_white = is_dark(ground)
        better = deepen(
            swatch.rgb, lambda each: stands_out(each, [ground], TEXT_CONTRAST), to_white=to_white
        )
        self.refuse(
            f"text in #{swatch.rgb} ({swatch.name}) has a contrast of {ratio:.1f}:1 with the "
            f"ground #{ground}, and needs {TEXT_CONTRAST:g}:1 to be read",
            swatch.place,
            f"#{better} would do",
        )

    def _derive_ink(self) -> str:
        main = self.given.find("primary", "secondary", "dark")
        rgb = main.rgb if main else _BLACK
        if self.is_dark:
            return self._deepen(turn(mix(rgb, _WHITE, 0.5), 0, light=0.93), [self._paper], 12)
        return self._deepen(turn(mix(rgb, _GREY, 0.6), 0, light=0.15), [self._paper], 12)

    def _choose_panel(self) -> None:
        """Choose the second ground: a quiet tint of the paper that text reads well on."""
        fixed = self.fixed.get("lt2")
        if fixed:
            self._set("lt2", fixed.rgb, fixed.name)
            return
        light = self.given.find("dark" if self.is_dark else "light")
        if light and self._is_quiet(light.rgb):
            self._set("lt2", light.rgb, light.name)
            return
        main = self.given.find("primary", "secondary", "foreground")
        towards = main.rgb if main else self.colours["dk1"]
        if contrast(towards, self._paper) < _MOST_TINT:
            towards = self.colours["dk1"]
        self._set("lt2", self._tint(towards), "a tint of the paper")

    def _is_quiet(self, rgb: str) -> bool:
        is_between = _LEAST_TINT <= contrast(rgb, self._paper) <= _MOST_TINT
        return is_between and contrast(rgb, self.colours["dk1"]) >= TEXT_CONTRAST

    def _tint(self, towards: str) -> str:
        """Return the paper with a little of another colour in it."""
        steps = (mix(self._paper, towards, share / 100) for share in range(1, 50))
        tinted = next((each for each in steps if contrast(each, self._paper) >= _TINT), self._paper)
        is_readable = contrast(self.colours["dk1"], tinted) >= TEXT_CONTRAST
        return tinted if is_readable else self._paper

    def _choose_heading(self) -> None:
        """Choose the colour of headings, which covers have as their ground too."""
        fixed = self.fixed.get("dk2")
        if fixed:
            self._check_text(fixed, self._paper)
            self._set("dk2", fixed.rgb, fixed.name)
            return
        if self.given.heading:
            self._check_text(self.given.heading, self._paper)
        ink = Swatch(rgb=self.colours["dk1"], name="the colour of the text")
        heading = self.given.fixed.get("dk2") or self.given.heading
        swatch = heading or self.given.find("primary") or ink
        lightness = {"lighter" if self.is_dark else "darker": PALE_SHARE}
        self._adjust("dk2", swatch, (*self._grounds, shade(self._paper, **lightness)),
                     TEXT_CONTRAST)  # fmt: skip

    def _choose_accents(self) -> None:
        """Choose the colours of series, and the order in which series take them."""
        given = self.given
        fixed = {slot: each for slot, each in given.fixed.items() if slot in ACCENTS}
        for slot, swatch in fixed.items():
            if swatch.is_loose:
                rgb = self._deepen(swatch.rgb, [self._paper], MARK_CONTRAST)
                fixed[slot] = replace(swatch, rgb=rgb)
            else:
                self._check_mark(swatch)
        main = given.find("primary") or Swatch(rgb=self.colours["dk2"], name="the headings' colour")
        first = settle_main(self._deepen(main.rgb, self._grounds, TEXT_CONTRAST), self._paper)
        offered = [
            (swatch, self._deepen(swatch.rgb, [self._paper], MARK_CONTRAST))
            for swatch in self._offer()
        ]
        colours = [rgb for _, rgb in offered]
        if fixed:
            kept = {"accent1": first} | {slot: swatch.rgb for slot, swatch in fixed.items()}
            chosen, self.order = fill_slots(kept, colours, self._paper), ACCENTS
        else:
            series = plan_series(first, colours, self._paper)
            second = colours[0] if "secondary" in given.named else None
            chosen = assign_slots(series, second, given.order)
            slot_of = {rgb: slot for slot, rgb in chosen.items()}
            self.order = tuple(slot_of[rgb] for rgb in series)
        sources = {rgb: self._tell(swatch, rgb) for swatch, rgb in reversed(offered)}
        sources[first] = self._tell(main, first)
        for slot, rgb in chosen.items():
            told = fixed[slot].name if slot in fixed else sources.get(rgb, "derived")
            self._set(slot, rgb, told)

    def _offer(self) -> list[Swatch]:
        """Return the brand's colours beside the main one, in order of liking."""
        names = ("secondary", "tertiary", "info", "success", "warning", "danger")
        return [*(self.given.named[name] for name in names if name in self.given.named),
                *self.given.spare]  # fmt: skip

    def _check_mark(self, swatch: Swatch) -> None:
        ratio = contrast(swatch.rgb, self._paper)
        if ratio < MARK_CONTRAST - ROUNDING:
            better = self._deepen(swatch.rgb, [self._paper], MARK_CONTRAST)
            self.refuse(
                f"series in #{swatch.rgb} ({swatch.name}) have a contrast of {ratio:.1f}:1 with "
                f"the ground #{self._paper}, and need {MARK_CONTRAST:g}:1 to be seen",
                swatch.place,
                f"#{better} would do",
            )

    def _choose_links(self) -> None:
        given, fixed = self.given, self.fixed
        link = given.fixed.get("hlink") or given.link or given.find("link")
        if link:
            self._check_text(link, self._paper)
        swatch = link or Swatch(rgb=self.colours["accent1"], name="derived from the main colour")
        if "hlink" in fixed:
            self._set("hlink", fixed["hlink"].rgb, fixed["hlink"].name)
        else:
            self._adjust("hlink", swatch, self._grounds, TEXT_CONTRAST)
        visited = fixed.get("folHlink")
        if visited:
            self._check_text(visited, self._paper)
            self._set("folHlink", visited.rgb, visited.name)
            return
        turned = mix(turn(self.colours["hlink"], 50, light=0.42, least_saturation=0.25), _GREY, 0.4)
        self._set(
            "folHlink", self._deepen(turned, self._grounds, TEXT_CONTRAST), "derived from the link"
        )
