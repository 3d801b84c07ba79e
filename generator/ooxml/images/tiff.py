"""TIFF files (revision 6.0), and the same tags where a camera wrote them into a JPEG (Exif)."""

from __future__ import annotations

import struct

from generator.ooxml.images.image import USUAL_DPI, Image, Most, check_dpi

_WIDTH, _HEIGHT, _ACROSS, _DOWN, _UNIT = 256, 257, 282, 283, 296
_SHORT, _LONG, _RATIONAL = 3, 4, 5
_CM = 2.54
_MOST_TAGS = 1_000


def parse_tiff(data: bytes, most: Most) -> Image:
    """Return the picture that a TIFF holds; of several, the first.

    Raises:
        ValueError: It is broken or too large.
    """
    tags = _read_tags(data)
    width, height = int(tags.get(_WIDTH, 0)), int(tags.get(_HEIGHT, 0))
    if not (width and height):
        raise ValueError("is a broken TIFF: its size is missing")
    most.check(width, height)
    return Image(data=data, kind="tiff", width=width, height=height, dpi=_read_dpi(tags))


def read_density(data: bytes) -> tuple[int, int] | None:
    """Return the density that the tags in `data` tell; None where they tell none."""
    tags = _read_tags(data)
    return _read_dpi(tags) if _ACROSS in tags and _DOWN in tags else None


def _read_dpi(tags: dict[int, float]) -> tuple[int, int]:
    unit = tags.get(_UNIT, 2)
    if unit not in {2, 3} or _ACROSS not in tags or _DOWN not in tags:
        return USUAL_DPI, USUAL_DPI
    scale = 1 if unit == 2 else _CM  # noqa: PLR2004 - the standard's number for inches
    return check_dpi(tags[_ACROSS] * scale, tags[_DOWN] * scale)


def _read_tags(data: bytes) -> dict[int, float]:
    """Return the numbers of the first directory; what lies outside of the file is passed over."""
    order = {b"II": "<", b"MM": ">"}.get(data[:2], "")
    found: dict[int, float] = {}
    try:
        (start,) = struct.unpack_from(f"{order}I", data, 4)
        (number,) = struct.unpack_from(f"{order}H", data, start)
        for index in range(min(number, _MOST_TAGS)):
            at = start + 2 + 12 * index
            tag, kind, _ = struct.unpack_from(f"{order}HHI", data, at)
            found[tag] = _read_number(data, order, kind, at + 8)
    except (struct.error, ZeroDivisionError):
        pass
    return found


def _read_number(data: bytes, order: str, kind: int, at: int) -> float:
    if kind == _SHORT:
        return struct.unpack_from(f"{order}H", data, at)[0]
    if kind == _LONG:
        return struct.unpack_from(f"{order}I", data, at)[0]
    if kind == _RATIONAL:
        (place,) = struct.unpack_from(f"{order}I", data, at)
        above, below = struct.unpack_from(f"{order}II", data, place)
        return above / below
    return 0
