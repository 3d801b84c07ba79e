"""What the rules ask of the parts of a template that the inventory does not tell. Read only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.inventory import Template
from generator.inventory.deck import LayoutInfo, PlaceholderInfo
from generator.inventory.element import Element
from generator.ooxml.opc import Package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
EMBEDDED = ("embedRegular", "embedBold", "embedItalic", "embedBoldItalic")
NO_LIST = "0"
MOST_ANCESTORS = 50
MOST_PLACES = 4


def name_report(template: Template, *inside: str) -> str:
    """Return where something stands in the Word file: its name, then `inside`."""
    return ", ".join((template.report.path.name, *inside))


def name_deck(template: Template, *inside: str) -> str:
    """Return where something stands in the PowerPoint file: its name, then `inside`."""
    return ", ".join((template.deck.path.name, *inside))


def name_placeholder(template: Template, layout: LayoutInfo, hole: PlaceholderInfo) -> str:
    """Return where a placeholder stands."""
    return name_deck(template, f"layout '{layout.name}'", f"placeholder '{hole.name}'")


def list_places(places: Sequence[str]) -> str:
    """Return the first places, and how many there are more."""
    more = len(places) - MOST_PLACES
    shown = "; ".join(places[:MOST_PLACES])
    return f"{shown}; and {more} more" if more > 0 else shown


def find_embedded_fonts(template: Template) -> frozenset[str]:
    """Return the families embedded in each of the halves that are the template's own.

    `CT_Font` (wml.xsd) and `CT_EmbeddedFontListEntry` (pml.xsd).
    """
    report, deck = template.report, template.deck
    found: set[str] = set()
    table = _find_part(report, "fontTable")
    if table is not None:
        for font in table.iterfind(f"{W}font"):
            if any(font.find(f"{W}{kind}") is not None for kind in EMBEDDED):
                found.add(font.get(f"{W}name", "").casefold())
    for font in deck.read_xml(deck.main).iterfind(f"{P}embeddedFontLst/{P}embeddedFont/{P}font"):
        found.add(font.get("typeface", "").casefold())
    return frozenset(found)


def find_report_languages(package: Package) -> Iterator[tuple[str, str]]:
    """Yield each language tag of the styles, and where it stands (`CT_Language` in wml.xsd)."""
    sheet = _find_part(package, "styles")
    if sheet is None:
        return
    for lang in sheet.iterfind(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang"):
        yield from ((tag, "defaults of the styles") for tag in _tags(lang))
    for style in sheet.iterfind(f"{W}style"):
        for lang in style.iterfind(f"{W}rPr/{W}lang"):
            yield from ((tag, f"style '{_name(style)}'") for tag in _tags(lang))


def find_deck_languages(package: Package) -> Iterator[tuple[str, str]]:
    """Yield each language tag of the masters' and the presentation's text styles."""
    roots = [(package.main, "defaults of the presentation")]
    roots += [(name, "slide master") for name in package.names if "/slideMasters/" in f"/{name}"]
    for name, where in roots:
        if not name.endswith(".xml"):
            continue
        for level in package.read_xml(name).iterfind(f".//{A}defRPr"):
            if level.get("lang"):
                yield level.get("lang", ""), where


def has_list(package: Package, style_id: str) -> bool:
    """Return whether a paragraph style, or one that it is based on, gives a bullet or number."""
    sheet = _find_part(package, "styles")
    styles = (
        {}
        if sheet is None
        else {one.get(f"{W}styleId"): one for one in sheet.iterchildren(f"{W}style")}
    )
    for _ in range(MOST_ANCESTORS):
        style = styles.get(style_id)
        if style is None:
            return False
        number = style.find(f"{W}pPr/{W}numPr/{W}numId")
        if number is not None:
            return number.get(f"{W}val", NO_LIST) != NO_LIST
        base = style.find(f"{W}basedOn")
        style_id = "" if base is None else base.get(f"{W}val", "")
    return False


def has_bullet(package: Package, layout: LayoutInfo, hole: PlaceholderInfo) -> bool:
    """Return whether the first level of a placeholder's text has a bullet or number.

    `CT_TextParagraphProperties` (dml-main.xsd): the layout's own, else the master's.
    """
    part = layout.part_name.lstrip("/")
    if not package.has(part):
        return True
    masters = [link.target for link in package.find_links(part) if link.kind == "slideMaster"]
    levels = [_own_level(package.read_xml(part), hole.idx)]
    levels += [
        package.read_xml(name).find(f"{P}txStyles/{P}bodyStyle/{A}lvl1pPr")
        for name in masters
        if package.has(name)
    ]
    for level in levels:
        if level is None:
            continue
        if level.find(f"{A}buNone") is not None:
            return False
        if any(level.find(f"{A}{kind}") is not None for kind in ("buChar", "buAutoNum", "buBlip")):
            return True
    return False


def _own_level(layout: Element, idx: int) -> Element | None:
    for shape in layout.iterfind(f".//{P}sp"):
        hole = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if hole is not None and hole.get("idx", "0") == str(idx):
            return shape.find(f"{P}txBody/{A}lstStyle/{A}lvl1pPr")
    return None


def _find_part(package: Package, kind: str) -> Element | None:
    for link in package.find_links(package.main):
        if link.kind == kind and package.has(link.target):
            return package.read_xml(link.target)
    return None


def _tags(lang: Element) -> Iterator[str]:
    for attribute in ("val", "eastAsia", "bidi"):
        tag = lang.get(f"{W}{attribute}")
        if tag:
            yield tag


def _name(style: Element) -> str:
    found = style.find(f"{W}name")
    return "" if found is None else found.get(f"{W}val", "")
