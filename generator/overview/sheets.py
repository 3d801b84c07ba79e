"""What a template offers, as sheets: a title, heads, rows of short texts. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.inventory import Template
from generator.inventory.deck import LayoutInfo, LayoutRole, PlaceholderInfo, ThemeInfo
from generator.inventory.report import StyleInfo, StyleRole, WordTemplate
from generator.overview.measures import (
    name_paper,
    name_ratio,
    tell_cm,
    tell_colour,
    tell_points,
    tell_size,
)
from generator.overview.sheet import Sheet
from generator.overview.tags import plan_tags


def plan_sheets(template: Template) -> tuple[Sheet, ...]:
    """Return all that a template offers; of the halves, those that are its own."""
    sheets: list[Sheet] = []
    if "word" in template.own:
        sheets += _report_sheets(template)
    if "slides" in template.own:
        sheets += _deck_sheets(template)
    return tuple(sheet for sheet in sheets if sheet.rows)


def _report_sheets(template: Template) -> Iterator[Sheet]:
    word, file = template.word, template.report.path.name
    yield Sheet(title=f"{file}: page and theme", heads=(), rows=_page_rows(word))
    roles = find_style_roles(word)
    yield Sheet(
        title=f"{file}: styles by role",
        heads=("Role", "Style", "Font", "Size", "Colour"),
        rows=tuple(
            (role.value, style.name, *_look(style))
            for role in StyleRole
            if (style := word.styles.get(role))
        ),
    )
    yield Sheet(
        title=f"{file}: all styles",
        heads=("Style", "Kind", "Based on", "Text", "Colour", "Used for"),
        rows=tuple(
            (
                style.name,
                style.kind,
                style.based_on,
                " ".join(part for part in _look(style)[:2] if part),
                tell_colour(style.colour),
                ", ".join(roles.get(style.id, ())),
            )
            for style in word.everything
        ),
    )
    yield Sheet(
        title=f"{file}: headers and footers",
        heads=("What", "On pages", "Text"),
        rows=tuple(
            (piece.kind, _VARIANTS[piece.variant], " / ".join(piece.text.splitlines()))
            for piece in word.furniture
        ),
    )
    yield plan_tags(template.report)


_VARIANTS: Mapping[str, str] = {"default": "all others", "first": "first", "even": "even"}


def find_style_roles(word: WordTemplate) -> Mapping[str, tuple[str, ...]]:
    """Return style id → names of the roles that the style serves."""
    roles: dict[str, tuple[str, ...]] = {}
    for role, style in word.styles.items():
        roles[style.id] = (*roles.get(style.id, ()), role.value)
    return roles


def _page_rows(word: WordTemplate) -> tuple[tuple[str, ...], ...]:
    page = word.page
    margins = ", ".join(
        f"{side} {tell_cm(getattr(page, side))}" for side in ("left", "right", "top", "bottom")
    )
    paper = name_paper(page.size)
    return (
        ("Paper", f"{paper}, {tell_size(page.size)}" if paper else tell_size(page.size)),
        ("Margins", f"{margins} cm"),
        ("Columns", str(page.columns)),
        ("Width of text", f"{tell_cm(page.text_width)} cm"),
        *_theme_rows(word.theme),
    )


def _theme_rows(theme: ThemeInfo) -> tuple[tuple[str, ...], ...]:
    fonts = (
        ("Heading font", _pair(theme.major, theme.major_east_asian)),
        ("Body font", _pair(theme.minor, theme.minor_east_asian)),
    )
    return (
        *fonts,
        *(
            (f"{slot} ({_SLOTS[slot]})" if slot in _SLOTS else slot, tell_colour(colour))
            for slot, colour in theme.colours.items()
        ),
    )


_SLOTS = {"dk1": "text", "lt1": "ground", "hlink": "links", "folHlink": "visited links"}


def _pair(latin: str, east_asian: str) -> str:
    return f"{latin} (East Asian: {east_asian})" if east_asian else latin


def _look(style: StyleInfo) -> tuple[str, str, str]:
    size = tell_points(style.size_pt)
    return (
        style.font,
        f"{size} bold" if size and style.is_bold else size,
        tell_colour(style.colour),
    )


def _deck_sheets(template: Template) -> Iterator[Sheet]:
    slides, file = template.slides, template.deck.path.name
    ratio = name_ratio(slides.size)
    size = tell_size(slides.size)
    yield Sheet(
        title=f"{file}: slide and theme",
        heads=(),
        rows=(
            ("Slide", f"{ratio}, {size}" if ratio else size),
            ("Table style", name_table_style(template)),
            *_theme_rows(slides.theme),
        ),
    )
    roles = find_layout_roles(template)
    yield Sheet(
        title=f"{file}: masters and layouts",
        heads=("Master", "Layout", "Declared as", "Placeholders", "Used for"),
        rows=tuple(
            (
                master.name,
                layout.name,
                layout.kind,
                str(len(layout.placeholders)),
                ", ".join(roles.get(layout.part_name, ())),
            )
            for master in slides.masters
            for layout in master.layouts
        ),
    )
    yield Sheet(
        title=f"{file}: placeholders (place and size in cm)",
        heads=("Layout", "Placeholder", "Type", "idx", "Left", "Top", "Width", "Height", "Text"),
        rows=tuple(
            (layout.name, hole.name, hole.kind, str(hole.idx), *_place(hole), _text(hole))
            for master in slides.masters
            for layout in master.layouts
            for hole in layout.placeholders
        ),
    )
    yield plan_tags(template.deck)


def name_table_style(template: Template) -> str:
    """Return the name of the style that new tables have; those of PowerPoint are not in the file.

    `CT_TableStyleList` (dml-main.xsd).
    """
    style = template.slides.table_style
    if not style:
        return "none"
    deck = template.deck
    for link in deck.find_links(deck.main):
        if link.kind == "tableStyles" and deck.has(link.target):
            for found in deck.read_xml(link.target):
                if found.get("styleId") == style:
                    return found.get("styleName") or style
    return USUAL_TABLE_STYLE if style == USUAL_TABLE_STYLE_ID else f"{style}, built in"


USUAL_TABLE_STYLE = "Medium Style 2 - Accent 1"
USUAL_TABLE_STYLE_ID = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"
"""What PowerPoint gives to new tables of its own accord."""


def find_layout_roles(template: Template) -> Mapping[str, tuple[str, ...]]:
    """Return part name → names of the roles that the layout serves."""
    roles: dict[str, tuple[str, ...]] = {}
    for role in LayoutRole:
        name = template.slides.layouts[role].part_name
        roles[name] = (*roles.get(name, ()), role.value)
    return roles


def find_hole_role(layout: LayoutInfo, hole: PlaceholderInfo) -> str:
    """Return what a placeholder is for; empty if the deck does not use it."""
    return next((role.value for role, holes in layout.by_role.items() if hole in holes), "")


def _place(hole: PlaceholderInfo) -> tuple[str, ...]:
    box = hole.box
    return tuple(tell_cm(length) for length in (box.left, box.top, box.width, box.height))


def _text(hole: PlaceholderInfo) -> str:
    look = (hole.font, tell_points(hole.size_pt), "bold" if hole.is_bold else "")
    return " ".join(part for part in (*look, tell_colour(hole.colour)) if part)
