"""PNG files (W3C PNG, third edition), looked through whole: a broken one opens nowhere."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from generator.ooxml.images.image import USUAL_DPI, Image, Most, check_dpi

_SIGN = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Colour type → samples for each pixel."""

_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_SEE_THROUGH = frozenset({4, 6})
_INCH = 0.0254
_STEP = 2**20


def parse_png(data: bytes, most: Most) -> Image:
    """Return the picture that a PNG holds.

    Raises:
        ValueError: It is broken or too large.
    """
    chunks = list(_walk(data))
    kind, header = chunks[0] if chunks else (b"", b"")
    if kind != b"IHDR" or len(header) != struct.calcsize(">IIBBBBB"):
        raise ValueError("is a broken PNG: it does not begin with its size")
    width, height, depth, colour, *_, interlace = struct.unpack(">IIBBBBB", header)
    most.check(width, height)
    if depth not in _DEPTHS.get(colour, ()):
        raise ValueError("is a broken PNG: its colours are of no known kind")
    if chunks[-1][0] != b"IEND":
        raise ValueError("is a broken PNG: its end is missing")
    if interlace > 1:
        raise ValueError("is a broken PNG: its order of lines is of no known kind")
    row = (width * _CHANNELS[colour] * depth + 7) // 8 + 1
    _check_pixels((part for kind, part in chunks if kind == b"IDAT"), row * height)
    kinds = {kind for kind, _ in chunks}
    return Image(
        data=data,
        kind="png",
        width=width,
        height=height,
        dpi=_read_dpi(dict(reversed(chunks)).get(b"pHYs", b"")),
        is_cut_out=colour in _SEE_THROUGH or b"tRNS" in kinds,
    )


def _walk(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_SIGN)
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


def _check_pixels(parts: Iterator[bytes], needed: int) -> None:
    """Unpack no more than the pixels take, a little at a time (interlaced lines take more)."""
    unpacker = zlib.decompressobj()
    size = 0
    try:
        for part in parts:
            waiting = part
            while waiting and size < needed:
                size += len(unpacker.decompress(waiting, _STEP))
                waiting = unpacker.unconsumed_tail
    except zlib.error as error:
        raise ValueError("is a broken PNG: its pixels cannot be unpacked") from error
    if size < needed:
        raise ValueError("is a broken PNG: it has fewer pixels than it says")


def _read_dpi(said: bytes) -> tuple[int, int]:
    if len(said) != struct.calcsize(">IIB") or said[-1] != 1:
        return USUAL_DPI, USUAL_DPI
    across, down, _ = struct.unpack(">IIB", said)
    return check_dpi(across * _INCH, down * _INCH)
