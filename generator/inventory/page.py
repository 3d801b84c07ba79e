"""The page that the report is written on, as its page section and the settings give it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.inventory.deck import ThemeInfo
from generator.inventory.element import Element
from generator.inventory.report import PageInfo
from generator.inventory.shades import resolve_text_colour
from generator.inventory.styles import W, is_on, parse_measure
from generator.units import Emu, Size

DEFAULT_PAGE = (11_906, 16_838)
"""A4 in twips."""

DEFAULT_MARGIN = 1_440
LEAST_TEXT = 2_880
"""Least width and height between margins that a report can be set in, in twips."""

DEFAULT_GAP = 720
LEAST_COLUMN = 5_400
"""Least width of a column that holds the tables and charts of a report, in twips: 9.5 cm."""

PAPER = "FFFFFF"
WORDPROCESSING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WIDE_SHARE, TALL_SHARE = 0.6, 0.15
"""Shares of the page from which a drawing in its furniture counts as art behind the text."""

BAND_SHARE = 0.4
"""Share of the page down to which art is a band, that text begins below; more is a background."""

DEFAULT_HEAD = 708
ART_GAP = 127_000
"""Room under such a band, in EMU: 10 points."""


def read_page(section: Element | None, settings: Element | None, ground: str) -> PageInfo:
    """Return the page of a page section, `CT_SectPr` (wml.xsd).

    Margins that leave no room to write in count as the usual ones.

    Args:
        section: `w:sectPr`; None for a file without page sections.
        settings: `w:settings`; None for a file without settings.
        ground: Colour of the page, as `read_ground` returns it.
    """
    size = None if section is None else section.find(f"{W}pgSz")
    margins = None if section is None else section.find(f"{W}pgMar")
    width, height = DEFAULT_PAGE
    page = Size(_measure(size, "w", width), _measure(size, "h", height))
    gutter = _measure(margins, "gutter", 0)
    is_at_top = settings is not None and _has(settings, "gutterAtTop")
    sides = {side: Emu(abs(_measure(margins, side, DEFAULT_MARGIN))) for side in _SIDES}
    sides["top" if is_at_top else "left"] = Emu(sides["top" if is_at_top else "left"] + gutter)
    usual = parse_measure(None, DEFAULT_MARGIN)
    least = parse_measure(None, LEAST_TEXT)
    if page.width - sides["left"] - sides["right"] < least:
        sides |= {"left": usual, "right": usual}
    if page.height - sides["top"] - sides["bottom"] < least:
        sides |= {"top": usual, "bottom": usual}
    single = PageInfo(size=page, ground=ground, **sides)
    return single if section is None else _with_columns(single, section)


def _with_columns(page: PageInfo, section: Element) -> PageInfo:
    """Return `page` with the columns of its section, if they are alike and wide enough."""
    columns = section.find(f"{W}cols")
    if columns is None or columns.get(f"{W}equalWidth", "1") in {"0", "false", "off"}:
        return page
    number = columns.get(f"{W}num", "1")
    if not number.isdigit() or int(number) <= 1:
        return page
    gap = parse_measure(columns.get(f"{W}space"), DEFAULT_GAP)
    split = replace(page, columns=int(number), column_gap=gap)
    return split if split.text_width >= parse_measure(None, LEAST_COLUMN) else page


_SIDES = ("left", "right", "top", "bottom")


def _measure(element: Element | None, name: str, default: int) -> Emu:
    return parse_measure(None if element is None else element.get(f"{W}{name}"), default)


def _has(settings: Element, name: str) -> bool:
    found = settings.find(f"{W}{name}")
    return found is not None and is_on(found.get(f"{W}val", "1"))


def read_ground(document: Element, settings: Element | None, theme: ThemeInfo) -> str:
    """Return the colour of all pages as RRGGBB; empty where a picture lies behind the text.

    Word shows `w:background` (`CT_Background` in wml.xsd) only when the settings ask for it.
    """
    background = document.find(f"{W}background")
    if background is None or settings is None or not _has(settings, "displayBackgroundShape"):
        return PAPER
    if next(background.iterchildren("{*}*"), None) is not None:
        return ""
    return resolve_text_colour(background, theme, plain="color") or PAPER


def clear_art(
    page: PageInfo, section: Element, every: Iterable[Element], first: Iterable[Element]
) -> PageInfo:
    """Return `page` with its text below the art that stands across the top of it.

    Designers lay a picture behind the first lines, and begin their own text with empty ones.

    Args:
        page: The page as the section gives it.
        section: `w:sectPr`.
        every: Headers of all pages but the first.
        first: Headers of the first page.
    """
    margins = section.find(f"{W}pgMar")
    start = _measure(margins, "header", DEFAULT_HEAD)
    below = max((_find_foot(root, page, start) for root in every), default=0)
    top = max(page.top, Emu(below + ART_GAP) if below > page.top else page.top)
    below = max((_find_foot(root, page, start) for root in first), default=0)
    room = Emu(below + ART_GAP - top) if below > top else Emu(0)
    return replace(page, top=top, first_room=room)


def _find_foot(furniture: Element, page: PageInfo, start: Emu) -> Emu:
    """Return how far down the lowest band across the page reaches; 0 where there is none."""
    feet = (
        _locate(anchor, page, start) + height
        for anchor in furniture.iterfind(f".//{WORDPROCESSING}anchor")
        for width, height in [_extent(anchor)]
        if width >= WIDE_SHARE * page.size.width
    )
    bands = (foot for foot in feet if foot <= BAND_SHARE * page.size.height)
    return Emu(max(bands, default=0))


def _locate(anchor: Element, page: PageInfo, start: Emu) -> int:
    """Return where a drawing begins below the edge of the page, as near as it can be known."""
    place = anchor.find(f"{WORDPROCESSING}positionV")
    if place is None:
        return start
    origin = {"page": 0, "topMargin": 0, "margin": page.top}.get(
        place.get("relativeFrom", ""), start
    )
    offset = place.find(f"{WORDPROCESSING}posOffset")
    written = "0" if offset is None else (offset.text or "0").strip()
    return origin + (int(written) if written.lstrip("-").isdigit() else 0)


def covers_page(furniture: Element, page: PageInfo) -> bool:
    """Return whether a header or footer holds a drawing so large that text may stand upon it."""
    for anchor in furniture.iterfind(f".//{WORDPROCESSING}anchor"):
        width, height = _extent(anchor)
        if width >= WIDE_SHARE * page.size.width and height >= TALL_SHARE * page.size.height:
            return True
    return False


def _extent(anchor: Element) -> tuple[int, int]:
    extent = anchor.find(f"{WORDPROCESSING}extent")
    sides = ("0", "0") if extent is None else (extent.get("cx", "0"), extent.get("cy", "0"))
    width, height = (int(side) if side.isdigit() else 0 for side in sides)
    return width, height
