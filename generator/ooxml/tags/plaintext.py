"""Tags in plain text: attributes such as alternative text, and elements that hold text alone.

A value there is written without breaks or formats.
"""

from __future__ import annotations

import re

from generator.ooxml.opc import Element
from generator.ooxml.tags.altpictures import DESCRIBED, TEXTS
from generator.ooxml.tags.dialect import DIALECTS, W
from generator.ooxml.tags.gathering import Locate
from generator.ooxml.tags.scanning import (
    COMMENT,
    OUTPUT,
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
_DELETED = frozenset({f"{W}delText", f"{W}delInstrText"})
"""Text that a revision took out: its tags count no more."""


def gather_plain(draft: Draft, locate: Locate) -> None:
    """Put marks in the place of tags in attributes, and in texts that no paragraph holds."""
    for element in draft.root.iter("*"):
        for name, value in element.attrib.items():
            if "{" in value and _SIGN.search(value):
                is_alt = name in TEXTS and element.tag in DESCRIBED
                element.set(name, _gather(draft, value, element, locate, is_alt=is_alt))
        if element.text and "{" in element.text and element.tag not in _READ | _DELETED:
            element.text = _gather(draft, element.text, element, locate)


def _gather(
    draft: Draft, text: str, element: Element, locate: Locate, *, is_alt: bool = False
) -> str:
    """Return a text with marks for its tags; one that is no more than a tag may be a picture's."""
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
    if is_alt and _is_all(text, found):
        return _note(draft, found[0], locate(element), "alt")
    parts: list[str] = []
    position = 0
    for one in found:
        parts.append(_unescape(text[position : one.start]))
        parts.append(_note(draft, one, locate(element)))
        position = one.end
    return "".join((*parts, _unescape(text[position:])))


def _is_all(text: str, found: list[Scanned]) -> bool:
    """Return whether a text is no more than one tag for a value."""
    if len(found) != 1 or found[0].kind != OUTPUT:
        return False
    return not (text[: found[0].start] + text[found[0].end :]).strip()


def _unescape(text: str) -> str:
    for offset in reversed(find_escapes(text)):
        text = text[:offset] + text[offset + 1 :]
    return text


def _note(draft: Draft, one: Scanned, place: str, through: str = "plain") -> str:
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
            filter=through,
        )
    )
