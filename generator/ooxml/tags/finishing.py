"""Finishing a rendered tree: what loops and conditions leave is made whole again.

Containers get the paragraph that they must hold, rows and tables without content go, grids are
fitted to the cells that there are, and ids are each used once.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from itertools import count

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no types

from generator.ooxml.opc import Element, Package
from generator.ooxml.tags.cells import CHANGED
from generator.ooxml.tags.dialect import WORD, P, W

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_COLUMN = 720
"""Twips of a column that nothing says the width of."""

_RANGES = (
    (f"{W}bookmarkStart", f"{W}bookmarkEnd"),
    (f"{W}permStart", f"{W}permEnd"),
    (f"{W}moveFromRangeStart", f"{W}moveFromRangeEnd"),
    (f"{W}moveToRangeStart", f"{W}moveToRangeEnd"),
)


def finish_tree(root: Element) -> None:
    """Make a rendered part whole; changes `root` in place."""
    _mend_tables(root)
    _fill_containers(root)
    for start, end in _RANGES:
        _pair_ranges(root, start, end)
    _part_ids(root)
    for table in root.iter(WORD.table):
        if table.attrib.pop(CHANGED, None):
            _fit_grid(table)


def _mend_tables(root: Element) -> None:
    """Remove rows without a cell, and tables without a row."""
    for row in list(root.iter(WORD.row)):
        if next(row.iter(WORD.cell), None) is None:
            row.getparent().remove(row)
    for table in list(root.iter(WORD.table)):
        if next(table.iter(WORD.row), None) is None:
            table.getparent().remove(table)


def _fill_containers(root: Element) -> None:
    """Give a paragraph to each container that must hold one and does not."""
    for container in root.iter(*WORD.containers):
        must_end = WORD.containers[container.tag]
        content = [
            child
            for child in container
            if child.tag in {WORD.paragraph, WORD.table, f"{W}sdt", f"{W}customXml"}
        ]
        is_whole = content[-1].tag == WORD.paragraph if must_end and content else bool(content)
        if not is_whole and not (content and content[-1].tag == f"{W}sdt"):
            empty = container.makeelement(WORD.paragraph, None, container.nsmap)
            last = container.find(f"{W}sectPr")
            if last is not None:
                last.addprevious(empty)
            else:
                container.append(empty)


def _pair_ranges(root: Element, start: str, end: str) -> None:
    """Give each range ids of its own; halves without their partner go, repeated names change."""
    open_: dict[str, list[Element]] = {}
    whole: list[tuple[Element, Element]] = []
    alone: list[Element] = []
    for node in list(root.iter(start, end)):
        id_ = node.get(f"{W}id", "")
        if node.tag == start:
            open_.setdefault(id_, []).append(node)
        elif open_.get(id_):
            whole.append((open_[id_].pop(), node))
        else:
            alone.append(node)
    alone.extend(node for nodes in open_.values() for node in nodes)
    for node in alone:
        node.getparent().remove(node)
    _number_ranges(whole)


def _number_ranges(whole: list[tuple[Element, Element]]) -> None:
    taken: set[str] = set()
    names: set[str] = set()
    fresh = count(1)
    known = {first.get(f"{W}id") for first, _ in whole}
    for first, last in whole:
        id_ = first.get(f"{W}id", "")
        if id_ in taken:
            id_ = next(text for number in fresh if (text := str(number)) not in known)
            first.set(f"{W}id", id_)
            last.set(f"{W}id", id_)
        taken.add(id_)
        name = first.get(f"{W}name")
        if name is not None:
            first.set(f"{W}name", unique := _find_free(name, names))
            names.add(unique)


def _find_free(name: str, taken: set[str]) -> str:
    if name not in taken:
        return name
    return next(each for number in count(2) if (each := f"{name[:34]}_{number}") not in taken)


def _part_ids(root: Element) -> None:
    """Give drawings ids of their own; take from copies what may identify one element alone."""
    drawn = [*root.iter(f"{_WP}docPr"), *root.iter(f"{P}cNvPr")]
    _renumber(drawn)
    for name in (f"{_W14}paraId", f"{_W14}textId"):
        _drop_repeated(root, name)
    seen: set[str] = set()
    for id_ in list(root.iter(f"{W}id")):
        value = id_.get(f"{W}val", "")
        if id_.getparent().tag == f"{W}sdtPr" and value in seen:
            id_.getparent().remove(id_)
        seen.add(value)


def part_drawings(package: Package, roots: Mapping[str, Element]) -> None:
    """Give the drawings of rendered parts ids that no other part of the document uses.

    Word has been seen to mend files in which a picture of the text has the id of one in a header.

    Args:
        package: What the parts belong to, as the template has it.
        roots: Name of a part → its rendered root, changed in place.
    """
    names = [name for name in package.names if name not in roots and name.endswith(".xml")]
    held = [package.read_xml(name) for name in names if b"docPr" in package.parts[name]]
    others = {each.get("id", "") for root in held for each in root.iter(f"{_WP}docPr")}
    _renumber([each for root in roots.values() for each in root.iter(f"{_WP}docPr")], others)


def _renumber(elements: list[Element], others: Set[str] = frozenset()) -> None:
    known = {element.get("id") for element in elements} | others
    taken = set(others)
    fresh = count(1)
    for element in elements:
        id_ = element.get("id", "")
        if id_ in taken:
            id_ = next(text for number in fresh if (text := str(number)) not in known)
            element.set("id", id_)
        taken.add(id_)


def _drop_repeated(root: Element, name: str) -> None:
    seen: set[str] = set()
    for element in root.iter(WORD.paragraph, WORD.row):
        value = element.get(name)
        if value is not None:
            if value in seen:
                del element.attrib[name]
            seen.add(value)


def _fit_grid(table: Element) -> None:
    """Fit the columns of a table to its cells; its width stays as it was."""
    grid = table.find(f"{W}tblGrid")
    if grid is None:
        grid = table.makeelement(f"{W}tblGrid", None, table.nsmap)
        table.insert(1 if table.find(f"{W}tblPr") is not None else 0, grid)
    columns = grid.findall(f"{W}gridCol")
    needed = max((_count_columns(row) for row in table.iter(WORD.row)), default=0)
    if not needed or needed == len(columns):
        return
    widths = [_read_width(column) for column in columns]
    total = sum(widths) or _COLUMN * needed
    for column in columns[needed:]:
        grid.remove(column)
    for _ in range(needed - len(columns)):
        etree.SubElement(grid, f"{W}gridCol")
    kept = widths[:needed]
    kept += [total / (len(widths) or needed)] * (needed - len(kept))
    scale = total / (sum(kept) or total)
    for column, width in zip(grid.findall(f"{W}gridCol"), kept, strict=True):
        column.set(f"{W}w", str(int(width * scale)))


def _count_columns(row: Element) -> int:
    number = 0
    for cell in row.iter(WORD.cell):
        if _find_row(cell) is row:
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            number += int(span.get(f"{W}val", "1")) if span is not None else 1
    for name in ("gridBefore", "gridAfter"):
        beside = row.find(f"{W}trPr/{W}{name}")
        if beside is not None:
            number += int(beside.get(f"{W}val", "0"))
    return number


def _find_row(cell: Element) -> Element:
    return next(cell.iterancestors(WORD.row))


def _read_width(column: Element) -> float:
    try:
        return float(column.get(f"{W}w", "0"))
    except ValueError:
        return 0.0
