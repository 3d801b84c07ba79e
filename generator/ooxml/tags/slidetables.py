"""Rendered tables of slides are made whole: merged cells, columns, rows, size.

Each row of an `a:tbl` (`CT_Table`, dml-main.xsd) has one `a:tc` for each `a:gridCol`; a cell that
spans several is followed by those it covers, which say so (`hMerge`, `vMerge`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count, pairwise

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no types

from generator.ooxml.opc import Element
from generator.ooxml.tags.dialect import DRAWING, A, P
from generator.ooxml.tags.slidecells import ACROSS, CHANGED, COLUMN, DOWN, FILL, LOOPED, SPAN
from generator.ooxml.tags.splitting import find_around

_A16 = "{http://schemas.microsoft.com/office/drawing/2014/main}"
_WIDTH = 914400
"""EMU of a column that nothing says the width of."""

_FILLS = ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
_BEFORE_FILL = ("lnL", "lnR", "lnT", "lnB", "lnTlToBr", "lnBlToTr", "cell3D")
_YES = ("1", "true")


def mend_tables(root: Element) -> None:
    """Make whole the tables of a rendered slide that tags may have changed."""
    for table in list(root.iter(DRAWING.table)):
        if table.attrib.pop(CHANGED, None) is not None:
            _mend(table)


def _mend(table: Element) -> None:
    for row in table.findall(DRAWING.row):
        if row.find(DRAWING.cell) is None:
            table.remove(row)
    rows = table.findall(DRAWING.row)
    frame = find_around(table, (f"{P}graphicFrame",))
    if not rows:
        if frame is not None:
            frame.getparent().remove(frame)
        return
    for row in rows:
        _merge_across(row)
        _colour(row)
    _fit_rows(rows)
    _fit_columns(table, rows)
    _merge_down(rows)
    _part_ids(table)
    if frame is not None:
        _fit_frame(frame, table)
    for each in table.iter(DRAWING.row, DRAWING.cell):
        each.attrib.pop(LOOPED, None)
        each.attrib.pop(COLUMN, None)


def _merge_across(row: Element) -> None:
    """Put the attributes of cells about columns into effect."""
    for cell in row.findall(DRAWING.cell):
        if (span := cell.attrib.pop(SPAN, None)) is not None:
            _span(cell, int(span))
    first: Element | None = None
    for cell in row.findall(DRAWING.cell):
        how = cell.attrib.pop(ACROSS, None)
        if how == "first":
            first = cell
        elif how == "rest" and first is not None:
            _cover(cell, "hMerge")
            first.set("gridSpan", str(_read_span(first) + 1))


def _span(cell: Element, span: int) -> None:
    """Let `cell` span that many columns; those that it covered before are gone."""
    after = cell.getnext()
    while after is not None and after.get("hMerge") in _YES:
        after.getparent().remove(after)
        after = cell.getnext()
    cell.attrib.pop("gridSpan", None)
    if span > 1:
        _stretch(cell, span - 1)


def _stretch(cell: Element, more: int) -> None:
    """Let `cell` cover further columns, each with a cell of its own."""
    span = _read_span(cell)
    last = cell
    for _ in range(span - 1):
        last = last.getnext()
    for _ in range(more):
        last.addnext(_make_cell(cell, hMerge="1"))
    cell.set("gridSpan", str(span + more))


def _read_span(cell: Element) -> int:
    try:
        return max(1, int(cell.get("gridSpan", "1")))
    except ValueError:
        return 1


def _make_cell(model: Element, **attributes: str) -> Element:
    cell = model.makeelement(DRAWING.cell, attributes, model.nsmap)
    body = etree.SubElement(cell, f"{A}txBody")
    for name in ("bodyPr", "lstStyle", "p"):
        etree.SubElement(body, f"{A}{name}")
    etree.SubElement(cell, f"{A}tcPr")
    return cell


def _cover(cell: Element, how: str) -> None:
    """Let `cell` be covered by another; its text, which nobody would see, is gone."""
    cell.set(how, "1")
    cell.attrib.pop("gridSpan" if how == "hMerge" else "rowSpan", None)
    for paragraph in cell.iterfind(f"{A}txBody/{A}p"):
        for child in list(paragraph):
            if child.tag not in {f"{A}pPr", f"{A}endParaRPr"}:
                paragraph.remove(child)


def _colour(row: Element) -> None:
    for cell in row.iterfind(DRAWING.cell):
        fill = cell.attrib.pop(FILL, None)
        if fill is None or fill == "auto":
            continue
        properties = cell.find(f"{A}tcPr")
        if properties is None:
            properties = etree.SubElement(cell, f"{A}tcPr")
        for name in _FILLS:
            for old in properties.findall(f"{A}{name}"):
                properties.remove(old)
        made = properties.makeelement(f"{A}solidFill", None, properties.nsmap)
        etree.SubElement(made, f"{A}srgbClr", {"val": fill})
        before = {f"{A}{name}" for name in _BEFORE_FILL}
        properties.insert(sum(child.tag in before for child in properties), made)


def _fit_rows(rows: Sequence[Element]) -> None:
    """Give all rows the same number of cells.

    The rows whose cells are repeated say how many; in others empty cells go from the end, merged
    cells become as wide as it takes, and missing ones are added at the end.
    """
    looped = [row for row in rows if row.get(LOOPED) is not None]
    wanted = max(_count_cells(row) for row in looped or rows)
    for row in rows:
        _shrink(row, _count_cells(row) - wanted)
    wanted = max(_count_cells(row) for row in rows)
    for row in rows:
        _widen(row, wanted - _count_cells(row))


def _count_cells(row: Element) -> int:
    return len(row.findall(DRAWING.cell))


def _shrink(row: Element, surplus: int) -> None:
    """Take cells from a row: empty ones at its end, then those that merged cells cover."""
    for cell in reversed(row.findall(DRAWING.cell)):
        is_covered = cell.get("hMerge") in _YES
        if surplus <= 0 or is_covered or "".join(cell.itertext()).strip():
            break
        row.remove(cell)
        surplus -= 1
    for cell in sorted(row.findall(DRAWING.cell), key=_read_span, reverse=True):
        span = _read_span(cell)
        take = min(surplus, span - 1)
        if take > 0:
            for _ in range(take):
                row.remove(cell.getnext())
            _set_span(cell, span - take)
            surplus -= take


def _set_span(cell: Element, span: int) -> None:
    if span > 1:
        cell.set("gridSpan", str(span))
    else:
        cell.attrib.pop("gridSpan", None)


def _widen(row: Element, lack: int) -> None:
    if lack <= 0:
        return
    cells = row.findall(DRAWING.cell)
    widest = max(cells, key=_read_span)
    if _read_span(widest) > 1:
        _stretch(widest, lack)
        return
    for _ in range(lack):
        cells[-1].addnext(_make_cell(cells[-1]))


def _fit_columns(table: Element, rows: Sequence[Element]) -> None:
    """Fit the columns to the cells; the table stays as wide as it was."""
    grid = table.find(f"{A}tblGrid")
    if grid is None:
        return
    columns = grid.findall(f"{A}gridCol")
    model = next((row for row in rows if row.get(LOOPED) is not None), rows[0])
    origins = [_read_number(cell.get(COLUMN, ""), -1) for cell in model.iterfind(DRAWING.cell)]
    if origins == list(range(len(columns))):
        return
    widths = [_read_number(column.get("w", ""), _WIDTH) for column in columns]
    total = sum(widths) or _WIDTH * len(origins)
    average = total // max(1, len(widths))
    kept = [widths[at] if 0 <= at < len(widths) else average for at in origins]
    scaled = _scale(kept, total)
    used: set[int] = set()
    made: list[Element] = []
    for at, width in zip(origins, scaled, strict=True):
        is_own = 0 <= at < len(columns) and at not in used
        column = columns[at] if is_own else grid.makeelement(f"{A}gridCol", None, grid.nsmap)
        used.add(at)
        column.set("w", str(width))
        made.append(column)
    for column in columns:
        grid.remove(column)
    for position, column in enumerate(made):
        grid.insert(position, column)


def _scale(widths: Sequence[int], total: int) -> list[int]:
    """Return whole widths in the same proportions whose sum is `total`."""
    whole = sum(widths) or 1
    ends = [0]
    for width in widths:
        ends.append(ends[-1] + width)
    return [total * end // whole - total * start // whole for start, end in pairwise(ends)]


def _read_number(text: str, default: int) -> int:
    try:
        return int(text)
    except ValueError:
        return default


def _merge_down(rows: Sequence[Element]) -> None:
    """Let cells reach down over those of the rows below that are merged with them."""
    above: list[Element | None] = [None] * _count_cells(rows[0])
    for row in rows:
        for column, cell in enumerate(row.findall(DRAWING.cell)):
            how = cell.attrib.pop(DOWN, None)
            is_covered = how == "rest" or (how is None and cell.get("vMerge") in _YES)
            origin = above[column]
            if is_covered and origin is not None:
                _cover(cell, "vMerge")
                origin.set("rowSpan", str(_read_number(origin.get("rowSpan", ""), 1) + 1))
            else:
                cell.attrib.pop("vMerge", None)
                cell.attrib.pop("rowSpan", None)
                above[column] = cell


def _part_ids(table: Element) -> None:
    """Give rows and columns that were repeated ids of their own (`a16:rowId`, `a16:colId`)."""
    for name in ("rowId", "colId"):
        ids = list(table.iter(f"{_A16}{name}"))
        known = {each.get("val") for each in ids}
        fresh = _list_free(known)
        seen: set[str] = set()
        for each in ids:
            if each.get("val") in seen:
                each.set("val", next(fresh))
            seen.add(each.get("val"))


def _list_free(known: set[str]) -> Iterator[str]:
    return (text for number in count(10000) if (text := str(number)) not in known)


def _fit_frame(frame: Element, table: Element) -> None:
    """Let the frame be as high as the rows are together (`p:xfrm`, EMU)."""
    size = frame.find(f"{P}xfrm/{A}ext")
    heights = [_read_number(row.get("h", ""), 0) for row in table.iterfind(DRAWING.row)]
    if size is not None and sum(heights):
        size.set("cy", str(sum(heights)))
