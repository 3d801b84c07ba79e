"""The footnotes part: real footnotes, which python-docx cannot write.

``CT_Footnotes`` in ``wml.xsd`` (ISO/IEC 29500).
"""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import Part

from generator.inventory.report import StyleRole
from generator.text.blocks import Citation, Note, Paragraph
from generator.word.fields import text_run
from generator.word.manuscript import Manuscript, NoteContent, Story
from generator.word.markup import (
    Element,
    W,
    Xml,
    parse_part,
    parse_pieces,
    read_part,
    tag,
    val,
    write_part,
)
from generator.word.parts import new_part
from generator.word.prose import Surroundings, write_blocks
from generator.word.runs import cite

SEPARATORS = {"separator": -1, "continuationSeparator": 0}
"""Kinds of the lines above footnotes, and the ids that Word gives them."""


def add_footnotes(manuscript: Manuscript) -> bool:
    """Add the footnotes part to the file; the template's own separators are kept.

    Args:
        manuscript: Changed in place: its notes are written, those of the template go.

    Returns:
        Whether there is a footnotes part.
    """
    document = manuscript.package_part
    separators = _take_separators(document)
    if separators is None and not manuscript.notes:
        return False
    part = new_part("/word/footnotes.xml", CONTENT_TYPE.WML_FOOTNOTES, b"", document)
    story = Story(manuscript=manuscript, part=part, takes_notes=False)
    root = parse_part(tag("w:footnotes"))
    root.extend(separators or [])
    _complete_separators(root)
    for number, content in enumerate(manuscript.notes, 1):
        root.extend(parse_pieces(_write_note(number, content, story)))
    data = write_part(root)
    filled = new_part(part.partname, part.content_type, data, document)
    for key, link in part.rels.items():
        filled.load_rel(link.reltype, link.target_ref, key, is_external=True)
    document.relate_to(filled, RELATIONSHIP_TYPE.FOOTNOTES)
    return True


def find_own_notes(document: Part) -> tuple[int, tuple[int, ...]]:
    """Return an id above those of the template's own footnotes, and the ids of its separators."""
    root = _read_notes(document)
    if root is None:
        return 1, tuple(SEPARATORS.values())
    numbers = [int(note.get(f"{W}id", "0")) for note in root.iterchildren(f"{W}footnote")]
    separators = [
        int(note.get(f"{W}id", "0"))
        for note in root.iterchildren(f"{W}footnote")
        if note.get(f"{W}type", "") in SEPARATORS
    ]
    return max(0, *numbers, 0) + 1, tuple(separators)


def _read_notes(document: Part) -> Element | None:
    """Return a copy of the root of the footnotes part; None if there is none."""
    for link in document.rels.values():
        if link.reltype == RELATIONSHIP_TYPE.FOOTNOTES:
            return read_part(link.target_part.blob)
    return None


def append_footnotes(manuscript: Manuscript) -> bool:
    """Add the footnotes of the manuscript after those of the template, which stay.

    Returns:
        Whether there is a footnotes part.
    """
    document = manuscript.package_part
    root = _read_notes(document)
    if not manuscript.notes:
        return root is not None
    if root is None:
        return add_footnotes(manuscript)
    (old,) = (
        (key, link.target_part)
        for key, link in document.rels.items()
        if link.reltype == RELATIONSHIP_TYPE.FOOTNOTES
    )
    key, part = old
    story = Story(manuscript=manuscript, part=part, takes_notes=False)
    for number, content in enumerate(manuscript.notes, manuscript.first_note):
        root.extend(parse_pieces(_write_note(number, content, story)))
    filled = new_part(part.partname, part.content_type, write_part(root), document)
    for name, link in part.rels.items():
        target = link.target_ref if link.is_external else link.target_part
        filled.load_rel(link.reltype, target, name, is_external=link.is_external)
    del document.rels[key]
    document.load_rel(RELATIONSHIP_TYPE.FOOTNOTES, filled, key)
    return True


def _take_separators(document: Part) -> list[Element] | None:
    """Return the separators of the template and detach its footnotes; None if it has none."""
    for key, link in list(document.rels.items()):
        if link.reltype == RELATIONSHIP_TYPE.FOOTNOTES:
            del document.rels[key]
            root = read_part(link.target_part.blob)
            separators = [note for note in root.iterchildren(f"{W}footnote") if _is_separator(note)]
            for element in (each for note in separators for each in note.iter()):
                _drop_extensions(element)
            return separators
    return None


def _drop_extensions(element: Element) -> None:
    """Drop what later versions of Word note at paragraphs, which our root does not declare."""
    for name in list(element.attrib):
        if name.startswith("{") and not name.startswith(W):
            del element.attrib[name]


def _is_separator(note: Element) -> bool:
    return note.get(f"{W}type", "normal") != "normal" and note.find(".//{*}drawing") is None


def _complete_separators(root: Element) -> None:
    """Add the separators that are missing, and number all of them below 1."""
    kinds = {note.get(f"{W}type") for note in root}
    for kind in SEPARATORS:
        if kind not in kinds:
            root.extend(parse_pieces(_write_separator(kind)))
    spare = min(SEPARATORS.values())
    for note in root:
        number = SEPARATORS.get(note.get(f"{W}type", ""))
        if number is None:
            spare -= 1
            number = spare
        note.set(f"{W}id", str(number))


def _write_separator(kind: str) -> Xml:
    spacing = tag("w:spacing", {"w:after": 0, "w:line": 240, "w:lineRule": "auto"})
    line = tag("w:p", None, tag("w:pPr", None, spacing), tag("w:r", None, tag(f"w:{kind}")))
    return tag("w:footnote", {"w:type": kind, "w:id": SEPARATORS[kind]}, line)


def _write_note(number: int, content: NoteContent, story: Story) -> Xml:
    """Return one footnote: its mark, a space, its words."""
    manuscript = story.manuscript
    style = val("w:rStyle", manuscript.style(StyleRole.FOOTNOTE_REFERENCE))
    mark = tag("w:r", None, tag("w:rPr", None, style), tag("w:footnoteRef"))
    styles = manuscript.styles
    around = Surroundings(
        body=StyleRole.FOOTNOTE_TEXT,
        lead=Xml(mark + text_run("\t" if styles.hangs(StyleRole.FOOTNOTE_TEXT) else " ")),
        shift=styles.left_of(StyleRole.BODY) - styles.left_of(StyleRole.FOOTNOTE_TEXT),
    )
    blocks = _note_blocks(content, manuscript)
    return tag("w:footnote", {"w:id": number}, _end_with_paragraph(blocks, story, around))


def _end_with_paragraph(blocks: Note, story: Story, around: Surroundings) -> Xml:
    written = write_blocks(blocks.blocks, story, around)
    starts_with_words = written.startswith("<w:p>") and around.lead in written
    if not starts_with_words:
        first = write_blocks((Paragraph(inlines=()),), story, around)
        written = Xml(first + write_blocks(blocks.blocks, story, replace(around, lead=Xml(""))))
    if written.endswith("</w:tbl>"):
        last = Paragraph(inlines=())
        written = Xml(written + write_blocks((last,), story, replace(around, lead=Xml(""))))
    return written


def _note_blocks(content: NoteContent, manuscript: Manuscript) -> Note:
    match content:
        case Note():
            return content
        case Citation():
            return Note(blocks=(Paragraph(inlines=cite(content, manuscript)),))
        case _:
            assert_never(content)
