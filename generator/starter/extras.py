"""Our own part of a brand file, `defaults.briefing`; the defaults of other tools are not read.

defaults:
  briefing:
    theme: {accent2: orange}   # slot of the Office theme: its colour
    scripts: {Jpan: Yu Gothic} # script (ISO 15924): its font in the theme
    language: en-GB            # of the templates' own text, a BCP 47 tag
    page: A4                   # A4 or Letter
    slide: "16:9"              # 16:9 or 4:3
    mode: light                # ground of the slides, light or dark; pages are always light
    cover: dark                # first slide and head of the report, dark or light
    ornament: tiles            # of cover, openers and closing: tiles, contours or none
    numbering: true            # whether headings of the report are numbered
    tags: none                 # text of the templates' own with tags in it: memo or none
    scale:                     # sizes in points; what is left out follows from the body's
      report: {title: 28, subtitle: 15, heading-1: 20, heading-2: 14, heading-3: 11.5,
               body: 11, small: 9}
      slides: {cover: 38, title: 24, body: 16, small: 10}
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ruamel.yaml.nodes import Node

from generator.inventory.placed_yaml import Reader
from generator.ooxml.theme import SLOTS
from generator.starter.brand import (
    REPORT_LEVELS,
    SLIDE_LEVELS,
    Ornament,
    PageFormat,
    SlideFormat,
    TaggedText,
    Tone,
)
from generator.starter.colour_book import ColourBook, Written
from generator.starter.typography import BODY_PT, parse_family

KEYS = (
    "theme",
    "scripts",
    "language",
    "page",
    "slide",
    "mode",
    "cover",
    "ornament",
    "numbering",
    "scale",
    "tags",
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}\Z")
_SCRIPT = re.compile(r"[A-Z][a-z]{3}\Z")
_REPORT_SIZES: Mapping[str, tuple[float, float]] = {
    "title": (18, 48),
    "subtitle": (10, 28),
    "heading-1": (13, 32),
    "heading-2": (11, 24),
    "heading-3": (9, 18),
    "body": BODY_PT,
    "small": (9, 12),
}
_SLIDE_SIZES: Mapping[str, tuple[float, float]] = {
    "cover": (24, 60),
    "title": (18, 36),
    "body": (12, 24),
    "small": (9, 14),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Extras:
    """What `defaults.briefing` says; see the module for each."""

    theme: Mapping[str, Written] = field(default_factory=dict)
    scripts: Mapping[str, str] = field(default_factory=dict)
    language: str = "en-GB"
    page: PageFormat = PageFormat.A4
    slide: SlideFormat = SlideFormat.WIDE
    mode: Tone | None = None
    cover: Tone = Tone.DARK
    ornament: Ornament = Ornament.TILES
    tags: TaggedText = TaggedText.NONE
    has_numbering: bool = True
    report_scale: Mapping[str, float] = field(default_factory=dict)
    slide_scale: Mapping[str, float] = field(default_factory=dict)


def parse_extras(node: Node | None, book: ColourBook, reader: Reader) -> Extras:
    """Return what `defaults` says to us; errors go to `reader`."""
    values = reader.mapping(reader.mapping(node).get("briefing"), KEYS)
    theme = {
        slot: written
        for slot, value in reader.mapping(values.get("theme"), SLOTS).items()
        if (written := book.read(value))
    }
    scale = reader.mapping(values.get("scale"), ("report", "slides"))
    mode = reader.choice(values.get("mode"), tuple(Tone), "")
    return Extras(
        theme=theme,
        scripts=_parse_scripts(values.get("scripts"), reader),
        language=_parse_language(values.get("language"), reader),
        page=PageFormat(reader.choice(values.get("page"), tuple(PageFormat), PageFormat.A4)),
        slide=SlideFormat(_parse_slide(values.get("slide"), reader)),
        mode=Tone(mode) if mode else None,
        cover=Tone(reader.choice(values.get("cover"), tuple(Tone), Tone.DARK)),
        ornament=Ornament(reader.choice(values.get("ornament"), tuple(Ornament), Ornament.TILES)),
        tags=TaggedText(reader.choice(values.get("tags"), tuple(TaggedText), TaggedText.NONE)),
        has_numbering=reader.switch(values.get("numbering"), default=True),
        report_scale=_parse_sizes(scale.get("report"), REPORT_LEVELS, _REPORT_SIZES, reader),
        slide_scale=_parse_sizes(scale.get("slides"), SLIDE_LEVELS, _SLIDE_SIZES, reader),
    )


def _parse_slide(node: Node | None, reader: Reader) -> str:
    return reader.choice(node, tuple(SlideFormat), SlideFormat.WIDE)


def _parse_sizes(
    node: Node | None,
    levels: tuple[str, ...],
    limits: Mapping[str, tuple[float, float]],
    reader: Reader,
) -> dict[str, float]:
    values = reader.mapping(node, levels)
    sizes = {level: reader.number(value, *limits[level]) for level, value in values.items()}
    return {level: round(size * 2) / 2 for level, size in sizes.items() if size is not None}


def _parse_language(node: Node | None, reader: Reader) -> str:
    text = reader.text(node, "a language such as en-GB")
    if text is None:
        return "en-GB"
    if not _LANGUAGE.match(text):
        reader.refuse(
            f"expected a language, found '{text[:20]}'",
            text.place,
            "a BCP 47 tag such as en-GB or uk-UA",
        )
        return "en-GB"
    return str(text)


def _parse_scripts(node: Node | None, reader: Reader) -> dict[str, str]:
    scripts: dict[str, str] = {}
    for script, value in reader.mapping(node).items():
        if not _SCRIPT.match(script):
            reader.refuse(
                f"'{script[:20]}' is not the code of a script",
                value,
                "four letters of ISO 15924, such as Jpan, Cyrl or Arab",
            )
            continue
        font = reader.text(value, "the name of a font")
        if font:
            scripts[script] = parse_family(font)
    return scripts
