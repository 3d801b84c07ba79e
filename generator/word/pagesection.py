"""The page section of the report: chosen among the template's, and made to hold running text.

``CT_SectPr`` in ``wml.xsd`` (ISO/IEC 29500).
"""

from __future__ import annotations

from copy import deepcopy
from typing import cast

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part, XmlPart

from generator.inventory.furniture import choose_section, find_sections
from generator.inventory.page import DEFAULT_GAP, DEFAULT_MARGIN
from generator.inventory.report import PageInfo
from generator.inventory.styles import parse_measure
from generator.ooxml.scripts import is_east_asian, is_right_to_left
from generator.units import to_twips
from generator.word.markup import Element, W, new_element, parse_pieces, tag

_REFERENCE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FURNITURE = frozenset({RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER})
_DROPPED = (
    "type",
    "formProt",
    "vAlign",
    "textDirection",
    "bidi",
    "rtlGutter",
    "printerSettings",
    "sectPrChange",
)
"""What belongs to the template's own text, or to the printer it was made for."""

_ORDER = (
    "headerReference",
    "footerReference",
    "footnotePr",
    "endnotePr",
    "pgSz",
    "pgMar",
    "paperSrc",
    "pgBorders",
    "lnNumType",
    "pgNumType",
    "cols",
    "noEndnote",
    "titlePg",
    "bidi",
    "rtlGutter",
    "docGrid",
)
_HEAD_ROOM = 708
"""Distance of furniture from the edge of the page in twips, where the template gives none."""


def take_section(document: Part, root: Element) -> Element:
    """Return the page section that the report is written in, with the furniture it inherits.

    Args:
        document: The part whose relationships lead to headers and footers.
        root: `w:document` with the template's text still in it.
    """
    parts: dict[str, Element] = {
        key: link.target_part.element
        for key, link in document.rels.items()
        if link.reltype in _FURNITURE and isinstance(link.target_part, XmlPart)
    }
    chosen = choose_section(find_sections(root), parts)
    if chosen is None:
        return new_element(f"{W}sectPr")
    section = cast("Element", deepcopy(chosen.element))
    for name in ("headerReference", "footerReference", "printerSettings"):
        for reference in section.findall(f"{W}{name}"):
            section.remove(reference)
    for place, ((kind, variant), key) in enumerate(chosen.references.items()):
        if key in parts:
            reference = new_element(f"{W}{kind.value}Reference")
            reference.set(f"{W}type", variant.value)
            reference.set(_REFERENCE, key)
            section.insert(place, reference)
    return section


def settle_section(section: Element, page: PageInfo, language: str) -> None:
    """Make a page section hold the report, with its page written out.

    Pages are counted from 1, text runs level, and in one column unless columns are wide.

    Args:
        section: `w:sectPr`, changed in place.
        page: What the inventory reads of it.
        language: Of the report.
    """
    for name in _DROPPED:
        for element in section.findall(f"{W}{name}"):
            section.remove(element)
    _settle_size(section, page)
    _settle_margins(section, page)
    _settle_columns(section, page)
    _settle_numbers(section)
    _settle_grid(section, language)
    if is_right_to_left(language):
        _add(section, f"{W}bidi")


def _settle_size(section: Element, page: PageInfo) -> None:
    size = _find_or_add(section, "pgSz")
    size.set(f"{W}w", str(to_twips(page.size.width)))
    size.set(f"{W}h", str(to_twips(page.size.height)))
    size.attrib.pop(f"{W}orient", None)
    if page.size.width > page.size.height:
        size.set(f"{W}orient", "landscape")


def _settle_margins(section: Element, page: PageInfo) -> None:
    """Write all margins; the template's own are kept where the inventory reads them the same."""
    margins = _find_or_add(section, "pgMar")
    gutter = to_twips(parse_measure(margins.get(f"{W}gutter")))
    sides = {side: to_twips(getattr(page, side)) for side in ("top", "right", "bottom", "left")}
    own = {
        side: to_twips(parse_measure(margins.get(f"{W}{side}"), DEFAULT_MARGIN)) for side in sides
    }
    added = sum(sides.values()) - sum(map(abs, own.values()))
    if added == gutter and gutter >= 0:
        sides = own
    else:
        gutter = 0
    for side, width in sides.items():
        margins.set(f"{W}{side}", str(width))
    for name in ("header", "footer"):
        distance = parse_measure(margins.get(f"{W}{name}"), _HEAD_ROOM)
        margins.set(f"{W}{name}", str(max(0, to_twips(distance))))
    margins.set(f"{W}gutter", str(gutter))


def _settle_columns(section: Element, page: PageInfo) -> None:
    columns = _find_or_add(section, "cols")
    for child in list(columns):
        columns.remove(child)
    gap = to_twips(page.column_gap) or DEFAULT_GAP
    columns.attrib.clear()
    if page.columns > 1:
        columns.set(f"{W}num", str(page.columns))
    columns.set(f"{W}space", str(gap))


def _settle_numbers(section: Element) -> None:
    """Let pages be counted from 1, in the template's own digits."""
    numbers = section.find(f"{W}pgNumType")
    if numbers is None:
        return
    for name in ("start", "chapStyle", "chapSep"):
        numbers.attrib.pop(f"{W}{name}", None)
    if not numbers.attrib:
        section.remove(numbers)


def _settle_grid(section: Element, language: str) -> None:
    """Take lines off the grid of East Asian pages for languages that are not set on one."""
    grid = section.find(f"{W}docGrid")
    if grid is None:
        return
    if not is_east_asian(language):
        grid.attrib.pop(f"{W}type", None)
    elif grid.get(f"{W}type") in {"linesAndChars", "snapToChars"}:
        grid.set(f"{W}type", "lines")
    grid.attrib.pop(f"{W}charSpace", None)


def _find_or_add(section: Element, name: str) -> Element:
    found = section.find(f"{W}{name}")
    return _add(section, f"{W}{name}") if found is None else found


def _add(section: Element, name: str) -> Element:
    """Add an element where `CT_SectPr` has it."""
    (element,) = parse_pieces(tag(f"w:{name.removeprefix(W)}"))
    rank = _ORDER.index(name.removeprefix(W))
    later = {f"{W}{other}" for other in _ORDER[rank + 1 :]}
    for child in section:
        if child.tag in later:
            child.addprevious(element)
            return element
    section.append(element)
    return element
