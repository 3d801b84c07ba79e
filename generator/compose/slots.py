"""Slots: places in a template's own text where a tag asked for a part of the brief. Pure.

The tag engine renders a template first; where a tag asked for more than plain text, a mark is left.
The builders put in the place of each mark what its slot names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from generator.text.blocks import Block, Inlines

_EDGE = "\U0010fffd"
"""Stands around the number of a slot; no text of a brief may hold it."""

_MARK = re.compile(f"{_EDGE}([0-9]+){_EDGE}")


class SlotKind(StrEnum):
    """What is asked for."""

    BODY = "body"  # all that the builder would write
    SECTION = "section"  # a section, or another part of the document by its id
    CHART = "chart"
    TABLE = "table"
    TEXT = "text"  # words inside a paragraph, in `Slot.inlines`
    BLOCKS = "blocks"  # paragraphs, in `Slot.blocks`


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One place to fill.

    Attributes:
        number: Its index among all slots that were asked for; `mark` is written from it.
        name: Id of the section, part, chart or table; empty for the other kinds.
        place: Where the tag stands, for messages: `page section 1, paragraph 'Dear …'`.
        has_caption: Whether an exhibit comes with caption, note and source.
        leave_out: Ids of parts, sections and exhibits that stand elsewhere in the document.
        inlines: The words of a `TEXT` slot.
        blocks: The paragraphs of a `BLOCKS` slot.
    """

    number: int
    kind: SlotKind
    name: str = ""
    place: str = ""
    has_caption: bool = True
    leave_out: frozenset[str] = field(default_factory=frozenset[str])
    inlines: Inlines = ()
    blocks: tuple[Block, ...] = ()

    @property
    def mark(self) -> str:
        """Return what stands in the rendered template where the slot is: text, or an attribute."""
        return f"{_EDGE}{self.number}{_EDGE}"


def find_number(text: str | None) -> int | None:
    """Return the number of the slot whose mark is all of `text`; None if it is no mark."""
    found = _MARK.fullmatch(text or "")
    return int(found[1]) if found else None
