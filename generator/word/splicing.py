"""The template's text with ours in it, joined as text: elements of long tables are never moved.

A placeholder stands where ours will; the text around is written once, and ours is put in between.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no types

from generator.word.markup import NAMESPACES, Element, Xml, write_part
from generator.word.runformat import parse_inside

_TARGET = "briefing-slot"
_PLACEHOLDER = re.compile(rf"<\?{_TARGET} ([0-9]+)\?>")
_DECLARED = re.compile(r'\sxmlns:([\w.-]+)="([^"]*)"')
_ROOT = re.compile(r"<([A-Za-z_][\w.-]*:)?document\b[^>]*")


def put_placeholder(element: Element, number: int) -> None:
    """Replace `element` in its tree by the placeholder of `number`."""
    placeholder = etree.ProcessingInstruction(_TARGET, str(number))
    placeholder.tail = element.tail
    element.getparent().replace(element, placeholder)


def splice(root: Element, contents: Mapping[int, Xml]) -> bytes:
    """Return the bytes of `root`, each placeholder replaced by the content of its number.

    Args:
        root: `w:document`.
        contents: By the numbers of placeholders.
    """
    text = _declare(write_part(root).decode("utf-8"), root)
    has_conflict = any(
        NAMESPACES.get(prefix, uri) != uri for prefix, uri in _DECLARED.findall(text)
    )
    pieces = _PLACEHOLDER.split(text)
    for place in range(1, len(pieces), 2):
        content = contents[int(pieces[place])]
        pieces[place] = _close_off(content) if has_conflict else content
    return "".join(pieces).encode("utf-8")


def _declare(text: str, root: Element) -> str:
    """Return the text of a part with all namespaces declared that ours uses."""
    missing = {prefix: uri for prefix, uri in NAMESPACES.items() if root.nsmap.get(prefix) is None}
    given = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in missing.items())
    start = _ROOT.search(text)
    if start is None:
        raise ValueError("the main part of a document begins with its root")
    name_end = start.start() + len((start[1] or "") + "document") + 1
    return text[:name_end] + given + text[name_end:]


def _close_off(content: Xml) -> str:
    """Return `content` with its namespaces declared on its own elements."""
    return "".join(
        etree.tostring(child, encoding="unicode", with_tail=False)
        for child in parse_inside(content)
    )
