"""Inlines as runs: emphasis by character style, links, references, footnote marks, languages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from typing import assert_never

from generator.errors import DataError, suggest
from generator.inventory.report import StyleRole
from generator.ooxml.scripts import Script, find_language, split_scripts
from generator.text.blocks import (
    Citation,
    CrossReference,
    Inline,
    Inlines,
    LineBreak,
    Note,
    Run,
    to_plain,
)
from generator.word.fields import field, link_outside, text_content, text_run
from generator.word.manuscript import Manuscript, NoteContent, Story
from generator.word.markup import NOTHING, Xml, join, tag, val

_CLOSED = (".", "?", "!", "…", "。", "？", "！")


def write_inlines(inlines: Inlines, story: Story) -> Xml:
    """Return the runs of `inlines`; footnotes are added to the manuscript on the way."""
    unfolded = inlines if story.takes_notes else unfold_notes(inlines, story)
    flat = _close_up(unfolded)
    pieces: list[Xml] = []
    for link, group in groupby(flat, key=_find_link):
        content = _write_group(group, story)
        pieces.append(link_outside(story.link_to(link), content) if link else content)
    return join(pieces)


def _find_link(inline: Inline) -> str | None:
    if not isinstance(inline, Run) or not inline.link:
        return None
    has_scheme = inline.link.lower().startswith(("https:", "http:", "mailto:"))
    return inline.link if has_scheme else None


def _close_up(inlines: Inlines) -> Inlines:
    """Return `inlines` without the spaces that would part a word from its footnote mark."""
    closed: list[Inline] = []
    for inline in inlines:
        last = closed[-1] if closed else None
        if isinstance(inline, Citation | Note) and isinstance(last, Run) and not last.code:
            text = last.text.rstrip(" ")
            closed[-1:] = [replace(last, text=text)] if text else []
        closed.append(inline)
    return tuple(closed)


def _write_group(inlines: Iterable[Inline], story: Story) -> Xml:
    pieces: list[Xml] = []
    was_note = False
    for inline in inlines:
        is_note = isinstance(inline, Citation | Note)
        if is_note and was_note:
            pieces.append(text_run(",", _style_of(StyleRole.FOOTNOTE_REFERENCE, story)))
        pieces.append(_write_inline(inline, story))
        was_note = is_note
    return join(pieces)


def _write_inline(inline: Inline, story: Story) -> Xml:
    match inline:
        case Run():
            return write_run(inline, story.manuscript)
        case LineBreak():
            return tag("w:r", None, tag("w:br"))
        case Citation() | Note():
            return _write_note_mark(inline, story)
        case CrossReference():
            return _write_reference(inline, story.manuscript)
        case _:
            assert_never(inline)


def write_run(run: Run, manuscript: Manuscript) -> Xml:
    """Return the runs of one stretch of text, one for each script in it."""
    style, direct = _find_emphasis(run)
    base = val("w:rStyle", manuscript.style(style)) if style else NOTHING
    language = manuscript.report.properties.language
    return join(
        _script_run(script, text, (base, direct), find_language(script, text, language))
        for script, text in split_scripts(run.text)
    )


def write_text(text: str, manuscript: Manuscript) -> Xml:
    """Return the runs of plain `text`."""
    return write_run(Run(text=text), manuscript) if text else NOTHING


def _script_run(script: Script, text: str, emphasis: tuple[Xml, Xml], language: str | None) -> Xml:
    """Return one run. The order of properties is that of `EG_RPrBase` in wml.xsd."""
    style, direct = emphasis
    hint = tag("w:rFonts", {"w:hint": "eastAsia"}) if script is Script.EAST_ASIAN else NOTHING
    direction = tag("w:rtl") if script is Script.RIGHT_TO_LEFT else NOTHING
    slot = {
        Script.WESTERN: "w:val",
        Script.EAST_ASIAN: "w:eastAsia",
        Script.RIGHT_TO_LEFT: "w:bidi",
    }[script]
    mark = tag("w:lang", {slot: language}) if language else NOTHING
    properties = join((style, hint, direct, direction, mark))
    run = tag("w:rPr", None, properties) if properties else NOTHING
    return tag("w:r", None, run, text_content(text))


def _find_emphasis(run: Run) -> tuple[StyleRole | None, Xml]:
    """Return the character style, of which a run has one, and the rest as direct formatting."""
    bold = Xml(tag("w:b") + tag("w:bCs")) if run.bold else NOTHING
    italic = Xml(tag("w:i") + tag("w:iCs")) if run.italic else NOTHING
    if run.link:
        return StyleRole.HYPERLINK, join((bold, italic))
    if run.code:
        return StyleRole.CODE, join((bold, italic))
    if run.bold:
        return StyleRole.STRONG, italic
    return (StyleRole.EMPHASIS if run.italic else None), NOTHING


def _style_of(role: StyleRole, story: Story) -> Xml:
    return val("w:rStyle", story.manuscript.style(role))


def _write_note_mark(content: NoteContent, story: Story) -> Xml:
    """Return the mark of a new footnote; ids follow the places in the list of notes."""
    notes = story.manuscript.notes
    number = story.manuscript.first_note + len(notes)
    notes.append(content)
    properties = tag("w:rPr", None, _style_of(StyleRole.FOOTNOTE_REFERENCE, story))
    return tag("w:r", None, properties, tag("w:footnoteReference", {"w:id": number}))


def _write_reference(reference: CrossReference, manuscript: Manuscript) -> Xml:
    label = find_label(reference.exhibit, manuscript)
    name = manuscript.outline.exhibits.get(reference.exhibit)
    result = write_text(label, manuscript)
    return field(f"REF {name} \\h", result) if name else result


def find_label(exhibit: str, manuscript: Manuscript) -> str:
    """Return how the text names `exhibit`.

    Raises:
        DataError: The report does not show it.
    """
    labels = manuscript.report.labels
    if exhibit not in labels:
        raise DataError(
            f"the text refers to exhibit '{exhibit}', which the report does not show",
            hint=suggest(exhibit, labels) or "show the exhibit, or delete the reference",
        )
    return labels[exhibit]


def cite(citation: Citation, manuscript: Manuscript, *, is_short: bool = False) -> Inlines:
    """Return the words of a citation, as its footnote states them.

    The first footnote on a source states it in full; `manuscript` remembers which ones are stated.

    Args:
        citation: Of one or more sources.
        manuscript: Changed in place, unless `is_short`.
        is_short: Whether sources are stated shortly in any case.

    Raises:
        DataError: A source is not known.
    """
    cited: list[Inline] = []
    words = manuscript.report.words
    for number, source in enumerate(citation.sources):
        known = manuscript.report.footnotes
        if source.id not in known:
            raise DataError(
                f"the text cites source '{source.id}', which is not known",
                hint=suggest(source.id, known),
            )
        if number:
            cited = [*_open_end(tuple(cited)), Run(text=words.sources_join)]
        cited.extend(_state(str(source.id), manuscript, is_short=is_short))
        if source.at:
            cited = [*_open_end(tuple(cited)), Run(text=words.comma + source.at)]
    return _close_end(tuple(cited), words.full_stop)


def _state(source: str, manuscript: Manuscript, *, is_short: bool) -> Inlines:
    """Return a source in full the first time, and shortly after that."""
    full = manuscript.report.footnotes[source]
    if is_short and source in manuscript.report.short_footnotes:
        return manuscript.report.short_footnotes[source]
    if source not in manuscript.cited:
        manuscript.cited.add(source)
        return full
    return manuscript.report.short_footnotes.get(source, full)


def _open_end(inlines: Inlines) -> Inlines:
    """Return `inlines` without the full stop at their end."""
    last = inlines[-1] if inlines else None
    if not isinstance(last, Run) or last.link:
        return inlines
    text = last.text.rstrip().removesuffix(".").removesuffix("。")
    return (*inlines[:-1], replace(last, text=text)) if text else inlines[:-1]


def _close_end(inlines: Inlines, full_stop: str) -> Inlines:
    """Return `inlines` with a full stop at their end, unless they end in an address."""
    last = inlines[-1] if inlines else None
    if not isinstance(last, Run) or last.link or last.text.rstrip().endswith(_CLOSED):
        return inlines
    return (*inlines, Run(text=full_stop))


def unfold_notes(inlines: Inlines, story: Story) -> Inlines:
    """Return `inlines` with footnotes as words in brackets, where none can be set."""
    flat: list[Inline] = []
    for inline in inlines:
        last = flat[-1] if flat else None
        gap = " " if isinstance(last, Run) and not last.text.endswith(" ") else ""
        match inline:
            case Citation():
                words = cite(inline, story.manuscript, is_short=story.cites_shortly)
                start, end = "[]" if story.cites_shortly else "()"
                flat += [Run(text=gap + start), *_open_end(words), Run(text=end)]
            case Note():
                flat.append(Run(text=f"{gap}({note_words(inline)})"))
            case _:
                flat.append(inline)
    return tuple(flat)


def note_words(note: Note) -> str:
    """Return the words of a note's paragraphs."""
    lines = (getattr(block, "inlines", ()) for block in note.blocks)
    return " ".join(filter(None, map(to_plain, lines)))
