"""Pictures read with suspicion: what they are is told by their bytes, never by their names.

PNG and JPEG, which Word and PowerPoint show everywhere. A picture that is broken, or larger when
unpacked than any logo needs, is refused before anything else opens it.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

LARGEST = 5 * 2**20
"""Most bytes of a file."""

LONGEST_SIDE = 8_000
MOST_PIXELS = 24_000_000
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Colour type of a PNG → samples for each pixel."""

_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""Markers of a JPEG that begin a frame and tell its size."""

_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
"""Markers of a JPEG that have no length."""

_SCAN, _END, _MARK = 0xDA, b"\xff\xd9", 0xFF
_SIGNS = (
    (b"<svg", "an SVG"),
    (b"<?xml", "an SVG, or other XML"),
    (b"GIF8", "a GIF"),
    (b"RIFF", "a WebP"),
    (b"BM", "a BMP"),
    (b"II*\x00", "a TIFF"),
    (b"MM\x00*", "a TIFF"),
    (b"%PDF", "a PDF"),
    (b"%!PS", "an EPS"),
    (b"\xc5\xd0\xd3\xc6", "an EPS"),
    (b"\x00\x00\x01\x00", "an icon"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture that Office shows.

    Attributes:
        kind: `png` or `jpeg`, which is also its extension.
        width: In pixels, as is `height`.
        alt: What a reader who cannot see it is told.
    """

    data: bytes
    kind: str
    width: int
    height: int
    alt: str = ""


def parse_picture(data: bytes, alt: str = "") -> Picture:
    """Return the picture that `data` is.

    Raises:
        ValueError: It is none that Office shows, is broken or too large; says which.
    """
    if len(data) > LARGEST:
        raise ValueError(f"is larger than {LARGEST // 2**20} MB")
    if data.startswith(_PNG):
        width, height = _measure_png(data)
    elif data.startswith(_JPEG):
        width, height = _measure_jpeg(data)
    else:
        raise ValueError(f"is {_name_kind(data)}, not a PNG or JPEG")
    kind = "png" if data.startswith(_PNG) else "jpeg"
    return Picture(data=data, kind=kind, width=width, height=height, alt=alt)


def _name_kind(data: bytes) -> str:
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n")
    return next((name for sign, name in _SIGNS if start.startswith(sign)), "no picture")


def _check_size(width: int, height: int) -> None:
    if not (width and height):
        raise ValueError("has no width or no height")
    if max(width, height) > LONGEST_SIDE or width * height > MOST_PIXELS:
        raise ValueError(
            f"has {width} × {height} pixels, and no logo needs more than {LONGEST_SIDE} a side "
            f"or {MOST_PIXELS // 1_000_000} million in all"
        )


def _measure_png(data: bytes) -> tuple[int, int]:
    """Return width and height of a PNG that is whole (W3C PNG, third edition)."""
    chunks = list(_walk_png(data))
    kind, header = chunks[0] if chunks else (b"", b"")
    if kind != b"IHDR" or len(header) != struct.calcsize(">IIBBBBB"):
        raise ValueError("is a broken PNG: it does not begin with its size")
    width, height, depth, colour, *_, interlace = struct.unpack(">IIBBBBB", header)
    _check_size(width, height)
    if depth not in _DEPTHS.get(colour, ()):
        raise ValueError("is a broken PNG: its colours are of no known kind")
    if chunks[-1][0] != b"IEND":
        raise ValueError("is a broken PNG: its end is missing")
    row = (width * _CHANNELS[colour] * depth + 7) // 8 + 1
    _check_pixels(b"".join(part for kind, part in chunks if kind == b"IDAT"), row * height)
    if interlace > 1:
        raise ValueError("is a broken PNG: its order of lines is of no known kind")
    return width, height


def _walk_png(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_PNG)
    while at < len(data):
        head = data[at : at + 8]
        if len(head) < struct.calcsize(">I4s"):
            raise ValueError("is a broken PNG: its end is missing")
        length, kind = struct.unpack(">I4s", head)
        body = data[at + 8 : at + 8 + length]
        sum_ = data[at + 8 + length : at + 12 + length]
        if len(body) < length or sum_ != struct.pack(">I", zlib.crc32(kind + body)):
            raise ValueError("is a broken PNG: a part of it is damaged or missing")
        yield kind, body
        if kind == b"IEND":
            return
        at += 12 + length


def _check_pixels(packed: bytes, needed: int) -> None:
    """Unpack no more than the pixels take (interlaced lines take a little more)."""
    unpacker = zlib.decompressobj()
    try:
        size = len(unpacker.decompress(packed, needed))
    except zlib.error as error:
        raise ValueError("is a broken PNG: its pixels cannot be unpacked") from error
    if size < needed:
        raise ValueError("is a broken PNG: it has fewer pixels than it says")


def _measure_jpeg(data: bytes) -> tuple[int, int]:
    """Return width and height of a JPEG that has a frame, a scan and an end (ITU-T T.81)."""
    at, size = 2, (0, 0)
    while at + 4 <= len(data):
        if data[at] != _MARK:
            break
        marker = data[at + 1]
        if marker == _MARK or marker in _ALONE:
            at += 1 if marker == _MARK else 2
            continue
        if marker in _FRAMES and at + 9 <= len(data):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            size = (width, height)
        if marker == _SCAN:
            break
        at += 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
    if not all(size) or _END not in data[at:]:
        raise ValueError("is a broken JPEG: its size or its end is missing")
    _check_size(*size)
    return size
