"""Reads a PowerPoint template: size, theme, and the layout for each role."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.errors import TemplateError, suggest
from generator.inventory.deck import DeckTemplate, LayoutInfo, LayoutRole, ThemeInfo
from generator.inventory.element import Element
from generator.inventory.holes import match_placeholders, resolve_body
from generator.inventory.matching import Candidate, match_layouts, score_layouts
from generator.inventory.placeholders import MasterText, P, parse_number
from generator.inventory.theme import read_theme
from generator.ooxml.opc import Package
from generator.ooxml.opening import check_slides, open_package
from generator.places import Placed
from generator.units import Emu, Size

R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
DEFAULT_SIZE = Size(Emu(9_144_000), Emu(6_858_000))
"""Size of a presentation that gives none, as PowerPoint takes it: 4:3."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Master:
    """One master with its layouts."""

    theme: ThemeInfo
    candidates: tuple[Candidate, ...]


def read_deck_template(
    source: Path | Package, chosen: Mapping[LayoutRole, str] | None = None
) -> DeckTemplate:
    """Read a PowerPoint file.

    Where it has several masters, the one whose layouts serve the roles best is taken for all of
    them, so that the slides of a deck match.

    Args:
        source: A .pptx, .potx, .pptm, .potm or .ppsx, or the package that was opened from one.
        chosen: Names of layouts that serve a role, whatever they look like; any master's.

    Raises:
        TemplateError: It is absent, not a PowerPoint file, damaged or unsafe, has no layout, or
            lacks a chosen one.
    """
    package = open_package(source) if isinstance(source, Path) else source
    check_slides(package)
    main = package.main
    presentation = package.read_xml(main)
    size = _read_size(presentation)
    masters = _read_masters(package, main, presentation, size)
    table_style = _read_table_style(package, main)
    best = max(masters, key=lambda master: score_layouts(master.candidates))
    layouts, reasons = match_layouts(best.candidates)
    everything = [*best.candidates, *(one for master in masters for one in master.candidates)]
    for role, name in (chosen or {}).items():
        layouts[role] = _find_named(role, name, everything, package)
        reasons[role] = f"template.yml names '{name}'"
    return DeckTemplate(
        size=size, theme=best.theme, layouts=layouts, reasons=reasons, table_style=table_style
    )


def _read_size(presentation: Element) -> Size:
    found = presentation.find(f"{P}sldSz")
    if found is None:
        return DEFAULT_SIZE
    width, height = (parse_number(found.get(side), 0) for side in ("cx", "cy"))
    return Size(Emu(width), Emu(height)) if width > 0 and height > 0 else DEFAULT_SIZE


def _read_masters(
    package: Package, main: str, presentation: Element, size: Size
) -> tuple[Master, ...]:
    """Return the masters that have a layout, in the file's order; at least one."""
    names = _find_listed(package, main, presentation, "sldMasterIdLst")
    masters = tuple(
        master
        for name in names
        if (master := _read_master(package, name, presentation, size)).candidates
    )
    if not masters:
        raise package.error(
            "has no slide layout", "in PowerPoint, add layouts in View, Slide Master"
        )
    return masters


def _find_listed(package: Package, part: str, root: Element, listed: str) -> list[str]:
    """Return the parts that the list `listed` of `root` points at, in its order."""
    targets = {link.id: link.target for link in package.find_links(part)}
    ids = [item.get(R_ID, "") for item in root.iterfind(f"{P}{listed}/*")]
    return [targets[id_] for id_ in ids if id_ in targets]


def _read_master(package: Package, name: str, presentation: Element, size: Size) -> Master:
    root = package.read_xml(name)
    theme = read_theme(package.read_xml(package.find_part("theme", name, wanted="a theme")))
    text = MasterText(root, presentation)
    return Master(
        theme=theme,
        candidates=tuple(
            _read_layout(package, layout, text, size)
            for layout in _find_listed(package, name, root, "sldLayoutIdLst")
        ),
    )


def _read_layout(package: Package, name: str, text: MasterText, size: Size) -> Candidate:
    root = package.read_xml(name)
    package.find_part("slideMaster", name, wanted=f"the master of '{name}'")
    slide = root.find(f"{P}cSld")
    placeholders = text.read_placeholders(root)
    by_role = match_placeholders(placeholders)
    layout = LayoutInfo(
        name="" if slide is None else slide.get("name", ""),
        part_name=f"/{name}",
        placeholders=placeholders,
        by_role=by_role,
        body=resolve_body(by_role, text.find_body(), size),
    )
    return Candidate(layout=layout, kind=root.get("type", ""), slide=size)


def _read_table_style(package: Package, main: str) -> str:
    for link in package.find_links(main):
        if link.kind == "tableStyles" and package.has(link.target):
            return package.read_xml(link.target).get("def", "")
    return ""


def _find_named(
    role: LayoutRole, name: str, candidates: list[Candidate], package: Package
) -> LayoutInfo:
    for candidate in candidates:
        if candidate.layout.name.casefold() == name.casefold():
            return candidate.layout
    raise TemplateError(
        f"'{package.path.name}' has no layout '{name}'",
        place=name.place if isinstance(name, Placed) else None,
        hint=suggest(name, (one.layout.name for one in candidates))
        or f"name a layout of the file, or leave '{role}' out",
    )
