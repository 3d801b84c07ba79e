"""Markup as text: elements with escaped attributes, in the order in which they are written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias
from xml.sax.saxutils import escape, quoteattr

Attributes: TypeAlias = Mapping[str, str | int]

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

WORD_NAMESPACES = {
    "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
DRAWING_NAMESPACES = {
    "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "xmlns:wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "xmlns:pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
SLIDE_NAMESPACES = {
    "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "xmlns:p": "http://schemas.openxmlformats.org/presentationml/2006/main",
}


def tag(name: str, attributes: Attributes | None = None, *children: str) -> str:
    """Return one element; `children` are markup already, attribute values are not."""
    pairs = "".join(f" {key}={quoteattr(str(value))}" for key, value in (attributes or {}).items())
    content = "".join(children)
    return f"<{name}{pairs}>{content}</{name}>" if content else f"<{name}{pairs}/>"


def val(name: str, value: str | int) -> str:
    """Return an element of WordprocessingML that has `w:val` alone."""
    return tag(name, {"w:val": value})


def text(content: str) -> str:
    """Return `content` as character data."""
    return escape(content)


def document(root: str) -> bytes:
    """Return a whole part: the XML declaration and `root`, in UTF-8."""
    return (DECLARATION + root).encode()
