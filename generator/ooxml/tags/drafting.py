"""From a part to a draft: its tags found, gathered, joined, promoted and checked."""

from __future__ import annotations

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no types

from generator.ooxml.opc import Element
from generator.ooxml.tags.blocks import check_blocks
from generator.ooxml.tags.cells import apply_cell_tags, mark_tables
from generator.ooxml.tags.dialect import DIALECTS
from generator.ooxml.tags.gathering import Locate, gather_paragraph
from generator.ooxml.tags.joining import join_paragraphs
from generator.ooxml.tags.plaintext import gather_plain
from generator.ooxml.tags.promoting import lift_statements, promote_structures
from generator.ooxml.tags.tag import Draft

_FIRST_MARK, _LAST_MARK = 0xE000, 0xF8FF
_PARAGRAPHS = {dialect.paragraph: dialect for dialect in DIALECTS}


def may_hold_tags(data: bytes) -> bool:
    """Return whether a part can hold a tag or an escaped brace; quick, and never wrongly False."""
    return b"{" in data or b"}" in data


def start_draft(name: str, root: Element) -> Draft:
    """Return the draft of a part whose tags are still to be gathered.

    Args:
        name: Name of the part.
        root: Its root element, which all stages change in place.
    """
    return Draft(name=name, root=root, mark=_find_mark(root))


def gather_tags(draft: Draft, locate: Locate) -> None:
    """Gather all tags of a draft; `locate` says where an element of it is found."""
    for paragraph in list(draft.root.iter(*_PARAGRAPHS)):
        gather_paragraph(draft, paragraph, _PARAGRAPHS[paragraph.tag], locate)
    gather_plain(draft, locate)


def arrange(draft: Draft) -> None:
    """Put the tags of a draft where they belong in the tree, and report those that cannot be."""
    if not draft.tags:
        return
    join_paragraphs(draft)
    mark_tables(draft)
    apply_cell_tags(draft)
    promote_structures(draft)
    lift_statements(draft)
    if not draft.problems:  # else what is wrong already would be told again in other words
        check_blocks(draft)


def _find_mark(root: Element) -> str:
    """Return a private character that the part does not hold."""
    text = etree.tostring(root, encoding="unicode")
    for code in range(_FIRST_MARK, _LAST_MARK):
        if chr(code) not in text:
            return chr(code)
    raise ValueError("the part holds every private character there is")
