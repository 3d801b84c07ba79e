"""The room for a picture in a Word document: column, cell, or text box, less what is kept free."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.ooxml.opc import Element
from generator.ooxml.tags.dialect import A, R, W
from generator.ooxml.tags.spot import Spot
from generator.units import EMU_PER_CM, EMU_PER_INCH, EMU_PER_PT, EMU_PER_TWIP, Emu, Size

_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_V = "{urn:schemas-microsoft-com:vml}"
_PAGE = (12_240, 15_840)
"""Twips of a page that nothing says the size of."""

_MARGIN, _CELL_MARGIN, _GAP = 1_440, 108, 720
_INSET_ACROSS, _INSET_DOWN = 91_440, 45_720
_LEAST = 90_000
"""EMU: a room that is less than this was meant otherwise."""

_SHARE, _FIFTIETHS = "pct", 5_000
_STYLE = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*([0-9.]+)\s*(pt|in|cm|mm|px)?")
_UNITS = {
    "pt": EMU_PER_PT,
    "in": EMU_PER_INCH,
    "cm": EMU_PER_CM,
    "mm": EMU_PER_CM / 10,
    "px": EMU_PER_INCH / 96,
    "": EMU_PER_INCH / 96,
}
_SECTION = "(descendant-or-self::w:sectPr | following-sibling::*/descendant-or-self::w:sectPr)[1]"


def find_room(spot: Spot) -> Size:
    """Return the room for a picture in the paragraph at `spot`, in EMU."""
    room = _measure(spot.paragraph, spot)
    indent = sum(
        _read(spot.paragraph.find(f"{W}pPr/{W}ind"), name)
        for names in (("left", "start"), ("right", "end"))
        for name in names
    )
    return Size(_limit(room.width - max(0, indent) * EMU_PER_TWIP), _limit(room.height))


def _measure(node: Element, spot: Spot) -> Size:
    """Return the room inside whatever of cell, text box and page is nearest around `node`."""
    for around in node.iterancestors(f"{W}tc", f"{W}txbxContent"):
        if around.tag == f"{W}txbxContent":
            return _measure_box(around) or _measure_page(node, spot)
        return _measure_cell(around, _measure(next(around.iterancestors(f"{W}tbl")), spot))
    return _measure_page(node, spot)


def _measure_page(node: Element, spot: Spot) -> Size:
    section = _find_section(node, spot)
    if section is None:
        return Size(*(Emu((side - 2 * _MARGIN) * EMU_PER_TWIP) for side in _PAGE))
    page, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    width, height = _read(page, "w", _PAGE[0]), _read(page, "h", _PAGE[1])
    for name in ("left", "right", "gutter"):
        width -= _read(margins, name, 0 if name == "gutter" else _MARGIN)
    for name in ("top", "bottom"):
        height -= abs(_read(margins, name, _MARGIN))
    columns = section.find(f"{W}cols")
    return Size(
        Emu(_measure_column(columns, width) * EMU_PER_TWIP), Emu(int(height) * EMU_PER_TWIP)
    )


def _measure_column(columns: Element | None, width: int) -> int:
    """Return the narrowest of the columns of a page section, in twips."""
    if columns is None:
        return width
    own = [_read(column, "w") for column in columns.findall(f"{W}col")]
    if own and min(own) > 0:
        return min(own)
    number = max(1, _read(columns, "num", 1))
    return (width - (number - 1) * _read(columns, "space", _GAP)) // number


def _find_section(node: Element, spot: Spot) -> Element | None:
    """Return the properties of the page section that `node` stands in, or that shows its part."""
    package = spot.package
    if spot.part == package.main:
        block = next((each for each in (node, *node.iterancestors()) if _is_block(each)), None)
        if block is None:
            return None
        found = block.xpath(_SECTION, namespaces={"w": W[1:-1]})
        return found[0] if found else None
    ids = {link.id for link in package.find_links(package.main) if link.target == spot.part}
    sections = list(package.read_xml(package.main).iter(f"{W}sectPr"))
    for section in sections:
        if any(child.get(f"{R}id") in ids for child in section):
            return section
    return sections[-1] if sections else None


def _is_block(node: Element) -> bool:
    parent = node.getparent()
    return parent is not None and parent.tag == f"{W}body"


def _measure_cell(cell: Element, around: Size) -> Size:
    """Return the room in a cell of a table that stands in a room itself."""
    row: Element = next(cell.iterancestors(f"{W}tr"))
    table: Element = next(cell.iterancestors(f"{W}tbl"))
    width = _find_cell_width(cell, row, table, around.width)
    free = sum(_find_margins(cell, table)) * EMU_PER_TWIP
    height = around.height
    exact = row.find(f"{W}trPr/{W}trHeight")
    if exact is not None and exact.get(f"{W}hRule") == "exact":
        height = min(height, _read(exact, "val") * EMU_PER_TWIP)
    return Size(Emu(int(min(width, around.width) - free)), Emu(int(height)))


def _find_cell_width(cell: Element, row: Element, table: Element, around: int) -> float:
    span = _read(cell.find(f"{W}tcPr/{W}gridSpan"), "val", 1)
    said = cell.find(f"{W}tcPr/{W}tcW")
    width = _read(said, "w")
    if width > 0 and said is not None:
        if said.get(f"{W}type") == _SHARE:
            return around * min(width, _FIFTIETHS) / _FIFTIETHS
        if said.get(f"{W}type") == "dxa":
            return width * EMU_PER_TWIP
    columns = [_read(each, "w") for each in table.findall(f"{W}tblGrid/{W}gridCol")]
    before = _read(row.find(f"{W}trPr/{W}gridBefore"), "val")
    for other in cell.itersiblings(f"{W}tc", preceding=True):
        before += _read(other.find(f"{W}tcPr/{W}gridSpan"), "val", 1)
    own = sum(columns[before : before + span])
    return own * EMU_PER_TWIP if own > 0 else around / max(1, len(row.findall(f"{W}tc")))


def _find_margins(cell: Element, table: Element) -> Iterator[int]:
    for names in (("left", "start"), ("right", "end")):
        found = [
            margins.find(f"{W}{name}")
            for margins in (cell.find(f"{W}tcPr/{W}tcMar"), table.find(f"{W}tblPr/{W}tblCellMar"))
            if margins is not None
            for name in names
        ]
        own = [each for each in found if each is not None]
        yield _read(own[0], "w") if own else _CELL_MARGIN


def _measure_box(content: Element) -> Size | None:
    """Return the room in a text box, of DrawingML or VML; None if nothing tells its size."""
    for shape in content.iterancestors(f"{_WPS}wsp"):
        extent = shape.find(f"{_WPS}spPr/{A}xfrm/{A}ext")
        inside = shape.find(f"{_WPS}bodyPr")
        if extent is None:
            return None
        insets = {} if inside is None else inside.attrib
        width = int(extent.get("cx", "0")) - sum(
            int(insets.get(name, _INSET_ACROSS)) for name in ("lIns", "rIns")
        )
        height = int(extent.get("cy", "0")) - sum(
            int(insets.get(name, _INSET_DOWN)) for name in ("tIns", "bIns")
        )
        return Size(Emu(width), Emu(height))
    for shape in content.iterancestors(f"{_V}shape", f"{_V}rect", f"{_V}roundrect"):
        sides = read_sides(shape.get("style", ""))
        if sides is not None:
            return Size(Emu(sides.width - 2 * _INSET_ACROSS), Emu(sides.height - 2 * _INSET_DOWN))
    return None


def read_sides(style: str) -> Size | None:
    """Return the size that the `style` of a VML shape tells; None if it tells none."""
    sides = {
        name: int(float(number) * _UNITS[unit or ""])
        for name, number, unit in _STYLE.findall(style)
    }
    if "width" not in sides or "height" not in sides:
        return None
    return Size(Emu(sides["width"]), Emu(sides["height"]))


def _read(element: Element | None, name: str, default: int = 0) -> int:
    if element is None:
        return default
    try:
        return int(float(element.get(f"{W}{name}", "").rstrip("%") or default))
    except (ValueError, OverflowError):
        return default


def _limit(length: float) -> Emu:
    return Emu(max(_LEAST, int(length)))
