"""Logos read with suspicion: what they are is told by their bytes, never by their names.

PNG and JPEG, which Word and PowerPoint show everywhere. A picture that is broken, or larger when
unpacked than any logo needs, is refused before anything else opens it.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.ooxml.images import Most, parse_image

LARGEST = 5 * 2**20
"""Most bytes of a file."""

_MOST = Most(size=LARGEST, side=8_000, pixels=24_000_000, what="no logo needs")
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
_SHOWN = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


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
        ValueError: It is none that Office shows everywhere, is broken or too large; says which.
    """
    if len(data) <= LARGEST and not data.startswith(_SHOWN):
        raise ValueError(f"is {_name_kind(data)}, not a PNG or JPEG")
    image = parse_image(data, _MOST)
    return Picture(data=data, kind=image.kind, width=image.width, height=image.height, alt=alt)


def _name_kind(data: bytes) -> str:
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n")
    return next((name for sign, name in _SIGNS if start.startswith(sign)), "no picture")
