"""WordprocessingML as text that cannot be malformed: the one place where text is escaped.

A report has hundreds of thousands of elements when it holds a long table. They are joined as text
and parsed once, which is many times faster than making each one an object.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, NewType, TypeAlias

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no types

from generator.errors import DataError

Xml = NewType("Xml", str)
"""Well-formed content of an element; made here alone, so that no plain text passes for it."""

Element: TypeAlias = Any
"""An element of a parsed part, `lxml.etree._Element`; lxml comes without types."""

Attributes = Mapping[str, str | int]

NOTHING = Xml("")

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
}

W = "{" + NAMESPACES["w"] + "}"
"""Namespace of WordprocessingML, as lxml writes it before a tag."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPECIAL = re.compile('[&<>"\t\n\r]')
_ENTITIES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "\t": "&#9;",
    "\n": "&#10;",
    "\r": "&#13;",
}


def escape(text: str) -> Xml:
    """Return `text` as content of an element or attribute.

    Raises:
        DataError: `text` holds a character that XML cannot hold.
    """
    forbidden = _FORBIDDEN.search(text)
    if forbidden:
        code = ord(forbidden.group())
        raise DataError(
            f"the text '{_excerpt(text, forbidden.start())}' holds the character U+{code:04X}, "
            "which no Word file can hold",
            hint="delete the character; it is invisible and often comes with copied text",
        )
    return Xml(_SPECIAL.sub(lambda match: _ENTITIES[match.group()], text))


def _excerpt(text: str, position: int) -> str:
    near = text[max(0, position - 15) : position + 15]
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", near)


def tag(name: str, attributes: Attributes | None = None, *content: Xml) -> Xml:
    """Return the element `name` with `attributes`, in their order, and `content`."""
    given = "".join(f' {key}="{escape(str(value))}"' for key, value in (attributes or {}).items())
    inner = "".join(content)
    return Xml(f"<{name}{given}>{inner}</{name}>" if inner else f"<{name}{given}/>")


def val(name: str, value: str | int) -> Xml:
    """Return the element `name` with the attribute `w:val`, the most frequent kind in Word."""
    return tag(name, {"w:val": value})


def join(parts: Iterable[Xml]) -> Xml:
    """Return `parts` as one piece."""
    return Xml("".join(parts))


def parse_pieces(content: Xml) -> list[Element]:
    """Return the elements of `content`, with the namespaces of `NAMESPACES` declared."""
    return list(parse_part(Xml(tag("w:body", None, content))))


def parse_part(root: Xml) -> Element:
    """Return the element `root`, with the namespaces of `NAMESPACES` declared in it."""
    declared = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    end = re.search(r"[\s/>]", root)
    position = end.start() if end else len(root)
    parser = etree.XMLParser(huge_tree=True, resolve_entities=False, no_network=True)
    return etree.fromstring(root[:position] + declared + root[position:], parser)


def read_part(data: bytes) -> Element:
    """Return the root element of a part's bytes."""
    parser = etree.XMLParser(huge_tree=True, resolve_entities=False, no_network=True)
    return etree.fromstring(data, parser)


def write_part(root: Element) -> bytes:
    """Return the bytes of a part."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def new_element(name: str, spaces: Mapping[str | None, str] | None = None) -> Element:
    """Return an empty element; `name` has its namespace in braces.

    Args:
        name: Of the element.
        spaces: Prefix → namespace that it declares; None for none.
    """
    return etree.Element(name, nsmap=dict(spaces or {}))


def local_name(element: Element) -> str:
    """Return the name of `element` without its namespace; empty for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
