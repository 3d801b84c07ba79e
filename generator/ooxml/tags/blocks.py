"""Blocks: what begins must end, and in the same paragraph, cell or table.

A block whose beginning and end stand in different places would tear the tree. Here each pair is
looked at before anything is rendered, so that the message names both ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no types

from generator.errors import match_nearest
from generator.ooxml.opc import Element
from generator.ooxml.tags.dialect import DIALECTS, W
from generator.ooxml.tags.promoting import INSTRUCTION, find_marks
from generator.ooxml.tags.scanning import (
    BRANCHES,
    CLOSERS,
    LEAVING,
    OPENERS,
    STATEMENT,
    find_word,
    opens_block,
)
from generator.ooxml.tags.splitting import find_around
from generator.ooxml.tags.tag import Draft, Tag

_PARAGRAPHS = tuple(dialect.paragraph for dialect in DIALECTS)
_FORMATS = frozenset(dialect.paragraph_format for dialect in DIALECTS)
_WRAPPERS = frozenset[str]().union(*(dialect.wrappers for dialect in DIALECTS))
_HINT = (
    "begin and end it in the same paragraph or cell; for whole paragraphs write {%p … %}, for "
    "rows {%tr … %}, for cells {%tc … %}"
)


@dataclass(slots=True, kw_only=True)
class _End:
    """A statement where it stands.

    Attributes:
        node: The instruction or the text element that holds it.
        word: Its first word, or the one that was meant.
        is_misread: Whether it was reported already, so that what follows from it is not.
    """

    tag: Tag
    node: Element
    word: str
    is_misread: bool = False


def check_blocks(draft: Draft) -> None:
    """Report blocks that are not closed, crossed, or reach from one place into another."""
    waiting: list[_End] = []
    for end in list(_find_statements(draft)):
        if end.word in _REACHING:
            draft.report(
                end.tag.place,
                f"'{end.tag.source}' reaches for another template, which is not possible here",
            )
            continue
        if end.word not in _WORDS:
            end.word = _report_unknown(draft, end.tag, end.word)
            end.is_misread = True
        _follow(draft, end, waiting)
    for end in (one for one in waiting if not one.is_misread):
        draft.report(
            end.tag.place,
            f"'{end.tag.source}' is never closed",
            f"add '{_write_closer(end)}' where it ends",
        )


def _follow(draft: Draft, end: _End, waiting: list[_End]) -> None:
    """Let a statement open, close or part a block, or leave one."""
    if end.word in OPENERS and (end.word != "set" or opens_block(end.tag.inner)):
        waiting.append(end)
    elif end.word in CLOSERS:
        _close(draft, end, waiting)
    elif end.word in LEAVING:
        _check_leaving(draft, end, waiting)
    elif end.word in BRANCHES:
        _branch(draft, end, waiting)


_KNOWN = frozenset({*OPENERS, "set", "do", *LEAVING})
_WORDS = (*sorted(_KNOWN), *CLOSERS, *BRANCHES)
_CAPTURING = frozenset({"set", "macro", "call", "filter"})
"""Blocks whose content is written elsewhere."""

_REACHING = frozenset({"include", "import", "from", "extends", "block", "endblock"})


def _find_statements(draft: Draft) -> Iterator[_End]:
    """Yield the statements of a part in the order in which they will be run."""
    by_text: dict[Element, list[Tag]] = {}
    for tag, text in find_marks(draft):
        if tag.kind == STATEMENT:
            by_text.setdefault(text, []).append(tag)
    for node in draft.root.iter(etree.ProcessingInstruction, *{text.tag for text in by_text}):
        if node.tag is etree.ProcessingInstruction:
            if node.target == INSTRUCTION:
                yield _make_end(draft.tags[int(node.text)], node)
        else:
            yield from (_make_end(tag, node) for tag in by_text.get(node, ()))


def _make_end(tag: Tag, node: Element) -> _End:
    return _End(tag=tag, node=node, word=find_word(tag.inner))


def _close(draft: Draft, end: _End, waiting: list[_End]) -> None:
    opener = CLOSERS[end.word]
    if not waiting:
        draft.report(
            end.tag.place,
            f"'{end.tag.source}' closes nothing",
            f"begin it with '{{%{end.tag.level} {opener} … %}}', or remove it",
        )
    elif waiting[-1].word != opener:
        _report_crossed(draft, end, waiting)
    else:
        _check_pair(draft, waiting.pop(), end)


def _report_crossed(draft: Draft, end: _End, waiting: list[_End]) -> None:
    last = waiting[-1].tag
    draft.report(
        end.tag.place,
        f"'{end.tag.source}' crosses '{last.source}', which began later ({last.place})"
        if any(one.word == CLOSERS[end.word] for one in waiting)
        else f"'{end.tag.source}' cannot close '{last.source}' ({last.place})",
        f"close that with '{_write_closer(waiting[-1])}' first",
    )
    for index in range(len(waiting) - 1, -1, -1):
        if waiting[index].word == CLOSERS[end.word]:
            del waiting[index]  # so that the closers of the others are not told of as well
            return


def _branch(draft: Draft, end: _End, waiting: list[_End]) -> None:
    if waiting and waiting[-1].word in BRANCHES[end.word]:
        _check_pair(draft, waiting[-1], end)
    else:
        draft.report(
            end.tag.place,
            f"'{end.tag.source}' belongs to no 'if' or 'for'",
            "remove it, or begin one",
        )


def _check_leaving(draft: Draft, end: _End, waiting: list[_End]) -> None:
    """Report a `break` or `continue` that is in no loop, or would leave an element half written."""
    loop = next((one for one in reversed(waiting) if one.word == "for"), None)
    if loop is None:
        draft.report(
            end.tag.place, f"'{end.tag.source}' stands in no loop", "remove it, or begin one"
        )
    elif not _is_beside(loop.node, end.node):
        level = loop.tag.level
        draft.report(
            end.tag.place,
            f"'{end.tag.source}' would leave '{loop.tag.source}' ({loop.tag.place}) in the middle "
            "of what it repeats",
            f"write '{{%{level} if … %}}', '{{%{level} {end.word} %}}' and '{{%{level} endif %}}' "
            + (f"on a {level} of their own" if level in {"slide", "shape"} else "in its place"),
        )


def _report_unknown(draft: Draft, tag: Tag, word: str) -> str:
    """Report a statement that is none; return the word that was meant, or the same again."""
    meant = None
    for level in tag.dialect.levels if tag.dialect else ():
        if word.startswith(level) and word.removeprefix(level) in _WORDS:
            meant = word.removeprefix(level)
            hint = f"write '{{%{level} {meant} …' with a space"
            break
        if word == level:
            meant = find_word(tag.inner[len(word) :].strip())
            hint = f"write '{{%{level} {meant} …' without a space before '{level}'"
            break
    else:
        meant = match_nearest(word, _WORDS)
        hint = f"did you mean '{meant}'?" if meant else "known are if, for, set and others"
    draft.report(tag.place, f"'{tag.source}' is no statement that is known", hint)
    return meant or word


def _write_closer(opener: _End) -> str:
    return f"{{%{opener.tag.level} {OPENERS[opener.word]} %}}"


def _check_pair(draft: Draft, begin: _End, end: _End) -> None:
    """Report a block that reaches from one place into another."""
    match = _is_beside if begin.word in _CAPTURING else _match
    if begin.is_misread or end.is_misread or match(begin.node, end.node):
        return
    for one in (begin, end):
        _lift(one.node)
    if begin.word in _CAPTURING and all(_is_alone(one.node) for one in (begin, end)):
        for one in (begin, end):
            _replace_paragraph(one.node)
    if not match(begin.node, end.node):
        where = "" if begin.tag.place == end.tag.place else f" ({end.tag.place})"
        draft.report(
            begin.tag.place,
            f"'{begin.tag.source}' begins in one place and '{end.tag.source}'{where} stands in "
            "another",
            _HINT,
        )


def _is_beside(begin: Element, end: Element) -> bool:
    """Return whether what lies between two nodes is whole, and so can be put elsewhere."""
    return begin is end or (begin.getparent() is end.getparent() and begin.tag == end.tag)


def _is_alone(node: Element) -> bool:
    """Return whether an instruction is all that its paragraph holds."""
    paragraph = node.getparent()
    if paragraph.find(f"{W}pPr/{W}sectPr") is not None:
        return False  # it ends a page section and must stay
    return paragraph.tag in _PARAGRAPHS and all(
        child is node or child.tag in _FORMATS for child in paragraph
    )


def _replace_paragraph(node: Element) -> None:
    paragraph = node.getparent()
    paragraph.addprevious(node)
    paragraph.getparent().remove(paragraph)


def _match(begin: Element, end: Element) -> bool:
    """Return whether what lies between two nodes can be repeated or left out as a whole."""
    if _is_beside(begin, end):
        return True
    first, last = begin.getparent(), end.getparent()
    one, other = find_around(first, _PARAGRAPHS), find_around(last, _PARAGRAPHS)
    if one is None or other is None or one.getparent() is not other.getparent():
        return False
    return _name_path(begin, one) == _name_path(end, other)


def _name_path(node: Element, top: Element) -> list[object]:
    path: list[object] = []
    while node is not top:
        path.append(node.tag)
        node = node.getparent()
    return path


def _lift(node: Element) -> None:
    """Move an instruction out of a wrapper, such as a hyperlink, at whose edge it stands."""
    while (parent := node.getparent()) is not None and parent.tag in _WRAPPERS:
        if parent[0] is node:
            parent.addprevious(node)
        elif parent[-1] is node:
            parent.addnext(node)
        else:
            return
