"""Writing a part as one Jinja source: its XML as literal text, its tags between private signs.

Each tag is written with exactly one line feed and literal text with none, so that the number of a
line is that of a tag, in whatever Jinja tells about the source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no types

from generator.ooxml.tags.promoting import INSTRUCTION
from generator.ooxml.tags.sandbox import BLOCK, VARIABLE
from generator.ooxml.tags.scanning import STATEMENT
from generator.ooxml.tags.tag import Draft, Tag

_FIRST_LINE = 2
"""A tag's line feed stands right behind its opening sign, so what the first says is on line 2."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A part as a Jinja source.

    Attributes:
        name: Name of the part.
        text: The source.
        tags: The tags in the order in which they stand in it.
    """

    name: str
    text: str
    tags: tuple[Tag, ...]

    def find_tag(self, line: int | None) -> Tag | None:
        """Return the tag on line number `line`; None where there is none."""
        index = (line or 0) - _FIRST_LINE
        return self.tags[index] if 0 <= index < len(self.tags) else None


def write_source(draft: Draft) -> Source:
    """Return the Jinja source of a part."""
    # A line feed in an attribute is a reference already, and so is every carriage return.
    text = etree.tostring(draft.root, encoding="unicode").replace("\n", "&#10;")
    pattern = re.compile(rf"<\?{INSTRUCTION} (\d+)\?>|{draft.mark}(\d+){draft.mark}")
    written: list[Tag] = []

    def write(found: re.Match[str]) -> str:
        tag = draft.tags[int(found[1] or found[2])]
        written.append(tag)
        begin, end = BLOCK if tag.kind == STATEMENT else VARIABLE
        return f"{begin}\n{tag.inner} {end}"

    return Source(name=draft.name, text=pattern.sub(write, text), tags=tuple(written))
