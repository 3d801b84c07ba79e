"""A logo that a PowerPoint file lacks, put on its layouts.

There it stays when the designer goes on in PowerPoint; the deck builder knows nothing of it.
"""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no types

from generator.inventory.deck import DeckTemplate, LayoutRole
from generator.inventory.placeholders import parse_number
from generator.inventory.settings import Corner, LogoSettings
from generator.ooxml.opc import OFFICE, Element, Package
from generator.units import Box, Emu, Size, cm

_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_EDGE = cm(0.8)
"""Distance of the logo from the edges of a slide."""

_LEFT = frozenset({Corner.TOP_LEFT, Corner.BOTTOM_LEFT})
_TOP = frozenset({Corner.TOP_LEFT, Corner.TOP_RIGHT})


def add_deck_logo(package: Package, logo: LogoSettings, template: DeckTemplate) -> None:
    """Put `logo` on the layout of the cover, or on the layouts of all roles."""
    roles = tuple(LayoutRole) if logo.is_everywhere else (LayoutRole.COVER,)
    names = dict.fromkeys(template.layouts[role].part_name.lstrip("/") for role in roles)
    box = _place_on_slide(logo, template.size)
    for name in names:
        root = package.read_xml(name)
        tree = root.find(f"{{{_P}}}cSld/{{{_P}}}spTree")
        ids = [parse_number(item.get("id"), 0) for item in root.iter(f"{{{_P}}}cNvPr")]
        link = package.relate(name, "image", add_logo_part(package, logo))
        markup = _write_picture(logo, box, link, max(ids, default=1) + 1)
        picture: Element = etree.fromstring(markup)
        extension = tree.find(f"{{{_P}}}extLst")
        if extension is None:
            tree.append(picture)
        else:
            extension.addprevious(picture)
        package.write_xml(name, root)


def _place_on_slide(logo: LogoSettings, slide: Size) -> Box:
    """Return the box of the logo, no larger than a third of the slide each way."""
    size = fit_logo(logo, Size(Emu(slide.width // 3), Emu(slide.height // 3)))
    is_left, is_top = logo.corner in _LEFT, logo.corner in _TOP
    left = _EDGE if is_left else slide.width - _EDGE - size.width
    top = _EDGE if is_top else slide.height - _EDGE - size.height
    return Box(Emu(left), Emu(top), *size)


def fit_logo(logo: LogoSettings, room: Size) -> Size:
    """Return the size of `logo` in EMU: its own height, or less where the room is less."""
    ratio = logo.picture.width / logo.picture.height
    height = min(logo.height, room.height, room.width / ratio)
    return Size(Emu(round(height * ratio)), Emu(round(height)))


def add_logo_part(package: Package, logo: LogoSettings) -> str:
    """Add the picture of `logo` to `package`, if it is not there yet; return its name."""
    folder = package.main.rpartition("/")[0]
    stem = f"{folder}/media/template-logo" if folder else "template-logo"
    name = f"{stem}.{logo.picture.kind}"
    package.add_part(name, logo.picture.data, f"image/{logo.picture.kind}")
    return name


def _write_picture(logo: LogoSettings, box: Box, link: str, id_: int) -> str:
    alt = quoteattr(logo.picture.alt)
    return (
        f'<p:pic xmlns:p="{_P}" xmlns:a="{_A}" xmlns:r="{OFFICE}"><p:nvPicPr>'
        f'<p:cNvPr id="{id_}" name="Logo" descr={alt}/>'
        '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/>'
        f'</p:nvPicPr><p:blipFill><a:blip r:embed="{link}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</p:blipFill><p:spPr><a:xfrm><a:off x="{box.left}" y="{box.top}"/>'
        f'<a:ext cx="{box.width}" cy="{box.height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )
