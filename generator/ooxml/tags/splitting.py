"""Splitting runs, and what is around them, so that something can stand between two halves."""

from __future__ import annotations

from copy import deepcopy

from generator.ooxml.opc import Element
from generator.ooxml.tags.dialect import SPACE, Dialect, W


def find_run(node: Element, dialect: Dialect) -> Element | None:
    """Return the run that `node` stands in; None if it is in none of its paragraph."""
    return find_around(node, dialect.runs, dialect.paragraph)


def find_around(node: Element, tags: tuple[str, ...], stop: str = "") -> Element | None:
    """Return the nearest of `tags` around `node`, itself included; none beyond a `stop`."""
    around = node
    while around is not None and around.tag not in tags:
        if around.tag == stop:
            return None
        around = around.getparent()
    return around


def clone_run(run: Element, dialect: Dialect) -> Element:
    """Return a run of the same kind and format, without content."""
    copy = run.makeelement(run.tag, dict(run.attrib), run.nsmap)
    for child in run:
        if child.tag == dialect.run_format:
            copy.append(deepcopy(child))
    return copy


def isolate(text: Element, start: int, end: int, dialect: Dialect) -> Element:
    """Split the run around `text` so that it holds `text[start:end]` alone; return that run.

    What stands before goes into a run before it, what stands behind into one behind.
    """
    run: Element = find_run(text, dialect)
    said = text.text or ""
    before, after = clone_run(run, dialect), clone_run(run, dialect)
    is_past = False
    for child in list(run):
        if child is text:
            is_past = True
            _add_text(before, text, said[:start])
            _add_text(after, text, said[end:])
        elif child.tag != dialect.run_format:
            (after if is_past else before).append(child)
    text.text = said[start:end]
    for half, put in ((before, run.addprevious), (after, run.addnext)):
        if any(child.tag != dialect.run_format for child in half):
            put(half)
    return run


def _add_text(run: Element, model: Element, text: str) -> None:
    if text:
        copy = run.makeelement(model.tag, dict(model.attrib), model.nsmap)
        copy.text = text
        if copy.tag.startswith(W):
            copy.set(SPACE, "preserve")
        run.append(copy)


def split_after(node: Element, top: Element, keep: frozenset[str]) -> Element:
    """Split `top` behind its descendant `node`; return the new half, which stands behind.

    Args:
        node: What comes last in the first half.
        top: The element that is split, and all between it and `node`.
        keep: Elements, such as `w:pPr`, that both halves have.
    """
    half: Element = None
    while True:
        parent = node.getparent()
        rest = list(node.itersiblings())
        copy = parent.makeelement(parent.tag, dict(parent.attrib), parent.nsmap)
        for child in parent:
            if child.tag in keep:
                copy.append(deepcopy(child))
        if half is not None:
            copy.append(half)
        copy.extend(rest)
        half = copy
        if parent is top:
            top.addnext(half)
            return half
        node = parent
