"""Lengths: the one module that converts between EMU, points, twips, inches and centimetres."""

from __future__ import annotations

from typing import NamedTuple, NewType

Emu = NewType("Emu", int)
"""English Metric Unit: 914,400 to the inch, 12,700 to the point."""

EMU_PER_INCH = 914_400
EMU_PER_PT = 12_700
EMU_PER_TWIP = 635
EMU_PER_CM = 360_000


class Size(NamedTuple):
    """Width and height in EMU."""

    width: Emu
    height: Emu


class Box(NamedTuple):
    """A rectangle on a slide or page, in EMU from its top left corner."""

    left: Emu
    top: Emu
    width: Emu
    height: Emu

    @property
    def right(self) -> Emu:
        """Return the right edge."""
        return Emu(self.left + self.width)

    @property
    def bottom(self) -> Emu:
        """Return the lower edge."""
        return Emu(self.top + self.height)

    @property
    def size(self) -> Size:
        """Return width and height."""
        return Size(self.width, self.height)


def pt(points: float) -> Emu:
    """Return `points` (1/72 inch) in EMU, rounded."""
    return Emu(round(points * EMU_PER_PT))


def inches(length: float) -> Emu:
    """Return `length` inches in EMU, rounded."""
    return Emu(round(length * EMU_PER_INCH))


def cm(length: float) -> Emu:
    """Return `length` centimetres in EMU, rounded."""
    return Emu(round(length * EMU_PER_CM))


def to_pt(length: int) -> float:
    """Return `length` EMU in points."""
    return length / EMU_PER_PT


def to_inches(length: int) -> float:
    """Return `length` EMU in inches."""
    return length / EMU_PER_INCH


def to_twips(length: int) -> int:
    """Return `length` EMU in twips (1/20 point), rounded."""
    return round(length / EMU_PER_TWIP)


def to_half_points(size_pt: float) -> int:
    """Return a font size in half-points, as `w:sz` wants it."""
    return round(size_pt * 2)


def to_centipoints(size_pt: float) -> int:
    """Return a font size in hundredths of a point, as `a:rPr/@sz` wants it."""
    return round(size_pt * 100)
