"""How much room there is where a mark stands: a column of its page section, a cell, a text box."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.inventory.page import DEFAULT_GAP
from generator.inventory.report import PageInfo
from generator.inventory.styles import is_on, parse_measure
from generator.units import EMU_PER_CM, EMU_PER_INCH, EMU_PER_PT, EMU_PER_TWIP, Emu, Size
from generator.word.manuscript import TALLEST_SHARE
from generator.word.markup import NAMESPACES, Element, W
from generator.word.stylesheet import Stylesheet

_A = f"{{{NAMESPACES['a']}}}"
_WP = f"{{{NAMESPACES['wp']}}}"
_SHAPE = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_GROUP = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
_VML = "{urn:schemas-microsoft-com:vml}"
_INSETS = {"lIns": 91_440, "rIns": 91_440, "tIns": 45_720, "bIns": 45_720}
_TURNED = frozenset({"vert", "vert270", "eaVert", "mongolianVert"})
_VML_INSETS = ("0.1in", "0.05in", "0.1in", "0.05in")
_LENGTH = re.compile(r"\s*(-?[0-9.]+)\s*(pt|in|cm|mm|px)?\s*\Z")
_UNITS = {
    "pt": EMU_PER_PT,
    "in": EMU_PER_INCH,
    "cm": EMU_PER_CM,
    "mm": EMU_PER_CM // 10,
    "px": EMU_PER_INCH // 96,
    None: EMU_PER_INCH // 96,
}
_FULL = 5_000  # fiftieths of a per cent (`ST_TblWidth`, pct)
_BOX_SHARE = 0.6
"""Share of a text box that a drawing takes beside its caption and source line."""


_NARROW = 0.75
"""Share of the usual width of text."""


class Where(StrEnum):
    """What a mark stands in, nearest first."""

    PAGE = "the text"
    CELL = "a table cell"
    BOX = "a text box"


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The room at a place.

    Attributes:
        page: As wide between its margins as the place is.
        takes_notes: Whether footnotes can be set.
        tallest: Share of the page's height that a drawing with its caption may take.
        is_tight: Whether the height, too, is that of the place alone.
    """

    where: Where
    page: PageInfo
    takes_notes: bool = True
    tallest: float = TALLEST_SHARE
    is_tight: bool = False

    def is_narrow(self, page: PageInfo) -> bool:
        """Return whether the place is clearly narrower than the text on `page`."""
        return self.page.text_width < _NARROW * page.text_width


def find_room(node: Element, page: PageInfo) -> Room:
    """Return where `node` stands, as wide as its page: for words, which need no measure."""
    is_boxed = next(node.iterancestors(f"{W}txbxContent"), None) is not None
    return Room(where=Where.BOX if is_boxed else Where.PAGE, page=page, takes_notes=not is_boxed)


def measure_room(node: Element, page: PageInfo, styles: Stylesheet) -> Room:
    """Return the room around `node`.

    Args:
        node: In the main text.
        page: Of its page section, as `read_column` returns it.
        styles: For the margins of cells.
    """
    for around in node.iterancestors(f"{W}tc", f"{W}txbxContent"):
        if around.tag == f"{W}tc":
            table = next(around.iterancestors(f"{W}tbl"))
            return _measure_cell(around, measure_room(table, page, styles), styles)
        return _measure_box(around, page)
    return Room(where=Where.PAGE, page=page)


def read_column(page: PageInfo, section: Element | None) -> PageInfo:
    """Return a page of one column, as wide as the narrowest one of the page section."""
    columns = None if section is None else section.find(f"{W}cols")
    whole = replace(page, columns=1, column_gap=Emu(0))
    if columns is None:
        return whole
    own = [parse_measure(each.get(f"{W}w")) for each in columns.findall(f"{W}col")]
    if own and min(own) > 0 and not is_on(columns.get(f"{W}equalWidth", "0")):
        return _narrow(whole, min(own))
    number = columns.get(f"{W}num", "1")
    count = max(1, int(number)) if number.isdigit() else 1
    gap = parse_measure(columns.get(f"{W}space"), DEFAULT_GAP)
    return _narrow(whole, (whole.text_width - gap * (count - 1)) // count)


def _narrow(page: PageInfo, width: int) -> PageInfo:
    """Return a page with `width` between its margins."""
    return replace(page, size=Size(Emu(page.left + page.right + max(0, width)), page.size.height))


def _measure_cell(cell: Element, around: Room, styles: Stylesheet) -> Room:
    row: Element = next(cell.iterancestors(f"{W}tr"))
    table: Element = next(cell.iterancestors(f"{W}tbl"))
    width = _find_width(cell, row, table, around.page.text_width)
    free = sum(_find_margin(cell, table, names, styles) for names in _SIDES)
    page = _narrow(around.page, width - free)
    room = replace(around, where=Where.CELL, page=page)
    height = row.find(f"{W}trPr/{W}trHeight")
    if height is None or height.get(f"{W}hRule") != "exact":
        return room
    sides = page.top + page.bottom
    tall = Emu(sides + parse_measure(height.get(f"{W}val")))
    return replace(
        room,
        page=replace(page, size=Size(page.size.width, tall)),
        tallest=_BOX_SHARE,
        is_tight=True,
    )


_SIDES = (("left", "start"), ("right", "end"))


def _find_width(cell: Element, row: Element, table: Element, around: int) -> int:
    """Return the width of a cell: as it says, or by the columns of the table that it spans."""
    said = cell.find(f"{W}tcPr/{W}tcW")
    kind = "" if said is None else said.get(f"{W}type", "dxa")
    if said is not None and kind == "dxa" and parse_measure(said.get(f"{W}w")) > 0:
        return parse_measure(said.get(f"{W}w"))
    columns = [parse_measure(each.get(f"{W}w")) for each in table.findall(f"{W}tblGrid/{W}gridCol")]
    cells = [each for each in row.iter(f"{W}tc") if next(each.iterancestors(f"{W}tr")) is row]
    before = _count(row.find(f"{W}trPr/{W}gridBefore"), 0)
    before += sum(_count_spanned(each) for each in cells[: cells.index(cell)])
    spanned = sum(columns[before : before + _count_spanned(cell)])
    if spanned > 0:
        return spanned
    if said is not None and kind == "pct":
        share = said.get(f"{W}w", "").rstrip("%")
        unit = 100 if said.get(f"{W}w", "").endswith("%") else _FULL
        return round(around * float(share) / unit) if _is_number(share) else around
    return around // max(1, len(cells))


def _count_spanned(cell: Element) -> int:
    return _count(cell.find(f"{W}tcPr/{W}gridSpan"), 1)


def _count(element: Element | None, default: int) -> int:
    value = "" if element is None else element.get(f"{W}val", "")
    return int(value) if value.isdigit() else default


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdigit()


def _find_margin(cell: Element, table: Element, names: tuple[str, ...], styles: Stylesheet) -> int:
    """Return a margin of a cell: its own, that of its table, or that of the table's style."""
    for margins in (cell.find(f"{W}tcPr/{W}tcMar"), table.find(f"{W}tblPr/{W}tblCellMar")):
        for name in names:
            found = None if margins is None else margins.find(f"{W}{name}")
            if found is not None:
                return parse_measure(found.get(f"{W}w"))
    named = table.find(f"{W}tblPr/{W}tblStyle")
    style = "" if named is None else named.get(f"{W}val", "")
    return styles.cell_margin(style, *names) * EMU_PER_TWIP


def _measure_box(content: Element, page: PageInfo) -> Room:
    """Return the room in a text box of DrawingML or VML; one that grows is as high as the page."""
    size, grows = _find_box(content)
    if size is None:
        return Room(where=Where.BOX, page=page, takes_notes=False)
    height = page.size.height - page.top - page.bottom if grows else size.height
    inside = PageInfo(
        size=Size(Emu(max(0, size.width)), Emu(max(0, height))),
        left=Emu(0),
        right=Emu(0),
        top=Emu(0),
        bottom=Emu(0),
        ground=page.ground,
    )
    return Room(
        where=Where.BOX,
        page=inside,
        takes_notes=False,
        tallest=TALLEST_SHARE if grows else _BOX_SHARE,
        is_tight=not grows,
    )


def _find_box(content: Element) -> tuple[Size | None, bool]:
    """Return the size inside a text box, and whether it grows with what stands in it."""
    for shape in content.iterancestors(f"{_SHAPE}wsp"):
        size = _find_shape_size(shape)
        body = shape.find(f"{_SHAPE}bodyPr")
        said = {} if body is None else body.attrib
        insets = {name: int(said.get(name, default)) for name, default in _INSETS.items()}
        grows = body is not None and body.find(f"{_A}spAutoFit") is not None
        if size is None:
            return None, grows
        width, height = size
        if said.get("vert") in _TURNED:
            width, height = height, width
        across, down = insets["lIns"] + insets["rIns"], insets["tIns"] + insets["bIns"]
        return Size(Emu(width - across), Emu(height - down)), grows
    for shape in content.iterancestors(f"{_VML}*"):
        size = _read_vml(shape, content)
        if size is not None:
            return size, "mso-fit-shape-to-text:t" in shape.get("style", "")
    return None, False


def _find_shape_size(shape: Element) -> Size | None:
    """Return the size of a shape; one in a group is scaled as the group is."""
    extent = shape.find(f"{_SHAPE}spPr/{_A}xfrm/{_A}ext")
    groups = list(shape.iterancestors(f"{_GROUP}wgp", f"{_GROUP}grpSp"))
    if not groups or extent is None:
        drawings = shape.iterancestors(f"{_WP}inline", f"{_WP}anchor")
        outer = (drawing.find(f"{_WP}extent") for drawing in drawings)
        extent = next((each for each in outer if each is not None), extent)
    if extent is None:
        return None
    width, height = (_read_length(extent, name) for name in ("cx", "cy"))
    for group in groups:
        across, down = _find_scale(group)
        width, height = width * across, height * down
    return Size(Emu(round(width)), Emu(round(height)))


def _find_scale(group: Element) -> tuple[float, float]:
    frame = group.find(f"{_GROUP}grpSpPr/{_A}xfrm")
    outer = None if frame is None else frame.find(f"{_A}ext")
    inner = None if frame is None else frame.find(f"{_A}chExt")
    if outer is None or inner is None:
        return 1.0, 1.0
    across, down = (
        (_read_length(outer, name) or 1) / (_read_length(inner, name) or 1) for name in ("cx", "cy")
    )
    return across, down


def _read_length(element: Element, name: str) -> float:
    value = element.get(name, "")
    return float(value) if value.isdigit() else 0.0


def _read_vml(shape: Element, content: Element) -> Size | None:
    """Return the room in a shape of VML, from its style; None where that says nothing."""
    pairs = (each.partition(":") for each in shape.get("style", "").split(";"))
    style = {name.strip(): value for name, _, value in pairs}
    width, height = (_parse_length(style.get(name)) for name in ("width", "height"))
    if not width or not height:
        return None
    said = (content.getparent().get("inset") or "").split(",")
    sides = [
        _parse_length(said[place] if place < len(said) else "") or _parse_length(default) or 0
        for place, default in enumerate(_VML_INSETS)
    ]
    return Size(Emu(width - sides[0] - sides[2]), Emu(height - sides[1] - sides[3]))


def _parse_length(text: str | None) -> int | None:
    match = _LENGTH.match(text or "")
    return round(float(match[1]) * _UNITS[match[2]]) if match else None
