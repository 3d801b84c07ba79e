"""Rules over fonts: will the reader's machine have them, and do we know how wide they are?"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.parts import (
    find_embedded_fonts,
    list_places,
    name_deck,
    name_placeholder,
    name_report,
)
from generator.findings import Finding, Severity
from generator.inventory import Template
from generator.inventory.deck import ThemeInfo
from generator.inventory.report import StyleRole
from generator.ooxml.metrics import is_known

SAFE = frozenset(
    name.casefold()
    for name in (
        "Arial",
        "Arial Black",
        "Arial Narrow",
        "Arial Rounded MT Bold",
        "Arial Unicode MS",
        "Baskerville Old Face",
        "Book Antiqua",
        "Bookman Old Style",
        "Calibri",
        "Calibri Light",
        "Calisto MT",
        "Cambria",
        "Cambria Math",
        "Candara",
        "Century",
        "Century Gothic",
        "Century Schoolbook",
        "Comic Sans MS",
        "Consolas",
        "Constantia",
        "Cooper Black",
        "Corbel",
        "Courier New",
        "Franklin Gothic Book",
        "Franklin Gothic Medium",
        "Garamond",
        "Georgia",
        "Gill Sans MT",
        "Goudy Old Style",
        "Impact",
        "Lucida Console",
        "Lucida Sans",
        "Lucida Sans Unicode",
        "Palatino Linotype",
        "Perpetua",
        "Rockwell",
        "Symbol",
        "Tahoma",
        "Times New Roman",
        "Trebuchet MS",
        "Tw Cen MT",
        "Verdana",
        "Webdings",
        "Wingdings",
        "Wingdings 2",
        "Wingdings 3",
        # Fonts of East Asian scripts, by their Latin names and by those that files give them.
        "Batang",
        "DengXian",
        "DengXian Light",
        "Gulim",
        "Malgun Gothic",
        "Meiryo",
        "Meiryo UI",
        "Microsoft JhengHei",
        "Microsoft YaHei",
        "MingLiU",
        "MS Gothic",
        "MS Mincho",
        "MS PGothic",
        "MS PMincho",
        "PMingLiU",
        "SimHei",
        "SimSun",
        "Yu Gothic",
        "Yu Gothic Light",
        "Yu Mincho",
        "ＭＳ ゴシック",
        "ＭＳ 明朝",
        "ＭＳ Ｐゴシック",
        "ＭＳ Ｐ明朝",
        "游ゴシック",
        "游ゴシック Light",
        "游明朝",
        "メイリオ",
        "等线",
        "等线 Light",
        "宋体",
        "黑体",
        "微软雅黑",
        "微軟正黑體",
        "新細明體",
        "맑은 고딕",
    )
)
"""Families that come with Office or the system on Windows and on macOS alike."""

CLOUD = frozenset(
    name.casefold()
    for name in ("Aptos", "Aptos Display", "Aptos Narrow", "Bierstadt", "Grandview", "Tenorite")
)
"""Families that Microsoft 365 fetches, and that no other Office has."""


def find_fonts(template: Template) -> dict[str, tuple[str, ...]]:
    """Return each family that the output will be set in, and where it is used."""
    uses: dict[str, dict[str, None]] = {}
    found: list[tuple[str, str]] = []
    if "word" in template.own:
        found += _report_fonts(template)
    if "slides" in template.own:
        found += _deck_fonts(template)
    for name, where in found:
        if name and not name.startswith("+"):
            uses.setdefault(name, {})[where] = None
    return {name: tuple(places) for name, places in uses.items()}


def _theme_fonts(theme: ThemeInfo, where: str) -> Iterator[tuple[str, str]]:
    for font in (theme.major, theme.minor, theme.major_east_asian, theme.minor_east_asian):
        yield font, where


def _report_fonts(template: Template) -> Iterator[tuple[str, str]]:
    yield from _theme_fonts(template.word.theme, name_report(template, "theme fonts"))
    for role in StyleRole:
        style = template.word.styles.get(role)
        if style is not None and style.kind in {"paragraph", "character"}:
            yield style.font, name_report(template, f"style '{style.name}'")


def _deck_fonts(template: Template) -> Iterator[tuple[str, str]]:
    yield from _theme_fonts(template.slides.theme, name_deck(template, "theme fonts"))
    for layout in template.slides.layouts.values():
        for hole in (hole for holes in layout.by_role.values() for hole in holes):
            yield hole.font, name_placeholder(template, layout, hole)


def check_safe_fonts(template: Template) -> Iterator[Finding]:
    """Find fonts that readers may lack (rules `font-unsafe`, `font-cloud`).

    A font that is embedded in the file is safe there.
    """
    embedded = find_embedded_fonts(template)
    for name, places in find_fonts(template).items():
        family = name.casefold()
        if family in SAFE or family in embedded:
            continue
        if family in CLOUD:
            yield Finding(
                rule="font-cloud",
                severity=Severity.NOTE,
                message=f"only Microsoft 365 has the font '{name}'; older Office and other "
                "programs put another in its place",
                where=list_places(places),
                fix="take a font that every Office has, such as Calibri or Arial, if that matters",
            )
            continue
        yield Finding(
            rule="font-unsafe",
            severity=Severity.WARNING,
            message=f"the font '{name}' does not come with Office on Windows and macOS and is not "
            "embedded, so that readers may see another one",
            where=list_places(places),
            fix="embed it (File, Options, Save, Embed fonts in the file), or take one that comes "
            "with Office",
        )


def find_unmeasured_fonts(template: Template) -> tuple[str, ...]:
    """Return the theme fonts of the deck whose widths are not known.

    Their text is measured with a wide stand-in, so that slides hold a little less than they could.
    """
    theme = template.slides.theme
    fonts = dict.fromkeys(font for font in (theme.major, theme.minor) if font)
    return tuple(font for font in fonts if not is_known(font))


def find_lacking_fonts(template: Template) -> Iterator[Finding]:
    """Find fonts that this machine lacks (rule `font-not-installed`)."""
    from matplotlib.font_manager import fontManager

    installed = {font.name.casefold() for font in fontManager.ttflist}
    for name, places in find_fonts(template).items():
        if name.casefold() not in installed:
            yield Finding(
                rule="font-not-installed",
                severity=Severity.NOTE,
                message=f"this machine does not have the font '{name}': what it shows and what it "
                "draws is set in another one",
                where=list_places(places),
                fix="install it here to see the documents as their readers do",
            )
