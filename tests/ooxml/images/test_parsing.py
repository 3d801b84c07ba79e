"""Pictures are told by their bytes; what is broken or harmful is refused."""

from __future__ import annotations

import struct
import zlib
from typing import Any

import pytest

from generator.ooxml.images import Most, parse_image
from tests.ooxml.tags.drawings import draw

_INCH = 914_400
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="2in" height="1in">{}</svg>'
_LINKED = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink">{}</svg>'


@pytest.mark.parametrize(
    ("kind", "options", "size"),
    [
        ("PNG", {"dpi": (96, 96)}, (2 * _INCH, _INCH)),
        ("JPEG", {"dpi": (96, 96)}, (2 * _INCH, _INCH)),
        ("TIFF", {"dpi": (96, 96)}, (2 * _INCH, _INCH)),
        ("BMP", {"dpi": (96, 96)}, (2 * _INCH, _INCH)),
        ("GIF", {}, (192 * _INCH // 72, 96 * _INCH // 72)),
        ("PNG", {}, (192 * _INCH // 72, 96 * _INCH // 72)),
        ("JPEG", {}, (192 * _INCH // 72, 96 * _INCH // 72)),
    ],
)
def test_a_picture_has_the_size_that_it_tells(
    kind: str, options: dict[str, Any], size: tuple[int, int]
) -> None:
    """Dots to the inch turn pixels into a length; 72 where a file does not say."""
    image = parse_image(draw(192, 96, kind=kind, **options))

    assert (image.kind, image.width, image.height) == (kind.lower(), 192, 96)
    assert image.size == size


def test_a_camera_tells_its_density_in_exif() -> None:
    """Photos have no JFIF header, but tags of TIFF."""
    tags = struct.pack("<HHHIIHHIIHHIH2x", 3, 282, 5, 1, 50, 283, 5, 1, 50, 296, 3, 1, 2)
    exif = b"Exif\0\0II*\0" + struct.pack("<I", 8) + tags + struct.pack("<III", 0, 300, 1)
    plain = draw(300, 150, kind="JPEG")
    start = plain.index(b"\xff\xdb")
    data = b"\xff\xd8\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + plain[start:]

    assert parse_image(data).size == (_INCH, _INCH // 2)


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_a_picture_with_transparent_parts_is_known(mode: str) -> None:
    """Such pictures, most of them logos, are shown whole in a frame of other proportions."""
    assert parse_image(draw(9, 9, mode=mode)).is_cut_out
    assert not parse_image(draw(9, 9)).is_cut_out


def test_vectors_have_a_size_too() -> None:
    """An SVG tells it in units, an EMF in hundredths of a millimetre, a WMF in its own."""
    frame = struct.pack("<iiii", 0, 0, 5080, 2540)
    emf = b"\x01\0\0\0" + bytes(20) + frame + b" EMF" + bytes(4) + struct.pack("<I", 60) + bytes(8)
    wmf = b"\xd7\xcd\xc6\x9a\0\0" + struct.pack("<hhhhH", 0, 0, 200, 100, 100) + bytes(20)

    for data in (_SVG.format("").encode(), emf, wmf):
        assert parse_image(data).size == (2 * _INCH, _INCH)


def test_an_svg_may_tell_its_proportions_alone() -> None:
    """Web pages set the other side by themselves."""
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="96" viewBox="0 0 10 5"/>'

    assert parse_image(svg).size == (_INCH, _INCH // 2)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("<script>1</script>", "runs something"),
        ('<rect onclick="1"/>', "runs something"),
        ("<foreignObject/>", "runs something"),
        ('<image href="http://a.b/c.png"/>', "fetches something"),
        ('<image x:href="file:///etc/passwd"/>', "fetches something"),
        ('<rect fill="url(http://a.b/c)"/>', "fetches something"),
        ("<style>@import 'a';</style>", "fetches something"),
        ("<g>", "broken SVG"),
    ],
)
def test_an_svg_that_is_no_mere_picture_is_refused(content: str, said: str) -> None:
    """Whoever opens the document trusts its sender."""
    with pytest.raises(ValueError, match=said):
        parse_image(_LINKED.format(content).encode())


def test_an_svg_with_a_document_type_is_refused() -> None:
    """Entities can unpack to gigabytes, and read files."""
    with pytest.raises(ValueError, match="document type"):
        parse_image(b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]>' + _SVG.encode())


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "TIFF", "BMP"])
def test_any_cut_of_a_picture_is_a_picture_or_a_clear_error(kind: str) -> None:
    """A download that broke off must not end in a traceback."""
    data = draw(20, 20, kind=kind)
    for length in range(len(data)):
        try:
            image = parse_image(data[:length])
        except ValueError as error:
            assert str(error).startswith(("is ", "has "))  # noqa: PT017 - may be none
        else:
            assert (image.width, image.height) == (20, 20)


def test_a_picture_that_unpacks_to_too_much_is_refused_before_it_is() -> None:
    """A PNG of a few kilobytes can have as many pixels as a city has stones."""
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 6, 0, 0, 0)
    sum_ = struct.pack(">I", zlib.crc32(b"IHDR" + header))
    bomb = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", len(header)) + b"IHDR" + header + sum_
    end = struct.pack(">I4sI", 0, b"IEND", zlib.crc32(b"IEND"))
    with pytest.raises(ValueError, match="60000 × 60000 pixels, and no document needs"):
        parse_image(bomb + end)
    with pytest.raises(ValueError, match="larger than 0 MB"):
        parse_image(draw(9, 9), Most(size=10, side=9, pixels=99, what="nobody needs"))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"RIFF0000WEBP", "is a WebP, which Office does not show"),
        (b"%PDF-1.7", "is a PDF"),
        (b"hello", "is no picture"),
        (b"<html></html>", "is a web page"),
        (b"<?xml version='1.0'?><x/>", "is no picture, but other XML"),
    ],
)
def test_what_is_no_picture_of_office_is_named(data: bytes, said: str) -> None:
    """Who has a WebP knows what to do; who reads 'unsupported format' does not."""
    with pytest.raises(ValueError, match=said):
        parse_image(data)
