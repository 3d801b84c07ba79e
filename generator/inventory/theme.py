"""Reads a theme part: colour slots and fonts (`CT_OfficeStyleSheet` in dml-main.xsd)."""

from __future__ import annotations

from generator.inventory.colours import A, Scheme
from generator.inventory.deck import ThemeInfo
from generator.inventory.element import Element

EAST_ASIAN_SCRIPT = "Jpan"
"""The script whose font counts where `a:ea` is left empty; the others are by language, too."""


def read_theme(root: Element) -> ThemeInfo:
    """Return colours and fonts of the theme whose root element is `root`."""
    scheme = root.find(f"{A}themeElements/{A}clrScheme")
    colours = {} if scheme is None else dict(_colour(slot) for slot in scheme.iterchildren("{*}*"))
    fonts = f"{A}themeElements/{A}fontScheme"
    major, minor = root.find(f"{fonts}/{A}majorFont"), root.find(f"{fonts}/{A}minorFont")
    return ThemeInfo(
        colours=colours,
        major=_typeface(major, "latin"),
        minor=_typeface(minor, "latin"),
        major_east_asian=_east_asian(major),
        minor_east_asian=_east_asian(minor),
    )


def _colour(slot: Element) -> tuple[str, str]:
    """Return a slot's name and colour; a colour of the system counts as it was last seen."""
    return slot.tag.rpartition("}")[2], Scheme(slots={}).resolve(slot) or "000000"


def _typeface(font: Element | None, slot: str) -> str:
    found = None if font is None else font.find(f"{A}{slot}")
    return "" if found is None else found.get("typeface", "")


def _east_asian(font: Element | None) -> str:
    own = _typeface(font, "ea")
    if own or font is None:
        return own
    for entry in font.iterchildren(f"{A}font"):
        if entry.get("script") == EAST_ASIAN_SCRIPT:
            return entry.get("typeface", "")
    return ""
