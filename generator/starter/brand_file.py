"""Reads a `_brand.yml` (the brand.yml convention, posit-dev.github.io/brand-yml) strictly.

What is misspelt, unknown or cannot be used is refused with its place, all of it in one run.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ruamel.yaml.nodes import Node

from generator.errors import suggest
from generator.inventory.placed_yaml import Reader, is_mapping, is_null
from generator.ooxml.contrast import contrast
from generator.places import Place
from generator.starter.brand import Brand, Scale, Tone
from generator.starter.colour_book import ColourBook, Swatch
from generator.starter.extras import Extras, parse_extras
from generator.starter.logo_file import LogoReader
from generator.starter.palette import Given, ThemeColours, plan_palette
from generator.starter.typography import Typography, parse_typography

SECTIONS = ("meta", "logo", "color", "typography", "defaults")
_META = ("name", "link")
DEFAULT_NAME = "Brand"
_LEAST_OF_SPARE = 1.6
"""Contrast with white and black from which a colour of the palette may become a series' colour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sections:
    """What the sections of the file say."""

    book: ColourBook
    type: Typography
    extras: Extras


def read_brand(path: Path) -> Brand:
    """Read the brand file at `path`, and the logos that it names.

    Raises:
        MissingError: The file is not there or cannot be read.
        TemplateError: It is not YAML, or something in it is wrong; a `SettingsError` where several
            things are.
    """
    reader = Reader(path, "the brand file")
    values = reader.mapping(reader.root, SECTIONS)
    if reader.root is None or is_null(reader.root):
        reader.refuse("the brand file says nothing", None, "give a colour: 'color: {primary: …}'")
    short, full = _parse_meta(values.get("meta"), reader)
    book = ColourBook(values.get("color"), reader)
    said = _Sections(
        book=book,
        type=parse_typography(values.get("typography"), book, reader),
        extras=parse_extras(values.get("defaults"), book, reader),
    )
    logo_reader = LogoReader(reader, full or short)
    logos = logo_reader.read(values.get("logo"))
    reader.check()
    pages = _plan_colours(said, Tone.LIGHT, reader)
    tone = said.extras.mode or book.tone
    slides = pages if tone is Tone.LIGHT else _plan_colours(said, tone, reader, pages.order)
    reader.check()
    brand = _make_brand(said, pages, slides, short or full or DEFAULT_NAME)
    return replace(brand, logos=logos, files=logo_reader.folder.files)


def _parse_meta(node: Node | None, reader: Reader) -> tuple[str, str]:
    """Return the short and the full name; other keys of `meta` are the owner's own."""
    values = reader.mapping(node)
    for key, value in values.items():
        near = suggest(key, _META)
        if key not in _META and near:
            reader.refuse(f"unknown key '{key}'", value, near)
    name = values.get("name")
    if is_mapping(values.get("link")):
        for link in reader.mapping(values["link"]).values():
            reader.text(link, "an address")
    else:
        reader.text(values.get("link"), "an address")
    if is_mapping(name):
        names = reader.mapping(name, ("short", "full"))
        short, full = (reader.text(names.get(key), "a name") for key in ("short", "full"))
        return str(short or ""), str(full or "")
    text = str(reader.text(name, "a name") or "")
    return text, text


def _plan_colours(
    said: _Sections, tone: Tone, reader: Reader, order: tuple[str, ...] = ()
) -> ThemeColours:
    book, type_, theme = said.book, said.type, said.extras.theme
    named = book.swatches(tone)
    given = Given(
        tone=tone,
        named=named,
        spare=tuple(_spare_colours(book, named, tone)),
        fixed={
            slot: swatch
            for slot, written in theme.items()
            if (swatch := book.swatch(written, tone, f"defaults.briefing.theme.{slot}"))
        },
        order=order,
        text=book.swatch(type_.text_colour, tone, "typography.base.color"),
        heading=book.swatch(type_.heading_colour, tone, "typography.headings.color"),
        link=book.swatch(type_.link_colour, tone, "typography.link.color"),
    )

    def refuse(message: str, place: Place | None, hint: str) -> None:
        reader.refuse(message, place, hint)

    return plan_palette(given, refuse)


def _spare_colours(book: ColourBook, named: dict[str, Swatch], tone: Tone) -> Iterator[Swatch]:
    """Yield colours of the palette that no name of `color` uses, and that are no tints of white."""
    used = {swatch.rgb for swatch in named.values()}
    for swatch in book.palette(tone):
        away = min(contrast(swatch.rgb, "FFFFFF"), contrast(swatch.rgb, "000000"))
        if swatch.rgb not in used and away >= _LEAST_OF_SPARE:
            yield swatch


def _make_brand(said: _Sections, pages: ThemeColours, slides: ThemeColours, name: str) -> Brand:
    type_, extras = said.type, said.extras
    body = {"body": type_.body_pt} if type_.body_pt else {}
    return Brand(
        name=name,
        colours=pages.colours,
        slide_colours=slides.colours,
        palette=pages.order,
        notes=pages.notes,
        headings=type_.headings,
        base=type_.base,
        monospace=type_.monospace,
        has_bold_headings=type_.has_bold_headings,
        has_numbered_headings=extras.has_numbering,
        scripts=extras.scripts,
        language=extras.language,
        page=extras.page,
        slide=extras.slide,
        scale=Scale(
            report=body | dict(extras.report_scale),
            slides=extras.slide_scale,
            leading=type_.leading,
            heading_leading=type_.heading_leading,
        ),
        cover=extras.cover,
        ornament=extras.ornament,
        tags=extras.tags,
    )
