"""Pictures in vectors: SVG, EMF and WMF. Their size is in EMU from the start."""

from __future__ import annotations

import re
import struct

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no types

from generator.ooxml.images.image import Image, Most
from generator.ooxml.opc import Element
from generator.units import EMU_PER_CM, EMU_PER_INCH, EMU_PER_PT

_SVG = "{http://www.w3.org/2000/svg}"
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_UNITS = {
    "": EMU_PER_INCH / 96,
    "px": EMU_PER_INCH / 96,
    "pt": EMU_PER_PT,
    "pc": EMU_PER_PT * 12,
    "in": EMU_PER_INCH,
    "cm": EMU_PER_CM,
    "mm": EMU_PER_CM / 10,
    "em": EMU_PER_PT * 12,
}
"""Unit of a length in SVG → EMU."""

_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+(?:[eE][-+]?\d{1,3})?)\s*([a-z]*)\s*\Z")
_OUTSIDE = re.compile(r"url\s*\(\s*[\"']?\s*(?!#|data:image/)|@import|javascript:", re.IGNORECASE)
_RUNNING = frozenset(f"{_SVG}{name}" for name in ("script", "foreignObject", "iframe", "handler"))
_WITHIN = ("#", "data:image/")
_LONGEST = 100 * EMU_PER_INCH
_PER_MM = EMU_PER_CM / 1000
"""EMU to a hundredth of a millimetre."""


def parse_svg(data: bytes, most: Most) -> Image:
    """Return the picture that an SVG holds; one that runs or fetches something is refused.

    Raises:
        ValueError: It is broken, or no mere picture.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError("is a broken SVG") from error
    if root.tag != f"{_SVG}svg":
        raise ValueError("is no picture, but other XML")
    if root.getroottree().docinfo.doctype:
        raise ValueError("is an SVG with a document type; save it without one, as 'plain SVG'")
    _check_svg(root)
    width, height = _measure_svg(root)
    return _make(data, "svg", width, height)


def _check_svg(root: Element) -> None:
    for element in root.iter("*"):
        if element.tag in _RUNNING:
            raise ValueError("is an SVG that runs something, and not a mere picture")
        for name, value in element.attrib.items():
            if name.lower().startswith("on"):
                raise ValueError("is an SVG that runs something, and not a mere picture")
            is_outside = name in _HREFS and not value.strip().startswith(_WITHIN)
            if (is_outside and not element.tag.endswith("}a")) or _OUTSIDE.search(value):
                raise ValueError("is an SVG that fetches something, and not a mere picture")
        if element.tag == f"{_SVG}style" and _OUTSIDE.search("".join(element.itertext())):
            raise ValueError("is an SVG that fetches something, and not a mere picture")


def _measure_svg(root: Element) -> tuple[float, float]:
    width, height = (_read_length(root.get(name, "")) for name in ("width", "height"))
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    if len(box) == 4:  # noqa: PLR2004 - as the standard has it
        across, down = (_read_length(text) for text in box[2:])
        if width and across and down:
            height = height or width * down / across
        elif height and across and down:
            width = height * across / down
        else:
            width, height = across, down
    return width, height


def _read_length(text: str) -> float:
    found = _LENGTH.match(text)
    scale = _UNITS.get(found[2]) if found else None
    return float(found[1]) * scale if found and scale else 0.0


def starts_emf(data: bytes) -> bool:
    """Return whether `data` begins as an EMF does."""
    return data[:4] == b"\x01\x00\x00\x00" and data[40:44] == b" EMF"


def parse_emf(data: bytes, most: Most) -> Image:
    """Return the picture that an EMF holds, in the size of its frame.

    Raises:
        ValueError: It is broken.
    """
    try:
        left, top, right, bottom = struct.unpack_from("<iiii", data, 24)
        (length,) = struct.unpack_from("<I", data, 48)
    except struct.error as error:
        raise ValueError("is a broken EMF: its size is missing") from error
    if length > len(data):
        raise ValueError("is a broken EMF: its end is missing")
    return _make(data, "emf", (right - left) * _PER_MM, (bottom - top) * _PER_MM)


def parse_wmf(data: bytes, most: Most) -> Image:
    """Return the picture that a WMF which tells its size holds.

    Raises:
        ValueError: It is broken.
    """
    try:
        left, top, right, bottom, per_inch = struct.unpack_from("<hhhhH", data, 6)
    except struct.error as error:
        raise ValueError("is a broken WMF: its size is missing") from error
    scale = EMU_PER_INCH / (per_inch or 1440)
    return _make(data, "wmf", abs(right - left) * scale, abs(bottom - top) * scale)


def _make(data: bytes, kind: str, width: float, height: float) -> Image:
    if not (0 < width < _LONGEST and 0 < height < _LONGEST):
        raise ValueError(f"is an {kind.upper()} without a size that makes sense")
    return Image(
        data=data,
        kind=kind,
        width=round(width) or 1,
        height=round(height) or 1,
        dpi=(EMU_PER_INCH, EMU_PER_INCH),
        is_cut_out=True,
    )
