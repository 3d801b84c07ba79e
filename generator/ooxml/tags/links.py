"""Hyperlinks: addresses that hold tags, and relationships to addresses that values bring."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

from generator.ooxml.opc import OFFICE, Link, Package
from generator.ooxml.tags.dialect import R
from generator.ooxml.tags.gathering import Locate
from generator.ooxml.tags.scanning import OUTPUT, OpenTagError, Scanned, scan
from generator.ooxml.tags.spot import Spot
from generator.ooxml.tags.tag import Draft, Tag

_HYPERLINK = "hyperlink"
_ADDRESS = re.compile(r"(?:https?|mailto):\S", re.IGNORECASE)
_RELATION = re.compile(r"rId\w+\Z")
_TAGGED = re.compile(r"(?:\{|%7B)(?:\{|%7B|%25|%)", re.IGNORECASE)
_KEPT = "%/:=&?~#+!$,;'@()*[]"
"""Signs of an address that are not written as numbers."""


def is_address(text: str) -> bool:
    """Return whether a link may lead to `text`."""
    return bool(_ADDRESS.match(text))


def refuse_address(address: str, spot: Spot) -> None:
    """Report that no link may lead to `address`."""
    spot.report(
        f"'{address}' is no address that a link may lead to",
        "it must begin with http:, https: or mailto:",
    )


def relate_address(package: Package, part: str, address: str) -> str:
    """Return the id of a relationship of `part` to an address outside; adds it where needed.

    Args:
        package: Changed in place.
        part: Name of the part.
        address: Where to, or the id of a relationship that the part has.
    """
    links = package.links.setdefault(part, [])
    taken = {link.id for link in links}
    if _RELATION.match(address) and address in taken:
        return address
    target = quote(address, safe=_KEPT)
    for link in links:
        if link.is_external and link.target == target and link.kind == _HYPERLINK:
            return link.id
    number = len(links) + 1
    while f"rId{number}" in taken:
        number += 1
    links.append(
        Link(id=f"rId{number}", type=f"{OFFICE}/{_HYPERLINK}", target=target, is_external=True)
    )
    return f"rId{number}"


def gather_links(draft: Draft, package: Package, locate: Locate) -> None:
    """Let the links of a part whose addresses hold tags lead to what these come out as."""
    tagged = {
        (part, link.id): unquote(link.target)
        for part in (draft.name, *draft.parts.values())
        for link in package.links.get(part, ())
        if link.is_external and link.kind == _HYPERLINK and _TAGGED.search(link.target)
    }
    if not tagged:
        return
    for element in draft.root.iter("*"):
        id_ = element.get(f"{R}id")
        address = tagged.get((draft.find_part(element), id_)) if id_ else None
        if address is not None:
            tag = read_address(draft, address, locate(element))
            if tag is not None:
                tag.part = draft.find_part(element)
                element.set(f"{R}id", draft.add_tag(tag))
                draft.is_changed = True


def drop_tagged_links(package: Package, part: str) -> None:
    """Forget the relationships of a rendered part whose addresses hold tags."""
    package.links[part] = [
        link
        for link in package.links.get(part, [])
        if not (link.is_external and link.kind == _HYPERLINK and _TAGGED.search(link.target))
    ]


def read_address(draft: Draft, address: str, place: str) -> Tag | None:
    """Return the tag that stands for an address with tags in it."""
    try:
        found = scan(address, ())
    except OpenTagError as error:
        draft.report(place, f"'{error.kind}' is not closed in the address '{address}'")
        return None
    if not found:
        return None
    for one in found:
        if one.kind != OUTPUT:
            draft.report(place, f"'{one.source}' cannot stand in an address: only values can")
            return None
    return Tag(
        number=0,
        kind=OUTPUT,
        level="",
        inner=_write_expression(address, found),
        source=address,
        place=place,
        filter="link",
    )


def _write_expression(address: str, found: list[Scanned]) -> str:
    """Return an address with tags as one expression."""
    parts: list[str] = []
    position = 0
    for one in found:
        parts.append(_write_literal(address[position : one.start]))
        parts.append(f"({one.inner})")
        position = one.end
    parts.append(_write_literal(address[position:]))
    return " ~ ".join(part for part in parts if part) + (" ~ ''" if len(parts) else "")


def _write_literal(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'" if text else ""
