"""Pictures of older kinds in pixels: GIF (89a) and BMP."""

from __future__ import annotations

import struct

from generator.ooxml.images.image import Image, Most, check_dpi

_TABLE, _CLEAR = 0x80, 0x01
_EXTENSION, _IMAGE, _TRAILER, _CONTROL = 0x21, 0x2C, 0x3B, 0xF9
_INCH = 0.0254


def parse_gif(data: bytes, most: Most) -> Image:
    """Return the picture that a GIF holds.

    Raises:
        ValueError: It is broken or too large.
    """
    try:
        width, height, flags = struct.unpack_from("<HHB", data, 6)
        most.check(width, height)
        is_cut_out = _walk_gif(data, 13 + _measure_table(flags))
    except (struct.error, IndexError) as error:
        raise ValueError("is a broken GIF: its end is missing") from error
    return Image(data=data, kind="gif", width=width, height=height, is_cut_out=is_cut_out)


def _measure_table(flags: int) -> int:
    return 3 * 2 ** ((flags & 7) + 1) if flags & _TABLE else 0


def _walk_gif(data: bytes, at: int) -> bool:
    """Go through the blocks to the end; return whether a colour is transparent."""
    is_clear = False
    while data[at] != _TRAILER:
        if data[at] == _EXTENSION:
            is_clear = is_clear or (data[at + 1] == _CONTROL and bool(data[at + 3] & _CLEAR))
            at += 2
        elif data[at] == _IMAGE:
            at += 11 + _measure_table(data[at + 9])
        else:
            raise ValueError("is a broken GIF: a part of it is of no known kind")
        while data[at]:
            at += data[at] + 1
        at += 1
    return is_clear


def parse_bmp(data: bytes, most: Most) -> Image:
    """Return the picture that a BMP holds.

    Raises:
        ValueError: It is broken or too large.
    """
    dpi = (0.0, 0.0)
    try:
        offset, header = struct.unpack_from("<II", data, 10)
        if header == struct.calcsize("<IHHHH"):
            width, height = struct.unpack_from("<HH", data, 18)
        else:
            width, height = struct.unpack_from("<ii", data, 18)
            across, down = struct.unpack_from("<ii", data, 38)
            dpi = (across * _INCH, down * _INCH)
    except struct.error as error:
        raise ValueError("is a broken BMP: its size is missing") from error
    if width < 0 or offset >= len(data):
        raise ValueError("is a broken BMP: its pixels are missing")
    most.check(width, abs(height))
    return Image(data=data, kind="bmp", width=width, height=abs(height), dpi=check_dpi(*dpi))
