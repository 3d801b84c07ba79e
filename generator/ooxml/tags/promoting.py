"""Structure tags take the place of what they stand for: a paragraph, a row, a cell, a run.

A structure tag removes its carrier, as the convention has it: of `{%tr for … %}` … `{%tr endfor %}`
the rows between are repeated, and the two rows that hold the tags are gone. Other statements that
begin in one run and end in another are lifted out of the runs, so that whole runs are repeated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no types

from generator.ooxml.opc import Element
from generator.ooxml.tags.dialect import DIALECTS, SPACE, W
from generator.ooxml.tags.scanning import (
    COMMENT,
    OUTPUT,
    STATEMENT,
    find_leaving,
    find_open,
)
from generator.ooxml.tags.splitting import find_around, isolate
from generator.ooxml.tags.tag import Draft, Tag

INSTRUCTION = "tag"
"""Target of the processing instruction that stands for a statement between elements."""

_CARRIERS = {
    "p": "paragraph",
    "tr": "table row",
    "tc": "table cell",
    "r": "run",
    "shape": "shape",
    "slide": "slide",
}
_TEXTS = tuple(dialect.text for dialect in DIALECTS)
_BY_TEXT = {dialect.text: dialect for dialect in DIALECTS}
_SECTION = f"{W}sectPr"


def find_marks(draft: Draft, root: Element | None = None) -> Iterator[tuple[Tag, Element]]:
    """Yield the tags whose marks stand in the text of runs, each with its text element."""
    mark = draft.mark
    held = [text for text in (draft.root if root is None else root).iter(*_TEXTS) if text.text]
    for text in held:
        if mark in (said := text.text or ""):
            for number in said.split(mark)[1::2]:
                yield draft.tags[int(number)], text


def make_instruction(tag: Tag) -> Element:
    """Return what stands for a statement between elements."""
    return etree.ProcessingInstruction(INSTRUCTION, str(tag.number))


def write_mark(draft: Draft, tag: Tag) -> str:
    """Return what stands for `tag` in texts."""
    return f"{draft.mark}{tag.number}{draft.mark}"


def promote_structures(draft: Draft) -> None:
    """Put each structure tag in the place of its carrier."""
    waiting = [(tag, text) for tag, text in find_marks(draft) if tag.level]
    carriers: dict[Element, Tag] = {}
    for tag, text in waiting:
        if tag.level != "r" and _BY_TEXT[text.tag].levels.get(tag.level):
            _claim(draft, tag, text, carriers)
    runs = [(tag, _find_paragraph(text)) for tag, text in waiting if tag.level == "r"]
    for tag, paragraph in runs:
        _promote_run(draft, tag, paragraph)
    for carrier, tag in carriers.items():
        _check_lost(draft, carrier, tag)
    for carrier, tag in carriers.items():
        _promote(draft, carrier, tag)


def lift_statements(draft: Draft) -> None:
    """Lift the statements of blocks that reach beyond one piece of text out of their runs."""
    by_text: dict[Element, list[Tag]] = {}
    for tag, text in find_marks(draft):
        if tag.kind == STATEMENT and not tag.level:
            by_text.setdefault(text, []).append(tag)
    for text, tags in by_text.items():
        paragraph = _find_paragraph(text)
        inners = [tag.inner for tag in tags]
        # Who leaves a loop from inside a text must leave whole runs behind.
        indices = range(len(tags)) if find_leaving(inners) else find_open(inners)
        for index in indices:
            _promote_run(draft, tags[index], paragraph)


def _claim(draft: Draft, tag: Tag, text: Element, carriers: dict[Element, Tag]) -> None:
    """Note what `tag` stands for, if there is such a thing and no other tag has it."""
    dialect = _BY_TEXT[text.tag]
    what = _CARRIERS[tag.level]
    carrier = find_around(text, dialect.levels[tag.level])
    if carrier is None:
        draft.report(tag.place, f"'{tag.source}' stands in no {what}", "move it into one")
    elif tag.kind == OUTPUT and tag.level not in {"p", "r"}:
        draft.report(
            tag.place,
            f"'{tag.source}' cannot be put in the place of a {what}",
            "write {{ … }} for a text, {{p … }} for paragraphs",
        )
    elif carrier in carriers:
        draft.report(
            tag.place,
            f"'{carriers[carrier].source}' and '{tag.source}' stand in the same {what}",
            f"a {what} with such a tag is replaced by it: give each tag its own",
        )
    else:
        carriers[carrier] = tag


def _check_lost(draft: Draft, carrier: Element, tag: Tag) -> None:
    """Report the tags that would be lost with the carrier of `tag`; note the text that is."""
    said = "".join(text.text or "" for text in carrier.iter(*_TEXTS))
    tag.dropped = re.sub(f"{draft.mark}[0-9]+{draft.mark}", "", said).strip()
    if tag.kind == COMMENT:
        return  # who comments a row away wants all of it gone
    for other, _ in find_marks(draft, carrier):
        if other is not tag and other.kind != COMMENT and not _is_reported(draft, other):
            what = _CARRIERS[tag.level]
            draft.report(
                other.place,
                f"'{other.source}' would be lost: '{tag.source}' takes the place of its {what}",
                f"move it out of that {what}",
            )


def _is_reported(draft: Draft, tag: Tag) -> bool:
    return any(f"and '{tag.source}' stand" in problem.message for problem in draft.problems)


def _promote(draft: Draft, carrier: Element, tag: Tag) -> None:
    parent = carrier.getparent()
    if parent is None or carrier.getroottree().getroot() is not draft.root:
        return  # it went with the carrier of another tag, which was reported
    if tag.kind == OUTPUT:
        _keep_alone(draft, carrier, tag)
        return
    if tag.kind == STATEMENT:
        carrier.addprevious(make_instruction(tag))
    section = carrier.find(f"{W}pPr/{_SECTION}") if tag.level == "p" else None
    if section is not None:
        _keep_section(carrier)
    else:
        parent.remove(carrier)


def _keep_section(paragraph: Element) -> None:
    """Leave a paragraph empty that ends a page section, instead of taking it out."""
    for child in list(paragraph):
        if child.tag != f"{W}pPr":
            paragraph.remove(child)


def _keep_alone(draft: Draft, paragraph: Element, tag: Tag) -> None:
    """Leave nothing in `paragraph` but the tag, with the format of its run and paragraph."""
    tag.filter = "paragraph"
    text = next(text for other, text in find_marks(draft, paragraph) if other is tag)
    dialect = _BY_TEXT[text.tag]
    run: Element = find_around(text, dialect.runs)
    for child in list(paragraph):
        if child.tag not in {dialect.paragraph_format, f"{W}pPr"}:
            paragraph.remove(child)
    for child in list(run):
        if child is not text and child.tag != dialect.run_format:
            run.remove(child)
    text.text = write_mark(draft, tag)
    paragraph.append(run)


def _promote_run(draft: Draft, tag: Tag, paragraph: Element) -> None:
    """Give `tag` in `paragraph` a run of its own; a statement then takes its place."""
    mark = write_mark(draft, tag)
    text = next(one for one in paragraph.iter(*_TEXTS) if mark in (one.text or ""))
    dialect = _BY_TEXT[text.tag]
    start = (text.text or "").index(mark)
    run = isolate(text, start, start + len(mark), dialect)
    if tag.kind == OUTPUT:
        tag.filter = "run"
        if text.tag.startswith(W):
            text.set(SPACE, "preserve")
        return
    if tag.kind == STATEMENT:
        run.addprevious(make_instruction(tag))
    run.getparent().remove(run)


def _find_paragraph(text: Element) -> Element:
    return find_around(text, (_BY_TEXT[text.tag].paragraph,))
