"""One layout as data: its placeholders, what stands behind them, and the room it leaves. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from generator.inventory.backdrop import Painter, list_obstacles
from generator.inventory.colours import A, Scheme, read_map
from generator.inventory.deck import LayoutInfo, ThemeInfo
from generator.inventory.element import Element
from generator.inventory.holes import match_placeholders, resolve_body
from generator.inventory.placeholders import Ground, MasterText
from generator.inventory.tree import P
from generator.units import Box, Emu, Size

FULL_PICTURE = 0.85
"""Share of the slide from which a picture is its background, and no art that stands on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MasterSheet:
    """A master with what its layouts are read against.

    Attributes:
        root: Of the master's part.
        theme: Root of its theme's part.
        look: The same theme as data.
        size: Of the slides.
    """

    root: Element
    theme: Element
    look: ThemeInfo
    text: MasterText
    size: Size


def read_layout(root: Element, part_name: str, sheet: MasterSheet) -> LayoutInfo:
    """Return the layout whose root element is `root`.

    Args:
        root: Of the layout's part.
        part_name: With a leading slash.
        sheet: Its master.
    """
    override = root.find(f"{P}clrMapOvr/{A}overrideClrMapping")
    mapping = read_map(sheet.root.find(f"{P}clrMap") if override is None else override)
    scheme = Scheme(slots=sheet.look.colours, mapping=mapping)
    painter = Painter(scheme=scheme, theme=sheet.theme)
    backdrop = painter.read_backdrop(root, sheet.root)
    ground = Ground(painter=painter, backdrop=backdrop, fonts=sheet.look)
    placeholders = sheet.text.read_placeholders(root, ground)
    by_role = match_placeholders(placeholders)
    body = resolve_body(by_role, sheet.text.find_box("body"), sheet.size, backdrop)
    slide = root.find(f"{P}cSld")
    return LayoutInfo(
        name="" if slide is None else slide.get("name", ""),
        part_name=part_name,
        placeholders=placeholders,
        by_role=by_role,
        body=body,
        kind=root.get("type", ""),
        background=backdrop.find_behind(body),
        colours=scheme.list_names(),
        art=list_obstacles(backdrop, Box(Emu(0), Emu(0), *sheet.size), picture=FULL_PICTURE),
        mapping={} if override is None else dict(mapping),
    )
