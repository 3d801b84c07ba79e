"""The type of a brand file: `typography` read, and what of it an Office template can use.

Sizes are those of CSS. Office knows two weights, so a weight from 600 on is bold. Fonts are named
in the files and never embedded: where they come from (`fonts`) is checked and left to other tools.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ruamel.yaml.nodes import Node

from generator.inventory.placed_yaml import Reader, is_mapping
from generator.places import Placed
from generator.starter.brand import DEFAULT_FONT
from generator.starter.colour_book import ColourBook, Written

ROOT_PT = 11.0
"""What `1rem` is in a report: the design's own size of running text."""

BODY_PT = (9.0, 14.0)
_LEADING = (1.0, 2.2)
_BASE_LEADING = 15 / 11
"""Distance of lines over size in the design's running text, and in its headings."""

_HEADING_LEADING = 1.2
_LONGEST_FAMILY = 60
_BOLD, _HEAVIEST = 600, 1_000
_WEIGHTS = {
    "thin": 100,
    "extra-light": 200,
    "ultra-light": 200,
    "light": 300,
    "normal": 400,
    "regular": 400,
    "medium": 500,
    "semi-bold": 600,
    "demi-bold": 600,
    "bold": 700,
    "extra-bold": 800,
    "ultra-bold": 800,
    "black": 900,
}
_SIZE = re.compile(r"(\d+(?:\.\d+)?|\.\d+)\s*(pt|px|rem|em|%|in|cm|mm)?\Z")
_POINTS = {
    "pt": 1.0,
    "px": 0.75,
    "rem": ROOT_PT,
    "em": ROOT_PT,
    "%": ROOT_PT / 100,
    "in": 72.0,
    "cm": 72 / 2.54,
    "mm": 72 / 25.4,
    None: 1.0,
}
_LOOK = ("family", "size", "weight", "style", "line-height", "color", "background-color")
_PARTS = {
    "base": _LOOK,
    "headings": _LOOK,
    "monospace": _LOOK,
    "monospace-inline": _LOOK,
    "monospace-block": _LOOK,
    "link": ("weight", "color", "background-color", "decoration"),
}
_SOURCES = ("file", "google", "bunny", "system")
_FONT = ("family", "source", "files", "weight", "style", "display")
_FILE = ("path", "weight", "style")


@dataclass(frozen=True, slots=True, kw_only=True)
class Typography:
    """What the section says.

    Attributes:
        body_pt: Size of running text in the report; None for the design's own.
        leading: Factor on the distance of lines.
        text_colour: For text; empty where nothing is said, as are the others.
    """

    base: str = DEFAULT_FONT
    headings: str = DEFAULT_FONT
    monospace: str = "Courier New"
    has_bold_headings: bool = True
    body_pt: float | None = None
    leading: float = 1.0
    heading_leading: float = 1.0
    text_colour: Written = field(default_factory=dict)
    heading_colour: Written = field(default_factory=dict)
    link_colour: Written = field(default_factory=dict)


def parse_typography(node: Node | None, book: ColourBook, reader: Reader) -> Typography:
    """Return what `typography` says; errors go to `reader`."""
    sections = reader.mapping(node, ("fonts", *_PARTS))
    for font in reader.items(sections.pop("fonts", None)):
        _check_font(font, reader)
    parts = {name: _read_part(name, value, reader) for name, value in sections.items()}
    base, headings = parts.get("base", {}), parts.get("headings", {})
    family = _parse_family(base.get("family"), reader) or DEFAULT_FONT
    for name, part in parts.items():
        if name.startswith("monospace") or name == "link":
            _check_unused(part, reader)
    colours = {
        (name, key): book.read(part.get(key))
        for name, part in parts.items()
        for key in ("color", "background-color")
    }
    for (name, key), written in colours.items():
        for tone in written:
            book.swatch(written, tone, f"typography.{name}.{key}")
    code = parts.get("monospace-block", {}) | parts.get("monospace", {})
    return Typography(
        base=family,
        headings=_parse_family(headings.get("family"), reader) or family,
        monospace=_parse_family(code.get("family"), reader) or "Courier New",
        has_bold_headings=_parse_weight(headings.get("weight"), reader) >= _BOLD,
        body_pt=_parse_size(base.get("size"), reader),
        leading=_parse_leading(base.get("line-height"), _BASE_LEADING, reader),
        heading_leading=_parse_leading(headings.get("line-height"), _HEADING_LEADING, reader),
        text_colour=colours.get(("base", "color"), {}),
        heading_colour=colours.get(("headings", "color"), {}),
        link_colour=colours.get(("link", "color"), {}),
    )


def _read_part(name: str, node: Node, reader: Reader) -> dict[str, Node]:
    """Return the entries of a part; a bare font name stands for `family` alone."""
    if not is_mapping(node) and "family" in _PARTS[name]:
        return {"family": node}
    return reader.mapping(node, _PARTS[name])


def _check_unused(part: dict[str, Node], reader: Reader) -> None:
    """Read what a template cannot use, for its errors alone."""
    _parse_weight(part.get("weight"), reader)
    if "style" in part:
        reader.choice(part["style"], ("normal", "italic"), "normal")
    if "size" in part:
        _parse_length(part["size"], reader)
    reader.text(part.get("decoration"), "a decoration such as underline")


def parse_family(text: str) -> str:
    """Return the first font of a list as CSS writes it, without quotes."""
    return text.split(",")[0].strip().strip("'\"").strip()


def _parse_family(node: Node | None, reader: Reader) -> str:
    text = reader.text(node, "the name of a font")
    if text is None:
        return ""
    family = parse_family(text)
    if not family or len(family) > _LONGEST_FAMILY:
        reader.refuse("expected the name of a font", text.place, "such as Calibri or Georgia")
        return ""
    return family


def _parse_weight(node: Node | None, reader: Reader) -> int:
    text = reader.text(node, "a weight")
    if text is None:
        return _WEIGHTS["bold"]
    word = text.lower().replace("_", "-").replace(" ", "-")
    if word in _WEIGHTS:
        return _WEIGHTS[word]
    if not word.isdecimal() or not 1 <= int(word[:5]) <= _HEAVIEST:
        reader.refuse(
            f"expected a weight, found '{text[:20]}'",
            text.place,
            "a number from 100 to 900, or a name from thin to black",
        )
        return _WEIGHTS["bold"]
    return int(word[:5])


def _parse_length(node: Node | None, reader: Reader) -> tuple[Placed, float | None] | None:
    """Return a size as it is written, and in points; None where there is none or it is wrong."""
    text = reader.text(node, "a size")
    match = _SIZE.match(text) if text else None
    if text is None:
        return None
    if match is None:
        reader.refuse(
            f"expected a size, found '{text[:20]}'", text.place, "such as 11pt, 15px or 1rem"
        )
        return None
    return text, float(match[1]) * _POINTS[match[2]]


def _parse_size(node: Node | None, reader: Reader) -> float | None:
    found = _parse_length(node, reader)
    if found is None:
        return None
    text, size = found
    least, most = BODY_PT
    if size is None or not least <= size <= most:
        reader.refuse(
            f"running text of {size or 0:g} pt is no size for a report",
            text.place,
            f"from {least:g} to {most:g} points; 1rem is {ROOT_PT:g} points here",
        )
        return None
    return round(size * 2) / 2


def _parse_leading(node: Node | None, own: float, reader: Reader) -> float:
    """Return a line height as a factor on the design's `own`."""
    text = reader.text(node, "a line height such as 1.4")
    if text is None:
        return 1.0
    share = 100 if text.endswith("%") else 1
    try:
        value = float(text.removesuffix("%")) / share
    except ValueError:
        value = None
    height = reader.within(text, value, *_LEADING)
    return 1.0 if height is None else height / own


def _check_font(node: Node, reader: Reader) -> None:
    """Check one entry of `fonts`."""
    if not is_mapping(node):
        reader.text(node, "the name of a font")
        return
    font = reader.mapping(node, _FONT)
    if "family" not in font:
        reader.refuse("a font has no 'family'", node, "such as 'family: Open Sans'")
    else:
        _parse_family(font["family"], reader)
    if "source" in font:
        reader.choice(font["source"], _SOURCES, "system")
    for each in reader.items(font.get("files")):
        if is_mapping(each):
            reader.mapping(each, _FILE)
        else:
            reader.text(each, "the path of a font file")
