"""Hyperlinks of a deck whose addresses hold tags.

Which slide a link comes to stand in is known only when the slides are parted again, so an address
is written in the place of the id of a relationship until then.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from generator.ooxml.opc import Element, Package
from generator.ooxml.tags.dialect import R
from generator.ooxml.tags.gathering import Locate
from generator.ooxml.tags.links import (
    drop_tagged_links,
    is_address,
    read_address,
    relate_address,
)
from generator.ooxml.tags.slidesource import PART, SLIDE
from generator.ooxml.tags.splitting import find_around
from generator.ooxml.tags.tag import Draft, Problem

_ADDRESS = "address:"
_OPEN = re.compile(r"\{|%7B", re.IGNORECASE)


def gather_addresses(draft: Draft, package: Package, locate: Locate) -> None:
    """Let the links whose addresses hold tags name, for now, what these come out as."""
    parts = [wrapper.get("part") for wrapper in draft.root.iter(SLIDE, PART)] or [draft.name]
    tagged = {
        (part, link.id): unquote(link.target)
        for part in parts
        for link in package.links.get(part, ())
        if link.is_external and link.kind == "hyperlink" and _OPEN.search(link.target)
    }
    if not tagged:
        return
    for element in draft.root.iter("*"):
        id_ = element.get(f"{R}id")
        address = tagged.get((_find_part(draft, element), id_)) if id_ else None
        if address is not None:
            tag = read_address(draft, address, locate(element))
            if tag is not None:
                tag.filter = "plain"
                mark = draft.add_tag(tag)
                element.set(f"{R}id", f"{_ADDRESS}{draft.tags.index(tag)}:{mark}")
                draft.is_changed = True


def _find_part(draft: Draft, element: Element) -> str:
    wrapper = find_around(element, (SLIDE, PART))
    return draft.name if wrapper is None else wrapper.get("part")


def settle_addresses(
    root: Element, part: str, package: Package, draft: Draft, problems: list[Problem]
) -> None:
    """Relate a rendered part to the addresses that its links name.

    Args:
        root: Of the part, changed in place.
        part: Its name.
        package: Changed in place.
        draft: What the part was made of.
        problems: Takes what is wrong with an address.
    """
    is_settled = False
    for element in root.iter("*"):
        id_ = element.get(f"{R}id", "")
        if id_.startswith(_ADDRESS):
            _, number, address = id_.split(":", 2)
            tag = draft.tags[int(number)]
            is_settled = True
            if is_address(address):
                element.set(f"{R}id", relate_address(package, part, address))
            else:
                message = (
                    f"'{address}' of '{tag.source}' is no address: it must begin with http:, "
                    "https: or mailto:"
                )
                problem = Problem(place=tag.place, message=message)
                if problem not in problems:
                    problems.append(problem)
    if is_settled:
        drop_tagged_links(package, part)
