"""What of a text a slide shows: words without citations, notes and cross-references. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

from generator.charts.plot import Plot
from generator.slides.page import Words
from generator.text.blocks import (
    Block,
    Citation,
    CrossReference,
    Inline,
    Inlines,
    LineBreak,
    ListBlock,
    Note,
    Paragraph,
    QuoteBlock,
    Run,
    Subheading,
    TextTable,
    to_plain,
)

_UNSPEAKABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CLOSING = tuple(".,;:!?)]…。、，；：！？」』）")
"""Signs that no space may stand before, once a citation between has been taken out."""


def to_words(inlines: Inlines) -> Words:
    """Return what is shown of `inlines`, without the spaces that left-out parts leave behind."""
    shown: list[Run | LineBreak] = []
    is_cut = False
    for inline in inlines:
        match inline:
            case Citation() | Note() | CrossReference():
                is_cut = True
            case Run():
                _add_run(shown, inline, is_cut=is_cut)
                is_cut = False
            case LineBreak():
                shown.append(inline)
                is_cut = False
    _trim_end(shown)
    return tuple(shown)


def _add_run(shown: list[Run | LineBreak], run: Run, *, is_cut: bool) -> None:
    """Append `run`; after a cut, mend the space before it. Changes `shown` in place."""
    if is_cut and run.text.startswith(_CLOSING):
        _trim_end(shown)
    text = clean(run.text)
    if (is_cut and _ends_with_space(shown)) or not shown:
        text = text.lstrip(" ")
    if text:
        shown.append(run if text == run.text else replace(run, text=text))


def _ends_with_space(shown: list[Run | LineBreak]) -> bool:
    last = shown[-1] if shown else None
    return isinstance(last, Run) and last.text.endswith(" ")


def _trim_end(shown: list[Run | LineBreak]) -> None:
    while shown:
        last = shown.pop()
        text = last.text.rstrip(" ") if isinstance(last, Run) else ""
        if isinstance(last, Run) and text:
            shown.append(last if text == last.text else replace(last, text=text))
            return


def say(text: str) -> Words:
    """Return plain `text` as words; none for an empty text, line breaks where it has line feeds."""
    words: list[Run | LineBreak] = []
    for line in clean(text).splitlines():
        words += [LineBreak()] if words else []
        words += [Run(text=line)] if line else []
    return tuple(words)


def clean(text: str) -> str:
    """Return `text` without the characters that XML cannot hold; a tab is a space."""
    return _UNSPEAKABLE.sub("", text).replace("\t", " ")


def to_text(words: Words) -> str:
    """Return `words` as one plain text; a line break is a space."""
    return to_plain(words)


def find_footnotes(thing: object) -> Iterator[str]:
    """Yield the text of every footnote in a slide of the storyboard, in order."""
    if isinstance(thing, Note):
        text = " ".join(filter(None, map(_to_line, thing.blocks)))
        if text:
            yield text
    elif isinstance(thing, tuple):
        for part in thing:
            yield from find_footnotes(part)
    elif is_dataclass(thing) and not isinstance(thing, Plot | Run):
        for field in fields(thing):
            yield from find_footnotes(getattr(thing, field.name))


def _to_line(block: Block) -> str:
    match block:
        case Paragraph() | Subheading():
            return to_text(to_words(block.inlines))
        case ListBlock():
            return "; ".join(_to_line(inner) for item in block.items for inner in item)
        case QuoteBlock():
            return " ".join(map(_to_line, block.blocks))
        case TextTable():
            return "; ".join(" ".join(map(_to_plain_cell, row)) for row in block.grid.rows)


def _to_plain_cell(cell: tuple[Inline, ...]) -> str:
    return to_text(to_words(cell))
