"""From bytes to a picture, or to words for what else they are."""

from __future__ import annotations

from collections.abc import Callable

from generator.ooxml.images.image import MOST, Image, Most
from generator.ooxml.images.jpeg import parse_jpeg
from generator.ooxml.images.older import parse_bmp, parse_gif
from generator.ooxml.images.png import parse_png
from generator.ooxml.images.tiff import parse_tiff
from generator.ooxml.images.vectors import parse_emf, parse_svg, parse_wmf, starts_emf

_PARSERS: tuple[tuple[bytes, Callable[[bytes, Most], Image]], ...] = (
    (b"\x89PNG\r\n\x1a\n", parse_png),
    (b"\xff\xd8\xff", parse_jpeg),
    (b"GIF87a", parse_gif),
    (b"GIF89a", parse_gif),
    (b"BM", parse_bmp),
    (b"II*\x00", parse_tiff),
    (b"MM\x00*", parse_tiff),
    (b"\xd7\xcd\xc6\x9a", parse_wmf),
)
"""First bytes of a picture → what reads it."""

_SVG = (b"<svg", b"<?xml", b"<!--")
_OTHERS = (
    (b"RIFF", "a WebP"),
    (b"%PDF", "a PDF"),
    (b"%!PS", "an EPS"),
    (b"\xc5\xd0\xd3\xc6", "an EPS"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"<!DOCTYPE", "an SVG with a document type, or a web page"),
    (b"<html", "a web page"),
    (b"\x01\x00\x09\x00", "a WMF that does not tell its size"),
    (b"\x1f\x8b", "compressed"),
)
_SUMMED = 512


def parse_image(data: bytes, most: Most = MOST) -> Image:
    """Return the picture that `data` is: PNG, JPEG, GIF, BMP, TIFF, SVG, EMF or WMF.

    Args:
        data: The content of a file.
        most: What is accepted.

    Raises:
        ValueError: It is none that Office shows, is broken or too large. The message says which
            and goes on after the name of the picture: `is a WebP, which Office does not show`.
    """
    if len(data) > most.size:
        raise ValueError(f"is larger than {most.size // 2**20} MB")
    for sign, parse in _PARSERS:
        if data.startswith(sign):
            return parse(data, most)
    if starts_emf(data):
        return parse_emf(data, most)
    start = data[:_SUMMED].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(_SVG):
        return parse_svg(data, most)
    if not data:
        raise ValueError("is empty")
    name = next((name for sign, name in _OTHERS if start.startswith(sign)), "no picture")
    raise ValueError(f"is {name}, which Office does not show; save it as PNG or JPEG")
