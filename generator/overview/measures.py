"""Lengths, sizes and colours in the words that a designer uses. Pure."""

from __future__ import annotations

from generator.units import EMU_PER_CM, Box, Size, cm

PAPERS = {
    (21.0, 29.7): "A4",
    (29.7, 42.0): "A3",
    (14.8, 21.0): "A5",
    (21.59, 27.94): "Letter",
    (21.59, 35.56): "Legal",
}
"""Width and height of papers in centimetres, upright."""

RATIOS = {(16, 9): "16:9", (16, 10): "16:10", (4, 3): "4:3"}
_NEAR_CM = 0.11
_NEAR_RATIO = 0.01


def to_cm(length: int) -> float:
    """Return `length` EMU in centimetres, to a tenth of a millimetre."""
    return round(length / EMU_PER_CM, 2)


def tell_cm(length: int) -> str:
    """Return `length` EMU in centimetres, to a millimetre."""
    return f"{length / EMU_PER_CM:.1f}"


def tell_size(size: Size) -> str:
    """Return width and height: `21.0 × 29.7 cm`."""
    return f"{tell_cm(size.width)} × {tell_cm(size.height)} cm"


def name_paper(size: Size) -> str:
    """Return the name of the paper, `A4 landscape`; empty if it has none."""
    short, long = sorted(size)
    for (width, height), name in PAPERS.items():
        near = cm(_NEAR_CM)
        if abs(short - cm(width)) <= near and abs(long - cm(height)) <= near:
            return name if size.width <= size.height else f"{name} landscape"
    return ""


def name_ratio(size: Size) -> str:
    """Return the ratio of a slide's sides, `16:9`; empty if it is an odd one."""
    for (across, down), name in RATIOS.items():
        if abs(size.width / size.height - across / down) < _NEAR_RATIO:
            return name
    return ""


def tell_points(size_pt: float) -> str:
    """Return a size of text: `10.5 pt`; empty for none."""
    return f"{size_pt:g} pt" if size_pt else ""


def tell_colour(colour: str) -> str:
    """Return `#RRGGBB`; empty for a colour that is automatic or unknown."""
    return f"#{colour}" if colour else ""


def plain_box(box: Box) -> dict[str, float]:
    """Return a box in centimetres."""
    return {
        "left": to_cm(box.left),
        "top": to_cm(box.top),
        "width": to_cm(box.width),
        "height": to_cm(box.height),
    }
