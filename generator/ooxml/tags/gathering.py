"""Gathering the tags of a paragraph, each into the run in which it began.

Office splits a tag into many runs: by spelling, by revision, by a click. Here the text of the
runs is joined, the tags are found, and in the tree a short mark takes the place of each one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.ooxml.opc import Element
from generator.ooxml.tags.dialect import SPACE, Dialect, W
from generator.ooxml.tags.scanning import (
    COMMENT,
    RAW,
    STATEMENT,
    OpenTagError,
    Scanned,
    find_escapes,
    find_raw_end,
    scan,
)
from generator.ooxml.tags.tag import Draft, Tag

Locate = Callable[[Element], str]
"""Says where a person finds an element."""

Cut = tuple[int, int, str]
"""Two offsets, and what is put between them."""

_SHOWN = 60
_BEFORE, _AFTER = re.compile(r"(?:\n+[ \t]*|[ \t]+)\Z"), re.compile(r"[ \t]*\n+|[ \t]+")
"""What a tag trims: line breaks with the spaces up to them, or spaces. Of what stands in another
line, and of spaces that do not break, nothing is taken."""


@dataclass(slots=True, kw_only=True)
class _Atom:
    """A piece of a paragraph's text.

    Attributes:
        node: The text element, or one that stands for a sign.
        text: What it says.
        start: Offset in the paragraph.
    """

    node: Element
    text: str
    start: int
    is_text: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def gather_paragraph(draft: Draft, paragraph: Element, dialect: Dialect, locate: Locate) -> None:
    """Put marks in the place of the tags of `paragraph`, and note the tags in `draft`."""
    said = "".join(paragraph.itertext(dialect.text, dialect.code or dialect.text))
    if "{" not in said and "_}" not in said:
        return
    _gather(draft, list(_walk(paragraph, dialect, dialect.text)), dialect, locate)
    if dialect.code and next(paragraph.iter(dialect.code), None) is not None:
        _gather(draft, list(_walk(paragraph, dialect, dialect.code)), None, locate)


def _walk(paragraph: Element, dialect: Dialect, text: str) -> Iterator[_Atom]:
    """Yield the pieces of text of a paragraph, but not of paragraphs inside it."""
    start = 0
    signs = dialect.signs if text == dialect.text else {}
    waiting = list(reversed(paragraph))
    while waiting:
        node = waiting.pop()
        tag = node.tag
        if tag == text:
            atom = _Atom(node=node, text=node.text or "", start=start, is_text=True)
        elif tag in signs:
            atom = _Atom(node=node, text=signs[tag], start=start, is_text=False)
        else:
            if tag not in dialect.skipped and tag != dialect.paragraph:
                waiting.extend(reversed(node))
            continue
        start = atom.end
        yield atom


def _gather(draft: Draft, atoms: list[_Atom], dialect: Dialect | None, locate: Locate) -> None:
    """Gather the tags in one line of `atoms`; without a dialect it is plain text."""
    text = "".join(atom.text for atom in atoms)
    if "{" not in text and "_}" not in text:
        return
    start = 0
    if draft.is_raw:
        start = find_raw_end(text)
        draft.is_raw = start == len(text)
    try:
        found = scan(text, tuple(dialect.levels) if dialect else (), start)
    except OpenTagError as error:
        _report_open(draft, error, locate(atoms[0].node))
        return
    raw = [one.word for one in found if one.word in RAW]
    draft.is_raw = draft.is_raw or raw[-1:] == ["raw"]
    before = len(draft.tags)
    place = locate(atoms[0].node) if found else ""
    cuts = [(one.start, one.end, _note(draft, one, text, dialect, place)) for one in found]
    part = draft.find_part(atoms[0].node)
    for tag in draft.tags[before:]:
        tag.part = part
    cuts.extend(_find_literal_cuts(text[start:], start, found))
    if cuts:
        draft.is_changed = True
        _cut(atoms, sorted(cuts), dialect)


def _report_open(draft: Draft, error: OpenTagError, place: str) -> None:
    draft.report(
        place,
        f"'{error.kind}' is not closed with '{error.closing}' in '{error.source[:_SHOWN]}'",
        "close it before the paragraph ends; for the signs themselves write "
        f"'{error.kind[0]}_{error.kind[1]}'",
    )


def _note(draft: Draft, one: Scanned, text: str, dialect: Dialect | None, place: str) -> str:
    """Note a tag and return its mark; what only the template says leaves nothing."""
    is_silent = one.kind == COMMENT or one.word in RAW
    if is_silent and not one.level:
        return ""
    is_statement = one.kind == STATEMENT and not one.level
    return draft.add_tag(
        Tag(
            number=0,
            kind=COMMENT if is_silent else one.kind,
            level=one.level,
            inner=one.inner,
            source=one.source,
            place=place,
            dialect=dialect,
            filter="" if dialect else "code",
            joins_before=is_statement and one.trims_before and not text[: one.start].strip(),
            joins_after=is_statement and one.trims_after and not text[one.end :].strip(),
        )
    )


def _find_literal_cuts(text: str, start: int, found: Sequence[Scanned]) -> Iterator[Cut]:
    """Yield what changes outside tags: the signs that escape, and spaces that a tag trims.

    Args:
        text: What may change.
        start: Its offset in the paragraph.
        found: The tags.
    """
    for offset in find_escapes(text):
        if not any(one.start <= start + offset < one.end for one in found):
            yield start + offset, start + offset + 1, ""
    end = start + len(text)
    for index, one in enumerate(found):
        if one.trims_before:
            floor = found[index - 1].end if index else start
            gap = _BEFORE.search(text[floor - start : one.start - start])
            yield floor + gap.start() if gap else one.start, one.start, ""
        if one.trims_after:
            ceiling = found[index + 1].start if index + 1 < len(found) else end
            gap = _AFTER.match(text[one.end - start : ceiling - start])
            yield one.end, one.end + gap.end() if gap else one.end, ""


def _cut(atoms: Sequence[_Atom], cuts: Sequence[Cut], dialect: Dialect | None) -> None:
    """Put `cuts` into effect; each mark lands in the piece of text where its tag began."""
    first = 0
    for atom in atoms:
        while first < len(cuts) and cuts[first][1] <= atom.start:
            first += 1
        text = _rewrite(atom, cuts[first:] if first < len(cuts) else ())
        if text != atom.text:
            _put(atom, text, dialect)


def _rewrite(atom: _Atom, cuts: Sequence[Cut]) -> str:
    parts: list[str] = []
    position = atom.start
    for start, end, mark in cuts:
        if start >= atom.end:
            break
        if start > position:
            parts.append(atom.text[position - atom.start : start - atom.start])
        if start >= atom.start:
            parts.append(mark)
        position = max(position, min(end, atom.end))
    parts.append(atom.text[position - atom.start :])
    return "".join(parts)


def _put(atom: _Atom, text: str, dialect: Dialect | None) -> None:
    if atom.is_text and (text or dialect is None):
        atom.node.text = text
        if atom.node.tag.startswith(W):
            atom.node.set(SPACE, "preserve")
    else:
        drop_empty(atom.node, dialect)


def drop_empty(node: Element, dialect: Dialect | None) -> None:
    """Remove `node`, and the run and the wrappers that are left with nothing in them."""
    parent = node.getparent()
    parent.remove(node)
    while dialect and parent is not None and _is_bare(parent, dialect):
        node, parent = parent, parent.getparent()
        parent.remove(node)


def _is_bare(element: Element, dialect: Dialect) -> bool:
    if element.tag in dialect.runs:
        return all(child.tag == dialect.run_format for child in element)
    return element.tag in dialect.wrappers and len(element) == 0
