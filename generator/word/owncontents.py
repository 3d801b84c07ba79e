"""The table of contents that a template has in its own text, filled as ours is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from generator.word.contents import write_entries
from generator.word.firstpage import TOC_ROLES
from generator.word.manuscript import Manuscript
from generator.word.markup import Element, W, Xml
from generator.word.runformat import parse_inside, write_inside

_RANGE = re.compile(r'\\o\s*"?\s*[1-9]\s*-\s*([1-9])\s*"?')
_OTHER = re.compile(r"\\[abcf]\b")
"""Switches of `TOC` by which it lists something else than the headings of the whole text."""

_DEFAULT_DEPTH = len(TOC_ROLES)


@dataclass(slots=True, kw_only=True)
class SpannedField:
    """A field that may go over several paragraphs.

    Attributes:
        code: Its instruction.
        begin: Run of its first mark; `separate` and `end` likewise.
    """

    begin: Element
    code: str = ""
    separate: Element | None = None
    end: Element | None = None


def find_spanned(body: Element) -> Iterator[SpannedField]:
    """Yield the fields of `body`, inner ones before those around them."""
    around: list[SpannedField] = []
    for mark in body.iter(f"{W}fldChar", f"{W}instrText"):
        if mark.tag == f"{W}instrText":
            if around and around[-1].separate is None:
                around[-1].code += mark.text or ""
            continue
        run, kind = mark.getparent(), mark.get(f"{W}fldCharType")
        if kind == "begin":
            around.append(SpannedField(begin=run))
        elif around and kind == "separate":
            around[-1].separate = run
        elif around and kind == "end":
            around[-1].end = run
            yield around.pop()


def find_contents(body: Element) -> list[SpannedField]:
    """Return the fields that list the headings of the whole text."""
    return [
        each
        for each in find_spanned(body)
        if each.code.split()[:1] == ["TOC"] and not _OTHER.search(each.code)
    ]


def take_contents(found: SpannedField, manuscript: Manuscript) -> tuple[Element, Xml] | None:
    """Take the stored entries of a contents away, and return the first line with what replaces it.

    None where its marks do not stand in paragraphs side by side, or a page section ends in it; such
    a contents stays as it is, until the office program updates it.
    """
    lines = _list_lines(found)
    if not lines:
        return None
    start = write_inside(_copy_runs(lines[0], found.separate, is_before=True))
    is_apart = len(lines) > 1 and _is_empty_before(lines[-1], found.end)
    end = Xml("") if is_apart else write_inside(_copy_runs(lines[-1], found.end, is_before=False))
    depth = _RANGE.search(found.code)
    wanted = min(int(depth[1]), len(TOC_ROLES)) if depth else _DEFAULT_DEPTH
    entries = write_entries(wanted, start, end, manuscript)
    if not entries:
        return None
    for line in lines[1 : -1 if is_apart else None]:
        line.getparent().remove(line)
    return lines[0], entries


def _list_lines(found: SpannedField) -> list[Element]:
    """Return the paragraphs from the one that the field begins in to the one that it ends in."""
    marks = (found.begin, found.separate, found.end)
    if any(mark is None or mark.getparent().tag != f"{W}p" for mark in marks):
        return []
    first, middle, last = (mark.getparent() for mark in marks if mark is not None)
    if middle is not first:
        return []
    lines = [first]
    while lines[-1] is not last:
        following = lines[-1].getnext()
        if following is None or following.tag != f"{W}p":
            return []
        lines.append(following)
    has_section = any(line.find(f"{W}pPr/{W}sectPr") is not None for line in lines)
    return [] if has_section else lines


def _copy_runs(line: Element, mark: Element | None, *, is_before: bool) -> Element:
    """Return copies of what stands in `line` up to `mark`, or from it on, the mark included."""
    around = parse_inside(Xml(""))
    children = [child for child in line if child.tag != f"{W}pPr"]
    place = children.index(mark)
    for child in children[: place + 1] if is_before else children[place:]:
        around.append(deepcopy(child))
    return around


def _is_empty_before(line: Element, mark: Element | None) -> bool:
    """Return whether no word stands before `mark` in `line`."""
    children = list(line)
    before = children[: children.index(mark)]
    return not any("".join(child.itertext()).strip() for child in before)
