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
    marks = [(tag, find_around(text, tuple(_PARAGRAPHS))) for tag, text in find_marks(draft)]
    levelled = {paragraph for tag, paragraph in marks if tag.level == "p"}
    joins = _Joins()
    for tag, paragraph in marks:
        if paragraph in levelled:
            continue
        if tag.joins_before:
            joins.join_before(paragraph, levelled)
        if tag.joins_after:
            joins.join_after(paragraph, levelled)


class _Joins:
    """The paragraphs that were joined: each end of each one is joined once at most.

    So `-%}` at the end of one and `{%-` at the beginning of the next join the same two.
    """

    def __init__(self) -> None:
        self._into: dict[Element, Element] = {}
        """A paragraph → the one that its content went into."""
        self._last: dict[Element, Element] = {}
        """A paragraph → that of the template whose content comes last in it."""

    def join_before(self, paragraph: Element, levelled: set[Element]) -> None:
        """Join a paragraph of the template to the one before, unless it is."""
        if paragraph in self._into:
            return
        before = _find_beside(paragraph, forward=False)
        if before is not None and self._last.get(before, before) not in levelled:
            self._join(before, paragraph)

    def join_after(self, paragraph: Element, levelled: set[Element]) -> None:
        """Join the paragraph behind to one of the template, unless it is."""
        first = paragraph
        while first in self._into:
            first = self._into[first]
        if self._last.get(first, first) is not paragraph:
            return
        after = _find_beside(first, forward=True)
        if after is not None and after not in levelled:
            self._join(first, after)

    def _join(self, first: Element, second: Element) -> None:
        _join(first, second)
        self._into[second] = first
        self._last[first] = self._last.get(second, second)


def _find_beside(paragraph: Element, *, forward: bool) -> Element | None:
    """Return the paragraph right before or behind; None if something else is there."""
    beside = paragraph.getnext() if forward else paragraph.getprevious()
    while beside is not None and beside.tag in _BETWEEN:
        beside = beside.getnext() if forward else beside.getprevious()
    return beside if beside is not None and beside.tag == paragraph.tag else None


def _join(first: Element, second: Element) -> None:
    """Append the content of `second` to `first` and remove it."""
    dialect = _PARAGRAPHS[first.tag]
    section = second.find(f"{W}pPr/{W}sectPr")
    if section is not None:
        _keep_section(first, section)
    ending = first.find(f"{A}endParaRPr")
    if ending is not None:
        first.remove(ending)
    first.extend([child for child in second if child.tag != dialect.paragraph_format])
    second.getparent().remove(second)


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
