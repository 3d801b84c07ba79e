"""Parts that Office takes for granted, put into files of programs that leave them out."""

from __future__ import annotations

from generator.ooxml.content_types import STYLES, THEME
from generator.ooxml.opc import Package
from generator.ooxml.theme import PLAIN, write_theme

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_SIZE = 22
"""Half-points: what Word has set its text in since 2007."""


def complete(package: Package) -> None:
    """Give a Word document styles and a theme, and each master of a presentation a theme."""
    if package.kind == "word":
        if not _has(package, package.main, "styles"):
            _add(package, package.main, "styles", (_write_styles(), STYLES))
        if not _has(package, package.main, "theme"):
            _add(package, package.main, "theme", (_write_theme(package), THEME))
        return
    _size_notes(package)
    _relate_layouts(package)
    masters = [link.target for _, link in package.walk() if link.kind in _WITH_THEME]
    for master in dict.fromkeys(masters):
        if not _has(package, master, "theme"):
            _add(package, master, "theme", (_write_theme(package), THEME))


def _size_notes(package: Package) -> None:
    """Give a presentation the size of its notes pages, which must not be missing."""
    root = package.read_xml(package.main)
    if root.find(f"{_P}notesSz") is not None:
        return
    before = [
        child
        for child in root
        if child.tag.removeprefix(_P)
        in {"sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst", "sldIdLst", "sldSz"}
    ]
    size = root.makeelement(f"{_P}notesSz", {"cx": "6858000", "cy": "9144000"})
    root.insert(root.index(before[-1]) + 1 if before else 0, size)
    package.write_xml(package.main, root)


def _relate_layouts(package: Package) -> None:
    """Relate each layout that a master lists to that master."""
    pairs = [(source, link.target) for source, link in package.walk() if link.kind == "slideLayout"]
    for master, layout in pairs:
        if master != layout and not _has(package, layout, "slideMaster"):
            package.relate(layout, "slideMaster", master)


_WITH_THEME = frozenset({"slideMaster", "notesMaster", "handoutMaster"})


def _has(package: Package, part: str, kind: str) -> bool:
    return any(link.kind == kind for link in package.find_links(part))


def _add(package: Package, part: str, kind: str, content: tuple[bytes, str]) -> None:
    """Add a part of `kind` and relate `part` to it."""
    folder = package.main.rpartition("/")[0]
    stem = f"{folder}/{kind}" if folder else kind
    number = 1
    while package.has(f"{stem}{number}.xml"):
        number += 1
    name = f"{stem}{number}.xml"
    package.add_part(name, *content)
    package.relate(part, kind, name)


def _write_theme(package: Package) -> bytes:
    font = "Calibri"
    return write_theme(package.path.stem or "Theme", PLAIN, (font, font))


def _write_styles() -> bytes:
    """Return a styles part with the defaults and the one style that every paragraph has."""
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return (
        f'{declaration}<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>'
        '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" '
        'w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/>'
        f'<w:sz w:val="{_SIZE}"/><w:szCs w:val="{_SIZE}"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style></w:styles>"
    ).encode()
