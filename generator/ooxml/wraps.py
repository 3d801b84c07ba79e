"""Outlines around which text flows, where a program wrote ones that no page can hold.

Word passes over them; LibreOffice leaves the page empty.
"""

from __future__ import annotations

from generator.ooxml.opc import Element, Package

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_FARTHEST = 10_000_000
"""Units of 1/21600 of the drawing's width or height (`CT_WrapPath` in ISO/IEC 29500-1, 20.4.2.16):
several hundred times its size."""


def mend_wraps(package: Package) -> None:
    """Let text pass over drawings of headers and footers whose outline lies far off."""
    names = {link.target for _, link in package.walk() if link.kind in {"header", "footer"}}
    for name in sorted(names):
        root = package.read_xml(name)
        far = [
            wrap
            for wrap in root.iter(f"{_WP}wrapTight", f"{_WP}wrapThrough")
            if any(_is_far(point) for point in wrap.iter(f"{_WP}start", f"{_WP}lineTo"))
        ]
        for wrap in far:
            wrap.getparent().replace(wrap, wrap.makeelement(f"{_WP}wrapNone"))
        if far:
            package.write_xml(name, root)


def _is_far(point: Element) -> bool:
    return any(
        value.lstrip("-").isdigit() and abs(int(value)) > _FARTHEST
        for value in (point.get("x", "0"), point.get("y", "0"))
    )
