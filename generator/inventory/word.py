"""Reads a Word template: its page, its theme, and the style for each role."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.errors import TemplateError, suggest
from generator.inventory.archive import Archive, open_archive
from generator.inventory.element import Element
from generator.inventory.furniture import choose_section, find_sections, read_furniture
from generator.inventory.report import (
    FurnitureKind,
    PageInfo,
    StyleInfo,
    StyleRole,
    WordTemplate,
)
from generator.inventory.styles import StyleSheet, W, parse_measure
from generator.inventory.theme import read_theme
from generator.inventory.wholeness import check_whole
from generator.places import Placed
from generator.units import Emu, Size

CHARACTER_ROLES = frozenset(
    {
        StyleRole.FOOTNOTE_REFERENCE,
        StyleRole.HYPERLINK,
        StyleRole.STRONG,
        StyleRole.EMPHASIS,
        StyleRole.CODE,
    }
)
TABLE_ROLES = frozenset({StyleRole.TABLE, StyleRole.KEY_FIGURES_TABLE, StyleRole.BOX_TABLE})
DEFAULT_PAGE = (11_906, 16_838)
"""A4 in twips."""

DEFAULT_MARGIN = 1_440
FURNITURE = frozenset(kind.value for kind in FurnitureKind)
"""Kinds of relationships that lead to headers and footers."""


def read_word_template(path: Path, chosen: Mapping[StyleRole, str] | None = None) -> WordTemplate:
    """Read the Word file at `path`.

    Styles are found by their stored name, whatever its case, and never by their id, which changes
    with the language of Word.

    Args:
        path: A .docx, .dotx or .docm.
        chosen: Names of styles that serve a role in place of the role's own.

    Raises:
        TemplateError: It is absent, not a Word file, damaged or unsafe, or lacks a chosen style.
    """
    with open_archive(path) as archive:
        main = archive.find_part("officeDocument", wanted="its main part")
        document = archive.read_xml(main)
        if document.tag != f"{W}document":
            raise archive.error("is not a Word document", "the report's template is a .docx")
        theme_part = archive.find_part("theme", main, wanted="a theme")
        theme = read_theme(archive.read_xml(theme_part))
        styles_part = archive.find_part("styles", main, wanted="styles ('word/styles.xml')")
        sheet = StyleSheet(archive.read_xml(styles_part), theme)
        parts = _read_furniture_parts(archive, main)
        section = choose_section(find_sections(document), parts)
        styles, reasons = _match_styles(sheet, chosen or {}, archive)
        check_whole(archive)
    return WordTemplate(
        page=_read_page(None if section is None else section.element),
        theme=theme,
        styles=styles,
        missing=tuple(role for role in StyleRole if role not in styles),
        reasons=reasons,
        everything=tuple(sheet.infos()),
        furniture=read_furniture(section, parts),
    )


def _read_furniture_parts(archive: Archive, main: str) -> dict[str, Element]:
    """Return the root elements of headers and footers by the id of their relationship."""
    return {
        link.id: archive.read_xml(link.target)
        for link in archive.find_links(main)
        if link.kind in FURNITURE and archive.has(link.target)
    }


def kind_of(role: StyleRole) -> str:
    """Return the kind of style that `role` asks for (`ST_StyleType`)."""
    if role in CHARACTER_ROLES:
        return "character"
    return "table" if role in TABLE_ROLES else "paragraph"


def _match_styles(
    sheet: StyleSheet, chosen: Mapping[StyleRole, str], archive: Archive
) -> tuple[dict[StyleRole, StyleInfo], dict[StyleRole, str]]:
    infos = tuple(sheet.infos())
    by_name = _index(infos, sheet)
    styles: dict[StyleRole, StyleInfo] = {}
    reasons: dict[StyleRole, str] = {}
    for role in StyleRole:
        name = chosen.get(role)
        found = by_name.get((kind_of(role), (name or role.value).casefold()))
        if found is not None:
            styles[role] = found
            reasons[role] = f"template.yml names '{name}'" if name else f"named '{found.name}'"
        elif name is not None:
            raise _unknown_style(role, name, infos, archive)
        else:
            reasons[role] = f"no {kind_of(role)} style is named '{role.value}'"
    return styles, reasons


def _index(infos: Iterable[StyleInfo], sheet: StyleSheet) -> dict[tuple[str, str], StyleInfo]:
    """Return the styles by kind and name; a stored name wins over an alias."""
    by_name: dict[tuple[str, str], StyleInfo] = {}
    for info in infos:
        by_name.setdefault((info.kind, info.name.casefold()), info)
    for info in infos:
        for alias in sheet.aliases(info.id):
            by_name.setdefault((info.kind, alias.casefold()), info)
    return by_name


def _unknown_style(
    role: StyleRole, name: str, infos: Iterable[StyleInfo], archive: Archive
) -> TemplateError:
    kind = kind_of(role)
    return TemplateError(
        f"'{archive.path.name}' has no {kind} style '{name}'",
        place=name.place if isinstance(name, Placed) else None,
        hint=suggest(name, (info.name for info in infos if info.kind == kind))
        or f"name a {kind} style of the file, or leave '{role.value}' out",
    )


def _read_page(section: Element | None) -> PageInfo:
    """Return the page of a page section, `CT_SectPr` (wml.xsd)."""
    size = None if section is None else section.find(f"{W}pgSz")
    margins = None if section is None else section.find(f"{W}pgMar")
    width, height = DEFAULT_PAGE
    return PageInfo(
        size=Size(_measure(size, "w", width), _measure(size, "h", height)),
        left=Emu(_measure(margins, "left", DEFAULT_MARGIN) + _measure(margins, "gutter", 0)),
        right=_measure(margins, "right", DEFAULT_MARGIN),
        top=Emu(abs(_measure(margins, "top", DEFAULT_MARGIN))),
        bottom=Emu(abs(_measure(margins, "bottom", DEFAULT_MARGIN))),
    )


def _measure(element: Element | None, name: str, default: int) -> Emu:
    return parse_measure(None if element is None else element.get(f"{W}{name}"), default)
