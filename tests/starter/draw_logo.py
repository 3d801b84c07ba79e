"""Draw the logo of the template `atlas` anew: a disc with the lines of a map around a height.

    python -m tests.starter.draw_logo

One picture for light grounds and one for dark ones, in the colours of the brand file.
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

FOLDER = Path(__file__).parents[2] / "templates" / "atlas" / "logo"
_SIDE, _FINER = 320, 4
_RINGS = (1.02, 0.84, 0.66, 0.48)
"""Outer radii of the rings about the lower right edge of the disc, as shares of its diameter."""

_COLOURS = 64
_WIDTH = 0.07
_DOT = 0.26


def main() -> None:
    """Write `mark.png` and `mark-on-dark.png`."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, disc, line, dot in (
        ("mark.png", "#1B4636", "#F8F5EE", "#BA8120"),
        ("mark-on-dark.png", "#F8F5EE", "#1B4636", "#BA8120"),
    ):
        draw_mark(disc, line, dot).save(FOLDER / name, optimize=True)


def draw_mark(disc: str, line: str, dot: str) -> Image.Image:
    """Return the mark in these colours on nothing, drawn larger and made smaller to be smooth."""
    side = _SIDE * _FINER
    shape = Image.new("L", (side, side), 0)
    ImageDraw.Draw(shape).ellipse((0, 0, side - 1, side - 1), fill=255)
    picture = Image.new("RGB", (side, side), disc)
    pen = ImageDraw.Draw(picture)
    centre = 0.86 * side
    for radius in _RINGS:
        _draw_disc(pen, centre, radius * side, line)
        _draw_disc(pen, centre, (radius - _WIDTH) * side, disc)
    _draw_disc(pen, centre, _DOT * side, dot)
    picture.putalpha(shape)
    smooth = picture.resize((_SIDE, _SIDE), Image.Resampling.LANCZOS)
    return smooth.quantize(_COLOURS, Image.Quantize.FASTOCTREE)


def _draw_disc(pen: ImageDraw.ImageDraw, centre: float, radius: float, fill: str) -> None:
    pen.ellipse((centre - radius, centre - radius, centre + radius, centre + radius), fill=fill)


if __name__ == "__main__":
    main()
