"""Workbooks behind rendered charts: a name that was a tag is the same in the cell it is read from.

A chart shows what it has cached; *Edit data* in Office reads the cells, and would bring the tags
back. Only names are tags in a chart, so only cells of text are written, one by one: other cells may
share their text.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator.errors import TemplateError
from generator.ooxml.opc import OFFICE, Element, Package, parse_package
from generator.ooxml.package import pack

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ID = f"{{{OFFICE}}}id"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TAG = re.compile(r"\{[{%#]")
_RANGE = re.compile(r"(.+)!\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?\Z")

_LARGEST = 32 * 2**20
_MOST_ENTRIES = 1000
_LONGEST_INDEX = 8
_STAMP = date(2000, 1, 1)

Cells = dict[tuple[str, str], str]
"""Name of the sheet and of the cell → what the chart shows."""


def settle_workbook(package: Package, part: str, root: Element) -> None:
    """Put the rendered names of a chart into its workbook, if tags stand in its cells.

    A workbook that is linked, broken or larger than any that a chart needs stays as it is.

    Args:
        package: Changed in place.
        part: Name of the chart.
        root: Its rendered root element.
    """
    cells = dict(_list_cells(root))
    for link in package.find_links(part):
        if cells and link.kind == "package" and package.has(link.target):
            made = _rewrite(package.parts[link.target], link.target, cells)
            if made is not None:
                package.add_part(link.target, made, package.types[link.target])


def _list_cells(root: Element) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the cells that names of a chart were read from, with what the chart shows."""
    for source in root.iter(f"{_C}strRef", f"{_C}multiLvlStrRef"):
        found = _RANGE.match((source.findtext(f"{_C}f") or "").strip())
        if found is None:
            continue
        sheet, left, top, right, bottom = found.groups()
        sheet = sheet.removeprefix("'").removesuffix("'").replace("''", "'")
        levels = source.findall(f"{_C}multiLvlStrCache/{_C}lvl") or source.findall(f"{_C}strCache")
        last = _number(right or left)
        is_row = len(levels) == 1 and last > _number(left) and (bottom or top) == top
        for depth, level in enumerate(levels):
            for at, said in _list_points(level):
                column = _number(left) + at if is_row else last - depth
                row = int(top) + (0 if is_row else at)
                yield (sheet, f"{_letters(column)}{row}"), said


def _list_points(level: Element) -> Iterator[tuple[int, str]]:
    for point in level.iterfind(f"{_C}pt"):
        index = point.get("idx", "")
        if index.isdecimal() and len(index) < _LONGEST_INDEX:
            yield int(index), point.findtext(f"{_C}v") or ""


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _rewrite(data: bytes, name: str, cells: Cells) -> bytes | None:
    """Return the workbook `data` with `cells` in the place of tags; None if it has none."""
    try:
        files = _unpack(data)
        if files is None or not any(b"{" in each for each in files.values()):
            return None
        book = parse_package(files, Path(name))
        changed = [_fill_sheet(book, *sheet, cells) for sheet in _list_sheets(book)]
    except (TemplateError, zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError):
        return None
    return pack(book.to_bytes(), _STAMP) if any(changed) else None


def _unpack(data: bytes) -> dict[str, bytes] | None:
    """Return the parts of a workbook; None if it is too large, or needs a password."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        if len(entries) > _MOST_ENTRIES or any(entry.flag_bits & 1 for entry in entries):
            return None
        files: dict[str, bytes] = {}
        room = _LARGEST
        for entry in entries:
            with archive.open(entry) as stream:
                files[entry.filename] = stream.read(room + 1)
            room -= len(files[entry.filename])
            if room < 0:
                return None
    return files


def _list_sheets(book: Package) -> Iterator[tuple[str, str]]:
    """Yield the name of each sheet with that of its part."""
    main = book.find_part("officeDocument", wanted="the workbook")
    targets = {link.id: link.target for link in book.find_links(main)}
    for sheet in book.read_xml(main).iterfind(f"{_S}sheets/{_S}sheet"):
        target = targets.get(sheet.get(_ID, ""), "")
        if book.has(target):
            yield sheet.get("name", ""), target


def _fill_sheet(book: Package, sheet: str, part: str, cells: Cells) -> bool:
    """Write the cells of a sheet that hold tags; return whether there were any."""
    wanted = {place: said for (name, place), said in cells.items() if name == sheet}
    if not wanted:
        return False
    shared = _read_shared(book)
    root = book.read_xml(part)
    changed = False
    for cell in root.iter(f"{_S}c"):
        said = wanted.get(cell.get("r", ""))
        if said is not None and _TAG.search(_read_cell(cell, shared)):
            _write_cell(cell, said)
            changed = True
    if changed:
        _rename_columns(book, part, root, wanted)
        book.write_xml(part, root)
    return changed


def _rename_columns(book: Package, part: str, root: Element, wanted: dict[str, str]) -> None:
    """Give the columns of tables the names that now stand in their heads (``CT_Table``).

    Excel repairs a file in which they differ. A table whose columns would have no name, or two the
    same, is made ordinary cells.
    """
    for link in book.find_links(part):
        if link.kind != "table" or not book.has(link.target):
            continue
        table = book.read_xml(link.target)
        found = _RANGE.match(f"!!{table.get('ref', '')}")
        columns = table.findall(f"{_S}tableColumns/{_S}tableColumn")
        if found is None or table.get("headerRowCount", "1") == "0":
            continue
        first, row = _number(found[2]), found[3]
        for offset, column in enumerate(columns):
            said = wanted.get(f"{_letters(first + offset)}{row}")
            if said is not None and _TAG.search(column.get("name", "")):
                column.set("name", said)
        names = [column.get("name", "") for column in columns]
        if len({name.casefold() for name in names}) == len(names) and all(
            name.strip() and name.isprintable() for name in names
        ):
            book.write_xml(link.target, table)
        else:
            _drop_table(root, link.id)
            book.links[part].remove(link)


def _drop_table(sheet: Element, id_: str) -> None:
    for each in sheet.findall(f"{_S}tableParts/{_S}tablePart"):
        if each.get(_ID) == id_:
            list_ = each.getparent()
            list_.remove(each)
            list_.set("count", str(len(list_)))
            if len(list_) == 0:
                sheet.remove(list_)


def _read_shared(book: Package) -> list[str]:
    """Return the texts that cells share."""
    main = book.find_part("officeDocument", wanted="the workbook")
    for link in book.find_links(main):
        if link.kind == "sharedStrings" and book.has(link.target):
            items = book.read_xml(link.target).iterfind(f"{_S}si")
            return ["".join(text.text or "" for text in item.iter(f"{_S}t")) for item in items]
    return []


def _read_cell(cell: Element, shared: list[str]) -> str:
    said = cell.findtext(f"{_S}v") or ""
    if cell.get("t") == "s":
        at = int(said) if said.isdecimal() else len(shared)
        return shared[at] if at < len(shared) else ""
    if cell.get("t") == "inlineStr":
        return "".join(text.text or "" for text in cell.iter(f"{_S}t"))
    return said if cell.get("t") == "str" else ""


def _write_cell(cell: Element, said: str) -> None:
    """Make `said` the text of a cell, which keeps its format (``CT_Cell`` in ``sml.xsd``)."""
    for child in list(cell):
        cell.remove(child)
    cell.set("t", "inlineStr")
    inline = cell.makeelement(f"{_S}is", None, cell.nsmap)
    text = inline.makeelement(f"{_S}t", {_XML_SPACE: "preserve"}, inline.nsmap)
    text.text = said
    inline.append(text)
    cell.append(inline)
