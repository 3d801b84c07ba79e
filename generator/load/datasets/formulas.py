# pyright: reportPrivateUsage=false
"""Cells of a workbook whose value nobody kept: formulas that were never computed, and errors."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

_MAIN = "{*}"
_REL_ID = re.compile(r"\{[^}]*relationships\}id$")
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


@dataclass(frozen=True, slots=True, kw_only=True)
class LostCell:
    """A cell without a value; `error` is what Excel shows instead, or None for a formula."""

    row: int
    column: int
    error: str | None


def find_lost_cells(data: bytes, sheet: str) -> Iterator[LostCell]:
    """Yield the cells of a sheet that have an error, or a formula (``CT_CellFormula``) alone.

    A cell is ``CT_Cell`` in ``sml.xsd`` (ISO/IEC 29500): ``c`` with ``f`` and the kept ``v``.
    Workbooks written by programs that do not compute have formulas without ``v``.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        part = _find_part(archive, sheet)
        if part is None:
            return
        body = archive.read(part)
    if b"<f" not in body and b":f" not in body and b't="e"' not in body:
        return
    for _, cell in etree.iterparse(
        io.BytesIO(body), tag=f"{_MAIN}c", resolve_entities=False, no_network=True
    ):
        found = _explain(cell)
        if found:
            yield found
        cell.clear()


def write_cell_name(row: int, column: int) -> str:
    """Return the name of a cell: `C14` for row 13 and column 2, counted from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"


def _explain(cell: etree._Element) -> LostCell | None:
    at = _CELL.fullmatch(cell.get("r") or "")
    if not at:
        return None
    value = cell.find(f"{_MAIN}v")
    is_error = cell.get("t") == "e"
    is_bare = cell.find(f"{_MAIN}f") is not None and (value is None or value.text is None)
    # A formula that gave an empty text has a kept value, which is empty.
    is_lost = is_bare and cell.get("t") != "str"
    if not is_error and not is_lost:
        return None
    column = 0
    for letter in at[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    error = (value.text if value is not None else None) if is_error else None
    return LostCell(row=int(at[2]) - 1, column=column - 1, error=error)


def _find_part(archive: zipfile.ZipFile, sheet: str) -> str | None:
    """Return the name of the part that holds the sheet called `sheet`."""
    names = set(archive.namelist())
    if "xl/workbook.xml" not in names or "xl/_rels/workbook.xml.rels" not in names:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    workbook = etree.fromstring(archive.read("xl/workbook.xml"), parser)
    relations = etree.fromstring(archive.read("xl/_rels/workbook.xml.rels"), parser)
    targets = {each.get("Id"): each.get("Target") or "" for each in relations}
    for each in workbook.iter(f"{_MAIN}sheet"):
        if each.get("name") == sheet:
            id_ = next((value for key, value in each.items() if _REL_ID.search(str(key))), None)
            part = posixpath.normpath(posixpath.join("/xl", targets.get(id_, ""))).lstrip("/")
            return part if part in names else None
    return None
