"""Tags about a cell of a Word table: `colspan`, `cellbg`, `hm` and `vm`.

They leave the text and become properties of the cell (`CT_TcPr`, wml.xsd), whose values are
expressions of the template.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.ooxml.opc import Element
from generator.ooxml.tags.dialect import WORD, W
from generator.ooxml.tags.gathering import drop_empty
from generator.ooxml.tags.promoting import find_marks, make_instruction, write_mark
from generator.ooxml.tags.scanning import OUTPUT, STATEMENT, find_word
from generator.ooxml.tags.splitting import find_around
from generator.ooxml.tags.tag import Draft, Tag

_ORDER = (
    *("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar"),
    *("textDirection", "tcFitText", "vAlign", "hideMark"),
)
CHANGED = "changed-by-tags"
"""Attribute of tables whose cells may change in number; it never reaches the output."""


def apply_cell_tags(draft: Draft) -> None:
    """Turn the tags about cells into properties of their cells."""
    for tag, text in find_marks(draft):
        if tag.kind != STATEMENT or tag.dialect is not WORD:
            continue
        word = find_word(tag.inner)
        if word not in _APPLIED or (word in {"hm", "vm"} and tag.inner != word):
            continue
        cell = find_around(text, (WORD.cell,))
        if word == "vm" and cell is not None:
            _hide_repeated(draft, tag, text)
        _drop_mark(draft, tag, text)
        if cell is None:
            draft.report(tag.place, f"'{tag.source}' stands in no table cell", "move it into one")
        elif not tag.inner[len(word) :].strip() and word in {"colspan", "cellbg"}:
            draft.report(tag.place, f"'{tag.source}' lacks its value", f"write '{{% {word} … %}}'")
        else:
            _APPLIED[word](draft, tag, cell)


def mark_tables(draft: Draft) -> None:
    """Mark the tables that hold a tag which may change the number of their cells."""
    for tag, text in find_marks(draft):
        if tag.level == "tc" or find_word(tag.inner) in {"colspan", "hm"}:
            table = find_around(text, (WORD.table,))
            if table is not None:
                table.set(CHANGED, "1")


def _drop_mark(draft: Draft, tag: Tag, text: Element) -> None:
    left = (text.text or "").replace(write_mark(draft, tag), "")
    if left:
        text.text = left
    else:
        drop_empty(text, WORD)


def _hide_repeated(draft: Draft, tag: Tag, text: Element) -> None:
    """Let `text` be written in the first round of the loop alone."""
    said = (text.text or "").replace(write_mark(draft, tag), "")
    if said:
        first, last = (_note_state(draft, tag, inner) for inner in ("if loop.first", "endif"))
        text.text = f"{write_mark(draft, first)}{said}{write_mark(draft, last)}"


def _span(draft: Draft, tag: Tag, cell: Element) -> None:
    _set(cell, "gridSpan", {"val": _derive(draft, tag, tag.inner[len("colspan") :], "span")})


def _shade(draft: Draft, tag: Tag, cell: Element) -> None:
    fill = _derive(draft, tag, tag.inner[len("cellbg") :], "fill")
    _set(cell, "shd", {"val": "clear", "color": "auto", "fill": fill})


def _merge_across(draft: Draft, tag: Tag, cell: Element) -> None:
    """Keep the first of the repeated cells alone, as wide as all of them."""
    before = cell.find(f"{W}tcPr/{W}gridSpan")
    own = before.get(f"{W}val", "1") if before is not None else "1"
    width = f"loop.length * {own}" if re.fullmatch(r"\d{1,4}", own) else "loop.length"
    _set(cell, "gridSpan", {"val": _derive(draft, tag, width, "span")})
    cell.addprevious(_state(draft, tag, "if loop.first"))
    cell.addnext(_state(draft, tag, "endif"))


def _merge_down(draft: Draft, tag: Tag, cell: Element) -> None:
    """Merge the cell with its copies below.

    Office shows the content of the first alone. Of the others the text that stands in one piece
    with the tag is left out, as the convention has it.
    """
    how = _derive(draft, tag, "'restart' if loop.first else 'continue'", "plain")
    _set(cell, "vMerge", {"val": how})


_APPLIED: dict[str, Callable[[Draft, Tag, Element], None]] = {
    "colspan": _span,
    "cellbg": _shade,
    "hm": _merge_across,
    "vm": _merge_down,
}


def _derive(draft: Draft, tag: Tag, inner: str, through: str) -> str:
    """Note an output that `tag` stands for and return its mark."""
    return draft.add_tag(
        Tag(
            number=0,
            kind=OUTPUT,
            level="",
            inner=inner.strip(),
            source=tag.source,
            place=tag.place,
            filter=through,
        )
    )


def _state(draft: Draft, tag: Tag, inner: str) -> Element:
    """Note a statement that `tag` stands for and return its instruction."""
    return make_instruction(_note_state(draft, tag, inner))


def _note_state(draft: Draft, tag: Tag, inner: str) -> Tag:
    derived = Tag(
        number=0,
        kind=STATEMENT,
        level="",
        inner=inner,
        source=tag.source,
        place=tag.place,
        dialect=WORD,
    )
    draft.add_tag(derived)
    return derived


def _set(cell: Element, name: str, values: dict[str, str]) -> Element:
    """Set a property of `cell` in the place that the schema gives it; return all of them."""
    properties = cell.find(f"{W}tcPr")
    if properties is None:
        properties = cell.makeelement(f"{W}tcPr", None, cell.nsmap)
        cell.insert(0, properties)
    for old in properties.findall(f"{W}{name}"):
        properties.remove(old)
    rank = _ORDER.index(name)
    position = sum(
        child.tag.startswith(W) and child.tag.removeprefix(W) in _ORDER[:rank]
        for child in properties
    )
    attributes = {f"{W}{key}": value for key, value in values.items()}
    properties.insert(position, properties.makeelement(f"{W}{name}", attributes, cell.nsmap))
    return properties
