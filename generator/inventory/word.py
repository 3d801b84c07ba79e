"""Reads a Word template: its page, its theme, and the style for each role."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.errors import TemplateError, suggest
from generator.inventory.deck import ThemeInfo
from generator.inventory.element import Element
from generator.inventory.furniture import (
    choose_section,
    find_sections,
    find_shown,
    read_furniture,
)
from generator.inventory.page import clear_art, covers_page, read_ground, read_page
from generator.inventory.report import (
    FurnitureInfo,
    FurnitureKind,
    PageInfo,
    StyleInfo,
    StyleRole,
    WordTemplate,
)
from generator.inventory.sampletext import read_sample
from generator.inventory.styleroles import StyleMatcher, kind_of
from generator.inventory.styles import StyleSheet
from generator.inventory.theme import read_theme
from generator.ooxml.opc import Package
from generator.ooxml.opening import check_word, open_package
from generator.places import Placed

FURNITURE = frozenset(kind.value for kind in FurnitureKind)
"""Kinds of relationships that lead to headers and footers."""


def read_word_template(
    source: Path | Package, chosen: Mapping[StyleRole, str] | None = None
) -> WordTemplate:
    """Read a Word file.

    Styles are found by their stored name, whatever its case, and never by their id, which changes
    with the language of Word.

    Args:
        source: A .docx, .dotx, .docm or .dotm, or the package that was opened from one.
        chosen: Names of styles that serve a role in place of the role's own.

    Raises:
        TemplateError: It is absent, not a Word file, damaged or unsafe, or lacks a chosen style.
    """
    package = open_package(source) if isinstance(source, Path) else source
    check_word(package)
    main = package.main
    document = package.read_xml(main)
    theme = read_theme(package.read_xml(package.find_part("theme", main, wanted="a theme")))
    styles_part = package.find_part("styles", main, wanted="styles ('word/styles.xml')")
    sheet = StyleSheet(package.read_xml(styles_part), theme)
    page, furniture, cover_ground = _read_layout(package, document, theme)
    sample = read_sample(document, sheet.default_id)
    matcher = StyleMatcher(sheet.named(), sample, sheet.default_id)
    found = {role: matcher.find(role, page.ground, cover_ground) for role in StyleRole}
    found |= {
        role: _find_chosen(role, name, matcher, package) for role, name in (chosen or {}).items()
    }
    styles = {role: style for role, (style, _) in found.items() if style is not None}
    return WordTemplate(
        page=page,
        theme=theme,
        styles=styles,
        missing=tuple(role for role in StyleRole if role not in styles),
        reasons={role: reason for role, (_, reason) in found.items()},
        everything=tuple(style.info for style in matcher.styles),
        furniture=furniture,
    )


def _read_layout(
    package: Package, document: Element, theme: ThemeInfo
) -> tuple[PageInfo, tuple[FurnitureInfo, ...], str]:
    """Return the page, its furniture, and the colour behind the title; empty if that is unknown."""
    links = [link for link in package.find_links(package.main) if package.has(link.target)]
    roots = {link.id: package.read_xml(link.target) for link in links if link.kind in FURNITURE}
    settings = next(
        (package.read_xml(link.target) for link in links if link.kind == "settings"), None
    )
    section = choose_section(find_sections(document), roots)
    ground = read_ground(document, settings, theme)
    page = read_page(None if section is None else section.element, settings, ground)
    if section is None:
        return page, (), ground
    first = find_shown(section, roots, is_first=True)
    page = clear_art(page, section.element, find_shown(section, roots, is_first=False), first)
    has_art = any(covers_page(root, page) for root in first)
    return page, read_furniture(section, roots), "" if has_art else ground


def _find_chosen(
    role: StyleRole, name: str, matcher: StyleMatcher, package: Package
) -> tuple[StyleInfo, str]:
    style = matcher.find_chosen(role, name)
    if style is None:
        raise _unknown_style(role, name, matcher, package)
    return style, f"template.yml names '{name}'"


def _unknown_style(
    role: StyleRole, name: str, matcher: StyleMatcher, package: Package
) -> TemplateError:
    kind = kind_of(role)
    return TemplateError(
        f"'{package.path.name}' has no {kind} style '{name}'",
        place=name.place if isinstance(name, Placed) else None,
        hint=suggest(name, (style.info.name for style in matcher.fitting(role)))
        or f"name a {kind} style of the file, or leave '{role.value}' out",
    )
