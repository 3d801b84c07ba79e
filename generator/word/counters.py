"""The numbers that Word will show at headings, counted from the template's own definitions."""

from __future__ import annotations

import re
from collections import defaultdict

from generator.inventory.report import StyleRole
from generator.word.listlevel import ListLevel
from generator.word.markup import Element, W
from generator.word.numbering import Numbering

HEADING_ROLES = (
    StyleRole.HEADING_1,
    StyleRole.HEADING_2,
    StyleRole.HEADING_3,
    StyleRole.HEADING_4,
)

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_ALPHABET = 26
_UNSEEN = frozenset({"none", "bullet"})


class HeadingCounter:
    """Counts headings as Word does: a level starts again when a higher one moves on."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: defaultdict[int, dict[int, int]] = defaultdict(dict)

    def number_next(self, level: int) -> str:
        """Return the number of the next heading of `level` (from 1); empty when it has none."""
        place = self._numbering.level_of(HEADING_ROLES[level - 1])
        return self.count(place) if place else ""

    def count(self, place: ListLevel) -> str:
        """Return the number of the next paragraph of `place`; empty when it shows none."""
        counts = self._counts[place.number]
        definition = self._numbering.find_level(place.number, place.level)
        if definition is None or _read(definition, "numFmt", "decimal") in _UNSEEN:
            return ""
        start = int(_read(definition, "start", "1"))
        counts[place.level] = counts.get(place.level, start - 1) + 1
        for deeper in [other for other in counts if other > place.level]:
            del counts[deeper]
        text = _read(definition, "lvlText", "")
        return re.sub("%([1-9])", lambda match: self._show(place.number, int(match[1]) - 1), text)

    def _show(self, number: int, level: int) -> str:
        definition = self._numbering.find_level(number, level)
        if definition is None:
            return ""
        start = int(_read(definition, "start", "1"))
        count = self._counts[number].get(level, start)
        return show_number(count, _read(definition, "numFmt", "decimal"))


def _read(level: Element, name: str, default: str) -> str:
    found = level.find(f"{W}{name}")
    return default if found is None else found.get(f"{W}val", default)


def show_number(count: int, kind: str) -> str:
    """Return `count`, at least 0, in the number format `kind` (`ST_NumberFormat`)."""
    match kind:
        case "upperRoman":
            return _roman(count).upper()
        case "lowerRoman":
            return _roman(count)
        case "upperLetter":
            return _letters(count).upper()
        case "lowerLetter":
            return _letters(count)
        case "decimalZero":
            return f"{count:02d}"
        case _:
            return str(count)


def _roman(count: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        written += sign * (count // value)
        count %= value
    return written


def _letters(count: int) -> str:
    """Return a … z, then aa, bb …, which is how Word goes on after z."""
    if count < 1:
        return ""
    return chr(ord("a") + (count - 1) % _ALPHABET) * ((count - 1) // _ALPHABET + 1)
