"""The colours of a brand file: `color` read, and names followed to RGB values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from ruamel.yaml.nodes import Node

from generator.errors import suggest
from generator.inventory.placed_yaml import Reader, describe, is_mapping
from generator.places import Place, Placed
from generator.starter.brand import Tone
from generator.starter.colours import is_dark, is_translucent, parse_colour
from generator.starter.css_names import CSS_COLOURS

NAMES = (
    "foreground",
    "background",
    "primary",
    "secondary",
    "tertiary",
    "success",
    "info",
    "warning",
    "danger",
    "light",
    "dark",
    "link",
)
"""What brand.yml's `color` knows beside `palette`."""

PALETTE = "palette"

Written: TypeAlias = Mapping[Tone, Placed]
"""A colour as it is written, for light and for dark grounds; at least one of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Swatch:
    """A colour that was given.

    Attributes:
        name: How the file names it, such as `color.primary`.
        place: Where it is given.
        is_loose: Whether it was given for a ground of the other tone, and may be adjusted.
    """

    rgb: str
    name: str
    place: Place | None = None
    is_loose: bool = False


class ColourBook:
    """All colours that a brand file names."""

    def __init__(self, node: Node | None, reader: Reader) -> None:
        """Read the section `color`; errors go to `reader`."""
        self._reader = reader
        values = reader.mapping(node, (PALETTE, *NAMES))
        self._palette = {
            name: written
            for name, value in reader.mapping(values.pop(PALETTE, None)).items()
            if (written := self.read(value))
        }
        self._named = {
            name: written for name, value in values.items() if (written := self.read(value))
        }
        for written in (*self._palette.values(), *self._named.values()):
            for text in written.values():
                self.follow(text, Tone.LIGHT)

    @property
    def tone(self) -> Tone:
        """Return the tone of the ground that colours without variants are meant for."""
        written = self._named.get("background", {})
        if len(written) != 1:
            return Tone.LIGHT
        rgb = self.follow(self.choose(written, Tone.LIGHT), Tone.LIGHT)
        return Tone.DARK if rgb and is_dark(rgb) else Tone.LIGHT

    def read(self, node: Node | None) -> Written:
        """Return a colour as it is written: one text, or `light` and `dark`."""
        if node is None:
            return {}
        if not is_mapping(node):
            text = self._reader.text(node, "a colour")
            if text is None and describe(node) == "nothing":
                self._reader.refuse("no colour is given", node, _QUOTES)
            return {Tone.LIGHT: text} if text else {}
        pairs = self._reader.mapping(node, tuple(Tone))
        return {
            Tone(tone): text
            for tone, value in pairs.items()
            if (text := self._reader.text(value, "a colour"))
        }

    def swatches(self, tone: Tone) -> dict[str, Swatch]:
        """Return the named colours for grounds of `tone`, by their names in `color`."""
        found = ((name, self.choose(written, tone)) for name, written in self._named.items())
        return {
            name: Swatch(rgb=rgb, name=f"color.{name}", place=text.place)
            for name, text in found
            if (rgb := self.follow(text, tone))
        }

    def palette(self, tone: Tone) -> Iterator[Swatch]:
        """Yield the colours of the palette, in the file's order."""
        for name, written in self._palette.items():
            text = self.choose(written, tone)
            rgb = self.follow(text, tone)
            if rgb:
                yield Swatch(rgb=rgb, name=f"color.palette.{name}", place=text.place)

    def choose(self, written: Written, tone: Tone) -> Placed:
        """Return the variant for grounds of `tone`, or the only one there is."""
        return written.get(tone) or next(iter(written.values()))

    def swatch(self, written: Written, tone: Tone, name: str) -> Swatch | None:
        """Return a colour that stands outside `color`; None if there is none, or it is wrong."""
        if not written:
            return None
        text = self.choose(written, tone)
        rgb = self.follow(text, tone)
        is_loose = text is not written.get(tone) if len(written) > 1 else tone is not self.tone
        return Swatch(rgb=rgb, name=name, place=text.place, is_loose=is_loose) if rgb else None

    def follow(self, text: Placed, tone: Tone) -> str | None:
        """Return the RGB value that `text` comes to; a wrong one is refused and gives None.

        A name is looked for in the palette, then among the colours of `color`, then in CSS.
        """
        seen = [text]
        while True:
            name = seen[-1]
            found = self._palette.get(name) or self._named.get(name)
            if found is None:
                return parse_colour(name) or self._refuse(name)
            target = self.choose(found, tone)
            if target in seen:
                return parse_colour(target) or self._refuse_circle([*seen, target])
            seen.append(target)

    def _refuse(self, text: Placed) -> None:
        shown = text if len(text) <= len("rgb(255, 255, 255, 0.5)") else f"{text[:20]}…"
        if is_translucent(text):
            self._reader.refuse(
                f"'{shown}' lets what is behind it shine through",
                text.place,
                "Office themes have opaque colours alone: write it as '#12436D'",
            )
            return
        known = (*self._palette, *NAMES, *CSS_COLOURS)
        self._reader.refuse(
            f"no colour is given for '{shown}'", text.place, suggest(text, known) or _FORMS
        )

    def _refuse_circle(self, names: list[Placed]) -> None:
        """Refuse a circle once, wherever it was entered: told from its first name on."""
        circle = names[names.index(names[-1]) : -1]
        start = circle.index(min(circle))
        told = [*circle[start:], *circle[: start + 1]]
        self._reader.refuse(
            f"these colours name each other in a circle: {' → '.join(told)}",
            next((name.place for name in names[::-1] if name == told[0]), None),
            "give one of them as '#12436D'",
        )


_FORMS = "write it as '#12436D' in quotes, or name a colour of color.palette"
_QUOTES = "write it in quotes, as '#12436D': without them, # begins a comment"
