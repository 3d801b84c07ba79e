"""Colours of series that a drawn chart had not: the format of another one, in the next accent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.charts.binding.names import A, C
from generator.ooxml.opc import Element

_COLOURS = (f"{A}schemeClr", f"{A}srgbClr", f"{A}sysClr", f"{A}prstClr")
_ACCENTS = tuple(f"accent{number}" for number in range(1, 7))
_ROUNDS: tuple[tuple[tuple[str, str], ...], ...] = (
    (),
    (("lumMod", "60000"),),
    (("lumMod", "80000"), ("lumOff", "20000")),
    (("lumMod", "80000"),),
    (("lumMod", "60000"), ("lumOff", "40000")),
    (("lumMod", "50000"),),
)
"""How Office shades the six accents when it goes through them again."""

Signature = tuple[str, str, tuple[tuple[str, str], ...]]


def part_colours(series: Element, others: Iterable[Element]) -> None:
    """Give `series` a colour that none of `others` has, unless Office chooses it by itself.

    Args:
        series: A copy of another series; changed in place.
        others: The series before it.
    """
    main = _find_main(series)
    if main is None:
        return
    used = {_sign(colour) for other in others if (colour := _find_main(other)) is not None}
    if _sign(main) not in used:
        return
    chosen = next((each for each in _list_next(main) if each not in used), None)
    if chosen is None:
        return
    before = (main.tag, main.get("val", ""))
    for colour in [each for each in series.iter(*_COLOURS) if _is_same(each, before)]:
        made = colour.makeelement(f"{A}schemeClr", {"val": chosen[1]}, colour.nsmap)
        if colour is main:
            for name, value in chosen[2]:
                made.append(made.makeelement(f"{A}{name}", {"val": value}))
        made.extend(child for child in colour if colour is not main or _keeps(child))
        colour.getparent().replace(colour, made)


def _find_main(series: Element) -> Element | None:
    """Return the colour that a reader tells a series by: of its fill, its line or its marker."""
    paths = (
        f"{C}spPr/{A}solidFill",
        f"{C}spPr/{A}gradFill",
        f"{C}spPr/{A}pattFill",
        f"{C}spPr/{A}ln/{A}solidFill",
        f"{C}marker/{C}spPr/{A}solidFill",
    )
    for path in paths:
        found = series.find(path)
        colour = None if found is None else next(found.iter(*_COLOURS), None)
        if colour is not None:
            return colour
    return None


def _sign(colour: Element) -> Signature:
    shades = tuple(
        (child.tag.rpartition("}")[2], child.get("val", ""))
        for child in colour
        if not _keeps(child)
    )
    return (colour.tag.rpartition("}")[2], colour.get("val", ""), shades)


def _keeps(child: Element) -> bool:
    """Return whether a shade is none: transparency goes with the format."""
    return child.tag.startswith(f"{A}alpha")


def _list_next(colour: Element) -> Iterator[Signature]:
    """Yield the accents after `colour`, then their shades."""
    name = colour.get("val", "")
    start = _ACCENTS.index(name) + 1 if name in _ACCENTS else 0
    for shades in _ROUNDS:
        for step in range(len(_ACCENTS)):
            yield ("schemeClr", _ACCENTS[(start + step) % len(_ACCENTS)], shades)


def _is_same(colour: Element, before: tuple[str, str]) -> bool:
    return (colour.tag, colour.get("val", "")) == before
