"""Whitespace control across paragraphs: `{%-` joins to the one before, `-%}` to the next.

So a sentence with alternatives can be written one alternative a paragraph and comes out as one
paragraph, in the format of the first.
"""

from __future__ import annotations

from generator.ooxml.opc import Element
from generator.ooxml.tags.dialect import DIALECTS, A, W
from generator.ooxml.tags.promoting import find_marks
from generator.ooxml.tags.splitting import find_around
from generator.ooxml.tags.tag import Draft

_PARAGRAPHS = {dialect.paragraph: dialect for dialect in DIALECTS}
_BETWEEN = frozenset({f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}proofErr"})


def join_paragraphs(draft: Draft) -> None:
    """Join the paragraphs whose tags ask for it; tags in a paragraph alone join it."""
    levelled = {
        find_around(text, tuple(_PARAGRAPHS)) for tag, text in find_marks(draft) if tag.level == "p"
    }
    for tag, text in find_marks(draft):
        paragraph = find_around(text, tuple(_PARAGRAPHS))
        if tag.joins_before and paragraph not in levelled:
            before = _find_beside(paragraph, forward=False)
            if before is not None and before not in levelled:
                paragraph = _join(before, paragraph)
        if tag.joins_after and paragraph not in levelled:
            after = _find_beside(paragraph, forward=True)
            if after is not None and after not in levelled:
                _join(paragraph, after)


def _find_beside(paragraph: Element, *, forward: bool) -> Element | None:
    """Return the paragraph right before or behind; None if something else is there."""
    beside = paragraph.getnext() if forward else paragraph.getprevious()
    while beside is not None and beside.tag in _BETWEEN:
        beside = beside.getnext() if forward else beside.getprevious()
    return beside if beside is not None and beside.tag == paragraph.tag else None


def _join(first: Element, second: Element) -> Element:
    """Append the content of `second` to `first` and remove it; return `first`."""
    dialect = _PARAGRAPHS[first.tag]
    section = second.find(f"{W}pPr/{W}sectPr")
    if section is not None:
        _keep_section(first, section)
    ending = first.find(f"{A}endParaRPr")
    if ending is not None:
        first.remove(ending)
    first.extend([child for child in second if child.tag != dialect.paragraph_format])
    second.getparent().remove(second)
    return first


def _keep_section(paragraph: Element, section: Element) -> None:
    """Let `paragraph` end the page section that the paragraph joined to it ended."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = paragraph.makeelement(f"{W}pPr", None, paragraph.nsmap)
        paragraph.insert(0, properties)
    change = properties.find(f"{W}pPrChange")
    if change is not None:
        change.addprevious(section)
    else:
        properties.append(section)
