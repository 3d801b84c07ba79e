"""Write `generator/ooxml/advances.json` from the metric twins of the office fonts.

Run by hand with the fonts installed (Debian: fonts-crosextra-carlito, fonts-liberation):

    python -m tests.ooxml.extract_advances /usr/share/fonts/truetype
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from fontTools.ttLib import TTFont

TARGET = Path(__file__).parents[2] / "generator" / "ooxml" / "advances.json"
FAMILIES = {
    "Carlito": "Carlito",
    "Liberation Sans": "LiberationSans",
    "Liberation Serif": "LiberationSerif",
}
FACES = {
    "regular": "Regular",
    "bold": "Bold",
    "italic": "Italic",
    "bold-italic": "BoldItalic",
}
RANGES = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x024F),  # Latin
    (0x02B0, 0x02FF),  # modifier letters
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x052F),  # Cyrillic
    (0x1E00, 0x1EFF),  # Latin for Vietnamese, Welsh, …
    (0x2000, 0x206F),  # punctuation
    (0x2070, 0x209F),  # superscripts and subscripts
    (0x20A0, 0x20BF),  # currencies
    (0x2100, 0x218B),  # letter-like symbols, fractions
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematics
    (0x25A0, 0x25FF),  # geometric shapes
    (0x2600, 0x26FF),  # symbols
    (0xFB00, 0xFB06),  # ligatures
)
MISSING = -1
UNITS_PER_EM = 2048


def read_face(path: Path) -> list[list[int]]:
    """Return the advance widths of each range, in order; `MISSING` where there is no glyph."""
    with TTFont(path) as font:
        names: dict[int, str] = font.getBestCmap() or {}
        glyphs = font.getGlyphSet()
        scale = UNITS_PER_EM / glyphs.font["head"].unitsPerEm
        return [
            [
                round(glyphs[names[code]].width * scale) if code in names else MISSING
                for code in range(first, last + 1)
            ]
            for first, last in RANGES
        ]


def read_families(folder: Path) -> Mapping[str, Mapping[str, list[list[int]]]]:
    """Return family → face → widths of each range, from the font files under `folder`."""
    return {
        family: {
            face: read_face(next(folder.rglob(f"{stem}-{suffix}.ttf")))
            for face, suffix in FACES.items()
        }
        for family, stem in FAMILIES.items()
    }


def _pack(widths: list[int]) -> str:
    """Return `widths` as text; `226*3` stands for three in a row."""
    return " ".join(_runs(widths))


def _runs(widths: list[int]) -> Iterator[str]:
    start = 0
    for end in range(1, len(widths) + 1):
        if end == len(widths) or widths[end] != widths[start]:
            count = end - start
            yield str(widths[start]) if count == 1 else f"{widths[start]}*{count}"
            start = end


def write_advances(folder: Path, target: Path = TARGET) -> None:
    """Write the table of all families found under `folder` to `target`."""
    families = {
        family: {face: [_pack(widths) for widths in ranges] for face, ranges in faces.items()}
        for family, faces in read_families(folder).items()
    }
    table = {"units_per_em": UNITS_PER_EM, "ranges": RANGES, "families": families}
    target.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write_advances(Path(sys.argv[1]))
