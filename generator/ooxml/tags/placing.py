"""Putting values into effect on the tree: breaks, tabs, new paragraphs, and values that build.

A rendered part holds instructions inside the text of its runs. Each such run is rewritten as the
elements that were meant, and its paragraph is split where something larger than a run is to stand.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from copy import deepcopy

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no types

from generator.ooxml.opc import Element
from generator.ooxml.tags.dialect import DIALECTS, SPACE, A, Dialect, W
from generator.ooxml.tags.splitting import clone_run, find_around, split_after
from generator.ooxml.tags.written import LINE, NOTHING, OBJECT, PAGE, TAB

Build = Callable[[str, Element, Element, Dialect], Sequence[Element]]
"""Builds the value of an instruction: its text, the run, the paragraph, the dialect."""

_BY_TEXT = {dialect.text: dialect for dialect in DIALECTS}
_BLOCKS = frozenset({f"{W}p", f"{W}tbl", f"{W}sdt", f"{A}p"})
_SPLIT = "{urn:generator:tags}split"
_SECTION = f"{W}pPr/{W}sectPr"


def place_values(root: Element, build: Build) -> None:
    """Put all instructions in `root` into effect."""
    waiting = deque(text for text in root.iter(*_BY_TEXT) if len(text))
    while waiting:
        text = waiting.popleft()
        dialect = _BY_TEXT[text.tag]
        paragraph = find_around(text, (dialect.paragraph,))
        run = find_around(text, dialect.runs, dialect.paragraph)
        if paragraph is None or run is None:
            _flatten(text)
            continue
        made = _Line(run, dialect, build, paragraph).rewrite(text)
        for node in made:
            run.addprevious(node)
            waiting.extend(each for each in node.iter(*_BY_TEXT) if len(each))
        run.getparent().remove(run)
        _split(paragraph, [node for node in made if node.tag == _SPLIT], dialect)


class _Line:
    """What one run becomes: a row of siblings, some of which stand for splits of the paragraph."""

    def __init__(self, run: Element, dialect: Dialect, build: Build, paragraph: Element) -> None:
        self._run = run
        self._dialect = dialect
        self._build = build
        self._paragraph = paragraph
        self._made: list[Element] = []
        self._open = clone_run(run, dialect)

    def rewrite(self, text: Element) -> list[Element]:
        """Return the siblings that take the place of the run around `text`."""
        for child in list(self._run):
            if child is text:
                self._add_content(text)
            elif child.tag != self._dialect.run_format:
                self._open.append(child)
        self._close()
        return self._made

    def _add_content(self, text: Element) -> None:
        self._add_text(text, text.text)
        for child in list(text):
            tail = child.tail
            child.tail = None
            if child.tag is etree.ProcessingInstruction:
                self._add_instruction(child, text)
            else:
                self._add_element(child)
            self._add_text(text, tail)

    def _add_text(self, model: Element, said: str | None) -> None:
        if not said:
            return
        last = self._open[-1] if len(self._open) else None
        if last is not None and last.tag == model.tag and not self._dialect.breaks_in_runs:
            last.text = (last.text or "") + said
            return
        copy = model.makeelement(model.tag, dict(model.attrib), model.nsmap)
        copy.text = said
        if copy.tag.startswith(W):
            copy.set(SPACE, "preserve")
        self._open.append(copy)

    def _add_instruction(self, node: Element, text: Element) -> None:
        if node.target == LINE:
            self._add_break()
        elif node.target == TAB and self._dialect.tab:
            self._open.append(self._make(self._dialect.tab))
        elif node.target == TAB:
            self._add_text(text, "\t")
        elif node.target == OBJECT:
            for built in self._build(node.text, self._run, self._paragraph, self._dialect):
                self._add_element(built)
        else:
            self._add_split(node.target)

    def _add_break(self) -> None:
        if self._dialect.breaks_in_runs:
            self._open.append(self._make(self._dialect.line_break))
            return
        self._close()
        made = self._make(self._dialect.line_break)
        made.extend(deepcopy(self._run.findall(self._dialect.run_format)))
        self._made.append(made)

    def _add_split(self, kind: str, content: Element | None = None) -> None:
        self._close()
        split = self._make(_SPLIT)
        split.set("kind", kind)
        if content is not None:
            split.append(content)
        self._made.append(split)

    def _add_element(self, element: Element) -> None:
        """Add what a value built, or what a macro wrote with its format."""
        if element.tag in _BLOCKS:
            self._add_split(OBJECT, element)
        else:
            self._close()
            self._made.append(element)

    def _make(self, tag: str) -> Element:
        return self._run.makeelement(tag, None, self._run.nsmap)

    def _close(self) -> None:
        """End the run that is being written, if there is anything in it."""
        if any(child.tag != self._dialect.run_format for child in self._open):
            self._made.append(self._open)
        self._open = clone_run(self._run, self._dialect)


def _flatten(text: Element) -> None:
    """Leave what stands in no run as plain text."""
    said = [text.text or ""]
    for child in list(text):
        is_instruction = child.tag is etree.ProcessingInstruction
        said.append(" " if is_instruction else "".join(child.itertext()))
        said.append(child.tail or "")
        text.remove(child)
    text.text = "".join(said)


def _split(paragraph: Element, splits: list[Element], dialect: Dialect) -> None:
    """Split `paragraph` at each of `splits`, and put between the halves what they hold."""
    keep = frozenset({dialect.paragraph_format})
    for split in splits:
        kind, content = split.get("kind"), list(split)
        rest = split_after(split, paragraph, keep | {dialect.run_format})
        _drop_split(split, paragraph)
        for section in paragraph.findall(_SECTION):
            section.getparent().remove(section)
        if kind == PAGE and dialect.breaks_in_runs:
            paragraph.addnext(_make_page_break(paragraph))
        elif kind in {OBJECT, NOTHING}:
            for node in reversed(content):
                paragraph.addnext(node)
            if _is_blank(paragraph, dialect):
                paragraph.getparent().remove(paragraph)
            if _is_blank(rest, dialect) and rest.find(_SECTION) is None:
                rest.getparent().remove(rest)
                return
        paragraph = rest


def _drop_split(split: Element, paragraph: Element) -> None:
    """Remove a split, and what is left empty around it."""
    node = split
    while node is not paragraph:
        parent = node.getparent()
        parent.remove(node)
        if len(parent) or parent is paragraph:
            return
        node = parent


def _is_blank(paragraph: Element, dialect: Dialect) -> bool:
    """Return whether `paragraph` holds nothing that is seen or referred to."""
    return all(child.tag in {dialect.paragraph_format, f"{A}endParaRPr"} for child in paragraph)


def _make_page_break(paragraph: Element) -> Element:
    made = paragraph.makeelement(f"{W}p", None, paragraph.nsmap)
    run = etree.SubElement(made, f"{W}r")
    etree.SubElement(run, f"{W}br", {f"{W}type": "page"})
    return made
