"""Slides of a template that give way to those of a body or section."""

from __future__ import annotations

from copy import deepcopy

from generator.inventory.tree import find_hole, find_shapes, read_name
from generator.slides.marks import Faults, Mark, read_root, read_text, suggest_room
from generator.slides.markup import Element, add, name

_TITLES = frozenset({"title", "ctrTitle"})
_FURNITURE = frozenset({"dt", "ftr", "sldNum", "hdr"})
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_CREATION = "{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}"
"""Extension of `p:cSld` that holds the id by which slide zooms know a slide, since 2010."""

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def check_carrier(mark: Mark, faults: Faults) -> None:
    """Report what stands on the slide of a body beside its mark, and would be lost with it.

    Titles, furniture and empty placeholders may: the new slides have their own.
    """
    slide = read_root(mark.slide)
    others = [shape for shape, _ in find_shapes(slide) if shape is not mark.shape]
    tree = slide.find(f"{name('p:cSld')}/{name('p:spTree')}")
    others += list(tree.iterchildren(_ALTERNATE, name("p:contentPart")))
    lost = next((shape for shape in others if _is_own(shape)), None)
    if lost is not None:
        named = f"'{read_name(lost)}'" if read_name(lost) else "something else"
        slot = faults.slots[mark.index]
        message = f"{named} stands on the same slide, and would be lost with it"
        faults.report(mark.index, message, suggest_room(slot))


def _is_own(shape: Element) -> bool:
    """Return whether `shape` shows something that the template's designer put on the slide."""
    hole = find_hole(shape)
    is_text = shape.tag == name("p:sp")
    if hole is not None and hole.get("type") in _TITLES | _FURNITURE:
        return False
    if is_text and (hole is not None or shape.find(f"*/{name('p:cNvSpPr')}[@txBox]") is not None):
        return bool(read_text(shape).strip())
    return True


def carry_over(old: Element, new: Element, *, is_first: bool) -> None:
    """Give a new slide how its carrier comes up in the show: hidden or not, and by which effect.

    Args:
        old: Root of the carrier.
        new: Root of the new slide, changed in place.
        is_first: Whether it takes the carrier's place, so that links to that lead to it.
    """
    if old.get("show") is not None:
        new.set("show", old.get("show"))
    for child in old:
        effect = child if child.tag == name("p:transition") else None
        if child.tag == _ALTERNATE and next(child.iter(name("p:transition")), None) is not None:
            effect = child
        if effect is not None and not _has_relations(effect):
            new.append(deepcopy(effect))
    if is_first:
        _carry_id(old, new)


def _has_relations(element: Element) -> bool:
    """Return whether an effect plays a sound, which is a part that the new slide has not."""
    return any(key.startswith(_RELATION) for each in element.iter("*") for key in each.attrib)


def _carry_id(old: Element, new: Element) -> None:
    path = f"{name('p:cSld')}/{name('p:extLst')}/{name('p:ext')}[@uri='{_CREATION}']"
    extension = old.find(path)
    if extension is not None:
        add(new.find(name("p:cSld")), "p:extLst").append(deepcopy(extension))
