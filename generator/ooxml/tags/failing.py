"""A source without a tag that failed, so that what else fails in it is found as well."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.ooxml.tags.scanning import STATEMENT, find_word
from generator.ooxml.tags.tag import Tag
from generator.ooxml.tags.writing import Source

_FOR = re.compile(r"for\s+(.+?)\s+in\s", re.DOTALL)


def silence_tag(source: Source, tag: Tag) -> Source | None:
    """Return `source` with `tag` saying nothing; None for a tag that others hang on.

    A value becomes an empty text, a loop goes over nothing, a condition does not hold.
    """
    said = _silence(tag)
    places = [number for number, each in enumerate(source.tags, 1) if each is tag]
    if said is None or not places:
        return None
    lines = source.text.split("\n")  # each tag but its opening sign begins a line of its own
    for number in places:
        lines[number] = said + lines[number][len(tag.inner) :]
    return replace(source, text="\n".join(lines))


def _silence(tag: Tag) -> str | None:
    if tag.kind != STATEMENT:
        return '""'
    word = find_word(tag.inner)
    if word in {"if", "elif"}:
        return f"{word} false"
    found = _FOR.match(tag.inner)
    return f"for {found[1]} in []" if found else None
