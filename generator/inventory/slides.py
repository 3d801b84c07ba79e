"""Reads a PowerPoint template: size, theme, and the layout for each role."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.errors import TemplateError, suggest
from generator.inventory.deck import (
    DeckTemplate,
    LayoutInfo,
    LayoutRole,
    MasterInfo,
    PlaceholderRole,
)
from generator.inventory.drawing import Drawing
from generator.inventory.drawn_master import draw_master
from generator.inventory.element import Element
from generator.inventory.layouts import MasterSheet, read_layout
from generator.inventory.matching import ENOUGH, Candidate, Match, score_layouts
from generator.inventory.numbers import parse_number
from generator.inventory.placeholders import MasterText
from generator.inventory.theme import read_theme
from generator.inventory.tree import P
from generator.ooxml.opc import Package
from generator.ooxml.opening import check_slides, open_package
from generator.places import Placed
from generator.units import Emu, Size

SAME_SHARE = 20
"""Titles that end so near to each other, as a part of the body's height, stand at one place."""

R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
DEFAULT_SIZE = Size(Emu(9_144_000), Emu(6_858_000))
"""Size of a presentation that gives none, as PowerPoint takes it: 4:3."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Master:
    """One master with its layouts.

    Attributes:
        name: Of its part.
    """

    name: str
    sheet: MasterSheet
    layouts: tuple[LayoutInfo, ...]

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """Return the layouts as the scores look at them."""
        return tuple(Candidate(layout=layout, slide=self.sheet.size) for layout in self.layouts)

    def describe(self, drawn: tuple[LayoutInfo, ...]) -> MasterInfo:
        """Return what is told of the master, with the layouts that were `drawn` for it."""
        return MasterInfo(
            name=self.sheet.theme.get("name", ""),
            part_name=f"/{self.name}",
            theme=self.sheet.look,
            layouts=(*self.layouts, *drawn),
        )


def read_deck_template(
    source: Path | Package, chosen: Mapping[LayoutRole, str] | None = None
) -> DeckTemplate:
    """Read a PowerPoint file.

    Where it has several masters, the one whose layouts serve the roles best is taken for all of
    them, so that the slides of a deck match. Layouts that it lacks are drawn on it, and a master
    where there is none: into the package, which must be written after this.

    Args:
        source: A .pptx, .potx, .pptm, .potm or .ppsx, or the package that was opened from one.
        chosen: Names of layouts that serve a role, whatever they look like; any master's.

    Raises:
        TemplateError: It is absent, not a PowerPoint file, damaged or unsafe, or lacks a chosen
            layout.
    """
    package = open_package(source) if isinstance(source, Path) else source
    check_slides(package)
    presentation = package.read_xml(package.main)
    size = read_size(presentation)
    if not _find_listed(package, package.main, presentation, "sldMasterIdLst"):
        draw_master(package, size)
    masters = _read_masters(package, presentation, size)
    best = max(masters, key=lambda master: score_layouts(master.candidates))
    spared = frozenset(chosen or ())
    matches, drawn = Drawing(package=package, master=best.name, sheet=best.sheet).complete(
        best.candidates, spared
    )
    layouts = (*best.layouts, *(one for master in masters for one in master.layouts))
    for role, name in (chosen or {}).items():
        layout = _find_named(role, name, layouts, package)
        matches[role] = Match(layout=layout, score=ENOUGH, reason=f"template.yml names '{name}'")
    _share_body(matches)
    return DeckTemplate(
        size=size,
        theme=best.sheet.look,
        layouts={role: match.layout for role, match in matches.items()},
        reasons={role: match.reason for role, match in matches.items()},
        scores={role: match.score for role, match in matches.items()},
        table_style=_read_table_style(package),
        resets=best.sheet.text.find_resets(),
        masters=tuple(master.describe(drawn if master is best else ()) for master in masters),
    )


def _share_body(matches: dict[LayoutRole, Match]) -> None:
    """Give the layout of a title alone the body area that the one for content has under its title.

    The hole that a designer drew for content keeps clear of a background's art, which the master's
    own text placeholder need not do. Changes `matches` in place.
    """
    content, bare = (matches[role].layout for role in (LayoutRole.CONTENT, LayoutRole.TITLE_ONLY))
    titles = [layout.by_role.get(PlaceholderRole.TITLE) for layout in (content, bare)]
    has_hole = bool(bare.by_role.get(PlaceholderRole.BODY))
    if has_hole or titles[0] is None or titles[1] is None or bare.background != content.background:
        return
    ends = [title[0].box.bottom for title in titles if title]
    if abs(ends[0] - ends[1]) * SAME_SHARE <= content.body.height and content.art == bare.art:
        role = LayoutRole.TITLE_ONLY
        matches[role] = replace(matches[role], layout=replace(bare, body=content.body))


def read_size(presentation: Element) -> Size:
    """Return the size of the slides of `p:presentation`."""
    found = presentation.find(f"{P}sldSz")
    if found is None:
        return DEFAULT_SIZE
    width, height = (parse_number(found.get(side), 0) for side in ("cx", "cy"))
    return Size(Emu(width), Emu(height)) if width > 0 and height > 0 else DEFAULT_SIZE


def _read_masters(package: Package, presentation: Element, size: Size) -> tuple[Master, ...]:
    """Return the masters in the file's order; at least one."""
    names = _find_listed(package, package.main, presentation, "sldMasterIdLst")
    return tuple(_read_master(package, name, presentation, size) for name in names)


def _find_listed(package: Package, part: str, root: Element, listed: str) -> list[str]:
    """Return the parts that the list `listed` of `root` points at, in its order."""
    targets = {link.id: link.target for link in package.find_links(part)}
    ids = [item.get(R_ID, "") for item in root.iterfind(f"{P}{listed}/*")]
    return [targets[id_] for id_ in ids if id_ in targets]


def _read_master(package: Package, name: str, presentation: Element, size: Size) -> Master:
    root = package.read_xml(name)
    style = package.read_xml(package.find_part("theme", name, wanted="a theme"))
    sheet = MasterSheet(
        root=root,
        theme=style,
        look=read_theme(style),
        text=MasterText(root, presentation),
        size=size,
    )
    return Master(
        name=name,
        sheet=sheet,
        layouts=tuple(
            _read_layout(package, layout, sheet)
            for layout in _find_listed(package, name, root, "sldLayoutIdLst")
        ),
    )


def _read_layout(package: Package, name: str, sheet: MasterSheet) -> LayoutInfo:
    package.find_part("slideMaster", name, wanted=f"the master of '{name}'")
    return read_layout(package.read_xml(name), f"/{name}", sheet)


def _read_table_style(package: Package) -> str:
    for link in package.find_links(package.main):
        if link.kind == "tableStyles" and package.has(link.target):
            return package.read_xml(link.target).get("def", "")
    return ""


def _find_named(
    role: LayoutRole, name: str, layouts: tuple[LayoutInfo, ...], package: Package
) -> LayoutInfo:
    for layout in layouts:
        if layout.name.casefold() == name.casefold():
            return layout
    raise TemplateError(
        f"'{package.path.name}' has no layout '{name}'",
        place=name.place if isinstance(name, Placed) else None,
        hint=suggest(name, (one.name for one in layouts))
        or f"name a layout of the file, or leave '{role}' out",
    )
