"""Draws the layouts that a presentation lacks into its package, on the master that it has.

What is drawn are real parts: PowerPoint lists them among the layouts, and slides can go on from
there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count

from generator.inventory.deck import LayoutInfo, LayoutRole, PlaceholderInfo, PlaceholderRole
from generator.inventory.drawn_layouts import (
    FURNITURE,
    NAMES,
    Grounds,
    Root,
    draw_layout,
    find_title_room,
    list_layout,
    plan_holes,
)
from generator.inventory.layouts import MasterSheet, read_layout
from generator.inventory.matching import (
    ENOUGH,
    Candidate,
    Match,
    is_title_usable,
    match_layouts,
    score_layout,
)
from generator.inventory.numbers import parse_number
from generator.inventory.tree import P
from generator.ooxml.content_types import SLIDE_LAYOUT
from generator.ooxml.contrast import contrast
from generator.ooxml.opc import Package
from generator.units import to_pt

_BASES: dict[LayoutRole, tuple[LayoutRole, ...]] = {
    LayoutRole.CONTENT: (LayoutRole.TITLE_ONLY, LayoutRole.TWO_CONTENT),
    LayoutRole.TITLE_ONLY: (LayoutRole.CONTENT, LayoutRole.TWO_CONTENT),
    LayoutRole.TWO_CONTENT: (LayoutRole.CONTENT, LayoutRole.TITLE_ONLY),
    LayoutRole.SECTION: (LayoutRole.TITLE_ONLY, LayoutRole.CONTENT),
    LayoutRole.COVER: (LayoutRole.TITLE_ONLY, LayoutRole.CONTENT),
}
"""The roles that layouts are drawn for, in this order, and whose layouts they are drawn upon."""

_SERVED_BY = {LayoutRole.COVER: LayoutRole.SECTION}
"""A role that need not be drawn where another, by its design, can take its place."""

_OPENERS = (LayoutRole.COVER, LayoutRole.SECTION)
_LEAST_ID = 2**31
_READABLE = 3.0  # WCAG 1.4.3, large text
_INKS = ("tx1", "bg1", "tx2", "bg2")
_TITLE_SHARES = (0.028, 0.1)
"""Least and largest size of a master's titles, as a share of the slide's height."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A package that layouts are drawn into.

    Attributes:
        package: Changed in place.
        master: Name of the master's part.
        sheet: The same master, read.
    """

    package: Package
    master: str
    sheet: MasterSheet

    def complete(
        self, candidates: Sequence[Candidate], spared: frozenset[LayoutRole] = frozenset()
    ) -> tuple[dict[LayoutRole, Match], tuple[LayoutInfo, ...]]:
        """Return the layout for each role, and those that were drawn.

        Args:
            candidates: The layouts of the master; may be none.
            spared: Roles that nothing is drawn for, because `template.yml` serves them.
        """
        matches = match_layouts(candidates) if candidates else {}
        own = {role: match for role, match in matches.items() if match.is_own}
        drawn: dict[LayoutRole, LayoutInfo] = {}
        for role in _BASES:
            other = _SERVED_BY.get(role)
            if role in own or role in spared or (other in own and other not in drawn):
                continue
            base = self._find_base(role, own)
            layout = self._draw(role, base)
            drawn[role] = layout
            own[role] = self._match(role, layout, base)
        everything = [*candidates, *(self._to_candidate(layout) for layout in drawn.values())]
        return {**match_layouts(everything), **own}, tuple(drawn.values())

    def _find_base(self, role: LayoutRole, own: dict[LayoutRole, Match]) -> LayoutInfo | None:
        return next((own[other].layout for other in _BASES[role] if other in own), None)

    def _match(self, role: LayoutRole, layout: LayoutInfo, base: LayoutInfo | None) -> Match:
        score, _ = score_layout(role, self._to_candidate(layout))
        upon = "its master" if base is None or base.is_drawn else f"'{base.name}'"
        return Match(
            layout=layout, score=max(ENOUGH, score), reason=f"the file has none; drawn on {upon}"
        )

    def _to_candidate(self, layout: LayoutInfo) -> Candidate:
        return Candidate(layout=layout, slide=self.sheet.size)

    def _draw(self, role: LayoutRole, base: LayoutInfo | None) -> LayoutInfo:
        """Draw one layout, and add it to the package."""
        source = base.part_name.lstrip("/") if base else ""
        root = None if base is None else self.package.read_xml(source)
        grounds = _take_grounds(base, self.sheet) if base else self._plan_grounds()
        names = {one.get("name", "") for one in self._iterate_layouts()}
        shape = draw_layout(role, tuple(plan_holes(role, grounds)), root, _name(role, names))
        name = self._add(shape, source)
        layout = read_layout(shape, f"/{name}", self.sheet)
        if role not in _OPENERS:
            layout = replace(layout, body=grounds.body)
        return replace(layout, is_drawn=True)

    def _iterate_layouts(self) -> list[Root]:
        found: list[Root] = []
        for link in self.package.find_links(self.master):
            if link.kind == "slideLayout":
                slide = self.package.read_xml(link.target).find(f"{P}cSld")
                found += [] if slide is None else [slide]
        return found

    def _plan_grounds(self) -> Grounds:
        """Return what a layout on the bare master is drawn by; a trial layout tells the room."""
        sheet = self.sheet
        title = sheet.text.find_box("title")
        trial = Grounds(
            size=sheet.size,
            title=title or find_title_room(sheet.size),
            title_pt=1.0,
            body=find_title_room(sheet.size),
            furniture=tuple(kind for kind in FURNITURE if sheet.text.find_box(kind)),
        )
        layout = self._read_trial(trial)
        found = layout.by_role[PlaceholderRole.TITLE][0]
        if not is_title_usable(found, sheet.size):
            trial = replace(trial, title=find_title_room(sheet.size))
            layout = self._read_trial(trial)
            found = layout.by_role[PlaceholderRole.TITLE][0]
        return replace(
            trial,
            body=layout.body,
            title_pt=_suit(found.size_pt, sheet),
            ink=_choose_ink(found, layout),
        )

    def _read_trial(self, grounds: Grounds) -> LayoutInfo:
        role = LayoutRole.TITLE_ONLY
        return read_layout(draw_layout(role, tuple(plan_holes(role, grounds))), "/", self.sheet)

    def _add(self, root: Root, source: str) -> str:
        """Add a layout to the package, with the links of the one it was drawn upon; name it."""
        package = self.package
        folder = f"{self.master.rpartition('/slideMasters/')[0]}/slideLayouts".lstrip("/")
        name = next(
            name
            for number in count(1)
            if not package.has(name := f"{folder}/slideLayout{number}.xml")
        )
        package.add_part(name, b"", SLIDE_LAYOUT)
        package.write_xml(name, root)
        if source:
            package.links[name] = list(package.links.get(source, ()))
        else:
            package.relate(name, "slideMaster", self.master)
        self._list(package.relate(self.master, "slideLayout", name))
        return name

    def _list(self, rel_id: str) -> None:
        """List a layout in `p:sldLayoutIdLst` of the master (`CT_SlideMaster`, pml.xsd)."""
        root = self.package.read_xml(self.master)
        list_layout(root, self._find_free_id(), rel_id)
        self.package.write_xml(self.master, root)

    def _find_free_id(self) -> int:
        """Return an id that no master and no layout of the file has."""
        package = self.package
        roots = [package.read_xml(package.main)]
        roots += [
            package.read_xml(link.target)
            for link in package.find_links(package.main)
            if link.kind == "slideMaster"
        ]
        taken = {
            parse_number(one.get("id"), 0)
            for root in roots
            for tag in ("sldMasterId", "sldLayoutId")
            for one in root.iter(f"{P}{tag}")
        }
        return next(number for number in count(_LEAST_ID) if number not in taken)


def _name(role: LayoutRole, taken: set[str]) -> str:
    """Return the name of a layout to be drawn, numbered if the master has one of that name."""
    usual, _ = NAMES[role]
    names = (usual if number == 1 else f"{usual} {number}" for number in count(1))
    return next(name for name in names if name not in taken)


def _take_grounds(base: LayoutInfo, sheet: MasterSheet) -> Grounds:
    """Return what a layout upon `base` is drawn by: its title stays where it is."""
    title = base.by_role.get(PlaceholderRole.TITLE, ())
    ink = _choose_ink(title[0], base) if title else ""
    return Grounds(size=sheet.size, title=None, title_pt=0.0, body=base.body, ink=ink)


def _suit(size_pt: float, sheet: MasterSheet) -> float:
    least, most = (to_pt(sheet.size.height) * share for share in _TITLE_SHARES)
    return size_pt if least <= size_pt <= most else 0.0


def _choose_ink(hole: PlaceholderInfo, layout: LayoutInfo) -> str:
    """Return the slot for text that reads best, empty where the placeholder's own does."""
    ground = layout.background
    if not ground or not hole.colour or contrast(hole.colour, ground) >= _READABLE:
        return ""
    known = [slot for slot in _INKS if layout.colours.get(slot)]
    return max(known, key=lambda slot: contrast(layout.colours[slot], ground), default="")
