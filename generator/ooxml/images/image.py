"""What is known of a picture: its kind, its pixels, and how large it wants to be shown."""

from __future__ import annotations

from dataclasses import dataclass

from generator.units import EMU_PER_INCH, Emu, Size

USUAL_DPI = 72
"""Dots to the inch of a picture that does not say, as python-docx and python-pptx have it."""

_DPI = range(10, 10_001)

TYPES = {
    "png": "image/png",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tiff": "image/tiff",
    "svg": "image/svg+xml",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
}
"""Kind of a picture, which is also its extension → its content type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Most:
    """What of a picture is accepted at most.

    Attributes:
        size: Bytes of the file.
        side: Pixels of the longer side.
        pixels: Pixels in all.
        what: What it is for, as the message has it: `no logo needs`.
    """

    size: int
    side: int
    pixels: int
    what: str

    def check(self, width: int, height: int) -> None:
        """Raise if a picture of so many pixels is none, or too large.

        Raises:
            ValueError: It is.
        """
        if not (width and height):
            raise ValueError("has no width or no height")
        if max(width, height) > self.side or width * height > self.pixels:
            raise ValueError(
                f"has {width} × {height} pixels, and {self.what} more than {self.side} a side "
                f"or {self.pixels // 1_000_000} million in all"
            )


MOST = Most(size=50 * 2**20, side=30_000, pixels=120_000_000, what="no document needs")


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture that Office shows.

    Attributes:
        kind: A key of `TYPES`, which is also its extension.
        width: In pixels; of a picture in vectors, in EMU. So is `height`.
        dpi: Pixels to the inch, across and down; of a picture in vectors, EMU to the inch.
        is_cut_out: Whether what surrounds its subject is, or may be, transparent, as with a logo.
    """

    data: bytes
    kind: str
    width: int
    height: int
    dpi: tuple[int, int] = (USUAL_DPI, USUAL_DPI)
    is_cut_out: bool = False

    @property
    def size(self) -> Size:
        """Return the size that it wants to be shown in, in EMU; both sides are at least 1."""
        across, down = self.dpi
        return Size(
            Emu(max(1, round(self.width * EMU_PER_INCH / across))),
            Emu(max(1, round(self.height * EMU_PER_INCH / down))),
        )


def check_dpi(across: float, down: float) -> tuple[int, int]:
    """Return a density that makes sense: the one given, or the usual one."""
    found = (round(across), round(down))
    return found if found[0] in _DPI and found[1] in _DPI else (USUAL_DPI, USUAL_DPI)
