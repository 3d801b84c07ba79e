"""Links from slide to slide, when slides are repeated or left out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.ooxml.opc import Link, Package
from generator.ooxml.tags.dialect import R
from generator.ooxml.tags.slidecopies import Slide

_BEHIND = ("slideMaster", "slideLayout")


def mend_jumps(package: Package, before: Sequence[str], slides: Sequence[Slide]) -> None:
    """Let links lead to the copy of a slide that is meant, and drop those that lead to none.

    A link to a slide further on in the template leads to the next that comes of it, one to a
    slide before to the last that came of it: so in a loop, links stay in the same round.

    Args:
        package: Changed in place.
        before: Names of the slides of the template, in order.
        slides: The slides that came of them.
    """
    if [slide.name for slide in slides] == list(before):
        return
    ranks = {name: rank for rank, name in enumerate(before)}
    positions: dict[str, list[int]] = {name: [] for name in before}
    for position, slide in enumerate(slides):
        positions[slide.source].append(position)
    for position, slide in enumerate(slides):
        targets = {
            link.target: choose_copy(
                positions[link.target], position, ranks[link.target] > ranks[slide.source]
            )
            for link in package.links.get(slide.name, ())
            if link.kind == "slide" and link.target in ranks and link.target != slide.name
        }
        names = {name: slides[at].name if at is not None else None for name, at in targets.items()}
        _redirect(package, slide.name, names)
    lost = dict.fromkeys(name for name, found in positions.items() if not found)
    for name in [link.target for _, link in package.walk() if link.kind in _BEHIND]:
        _redirect(package, name, lost)


def choose_copy(positions: Sequence[int], here: int, is_further: bool) -> int | None:
    """Return which of `positions` a link from `here` leads to; None if there is none."""
    if not positions:
        return None
    if is_further:
        return positions[min(bisect_right(positions, here), len(positions) - 1)]
    return positions[max(bisect_left(positions, here) - 1, 0)]


def _redirect(package: Package, part: str, names: Mapping[str, str | None]) -> None:
    """Let the links of `part` to slides lead to others: name → new name, None to drop them."""
    kept: list[Link] = []
    dropped: set[str] = set()
    for link in package.links.get(part, ()):
        if link.kind != "slide" or link.target not in names:
            kept.append(link)
        elif (target := names[link.target]) is None:
            dropped.add(link.id)
        else:
            kept.append(replace(link, target=target))
    if dropped:
        root = package.read_xml(part)
        for element in list(root.iter("*")):
            if element.get(f"{R}id") in dropped:
                element.getparent().remove(element)
        package.write_xml(part, root)
    if part in package.links:
        package.links[part] = kept
