"""Tags about the cells of a table on a slide: `colspan`, `cellbg`, `hm`, `vm`.

They leave the text and become attributes of the cell, which are put into effect on the rendered
table (`slidetables`): a merged cell of DrawingML leaves its neighbours in place, so how far it
reaches can be said only when all cells are there.
"""

from __future__ import annotations

from generator.ooxml.opc import Element
from generator.ooxml.tags.dialect import DRAWING
from generator.ooxml.tags.promoting import find_marks
from generator.ooxml.tags.scanning import OUTPUT, STATEMENT, find_word
from generator.ooxml.tags.slidesource import T
from generator.ooxml.tags.slidetags import drop_mark
from generator.ooxml.tags.splitting import find_around
from generator.ooxml.tags.tag import Draft, Tag

CHANGED, COLUMN, LOOPED = f"{T}changed", f"{T}column", f"{T}looped"
"""Attributes: of a table with tags about its rows or cells; of a cell, its column in the template;
of a row whose cells are repeated or conditional."""

SPAN, FILL, ACROSS, DOWN = f"{T}span", f"{T}fill", f"{T}across", f"{T}down"
"""Attributes of a cell: the columns it spans; its colour; `first` or `rest` of those it is merged
with."""

_MERGED = "'first' if loop.first else 'rest'"
_WORDS = {
    "colspan": (SPAN, "span"),
    "cellbg": (FILL, "fill"),
    "hm": (ACROSS, "plain"),
    "vm": (DOWN, "plain"),
}


def apply_cell_tags(draft: Draft) -> None:
    """Turn the tags about cells into attributes, and mark the tables that may change."""
    for tag, text in list(find_marks(draft)):
        if tag.dialect is not DRAWING:
            continue
        table = find_around(text, (DRAWING.table,))
        if table is not None and tag.level in {"tr", "tc"}:
            _mark(table, find_around(text, (DRAWING.row,)) if tag.level == "tc" else None)
        word = find_word(tag.inner)
        if tag.kind == STATEMENT and word in _WORDS:
            _apply(draft, tag, text, table)


def _apply(draft: Draft, tag: Tag, text: Element, table: Element | None) -> None:
    word = find_word(tag.inner)
    cell = find_around(text, (DRAWING.cell,))
    said = tag.inner[len(word) :].strip()
    drop_mark(draft, tag, text)
    if cell is None or table is None:
        draft.report(tag.place, f"'{tag.source}' stands in no table cell", "move it into one")
    elif word in {"colspan", "cellbg"} and not said:
        draft.report(tag.place, f"'{tag.source}' lacks its value", f"write '{{% {word} … %}}'")
    else:
        name, through = _WORDS[word]
        _mark(table, None)
        derived = Tag(
            number=0,
            kind=OUTPUT,
            level="",
            inner=said if word in {"colspan", "cellbg"} else _MERGED,
            source=tag.source,
            place=tag.place,
            part=tag.part,
            filter=through,
        )
        cell.set(name, draft.add_tag(derived))


def _mark(table: Element, row: Element | None) -> None:
    if table.get(CHANGED) is None:
        table.set(CHANGED, "1")
        for each in table.iterfind(DRAWING.row):
            for column, cell in enumerate(each.iterfind(DRAWING.cell)):
                cell.set(COLUMN, str(column))
    if row is not None:
        row.set(LOOPED, "1")
