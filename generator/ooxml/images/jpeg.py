"""JPEG files (ITU-T T.81): the frame tells the size, JFIF or Exif the density."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from generator.ooxml.images.image import USUAL_DPI, Image, Most, check_dpi
from generator.ooxml.images.tiff import read_density

_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""Markers that begin a frame and tell its size."""

_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
"""Markers that have no length."""

_SCAN, _END, _MARK = 0xDA, b"\xff\xd9", 0xFF
_JFIF, _EXIF = 0xE0, 0xE1
_CM = 2.54


def parse_jpeg(data: bytes, most: Most) -> Image:
    """Return the picture that a JPEG with a frame, a scan and an end holds.

    Raises:
        ValueError: It is broken or too large.
    """
    size, dpi, at = (0, 0), None, 2
    for marker, at in _walk(data):
        body = data[at + 4 : at + 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]]
        if marker in _FRAMES and len(body) >= struct.calcsize(">BHH"):
            _, height, width = struct.unpack(">BHH", body[:5])
            size = (width, height)
        dpi = dpi or _read_dpi(marker, body)
    if not all(size) or _END not in data[at:]:
        raise ValueError("is a broken JPEG: its size or its end is missing")
    most.check(*size)
    return Image(
        data=data, kind="jpeg", width=size[0], height=size[1], dpi=dpi or (USUAL_DPI, USUAL_DPI)
    )


def _walk(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield the markers before the first scan with their offsets; the scan's is the last."""
    at = 2
    while at + 4 <= len(data) and data[at] == _MARK:
        marker = data[at + 1]
        if marker == _MARK or marker in _ALONE:
            at += 1 if marker == _MARK else 2
            continue
        yield marker, at
        if marker == _SCAN:
            return
        at += 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]


def _read_dpi(marker: int, body: bytes) -> tuple[int, int] | None:
    if marker == _JFIF and body.startswith(b"JFIF\x00") and len(body) >= 12:  # noqa: PLR2004
        unit, across, down = struct.unpack(">BHH", body[7:12])
        if unit in {1, 2}:
            scale = 1 if unit == 1 else _CM
            return check_dpi(across * scale, down * scale)
    if marker == _EXIF and body.startswith(b"Exif\x00\x00"):
        return read_density(body[6:])
    return None
