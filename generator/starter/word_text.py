"""Paragraphs, runs and tables of the report template's own text, as WordprocessingML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.starter.markup import tag, text, val


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a table.

    Attributes:
        cells: Paragraphs of each, as markup; where there are fewer than columns, the last one
            spans the rest.
        is_head: Whether the row has the look of the first one, and comes again on each page.
    """

    cells: tuple[str, ...]
    is_head: bool = False


def write_paragraph(style: str, *content: str, properties: str = "") -> str:
    """Return a paragraph; `content` and `properties` are markup."""
    return tag("w:p", None, tag("w:pPr", None, val("w:pStyle", style), properties), *content)


def write_run(content: str, properties: str = "") -> str:
    """Return a run of the text `content`; `properties` are markup."""
    looks = tag("w:rPr", None, properties) if properties else ""
    return tag("w:r", None, looks, tag("w:t", {"xml:space": "preserve"}, text(content)))


def write_line(style: str, content: str, properties: str = "") -> str:
    """Return a paragraph of one run; `properties` are those of the paragraph, as markup."""
    return write_paragraph(style, write_run(content), properties=properties)


def write_field(instruction: str, shown: str) -> str:
    """Return a field with the result that stands in the file, `CT_SimpleField`."""
    return tag("w:fldSimple", {"w:instr": f" {instruction} "}, write_run(shown))


def write_table(style: str, widths: tuple[int, ...], rows: Iterable[Row]) -> str:
    """Return a table of fixed columns, `CT_Tbl` in wml.xsd.

    Args:
        style: Id of the table style.
        widths: Of the columns, in twips.
        rows: From top to bottom.
    """
    listed = tuple(rows)
    has_head = any(row.is_head for row in listed)
    return tag(
        "w:tbl",
        None,
        tag(
            "w:tblPr",
            None,
            val("w:tblStyle", style),
            tag("w:tblW", {"w:w": sum(widths), "w:type": "dxa"}),
            tag("w:tblLayout", {"w:type": "fixed"}),
            tag("w:tblLook", {"w:val": "0020" if has_head else "0000"}),
        ),
        tag("w:tblGrid", None, *(tag("w:gridCol", {"w:w": width}) for width in widths)),
        *(_write_row(row, widths) for row in listed),
    )


def _write_row(row: Row, widths: tuple[int, ...]) -> str:
    head = tag("w:tblHeader") if row.is_head else ""
    return tag(
        "w:tr",
        None,
        tag("w:trPr", None, tag("w:cantSplit"), head),
        *_write_cells(row.cells, widths),
    )


def _write_cells(cells: tuple[str, ...], widths: tuple[int, ...]) -> Iterator[str]:
    last = len(cells) - 1
    for place, content in enumerate(cells):
        columns = widths[place:] if place == last else widths[place : place + 1]
        yield tag(
            "w:tc",
            None,
            tag(
                "w:tcPr",
                None,
                tag("w:tcW", {"w:w": sum(columns), "w:type": "dxa"}),
                val("w:gridSpan", len(columns)) if len(columns) > 1 else "",
            ),
            content,
        )
