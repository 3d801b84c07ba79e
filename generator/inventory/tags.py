"""Tags that a designer wrote into a template: `{{ title }}`, `{% for … %}`, by place.

A tag may be spread over several runs; it is looked for in the text of whole paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.ooxml.opc import Element, Package

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_KINDS = frozenset(
    {
        "officeDocument",
        "header",
        "footer",
        "footnotes",
        "endnotes",
        "comments",
        "slide",
        "slideLayout",
        "slideMaster",
        "notesSlide",
    }
)
"""Kinds of parts that hold text of a designer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TagInfo:
    """One tag.

    Attributes:
        text: With its braces.
        part_name: Such as `word/header1.xml`.
    """

    text: str
    part_name: str


def find_tags(package: Package) -> tuple[TagInfo, ...]:
    """Return the tags of all texts of `package`, by part and then as they are read."""
    names = {link.target for _, link in package.walk() if link.kind in _KINDS}
    return tuple(
        TagInfo(text=tag, part_name=name)
        for name in sorted(names)
        for text in _read_paragraphs(package.read_xml(name))
        for tag in _TAG.findall(text)
    )


def _read_paragraphs(root: Element) -> Iterator[str]:
    for namespace in (_W, _A):
        for paragraph in root.iter(f"{namespace}p"):
            text = "".join(run.text or "" for run in paragraph.iter(f"{namespace}t"))
            if "{" in text:
                yield text
