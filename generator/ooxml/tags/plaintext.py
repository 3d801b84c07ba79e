"""Tags in plain text: attributes such as alternative text, and elements that hold text alone.

A value there is written without breaks or formats.
"""

from __future__ import annotations

import re

from generator.ooxml.opc import Element
from generator.ooxml.tags.dialect import DIALECTS
from generator.ooxml.tags.gathering import Locate
from generator.ooxml.tags.scanning import (
    COMMENT,
    RAW,
    STATEMENT,
    OpenTagError,
    Scanned,
    find_escapes,
    find_open,
    scan,
)
from generator.ooxml.tags.tag import Draft, Tag

_SIGN = re.compile(r"\{[{%#_]")
_READ = frozenset(dialect.text for dialect in DIALECTS) | {
    dialect.code for dialect in DIALECTS if dialect.code
}


def gather_plain(draft: Draft, locate: Locate) -> None:
    """Put marks in the place of tags in attributes, and in texts that no paragraph holds."""
    for element in draft.root.iter("*"):
        for name, value in element.attrib.items():
            if "{" in value and _SIGN.search(value):
                element.set(name, _gather(draft, value, element, locate))
        if element.text and "{" in element.text and element.tag not in _READ:
            element.text = _gather(draft, element.text, element, locate)


def _gather(draft: Draft, text: str, element: Element, locate: Locate) -> str:
    try:
        found = scan(text, ())
    except OpenTagError as error:
        draft.report(
            locate(element), f"'{error.kind}' is not closed with '{error.closing}' in '{text}'"
        )
        return text
    statements = [one for one in found if one.kind == STATEMENT]
    for index in find_open([one.inner for one in statements]):
        draft.report(
            locate(element),
            f"'{statements[index].source}' has no partner in the same text",
            "a block must begin and end in one text here",
        )
    draft.is_changed = True
    parts: list[str] = []
    position = 0
    for one in found:
        parts.append(_unescape(text[position : one.start]))
        parts.append(_note(draft, one, locate(element)))
        position = one.end
    return "".join((*parts, _unescape(text[position:])))


def _unescape(text: str) -> str:
    for offset in reversed(find_escapes(text)):
        text = text[:offset] + text[offset + 1 :]
    return text


def _note(draft: Draft, one: Scanned, place: str) -> str:
    if one.kind == COMMENT or one.word in RAW:
        return ""
    return draft.add_tag(
        Tag(
            number=0,
            kind=one.kind,
            level="",
            inner=one.inner,
            source=one.source,
            place=place,
            filter="plain",
        )
    )
