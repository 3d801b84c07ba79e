"""Native tables: `a:tbl` in a graphic frame, drawn by cell properties alone."""

from __future__ import annotations

from collections.abc import Iterator

from generator.slides.markup import Element, add, add_colour, add_place
from generator.slides.page import Cell, TableItem
from generator.slides.paragraphs import Writer, add_paragraph
from generator.slides.scripts import is_right_to_left
from generator.slides.shapes import add_properties
from generator.slides.text import to_text
from generator.units import pt

_TABLE_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"
_PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The built-in table style "No Style, No Grid": every program knows it without its definition."""


def add_table(tree: Element, item: TableItem, ids: Iterator[int], writer: Writer) -> None:
    """Append a table to `tree`; its first row is flagged as the header row."""
    frame = add(tree, "p:graphicFrame")
    head = add(frame, "p:nvGraphicFramePr")
    add_properties(head, ids, item.name, item.alt)
    add(add(head, "p:cNvGraphicFramePr"), "a:graphicFrameLocks", {"noGrp": "1"})
    add(head, "p:nvPr")
    add_place(frame, item.box, "p:xfrm")
    data = add(add(frame, "a:graphic"), "a:graphicData", {"uri": _TABLE_URI})
    table = add(data, "a:tbl")
    properties = add(
        table,
        "a:tblPr",
        {
            "rtl": "1" if _is_right_to_left(item) else None,
            "firstRow": "1",
            "lastRow": "1" if item.has_total else None,
        },
    )
    add(properties, "a:tableStyleId").text = _PLAIN_STYLE
    grid = add(table, "a:tblGrid")
    for width in item.widths:
        add(grid, "a:gridCol", {"w": int(width)})
    for height, row in zip(item.heights, item.rows, strict=True):
        element = add(table, "a:tr", {"h": int(height)})
        for cell in row:
            _add_cell(element, cell, writer)


def _is_right_to_left(item: TableItem) -> bool:
    """Return whether the heads of the columns are read from right to left."""
    heads = (para for cell in item.rows[0] for para in cell.paras)
    return is_right_to_left("".join(to_text(para.words) for para in heads))


def _add_cell(row: Element, cell: Cell, writer: Writer) -> None:
    """Append `a:tc` (`CT_TableCell`, dml-main.xsd)."""
    element = add(row, "a:tc")
    body = add(element, "a:txBody")
    add(body, "a:bodyPr")
    add(body, "a:lstStyle")
    for para in cell.paras:
        add_paragraph(body, para, writer)
    left, top, right, bottom = cell.insets
    properties = add(
        element,
        "a:tcPr",
        {
            "marL": int(left),
            "marR": int(right),
            "marT": int(top),
            "marB": int(bottom),
            "anchor": cell.anchor,
        },
    )
    if cell.below:
        add_colour(
            add(properties, "a:lnB", {"w": int(pt(cell.below))}), writer.palette.find(cell.rule)
        )
    add(properties, "a:noFill")
