"""A logo that a Word file lacks, put into its headers.

There it stays when the designer goes on in Word; the report builder knows nothing of it.
"""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no types

from generator.inventory.furniture import PageSection, Spot, choose_section, find_sections
from generator.inventory.logo_slides import add_logo_part, fit_logo
from generator.inventory.placeholders import parse_number
from generator.inventory.report import FurnitureKind, FurnitureVariant, PageInfo
from generator.inventory.settings import Corner, LogoSettings
from generator.ooxml.content_types import IN_WORD
from generator.ooxml.opc import OFFICE, Element, Package
from generator.units import Emu, Size, cm

_NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": OFFICE,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
_W = "{" + _NAMESPACES["w"] + "}"
_ROOTS = {FurnitureKind.HEADER: "hdr", FurnitureKind.FOOTER: "ftr"}
_EDGE = cm(0.8)
"""Least distance of the logo from the upper edge of the page."""

_AFTER_TITLE_PAGE = tuple(
    f"{_W}{name}"
    for name in ("textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings", "sectPrChange")
)
"""What follows `w:titlePg` in `CT_SectPr` (wml.xsd)."""


def add_report_logo(package: Package, logo: LogoSettings, page: PageInfo) -> None:
    """Put `logo` above the text, into the header of the first page or into every header.

    A first page without furniture of its own gets copies of what it showed before, so that the
    other pages stay as they are.
    """
    section = _find_section(package)
    if not logo.is_everywhere and not _has_first_page(section):
        section = _begin_first_page(package, section)
    wanted = (
        {FurnitureVariant.DEFAULT, *_variants(section)}
        if logo.is_everywhere
        else {FurnitureVariant.FIRST}
    )
    for variant in sorted(wanted):
        name = _find_part(package, section, (FurnitureKind.HEADER, variant))
        if name is None:
            name = _add_part(package, section.element, (FurnitureKind.HEADER, variant))
        _draw_logo(package, name, logo, page)
    package.write_xml(package.main, package.read_xml(package.main))


def _find_section(package: Package) -> PageSection:
    """Return the page section that the report is written in; made if there is none."""
    document = package.read_xml(package.main)
    kinds = {kind.value for kind in FurnitureKind}
    parts = {
        link.id: package.read_xml(link.target)
        for link in package.find_links(package.main)
        if link.kind in kinds
    }
    section = choose_section(find_sections(document), parts)
    if section is None:
        body = document.find(f"{_W}body")
        section = PageSection(element=etree.SubElement(body, f"{_W}sectPr"))
    return section


def _has_first_page(section: PageSection) -> bool:
    found = section.element.find(f"{_W}titlePg")
    return found is not None and found.get(f"{_W}val", "1") not in {"0", "false", "off"}


def _variants(section: PageSection) -> set[FurnitureVariant]:
    return {variant for kind, variant in section.references if kind is FurnitureKind.HEADER}


def _find_part(package: Package, section: PageSection, spot: Spot) -> str | None:
    id_ = section.references.get(spot)
    return next((link.target for link in package.links[package.main] if link.id == id_), None)


def _begin_first_page(package: Package, section: PageSection) -> PageSection:
    """Let the first page have furniture of its own; return the section with its references."""
    element: Element = section.element
    for mark in list(element.iterchildren(f"{_W}titlePg")):
        element.remove(mark)
    mark = etree.Element(f"{_W}titlePg")
    after = next((child for child in element if child.tag in _AFTER_TITLE_PAGE), None)
    if after is None:
        element.append(mark)
    else:
        after.addprevious(mark)
    for kind in FurnitureKind:
        old = _find_part(package, section, (kind, FurnitureVariant.DEFAULT))
        if (kind, FurnitureVariant.FIRST) not in section.references:
            _add_part(package, element, (kind, FurnitureVariant.FIRST), old)
    return PageSection(element=element, references={**section.references, **dict(_own(element))})


def _own(section: Element) -> list[tuple[Spot, str]]:
    """Return the references that stand in the section itself."""
    return [
        (
            (kind, FurnitureVariant(reference.get(f"{_W}type", "default"))),
            reference.get(f"{{{OFFICE}}}id", ""),
        )
        for kind in FurnitureKind
        for reference in section.iterchildren(f"{_W}{kind.value}Reference")
    ]


def _add_part(package: Package, section: Element, spot: Spot, source: str | None = None) -> str:
    """Add a header or footer to `section`, a copy of the part `source` if given; tell its name."""
    kind, variant = spot
    folder = package.main.rpartition("/")[0]
    stem = f"{folder}/{kind.value}" if folder else kind.value
    name = next(
        name
        for number in range(1, len(package.parts) + 2)
        if not package.has(name := f"{stem}{number}.xml")
    )
    data = package.parts[source] if source else _write_empty(kind)
    package.add_part(name, data, IN_WORD[kind.value])
    if source:
        package.links[name] = list(package.links.get(source, ()))
    reference = etree.Element(f"{_W}{kind.value}Reference")
    reference.set(f"{_W}type", variant.value)
    reference.set(f"{{{OFFICE}}}id", package.relate(package.main, kind.value, name))
    section.insert(0, reference)
    return name


def _write_empty(kind: FurnitureKind) -> bytes:
    spaces = f'xmlns:w="{_NAMESPACES["w"]}" xmlns:r="{OFFICE}"'
    tag = f"w:{_ROOTS[kind]}"
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<{tag} {spaces}><w:p/></{tag}>'
    ).encode()


def _draw_logo(package: Package, name: str, logo: LogoSettings, page: PageInfo) -> None:
    """Add the picture to the first paragraph of a header, free of its text."""
    root = package.read_xml(name)
    room = Size(Emu(page.text_width // 2), Emu(max(_EDGE, page.top - 2 * _EDGE)))
    size = fit_logo(logo, room)
    top = max(_EDGE, (page.top - size.height) // 2)
    side = "left" if logo.corner in {Corner.TOP_LEFT, Corner.BOTTOM_LEFT} else "right"
    ids = [parse_number(item.get("id"), 0) for item in root.iter("{*}docPr")]
    link = package.relate(name, "image", add_logo_part(package, logo))
    picture = _write_anchor(logo, size, (side, Emu(top)), (link, max(ids, default=0) + 1))
    paragraph = root.find(f".//{_W}p")
    if paragraph is None:
        paragraph = etree.SubElement(root, f"{_W}p")
    paragraph.append(etree.fromstring(picture))
    package.write_xml(name, root)


def _write_anchor(
    logo: LogoSettings, size: Size, spot: tuple[str, Emu], ids: tuple[str, int]
) -> str:
    """Return a run with a floating picture (`CT_Anchor` in dml-wordprocessingDrawing.xsd).

    Args:
        logo: What is shown.
        size: At which size, in EMU.
        spot: Side of the text area, and distance from the upper edge of the page.
        ids: Of the relationship, and of the drawing.
    """
    (side, top), (link, number) = spot, ids
    spaces = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
    alt = quoteattr(logo.picture.alt)
    extent = f'cx="{size.width}" cy="{size.height}"'
    return (
        f'<w:r {spaces}><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" '
        'simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" '
        'allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="margin"><wp:align>{side}</wp:align></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
        f"<wp:extent {extent}/><wp:wrapNone/>"
        f'<wp:docPr id="{number}" name="Logo" descr={alt}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_NAMESPACES["pic"]}"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="Logo" descr={alt}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{link}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:anchor></w:drawing></w:r>"
    )
